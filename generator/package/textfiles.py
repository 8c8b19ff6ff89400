"""CSV files as rows of text and back, in the same encoding, with the same line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Style:
    """How a text file is written: its encoding (utf-8-sig: with BOM), its line ends, and whether the last line has one."""

    encoding: str = "utf-8"
    newline: str = "\n"
    final: bool = True

    def told(self) -> dict[str, Any]:
        """The style as plain data."""
        return asdict(self)


CSV_STYLE = Style("utf-8-sig")


def decoded(data: bytes) -> tuple[str, Style] | None:
    """The text of a file with line ends made ``\\n``, and its style; None where it is no text."""
    for encoding in ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            return None
        newline = "\r\n" if "\r\n" in text else "\n"
        return text.replace("\r\n", "\n").replace("\r", "\n"), Style(
            encoding, newline, text.endswith("\n")
        )
    return None


def encoded(text: str, style: Style) -> bytes:
    """The bytes of a text (lines ended by ``\\n``) in that style."""
    body = text.removesuffix("\n") + ("\n" if style.final else "")
    return body.replace("\n", style.newline).encode(style.encoding)


def rows_of(text: str) -> list[list[str]]:
    """The records of a CSV text, blank ones left out."""
    csv.field_size_limit(2**24)
    return [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Records as CSV, quoted only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
