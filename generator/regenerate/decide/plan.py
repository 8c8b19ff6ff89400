"""The plan of a regeneration: what is to happen to each paragraph of the user's file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from generator.model.replacing import replace
from generator.regenerate.base import Base
from generator.regenerate.decide.block_moves import BlockMoves, block_moves, decide_staying
from generator.regenerate.decide.blocks import decide_deleted, decide_new_blocks
from generator.regenerate.decide.bounds import bounded
from generator.regenerate.decide.decisions import (
    Decisions,
    DroppedRow,
    Insertion,
    NewRow,
    PlacedEdit,
    together,
)
from generator.regenerate.decide.edits import Edit
from generator.regenerate.decide.groups import History, decide_groups
from generator.regenerate.decide.lost_rows import decide_lost_rows
from generator.regenerate.decide.matters import Matter, worded
from generator.regenerate.decide.moved import decide_moved, moved_figures
from generator.regenerate.decide.ordinals import decide_ordinals
from generator.regenerate.decide.pending import (
    NOTHING_OPEN,
    OpenBase,
    Opened,
    carried,
    open_base,
)
from generator.regenerate.decide.renames import renames
from generator.regenerate.decide.row_plan import tables_of
from generator.regenerate.decide.rows import decide_rows, gone_rows
from generator.regenerate.decide.script import Script, script_of
from generator.regenerate.decide.serials import serial_blocks
from generator.regenerate.decide.strangers import decide_strangers
from generator.regenerate.match import Matching

NO_HISTORY: History = {}


class Plan(Struct, frozen=True):
    """What is to happen, paragraphs by index.

    ``edits`` are by paragraph; ``drops`` are whole paragraphs; ``renames`` maps the ident of an old
    bookmark to its ident in the new draft (None: gone); ``homes`` gives the paragraphs of each new
    block. ``moves`` gives the paragraph of each block among those of the ``insertions`` that is not
    new but comes from elsewhere. ``next`` is the base of the next round.
    """

    edits: Mapping[int, tuple[Edit, ...]] = field(default_factory=dict)
    insertions: tuple[Insertion, ...] = ()
    drops: tuple[int, ...] = ()
    new_rows: tuple[NewRow, ...] = ()
    dropped_rows: tuple[DroppedRow, ...] = ()
    matters: tuple[Matter, ...] = ()
    renames: Mapping[str, str | None] = field(default_factory=dict)
    homes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    moves: Mapping[str, int] = field(default_factory=dict)
    next: OpenBase | None = None

    @property
    def nothing(self) -> bool:
        """Whether no word changes and nothing is to be said."""
        return not self.changes and not self.matters

    @property
    def changes(self) -> bool:
        """Whether any word of the text changes."""
        return any((self.edits, self.insertions, self.drops, self.new_rows, self.dropped_rows))


def decide(
    matching: Matching, new: Base, history: History = NO_HISTORY, opened: Opened = NOTHING_OPEN
) -> Plan:
    """How the matched file is brought up to the draft ``new``.

    ``history`` maps an occurrence (fid) to every text that any stored draft had there; ``opened``
    is what earlier rounds left open in the file.
    """
    script = script_of(matching.base, new)
    tables = tuple(tables_of(matching, script))
    gone = gone_rows(tables)
    moves = block_moves(matching, script)
    settled = {block for row in gone for block in row.blocks} | serial_blocks(matching)
    moved = moved_figures(matching, script, settled)
    decided = together(
        [
            decide_moved(moved),
            decide_rows(matching, script, tables, gone),
            decide_groups(matching, script, history, moved, settled),
            decide_deleted(matching, script, moved),
            decide_lost_rows(matching, script, tables, moved),
            decide_new_blocks(matching, script, moves.moving),
            decide_staying(moves, matching),
        ]
    )
    strangers = decide_strangers(matching, script, decided, opened.matters)
    earlier = Decisions(matters=tuple(carried(opened.matters, opened.paras, script)))
    ordinals = decide_ordinals(matching.view, script, decided, moves.moving)
    return _plan(matching, script, moves, together([decided, strangers, ordinals, earlier]))


def _plan(matching: Matching, script: Script, moves: BlockMoves, decided: Decisions) -> Plan:
    """The decisions by paragraph and in order, and what becomes of the bookmarks."""
    names = script.new.names
    matters = bounded(
        replace(matter, text=worded(matter.text, names)) for matter in decided.matters
    )
    return Plan(
        _by_paragraph(decided.edits),
        decided.insertions,
        tuple(sorted(decided.drops)),
        decided.new_rows,
        decided.dropped_rows,
        matters,
        renames(matching.base, script),
        _homes(matching, script),
        moves.moving,
        open_base(matching.base, script.new, script, matters),
    )


def _by_paragraph(edits: Iterable[PlacedEdit]) -> dict[int, tuple[Edit, ...]]:
    result: dict[int, list[Edit]] = {}
    for placed in edits:
        result.setdefault(placed.para, []).append(placed.edit)
    return {
        para: tuple(sorted(own, key=lambda edit: (edit.start, edit.end)))
        for para, own in result.items()
    }


def _homes(matching: Matching, script: Script) -> dict[str, tuple[int, ...]]:
    """The paragraphs of each block of the new draft that the base had."""
    ids = {index: matching.base.blocks[index].id for index in matching.homes}
    return {
        script.counterparts[ids[index]]: paras
        for index, paras in matching.homes.items()
        if ids[index] in script.counterparts
    }
