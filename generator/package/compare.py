"""What differs between two packages: figures and records added, removed, changed; with change and rate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Literal

from generator.figures import Figure, FigureBook
from generator.model.cell import DateRange, PartialDate, Scalar
from generator.model.dataset import Dataset, Records
from generator.standard.wording import dates, numbers

State = Literal["新增", "删去", "变化"]


@dataclass(frozen=True)
class Change:
    """A figure, a record or a cell of a record that is not the same in both packages.

    ``old`` and ``new`` are as they print, "" where there is none; ``change`` is the difference with its sign and
    ``rate`` the same in %, both "" where the values are no numbers, or the rate has no meaning (a base of zero or below).
    """

    state: State
    what: str
    name: str
    old: str = ""
    new: str = ""
    change: str = ""
    rate: str = ""


@dataclass(frozen=True)
class Difference:
    """All changes of figures and of records, and how many figures are the same."""

    figures: tuple[Change, ...]
    records: tuple[Change, ...]
    same: int

    def as_dict(self) -> dict[str, object]:
        """As plain data."""
        return {
            "figures": [asdict(change) for change in self.figures],
            "records": [asdict(change) for change in self.records],
            "same": self.same,
        }


def packages(old: tuple[Dataset, FigureBook], new: tuple[Dataset, FigureBook]) -> Difference:
    """The differences, in the order of the new package, what was removed at its place in the old one at the end."""
    keys = tuple(dict.fromkeys((*new[1].keys(), *old[1].keys())))
    told = [_figure(key, _get(old[1], key), _get(new[1], key)) for key in keys]
    known = sum(_known(old[1], key) and _known(new[1], key) for key in keys)
    figures = tuple(change for change in told if change is not None)
    changed = sum(change.state == "变化" for change in figures)
    names = tuple(dict.fromkeys((*new[0].records, *old[0].records)))
    records = tuple(
        change
        for name in names
        for change in _records(name, old[0].records.get(name), new[0].records.get(name))
    )
    return Difference(figures, records, known - changed)


def _get(book: FigureBook, key: str) -> Figure | None:
    figure = book.get(key) if key in book else None
    return figure if figure is not None and figure.known else None


def _known(book: FigureBook, key: str) -> bool:
    return _get(book, key) is not None


def _figure(key: str, old: Figure | None, new: Figure | None) -> Change | None:
    """How a figure changed; None where it did not, or nobody knows it."""
    if old is None or new is None:
        if there := new or old:
            return Change(
                "新增" if new else "删去",
                key,
                there.name,
                *(("", shown(there)) if new else (shown(there), "")),
            )
        return None
    if shown(old) == shown(new) and old.value == new.value:
        return None
    return Change("变化", key, new.name, shown(old), shown(new), *difference(old, new))


def difference(old: Figure, new: Figure) -> tuple[str, str]:
    """The change with its sign and unit, and the rate in %; "" where it has no meaning."""
    before, after = old.number_or_none, new.number_or_none
    if before is None or after is None:
        return "", ""
    try:
        before = numbers.convert(before, old.unit, new.unit)
    except ValueError:
        if (old.unit, new.unit) != ("", "") and old.unit != new.unit:
            return "单位不同", ""
    assert before is not None
    rate = "" if before <= 0 or after < 0 else f"{_signed((after - before) * 100 / before, 2)}%"
    return f"{_signed(after - before)}{'个百分点' if new.unit == '%' else new.unit}", rate


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
        case _:
            return str(value)


def _records(name: str, old: Records | None, new: Records | None) -> Iterator[Change]:
    """The records of one file by key: added, changed cell by cell, removed."""
    before = {record.key: record for record in old or ()}
    after = {record.key: record for record in new or ()}
    for key, record in after.items():
        if key not in before:
            told = "，".join(
                _text(cell.value)
                for cell in list(record.cells.values())[1:4]
                if cell.value is not None
            )
            yield Change("新增", f"{name}[{key}]", name, "", told)
            continue
        for field, cell in record.cells.items():
            there = before[key].cells.get(field)
            was = there.value if there else None
            if cell.value != was:
                sides = (Figure("", "", was, cell.unit), Figure("", "", cell.value, cell.unit))
                yield Change(
                    "变化",
                    f"{name}[{key}].{field}",
                    field,
                    shown(sides[0]),
                    shown(sides[1]),
                    *difference(*sides),
                )
    for key, record in before.items():
        if key not in after:
            told = "，".join(
                _text(cell.value)
                for cell in list(record.cells.values())[1:4]
                if cell.value is not None
            )
            yield Change("删去", f"{name}[{key}]", name, told)


def as_text(found: Difference) -> str:
    """The differences for a person to read, a line each."""
    lines = [
        f"数：新增 {_count(found.figures, '新增')}，删去 {_count(found.figures, '删去')}，变化 {_count(found.figures, '变化')}，"
        f"相同 {found.same}"
    ]
    lines += map(_line, found.figures)
    lines += [
        "",
        f"记录：新增 {_count(found.records, '新增')}，删去 {_count(found.records, '删去')}，变化 {_count(found.records, '变化')}",
    ]
    lines += map(_line, found.records)
    return "\n".join(lines) + "\n"


def _count(changes: tuple[Change, ...], state: State) -> int:
    return sum(change.state == state for change in changes)


def _line(change: Change) -> str:
    told = "，".join(part for part in (change.change, change.rate) if part)
    values = f"{change.old} → {change.new}" if change.state == "变化" else change.new or change.old
    return f"  {change.state}  {change.what}\t{values}" + (f"\t{told}" if told else "")
