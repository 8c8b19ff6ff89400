"""What stands in a cell, as the text that people see in it; hidden decimals of a number count."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.model.errors import Reading, excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.characters import narrow
from generator.package.intake.formats import THOUSANDS, Shown, date_signs, numbers_beside, shown
from generator.package.intake.grid import CellMarks, RawCell
from generator.package.intake.numbers import CellError, own_scale, read_number, split_scale
from generator.standard.wording.numbers import BEFORE

_SERIAL = regex(r"[0-9]{5}(\.0+)?")
_SERIALS = (32874, 73050)
"""Days of Excel from 1990 to 2099."""
_ERROR = regex(r"#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|[A-Z_]{4,}[!?]?|#{2,})")
"""What a formula gives that failed or is not done; the last are columns too narrow for a number."""
_PICTURE = regex(r"=?(_xlfn\.)?(DISPIMG|IMAGE)\(", re.IGNORECASE)
_SUSPECT = ("#", "＃", "=", "＝", "_", "D", "d", "I", "i")
"""How errors, formulas and pictures may begin."""
_FORMULA = regex(r"=[A-Z][A-Z0-9.]*\(")
_WORDS = regex(r"[^\w%‰°/]")
"""What is no word of a unit in a number format: brackets, blanks."""
_DIGIT = regex(r"\d")
_MORE = regex(r"\d|^[-+＋−－±~～]|[-+＋−－±~～]$")
"""What makes a number another one where a format prints it behind: 0"(1)", 0"~15", 0"+"."""
_LETTER_AND_DIGIT = regex(r"[A-Za-z]\d")
_NOTE = regex(r"[（(][^（）()]*\d[^（）()]*[)）]")
_MEASURED = (FieldType.NUMBER, FieldType.DATE)
"""Types in which nothing raised or lowered belongs to the value."""
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


class UnclearCellError(ValueError):
    """A cell that does not say clearly what it holds: what is wrong, what to do, and what it may
    mean."""

    def __init__(self, message: str, todo: str, readings: tuple[Reading, ...] = ()) -> None:
        super().__init__(message)
        self.message, self.todo, self.readings = message, todo, readings


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


def _shown_number(cell: RawCell) -> Shown | None:
    """A number as its cell shows it; None where it holds none, or one too large."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if abs(value) > _LARGEST:
        return None
    return shown(Decimal(number_text(value)), cell.format)


def cell_text(cell: RawCell, spec: FieldSpec, year: int) -> str:
    """The text of a cell in a column of that type; ``year`` is that of the report.

    Raises UnclearCellError where it is not clear what is meant.
    """
    value = cell.value
    if cell.looks is not None:
        _require_plain_looks(cell, cell.looks, spec, year)
    match value:
        case None if cell.formula:
            todo = "请在 Excel 或 WPS 里打开，算好后存一次，或直接填数"
            raise UnclearCellError("公式没有存下算出的值", todo)
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case dt.date():
            return _date(value, cell.format, spec, year)
        case dt.time() | dt.timedelta():
            raise UnclearCellError(f"写的是时刻“{value}”", "请改为数字或日期")
        case int() | float():
            if isinstance(value, float) and not math.isfinite(value):
                raise UnclearCellError(f"存的数是“{value}”", "请改为数字")
            return _number(value, cell, spec)
    return _text(value, spec, cell.epoch)


def require_plain_looks(cell: RawCell) -> None:
    """Raise UnclearCellError where something in a cell of words is crossed out, or stands raised in
    a number or right behind one."""
    if cell.looks is not None:
        _require_plain_looks(cell, cell.looks, FieldSpec("", FieldType.TEXT), 0)


def require_as_stored(cell: RawCell) -> None:
    """Raise UnclearCellError where the format of a number or a day, whatever it is for, shows
    another one than is stored."""
    value, code = cell.value, cell.format
    if isinstance(value, dt.date):
        beside = numbers_beside(code, value.year) if date_signs(code) else []
        _require_no_other_year(value, beside, FieldSpec("", FieldType.DATE), has_day=True)
        return
    seen = _shown_number(cell)
    if seen is None or isinstance(value, bool) or not isinstance(value, int | float):
        return
    if not seen.number:
        _without_digits(number_text(value), seen)
        return
    plain = replace(seen, number=THOUSANDS.sub("", seen.number))
    _require_same_number(Decimal(number_text(value)), plain)


def _require_plain_looks(cell: RawCell, looks: CellMarks, spec: FieldSpec, year: int) -> None:
    whole = replace(cell, looks=None)
    if cell.is_struck:
        message = f"格子里有划掉的字，“{excerpt(cell.text)}”整格都划掉了"
        readings = (*_as_number("还算", whole, spec, year), Reading("不算了，空着", None))
        todo = "不算了就清空这一格，还算就去掉删除线"
        raise UnclearCellError(message, todo, readings if len(readings) > 1 else ())
    if looks.left.strip() != cell.text.strip():
        message = (
            f"格子里有划掉的字，连划掉的是“{excerpt(cell.text)}”，没划的是“{excerpt(looks.left)}”"
        )
        todo = "请删去划掉的字，或去掉删除线"
        raise UnclearCellError(message, todo, _either(looks.left, "划掉的不算", whole, spec, year))
    if looks.in_number or (spec.type in _MEASURED and looks.level.strip() != cell.text.strip()):
        message = f"格子里有上标或下标的字，“{excerpt(cell.text)}”去掉它是“{excerpt(looks.level)}”"
        todo = "是注码就请删去，是数就请改为一般的字"
        raise UnclearCellError(message, todo, _either(looks.level, "上下标不算", whole, spec, year))


def _either(
    less: str, meaning: str, whole: RawCell, spec: FieldSpec, year: int
) -> tuple[Reading, ...]:
    """A number without some of its characters and with them; nothing where one of them is none."""
    part = replace(whole, value=less)
    both = (*_as_number(meaning, part, spec, year), *_as_number("都算", whole, spec, year))
    return both if len(both) > 1 else ()


def _as_number(meaning: str, cell: RawCell, spec: FieldSpec, year: int) -> Iterator[Reading]:
    """What a cell says in a column of numbers; nothing where it is none."""
    if spec.type is not FieldType.NUMBER:
        return
    try:
        text = cell_text(cell, spec, year).strip()
        read_number(text, spec.unit)
    except (UnclearCellError, CellError):
        return
    yield Reading(f"{meaning}：{text}", text)


def _text(text: str, spec: FieldSpec, epoch: dt.datetime) -> str:
    if spec.type is not FieldType.DATE and not text.lstrip().startswith(_SUSPECT):
        return text
    plain = narrow(text).strip()
    _require_content(plain)
    counts_days = spec.type is FieldType.DATE and _SERIAL.fullmatch(plain)
    return (counts_days and _serial(float(plain), epoch)) or text


def _require_content(plain: str) -> None:
    """Raise UnclearCellError where a formula or a picture stands for the content of a cell."""
    if _ERROR.fullmatch(plain):
        raise UnclearCellError(f"公式出错（{plain}）", "请改正公式，或直接填数")
    if _PICTURE.match(plain):
        raise UnclearCellError("格子里是嵌入的图片，读不了", "请删去图片，填上文字或数")
    if _FORMULA.match(plain):
        raise UnclearCellError("写的是公式，没有算出的值", "请把公式换成算出的值")


def _serial(value: float, epoch: dt.datetime) -> str:
    """The day that a serial number means; "" where it means none of these times."""
    if not _SERIALS[0] <= value <= _SERIALS[1]:
        return ""
    return (epoch + dt.timedelta(days=int(value))).date().isoformat()


def _number(value: int | float, cell: RawCell, spec: FieldSpec) -> str:
    """A number as its column needs it: as shown where it is a text, a percentage or a day."""
    stored = number_text(value)
    seen = shown(Decimal(stored), cell.format)
    if not seen.number:
        return _without_digits(stored, seen)
    if spec.type is FieldType.DATE:
        return _serial(value, cell.epoch) or _year_and_month(seen, stored)
    if spec.type is not FieldType.NUMBER:
        return seen.text
    seen = replace(seen, number=THOUSANDS.sub("", seen.number))
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


def _date(value: dt.date, number_format: str, spec: FieldSpec, year: int) -> str:
    """A date by what its format shows: 2021-05-18, 2021-05 (no day shown), 5月18日 (no year); all
    of it where the format is none of a date."""
    _refuse_time(value)
    signs = date_signs(number_format) or {"y", "m", "d"}
    beside = numbers_beside(number_format, value.year) if date_signs(number_format) else []
    has_year, has_day = bool(signs & {"y", "e"} or beside), "d" in signs
    _require_no_other_year(value, beside, spec, has_day)
    if spec.type is FieldType.DATE:
        _require_month(value, signs, has_year, has_day)
    if not has_year and value.year != year:
        raise _other_year(value, year)
    if spec.type is FieldType.DATE:
        return _in_signs(value, has_day)
    if spec.type is FieldType.TEXT and "月" in number_format:
        return _spelled(value, has_year, has_day)
    message = f"被 Excel 当作日期（{value:%Y-%m-%d}）"
    raise UnclearCellError(message, "请把这一格的格式设为“文本”后重新键入")


def _require_no_other_year(
    value: dt.date, beside: Sequence[str], spec: FieldSpec, has_day: bool
) -> None:
    """Raise UnclearCellError where a format shows a number beside the month and the day that is not
    the stored year."""
    own = (f"{value.year}", f"{value.year % 100:02d}")
    others = [number for number in beside if number not in own]
    if not others:
        return
    stored = _in_signs(value, has_day)
    message = f"格式里写着“{others[0]}”，存的却是{value:%Y-%m-%d}"
    todo = f"请把格式改为一般的日期，是存的就写成 {stored}"
    readings = (Reading(f"是存的{stored}", stored), Reading("不知道", None))
    raise UnclearCellError(message, todo, readings if spec.type is FieldType.DATE else ())


def _in_signs(value: dt.date, has_day: bool) -> str:
    """A day as 2021-05-18, without the day 2021-05."""
    month = f"{value.year:04d}-{value.month:02d}"
    return f"{month}-{value.day:02d}" if has_day else month


def _require_month(value: dt.date, signs: set[str], has_year: bool, has_day: bool) -> None:
    """Raise UnclearCellError where a format shows a year, a day or an hour alone."""
    is_time = bool(signs & {"h", "s"}) and not (has_year or has_day)
    if "m" in signs and not is_time:
        return
    year, day = f"{value.year:04d}", f"{value:%Y-%m-%d}"
    if has_year:
        todo = f"只知道年份就写 {year}，否则请写成 {day}"
        readings = (Reading(f"是{year}年", year), Reading(f"是{day}", day))
        raise UnclearCellError(f"只看得到年份{year}，存的却是{day}", todo, readings)
    seen = f"只看得到{value.day}日" if has_day else "看不到年月日"
    readings = (Reading(f"是{day}", day), Reading("不知道", None))
    todo = f"请写成 {day} 那样，不知道就清空"
    raise UnclearCellError(f"{seen}，存的却是{day}", todo, readings)


def _refuse_time(value: dt.date) -> None:
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        raise UnclearCellError(f"写的是“{value:%Y-%m-%d %H:%M}”，带有时刻", "请只写日期")


def _other_year(date: dt.date, year: int) -> UnclearCellError:
    message = f"显示的是{date.month}月{date.day}日，存的却是{date.year}年"
    todo = f"如果是{year}年，请写成 {year}-{date.month:02d}-{date.day:02d}"
    return UnclearCellError(message, todo)


def _spelled(date: dt.date, has_year: bool, has_day: bool) -> str:
    year = f"{date.year}年" if has_year else ""
    day = f"{date.day}日" if has_day else ""
    return f"{year}{date.month}月{day}"
