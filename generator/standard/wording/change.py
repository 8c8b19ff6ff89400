"""How a value changed: growth, fall, no change; against one base or several.

The word of direction and the figure are one text, so that they cannot disagree; a figure here is
never negative.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.standard.wording.lists import join
from generator.standard.wording.numbers import EXACT, num

Measure = Literal["rate", "points", "abs"]
Better = Literal["gt", "ge", "lt", "le"]


class Words(NamedTuple):
    """What a rise, a fall and no change are called."""

    up: str
    down: str
    same: str = "持平"


WORDS: dict[str, Words] = {
    "rate": Words("增长", "下降"),
    "points": Words("增长", "下降"),
    "abs": Words("增加", "减少"),
}
_COMPARE = {"gt": operator.gt, "ge": operator.ge, "lt": operator.lt, "le": operator.le}


def _delta(cur: Decimal | None, base: Decimal | None, measure: Measure) -> Decimal | None:
    """The change with its sign; None where it cannot be said (a rate needs a base above zero)."""
    if measure not in WORDS:
        raise ValueError(f"增长的口径“{measure}”不认识，应为rate、points或abs")
    if cur is None or base is None:
        return None
    change = EXACT.subtract(cur, base)
    if measure != "rate":
        return change
    return EXACT.divide(EXACT.scaleb(change, 2), base) if _has_rate(cur, base) else None


def _has_rate(cur: Decimal, base: Decimal) -> bool:
    return base > 0 and cur >= 0


def _figure(delta: Decimal, measure: Measure, places: int | None) -> str:
    """The size of a change without unit."""
    return num(delta.copy_abs(), 2 if places is None and measure != "abs" else places)


def _unit(measure: Measure, unit: str) -> str:
    return {"rate": "%", "points": "个百分点"}.get(measure, unit)


def growth(
    cur: Decimal | None,
    base: Decimal | None,
    measure: Measure = "rate",
    *,
    places: int | None = None,
    unit: str = "",
    label: str = "",
    words: Words | None = None,
) -> str:
    """The change from ``base`` to ``cur``: 增长71.16%, 下降3.2个百分点, 增加20人, 与上年持平.

    ``measure``: rate in %; points where both are percentages; abs in ``unit``. ``places`` None:
    two, for abs as it stands. ``label`` goes before it: 同比增长5%, and with no change 同比持平; 较2020年
    becomes 与2020年持平. "" where a value is None; a rate also where the base is zero or below or
    ``cur`` is negative (no percentage has a meaning there). ValueError for another measure.
    """
    delta = _delta(cur, base, measure)
    if delta is None:
        return ""
    up, down, same = words or WORDS[measure]
    if delta:
        word = up if delta > 0 else down
        return label + word + _figure(delta, measure, places) + _unit(measure, unit)
    if label.startswith(("较", "比")):
        return f"与{label[1:]}{same}"
    return (label or "与上年") + same


_COUNTED = (
    "次",
    "期",
    "个",
    "家",
    "所",
    "对",
    "名",
    "类",
    "座",
    "场",
    "项",
    "处",
    "件",
    "批",
    "种",
    "条",
    "村",
    "人",
    "人次",
    "户",
)
_SMALL = 100


def measure_of_change(cur: Decimal, base: Decimal, unit: str) -> Measure:
    """How the change of a figure is measured where nobody says.

    points for a share; abs for a small count (under a hundred 次, 家, 人 …) and wherever a rate has no
    meaning (a base of zero or below, a change of sign); else rate.
    """
    if unit == "%":
        return "points"
    small = unit in _COUNTED and max(abs(cur), abs(base)) < _SMALL
    return "rate" if _has_rate(cur, base) and not small else "abs"


def compare_all(
    items: Sequence[tuple[str, Decimal | None, Decimal | None]],
    *,
    claim: str = "超过去年全年完成数",
    better: Better = "gt",
) -> str:
    """A claim about all items (name, value, base), said only if true: 均超过去年全年完成数; 除A、B外，均超过….

    One item has no 均. "" where a value or base is None, or where fewer than two of several items
    hold. ``better`` is the comparison that ``claim`` states: value > base, ≥, <, ≤. ValueError for
    another one.
    """
    if better not in _COMPARE:
        raise ValueError(f"比较方式“{better}”不认识，应为gt、ge、lt或le")
    failing = []
    for name, value, base in items:
        if value is None or base is None:
            return ""
        if not _COMPARE[better](value, base):
            failing.append(name)
    holding = len(items) - len(failing)
    if len(items) == 1:
        return claim if holding else ""
    if holding < 2:
        return ""
    return (f"除{join(failing)}外，" if failing else "") + f"均{claim}"
