"""Text files and CSV files to text and back, in the same encoding, with the same line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_UTF8_BOM = b"\xef\xbb\xbf"
_LONGEST_CELL = 2**24
Row = Sequence[str]


@dataclass(frozen=True)
class TextStyle:
    """How a text file is written: its encoding (utf-8-sig: with BOM), its line ends, and whether
    the last line has one."""

    encoding: str = "utf-8"
    newline: str = "\n"
    final: bool = True


CSV_STYLE = TextStyle("utf-8-sig")


@dataclass(frozen=True)
class TextFile:
    """A text with line ends made ``\\n``, and how its file was written."""

    text: str
    style: TextStyle


def text_of(data: bytes) -> tuple[str, str] | None:
    """The text of a file in UTF-8 (with or without BOM) or GB18030, and the encoding; None where it
    is neither."""
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def decoded(data: bytes) -> TextFile | None:
    """A text file with the way it is written; None where it is no text."""
    read = text_of(data)
    if read is None or "\0" in read[0]:
        return None
    text, encoding = read
    if encoding == "utf-8-sig" and not data.startswith(_UTF8_BOM):
        encoding = "utf-8"
    newline = "\r\n" if "\r\n" in text else "\n"
    style = TextStyle(encoding, newline, text.endswith("\n"))
    return TextFile(with_unix_ends(text), style)


def with_unix_ends(text: str) -> str:
    """The text with every line end made ``\\n``."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encoded(text: str, style: TextStyle) -> bytes:
    """The bytes of a text (lines ended by ``\\n``) in that style."""
    body = text.removesuffix("\n") + ("\n" if style.final else "")
    return body.replace("\n", style.newline).encode(style.encoding)


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV text, blank ones left out."""
    csv.field_size_limit(_LONGEST_CELL)
    return [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]


def csv_text(rows: Iterable[Row]) -> str:
    """Rows as CSV, quoted only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
