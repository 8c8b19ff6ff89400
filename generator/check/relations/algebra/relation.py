"""What a sentence says of its numbers."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from msgspec import Struct

from generator.check.relations.numbers.amounts import Amount
from generator.model.replacing import replace


class Arithmetic(Enum):
    """The relations that are read, each with the form of its numbers.

    SUM: the terms fill the result. PART: together at most the result. SHARE: first of second is
    the result in %. GROWTH: value and change give the rate. CHANGE: from first to second by the
    result. BALANCE: the terms with their signs give the result. PRODUCT: the factors give the
    result. AVERAGE: first by second is the result. WHOLE: the terms make 100.
    """

    SUM = "分项合计"
    PART = "部分与整体"
    SHARE = "比率"
    GROWTH = "增幅"
    CHANGE = "升降"
    BALANCE = "收支差额"
    PRODUCT = "单价与总额"
    AVERAGE = "平均"
    WHOLE = "构成"


_QUOTIENTS = (Arithmetic.SHARE, Arithmetic.GROWTH, Arithmetic.AVERAGE)
_RATES = ("%", "‰", "倍")


class NumberRelation(Struct, frozen=True):
    """Numbers in their roles and the words that relate them.

    ``signs`` are those of the terms of a BALANCE and, for GROWTH, that of the change; ``factor`` is
    a number that the sentence does not print (12 months, the 365 days of which some are a share).
    ``certain`` is false where the sentence can be read otherwise: then nothing is said. ``hint`` is
    true where only the numbers make the relation likely: what differs is for information.
    ``explicit`` is true where the words themselves name the roles and not the names beside the
    numbers.
    """

    sort: Arithmetic
    terms: tuple[Amount, ...]
    result: Amount | None
    start: int
    end: int
    signs: tuple[int, ...] = ()
    factor: Decimal = Decimal(1)
    certain: bool = True
    hint: bool = False
    explicit: bool = True

    @property
    def numbers(self) -> tuple[Amount, ...]:
        """Its terms, and its result where it has one."""
        return self.terms if self.result is None else (*self.terms, self.result)

    @property
    def starts(self) -> frozenset[int]:
        """Where its numbers stand."""
        return frozenset(amount.start for amount in self.numbers)


def relation_of(
    sort: Arithmetic, terms: tuple[Amount, ...], result: Amount, signs: tuple[int, ...] = ()
) -> NumberRelation:
    """The relation of terms and their result, from the first of them to the last."""
    places = (*terms, result)
    start = min(amount.start for amount in places)
    return NumberRelation(sort, terms, result, start, max(amount.end for amount in places), signs)


def is_quotient(relation: NumberRelation) -> bool:
    """Whether the result is a rate or a mean of amounts, which rounding leaves some room."""
    if relation.sort is Arithmetic.CHANGE and relation.result:
        return relation.result.base in _RATES and relation.terms[0].base not in _RATES
    return relation.sort in _QUOTIENTS


def moved(relation: NumberRelation, by: int) -> NumberRelation:
    """The relation of a text that stands ``by`` characters further on."""
    if not by:
        return relation
    return replace(
        relation,
        terms=tuple(moved_amount(amount, by) for amount in relation.terms),
        result=moved_amount(relation.result, by) if relation.result else None,
        start=relation.start + by,
        end=relation.end + by,
    )


def moved_amount(amount: Amount, by: int) -> Amount:
    """The number of a text that stands ``by`` characters further on."""
    stands = amount.quantity
    quantity = stands._replace(start=stands.start + by, end=stands.end + by)
    return replace(amount, quantity=quantity, start=amount.start + by, end=amount.end + by)
