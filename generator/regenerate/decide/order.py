"""What changes places: what the data moved, what people moved, and what stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from generator.regenerate.match.chains import increasing

_Item = TypeVar("_Item", str, int)


def movers(before: Sequence[_Item], after: Sequence[_Item]) -> set[_Item]:
    """As few items as possible that change places from one order to the other.

    Items that only one of the orders has do not count.
    """
    places = {item: place for place, item in enumerate(after)}
    there = [item for item in before if item in places]
    kept = increasing([(number, places[item]) for number, item in enumerate(there)])
    return set(there) - {there[number] for number, _ in kept}


def in_order_of(items: Mapping[_Item, int]) -> list[_Item]:
    """Items by where they stand."""
    return sorted(items, key=lambda item: items[item])
