"""Text of a cell to a value of the declared type."""

from __future__ import annotations

import re

from generator.model.cell import PartialDate, Scalar
from generator.model.errors import Reading
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.package.intake.characters import narrow
from generator.package.intake.numbers import CellError, parse_number

_DATES = (
    regex(
        r"(?P<y>[0-9]{4})[-/.](?P<m>[0-9]{1,2})(?:[-/.](?P<d>[0-9]{1,2}))?"
        r"(?:[ T]0{1,2}:00(?::00)?)?"
    ),
    regex(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})"),
    regex(
        r"(?:(?P<y>[0-9]{4}) ?年 ?)?(?:(?P<m>[0-9]{1,2}) ?月 ?份?(?:(?P<d>[0-9]{1,2}) ?[日号])?)?"
    ),
    regex(r"(?P<y>[0-9]{4})"),
)
_SHORT_YEAR = regex(r"[0-9]{2}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2} ?日?")
_FIRST_YEAR, _YEARS_AHEAD = 1901, 50
"""The first year of a date, and how many years behind that of the report the last one is: a lease
or a power station ends long after it; 1900 is what a spreadsheet makes of a small number."""
_LOST_ZERO = regex(r"([0-9]{4})\.1")
"""January, or October whose zero a spreadsheet dropped: 2023.1."""
_DITTO = frozenset(("同上", "同前", "同上行", "〃", "々", "“", "”", '"', "″", "＂", "''"))
"""How people say that a cell says what the one above says."""
_YES = {"是", "√", "有", "Y", "y", "TRUE", "True"}
_NO = {"否", "×", "无", "N", "n", "FALSE", "False"}


def parse_date(text: str, year: int) -> PartialDate:
    """The date in ``text`` (2021-05-18, 2021/5/18, 20210518, 2021年5月18日, 5月18日 of ``year``,
    2021-05, 2021).

    Raises CellError where it is not a date, does not exist, may mean two months or is of a year
    that no report speaks of; ``year`` is 0 where the report is not known.
    """
    plain = narrow(text).strip()
    if _LOST_ZERO.fullmatch(plain):
        raise _one_or_ten(plain[:4])
    parts = _date_parts(plain)
    if not parts and _SHORT_YEAR.fullmatch(plain):
        raise CellError(f"年份只写了“{plain[:2]}”两位", f"年份要写四位，如 {year}-05-18")
    if not parts:
        raise CellError("应当是日期", f"请写成 {year}-05-18 或 5月18日")
    date = PartialDate(parts.get("y", year), parts.get("m", 0), parts.get("d", 0))
    _require_likely(date.year, year)
    given = (parts.get("m", 1), parts.get("d", 1))
    if 0 in given or not _exists(date):
        raise CellError("没有这一天", "请核对年月日")
    return date


def _require_likely(written: int, year: int) -> None:
    """Raise CellError where a date is of a year that the report of ``year`` does not speak of."""
    last = year + _YEARS_AHEAD
    if year and not _FIRST_YEAR <= written <= last:
        expected = f"年份是{written:04d}，应当在{_FIRST_YEAR}至{last}之间"
        raise CellError(expected, "请核对年份")


def _one_or_ten(year: str) -> CellError:
    january, october = f"{year}-01", f"{year}-10"
    readings = (Reading("是1月", january), Reading("是10月", october))
    todo = f"1月请写成 {january}，10月请写成 {october}"
    return CellError("不知道是1月还是10月（表格会把 10 末尾的 0 去掉）", todo, readings)


def _date_parts(text: str) -> dict[str, int]:
    """The year, month and day that stand there; none where it is not a date."""
    for pattern in _DATES:
        match = pattern.fullmatch(text)
        if match:
            return {part: int(digits) for part, digits in match.groupdict().items() if digits}
    return {}


def _exists(date: PartialDate) -> bool:
    try:
        return date.date is not None
    except ValueError:
        return False


def parse_flag(text: str) -> bool:
    """是 or 否. Raises CellError for anything else."""
    plain = text.strip()
    if plain in _YES:
        return True
    if plain in _NO:
        return False
    raise CellError("应当是“是”或“否”", "请改为是或否，不详留空")


def parse_list(text: str) -> tuple[str, ...]:
    """The items of a list, separated by 、 or ；."""
    return tuple(item.strip() for item in re.split(r"[、；;]", text) if item.strip())


def parse_choice(text: str, choices: tuple[str, ...]) -> str:
    """One of the choices. Raises CellError for anything else."""
    if text not in choices:
        raise CellError("只能填" + "、".join(choices), "请改为其中一项")
    return text


def require_own_words(text: str) -> None:
    """Raise CellError where a cell only says that it says what the one above says."""
    if text in _DITTO:
        raise CellError("各行单独读，不知道指的是什么", "请照上一行把内容写全")


def parse_cell(text: str, spec: FieldSpec, year: int) -> Scalar | None:
    """The value of a cell of the declared type; None where it is blank. Raises CellError."""
    plain = text.strip()
    if not plain:
        return None
    require_own_words(plain)
    match spec.type:
        case FieldType.NUMBER:
            return parse_number(plain, spec.unit)
        case FieldType.DATE:
            return parse_date(plain, year)
        case FieldType.FLAG:
            return parse_flag(plain)
        case FieldType.LIST:
            return parse_list(plain)
        case FieldType.CHOICE:
            return parse_choice(plain, spec.choices)
    return plain
