"""Numbers of listed things: N个 equals what is listed, and an open list says 等."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import chinese_counts, masked, split
from generator.check.rules.counts_behind import named_behind
from generator.check.rules.counts_in_tables import more_in_table
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.severity import Severity

_CLASSIFIERS = ("个", "家", "类", "条", "项", "大", "件", "种", "村", "镇", "所")
_VERB = regex(
    r"[共了已到在有为达由把被将并及从至]"
    r"|实施|建设|选派|安排|举办|组织|引进|签订|完成|带动|新增|分别|覆盖|开展|召开|培训|创建|打造"
    r"|参加|邀请|前往|涉及|制定|出台|争取|落实|援建|投入|(?<!政府)采购|销售|安置|开发|购置"
    r"|印发|下发|联合|发布|报送|承办|提出|查出|发现|移送|救助|资助|配备|开设|设立|建成|成立|评选|表彰|认定|新建|改造|发放"
    r"|[下内分]设|包括|包含|涵盖|实现|获得|[均皆]|获评|帮助|协调|选聘|聘请|统计|关于|打[好赢]|[做抓]好|的$"
)
_JOINED = regex(r".[和与及].")
_NOT_A_LIST = regex(r"\d|[二三四五六七八九十][项条个大]|[和与及]$")
_THING = regex(r"[\u4e00-\u9fff“]")
_NO_THINGS = "多余月"
_CLASS = regex("(?:劣|[优劣好差高低]于|第)$")
"""劣四类: what is so led is the name of a class, not a number of classes."""
_LISTS = regex("[下内分]设|分[为成]|划分为")
"""What follows such a word is a list, whatever is listed before it."""
_ENCLOSED = regex("[（(“《][^（(“《）)”》]*[）)”》]")
_SCOPE = regex("(?:^|[和与及])[全本我各](?:国|省|市|州|县|区|旗|镇|乡|村|系统|行业|社会)$")
"""先进地区、全区4个县域: the last is where so many are, none of what is counted."""
_LEVELS_ALONE = regex("(?:中央|国家|[省市州县区旗镇乡村])[委级里]?$")
"""省、市十件民生实事: who asks for them, none of what is counted."""
_IN_NAME = regex("大[桥道街厦坝棚]")
"""南三大桥 is a name."""
_GOES_ON = regex(r"[^，。；：、\d（）“”]{0,8}等")
_LEVEL = "[省市州县区旗乡镇村]"
_BEHIND = regex(r"[^，。；、：（）,;\d]{0,6}")
_LARGEST, _LONGEST_ITEM = 40, 16
_REACH = 400


class _Count(Struct, frozen=True):
    """A number of things with its classifier where it stands; ``noun`` is the character behind,
    ``things`` the classifier and the words behind."""

    value: int
    start: int
    end: int
    noun: str
    things: str
    in_digits: bool = True


class _List(Struct, frozen=True):
    """The items before a number; ``open`` where 等 ends them, ``joined`` where the last is A和B."""

    start: int
    items: Sequence[str]
    open: bool

    @property
    def joined(self) -> bool:
        """Whether the last item may be two."""
        return bool(_JOINED.search(self.items[-1]))

    def has(self, count: int) -> bool:
        """Whether so many things are listed, or more by an open list; also from an item on that
        a verb begins: 县委、县政府设立甲、乙两个组."""
        size = len(self.items)
        from_verbs = (size - at for at, item in enumerate(self.items) if at and _has_verb(item))
        return any(
            count == one or (self.joined and count == one + 1) or (self.open and count > one)
            for one in (size, *from_verbs)
        )


def listed(subject: Subject) -> Iterator[Finding]:
    """A、B、C3个 lists three things, and a list that is shorter than its number ends in 等.

    查：用顿号列举的项（末项前可用“和”）与紧接着的个数（个、家、类、条、项等）不相等；有“等”而项数已超过个数。
        个数后面用冒号、“即”“分别是”“包括”或括号列出的名称（3项机制：…；2个（…））同样查；全县有几个乡镇、村，表里列的
        更多的也查。
    不查：列的是镇、数的是村等不同层级的；列的都是级别的（省、市十件实事）；数在名称里的（南三大桥、“六大人才高峰”）；
        后面还有“等”的（甲桥改造、民生十条路等工程）；末项是“全县”一类范围的；“劣四类”一类等级的名称；
        末项含动词的（县委、县政府实施5个项目）；从含动词的一项数起正好的；各项含数的（六项禁令、省委25条规定）；
        个数超过40的；有“等”且个数不少于项数的。
    例：资金安排在产业开发、劳务协作、健康医疗4个方向。 -> 列出了3项，数写的是4个，没有列全时要加“等”。
    依据：GB/T 15834—2011 附录B（资料性）；列举与个数相等（逻辑）。
    """
    for passage in prose(subject.passages):
        text = masked(passage.text)
        for count in filter(_may_be_listed, _counts(passage)):
            things = _list_before(text[: count.start])
            is_item = _GOES_ON.match(passage.text, count.end) and not count.in_digits
            is_item = is_item or passage.text[max(0, count.start - 1) : count.start] in ("“", "《")
            fits = things and (things.has(count.value) or _are_others(things, count) or is_item)
            if things and not fits:
                yield _finding(passage, things, count)
        yield from named_behind(passage)
    yield from more_in_table(subject.passages)


def _counts(passage: Passage) -> Iterator[_Count]:
    text = passage.text
    for item in passage.quantities:
        whole = item.exact and not item.places and item.text[0].isdigit()
        if item.unit in _CLASSIFIERS and whole:
            yield _count(text, int(item.value), item.unit, item.start, item.end)
    for value, unit, start, end in chinese_counts(text):
        if (
            unit in _CLASSIFIERS
            and value > 1
            and not _CLASS.search(text[max(0, start - 2) : start])
        ):
            yield replace(_count(text, value, unit, start, end), in_digits=False)


def _count(text: str, value: int, unit: str, start: int, end: int) -> _Count:
    behind = _BEHIND.match(text, end)
    things = unit + (behind[0] if behind else "")
    return _Count(value, start, end, text[end : end + 1], things)


def _may_be_listed(count: _Count) -> bool:
    """Whether it counts things that may stand before it."""
    named = _THING.match(count.noun) and count.noun not in _NO_THINGS
    return bool(named) and count.value <= _LARGEST and not _IN_NAME.match(count.things)


def _are_others(things: _List, count: _Count) -> bool:
    """Whether places of one level are listed and those of another are counted: 甲镇、乙镇5个村."""
    ends = {item[-1:] for item in things.items}
    listed, counted = "".join(ends), re.findall(_LEVEL, count.things)
    return len(ends) == 1 and bool(re.match(_LEVEL, listed) and counted) and listed not in counted


def _list_before(head: str) -> _List | None:
    """The list at the end of a text; None where there is none that can be counted."""
    start = _clause_start(head)
    clause = head[start:].rstrip("“")
    names = clause.removesuffix("等")
    items = [item for item, _ in split(names, "、")]
    if "等" in names or len(items) < 2 or _NOT_A_LIST.search(clause):
        return None
    return _List(start, items, clause.endswith("等")) if _are_things(items) else None


def _clause_start(head: str) -> int:
    """Where the last clause begins, brackets and quotation marks passed over, or its list behind
    下设 and the like."""
    start = max(0, len(head) - _REACH)
    clause, start = split(head[start:], "，,。；;：:！？", start)[-1]
    outside = _ENCLOSED.sub(lambda words: "\u3000" * len(words[0]), clause)
    lists = [word.end() for word in _LISTS.finditer(outside)]
    return start + (lists[-1] if lists else 0)


def _are_things(items: Sequence[str]) -> bool:
    """Whether the last item names a thing, and none where the others are; levels are none."""
    if _LEVELS_ALONE.search(items[0]) and all(map(_LEVELS_ALONE.match, items[1:])):
        return False
    in_scope = _SCOPE.search(items[-1]) and not all(map(_SCOPE.search, items[:-1]))
    return _is_thing(items[-1]) and not in_scope


def _is_thing(item: str) -> bool:
    """Whether the last item names a thing: it is short, and no verb stands outside 《》 and “”."""
    bare = re.sub(r"[（(][^（()）]*[)）]", "", item)
    return 0 < len(bare) <= _LONGEST_ITEM and not _has_verb(item)


def _has_verb(item: str) -> bool:
    """Whether a verb stands in an item, outside brackets, 《》 and “”."""
    return bool(_VERB.search(_ENCLOSED.sub("", item)))


def _finding(passage: Passage, things: _List, count: _Count) -> Finding:
    size, shown = len(things.items), passage.text[count.start : count.end]
    side = passage.side(things.start, min(count.end + 8, len(passage.text)))
    if things.open:
        message, expected = f"列出了{size}项，却说“等{shown}”。", f"不少于{size}"
    else:
        remedy = "，没有列全时要加“等”" if count.value > size else ""
        message, expected = f"列出了{size}项，数写的是{shown}{remedy}。", str(size)
    return Finding(Severity.WARNING, message, (side,), expected, shown)
