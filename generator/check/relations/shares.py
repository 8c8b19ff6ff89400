"""Shares and rates: N的r%, 占…的r%, 开工率r%, and shares that make a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_OF = re.compile(
    r"占(?:比|到|了|全部|其中)?(?P<of>[^，。；、\d]{0,20}?)(?:的|比例|比重|比率|比|率)*(?:为|达|达到|约)?$"
)
_REACHED_OF = re.compile(r"(?:完成|为)(?P<of>[^，。；、\d]{2,12})的$")
_ANY_WHOLE = re.compile(r"^(?:总[数量额计]|全部|总人数|总户数|总面积|总投资|[^，]{0,4}总[数量额])$")
_RATE = re.compile(
    r"(?P<stem>[^，。；、\d的]{1,10}?)(?:率|进度|比例)(?:约|已|均)?(?:为|达到?|是|实现|达)?(?:约)?$"
)
_OPEN_PART = re.compile("未|尚|正在|拟|欠|剩余|结余|待")
_STAGE = re.compile("^已|竣工|完工|开工|办结|审结|逮捕|起诉|验收")
_NO_STEM = re.compile(
    "^不|^未|贫困发生|增长|同比|失业|死亡|出生|满意|知晓|覆盖|普及|巩固|入园|毛入|参保|增幅|利|税|城镇化|森林|满|产销|参与|自给|农机化"
)
_ANNOUNCED = re.compile("应|总|任务|送审|计划|目标|安排|下达|到位|预算|共")
_OTHER_UNITS = ("%", "‰", "个百分点", "百分点", "")
_FULL = re.compile("合计|共计|全部|构成|总计")
_REST = re.compile("^其[他它余]|其他")
_ALSO = {
    "完工": "完成|竣工",
    "竣工": "完成|完工",
    "开工": "启动",
    "拨付": "支付|已拨",
    "支付": "已支|拨付",
    "支出": "已支|完成支出",
    "执行": "支出|使用|执行",
    "使用": "支出|已用",
    "到位": "实际到位|到位",
}
_RESPECTIVELY = re.compile("分别占[^，。；]{0,12}$|占比分别[为是]$|比重分别[为是]$")
_HALF = 2


def shares(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every share and rate of a phrase that has both its numbers."""
    yield from _respectively(phrase)
    for index, rate in enumerate(phrase.amounts):
        apart = _RESPECTIVELY.search(rate.label) or not rate.label
        if rate.role is Role.SHARE and not rate.qualifier and not apart:
            before = phrase.amounts[:index]
            yield from _share(phrase, rate, before, phrase.amounts[index + 1 :])


def _respectively(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数，A 3个、B 2个，分别占60%、40%: each share with its part."""
    for index, first in enumerate(phrase.amounts):
        if first.role is Role.SHARE and _RESPECTIVELY.search(first.label):
            rates = _rates_from(first, phrase.amounts[index + 1 :])
            yield from _each_with_its_part(_counted(_before(phrase.amounts, first.start)), rates)


def _rates_from(first: Amount, following: Sequence[Amount]) -> list[Amount]:
    """A rate and the bare ones that follow it, one a clause."""
    rates = [first]
    for amount in following:
        follows = amount.clause == rates[-1].clause + 1 and not amount.label
        if amount.quantity.unit != "%" or not follows:
            break
        rates.append(amount)
    return rates


def _each_with_its_part(own: Sequence[Amount], rates: Sequence[Amount]) -> Iterator[NumberRelation]:
    """Each of several rates with its part, of the number before the parts."""
    parts, wholes = own[-len(rates) :], own[: -len(rates)]
    if len(rates) < 2 or len(parts) != len(rates) or not wholes:
        return
    whole = wholes[-1]
    if _have_one_base((whole, *parts)):
        for part, rate in zip(parts, rates, strict=True):
            yield _relation(part, whole, rate)


def _have_one_base(amounts: Sequence[Amount]) -> bool:
    return len({a.base for a in amounts}) == 1


def _before(amounts: Sequence[Amount], position: int) -> list[Amount]:
    """The numbers that end before a position."""
    return [a for a in amounts if a.end <= position]


def _counted(amounts: Sequence[Amount]) -> list[Amount]:
    """The plain numbers that have a unit and are no rates."""
    return [a for a in amounts if a.role is Role.PLAIN and a.base not in _OTHER_UNITS]


def _share(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], after: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """The reading of a rate: of a target that it names, of a whole, or by its own name."""
    if before and before[-1].role is Role.TARGET and before[-1].end <= rate.start:
        yield from _of_target(phrase, rate, before, after)
        return
    of = _OF.search(rate.label) or _REACHED_OF.search(rate.label)
    if of:
        yield from _of_whole(phrase, rate, before, of["of"])
        return
    name = _RATE.search(rate.label)
    if name and not _NO_STEM.search(name["stem"]):
        yield from _by_name(phrase, rate, before, name["stem"])


def _of_target(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], after: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """完成投资210亿元，占年度计划300亿元的77%; 任务80个的95%，即72个."""
    target = before[-1]
    near = [a for a in _parts_of_target(before) if rate.clause - a.clause <= _HALF]
    if _is_result(after, target):
        near = [after[0]]
    if near and near[-1].group == rate.group:
        yield _relation(near[-1], target, rate)


def _parts_of_target(before: Sequence[Amount]) -> list[Amount]:
    """The numbers that may be a part of the target, the last one."""
    target = before[-1]
    if target.quantity.unit == "%" and len(before) > 1:
        return [a for a in before[:-1] if a.role in (Role.GROWTH, Role.SHARE)]
    return [a for a in before if a.role is Role.PLAIN and _alike(a, target)]


def _is_result(after: Sequence[Amount], target: Amount) -> bool:
    """Whether the next number says the part once more: 即72个."""
    return bool(after) and "即" in after[0].label and _alike(after[0], target)


def _alike(one: Amount, other: Amount) -> bool:
    """Whether two numbers count the same: 人 and 人次 too."""
    bases = {one.base.removesuffix("次"), other.base.removesuffix("次")}
    return len(bases) == 1 or bases == {"人", "张"}


def _of_whole(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], named: str
) -> Iterator[NumberRelation]:
    """其中工业用电10亿千瓦时，占全社会用电量的60%."""
    own = _counted(before)
    if not own or rate.clause - own[-1].clause > 1:
        return
    part = own[-1]
    wholes = _wholes(phrase, part, own[:-1], named)
    explicit = bool(named) or "其中" in phrase.between(phrase.start, part.start)
    for relation in _chosen(rate, (part, *_mates(own, part)), wholes):
        whole = relation.terms[1]
        loose = _is_a_name(named) and not _is_surely_named(phrase, whole, named)
        certain = relation.certain and not loose
        yield replace(relation, certain=certain, explicit=explicit)


def _wholes(phrase: Phrase, part: Amount, others: Sequence[Amount], named: str) -> list[Amount]:
    """What a part may be a share of: what is named, what stands before 其中, or its group."""
    wholes = _not_less(others, part)
    if _is_a_name(named):
        return _all_named([*_earlier(phrase, part), *wholes], named)
    head = phrase.between(phrase.start, part.start)
    if "其中" in head:
        listed = phrase.start + head.rindex("其中")
        return _before(wholes, listed)[-1:]
    return [a for a in wholes if a.group == part.group and not _has_share(phrase, a)]


def _all_named(amounts: Sequence[Amount], named: str) -> list[Amount]:
    return [a for a in amounts if _is_named(a, named)]


def _not_less(amounts: Sequence[Amount], part: Amount) -> list[Amount]:
    """The numbers that count the same as a part and are no less."""
    return [a for a in amounts if _alike(a, part) and a.value >= part.value]


def _is_a_name(named: str) -> bool:
    """Whether the words behind 占 name one number, not any total."""
    return bool(named) and not _ANY_WHOLE.match(named)


def _mates(own: Sequence[Amount], part: Amount) -> list[Amount]:
    """The numbers of another unit in the clause of a part: 11户 of 11户27人."""
    return [a for a in own if a.clause == part.clause and a.base != part.base]


def _has_share(phrase: Phrase, amount: Amount) -> bool:
    """Whether a share of its own follows a number: then it is a part beside the other."""
    behind = [a for a in phrase.amounts if a.start > amount.start][:1]
    return bool(behind) and behind[0].role is Role.SHARE


def _earlier(phrase: Phrase, part: Amount) -> list[Amount]:
    """The plain numbers of the sentences before in the paragraph that count the same."""
    found: list[Amount] = []
    earlier = phrase.before
    for _ in range(3):
        if earlier is None:
            break
        found = _not_less(earlier.plain, part) + found
        earlier = earlier.before
    return found


def _is_named(amount: Amount, named: str) -> bool:
    """Whether the words behind 占 name the number: 占抽查数 the 抽查 of 抽查票据160张."""
    bare = re.sub("^(?:全部|总)|[总人户个金]?[数量额]$|金额$|总人口$", "", named)
    if named.endswith("人口") and named.startswith("总"):
        return bool(re.search("人口|^全[县市区镇乡村]$", amount.label))
    words = amount.label + amount.tail
    return bool(bare) and (
        bare in words or (bool(amount.label) and amount.label.endswith(bare[-2:]))
    )


def _is_surely_named(phrase: Phrase, whole: Amount, named: str) -> bool:
    """Whether the words behind 占 can mean no other number: they are its label, in its sentence.

    总 and 全部 mean the first number of the unit.
    """
    if whole.start < phrase.start:
        return False
    first = next(a for a in phrase.plain if _alike(a, whole))
    if re.match("总|全部", named) and first is not whole:
        return False
    bare = re.sub("^(?:全部|总)|[总人户个金]?[数量额]$|金额$", "", named)
    words = whole.label + whole.tail
    is_said = bare in words or named == "总人口"
    return len(bare) > 1 and is_said


def _by_name(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> Iterator[NumberRelation]:
    """已开工26个，开工率92.9%: the part is what the rate is called after."""
    near = _near(before, rate)
    part = _part_by_name(near, rate, stem)
    if part is None:
        return
    wholes = _fitting(before, part, rate) or _wholes_by_name(phrase, near, part, stem)
    for relation in _chosen(rate, (part,), wholes):
        yield replace(relation, explicit=False)


def _near(before: Sequence[Amount], rate: Amount) -> list[Amount]:
    """The numbers with a unit in the four clauses before a rate."""
    return [a for a in before if rate.clause - a.clause <= 4 and a.base not in _OTHER_UNITS]


def _part_by_name(near: Sequence[Amount], rate: Amount, stem: str) -> Amount | None:
    """The last number that a rate is called after; None where another stands between."""
    plain = [a for a in near if a.role is Role.PLAIN and a.group == rate.group]
    part = next((a for a in reversed(plain) if _says(a, stem)), None)
    if part is None:
        return None
    beside = part.clause >= rate.clause - 1
    return part if beside or _only_left(near, part) else None


def _fitting(before: Sequence[Amount], part: Amount, rate: Amount) -> list[Amount]:
    """The first number of an earlier group that the rate is right of; [] where there is none."""
    plain = [a for a in before if a.role is Role.PLAIN and a.group < part.group]
    farther = [a for a in plain if _alike(a, part)]
    return [a for a in farther if verdict(_relation(part, a, rate)).holds][:1]


def _wholes_by_name(
    phrase: Phrase, near: Sequence[Amount], part: Amount, stem: str
) -> list[Amount]:
    """What stands before the part; else what is announced, here or in the sentences before."""
    rest = [a for a in near if a is not part and _may_be_whole(a, part, stem)]
    return _before(rest, part.start) or _announced(rest) or _announced(_earlier(phrase, part))


def _announced(amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers that are planned or said to be all."""
    return [a for a in amounts if _ANNOUNCED.search(a.label)]


def _may_be_whole(amount: Amount, part: Amount, stem: str) -> bool:
    """Whether a number may be what a rate is of: planned or there before, not a stage beside it."""
    plain = amount.role is Role.PLAIN and amount.group == part.group and _alike(amount, part)
    if not plain or _OPEN_PART.search(amount.label):
        return False
    return bool(_ANNOUNCED.search(amount.label)) or not (
        _says(amount, stem) or _STAGE.search(amount.label)
    )


def _only_left(near: Sequence[Amount], part: Amount) -> bool:
    """Whether only what is not done, or the whole, stands between the part and its rate."""
    behind = [a for a in near if a.start > part.start]
    return all(
        _OPEN_PART.search(a.label) or _ANNOUNCED.search(a.label) or re.search("序时|正在", a.label)
        for a in behind
    )


def _says(amount: Amount, stem: str) -> bool:
    """Whether the words around a number hold what a rate is called after: 结案率 the 审结 138件."""
    words = amount.label + amount.tail
    if _OPEN_PART.search(amount.label):
        return False
    return any(name in words for name in _labels_of(stem))


def _labels_of(stem: str) -> set[str]:
    """The words that may stand by the part of a rate with this stem."""
    bare = re.sub("完成$|资产$", "", stem) or stem
    names = {stem[-2:], bare[-2:]}
    others = {other for name in names for other in _ALSO.get(name, "").split("|")}
    verbs = {f"{verb}{char}" for verb in "审已办" for char in stem[-2:]}
    return (names | others | verbs) - {""}


def _chosen(
    rate: Amount, parts: Sequence[Amount], wholes: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """The pair that fits the rate; else the nearest, certain only where it is the only one."""
    pairs = [(part, whole) for part in parts for whole in wholes if _alike(part, whole)]
    for part, whole in pairs:
        relation = _relation(part, whole, rate)
        if verdict(relation).holds:
            yield relation
            return
    if pairs:
        part, whole = _nearest(pairs, parts[0])
        yield _relation(part, whole, rate, certain=len(pairs) == 1)


def _nearest(pairs: Sequence[tuple[Amount, Amount]], part: Amount) -> tuple[Amount, Amount]:
    """The last pair of a part; the first of the others where it has none."""
    own = [pair for pair in pairs if pair[0] is part]
    return own[-1] if own else pairs[0]


def _relation(part: Amount, whole: Amount, rate: Amount, *, certain: bool = True) -> NumberRelation:
    start, end = min(part.start, whole.start), max(part.end, whole.end, rate.end)
    return NumberRelation(Arithmetic.SHARE, (part, whole), rate, start, end, certain=certain)


def structures(phrase: Phrase) -> Iterator[NumberRelation]:
    """Shares in one list that make a whole: they say 合计 or 全部, or the last is 其他."""
    run: list[Amount] = []
    for amount in phrase.amounts:
        if _goes_on(run, amount):
            run.append(amount)
        else:
            yield from _structure(phrase, run)
            run = []
    yield from _structure(phrase, run)


def _goes_on(run: Sequence[Amount], amount: Amount) -> bool:
    """Whether a number is the next share of a list, or the first of a new one."""
    if amount.quantity.unit != "%" or amount.role is not Role.SHARE:
        return False
    if not run:
        return "占" in amount.label
    said = "占" in amount.label or not re.search("[率度]$", amount.label)
    return said and amount.clause - run[-1].clause == 1


def _structure(phrase: Phrase, run: Sequence[Amount]) -> Iterator[NumberRelation]:
    if len(run) > 1 and _is_full(phrase, run):
        yield NumberRelation(Arithmetic.WHOLE, tuple(run), None, run[0].start, run[-1].end)


def _is_full(phrase: Phrase, run: Sequence[Amount]) -> bool:
    behind = phrase.between(run[-1].end, run[-1].end + 10)
    total = sum((amount.value for amount in run), Decimal(0))
    between = phrase.between(run[0].start, run[-1].start)
    fits = abs(total - 100) <= sum((amount.half for amount in run), Decimal(0))
    if "其中" in between or (not fits and any("的" in amount.label[-2:] for amount in run)):
        return False
    return bool(_FULL.search(behind)) or bool(_REST.search(run[-1].label)) or fits
