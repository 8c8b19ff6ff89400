"""A sheet to a table: finds the head, leaves out titles, notes and totals, and says what is not clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from generator.model.errors import Problem
from generator.model.kind import FieldSpec, FieldType
from generator.package.tablespecs import FIGURES_FILE, TableSpec, value_field
from generator.package.workbook.celltext import RawCell, UnclearCellError, cell_text
from generator.package.workbook.sheet import Grid, Merge

_HEAD_WITHIN = 15
_TOTAL = re.compile(r"(合计|总计|小计|共计|累计)[:：]?")
_NOTE = re.compile(
    r"(注|备注|说明|填表|制表|审核|填报|联系|负责人|单位负责人|单位[（(]盖章).{0,8}[:：]"
)
_UNIT = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]$")
_EACH_ROW_ITS_OWN = (FieldType.NUMBER, FieldType.KEY, FieldType.FIGURE_KEY)
_PASSED = {"序号", "编号", "行号", "序", "上年", "上年数", "去年", "去年数"}


@dataclass(frozen=True)
class Table:
    """A table as text: the head, the row of the head, and the rows with their numbers in the sheet."""

    head: tuple[str, ...]
    head_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass
class Findings:
    """What was found while reading: ``problems`` that somebody must mend, ``remarks`` on what was passed over."""

    problems: list[Problem]
    remarks: list[Problem]

    def problem(
        self, sheet: str, message: str, todo: str, row: int | None = None, column: str | None = None
    ) -> None:
        """Something that is not clear."""
        self.problems.append(Problem(message, todo, None, row, column, sheet))

    def remark(self, sheet: str, message: str, row: int | None = None) -> None:
        """Something that was left out, and why."""
        self.remarks.append(Problem(message, "", None, row, None, sheet))


def plain_head(text: object) -> str:
    """A heading without blanks, line breaks, stars and full-width forms."""
    return (
        re.sub(r"[\s*＊]", "", unicodedata.normalize("NFKC", str(text or "")))
        .replace("(", "（")
        .replace(")", "）")
    )


def split_unit(head: str, known: Sequence[str]) -> tuple[str, str]:
    """金额（万元） → 金额, 万元; a heading that is known as it stands has no unit."""
    if head in known:
        return head, ""
    found = _UNIT.search(head)
    return (
        (head[: found.start()], found[1])
        if found and head[: found.start()] in known
        else (head, "")
    )


def read_table(grid: Grid, spec: TableSpec, year: int, findings: Findings) -> Table | None:
    """The table of a sheet; None where nothing stands in it or it has no head that could be told."""
    if not grid.last_row:
        return None
    known = [column.name for column in spec.columns] + list(_extra(spec))
    head_row, columns, body = _head(grid, spec, known, findings)
    if not columns:
        findings.problem(
            grid.name,
            "找不到标题行",
            f"前{_HEAD_WITHIN}行里应有一行是标题：{'、'.join(c.name for c in spec.columns)}",
        )
        return None
    numbers = list(_body(grid, columns, body, findings))
    cells = {number: _cells(grid, spec, columns, number, year, findings) for number in numbers}
    _check_merges(grid, columns, cells, spec, findings)
    _fill_down(grid, columns, cells, spec)
    rows = [
        (number, tuple(found[name] for name in columns.values())) for number, found in cells.items()
    ]
    rows = _without_total(grid, rows, tuple(columns.values()), spec, findings)
    return Table(tuple(columns.values()), head_row, tuple(rows))


def _extra(spec: TableSpec) -> tuple[str, ...]:
    """The optional headings that are no columns of their own."""
    return tuple(
        name for name in spec.optional if name not in {column.name for column in spec.columns}
    )


def _head(
    grid: Grid, spec: TableSpec, known: Sequence[str], findings: Findings
) -> tuple[int, dict[int, str], int]:
    """The row of the head, its headings by column, and the first row below it."""
    for row in range(1, min(_HEAD_WITHIN, grid.last_row) + 1):
        heads = _headings(grid, row, known)
        if sum(name in known for name, _ in heads.values()) < min(2, len(spec.columns)):
            continue
        below = _headings(grid, row + 1, known)
        if (
            below
            and all(name in known for name, _ in below.values())
            and not set(below)
            & {
                column
                for column, (name, _) in heads.items()
                if name in known and grid.merged(row, column) is None
            }
        ):
            heads = {
                **{column: told for column, told in heads.items() if told[0] in known},
                **below,
            }
            return row, _checked(grid, spec, heads, known, row + 1, findings), row + 2
        return row, _checked(grid, spec, heads, known, row, findings), row + 1
    return 0, {}, 0


def _headings(grid: Grid, row: int, known: Sequence[str]) -> dict[int, tuple[str, str]]:
    return {
        column: split_unit(plain_head(cell.value), known)
        for column, cell in enumerate(grid.row(row), 1)
        if not cell.blank
    }


def _checked(
    grid: Grid,
    spec: TableSpec,
    heads: dict[int, tuple[str, str]],
    known: Sequence[str],
    row: int,
    findings: Findings,
) -> dict[int, str]:
    """The headings by column; a unit that is not the column's is told, a column that only helps the eye is left out."""
    columns: dict[int, str] = {}
    for column, (name, unit) in heads.items():
        if name in _PASSED and name not in known:
            continue
        wanted = spec.column(name).unit
        if unit and wanted and unit != wanted:
            findings.problem(
                grid.name,
                f"标题写的单位是{unit}，应当是{wanted}",
                "请把数换算好，再改标题",
                row,
                name,
            )
        columns[column] = name
    for column in range(1, grid.last_column + 1):
        stray = next(
            (at for at in range(row + 1, grid.last_row + 1) if not grid.at(at, column).blank), None
        )
        if column not in heads and stray is not None:
            findings.problem(
                grid.name, f"{letter(column)}列没有标题，却填了东西", "请补上标题，或删去", stray
            )
    return columns


def letter(column: int) -> str:
    """The letters of a column: 1 → A, 27 → AA."""
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))


def _body(grid: Grid, columns: dict[int, str], first: int, findings: Findings) -> Iterator[int]:
    """The rows that are data: no blank ones, no notes, no head printed again."""
    for number in range(first, grid.last_row + 1):
        filled = {column: cell for column, cell in enumerate(grid.row(number), 1) if not cell.blank}
        if not filled.keys() & columns.keys():
            continue
        if is_note(grid, number, filled):
            findings.remark(
                grid.name, f"“{short(filled[min(filled)].value)}”是表下的说明，没有读", number
            )
            continue
        if {column: plain_head(cell.value) for column, cell in filled.items()} == {
            column: plain_head(grid.at(first - 1, column).value) for column in filled
        } and len(filled) > 1:
            findings.remark(grid.name, "重复的标题行，没有读", number)
            continue
        if number in grid.hidden_rows:
            findings.remark(grid.name, "这一行是隐藏的，照样读了", number)
        yield number


def is_note(grid: Grid, row: int, filled: dict[int, RawCell]) -> bool:
    """Whether a row is a remark below the table: 注：…, 填表人：…, or one text across merged cells."""
    first = min(filled)
    merge = grid.merged(row, first)
    across = merge is not None and merge.right > merge.left and len(filled) == 1
    return across or bool(_NOTE.match(plain_head(filled[first].value)))


def short(value: object, width: int = 16) -> str:
    """A text on one line, cut."""
    flat = " ".join(str(value).split())
    return flat if len(flat) <= width else flat[:width] + "…"


def _cells(
    grid: Grid, spec: TableSpec, columns: dict[int, str], row: int, year: int, findings: Findings
) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, name in columns.items():
        field = spec.column(name)
        if spec.file == FIGURES_FILE and name == "数值":
            unit = next(
                (
                    str(grid.at(row, at).value or "")
                    for at, head in columns.items()
                    if head == "单位"
                ),
                "",
            ).strip()
            field = value_field(unit)
        found[name] = tell(grid, row, column, field, year, findings)
    return found


def tell(grid: Grid, row: int, column: int, field: FieldSpec, year: int, findings: Findings) -> str:
    """The text of a cell; "" and a problem where it is not clear."""
    try:
        return cell_text(grid.at(row, column), field, year)
    except UnclearCellError as fault:
        findings.problem(grid.name, fault.message, fault.todo, row, field.name)
        return ""


def _check_merges(
    grid: Grid,
    columns: dict[int, str],
    cells: dict[int, dict[str, str]],
    spec: TableSpec,
    findings: Findings,
) -> None:
    for merge in grid.merges:
        if merge.top not in cells or grid.at(merge.top, merge.left).blank:
            continue
        heads = [
            columns[column] for column in range(merge.left, merge.right + 1) if column in columns
        ]
        if len(heads) > 1:
            findings.problem(
                grid.name,
                f"“{heads[0]}”到“{heads[-1]}”合并成了一格，不知道属于哪一列",
                "请取消合并，填在该填的格子里",
                merge.top,
                heads[0],
            )
        elif heads and _several(merge, cells) and spec.column(heads[0]).type in _EACH_ROW_ITS_OWN:
            findings.problem(
                grid.name,
                f"第{merge.top}至{merge.bottom}行合并成了一格，不知道每行各是多少",
                "请取消合并，逐行填写",
                merge.top,
                heads[0],
            )


def _several(merge: Merge, cells: dict[int, dict[str, str]]) -> bool:
    return sum(merge.top <= row <= merge.bottom for row in cells) > 1


def _fill_down(
    grid: Grid, columns: dict[int, str], cells: dict[int, dict[str, str]], spec: TableSpec
) -> None:
    """A text merged over several rows belongs to each of them."""
    for merge in grid.merges:
        name = columns.get(merge.left)
        if (
            name is None
            or merge.right > merge.left
            or merge.top not in cells
            or spec.column(name).type in _EACH_ROW_ITS_OWN
        ):
            continue
        for row in range(merge.top + 1, merge.bottom + 1):
            if row in cells:
                cells[row][name] = cells[merge.top][name]


def _without_total(
    grid: Grid,
    rows: list[tuple[int, tuple[str, ...]]],
    head: tuple[str, ...],
    spec: TableSpec,
    findings: Findings,
) -> list[tuple[int, tuple[str, ...]]]:
    """The rows without the total at the end; one that does not add up, or stands in the middle, is a problem."""
    kept = []
    for place, (number, cells) in enumerate(rows):
        first = next((plain_head(cell) for cell in cells if cell.strip()), "")
        if not _TOTAL.fullmatch(first):
            kept.append((number, cells))
        elif place < len(rows) - 1:
            findings.problem(
                grid.name, f"表中间有一行“{first}”", "请删去小计行：合计由程序算", number
            )
        else:
            _check_total(grid, kept, number, cells, head, spec, findings)
    return kept


def _check_total(
    grid: Grid,
    rows: list[tuple[int, tuple[str, ...]]],
    number: int,
    total: tuple[str, ...],
    head: tuple[str, ...],
    spec: TableSpec,
    findings: Findings,
) -> None:
    findings.remark(grid.name, "末尾的合计行没有读（合计由程序算）", number)
    for place, name in enumerate(head):
        if spec.column(name).type is not FieldType.NUMBER or not total[place].strip():
            continue
        told, each = (
            _number(total[place]),
            [_number(cells[place]) for _, cells in rows if cells[place].strip()],
        )
        if told is None or None in each:
            continue
        summed = sum((value for value in each if value is not None), Decimal(0))
        if told != summed:
            findings.problem(
                grid.name,
                f"合计行写的是{told:f}，上面各行加起来是{summed:f}",
                "请核对，改好后可删去合计行",
                number,
                name,
            )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(unicodedata.normalize("NFKC", text).replace(",", "").strip())
    except InvalidOperation:
        return None


def with_head(table: Table, head: tuple[str, ...]) -> Table:
    """The table with its columns in that order; columns that it does not have are blank, others come last."""
    order = (*head, *(name for name in table.head if name not in head))
    places = {name: at for at, name in enumerate(table.head)}
    rows = tuple(
        (number, tuple(cells[places[name]] if name in places else "" for name in order))
        for number, cells in table.rows
    )
    return replace(table, head=order, rows=rows)
