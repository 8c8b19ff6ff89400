"""What people write where a type wants a text, a number, yes or no, or a day: ``msgspec`` is
strict, they are not. Each of these is None for what is of another type."""

from __future__ import annotations

import datetime as dt
import math

from generator.model.regex import regex

_WHOLE = regex(r"([+-]?[0-9]+(?:_[0-9]+)*)(?:\.0+)?")
_LONGEST = 100
"""What is longer in characters is no number."""
_FLAGS = {
    **dict.fromkeys(("true", "t", "yes", "y", "on", "1"), True),
    **dict.fromkeys(("false", "f", "no", "n", "off", "0"), False),
}


def text(value: object) -> str | None:
    """A text."""
    return value if isinstance(value, str) else None


def whole(value: object) -> int | None:
    """A whole number; one in quotes, too, and 2.0."""
    if isinstance(value, str):
        match = _WHOLE.fullmatch(value.strip())
        return int(match[1]) if match and len(value) < _LONGEST else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return int(value) if isinstance(value, int) else None


def number(value: object) -> float | None:
    """A number that ends; one in quotes, too."""
    if isinstance(value, str) and not value.isascii():
        return None
    try:
        read = float(value) if isinstance(value, str | int | float) else math.nan
    except (ValueError, OverflowError):
        return None
    return read if math.isfinite(read) else None


def flag(value: object) -> bool | None:
    """Yes or no; a word for it, too, and 1 and 0."""
    if isinstance(value, str):
        return _FLAGS.get(value.lower())
    return bool(value) if isinstance(value, int | float) and value in (0, 1) else None


def day(value: object) -> dt.date | None:
    """A day; one in quotes, too, and one with the time of midnight, as sheets have it."""
    try:
        moment = dt.datetime.fromisoformat(str(value))
    except ValueError:
        return None
    is_day = moment.time() == dt.time.min and str(value).startswith(moment.date().isoformat())
    return moment.date() if is_day else None
