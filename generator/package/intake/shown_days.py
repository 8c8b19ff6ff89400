"""A day as the format of its cell shows it; what the format hides or adds is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.model.errors import Reading
from generator.model.kind import FieldSpec, FieldType
from generator.package.intake.formats import date_signs, numbers_beside
from generator.package.intake.unclear import UnclearCellError

_SERIALS = (32874, 73050)
"""Days of Excel from 1990 to 2099."""


def day_of_serial(value: float, epoch: dt.datetime) -> str:
    """The day that a serial number means; "" where it means none of these times."""
    if not _SERIALS[0] <= value <= _SERIALS[1]:
        return ""
    return (epoch + dt.timedelta(days=int(value))).date().isoformat()


def day_text(value: dt.date, number_format: str, spec: FieldSpec, year: int) -> str:
    """A date by what its format shows: 2021-05-18, 2021-05 (no day shown), 5月18日 (no year); all
    of it where the format is none of a date."""
    _refuse_time(value)
    signs = date_signs(number_format) or {"y", "m", "d"}
    beside = numbers_beside(number_format, value.year)
    has_year, has_day = bool(signs & {"y", "e"} or beside), "d" in signs
    _require_no_other_year(value, beside, spec, has_day)
    if spec.type is FieldType.DATE:
        _require_month(value, signs, has_year, has_day)
    if not has_year and value.year != year:
        raise _other_year(value, year)
    if spec.type is FieldType.DATE:
        return _in_signs(value, has_day)
    if spec.type is FieldType.TEXT and "月" in number_format:
        return _spelled(value, has_year, has_day)
    message = f"被 Excel 当作日期（{value:%Y-%m-%d}）"
    raise UnclearCellError(message, "请把这一格的格式设为“文本”后重新键入")


def require_stored_day(value: dt.date, number_format: str) -> None:
    """Raise UnclearCellError where a format, whatever it is for, shows another year than that of
    the stored day."""
    beside = numbers_beside(number_format, value.year)
    _require_no_other_year(value, beside, FieldSpec("", FieldType.DATE), has_day=True)


def _require_no_other_year(
    value: dt.date, beside: Sequence[str], spec: FieldSpec, has_day: bool
) -> None:
    """Raise UnclearCellError where a format shows a number beside the month and the day that is not
    the stored year."""
    own = (f"{value.year}", f"{value.year % 100:02d}")
    others = [number for number in beside if number not in own]
    if not others:
        return
    stored = _in_signs(value, has_day)
    message = f"格式里写着“{others[0]}”，存的却是{value:%Y-%m-%d}"
    todo = f"请把格式改为一般的日期，是存的就写成 {stored}"
    readings = (Reading(f"是存的{stored}", stored), Reading("不知道", None))
    raise UnclearCellError(message, todo, readings if spec.type is FieldType.DATE else ())


def _in_signs(value: dt.date, has_day: bool) -> str:
    """A day as 2021-05-18, without the day 2021-05."""
    month = f"{value.year:04d}-{value.month:02d}"
    return f"{month}-{value.day:02d}" if has_day else month


def _require_month(value: dt.date, signs: set[str], has_year: bool, has_day: bool) -> None:
    """Raise UnclearCellError where a format shows a year, a day or an hour alone."""
    is_time = bool(signs & {"h", "s"}) and not (has_year or has_day)
    if "m" in signs and not is_time:
        return
    year, day = f"{value.year:04d}", f"{value:%Y-%m-%d}"
    if has_year:
        todo = f"只知道年份就写 {year}，否则请写成 {day}"
        readings = (Reading(f"是{year}年", year), Reading(f"是{day}", day))
        raise UnclearCellError(f"只看得到年份{year}，存的却是{day}", todo, readings)
    seen = f"只看得到{value.day}日" if has_day else "看不到年月日"
    readings = (Reading(f"是{day}", day), Reading("不知道", None))
    todo = f"请写成 {day} 那样，不知道就清空"
    raise UnclearCellError(f"{seen}，存的却是{day}", todo, readings)


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
