"""What stands in a cell and can hardly be meant: a doubt that hinders nobody; and what is typed
where one may only choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.jobs.desk.values import (
    CellEdit,
    CellMessage,
    EditRefusedError,
    GridColumn,
    GridRow,
    SheetGrid,
)
from generator.model.errors import Problem
from generator.package.bring.reading import oddities
from generator.package.intake.numbers import CellError, read_number

__all__ = ["doubts_of", "refuse_unoffered"]


def doubts_of(columns: Sequence[GridColumn], row: GridRow) -> dict[str, str]:
    """What is doubtful in a row of a grid with these columns, by the name of the column: a negative
    number, a part of what is counted whole, a word that a 是/否 does not offer."""
    doubts = {}
    for column, text in zip(columns, row.cells, strict=True):
        is_own = row.value is not None and row.value.name == column.name
        doubt = _doubt(row.value if row.value and is_own else column, text) if text else ""
        if doubt:
            doubts[column.name] = doubt
    return doubts


def _doubt(column: GridColumn, text: str) -> str:
    if column.kind not in ("数", "是否"):
        return ""
    plain = text.strip()
    if column.kind == "数" and not plain.isdecimal():
        return "".join(f"{said}，请核对。" for said in _oddities(column, plain))
    if column.kind == "是否" and not _is_offered(column, plain):
        return _choices(column)
    return ""


def _oddities(column: GridColumn, text: str) -> list[str]:
    try:
        return list(oddities(read_number(text, column.unit).value, column.unit))
    except CellError:  # blank, a formula, or a fault that is told as such
        return []


def refuse_unoffered(shown: SheetGrid, edits: Sequence[CellEdit]) -> None:
    """Raise EditRefusedError where an edit of a 是/否 cell is none of what it offers."""
    columns = {column.name: column for column in shown.columns}
    own: Mapping[int, GridColumn] = {row.row: row.value for row in shown.rows if row.value}
    problems = []
    for row, name, text in edits:
        value = own.get(row)
        column = value if value and value.name == name else columns.get(name)
        if column and column.kind == "是否" and not _is_offered(column, text.strip()):
            message, todo = _choices(column).removesuffix("。"), "请从下拉里选，不知道就留空"
            problems.append(Problem(message, todo, shown.sheet, row, name, written=text))
    if problems:
        raise EditRefusedError(problems, map(_message, problems))


def _message(problem: Problem) -> CellMessage:
    bare = Problem(problem.message, problem.todo, written=problem.written)
    return CellMessage(problem.row or 0, problem.column or "", str(bare))


def _is_offered(column: GridColumn, text: str) -> bool:
    return not text or not column.choices or text in column.choices


def _choices(column: GridColumn) -> str:
    return f"应当是{'或'.join(f'“{choice}”' for choice in column.choices)}。"
