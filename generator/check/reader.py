"""Numbers read out of sentences: value, unit, qualifier and the words before them.

A reader of official prose, not of language: it knows digits, units and punctuation, and leaves alone what it does
not know. Rules must be content with what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.standard.wording.numbers import convert

_MONEY = ("万亿元", "亿元", "万元", "元")
_OTHERS = (
    "个百分点",
    "百分点",
    "人次",
    "户次",
    "平方米",
    "平方公里",
    "立方米",
    "公里",
    "万亩",
    "万吨",
    "公顷",
    "万只",
    "万头",
    "万株",
    "万人",
    "个月",
    "%",
    "万",
    "亿",
    "人",
    "名",
    "个",
    "家",
    "对",
    "户",
    "次",
    "期",
    "类",
    "所",
    "座",
    "项",
    "件",
    "场",
    "处",
    "栋",
    "条",
    "种",
    "头",
    "吨",
    "辆",
    "套",
    "篇",
    "亩",
    "台",
    "株",
    "只",
    "批",
    "倍",
    "年",
    "月",
    "日",
    "号",
    "位",
    "村",
    "镇",
    "乡",
    "份",
    "部",
    "米",
    "斤",
    "棵",
    "口",
    "本",
    "册",
    "天",
    "周",
    "岁",
    "点",
    "大",
    "间",
    "幅",
    "届",
    "度",
    "级",
    "孔",
    "盏",
    "块",
    "片",
    "眼",
    "副",
    "张",
    "支",
    "门",
    "度电",
)
UNITS = tuple(sorted((*_MONEY, *_OTHERS), key=len, reverse=True))
_UNIT = "|".join(map(re.escape, UNITS))
_NUMBER = re.compile(
    rf"(?P<before>不低于|不少于|不超过|超过|达到|将近|接近|近|约|超|达|仅|每)?(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)"
    rf"(?P<surplus>[余多])?(?P<scale>(?:[万亿](?=[余多])))?(?P<surplus2>[余多])?(?P<unit>{_UNIT})?(?P<after>以上|以下|以内|左右|多|余)?"
)
_CHINESE = re.compile(
    r"(?<![第十百千万一二三四五六七八九两\d])(?P<digits>[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?P<unit>[个家名类条项所件村镇次场期大座对])"
)
_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_OPENING, _CLOSING = "（(《“‘〈〔[【", "）)》”’〉〕]】"
_LABEL = 200
BOUNDARY = "，,。；;：:！？、\t（）()"


@dataclass(frozen=True)
class Quantity:
    """A number with its unit where it stands. ``exact`` is false where a qualifier makes it approximate.

    ``label`` is the words between the last mark of punctuation (or number) and the number; ``places`` counts the
    decimals printed.
    """

    value: Decimal
    unit: str
    start: int
    end: int
    text: str
    label: str
    exact: bool
    places: int

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit in _MONEY


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage, from ``start`` on, with the mark that ends it."""

    text: str
    start: int


def quantities(text: str) -> list[Quantity]:
    """The numbers of a text in order; dates, document numbers, years and numbers inside 《》 are not quantities."""
    hidden = masked(text)
    found: list[Quantity] = []
    for match in _NUMBER.finditer(hidden):
        unit = match["unit"] or ""
        if match["scale"]:
            unit = match["scale"] + unit
        if unit in ("年", "月", "日", "号", "点", "届") or _in_word(hidden, match):
            continue
        digits = match["digits"].replace(",", "")
        low = max(0, match.start() - _LABEL)
        label_from = max(hidden.rfind(mark, low, match.start()) + 1 for mark in BOUNDARY)
        label_from = max(label_from, low, found[-1].end if found else 0)
        qualifier = match["before"] or match["surplus"] or match["surplus2"] or match["after"]
        exact = not qualifier or qualifier in ("达", "达到", "仅")
        places = len(digits.partition(".")[2])
        found.append(
            Quantity(
                Decimal(digits),
                unit,
                match.start("digits"),
                match.end(),
                text[match.start() : match.end()],
                text[label_from : match.start("digits")].strip(),
                exact,
                places,
            )
        )
    return found


def _in_word(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a date, a range, a name in letters or an ordinal (第3期, A4, 2-3个, 832平台)."""
    before, after = (
        text[match.start("digits") - 1 : match.start("digits")],
        text[match.end() : match.end() + 1],
    )
    return (
        before in ("第", "-", "—", "～", "/", ".", "·")
        or (before.isascii() and before.isalnum())
        or (
            bool(re.match(r"[-—～]+\d", text[match.end() :]))
            or (after == "." and text[match.end() : match.end() + 2][1:].isdigit())
        )
    )


_HIDE = re.compile(
    r"《[^《》]*》|〔\d{4}〕\d+号|\d{4}年度?(?:(?:\d{1,2}|[一二三四五六七八九十])月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}(?:-\d{1,2})?日|\d{1,2}月份?"
    r"|(?:19|20)\d{2}\.\d{1,2}(?:\.\d{1,2})?(?![\d万亿元%人])|(?<!\d)\d{1,3}[:：]\d{1,3}(?!\d)"
)


def masked(text: str) -> str:
    """The text with titles, document numbers and dates replaced by ■, character by character."""
    return _HIDE.sub(lambda found: "■" * len(found[0]), text)


def chinese_counts(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Chinese numerals before a classifier: value, classifier, start and end."""
    for match in _CHINESE.finditer(text):
        yield chinese_value(match["digits"]), match["unit"], match.start(), match.end()


def chinese_value(digits: str) -> int:
    """一 to 九十九 as a number."""
    tens, ten, ones = digits.rpartition("十")
    if not ten:
        return _DIGITS[digits]
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text; a full stop inside brackets or quotation marks ends none."""
    found: list[Sentence] = []
    start = depth = 0
    for at, char in enumerate(text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in "。！？" and not depth:
            found.append(Sentence(text[start : at + 1], start))
            start = at + 1
    if text[start:].strip():
        found.append(Sentence(text[start:], start))
    return found


def split(text: str, marks: str, offset: int = 0) -> list[tuple[str, int]]:
    """The pieces of a text between marks that stand outside brackets and quotation marks, each with its start."""
    pieces: list[tuple[str, int]] = []
    start = depth = 0
    for at, char in enumerate(text):
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in marks and not depth:
            pieces.append((text[start:at], offset + start))
            start = at + 1
    pieces.append((text[start:], offset + start))
    return pieces


def without_brackets(text: str) -> str:
    """The text with everything in round brackets replaced by blanks of the same length."""
    out: list[str] = []
    depth = 0
    for char in text:
        depth += char in "（("
        out.append("\u3000" if depth else char)
        depth -= depth > 0 and char in "）)"
    return "".join(out)


def closings(text: str) -> dict[int, int]:
    """Where each round bracket closes, by where it opens, in order; the end of the text where it does not."""
    found: dict[int, int] = {}
    open_: list[int] = []
    for at, char in enumerate(text):
        if char in "（(":
            open_.append(at)
            found[at] = len(text)
        elif char in "）)" and open_:
            found[open_.pop()] = at
    return found


def closing(text: str, start: int) -> int:
    """Where the round bracket that opens at ``start`` closes, or the end of the text."""
    depth = 0
    for at in range(start, len(text)):
        depth += text[at] in "（("
        if text[at] in "）)":
            depth -= 1
            if not depth:
                return at
    return len(text)


def in_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The value in another unit that differs by a power of ten only; None where they measure different things."""
    try:
        return convert(quantity.value, quantity.unit, unit)
    except ValueError:
        return None


def same_unit(found: Sequence[Quantity], unit: str) -> list[Quantity]:
    """The quantities that can be told in ``unit``."""
    return [quantity for quantity in found if quantity.unit and in_unit(quantity, unit) is not None]


def spoken(value: Decimal) -> str:
    """The number as it is printed in a message."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
