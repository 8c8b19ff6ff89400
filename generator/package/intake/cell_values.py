"""What a cell of a workbook holds: its text, or a number, a day, a truth, as its style says
(ECMA-376, part 1, 18.3.1.4 and 18.8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from msgspec import Struct

from generator.model import limits
from generator.model.regex import regex
from generator.package.intake.formats import BUILT_IN, GENERAL, is_date, is_duration
from generator.package.intake.grid import EPOCH, CellValue, RawCell
from generator.package.intake.rich_text import (
    ALL_STRUCK,
    CellText,
    is_struck,
    plain_text,
    rich_text,
)
from generator.package.intake.spreadsheetml import (
    DECIMAL,
    NOT_XML,
    TRUE,
    Element,
    children_of,
    local,
)

_WHOLE = regex(r"[+-]?[0-9]+")
_LAST_DAY = 2_958_465
"""The serial number of 31 December 9999."""
_LEAP_BUG = 60
"""Excel counts a 29 February 1900: days before it are one too low."""


class CellStyle(Struct, frozen=True):
    """What the style of a cell says: its number format, and whether what stands in it is crossed
    out."""

    format: str = GENERAL
    struck: bool = False


_NO_STYLE = CellStyle()


class SharedParts(Struct, frozen=True):
    """What cells of a workbook refer to: its texts, its styles, the day from which it counts."""

    strings: Sequence[CellText]
    styles: Sequence[CellStyle]
    epoch: dt.datetime


def styles_of(part: bytes) -> list[CellStyle]:
    """The styles that cells have; none where they cannot be read."""
    try:
        root = ElementTree.fromstring(part)
    except NOT_XML:
        return []
    own = {
        item.get("numFmtId", ""): _code(item.get("formatCode", GENERAL))
        for item in children_of(root, "numFmts", "numFmt")
    }
    fonts = enumerate(children_of(root, "fonts", "font"))
    striking = {str(number) for number, font in fonts if is_struck(font)}
    return [
        CellStyle(_format(item.get("numFmtId", "0"), own), item.get("fontId", "0") in striking)
        for item in children_of(root, "cellXfs", "xf")
    ]


def _format(number: str, own: Mapping[str, str]) -> str:
    """The number format of that number, one of the workbook's own or one that is built in."""
    return own.get(number) or BUILT_IN.get(number, GENERAL)


def _code(written: str) -> str:
    """A number format as it is written; one that Excel would not take is none."""
    return written if len(written) <= limits.FORMAT_CHARS else GENERAL


def read_cell(item: Element, shared: SharedParts) -> RawCell:
    children = {local(child): child for child in item}
    number = int(item.get("s", "0"))
    style = shared.styles[number] if 0 <= number < len(shared.styles) else _NO_STYLE
    formula = _formula(children.get("f"))
    text = _cell_text(item.get("t", "n"), children, shared)
    if text is not None:
        looks = text.struck if style.struck else text.looks
        return RawCell(text.text, formula, style.format, shared.epoch, text.removed, looks)
    value = _value(item.get("t", "n"), children.get("v"), style.format, shared.epoch)
    looks = ALL_STRUCK if style.struck else None
    return RawCell(value, formula, style.format, shared.epoch, looks=looks)


def _formula(element: Element | None) -> str:
    """A formula with its equals sign; one that other cells share stands at the first of them."""
    return "" if element is None else f"={element.text or ''}"


def _cell_text(type: str, children: Mapping[str, Element], shared: SharedParts) -> CellText | None:
    """The text of a cell; None where it holds another value. Raises IndexError for a text that is
    not there."""
    value = children.get("v")
    written = "" if value is None else value.text or ""
    match type:
        case "s":
            return shared.strings[int(written)] if written else None
        case "str" | "e":
            return plain_text(written)
        case "inlineStr":
            return rich_text(children["is"]) if "is" in children else None
    return None


def _value(type: str, element: Element | None, number_format: str, epoch: dt.datetime) -> CellValue:
    """A number, a day or a truth; None where there is none. Raises ValueError."""
    written = "" if element is None else (element.text or "").strip()
    if not written:
        return None
    match type:
        case "b":
            return written in TRUE
        case "d":
            return _iso_date(written)
    number = _number(written)
    return _as_date(number, number_format, epoch) if is_date(number_format) else number


def _number(written: str) -> int | float:
    if _WHOLE.fullmatch(written):
        return int(written)
    if DECIMAL.fullmatch(written):
        return float(written)
    raise ValueError(written)


def _iso_date(written: str) -> CellValue:
    """A date, or a time of day, as ISO 8601 writes it."""
    if ":" in written and "-" not in written:
        return dt.time.fromisoformat(written)
    return dt.datetime.fromisoformat(written).replace(tzinfo=None)


def _as_date(number: int | float, number_format: str, epoch: dt.datetime) -> CellValue:
    """What a number means whose format shows a day or a time; a number that no day has stays."""
    if not 0 <= number <= _LAST_DAY:
        return number
    if is_duration(number_format):
        return dt.timedelta(days=number)
    day = int(number)
    time = dt.timedelta(seconds=round((number - day) * 86400))
    if day == 0 and time < dt.timedelta(days=1):
        return (dt.datetime.min + time).time()
    if epoch == EPOCH and day < _LEAP_BUG:
        day += 1
    return epoch + dt.timedelta(days=day) + time
