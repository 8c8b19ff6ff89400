"""What a sheet says, item by item: a label, what stands before it, and the number that belongs to
it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.kind import FieldSpec, FieldType
from generator.package.bring.sheet_columns import GENERIC, SheetColumns, of_year
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.bring.wording_alike import unit_in
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.grid import RawCell, letter
from generator.package.intake.heads import plain_head
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.totals import is_total

PERSONS, ROWS = "名单人数", "行数"
"""What a count is called, of people and of other rows."""
_LIST = re.compile("花名册|名单|名册|一览|台账|明细|清单|登记|目录")


@dataclass(frozen=True)
class SheetItem:
    """A number of a sheet, or the text beside a label.

    ``source`` says where it stands. ``label`` is what the sheet calls it; ``title`` what the sheet
    is about. ``unit`` is what the sheet says of it, "" for nothing; then ``units_above``, which stand
    above the table, may hold. ``cell`` is the one that holds
    it; where there is none, ``number`` is what the rows make, None for a heading, which has
    nothing. ``last`` is last year's number as the sheet has it, ``code`` that of the form.
    ``doubts`` are gone once a person said where it goes; ``faults`` are not.
    """

    source: str
    label: str
    title: str
    unit: str = ""
    cell: RawCell | None = None
    number: Decimal | None = None
    last: str = ""
    code: str = ""
    doubts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    units_above: tuple[str, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether it only heads those below it."""
        return self.cell is None and self.number is None and not self.faults

    @property
    def is_count(self) -> bool:
        """Whether rows were counted."""
        return self.label in (PERSONS, ROWS) and self.cell is None


def row_items(
    layout: SheetLayout, columns: SheetColumns, year: int, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of a sheet whose rows are labelled: the numbers of each row, or a heading.

    ``owners`` are names that may head the column of values of that year.
    """
    generic = GENERIC | of_year(year) | set(owners)
    items: list[SheetItem] = []
    for row in layout.body:
        label = _row_label(layout, columns, row)
        if label or columns.code is not None:
            items += _of_row(layout, columns, row, label, generic)
    return items


def _row_label(layout: SheetLayout, columns: SheetColumns, row: int) -> str:
    """The label of a row: the last text before its first number."""
    grid = layout.grid
    first = min((c for c in columns.values if not grid.at(row, c).blank), default=0)
    before = [c for c in columns.labels if c < first or not first]
    texts = [_text(layout, row, column) for column in before]
    return next((text for text in reversed(texts) if text), "")


def _text(layout: SheetLayout, row: int, column: int) -> str:
    """The text of a cell, of a merged one that of its first one."""
    merge = layout.grid.merged(row, column)
    cell = layout.grid.at(row, column)
    if merge is not None:
        cell = layout.grid.at(merge.top, merge.left)
    return " ".join(cell.text.split())


def _of_row(
    layout: SheetLayout, columns: SheetColumns, row: int, label: str, generic: set[str]
) -> Iterator[SheetItem]:
    cells = _value_cells(layout, columns, row)
    if not cells and label:
        yield SheetItem(str(layout.sheet), label, layout.title)
    code = plain_head(_text(layout, row, columns.code)) if columns.code is not None else ""
    unit = _text(layout, row, columns.unit) if columns.unit is not None else ""
    last = layout.grid.at(row, columns.last).text if columns.last is not None else ""
    for column, own_label in cells:
        head = layout.head(column)
        words = own_label or label
        says_what = len(cells) > 1 and not own_label and head and head not in generic
        yield SheetItem(
            layout.sheet.shown(row, column),
            f"{words}／{head}" if says_what else words,
            layout.title,
            unit or unit_in(words) or unit_in(head),
            layout.grid.at(row, column),
            last=last,
            code=code.rstrip(".、"),
            doubts=tuple(_head_doubts(head, generic, says_what=bool(says_what))),
        )


def _value_cells(layout: SheetLayout, columns: SheetColumns, row: int) -> list[tuple[int, str]]:
    """The cells of a row that hold values, each with a label of its own ("" for none) where several
    pairs of label and value stand side by side."""
    cells: list[tuple[int, str]] = []
    for column in columns.values:
        if layout.grid.at(row, column).blank or layout.grid.is_covered(row, column):
            continue
        is_pair = bool(cells) and column - 1 in columns.labels
        cells.append((column, _text(layout, row, column - 1) if is_pair else ""))
    return cells


def _head_doubts(head: str, generic: set[str], *, says_what: bool) -> Iterator[str]:
    """Why the column of a value may not be that of the whole year."""
    plain = re.sub(r"[（(][^（）()]*[)）]$", "", head)
    if head and plain not in generic and not says_what:
        yield f"数所在的列是“{head}”"


def column_items(layout: SheetLayout, columns: SheetColumns) -> list[SheetItem]:
    """The items of a sheet whose columns are labelled: the number of its one row, or what all rows
    add up to; with the headings that span several columns."""
    items: list[SheetItem] = []
    above: tuple[str, ...] = ()
    for column in columns.values:
        *upper, label = layout.heads.get(column, ("",))
        new = [text for text in upper if text not in above]
        items += [SheetItem(str(layout.sheet), text, layout.title) for text in new]
        above = tuple(upper)
        if label:
            items.append(_of_column(layout, column, label))
    return items


def _of_column(layout: SheetLayout, column: int, label: str) -> SheetItem:
    unit = unit_in(label)
    rows = [row for row in layout.body if not layout.grid.at(row, column).blank]
    totals = [row for row in layout.totals if not layout.grid.at(row, column).blank]
    if len(layout.body) == 1 and rows and not totals:
        cell = layout.grid.at(rows[0], column)
        return SheetItem(layout.sheet.shown(rows[0], column), label, layout.title, unit, cell)
    try:
        summed = _sum(layout, rows, column, unit)
    except (UnclearCellError, CellError) as fault:
        where, faults = f"{layout.sheet.prefix}{letter(column)}列", (f"有的格子读不成数：{fault}",)
        return SheetItem(where, label, layout.title, unit, faults=faults)
    if totals:
        return _total(layout, column, totals[-1], summed, label)
    where = (
        f"{layout.sheet.prefix}{letter(column)}{rows[0]}:{letter(column)}{rows[-1]}" if rows else ""
    )
    doubts = ("表上没有合计，这是各行加起来的数",)
    return SheetItem(where, label, layout.title, unit, number=summed, doubts=doubts)


def _total(layout: SheetLayout, column: int, row: int, summed: Decimal, label: str) -> SheetItem:
    """The total of a column; it is a fault where the rows make another number."""
    cell, unit = layout.grid.at(row, column), unit_in(label)
    faults: tuple[str, ...] = ()
    try:
        filed = _sum(layout, [row], column, unit)
        if filed != summed:
            faults = (f"合计写的是{filed:f}，各行加起来是{summed:f}",)
    except (UnclearCellError, CellError) as fault:
        faults = (f"合计读不成数：{fault}",)
    where = layout.sheet.shown(row, column)
    return SheetItem(where, label, layout.title, unit, cell, faults=faults)


def _sum(layout: SheetLayout, rows: Sequence[int], column: int, unit: str) -> Decimal:
    """What the cells of a column add up to. Raises UnclearCellError or CellError."""
    total = Decimal(0)
    for row in rows:
        text = number_text_of(layout.grid.at(row, column), unit)
        total += read_number(text, unit or own_unit(text)).value
    return total


def number_text_of(cell: RawCell, unit: str) -> str:
    """A cell that should hold a number, as text. Raises UnclearCellError."""
    return cell_text(cell, FieldSpec("", FieldType.NUMBER, unit), 0)


def own_unit(text: str) -> str:
    """The unit that a number is written with: 8场 → 场, "" for none."""
    match = re.fullmatch(r"[^0-9]*[0-9][0-9.,，\s]*[余多]?([^0-9\s]*)", text.strip())
    unit = match[1] if match else ""
    return re.sub("(以上|以下|左右|多|余)$", "", unit)


def count_items(layout: SheetLayout, columns: SheetColumns) -> list[SheetItem]:
    """The number of people on a list, or of rows where the title says that it is a list."""
    rows = [row for row in layout.body if _is_entry(layout, columns, row)]
    is_list = columns.persons is not None or _LIST.search(layout.title) is not None
    if not is_list or not rows:
        return []
    where = f"{layout.sheet.prefix}第{rows[0]}至{rows[-1]}行"
    label, unit = (ROWS, "") if columns.persons is None else (PERSONS, "人")
    doubts, faults = ("这是逐行数出来的",), tuple(_same_persons(layout, columns, rows))
    number = Decimal(len(rows))
    return [SheetItem(where, label, layout.title, unit, None, number, doubts=doubts, faults=faults)]


def _is_entry(layout: SheetLayout, columns: SheetColumns, row: int) -> bool:
    """Whether a row is one person, or one thing: it names somebody, or has several cells."""
    if columns.persons is None:
        return len(layout.grid.row(row)) > 1
    name = layout.grid.at(row, columns.persons)
    return not name.blank and not is_total(name.text)


def _same_persons(layout: SheetLayout, columns: SheetColumns, rows: Sequence[int]) -> Iterator[str]:
    """People who stand twice on a list: one person perhaps."""
    first: dict[str, int] = {}
    for row in rows if columns.persons is not None else ():
        name = plain_head(_text(layout, row, columns.persons or 0))
        if name in first:
            yield f"“{name}”在第{first[name]}行和第{row}行都有"
        first.setdefault(name, row)
