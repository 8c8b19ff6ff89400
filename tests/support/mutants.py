"""Labelled sentences with one number changed beyond rounding, and whether the check tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.check import Result, check_passages
from generator.check.passages import Passage
from support.labelled import Labelled, token_place, tokens

_UNITS = {"万": 4, "亿": 8}
_STEPS = (Decimal("1.4"), Decimal("0.6"), Decimal("1.15"), Decimal("0.88"))
_CLEARLY = Decimal("0.04")
_OF_THREE, _THREE = "比增变", 3


@dataclass(frozen=True)
class Mutant:
    """A sentence with one number changed; ``was`` is what stood there before."""

    sort: str
    before: str
    text: str
    was: str


@dataclass(frozen=True)
class _Number:
    """A token of a label: its digits, where they stand (None for a constant), its value."""

    digits: str
    place: int | None
    value: Decimal


def told(mutant: Mutant) -> tuple[bool, bool]:
    """Whether the check tells of a mutant, and whether it names the value that stood there."""
    known = {finding.message for finding in _checked(mutant.before).findings}
    new = [item for item in _checked(mutant.text).findings if item.message not in known]
    said = [f"{item.message} {item.expected}" for item in new]
    exact = re.compile(rf"(?<![\d.]){re.escape(mutant.was)}(?![\d.]*\d)")
    return bool(said), any(exact.search(words) for words in said)


def _checked(text: str) -> Result:
    return check_passages([Passage(text, "body", paragraph=1)], ())


def mutants(item: Labelled) -> Iterator[Mutant]:
    """Each number of each relation that holds, changed once so that it clearly does not."""
    for label in item.labels:
        sort = label[0]
        if "!" in label or sort not in _MISS:
            continue
        numbers = [_number(item.text, token) for token in tokens(label)]
        if sort in _OF_THREE and len(numbers) != _THREE:  # one of them is written in words: 六成
            continue
        for index, number in enumerate(numbers):
            changed = _changed(sort, label, numbers, index)
            if changed and number.place is not None:
                end = number.place + len(number.digits)
                text = item.text[: number.place] + changed + item.text[end:]
                yield Mutant(sort, item.text, text, number.digits)


def _number(text: str, token: str) -> _Number:
    digits = token.partition("@")[0].strip("[]%‰")
    if token[0] == "[":
        return _Number(digits, None, Decimal(digits))
    place = token_place(text, token)
    scale = sum(_UNITS.get(char, 0) for char in _behind(text, place + len(digits)))
    return _Number(digits, place, Decimal(digits).scaleb(scale))


def _behind(text: str, position: int) -> str:
    match = re.compile("[余多]?([万亿]*)").match(text, position)
    return match[1] if match else ""


def _changed(sort: str, label: str, numbers: Sequence[_Number], index: int) -> str | None:
    """The digits of a number changed by the first step that breaks the relation."""
    number = numbers[index]
    places = len(number.digits.partition(".")[2])
    for step in _STEPS:
        digits = f"{(Decimal(number.digits) * step).quantize(Decimal(1).scaleb(-places)):f}"
        scale = number.value / Decimal(number.digits) if Decimal(number.digits) else Decimal(1)
        values = [item.value for item in numbers]
        values[index] = Decimal(digits) * scale
        if digits != number.digits and _MISS[sort](label, values) > _CLEARLY:
            return digits
    return None


def _total(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _sum(_: str, values: Sequence[Decimal]) -> Decimal:
    return abs(_total(values[1:]) / values[0] - 1)


def _part(_: str, values: Sequence[Decimal]) -> Decimal:
    return _total(values[1:]) / values[0] - 1


def _share(label: str, values: Sequence[Decimal]) -> Decimal:
    hundred = 1000 if "‰" in label else 100
    return abs(values[0] * hundred / values[1] / values[2] - 1)


def _growth(label: str, values: Sequence[Decimal]) -> Decimal:
    value, change, rate = values
    base = value + change if re.search(r"\d\S* - ", label) else value - change
    return abs(change * 100 / base / rate - 1) if base else Decimal(1)


def _change(label: str, values: Sequence[Decimal]) -> Decimal:
    before, after, result = values
    *_, last = tokens(label)
    rate = last.partition("@")[0].endswith("%") and label.count("%") == 1
    real = (after / before - 1) * 100 if rate else after - before
    return abs(abs(real) / result - 1)


def _balance(label: str, values: Sequence[Decimal]) -> Decimal:
    signs = [-1 if sign == "-" else 1 for sign in re.findall(r" ([+-]) ", label.partition("=")[0])]
    total = _total([values[0], *(s * v for s, v in zip(signs, values[1:-1], strict=True))])
    return abs(total / values[-1] - 1)


def _product(_: str, values: Sequence[Decimal]) -> Decimal:
    product = Decimal(1)
    for value in values[:-1]:
        product *= value
    return abs(product / values[-1] - 1)


def _average(_: str, values: Sequence[Decimal]) -> Decimal:
    total, *counts, result = values
    for count in counts:
        total /= count
    return abs(total / result - 1)


def _whole(_: str, values: Sequence[Decimal]) -> Decimal:
    return abs(_total(values) / 100 - 1)


_MISS = {
    "和": _sum,
    "部": _part,
    "比": _share,
    "增": _growth,
    "变": _change,
    "差": _balance,
    "衡": _balance,
    "积": _product,
    "均": _average,
    "构": _whole,
}
"""By what part of itself the result of a relation differs from what its terms give."""
