"""Totals that say of what they are: 两项共计 so many, 奖牌总数 of 金牌, 银牌 and 铜牌."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.reader import chinese_value
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.parts import of_unit, parts_relation
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_SO_MANY = re.compile(
    r"(?:以上|上述|这)?(?P<count>[两二三四五六七八九])"
    r"(?:项|类|部分|笔|者|方面|块|家|地|区|县|镇|乡|村|期|批|次|段|级|档|税|险|个[^，。；、\d]{1,4}?)"
    r"(?:资金|投入|经费|收入|支出|单位|企业|部门)?"
    r"(?:合计|共计|总计|相加|合起来|加起来|总共|累计|一共|共)[^，。；\d]{0,6}"
    r"|(?P<few>[两三四五])(?:项|者|笔)(?![目相之]|差|都|均|分别|比)[^，。；、\d]{0,3}"
)
_TOTAL_NUMBER = re.compile(
    r"(?P<sort>[^，。；、\d]{1,8}?)(?:总[数量计额]|合计|共计)(?:为|达到?|是)?"
)
_LISTED = re.compile("、|和|及|以及|与")
_BESIDE = 3


def counted_together(phrase: Phrase) -> Iterator[NumberRelation]:
    """财政资金5200万元，社会资金418万元，两项共计5618万元: as many numbers as are said, and no
    other of their unit, or those that 、 joins just before."""
    for total in phrase.plain:
        said = _SO_MANY.fullmatch(total.label)
        if said is None:
            continue
        count = chinese_value((said["count"] or said["few"]).replace("两", "二"))
        before = of_unit(phrase.plain, total.base, total.start)
        parts = before if len(before) == count else _joined_list(phrase, before)
        beside = bool(parts) and total.clause - parts[-1].clause <= _BESIDE
        if len(parts) == count > 1 and beside:
            yield parts_relation(Arithmetic.SUM, tuple(parts), total, parts[0].start)


def _joined_list(phrase: Phrase, before: Sequence[Amount]) -> list[Amount]:
    """The last numbers of a row that 、 or 和 joins with no name of their own: 分别为3件、4件."""
    run: list[Amount] = []
    for amount in reversed(before):
        if run and not _LISTED.fullmatch(phrase.between(amount.end, run[0].start)):
            break
        run.insert(0, amount)
    return run


def total_of_sort(phrase: Phrase) -> Iterator[NumberRelation]:
    """金牌14枚、银牌11枚、铜牌19枚，奖牌总数44枚: parts whose names end as that of their total does."""
    for total in phrase.plain:
        said = _TOTAL_NUMBER.fullmatch(total.label)
        before = [a for a in phrase.amounts if a.end <= total.start]
        parts = _listed_sorts(phrase, before, total) if said else []
        sorts = (said["sort"][0], said["sort"][-1]) if said else ()
        alike = any(all(part.label.endswith(sort) for part in parts) for sort in sorts)
        if len(parts) > 1 and alike:
            yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start)


def _listed_sorts(phrase: Phrase, before: Sequence[Amount], total: Amount) -> list[Amount]:
    """The numbers just before a total that 、 joins, of its unit."""
    run: list[Amount] = []
    for amount in reversed(before):
        behind = run[0] if run else None
        joined = behind is None or phrase.between(amount.end, behind.start).startswith("、")
        if not joined or amount.base != total.base or amount.role is not Role.PLAIN:
            break
        run.insert(0, amount)
    return run if run and total.clause - run[-1].clause == 1 else []
