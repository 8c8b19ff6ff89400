"""Why packages cannot make one of the level above: other years or kinds, a place twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from generator.model.errors import Problem
from generator.model.settings import Settings
from generator.package.rollup.county import County

_Value = TypeVar("_Value", bound=Hashable)


def county_faults(counties: Sequence[County], above: Settings | None) -> Iterator[Problem]:
    """A line for each package of another year or kind than the others, or than the package above
    where that is there, and for each of a place that was there before."""
    settings = [county.dataset.settings for county in counties]
    year = above.year if above else _most([item.year for item in settings])
    kind = above.kind if above else _most([item.kind for item in settings])
    whose = "上一级的" if above else "别的"
    seen: list[County] = []
    for county, item in zip(counties, settings, strict=True):
        if item.year != year:
            message = f"是{item.year}年的数据包，{whose}是{year}年"
            yield _fault(county, message, "汇总的要是同一年，请换成那一年的")
        if item.kind != kind:
            message = f"报告种类是“{item.kind}”，{whose}是“{kind}”"
            yield _fault(county, message, "汇总的要是同一种报告，请核对")
        same = next((other for other in seen if _is_same_county(other, county)), None)
        if same:
            message = f"是{county.place}的，{same.shown} 也是{county.place}的"
            yield _fault(county, message, "一个地方只能有一份，请去掉一份")
        seen.append(county)
        if above and county.place == above.place.get("name", ""):
            yield _fault(county, f"是{county.place}自己的数据包", "汇总的要是下一级的，请核对")


def _is_same_county(one: County, other: County) -> bool:
    """Whether two packages are of one place; a Word file does not say the city."""
    cities = {item.dataset.settings.place.get("city", "") for item in (one, other)} - {""}
    return one.place == other.place and len(cities) < 2


def _most(values: Sequence[_Value]) -> _Value:
    """The value that most have, the first of them where several do."""
    return Counter(values).most_common(1)[0][0]


def _fault(county: County, message: str, todo: str) -> Problem:
    return Problem(message, todo, county.shown, unreadable=True)
