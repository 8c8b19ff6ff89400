"""Totals behind their parts: A 1人、B 2人，共计3人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.reader import chinese_value
from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import (
    OPEN_END,
    TOGETHER,
    ending_by,
    of_unit,
    parts_relation,
)
from generator.check.relations.lists.wordings import are_opposite, end_alike
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_IN_ALL = regex(r"(?:^|年|并)共(?!有|同)[^，。；\d有]{0,3}$")
_OWN_TOTAL = regex("(?<!累)共(?:计|为|达|到)?[^，。；有\\d]{0,2}$|[收支][入出]总[量额][为达]?$")
_SO_FAR = regex(r"累计[^，。；\d]{0,4}$")
_ALL = regex(
    r"共[^，。；\d有]{0,4}$|总[量数额投资入出人收支][^，。；\d]{0,5}$|累计[^，。；\d]{0,6}$|之和[为是]?$"
)
_IN_A_PART_OF_THE_YEAR = regex(
    r"(?:截至|前[一二三四五六七八九十\d]+个?[季月]|[一二三四]季度|[上下]半年|\d+[-—至]\d+月)"
)
_SUMMED = regex("^.*(?:合计|共计|总计|累计|一共|共)")
_PLUS = regex("加上|加之|连同")
_LESS = regex("减去|扣除|扣减|剔除|[，、]减(?![少弱轻缓免幅负排税降租息])")
"""加上A，减去B，年末累计结余C: a reckoning, and no sum."""
ADDED = regex("加(?:上|之)?(?![快强大工])")
"""加上解支出1.24亿元: added to a number that was not found, so that the parts are not all."""
_TOTAL_AT_END = regex("总|合计|共计|累计")
_BARE_TOTAL = regex("合计|共计|总计|累计")
_EACH_OF_SEVERAL = regex(r"(?:每[^，。；\d]|[人户亩生村]均)[^，。；\d]{0,7}分别[^，。；]{0,16}$")
_EACH = ("分别达到", "分别达", "分别为", "分别是")
"""累计分别达到64项和288项: no total of what stands before."""
_PERIODS = regex("分别|季度|上半年|下半年")
_OF_YEARS = regex(
    r"[，,、]?(?:近|这|过去|前)?(?:(?P<count>\d|[两二三四五六七八九十])年(?:来|间)?)?累计(?:为|达到?)?"
)
_YEAR = regex(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_CHANGED = (Role.DELTA, Role.GROWTH, Role.POINTS, Role.SHARE, Role.THRESHOLD)
_LED_BY = regex(r"(?:^|[，；])(?P<named>[^，。；、\\d]{2,8})中[，：]?[^，。；：、\\d]*$")
_OTHER_THAN_ADDED = regex(f"其中|{_LESS.pattern}")
_SIDE = regex("收入|支出")
_PAIR = 2


def summed_up(phrase: Phrase) -> Iterator[NumberRelation]:
    """A 1人、B 2人，共计3人."""
    for total in phrase.plain:
        together = _is_together(phrase, total)
        said = together or bool(_IN_ALL.search(total.head))
        said = said and not _is_a_time_of_its_own(phrase, total)
        if total.head.endswith(_EACH) or not (said or _ALL.search(total.head)):
            continue
        parts = _called_alike(_last_row(_run_before(phrase, total)), total)
        if _are_prices(phrase, parts):
            continue
        divided = len(parts) > 1 and are_opposite(parts) and are_of_size(parts, total)
        of_years = _is_of_years(phrase, parts, total)
        said = said or of_years
        strong = together or divided or of_years or "分别" in phrase.text
        yield from _added(phrase, parts, total, strong=strong, said=said)


def added_to_earlier(phrase: Phrase) -> Iterator[NumberRelation]:
    """本级收入4644亿元。加上转移支付收入34亿元、上年结转47亿元，收入总量为4725亿元: what a sentence adds is
    added to the number of the sentence before."""
    earlier = phrase.before.plain if phrase.before else ()
    for total in phrase.plain if earlier else ():
        parts = tuple(_run_before(phrase, total))
        led = bool(parts) and parts[0] is phrase.amounts[0] and ADDED.match(parts[0].label)
        out = _OTHER_THAN_ADDED.search(phrase.text)
        if led and _OWN_TOTAL.search(total.label) and not out:
            yield from _with_earlier(earlier, parts, total)


def _with_earlier(
    earlier: Sequence[Amount], parts: Sequence[Amount], total: Amount
) -> Iterator[NumberRelation]:
    """The parts with the number before them, or with all of them, that makes the total; of the only
    one before where it is called as the total is."""
    own = of_unit(earlier, total.base)
    tried = [(own[0], *parts), (*own, *parts)] if own else []
    fitting = [row for row in tried if fills(row, total)]
    alone = len(own) == 1 and _is_called_as(own[0], total) and are_of_size(tried[0], total)
    for row in fitting[:1] or (tried[:1] if alone else ()):
        yield parts_relation(Arithmetic.SUM, row, total, row[0].start)


def _is_called_as(one: Amount, total: Amount) -> bool:
    """Whether a number is of what comes or goes, as its total is, and no part of another."""
    side = _SIDE.search(total.label)
    return bool(side and side[0] in one.label) and not one.label.startswith("其中")


def _are_prices(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether numbers are what each one of several gets: 奖金每人分别为5000元、3000元、2000元."""
    words = phrase.between(phrase.start, parts[0].start) if parts else ""
    return bool(_EACH_OF_SEVERAL.search(words))


def _is_of_years(phrase: Phrase, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether a total is that of the years that the parts are of one by one: 2022年A，2023年B，2024年C，
    近3年累计D; 2021至2023年A、B、C，累计D."""
    if len(parts) <= 1 or not _SO_FAR.search(total.head):
        return False
    said = _OF_YEARS.fullmatch(phrase.between(parts[-1].end, total.start))
    years = _YEAR.findall(phrase.between(phrase.start, total.start))
    if said is None or len(years) <= 1:
        return False
    counted = len(years) if len(years) > _PAIR else int(years[1]) - int(years[0]) + 1
    count = said["count"]
    told = (
        (int(count) if count.isdigit() else chinese_value(count.replace("两", "二")))
        if count
        else counted
    )
    return told == counted == len(parts)


def _is_a_time_of_its_own(phrase: Phrase, total: Amount) -> bool:
    """目标1300万吨，超目标68.2万吨，前三季度累计1007.5万吨: what was reached by then, and no total of
    what stands before, where a target is among it."""
    before = phrase.between(phrase.start, total.start - len(total.label))
    if "余额" in before and "余额" not in total.head and _SO_FAR.search(total.head):
        return True
    if "全年" in total.head and "三季度" in before and "四季度" not in before:
        return True
    is_of_a_part = _IN_A_PART_OF_THE_YEAR.match(total.head)
    return bool(is_of_a_part and re.search("目标|任务|计划", before))


def _last_row(parts: Sequence[Amount]) -> Sequence[Amount]:
    """The parts from 分别 on where no name stands behind it: 86个问题…，三类已分别整改51个、19个、6个."""
    for at in range(len(parts) - _PAIR, 0, -1):
        if "分别" in parts[at].label and not any(part.label for part in parts[at + 1 :]):
            return parts[at:]
    return parts


def _called_alike(parts: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """政府应储420吨、实储426吨，企业应储180吨、实储180吨，两项合计实储606吨: of the parts those that are
    called as the total is; all where none or only one is."""
    name = _SUMMED.sub("", total.label)
    alike = tuple(part for part in parts if name and part.label.endswith(name))
    return alike if len(alike) > 1 else parts


def over_groups(phrase: Phrase) -> Iterator[NumberRelation]:
    """直接答复12743件，…；转派9103件，…，总受理21846件: the first number of each group, where they
    are what stands behind 总."""
    for total in phrase.plain if "；" in phrase.text else ():
        before = of_unit(phrase.plain, total.base, total.start)
        firsts = tuple({amount.group: amount for amount in reversed(before)}.values())[::-1]
        if not _TOTAL_AT_END.match(total.label) or len(firsts) <= 1:
            continue
        alone = len(before) == len(firsts) > _PAIR and _BARE_TOTAL.fullmatch(total.label)
        if fills(firsts, total) or (alone and are_of_size(firsts, total)):
            hint = not fills(firsts, total)
            yield parts_relation(Arithmetic.SUM, firsts, total, firsts[0].start, hint=hint)


def _is_together(phrase: Phrase, total: Amount) -> bool:
    """Whether the words before a number say that it is what stands before it together: 合计, or
    累计 behind several periods."""
    so_far = _SO_FAR.search(total.head) and _PERIODS.search(phrase.text)
    return bool(TOGETHER.search(total.head) or so_far)


def _run_before(phrase: Phrase, total: Amount) -> tuple[Amount, ...]:
    """The first number of the unit in each clause before a total, back to where one has none, or is
    the total of a group before.

    Changes and rates behind a part do not end the list.
    """
    run: list[Amount] = []
    clause = total.clause
    for amount in reversed(ending_by(phrase.amounts, total.start)):
        if amount.role in _CHANGED and clause - amount.clause <= 1:
            clause = amount.clause
        elif amount.role is not Role.PLAIN or clause - amount.clause > 1:
            break
        elif amount.base == total.base and amount.clause < total.clause:
            if amount.group < total.group and TOGETHER.search(amount.head):
                break
            if run and run[0].clause == amount.clause:
                run.pop(0)
            run.insert(0, amount)
            clause = amount.clause
    return tuple(run)


def _added(
    phrase: Phrase, parts: Sequence[Amount], total: Amount, *, strong: bool, said: bool
) -> Iterator[NumberRelation]:
    """The parts with their total; of a word that may mean something else only where they fit."""
    if len(parts) < 2:
        return
    between = phrase.between(parts[0].start, total.start)
    if "其中" in between or _is_among(phrase, parts[0], total):
        return
    run = _filling_end(parts, total)
    every = total.clause - parts[0].clause == len(parts)
    plus = bool(_PLUS.search(between))
    if run:
        yield parts_relation(Arithmetic.SUM, run, total, run[0].start)
    elif not said and _is_own_total(phrase, parts, total):
        yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start, hint=True)
    elif (not said and not plus) or ADDED.match(parts[0].label) or _LESS.search(between):
        return
    elif (strong or every or plus) and _is_one_list(between, parts, total):
        hint = not (strong or plus)
        yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start, hint=hint)


def _is_among(phrase: Phrase, part: Amount, total: Amount) -> bool:
    """Whether parts are by the words before them of what a total is called after: 贫困人口中，因病致贫
    1240人、因残致贫860人，全县贫困人口合计4126人."""
    led = _LED_BY.search(phrase.between(phrase.start, part.start))
    return led is not None and led["named"] in total.label


def _is_own_total(phrase: Phrase, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether 、 joins parts just before a total with a name of its own, behind which nothing is
    said: 补缴税款426万元、退还保证金183万元，整改金额共609万元."""
    pairs = zip(parts, parts[1:], strict=False)
    joined = all(phrase.between(a.end, b.start).startswith("、") for a, b in pairs)
    beside = total.clause - parts[-1].clause == 1 and parts[0].group == total.group
    said = _OWN_TOTAL.search(total.label) and not total.tail
    every = total.clause - parts[0].clause == len(parts) > _PAIR and end_alike(parts)
    every = every and all(part.label for part in parts)
    named = (said and joined) or (every and _SO_FAR.search(total.label))
    return bool(named) and beside and are_of_size(parts, total)


def _filling_end(parts: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """The longest end of the parts, of two or more, that fills a total; () where none does."""
    for first in range(len(parts) - 1):
        if fills(parts[first:], total):
            return parts[first:]
    return ()


def _is_one_list(between: str, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether parts and total stand in one group and no 等 leaves the list open."""
    groups = {amount.group for amount in (*parts, total)}
    these = total.label.startswith(("以上", "上述", "这些"))
    one = len(groups) == 1 or (these and len(groups) <= len(parts) + 1)
    return one and not OPEN_END.search(between)
