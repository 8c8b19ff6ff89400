"""Numbers read out of sentences: value, unit, qualifier and the words before them.

A reader of official prose, not of language: it knows digits, units and punctuation, and leaves
alone what it does not know. Rules must be content with what it finds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from generator.model.regex import regex
from generator.standard.wording.numbers import convert

_MONEY = ("万亿元", "亿元", "万元", "元")
_LONG_UNITS = (
    "个百分点",
    "百分点",
    "个千分点",
    "千分点",
    "个基点",
    "基点",
    "千公顷",
    "千吨",
    "千人",
    "千户",
    "人次",
    "户次",
    "家次",
    "批次",
    "剂次",
    "车次",
    "周岁",
    "件次",
    "平方米",
    "平方公里",
    "延米",
    "立方米",
    "公里",
    "公顷",
    "公斤",
    "毫升",
    "毫克",
    "微克",
    "兆瓦",
    "个月",
    "度电",
    "千瓦时",
    "千瓦",
    "蒸吨",
    "千克",
    "毫米",
    "厘米",
    "小时",
    "分钟",
    "学时",
    "课时",
    "辆次",
)
_SHORT_UNITS = (
    "%‰人名个家对户次期类所座项件场处栋条种头吨辆套篇亩台株只批倍年月日号位村镇乡份部米斤棵口本册天周岁点大间"
    "幅届度级孔盏块片眼副张支门例笔起宗艘枚剂"
)
_SCALABLE = (*_LONG_UNITS[10:], *_SHORT_UNITS[2:])
UNITS = tuple(
    sorted(
        {*_MONEY, *_LONG_UNITS, *_SHORT_UNITS, "万", "亿"}
        | {scale + unit for scale in "万亿" for unit in _SCALABLE},
        key=lambda unit: (-len(unit), unit),
    )
)
_UNIT = "|".join(map(re.escape, UNITS))
_GROUPED = rf"\d{{1,3}}(?: \d{{3}})+(?!\d)(?:\.\d+)?(?= ?(?:{_UNIT}))"
"""43 891件: digits in threes, as statisticians print them."""
_GUARDED = (
    "[万亿]?(?:单(?![位元独项价体方])|顶(?![层端部])|幢|列(?![入为席出])|架(?![构子])|趟|羽(?!毛)|箱(?!式)"
    "|案(?![件例值卷由])|款(?![项式])|轮(?![胎换岗渡船训])|组(?![织成建])|层(?![级次面出])"
    "|封(?![闭控山顶])|尾(?![气矿水款])|匹(?!配)|袋|桶|席(?!位)|段(?!时)|床(?!位)|瓶|盒|捆|根(?!据)"
    "|包(?![括含装联机车])|具(?![有备体])|双(?![方向边重创拥随])|餐(?![饮厅馆具])|杆(?!塔))"
)
"""Classifiers that also begin words: 2.16万单, 1200顶, 24案."""
_TENTHS = "成(?![立功为果员长本品就交人年熟套片])"
"""6成, no word that begins with 成."""
_MANY_MORE = r"多(?!出?\d|分布|数|[为用集来在位属以是由于]|(?<![年月天时周]多)[^，。；、\d]{1,2}\d)"
"""0.93万平方米多, and not 0.93万平方米多分布在老城, nor 较上年的1.71亿立方米多供0.15亿立方米."""
_NUMBER = regex(
    r"(?P<before>不低于|不少于|不超过|超过|突破|达到|将近|接近|(?<![附邻就临最])近|(?<![签预节制公合契条违集])约|超|逾|(?<![下送传])达|仅|每)?"
    rf"(?P<digits>{_GROUPED}|\d+(?:,\d{{3}})*(?:\.\d+)?)"
    r"(?P<surplus>[余多])?(?P<scale>(?:[万亿](?=[余多])))?(?P<surplus2>[余多])?"
    rf"(?: ?(?P<unit>{_GUARDED}|{_UNIT}|{_TENTHS}))?"
    rf"(?P<after>以上|以下|以内|左右|余(?!出?\d|[量地额])|{_MANY_MORE})?"
)
_CHINESE = regex(
    r"(?<![第十百千万一二三四五六七八九两\d])"
    r"(?P<digits>[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
    r"(?P<unit>[个家名类条项所件村镇次场期大座对])"
)
_HIDE = regex(
    r"《[^《》]*》|〔\d{4}〕\d+号"
    r"|\d{4}年度?(?:(?:\d{1,2}|[一二三四五六七八九十])月(?:\d{1,2}日)?)?"
    r"|\d{1,2}月\d{1,2}(?:-\d{1,2})?日|\d{1,2}月份?"
    r"|(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])(?:\.\d{1,2})?(?![\d万亿元%人吨亩米户]|公[里顷斤]|[平立]方|千[瓦克])"
    r"|(?<!\d)\d{1,3}[:：]\d{1,3}(?!\d)"
    r"|以[^，。；\d]{1,8}[为=]100(?![\d.%万亿元人个])"
)
_DIGIT = regex(r"\d")
_RANGE_GOES_ON = regex(r"[-—～]+\d")
_DIGITS = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2}
_ROUND = regex("[（()）]")
_OPENING, _CLOSING = "（(《“‘〈〔[【", "）)》”’〉〕]】"
_NO_QUANTITIES = ("年", "月", "日", "号", "点", "届")
_EXACT = ("达", "达到", "仅")
_BEFORE_PART = ("第", "-", "—", "～", "/", ".", "·")
_LONGEST_LABEL = 200
GOES_ON = regex("加上?(?![快强大工])|收支相抵|其中|上述|以上|同比|当年收支|年[终末]")
"""How a sentence begins that says no subject: it speaks of what its paragraph speaks of."""
_BOUNDARY = regex(r"[，,。；;：:！？、\t（）()]")


class Quantity(NamedTuple):
    """A number with its unit where it stands.

    ``exact`` is false where a qualifier makes it approximate.

    ``label`` is the words between the last mark of punctuation (or number) and the number;
    ``places`` counts the decimals printed.
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


class Sentence(Struct, frozen=True):
    """A sentence of a passage, from ``start`` on, with the mark that ends it."""

    text: str
    start: int


def quantities(text: str) -> list[Quantity]:
    """The numbers of a text in order.

    Dates, document numbers, years and numbers inside 《》 are no quantities.
    """
    if not _DIGIT.search(text):
        return []
    hidden = masked(text)
    marks = [mark.end() for mark in _BOUNDARY.finditer(hidden)]
    numbers: list[Quantity] = []
    for match in _NUMBER.finditer(hidden):
        unit = (match["scale"] or "") + (match["unit"] or "")
        if unit not in _NO_QUANTITIES and not _in_word(hidden, match):
            before = numbers[-1].end if numbers else 0
            label = text[_label_start(marks, match.start(), before) : match.start("digits")]
            numbers.append(_quantity(text, match, unit, label.strip()))
    return numbers


def _quantity(text: str, match: re.Match[str], unit: str, label: str) -> Quantity:
    digits = match["digits"].replace(",", "").replace(" ", "")
    qualifier = match["before"] or match["surplus"] or match["surplus2"] or match["after"]
    return Quantity(
        Decimal(digits),
        unit,
        match.start("digits"),
        match.end(),
        text[match.start() : match.end()],
        label,
        exact=not qualifier or qualifier in _EXACT,
        places=len(digits.partition(".")[2]),
    )


def _label_start(marks: Sequence[int], end: int, number_before: int) -> int:
    """Where the label of a number begins: after the last mark of punctuation or number before.

    ``marks`` are the ends of the marks of punctuation, in order."""
    passed = bisect_right(marks, end)
    after_mark = marks[passed - 1] if passed else 0
    return max(after_mark, end - _LONGEST_LABEL, number_before)


def _in_word(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a date, range, name in letters or ordinal.

    Such as 第3期, A4, 2-3个, 832平台.
    """
    start, end = match.start("digits"), match.end()
    before = text[max(0, start - 1) : start]
    in_letters = before.isascii() and before.isalnum() and not text.endswith("GDP", 0, start)
    goes_on_before = before in _BEFORE_PART or in_letters
    return goes_on_before or _goes_on(text, end)


def _goes_on(text: str, end: int) -> bool:
    """Whether a number that ends here is followed by a further part: .5 or -3."""
    further = text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()
    return further or bool(_RANGE_GOES_ON.match(text, end))


def masked(text: str) -> str:
    """The text with titles, document numbers and dates replaced by ■, character by character, and
    with ％ as %."""
    return _HIDE.sub(lambda match: "■" * len(match[0]), text).replace("％", "%")


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
    pieces: list[Sentence] = []
    start = 0
    for position in _outside_brackets(text, "。！？"):
        pieces.append(Sentence(text[start : position + 1], start))
        start = position + 1
    if text[start:].strip():
        pieces.append(Sentence(text[start:], start))
    return pieces


def split(text: str, marks: str, offset: int = 0) -> list[tuple[str, int]]:
    """The pieces of a text between marks that stand outside brackets and quotation marks.

    Each with the position where it starts; ``offset`` is added to it.
    """
    edges = [-1, *_outside_brackets(text, marks), len(text)]
    return [(text[mark + 1 : end], offset + mark + 1) for mark, end in pairwise(edges)]


def _outside_brackets(text: str, marks: str) -> Iterator[int]:
    """The positions of marks that stand outside brackets and quotation marks."""
    depth = 0
    for match in _signs(marks).finditer(text):
        if match[0] in _OPENING:
            depth += 1
        elif match[0] in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth:
            yield match.start()


@cache
def _signs(marks: str) -> re.Pattern[str]:
    """One of the marks, or a bracket or quotation mark."""
    return regex(f"[{re.escape(_OPENING + _CLOSING + marks)}]")


def without_brackets(text: str) -> str:
    """The text with everything in round brackets replaced by blanks of the same length."""
    if "（" not in text and "(" not in text:
        return text
    out: list[str] = []
    depth = 0
    for char in text:
        depth += char in "（("
        out.append("\u3000" if depth else char)
        depth -= depth > 0 and char in "）)"
    return "".join(out)


def closings(text: str) -> dict[int, int]:
    """Where each round bracket closes, by where it opens, in order.

    The end of the text where it does not close.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []
    for match in _ROUND.finditer(text):
        if match[0] in "（(":
            opened.append(match.start())
            ends[match.start()] = len(text)
        elif opened:
            ends[opened.pop()] = match.start()
    return ends


def closing(text: str, start: int) -> int:
    """Where the round bracket that opens at ``start`` closes, or the end of the text."""
    depth = 0
    for position in range(start, len(text)):
        depth += text[position] in "（("
        if text[position] in "）)":
            depth -= 1
            if not depth:
                return position
    return len(text)


def in_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The value in another unit; None where the two do not differ by a power of ten only."""
    try:
        return convert(quantity.value, quantity.unit, unit)
    except ValueError:
        return None


def spoken(value: Decimal) -> str:
    """The number as it is printed in a message."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals(value: Decimal) -> int:
    """How many decimals of the number a message prints."""
    return len(spoken(value).partition(".")[2])
