"""What one slip may have put wrong in phrases that their words leave unread."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.check.relations import NumberRelation, Phrase, verdict
from generator.check.relations.unlikely import without_unlikely
from generator.check.suspicions.open_numbers import OpenNumbers
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
_MOST_NUMBERS, _PAIR = 24, 2


def suspected(read: Sequence[Phrase], known: Sequence[NumberRelation]) -> list[NumberRelation]:
    """The relations that the places of numbers suggest, that do not hold, and that one slip would
    put right: each a hint, in the order of the text. ``known`` are those that are read already."""
    return sorted(_suspected(read, known), key=lambda one: (one.start, one.end))


def _suspected(read: Sequence[Phrase], known: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    whole = [phrase for phrase in read if phrase.outer is None]
    own = _by_phrase(whole, known)
    for at, phrase in enumerate(whole, 1):
        numbers = OpenNumbers.of(phrase, own[at])
        if _PAIR < len(numbers.all) <= _MOST_NUMBERS and not phrase.has_gap:
            yield from _in_phrase(numbers)


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


def _in_phrase(numbers: OpenNumbers) -> Iterator[NumberRelation]:
    """The first suspicion of each number: to doubt one twice helps nobody."""
    doubted: set[int] = set()
    for reader in _READERS:
        for relation in reader(numbers):
            if not relation.starts & doubted and _may_be(relation, numbers.phrase):
                doubted |= relation.starts
                yield replace(relation, hint=True)


def _may_be(relation: NumberRelation, phrase: Phrase) -> bool:
    """Whether a relation does not hold and may be meant."""
    return not verdict(relation).holds and bool(without_unlikely({0: relation}, [phrase]))
