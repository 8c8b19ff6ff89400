"""What a plan comes to: the texts that the file must have when all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.regenerate.base import Base, Block
from generator.regenerate.decide.plan import Plan
from generator.regenerate.decide.rebase import Edit
from generator.word.reader import OBJECT, View


def edited(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def expected(view: View, plan: Plan, new: Base) -> list[str]:
    """The texts of the paragraphs in order, without empty ones and without the signs of objects."""
    blocks = {block.id: block for block in new.blocks}
    drops = set(plan.drops)
    rows_gone = {(row.table, row.row) for row in plan.dropped_rows}
    behind = _insertions(view, plan, blocks)
    rows = _rows(plan, new.blocks)
    result = [block.text for block in behind.get(-1, ())]
    for place, para in enumerate(view.paras):
        cell = para.cell
        following = view.paras[place + 1].cell if place + 1 < len(view.paras) else None
        before = view.paras[place - 1].cell if place else None
        if cell and (before is None or before.table != cell.table):
            result += rows.get((cell.table, -1), [])
        if place not in drops and not (cell and (cell.table, cell.row) in rows_gone):
            result.append(edited(para.text, plan.edits.get(place, ())))
        if cell and (
            following is None or (following.table, following.row) != (cell.table, cell.row)
        ):
            result += rows.get((cell.table, cell.row), [])
        result += [block.text for block in behind.get(place, ())]
    return [text for text in (item.replace(OBJECT, "") for item in result) if text]


def _insertions(view: View, plan: Plan, blocks: Mapping[str, Block]) -> dict[int, list[Block]]:
    """New blocks by the paragraph that they follow in the order of the file (behind a table, not inside it)."""
    result: dict[int, list[Block]] = {}
    for insertion in plan.insertions:
        after = insertion.after
        cell = view.paras[after].cell if after >= 0 else None
        if cell:
            after = max(
                place
                for place, para in enumerate(view.paras)
                if para.cell and para.cell.table == cell.table
            )
        result.setdefault(after, [])[0:0] = [blocks[name] for name in insertion.blocks]
    return result


def _rows(plan: Plan, blocks: Iterable[Block]) -> dict[tuple[int, int], list[str]]:
    cells: dict[str, list[str]] = {}
    for block in blocks:
        if block.cell:
            cells.setdefault(block.cell.row, []).append(block.text)
    result: dict[tuple[int, int], list[str]] = {}
    for row in plan.new_rows:
        result.setdefault((row.table, row.after), []).extend(cells.get(row.row, ()))
    return result
