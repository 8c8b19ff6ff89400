"""Whole numbers as Chinese reads them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def spelt(n: int) -> str:
    """A whole number from 0 to below 10**16: 零, 十, 一百零一."""
    words = _inside(n)
    return words[1:] if words.startswith("一十") else words


def _inside(n: int) -> str:
    """``n`` in full: 10 is 一十, as it stands inside a longer number."""
    for size, word in _UNITS:
        if n >= size:
            head, rest = divmod(n, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return _inside(head) + word + gap + (_inside(rest) if rest else "")
    return _DIGITS[n]
