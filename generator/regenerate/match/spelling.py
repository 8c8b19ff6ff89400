"""What is only spelling: the width of digits and signs, the number of an item before a figure.

A text is compared as if it were spelled as the program does, character for character, so that what
is found in the one stands at the same place in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.model.regex import regex
from generator.regenerate.match.tokens import NUMBER

_WIDE = "０１２３４５６７８９％．，"
_NARROW = "0123456789%.,"
_TO_NARROW = str.maketrans(_WIDE, _NARROW)
_TO_WIDE = str.maketrans(_NARROW, _WIDE)
_WIDE_NUMBER = regex(r"(?<=[０-９])[.．,，](?=[０-９])|[０-９％]")
ITEM_DOT = "\u2024"
"""Stands for the point behind the number of an item, so that it joins no figure."""
_ITEM = regex(r"(?:^|[^\d.,])(\d{1,2})\.$")
_LONGEST_ITEM = 4
"""Two digits, the point, and what stands before them."""
_ITEM_BEFORE_DIGIT = regex(r"(?<![\d.,])(\d{1,2})\.(?=\d)")
_YEAR = regex(r"(?:19|20)\d\d年")
_CLAUSE = r"(?:^|[\s。；：，、;:（(])"
"""What stands before the number of an item."""


class Items(Struct, frozen=True):
    """What tells the number of an item from the whole part of a figure, in a text of the program
    and in what people made of it.

    ``known`` are the numbers of items directly before a figure (1 for ``1.27家`` of the figure 27),
    ``figures`` the numbers of the figures, ``numbers`` all that the program's text has.
    """

    known: frozenset[str]
    figures: frozenset[str]
    numbers: frozenset[str]


def narrow(text: str) -> str:
    """A text with the digits of full width, and the signs in and behind numbers, as narrow ones."""
    if text.isascii() or not _WIDE_NUMBER.search(text):
        return text
    return _WIDE_NUMBER.sub(lambda found: found[0].translate(_TO_NARROW), text)


def as_wide_as(new: str, seen: str) -> str:
    """``new`` with its digits as wide as those of ``seen``."""
    if not any(char in seen for char in _WIDE[:10]):
        return new
    return new.translate(_TO_WIDE)


def items_of(text: str, figures: Iterable[tuple[int, int]]) -> Items:
    """The items of a text with figures, of which the first and the last character are given."""
    spans = sorted(figures)
    return Items(
        frozenset(_known(text, spans)),
        frozenset(number for start, end in spans for number in NUMBER.findall(text[start:end])),
        frozenset(NUMBER.findall(text)),
    )


def _known(text: str, figures: Sequence[tuple[int, int]]) -> Iterator[str]:
    for start, _ in figures:
        item = _ITEM.search(text, max(0, start - _LONGEST_ITEM), start)
        if item and text[start : start + 1].isdigit():
            yield item[1]


def with_items_apart(text: str, items: Items) -> str:
    """A text in which the points behind the numbers of items join no figure."""
    return _ITEM_BEFORE_DIGIT.sub(
        lambda found: found[1] + (ITEM_DOT if _is_item(found, items) else "."), text
    )


def _is_item(found: re.Match[str], items: Items) -> bool:
    """Whether a number before a point is that of an item.

    5万 that became 4.5万 is another value. So the figure must stand behind the point as it was, and
    have a point or commas of its own, or the list must count so far; a year is no decimals.
    """
    if found[1] in items.known or _YEAR.match(found.string, found.end()):
        return True
    behind = NUMBER.match(found.string, found.end())
    if behind is None or behind[0] not in items.figures or found[0] + behind[0] in items.numbers:
        return False
    return not behind[0].isdigit() or _counts(found, items)


def _counts(found: re.Match[str], items: Items) -> bool:
    """Whether a number begins a clause, and one of the item before it (behind it for 1), too."""
    text, number = found.string, int(found[1])
    if not re.search(f"{_CLAUSE}$", text[: found.start()]):
        return False
    near = number - 1 or 2
    rest = r"[.．、]" if str(near) in items.known else r"[.．、](?!\d)"
    part = text[: found.start()] if number > 1 else text[found.end() :]
    return re.search(f"{_CLAUSE}{near}{rest}", part) is not None


def spelled_alike(ours: str, theirs: str, figures: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """A text with figures, of which the first and the last character are given, and what people
    made of it, as they are compared."""
    texts = narrow(ours), narrow(theirs)
    if not any(map(_ITEM_BEFORE_DIGIT.search, texts)):
        return texts
    items = items_of(ours, figures)
    return with_items_apart(texts[0], items), with_items_apart(texts[1], items)


def original(text: str) -> str:
    """What is compared as people write it."""
    return text.replace(ITEM_DOT, ".")
