"""What a number format makes of a number: the text that people see in the cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.formats import (
    PLACEHOLDERS,
    PLAIN,
    FormatToken,
    is_date_token,
    section_of,
)

_ROUNDING = Context(prec=1_000, rounding=ROUND_HALF_UP)
"""As many digits as the longest format can show."""
THOUSANDS = regex(r"[\s,，]")
"""What parts the thousands of a number where a format prints it as it stands."""
_COLOUR = regex(
    r"black|blue|cyan|green|magenta|red|white|yellow|colou?r ?[0-9]+"
    r"|[黑蓝青绿红白黄]色?|蓝绿色?|洋红色?|品红色?|颜色 ?[0-9]+",
    re.IGNORECASE,
)
"""A colour of a section, in the words of Excel and WPS."""


class Shown(Struct, frozen=True):
    """A number as its cell shows it.

    ``text`` is all of it without thousands marks; ``number`` its digits alone, "" where the format
    shows none; ``before`` and ``after`` the words around them. ``scaled`` is true where thousands
    are left out or a point is set, ``percent`` where it is shown in hundredths; ``rounded`` where
    digits are hidden; ``parted`` where something stands between the digits that is neither a point
    nor a thousands mark. ``coloured`` is true where the section of the format has a colour of its
    own.
    """

    text: str
    number: str
    before: str
    after: str
    scaled: bool = False
    percent: bool = False
    rounded: bool = False
    coloured: bool = False
    parted: bool = False


def shown(value: Decimal, code: str) -> Shown:
    """A number as a format shows it; one that the format does not change stays as it is."""
    if code in PLAIN:
        return _plain(value)
    section, is_negative = section_of(value, code)
    tokens = [_literal(token) for token in section if not token.bracket]
    signs = {token.sign for token in tokens}
    if "/" in signs and any(is_date_token(token) for token in section if token.sign != "E"):
        return _plain(value)  # no day: -5 in a format of days
    if signs & {"E", "/", "@"}:
        seen = _spelled_out(value, section, is_negative)
    else:
        seen = _rendered(value, tokens, is_negative)
    return replace(seen, coloured=True) if any(map(_is_colour, section)) else seen


def _is_colour(token: FormatToken) -> bool:
    return _COLOUR.fullmatch(token.bracket) is not None


def _plain(value: Decimal) -> Shown:
    text = f"{value:f}"
    return Shown(text, text, "", "")


def _spelled_out(value: Decimal, section: Sequence[FormatToken], signed: bool) -> Shown:
    """A number that is shown as a fraction or by powers of ten: in plain digits, with the words
    around it."""
    places = [n for n, token in enumerate(section) if _is_digit(token)]
    tokens = [token if _is_digit(token) else _literal(token) for token in section]
    before = _printed(tokens[: places[0]])
    after = _printed(tokens[places[-1] + 1 :])
    text = f"{before}{abs(value) if signed else value:f}{after}"
    return Shown(text, f"{value:f}", before, after, parted=_is_parted(tokens, places))


def _is_digit(token: FormatToken) -> bool:
    """Whether a sign stands for digits of a number, or is one (# ?/16)."""
    return token.sign in (*PLACEHOLDERS, "E", "/", "@") or token.sign.isdecimal()


def _literal(token: FormatToken) -> FormatToken:
    """A sign that means nothing prints as it stands."""
    means = token.sign in PLACEHOLDERS or token.sign in (".", ",", "%", "E", "/", "@")
    return token if means or not token.sign else FormatToken(token.sign)


def _rendered(value: Decimal, tokens: Sequence[FormatToken], signed: bool) -> Shown:
    """The number in its format, whose section prints the sign itself if it is ``signed``."""
    places = [n for n, token in enumerate(tokens) if token.sign in PLACEHOLDERS]
    if not places:
        text = _printed(tokens)
        return Shown(text, "", text, "")
    whole, part = _around_the_point(tokens, places)
    percent = sum(token.sign == "%" for token in tokens)
    scale = _scale(tokens, whole, places)
    exact = value.scaleb(2 * percent - 3 * scale)
    rounded = _ROUNDING.quantize(exact, Decimal(1).scaleb(-len(part)))
    number = _digits(rounded, tokens, whole, part)
    before = _printed(tokens[: places[0]])
    after = _printed(_with_a_last_point(tokens[places[-1] + 1 :]))
    sign = "-" if rounded < 0 and number else ""
    shown_sign = "" if signed else sign
    text = f"{before}{shown_sign}{number}{'%' * percent}{after}"
    is_scaled = scale > 0 or _has_a_set_point(tokens, whole)
    return Shown(
        text,
        sign + number,
        before,
        after,
        is_scaled,
        percent > 0,
        rounded=rounded != exact,
        parted=_is_parted(tokens, places),
    )


def _printed(tokens: Sequence[FormatToken]) -> str:
    return "".join(token.text for token in tokens).strip()


def _with_a_last_point(tokens: Sequence[FormatToken]) -> list[FormatToken]:
    """What stands behind the last digit; a point there is printed."""
    return [FormatToken(".") if token.sign == "." else token for token in tokens]


def _is_parted(tokens: Sequence[FormatToken], places: Sequence[int]) -> bool:
    """Whether more than one point, and thousands marks, stands between the first digit and the
    last."""
    inside = _printed(_with_a_last_point(tokens[places[0] : places[-1]]))
    return THOUSANDS.sub("", inside) not in ("", ".")


def _around_the_point(
    tokens: Sequence[FormatToken], places: Sequence[int]
) -> tuple[list[int], list[int]]:
    """The places of digits before the point and those behind it."""
    point = next((n for n, token in enumerate(tokens) if token.sign == "."), len(tokens))
    return [n for n in places if n < point], [n for n in places if n > point]


def _has_a_set_point(tokens: Sequence[FormatToken], whole: Sequence[int]) -> bool:
    """Whether a printed point stands between the whole digits (``0!.0000`` shows ten thousands)."""
    return bool(whole) and any(token.text == "." for token in tokens[whole[0] : whole[-1]])


def _scale(tokens: Sequence[FormatToken], whole: Sequence[int], places: Sequence[int]) -> int:
    """The thousands that are left out: commas right behind the last digit, before the point or at
    the end."""
    ends = {max(whole, default=-1), places[-1]}
    count = 0
    for end in ends:
        for token in tokens[end + 1 :]:
            if token.sign != ",":
                break
            count += 1
    return count


def _digits(
    value: Decimal, tokens: Sequence[FormatToken], whole: Sequence[int], part: Sequence[int]
) -> str:
    """The digits in their places, with what stands between them (``0!.0`` sets a point)."""
    left, _, right = f"{abs(value):f}".partition(".")
    optional = len(part) - sum(tokens[n].sign == "0" for n in part)
    kept = right.rstrip("0") if optional else right
    right = right[: max(len(kept), len(part) - optional)]
    inside = _filled_from_the_right(left, tokens, whole) if whole else left
    return f"{inside or 0}.{right}" if right else inside


def _filled_from_the_right(digits: str, tokens: Sequence[FormatToken], whole: Sequence[int]) -> str:
    """Whole digits from the last place on; what is left over stands before the first one."""
    least = sum(tokens[n].sign == "0" for n in whole)
    rest = list(digits.lstrip("0").rjust(least, "0"))
    pieces: list[str] = []
    for n in range(whole[-1], whole[0] - 1, -1):
        token = tokens[n]
        if n in whole:
            pieces.append(rest.pop() if rest else "")
        elif token.text and rest:
            pieces.append(token.text)
    return "".join(rest) + "".join(reversed(pieces))
