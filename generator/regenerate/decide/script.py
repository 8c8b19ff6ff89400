"""What the program changed from one draft to the next: its edit script, by block and by figure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from generator.regenerate.base import NUMBERING, Base, Block, Segment
from generator.regenerate.decide.partners import counterparts, row_partners
from generator.regenerate.match.stretches import Stretch, matches
from generator.regenerate.match.tokens import tokens

_BREATH = 2
"""Equal wording of so few characters between two changes belongs to the change."""


class BlockChange(Struct, frozen=True):
    """Characters ``start`` to ``end`` of a block become ``segments``.

    ``key`` and ``fid`` name the figure where exactly one figure gets another value, None where
    wording changes.
    """

    start: int
    end: int
    segments: tuple[Segment, ...]
    key: str | None = None
    fid: str | None = None

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return "".join(segment.text for segment in self.segments)

    @property
    def numbering(self) -> bool:
        """Whether the number of a heading changes, no more."""
        return self.key == NUMBERING


class Script(Struct, frozen=True):
    """The new draft beside the base.

    ``blocks`` are its blocks by id; ``counterparts`` maps ids of the base to ids of the new draft,
    ``rows`` those of the rows of tables; ``changes`` are those of each block of the base, by id,
    empty where the new draft lacks it.
    """

    new: Base
    blocks: Mapping[str, Block]
    counterparts: Mapping[str, str]
    rows: Mapping[str, str]
    changes: Mapping[str, tuple[BlockChange, ...]]

    def counterpart(self, block: Block) -> Block | None:
        """The block of the new draft that a block of the base is; None where it is gone."""
        partner = self.counterparts.get(block.id)
        return None if partner is None else self.blocks[partner]

    def figure_changes(self, block: Block) -> Iterator[BlockChange]:
        """The changes of a block that give one figure another value, but for its number."""
        changes = self.changes[block.id]
        return (change for change in changes if change.key is not None and not change.numbering)


def script_of(base: Base, new: Base) -> Script:
    """What changed from ``base`` to ``new``."""
    blocks = {block.id: block for block in new.blocks}
    rows = row_partners(base, new)
    partners = counterparts(base, new, rows)
    changes = {
        block.id: changes_of(block, blocks[partners[block.id]]) if block.id in partners else ()
        for block in base.blocks
    }
    return Script(new, blocks, partners, rows, changes)


def changes_of(old: Block, new: Block) -> tuple[BlockChange, ...]:
    """The edit script between two states of a block, in order, nothing overlapping."""
    if old is new or old.segments == new.segments or are_renamed(old, new):
        return ()
    if _frame(old) == _frame(new):
        return tuple(_figure_changes(old, new))
    return tuple(_changes(list(_atoms(old)), list(_atoms(new)), len(old.text)))


def are_renamed(old: Block, new: Block) -> bool:
    """Whether two states of a block differ in nothing but what its figures are called."""
    return _shown(old) == _shown(new)


def _shown(block: Block) -> list[tuple[bool, str]]:
    """What a block says, its figures apart from wording, without their names."""
    return [(segment.key is not None, segment.text) for segment in block.segments]


def _frame(block: Block) -> list[tuple[str | None, str]]:
    """A block without the values of its figures."""
    return [
        (segment.key, "" if segment.key is not None else segment.text) for segment in block.segments
    ]


def _figure_changes(old: Block, new: Block) -> Iterator[BlockChange]:
    """The changes where no wording changes."""
    at = 0
    for before, after in zip(old.segments, new.segments, strict=True):
        end = at + len(before.text)
        if before.text != after.text:
            yield BlockChange(at, end, (after,), before.key, before.fid)
        at = end


class _Atom(Struct, frozen=True):
    """What is compared: a figure by its key, wording by its token; and where it stands."""

    what: Hashable
    segment: Segment
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.segment.text)


def _atoms(block: Block) -> Iterator[_Atom]:
    at = 0
    for segment in block.segments:
        for atom in _atoms_of(segment, at):
            yield atom
            at = atom.end


def _atoms_of(segment: Segment, at: int) -> Iterator[_Atom]:
    """A figure as one, wording token by token."""
    if segment.key is not None:
        yield _Atom(("figure", segment.key), segment, at)
        return
    for token in tokens(segment.text):
        yield _Atom(token, Segment(token), at)
        at += len(token)


def _changes(left: Sequence[_Atom], right: Sequence[_Atom], length: int) -> Iterator[BlockChange]:
    """The changes between two blocks; the old one has ``length`` characters."""
    i = j = 0
    for stretch in [*_steady(left, right), Stretch(len(left), len(right), 0)]:
        if i < stretch.old or j < stretch.new:
            start, end = _characters(left, i, stretch.old, length)
            yield BlockChange(start, end, _joined(right[j : stretch.new]))
        for step in range(stretch.length):
            yield from _new_value(left[stretch.old + step], right[stretch.new + step])
        i, j = stretch.old_end, stretch.new_end


def _characters(atoms: Sequence[_Atom], first: int, end: int, length: int) -> tuple[int, int]:
    """The characters of some atoms of a block; of none: the position where they would stand."""
    if first < end:
        return atoms[first].start, atoms[end - 1].end
    at = atoms[first].start if first < len(atoms) else length
    return at, at


def _new_value(before: _Atom, after: _Atom) -> Iterator[BlockChange]:
    """The change of a figure that has another value."""
    if before.segment.text != after.segment.text:
        key, fid = before.segment.key, before.segment.fid
        yield BlockChange(before.start, before.end, (after.segment,), key, fid)


def _steady(left: Sequence[_Atom], right: Sequence[_Atom]) -> list[Stretch]:
    """The equal stretches, without those so short that the changes around them are one change."""
    equal = matches([atom.what for atom in left], [atom.what for atom in right])
    kept: list[Stretch] = []
    for index, stretch in enumerate(equal):
        inside = 0 < index < len(equal) - 1 or _has_both_sides(stretch, left)
        if not inside or not _is_breath(stretch, left) or _continues(kept, stretch):
            kept.append(stretch)
    return kept


def _has_both_sides(stretch: Stretch, left: Sequence[_Atom]) -> bool:
    """Whether something stands before and behind a stretch of the old block."""
    return stretch.old > 0 and stretch.old_end < len(left)


def _is_breath(stretch: Stretch, left: Sequence[_Atom]) -> bool:
    """Whether a stretch is a few characters of wording."""
    if stretch.length > _BREATH:
        return False
    return all(map(_is_wording, left[stretch.old : stretch.old_end]))


def _continues(kept: Sequence[Stretch], stretch: Stretch) -> bool:
    """Whether a stretch follows the last one without a change between them."""
    return bool(kept) and (kept[-1].old_end, kept[-1].new_end) == (stretch.old, stretch.new)


def _joined(atoms: Iterable[_Atom]) -> tuple[Segment, ...]:
    """The segments of some atoms, neighbouring wording put together."""
    result: list[Segment] = []
    for is_wording, group in groupby(atoms, key=_is_wording):
        segments = [atom.segment for atom in group]
        if is_wording:
            segments = [Segment("".join(segment.text for segment in segments))]
        result += segments
    return tuple(result)


def _is_wording(atom: _Atom) -> bool:
    return atom.segment.key is None
