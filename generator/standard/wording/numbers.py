"""Arabic numbers with their units and qualifiers (GB/T 15835-2011, 4.1.1, 5.1 and 5.3).

Rounding is half up, trailing zeros are dropped, thousands are not separated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from generator.model.regex import regex

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""The context of all arithmetic here: a hundred digits, so that only printing ever rounds."""

_LARGEST = 30
_SCALES = (("万亿", 12), ("亿", 8), ("万", 4))
_MONEY = ("元", "万元", "亿元")

_VERBS = ("可达", "达到", "达", "仅为", "仅有", "仅", "只有")
BEFORE = (
    "不低于",
    "不少于",
    "不高于",
    "不超过",
    "接近",
    "超过",
    "将近",
    "至少",
    "大约",
    "近",
    "约",
    "超",
)
SIGNS = ("≥", "≤", ">", "<", "=")
"""What stands before a number that something is measured by: a target of an indicator."""
INSIDE = ("余", "多")
AFTER = ("以上", "以下", "以内", "左右", "上下")
_QUALIFIER = regex("|".join(sorted(_VERBS + BEFORE + INSIDE + AFTER, key=len, reverse=True)))
_MEASURES = (
    "年",
    "天",
    "日",
    "周",
    "米",
    "公里",
    "平方米",
    "平方公里",
    "立方米",
    "亩",
    "公顷",
    "吨",
    "公斤",
    "斤",
    "元",
    "倍",
)
_ROUND = regex(r"[1-9]\d*0")
_COUNTED_BY_GE = ("月", "小时", "星期", "季度", "学期", "百分点")


def rounded(x: Decimal, places: int | None) -> Decimal:
    """``x`` to so many decimals, half up; a value that is not zero keeps one digit at least.

    ``places`` None leaves it as it stands. ValueError where ``x`` is not a number, or beyond
    10**31.
    """
    if not x.is_finite() or x.adjusted() > _LARGEST:
        raise ValueError(f"“{x}”不是可以写出的数")
    if places is None:
        return x
    short = x.quantize(Decimal(1).scaleb(-places), context=EXACT)
    if short or not x:
        return short
    first_digit = Decimal(1).scaleb(x.adjusted())
    return x.quantize(first_digit, context=EXACT)


def num(x: Decimal | None, places: int | None = None, strip: bool = True) -> str:
    """The digits of a number without unit: 5226.567, 5600, -3.5; "" for None.

    ``places``: at most so many decimals (None: as it stands); with ``strip`` False exactly so many.
    A value that is not zero never prints as 0: 0.004 to two places is 0.004. ValueError as in
    ``rounded``.
    """
    if x is None:
        return ""
    value = rounded(x, places)
    unsigned_zero = value.copy_abs()
    text = f"{value or unsigned_zero:f}"
    return text.rstrip("0").rstrip(".") if strip and "." in text else text


def _split(unit: str) -> tuple[str, int, str]:
    """万亩 → 万, 4, 亩."""
    for word, power in _SCALES:
        if unit.startswith(word):
            return word, power, unit[len(word) :]
    return "", 0, unit


def convert(x: Decimal | None, from_unit: str, to_unit: str) -> Decimal | None:
    """``x`` in another unit that differs by 万, 亿 or 万亿 only, exact; None for None.

    元 万元 亿元, 吨 万吨. ValueError where the units measure different things.
    """
    (_, have, base), (_, want, other) = _split(from_unit), _split(to_unit)
    if base != other:
        raise ValueError(f"单位“{from_unit}”不能换算成“{to_unit}”")
    return None if x is None else EXACT.scaleb(x, have - want)


def money(
    x: Decimal | None, unit: str = "auto", *, qualifier: str = "", places: int | None = None
) -> str:
    """An amount given in 万元: 6504万元, 1.18亿元; "" for None.

    ``unit`` auto: 亿元 from 10000万元 on, 万元 below; or 元, 万元, 亿元. ``places`` counts decimals of the
    unit printed. ValueError for another unit, and as in ``qty``.
    """
    if x is None:
        return ""
    if unit == "auto":
        unit = "亿元" if rounded(x, places).copy_abs() >= 10000 else "万元"
    if unit not in _MONEY:
        raise ValueError(f"金额的单位“{unit}”不认识，应为{'、'.join(_MONEY)}或auto")
    return qty(convert(x, "万元", unit), unit, qualifier, places=places)


def _qualifiers(text: str) -> list[str]:
    """The words of a qualifier (达…以上 → 达, 以上): at most one verb and one approximation."""
    words = _QUALIFIER.findall(text)
    if "".join(words) != re.sub(r"[…\s]", "", text):
        known = "、".join(BEFORE + INSIDE + AFTER + _VERBS)
        raise ValueError(f"修饰“{text}”不认识，可用：{known}")
    _check_clash(words, _VERBS)
    _check_clash(words, BEFORE + INSIDE + AFTER)
    return words


def _check_clash(words: Iterable[str], group: tuple[str, ...]) -> None:
    """ValueError where two words of a group stand together."""
    clash = [word for word in words if word in group]
    if len(clash) > 1:
        raise ValueError(f"修饰“{clash[0]}”和“{clash[1]}”不能同时用")


def _with_surplus(digits: str, unit: str, word: str) -> str:
    """余 or 多 in its place: 40余家, 500余万元, 2万余亩, 2个多月, 3年多."""
    scale, _, base = _split(unit)
    if base in _COUNTED_BY_GE:
        base = "个" + base
    if not _takes_surplus(digits, base):
        raise ValueError(f"“{digits}{unit}”不能加“{word}”")
    if _ROUND.fullmatch(digits):
        return digits + word + scale + base
    measure, noun = (scale, base) if scale else _measure(base)
    if not measure:
        raise ValueError(f"“{digits}{unit}”不是整十数，不能加“{word}”")
    return digits + measure + word + noun


def _takes_surplus(digits: str, base: str) -> bool:
    return base != "%" and digits != "0" and not digits.startswith("-")


def _measure(base: str) -> tuple[str, str]:
    """What 余 or 多 stands behind, and what follows it: 个|月, 年|; "" where it has no place."""
    if base.startswith("个") and len(base) > 1:
        return "个", base[1:]
    return (base, "") if base in _MEASURES else ("", base)


def qty(x: Decimal | None, unit: str, qualifier: str = "", *, places: int | None = None) -> str:
    """A number with its unit, the qualifier in its place; "" for None.

    近 约 超 不低于 达 仅 stand before the number; 余 多 behind round numbers (40余家, 500余万元), else behind 万 or
    亿 (2万余亩) or the measure (2个多月, 3年多); 以上 以下 左右 behind the unit; a sign (≥ ≤) before the
    number. A verb (达 仅) may go with one of the others: 达…以上. ValueError for unknown or clashing
    qualifiers (约…左右) and for 余 where it has no place (7家).
    """
    if x is None:
        return ""
    digits = num(x, places)
    if qualifier in SIGNS:
        return qualifier + digits + unit
    words = _qualifiers(qualifier)
    before = _those(words, _VERBS + BEFORE)
    surplus = _those(words, INSIDE)
    after = _those(words, AFTER)
    body = _with_surplus(digits, unit, surplus) if surplus else digits + unit
    return before + body + after


def _those(words: Iterable[str], group: tuple[str, ...]) -> str:
    return "".join(word for word in words if word in group)


def pct(a: Decimal | None, b: Decimal | None, places: int = 2) -> str:
    """``a`` as a share of ``b``: 93.33%, 100%; "" where one is None or ``b`` is zero.

    A share that is not all never prints as 100%: it is given more decimals (99.996%).
    """
    if a is None or not b:
        return ""
    share = EXACT.divide(EXACT.scaleb(a, 2), b)
    while share != 100 and rounded(share, places) == 100:
        places += 1
    return num(share, places) + "%"
