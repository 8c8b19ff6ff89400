"""Changes between two years of a row: 2022—2024年分别为5.18亿元、5.71亿元、6.42亿元，2024年比2022年多1.24亿元;
末年比首年多…，上升28.9%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.growth.values_of_years import changes_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_YEARS = regex(
    r"(?<!\d)(?P<first>(?:19|20)\d{2})年?(?:[-—–－~～]{1,2}|至|到)(?P<last>(?:19|20)\d{2})年"
)
_COMPARED = regex(
    r"(?:(?P<later>(?:19|20)\d{2})年|末年|最后一年|)[比较]"
    r"(?:(?P<earlier>(?:19|20)\d{2})年|首年|第一年|起始年)(?P<change>[^，。；、\d]{1,8})"
)
_DIFFERS = regex("[多少增减]")
_BARE = regex("(?:增长|上升|提高|下降|降低|减少|增幅|降幅|上涨)(?:了|为|达)?")
_CHANGES = (Role.DELTA, Role.GROWTH, Role.POINTS)
_LONGEST = 12


def years_in_row(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase between two of the years whose values stand in a row."""
    for match in _YEARS.finditer(phrase.text):
        first, last = int(match["first"]), int(match["last"])
        row = _row(phrase, phrase.start + match.end(), last - first + 1)
        values = dict(enumerate(row, first))
        yield from (*_changes(phrase, values), *changes_of(phrase, values)) if row else ()


def _row(phrase: Phrase, start: int, size: int) -> list[Amount]:
    """As many numbers of one unit as there are years, in the order of 分别 or 依次; [] where not."""
    behind = [a for a in phrase.amounts if a.start >= start]
    led = next((at for at, a in enumerate(behind) if re.search("分别|依次", a.label)), None)
    row = behind[led : led + size] if led is not None and 1 < size <= _LONGEST else []
    bare = not any(a.label.strip("和及与") for a in row[1:])
    alike = len({(a.base, a.quantity.unit == "%") for a in row}) == 1
    return row if len(row) == size and bare and alike else []


def _changes(phrase: Phrase, values: dict[int, Amount]) -> Iterator[NumberRelation]:
    """What is said of two of the years, and the bare rate just behind it."""
    pair: tuple[Amount, Amount] | None = None
    end = max(a.end for a in values.values())
    last = None
    for change in (a for a in phrase.amounts if a.start >= end):
        said = _COMPARED.fullmatch(change.label)
        if said and (change.role in _CHANGES or _DIFFERS.match(said["change"])):
            pair = _pair(values, said)
        elif not (pair and last and _goes_on(last, change)):
            pair = None
        if pair and _is_change(change) and _may_be_of(pair, change):
            yield NumberRelation(Arithmetic.CHANGE, pair, change, pair[0].start, change.end)
        last = change


def _is_change(amount: Amount) -> bool:
    """Whether a number is a change by its words: 多投1.24亿元 too, which no list knows."""
    return amount.role in _CHANGES or _COMPARED.fullmatch(amount.label) is not None


def _pair(values: dict[int, Amount], said: re.Match[str]) -> tuple[Amount, Amount] | None:
    earlier = int(said["earlier"]) if said["earlier"] else min(values)
    later = int(said["later"]) if said["later"] else max(values)
    known = earlier in values and later in values and earlier < later
    return (values[earlier], values[later]) if known else None


def _goes_on(last: Amount, change: Amount) -> bool:
    return change.clause - last.clause == 1 and bool(_BARE.fullmatch(change.label))


def _may_be_of(pair: Sequence[Amount], change: Amount) -> bool:
    """Whether a change has the unit of the values, or is a rate of them."""
    if change.role is Role.POINTS:
        return pair[0].quantity.unit == "%"
    return change.role is Role.GROWTH or change.base == pair[0].base
