"""Several wholes in one list of shares: 男性占46%、女性占54%；本地占72%，外地占28%, each of which makes 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.lists.wordings import overlap
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_LEAST, _NEAR = 2, (Decimal(75), Decimal(140))
_HUNDRED = Decimal(100)


def blocks_of(phrase: Phrase, run: Sequence[Amount]) -> list[list[Amount]]:
    """The blocks of a list, one of which makes 100 and the others may with a slip; [] where it is
    one block. ； parts them, or ， where 、 joins those of a block."""
    for mark in "；，":
        blocks = list(_parted(phrase, run, mark))
        if len(blocks) > 1 and _are_wholes(blocks):
            return blocks
    return _in_pairs(run)


def _parted(phrase: Phrase, run: Sequence[Amount], mark: str) -> Iterator[list[Amount]]:
    block: list[Amount] = []
    for share in run:
        if block and mark in phrase.between(block[-1].end, share.start):
            yield block
            block = []
        block.append(share)
    yield block


def _are_wholes(blocks: Sequence[Sequence[Amount]]) -> bool:
    """Whether every block has two shares or more, one makes 100, and the others may."""
    if min(map(len, blocks)) < _LEAST or not any(map(makes_hundred, blocks)):
        return False
    return all(makes_hundred(block) or may_be_whole(block) for block in blocks)


def may_be_whole(block: Sequence[Amount]) -> bool:
    """Whether shares may make 100 but for a slip: no one of them is of a trait beside others."""
    total = sum((share.value for share in block), Decimal(0))
    return _NEAR[0] <= total <= _NEAR[1] and not overlap(block) and _end_alike(block)


def _end_alike(block: Sequence[Amount]) -> bool:
    """Whether what the shares are of ends with the same character, 城镇户籍 and 农村户籍, or
    is from here and from elsewhere: 本地, 外来."""
    names = [re.sub("(?:占比?|比重|的|为)+$", "", share.label) for share in block]
    sides = len(names) == _LEAST and {name[:1] for name in names} == {"本", "外"}
    return sides or (len({name[-1:] for name in names}) == 1 and all(names))


def _in_pairs(run: Sequence[Amount]) -> list[list[Amount]]:
    """Shares of which every two make 100, four or more."""
    pairs = [list(run[at : at + _LEAST]) for at in range(0, len(run), _LEAST)]
    return pairs if len(pairs) > 1 and all(map(makes_hundred, pairs)) else []


def makes_hundred(shares: Sequence[Amount]) -> bool:
    """Whether shares make 100 but for rounding."""
    total = sum((share.value for share in shares), Decimal(0))
    return abs(total - _HUNDRED) <= sum((share.half for share in shares), Decimal(0))
