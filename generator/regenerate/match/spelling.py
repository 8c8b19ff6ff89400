"""What is only spelling: the width of digits and signs, the number of an item before a figure.

A text is compared as if it were spelled as the program does, character for character, so that what
is found in the one stands at the same place in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.regenerate.base import Block

_WIDE = "０１２３４５６７８９％．，"
_NARROW = "0123456789%.,"
_TO_NARROW = str.maketrans(_WIDE, _NARROW)
_TO_WIDE = str.maketrans(_NARROW, _WIDE)
_WIDE_NUMBER = re.compile(r"(?<=[０-９])[.．,，](?=[０-９])|[０-９％]")
ITEM_DOT = "\u2024"
"""Stands for the point behind the number of an item, so that it joins no figure."""
_ITEM = re.compile(r"(?:^|[^\d.,])(\d{1,2})\.$")
_ITEM_BEFORE_DIGIT = re.compile(r"(?<![\d.,])(\d{1,2})\.(?=\d)")


def narrow(text: str) -> str:
    """A text with the digits of full width, and the signs in and behind numbers, as narrow ones."""
    if not _WIDE_NUMBER.search(text):
        return text
    return _WIDE_NUMBER.sub(lambda found: found[0].translate(_TO_NARROW), text)


def as_wide_as(new: str, seen: str) -> str:
    """``new`` with its digits as wide as those of ``seen``."""
    if not any(char in seen for char in _WIDE[:10]):
        return new
    return new.translate(_TO_WIDE)


def items_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The numbers of items directly before a figure: 1 for ``1.27家`` of the figure 27."""
    found: set[str] = set()
    for block in blocks:
        before = ""
        for segment in block.segments:
            item = _ITEM.search(before)
            if segment.key is not None and item and segment.text[:1].isdigit():
                found.add(item[1])
            before += segment.text
    return frozenset(found)


def with_items_apart(text: str, items: frozenset[str]) -> str:
    """A text in which the points behind some numbers of items join no figure."""
    if not items:
        return text
    return _ITEM_BEFORE_DIGIT.sub(
        lambda found: found[1] + (ITEM_DOT if found[1] in items else "."), text
    )


def spelled(text: str, items: frozenset[str]) -> str:
    """A text as it is compared."""
    return with_items_apart(narrow(text), items)


def original(text: str) -> str:
    """What is compared as people write it."""
    return text.replace(ITEM_DOT, ".")
