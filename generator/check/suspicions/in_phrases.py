"""What fits, and what one slip may have put wrong, in phrases that their words leave unread."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.check.relations import Amount, Arithmetic, NumberRelation, Phrase, verdict
from generator.check.relations.algebra.chance import MOST_CHANCE, of_quotients, of_sums
from generator.check.relations.weighing.unlikely import without_unlikely
from generator.check.suspicions.open_numbers import OpenNumbers, fits_any
from generator.check.suspicions.suspected_balances import suspected_balances
from generator.check.suspicions.suspected_changes import suspected_changes
from generator.check.suspicions.suspected_columns import suspected_columns
from generator.check.suspicions.suspected_lists import suspected_lists
from generator.check.suspicions.suspected_products import suspected_products
from generator.check.suspicions.suspected_shares import suspected_shares
from generator.check.suspicions.suspected_structures import suspected_structures
from generator.model.replacing import replace

_READERS = (
    suspected_columns,
    suspected_shares,
    suspected_changes,
    suspected_products,
    suspected_balances,
    suspected_lists,
    suspected_structures,
)
_QUOTIENTS = (Arithmetic.SHARE, Arithmetic.AVERAGE, Arithmetic.PRODUCT)
_MOST_NUMBERS, _PAIR = 24, 2


def by_position(read: Sequence[Phrase], known: Sequence[NumberRelation]) -> list[NumberRelation]:
    """The relations that the places of numbers suggest, in the order of the text: those that hold
    by no chance, and, each a hint, those that do not and that one slip would put right. ``known``
    are those that are read already."""
    return sorted(_paired(read, known), key=lambda one: (one.start, one.end))


def _paired(read: Sequence[Phrase], known: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    whole = [phrase for phrase in read if phrase.outer is None]
    own = _by_phrase(whole, known)
    for at, phrase in enumerate(whole, 1):
        numbers = OpenNumbers.of(phrase, own[at])
        if _PAIR < len(numbers.all) <= _MOST_NUMBERS and not phrase.has_gap:
            paired = [one for reader in _READERS for one in reader(numbers)]
            yield from _holding(paired)
            yield from _suspected(paired, numbers)


def _by_phrase(
    whole: Sequence[Phrase], known: Sequence[NumberRelation]
) -> Mapping[int, Sequence[NumberRelation]]:
    """The relations by each sentence, counted from one, that holds a number of theirs."""
    own: dict[int, list[NumberRelation]] = defaultdict(list)
    starts = [phrase.start for phrase in whole]
    for one in known:
        for at in {bisect_right(starts, start) for start in one.starts}:
            own[at].append(one)
    return own


def _holding(paired: Iterable[NumberRelation]) -> Iterator[NumberRelation]:
    """The first relation of each result that holds by no chance."""
    reached: set[int] = set()
    for relation in paired:
        result = relation.result
        if result is None or result.start in reached or not verdict(relation).holds:
            continue
        positive = all(amount.value > 0 for amount in relation.numbers)
        if positive and _chance(relation, result) <= MOST_CHANCE:
            reached.add(result.start)
            yield replace(relation, hint=False)


def _chance(relation: NumberRelation, result: Amount) -> float:
    """How likely numbers fit by chance that stand where those of a relation do."""
    if relation.sort in (Arithmetic.SUM, Arithmetic.BALANCE):
        return of_sums(1, result, relation.terms)
    return of_quotients([relation.terms], result)


def _suspected(paired: Iterable[NumberRelation], numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """The first suspicion of each number: to doubt one twice helps nobody."""
    doubted: set[int] = set()
    for relation in paired:
        if not relation.starts & doubted and _may_be(relation, numbers):
            doubted |= relation.starts
            yield replace(relation, hint=True)


def _may_be(relation: NumberRelation, numbers: OpenNumbers) -> bool:
    """Whether a relation does not hold and may be meant."""
    result = relation.result
    if result and relation.sort in _QUOTIENTS and fits_any(relation.sort, numbers.sizes(), result):
        return False
    unlikely = not without_unlikely({0: relation}, [numbers.phrase])
    return not verdict(relation).holds and not unlikely
