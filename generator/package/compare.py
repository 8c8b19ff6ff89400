"""What differs between two packages: figures and records added, removed, changed; with change and
rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import asdict

from generator.figures import Figure, FigureBook
from generator.model.cell import Cell, DateRange, PartialDate, Scalar
from generator.model.dataset import Dataset, Record
from generator.standard.wording import dates, numbers

_KNOWN_BY = slice(1, 4)
"""The cells of a record by which a person knows it: those after its key."""


class ChangeState(StrEnum):
    """Whether something is only in the new package, only in the old one, or not the same in
    both."""

    ADDED = "新增"
    REMOVED = "删去"
    CHANGED = "变化"


class PackageChange(Struct, frozen=True):
    """A figure, a record or a cell of a record that is not the same in both packages.

    ``old`` and ``new`` are as they print, "" where there is none; ``change`` is the difference with
    its sign and ``rate`` the same in %, both "" where the values are no numbers, or the rate has no
    meaning (a base of zero or below).
    """

    state: ChangeState
    what: str
    name: str
    old: str = ""
    new: str = ""
    change: str = ""
    rate: str = ""


class PackageDifference(Struct, frozen=True):
    """All changes of figures and of records, and how many figures are the same."""

    figures: tuple[PackageChange, ...]
    records: tuple[PackageChange, ...]
    same: int

    def as_dict(self) -> dict[str, object]:
        """As plain data."""
        return {
            "figures": [asdict(change) for change in self.figures],
            "records": [asdict(change) for change in self.records],
            "same": self.same,
        }


def packages(old: tuple[Dataset, FigureBook], new: tuple[Dataset, FigureBook]) -> PackageDifference:
    """The differences in the order of the new package; what was removed comes last, in the order of
    the old one."""
    (old_data, old_book), (new_data, new_book) = old, new
    figures: list[PackageChange] = []
    same = 0
    for key in dict.fromkeys((*new_book.keys(), *old_book.keys())):
        before, after = _known(old_book, key), _known(new_book, key)
        change = _figure_change(key, before, after)
        figures += [change] if change else []
        same += before is not None and change is None
    records: list[PackageChange] = []
    for name in dict.fromkeys((*new_data.records, *old_data.records)):
        before_rows, after_rows = _rows(old_data, name), _rows(new_data, name)
        records += _record_changes(name, before_rows, after_rows)
    return PackageDifference(tuple(figures), tuple(records), same)


def _rows(dataset: Dataset, name: str) -> dict[str, Record]:
    """The records of a file by key."""
    records = dataset.records.get(name)
    return {record.key: record for record in records or ()}


def _known(book: FigureBook, key: str) -> Figure | None:
    """The figure; None where the package does not have it or nobody knows its value."""
    figure = book.get(key) if key in book else None
    return figure if figure is not None and figure.known else None


def _figure_change(key: str, old: Figure | None, new: Figure | None) -> PackageChange | None:
    """How a figure changed; None where it did not, or nobody knows it."""
    if old is None or new is None:
        return _came_or_went(key, old, new)
    is_same = shown(old) == shown(new) and old.value == new.value
    return None if is_same else _changed(key, new.name, old, new)


def _came_or_went(key: str, old: Figure | None, new: Figure | None) -> PackageChange | None:
    if new is not None:
        return PackageChange(ChangeState.ADDED, key, new.name, new=shown(new))
    if old is not None:
        return PackageChange(ChangeState.REMOVED, key, old.name, old=shown(old))
    return None


def _changed(what: str, name: str, old: Figure, new: Figure) -> PackageChange:
    change, rate = difference(old, new)
    return PackageChange(ChangeState.CHANGED, what, name, shown(old), shown(new), change, rate)


def difference(old: Figure, new: Figure) -> tuple[str, str]:
    """The change with its sign and unit, and the rate in %; "" where it has no meaning."""
    before, after = old.number_or_none, new.number_or_none
    if before is None or after is None:
        return "", ""
    converted = _converted(before, old.unit, new.unit)
    if converted is None:
        return "单位不同", ""
    gap = after - converted
    unit = "个百分点" if new.unit == "%" else new.unit
    has_rate = converted > 0 and after >= 0
    rate = f"{_signed(gap * 100 / converted, 2)}%" if has_rate else ""
    return f"{_signed(gap)}{unit}", rate


def _converted(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """The value in another unit; None where there is no way from the one to the other."""
    try:
        return numbers.convert(value, unit, wanted)
    except ValueError:
        return value if unit == wanted else None


def _signed(value: Decimal, places: int | None = None) -> str:
    return ("+" if value > 0 else "") + numbers.num(value, places)


def shown(figure: Figure) -> str:
    """A value with its unit and qualifier."""
    if isinstance(figure.value, Decimal):
        return numbers.qty(figure.value, figure.unit, figure.qualifier, places=figure.places)
    return _text(figure.value)


def _text(value: Scalar | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case Decimal():
            return numbers.num(value)
        case PartialDate():
            return dates.day(value)
        case DateRange():
            return dates.date_range(value.start, value.end)
        case tuple():
            return "、".join(value)
    return value


def _record_changes(
    name: str, before: Mapping[str, Record], after: Mapping[str, Record]
) -> Iterator[PackageChange]:
    """The records of one file: added, changed cell by cell, removed."""
    for key, record in after.items():
        what = f"{name}[{key}]"
        if key in before:
            yield from _cell_changes(what, before[key], record)
        else:
            yield PackageChange(ChangeState.ADDED, what, name, new=_known_by(record))
    for key, record in before.items():
        if key not in after:
            what = f"{name}[{key}]"
            yield PackageChange(ChangeState.REMOVED, what, name, old=_known_by(record))


def _known_by(record: Record) -> str:
    """What a person knows a record by."""
    cells = list(record.cells.values())[_KNOWN_BY]
    return "，".join(_text(cell.value) for cell in cells if cell.value is not None)


def _cell_changes(what: str, before: Record, after: Record) -> Iterator[PackageChange]:
    for field, cell in after.cells.items():
        there = before.cells.get(field)
        old = there.value if there else None
        if cell.value != old:
            yield _changed(f"{what}.{field}", field, _figure(old, cell), _figure(cell.value, cell))


def _figure(value: Scalar | None, cell: Cell) -> Figure:
    """A value as a figure with the unit of the cell."""
    return Figure("", "", value, cell.unit)


def as_text(difference: PackageDifference) -> str:
    """The differences for a person to read, a line each."""
    figures = f"{_counts(difference.figures)}，相同 {difference.same}"
    lines = [f"数：{figures}", *map(_line, difference.figures), ""]
    lines += [f"记录：{_counts(difference.records)}", *map(_line, difference.records)]
    return "\n".join(lines) + "\n"


def _counts(changes: Sequence[PackageChange]) -> str:
    states = [change.state for change in changes]
    return "，".join(f"{state} {states.count(state)}" for state in ChangeState)


def _line(change: PackageChange) -> str:
    values = change.new or change.old
    if change.state is ChangeState.CHANGED:
        values = f"{change.old} → {change.new}"
    gap = "，".join(part for part in (change.change, change.rate) if part)
    return f"  {change.state}  {change.what}\t{values}" + (f"\t{gap}" if gap else "")
