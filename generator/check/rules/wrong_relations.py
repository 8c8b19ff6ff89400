"""The words in which a relation that does not hold is told: its numbers, its result, and what else
would put it right."""

from __future__ import annotations

from generator.check.finding import Side
from generator.check.passages import Passage
from generator.check.relations import (
    Amount,
    Arithmetic,
    NumberRelation,
    Verdict,
    as_good,
    is_rough,
    repairs,
    uncontradicted,
)
from generator.check.subject import Subject
from generator.model.regex import regex

_VERBS = regex(
    "(?:达到?|约为|写的是|分别为?|为|是|约|(?<![人户头只亩村校笔次日月年班家车株件])均|已|仅)+$"
)
_OF_SHARE = regex("的?(?:比[重例率]?|份额|百分比)?$")
"""How the words of a share end: 占全县支出的比重."""


def ways_of(subject: Subject, passage: Passage, relation: NumberRelation) -> str:
    """What else would put a relation right, as the end of a message: the one number that is wrong
    in several, or each that would do it and break nothing that holds; "" where none."""
    amounts = relation.numbers
    slips = subject.slips(passage)
    for slip in (slips[amount.start] for amount in amounts if amount.start in slips):
        unit = slip.amount.quantity.unit
        right = "或".join(f"{digits}{unit}" for digits in slip.digits)
        about = "左右" if slip.rough else ""
        return f"；{digits_of(slip.amount)}应为{right}{about}的话，{slip.relations}处就都对"
    ways: dict[str, list[str]] = {}
    rough = set()
    for amount, digits in uncontradicted(relation, repairs(relation), subject.judged(passage)):
        if amount is not relation.result or relation.sort is Arithmetic.SUM:
            own = digits_of(amount)
            known = ways.setdefault(own, [])
            same = (f"{one}{amount.quantity.unit}" for one in as_good([relation], amount, digits))
            known.extend(one for one in same if one not in known)
            rough |= {own} if is_rough([relation], amount, digits) else set()
    told = (f"{own}应为{'或'.join(ways[own])}{'左右' if own in rough else ''}" for own in ways)
    return f"；或者{'，或'.join(told)}" if ways else ""


def as_rounded(verdict: Verdict) -> str:
    """The result as the number prints it, with more decimals behind where it has more."""
    expected = verdict.expected
    return expected if verdict.rounded == expected else f"{verdict.rounded}（{expected}）"


def called(amount: Amount, otherwise: str) -> str:
    """The words before a number without the verb that ends them: 拨付率 of 拨付率达."""
    label = _VERBS.sub("", amount.label.strip("，、；：的"))
    if label.startswith("占"):
        share = _OF_SHARE.sub("", label)
        return f"{share}的比例" if share.strip("占") else "占比"
    return label or otherwise


def written_change(change: Amount) -> str:
    """A change as it is written, with the two letters of its verb: 增长12.4%."""
    verb = _VERBS.sub("", change.label.rstrip("了"))[-2:]
    return f"{verb}{digits_of(change)}".lstrip("，、")


def digits_of(amount: Amount) -> str:
    """The number with its unit, without the words before it that the reader takes with it."""
    text = amount.text
    return text[next(at for at, char in enumerate(text) if char.isdigit()) :]


def sides_of(passage: Passage, relation: NumberRelation) -> tuple[Side, ...]:
    """The result with its label, and the terms."""
    result = result_of(relation)
    one = passage.side(max(0, result.start - len(result.label)), result.end)
    first, last = relation.terms[0], relation.terms[-1]
    start = min(term.start - len(term.label) for term in relation.terms)
    return one, passage.side(max(0, start), max(first.end, last.end))


def result_of(relation: NumberRelation) -> Amount:
    if relation.result is None:
        raise ValueError("the relation has no result")
    return relation.result
