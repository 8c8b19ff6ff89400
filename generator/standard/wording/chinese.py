"""Chinese for num2words, whose released versions have none (NotImplementedError for ``zh``)."""

from __future__ import annotations

from decimal import Decimal

from num2words.base import Num2Word_Base  # type: ignore[import-untyped]

from generator.standard.wording.spelt import spelt

LIMIT = 10**16


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
        words = spelt(n)
        return f"负{words}" if value < 0 else words
