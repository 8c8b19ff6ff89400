"""What the program changed from one draft to the next, by block and by figure: its edit script."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from generator.regenerate.base import Base, Block, Segment
from generator.regenerate.match.tokens import matches, similarity, tokens

_HASH = re.compile(r"[:\[#][0-9a-f]{8,}\]?$")
_BREATH = 2
"""Equal wording of so few characters between two changes belongs to the change."""


@dataclass(frozen=True)
class Change:
    """Characters ``start`` to ``end`` of a block become ``segments``. ``key`` and ``fid`` name the figure where exactly
    one figure gets another value, None where wording changes."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    key: str | None = None
    fid: str | None = None

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class _Atom:
    """What is compared: a figure by its key, wording by its token; and where it stands in its block."""

    what: Hashable
    segment: Segment
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.segment.text)


def changes(old: Block, new: Block) -> list[Change]:
    """The edit script between two states of a block, in order, nothing overlapping."""
    if old.segments == new.segments:
        return []
    if _frame(old) == _frame(new):
        return list(_figures(old, new))
    left, right = _atoms(old), _atoms(new)
    result: list[Change] = []
    i = j = 0
    for a, b, size in [*_steady(left, right), (len(left), len(right), 0)]:
        if i < a or j < b:
            result.append(_wording(left, right, (i, a), (j, b), len(old.text)))
        for step in range(size):
            before, after = left[a + step], right[b + step]
            if before.segment.text != after.segment.text:
                result.append(
                    Change(
                        before.start,
                        before.end,
                        (after.segment,),
                        before.segment.key,
                        before.segment.fid,
                    )
                )
        i, j = a + size, b + size
    return result


def _frame(block: Block) -> list[tuple[str | None, str]]:
    """A block without the values of its figures."""
    return [
        (segment.key, "" if segment.key is not None else segment.text) for segment in block.segments
    ]


def _figures(old: Block, new: Block) -> Iterator[Change]:
    """The changes where no wording changes."""
    at = 0
    for before, after in zip(old.segments, new.segments, strict=True):
        end = at + len(before.text)
        if before.text != after.text:
            yield Change(at, end, (after,), before.key, before.fid)
        at = end


def _atoms(block: Block) -> list[_Atom]:
    atoms: list[_Atom] = []
    at = 0
    for segment in block.segments:
        if segment.key is not None:
            atoms.append(_Atom(("figure", segment.key), segment, at))
        else:
            start = at
            for token in tokens(segment.text):
                atoms.append(_Atom(token, Segment(token), start))
                start += len(token)
        at += len(segment.text)
    return atoms


def _steady(left: Sequence[_Atom], right: Sequence[_Atom]) -> list[tuple[int, int, int]]:
    """The equal stretches, without those so short that the changes around them are one change."""
    found = matches([atom.what for atom in left], [atom.what for atom in right])
    kept: list[tuple[int, int, int]] = []
    for place, (a, b, size) in enumerate(found):
        inside = 0 < place < len(found) - 1 or (a > 0 and a + size < len(left))
        changed_before = not kept or (a, b) != (
            kept[-1][0] + kept[-1][2],
            kept[-1][1] + kept[-1][2],
        )
        words = all(atom.segment.key is None for atom in left[a : a + size])
        if inside and changed_before and words and size <= _BREATH:
            continue
        kept.append((a, b, size))
    return kept


def _wording(
    left: Sequence[_Atom],
    right: Sequence[_Atom],
    old: tuple[int, int],
    new: tuple[int, int],
    length: int,
) -> Change:
    start = left[old[0]].start if old[0] < len(left) else length
    end = left[old[1] - 1].end if old[1] > old[0] else start
    return Change(start, end, joined([atom.segment for atom in right[new[0] : new[1]]]))


def joined(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Segments with neighbouring wording put together."""
    result: list[Segment] = []
    for segment in segments:
        if result and segment.key is None and result[-1].key is None:
            result[-1] = Segment(result[-1].text + segment.text)
        else:
            result.append(segment)
    return tuple(result)


def counterparts(old: Base, new: Base) -> dict[str, str]:
    """Which block of the new draft is which of the old one, by id; a text whose id follows its words, by likeness."""
    ids = {block.id for block in new.blocks}
    result = {block.id: block.id for block in old.blocks if block.id in ids}
    there = set(result)
    gone: dict[str, list[Block]] = {}
    come: dict[str, list[Block]] = {}
    for draft, groups in ((old, gone), (new, come)):
        for block in draft.blocks:
            if block.id not in there and _HASH.search(block.id):
                groups.setdefault(_HASH.sub("", block.id), []).append(block)
    for stem, blocks in gone.items():
        for block in blocks:
            best = max(
                come.get(stem, ()),
                key=lambda other, block=block: similarity(block.text, other.text),
                default=None,
            )
            if best is not None and similarity(block.text, best.text) >= 0.5:
                result[block.id] = best.id
                come[stem].remove(best)
    return result
