"""Chinese for num2words, whose released versions have none (NotImplementedError for ``zh``)."""

from __future__ import annotations

from decimal import Decimal

from num2words.base import Num2Word_Base  # type: ignore[import-untyped]

LIMIT = 10**16
_DIGITS = "零一二三四五六七八九"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def _read(n: int) -> str:
    """``n`` in full: 10 is 一十, as it stands inside a longer number."""
    for size, word in _UNITS:
        if n >= size:
            head, rest = divmod(n, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return _read(head) + word + gap + (_read(rest) if rest else "")
    return _DIGITS[n]


class Num2WordZh(Num2Word_Base):  # type: ignore[misc]
    """Whole numbers below 10**16 in Chinese: cardinals, ordinals and years.

    GB/T 15835-2011, 4.2 and 5.2. A number that is not whole, is too large, or has no such form
    raises ValueError.
    """

    def to_cardinal(self, value: int | Decimal) -> str:
        """零, 十, 一百零一, 负二."""
        if value != int(value):
            raise ValueError(f"“{value}”不是整数，不能写成汉字数")
        n = abs(int(value))
        if n >= LIMIT:
            raise ValueError(f"“{value}”太大，不能写成汉字数（应小于一亿亿）")
        words = _read(n)
        if words.startswith("一十"):
            words = words[1:]
        return f"负{words}" if value < 0 else words
