"""Numbers of listed things: N个 equals what is listed, and an open list says 等."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import chinese_counts, masked, split
from generator.check.rules.counts_behind import named_behind
from generator.check.subject import Subject
from generator.model.severity import Severity

_CLASSIFIERS = ("个", "家", "类", "条", "项", "大", "件", "种", "村", "镇", "所")
_VERB = re.compile(
    r"[共了已到在有为达由把被将并及从至]"
    r"|实施|建设|选派|安排|举办|组织|引进|签订|完成|带动|新增|分别|覆盖|开展|召开|培训|创建|打造"
    r"|参加|邀请|前往|涉及|制定|出台|争取|落实|援建|投入|(?<!政府)采购|销售|安置|开发|购置"
    r"|印发|下发|联合|发布|报送|承办|提出|查出|发现|移送|救助|资助|配备|开设|设立|建成|成立|评选|表彰|认定|新建|改造|发放"
    r"|实现|获得|[均皆]|获评|帮助|协调|选聘|聘请|统计|关于|打[好赢]|[做抓]好|的$"
)
_JOINED = re.compile(r".[和与及].")
_NOT_A_LIST = re.compile(r"\d|[二三四五六七八九十][项条个大]|[和与及]$")
_THING = re.compile(r"[\u4e00-\u9fff“]")
_NO_THINGS = "多余月"
_LARGEST, _LONGEST_ITEM = 40, 16
_REACH = 400


@dataclass(frozen=True)
class _Count:
    """A number of things with its classifier where it stands; ``noun`` is the character behind."""

    value: int
    start: int
    end: int
    noun: str


@dataclass(frozen=True)
class _List:
    """The items before a number; ``open`` where 等 ends them, ``joined`` where the last is A和B."""

    start: int
    items: Sequence[str]
    open: bool

    @property
    def joined(self) -> bool:
        """Whether the last item may be two."""
        return bool(_JOINED.search(self.items[-1]))

    def has(self, count: int) -> bool:
        """Whether so many things are listed, or more by an open list."""
        size = len(self.items)
        return count == size or (self.joined and count == size + 1) or (self.open and count > size)


def listed(subject: Subject) -> Iterator[Finding]:
    """A、B、C3个 lists three things, and a list that is shorter than its number ends in 等.

    查：用顿号列举的项（末项前可用“和”）与紧接着的个数（个、家、类、条、项等）不相等；有“等”而项数已超过个数。
        个数后面用冒号、“即”“包括”或括号列出的名称（3项机制：…；2个（…））同样查。
    不查：末项含动词的（县委、县政府实施5个项目）；各项含数的（六项禁令、省委25条规定）；个数超过40的；
        有“等”且个数不少于项数的。
    例：资金安排在产业开发、劳务协作、健康医疗4个方向。 -> 列出了3项，数写的是4个，没有列全时要加“等”。
    依据：GB/T 15834—2011 附录B（资料性）；列举与个数相等（逻辑）。
    """
    for passage in prose(subject.passages):
        text = masked(passage.text)
        for count in filter(_may_be_listed, _counts(passage)):
            things = _list_before(text[: count.start])
            if things and not things.has(count.value):
                yield _finding(passage, things, count)
        yield from named_behind(passage)


def _counts(passage: Passage) -> Iterator[_Count]:
    text = passage.text
    for item in passage.quantities:
        whole = item.exact and not item.places and item.text[0].isdigit()
        if item.unit in _CLASSIFIERS and whole:
            yield _Count(int(item.value), item.start, item.end, text[item.end : item.end + 1])
    for value, unit, start, end in chinese_counts(text):
        if unit in _CLASSIFIERS and value > 1:
            yield _Count(value, start, end, text[end : end + 1])


def _may_be_listed(count: _Count) -> bool:
    """Whether it counts things that may stand before it."""
    named = _THING.match(count.noun) and count.noun not in _NO_THINGS
    return bool(named) and count.value <= _LARGEST


def _list_before(head: str) -> _List | None:
    """The list at the end of a text; None where there is none that can be counted."""
    start = _clause_start(head)
    clause = head[start:].rstrip("“")
    names = clause.removesuffix("等")
    items = [item for item, _ in split(names, "、")]
    if "等" in names or len(items) < 2 or _NOT_A_LIST.search(clause):
        return None
    return _List(start, items, clause.endswith("等")) if _is_thing(items[-1]) else None


def _clause_start(head: str) -> int:
    """Where the last clause begins, brackets and quotation marks passed over."""
    start = max(0, len(head) - _REACH)
    return split(head[start:], "，,。；;：:！？", start)[-1][1]


def _is_thing(item: str) -> bool:
    """Whether the last item names a thing: it is short, and no verb stands outside 《》 and “”."""
    bare = re.sub(r"[（(][^（()）]*[)）]", "", item)
    unquoted = re.sub(r"[“《][^”》]*[”》]", "", bare)
    return 0 < len(bare) <= _LONGEST_ITEM and not _VERB.search(unquoted)


def _finding(passage: Passage, things: _List, count: _Count) -> Finding:
    size, shown = len(things.items), passage.text[count.start : count.end]
    side = passage.side(things.start, min(count.end + 8, len(passage.text)))
    if things.open:
        message, expected = f"列出了{size}项，却说“等{shown}”。", f"不少于{size}"
    else:
        remedy = "，没有列全时要加“等”" if count.value > size else ""
        message, expected = f"列出了{size}项，数写的是{shown}{remedy}。", str(size)
    return Finding(Severity.WARNING, message, (side,), expected, shown)
