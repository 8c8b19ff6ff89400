"""How units of one kind convert: 斤 and 吨, 公顷 and 平方米, 瓦 and 兆瓦."""

from __future__ import annotations

from decimal import Decimal

from generator.check.relations.numbers.amounts import Amount
from generator.standard.wording.numbers import EXACT

_SIZES = (
    {"克": "0.001", "两": "0.05", "斤": "0.5", "公斤": "1", "千克": "1", "担": "50", "吨": "1000"},
    {"平方米": "1", "公顷": "10000", "平方公里": "1000000"},
    {"亩": "1", "公顷": "15", "平方公里": "1500"},
    {"米": "1", "千米": "1000", "公里": "1000"},
    {"瓦": "0.001", "千瓦": "1", "兆瓦": "1000"},
    {"千瓦时": "1", "度": "1", "兆瓦时": "1000"},
    {"毫升": "0.001", "升": "1", "立方米": "1000", "方": "1000"},
)
"""Each kind of unit with the size of its units; a unit may be of two, which share no other."""
UNITS = sorted(sorted({unit for kind in _SIZES for unit in kind}), key=len, reverse=True)
_NO_UNIT_YET = ("瓦", "兆瓦时", "担", "毫升", "两")
"""Units that are read as words behind a bare number."""


def unit_in(amount: Amount) -> str:
    """The unit in which a value stands: what the number has, or the word behind a bare one."""
    behind = (unit for unit in _NO_UNIT_YET if amount.tail.startswith(unit))
    return amount.base or next(behind, "")


def conversion(one: str, other: str) -> Decimal | None:
    """How many of the other unit one of a unit is; None for units of different kinds."""
    if one == other:
        return Decimal(1)
    kind = next((kind for kind in _SIZES if one in kind and other in kind), None)
    return EXACT.divide(Decimal(kind[one]), Decimal(kind[other])) if kind else None
