"""Several values, then their changes, then their rates, each of a row with its like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase


def growths_in_step(phrase: Phrase) -> Iterator[NumberRelation]:
    """45起、6人，比上年分别减少5起和2人，下降10%和25%: each value, its change, its rate."""
    amounts = phrase.amounts
    for index, first in enumerate(amounts):
        if first.role is not Role.GROWTH:
            continue
        rates = _row_from(amounts[index:])
        size = len(rates)
        deltas = amounts[max(0, index - size) : index]
        values = amounts[max(0, index - 2 * size) : max(0, index - size)]
        if size > 1 and _are_in_step(values, deltas) and _are_respective(first, deltas):
            yield from _growths(deltas[0].falls, zip(values, deltas, rates, strict=True))


def _are_respective(first: Amount, deltas: Sequence[Amount]) -> bool:
    """Whether 分别 stands before the rates or before the changes."""
    return "分别" in first.label or "分别" in deltas[0].label


def _are_in_step(values: Sequence[Amount], deltas: Sequence[Amount]) -> bool:
    """Whether values and their changes stand in one order, their units tell."""
    if not deltas or deltas[0].role is not Role.DELTA:
        return False
    return [value.base for value in values] == [delta.base for delta in deltas]


def _growths(
    falls: bool, triples: Iterable[tuple[Amount, Amount, Amount]]
) -> Iterator[NumberRelation]:
    """The growth of each value by its change; all go the way that the first change goes."""
    sign = -1 if falls else 1
    for value, delta, rate in triples:
        span = value.start, rate.end
        yield NumberRelation(Arithmetic.GROWTH, (value, delta), rate, *span, signs=(sign,))


def changes_from(amounts: Sequence[Amount]) -> list[Amount]:
    """A change and the bare numbers that follow it, one a clause, in whatever unit."""
    row = list(amounts[:1])
    for amount in amounts[1:]:
        bare = amount.label.strip("和及与以") == "" and amount.clause == row[-1].clause + 1
        if not bare:
            break
        row.append(amount)
    return row


def _row_from(amounts: Sequence[Amount]) -> list[Amount]:
    """A number and the bare ones of its unit that follow it, one a clause."""
    row = changes_from(amounts)
    unlike = (at for at, one in enumerate(row) if one.quantity.unit != row[0].quantity.unit)
    return row[: next(unlike, len(row))]
