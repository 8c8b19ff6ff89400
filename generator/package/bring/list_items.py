"""Lists that are counted: people, or the rows of what calls itself a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.regex import regex
from generator.package.bring.cell_sorts import is_numeric
from generator.package.bring.sheet_columns import SheetColumns
from generator.package.bring.sheet_items import PERSONS, ROWS, SheetItem, cell_text_of
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.intake.heads import plain_head
from generator.package.intake.totals import is_total

_LIST = regex("花名册|名单|名册|一览|台账|明细|清单|登记|目录")


def list_items(layout: SheetLayout, columns: SheetColumns) -> list[SheetItem]:
    """The number of people on a list, or of rows where the title says that it is a list; nothing
    for another sheet."""
    rows = [row for row in layout.body if _is_entry(layout, columns, row)]
    is_list = columns.persons is not None or _LIST.search(layout.title) is not None
    if not is_list or not rows:
        return []
    label, unit = (ROWS, "") if columns.persons is None else (PERSONS, "人")
    return [
        SheetItem(
            f"{layout.sheet.prefix}第{rows[0]}至{rows[-1]}行",
            label,
            layout.title,
            unit,
            number=Decimal(len(rows)),
            doubts=("这是逐行数出来的",),
            faults=(
                *_namesakes(layout, columns, rows),
                *_other_totals(layout, columns, len(rows)),
                *_struck(layout),
            ),
        )
    ]


def _is_entry(layout: SheetLayout, columns: SheetColumns, row: int) -> bool:
    """Whether a row is one person, or one thing: it names somebody, or has several cells."""
    if columns.persons is None:
        return len(layout.grid.row(row)) > 1
    name = layout.grid.at(row, columns.persons)
    return not name.blank and not is_total(name.text)


def _namesakes(layout: SheetLayout, columns: SheetColumns, rows: Sequence[int]) -> Iterator[str]:
    """Names that stand twice on a list: one person perhaps."""
    if columns.persons is None:
        return
    first: dict[str, int] = {}
    for row in rows:
        name = plain_head(cell_text_of(layout, row, columns.persons))
        if name in first:
            yield f"“{name}”在第{first[name]}行和第{row}行都有"
        first.setdefault(name, row)


def _struck(layout: SheetLayout) -> Iterator[str]:
    """Rows that may have been taken off the list."""
    if layout.struck_rows:
        rows = "、".join(map(str, layout.struck_rows))
        yield f"第{rows}行格子里有划掉的字，不知道还算不算"


def _other_totals(layout: SheetLayout, columns: SheetColumns, count: int) -> Iterator[str]:
    """Totals that say another number than there are rows."""
    for row in layout.totals:
        cells = layout.grid.row(row).items()
        alone = [c for column, c in cells if is_numeric(c) and column not in columns.values]
        stated = {cell.text.strip().rstrip("人名") for cell in alone}
        if len(stated) == 1 and stated != {str(count)}:
            yield f"合计写的是{stated.pop()}，名单上有{count}行"
