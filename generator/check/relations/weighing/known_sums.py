"""What the sums that are known leave to be read of their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount


class KnownSum(Struct, frozen=True):
    """Where the whole of a sum stands, and where its parts do."""

    whole: int
    parts: frozenset[int]


def known_sums(read: Iterable[NumberRelation]) -> tuple[KnownSum, ...]:
    """The sums among what is read."""
    return tuple(
        KnownSum(one.result.start, frozenset(part.start for part in one.terms))
        for one in read
        if one.sort is Arithmetic.SUM and one.result
    )


def without_subtotals(row: Sequence[Amount], known: Sequence[KnownSum]) -> list[Amount]:
    """Numbers without those that only add up some just before them: 优41个、良58个，两档99个，中11个、差2个."""
    behind = {one.whole for one in known if one.whole > max(one.parts)}
    return [amount for amount in row if amount.start not in behind]


def breaks_up(whole: Amount, parts: Sequence[Amount], known: Sequence[KnownSum]) -> bool:
    """Whether parts that fill a whole are taken out of a sum that is known.

    They are all its parts again, or one of them makes another with numbers of no sum; or they
    are all
    of them, though their whole stands before them and is a number of the row itself: 128个项目开工121个，
    其中完工97个、在建24个，7个未开工.
    """
    starts = frozenset(part.start for part in parts)
    for one in known:
        shared = starts & one.parts
        if not shared or one.whole == whole.start:
            continue
        again = starts <= one.parts
        torn = whole.start in one.parts
        led = shared == one.parts and one.whole < min(one.parts)
        if again or torn or led:
            return True
    return False
