"""By how much the two numbers before differ: A的收入与B的支出之间存在C的缺口; 前者比后者多C; 购大于销C."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import difference, larger_first
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_JOINED = regex(r"的?[^，。；、\d]{0,16}[与和同跟及][^，。；、\d]{0,10}")
_BETWEEN = regex(r"的?[^，。；、\d]{0,12}(?:之间|两者间|间)")
_GAP = regex("缺口|差距|差额|差|余")
_FORMER = regex(
    r"(?P<one>[前后])者(?:[比较](?P<other>[前后])者(?:[多高少低快慢大小]|增[加多]|减少|提前|落后)[出了]?"
    r"|(?:要|又|还)?[多高少低快慢大小](?:出|了|于[前后]者)?)"
)
_APART = regex(
    r"(?:[二两]者|[两二][项类地县市区个组]|前后|城乡|彼此|收支|两种?[^，。；、\d]{1,4})?(?:之间|间)?(?:绝对)?"
    r"(?:[高低]出|相差|差距|差额|差值|之差|差)(?:达到?|为|是|有|约|近)*"
)
_DUE, _COUNTED = (
    regex("应[有存收付缴在到结]|账面|账上|登记|台账|报表|填报|上报|申报"),
    regex("实[际有存收付缴在到结]|盘点|清点|核实|核查|经查|现场|查实"),
)
_DUE_GAP = regex(
    r"(?:两者|二者|账实|实际)?(?:相差|差额|差异|不符|短缺|短少|缺少|少|多|短款|长款|盘亏|盘盈|虚报|多报|少报|虚增|瞒报"
    r"|[短少多]收|[短少多]缴|[短少多]付)[出了]?(?:资金|金额|数量|人数)?(?:达到?|为|是|有|约)*"
)
_LARGER = regex(
    r"(?P<one>[^，。；、\d比较]{1,4}?)(?P<verb>大于|多于|高于|大过|小于|少于|低于|小过)(?P<other>[^，。；、\d]{1,4}?)"
)
_THAN_ANOTHER = regex(r"[比较][^，。；、\d（]{2,12}\s+(?:[多高少低]|增[加多]|减少)[出了]?$")
_FROM = regex("(?:距离?|离)(?:[^，。；、\\d]{2,12})$")
_FAR_OFF = regex("的?[^，。；、\\d]{0,4}?(?:尚|还|仍|仅|只|相)(?:有|差|缺|剩|低|欠)")
_DEMANDED = regex("需求|需要|需配|应[有配设]|核定|编制|定编|适龄|规划")
_NEED = regex("(?:缺口|缺额|短缺|不足)(?:数|量)?[为达约有]*$")
_OF_TIME = regex("[上去前]年|同期|年[初末底]|[上前][月季期]|此前|以前|原")
_OF_PRICES = regex(
    "^(?:每[^，。；、\\d]{1,3}|[两二]者|平均|单位|[进购轮][销换]|购销)*(?:价差|差价|价格差|单价差)[为达约是]*$"
)
_LESS = regex("[小少低慢]|减少|落后")
_PAIR, _NEAR = 2, 4


def gaps(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every difference of a phrase whose words point at two numbers before it."""
    for at, gap in enumerate(phrase.amounts):
        before = [a for a in phrase.amounts[:at] if _is_of_unit(a, gap)]
        yield from _between(phrase, phrase.amounts[max(0, at - _PAIR) : at], gap)
        yield from _of_former(before, gap)
        yield from _apart(phrase, before, gap)
        yield from _of_due(before, gap)
        yield from _of_larger(before, gap)
        yield from _of_bracket(phrase, before, gap)
        yield from _to_go(before, gap)
        yield from _of_demand(before, gap)
        yield from _of_prices(phrase.amounts[max(0, at - _PAIR) : at], gap)
        yield from _of_need(phrase.amounts[max(0, at - _PAIR) : at], gap)


def _is_of_unit(amount: Amount, gap: Amount) -> bool:
    """Whether a number is of the unit of a difference: percentages for percentage points."""
    if gap.role is Role.POINTS:
        return amount.quantity.unit == "%"
    roles = (Role.PLAIN, Role.AFTER, Role.EACH)
    return amount.base == gap.base and amount.role in roles and amount.group <= gap.group


def _between(phrase: Phrase, pair: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """A的处理能力与B的产生量之间有C的缺口."""
    if len(pair) == _PAIR and all(_is_of_unit(a, gap) for a in pair):
        one, other = pair
        joined = _JOINED.fullmatch(phrase.between(one.end, other.start))
        between = _BETWEEN.match(other.tail)
        if joined and between and _GAP.search(gap.label + gap.tail[:6]):
            yield larger_first(one, other, gap)


def _of_former(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """甲、乙分别为A、B，前者比后者多C: the last two numbers of the unit, by their order."""
    said = _FORMER.fullmatch(gap.label)
    pair = before[-_PAIR:]
    if said and len(pair) == _PAIR and said["one"] != said["other"] and _are_beside(pair, gap):
        one, other = pair if said["one"] == "前" else pair[::-1]
        if gap.clause - pair[-1].clause <= _NEAR:
            yield from _less(one, other, gap, falls=bool(_LESS.search(gap.label)))


def _are_beside(pair: Sequence[Amount], gap: Amount) -> bool:
    """Whether a difference stands behind two numbers that stand beside each other, and go one way:
    a growth of 3% and a fall of 2% are five points apart."""
    one, other = pair
    ways = {a.falls for a in pair if a.role is Role.GROWTH}
    return other.clause - one.clause <= 1 and other.group == gap.group and len(ways) <= 1


def _is_next(phrase: Phrase, last: Amount, gap: Amount) -> bool:
    """Whether a difference stands in the clause behind a number, or nothing but a ratio between."""
    between = [a for a in phrase.amounts if last.end <= a.start < gap.start]
    bare = bool(between) and not any(a.quantity.unit for a in between)
    return gap.clause - last.clause == 1 or bare


def _apart(phrase: Phrase, before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """甲的比例为A，乙为B，二者相差C: the only two numbers of the unit, just before it."""
    own = [a for a in before if a.group == gap.group]
    pair = own[-_PAIR:]
    if not _APART.fullmatch(gap.label) or len(pair) != _PAIR or not _are_beside(pair, gap):
        return
    relation = larger_first(pair[0], pair[1], gap)
    alone = len(own) == _PAIR and _is_next(phrase, pair[-1], gap)
    # 高出 alone may be against a third that is not named, but of two of one name.
    alone = alone and ("出" not in gap.label or pair[0].label[-_PAIR:] == pair[1].label[-_PAIR:])
    if alone or verdict(relation).holds:
        yield relation


def _of_due(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """账面应有A，实际仅B，差额C: what should be there and what was found, in the clauses before it."""
    pair = before[-_PAIR:]
    if len(pair) != _PAIR or not _DUE_GAP.fullmatch(gap.label):
        return
    words = [a.label for a in pair]
    due, found = ([bool(said.search(label)) for label in words] for said in (_DUE, _COUNTED))
    told = (due[0] and found[1] and not found[0]) or (found[0] and due[1] and not found[1])
    steps = pair[1].clause - pair[0].clause, gap.clause - pair[1].clause
    if told and steps == (1, 1) and pair[0].group == gap.group:
        yield larger_first(pair[0], pair[1], gap)


def _to_go(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """水位42.16米，距警戒水位43.50米尚有1.34米: what is reached, and how far it is from a level."""
    pair = before[-_PAIR:]
    if len(pair) == _PAIR and _FAR_OFF.fullmatch(gap.label):
        reached, level = pair
        steps = level.clause - reached.clause, gap.clause - level.clause
        said = gap.role is Role.POINTS and steps[0] <= _PAIR  # 比上年提高8.9个百分点 stands between
        near = steps[1] == 0 and (steps[0] == 1 or said)
        if _FROM.match(level.label) and near and reached.group == gap.group:
            yield difference(level, reached, gap)


def _of_prices(pair: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """轮出均价2520元/吨，轮入均价2760元/吨，每吨价差240元: two prices of one thing and how they differ."""
    if len(pair) == _PAIR and _OF_PRICES.search(gap.label):
        one, other = pair
        steps = other.clause - one.clause, gap.clause - other.clause
        priced = one.role is other.role is Role.EACH and one.base == other.base == gap.base
        if priced and steps == (1, 1) and one.group == gap.group and one.tail == other.tail:
            yield larger_first(one, other, gap)


def _of_demand(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """现有教师412名，核定编制450名，教师缺口38名: the only two numbers of the unit, of which one is what is
    needed by its words."""
    if len(before) != _PAIR or not _NEED.search(gap.label):
        return
    demands = [a for a in before if _DEMANDED.search(a.label)]
    steps = before[1].clause - before[0].clause, gap.clause - before[1].clause
    plain = all(a.role is Role.PLAIN and a.group == gap.group for a in before)
    if len(demands) == 1 and steps == (1, 1) and plain:
        supply = next(a for a in before if a is not demands[0])
        relation = difference(demands[0], supply, gap)
        if verdict(relation).holds or demands[0].value > supply.value:
            yield replace(relation, hint=not verdict(relation).holds)


def _of_need(pair: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """车位640个，登记车辆915辆，车位缺口275个: what is there, what needs one of it each, and how much is
    missing, by the unit and the name of the first."""
    if len(pair) != _PAIR or not _NEED.search(gap.label):
        return
    named = _NEED.sub("", gap.label)
    there = [a for a in pair if a.base == gap.base and named in a.label]
    steps = pair[1].clause - pair[0].clause, gap.clause - pair[1].clause
    counts = all(a.role is Role.PLAIN and not (measured(a.base) or a.power) for a in (*pair, gap))
    if len(there) == 1 and steps == (1, 1) and counts and pair[0].group == gap.group:
        needs = next(a for a in pair if a is not there[0])
        lacks = needs.value - there[0].value
        likely = lacks < gap.value * _NEAR and gap.value < lacks * _NEAR
        if needs.base not in ("", gap.base) and likely:
            yield replace(difference(needs, there[0], gap), hint=True)


def _less(one: Amount, other: Amount, gap: Amount, *, falls: bool) -> Iterator[NumberRelation]:
    yield difference(other, one, gap) if falls else difference(one, other, gap)


def _of_larger(before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """收购A，销售B，购大于销C: what each of the two words is part of; where one of them is part of
    neither, it is the other of the only two."""
    said = _LARGER.fullmatch(gap.label)
    if said is None:
        return
    called = [[a for a in before if said[name] in a.label] for name in ("one", "other")]
    for at, row in enumerate(called):
        if not row and len(before) == _PAIR and len(called[1 - at]) == 1:
            called[at] = [a for a in before if a is not called[1 - at][0]]
    if all(len(row) == 1 for row in called) and called[0] != called[1]:
        falls = bool(_LESS.search(said["verb"]))
        yield from _less(called[0][0], called[1][0], gap, falls=falls)


def _of_bracket(phrase: Phrase, before: Sequence[Amount], gap: Amount) -> Iterator[NumberRelation]:
    """东区1432人次，较西区（1186人次）多246人次: what is compared stands in a bracket behind its name."""
    said = _THAN_ANOTHER.search(phrase.between(phrase.start, gap.start))
    if said is None or _OF_TIME.search(said[0]) or not before:
        return
    value, begun = before[-1], phrase.start + said.start()
    inside = [b.amounts for b in phrase.brackets if begun <= b.start < gap.start]
    for other in inside[0] if len(inside) == 1 and len(inside[0]) == 1 else ():
        if _is_of_unit(other, gap) and value.end <= begun and gap.clause - value.clause <= 1:
            yield from _less(value, other, gap, falls=bool(_LESS.search(gap.label[-_PAIR:])))
