"""A number format taken apart: its sections, the signs in them, whether they show a day (ECMA-376,
part 1, 18.8.31; the signs of Excel and WPS)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from generator.model.regex import regex
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
PLACEHOLDERS = set("0#?")
_LETTER = regex("[A-Za-z]")
_YEAR_IN_CHINESE = regex("[〇○零一二三四五六七八九]{4}")
_IN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_Test = Callable[[Decimal], bool]
_NAMES_OF_GENERAL = (GENERAL, "G/通用格式")
_GENERAL_INSIDE = regex("|".join(_NAMES_OF_GENERAL), re.IGNORECASE)
_AS_GENERAL = "0.##########"
PLAIN = (*_NAMES_OF_GENERAL, "@", "")


class FormatToken(Struct, frozen=True):
    """A piece of a format: ``text`` that is printed as it stands, or a ``sign`` that means
    something; ``bracket`` is what stands in [ ]."""

    text: str = ""
    sign: str = ""
    bracket: str = ""


FormatTokens = tuple[FormatToken, ...]
"""A section of a format."""


@lru_cache(_KEPT)
def is_date(code: str) -> bool:
    """Whether a format shows a day or a time."""
    if code in PLAIN:
        return False
    tokens = _tokens(code.split(";")[0])
    signs = "".join(token.sign for token in tokens)
    has_digits = PLACEHOLDERS & set(_FRACTION.sub("s", signs))
    return not has_digits and any(map(is_date_token, tokens))


def date_signs(code: str) -> set[str]:
    """The signs of day and time in a format: y (or e), m, d, h, s; none where it shows no date."""
    if not is_date(code):
        return set()
    return {token.sign.lower() for token in _tokens(code.split(";")[0]) if is_date_token(token)}


def numbers_beside(code: str, year: int) -> list[str]:
    """The numbers that a format of days shows of a day in that year beside its month and day: the
    year, and those that are written in the format itself ("2020年"m"月"); none where it shows no
    date."""
    if not is_date(code):
        return []
    text = "".join(map(_beside_a_day, _tokens(code.split(";")[0])))
    text = re.sub("y{3,}|e+", str(year), text)
    text = re.sub("y+", f"{year % 100:02d}", text)
    text = _YEAR_IN_CHINESE.sub(lambda match: match[0].translate(_IN_DIGITS), text)
    return re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])|[0-9]+(?=年)", narrow(text))


def _beside_a_day(token: FormatToken) -> str:
    """What a token prints beside a month and a day, without letters; y and e stand for the year."""
    sign = token.sign.lower()
    if sign in _DATE_SIGNS | PLACEHOLDERS:
        return sign if sign in ("y", "e") else " "
    return _LETTER.sub(" ", token.text or token.sign)


def is_duration(code: str) -> bool:
    """Whether a format shows hours, minutes or seconds beyond a day."""
    return any(_ELAPSED.fullmatch(token.bracket) for token in _tokens(code.split(";")[0]))


def is_date_token(token: FormatToken) -> bool:
    """Whether a token shows a part of a day or of a time."""
    elapsed = bool(token.bracket and _ELAPSED.fullmatch(token.bracket))
    return elapsed or token.sign.lower() in _DATE_SIGNS


@lru_cache(_KEPT)
def _tokens(section: str) -> FormatTokens:
    """The tokens of a section, made once for all cells of its format."""
    section = _GENERAL_INSIDE.sub(_AS_GENERAL, section)
    return tuple(map(_token, _TOKEN.finditer(section)))


def _token(match: re.Match[str]) -> FormatToken:
    if match["bracket"] is not None:
        return FormatToken(bracket=match["bracket"])
    if match["scientific"]:
        return FormatToken(sign="E")
    if match["sign"]:
        return FormatToken(sign=match["sign"])
    return FormatToken(match["quoted"] or match["escaped"] or match["currency"] or "")


def section_of(value: Decimal, code: str) -> tuple[FormatTokens, bool]:
    """The section of a format that a number falls into, and whether it prints the sign itself."""
    sections = _sections_of_numbers(code)
    conditions = [_condition(section) for section in sections]
    if any(conditions):
        return _section_by_condition(value, sections, conditions), False
    return _section_by_sign(value, sections)


def _sections_of_numbers(code: str) -> list[FormatTokens]:
    """The sections of a format; one with @ is for texts, unless there is no other."""
    sections = [_tokens(section) for section in _split(code)][:3]
    of_numbers = [tokens for tokens in sections if all(token.sign != "@" for token in tokens)]
    return of_numbers or sections


def _section_by_condition(
    value: Decimal, sections: Sequence[FormatTokens], conditions: Sequence[_Test | None]
) -> FormatTokens:
    """The first section whose condition holds, or that has none; else the last one."""
    for section, condition in zip(sections, conditions, strict=True):
        if condition is None or condition(value):
            return section
    return sections[-1]


def _section_by_sign(value: Decimal, sections: Sequence[FormatTokens]) -> tuple[FormatTokens, bool]:
    """The section for numbers above, below or at 0, and whether it prints the sign itself."""
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _split(code: str) -> list[str]:
    """The sections of a format; a semicolon in quotes parts none."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)


def _condition(section: Sequence[FormatToken]) -> _Test | None:
    for token in section:
        match = _CONDITION.fullmatch(token.bracket)
        if match:
            test, limit = _TESTS[match[1]], Decimal(match[2])
            return lambda value: test(value, limit)
    return None
