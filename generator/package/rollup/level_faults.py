"""Packages that are not of the level right below the one above: their values would count twice, or
be those of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.errors import Problem
from generator.model.regex import regex
from generator.package.parties import CITY, COUNTY, PROVINCE, TOWNSHIP, said, tier
from generator.package.rollup.county import County

_MIND = "汇总的要是下一级的，请核对"
_ORDER = "第一个要写上一级的数据包，后面写下一级的；级别在 report.yaml 的 level"
_ITS_CITY = "汇总的要是下一级的；县级市请在它的 report.yaml 里写明 city（所在市）"


def level_faults(counties: Sequence[County], above: Mapping[str, str]) -> Iterator[Problem]:
    """A line for each package of the place above itself, of its level or a higher one, of one
    further below that another level stands between, or of another place than the one above.

    ``above`` is the ``place`` of its report.yaml. What does not say its level is not doubted.
    """
    name, highest = above.get("name", ""), tier(above)
    tiers = [_tier(county) for county in counties]
    for county, own in zip(counties, tiers, strict=True):
        if county.place == name:
            yield county.fault(f"是{name}自己的数据包", _MIND)
        elif highest is not None and own is not None:
            misplaced = list(_misplaced(county, own, name, highest, COUNTY in tiers))
            yield from misplaced or _of_another(county, name, highest)


def _misplaced(
    county: County, own: int, name: str, above: int, among_counties: bool
) -> Iterator[Problem]:
    """Why a package does not stand right below the place above."""
    city = said(county.dataset.settings.place.get("city", ""))
    if own <= above:
        relation = f"和{name}同级" if own == above else f"比{name}级别高"
        may_be_of_city = own == CITY == above and county.place.endswith("市")
        todo = _ITS_CITY if may_be_of_city else _ORDER
        yield county.fault(f"{county.place}{relation}，不是它的下一级", todo)
    elif above == PROVINCE and own > CITY and city:
        message = f"{county.place}属{city}，不是{name}的下一级"
        yield county.fault(message, f"请先汇总到{city}，再用{city}的数据包")
    elif above == CITY and own == TOWNSHIP and among_counties:
        message = f"{county.place}是乡镇一级，别的是县一级"
        yield county.fault(message, "请先汇总到县，再用县的数据包")


def _of_another(county: County, name: str, above: int) -> Iterator[Problem]:
    """That a package says that it is of another place than the one above."""
    part = _ABOVE.get(above, "")
    whose = _OF_PROVINCE.sub("", said(county.dataset.settings.place.get(part, "")))
    if whose and name and not (_is_short(whose, name) or _is_short(name, whose)):
        todo = f"请换成{name}的，或改正它的 report.yaml 里的 {part}"
        yield county.fault(f"{county.place}写的是属{whose}，不是{name}", todo)


_ABOVE = {PROVINCE: "province", CITY: "city"}
"""What a package says of the place above it, by the tier of that."""
_OF_PROVINCE = regex("^[^省区]{2,8}(省|自治区)(?=.)")
"""What stands before the name of a city that is given with its province."""
_ENDING = regex("(自治区|地区|[省市州盟])$")


def _is_short(short: str, name: str) -> bool:
    """Whether a name may be a shorter one of another: 临夏州, 临夏回族自治州."""
    return name.startswith(_ENDING.sub("", short))


def _tier(county: County) -> int | None:
    """The tier of its place; None for a 市 in a Word file, which does not say whether it is one of
    a city."""
    found = tier(county.dataset.settings.place)
    return None if county.form_only and found == CITY else found
