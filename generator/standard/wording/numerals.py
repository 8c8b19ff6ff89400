"""Chinese numerals, through num2words with our converter for Chinese."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from generator.standard.wording.spelt import spelt

Whole = int | Decimal
_COUNTED = range(100)
"""What headings, lists and most sentences count: written without num2words, which loads fifty
languages."""


@cache
def _num2words() -> Any:
    """num2words, taught Chinese. Imported at the first use: it loads all its languages."""
    import num2words  # type: ignore[import-untyped]

    from generator.standard.wording.chinese import Num2WordZh

    num2words.CONVERTER_CLASSES["zh"] = Num2WordZh()
    return num2words.num2words


def cardinal(n: Whole | None) -> str:
    """A whole number below 10**16 in Chinese: 零, 十, 一百零一, 一万零一十; "" for None.

    ValueError where ``n`` is not whole or too large.
    """
    if n is None:
        return ""
    return spelt(int(n)) if n in _COUNTED else str(_num2words()(n, lang="zh"))


def count_word(n: Whole | None, classifier: str) -> str:
    """A Chinese numeral before a classifier: 两个, 十名, 二十家, 零次; "" for None. Two is 两 here."""
    if n is None:
        return ""
    return ("两" if n == 2 else cardinal(n)) + classifier
