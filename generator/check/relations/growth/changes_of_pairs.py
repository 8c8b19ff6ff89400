"""Whether a number is the change of a pair of values, and the relation that it is then."""

from __future__ import annotations

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.growth.two_states import CHANGES, TwoStates
from generator.check.relations.numbers.amounts import CHANGE, Amount, Role, measured
from generator.model.regex import regex

_NOT_OF_PAIR = regex(
    "年均|年平均|平均每|(?<!每[人户名生亩头只岗])每[年月](?!每[人户名生亩头只岗])|分别|预计|目标|计划|力争"
)
EACH_OF_SEVERAL = regex("分别|依次|逐一|各自")
"""两项标准分别提高40元和600元: of each of several pairs, never of the last alone."""
_AUDITED = regex("[审核][减增]了?")
_OF_ANOTHER_TIME = regex(
    r"上年|去年|前年|年[初底末]|末的?$|同期|上[月季期半次轮届]|上一[次轮届期年]|普查|第[一二三四五六七八九十]+次|[12]\d{3}|期初|前|原|基[期数准]|由|从"
)
_OF_PLAN = regex("[^，。；]{0,4}(?:任务|目标|计划|标准|指标|底线|限额)")
"""较年初确定的32万吨目标多0.6万吨: what was set at one time is no value of it."""
_OF_EACH = regex("均|每|单[产价位耗]|亩产|价格?|标准|工资|费用?率|[能电水]耗")
_SAVED = regex(
    "(?:共|可|直接|相应|为[^，。；]{2,6})?(?:节约|节省|节支|让利|少花|省下)(?:了|财政|建设|项目)*(?:资金|成本|投资|费用|支出)?"
)
_MORE_OR_LESS = regex(r"[多少][^，。；、\d]{1,2}$")
_FAR, _TELLING = 3, 100
_BY_QUALITY = regex(
    "(?:平均|整体|总体|同比)?(?!新|完|实|召|开|投|支|花|用|收)[^，。；、\\d]{1,2}了"
)
_BY_SO_MUCH = regex(
    r"(?:同比|净)?(?P<way>[多少])(?![数年次于])(?P<verb>[^，。；、\d元]{1,2}?)[了出]?"
)
"""由486起降至351起，少发135起: a verb that says of a pair by how much it differs."""


def change_of_pair(pair: TwoStates, change: Amount) -> NumberRelation:
    """The change from one value to another; the difference of two things that are compared."""
    terms = (pair.before, pair.after)
    start, end = min(pair.start, change.start), max(pair.last.end, change.end)
    if not _is_comparison(pair, change):
        return NumberRelation(Arithmetic.CHANGE, terms, change, start, end)
    larger_first = terms if change.falls else terms[::-1]
    return NumberRelation(Arithmetic.BALANCE, larger_first, change, start, end, signs=(1, -1))


def _is_comparison(pair: TwoStates, change: Amount) -> bool:
    """Whether a value differs from that of another thing, not of another time: 比全市平均高."""
    by_amount = change.role in (Role.DELTA, Role.POINTS)
    of_base = pair.before.role is Role.BASE
    of_plan = bool(_OF_PLAN.match(change.label))
    return by_amount and of_base and (of_plan or not _OF_ANOTHER_TIME.search(pair.before.label))


def is_change_of(change: Amount, pair: TwoStates) -> bool:
    """Whether words and unit of a number say that it is the change of a pair."""
    if _is_saved(change, pair) or _is_more_or_less(change, pair) or _is_by_quality(change, pair):
        return True
    of_each = change.role is Role.EACH and _MORE_OR_LESS.search(change.label)
    said = CHANGE.search(change.label) or _AUDITED.fullmatch(change.label)
    told = change.role in CHANGES or said or of_each
    expected = _NOT_OF_PAIR.search(change.label) and not _OF_PLAN.match(change.label)
    if expected or not told or EACH_OF_SEVERAL.search(change.label):
        return False
    if change.role is Role.POINTS:
        thousandths = "千分点" in change.quantity.unit
        return pair.before.quantity.unit == ("‰" if thousandths else "%")
    return change.role is Role.GROWTH or _is_delta_of(change, pair)


def _is_saved(change: Amount, pair: TwoStates) -> bool:
    """较最高限价1955万元下浮4.75%，节约资金93万元: what is saved is what a price is below another."""
    below = pair.before.role is Role.BASE and pair.after.value < pair.before.value
    plain = change.role is Role.PLAIN and change.quantity.unit == pair.before.quantity.unit
    return below and plain and bool(_SAVED.fullmatch(change.label))


def _is_delta_of(change: Amount, pair: TwoStates) -> bool:
    same_unit = change.base in (pair.after.base, pair.before.base, "") or not change.quantity.unit
    audited = change.role is Role.PLAIN and _AUDITED.fullmatch(change.label)
    delta = change.role is Role.DELTA or bool(audited) or _is_change_of_each(change, pair)
    # 单产由496公斤提高到521公斤，带动增产1.1万吨: more than both values, in another unit
    most = max(pair.before.value, pair.after.value)
    beyond = change.quantity.unit != pair.after.quantity.unit and change.value > most
    return delta and same_unit and not beyond


def _is_more_or_less(change: Amount, pair: TwoStates) -> bool:
    """Whether a plain number just behind a pair says with a verb by how much more or less it is,
    the way that the pair goes, and is no more than the pair."""
    said = _BY_SO_MUCH.fullmatch(change.label) if change.role is Role.PLAIN else None
    if said is None or change.clause - pair.last.clause != 1:
        return False
    before, after = pair.before, pair.after
    unit = change.quantity.unit == after.quantity.unit == before.quantity.unit
    falls = after.falls if after.is_directed else after.value < before.value
    own = said["verb"] in before.label + before.tail
    sized = change.value <= max(before.value, after.value)
    return unit and own and sized and (said["way"] == "少") == falls


def _is_by_quality(change: Amount, pair: TwoStates) -> bool:
    """Whether a plain number just behind a pair of measures is by how much it is more of a quality:
    由48.3岁降到46.9岁，年轻了1.4岁."""
    plain = change.role in (Role.PLAIN, Role.EACH) and bool(_BY_QUALITY.fullmatch(change.label))
    same = change.quantity.unit == pair.before.quantity.unit == pair.after.quantity.unit
    beside = change.clause - pair.last.clause == 1
    most = max(pair.before.value, pair.after.value)
    return plain and same and beside and _is_of_measures(pair) and change.value < most


def _is_of_measures(pair: TwoStates) -> bool:
    """Whether the values of a pair are means or measured, and no counts that come and go."""
    return Role.EACH in (pair.before.role, pair.after.role) or measured(pair.after.base)


def _is_change_of_each(change: Amount, pair: TwoStates) -> bool:
    """由每亩496公斤提高到521公斤，每亩多收25公斤: what a mean changed by, in the unit of its values."""
    if change.role is not Role.EACH or change.quantity.unit != pair.after.quantity.unit:
        return False
    of_means = Role.EACH in (pair.before.role, pair.after.role)
    return of_means or bool(_OF_EACH.search(pair.before.label + pair.before.tail))


def is_difference(relation: NumberRelation) -> bool:
    """Whether a plain number just behind a pair is its difference: 由64个减少到21个，消除43个."""
    before, _ = relation.terms
    change = relation.result
    if change is None or change.role is not Role.PLAIN or change.base != before.base:
        return False
    steps = change.clause - relation.terms[1].clause
    near = steps <= 1 or (steps <= _FAR and change.value >= _TELLING)
    apart = abs(relation.terms[1].value - before.value)
    return near and apart == change.value and bool(change.value)
