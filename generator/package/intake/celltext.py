"""What stands in a cell, as the text that people see in it."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator

from generator.model.errors import Reading, excerpt
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.intake.characters import narrow
from generator.package.intake.grid import CellMarks, RawCell
from generator.package.intake.numbers import CellError, read_number
from generator.package.intake.shown_days import day_of_serial, day_text, require_stored_day
from generator.package.intake.shown_numbers import number_in_column, require_stored_number
from generator.package.intake.unclear import UnclearCellError

_SERIAL = regex(r"[0-9]{5}(\.0+)?")
_ERROR = regex(r"#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|[A-Z_]{4,}[!?]?|#{2,})")
"""What a formula gives that failed or is not done; the last are columns too narrow for a number."""
_PICTURE = regex(r"=?(_xlfn\.)?(DISPIMG|IMAGE)\(", re.IGNORECASE)
_SUSPECT = ("#", "＃", "=", "＝", "_", "D", "d", "I", "i")
"""How errors, formulas and pictures may begin."""
_FORMULA = regex(r"=[A-Z][A-Z0-9.]*\(")
_MEASURED = (FieldType.NUMBER, FieldType.DATE)
"""Types in which nothing raised or lowered belongs to the value."""


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
            return day_text(value, cell.format, spec, year)
        case dt.time() | dt.timedelta():
            raise UnclearCellError(f"写的是时刻“{value}”", "请改为数字或日期")
        case int() | float():
            if isinstance(value, float) and not math.isfinite(value):
                raise UnclearCellError(f"存的数是“{value}”", "请改为数字")
            return number_in_column(value, cell, spec)
    return _text(value, spec, cell.epoch)


def require_plain_looks(cell: RawCell) -> None:
    """Raise UnclearCellError where something in a cell of words is crossed out, or stands raised in
    a number or right behind one."""
    if cell.looks is not None:
        _require_plain_looks(cell, cell.looks, FieldSpec("", FieldType.TEXT), 0)


def require_as_stored(cell: RawCell) -> None:
    """Raise UnclearCellError where the format of a number or a day, whatever it is for, shows
    another one than is stored."""
    if isinstance(cell.value, dt.date):
        require_stored_day(cell.value, cell.format)
    else:
        require_stored_number(cell)


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
    return (counts_days and day_of_serial(float(plain), epoch)) or text


def _require_content(plain: str) -> None:
    """Raise UnclearCellError where a formula or a picture stands for the content of a cell."""
    if _ERROR.fullmatch(plain):
        raise UnclearCellError(f"公式出错（{plain}）", "请改正公式，或直接填数")
    if _PICTURE.match(plain):
        raise UnclearCellError("格子里是嵌入的图片，读不了", "请删去图片，填上文字或数")
    if _FORMULA.match(plain):
        raise UnclearCellError("写的是公式，没有算出的值", "请把公式换成算出的值")
