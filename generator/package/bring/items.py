"""What a sheet says, item by item: a label, what stands before it, and the number that belongs to
it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.kind import FieldSpec, FieldType
from generator.package.bring.sheet_columns import GENERIC, SheetColumns, of_year
from generator.package.bring.sheet_layout import UNITS, SheetLayout, is_numeric
from generator.package.bring.wording_alike import unit_in
from generator.package.intake.celltext import UnclearCellError, cell_text
from generator.package.intake.grid import RawCell, letter
from generator.package.intake.heads import plain_head
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.totals import is_total

PERSONS, ROWS = "名单人数", "行数"
"""What a count is called, of people and of other rows."""
_COUNTY = re.compile("[\u4e00-\u9fff]{1,7}[县区市旗州]")
_LIST = re.compile("花名册|名单|名册|一览|台账|明细|清单|登记|目录")


@dataclass(frozen=True)
class SheetItem:
    """A number of a sheet, or the text beside a label.

    ``source`` says where it stands. ``label`` is what the sheet calls it; ``title`` what the sheet
    is about. ``unit`` is what the sheet says of it, "" for nothing: then one of ``units_above`` may
    hold, which stand above the table. ``cell`` is the one that holds it; where there is none,
    ``number`` is what the rows make, None for a heading, which has nothing. ``last`` is last year's number as the sheet has it, ``code`` that of the form.
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
    """The items of a sheet whose rows are labelled: the numbers of each row, and headings.

    ``owners`` are names that may head the column of values of that year.
    """
    generic = GENERIC | of_year(year) | set(owners)
    items: list[SheetItem] = []
    above: list[str] = []
    for row in layout.body:
        *outer, label = _row_labels(layout, columns, row) or [""]
        items += [_heading(layout, text) for text in outer if text not in above]
        above = outer
        if label or columns.code is not None:
            items += _of_row(layout, columns, row, label, generic)
    return items


def _heading(layout: SheetLayout, text: str) -> SheetItem:
    return SheetItem(str(layout.sheet), text, layout.title)


def _row_labels(layout: SheetLayout, columns: SheetColumns, row: int) -> list[str]:
    """The texts before the first number of a row, behind it where there are none: what spans
    several rows, then the label."""
    grid = layout.grid
    first = min((c for c in columns.values if not grid.at(row, c).blank), default=0)
    before = [c for c in columns.labels if c < first or not first]
    texts = [_text(layout, row, column) for column in before or columns.labels]
    return list(dict.fromkeys(text for text in texts if text and text not in UNITS))


def _unit_of_row(layout: SheetLayout, columns: SheetColumns, row: int) -> str:
    """The unit in the column of units, or in a cell that says nothing else."""
    if columns.unit is not None:
        return _text(layout, row, columns.unit)
    texts = [_text(layout, row, column) for column in columns.labels]
    return next((text for text in texts if text in UNITS), "")


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
    """The items of a row: one for each of its numbers, a heading where it has none."""
    cells = _value_cells(layout, columns, row)
    if not cells and label:
        yield _heading(layout, label)
    code = _text(layout, row, columns.code) if columns.code is not None else ""
    unit = _unit_of_row(layout, columns, row)
    last = layout.grid.at(row, columns.last).text if columns.last is not None else ""
    for column, own_label in cells:
        head, words = layout.head(column), own_label or label
        if is_total(head):
            head = ""
        if len(cells) > 1 and not own_label and head and head not in generic:
            words, head = f"{words}／{head}", ""
        yield SheetItem(
            layout.sheet.shown(row, column),
            words,
            layout.title,
            unit or unit_in(words) or unit_in(layout.head(column)) or _unit_below(layout, column),
            layout.grid.at(row, column),
            last=last,
            code=plain_head(code).rstrip(".、"),
            doubts=tuple(_head_doubts(head, generic)),
            faults=tuple(_merge_faults(layout, row, column)),
        )


def _unit_below(layout: SheetLayout, column: int) -> str:
    return layout.units_below.get(column, "")


def _merge_faults(layout: SheetLayout, row: int, column: int) -> Iterator[str]:
    """Why a number may not belong to its row alone."""
    merge = layout.grid.merged(row, column)
    if merge is not None and merge.bottom > merge.top:
        yield f"第{merge.top}至{merge.bottom}行合并成了一格，不知道每行各是多少"


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


def _head_doubts(head: str, generic: set[str]) -> Iterator[str]:
    """Why the column of a value may not be that of the whole year."""
    plain = re.sub(r"[（(][^（）()]*[)）]$", "", head)
    if head and plain not in generic:
        yield f"数所在的列是“{head}”"


def column_items(
    layout: SheetLayout, columns: SheetColumns, owners: Sequence[str]
) -> list[SheetItem]:
    """The items of a sheet whose columns are labelled, with the headings that span several columns.

    ``owners`` are the names of the place, which may have a row of its own among others.
    """
    items: list[SheetItem] = []
    above: tuple[str, ...] = ()
    for column in columns.values:
        *upper, label = layout.heads.get(column, ("",))
        new = [text for text in upper if text not in above]
        items += [_heading(layout, text) for text in new]
        above = tuple(upper)
        if label:
            items.append(_of_column(layout, column, label, owners))
    return items


def _of_column(layout: SheetLayout, column: int, label: str, owners: Sequence[str]) -> SheetItem:
    """The item of a column: the number of the one row, or of the row of the place itself; else what
    its rows add up to."""
    unit = unit_in(label) or _unit_below(layout, column)
    rows = [row for row in layout.body if not layout.grid.at(row, column).blank]
    own = [row for row in layout.body if _names(layout, row, owners)]
    if len(layout.body) == 1 or len(own) == 1:
        row = own[0] if own else layout.body[0]
        cell, where = layout.grid.at(row, column), layout.sheet.shown(row, column)
        return SheetItem(where, label, layout.title, unit, cell)
    faults = tuple(_other_owners(layout, rows))
    try:
        summed = _sum(layout, rows, column, unit)
    except (UnclearCellError, CellError) as fault:
        where = f"{layout.sheet.prefix}{letter(column)}列"
        faults = (*faults, f"有的格子读不成数：{fault}")
        return SheetItem(where, label, layout.title, unit, faults=faults)
    totals = [row for row in layout.totals if not layout.grid.at(row, column).blank]
    if totals:
        item = _total(layout, column, totals[-1], summed, label)
        return replace(item, unit=unit, faults=(*faults, *item.faults))
    where = f"{layout.sheet.prefix}{letter(column)}{rows[0]}:{letter(column)}{rows[-1]}"
    doubts = ("表上没有合计，这是各行加起来的数",)
    return SheetItem(where, label, layout.title, unit, number=summed, doubts=doubts, faults=faults)


def _names(layout: SheetLayout, row: int, owners: Sequence[str]) -> bool:
    """Whether a row is that of the place itself."""
    return any(plain_head(cell.text) in owners for cell in layout.grid.row(row).values())


def _other_owners(layout: SheetLayout, rows: Sequence[int]) -> Iterator[str]:
    """Why the sum of some rows may be that of several counties."""
    texts = [plain_head(cell.text) for row in rows for cell in layout.grid.row(row).values()]
    counties = [text for text in texts if _COUNTY.fullmatch(text)]
    if len(counties) > 1:
        yield f"各行是{'、'.join(counties[:3])}等，不知道要哪一行"


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
    doubts, faults = ("这是逐行数出来的",), tuple(_list_faults(layout, columns, rows))
    number = Decimal(len(rows))
    return [SheetItem(where, label, layout.title, unit, None, number, doubts=doubts, faults=faults)]


def _is_entry(layout: SheetLayout, columns: SheetColumns, row: int) -> bool:
    """Whether a row is one person, or one thing: it names somebody, or has several cells."""
    if columns.persons is None:
        return len(layout.grid.row(row)) > 1
    name = layout.grid.at(row, columns.persons)
    return not name.blank and not is_total(name.text)


def _list_faults(layout: SheetLayout, columns: SheetColumns, rows: Sequence[int]) -> Iterator[str]:
    """People who stand twice on a list, one person perhaps; a total that is another number."""
    first: dict[str, int] = {}
    for row in rows if columns.persons is not None else ():
        name = plain_head(_text(layout, row, columns.persons or 0))
        if name in first:
            yield f"“{name}”在第{first[name]}行和第{row}行都有"
        first.setdefault(name, row)
    for row in layout.totals:
        numbers = [cell for cell in layout.grid.row(row).values() if is_numeric(cell)]
        counts = {cell.text.strip().rstrip("人名") for cell in numbers}
        if len(counts) == 1 and counts != {str(len(rows))}:
            yield f"合计写的是{counts.pop()}，名单上有{len(rows)}行"
