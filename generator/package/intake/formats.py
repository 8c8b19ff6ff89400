"""What a number format makes of a number: the text that people see in the cell (ECMA-376, part 1,
18.8.31; the signs of Excel and WPS)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.characters import narrow

GENERAL = "General"

_CHINESE_DATES = {
    'yyyy"年"m"月"': (27, 36, 50, 52, 57),
    'm"月"d"日"': (28, 29, 51, 53, 54, 58),
    'yyyy"年"m"月"d"日"': (31,),
}
_WRITTEN = """\
1 0
2 0.00
3 #,##0
4 #,##0.00
9 0%
10 0.00%
11 0.00E+00
12 # ?/?
13 # ??/??
14 yyyy/m/d
15 d-mmm-yy
16 d-mmm
17 mmm-yy
18 h:mm AM/PM
19 h:mm:ss AM/PM
20 h:mm
21 h:mm:ss
22 yyyy/m/d h:mm
30 m-d-yy
32 h:mm
33 h:mm:ss
34 h:mm
35 h:mm:ss
37 #,##0;-#,##0
38 #,##0;-#,##0
39 #,##0.00;-#,##0.00
40 #,##0.00;-#,##0.00
45 mm:ss
46 [h]:mm:ss
47 mm:ss.0
48 ##0.0E+0
49 @
55 h:mm
56 h:mm:ss
"""
BUILT_IN: Mapping[str, str] = {
    **dict(line.split(" ", 1) for line in _WRITTEN.splitlines()),
    **{str(number): code for code, numbers in _CHINESE_DATES.items() for number in numbers},
}
"""Formats that a workbook does not write out, by number, as a Chinese Excel shows them."""

_TOKEN = regex(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<scientific>[eE][+-])|(?P<sign>.)",
    re.DOTALL,
)
_ROUNDING = Context(prec=1_000, rounding=ROUND_HALF_UP)
"""As many digits as the longest format can show."""
_KEPT = 2_000
"""So many formats, and sections of them, are kept as they were taken apart."""
_CONDITION = regex(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_TESTS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_ELAPSED = regex(r"h+|m+|s+", re.IGNORECASE)
_FRACTION = regex(r"s\.0+", re.IGNORECASE)
"""Fractions of a second."""
_DATE_SIGNS = set("ymdhse")
_PLACEHOLDERS = set("0#?")
_LETTER = regex("[A-Za-z]")
_YEAR_IN_CHINESE = regex("[〇○零一二三四五六七八九]{4}")
_IN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
THOUSANDS = regex(r"[\s,，]")
"""What parts the thousands of a number where a format prints it as it stands."""
_COLOUR = regex(
    r"black|blue|cyan|green|magenta|red|white|yellow|colou?r ?[0-9]+"
    r"|[黑蓝青绿红白黄]色?|蓝绿色?|洋红色?|品红色?|颜色 ?[0-9]+",
    re.IGNORECASE,
)
"""A colour of a section, in the words of Excel and WPS."""
_Test = Callable[[Decimal], bool]
_NAMES_OF_GENERAL = (GENERAL, "G/通用格式")
_GENERAL_INSIDE = regex("|".join(_NAMES_OF_GENERAL), re.IGNORECASE)
_AS_GENERAL = "0.##########"
_PLAIN = (*_NAMES_OF_GENERAL, "@", "")


class _Token(Struct, frozen=True):
    """A piece of a format: ``text`` that is printed as it stands, or a ``sign`` that means
    something; ``bracket`` is what stands in [ ]."""

    text: str = ""
    sign: str = ""
    bracket: str = ""


_Tokens = tuple[_Token, ...]


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


@lru_cache(_KEPT)
def is_date(code: str) -> bool:
    """Whether a format shows a day or a time."""
    if code in _PLAIN:
        return False
    tokens = _tokens(code.split(";")[0])
    signs = "".join(token.sign for token in tokens)
    has_digits = _PLACEHOLDERS & set(_FRACTION.sub("s", signs))
    return not has_digits and any(map(_is_date_token, tokens))


def date_signs(code: str) -> set[str]:
    """The signs of day and time in a format: y (or e), m, d, h, s; none where it shows no date."""
    if not is_date(code):
        return set()
    return {token.sign.lower() for token in _tokens(code.split(";")[0]) if _is_date_token(token)}


def numbers_beside(code: str, year: int) -> list[str]:
    """The numbers that a format of days shows of a day in that year beside its month and day: the
    year, and those that are written in the format itself ("2020年"m"月")."""
    text = "".join(map(_beside_a_day, _tokens(code.split(";")[0])))
    text = re.sub("y{3,}|e+", str(year), text)
    text = re.sub("y+", f"{year % 100:02d}", text)
    text = _YEAR_IN_CHINESE.sub(lambda match: match[0].translate(_IN_DIGITS), text)
    return re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])|[0-9]+(?=年)", narrow(text))


def _beside_a_day(token: _Token) -> str:
    """What a token prints beside a month and a day, without letters; y and e stand for the year."""
    sign = token.sign.lower()
    if sign in _DATE_SIGNS | _PLACEHOLDERS:
        return sign if sign in ("y", "e") else " "
    return _LETTER.sub(" ", token.text or token.sign)


def is_duration(code: str) -> bool:
    """Whether a format shows hours, minutes or seconds beyond a day."""
    return any(_ELAPSED.fullmatch(token.bracket) for token in _tokens(code.split(";")[0]))


def _is_date_token(token: _Token) -> bool:
    elapsed = bool(token.bracket and _ELAPSED.fullmatch(token.bracket))
    return elapsed or token.sign.lower() in _DATE_SIGNS


@lru_cache(_KEPT)
def _tokens(section: str) -> _Tokens:
    """The tokens of a section, made once for all cells of its format."""
    section = _GENERAL_INSIDE.sub(_AS_GENERAL, section)
    return tuple(map(_token, _TOKEN.finditer(section)))


def _token(match: re.Match[str]) -> _Token:
    if match["bracket"] is not None:
        return _Token(bracket=match["bracket"])
    if match["scientific"]:
        return _Token(sign="E")
    if match["sign"]:
        return _Token(sign=match["sign"])
    return _Token(match["quoted"] or match["escaped"] or match["currency"] or "")


def shown(value: Decimal, code: str) -> Shown:
    """A number as a format shows it; one that the format does not change stays as it is."""
    if code in _PLAIN:
        return _plain(value)
    section, is_negative = _section(value, code)
    tokens = [_literal(token) for token in section if not token.bracket]
    signs = {token.sign for token in tokens}
    if "/" in signs and any(_is_date_token(token) for token in section if token.sign != "E"):
        return _plain(value)  # no day: -5 in a format of days
    if signs & {"E", "/", "@"}:
        seen = _spelled_out(value, section, is_negative)
    else:
        seen = _rendered(value, tokens, is_negative)
    return replace(seen, coloured=True) if any(map(_is_colour, section)) else seen


def _is_colour(token: _Token) -> bool:
    return _COLOUR.fullmatch(token.bracket) is not None


def _plain(value: Decimal) -> Shown:
    text = f"{value:f}"
    return Shown(text, text, "", "")


def _spelled_out(value: Decimal, section: Sequence[_Token], signed: bool) -> Shown:
    """A number that is shown as a fraction or by powers of ten: in plain digits, with the words
    around it."""
    places = [n for n, token in enumerate(section) if _is_digit(token)]
    tokens = [token if _is_digit(token) else _literal(token) for token in section]
    before = _printed(tokens[: places[0]])
    after = _printed(tokens[places[-1] + 1 :])
    text = f"{before}{abs(value) if signed else value:f}{after}"
    return Shown(text, f"{value:f}", before, after, parted=_is_parted(tokens, places))


def _is_digit(token: _Token) -> bool:
    """Whether a sign stands for digits of a number, or is one (# ?/16)."""
    return token.sign in (*_PLACEHOLDERS, "E", "/", "@") or token.sign.isdecimal()


def _literal(token: _Token) -> _Token:
    """A sign that means nothing prints as it stands."""
    means = token.sign in _PLACEHOLDERS or token.sign in (".", ",", "%", "E", "/", "@")
    return token if means or not token.sign else _Token(token.sign)


def _section(value: Decimal, code: str) -> tuple[_Tokens, bool]:
    """The section of a format that a number falls into, and whether it prints the sign itself."""
    sections = _sections_of_numbers(code)
    conditions = [_condition(section) for section in sections]
    if any(conditions):
        return _section_by_condition(value, sections, conditions), False
    return _section_by_sign(value, sections)


def _sections_of_numbers(code: str) -> list[_Tokens]:
    """The sections of a format; one with @ is for texts, unless there is no other."""
    sections = [_tokens(section) for section in _split(code)][:3]
    of_numbers = [tokens for tokens in sections if all(token.sign != "@" for token in tokens)]
    return of_numbers or sections


def _section_by_condition(
    value: Decimal, sections: Sequence[_Tokens], conditions: Sequence[_Test | None]
) -> _Tokens:
    """The first section whose condition holds, or that has none; else the last one."""
    for section, condition in zip(sections, conditions, strict=True):
        if condition is None or condition(value):
            return section
    return sections[-1]


def _section_by_sign(value: Decimal, sections: Sequence[_Tokens]) -> tuple[_Tokens, bool]:
    """The section for numbers above, below or at 0, and whether it prints the sign itself."""
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _split(code: str) -> list[str]:
    """The sections of a format; a semicolon in quotes parts none."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)


def _condition(section: Sequence[_Token]) -> _Test | None:
    for token in section:
        match = _CONDITION.fullmatch(token.bracket)
        if match:
            test, limit = _TESTS[match[1]], Decimal(match[2])
            return lambda value: test(value, limit)
    return None


def _rendered(value: Decimal, tokens: Sequence[_Token], signed: bool) -> Shown:
    """The number in its format, whose section prints the sign itself if it is ``signed``."""
    places = [n for n, token in enumerate(tokens) if token.sign in _PLACEHOLDERS]
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


def _printed(tokens: Sequence[_Token]) -> str:
    return "".join(token.text for token in tokens).strip()


def _with_a_last_point(tokens: Sequence[_Token]) -> list[_Token]:
    """What stands behind the last digit; a point there is printed."""
    return [_Token(".") if token.sign == "." else token for token in tokens]


def _is_parted(tokens: Sequence[_Token], places: Sequence[int]) -> bool:
    """Whether more than one point, and thousands marks, stands between the first digit and the
    last."""
    inside = _printed(_with_a_last_point(tokens[places[0] : places[-1]]))
    return THOUSANDS.sub("", inside) not in ("", ".")


def _around_the_point(
    tokens: Sequence[_Token], places: Sequence[int]
) -> tuple[list[int], list[int]]:
    """The places of digits before the point and those behind it."""
    point = next((n for n, token in enumerate(tokens) if token.sign == "."), len(tokens))
    return [n for n in places if n < point], [n for n in places if n > point]


def _has_a_set_point(tokens: Sequence[_Token], whole: Sequence[int]) -> bool:
    """Whether a printed point stands between the whole digits (``0!.0000`` shows ten thousands)."""
    return bool(whole) and any(token.text == "." for token in tokens[whole[0] : whole[-1]])


def _scale(tokens: Sequence[_Token], whole: Sequence[int], places: Sequence[int]) -> int:
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
    value: Decimal, tokens: Sequence[_Token], whole: Sequence[int], part: Sequence[int]
) -> str:
    """The digits in their places, with what stands between them (``0!.0`` sets a point)."""
    left, _, right = f"{abs(value):f}".partition(".")
    optional = len(part) - sum(tokens[n].sign == "0" for n in part)
    kept = right.rstrip("0") if optional else right
    right = right[: max(len(kept), len(part) - optional)]
    inside = _filled_from_the_right(left, tokens, whole) if whole else left
    return f"{inside or 0}.{right}" if right else inside


def _filled_from_the_right(digits: str, tokens: Sequence[_Token], whole: Sequence[int]) -> str:
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
