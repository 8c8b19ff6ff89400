"""Which places a package speaks of: its own, and those that it names rightly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from generator.check.passages import Passage
from generator.check.spans import Spans
from generator.model.dataset import Dataset, Records
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.standard.divisions import (
    Division,
    divisions,
    divisions_below,
    is_below,
    mentions,
    stem,
)

_GIVEN = ("name", "city", "province")
_LETTERHEAD = ("masthead", "title", "addressee", "signature", "imprint")
"""Where only the places of the package itself may stand."""
_TITLE = regex(r"《[^《》]*》")
_OTHERS = regex(r"捐赠方|企业|对方|地点|规划单位|地区|去向|来源地|产地|主办|反馈方|合作单位")
"""Columns that name others than the place itself."""
_NEAR = 24
"""What is done with a place stands within so many letters before it."""
_VISITS, _REGION, _CITY = ("互访",), "地区", "市"
_REST_OF_NAME = regex(
    r"[^，、；：。！？\s的在与和及或等共各名家个为由到赴对从向将把让被使引签投培援输选派组织]{0,14}?"
    r"(?:公司|合作社|集团|厂|商会|协会|学会|联合会|基金会|慈善会|医院|医学院|卫生院|保健院|中学|小学|幼儿园|"
    r"学校|学院|大学|职专|[一二三四五六七八九十]中|研究院|研究所|科学院|农科院|设计院|银行|分行|电视台|"
    r"日报社|红十字会|工商联|总工会|残联|妇联|博物馆|产业园|开发区|高新区|批发市场)"
)
"""The rest of the name of a company or an institution that begins with a place."""
_BEFORE_EVENT = regex(r"(?:赴|前往|走进|来自|学习|借鉴|邀请|接待)[^，。；]{0,6}$")
_AFTER_EVENT = regex(
    r"[^，。；]{0,12}?(?:考察|学习|观摩|参观|交流|调研|培训|研学|回访|对接|洽谈|招商|推介|展销|挂职|"
    r"跟岗|进修|代表团|召开|举办|举行|经验|做法|模式)"
)
"""What is done in another place: it may be named where a record tells it too."""
_MARKET = regex(r"(?:销往|远销|销售到|输转到|转移到|打入|直达|来自|毕业于|出生于)[^，。；]{0,16}$")
_ORIGIN = regex(
    r"人(?![民大员数口均才社])|籍|等地|[^，。；]{0,10}?(?:务工|市场|展销|推介|门店|专柜|专馆|直营店)"
)
"""Where goods and people of a city go or come from."""


Shapes = Mapping[tuple[int, int], frozenset[str]]
"""Phrases that hold one name, by the letters before it and the length of the phrase."""


class Belonging(Struct, frozen=True):
    """``own`` are the names of the places of a package: place and partner, those above and below
    them. ``phrases`` are words of its names and records that name others rightly, by the places
    that they hold; ``everywhere`` are the places that may stand in every sentence."""

    own: frozenset[str]
    phrases: Mapping[str, Shapes]
    everywhere: frozenset[str]

    def owns(self, name: str) -> bool:
        """Whether a name is that of one of its places, in full or as report.yaml has it (甘南)."""
        return name in self.own or stem(name) in self.own

    def own_spans(self, text: str) -> Spans:
        """Where a text names its own places."""
        named = [name for name in self.own if name in text]
        return Spans.of(
            match.span() for name in named for match in re.finditer(re.escape(name), text)
        )

    def is_right(self, passage: Passage, start: int, end: int) -> bool:
        """Whether a place other than its own is named rightly there."""
        text = passage.text
        is_titled = _titles(text).hold(start, end)
        if is_titled or passage.role in _LETTERHEAD:
            return is_titled
        if text[start:end] in self.everywhere or _REST_OF_NAME.match(text, end):
            return True
        return self._in_phrase(text, start, end) or self._is_visited(text, start, end)

    def _is_visited(self, text: str, start: int, end: int) -> bool:
        """Whether it is where the package's events take place, or its goods and people go."""
        is_told = text[start:end] in self.phrases and _is_event(text, start, end)
        return is_told or _is_market(text, start, end)

    def _in_phrase(self, text: str, start: int, end: int) -> bool:
        """Whether it stands in words of the package's names and records."""
        shapes = self.phrases.get(text[start:end], {})
        return any(
            start >= before and text[start - before : start - before + length] in phrases
            for (before, length), phrases in shapes.items()
        )


@lru_cache(maxsize=1)
def _titles(text: str) -> Spans:
    """Where titles in 《》 stand in a text."""
    return Spans.of(match.span() for match in _TITLE.finditer(text))


def belonging(dataset: Dataset) -> Belonging:
    """The places of a package."""
    registered = [name.text for name in dataset.names]
    cells: list[str] = []
    regions: list[str] = []
    for records in dataset.records.values():
        cells += _cells_of_others(records)
        regions += _regions(records)
    return Belonging(
        frozenset(_own(dataset.settings)),
        _by_name(dict.fromkeys((*registered, *cells))),
        frozenset(name for text in (*registered, *regions) for name in _whole(text)),
    )


def _by_name(phrases: Iterable[str]) -> Mapping[str, Shapes]:
    """The phrases by the names of divisions that they hold."""
    by_name: dict[str, dict[tuple[int, int], set[str]]] = defaultdict(lambda: defaultdict(set))
    for phrase in phrases:
        for mention in mentions(phrase):
            shapes = by_name[phrase[mention.start : mention.end]]
            shapes[mention.start, len(phrase)].add(phrase)
    return {
        name: {shape: frozenset(those) for shape, those in shapes.items()}
        for name, shapes in by_name.items()
    }


def _own(settings: Settings) -> Iterator[str]:
    """The names of place and partner, of those above and those below them."""
    for given in (settings.place, settings.partner):
        yield from _short(given)
        for part in _GIVEN:
            yield from _given(given.get(part, ""))
        for above in _above(given):
            yield from _forms(above)
        for below in _below(_itself(given)):
            yield from below.names


def _given(words: str) -> Iterator[str]:
    """The names that words of report.yaml hold, with or without those above: 云山市东湖区."""
    for name in (words, *_named(words)):
        yield from _forms(name) if name else ()


def _itself(given: Mapping[str, str]) -> str:
    """The name of a place without those above it."""
    words = given.get("name", "")
    named = _named(words)
    return named[-1] if named and words not in divisions() else words


def _above(given: Mapping[str, str]) -> Iterator[str]:
    """The places above those that a place may be: those in its city and province, where such are
    given."""
    words = "".join(given.get(part, "") for part in _GIVEN)
    tells = words != _itself(given)
    for division in divisions().get(_itself(given), ()):
        if not tells or any(form in words for name in division.above for form in _forms(name)):
            yield from division.above


def _short(given: Mapping[str, str]) -> Iterator[str]:
    """The short name of a place, unless it is the name of another one (left over in a copy)."""
    short = given.get("short", "")
    if short and (short == given.get("name") or short not in divisions()):
        yield short


def _forms(name: str) -> list[str]:
    """A name and the other names of the divisions that have it."""
    return [name, *(form for division in divisions().get(name, ()) for form in division.names)]


def _below(name: str) -> Iterator[Division]:
    """The divisions of a city or a province."""
    for form in dict.fromkeys(_forms(name)):
        yield from divisions_below().get(form, ())


def _cells_of_others(records: Records) -> Iterator[str]:
    """The texts of a record file that name others; all of them where the file tells of visits."""
    others = {
        column.name
        for column in records.spec.fields
        if records.spec.name in _VISITS or _OTHERS.search(column.name)
    }
    tells = cache(_tells_an_event)
    for record in records:
        for column, cell in record.cells.items():
            text = cell.raw.strip()
            if column in others or tells(text):
                yield text


def _regions(records: Records) -> Iterator[str]:
    for record in records:
        if _REGION in record.cells:
            yield record.cells[_REGION].raw.strip()


def _named(text: str) -> list[str]:
    """The names of divisions in a text."""
    return [text[mention.start : mention.end] for mention in mentions(text)]


def _whole(text: str) -> Iterator[str]:
    """The place that a text is, with or without those above it (内蒙古武川县)."""
    for mention in mentions(text):
        before = text[: mention.start]
        if mention.end == len(text) and (not before or is_below(before, mention.divisions)):
            yield text[mention.start :]


def _tells_an_event(text: str) -> bool:
    return any(_is_event(text, mention.start, mention.end) for mention in mentions(text))


def _is_event(text: str, start: int, end: int) -> bool:
    """Whether something that is done in other places stands beside a name."""
    before = text[max(0, start - _NEAR) : start]
    return bool(_BEFORE_EVENT.search(before) or _AFTER_EVENT.match(text, end))


def _is_market(text: str, start: int, end: int) -> bool:
    """Whether a city is where goods or people go or come from."""
    is_city = text[end - 1] == _CITY
    before = text[max(0, start - _NEAR) : start]
    return is_city and bool(_MARKET.search(before) or _ORIGIN.match(text, end))
