"""Whole numbers out of words that anybody may have written."""

from __future__ import annotations

_MOST = 9
"""Digits of a number that is read: nothing counted has more, and Python refuses thousands."""


def whole_number(text: str) -> int | None:
    """The number that decimal digits are; None for other words, as ² is one, and for longer ones.

    例：
        >>> [whole_number(text) for text in ("2021", "²", "9" * 5000)]
        [2021, None, None]
    """
    return int(text) if text.isdecimal() and len(text) <= _MOST else None
