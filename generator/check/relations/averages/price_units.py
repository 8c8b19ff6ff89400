"""What a price or a mean is for, by the words around it: 户 of 户均, 人 and a thousand of 每千人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from generator.check.relations.averages.averages_by_time import PERIODS
from generator.check.relations.numbers.amounts import SPREAD, Amount
from generator.model.regex import regex

_UNITS = "千瓦时|平方米|平方公里|立方米|公里|公斤|吨"
_PER = regex(
    r"(?P<day>日均|平均每[天日])|(?P<month>月均|平均每月)|(?P<year>年均|平均每年)|(?P<yield>亩产|单产)"
    rf"|(?:每|单(?![价位体]))(?P<times>[千万百]?)(?P<each>{_UNITS}|[^，。；、\d])"
    r"|(?P<twice>[户人村支队组校家车店站厂])(?P=twice)(?:都|均|各|配|有|达)*$"
    rf"|(?P<mean>[^年日月平，。；、\d])均|(?P<bare>{_UNITS}|[亩床户])(?=造价|建设?成本|投资)"
)
_BEHIND = regex(rf"[/每](?P<of>{_UNITS}|[人户亩村个家名座套台辆只头株])")
_PRICE = regex(rf"单价|均价|造价|各[^，。；]{{2}}$|一次性..$|{SPREAD}")
_MEAN = regex(
    "平均(?:单[体个项])?(?:投资|规模|投资规模|投资额|金额|面积|造价|额度|贷款|补贴)(?:额|规模)?[为达约]?$"
)
_TIME_UNITS = ("年", "月", "日", "天")
_TIMES = {"百": Decimal("0.01"), "千": Decimal("0.001"), "万": Decimal("0.0001")}


def per_of(each: Amount) -> tuple[str, Decimal] | None:
    """What a price or average is for, and of how many: 户 of 户均, 人 and a thousand of 每千人.

    "" for any thing; None where it does not say.
    """
    if behind := _BEHIND.match(each.tail):
        return behind["of"], Decimal(1)
    matches = list(_PER.finditer(each.label))
    if matches:
        match = _of_a_thing(matches)
        return _name_of(match), _TIMES.get(match["times"], Decimal(1))
    if _PRICE.search(each.label) or _MEAN.search(each.label):
        return "", Decimal(1)
    return None


def _of_a_thing(matches: Sequence[re.Match[str]]) -> re.Match[str]:
    """The first of several that is for a thing and not for a time: 每人 of 每月每人."""
    things = [match for match in matches if match["each"] not in _TIME_UNITS]
    return things[0] if things else matches[0]


def _name_of(match: re.Match[str]) -> str:
    """What is counted, or the period, in the words that say what a price is for."""
    for period in PERIODS:
        if match[period]:
            return period
    if match["yield"]:
        return "亩"
    name: str = match["mean"] or match["twice"] or match["bare"] or match["each"]
    return "平方米" if name == "方" else name
