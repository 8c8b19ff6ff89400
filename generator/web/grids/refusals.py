"""What is said of a change of a sheet that was refused: at its cells, in lines, of a block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.jobs.desk import CellEdit, CellMessage, EditRefusedError, SheetGrid
from generator.jobs.desk.whereabouts import ANYWHERE
from generator.web.grids.options import is_advanced
from generator.web.grids.sheet_state import Cell, SheetState, cell_of, title_of

_ANOTHER_ORDER = "整块没有粘贴；列的次序和这里不一样的，请连同列名那一行一起复制，再粘贴。"


def reasons_of(
    grid: SheetGrid, edits: Sequence[CellEdit], refused: EditRefusedError
) -> dict[Cell, str]:
    """Why each of the cells is refused: what is said of it, of its row, or all that is said."""
    every = " ".join(said_of(grid, str(problem)) for problem in refused.problems)
    return {cell_of(edit): _of(grid, refused.messages, edit) or every for edit in edits}


def _of(grid: SheetGrid, said: Sequence[CellMessage], edit: CellEdit) -> str:
    of_cell = [item.text for item in said if (item.row, item.column) == cell_of(edit)]
    of_row = [_with_column(grid, item) for item in said if item.row == edit.row]
    return " ".join(of_cell or of_row)


def lines_of(shown: SheetState, refused: EditRefusedError) -> Iterator[str]:
    """What is wrong, a line a cell, by the rows that the screen counts; then what is wrong in other
    files."""
    for message in refused.messages:
        yield f"{shown.called(message.row)}{_with_column(shown.grid, message)}"
    for problem in refused.problems:
        if problem.file != shown.grid.sheet or problem.row is None:
            yield said_of(shown.grid, str(problem))


def lines_of_block(
    shown: SheetState, edits: Sequence[CellEdit], refused: EditRefusedError
) -> Iterator[str]:
    """The same of a block that was pasted without its head: one line where most cells of a column
    do not fit it, as where the columns stand in another order."""
    wrong = {(message.row, message.column): message for message in refused.messages}
    pasted = Counter(edit.column for edit in edits)
    off = Counter(edit.column for edit in edits if cell_of(edit) in wrong)
    misfit = next((name for name in pasted if off[name] * 2 > pasted[name]), "")
    if not misfit or len(pasted) == 1:
        yield from lines_of(shown, refused)
        return
    first = next(cell for cell in map(cell_of, edits) if cell in wrong and cell[1] == misfit)
    others = f"这一列还有 {off[misfit] - 1} 格也不对。" if off[misfit] > 1 else ""
    yield f"{shown.place(first)}：{wrong[first].text}{others}{_ANOTHER_ORDER}"


def lacking(shown: SheetState, edits: Sequence[CellEdit], refused: EditRefusedError) -> list[str]:
    """What the columns are called that a block has nothing for and each of its rows must say; []
    where anything else is wrong with it too."""
    pasted, rows = {edit.column for edit in edits}, {edit.row for edit in edits}
    columns = shown.grid.columns
    required = {c.name: c.title for c in columns if c.required and c.name not in pasted}
    said = refused.messages
    if len(said) < len(refused.problems) or any(item.row not in rows for item in said):
        return []
    lacks = list(dict.fromkeys(item.column for item in said))
    return [required[name] for name in lacks] if all(map(required.get, lacks)) else []


def line_of_lacking(titles: Sequence[str]) -> str:
    """What is said of such a block: it is shown, and not saved."""
    named = "".join(f"“{title}”" for title in titles)
    return (
        f"粘贴的内容里没有{named}这{'一' if len(titles) == 1 else '几'}列，每行都要填。"
        f"粘来的先放在表里，还没有存：补上{named}，补一行就存一行。"
    )


def line_of_head(
    shown: SheetState, edits: Sequence[CellEdit], refused: EditRefusedError, labels: Sequence[str]
) -> str:
    """What is said of a block whose first row is refused and may be a head of other names
    (``labels``); "" where it is none."""
    first = {cell_of(edit) for edit in edits if edit.row == edits[0].row}
    if not labels or not any((item.row, item.column) in first for item in refused.messages):
        return ""
    unknown = "".join(f"“{label}”" for label in labels)
    titles = (c.title for c in shown.grid.columns if c.editable and not is_advanced(c))
    return (
        f"列名不认得：{unknown}，没有粘贴。这张表的列名是：{'、'.join(titles)}。"
        "请在 Excel 里改成这样，再复制。"
    )


def said_of(grid: SheetGrid, line: str) -> str:
    """A line of a job without names of files: those of the sheet by its title, and its columns as
    the screen heads them."""
    if line.startswith(grid.sheet):
        for column in grid.columns:
            line = line.replace(f"“{column.name}”列", f"“{column.title}”列")
    return ANYWHERE.said(line.replace(grid.sheet, grid.title))


def _with_column(grid: SheetGrid, message: CellMessage) -> str:
    title = title_of(grid, message.column)
    return f"“{title}”：{message.text}" if message.column else message.text
