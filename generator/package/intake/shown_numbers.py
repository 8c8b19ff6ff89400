"""A number as its cell shows it and as its column needs it; hidden decimals count."""

from __future__ import annotations

from decimal import Decimal

from generator.model.errors import Reading
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.grid import RawCell
from generator.package.intake.numbers import own_scale, split_scale
from generator.package.intake.rendered import THOUSANDS, Shown, shown
from generator.package.intake.shown_days import day_of_serial
from generator.package.intake.unclear import UnclearCellError
from generator.standard.wording.numbers import BEFORE

_WORDS = regex(r"[^\w%‰°/]")
"""What is no word of a unit in a number format: brackets, blanks."""
_DIGIT = regex(r"\d")
_MORE = regex(r"\d|^[-+＋−－±~～]|[-+＋−－±~～]$")
"""What makes a number another one where a format prints it behind: 0"(1)", 0"~15", 0"+"."""
_LETTER_AND_DIGIT = regex(r"[A-Za-z]\d")
_NOTE = regex(r"[（(][^（）()]*\d[^（）()]*[)）]")
_CURRENCY = regex(r"[¥￥\s]|RMB|CNY|人民币")
"""Marks of the money that is meant anyway."""
_BELOW_ZERO = (
    *("-", "−", "－", "--", "+-", "(", "（", "(-", "（-", "▲", "△"),
    *(f"{word}-" for word in BEFORE),
)
"""What formats print before numbers below 0."""
_SIGNS_ALONE = ("", "-", "−", "－", "(", "（")
"""What is no word before a number: it stands there as one of the other sign."""
_YEARS = (1990, 2100)
_LARGEST = 1e15
"""Larger numbers Excel keeps no digits of."""


def number_text(value: int | float) -> str:
    """A number in plain digits, as many as Excel keeps (15)."""
    return f"{Decimal(format(value, '.15g')):f}" if isinstance(value, float) else str(value)


def hidden_digits(cell: RawCell, spec: FieldSpec) -> str:
    """What a cell of a number shows where it hides digits that count; "" where it hides none."""
    seen = _shown_number(cell) if spec.type is FieldType.NUMBER else None
    if seen is None or not seen.rounded:
        return ""
    counts = not seen.percent and (not seen.scaled or own_scale(spec.unit) == 0)
    return seen.text if counts else ""


def percentage(cell: RawCell) -> str:
    """What a cell of a number shows in hundredths: 93% of 0.93; "" where it shows none so."""
    seen = _shown_number(cell)
    return seen.text if seen is not None and seen.percent else ""


def require_stored_number(cell: RawCell) -> None:
    """Raise UnclearCellError where the format of a number, whatever it is for, shows another one
    than is stored."""
    stored = _stored(cell)
    if stored is None:
        return
    seen = shown(stored, cell.format)
    if not seen.number:
        _without_digits(f"{stored:f}", seen)
        return
    _require_same_number(stored, _without_thousands(seen))


def _shown_number(cell: RawCell) -> Shown | None:
    """A number as its cell shows it; None where it holds none, or one too large."""
    stored = _stored(cell)
    return None if stored is None else shown(stored, cell.format)


def _stored(cell: RawCell) -> Decimal | None:
    """The number that a cell holds; None where it holds none, or one too large."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return None if abs(value) > _LARGEST else Decimal(number_text(value))


def _without_thousands(seen: Shown) -> Shown:
    return replace(seen, number=THOUSANDS.sub("", seen.number))


def number_in_column(value: int | float, cell: RawCell, spec: FieldSpec) -> str:
    """A number as its column needs it: as shown where it is a text, a percentage or a day."""
    stored = number_text(value)
    seen = shown(Decimal(stored), cell.format)
    if not seen.number:
        return _without_digits(stored, seen)
    if spec.type is FieldType.DATE:
        return day_of_serial(value, cell.epoch) or _year_and_month(seen, stored)
    if spec.type is not FieldType.NUMBER:
        return seen.text
    seen = _without_thousands(seen)
    words = _WORDS.sub("", seen.after)
    _require_same_number(Decimal(stored), seen)
    if seen.percent:
        return f"{seen.number}%"
    before = seen.before if seen.before in BEFORE else ""
    if not seen.scaled:
        return f"{before}{stored}{words}"
    return _scaled(Decimal(stored), seen, words, spec)


def _require_same_number(stored: Decimal, seen: Shown) -> None:
    """Raise UnclearCellError where what a format prints with a number makes it another one: 减少,
    $, a minus before one above 0, no minus before one below it, something between its digits, more
    digits behind it."""
    sign = "-" if seen.text.startswith(f"{seen.before}-") else ""
    before = _CURRENCY.sub("", f"{seen.before}{sign}")
    stands_alone = not seen.parted and not _MORE.search(seen.after)
    if stands_alone and _is_same_number(stored, seen, before):
        return
    message = f"格子里看到的是“{seen.text}”，存的却是{stored:f}"
    is_sign = stands_alone and before in _SIGNS_ALONE
    todo = f"请把格式改为“常规”，写明{'是多少' if is_sign else '数和单位'}"
    raise UnclearCellError(message, todo, _stored_or_seen(stored, seen, is_sign))


def _is_same_number(stored: Decimal, seen: Shown, before: str) -> bool:
    """Whether what stands before a number leaves it the one that is stored."""
    if Decimal(seen.number) == 0:  # the rest of a subtraction: −0.00
        return True
    if stored < 0:
        return before in _BELOW_ZERO or (before == "" and seen.coloured)
    return before in ("", "+", *BEFORE)


def _stored_or_seen(stored: Decimal, seen: Shown, is_sign: bool) -> tuple[Reading, ...]:
    """The stored number, and what people see: the one of the other sign where it ``is_sign``, else
    none; nothing where the stored one is shown in other units, with something between its
    digits."""
    in_other_units = seen.percent or seen.scaled
    if seen.parted and in_other_units:
        return ()
    unit = "%" if seen.percent else _unit_of(seen)
    if unit is None:
        return ()
    number = seen.number if in_other_units else f"{stored:f}"
    text = f"{number}{unit}"
    return (Reading(f"是存的数：{text}", text), _as_seen(seen, text, is_sign))


def _unit_of(seen: Shown) -> str | None:
    """The unit behind a number, without a note in brackets and without more digits of the number;
    None where digits are a part of it (km2, 元/100公斤)."""
    words = _WORDS.sub("", _NOTE.sub("", seen.after))
    unit = words.strip("0123456789")
    is_within = _DIGIT.search(unit) or _LETTER_AND_DIGIT.search(words)
    return None if is_within else unit


def _as_seen(seen: Shown, text: str, is_sign: bool) -> Reading:
    """What a number is meant to be where it is what people see: the one of the other sign, or none
    where words stand with it."""
    if not is_sign:
        return Reading(f"是看到的“{seen.text}”，先空着", None)
    other = text.removeprefix("-") if text.startswith("-") else f"-{text}"
    return Reading(f"是看到的数：{other}", other)


def _without_digits(stored: str, seen: Shown) -> str:
    """A number that its format does not show: 0 as a dash is 0, anything else cannot be told."""
    if Decimal(stored) == 0 and seen.text:
        return "0"
    message = f"格子里看到的是“{seen.text}”，存的却是{stored}"
    readings = (Reading("是这个数", stored), Reading("不知道", None))
    raise UnclearCellError(message, "是这个数请把格式改为“常规”，不知道就清空", readings)


def _year_and_month(seen: Shown, stored: str) -> str:
    """2023.10 where the format shows it so: the stored number is 2023.1."""
    return seen.number if _YEARS[0] <= Decimal(stored) < _YEARS[1] else stored


def _scaled(stored: Decimal, seen: Shown, words: str, spec: FieldSpec) -> str:
    """A number that is shown in thousands, ten thousands …: as shown, where words say in what; in a
    column of single units the stored one.

    Raises UnclearCellError where they do not.
    """
    power = split_scale(words)[0]
    digit = Decimal(1).scaleb(power - len(seen.number.partition(".")[2]))
    if power and abs(Decimal(seen.number).scaleb(power) - stored) <= digit:
        return f"{stored:f}" if own_scale(spec.unit) == 0 else f"{seen.number}{words}"
    message = f"存的是{stored:f}，格式缩放后显示“{seen.text}”，不知道是哪一个"
    readings = (Reading("是存的数", f"{stored:f}"), Reading("是显示的数", seen.text))
    raise UnclearCellError(message, f"请把格式改为“常规”，写明{spec.unit}是多少", readings)
