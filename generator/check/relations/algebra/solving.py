"""What one number of a relation would be if all the others were right."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount
from generator.model.replacing import replace
from generator.standard.wording.numbers import EXACT

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)


def solutions(relation: NumberRelation, amount: Amount) -> list[str]:
    """The digits that a number of a relation would print if all the others were right: of one that
    differs from another by a third, those below it first and those above it.

    At its own precision and in its own unit; [] where no positive number does it.
    """
    solve = _SOLVERS.get(relation.sort)
    values = [solve(relation, amount)] if solve else []
    if _is_difference(relation) and amount is not relation.result:
        values.append(_on_the_other_side(relation, amount))
    positive = sorted(value for value in values if value is not None and value > 0)
    printed = [_printed(value, amount) for value in positive]
    return list(dict.fromkeys(filter(None, printed)))


def _printed(value: Decimal, amount: Amount) -> str:
    """A value as a number would print it; "" where it would be 0."""
    places = Decimal(1).scaleb(-amount.quantity.places)
    digits = EXACT.quantize(EXACT.scaleb(value, -amount.power), places)
    return f"{digits:f}" if digits else ""


def _is_difference(relation: NumberRelation) -> bool:
    """Whether one number less another gives the result: which of them is larger, the words do not
    say, so that one that is much too large looks like the first."""
    return relation.sort is Arithmetic.BALANCE and relation.signs in ((1, -1), (-1, 1))


def _on_the_other_side(relation: NumberRelation, amount: Amount) -> Decimal | None:
    """A number as far from the other one as the result says, on the other side of it."""
    return _balance(replace(relation, signs=(relation.signs[1], relation.signs[0])), amount)


def _added(amounts: tuple[Amount, ...], left_out: Amount) -> Decimal:
    others = (amount.value for amount in amounts if amount is not left_out)
    return sum(others, Decimal(0))


def _sum(relation: NumberRelation, amount: Amount) -> Decimal | None:
    if relation.result is None or amount is relation.result:
        return _added(relation.terms, amount)
    return relation.result.value - _added(relation.terms, amount)


def _whole(relation: NumberRelation, amount: Amount) -> Decimal | None:
    return _HUNDRED - _added(relation.terms, amount)


def _balance(relation: NumberRelation, amount: Amount) -> Decimal | None:
    """The terms with their signs, less the result, are nothing."""
    own, rest = -1, Decimal(0)
    for sign, term in zip(relation.signs, relation.terms, strict=True):
        if term is amount:
            own = sign
        else:
            rest += sign * term.value
    if relation.result is None:
        return None
    if amount is relation.result:
        return abs(rest)
    return own * (relation.result.value - rest)


def _share(relation: NumberRelation, amount: Amount) -> Decimal | None:
    part, *wholes = relation.terms
    if relation.result is None:
        return None
    times = _THOUSAND if relation.result.quantity.unit == "‰" else _HUNDRED
    rate = relation.result.value / times
    if amount is part:
        whole = wholes[0].value if wholes else relation.factor
        return whole * rate
    return _divided(part.value, rate) if amount in wholes else None


def _growth(relation: NumberRelation, amount: Amount) -> Decimal | None:
    value, change = relation.terms
    if relation.result is None:
        return None
    sign = relation.signs[0]
    rate = relation.result.value / _HUNDRED
    if amount is value:
        base = _divided(change.value, rate)
        return None if base is None else base + sign * change.value
    if amount is change:
        return _divided(value.value * rate, 1 + sign * rate)
    return None


def _change(relation: NumberRelation, amount: Amount) -> Decimal | None:
    before, after = relation.terms
    if relation.result is None or amount is relation.result:
        return None
    sign = -1 if relation.result.falls else 1
    if relation.result.base == "%" and before.base != "%":
        times = 1 + sign * relation.result.value / _HUNDRED
        return _divided(after.value, times) if amount is before else before.value * times
    difference = sign * relation.result.value
    return after.value - difference if amount is before else before.value + difference


def _product(relation: NumberRelation, amount: Amount) -> Decimal | None:
    if relation.result is None or amount is relation.result:
        return None
    others = relation.factor
    for term in relation.terms:
        others *= Decimal(1) if term is amount else term.value
    return _divided(relation.result.value, others)


def _average(relation: NumberRelation, amount: Amount) -> Decimal | None:
    total, *counts = relation.terms
    if relation.result is None or amount is relation.result:
        return None
    product = relation.result.value * relation.factor
    for count in counts:
        product *= Decimal(1) if count is amount else count.value
    return product if amount is total else _divided(total.value, product)


def _divided(one: Decimal, other: Decimal) -> Decimal | None:
    return EXACT.divide(one, other) if other > 0 else None


_SOLVERS: dict[Arithmetic, Callable[[NumberRelation, Amount], Decimal | None]] = {
    Arithmetic.SUM: _sum,
    Arithmetic.WHOLE: _whole,
    Arithmetic.BALANCE: _balance,
    Arithmetic.SHARE: _share,
    Arithmetic.GROWTH: _growth,
    Arithmetic.CHANGE: _change,
    Arithmetic.PRODUCT: _product,
    Arithmetic.AVERAGE: _average,
}
