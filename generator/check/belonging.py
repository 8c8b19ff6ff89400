"""Which places a package speaks of: its own, and those that it names rightly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.check.passages import Passage
from generator.model.dataset import Dataset, Records
from generator.model.settings import Settings
from generator.standard.divisions import Division, divisions, is_below, mentions

_GIVEN = ("name", "city", "province")
_LETTERHEAD = ("masthead", "title", "addressee", "signature", "imprint")
"""Where only the places of the package itself may stand."""
_TITLE = re.compile(r"《[^《》]*》")
_OTHERS = re.compile(r"捐赠方|企业|对方|地点|规划单位|地区|去向|来源地|产地|主办|反馈方|合作单位")
"""Columns that name others than the place itself."""
_VISITS, _REGION, _CITY = ("互访",), "地区", "市"
_REST_OF_NAME = re.compile(
    r"[^，、；：。！？\s的在与和及或等共各名家个为由到赴对从向将把让被使引签投培援输选派组织]{0,14}?"
    r"(?:公司|合作社|集团|厂|商会|协会|学会|联合会|基金会|慈善会|医院|医学院|卫生院|保健院|中学|小学|幼儿园|"
    r"学校|学院|大学|职专|[一二三四五六七八九十]中|研究院|研究所|科学院|农科院|设计院|银行|电视台|日报社|红十字会)"
)
"""The rest of the name of a company or an institution that begins with a place."""
_BEFORE_EVENT = re.compile(r"(?:赴|前往|走进|来自|学习|借鉴|邀请|接待)[^，。；]{0,6}$")
_AFTER_EVENT = re.compile(
    r"[^，。；]{0,12}?(?:考察|学习|观摩|参观|交流|调研|培训|研学|回访|对接|洽谈|招商|推介|展销|挂职|"
    r"跟岗|进修|代表团|召开|举办|举行|经验|做法|模式)"
)
"""What is done in another place: it may be named where a record tells it too."""
_MARKET = re.compile(r"(?:销往|远销|销售到|输转到|转移到|打入|直达|毕业于|出生于)[^，。；]{0,16}$")
_ORIGIN = re.compile(r"人(?![民大员数口均才社])|籍|等地|务工|市场")
"""Where goods and people of a city go or come from."""


@dataclass(frozen=True)
class Belonging:
    """``own`` are the names of the places of a package: place and partner, those above and below
    them. ``phrases`` are words of its names and records that name others rightly, ``recorded`` the
    places that these hold, ``everywhere`` those of them that may stand in every sentence."""

    own: frozenset[str]
    phrases: tuple[str, ...]
    recorded: frozenset[str]
    everywhere: frozenset[str]

    def own_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text names its own places."""
        for name in self.own:
            yield from (match.span() for match in re.finditer(re.escape(name), text))

    def is_right(self, passage: Passage, start: int, end: int) -> bool:
        """Whether a place other than its own is named rightly there."""
        text = passage.text
        if passage.role in _LETTERHEAD:
            return _is_inside(_TITLE, text, start, end)
        if text[start:end] in self.everywhere or _REST_OF_NAME.match(text, end):
            return True
        if self._in_phrase(text, start, end) or _is_market(text, start, end):
            return True
        return text[start:end] in self.recorded and _is_event(text, start, end)

    def _in_phrase(self, text: str, start: int, end: int) -> bool:
        """Whether it stands in a title or in words of the package's names and records."""
        phrases = [re.escape(phrase) for phrase in self.phrases if text[start:end] in phrase]
        patterns = [_TITLE, *map(re.compile, phrases)]
        return any(_is_inside(pattern, text, start, end) for pattern in patterns)


def _is_inside(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text lies in what a pattern matches."""
    spans = (match.span() for match in pattern.finditer(text))
    return any(first <= start and end <= last for first, last in spans)


def belonging(dataset: Dataset) -> Belonging:
    """The places of a package."""
    registered = [name.text for name in dataset.names]
    cells = [cell for records in dataset.records.values() for cell in _cells_of_others(records)]
    phrases = [phrase for phrase in (*registered, *cells) if _named(phrase)]
    regions = [cell for records in dataset.records.values() for cell in _regions(records)]
    return Belonging(
        frozenset(_own(dataset.settings)),
        tuple(dict.fromkeys(phrases)),
        frozenset(name for phrase in phrases for name in _named(phrase)),
        frozenset(name for text in (*registered, *regions) for name in _whole(text)),
    )


def _own(settings: Settings) -> Iterator[str]:
    """The names of place and partner, of those above and those below them."""
    for given in (settings.place, settings.partner):
        yield from (given[part] for part in _GIVEN if given.get(part))
        yield from _short(given)
        for division in _divisions(given):
            yield from division.names
            yield from (name for above in division.above for name in _forms(above))
            yield from (name for below in _below(division) for name in below.names)
        for city in divisions().get(given.get("city", ""), ()):
            yield from city.names


def _short(given: Mapping[str, str]) -> Iterator[str]:
    """The short name of a place, unless it is the name of another one (left over in a copy)."""
    short = given.get("short", "")
    if short and (short == given.get("name") or short not in divisions()):
        yield short


def _divisions(given: Mapping[str, str]) -> list[Division]:
    """The divisions that a place may be: those in its city and province, else all of the name."""
    named = divisions().get(given.get("name", ""), ())
    given_above = [given[part] for part in ("city", "province") if given.get(part)]
    above = _all_forms(given_above)
    inside = [division for division in named if above & _all_forms(division.above)]
    return inside if above else list(named)


def _all_forms(names: Iterable[str]) -> set[str]:
    return {form for name in names for form in _forms(name)}


def _forms(name: str) -> list[str]:
    """A name and the other names of the divisions that have it."""
    return [name, *(form for division in divisions().get(name, ()) for form in division.names)]


def _below(division: Division) -> Iterator[Division]:
    for named in divisions().values():
        yield from (other for other in named if _is_above(division, other))


def _is_above(division: Division, other: Division) -> bool:
    return other.above[-1:] == (division.name,) and other.above[:-1] == division.above


def _cells_of_others(records: Records) -> Iterator[str]:
    """The texts of a record file that name others; all of them where the file tells of visits."""
    for record in records:
        for column, cell in record.cells.items():
            text = cell.raw.strip()
            is_of_others = records.spec.name in _VISITS or _OTHERS.search(column)
            if is_of_others or _tells_an_event(text):
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
    return bool(_BEFORE_EVENT.search(text[:start]) or _AFTER_EVENT.match(text, end))


def _is_market(text: str, start: int, end: int) -> bool:
    """Whether a city is where goods or people go or come from."""
    is_city = text[end - 1] == _CITY
    return is_city and bool(_MARKET.search(text[:start]) or _ORIGIN.match(text, end))
