"""How figures are compared, and how a message calls them."""

from __future__ import annotations

from decimal import Decimal

from generator.check.reader import decimals, spoken
from generator.figures import Draft, Figure
from generator.standard.wording.numbers import EXACT, convert, rounded

_PERSONS = {"人", "人次", "名"}
_OR_MORE = ("余", "多", "以上", "超", "超过", "不低于")
_MOST_OVER = Decimal("1.5")


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same; they do where one has no number.

    Converted to one unit, at the coarser of the precisions printed; with a qualifier: from the
    number to half as much again for 余, 多, 以上 and the like, within a tenth for 约 and 近.
    """
    x, y = one.number_or_none, other.number_or_none
    if x is None or y is None:
        return True
    factor = _factor(other.unit, one.unit)
    if qualifier := one.qualifier or other.qualifier:
        return _within(x, y * factor, qualifier)
    places = min(_decimals(one, x), _decimals(other, y) - factor.adjusted())
    return _rounded_to(x, places) == _rounded_to(y * factor, places)


def gap(one: Figure, other: Figure) -> str:
    """By how much two figures differ as they are printed, as the end of a message, in the unit of
    the first.

    "" where one has no number or they count different things.
    """
    x, y = one.number_or_none, other.number_or_none
    if x is None or y is None or not _comparable(one.unit, other.unit):
        return ""
    factor = _factor(other.unit, one.unit)
    printed = abs(_printed(one, x) - _printed(other, y) * factor)
    difference = printed or abs(x - y * factor)
    return f"，相差{spoken(difference)}{one.unit}"


def convertible(unit: str, wanted: str) -> bool:
    """Whether two units differ by 万 or 亿 only."""
    try:
        convert(Decimal(1), unit, wanted)
    except ValueError:
        return False
    return True


def shown(figure: Figure) -> str:
    """The value with its unit, as in a message."""
    value = figure.number_or_none
    if value is None:
        return str(figure.value or "空")
    return spoken(_printed(figure, value)) + figure.unit


def _printed(figure: Figure, value: Decimal) -> Decimal:
    """The number of a figure with the decimals that are printed of it."""
    return rounded(value, figure.places) if value else value


def called(draft: Draft, figure: Figure) -> str:
    """The name of a figure, with its code and the row above it where the form holds it."""
    row = next((row for row in draft.dataset.indicators if row.form.key == figure.key), None)
    if row is None:
        return f"“{figure.name}”"
    above = draft.kind.catalogue.get(row.form.parent)
    under = f"（{above.label}）" if above and not above.is_heading else ""
    return f"统计表{row.form.code}“{row.form.label}”{under}"


def has_form(draft: Draft) -> bool:
    """Whether the place filed the form at all."""
    return any(row.cell.raw for row in draft.dataset.indicators)


def _factor(unit: str, wanted: str) -> Decimal:
    """What an amount in ``unit`` is multiplied by for ``wanted``; 1 where they do not convert."""
    factor = convert(Decimal(1), unit, wanted) if convertible(unit, wanted) else None
    return factor or Decimal(1)


def _comparable(unit: str, other: str) -> bool:
    return convertible(unit, other) or {unit, other} <= _PERSONS


def _within(x: Decimal, y: Decimal, qualifier: str) -> bool:
    if qualifier in _OR_MORE:
        low, high = min(x, y), max(x, y)
        return low <= high <= low * _MOST_OVER
    return abs(x - y) <= max(abs(x), abs(y)) / 10


def _decimals(figure: Figure, value: Decimal) -> int:
    """The decimals printed, in the figure's own unit."""
    return decimals(value) if figure.places is None else figure.places


def _rounded_to(x: Decimal, places: int) -> Decimal:
    """``x`` to so many decimals (to tens and hundreds below 0), half up."""
    return EXACT.quantize(x, Decimal(1).scaleb(-places))
