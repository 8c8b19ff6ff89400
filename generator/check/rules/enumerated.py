"""N个问题：一是…二是…三是…, or （1）…（2）…: as many items follow as the number says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import chinese_value
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_DIGITS = "一二三四五六七八九十"
_ITEM = regex(
    rf"(?:^|(?<=[，。；：:、,;！？”）]))(?P<nth>[{_DIGITS}])[是要](?!否|求|素|点|件|务|闻|职)"
)
_BRACKETED = regex(r"[（(](?P<nth>\d{1,2})[)）](?=[\u4e00-\u9fff《“])")
_COUNT = regex(
    rf"(?P<number>\d{{1,2}}|[两{_DIGITS}])(?P<unit>[个项条点类]|大(?!批)|方面)(?:方面|问题|措施|原因|特点|不足|困难|"
    r"工作|举措|短板|环节|重点|经验|做法|任务)?[^，。；：:,;\d]{0,10}[：:，。,]?$"
)
_OF_OTHERS = regex(
    "(?:[乡镇村县区市省州旗]|街道|社区|部门|单位|企业|公司|学校|医院|合作社|小组|工作组|专班|委员会|支部|项目|园区|基地|标段"
    "|科室|机构|家庭|干部|地区|年度?|季度|层级|站|所|点)+(?=[^：:，。,])"
)
"""What is counted and then goes on to have or do several things: 4个乡镇反映问题：一是…"""
_LEAST, _MOST = 2, 10
_LONGEST_COUNT = 20


def enumerated(subject: Subject) -> Iterator[Finding]:
    """A number of things is followed by as many items 一是, 二是, 三是.

    查：“N个方面（问题、措施）：一是…二是…”“N点建议：一要…二要…”“N个方面：（1）…（2）…”里后面的条数与N不同。
    不查：中间缺了条目的（另有“编号”）；条目接到下一段的；前面没有写个数的、写了十个以上的；只写了一条的；
        数的是别的东西的（4个乡镇分别反映：一是…）。
    例：存在4个问题：一是编制不细；二是超范围支出；三是账实不符。 -> 前面说4个，后面列到“三是”，共3条。
    依据：列举与个数相等（逻辑）。
    """
    passages = [passage for passage in subject.passages if passage.prose]
    for index, passage in enumerate(passages):
        following = passages[index + 1].text if index + 1 < len(passages) else ""
        for item_mark in (_ITEM, _BRACKETED):
            for items in _closed_lists(passage.text, following, item_mark):
                yield from _judge(passage, items)


def _closed_lists(
    text: str, following: str, item_mark: re.Pattern[str]
) -> list[list[re.Match[str]]]:
    """The lists of a paragraph, but for the last one where the next paragraph goes on with it."""
    lists = list(_lists(text, item_mark))
    item = item_mark.match(following)
    return lists[:-1] if item and item["nth"] not in ("一", "1") else lists


def _lists(text: str, item_mark: re.Pattern[str]) -> Iterator[list[re.Match[str]]]:
    """The runs of items of a paragraph, each from the first on."""
    run: list[re.Match[str]] = []
    for item in item_mark.finditer(text):
        is_first = item["nth"] in ("一", "1")
        if is_first and run:
            yield run
            run = []
        if run or is_first:
            run.append(item)
    if len(run) >= _LEAST:
        yield run


def _judge(passage: Passage, items: Sequence[re.Match[str]]) -> Iterator[Finding]:
    numbers = [_value(item["nth"]) for item in items]
    if numbers != list(range(1, len(numbers) + 1)):
        return
    side = passage.side(max(0, items[0].start() - 20), items[-1].end() + 8)
    start = items[0].start()
    count = _COUNT.search(passage.text, max(0, start - _LONGEST_COUNT), start)
    said_count = _value(count["number"]) if count else 0
    is_of_others = count and _OF_OTHERS.match(passage.text, count.end("unit"), start)
    if not count or is_of_others or len(items) < _LEAST or not _LEAST <= said_count <= _MOST:
        return
    if said_count != len(items):
        last = f"“{items[-1][0]}”"
        said = count["number"] + count["unit"]
        message = f"前面说{said}，后面列到{last}，共{len(items)}条。"
        yield Finding(Severity.WARNING, message, (side,), str(len(items)), said)


def _value(number: str) -> int:
    return int(number) if number.isdigit() else chinese_value(number)
