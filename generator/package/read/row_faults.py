"""What is wrong with a row of a record file each of whose cells can be read by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.cell import Cell, PartialDate, Scalar
from generator.model.errors import Problem
from generator.model.kind import FieldSpec, FieldType

_ENDS = (("开始", "结束"), ("起始", "终止"))
"""What the names of two columns say of the beginning and the end of one thing."""


def date_pairs(fields: Sequence[FieldSpec]) -> tuple[tuple[str, str], ...]:
    """The columns of dates that are beginning and end of one thing: 开始 and 结束, 活动开始日期 and
    活动结束日期."""
    days = [field.name for field in fields if field.type is FieldType.DATE]
    pairs = ((name, name.replace(*ends)) for name in days for ends in _ENDS)
    return tuple((start, end) for start, end in pairs if start != end and end in days)


def order_faults(cells: Mapping[str, Cell], pairs: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """An end before its beginning, as far as both are given: 2021年4月 is not before 2021年4月30日."""
    for start, end in pairs:
        if _is_before(cells[end].value, cells[start].value):
            message = f"“{end}”是{cells[end].raw}，早于“{start}”的{cells[start].raw}"
            todo = "请核对这两格，改正写错的一格"
            source = cells[end].source
            yield Problem(message, todo, source.file, source.row, source.column)


def _is_before(date: Scalar | None, other: Scalar | None) -> bool:
    """Whether a date is before another in the parts that both have."""
    if not isinstance(date, PartialDate) or not isinstance(other, PartialDate):
        return False
    for one, two in zip(_parts(date), _parts(other), strict=True):
        if 0 in (one, two) or one != two:
            return 0 not in (one, two) and one < two
    return False


def _parts(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day
