"""What stands in a cell of a workbook, as the text that a CSV file would hold."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from generator.model.kind import FieldSpec, FieldType

CellValue = bool | int | float | str | dt.datetime | dt.date | dt.time | dt.timedelta | None

_SERIAL = re.compile(r"\d{5}(\.0+)?")
_SERIALS = (32874, 73050)
"""Days of Excel from 1990 to 2099."""
_ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}
_COLOURS = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
"""Parts of a number format that show no digit: colours and conditions, quoted and escaped text."""


class UnclearCellError(ValueError):
    """A cell that does not say clearly what it holds: what is wrong, and what to do."""

    def __init__(self, message: str, todo: str) -> None:
        super().__init__(message)
        self.message, self.todo = message, todo


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell as the file holds it: its value (of a formula the cached one), its formula ("" for
    none), its number format, and the day from which the workbook counts."""

    value: CellValue
    formula: str = ""
    format: str = "General"
    epoch: dt.datetime = dt.datetime(1899, 12, 30)

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.formula and not self.text.strip()

    @property
    def text(self) -> str:
        """The value where no type is asked for, "" where there is none."""
        return "" if self.value is None else str(self.value)


def number_text(value: int | float) -> str:
    """A number in plain digits, as many as Excel keeps (15)."""
    return f"{Decimal(format(value, '.15g')):f}" if isinstance(value, float) else str(value)


def cell_text(cell: RawCell, spec: FieldSpec, year: int) -> str:
    """The text of a cell in a column of that type; ``year`` is that of the report.

    Raises UnclearCellError where it is not clear what is meant.
    """
    value = cell.value
    match value:
        case None if cell.formula:
            todo = "请在 Excel 或 WPS 里打开，算好后存一次，或直接填数"
            raise UnclearCellError("公式没有存下算出的值", todo)
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case dt.date():
            return _date(value, cell.format, spec, year)
        case dt.time() | dt.timedelta():
            raise UnclearCellError(f"写的是时刻“{value}”", "请改为数字或日期")
        case int() | float():
            if isinstance(value, float) and not math.isfinite(value):
                raise UnclearCellError(f"存的数是“{value}”", "请改为数字")
            return _number(value, cell, spec)
    return _text(value, spec, cell.epoch)


def _text(text: str, spec: FieldSpec, epoch: dt.datetime) -> str:
    if text in _ERRORS:
        raise UnclearCellError(f"公式出错（{text}）", "请改正公式，或直接填数")
    plain = unicodedata.normalize("NFKC", text).strip()
    counts_days = spec.type is FieldType.DATE and _SERIAL.fullmatch(plain)
    return (counts_days and _serial(float(plain), epoch)) or text


def _serial(value: float, epoch: dt.datetime) -> str:
    """The day that a serial number means; "" where it means none of these times."""
    if not _SERIALS[0] <= value <= _SERIALS[1]:
        return ""
    return (epoch + dt.timedelta(days=int(value))).date().isoformat()


def _number(value: float, cell: RawCell, spec: FieldSpec) -> str:
    number = number_text(value)
    if "%" in _COLOURS.sub("", cell.format):
        return f"{(Decimal(number) * 100).normalize():f}%"
    day = _serial(value, cell.epoch) if spec.type is FieldType.DATE else ""
    return day or number


def _date(value: dt.date, number_format: str, spec: FieldSpec, year: int) -> str:
    """A date by what its format shows: 2021-05-18, 2021-05 (no day shown), 5月18日 (no year)."""
    _refuse_time(value)
    shown = set(_COLOURS.sub("", number_format.split(";")[0]).lower())
    has_year, has_day = bool(shown & {"y", "e"}), "d" in shown
    if not has_year and value.year != year:
        raise _other_year(value, year)
    if spec.type is FieldType.DATE:
        return value.strftime("%Y-%m-%d" if has_day else "%Y-%m")
    if spec.type is FieldType.TEXT and "月" in number_format:
        return _spelled(value, has_year, has_day)
    message = f"被 Excel 当作日期（{value:%Y-%m-%d}）"
    raise UnclearCellError(message, "请把这一格的格式设为“文本”后重新键入")


def _refuse_time(value: dt.date) -> None:
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        raise UnclearCellError(f"写的是“{value:%Y-%m-%d %H:%M}”，带有时刻", "请只写日期")


def _other_year(date: dt.date, year: int) -> UnclearCellError:
    message = f"显示的是{date.month}月{date.day}日，存的却是{date.year}年"
    todo = f"如果是{year}年，请写成 {year}-{date.month:02d}-{date.day:02d}"
    return UnclearCellError(message, todo)


def _spelled(date: dt.date, has_year: bool, has_day: bool) -> str:
    year = f"{date.year}年" if has_year else ""
    day = f"{date.day}日" if has_day else ""
    return f"{year}{date.month}月{day}"
