"""Changes: growth by an amount, from one value to another, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.check.relations.amounts import CHANGE, Amount, Role
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_BALANCED = (Role.PLAIN, Role.DELTA, Role.BEFORE, Role.AFTER)
_YEARLY = re.compile("年均|年平均|累计|分别|预计|目标|计划|力争")
_NET = re.compile("净增|净减|净增长|自然增长|自然减少|自然增加|净流[入出]")
_LEFT = re.compile(
    r"(?:结余|结存|剩余|尚余|欠缴|欠|缺口|少[收缴付拨]|"
    r"未[支付拨缴用完到使整][^，。；]{0,4}|尚未[^，。；]{1,6})(?:为|约|资金)?$"
)
_SPENT = re.compile("已|支付|拨付|支出|使用|完成|整改|实收|实付|实缴|上缴|办结|兑付|发放|兑现")
_SURPLUS = re.compile("收支[^，。；]{0,6}(?:结余|结转|滚存)")
_OVER = re.compile(r"^(?:超|延期|超额|超概算|超预算|超支|超出|多支|多付)[^，。；]{0,4}$")
_OPENING = re.compile(
    r"期初|年初|上[年期]末?[^，。；]{0,6}(?:结[转余存]|余额)|原有|月初|上年[末底]"
)
_CLOSING = re.compile(
    r"期末|年末|年终|月末|年底|结余|结存|滚存|结转下年|调整(?:后)?预算|调整为|剩余|余额|现有|还有"
)
_PLUS = re.compile(
    "新增|新发现|收入|追加|调增|增加|转入|新纳入|新识别|购入|调入|新建|引进|到位|借入|发行|拨入|增发|补充"
)
_MINUS = re.compile(
    "退出|减少|支出|调减|销号|转出|注销|死亡|消除|脱贫|报废|调出|清退|完成|出栏|核减|使用|流出|偿还|归还|还本|划出|拨出|核销|处置|兑付"
)
_COMPARED = re.compile(r"(?:同比|较|比|与)[^，。；]*$")
_BASE_OF = re.compile(r"(?:同比|较|比|与)[^，。；\d]{0,12}$")


def changes(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase whose numbers are all there."""
    yield from _by_amount(phrase)
    yield from _rate_in_bracket(phrase)
    yield from _from_to(phrase)
    yield from _against_base(phrase)
    yield from _balances(phrase)
    yield from _surplus(phrase)


def _by_amount(phrase: Phrase) -> Iterator[NumberRelation]:
    """31200万元，比上年减收800万元，下降2.5%: the value, the change, the rate."""
    amounts = phrase.amounts
    for one, other in zip(amounts, amounts[1:], strict=False):
        if {one.role, other.role} != {Role.DELTA, Role.GROWTH} or one.group != other.group:
            continue
        if _are_beside(one, other):
            delta, rate = (one, other) if one.role is Role.DELTA else (other, one)
            value = _value_of(phrase, one, delta)
            yield from _growth(value, delta, rate, other.end)


def _are_beside(one: Amount, other: Amount) -> bool:
    """Whether a change and a rate stand in clauses that follow, for one year each."""
    return other.clause - one.clause <= 1 and not _YEARLY.search(one.label + other.label)


def _growth(
    value: Amount | None, delta: Amount, rate: Amount, end: int
) -> Iterator[NumberRelation]:
    """A value, its change and the rate; none where the two do not go the same way."""
    if value and delta.falls == rate.falls:
        sign = -1 if delta.falls else 1
        terms = (value, delta)
        yield NumberRelation(Arithmetic.GROWTH, terms, rate, value.start, end, signs=(sign,))


def _rate_in_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """312万人次，较上年增加55万人次（增长21.4%）."""
    if phrase.outer is None or len(phrase.amounts) != 1:
        return
    (rate,) = phrase.amounts
    delta = _ending_at(phrase.outer, phrase.start - 1)
    if delta and delta.role is Role.DELTA and rate.role is Role.GROWTH:
        value = _value_of(phrase.outer, delta, delta)
        yield from _growth(value, delta, rate, rate.end)


def _ending_at(phrase: Phrase, position: int) -> Amount | None:
    return next((a for a in phrase.amounts if a.end == position), None)


def _value_of(phrase: Phrase, first: Amount, delta: Amount) -> Amount | None:
    """The value that a change belongs to: the last number before it that is none of a list."""
    for amount in reversed([a for a in phrase.amounts if a.end <= first.start]):
        if _parts_from_value(amount, first):
            return None
        if amount.role in (Role.PLAIN, Role.EACH) and amount.base == delta.base:
            return amount
    return None


def _parts_from_value(amount: Amount, first: Amount) -> bool:
    """Whether no value of a change stands at or before a number: too far, or a change itself."""
    if amount.group != first.group or first.clause - amount.clause > 3:
        return True
    return amount.role in (Role.DELTA, Role.GROWTH, Role.AFTER, Role.BEFORE)


def _from_to(phrase: Phrase) -> Iterator[NumberRelation]:
    """由A提高到B，提高C: what follows B in C."""
    amounts = phrase.amounts
    for index in range(1, len(amounts)):
        before, after = amounts[index - 1 : index + 1]
        if not _is_pair(phrase, before, after):
            continue
        for change in amounts[index + 1 : index + 3]:
            if change.group != after.group or change.clause - after.clause > 2:
                break
            if not _is_change_of(change, before, after):
                break
            yield NumberRelation(
                Arithmetic.CHANGE, (before, after), change, before.start, change.end
            )


def _is_pair(phrase: Phrase, before: Amount, after: Amount) -> bool:
    """Whether two numbers stand in 由A…到B, or A的…增加到B."""
    if after.role is not Role.AFTER or before.base != after.base:
        return False
    if (before.quantity.unit == "%") != (after.quantity.unit == "%"):
        return False
    clause = re.split("[，。；：]", phrase.between(phrase.start, before.start))[-1]
    led = bool(re.search(r"(?<!理)由(?!于)|(?<!自)从|上年|去年|年初|的$|原来|之前", clause))
    same = after.clause == before.clause
    return led and same


def _is_change_of(change: Amount, before: Amount, after: Amount) -> bool:
    if _YEARLY.search(change.label) or not CHANGE.search(change.label):
        return False
    if change.role is Role.POINTS:
        return before.quantity.unit == "%"
    if change.role is Role.GROWTH:
        return True
    return change.role is Role.DELTA and change.base == after.base


def _against_base(phrase: Phrase) -> Iterator[NumberRelation]:
    """6000万元，同比去年同期4000万元增长60%: the value, its base, the rate."""
    amounts = phrase.amounts
    for value, base, rate in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if _is_base_of(base, value) and _is_rate_against(base, rate):
            yield NumberRelation(Arithmetic.CHANGE, (base, value), rate, value.start, rate.end)


def _is_base_of(base: Amount, value: Amount) -> bool:
    """Whether two numbers may be a value and what it was before."""
    plain = value.role is Role.PLAIN and base.role in (Role.PLAIN, Role.BEFORE)
    near = value.clause in (base.clause, base.clause - 1)
    return plain and near and value.base == base.base


def _is_rate_against(base: Amount, rate: Amount) -> bool:
    """Whether a change is said to be against a base, in its clause."""
    if base.clause != rate.clause or not _BASE_OF.search(base.label):
        return False
    growth = rate.role is Role.GROWTH or (rate.role is Role.DELTA and rate.base == base.base)
    return growth and not _YEARLY.search(rate.label)


def _balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """期初, 新增, 退出, 期末; 安排, 支付, 未支; 新增, 退出, 净增."""
    flat = [a for a in phrase.amounts if a.role in _BALANCED]
    for index, result in enumerate(flat):
        row = [a for a in flat[:index] if a.base == result.base and a.group == result.group]
        if len(row) > 1 and row[-1].clause >= result.clause - 2:
            yield from _balance(phrase, row, result)


def _balance(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """The balance that the label of a number says it is of the numbers before."""
    opened = _opened(row)
    if _NET.search(result.label):
        yield _net(row, result)
    elif opened and _closes(result):
        yield from _closed(opened, result)
    elif _LEFT.search(result.label):
        yield from _left(phrase, row, result)
    elif _OVER.search(result.label) and not _YEARLY.search(result.label):
        planned, spent = row[-2:]
        yield _difference(spent, planned, result)
        yield from _rate_over(phrase, planned, spent, result)


def _rate_over(
    phrase: Phrase, planned: Amount, spent: Amount, over: Amount
) -> Iterator[NumberRelation]:
    """超概算234万元，超9%."""
    for rate in phrase.amounts:
        beside = rate.start > over.end and rate.clause == over.clause + 1
        if beside and rate.quantity.unit == "%" and rate.label.startswith("超"):
            yield NumberRelation(Arithmetic.CHANGE, (planned, spent), rate, planned.start, rate.end)


def _surplus(phrase: Phrase) -> Iterator[NumberRelation]:
    """收入总计A；支出总计B，收支相抵后结余C."""
    for result in phrase.amounts:
        if _SURPLUS.search(result.label):
            before = [a for a in phrase.amounts if a.end <= result.start and a.base == result.base]
            income = _labelled(before, "收入总计|总收入|收入合计")
            spending = _labelled(before, "支出总计|总支出|支出合计")
            if income and spending:
                yield _difference(income[-1], spending[-1], result)


def _labelled(amounts: Sequence[Amount], words: str) -> list[Amount]:
    return [a for a in amounts if re.search(words, a.label)]


def _net(row: Sequence[Amount], result: Amount) -> NumberRelation:
    one, other = row[-2:]
    if one.role is Role.AFTER or other.role is Role.AFTER:
        return _difference(other, one, result)
    return (
        _difference(one, other, result)
        if one.value >= other.value
        else _difference(other, one, result)
    )


def _difference(one: Amount, other: Amount, result: Amount) -> NumberRelation:
    start = min(one.start, other.start)
    return NumberRelation(
        Arithmetic.BALANCE, (one, other), result, start, result.end, signs=(1, -1)
    )


def _closes(result: Amount) -> bool:
    return bool(_CLOSING.search(result.label)) and not _OPENING.search(result.label)


def _opened(row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers from the last opening one on; () where none opens."""
    for index in range(len(row) - 1, -1, -1):
        if _OPENING.search(row[index].label):
            return tuple(row[index:])
    return ()


def _closed(row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """The balance of an opening number, what came and what went; none where a sign is unclear."""
    signs = [1]
    for amount in row[1:]:
        minus, plus = _MINUS.search(amount.label), _PLUS.search(amount.label)
        if bool(minus) == bool(plus):
            return
        signs.append(-1 if minus else 1)
    if len(row) > 1:
        yield NumberRelation(
            Arithmetic.BALANCE, tuple(row), result, row[0].start, result.end, signs=tuple(signs)
        )


def _left(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """What is left of a number after what was done of it; none where they are parts of a list."""
    whole, done = row[-2:]
    listed = "其中" in phrase.between(phrase.start, result.start)
    carried = _OPENING.search(result.label) or re.search("结余|结转", done.label)
    if not listed and not carried and whole.value >= done.value and _SPENT.search(done.label):
        yield replace(_difference(whole, done, result), explicit=False)
