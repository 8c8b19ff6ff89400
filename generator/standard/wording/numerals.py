"""Chinese numerals (GB/T 15835-2011, 4.2 and 5.2).

num2words has none for Chinese, and loads its 56 languages before one can be added: a fiftieth of a
whole draft for the few lines below.
"""

from __future__ import annotations

from decimal import Decimal

Whole = int | Decimal
_LIMIT = 10**16
_DIGITS = "零一二三四五六七八九"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def cardinal(n: Whole | None) -> str:
    """A whole number below 10**16 in Chinese: 零, 十, 一百零一, 一万零一十, 负二; "" for None.

    ValueError where ``n`` is not whole or too large.
    """
    if n is None:
        return ""
    if n != int(n):
        raise ValueError(f"“{n}”不是整数，不能写成汉字数")
    size = abs(int(n))
    if size >= _LIMIT:
        raise ValueError(f"“{n}”太大，不能写成汉字数（应小于一亿亿）")
    words = _in_full(size)
    if words.startswith("一十"):
        words = words[1:]
    return f"负{words}" if n < 0 else words


def _in_full(n: int) -> str:
    """``n`` in full: 10 is 一十, as it stands inside a longer number."""
    for size, word in _UNITS:
        if n >= size:
            head, rest = divmod(n, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return _in_full(head) + word + gap + (_in_full(rest) if rest else "")
    return _DIGITS[n]


def count_word(n: Whole | None, classifier: str) -> str:
    """A Chinese numeral before a classifier: 两个, 十名, 二十家, 零次; "" for None. Two is 两 here."""
    if n is None:
        return ""
    return ("两" if n == 2 else cardinal(n)) + classifier
