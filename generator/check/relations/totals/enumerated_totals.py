"""Totals whose words name their parts one by one (一、二级重度残疾人共3389人), or what all parts are
called (全托管3.84万亩、半托管11.36万亩，托管面积达到15.2万亩), and the marks of a row together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import are_of_size, leaves_some
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import ADDS_TO, of_unit, parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TOGETHER = regex(r"(?:合计|共计|总计|相加|加起来|累计|总共|一共|共)[^，。；、\d]{0,4}$")
_AND = regex("、|和|与|及|以及")
_LEAD = regex("^(?:其中|另外|包括|按[^，。；]{1,8}分)?[，,：:]?")
_MARKS = regex(
    r"(?:综合|合计|总计?|总体|最终|累计)(?:得分|评分|分)?[为共计是]*|(?:总得|总评)分[为是]?"
)
_IN_ORDER = regex("分别|依次|各")
_OF_ALL = regex(
    "(?:总?面积|总?[数量额]|总?规模|总?产[量值]|总?人数|总?里程)?(?:已?达到?|为|共|合计|共计)+"
)
_DOUBLED = regex("其中|含|净|新增|占|剩|余|未")
_OF_ANY = regex("(?:全?[省市县区镇乡村]|各[类种级]|共有?|农业|农民|农村|土地|[两三二]类|合计|总)*")
"""土地托管面积 is of all that is 托管; 专任教师 is of some of the teachers."""
_FEWEST, _SUFFIX, _LONGEST = 3, 2, 4


def enumerated_totals(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every total of a phrase that is said of parts called in its own words."""
    for total in phrase.plain:
        before = of_unit(phrase.plain, total.base, total.start)
        parts = _called_one_by_one(phrase, before, total) or _marks_in_order(phrase, total)
        named = () if parts else _of_one_name(phrase, before, total)
        for row in (parts, named):
            if len(row) > 1 and are_of_size(row, total):
                # Not all that bear a name need be listed: 国家级示范社3家、省级示范社12家，示范社共21家.
                if row is named and leaves_some(row, total):
                    continue
                yield parts_relation(Arithmetic.SUM, row, total, row[0].start)


def _called_one_by_one(phrase: Phrase, before: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """一级1024人、二级2365人、…；一、二级重度残疾人共3389人: the numbers that are called so; () where one
    of the names calls none or several."""
    words = re.split("[，；。：]", phrase.between(phrase.start, total.start))[-1]
    if not _TOGETHER.search(words) or re.search(r"\d", words):
        return ()
    *firsts, last = _AND.split(_TOGETHER.sub("", words))
    called = [_called(before, name, last[len(name) : len(name) + 1]) for name in firsts]
    called.append([a for a in before if len(_name(a)) > 1 and last.startswith(_name(a))])
    one_each = len(called) > 1 and all(len(row) == 1 for row in called)
    parts = [row[0] for row in called] if one_each else []
    return parts if len({part.start for part in parts}) == len(parts) else ()


def _called(before: Sequence[Amount], name: str, end: str) -> list[Amount]:
    """The numbers whose names begin with a name, or with it and what all names end in: 一级 by 一 of
    一、二级."""
    for begun in (f"{name}{end}" if name else "", name):
        found = [a for a in before if len(begun) > 1 and _name(a).startswith(begun)]
        if found:
            return found
    return []


def _name(amount: Amount) -> str:
    return _LEAD.sub("", amount.label)


def _of_one_name(phrase: Phrase, before: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """全托管A、半托管B，土地托管面积达到C: parts that 、 joins just before a total with their common name,
    which nothing but what is measured follows."""
    run = _joined(phrase, before, total)
    if len(run) <= 1 or any(_DOUBLED.search(part.label) for part in run):
        return ()
    for size in range(_LONGEST, _SUFFIX - 1, -1):
        name = run[0].label[-size:]
        common = len(name) == size and all(a.label.endswith(name) for a in run)
        kinds = {a.label.removesuffix(name) for a in run}
        said = total.label.partition(name) if common else ("", "", "")
        if said[1] and len(kinds) == len(run) and "" not in kinds and _OF_ALL.fullmatch(said[2]):
            return run if _OF_ANY.fullmatch(said[0]) else ()
    return ()


def _joined(phrase: Phrase, before: Sequence[Amount], total: Amount) -> list[Amount]:
    """The numbers just before a total, one a clause, that 、 or 和 joins."""
    run: list[Amount] = []
    for amount in reversed(before):
        gap = phrase.between(amount.end, run[0].start) if run else ""
        if run and not (_AND.match(gap) or ADDS_TO.match(run[0].label)):
            break
        run.insert(0, amount)
    beside = bool(run) and total.clause - run[-1].clause == 1 and total.group == run[-1].group
    return run if beside else []


def _marks_in_order(phrase: Phrase, total: Amount) -> Sequence[Amount]:
    """四项依次得20分、23.5分、34分和18.6分，综合得分96.1分: three bare numbers or more of one row."""
    if not (total.base == "分" or total.tail.startswith("分")) or not _MARKS.fullmatch(total.label):
        return ()
    row: list[Amount] = []
    for amount in reversed([a for a in phrase.amounts if a.end <= total.start]):
        if amount.role is not Role.PLAIN or amount.base != total.base:
            return ()
        row.insert(0, amount)
        if amount.label.strip("分和及与、"):
            break
    led = bool(row) and _IN_ORDER.search(row[0].label)
    beside = bool(row) and row[-1].clause < total.clause <= row[-1].clause + 1
    return row if led and beside and len(row) >= _FEWEST else ()
