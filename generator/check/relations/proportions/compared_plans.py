"""Rates of completion behind by how much a plan was missed or passed (4.1亿元，距5亿元的目标尚差0.9亿元，
完成82%), and of what an earlier number is called after (办结事项中获好评1771个，好评率97.9%)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.proportions.pairs import alike, share_relation
from generator.model.regex import regex
from generator.model.replacing import replace

_COMPLETED = regex(
    r"(?:为|占)?(?:年度?|全年|总体|目标|任务|计划|总?)*(?:完成|达成|实现)(?:率|进度|度|比例|任务|目标|计划|年度)*"
    r"(?:的|为|达到?|了|仅)*"
)
_ANY_COMPLETED = regex(r"(?:仅|只|已|约|共)?(?:完成|达成|实现)(?P<of>[^，。；、\d]{0,8})的")
_ANY_PLAN = regex("[年季月]度?初?|全年|全部|总|任务|计划|目标|指标|预[期算]|数|[额量]")
_SHORT, _ABOVE = regex("[差欠缺短少低]"), regex("[多超高]")
_PLAN = regex("任务|计划|目标|指标|预期|预算|应(?:完成|征|收|建)")
_MISSED = regex(
    r"(?:^|[^，。；、\d])?(?:尚|还|仍|只|少|多|超额?)?[差欠缺短少多超高低][^，。；、\d]{0,4}$"
)
_AMONG = regex(
    r"(?P<of>[^，。；、\d其]{2,6}?)(?:了?的)?(?:事项|案件|项目|问题|人员|对象|企业|学生|样品|建议|工单|户|件)?中(?![央心小学])"
)
_CARRIED_OUT = regex("(?:仅|只|已|约|才|就)*(?:完成|达成|实现|达到)")
_VERB, _FEW = 2, 4
_REACHED = (Role.PLAIN, Role.AFTER)
_SET = (Role.PLAIN, Role.BASE, Role.TARGET)
_BY = (Role.PLAIN, Role.DELTA)


def of_compared_plan(rate: Amount, before: Sequence[Amount]) -> NumberRelation | None:
    """What was done of a plan, by the three numbers just before a rate: the two in any order and
    then how they differ."""
    named = _ANY_COMPLETED.fullmatch(rate.label)
    if len(before) <= _VERB or not (_COMPLETED.fullmatch(rate.label) or named):
        return None
    one, other, gap = before[-3:]
    alike_all = one.base == other.base == gap.base and bool(gap.base)
    beside = rate.clause - gap.clause == 1 and gap.clause - one.clause <= _VERB
    if (
        one.qualifier
        or other.qualifier
        or not (alike_all and beside and gap.role in _BY and _MISSED.search(gap.label))
    ):
        return None
    own = named is None or _calls(named["of"], (one, other))
    if own and (by_digits := _by_digits(one, other, gap)):
        return share_relation(*by_digits, rate)
    if not _COMPLETED.fullmatch(rate.label):
        return None
    for done, plan in ((one, other), (other, one)):
        planned = _is_plan(plan) and not _is_plan(done)
        if planned and done.role in _REACHED and plan.role in _SET and gap.value < plan.value:
            return share_relation(done, replace(plan, role=Role.TARGET), rate)
    return None


def _calls(name: str, numbers: Sequence[Amount]) -> bool:
    """Whether the name of a plan, but for words of any plan, stands by one of two numbers: 收入预算."""
    words = "".join(amount.label + amount.tail for amount in numbers)
    return all(char in words for char in _ANY_PLAN.sub("", name))


def _by_digits(one: Amount, other: Amount, gap: Amount) -> tuple[Amount, Amount] | None:
    """预算收入3.86亿元，征缴3.45亿元，欠收0.41亿元: what was done and what was planned, whatever they are
    called, where a third number is just what the one is short of the other or above it."""
    less, more = sorted((one, other), key=lambda amount: amount.value)
    words = gap.label[-_FEW:]
    short, above = (said.search(words) for said in (_SHORT, _ABOVE))
    plain = one.role in _REACHED and other.role in _REACHED
    exact = abs(more.value - less.value - gap.value) <= more.half + less.half + gap.half
    if not (plain and exact and less.value and bool(short) != bool(above)):
        return None
    done, plan = (less, more) if short else (more, less)
    # What is planned is told first, but where the other is called so.
    first = _is_plan(plan) or (plan is one and not _is_plan(done))
    return (done, replace(plan, role=Role.TARGET)) if first else None


def without_missed(rate: Amount, own: Sequence[Amount]) -> list[Amount]:
    """The numbers before a rate of what was done but for those that say by how much it was missed
    or passed, by their words or as the difference of the two before: 实现15.2亿元，短收11.2亿元，完成预算的
    57.5%."""
    if not _CARRIED_OUT.match(rate.label):
        return list(own)
    return [a for at, a in enumerate(own) if not _is_missed(own[max(0, at - _VERB) : at], a, rate)]


def _is_missed(before: Sequence[Amount], gap: Amount, rate: Amount) -> bool:
    if len(before) < _VERB or any(a.base != gap.base for a in before):
        return False
    one, other = before
    if any(verdict(share_relation(gap, whole, rate)).holds for whole in before):
        return False  # 计划100个，开工60个，竣工40个，完成计划的40%
    return bool(_MISSED.search(gap.label)) or abs(one.value - other.value) == gap.value


def _is_plan(amount: Amount) -> bool:
    """Whether the words around a number call it a plan."""
    return bool(_PLAN.search(amount.label) or _PLAN.search(amount.tail[:5]))


def of_called(rate: Amount, before: Sequence[Amount]) -> NumberRelation | None:
    """办结1809个，办结率98%；办结事项中获好评1771个，好评率97.9%: of the one number before that ends with
    what the part is among."""
    part = before[-1] if before else rate
    said = _AMONG.match(part.label)
    if said is None or rate.clause - part.clause != 1:
        return None
    name = said["of"][-_VERB:]
    called = [a for a in before[:-1] if alike(a, part) and a.label.endswith(name)]
    if len(called) == 1 and called[0].value >= part.value:
        return share_relation(part, called[0], rate)
    return None
