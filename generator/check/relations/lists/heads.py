"""The numbers of a row that are no parts of another one before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_PAIR = 2


def heads(phrase: Phrase, amounts: Sequence[Amount]) -> list[Amount]:
    """Numbers of one unit, in their order, without the parts that stand behind them."""
    found: list[Amount] = []
    at = 0
    while at < len(amounts):
        whole = amounts[at]
        found.append(whole)
        at += 1
        row = list(amounts[at:])
        while row and not (len(row) >= _PAIR and _are_parts(phrase, row, whole)):
            row.pop()
        at += len(row)
        while not row and at < len(amounts) and _is_part(phrase, whole, amounts[at]):
            at += 1
    return found


def _are_parts(phrase: Phrase, row: Sequence[Amount], whole: Amount) -> bool:
    """Whether numbers fill the one before them, or stand in a row of its size behind it."""
    if fills(row, whole):
        return True
    joined = all("、" in phrase.between(a.end, b.start) for a, b in pairwise(row))
    return joined and row[0].group == whole.group and are_of_size(row, whole)


def _is_part(phrase: Phrase, whole: Amount, amount: Amount) -> bool:
    listed = "其中" in phrase.between(whole.end, amount.start)
    return listed and amount.group == whole.group and amount.value < whole.value
