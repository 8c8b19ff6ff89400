"""Values that stand beside those of an earlier time, and what is said of them behind: 13起、9人，上年分别为
17起、12人，起数下降23.5%; 1486人（上年1432人），净增54人; 2023年、2024年分别为480亿元、528亿元，增长10.0%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.growth.two_states import CHANGES, VALUES, are_alike
from generator.check.relations.numbers.amounts import CHANGE, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_DIGITS = regex(r"(?:19|20)\d{2}(?=年)")
_YEAR = r"(?:19|20)\d{2}年"
_EARLIER = (
    r"(?:(?:上|去|前)年(?:年?[初末底])?|上一?(?:年度|学年|季度?|月|期|届|次|轮)|同期|[年期]初"
    rf"|{_YEAR}[初末底]?)(?:的?同期|全年|同月|同季|度)?(?:数|水平)?"
)
_LATER = rf"(?:今年|本年|当年|本[季月期届次轮]|[年期][末底]|今年[底末]|目前|现在?|{_YEAR}[末底]?)度?(?:全年)?"
_VERB = r"(?:则|仅|只有?|也|均|约|共)*(?:分别|依次)?(?:为|是|有|达到?|[增升减降][至到])*了?"
_NAME = r"[^，。；、\d]{0,12}?"
_OF_EARLIER = regex(rf"而?{_EARLIER}(?P<name>{_NAME}){_VERB}")
_OF_LATER = regex(rf"(?:而|到)?{_LATER}(?P<name>{_NAME}){_VERB}")
_ENDS_EARLIER = regex(
    rf"(?P<name>[^，。；、\d]*?){_EARLIER}(?P<more>[^，。；、\d]{{0,12}}?){_VERB}"
)
_SEASON = r"(?:第?[一二三四]季度|[上下]半年|(?:[一二三四五六七八九]|十[一二]?)月份?)"
_TWO_TIMES = regex(
    rf"(?:^|[^\d])(?P<one>{_YEAR}|{_SEASON}|[上去]年)[、和与及](?P<other>{_YEAR}|{_SEASON}|[今本]年)"
    r"[^，。；、\d]{0,16}(?:分别|依次)(?:为|是|达到?|完成|实现)*[^，。；、\d]{0,6}$"
)
_LEAD = regex(
    rf"(?:[比较]?{_SEASON}|同比|环比|[比较同与](?:上|去|前)年(?:同期)?|[比较]同期|[年本]内|相比|总体|实际|净|累计"
    "|分别|依次|各|相应|大幅|小幅|略有?|仍)+"
)
_IN_BRACKET = regex(rf"{_EARLIER}(?:为|是|仅|只有|达到?|约)*")
_OUT = regex("预计|计划|目标|力争|年均|预期|结转|结余|其中")
_COUNTED = regex("[件人户起次批宗例]数")
_MORE_OR_LESS = regex("(?:净|共|各)?(?:(?<!减)少|(?<![增加])多)[了出]?$")
_PAIR, _LONGEST = 2, 50


class _Column(Struct, frozen=True):
    """The values of one thing at two times."""

    before: Amount
    after: Amount


class _TimedColumns(Struct, frozen=True):
    """Columns of values, and the place behind which their changes stand."""

    columns: tuple[_Column, ...]
    last: Amount
    sure: bool = True


def values_of_times(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase that stands behind values of two times."""
    behind = list(_behind_changes(phrase))
    known = {one.result.start for one in behind if one.result}
    yield from behind
    for beside in (*_in_brackets(phrase), *_in_clauses(phrase), *_named_together(phrase)):
        for relation in _said_of(phrase, beside):
            place = relation.result.start if relation.result else 0
            if place not in known and (beside.sure or verdict(relation).holds):
                known.add(place)
                yield relation


def _in_brackets(phrase: Phrase) -> Iterator[_TimedColumns]:
    """1486人（上年1432人），净增54人."""
    for bracket in phrase.brackets:
        value = next((a for a in phrase.amounts if a.end == bracket.start - 1), None)
        row = bracket.amounts
        if value is None or len(row) != 1 or value.role not in VALUES:
            continue
        (before,) = row
        told = _IN_BRACKET.fullmatch(before.label.rstrip("：:")) and not before.tail.strip("的")
        if told and are_alike(before, value) and before.role in VALUES:
            yield _TimedColumns((_Column(before, value),), value)


def _behind_changes(phrase: Phrase) -> Iterator[NumberRelation]:
    """森林火灾3起，同比减少4起（上年同期7起）: the value before in the bracket behind the change."""
    for bracket in phrase.brackets:
        at = next((i for i, a in enumerate(phrase.amounts) if a.end == bracket.start - 1), 0)
        if not at:
            continue
        value, change, row = *phrase.amounts[at - 1 : at + 1], bracket.amounts
        told = len(row) == 1 and _IN_BRACKET.fullmatch(row[0].label.rstrip("：:"))
        near = value.group == change.group and change.clause - value.clause <= 1
        if not told or not near or change.role not in CHANGES or value.role not in VALUES:
            continue
        column = _Column(row[0], value)
        if are_alike(row[0], value) and _may_change(column, change) and not _called(change):
            yield relation_of(Arithmetic.CHANGE, (row[0], value), change)


def _in_clauses(phrase: Phrase) -> Iterator[_TimedColumns]:
    """The row of values of one time, and that of the other just behind it."""
    for at, first in enumerate(phrase.amounts):
        row = _row_from(phrase.amounts[at:])
        beside = phrase.amounts[max(0, at - len(row)) : at]
        if not _are_columns(beside, row):
            continue
        order = _order_of_years(beside[0], first)
        if order >= 0 and _is_said_of_the_other(_OF_EARLIER, first, beside[0]):
            columns = zip(row, beside, strict=True)
        elif order <= 0 and _are_earlier_and_later(beside[0], first):
            columns = zip(beside, row, strict=True)
        else:
            continue
        of_a_part = len(row) == 1 and _is_one_of_several(phrase, beside[0])
        own = tuple(_Column(*pair) for pair in columns)
        yield _TimedColumns(own, row[-1], sure=not of_a_part)


def _row_from(amounts: Sequence[Amount]) -> list[Amount]:
    """A value and the bare ones behind it: 56起、8人; 78件127人."""
    row = [*amounts[:1]]
    for amount in amounts[1:]:
        if amount.label.strip("、和及与") or amount.clause - row[-1].clause > 1:
            break
        row.append(amount)
    return row


def _are_columns(beside: Sequence[Amount], row: Sequence[Amount]) -> bool:
    """Whether two rows have the same units in the same order, one just behind the other."""
    if not beside or len(beside) != len(row):
        return False
    pairs = list(zip(beside, row, strict=True))
    values = all(a.role in VALUES and not _OUT.search(a.label) for pair in pairs for a in pair)
    near = row[0].clause - beside[-1].clause == 1 and beside[0].group == row[0].group
    joined = all(b.clause - a.clause <= 1 for a, b in pairwise(beside))
    return values and near and joined and all(are_alike(*pair) for pair in pairs)


def _is_said_of_the_other(time: re.Pattern[str], amount: Amount, other: Amount) -> bool:
    """Whether the words of a value are those of a time, with no name but one that the other has."""
    said = time.fullmatch(amount.label)
    return bool(said) and (not said or _is_named_by(said["name"], other))


def _is_named_by(name: str, other: Amount) -> bool:
    return not name or name in other.label


def _are_earlier_and_later(one: Amount, other: Amount) -> bool:
    """Whether the words of two values end in an earlier time and say a later one: 年初46个，年末32个."""
    ends = _ENDS_EARLIER.fullmatch(one.label) and one.role is not Role.AFTER
    nameless = _IN_BRACKET.fullmatch(one.label) and _OF_LATER.fullmatch(other.label)
    return bool(ends) and bool(nameless or _is_said_of_the_other(_OF_LATER, other, one))


def _order_of_years(one: Amount, other: Amount) -> int:
    """1 where the year that the first of two values names is the later one, -1 where it is the
    earlier one, 0 where they do not name two."""
    years = [_DIGITS.findall(amount.label)[-1:] for amount in (one, other)]
    return (years[0] > years[1]) - (years[0] < years[1]) if all(years) else 0


def _is_one_of_several(phrase: Phrase, value: Amount) -> bool:
    """Whether a value has others of its unit before it, of which it may be a part."""
    before = [a for a in phrase.amounts if a.start < value.start and a.group == value.group]
    return any(are_alike(a, value) and a.role in VALUES for a in before)


def _named_together(phrase: Phrase) -> Iterator[_TimedColumns]:
    """2023年、2024年存款余额分别为480亿元、528亿元: the first two values behind two times."""
    for one, other in pairwise(phrase.amounts):
        said = _TWO_TIMES.search(phrase.between(one.start - _LONGEST, one.start))
        bare = not other.label.strip("、和及与") and other.clause - one.clause <= 1
        if said and bare and are_alike(one, other) and one.role in VALUES:
            later_first = said["one"] > said["other"] and said["one"].startswith(("19", "20"))
            pair = (other, one) if later_first else (one, other)
            yield _TimedColumns((_Column(*pair),), other)


def _said_of(phrase: Phrase, beside: _TimedColumns) -> Iterator[NumberRelation]:
    """The changes just behind the values, each with its column; a bare one with that before it."""
    last, own = beside.last, None
    behind = [a for a in phrase.amounts if a.start > last.start]
    while behind:
        change = _as_change(behind[0], beside.columns)
        near = change.group == last.group and change.clause - last.clause <= 1
        row = _row_from(behind)
        if not near or not _is_change(change):
            return
        if len(row) == len(beside.columns) > 1:
            said = [replace(a, role=change.role, label=change.label) for a in row]
            pairs = list(zip(beside.columns, said, strict=True))
        else:
            own = _column(beside.columns, change) or (None if _called(change) else own)
            pairs = [(own, change)] if own else []
            row = row[:1]
        if not pairs or not all(_may_change(*pair) for pair in pairs):
            return
        for column, said_change in pairs:
            terms = (column.before, column.after)
            yield relation_of(Arithmetic.CHANGE, terms, said_change)
        last, behind = row[-1], behind[len(row) :]


def _as_change(amount: Amount, columns: Sequence[_Column]) -> Amount:
    """A number in the unit of a column behind 多 or 少, as the change that it is: 死亡人数少3人."""
    told = amount.role is Role.PLAIN and _MORE_OR_LESS.search(amount.label)
    like = any(amount.quantity.unit == one.after.quantity.unit for one in columns)
    return replace(amount, role=Role.DELTA) if told and like else amount


def _is_change(amount: Amount) -> bool:
    """Whether a number is a change by its words, and of nothing else than the values."""
    return amount.role in CHANGES and not _OUT.search(amount.label)


def _called(change: Amount) -> str:
    """What the words of a change name: 起数 of 起数同比下降; "" where they name nothing."""
    words = _LEAD.sub("", change.label)
    said = _MORE_OR_LESS.search(words) or CHANGE.search(words)
    counted = _COUNTED.match(words)
    return (words[: said.start()] if said else "") or (counted[0] if counted else "")


def _column(columns: Sequence[_Column], change: Amount) -> _Column | None:
    """The column that a change is called after: by the name of its thing, else by its unit; the
    only one where there is one and the change has no name of another."""
    name = _called(change)
    if not name and len(columns) > 1:
        points = change.role is Role.POINTS
        own = [one for one in columns if one.after.base == ("%" if points else change.base)]
        return own[0] if len(own) == 1 and change.role is not Role.GROWTH else None
    if not name:
        return columns[0]
    called = [one for one in columns if _shares_a_word(name, one)]
    counted = [one for one in columns if _counts(name, one)]
    found = called if len(called) == 1 else [one for one in counted if one in (called or counted)]
    return found[0] if len(found) == 1 else None


def _shares_a_word(name: str, column: _Column) -> bool:
    words = column.after.label + column.after.tail + column.before.label
    return any(name[at : at + _PAIR] in words for at in range(len(name) - _PAIR + 1))


def _counts(name: str, column: _Column) -> bool:
    """Whether a name ends in the unit of a column: 起数, 人数, 批次."""
    unit = column.after.quantity.unit.lstrip("万亿") or column.after.base
    return name.endswith((f"{unit}数", unit)) or (column.after.base == "人" and "人数" in name)


def _may_change(column: _Column, change: Amount) -> bool:
    """Whether a number can be the change of a value: a percentage by points."""
    if change.role is Role.POINTS:
        unit = "‰" if "千分点" in change.quantity.unit else "%"
        return column.after.quantity.unit == unit
    if change.role is Role.DELTA:
        return change.base == column.after.base
    return column.after.base != "%" and change.quantity.unit in ("%", "倍")
