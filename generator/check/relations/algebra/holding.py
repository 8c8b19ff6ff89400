"""Whether a relation holds: interval arithmetic on what is printed.

A relation holds where some values within the intervals of its numbers make it true. In a sum the
numbers of one unit share the finest precision printed there: 100万元 beside 71.25万元 is 100.00万元.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from msgspec import Struct

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role, measured
from generator.standard.wording.numbers import EXACT

Interval = tuple[Decimal, Decimal]
_HUNDRED = Decimal(100)
_DIGITS = 3
_NEARLY = Decimal("0.7")
_SLIGHTLY = Decimal("1.7")
_COARSE = Decimal("0.02")
_FINE = Decimal("0.005")


class Verdict(Struct, frozen=True):
    """Whether a relation holds, and what its result should be, as it would print.

    ``off`` is by how much the result differs, in its base unit; ``rounded`` is what should stand
    with just the decimals that the result prints: to round ``expected`` would round it twice.
    """

    holds: bool
    expected: str = ""
    off: Decimal = Decimal(0)
    rounded: str = ""


def fills(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts may add up to the whole."""
    (low, high), (least, most) = _together(parts, whole)
    return low <= most and least <= high


def exceeds(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts are more than the whole, whatever was rounded."""
    (low, _), (_, most) = _together(parts, whole)
    return low > most


def leaves_some(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts are less than the whole, so that another one may not be named."""
    return not fills(parts, whole) and not exceeds(parts, whole)


def nearly_fills(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts leave less than three tenths of the whole."""
    total = sum((part.value for part in parts), Decimal(0))
    return total >= whole.value * _NEARLY


def slightly_exceeds(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the parts may be more than the whole by a slip, and not something else altogether."""
    total = sum((part.value for part in parts), Decimal(0))
    return total <= whole.value * _SLIGHTLY


def are_of_size(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts miss their whole by a slip, and not by something else altogether."""
    return nearly_fills(parts, whole) and slightly_exceeds(parts, whole)


def misses_by_a_digit(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the sum of the parts is the whole but for one of its three or more digits."""
    total = EXACT.scaleb(sum((part.value for part in parts), Decimal(0)), -whole.power)
    written = f"{whole.quantity.value:f}"
    shown = f"{EXACT.quantize(total, Decimal(1).scaleb(-whole.quantity.places)):f}"
    differ = sum(one != other for one, other in zip(written, shown, strict=False))
    exact = EXACT.scaleb(Decimal(shown), whole.power) == sum(part.value for part in parts)
    return len(written) == len(shown) >= _DIGITS and differ == 1 and exact


def _together(parts: Sequence[Amount], whole: Amount) -> tuple[Interval, Interval]:
    """The bounds of what parts add up to, and those of their whole."""
    *bounds, of_whole = _bounds((*parts, whole))
    low = sum((bound[0] for bound in bounds), Decimal(0))
    high = sum((bound[1] for bound in bounds), Decimal(0))
    return (low, high), of_whole


def _bounds(amounts: Sequence[Amount]) -> list[Interval]:
    """The bounds of numbers that are added, each at the finest precision of those in its unit; at
    its own where several print fewer decimals."""
    halves = _finest(amounts)
    rounded = _rounded(amounts, halves)
    units = [amount.quantity.unit for amount in amounts]
    return [
        amount.bounds(None if unit in rounded else halves[unit])
        for amount, unit in zip(amounts, units, strict=True)
    ]


def _rounded(amounts: Sequence[Amount], halves: Mapping[str, Decimal]) -> Set[str]:
    """The units in which two numbers or more print decimals, but fewer than another one: they are
    rounded, for no two of them end in a 0 that is left out. 136.38亿元, 城镇90.6亿元, 乡村45.8亿元.
    So are two or more without decimals where just one has any: no whole numbers make 458.7万户."""
    shorter: Counter[str] = Counter()
    finest: Counter[str] = Counter()
    for amount in amounts:
        unit = amount.quantity.unit
        is_finest = amount.half <= halves[unit]
        finest[unit] += is_finest
        shorter[unit] += not is_finest and bool(amount.quantity.places)
    whole = Counter(a.quantity.unit for a in amounts if not a.quantity.places and a.half)
    lone = {unit for unit, count in whole.items() if count > 1 and finest[unit] == 1}
    return {unit for unit, count in shorter.items() if count > 1} | lone


def _finest(amounts: Sequence[Amount]) -> Mapping[str, Decimal]:
    """Half the last digit of the number of each unit that prints finest."""
    halves: dict[str, Decimal] = {}
    for amount in amounts:
        unit, half = amount.quantity.unit, amount.half
        halves[unit] = min(half, halves.get(unit, half))
    return halves


def verdict(relation: NumberRelation) -> Verdict:
    """Whether the relation holds, and the result that its terms give; a target is exact."""
    return _JUDGES[relation.sort](relation)


def _sum(relation: NumberRelation) -> Verdict:
    whole = _result(relation)
    total = sum((part.value for part in relation.terms), Decimal(0))
    shown = _printed(total, relation.terms, whole)
    return Verdict(fills(relation.terms, whole), shown, abs(total - whole.value))


def _printed(value: Decimal, parts: Sequence[Amount], whole: Amount) -> str:
    """What the parts make, in the unit of the whole where that is theirs, with no more decimals
    than it needs or the whole has; in the unit of the part that prints finest where it prints finer
    than the whole."""

    def last_digit(amount: Amount) -> int:
        return amount.power - amount.quantity.places

    finest = min(parts, key=last_digit)
    if finest.quantity.unit == whole.quantity.unit or last_digit(finest) >= last_digit(whole):
        return whole.prints(value, finest.quantity.places)
    return finest.prints(value)


def _part(relation: NumberRelation) -> Verdict:
    whole = _result(relation)
    return Verdict(not exceeds(relation.terms, whole), f"不大于{whole.text}")


def _share(relation: NumberRelation) -> Verdict:
    """A part of its whole; of ``factor`` where the sentence does not print the whole."""
    part, *wholes = relation.terms
    times = _THOUSAND if _result(relation).quantity.unit == "‰" else _HUNDRED
    if not wholes:
        bounds, exact = (relation.factor, relation.factor), part.value / relation.factor
    else:
        (whole,) = wholes
        target = Decimal(0) if whole.role is Role.TARGET else None
        bounds, exact = whole.bounds(target), _div(part, whole)
    return _compared(_ratio(part.bounds(), bounds, times), relation, exact * times)


_THOUSAND = Decimal(1000)


def _growth(relation: NumberRelation) -> Verdict:
    """The change against the value before it: the value less the change."""
    value, change = relation.terms
    sign = relation.signs[0]
    low, high = value.bounds()
    less, more = change.bounds()
    bases = (low - sign * more, high - sign * less) if sign > 0 else (low + less, high + more)
    if bases[0] <= 0:
        return Verdict(True)
    base = value.value - sign * change.value
    return _compared(
        (less * _HUNDRED / bases[1], more * _HUNDRED / bases[0]),
        relation,
        change.value * _HUNDRED / base,
    )


def _change(relation: NumberRelation) -> Verdict:
    """From the first to the second: by how many %, or by how much, in the direction stated."""
    before, after = relation.terms
    result = _result(relation)
    sign = -1 if result.falls or _is_loss(relation) else 1
    one, other = before.bounds(), after.bounds()
    times = {"%": _HUNDRED, "倍": Decimal(1)}.get(result.base)
    if times and before.base != result.base:
        if one[0] <= 0:
            return Verdict(holds=True)
        low, high = _ratio(other, one, times)
        rate = (low - times, high - times)
        return _compared(_turned(rate, sign), relation, sign * (_div(after, before) - 1) * times)
    difference = (other[0] - one[1], other[1] - one[0])
    return _compared(_turned(difference, sign), relation, sign * (after.value - before.value))


def _is_loss(relation: NumberRelation) -> bool:
    """Whether the words say no direction and the value falls: 由64个减少到21个，消除43个; 改善9.7%."""
    before, after = relation.terms
    result = _result(relation)
    undirected = result.role is Role.DELTA and not result.is_directed
    open_ = result.role is Role.PLAIN or result.label.endswith("改善") or undirected
    return open_ and after.value < before.value


def _turned(interval: Interval, sign: int) -> Interval:
    low, high = interval
    return interval if sign > 0 else (-high, -low)


def _balance(relation: NumberRelation) -> Verdict:
    result = _result(relation)
    low = high = exact = Decimal(0)
    *bounds, of_result = _bounds((*relation.terms, result))
    for sign, term, (least, most) in zip(relation.signs, relation.terms, bounds, strict=True):
        low += least if sign > 0 else -most
        high += most if sign > 0 else -least
        exact += sign * term.value
    if relation.factor != 1:
        # what the sentence does not print, such as 75% of a year, may have been rounded before
        low, high = low - relation.factor - result.half, high - relation.factor + result.half
        exact -= relation.factor
    least, most = of_result
    if exact < 0:
        low, high, exact = -high, -low, -exact
    holds = low <= most and least <= high
    shown = _printed(exact, relation.terms, result)
    return Verdict(holds, shown, abs(exact - result.value))


def _product(relation: NumberRelation) -> Verdict:
    low = high = exact = relation.factor
    for factor in relation.terms:
        least, most = factor.bounds(None if _is_rounded(factor) else Decimal(0))
        low, high, exact = low * least, high * most, exact * factor.value
    return _compared((low, high), relation, exact)


def _is_rounded(factor: Amount) -> bool:
    """Whether a factor is a measurement in so many digits that it was rounded, and no price or
    count that is what it says: 27.4万亩, but 2万吨."""
    is_fine = factor.half <= factor.value * _FINE
    return is_fine and measured(factor.base) and not factor.base.endswith("元")


def _average(relation: NumberRelation) -> Verdict:
    total, *counts = relation.terms
    low, high = total.bounds()
    exact = total.value / relation.factor
    low, high = low / relation.factor, high / relation.factor
    for count in counts:
        least, most = count.bounds()
        if least <= 0:
            return Verdict(True)
        low, high, exact = low / most, high / least, EXACT.divide(exact, count.value)
    return _compared((low, high), relation, exact, rounded=True)


def _whole(relation: NumberRelation) -> Verdict:
    """Shares of one whole make 100."""
    halves = sum((term.half for term in relation.terms), Decimal(0))
    total = sum((term.value for term in relation.terms), Decimal(0))
    return Verdict(abs(total - _HUNDRED) <= halves, relation.terms[0].prints(total))


def _result(relation: NumberRelation) -> Amount:
    if relation.result is None:
        raise ValueError("the relation has no result")
    return relation.result


def _ratio(one: Interval, other: Interval, times: Decimal) -> Interval:
    if other[0] <= 0:
        return Decimal(0), Decimal("Infinity")
    return EXACT.divide(one[0] * times, other[1]), EXACT.divide(one[1] * times, other[0])


def _div(one: Amount, other: Amount) -> Decimal:
    return EXACT.divide(one.value, other.value) if other.value else Decimal(0)


def _compared(
    interval: Interval, relation: NumberRelation, exact: Decimal, *, rounded: bool = False
) -> Verdict:
    """``rounded`` where a result that is counted is a quotient too: 日均269起."""
    result = _result(relation)
    step = Decimal(1).scaleb(result.power - result.quantity.places)
    least, most = result.bounds(step / 2 if rounded else None)
    spare = 2 if result.quantity.unit in ("%", "‰") or _is_coarse(result, exact) else 0
    holds = interval[0] <= most and least <= interval[1]
    off = abs(exact - result.value)
    return Verdict(holds, result.prints(exact, spare), off, result.prints(exact))


def _is_coarse(result: Amount, exact: Decimal) -> bool:
    """Whether the number as the result would print it is off by more than a fiftieth."""
    step = Decimal(1).scaleb(result.power - result.quantity.places)
    rounded = EXACT.quantize(exact / step, Decimal(1)) * step
    return bool(exact) and abs(rounded - exact) > abs(exact) * _COARSE


_JUDGES = {
    Arithmetic.SUM: _sum,
    Arithmetic.PART: _part,
    Arithmetic.SHARE: _share,
    Arithmetic.GROWTH: _growth,
    Arithmetic.CHANGE: _change,
    Arithmetic.BALANCE: _balance,
    Arithmetic.PRODUCT: _product,
    Arithmetic.AVERAGE: _average,
    Arithmetic.WHOLE: _whole,
}
