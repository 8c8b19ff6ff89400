"""Text of a cell to a value of the declared type."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from generator.model import limits
from generator.model.cell import PartialDate, Scalar
from generator.model.kind import FieldSpec, FieldType

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_DATES = (
    re.compile(
        r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?:[ T]0{1,2}:00(?::00)?)?"
    ),
    re.compile(r"(?:(?P<y>\d{4})年)?(?:(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?)?"),
    re.compile(r"(?P<y>\d{4})"),
)
_YES = {"是", "√", "有", "Y", "y", "TRUE", "True"}
_NO = {"否", "×", "无", "N", "n", "FALSE", "False"}


class CellError(ValueError):
    """A cell that is not what its column declares; the message says what was expected and what to
    do."""

    def __init__(self, expected: str, todo: str) -> None:
        super().__init__(expected)
        self.expected, self.todo = expected, todo


def parse_number(text: str, unit: str = "") -> Decimal:
    """The number in ``text``: full-width digits, thousands commas and blanks are read; a % only
    where it is the unit.

    Raises CellError where it is not a number.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if unit == "%":
        plain = plain.removesuffix("%")
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise CellError("应当是数字", "请写阿拉伯数字，单位不写在格子里；还不知道就留空")
    if sum(map(str.isdigit, plain)) > limits.CELL_DIGITS:
        raise CellError(f"数最多{limits.CELL_DIGITS}位", "请核对；小数请四舍五入")
    return Decimal(plain)


def parse_date(text: str, year: int) -> PartialDate:
    """The date in ``text`` (2021-05-18, 2021/5/18, 2021年5月18日, 5月18日 of ``year``, 2021-05, 2021).

    Raises CellError where it is not a date or does not exist.
    """
    parts = _date_parts(unicodedata.normalize("NFKC", text).strip())
    if not parts:
        raise CellError("应当是日期", f"请写成 {year}-05-18 或 5月18日")
    date = PartialDate(parts.get("y", year), parts.get("m", 0), parts.get("d", 0))
    given = (parts.get("m", 1), parts.get("d", 1))
    if 0 in given or not _exists(date):
        raise CellError("没有这一天", "请核对年月日")
    return date


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


def parse_cell(text: str, spec: FieldSpec, year: int) -> Scalar | None:
    """The value of a cell of the declared type; None where it is blank. Raises CellError."""
    plain = text.strip()
    if not plain:
        return None
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
