"""Rates, growth and unit prices in sentences recompute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.reader import (
    Quantity,
    chinese_counts,
    in_unit,
    quantities,
    sentences,
    split,
    spoken,
)
from generator.check.subject import Subject
from generator.standard.wording.numbers import EXACT, rounded

_RATE = re.compile(r"(?:率|比例|比|占比)(?:为|达|达到)?$")
_NEAR = Decimal(10)
_UP = re.compile(r"(增长|上升|提高|增加|下降|减少|降低)(?:了)?$")
_BASE = re.compile(r"同比|比上年|较上年|比去年|较去年|上年同期|去年同期|去年全年")
_EACH = re.compile(
    r"[（(](?:每[人户村亩个家名对校])?(?P<each>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元)(?:[/／每](?P<of>[人户村亩个家名对校]))?(?:标准)?[)）]"
)


def rates(subject: Subject) -> Iterator[Finding]:
    """A rate told beside its two numbers recomputes from them, to the decimals printed.

    The numerator is the number before the rate, the denominator any larger number of the same unit before it in the
    paragraph. Silent where no pair comes near the rate (then it is a rate of something else). Source: arithmetic.
    """
    for passage in prose(subject.passages):
        found = quantities(passage.text)
        for place, rate in enumerate(found):
            if rate.unit == "%" and rate.exact and place and _RATE.search(rate.label):
                yield from _rate(passage, rate, found[:place])


def _rate(passage: Passage, rate: Quantity, before: list[Quantity]) -> Iterator[Finding]:
    done = before[-1]
    if not done.unit or done.unit in ("%", "百分点", "个百分点") or rate.start - done.end > 12:
        return
    nearest: tuple[Decimal, Quantity] | None = None
    for whole in before[:-1]:
        size = in_unit(whole, done.unit)
        if size is None or size < done.value or not size:
            continue
        share = EXACT.divide(done.value * 100, size)
        if rounded(share, rate.places) == rate.value:
            return
        if nearest is None or abs(share - rate.value) < abs(nearest[0] - rate.value):
            nearest = share, whole
    if nearest and abs(nearest[0] - rate.value) <= _NEAR and done.exact and nearest[1].exact:
        share, whole = nearest
        expected = spoken(rounded(share, max(rate.places, 2))) + "%"
        yield Finding(
            Severity.ERROR,
            f"{rate.label.strip('，、')}写的是{rate.text}，{done.text}除以{whole.text}是{expected}。",
            (
                passage.side(rate.start - len(rate.label), rate.end),
                passage.side(done.start - len(done.label), done.end),
                passage.side(whole.start - len(whole.label), whole.end),
            ),
            expected,
            rate.text,
        )


def growth(subject: Subject) -> Iterator[Finding]:
    """Growth told with both values recomputes: 6504万元，同比…3800万元增长71.16%.

    The base is the number before 增长 (behind 同比, 较, 比), the value the number before that. Also tells, for information,
    where a value 截至目前 is compared with a whole past year. Source: arithmetic; comparable bases.
    """
    for passage in prose(subject.passages):
        found = quantities(passage.text)
        for place, change in enumerate(found):
            word = _UP.search(passage.text[: change.start])
            if place < 2 or not word or change.unit != "%" or not change.exact:
                continue
            base, value = found[place - 1], found[place - 2]
            between = passage.text[value.end : base.start]
            now = in_unit(value, base.unit) if base.unit else None
            if (
                now is None
                or not base.value
                or not re.search("同比|较|比", between)
                or "。" in between
                or base.unit == "%"
            ):
                continue
            share = EXACT.divide((now - base.value) * 100, base.value)
            signed = change.value if word[1] in "增长上升提高增加" else -change.value
            sides = (
                passage.side(base.end, change.end),
                passage.side(value.start - len(value.label), value.end),
                passage.side(base.start - len(base.label), base.end),
            )
            if rounded(share, change.places) != signed and value.exact and base.exact:
                expected = spoken(rounded(share, max(change.places, 2))) + "%"
                yield Finding(
                    Severity.ERROR,
                    f"由{base.text}到{value.text}，增幅是{expected}，写的是{word[0]}{change.text}。",
                    sides,
                    expected,
                    change.text,
                )
            elif "全年" in between and re.search(
                "截至目前|截止目前|截至|1-|1—", passage.text[: value.start].rpartition("。")[2]
            ):
                yield Finding(
                    Severity.INFO,
                    "用今年截至目前的数与去年全年相比，口径不一，请核对是否称“同比”。",
                    sides,
                )


def points(subject: Subject) -> Iterator[Finding]:
    """The difference of two percentages is told in 百分点, not in %.

    Speaks where 由A%提高到B%，… C% equals B−A exactly and not the relative growth. Source: practice of statistics.
    """
    for passage in prose(subject.passages):
        found = quantities(passage.text)
        for before, after, change in zip(found, found[1:], found[2:], strict=False):
            between = passage.text[before.end : after.start]
            if (
                {before.unit, after.unit, change.unit} != {"%"}
                or not re.search("[到至为]$", between)
                or not _UP.search(passage.text[: change.start])
            ):
                continue
            if (
                change.value == abs(after.value - before.value)
                and "。" not in passage.text[before.end : change.start]
            ):
                yield Finding(
                    Severity.WARNING,
                    f"{before.text}与{after.text}之差应说{spoken(change.value)}个百分点，不是{change.text}。",
                    (passage.side(before.start, change.end),),
                    f"{spoken(change.value)}个百分点",
                    change.text,
                )


def unit_prices(subject: Subject) -> Iterator[Finding]:
    """A total with its unit price in brackets is a whole number of units: 12万元（3万元/村） is four villages.

    Where the sentence counts what the price is for, the product is compared. Source: arithmetic.
    """
    for passage in prose(subject.passages):
        for sentence in sentences(passage.text):
            for item, at in split(sentence.text, "；;", sentence.start):
                for match in _EACH.finditer(item):
                    yield from _product(passage, item, at, match)


def _product(passage: Passage, text: str, offset: int, match: re.Match[str]) -> Iterator[Finding]:
    of = match["of"] or (re.search("每(.)", match[0]) or ["", ""])[1]
    found = quantities(text[: match.start()])
    if not of or not found or found[-1].end != match.start():
        return
    total = in_unit(found[-1], match["unit"])
    if total is None or not found[-1].exact:
        return
    units = EXACT.divide(total, Decimal(match["each"]))
    counts = [
        item for item in found[:-1] if not item.money and _of(of, item.unit, text[item.end :])
    ]
    spelled = {
        value
        for value, unit, _, end in chinese_counts(text[: match.start()])
        if _of(of, unit, text[end:])
    }
    side = passage.side(offset + found[-1].start, offset + match.end())
    if units != units.to_integral_value():
        yield Finding(
            Severity.ERROR,
            f"{found[-1].text}除以每{of}{match['each']}{match['unit']}得{spoken(rounded(units, 2))}，不是整数。",
            (side,),
            "整数",
            spoken(rounded(units, 2)),
        )
    elif counts and int(units) not in spelled and all(item.value != units for item in counts):
        yield Finding(
            Severity.ERROR,
            f"{found[-1].text}按每{of}{match['each']}{match['unit']}是{spoken(units)}{of}，前面写的是{counts[-1].text}。",
            (side, passage.side(offset + counts[-1].start, offset + counts[-1].end, 8)),
            spoken(units),
            counts[-1].text,
        )


def _of(what: str, unit: str, after: str) -> bool:
    """Whether a count is one of ``what``: 4个…村, 3村."""
    return unit == what or bool(re.match(rf"[^，。；]{{0,12}}{what}", after))
