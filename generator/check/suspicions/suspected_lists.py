"""Amounts of one unit in a row that nearly fill the amount before or behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase
from generator.check.relations.algebra.holding import fills, leaves_some
from generator.check.relations.lists.kindred import may_cross
from generator.check.relations.lists.marked_lists import step_between
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.lists.wordings import are_opposite, end_alike, is_tree, overlap
from generator.check.relations.numbers.amounts import Role, measured
from generator.check.suspicions.open_numbers import RATES, OpenNumbers, is_near
from generator.model.regex import regex
from generator.model.replacing import replace

_SAID_OF_PART = (Role.GROWTH, Role.POINTS, Role.SHARE)
_IN_ALL = regex(
    "总|共|合(?:[计起并共]|$)|[相累]加|加起来|全年|累计|全部|^以上|本息|各级|计$|[两二三四五六七八九][项者种类]"
)
_OPEN = regex(
    r"主要(?!领导|负责)|等(?![级次额功奖])|最多|(?:其[余他它]|余下|剩余?)[^，。；、\d]*(?:[，。；]|$)"
)
"""Words that say that a list is not all."""
_TWICE = regex("^加上|交叉|重复|重合|不作加总")
"""Words that say that it holds some things twice, or goes on before."""
_OTHER = regex("其中|任务|计划|目标|应(?!急)|占|回访")
"""What begins a number that goes with the one before it and not with the list."""
_SOME = regex("其中|内有|包[括含]|含")
_OF_SOME = regex("(?<!其)中")
"""教师中教授263人: of what is named, which need not be the whole before."""
_LEVEL = regex("国家级|中央|省级|市级|县级")
_PLANNED = regex("^其中|编制|核定|任务|计划|目标|年初|期初|限额|(?<!^)以上|分别|[较比]上年")
_SOME_OF_SORT = regex("总(?:产值?|[^，。；、总]{0,3}[量值]|面积)|[播种][种植]面积")
_OF_ITS_OWN = regex("总(?!人)")
"""粮食总产量, 花生总产量: totals of things of their own."""
_BREAKS = regex("[，,：:；;（(]")
_LARGEST, _FEWEST, _MOST = Decimal("1.4"), 2, 8
_LEAD, _NAME = 2, 4


def suspected_lists(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """Those before a number that is called their total, in its unit or counted each in its own;
    then a number with those behind it; then one with those in its bracket."""
    if _TWICE.search(numbers.phrase.text):
        return
    values = [amount for amount in numbers.amounts if amount.role not in _SAID_OF_PART]
    for at, whole in enumerate(values):
        if _IN_ALL.search(whole.label) and _is_plain(whole):
            yield from _filling(numbers, _before(numbers, values[:at], whole), whole)
    for at, whole in enumerate(numbers.amounts):
        if _is_plain(whole) and not numbers.ends_list(whole):
            yield from _filling(numbers, _behind(numbers, at), whole)
            yield from _filling(numbers, _in_next_group(numbers, at), whole)
    for bracket in numbers.phrase.brackets:
        for whole in filter(_is_plain, numbers.just_before(bracket)):
            yield from _filling(numbers, _inside(numbers, bracket, whole), whole)


def _are_no_parts(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether numbers by their names or size may overlap or are levels of one thing, or their whole
    is planned, or of more than they are, or one of them."""
    labels = [part.label for part in parts]
    crossing = may_cross(labels) and not are_opposite(parts)
    halves = sum(part.value * 2 > whole.value for part in parts) > 1
    if _SOME.match(parts[0].label) or any(part.value == whole.value for part in parts):
        return True
    if halves or crossing or overlap(parts) or is_tree(parts):
        return True
    if end_alike((whole, *parts)) and not _are_set_off(phrase, parts, whole):
        return True
    if any(_OF_ITS_OWN.search(part.label) for part in parts):
        return True
    rest = leaves_some(parts, whole)
    graded = not measured(whole.base) and any(map(_LEVEL.search, labels))
    some = rest and bool(graded or _SOME_OF_SORT.search(whole.label))
    planned = bool(_PLANNED.search(whole.label))
    return some or planned or _are_nested(parts) or _is_one_of(whole, parts)


def _are_set_off(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether a number is the total behind others, or parted from them more than they are: 支部26个，
    农村支部14个、社区支部12个."""
    steps = [step_between(phrase, one, other) for one, other in pairwise((whole, *parts))]
    return whole.start > parts[-1].start or steps[0] > max(steps[1:])


def _are_nested(parts: Sequence[Amount]) -> bool:
    """Whether one of two names side by side has all characters of the other: 大学生, 大学毕业生."""
    names = [set(part.label.removeprefix("其中")) for part in parts]
    pairs = (sorted(pair, key=len) for pair in pairwise(names))
    return any(len(shorter) > 1 and shorter <= longer for shorter, longer in pairs)


def _is_one_of(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a number is called as those behind it begin or end, or each stands between ；."""
    groups = [amount.group for amount in (whole, *parts)]
    apart = whole.start < parts[0].start and len(set(groups)) == len(groups)
    name = whole.label
    begins = len(name) >= _LEAD and any(part.label[:_LEAD] == name[:_LEAD] for part in parts)
    ends = len(name) >= _NAME and any(name[-_NAME:] in part.label for part in parts)
    return apart or begins or ends


def _before(numbers: OpenNumbers, values: Sequence[Amount], whole: Amount) -> list[Amount]:
    """The numbers of the unit of a total that stand before it; all that are counted, if it is
    counted and no two of its unit stand there. [] where one of them is no plain number."""
    same = [amount for amount in values if amount.base == whole.base]
    counted = [] if measured(whole.base) else [a for a in values if not measured(a.base)]
    parts = same if len(same) >= _FEWEST else counted
    plain = all(_is_part(numbers, amount, whole) for amount in parts)
    near = bool(parts) and plain and whole.clause - parts[-1].clause <= 1
    return parts if near and not _is_of_other_things(parts, whole) else []


def _is_of_other_things(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether a number called a total counts other things than those before it: 问题15万起、14.1万起，
    共处理37.6万人; or others of them behind ；, being named itself: 中职共招生4907人；高中共招生17174人."""
    units = {part.base[-1:] for part in parts}
    named = whole.group != parts[-1].group and not _IN_ALL.match(whole.label)
    return named or (len(units) == 1 and whole.base[-1:] not in units)


def _inside(numbers: OpenNumbers, bracket: Phrase, whole: Amount) -> list[Amount]:
    """The numbers of a bracket in the unit of a number before it, beside them no others than of
    those in its row, or without a unit; [] where something else stands there."""
    inside = [
        a if a.base else replace(a, base=whole.base, power=a.power or whole.power)
        for a in numbers.inside(bracket)
    ]
    units = {amount.base for amount in inside} - {a.base for a in numbers.just_before(bracket)}
    parts = [amount for amount in inside if amount.base == whole.base]
    plain = all(_is_part(numbers, amount, whole) for amount in parts)
    return parts if plain and not units else []


def _is_plain(amount: Amount) -> bool:
    """Whether a number is an exact amount."""
    plain = amount.role is Role.PLAIN and not amount.qualifier and amount.tail[:1] != "的"
    return plain and amount.base not in RATES


def _is_part(numbers: OpenNumbers, amount: Amount, whole: Amount) -> bool:
    """Whether a number is an exact amount that is in no sum yet but that of a whole."""
    return _is_plain(amount) and not numbers.is_counted(amount, whole)


def _behind(numbers: OpenNumbers, at: int) -> list[Amount]:
    """The numbers of the unit just behind one, up to one that grew or of another unit; those up to
    the next ； where there are several of them. [] where the number is one of a row."""
    whole, parts = numbers.amounts[at], list[Amount]()
    if _is_in_row(numbers, at):
        return parts
    for amount in numbers.amounts[at + 1 :]:
        if not parts and _are_joined(numbers.phrase.between(whole.end, amount.start)):
            break
        if amount.role in (Role.SHARE, Role.EACH):
            continue
        small = amount.value <= whole.value * _LARGEST
        if parts and not small and _is_next_of(parts[-1], amount):
            return []
        apart = amount.group != whole.group and not _is_first_of_group(numbers, whole)
        if amount.base != whole.base or not small or apart or not _is_part(numbers, amount, whole):
            break
        if parts and (amount.group != parts[-1].group == whole.group or _OTHER.match(amount.label)):
            break
        if amount.value == whole.value:
            return []
        parts.append(amount)
    return parts


def _is_next_of(part: Amount, amount: Amount) -> bool:
    """Whether a number stands in the row of another: 书场4个，茶社1个，棋社170个."""
    same = amount.base == part.base and amount.group == part.group
    return same and amount.clause - part.clause == 1


def _is_first_of_group(numbers: OpenNumbers, whole: Amount) -> bool:
    """Whether a number is the first of its unit between two ；."""
    return whole is next(
        a for a in numbers.amounts if a.group == whole.group and a.base == whole.base
    )


def _in_next_group(numbers: OpenNumbers, at: int) -> list[Amount]:
    """受理168件，直办137件，转办31件；办结159件，未结9件: the numbers that fill the next piece between ；, where a
    number is filled in its own; [] where others stand there."""
    whole = numbers.amounts[at]
    groups = [a.group for a in numbers.amounts[at + 1 :] if a.group > whole.group]
    if not groups or not numbers.is_filled(whole):
        return []
    parts = [a for a in numbers.amounts if a.group == groups[0] and a.role is not Role.SHARE]
    same = all(a.base == whole.base and _is_part(numbers, a, whole) for a in parts)
    of_some = any(_OF_SOME.search(part.label) for part in parts[:1])
    return parts if same and not of_some else []


def _is_in_row(numbers: OpenNumbers, at: int) -> bool:
    """Whether a smaller number before one is named beside it, and nothing says that it is a total:
    防治院9个，专科院20个，妇幼院10个."""
    whole, ahead = numbers.amounts[at], numbers.amounts[at - 1 : at]
    return not _IN_ALL.search(whole.label) and any(
        one.base == whole.base
        and one.value < whole.value
        and _is_plain(one)
        and one.group == whole.group
        and whole.clause - one.clause == 1
        for one in ahead
    )


def _are_joined(between: str) -> bool:
    """Whether 、 and nothing more parts two numbers: 32座污水处理厂、4座再生水处理厂."""
    return "、" in between and not _BREAKS.search(between)


def _filling(
    numbers: OpenNumbers, parts: Sequence[Amount], whole: Amount
) -> Iterator[NumberRelation]:
    """The parts with their whole where they nearly fill it, no first ones of them do, and they are
    called otherwise than it."""
    if not _FEWEST <= len(parts) <= _MOST or _are_no_parts(numbers.phrase, parts, whole):
        return
    total = sum((part.value for part in parts), Decimal(0))
    runs = combinations(range(len(parts) + 1), 2)
    filled = any(fills(parts[at:to], whole) for at, to in runs if to - at >= _FEWEST)
    filled = filled or numbers.are_rated(parts, whole) or numbers.is_rated(total, whole)
    some = total < whole.value and _OPEN.search(numbers.phrase.text)
    open_ = filled or some or numbers.add_up(whole.base)
    if fills(parts, whole) or (is_near(total, whole.value) and not open_):
        start = min(parts[0].start, whole.start)
        yield parts_relation(Arithmetic.SUM, tuple(parts), whole, start, hint=True)
