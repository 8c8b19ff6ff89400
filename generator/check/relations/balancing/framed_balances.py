"""Balances told by their place: what was there, two or more numbers of what came and went, what is
there then, though no word opens or closes them; and flows that stand before the two states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.balancing.nets import NET, lent_and_returned
from generator.check.relations.balancing.openings import OPENING, closed_by, sign_of
from generator.check.relations.balancing.same_state import (
    holds_without_some,
    is_of_same,
    leaves_some_behind,
)
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_OPENS = regex(
    r"上[一个]?(?:年|月|季|期|年度)[末底度]?|[年期月季]初|原[有先来定批本]|^\d+月[末底]|\d{4}年[末底]|此前"
)
_NOW = regex(
    r"[年期月季][末底终]|现[有存为]|实[有存]|目前|至今|尚[余存有剩]|还[有剩余]|[剩结]余|余额|净[余剩]"
    r"|后(?:的|共|仍)?(?:[^，。；、\d]{0,6}?[为是达至]|[^，。；、\d]{0,4}[数额价积模量位])?$"
    r"|[变调改降增][为成至到]$|最终|最后|最新|(?:核定|审定|确定|结算)[^，。；、\d]{0,4}$"
)
_STATE = regex(r"[年期月季][初末底终]|季度|最[高低多少]|平均|[上中下]旬|月份|^\d+月$|^其中|[占达]$")
"""A number of another day, and none of what came or went: 一季度末8.2万头."""
_IS_NET = regex(
    r"^(?:收支)?(?:[当本][年期月季](?:度|收支)*|收支|[收支两项]{2}相抵后?)(?:[结节盈]余|缺口|赤字|亏空)"
)
_MISSING = regex("缺口|赤字|亏空")
_LESS = regex("净减|净流出|净退")
_PART_OF_YEAR = regex(r"半年|季度|\d月")
_LEAST_FLOWS, _MOST_FLOWS = 2, 6
_PAIR = 2
_SIZE = Decimal("0.6")


def framed_balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every balance of a phrase whose states and flows are told by their place."""
    for base in dict.fromkeys(a.base for a in phrase.amounts if a.quantity.unit):
        row = [a for a in phrase.amounts if a.base == base]
        for at, opening in enumerate(row):
            yield from _from_opening(phrase, row[at:], is_first=_is_first(row, at))
            yield from _before_states(row[:at], opening, row[at + 1 : at + _PAIR])


def _is_first(row: Sequence[Amount], at: int) -> bool:
    """Whether no number of the unit stands before it in its group."""
    return all(amount.group < row[at].group for amount in row[:at])


def _from_opening(
    phrase: Phrase, row: Sequence[Amount], *, is_first: bool
) -> Iterator[NumberRelation]:
    """A, then what came and went in clauses that follow, then what is there."""
    opening, flows = row[0], list[Amount]()
    opened = _opens(opening)
    stands = opening.role in (Role.PLAIN, Role.TARGET, Role.BEFORE)
    if not stands or not (opened or is_first) or opening.label.startswith("其中"):
        return
    for before, amount in pairwise(row):
        if not _is_next(before, amount):
            return
        told = _NOW.search(amount.label) and not (_is_net(amount) or _opens(amount))
        if told and len(flows) >= _LEAST_FLOWS:
            yield from _closed(phrase, opening, flows, amount, opened=opened)
            return
        if amount.role not in BALANCED or _STATE.search(amount.label) or not amount.label:
            return
        flows.append(amount)
        if len(flows) > _MOST_FLOWS:
            return


def _opens(amount: Amount) -> bool:
    """Whether a number is what was there before by its words: 年初, 上年结余."""
    return bool(OPENING.search(amount.label) or _OPENS.search(amount.label))


def _is_next(before: Amount, amount: Amount) -> bool:
    """Whether a number stands in the clause behind another, exact, in one sentence part."""
    beside = amount.clause - before.clause in (1, _PAIR) and amount.group == before.group
    return beside and not amount.qualifier and not before.qualifier


def _closed(
    phrase: Phrase, opening: Amount, flows: Sequence[Amount], result: Amount, *, opened: bool
) -> Iterator[NumberRelation]:
    """The balance, where it holds or its words leave no other reading."""
    if "其中" in phrase.between(opening.end, result.start):
        return
    if len(flows) > _LEAST_FLOWS and _is_net(flows[-1]) and _MISSING.search(flows[-1].label):
        flows = flows[:-1]
    elif len(flows) > _LEAST_FLOWS and _is_net(flows[-1]):
        sign = -1 if _LESS.search(flows[-1].label) else 1
        net = relation_of(Arithmetic.BALANCE, (opening, flows[-1]), result, (1, sign))
        yield from [net] if _is_meant(phrase, net, opened=opened) else ()
        flows = flows[:-1]
    known = [sign_of(flow) for flow in flows]
    sure = {1, -1} <= set(known)
    lent = lent_and_returned(flows)
    if lent and opened:
        told = [relation_of(Arithmetic.BALANCE, (opening, *flows), result, (1, *lent))]
    else:
        told = closed_by((opening, *flows), result) if sure or opened else []
    for one in told:
        if _is_meant(phrase, one, opened=opened and 0 not in known):
            yield one


def _is_net(amount: Amount) -> bool:
    """Whether a number is what came less what went, and neither of them."""
    return bool(_IS_NET.search(amount.label) or NET.search(amount.label))


def _is_meant(phrase: Phrase, relation: NumberRelation, *, opened: bool) -> bool:
    """Whether a balance holds, or misses by what a slip may do and what is there then is by its
    words what was there before."""
    said = verdict(relation)
    if said.holds:
        return True
    opening, result = relation.terms[0], relation.result
    if result is None or said.off > _SIZE * max(result.value, opening.value):
        return False
    if leaves_some_behind(phrase, result) or holds_without_some(relation):
        return False
    return is_of_same(result, relation.terms if opened else relation.terms[:1])


def _before_states(
    row: Sequence[Amount], before: Amount, behind: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """转入A，转出B，净增C，在校生由D变为E: the flows and perhaps their net stand before the states."""
    states = before.role is Role.BEFORE and all(a.role is Role.AFTER for a in behind)
    if not states or not behind or behind[0].clause != before.clause:
        return
    flows = list(row[-1:]) if row and NET.search(row[-1].label) else []
    net = len(flows)
    last = flows[0] if flows else before
    for amount in reversed(row[: len(row) - net]):
        if not _is_next(amount, last) or not (sign_of(amount) or net):
            break
        flows.insert(0, amount)
        last = amount
    flows = flows[: len(flows) - net]
    signs = lent_and_returned(flows) or [sign_of(flow) for flow in flows]
    if {1, -1} == set(signs) and len(flows) <= _MOST_FLOWS:
        after = behind[0]
        relation = relation_of(Arithmetic.BALANCE, (before, *flows), after, (1, *signs))
        yearly = "年" in before.label + after.label
        shorter = yearly and any(_PART_OF_YEAR.search(flow.label) for flow in flows)
        if verdict(relation).holds or (is_of_same(before, flows) and not shorter):
            yield relation
