"""Text files and CSV files to text and back, in the same encoding, with the same line ends."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.model.regex import regex

FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that no document may hold."""
_UTF16_PLAIN = ("utf-16-le", "utf-16-be")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", *_UTF16_PLAIN, "gb18030")
"""What files of a package are written in."""
_STRANGE = (
    "[^\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u03ff\u2000-\u27bf\u3000-\u303f\u3200-\u33ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ufe30-\ufe4f\ufeff\uff00-\uffef]"
)
"""A pattern of what hardly stands in a Chinese text: where bytes are read in the wrong order it
stands. Few files need it: it is compiled then."""
_OF_NO_SCRIPT = "[\ue000-\uf8ff\ufffd]"
_MANY_STRANGE = 50
"""A text of which one character in so many is of no script was read in a wrong encoding."""
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_BOM = b"\xef\xbb\xbf"
_MANY_ZEROS = 20
"""A text of which one byte in so many is zero is no UTF-8."""
_LONGEST_CELL = 2**30
"""Larger than any file that is read: what is too long for a cell is told by who reads it."""
_END = "\x1f"
"""A line that no file holds, put below the text: read as it stands, unless a quote is open."""
Row = Sequence[str]


class UnclosedQuoteError(ValueError):
    """A CSV text that ends inside a quoted cell, which begins in that row."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


class TextStyle(Struct, frozen=True):
    """How a text file is written: its encoding (utf-8-sig: with BOM), its line ends, and whether
    the last line has one."""

    encoding: str = "utf-8"
    newline: str = "\n"
    final: bool = True


CSV_STYLE = TextStyle("utf-8-sig")


class TextFile(Struct, frozen=True):
    """A text with line ends made ``\\n``, and how its file was written."""

    text: str
    style: TextStyle


def text_of(data: bytes) -> tuple[str, str] | None:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 (Unicode in Notepad; without BOM
    where one order of the bytes alone makes a text) or GB18030, and the encoding; None where it is
    none of these."""
    if data.startswith(_UTF16_BOMS):
        return _decoded_as(data, "utf-16")
    if b"\0" in data:
        return _without_bom(data)
    return _decoded_as(data, "utf-8-sig") or _of_gb18030(data)


def _of_gb18030(data: bytes) -> tuple[str, str] | None:
    """The text of a file in GB18030; None where so many of its characters are of no script that it
    is in another encoding (Big5)."""
    way = _decoded_as(data, "gb18030")
    if way is None or len(re.findall(_OF_NO_SCRIPT, way[0])) * _MANY_STRANGE > len(way[0]):
        return None
    return way


def _decoded_as(data: bytes, encoding: str) -> tuple[str, str] | None:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        return None


def _without_bom(data: bytes) -> tuple[str, str] | None:
    """A text with zero bytes: UTF-16 in the order of bytes that makes a text of it; None where none
    or both do, unless it is UTF-8 with a stray one, which who reads it tells."""
    ways = [way for encoding in _UTF16_PLAIN if (way := _decoded_as(data, encoding))]
    clean = [way for way in ways if not re.search(_STRANGE, way[0])]
    if len(clean) == 1:
        return clean[0]
    return _decoded_as(data, "utf-8-sig") if data.count(0) * _MANY_ZEROS < len(data) else None


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


def csv_rows(text: str) -> Iterator[list[str]]:
    """Every row of a CSV text (lines ended by ``\\n``), blank ones too; a blank row is [].

    Raises UnclosedQuoteError where the text ends inside a quoted cell.
    """
    csv.field_size_limit(_LONGEST_CELL)
    body = text.removesuffix("\n")
    reader = csv.reader(io.StringIO(f"{body}\n{_END}", newline="\n"))
    above = next(reader)
    count = 1
    for row in reader:
        yield above
        above, count = row, count + 1
    if above != [_END]:
        raise UnclosedQuoteError(count)


def rows_of(text: str) -> list[list[str]]:
    """The rows of a CSV text, blank ones left out."""
    csv.field_size_limit(_LONGEST_CELL)
    return [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]


def csv_text(rows: Iterable[Row]) -> str:
    """Rows as CSV, quoted only where needed."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
