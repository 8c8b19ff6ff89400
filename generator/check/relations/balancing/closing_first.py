"""Balances whose end is told first, 现有64件，上年底为66件，本年制发7件、废止9件, in a bracket behind it too; and
those
whose flows stand before both states: 缴存A，提取B；年末余额C，年初为D."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.balancing.framed_balances import is_next, is_now, opens
from generator.check.relations.balancing.openings import sign_of
from generator.check.relations.balancing.same_state import is_of_same
from generator.check.relations.balancing.without_lists import without_lists
from generator.check.relations.lists.parts import bases, before_bracket
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.replacing import replace

_STATES = (Role.PLAIN, Role.AFTER, Role.TARGET)
_PAIR, _MOST_FLOWS = 2, 4
_SIZE = Decimal("0.6")


def closing_first(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every balance of a phrase whose end stands before what was there, or just before it
    behind all
    that came and went; a hint where it does not hold."""
    for base in bases(phrase.amounts):
        row = [a for a in phrase.amounts if a.base == base and base]
        for at, opening in enumerate(row):
            if opens(opening) and not opening.qualifier:
                yield from _from_end(phrase, row, at)
                yield from _from_flows(row, at)


def _from_end(phrase: Phrase, row: Sequence[Amount], at: int) -> Iterator[NumberRelation]:
    """C（年初A，新增B，偿还D): the end, what was there, then what came and went."""
    opening = row[at]
    ends = row[at - 1 : at] if at else before_bracket(phrase, opening.base)
    flows: list[Amount] = []
    for before, amount in zip(row[at:], row[at + 1 :], strict=False):
        if is_next(before, amount) and is_now(amount):
            return
        if not is_next(before, amount) or amount.role not in BALANCED or not sign_of(amount):
            break
        flows.append(amount)
    for end in ends:
        apart = phrase.outer is not None and not at
        beside = apart or (end.group == opening.group and opening.clause - end.clause <= _PAIR)
        if beside and _is_state(end):
            yield from _balanced(opening, flows, end, [sign_of(flow) for flow in flows])


def _from_flows(row: Sequence[Amount], at: int) -> Iterator[NumberRelation]:
    """What came and went, and in the clauses behind it the end and what was there, in any order."""
    opening = row[at]
    ends = [a for a in row[max(0, at - 1) : at + _PAIR] if a is not opening]
    for end in ends:
        first = min(row.index(end), at)
        flows = without_lists([a for a in row[:first] if a.role in BALANCED])
        beside = abs(end.clause - opening.clause) == 1 and end.group == opening.group
        if not (beside and is_now(end) and _is_state(end)) or len(flows) > _MOST_FLOWS:
            continue
        signs = [sign_of(flow) for flow in flows]
        ways = product((1, -1), repeat=signs.count(0))
        for way in ways:
            left = iter(way)
            told = [sign or next(left) for sign in signs]
            yield from _balanced(opening, flows, end, told, sure=0 not in signs)


def _is_state(end: Amount) -> bool:
    """Whether a number may be what is there then."""
    return end.role in _STATES and not opens(end) and not end.qualifier


def _balanced(
    opening: Amount,
    flows: Sequence[Amount],
    end: Amount,
    signs: Sequence[int],
    *,
    sure: bool = True,
) -> Iterator[NumberRelation]:
    """The balance where both came and went; one that does not hold only where the words are
    ``sure``, its numbers of a size and the two states of one thing."""
    if {*signs} != {1, -1}:
        return
    one = relation_of(Arithmetic.BALANCE, (opening, *flows), end, (1, *signs))
    said = verdict(one)
    near = said.off <= _SIZE * max(opening.value, end.value)
    if said.holds:
        yield one
    elif sure and near and is_of_same(opening, [end]):
        yield replace(one, hint=True)
