"""What was carried over: 上年结转9件，新收187件，应办196件，办结183件，结转下年13件; 年初预算480万元，调减30万元，
调整为450万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.algebra.differences import difference
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.balancing.openings import OPENING, sign_of
from generator.check.relations.lists.parts import of_unit, parts_relation
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_DUE = regex(r"(?:应(?![急届用收付退])|需(?!求)|可(?![持再比研行靠能]))[^，。；、\d]{1,8}$")
_CARRIED = regex(
    r"(?:结转|转入|转到|转|留待|顺延)(?:至|到)?(?:下|次|明)(?:一)?[年期]度?[^，。；\d]{0,8}$"
)
_PLANNED_FIRST = regex(
    r"(?:年初|期初|原|最初|初始|原定|原批复|原核定)(?:的)?(?:预算|计划|安排|批复|下达|核定|概算|目标|投资){0,2}(?:数|总额|金额)?(?:为|是|约)?$"
)
_ADJUSTED = regex(
    r"(?:调整|变更|调|修订|修正|核定)(?:后)?(?:预算|计划|概算|目标|总额)?(?:为|到|至|成)$"
    r"|(?:调整|变更|修订|核定)后的?(?:预算|计划|概算|目标|投资)(?:数|总额)?$"
)
_OUT = regex("支出|调出|调入一般公共预算|上缴|上解|安排")
_INCOME = regex("收入(?:总计|合计|总额|总量|决算)?(?:为|完成|达|实现)*$")
_ALL_OF = regex("总计|合计|总收入|总量")
_TAKEN_OFF = regex("扣除|减去|剔除|扣减")
_TIMES_OFF = 3


def carried_over(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every balance of what was carried over, due, done, changed and carried on."""
    flat = [a for a in phrase.amounts if a.role in (*BALANCED, Role.AFTER) and not a.qualifier]
    for one, other, due in zip(flat, flat[1:], flat[2:], strict=False):
        if _are_due(one, other, due):
            yield parts_relation(Arithmetic.SUM, (one, other), due, one.start)
    for whole, done, rest in zip(flat, flat[1:], flat[2:], strict=False):
        if _is_carried_on(whole, done, rest):
            yield difference(whole, done, rest)
    for at, first in enumerate(flat):
        if _PLANNED_FIRST.search(first.label):
            yield from _adjusted(flat[at:])
    yield from _left_of_income(phrase)


def _are_alike(*amounts: Amount) -> bool:
    near = all(b.clause - a.clause == 1 for a, b in pairwise(amounts))
    return near and len({(a.base) for a in amounts}) == 1


def _are_due(one: Amount, other: Amount, due: Amount) -> bool:
    """Whether what was left of before and what came are what is to be done: 应办196件."""
    opened = [bool(OPENING.search(a.label)) for a in (one, other)]
    came = other if opened[0] else one
    told = sum(opened) == 1 and sign_of(came) >= 0 and bool(_DUE.search(due.label))
    told = told and not _TAKEN_OFF.search(due.label)
    return told and _are_alike(one, other, due) and one.group == due.group


def _is_carried_on(whole: Amount, done: Amount, rest: Amount) -> bool:
    """Whether what was to be done, less what was done, is carried on to the next year."""
    told = _DUE.search(whole.label) and _CARRIED.search(rest.label) and sign_of(done) < 0
    return bool(told) and _are_alike(whole, done, rest)


def _adjusted(row: Sequence[Amount]) -> Iterator[NumberRelation]:
    """年初安排A，追加B，调减C，调整为D: only where nothing else stands between."""
    signs = [1]
    for at, amount in enumerate(row[1:], 1):
        if not _are_alike(row[at - 1], amount):
            return
        if _ADJUSTED.search(amount.label) and len(signs) > 1:
            span = row[0].start, amount.end
            terms = tuple(row[:at])
            yield NumberRelation(Arithmetic.BALANCE, terms, amount, *span, signs=tuple(signs))
            return
        sign = sign_of(amount)
        if not sign:
            return
        signs.append(sign)


def _left_of_income(phrase: Phrase) -> Iterator[NumberRelation]:
    """收入A，其中…；当年支出B，调入一般公共预算C，结转下年D: nothing was there before."""
    for rest in phrase.plain:
        own = [a for a in of_unit(phrase.plain, rest.base) if a.group == rest.group]
        spent = [a for a in own if a.start < rest.start]
        if not _CARRIED.search(rest.label) or not spent:
            continue
        before = [a for a in of_unit(phrase.plain, rest.base) if a.group < rest.group]
        totals = [a for a in before if _ALL_OF.search(a.label)]
        opened = any(OPENING.search(a.label) for a in phrase.plain) and not totals
        before = (totals or before)[:1]
        out = all(_OUT.search(a.label) for a in spent)
        mates = _mates(phrase, before[0], rest) if before else ()
        opened = opened or bool(mates) or len(totals) > 1
        for income in before if out and not opened and _are_alike(*spent, rest) else ():
            if _INCOME.search(income.label) and _is_of_size(income, spent, rest):
                signs = (1, *(-1 for _ in spent))
                terms = (income, *spent)
                span = income.start, rest.end
                yield NumberRelation(Arithmetic.BALANCE, terms, rest, *span, signs=signs)


def _mates(phrase: Phrase, income: Amount, rest: Amount) -> list[Amount]:
    """The numbers of the unit beside an income that 其中 does not begin: 转移支付320万元."""
    behind = [a for a in of_unit(phrase.plain, income.base) if income.start < a.start]
    beside = [a for a in behind if a.group < rest.group]
    return [a for a in beside if "其中" not in phrase.between(income.end, a.start)]


def _is_of_size(income: Amount, spent: Sequence[Amount], rest: Amount) -> bool:
    """Whether what is left may be that of an income with a slip in one number."""
    total = rest.value + sum(amount.value for amount in spent)
    return total < income.value * _TIMES_OFF and income.value < total * _TIMES_OFF
