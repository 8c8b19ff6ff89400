"""Shares of several things, each of a whole of its own or each by its name: A 60公里、B 120公里，分别为计划的
50公里、100公里的120%和120%; 博士、硕士占总数的比重分别为2.4%、21.2%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, counted, share_relation
from generator.model.regex import regex

_EACH = regex("分别|依次|各自|对应")
_PLANNED = regex("计划|任务|目标|指标|预算|下达|应|需|安排|申报|受理|总|共|可供|登记|在册|对象")
_CALLED_SO = regex(
    r"(?:其中|而)?(?P<names>[^，。；：、和与及\d]{1,10}(?:[、和与及][^，。；：、和与及\d]{1,10}?)+?)"
    r"(?:(?:分别|依次|各)?占|(?:占比|比重|比例|份额))(?P<of>[^，。；：、\d]*)"
)
_LEAD = regex("^(?:其中|包括|含|有)")


def shares_in_step(phrase: Phrase, rows: Sequence[list[Amount]]) -> Iterator[NumberRelation]:
    """The shares of each row of rates whose numbers stand in the same order, or are called."""
    for rates in rows:
        called = _called(phrase, rates)
        yield from called or _of_two_rows(phrase, rates)


def _of_two_rows(phrase: Phrase, rates: Sequence[Amount]) -> Iterator[NumberRelation]:
    """任务2万亩、36公里，实际分别完成2.1万亩、33公里，完成率依次为105%、91.7%: two rows of as many
    numbers, of the same units in the same order, before the rates."""
    size = len(rates)
    own = [a for a in phrase.amounts if a.end <= rates[0].start and _may_be(a)]
    first, second = own[-2 * size : -size], own[-size:]
    if len(first) != size or rates[0].clause - second[-1].clause > 1:
        return
    pairs = list(zip(first, second, strict=True))
    if not all(alike(*pair) for pair in pairs) or not _are_two_rows(first, second, rates):
        return
    is_target = second[-1].role is Role.TARGET
    if not is_target and not any(_PLANNED.search(a.label) for a in first):
        return
    for (one, other), rate in zip(pairs, rates, strict=True):
        yield share_relation(*((one, other) if is_target else (other, one)), rate)


def _may_be(amount: Amount) -> bool:
    return amount in counted([amount]) or amount.role is Role.TARGET


def _are_two_rows(
    first: Sequence[Amount], second: Sequence[Amount], rates: Sequence[Amount]
) -> bool:
    """Whether the second row says nothing but numbers behind its first, and 分别 joins the rows."""
    units = len({a.base for a in first}) == len(first)
    bare = not any(a.label for a in second[1:])
    led = _EACH.search(second[0].label + rates[0].label)
    return first[-1].end <= second[0].start and bool(led) and (bare or units)


def _called(phrase: Phrase, rates: Sequence[Amount]) -> list[NumberRelation]:
    """博士、硕士占引进总数的比重分别为2.4%、21.2%: the numbers that bear the names before 占."""
    clause = re.split("[，。；：]", phrase.between(phrase.start, rates[0].start))[-1]
    said = _CALLED_SO.fullmatch(clause)
    if said is None or not _EACH.search(clause):
        return []
    names = re.split("[、和与及]", said["names"])
    before = [a for a in counted(phrase.amounts) if a.end <= rates[0].start]
    parts = [_only(before, name) for name in names]
    known = [part for part in parts if part is not None]
    if len(known) != len(rates) or len(names) != len(rates):
        return []
    whole = _whole(before, known, rates)
    read = zip(known, rates, strict=True)
    return [share_relation(part, whole, rate) for part, rate in read] if whole else []


def _only(amounts: Sequence[Amount], name: str) -> Amount | None:
    """The one number that a name calls; None where several or none are called so."""
    called = [a for a in amounts if _LEAD.sub("", a.label) == name]
    called = called or [a for a in amounts if a.label.endswith(name)]
    return called[0] if len(called) == 1 else None


def _whole(
    before: Sequence[Amount], parts: Sequence[Amount], rates: Sequence[Amount]
) -> Amount | None:
    """The number before parts of which most of their shares are right; the first that is more."""
    larger = [
        a
        for a in before
        if a.start < parts[0].start
        and all(alike(a, part) and a.value >= part.value for part in parts)
    ]
    pairs = list(zip(parts, rates, strict=True))
    return max(larger, key=lambda a: _right(pairs, a), default=None)


def _right(pairs: Sequence[tuple[Amount, Amount]], whole: Amount) -> int:
    """How many shares are right of a number."""
    return sum(verdict(share_relation(part, whole, rate)).holds for part, rate in pairs)
