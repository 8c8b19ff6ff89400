"""A number as a person writes it into a cell: digits, marks between them, a unit, a qualifier.

What is clear is read; what may mean two things is asked, with both readings and how to write each.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from generator.model import limits
from generator.model.errors import Reading
from generator.model.regex import regex
from generator.package.intake.characters import is_wide, narrow
from generator.standard.wording.numbers import AFTER, BEFORE, INSIDE

_SCALES = {"百万": 6, "千万": 7, "万": 4, "亿": 8, "千": 3}
"""Powers of ten that a unit may begin with."""
_NOTHING = regex(
    r"[-/\\—–―‐‑一~～.·…*×xX]+|暂?[无未没缺待空][\u4e00-\u9fff]{0,4}|不[详明适]\w{0,2}"
    r"|[nN]/?[aA]|[nN]one|null|NULL"
)
"""What people write where there is no number: nothing to count, or nothing known."""
_BLANKS = " \u00a0\u2007\u2009\u202f"
"""Blanks that may stand between groups of three digits (SI brochure 5.4.4)."""
_PARTS = regex(
    rf"(?P<before>{'|'.join(BEFORE)})?\s*(?P<sign>[-+−])?\s*"
    r"(?P<body>[0-9][0-9.,，\s]*?)\s*"
    rf"(?P<inside>[{''.join(INSIDE)}])?"
    rf"(?P<scale>{'|'.join(_SCALES)})?(?P<late>[{''.join(INSIDE)}])?\s*"
    rf"(?P<unit>[A-Za-z\u4e00-\u9fff%‰°℃㎡/]*?)(?P<after>{'|'.join(AFTER)})?"
)
_SIMPLE = regex(rf"-?[0-9]{{1,{limits.CELL_DIGITS // 2}}}(\.[0-9]{{1,{limits.CELL_DIGITS // 2}}})?")
_PLAIN = regex(r"[0-9]+(\.[0-9]+)?")
_GROUPED = regex(r"[1-9][0-9]{0,2}((?P<mark>[^0-9.])[0-9]{3})((?P=mark)[0-9]{3})*(\.[0-9]+)?")
_TODO = "请写阿拉伯数字，如 12；单位可以不写，要写就写表上的；还不知道就留空"
_TODO_BARE = "请只写阿拉伯数字，如 12；还不知道就留空"
"""Where nothing is counted a unit is not read."""


class CellError(ValueError):
    """A cell that is not what its column declares: what was expected, what to do, and what it may
    mean."""

    def __init__(self, expected: str, todo: str, readings: tuple[Reading, ...] = ()) -> None:
        super().__init__(expected)
        self.expected, self.todo, self.readings = expected, todo, readings


class NumberReading(Struct, frozen=True):
    """A number in the unit of its column; ``qualifier`` is what stands with it (约, 余 …), and
    ``conversion`` says from which unit it was converted, "" where it was not."""

    value: Decimal
    qualifier: str = ""
    conversion: str = ""


def read_number(text: str, unit: str = "") -> NumberReading:
    """The number in ``text``, for a column or row of that unit.

    Full-width digits, thousands marks, the row's own unit and 万, 亿 of it are read. Raises
    CellError where it is no number or may be several.
    """
    if text.isascii() and _SIMPLE.fullmatch(text):
        return NumberReading(Decimal(text))
    plain = narrow(text).strip()
    if _NOTHING.fullmatch(plain):
        raise _nothing_there()
    parts = _PARTS.fullmatch(_with_wide_commas(text).strip())
    if parts is None:
        raise CellError("应当是数字", _todo(plain))
    value = _signed(_value(parts["body"], text), parts["sign"])
    written = (parts["scale"] or "") + parts["unit"]
    power = _power_between(written, unit)
    qualifier = _qualifier(parts)
    if power == 0:
        return NumberReading(value, qualifier)
    converted = Decimal(f"{value.scaleb(power).normalize():f}")
    return NumberReading(converted, qualifier, f"按“{written}”换算成{unit or '个'}")


def parse_number(text: str, unit: str = "") -> Decimal:
    """The number in ``text`` where nothing may stand with it. Raises CellError as
    ``read_number``."""
    number = read_number(text, unit)
    if number.qualifier:
        raise CellError(f"应当是数字，这里不能带“{number.qualifier}”", "请只写数字")
    return number.value


def _with_wide_commas(text: str) -> str:
    """The text in half-width characters, but a full-width comma stays one."""
    return "，".join(map(narrow, text.split("，")))


def _nothing_there() -> CellError:
    readings = (Reading("还不知道", None), Reading("是零", "0"))
    expected = "应当是数字，不知道是没有还是不详"
    return CellError(expected, "还不知道就留空，是零就写 0", readings)


def _todo(plain: str) -> str:
    if re.fullmatch(r"[-+]?[0-9.]+[eE][-+]?[0-9]+", plain):
        return "这是科学计数，请把列放宽、格式设为“常规”，写出全部数字"
    return _TODO


def _value(body: str, text: str) -> Decimal:
    """The digits of a number. Raises CellError where they may be two numbers or are too many."""
    if not _PLAIN.fullmatch(body):
        _require_thousands(body, text)
    digits = re.sub(r"[^0-9.]", "", body)
    if sum(map(str.isdigit, digits)) > limits.CELL_DIGITS:
        raise CellError(f"数最多{limits.CELL_DIGITS}位", "请核对；小数请四舍五入")
    return Decimal(digits)


def _require_thousands(body: str, text: str) -> None:
    """Raise CellError unless the marks between the digits group thousands: one kind, groups of
    three, commas as wide as the digits."""
    grouped = _GROUPED.fullmatch(body)
    mark = grouped["mark"] if grouped else ""
    if not _can_group(mark):
        raise _several(body)
    if mark in ",，" and _widths(text) != {mark == "，"}:
        raise _several(body, joined=True)


def _can_group(mark: str) -> bool:
    """Whether it is a comma or a blank in a line."""
    return mark not in ("", *"\n\t") and mark in (*",，", *_BLANKS)


def _widths(text: str) -> set[bool]:
    """Whether the digits of a text are wide: both where some are."""
    return {is_wide(char) for char in text if narrow(char) in "0123456789"}


def _several(body: str, joined: bool = False) -> CellError:
    """Digits that may be two numbers; ``joined``: or one with thousands marks."""
    numbers = [part for part in re.split(r"[,，\s]+", body) if part]
    if len(numbers) < 2 or not all(map(_PLAIN.fullmatch, numbers)):
        return CellError("应当是数字", _TODO)
    one = re.sub(r"[^0-9.]", "", body)
    several = Reading(f"是{len(numbers)}个数：{'、'.join(numbers)}", None)
    if not joined:
        todo = "请只留一个，其余的写在各自的格子里"
        return CellError(f"应当是数字，这里像是{len(numbers)}个数", todo, (several,))
    todo = f"是一个数就写 {one}；是{len(numbers)}个数就分开写在各自的格子里"
    readings = (Reading(f"是一个数：{one}", one), several)
    return CellError("应当是数字，不知道逗号是千分位还是分隔", todo, readings)


def _signed(value: Decimal, sign: str | None) -> Decimal:
    return -value if sign in ("-", "−") else value


def _qualifier(parts: re.Match[str]) -> str:
    """The qualifier as 修饰 has it. Raises CellError where there are several."""
    words = [parts[name] for name in ("before", "inside", "late", "after") if parts[name]]
    if len(words) > 1:
        raise CellError(f"应当是数字，“{'”“'.join(words)}”不能一起用", "请只留数字")
    return words[0] if words else ""


def _power_between(written: str, unit: str) -> int:
    """The power of ten from a written unit ("" for none) to that of the row. Raises CellError where
    they measure different things."""
    if not written or written == unit:
        return 0
    (power, base), (own, own_base) = split_scale(written), split_scale(unit)
    if base == own_base or (not base and power):
        return power - own
    raise _of_other_unit(written, unit)


def _of_other_unit(written: str, unit: str) -> CellError:
    if not unit:
        return CellError("应当是数字", _TODO_BARE)
    return CellError(f"应当是数字，单位是{unit}", f"写的单位是“{written}”，请换算好，只写数字")


def split_scale(unit: str) -> tuple[int, str]:
    """A unit as a power of ten and what is counted: 万元 → 4, 元; 个 → 0, 个."""
    for word, power in _SCALES.items():
        if unit.startswith(word):
            return power, unit.removeprefix(word)
    return 0, unit


def own_scale(unit: str) -> int:
    """The power of ten of a unit: 4 for 万元, 0 for 人."""
    return split_scale(unit)[0]
