"""The numbers of one unit in a list, and the readings that its commas and semicolons leave open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.relations.algebra.holding import exceeds
from generator.check.relations.lists.list_words import ListWord
from generator.check.relations.lists.parts import TOGETHER
from generator.check.relations.lists.wordings import are_opposite, begins_anew, lead_alike
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase

_MANY_GROUPS = 3


class ListItems(Struct, frozen=True):
    """The numbers of one unit behind a word that begins a list.

    ``first`` are those up to the first ；, ``all`` those of all its groups, ``loose`` those behind
    where something else seems to begin too.
    """

    first: tuple[Amount, ...]
    all: tuple[Amount, ...]
    loose: tuple[Amount, ...] = ()


def list_items(inside: Sequence[Amount], base: str) -> ListItems:
    """The numbers of the unit behind a word that begins a list."""
    items = _until_another(inside, base)
    first = tuple(item for item in items if item.group == items[0].group)
    return ListItems(first, tuple(items), _loose(inside, base))


def _until_another(inside: Sequence[Amount], base: str) -> list[Amount]:
    """The first number of the unit in each clause, up to where something else begins."""
    items: list[Amount] = []
    clause = -1
    for amount in inside:
        if items and _begins_another(inside, amount, base):
            break
        if amount.base != base:
            continue
        if amount.clause != clause:
            items.append(amount)
        clause = amount.clause
    return items


def _begins_another(inside: Sequence[Amount], amount: Amount, base: str) -> bool:
    """Whether something else than the list begins at a number."""
    if TOGETHER.search(amount.head):
        return True
    if begins_anew(amount.label) and not begins_anew(inside[0].label):
        return True
    if amount.label.endswith("余额") and not inside[0].label.endswith("余额"):
        return True
    return amount.base != base and _strange(inside, amount, base)


def _loose(inside: Sequence[Amount], base: str) -> tuple[Amount, ...]:
    """The first number of the unit in every clause."""
    by_clause = {amount.clause: amount for amount in reversed(inside) if amount.base == base}
    return tuple(by_clause[clause] for clause in sorted(by_clause))


def _strange(inside: Sequence[Amount], amount: Amount, base: str) -> bool:
    """Whether a number of another unit begins a clause of its own in which the unit is missing.

    Not where the unit comes back in a later clause together with this one: then both are columns.
    """
    mates = {a.base for a in inside if a.clause == amount.clause}
    others = [a for a in inside if a.base == amount.base]
    return base not in mates and len(others) < 2


def readings(phrase: Phrase, items: ListItems) -> Iterator[tuple[Amount, ...]]:
    """The lists that the words may mean: all groups, the first, those up to a ；, what begins it.

    A list ends before its last number only at a comma: what 、 joins is one list.
    """
    yield items.all
    yield items.first
    yield items.loose
    for size in range(len(items.all) - 1, 1, -1):
        if items.all[size].group != items.all[size - 1].group:
            yield items.all[:size]
    for size in range(len(items.first) - 1, 1, -1):
        if ends_before(phrase, items.first, size):
            yield items.first[:size]


def ends_before(phrase: Phrase, items: Sequence[Amount], size: int) -> bool:
    """Whether a list may end before the number at ``size``: at a comma, where its label differs."""
    mark = phrase.between(items[size - 1].end, items[size].start)
    goes_on = lead_alike(items[0], items[size])
    return bool(re.search("[，,]", mark)) and not goes_on


def worded(items: ListItems, word: ListWord, whole: Amount, *, sure: bool) -> tuple[Amount, ...]:
    """The list as the words tell it: over ； only where every group is one part. ``sure`` where it
    is known to be complete."""
    groups = len({item.group for item in items.all})
    single = len(items.first) == 1 and groups == len(items.all)
    told = sure or word.colon or word.sure or (word.leads and groups >= _MANY_GROUPS)
    if single and groups > 1 and (told or are_opposite(items.all)):
        return _within(items, whole)
    return items.first


def _within(items: ListItems, whole: Amount) -> tuple[Amount, ...]:
    """The parts up to one behind a ； that is by itself more than the whole: it is none."""
    larger = (a for a in items.all if a.group != items.all[0].group and exceeds([a], whole))
    end = next(larger, None)
    return items.all[: items.all.index(end)] if end else items.all
