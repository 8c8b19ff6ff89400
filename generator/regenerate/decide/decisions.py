"""What the steps of deciding decide, each a frozen value; paragraphs are named by their index."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from generator.regenerate.base import Block
from generator.regenerate.decide.edits import Edit
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.match import Matching
from generator.regenerate.match.loose import Loose


class Insertion(Struct, frozen=True):
    """New blocks that go behind paragraph ``after``; -1: before everything.

    ``blocks`` are ids of the new draft, in order.
    """

    after: int
    blocks: tuple[str, ...]


class NewRow(Struct, frozen=True):
    """A row that a table gets.

    The table of the file, the row it goes behind (-1: before all), its id in the new draft. Where
    it stood in the table before, ``source`` is that row of the file: it moves as people left it,
    but for the cells of ``columns``, which are the new draft's. ``serial`` is its serial number,
    "" for that of the new draft.
    """

    table: int
    after: int
    row: str
    source: int | None = None
    columns: tuple[int, ...] = ()
    serial: str = ""


class DroppedRow(Struct, frozen=True):
    """A row that the new draft does not have and that nobody touched."""

    table: int
    row: int


class PlacedEdit(Struct, frozen=True):
    """An edit, and the paragraph it is for."""

    para: int
    edit: Edit


class Guess(Struct, frozen=True):
    """A paragraph that was given to a block by its words alone, with how alike they are."""

    para: int
    likeness: float


class Decisions(Struct, frozen=True):
    """What a step decided; empty where it has no say.

    ``drops`` are whole paragraphs that go. ``loose`` are words that belong to no block.
    """

    edits: tuple[PlacedEdit, ...] = ()
    drops: tuple[int, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    new_rows: tuple[NewRow, ...] = ()
    dropped_rows: tuple[DroppedRow, ...] = ()
    matters: tuple[Matter, ...] = ()
    loose: tuple[Loose, ...] = ()
    guesses: tuple[Guess, ...] = ()

    def __add__(self, later: Decisions) -> Decisions:
        return Decisions(
            self.edits + later.edits,
            self.drops + later.drops,
            self.insertions + later.insertions,
            self.new_rows + later.new_rows,
            self.dropped_rows + later.dropped_rows,
            self.matters + later.matters,
            self.loose + later.loose,
            self.guesses + later.guesses,
        )


def together(steps: Sequence[Decisions]) -> Decisions:
    """What several steps decided, in their order."""
    if len(steps) < 2:
        return steps[0] if steps else Decisions()
    half = len(steps) // 2
    return together(steps[:half]) + together(steps[half:])


def doubts(
    matching: Matching, block: Block, paras: Iterable[int], at_risk: Collection[int]
) -> tuple[Matter, ...]:
    """A block that may not be the one it was taken for, at each of its paragraphs ``at_risk``."""
    message = (
        f"“{short(block.text)}”是按文字认出的（可能有几处相同，或是重新粘贴的），请看更新得对不对"
    )
    about = (block.id,)
    risky = [para for para in paras if para in at_risk]
    return tuple(Matter(para, "check", message, about=about) for para in risky)
