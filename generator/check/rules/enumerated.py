"""N个问题：一是…二是…三是…: as many items follow as the number says."""

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
_ITEM = regex(rf"(?:^|(?<=[，。；：:、,;！？”）]))(?P<nth>[{_DIGITS}])是(?!否)")
_COUNT = regex(
    rf"(?P<number>\d{{1,2}}|[两{_DIGITS}])(?P<unit>[个项条点类大])(?:方面|问题|措施|原因|特点|不足|困难|"
    r"工作|举措|短板|环节|重点|经验|做法|任务)?[^，。；：:,;\d]{0,10}[：:，。,]?$"
)
_LEAST, _MOST = 2, 10
_LONGEST_COUNT = 20


def enumerated(subject: Subject) -> Iterator[Finding]:
    """A number of things is followed by as many items 一是, 二是, 三是.

    查：“N个方面（问题、措施）：一是…二是…”里后面的条数与N不同。
    不查：中间缺了条目的（另有“编号”）；条目接到下一段的；前面没有写个数的、写了十个以上的；只写了一条的。
    例：存在4个问题：一是编制不细；二是超范围支出；三是账实不符。 -> 前面说4个，后面列到“三是”，共3条。
    依据：列举与个数相等（逻辑）。
    """
    passages = [passage for passage in subject.passages if passage.prose]
    for index, passage in enumerate(passages):
        following = passages[index + 1].text if index + 1 < len(passages) else ""
        lists = list(_lists(passage.text))
        # The last list of a paragraph may go on in the next one.
        closed = lists[:-1] if _goes_on(following) else lists
        for items in closed:
            yield from _judge(passage, items)


def _lists(text: str) -> Iterator[list[re.Match[str]]]:
    """The runs of items of a paragraph, each from 一是 on."""
    run: list[re.Match[str]] = []
    for item in _ITEM.finditer(text):
        is_first = item["nth"] == "一"
        if is_first and run:
            yield run
            run = []
        if run or is_first:
            run.append(item)
    if len(run) >= _LEAST:
        yield run


def _goes_on(following: str) -> bool:
    """Whether the next paragraph begins with an item that is not the first of its own list."""
    item = _ITEM.match(following)
    return item is not None and item["nth"] != "一"


def _judge(passage: Passage, items: Sequence[re.Match[str]]) -> Iterator[Finding]:
    numbers = [chinese_value(item["nth"]) for item in items]
    if numbers != list(range(1, len(numbers) + 1)):
        return
    side = passage.side(max(0, items[0].start() - 20), items[-1].end() + 8)
    start = items[0].start()
    count = _COUNT.search(passage.text, max(0, start - _LONGEST_COUNT), start)
    said_count = _value(count["number"]) if count else 0
    if count and len(items) >= _LEAST and said_count <= _MOST and said_count != len(items):
        last = f"“{items[-1]['nth']}是”"
        said = count["number"] + count["unit"]
        message = f"前面说{said}，后面列到{last}，共{len(items)}条。"
        yield Finding(Severity.WARNING, message, (side,), str(len(items)), said)


def _value(number: str) -> int:
    return int(number) if number.isdigit() else chinese_value(number)
