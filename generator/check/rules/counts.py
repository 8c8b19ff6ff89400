"""Numbers of listed things: N个 equals what is listed, and an open list says 等."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.reader import chinese_counts, masked, quantities, split
from generator.check.subject import Subject

_CLASSIFIERS = ("个", "家", "类", "条", "项", "大", "件", "种", "村", "镇", "所")
_VERB = re.compile(
    r"[共了已到在有为达由把被将并及从至]|实施|建设|选派|安排|举办|组织|引进|签订|完成|带动|新增|分别|覆盖|开展|召开|培训|创建|打造"
    r"|参加|邀请|前往|涉及|制定|出台|争取|落实|援建|投入|采购|销售|安置|开发|购置|新建|改造|发放|帮助|协调|选聘|聘请|统计"
)
_MOST = 40
_REACH = 400


def listed(subject: Subject) -> Iterator[Finding]:
    """A、B、C3个 lists three things; a list that is shorter than its number needs 等, and 等 never goes with a longer one.

    Reads lists with 、 (and 和 before the last) directly before a number and one of the classifiers 个 家 类 条 项 …
    Silent where the last item holds a verb (县委、县政府实施5个项目), where items hold numbers, where the number exceeds
    40, and with 等 where the number is at least that of the items. Source: GB/T 15834, 附录 B.
    """
    for passage in prose(subject.passages):
        text = masked(passage.text)
        for value, start, end, noun in _numbers(text):
            yield from _judge(passage, text, value, start, end, noun)


def _numbers(text: str) -> Iterator[tuple[int, int, int, str]]:
    for item in quantities(text):
        if item.unit in _CLASSIFIERS and item.exact and not item.places and item.text[0].isdigit():
            yield int(item.value), item.start, item.end, text[item.end : item.end + 1]
    for value, unit, start, end in chinese_counts(text):
        if unit in _CLASSIFIERS and value > 1:
            yield value, start, end, text[end : end + 1]


def _judge(
    passage: Passage, text: str, value: int, start: int, end: int, noun: str
) -> Iterator[Finding]:
    head = text[:start]
    clause_from = _clause(head)
    clause = head[clause_from:].rstrip("“")
    open_list = clause.endswith("等")
    if "等" in clause.removesuffix("等"):
        return
    pieces = [piece for piece, _ in split(clause.removesuffix("等"), "、")]
    if (
        len(pieces) < 2
        or value > _MOST
        or re.search(r"\d|[和与及]$", clause)
        or not re.match(r"[\u4e00-\u9fff“]", noun or "")
    ):
        return
    last = re.sub(r"[（(][^（）()]*[)）]", "", pieces[-1])
    if (
        not last
        or _VERB.search(re.sub(r"[“《][^”》]*[”》]", "", last))
        or len(last) > 16
        or noun in "多余月"
    ):
        return
    items = len(pieces)
    joined = any(re.search(r".[和与及].", piece) for piece in pieces[-1:])
    fits = {items, items + 1} if joined else {items}
    if value in fits or (open_list and value > items):
        return
    side = passage.side(clause_from, min(end + 8, len(text)))
    shown = passage.text[start:end]
    if open_list:
        yield Finding(
            Severity.WARNING,
            f"列出了{items}项，却说“等{shown}”。",
            (side,),
            f"不少于{items}",
            shown,
        )
    else:
        todo = "，没有列全时要加“等”" if value > items else ""
        yield Finding(
            Severity.WARNING,
            f"列出了{items}项，数写的是{shown}{todo}。",
            (side,),
            str(items),
            shown,
        )


def _clause(head: str) -> int:
    """Where the clause begins, brackets and quotation marks passed over."""
    start = max(0, len(head) - _REACH)
    return split(head[start:], "，,。；;：:！？", start)[-1][1]
