"""Totals that say of what they are: 两项共计 so many, 奖牌总数 of 金牌, 银牌 and 铜牌, 前三类 of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.reader import chinese_value
from generator.check.relations.algebra.holding import are_of_size, fills, leaves_some
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import ADDS_TO, TOGETHER, of_unit, parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.totals.mixed_units import mixed_units
from generator.check.relations.totals.summed_up import ADDED
from generator.model.regex import regex

_SO_MANY = regex(
    r"(?:以上|上述|这)?(?P<count>[两二三四五六七八九])"
    r"(?:项|类|部分|笔|者|方面|块|家|地|区|县|镇|乡|村|期|批|次|段|级(?!及?以上)|档|税|险|个[^，。；、\d]{1,4}?)"
    r"[^，。；、\d]{0,6}?"
    r"(?:合计|共计|总计|相加|合起来|加起来|总共|累计|一共|共)[^，。；\d]{0,6}"
    r"|(?P<few>[两三四五])(?:项|者|笔)(?![目相之]|差|都|均|分别|比)[^，。；、\d]{0,3}"
)
_TOTAL_NUMBER = regex(
    r"(?P<sort>[^，。；、\d]{1,8}?)(?:(?P<of_all>类?总(?:产[量值]|面积|重量))"
    r"|总[数量计额]|合计|共计)(?:为|达到?|是)?"
)
_OF_THESE = regex(
    r"(?:以上|上述|这些)[^，。；、\\d]{0,10}?(?:合计|共计|总计|相加|总共|一共|共)[^，。；、\\d]{0,8}$"
)
_ALL_OF_THEM = regex(r"[^，。；、\\d]{0,10}?(?:全部|均|都|悉数|逐一|一并|全都)")
_CHANGED = regex("(?:新增|增加|减少|压减|扩大|提高|下降|增收|减收|增长)[了约近]?$")
_LISTED = regex("、|和|及|以及|与")
_IN_ALL = regex("总|合计|共计|共|合起来|相加|两者")
_BESIDE = 3
_LEADING = regex(
    r"[前首](?P<count>[两二三四五六七八九])(?!个?(?:年|季|月|批|期|轮|次|届|周|天|日|旬|阶段))"
    r"(?:大?[类项个位名种者]|大)?[^，。；、\d]{0,6}"
)
_FEWEST = 3


def counted_together(phrase: Phrase) -> Iterator[NumberRelation]:
    """财政资金5200万元，社会资金418万元，两项共计5618万元: as many numbers as are said, and no
    other of their unit, or those that 、 joins just before; those of several units too."""
    yield from mixed_units(phrase)
    yield from _of_former_and_latter(phrase)
    for total in phrase.plain:
        said = _SO_MANY.fullmatch(total.label)
        if said is None:
            continue
        count = chinese_value((said["count"] or said["few"]).replace("两", "二"))
        before = of_unit(phrase.plain, total.base, total.start)
        parts = before if len(before) == count else _joined_list(phrase, before)
        parts = parts if len(parts) == count else _last_of_list(phrase, before, count)
        beside = bool(parts) and total.clause - parts[-1].clause <= _BESIDE
        if len(parts) == count > 1 and beside:
            yield parts_relation(Arithmetic.SUM, tuple(parts), total, parts[0].start)


def _of_former_and_latter(phrase: Phrase) -> Iterator[NumberRelation]:
    """前者2146户，后者583户，保障总户数2729户: the two that are called so, and their total behind."""
    for one, other, total in zip(
        phrase.amounts, phrase.amounts[1:], phrase.amounts[2:], strict=False
    ):
        called = one.label.startswith("前者") and other.label.startswith("后者")
        plain = {one.role, other.role, total.role} == {Role.PLAIN}
        beside = total.clause - other.clause == 1 and one.base == other.base == total.base
        sized = are_of_size((one, other), total)
        if called and plain and beside and sized and _IN_ALL.search(total.label):
            yield parts_relation(Arithmetic.SUM, (one, other), total, one.start)


def _last_of_list(phrase: Phrase, before: Sequence[Amount], count: int) -> list[Amount]:
    """So many last numbers where 其中 or ； begins just them: 1864件，其中A573件，B318件，C226件."""
    last, other = list(before[-count:]), before[-count - 1 : -count]
    steps = {b.clause - a.clause for a, b in pairwise(last)}
    begun = any(re.search("其中|；", phrase.between(a.end, last[0].start)) for a in other)
    return last if begun and steps == {1} else []


def _joined_list(phrase: Phrase, before: Sequence[Amount]) -> list[Amount]:
    """The last numbers of a row that 、 or 和 joins with no name of their own: 分别为3件、4件."""
    run: list[Amount] = []
    for amount in reversed(before):
        if run and not _LISTED.fullmatch(phrase.between(amount.end, run[0].start)):
            break
        run.insert(0, amount)
    return run


def changes_together(phrase: Phrase) -> Iterator[NumberRelation]:
    """小学学位增加1.26万个，初中学位增加0.57万个，总计新增1.83万个: changes one way, one a clause, and what
    they are together."""
    for total in phrase.amounts:
        together = TOGETHER.search(total.label) or total.label.startswith("共")
        if not (together and _CHANGED.search(total.label)):
            continue
        run: list[Amount] = []
        for amount in reversed([a for a in phrase.amounts if a.end <= total.start]):
            beside = (run[0] if run else total).clause - amount.clause == 1
            same = amount.base == total.base and amount.falls == total.falls
            if not (beside and same and amount.role is Role.DELTA):
                break
            run.insert(0, amount)
        if len(run) > 1:
            yield parts_relation(Arithmetic.SUM, tuple(run), total, run[0].start)


def these_together(phrase: Phrase) -> Iterator[NumberRelation]:
    """津贴286万元；补贴413万元，惠及2136人；生活费39万元；以上各类补贴合计738万元: the one number of the unit
    in each group before what says that it is all of these."""
    for total in phrase.plain if "；" in phrase.text else ():
        if not _OF_THESE.match(total.label):
            continue
        before = of_unit(phrase.plain, total.base, total.start)
        groups = {amount.group for amount in before if amount.group < total.group}
        if len(before) == len(groups) > 1:
            yield parts_relation(Arithmetic.SUM, tuple(before), total, before[0].start)


def all_of_those(phrase: Phrase) -> Iterator[NumberRelation]:
    """肺结核7例、布病4例，11名患者全部纳入管理: what is said of all that was listed just before."""
    for total in phrase.plain:
        if total.label or total.qualifier or not _ALL_OF_THEM.match(total.tail):
            continue
        before = [a for a in phrase.amounts if a.end <= total.start]
        parts = _listed_sorts(phrase, before, total)
        named = len(parts) > 1 and all(part.label for part in parts)
        if named and are_of_size(parts, total):
            hint = not fills(parts, total)
            yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start, hint=hint)


def total_of_sort(phrase: Phrase) -> Iterator[NumberRelation]:
    """金牌14枚、银牌11枚、铜牌19枚，奖牌总数44枚: parts whose names end as that of their total does."""
    for total in phrase.plain:
        said = _TOTAL_NUMBER.fullmatch(total.label)
        before = [a for a in phrase.amounts if a.end <= total.start]
        parts = _listed_sorts(phrase, before, total) if said else []
        sorts = (said["sort"][0], said["sort"][-1]) if said else ()
        alike = any(all(part.label.endswith(sort) for part in parts) for sort in sorts)
        # 猪肉、牛肉、羊肉，肉类总产量: not all sorts need be named.
        some = bool(said and said["of_all"]) and leaves_some(parts, total)
        added = any(ADDED.match(part.label) for part in parts)
        if len(parts) > 1 and alike and not some and not added:
            yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start)


def _listed_sorts(phrase: Phrase, before: Sequence[Amount], total: Amount) -> list[Amount]:
    """The numbers just before a total that 、 joins, of its unit."""
    run: list[Amount] = []
    for amount in reversed(before):
        behind = run[0] if run else None
        mark = phrase.between(amount.end, behind.start)[:1] if behind else "、"
        joined = mark == "、" or (behind is not None and bool(ADDS_TO.match(behind.label)))
        if not joined or amount.base != total.base or amount.role is not Role.PLAIN:
            break
        run.insert(0, amount)
    return run if run and total.clause - run[-1].clause == 1 else []


def leading_parts(phrase: Phrase) -> Iterator[NumberRelation]:
    """The first so many of a list and their sum; where they are not its largest too, only one that
    fits."""
    for total in phrase.plain:
        said = _LEADING.fullmatch(total.label)
        listed = _list_before(phrase, total) if said else []
        count = chinese_value(said["count"].replace("两", "二")) if said else 0
        if len(listed) < max(count, _FEWEST):
            continue
        first, largest = listed[:count], _largest(listed, count)
        parts = next((row for row in (first, largest) if fills(row, total)), None)
        if parts or first == largest:
            terms = tuple(parts or first)
            yield parts_relation(Arithmetic.SUM, terms, total, terms[0].start)


def _list_before(phrase: Phrase, total: Amount) -> list[Amount]:
    """The first numbers of the unit that 、 joins before a total."""
    run: list[Amount] = []
    for amount in of_unit(phrase.plain, total.base, total.start):
        joined = bool(run) and phrase.between(run[-1].end, amount.start).startswith("、")
        if len(run) > 1 and not joined:
            break
        run = [*run, amount] if joined else [amount]
    return run


def _largest(listed: Sequence[Amount], count: int) -> list[Amount]:
    """So many of the largest numbers, in their order."""
    kept = sorted(listed, key=lambda amount: -amount.value)[:count]
    return [amount for amount in listed if amount in kept]
