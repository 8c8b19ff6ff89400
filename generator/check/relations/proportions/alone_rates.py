"""Rates of the only two numbers that they can be of, whatever their names: 住院总费用2.40亿元，医保支付1.80亿
元，实际报销比例75.0%; for information where they do not hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.lists.heads import heads
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.named_rates import is_of_another_sort
from generator.check.relations.proportions.pairs import OTHER_UNITS, alike, share_relation
from generator.check.relations.proportions.rate_stems import is_of_another_way
from generator.model.regex import regex
from generator.model.replacing import replace

_IS_RATE = regex(
    r"(?P<name>[^，。；、\d]*?)(?:(?<![税利汇费增跌涨降速])率|比例|比率|(?<=[偿报付])比|进度|完成度|份额)"
    r"(?:约|已|均|仅|也|高|只|就|[为是]|达到?|实现)*$"
)
_SHARE_OF = regex(r"(?:占|相当于|为)(?:到|了)?(?P<of>[^，。；、\d]{2,12})的(?:[为达约是]|达到)?$")
_NEVER = regex(
    "增长|同比|环比|出材|预算|任务|失业|出生|死亡|发病|贫困|返贫|入学|收益|回报|毛利|净利|利润|目标|要求|底线|标准|以上|不低于|平均|预计"
    "|力争|全[国省市]|增幅|升幅|降幅|上年|去年|同期|计划|首付|其中|抽[查检样]|另|满意|知晓|城镇化|森林|绿[化地]|杠杆|负债|市场"
)
_OF_OTHERS = regex("上年|去年|前年|同期|其余|其他|此外|另有|结转|[12]\\d{3}年|预计|计划下|拟")
_FLOWS = regex("[增减][^，。；、\\d]{0,4}(?:额|量|收|支|数)|人口|总[^，。；、\\d]{0,2}数$")
_LIMIT = regex("[上下]限|限额|余额|领域|基数|编制|标准|定额|最[高低]|计划下")
_AMONG = regex("[中里内]$")
_OPEN = (Role.PLAIN, Role.AFTER, Role.TARGET, Role.EACH)
_LEAST, _MOST = Decimal("0.6"), Decimal("1.6")
_HUNDRED, _FINE, _TWO, _FAR, _NAME = 100, 50, 2, 2, 2


def alone_rates(phrase: Phrase, known: Set[int]) -> Iterator[NumberRelation]:
    """Every rate that nothing is read of yet, with the number just before it and the only other one
    that counts the same."""
    for at, rate in enumerate(phrase.amounts):
        said = _named(phrase.amounts, at)
        if said is None or rate.start in known or rate.qualifier or _NEVER.search(said):
            continue
        before = [a for a in phrase.amounts[:at] if _may_be(a)]
        part = _part(before, rate, said)
        whole = _whole(phrase, before, part, said) if part else None
        if part is None or whole is None:
            continue
        one = share_relation(part, whole, rate)
        if _is_slip(one) and _is_meant(phrase, one, said):
            yield replace(one, hint=True, explicit=False)


def _named(amounts: Sequence[Amount], at: int) -> str | None:
    """The words of a rate; of what became of one: 综合利用率由88.2%提高到91.5%; None for no rate."""
    rate = amounts[at]
    label = rate.label
    if rate.quantity.unit != "%":
        return None
    if rate.role is Role.AFTER and at and amounts[at - 1].quantity.unit == "%":
        label = _BEFORE.sub("", amounts[at - 1].label)
    elif rate.role is not Role.SHARE:
        return None
    return label if _IS_RATE.search(label) or _SHARE_OF.search(label) else None


_BEFORE = regex("[由从](?:上年|去年|年初|原来?|同期|\\d{4}年)?[底末]?的?$")


def _may_be(amount: Amount) -> bool:
    return amount.role in _OPEN and amount.base not in OTHER_UNITS and bool(amount.value)


def _part(before: Sequence[Amount], rate: Amount, said: str) -> Amount | None:
    """The number just before a rate; of a row of several units the one that the rate names."""
    if not before:
        return None
    last = before[-1]
    row = [a for a in before if a.clause == last.clause and a.head == last.head]
    named = [a for a in row if len(row) > 1 and f"{a.quantity.unit.lstrip('万亿')}数" in said]
    last = named[0] if len(named) == 1 else last
    near = rate.clause - last.clause <= _FAR and rate.group == last.group
    open_ = last.role in (Role.PLAIN, Role.AFTER) or _SHARE_OF.search(said)
    other = _OF_OTHERS.search(last.label) or last.qualifier
    return last if near and open_ and not other else None


def _whole(phrase: Phrase, before: Sequence[Amount], part: Amount, said: str) -> Amount | None:
    """The only number before a part that counts the same and is no part itself, or the one that the
    rate names."""
    own = [a for a in before if a.start < part.start and alike(a, part)]
    own = [a for a in own if a.role is not Role.EACH and not a.qualifier]
    named = _SHARE_OF.search(said)
    if named:
        words = named["of"]
        called = [a for a in own if _is_called(words, a)]
        own = called
    row = heads(phrase, own)
    row = [a for a in row if not _OF_OTHERS.search(a.label)]
    if len(row) != 1 or (row[0].group != part.group and not _is_called(said, row[0])):
        return None
    return row[0]


def _is_meant(phrase: Phrase, one: NumberRelation, said: str) -> bool:
    """Whether a rate stands just behind its two numbers, and is of no others beside them."""
    part, whole = one.terms
    rate = one.result
    if rate is None or rate.value == _HUNDRED or _FLOWS.search(said):
        return False
    name = _IS_RATE.search(said)
    own = [part, whole]
    if name and (is_of_another_sort(own, name["name"]) or is_of_another_way(own, name["name"])):
        return False
    above = part.value > whole.value and rate.value <= _HUNDRED
    if (above and not _is_called(said, part)) or part.label.startswith("其中"):
        return False
    if _AMONG.search(whole.tail) and not _is_called(said, part):
        return False
    together = part.value * _HUNDRED / (part.value + whole.value)
    of_both = abs(together - rate.value) * _FINE < rate.value
    if of_both or any(_LIMIT.search(a.label) for a in one.terms):
        return False
    inside = [a for a in phrase.amounts if whole.start < a.start < rate.start]
    brackets = [one for one in phrase.brackets if whole.start < one.start < rate.start]
    if any(a.quantity.unit == "%" for a in inside) and not _SHARE_OF.search(said):
        return rate.role is Role.AFTER and len(inside) == _TWO
    named = _is_called(said, part)
    row = "、" in phrase.between(whole.end, part.start) and len(inside) == 1
    beside = rate.clause - part.clause == 1 and (part.clause - whole.clause <= 1 or len(inside) > 1)
    others = any(alike(a, part) for a in inside if a is not part)
    others = others or "其中" in phrase.between(whole.end, rate.start)
    if others and not (named or _is_called(said, whole)):
        return False
    return not brackets and beside and part.role is not Role.AFTER and (named or not row)


def _is_called(words: str, amount: Amount) -> bool:
    said = amount.label + amount.head + amount.tail
    return any(words[at : at + _NAME] in said for at in range(len(words) - _NAME + 1))


def _is_slip(one: NumberRelation) -> bool:
    """Whether a share misses by a slip, and not by something else altogether."""
    part, whole = one.terms
    if one.result is None or verdict(one).holds:
        return False
    given = part.value * _HUNDRED / whole.value
    return _LEAST < given / one.result.value < _MOST if one.result.value else False
