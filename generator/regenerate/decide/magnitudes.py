"""A number told otherwise than the figure has it: 15735人 is 1.57万人, 65000万元 is 6.5亿元; 15735人
is the 15735 of 15735名群众."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.model.regex import regex
from generator.regenerate.match.tokens import NUMBER

_LARGE_NUMBER = regex(r"(\d+(?:\.(\d{1,4}))?)([万亿])")
_LARGE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_DECIMALS = (2, 1, 0, 3, 4)
_YEAR = regex(r"(?:19|20)\d\d")
_TELLING = 4
"""So many digits, but for zeros at their ends, are met by chance in no other value."""
_LONGEST = 20
"""Characters of a number that is told so; of a longer one not all digits could be reckoned with."""


def only_number(old: str, new: str) -> tuple[str, str] | None:
    """The numbers of two values that differ in their only number alone; None where more differs."""
    before, after = NUMBER.search(old), NUMBER.search(new)
    if not before or not after or not len(NUMBER.findall(old)) == len(NUMBER.findall(new)) == 1:
        return None
    rest = (old[: before.start()], old[before.end() :])
    if rest != (new[: after.start()], new[after.end() :]) or not any(rest):
        return None
    return before[0], after[0]


def telling_number(value: str) -> str:
    """The only number of a value where it tells by itself what it is, with any unit or none; ""
    where it does not."""
    numbers = NUMBER.findall(value)
    if len(numbers) != 1 or _YEAR.fullmatch(numbers[0]):
        return ""
    digits = "".join(char for char in numbers[0] if char.isdigit())
    return numbers[0] if len(digits.strip("0")) >= _TELLING else ""


def in_large(value: str) -> Iterator[str]:
    """How people may tell a value in 万 or 亿, the longest first."""
    amount = _amount(value)
    if amount is None:
        return
    for unit, size in _LARGE.items():
        if amount >= size:
            for places in _DECIMALS:
                yield _in_unit(amount, unit, places)


def suggestion(old: str, new: str, seen: str) -> str:
    """The new value told as people told the old one, "1.63万"; "" where they did not."""
    found = _LARGE_NUMBER.search(seen)
    before, after = _amount(old), _amount(new)
    if not found or before is None or after is None:
        return ""
    places, unit = len(found[2] or ""), found[3]
    if Decimal(found[1]) != Decimal(_in_unit(before, unit, places)[:-1]):
        return ""
    return _in_unit(after, unit, places)


def _amount(value: str) -> Decimal | None:
    """The only number of a value with its 万; None where it has none, several or too long a one."""
    numbers = NUMBER.findall(value)
    if len(numbers) != 1 or len(numbers[0]) > _LONGEST:
        return None
    amount = Decimal(numbers[0].replace(",", ""))
    return amount * _LARGE["万"] if numbers[0] + "万" in value else amount


def _in_unit(amount: Decimal, unit: str, places: int) -> str:
    exact = (amount / _LARGE[unit]).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{exact}{unit}"
