"""Texts that are alike between the same neighbours: what was edited where it stood.

In each gap between known pairs the blocks and paragraphs are put together one to one, one to two
and two to one, so that they have the most text in common (sequence alignment).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from msgspec import Struct

from generator.regenerate.match.candidates import likely_pairs
from generator.regenerate.match.chains import Join, best_chain, increasing
from generator.regenerate.match.components import Pair
from generator.regenerate.match.tokens import share_inside, similarity

_ALIKE = 0.4
"""Least similarity of a block and a paragraph between the same neighbours."""
_ALIKE_ALONE = 0.2
"""Least similarity of the only block and the only paragraph between two neighbours."""
_SAME = 0.9
"""So much alike, two texts are a pair, and no third one is joined to them."""
_INSIDE = 0.7
"""Least share of each half of a split text that is found in the whole."""
_MOST_FIELDS = 20_000
"""So many blocks times paragraphs are compared each with each."""
_BAND = 2
"""In a larger gap a block is compared with so many paragraphs on both sides of its place."""


def similar_between(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Pairs of similar texts between the same neighbours."""
    taken_blocks, taken_paras = {block for block, _ in pairs}, {para for _, para in pairs}
    anchors = [(-1, -1), *increasing(pairs), (len(blocks), len(paras))]
    result: list[Pair] = []
    for before, after in pairwise(anchors):
        left = _filled(blocks, range(before[0] + 1, after[0]), taken_blocks)
        right = _filled(paras, range(before[1] + 1, after[1]), taken_paras)
        result += _best(_Gap(left, right, blocks, paras))
    return result


def _filled(texts: Sequence[str], between: range, taken: Collection[int]) -> list[int]:
    return [index for index in between if index not in taken and texts[index].strip()]


class _Gap(Struct, frozen=True):
    """The blocks and paragraphs between two neighbours, by index, and all texts."""

    left: Sequence[int]
    right: Sequence[int]
    blocks: Sequence[str]
    paras: Sequence[str]

    def block(self, number: int) -> str:
        """The text of the ``number``-th block (from 1)."""
        return self.blocks[self.left[number - 1]]

    def para(self, number: int) -> str:
        """The text of the ``number``-th paragraph (from 1)."""
        return self.paras[self.right[number - 1]]


def _best(gap: _Gap) -> list[Pair]:
    """The pairs of one gap with the most text in common."""
    if len(gap.left) == len(gap.right) == 1:
        alone = similarity(gap.block(1), gap.para(1))
        return [(gap.left[0], gap.right[0])] if alone >= _ALIKE_ALONE else []
    chain = best_chain(list(_joins(gap, _likeness(gap))))
    return [pair for join in chain for pair in _pairs(gap, join)]


def _pairs(gap: _Gap, join: Join) -> Iterator[Pair]:
    return product(gap.left[join.rows], gap.right[join.columns])


def _likeness(gap: _Gap) -> dict[tuple[int, int], float]:
    """How alike blocks and paragraphs are, by their numbers in the gap, where that is something."""
    rated = ((fields, _field_likeness(gap, fields)) for fields in _fields(gap))
    return {fields: alike for fields, alike in rated if alike}


def _field_likeness(gap: _Gap, fields: tuple[int, int]) -> float:
    return similarity(gap.block(fields[0]), gap.para(fields[1]), _ALIKE / 2)


def _fields(gap: _Gap) -> Iterable[tuple[int, int]]:
    """Which block and which paragraph are compared; in a large gap those that may be alike."""
    rows, columns = len(gap.left), len(gap.right)
    if rows * columns <= _MOST_FIELDS:
        return product(range(1, rows + 1), range(1, columns + 1))
    blocks = {row: gap.block(row) for row in range(1, rows + 1)}
    paras = {column: gap.para(column) for column in range(1, columns + 1)}
    return sorted({*likely_pairs(blocks, paras), *_near_diagonal(rows, columns)})


def _near_diagonal(rows: int, columns: int) -> Iterator[tuple[int, int]]:
    """The fields of a table near its diagonal."""
    for row in range(1, rows + 1):
        middle = row * columns // rows
        first, last = max(1, middle - _BAND), min(columns, middle + _BAND)
        yield from ((row, column) for column in range(first, last + 1))


def _joins(gap: _Gap, alike: Mapping[tuple[int, int], float]) -> Iterator[Join]:
    """What may be put together: two texts, a block that was split in two, two that were merged."""
    for (i, j), one in alike.items():
        if one >= _ALIKE:
            yield Join(i - 1, j - 1, i, j, one * (len(gap.block(i)) + len(gap.para(j))))
        if j < len(gap.right) and _may_join(alike.get((i, j + 1), 0.0), one):
            gain = _joined(gap.block(i), (gap.para(j), gap.para(j + 1)))
            yield Join(i - 1, j - 1, i, j + 1, gain)
        if i < len(gap.left) and _may_join(alike.get((i + 1, j), 0.0), one):
            gain = _joined(gap.para(j), (gap.block(i), gap.block(i + 1)))
            yield Join(i - 1, j - 1, i + 1, j, gain)


def _may_join(one: float, other: float) -> bool:
    """Whether two texts, so much like a third, may be its parts."""
    return 0 < other < _SAME and one < _SAME


def _joined(whole: str, parts: tuple[str, str]) -> float:
    """What one text and two texts have in common, if each of the two is mostly in the one."""
    if min(share_inside(part, whole) for part in parts) < _INSIDE:
        return 0.0
    alike = similarity(whole, "".join(parts), _ALIKE)
    return alike * (len(whole) + len(parts[0]) + len(parts[1]))
