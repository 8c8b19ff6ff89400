"""What is known while the plan of a regeneration is made, and what the plan is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.regenerate.base import NUMBERING, Base, Block
from generator.regenerate.decide.matters import Matter, short
from generator.regenerate.decide.rebase import Edit
from generator.regenerate.decide.script import Change, changes
from generator.regenerate.match.loose import Loose
from generator.word.reader import Span, View


@dataclass(frozen=True)
class Insertion:
    """New blocks (ids of the new draft, in order) that go behind paragraph ``after``; -1: before everything."""

    after: int
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class NewRow:
    """A new row of a table: the table of the file, the row it goes behind (-1: before all), its id in the new draft."""

    table: int
    after: int
    row: str


@dataclass(frozen=True)
class DroppedRow:
    """A row that the new draft does not have and that nobody touched."""

    table: int
    row: int


@dataclass
class Merge:
    """What is known while a plan is made. Blocks and paragraphs are told by place.

    ``homes`` gives the paragraphs of a block; ``partner`` maps a block's id to its id in the new draft. ``sure`` are the
    blocks whose place a mark vouches for, ``vouched`` those paragraphs; ``unsure`` are blocks that may stand elsewhere.
    ``loose`` are words that belong to no block, ``guessed`` the paragraphs that were given to a block by their words
    alone, with how alike they are. ``texts`` maps an occurrence of a figure to its text in the base.
    """

    base: Base
    new: Base
    view: View
    marks: Mapping[str, Span]
    history: Mapping[str, frozenset[str]]
    blocks: dict[str, Block] = field(default_factory=dict)
    partner: dict[str, str] = field(default_factory=dict)
    homes: dict[int, tuple[int, ...]] = field(default_factory=dict)
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    drops: list[int] = field(default_factory=list)
    matters: list[Matter] = field(default_factory=list)
    sure: set[int] = field(default_factory=set)
    vouched: set[int] = field(default_factory=set)
    unsure: set[int] = field(default_factory=set)
    loose: list[Loose] = field(default_factory=list)
    guessed: dict[int, float] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    scripts: dict[str, list[Change]] = field(default_factory=dict)
    dropped_rows: list[DroppedRow] = field(default_factory=list)
    new_rows: list[NewRow] = field(default_factory=list)

    @cached_property
    def stale(self) -> dict[str, str]:
        """Old values long enough not to be met by chance, and what they are now."""
        changed = [
            (block.text[change.start : change.end], change.text)
            for block in self.base.blocks
            for change in self.changes(block)
            if change.key not in (None, NUMBERING)
        ]
        return {
            old: new for old, new in changed if sum(map(str.isdigit, old)) >= 2 and len(old) >= 3
        }

    def changes(self, block: Block) -> list[Change]:
        """The program's edit script for a block of the base; empty where the new draft does not have it."""
        if block.id not in self.scripts:
            partner = self.partner.get(block.id)
            self.scripts[block.id] = (
                changes(block, self.blocks[partner]) if partner is not None else []
            )
        return self.scripts[block.id]

    def doubt(self, text: str, paras: Sequence[int]) -> None:
        """A block that may not be the one it was taken for: a comment at each paragraph that changes and has no mark of it."""
        for para in [para for para in paras if para in self.edits and para not in self.vouched]:
            self.matters.append(
                Matter(
                    para,
                    "check",
                    f"“{short(text)}”是按文字认出的（可能有几处相同，或是重新粘贴的），"
                    "请看更新得对不对",
                )
            )
