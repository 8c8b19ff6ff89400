"""The stretches of items that an old and a new sequence share.

Small sequences are compared in full. Of large ones what stands once on both sides comes first;
where nothing does, the longest common subsequence, by bits and in parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from generator.regenerate.match.chains import increasing

Items = Sequence[Hashable]

_MOST_COMPARED = 4_000_000
"""So many old items times new ones are compared in full,"""
_MOST_EQUAL = 400_000
"""where no more pairs of them are equal."""
_RUNS = (8, 3, 1)
"""So many items in a row that stand once on both sides belong together, the surest first."""
_MOST_BITS = 400_000_000
"""So many old items times new ones take 50 MB."""


class Stretch(NamedTuple):
    """Items that an old and a new sequence share: where they begin in each, and how many."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Behind its last item in the old sequence."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Behind its last item in the new sequence."""
        return self.new + self.length

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The indexes of each item in the old and the new sequence."""
        return zip(range(self.old, self.old_end), range(self.new, self.new_end), strict=True)

    def moved(self, old: int, new: int) -> Stretch:
        """The stretch where so many items stand before each sequence."""
        return Stretch(self.old + old, self.new + new, self.length)


def matches(old: Items, new: Items) -> list[Stretch]:
    """The stretches of equal items, in order, without chance matches."""
    start = _common_start(old, new)
    end = _common_end(old, new, min(len(old), len(new)) - start)
    old_end, new_end = len(old) - end, len(new) - end
    head = [Stretch(0, 0, start)] if start else []
    tail = [Stretch(old_end, new_end, end)] if end else []
    inner = _inner_matches(old[start:old_end], new[start:new_end])
    return [*head, *(stretch.moved(start, start) for stretch in inner), *tail]


def _common_start(old: Items, new: Items) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _common_end(old: Items, new: Items, most: int) -> int:
    count = 0
    while count < most and old[-1 - count] == new[-1 - count]:
        count += 1
    return count


def _inner_matches(old: Items, new: Items) -> Iterable[Stretch]:
    """The matches of what is left between equal ends."""
    if not old or not new:
        return []
    if _few(old, new):
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [Stretch(*block) for block in blocks if block.size]
    for length in _RUNS:
        anchors = _anchors(old, new, length)
        if anchors:
            return _around(anchors, old, new)
    return _by_bits(old, new)


def _few(old: Items, new: Items) -> bool:
    """Whether two sequences are so small that each item is compared with each."""
    if len(old) * len(new) > _MOST_COMPARED:
        return False
    ours, theirs = Counter(old), Counter(new)
    return sum(count * theirs[item] for item, count in ours.items()) <= _MOST_EQUAL


def _anchors(old: Items, new: Items, length: int) -> list[tuple[int, int]]:
    """Where runs of so many items begin that stand once on both sides, in the same order."""
    ours, theirs = _single_runs(old, length), _single_runs(new, length)
    return increasing([(ours[run], theirs[run]) for run in ours.keys() & theirs.keys()])


def _single_runs(items: Items, length: int) -> dict[tuple[Hashable, ...], int]:
    """Where each run of so many items begins that stands there once."""
    runs = [tuple(items[at : at + length]) for at in range(len(items) - length + 1)]
    counted = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counted[run] == 1}


def _around(anchors: Sequence[tuple[int, int]], old: Items, new: Items) -> list[Stretch]:
    """The anchors, one item each, with the matches between them."""
    result: list[Stretch] = []
    before = (0, 0)
    for at, other in [*anchors, (len(old), len(new))]:
        between = matches(old[before[0] : at], new[before[1] : other])
        result += [stretch.moved(*before) for stretch in between]
        if at < len(old):
            result.append(Stretch(at, other, 1))
        before = (at + 1, other + 1)
    return _joined(result)


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches that follow one another on both sides as one."""
    result: list[Stretch] = []
    for stretch in stretches:
        if result and (result[-1].old_end, result[-1].new_end) == stretch[:2]:
            first = result.pop()
            result.append(Stretch(first.old, first.new, first.length + stretch.length))
        else:
            result.append(stretch)
    return result


def _by_bits(old: Items, new: Items) -> list[Stretch]:
    """The longest common subsequence; of very long sequences that of their halves."""
    if len(old) * len(new) > _MOST_BITS:
        half, other = len(old) // 2, len(new) // 2
        tail = (stretch.moved(half, other) for stretch in _by_bits(old[half:], new[other:]))
        return _joined([*_by_bits(old[:half], new[:other]), *tail])
    codes = LCSseq.opcodes(old, new)
    equal = (code for code in codes if code.tag == "equal")
    return [
        Stretch(code.src_start, code.dest_start, code.src_end - code.src_start) for code in equal
    ]
