"""How a value changed: growth, fall, no change; against one base or several.

The word of direction and the figure are one text, so that they cannot disagree; a figure here is
never negative.
"""

from __future__ import annotations

import operator
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
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


def growth_many(
    cur: Decimal | None,
    bases: Sequence[tuple[str, Decimal | None]],
    measure: Measure = "rate",
    *,
    places: int | None = None,
    unit: str = "",
    words: Words | None = None,
) -> str:
    """The change against several bases: 较2021年、2020年分别增长10.38和19.74个百分点.

    ``bases`` are pairs of label and value; those of which nothing can be said (see ``growth``) are
    left out, "" where none remains. Neighbours of one direction are said together, others in
    clauses of their own. The unit is repeated, 百分点 is not (GB/T 15835-2011, 5.1.3).
    """
    every = [(label, _delta(cur, base, measure)) for label, base in bases]
    deltas = [(label, delta) for label, delta in every if delta is not None]
    clauses = []
    for _, members in groupby(deltas, key=lambda member: _sign(member[1])):
        clauses.append(_clause(list(members), measure, places, unit, words or WORDS[measure]))
    return "，".join(clauses)


def _sign(delta: Decimal) -> int:
    return (delta > 0) - (delta < 0)


def _clause(
    members: Sequence[tuple[str, Decimal]],
    measure: Measure,
    places: int | None,
    unit: str,
    words: Words,
) -> str:
    """The changes (label of the base, change) in one direction: 较2021年、2020年分别增长10和20个百分点."""
    labels = join(label for label, _ in members)
    all_of_them, each_of_them = ("均", "分别") if len(members) > 1 else ("", "")
    direction = members[0][1]
    if not direction:
        return f"与{labels}{all_of_them}{words.same}"
    word = words.up if direction > 0 else words.down
    once = _unit(measure, unit) if measure == "points" else ""
    every_time = "" if once else _unit(measure, unit)
    figures = join(
        (_figure(delta, measure, places) + every_time for _, delta in members), last="和"
    )
    return f"较{labels}{each_of_them}{word}{figures}{once}"


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
