"""Texts that are alike between the same neighbours: what was edited where it stood.

In each gap between known pairs the blocks and paragraphs are put together one to one, one to two
and two to one, so that they have the most text in common (by a table, as in sequence alignment).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from operator import itemgetter

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

Move = tuple[int, int]
"""How many blocks and how many paragraphs are put together."""
_STAY: Move = (0, 0)


def similar_between(
    blocks: Sequence[str], paras: Sequence[str], pairs: Sequence[Pair]
) -> list[Pair]:
    """Pairs of similar texts between the same neighbours."""
    taken_blocks, taken_paras = {block for block, _ in pairs}, {para for _, para in pairs}
    anchors = [(-1, -1), *_increasing(pairs), (len(blocks), len(paras))]
    result: list[Pair] = []
    for before, after in pairwise(anchors):
        left = _filled(blocks, range(before[0] + 1, after[0]), taken_blocks)
        right = _filled(paras, range(before[1] + 1, after[1]), taken_paras)
        result += _best(_Gap(left, right, blocks, paras))
    return result


def _filled(texts: Sequence[str], between: range, taken: Collection[int]) -> list[int]:
    return [index for index in between if index not in taken and texts[index].strip()]


def _increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs that keeps the order on both sides (patience sorting)."""
    ordered = sorted(set(pairs))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, para) in enumerate(ordered):
        at = bisect_left(tails, para)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [para]
        ends[at : at + 1] = [index]
    return _chain(ordered, before, ends[-1] if ends else -1)


def _chain(ordered: Sequence[Pair], before: Sequence[int], last: int) -> list[Pair]:
    chain: list[Pair] = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


@dataclass(frozen=True)
class _Gap:
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
    if not gap.left or not gap.right:
        return []
    return _walk(gap, _steps(gap, _likeness(gap)))


def _likeness(gap: _Gap) -> list[list[float]]:
    """How alike each block and each paragraph are; 0 where that is little."""
    return [
        [similarity(gap.blocks[block], gap.paras[para], _ALIKE / 2) for para in gap.right]
        for block in gap.left
    ]


def _steps(gap: _Gap, alike: Sequence[Sequence[float]]) -> list[list[Move]]:
    """The move by which each field of the table is best reached."""
    rows, columns = len(gap.left) + 1, len(gap.right) + 1
    score = [[0.0] * columns for _ in range(rows)]
    step = [[_STAY] * columns for _ in range(rows)]
    for i, j in product(range(rows), range(columns)):
        options = [(0.0, _STAY)]
        for gain, (down, across) in _moves(gap, i, j, alike):
            options.append((score[i - down][j - across] + gain, (down, across)))
        score[i][j], step[i][j] = max(options, key=itemgetter(0))
    return step


def _moves(
    gap: _Gap, i: int, j: int, alike: Sequence[Sequence[float]]
) -> Iterator[tuple[float, Move]]:
    """What may end at a field of the table, and the text it would bring together."""
    if i:
        yield 0.0, (1, 0)
    if j:
        yield 0.0, (0, 1)
    if i and j:
        yield from _bringing_together(gap, i, j, alike)


def _bringing_together(
    gap: _Gap, i: int, j: int, alike: Sequence[Sequence[float]]
) -> Iterator[tuple[float, Move]]:
    """A block and a paragraph, a block that was split in two, two that were merged."""
    one = alike[i - 1][j - 1]
    if one >= _ALIKE:
        yield one * (len(gap.block(i)) + len(gap.para(j))), (1, 1)
    if j > 1 and _may_join(one, alike[i - 1][j - 2]):
        yield from _joined(gap.block(i), (gap.para(j - 1), gap.para(j)), (1, 2))
    if i > 1 and _may_join(one, alike[i - 2][j - 1]):
        yield from _joined(gap.para(j), (gap.block(i - 1), gap.block(i)), (2, 1))


def _may_join(one: float, other: float) -> bool:
    """Whether two texts, so much like a third, may be its parts."""
    return 0 < other < _SAME and one < _SAME


def _joined(whole: str, parts: tuple[str, str], move: Move) -> Iterator[tuple[float, Move]]:
    """What one text and two texts have in common, if each of the two is mostly in the one."""
    if min(share_inside(part, whole) for part in parts) >= _INSIDE:
        alike = similarity(whole, "".join(parts))
        if alike >= _ALIKE:
            yield alike * (len(whole) + len(parts[0]) + len(parts[1])), move


def _walk(gap: _Gap, step: Sequence[Sequence[Move]]) -> list[Pair]:
    """The pairs of the best way through the table, from its end."""
    pairs: list[Pair] = []
    i, j = len(gap.left), len(gap.right)
    while step[i][j] != _STAY:
        down, across = step[i][j]
        pairs += product(gap.left[i - down : i], gap.right[j - across : j])
        i, j = i - down, j - across
    return pairs
