"""Differences of percentages are points; unit prices in brackets recompute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Finding
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
from generator.model.regex import regex
from generator.model.severity import Severity
from generator.standard.wording.numbers import EXACT, rounded

_CHANGE = regex(r"(增长|上升|提高|增加|下降|减少|降低)(?:了)?$")
_CHANGE_LENGTH = 3
_PERSONS = ("名", "位")
_REACH = 400
"""A unit price is judged by so many characters on both sides."""
_EACH = regex(
    r"[（(](?:每[人户村亩个家名对校])?(?P<each>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元)"
    r"(?:[/／每](?P<of>[人户村亩个家名对校]))?(?:标准)?[)）]"
)


def points(subject: Subject) -> Iterator[Finding]:
    """The difference of two percentages is stated in 百分点, not in %.

    查：“由A%提高到B%，提高C%”里C正好是B减A。
    不查：C是相对增幅的；两个百分数不是“由…到…”的；跨句的。
    例：合格率由80%提高到88%，提高8%。 -> 80%与88%之差应说8个百分点，不是8%。
    依据：官方统计用语（实务）。
    """
    for passage in prose(subject.passages):
        numbers = passage.quantities
        for before, after, change in zip(numbers, numbers[1:], numbers[2:], strict=False):
            if _is_difference(passage.text, before, after, change):
                expected = f"{spoken(change.value)}个百分点"
                message = f"{before.text}与{after.text}之差应说{expected}，不是{change.text}。"
                side = passage.side(before.start, change.end)
                yield Finding(Severity.WARNING, message, (side,), expected, change.text)


def _is_difference(text: str, before: Quantity, after: Quantity, change: Quantity) -> bool:
    """Whether three percentages in one sentence say: from the first to the second, by the third."""
    if {before.unit, after.unit, change.unit} != {"%"}:
        return False
    if change.value != abs(after.value - before.value) or "。" in text[before.end : change.start]:
        return False
    leads_on = re.search("[到至为]$", text[before.end : after.start])
    return bool(leads_on and _change_before(text, change))


def _change_before(text: str, number: Quantity) -> re.Match[str] | None:
    """The word right before a number that says in which direction something changed."""
    return _CHANGE.search(text[max(0, number.start - _CHANGE_LENGTH) : number.start])


class _Price(Struct, frozen=True):
    """A total with its unit price in brackets: 12万元（3万元/村）.

    ``words`` are the price (每村3万元) and ``of`` what it is for (村); ``units`` is how many
    the total pays for, ``before`` are the numbers before it.
    """

    total: Quantity
    of: str
    words: str
    units: Decimal
    before: Sequence[Quantity]

    def counts(self, unit: str, after: str) -> bool:
        """Whether a number in ``unit`` with these words after it counts ``of``: 4个…村, 3村."""
        same = unit == self.of or (self.of == "人" and unit in _PERSONS)
        return same or bool(re.match(rf"[^，。；]{{0,12}}{self.of}", after))


def unit_prices(subject: Subject) -> Iterator[Finding]:
    """A total with its unit price in brackets is a whole number of units, as many as are counted.

    查：总额除以括号里的单价不是整数；除得的个数与同一句前面写的个数不同。
    不查：括号里没有写“每人”“/村”这样的对象的；总额是约数的。
    例：为甲村、乙村等5个村捐款12万元（3万元/村）。 -> 12万元按每村3万元是4村，前面写的是5个。
    依据：算术。
    """
    for passage in prose(subject.passages):
        for sentence in sentences(passage.text):
            for item, start in split(sentence.text, "；;", sentence.start):
                for words, offset, match in _prices(item, start):
                    yield from _judge_price(passage, words, offset, match)


def _prices(item: str, offset: int) -> Iterator[tuple[str, int, re.Match[str]]]:
    """The unit prices of an item, each with the words around it and where these begin."""
    for match in _EACH.finditer(item):
        start = max(0, match.start() - _REACH)
        words = item[start : match.end() + _REACH]
        price = _EACH.match(words, match.start() - start)
        if price:
            yield words, offset + start, price


def _read_price(item: str, match: re.Match[str]) -> _Price | None:
    """The price in an item of a sentence; None where it does not say for what, or of what total."""
    of = _priced(match)
    numbers = quantities(item[: match.start()])
    amount = _amount(numbers[-1], match) if numbers else None
    each = Decimal(match["each"])
    if not of or amount is None or not each:
        return None
    words = f"每{of}{match['each']}{match['unit']}"
    return _Price(numbers[-1], of, words, EXACT.divide(amount, each), numbers[:-1])


def _amount(total: Quantity, match: re.Match[str]) -> Decimal | None:
    """The total in the unit of its price; None where it is approximate or not right before it."""
    beside = total.end == match.start()
    return in_unit(total, match["unit"]) if beside and total.exact else None


def _judge_price(
    passage: Passage, item: str, offset: int, match: re.Match[str]
) -> Iterator[Finding]:
    price = _read_price(item, match)
    if price is None:
        return
    total = price.total
    counts = [number for number in price.before if _is_count(number, price, item)]
    side = passage.side(offset + total.start, offset + match.end())
    if price.units != price.units.to_integral_value():
        quotient = spoken(rounded(price.units, 2))
        message = f"{total.text}除以{price.words}得{quotient}，不是整数。"
        yield Finding(Severity.ERROR, message, (side,), "整数", quotient)
    elif counts and price.units not in _counted(price, counts, item, match.start()):
        count, units = counts[-1], spoken(price.units)
        message = f"{total.text}按{price.words}是{units}{price.of}，前面写的是{count.text}。"
        count_side = passage.side(offset + count.start, offset + count.end, 8)
        yield Finding(Severity.ERROR, message, (side, count_side), units, count.text)


def _is_count(number: Quantity, price: _Price, item: str) -> bool:
    return not number.money and price.counts(number.unit, item[number.end :])


def _counted(price: _Price, counts: Sequence[Quantity], item: str, end: int) -> set[Decimal | int]:
    """How many the item counts before ``end``, in digits and in Chinese numerals."""
    in_words = {
        value
        for value, unit, _, behind in chinese_counts(item[:end])
        if price.counts(unit, item[behind:])
    }
    return in_words | {count.value for count in counts}


def _priced(match: re.Match[str]) -> str:
    """What the price is for: 村 of （3万元/村）, 人 of （每人1200元）; "" where it does not say."""
    each = re.search("每(.)", match[0])
    return match["of"] or (each[1] if each else "")
