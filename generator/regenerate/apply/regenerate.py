"""One regeneration in memory: the user's file, the base and the new draft to a file with tracked changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from generator.model.bookmarks import block_bookmark
from generator.model.errors import OutputError, Problem
from generator.regenerate.apply.blocks import (
    Builder,
    drop_paragraph,
    drop_row,
    renew_marks,
    unique_ids,
    user_rows,
)
from generator.regenerate.apply.comments import write_comments
from generator.regenerate.apply.properties import set_draft
from generator.regenerate.apply.tracked import AUTHOR_NAME, Pen, apply_edits
from generator.regenerate.base import Base, Block
from generator.regenerate.decide import NewRow, Plan
from generator.regenerate.prove import laws
from generator.regenerate.prove.expected import expected
from generator.word.archive import Archive, with_parts
from generator.word.reader import OBJECT, WordFile, read, read_root
from generator.word.wordml import PPR, Element, to_bytes


@dataclass(frozen=True)
class Fresh:
    """A new draft, the Word file that was written from it, and the paragraph of each of its blocks."""

    draft: Base
    file: WordFile
    places: Mapping[str, int]


def regenerate(
    data: bytes, plan: Plan, fresh: Fresh, date: str, *, plain: bool = False, name: str = ""
) -> bytes:
    """The user's file ``data`` with the plan carried out. ``date`` is the date of the changes (2026-11-22T11:12:26Z);
    ``plain`` leaves no tracked changes of ours. Raises OutputError where one of the two laws would be broken.
    """
    user = read(data, name)
    before = deepcopy(user.root)
    renew_marks(user.root, fresh.draft.id, plan.renames)
    pen = Pen(user.root, date, fresh.draft.id)
    _carry_out(user, plan, fresh, pen)
    _mark_blocks(user, plan, fresh.draft, pen)
    parts = write_comments(user.archive, user.paragraphs, _lines(plan), date)
    unique_ids(user.root, pen)
    _check(before, user, plan, fresh.draft, name)
    root = laws.resolve(user.root, accept=True, author=AUTHOR_NAME) if plain else user.root
    return with_parts(
        user.archive,
        {**parts, **set_draft(user.archive, fresh.draft.id), user.archive.main: to_bytes(root)},
    )


def _lines(plan: Plan) -> dict[int, list[str]]:
    lines: dict[int, list[str]] = {}
    for matter in plan.matters:
        lines.setdefault(matter.para, []).append(matter.line)
    return lines


def _carry_out(user: WordFile, plan: Plan, fresh: Fresh, pen: Pen) -> None:
    """From the end to the beginning, so that no place moves before it is used."""
    builder = Builder(fresh.file, user, pen)
    rows = {row.table: user_rows(user, row.table) for row in plan.dropped_rows}
    for place, edits in plan.edits.items():
        apply_edits(user.paragraphs[place], edits, pen)
    pen.date = _later(pen.date)
    for insertion in reversed(plan.insertions):
        builder.insert_after(insertion.after, [fresh.places[block] for block in insertion.blocks])
    for row in reversed(plan.new_rows):
        builder.insert_row(row.table, row.after, fresh.places[_first_cell(fresh.draft.blocks, row)])
    for place in plan.drops:
        drop_paragraph(user.paragraphs[place], pen)
    for gone in plan.dropped_rows:
        cells = [
            paragraph
            for paragraph in user.paragraphs
            if paragraph.cell
            and (paragraph.cell.table, paragraph.cell.row) == (gone.table, gone.row)
        ]
        drop_row(rows[gone.table][gone.row], cells, pen)


def _later(date: str) -> str:
    """Whole paragraphs bear a date of their own: LibreOffice takes changes of one author and minute for one even across a
    paragraph's end, and rejecting a new last word and a new paragraph behind it would join the paragraphs around them.
    """
    return (dt.datetime.fromisoformat(date) + dt.timedelta(minutes=2)).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )


def _first_cell(blocks: Sequence[Block], row: NewRow) -> str:
    return next(block.id for block in blocks if block.cell and block.cell.row == row.row)


def _mark_blocks(user: WordFile, plan: Plan, new: Base, pen: Pen) -> None:
    """Blocks whose mark was lost get one again."""
    for block in new.blocks:
        homes = plan.homes.get(block.id)
        if not block.ident or not homes or homes[0] in plan.drops:
            continue
        marks = pen.pair(block_bookmark(new.id, block.id))
        if marks is None:
            continue
        first, last = user.paragraphs[homes[0]].elements[0], user.paragraphs[homes[-1]].elements[-1]
        _at_start(first, marks[0])
        last.append(marks[1])


def _at_start(paragraph: Element, mark: Element) -> None:
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == PPR else 0, mark)


def _check(before: Element, user: WordFile, plan: Plan, new: Base, name: str) -> None:
    """The two laws. ``before`` is the text as handed in (it is used up). Raises OutputError."""
    rejected = laws.resolve(user.root, accept=False, author=AUTHOR_NAME)
    handed_in = laws.resolve(before, accept=False, author=AUTHOR_NAME, copy=False)
    if laws.canonical(rejected) != laws.canonical(handed_in):
        raise _broken("全部拒绝拟稿的修订，得不到您交来的原文", name)
    accepted = texts(user.archive, laws.resolve(user.root, accept=True))
    if accepted != expected(user.view, plan, new):
        raise _broken("全部接受修订，得不到应有的文字", name)


def texts(archive: Archive, root: Element) -> list[str]:
    """The texts of a document that has no changes any more, without empty ones and the signs of objects."""
    view = read_root(archive, root).view
    return [text for text in (para.text.replace(OBJECT, "") for para in view.paras) if text]


def _broken(what: str, name: str) -> OutputError:
    return OutputError(
        Problem(
            f"自查没有通过：{what}。为免改坏，没有写文件",
            "请把这份文件和数据包一起交给开发人员",
            name or None,
        )
    )
