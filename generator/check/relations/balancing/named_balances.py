"""Balances that have names of their own: 资产 less 负债 is 净资产, 出生率 less 死亡率 the 自然增长率."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.reader import Quantity
from generator.check.relations.algebra.differences import difference, follow, larger_first
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.growth.comparisons import THAN
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_KNOWN = tuple(
    (regex(one), regex(other), regex(result))
    for one, other, result in (
        (
            r"(?<![净动定良形货融险活置增])资产(?:总额|总计|合计|总量|规模)?(?:为|达到?|约)*$",
            r"(?<![动性有息期增解还少置])负债(?:总额|总计|合计|总量|规模)?(?:为|达到?|约)*$",
            r"(?:(?<!归母)(?<!国有)净资产|(?<!归属于母公司)所有者权益)(?:总额|合计|总计)?(?:为|达到?|约)*$",
        ),
        (
            r"业务收入(?:为|达到?|约)*$",
            r"业务支出(?:为|达到?|约)*$",
            r"增值收益(?:为|达到?|约)*$",
        ),
        (
            r"负债(?:总额|总计|合计|总量)?(?:为|达到?|约)*$",
            r"(?<![净动定良形货融险活置增])资产(?:总额|总计|合计|总量)?(?:为|达到?|约)*$",
            r"资不抵债(?:额|金额)?(?:为|达到?|约|高达)*$",
        ),
        (
            r"供[电水气热]量(?:为|达到?|约)*$",
            r"售[电水气热]量(?:为|达到?|约)*$",
            r"(?:[线漏]损|损[耗失]|产销差)[电水气热]?量?(?:为|达到?|约)*$",
        ),
        (
            r"(?<!行政)(?<!事业)(?<!工勤)(?<!政法)(?:编制|核编)(?:总?数)?(?:为|共|约)*$",
            r"(?:在职|在编|在岗|实有)(?:人员|在编|在岗|人数|在职|职工)*(?:为|共|约)*$",
            r"(?:空编|缺编|空缺编制)(?:为|共|约)*$",
        ),
    )
)
_WORTH = tuple(
    regex(rf"{name}(?:额|合计|总额|总计)?(?:为|达到?|约)*$")
    for name in ("原值", "累计(?:折旧|摊销)", "净值")
)
_NEGATIVE_RATE = regex(
    r"(?P<label>自然增长率)(?:约|为|是)?(?P<sign>[-−－—–]|负)(?P<digits>\d+(?:\.\d+)?)(?P<unit>‰|%)"
)
_BORN, _DIED = regex("出生率(?:约|为|是)?$"), regex("死亡率(?:约|为|是)?$")
_OFFSET = regex("(?P<it>与之|与其)?(?:相抵|轧抵|轧差|相减|品迭|冲抵)")
_NET_OF_TWO = regex("结[转余存]|盈余|净|余|差额|缺口|亏")
_TWICE = regex(
    r"(?:扣除|减去|剔除|其中|扣减|去除)[^，。；、\\d]{0,8}(?:重复|重叠|交叉)[^，。；、\\d]{0,8}$"
)
_ALL = regex("总|合计|共|实有|实际")
_NEAR = 2
_MARKS = regex("[，,；;：:、]")


def named_balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every balance of a phrase whose three numbers are called by their names."""
    for names in _KNOWN:
        yield from _by_labels(phrase, names)
    yield from _of_worth(phrase)
    yield from _offset(phrase)
    yield from _of_bracket(phrase)
    yield from _counted_twice(phrase)
    for match in _NEGATIVE_RATE.finditer(phrase.text):
        yield from _of_population(phrase, match)


def _by_labels(
    phrase: Phrase, names: tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]
) -> Iterator[NumberRelation]:
    """资产A；负债B；净资产C: each is called once before its balance, the nearest where a list
    goes on (中央企业资产A、负债B、净资产C；地方…)."""
    first, second, third = names
    results = [a for a in phrase.plain if third.search(a.label)]
    began = phrase.start
    for result in results:
        own = [a for a in phrase.plain if began <= a.start < result.start]
        rows = [[a for a in own if name.search(a.label)] for name in (first, second)]
        if all(len(row) == 1 and row[0].base == result.base for row in rows):
            yield replace(difference(rows[0][0], rows[1][0], result), explicit=False)
        began = result.end


def _of_worth(phrase: Phrase) -> Iterator[NumberRelation]:
    """原值97.2亿元，累计折旧28.9亿元，净值68.3亿元: the three in clauses that follow, as other things may
    be taken off too."""
    row = phrase.plain
    for three in zip(row, row[1:], row[2:], strict=False):
        named = all(name.search(a.label) for name, a in zip(_WORTH, three, strict=True))
        if named and follow(*three):
            yield replace(difference(*three), explicit=False)


def _offset(phrase: Phrase) -> Iterator[NumberRelation]:
    """收入总计A，与支出总计B相抵，结转C: one number less the one that it is set against."""
    amounts = phrase.amounts
    for one, other, left in zip(amounts, amounts[1:], amounts[2:], strict=False):
        said = _OFFSET.match(other.tail) and _NET_OF_TWO.search(left.label)
        alike = one.base == other.base == left.base and left.group == other.group
        near = other.clause - one.clause <= _NEAR and left.clause - other.clause <= _NEAR
        if said and alike and near:
            yield larger_first(one, other, left)


def _counted_twice(phrase: Phrase) -> Iterator[NumberRelation]:
    """水资源总量A，地表水B，地下水C，扣除重复计算量D: of two numbers less what is in both."""
    amounts = phrase.amounts
    for first, one, other, last in zip(
        amounts, amounts[1:], amounts[2:], amounts[3:], strict=False
    ):
        alike = {a.base for a in (first, one, other, last)} == {first.base}
        steps = [b.clause - a.clause for a, b in pairwise((first, one, other, last))]
        if not alike or max(steps) > _NEAR:
            continue
        if _TWICE.search(last.label) and _ALL.search(first.label):
            yield relation_of(Arithmetic.BALANCE, (one, other, last), first, (1, 1, -1))
        elif _TWICE.search(other.label) and _ALL.search(last.label):
            yield relation_of(Arithmetic.BALANCE, (first, one, other), last, (1, 1, -1))


def _of_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """男性比女性多15986人（男214814人、女198828人）: the two numbers stand in the bracket behind."""
    for gap in phrase.amounts:
        names = THAN.search(gap.label)
        behind = [b for b in phrase.brackets if b.start == gap.end + 1]
        for bracket in behind:
            called = (names["one"], names["other"]) if names else ("", "")
            one, other = (_only_called(bracket.plain, name) for name in called)
            if one and other and one is not other and one.base == other.base == gap.base:
                yield difference(other, one, gap) if gap.falls else difference(one, other, gap)


def _only_called(amounts: Sequence[Amount], name: str) -> Amount | None:
    """The one number whose label is the name or begins it: 男 of 男性."""
    called = [
        a for a in amounts if name and a.label and (name in a.label or name.startswith(a.label))
    ]
    return called[0] if len(called) == 1 else None


def _of_population(phrase: Phrase, match: re.Match[str]) -> Iterator[NumberRelation]:
    """出生率6.1‰，死亡率7.3‰，自然增长率-1.2‰: a minus before a rate is no part of its number."""
    result = _rate(phrase, match)
    before = [a for a in phrase.amounts if a.end <= result.start and a.base == result.base]
    rows = [[a for a in before if name.search(a.label)] for name in (_BORN, _DIED)]
    if all(len(row) == 1 for row in rows):
        yield larger_first(rows[0][0], rows[1][0], result)


def _rate(phrase: Phrase, match: re.Match[str]) -> Amount:
    """The digits of a rate behind a minus as a number with its label."""
    start, end = phrase.start + match.start("digits"), phrase.start + match.end()
    digits = match["digits"]
    places = len(digits.partition(".")[2])
    label = match["label"]
    quantity = Quantity(
        Decimal(digits),
        match["unit"],
        start,
        end,
        phrase.text[match.start("digits") : match.end()],
        label,
        exact=True,
        places=places,
    )
    clause = len(_MARKS.findall(phrase.text, 0, match.start()))
    return Amount(quantity, start, end, match["unit"], 0, Role.SHARE, label, label, "", clause, 0)
