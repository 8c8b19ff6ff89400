"""Shares that what is left of the whole completes, 按季预拨70%，年终结算其余30%, and the shares before a
list that
it makes 100 with: 一般贸易占总值的64.5%；加工贸易占24.2%；其他占11.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_REST = regex("(?:其余|余下|剩余|剩下)[^，。；、\\d]{0,6}$")
_PAID = regex("(?:[^，。；、\\d]{0,14}(?:[付拨算缴]|兑现|到位|下达))?(?:其余|余下|剩余|剩下)的?")
"""What is left is paid, and of no other thing: 持有丙公司余下的25%."""
_OF_WHICH = "其中"
_STATES = (Role.SHARE, Role.AFTER)
_SHARE = regex("占[^，。；、\\d]*$|^的$")
_ALL, _STEP, _PAIR, _LITTLE = 100, 2, 2, 15


def with_rest(phrase: Phrase) -> Iterator[tuple[tuple[Amount, ...], bool]]:
    """Each row of shares that ends with what is left, and whether it makes 100; one that does not
    only where no more than one share stands before it or each stands in a clause of its own."""
    shares = _shares(phrase)
    for at, rest in enumerate(shares):
        if not at or not _REST.search(rest.label) or "各" in shares[at - 1].label:
            continue
        rows = [tuple(shares[first : at + 1]) for first in range(at - 1, -1, -1)]
        near = [row for row in rows if _are_in_step(phrase, row)]
        fitting = next((row for row in near if make_all(row)), None)
        if fitting or (near and len(near) == at and _PAID.fullmatch(rest.label)):
            yield fitting or near[-1], fitting is not None


def with_shares_before(phrase: Phrase, run: Sequence[Amount]) -> tuple[Amount, ...]:
    """The shares of a list with those before it in their order that make it 100, or with the
    one just
    before it if that is what it lacks but for a little; () where none do."""
    before = [a for a in _shares(phrase) if a.end <= run[0].start]
    rows = [(*before[-size:], *run) for size in range(1, len(before) + 1)]
    fitting = next((row for row in rows if make_all(row)), ())
    near = [row for row in rows[:1] if _SHARE.search(row[0].label) and _is_nearer(row, run)]
    return fitting or (near[0] if near else ())


def _is_nearer(row: Sequence[Amount], run: Sequence[Amount]) -> bool:
    """Whether shares miss 100 by little, and by far less than the list alone does."""
    totals = [sum((a.value for a in one), Decimal(0)) for one in (row, run)]
    off, alone = (abs(total - _ALL) for total in totals)
    return off <= _LITTLE and off * _PAIR < alone


def make_all(row: Sequence[Amount]) -> bool:
    """Whether shares make 100 but for rounding."""
    total = sum((amount.value for amount in row), Decimal(0))
    return abs(total - _ALL) <= sum((amount.half for amount in row), Decimal(0))


def _shares(phrase: Phrase) -> list[Amount]:
    return [a for a in phrase.amounts if a.quantity.unit == "%" and a.role in _STATES]


def _are_in_step(phrase: Phrase, row: Sequence[Amount]) -> bool:
    """Whether shares stand in clauses that follow, none of them in a list of its own."""
    steps = [b.clause - a.clause for a, b in zip(row, row[1:], strict=False)]
    words = phrase.between(row[0].start, row[-1].start)
    return max(steps) <= _STEP and _OF_WHICH not in words and not any(a.qualifier for a in row)
