"""Changes: from one value to another, against an earlier one, and growth by an amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.growth.changes_of_pairs import (
    EACH_OF_SEVERAL,
    change_of_pair,
    is_change_of,
    is_difference,
)
from generator.check.relations.growth.changes_within import changes_within
from generator.check.relations.growth.comparisons import THAN, over_named
from generator.check.relations.growth.growths_arriving import growths_arriving, rates_of_savings
from generator.check.relations.growth.growths_in_step import changes_from, growths_in_step
from generator.check.relations.growth.two_states import CHANGES, TwoStates, two_states
from generator.check.relations.growth.two_times import two_times
from generator.check.relations.growth.values_of_years import values_of_years
from generator.check.relations.growth.years_in_row import years_in_row
from generator.check.relations.numbers.amounts import CHANGE, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_YEARLY = regex("年均|年平均|平均每|每[年月]|累计|分别|预计|目标|计划|力争")
_ARRIVED = regex("达到?$|总量|总额|总数|^全年[为是]$")
_ARRIVES_AT = regex("(?:总[量额数]|规模)?(?:达到?|[增升减降扩]至|[增升减降扩]到|为)了?")
_BARE_RATE = regex(
    "(?:同比|环比|[比较](?:上年|去年|同期)(?:同期)?)?(?:增长|下降|减少|增加|上升|提高|增|降)"
)
_LEAVES_BARE = regex(r"(?:分别)?[由从]|上年|去年|年初|\d{4}年")
_GROSS = regex("(?:当年|全年)?新(?:增加?|建|发展)")
"""由1186项增加到1324项，新增150项，增长11.6%: what is new need not be the difference."""
_AT_CONSTANT_PRICES = regex("生产总值|增加值|GDP|总产值|零售总额|固定资产投资|规上工业|规模以上")
_AT_CURRENT_PRICES = regex(
    "利润|税[收金额]|营业收入|营收|主营|用电|亏损|工资|应收|户数|个数|人数|成本|存货|资产|负债"
)
"""规上工业企业利润总额: of the firms whose output is measured at constant prices."""
_SUBJECT_OF_CHANGE = regex(
    r"(?P<subject>[^比较]*?)(?:(?:[比较同与][^，。；\d]{0,8}?)?)(?:净|年均|平均|累计|同比)*"
    r"(?:[增升降减提涨跌扩缩压多少高低快慢]|上[升涨]|下[降跌]|回落)"
)
_IS_ALL = regex("(?:[^，。；]{0,4})?总[量数额值]")
_OF_COUNT = regex("(?:总[数量额值]|数量|数|规模)$")
_NO_SUBJECT = regex(
    "^(?:同比|环比|比|较|年度?|全|累计|合计|共|总体|总计|实际|分别|每[人户名亩生头](?:每[年月天日])?|每[年月天日]|每|平均|净"
    "|(?:[一二三四五六七八九十两]|\\d{1,2})年[间来]?|大?幅度?|增|降|减|绝对|整体|直接)+"
)
_NAME, _PIECE = 3, 2
_SURPLUS = regex("[超短欠][收支]$")
"""预算收入超收150万元，税收收入…减少6020万元: no value that another one grew to."""
_FAR, _NEAR = 3, 2
_CUT_SHORT = ("个", "")
_SIGN = regex("[-+－＋—–-]?")
_BOTH_WAYS = regex("一([升增降减])一([升增降减])")


def changes(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase whose numbers are all there."""
    for relation in _changes(phrase):
        if not _is_real_growth(relation) or verdict(relation).holds:
            yield relation


def _is_real_growth(relation: NumberRelation) -> bool:
    """Whether a rate is that of gross product or value added, which official statistics print at
    constant prices: it need not be that of the values. Firms that are counted have none."""
    rate = relation.result
    if rate is None or rate.role is not Role.GROWTH:
        return False
    words = [term.label for term in relation.terms if term.base == "元"]
    return any(_AT_CONSTANT_PRICES.search(w) and not _AT_CURRENT_PRICES.search(w) for w in words)


def _changes(phrase: Phrase) -> Iterator[NumberRelation]:
    pairs = list(two_states(phrase))
    taken: set[int] = set()
    for relation in values_of_years(phrase):
        taken.update(amount.start for amount in relation.numbers[2:])
        yield relation
    within = tuple(changes_within(phrase))
    taken.update(one.result.start for one in within if one.result)
    yield from within
    paired = (*_of_pairs(phrase, pairs), *_respectively(phrase, pairs))
    paired = tuple(one for one in paired if not taken & {a.start for a in one.numbers[2:]})
    for relation in (*paired, *growths_in_step(phrase), *over_named(phrase), *years_in_row(phrase)):
        taken.update(amount.start for amount in relation.numbers[2:])
        yield relation
    for relation in two_times(phrase):
        if not taken & {relation.result.start if relation.result else 0}:
            taken.update(amount.start for amount in relation.numbers[2:])
            yield relation
    by_amount = (
        *_by_amount(phrase, pairs),
        *growths_arriving(phrase, pairs),
        *rates_of_savings(phrase),
    )
    for relation in (*by_amount, *_in_bracket(phrase)):
        if not taken & {amount.start for amount in relation.numbers[1:]}:
            yield relation


def _of_pairs(phrase: Phrase, pairs: Sequence[TwoStates]) -> Iterator[NumberRelation]:
    """What is said of each pair behind it, or else just before it."""
    for pair in pairs:
        found = list(_behind(phrase, pair)) or list(_in_front(phrase, pair))
        yield from found


def _behind(phrase: Phrase, pair: TwoStates) -> Iterator[NumberRelation]:
    """The changes that follow a pair, up to a number that is none of it."""
    last = pair.last
    for change in phrase.amounts:
        if change.start <= pair.last.start or change.start == pair.after.start:
            continue
        if change.label.startswith("其中"):
            return
        if _GROSS.fullmatch(change.label) and not is_difference(change_of_pair(pair, change)):
            continue
        near = change.group == last.group and change.clause - last.clause <= _NEAR
        relation = change_of_pair(pair, change)
        if not near or not (is_change_of(change, pair) or is_difference(relation)):
            return
        if _is_of_another(phrase, change, pair) and not verdict(relation).holds:
            return
        yield relation
        last = change


def _is_of_another(phrase: Phrase, change: Amount, pair: TwoStates) -> bool:
    """Whether the words before a change name another thing than its pair: 过火面积减少84%."""
    own = _SUBJECT_OF_CHANGE.match(change.label)
    subject = _NO_SUBJECT.sub("", own["subject"]) if own else ""
    said = phrase.between(phrase.start, pair.last.start)
    pieces = (subject[at : at + _PIECE] for at in range(len(subject) - _PIECE + 1))
    return len(subject) >= _NAME and not any(piece in said for piece in pieces)


def _in_front(phrase: Phrase, pair: TwoStates) -> Iterator[NumberRelation]:
    """下降2.4个百分点，由30.5%降至28.1%."""
    for index, change in enumerate(phrase.amounts[:-1]):
        follows = phrase.amounts[index + 1].start == pair.start
        if follows and _is_just_before(change, pair) and is_change_of(change, pair):
            relation = change_of_pair(pair, change)
            is_first = not index and _LEAVES_BARE.match(pair.before.label)
            if is_first or verdict(relation).holds:
                yield relation


def _is_just_before(change: Amount, pair: TwoStates) -> bool:
    return pair.before.clause - change.clause == 1 and change.group == pair.before.group


def _respectively(phrase: Phrase, pairs: Sequence[TwoStates]) -> Iterator[NumberRelation]:
    """由A提高到B，由C提高到D，增幅分别为x%和y%: each change with its pair."""
    for index, first in enumerate(phrase.amounts):
        plain = first.role is Role.PLAIN and first.base != "%"
        if not (first.role in CHANGES or plain) or not EACH_OF_SEVERAL.search(first.label):
            continue
        row = changes_from(phrase.amounts[index:])
        before = [pair for pair in pairs if pair.last.end <= first.start][-len(row) :]
        if 1 < len(row) == len(before) and _are_of_pairs(row, before):
            said = [_in_points(one, row[-1]) for one in _directed(row)]
            read = [change_of_pair(*one) for one in zip(before, said, strict=True)]
            right = sum(verdict(one).holds for one in read)
            yield from read if not plain or 0 < len(read) - 1 <= right else ()


def _directed(row: Sequence[Amount]) -> list[Amount]:
    """A row of changes, each with its own way where the words name two (一升一降分别为); else the
    bare numbers go the way that the first one goes."""
    ways = _BOTH_WAYS.search(row[0].label)
    words = list(ways.groups()) if ways else []
    if len(words) != len(row):
        words = [row[0].label] * len(row)
    return [replace(one, label=way) for one, way in zip(row, words, strict=True)]


def _in_points(one: Amount, last: Amount) -> Amount:
    """8.8个和8.6个百分点, 11.3、10.4个百分点: a number whose unit is that of the last of its row, cut
    short or left out."""
    if one.base not in _CUT_SHORT or last.role is not Role.POINTS:
        return one
    quantity = one.quantity._replace(unit=last.quantity.unit)
    return replace(one, quantity=quantity, base=last.base, power=last.power, role=Role.POINTS)


def _are_of_pairs(row: Sequence[Amount], pairs: Sequence[TwoStates]) -> bool:
    """Whether each of several changes has the unit of its pair, or none of its own."""
    fitting = ("%", "倍", "百分点", "个百分点")
    points = row[-1].role is Role.POINTS
    return all(
        change.quantity.unit in fitting
        or change.base == pair.after.base
        or (points and change.base in _CUT_SHORT and pair.after.base == "%")
        for change, pair in zip(row, pairs, strict=True)
    )


def _by_amount(phrase: Phrase, pairs: Sequence[TwoStates]) -> Iterator[NumberRelation]:
    """31200万元，比上年减收800万元，下降2.5%: the value, the change, the rate."""
    amounts = phrase.amounts
    paired = {pair.after.start for pair in pairs}
    for one, other in zip(amounts, amounts[1:], strict=False):
        if {one.role, other.role} != {Role.DELTA, Role.GROWTH} or one.group != other.group:
            continue
        if _are_beside(one, other) and not _is_of_another_thing(phrase, one, other):
            delta, rate = (one, other) if one.role is Role.DELTA else (other, one)
            value = _value_before(phrase, one, delta, paired)
            value = _compared_by_name(phrase, delta, value)
            value = value or _value_behind(phrase, other, delta) or _called(phrase, delta)
            yield from _growth(value, delta, rate)
    for delta, value, rate in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if _arrives_between(delta, value, rate) and value.start not in paired:
            yield from _growth(value, delta, rate)


def _arrives_between(delta: Amount, value: Amount, rate: Amount) -> bool:
    """Whether a value stands between its change and its rate: 多出4215万元，达到23860万元，增长21.5%."""
    roles = delta.role is Role.DELTA and rate.role is Role.GROWTH
    steps = value.clause - delta.clause, rate.clause - value.clause
    own = steps == (1, 1) and delta.group == rate.group and value.base == delta.base
    said = _ARRIVES_AT.fullmatch(value.label) and _BARE_RATE.fullmatch(rate.label)
    return bool(roles and own and said) and not _YEARLY.search(delta.label)


def _is_of_another_thing(phrase: Phrase, one: Amount, other: Amount) -> bool:
    """Whether the second of a change and its rate is that of something the sentence part has not
    named: 利润4.0亿元，同比增加0.5亿元，营业收入增长8.0%."""
    own = _SUBJECT_OF_CHANGE.match(other.label)
    subject = _NO_SUBJECT.sub("", own["subject"]) if own else ""
    said = phrase.between(phrase.start, one.start)
    said = said.rpartition("；")[2] + one.label
    pieces = (subject[at : at + _PIECE] for at in range(len(subject) - _PIECE + 1))
    return len(subject) > _NAME and not any(piece in said for piece in pieces)


def _called(phrase: Phrase, delta: Amount) -> Amount | None:
    """事故37起，死亡33人；…；死亡减少9人: the one number farther before that the words of a change
    call by name."""
    own = _SUBJECT_OF_CHANGE.match(delta.label)
    subject = _NO_SUBJECT.sub("", own["subject"]) if own else ""
    before = [a for a in phrase.plain if a.end <= delta.start and a.base == delta.base]
    if _IS_ALL.fullmatch(subject) and _is_divided(before):
        return before[0]
    name = _OF_COUNT.sub("", subject)
    called = [a for a in before if name and _OF_COUNT.sub("", a.label).endswith(name)]
    return called[0] if len(called) == 1 and len(name) >= _PIECE else None


def _is_divided(row: Sequence[Amount]) -> bool:
    """Whether numbers are a whole and its parts, or the whole alone."""
    return len(row) == 1 or (len(row) > _PIECE and fills(row[1:], row[0]))


def _compared_by_name(phrase: Phrase, delta: Amount, value: Amount | None) -> Amount | None:
    """下半年比上半年减少182件: the number before that is called so, and not the last one."""
    names = THAN.search(delta.label)
    if names is None or value is None or names["one"] in value.label:
        return value
    before = [a for a in phrase.amounts if a.end <= delta.start and a.base == delta.base]
    called = [a for a in before if names["one"] in a.label]
    return called[0] if len(called) == 1 else value


def _are_beside(one: Amount, other: Amount) -> bool:
    """Whether a change and a rate stand in clauses that follow, for one year each."""
    return other.clause - one.clause <= 1 and not _YEARLY.search(one.label + other.label)


def _growth(value: Amount | None, delta: Amount, rate: Amount) -> Iterator[NumberRelation]:
    """A value, its change and the rate; none where the two do not go the same way."""
    if value and delta.falls == rate.falls and rate.quantity.unit == "%":
        sign = -1 if delta.falls else 1
        start = min(value.start, delta.start, rate.start)
        end = max(value.end, delta.end, rate.end)
        terms = (value, delta)
        yield NumberRelation(Arithmetic.GROWTH, terms, rate, start, end, signs=(sign,))


def _value_before(phrase: Phrase, first: Amount, delta: Amount, paired: set[int]) -> Amount | None:
    """The value that a change belongs to: the last number before it that is none of a list."""
    for amount in reversed([a for a in phrase.amounts if a.end <= first.start]):
        if _parts_from_value(amount, first, paired):
            return None
        fits = amount.role in (Role.PLAIN, Role.EACH, Role.AFTER)
        if fits and amount.base == delta.base and not _is_mean_between(amount, delta):
            return amount
    return None


def _is_mean_between(amount: Amount, delta: Amount) -> bool:
    """发放贷款2.14亿元，户均40.6万元，同比多放0.41亿元: a mean that is less than the change of the total
    before it, or itself a change."""
    if amount.role is not Role.EACH:
        return False
    grew_from_less = not delta.falls and amount.value <= delta.value
    return grew_from_less or bool(CHANGE.search(amount.label))


def _parts_from_value(amount: Amount, first: Amount, paired: set[int]) -> bool:
    """Whether no value of a change stands at or before a number: too far, or a change itself."""
    if amount.group != first.group or first.clause - amount.clause > _FAR:
        return True
    if amount.role is Role.AFTER:
        return amount.start in paired
    if _SURPLUS.search(amount.label):
        return True
    return amount.role in (Role.DELTA, Role.GROWTH, Role.BEFORE, Role.BASE)


def _value_behind(phrase: Phrase, last: Amount, delta: Amount) -> Amount | None:
    """同比增加1.12亿元，增长4.8%，达到24.59亿元: the value just behind."""
    behind = [amount for amount in phrase.amounts if amount.start >= last.end][:1]
    for amount in behind:
        near = amount.clause - last.clause == 1 and amount.group == last.group
        if near and amount.base == delta.base and _ARRIVED.search(amount.label):
            return amount
    return None


def _in_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """312万人次，较上年增加55万人次（增长21.4%）; 312万人次（增加55万人次，增长21.4%）."""
    if phrase.outer is None or not phrase.amounts:
        return
    outside = next((a for a in phrase.outer.amounts if a.end == phrase.start - 1), None)
    *deltas, rate = phrase.amounts
    if outside is None:
        return
    if outside.role is Role.DELTA and rate.base == "%" and _SIGN.fullmatch(rate.label):
        rate = replace(rate, role=Role.GROWTH, label=outside.label)
    if rate.role is not Role.GROWTH:
        return
    if not deltas and outside.role is Role.DELTA:
        yield from _rate_of_change(phrase.outer, outside, rate)
    elif [delta.role for delta in deltas] == [Role.DELTA] and outside.base == deltas[0].base:
        yield from _growth(outside, deltas[0], rate)


def _rate_of_change(phrase: Phrase, delta: Amount, rate: Amount) -> Iterator[NumberRelation]:
    """The rate of a change: that of the pair that stands before it, or else of its value."""
    pairs = [pair for pair in two_states(phrase) if _is_just_behind(delta, pair)]
    if pairs:
        yield change_of_pair(pairs[-1], rate)
    else:
        yield from _growth(_value_before(phrase, delta, delta, set()), delta, rate)


def _is_just_behind(change: Amount, pair: TwoStates) -> bool:
    return pair.last.end <= change.start and change.clause - pair.last.clause <= 1
