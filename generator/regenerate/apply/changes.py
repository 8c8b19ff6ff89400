"""A plan carried out in the user's file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from itertools import groupby

from generator.model.bookmarks import block_bookmark, bookmark, read_bookmark
from generator.model.replacing import replace
from generator.regenerate.apply.carried import CarriedOut, OpenText, carried_out
from generator.regenerate.apply.fresh import Fresh, FreshFile
from generator.regenerate.apply.row_changes import copies_before, put_rows
from generator.regenerate.base import Base
from generator.regenerate.decide import NOTHING_OPEN, DroppedRow, Edit, Matter, Opened, Plan
from generator.word.archive import Archive
from generator.word.reader import ReadParagraph, WordFile
from generator.word.revise.bookmarks import rename_bookmarks
from generator.word.revise.comments import write_comments
from generator.word.revise.copies import Copier, rows_of
from generator.word.revise.drops import drop_paragraph, drop_row
from generator.word.revise.pen import Ids, Pen, unique_ids
from generator.word.revise.properties import set_draft
from generator.word.revise.tracked import NewText, Replacement, apply_edits
from generator.word.revise.tree import put_first
from generator.word.wordml import Element

_LATER = dt.timedelta(minutes=2)


def carry_out(user: WordFile, plan: Plan, fresh: Fresh, date: str) -> CarriedOut:
    """Change the user's file as planned; ``date`` is that of the changes (2026-11-22T11:12:26Z).

    Its text is changed in place and given as bytes: ``user`` is of no use after.
    """
    _rename_bookmarks(user, plan, fresh.draft)
    pen = Pen(Ids(user.root), date)
    _change_text(user, plan, fresh, pen)
    _mark_blocks(user, plan, fresh, pen)
    unique_ids(user.root, pen.ids)
    return carried_out(user)


def rename_base(archive: Archive, text: OpenText, draft: str) -> dict[str, bytes]:
    """Make the file one of a draft: its bookmarks and properties name that. Gives changed parts."""

    def new_name(old: str) -> str | None:
        identity = read_bookmark(old)
        return bookmark(draft, identity.ident) if identity else None

    rename_bookmarks(text.root, lambda name: name.startswith("_RG"), new_name)
    return set_draft(archive, draft)


def say(
    done: CarriedOut,
    text: OpenText,
    matters: Iterable[Matter],
    date: str,
    opened: Opened = NOTHING_OPEN,
) -> dict[str, bytes]:
    """Put what is to be said into comments, one a paragraph; those of earlier rounds make room."""
    known = {matter.line for matter in opened.written}
    lines = _lines(matters)
    return write_comments(done.archive, text.paragraphs, done.comments, lines, date, known)


def _rename_bookmarks(user: WordFile, plan: Plan, new: Base) -> None:
    """Our bookmarks get the code of the new draft; copies, and what it no longer has, go."""

    def new_name(old: str) -> str | None:
        identity = read_bookmark(old)
        ident = plan.renames.get(identity.ident, identity.ident) if identity else None
        return bookmark(new.id, ident) if ident else None

    rename_bookmarks(user.root, lambda name: name.startswith("_RG"), new_name)


def _change_text(user: WordFile, plan: Plan, fresh: Fresh, pen: Pen) -> None:
    """From the end to the beginning, so that nothing moves before it is changed."""
    later = replace(pen, date=_later(pen.date))
    tables = {row.table for row in plan.dropped_rows} | {row.table for row in plan.new_rows}
    rows = {table: rows_of(user, table) for table in tables}
    before = copies_before(user, plan, rows)
    paras = {para: deepcopy(user.paragraphs[para].elements[0]) for para in plan.moves.values()}
    _edit(user, plan, fresh.draft, pen)
    if plan.insertions or plan.new_rows:
        written = fresh.read()
        copier = Copier(written.file, user, later)
        _insert(copier, plan, written, paras, later)
        put_rows(copier, plan, _first_cells(fresh.draft, written), rows, before, later)
    for para in plan.drops:
        drop_paragraph(user.paragraphs[para], later)
    for gone in plan.dropped_rows:
        drop_row(rows[gone.table][gone.row], _paragraphs_of(user, gone), later)


def _edit(user: WordFile, plan: Plan, new: Base, pen: Pen) -> None:
    for para, edits in plan.edits.items():
        replacements = [_replacement(edit, new) for edit in edits]
        apply_edits(user.paragraphs[para], replacements, pen)


def _insert(
    copier: Copier, plan: Plan, fresh: FreshFile, before: Mapping[int, Element], pen: Pen
) -> None:
    """New blocks, and those that come from elsewhere (``before``: as they were)."""
    for insertion in reversed(plan.insertions):
        groups = groupby(insertion.blocks, key=plan.moves.__contains__)
        for is_moved, blocks in reversed([(key, tuple(own)) for key, own in groups]):
            if is_moved:
                paras = [plan.moves[block] for block in blocks]
                copier.move_after(insertion.after, paras, before, pen)
            else:
                copier.insert_after(insertion.after, [fresh.paragraphs[block] for block in blocks])


def _first_cells(draft: Base, fresh: FreshFile) -> dict[str, int]:
    """The first paragraph of each row of the new draft's file."""
    cells: dict[str, int] = {}
    for block in draft.blocks:
        if block.cell:
            cells.setdefault(block.cell.row, fresh.paragraphs[block.id])
    return cells


def _later(date: str) -> str:
    """Whole paragraphs bear a date of their own.

    LibreOffice takes changes of one author and minute for one even across a paragraph's end, and
    rejecting a new last word and a new paragraph behind it would join the paragraphs around them.
    """
    return (dt.datetime.fromisoformat(date) + _LATER).strftime("%Y-%m-%dT%H:%M:%SZ")


def _replacement(edit: Edit, new: Base) -> Replacement:
    """An edit with the bookmarks of the new draft around its figures."""
    texts = [
        NewText(segment.text, bookmark(new.id, segment.fid) if segment.fid else None)
        for segment in edit.segments
    ]
    return Replacement(edit.start, edit.end, tuple(texts))


def _paragraphs_of(user: WordFile, row: DroppedRow) -> list[ReadParagraph]:
    cells = [(paragraph, paragraph.cell) for paragraph in user.paragraphs if paragraph.cell]
    wanted = (row.table, row.row)
    return [paragraph for paragraph, cell in cells if (cell.table, cell.row) == wanted]


def _mark_blocks(user: WordFile, plan: Plan, fresh: Fresh, pen: Pen) -> None:
    """Blocks whose bookmark was lost get one again, as far as a new file has them: of a large table
    it has one a row."""
    for block in fresh.draft.blocks:
        homes = plan.homes.get(block.id, ())
        name = block_bookmark(fresh.draft.id, block.id) if _stays(plan, homes) else ""
        marks = pen.bookmark(name) if name in fresh.marks else None
        if marks:
            put_first(user.paragraphs[homes[0]].elements[0], marks[0])
            user.paragraphs[homes[-1]].elements[-1].append(marks[1])


def _stays(plan: Plan, homes: Sequence[int]) -> bool:
    """Whether the file has a block and keeps it."""
    return bool(homes) and homes[0] not in plan.drops


def _lines(matters: Iterable[Matter]) -> dict[int, list[str]]:
    """The lines of the comment at each paragraph."""
    lines: dict[int, list[str]] = {}
    for matter in matters:
        lines.setdefault(matter.para, []).append(matter.line)
    return lines
