"""Why packages cannot make one of the level above: other years or kinds, a place twice or left out;
what was asked for that is not there, and numbers that no cell holds."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from generator.model.cell import Scalar, Source
from generator.model.errors import Problem, excerpt
from generator.model.kind import FieldType
from generator.model.limits import CELL_DIGITS
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.rollup.county import County, CountyValue
from generator.package.rollup.level_faults import level_faults
from generator.package.rollup.rolling import RolledUp, RolledValue
from generator.package.rollup.summary import offer_line
from generator.standard.wording.numbers import num

_Value = TypeVar("_Value", bound=Hashable)


def county_faults(counties: Sequence[County], above: Settings | None) -> Iterator[Problem]:
    """A line for each package of another year or kind than the others, or than the package above
    where that is there, for each that is not of the level below that, and for each of a place that
    was there before; one where there is none."""
    if not counties:
        yield Problem("没有给下一级的数据包", "请把各地的数据包都写上", unreadable=True)
    elif above is not None:
        yield from _of_others(counties, above.year, above.kind, "上一级的")
        yield from level_faults(counties, above.place)
    else:
        settings = [county.dataset.settings for county in counties]
        year, kind = (
            _most([item.year for item in settings]),
            _most([item.kind for item in settings]),
        )
        yield from _of_others(counties, year, kind, "别的")
    yield from _twice(counties)


def _of_others(counties: Sequence[County], year: int, kind: str, whose: str) -> Iterator[Problem]:
    """Packages of another year or kind than that of ``whose``."""
    for county in counties:
        settings = county.dataset.settings
        if settings.year != year:
            message = f"是{settings.year}年的数据包，{whose}是{year}年"
            yield county.fault(message, "汇总的要是同一年，请换成那一年的")
        if settings.kind != kind:
            message = f"报告种类是“{settings.kind}”，{whose}是“{kind}”"
            yield county.fault(message, "汇总的要是同一种报告，请核对")


def _twice(counties: Sequence[County]) -> Iterator[Problem]:
    """Packages of a place that was there before."""
    for at, county in enumerate(counties):
        same = next((other for other in counties[:at] if _is_same_county(other, county)), None)
        if same is not None:
            message = f"是{county.place}的，{same.shown} 也是{same.place}的"
            yield county.fault(message, "一个地方只能有一份，请去掉一份")


def _is_same_county(one: County, other: County) -> bool:
    """Whether two packages are of one place, however its name is written; a Word file does not say
    the city."""
    cities = {item.dataset.settings.place.get("city", "") for item in (one, other)} - {""}
    shorter, longer = sorted((_plain(one.place), _plain(other.place)), key=len)
    return longer in {shorter, *(shorter + ending for ending in _ENDINGS)} and len(cities) < 2


_ENDINGS = ("省", "市", "州", "县", "区", "旗", "乡", "镇")
"""What a short name leaves out."""
_COPY = regex(r"(?<=.)(?:[(].*|[-_]?[0-9]+)$")
"""What tells a copy of a package from the first: 青禾县（修订）, 青禾县2."""


def _plain(place: str) -> str:
    """The name of a place without blanks, in one width, without what tells a copy."""
    return _COPY.sub("", "".join(unicodedata.normalize("NFKC", place).split()))


def absent_faults(
    counties: Sequence[County], before: Sequence[str], without: Collection[str], shown: str
) -> Iterator[Problem]:
    """A line where places that the package ``shown`` was rolled up of ``before`` are not among the
    counties, and nobody said that it is made ``without`` them; then for each of those that was not
    there before, and for each that is given all the same."""
    given = [county.place for county in counties]
    absent = [place for place in before if place not in given and place not in without]
    if absent:
        message = f"上回汇总有{'、'.join(absent)}，这回没有给"
        given_up = f"撤并、划走了的用 --without {absent[0]} 写明"
        todo = f"请把它们的数据包一起给，没有再报的用上回那一份；{given_up}"
        yield Problem(message, todo, shown, unreadable=True)
    for place in without:
        if place in given:
            message = f"写了{place}，又给了它的数据包"
            yield Problem(message, "请去掉一个", column="--without", unreadable=True)
        elif place not in before and absent:
            message = f"上回汇总里没有“{excerpt(place)}”"
            yield Problem(message, "请核对名称，写全称", column="--without", unreadable=True)


def number_faults(taken: Collection[int] | None, rolled: RolledUp, page: str) -> Iterator[Problem]:
    """A line for each number that a person takes (None: all) and that means nothing, or something
    else than on the ``page`` 汇总说明.md that the run before wrote."""
    there = {offer.number: offer for offer in rolled.offers}
    told = "\n".join(["", *page.splitlines(), ""])
    known = f"现有1至{max(there)}项" if there else "现在一项也没有"
    for number in sorted(taken or ()):
        if number not in there:
            todo = f"请照 nigao rollup 印出的序号写，{known}"
            yield Problem(f"没有第{number}项", todo, column="--take", unreadable=True)
        elif not _was_asked(there[number], told):
            message = f"第{number}项不在上回印出的要定的里，或者后来变了"
            todo = "请先不带 --take 汇总一遍，照这回印出的序号写"
            yield Problem(message, todo, column="--take", unreadable=True)


def _was_asked(offer: Offer | RecordOffer, told: str) -> bool:
    """Whether the page asks what an offer asks."""
    line = "\n".join(offer_line(offer).splitlines())
    return f"\n- {line}\n" in told


def size_faults(rolled: RolledUp) -> Iterator[Problem]:
    """A line for each number that would be written and has more digits than a cell may hold, at the
    cell of the place whose number has the most."""
    for value in rolled.values:
        if value.way.adds_up:
            yield from _too_long_in_sum(value)
    for file in rolled.records:
        numbers = [field.name for field in file.spec.fields if field.type is FieldType.NUMBER]
        for offer in file.offers:
            if offer.standing is Standing.SURE:
                yield from _too_long_in_row(offer, numbers)


def _too_long_in_sum(value: RolledValue) -> Iterator[Problem]:
    """A line where a number of a place has too many digits, or the sum that would be written."""
    parts = [part for part in value.parts if _is_too_long(part.value)]
    is_written = value.offer is not None and value.offer.standing is Standing.SURE
    if parts or (is_written and _is_too_long(value.total)):
        yield _too_long(value, parts or value.known)


def _too_long(value: RolledValue, parts: Sequence[CountyValue]) -> Problem:
    largest = max(parts, key=lambda part: _digits(part.value))
    unit, at = value.target.unit, largest.sources[0] if largest.sources else Source("")
    total = f"合计{num(value.total)}{unit}，" if value.total is not None else ""
    own = f"{largest.place}的是{_shown(largest)}{unit}"
    message = f"“{value.target.label}”{total}{own}；数最多{CELL_DIGITS}位"
    todo = f"请核对{largest.place}的数，请它改好再汇总"
    return Problem(message, todo, at.file, at.row or None, at.column or None)


def _too_long_in_row(offer: RecordOffer, numbers: Sequence[str]) -> Iterator[Problem]:
    for name in numbers:
        text = offer.cells.get(name, "")
        if sum(map(str.isdigit, text)) > CELL_DIGITS:
            message = f"“{offer.key}”的{name}合计{text}，数最多{CELL_DIGITS}位"
            yield Problem(message, f"请核对各地的数（{offer.source}）", offer.file)


def _is_too_long(value: Scalar | None) -> bool:
    return _digits(value) > CELL_DIGITS


def _digits(value: Scalar | None) -> int:
    """How many digits a number has as it is written; none where it is none."""
    return sum(map(str.isdigit, num(value))) if isinstance(value, Decimal) else 0


def _shown(part: CountyValue) -> str:
    return num(part.value) if isinstance(part.value, Decimal) else ""


def _most(values: Sequence[_Value]) -> _Value:
    """The value that most have, the first of them where several do."""
    return Counter(values).most_common(1)[0][0]
