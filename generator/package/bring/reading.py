"""What an item says in the unit and type of a cell of the package."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.model import files
from generator.model.cell import Scalar
from generator.model.errors import Reading
from generator.model.kind import FieldSpec, FieldType
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.bring.matching import PERSON_UNITS, is_same_sort, unit_fault
from generator.package.bring.sheet_items import SheetItem, own_unit
from generator.package.bring.targets import CellTarget
from generator.package.intake.celltext import cell_text
from generator.package.intake.numbers import CellError, read_number, split_scale
from generator.package.intake.shown_numbers import hidden_digits, percentage
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.values import parse_cell
from generator.standard.wording.numbers import num

_COUNTED_WHOLE = {"人", "人次", "名", "次", "个", "家", "所", "期", "场", "户", "项", "对", "处"}
_PERSON = regex("[\u4e00-\u9fff·]{2,12}(?:[（(].*[)）])?")
_BETWEEN = regex(r"[、，,；;\n]+")
_BELOW_ZERO = {"%", "个百分点"}
_PERCENT_MOST = Decimal(1)


class ItemValue(Struct, frozen=True):
    """What is to be written, "" where it cannot be read; ``unit`` is that of the sheet.

    ``doubts`` are gone once a person said where the item goes, ``faults`` (of the number itself)
    are not. Where ``readings`` are given they are what an unclear cell may mean.
    """

    text: str = ""
    qualifier: str = ""
    value: Scalar | None = None
    unit: str = ""
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()


def value_for(item: SheetItem, target: CellTarget, year: int) -> ItemValue:
    """What an item says for a cell; what cannot be read, or may mean several things, is a doubt
    that says how to write it."""
    try:
        if target.spec.type is FieldType.NUMBER:
            return _number(item, target)
        return _other(item, target.spec, year)
    except UnclearCellError as fault:
        faults = (f"{fault.message}。{fault.todo}",)
        return ItemValue(unit=item.unit, faults=faults, readings=fault.readings)
    except CellError as fault:
        faults = (f"{fault.expected}。{fault.todo}",)
        return ItemValue(unit=item.unit, faults=faults, readings=fault.readings)


def _other(item: SheetItem, spec: FieldSpec, year: int) -> ItemValue:
    if item.cell is None:
        return ItemValue(faults=("这一格要填文字，不是数",))
    text = cell_text(item.cell, spec, year).strip()
    return ItemValue(text, value=parse_cell(text, spec, year))


def _number(item: SheetItem, target: CellTarget) -> ItemValue:
    """A number in the unit of its target. Raises UnclearCellError or CellError."""
    if item.cell is None:
        return _of_rows(item, target)
    spec = replace(target.spec, unit=item.unit or target.unit)
    text = cell_text(item.cell, spec, 0).strip()
    people = people_in(text)
    if target.unit in PERSON_UNITS and len(people) > 1:
        return _counted(people, item.unit, target)
    stated = item.unit or own_unit(text) or _unit_above(item, target)
    if not is_same_sort(stated, target.unit):
        return ItemValue(unit=stated, faults=(unit_fault(stated, [target]),))
    number = read_number(text, stated)
    several = () if stated else tuple(units_of_sheet(item.units_above, target.unit))
    hidden = ("显示的小数比存的少，按存的数读",) if hidden_digits(item.cell, spec) else ()
    read = ItemValue(
        qualifier=number.qualifier,
        unit=stated,
        notes=(*filter(None, (number.conversion,)), *hidden),
        doubts=() if several else tuple(_unit_doubts(text, stated, target)),
        faults=(
            *unit_contradiction(item.unit, item.units_above),
            *several,
            *_percent_faults(text, number.value, stated),
            *_last_faults(item, stated, target),
        ),
    )
    return _in_unit(number.value, stated, target, read)


def _of_rows(item: SheetItem, target: CellTarget) -> ItemValue:
    """A sum or a count, "" where the rows gave none."""
    unit = item.unit or _unit_above(item, target)
    if item.number is None:
        return ItemValue(unit=unit)
    if not is_same_sort(unit, target.unit):
        return ItemValue(unit=unit, faults=(unit_fault(unit, [target]),))
    doubts = () if item.is_count else tuple(_unit_doubts("", unit, target))
    several = () if unit else units_of_sheet(item.units_above, target.unit)
    faults = (*unit_contradiction(item.unit, item.units_above), *several)
    return _in_unit(item.number, unit, target, ItemValue(unit=unit, doubts=doubts, faults=faults))


def _counted(people: Sequence[str], stated: str, target: CellTarget) -> ItemValue:
    """The number of people that a cell lists."""
    doubts = [f"这是数出来的：{'、'.join(people)}"]
    twice = [name for name, count in Counter(people).items() if count > 1]
    faults = tuple(f"“{name}”有两次" for name in twice)
    count = Decimal(len(people))
    read = ItemValue(unit=stated or target.unit, doubts=tuple(doubts), faults=faults)
    return _in_unit(count, "", target, read)


def people_in(text: str) -> list[str]:
    """The people that a text lists, blanks inside a name left out; none where it lists something
    else."""
    parts = [part.split() for part in _BETWEEN.split(text) if part.strip()]
    people = [name for words in parts for name in _joined(words)]
    return people if people and all(map(_PERSON.fullmatch, people)) else []


def _joined(words: Sequence[str]) -> list[str]:
    """Words between blanks: names where each has two letters or more, else one name in parts."""
    return list(words) if all(len(word) > 1 for word in words) else ["".join(words)]


def _unit_above(item: SheetItem, target: CellTarget) -> str:
    """The unit above the table that is of the sort of the target's, "" for none."""
    alike = [unit for unit in item.units_above if is_same_sort(unit, target.unit)]
    return alike[0] if len(alike) == 1 else ""


def unit_contradiction(stated: str, units_above: Sequence[str]) -> Iterator[str]:
    """Why a unit that a heading or cell states may be wrong: the table states another one of the
    same sort for all its numbers."""
    sort = split_scale(stated)[1]
    alike = [unit for unit in units_above if split_scale(unit)[1] == sort]
    if stated and alike and stated not in alike:
        yield f"全表写的单位是{'、'.join(alike)}，这里写的却是{stated}，不知道以哪个为准"


def units_of_sheet(units_above: Sequence[str], unit: str) -> Iterator[str]:
    """Why no unit of the whole table holds for a number that states none: there are several of the
    sort of ``unit``."""
    sort = split_scale(unit)[1]
    alike = [above for above in units_above if split_scale(above)[1] == sort]
    if len(alike) > 1:
        yield f"全表写的单位有{'、'.join(alike)}，不知道以哪个为准"


def _in_unit(value: Decimal, stated: str, target: CellTarget, read: ItemValue) -> ItemValue:
    """The number in the unit of the target, and what is said about it."""
    power = split_scale(stated)[0] - split_scale(target.unit)[0] if stated else 0
    notes = read.notes
    if power:
        notes = (*notes, f"{num(value)}{stated}换算成{target.unit}")
    converted = value.scaleb(power)
    faults = (*read.faults, *_value_faults(converted, read.qualifier, target))
    return replace(read, text=num(converted), value=converted, notes=notes, faults=faults)


def _unit_doubts(text: str, stated: str, target: CellTarget) -> Iterator[str]:
    """Why a number may be meant in another unit."""
    if not stated and split_scale(target.unit)[0]:
        yield f"表上没有写单位，不知道是不是{target.unit}，请在标题里写明"
    if not stated and target.unit == "%" and "%" not in text:
        yield "表上没有写是不是百分数"
    if stated and split_scale(stated)[1] != split_scale(target.unit)[1]:
        yield f"表上的单位是“{stated}”，这里是“{target.unit}”"


def _percent_faults(text: str, value: Decimal, stated: str) -> Iterator[str]:
    if stated == "%" and "%" not in text and 0 < abs(value) <= _PERCENT_MOST:
        yield f"不知道是{num(value)}%还是{num(value * 100)}%"


def _last_faults(item: SheetItem, stated: str, target: CellTarget) -> Iterator[str]:
    last = last_value(item, stated, target)
    if last is not None and target.last is not None and last != target.last:
        yield f"表上的上年数是{num(last)}，上年数据包里是{num(target.last)}"


def last_value(item: SheetItem, stated: str, target: CellTarget) -> Decimal | None:
    """Last year's number as the sheet has it, in the unit of the target; None where it is
    unknown."""
    if not item.last.strip() or target.spec.type is not FieldType.NUMBER:
        return None
    unit = stated or target.unit
    try:
        value = read_number(item.last, unit).value
    except CellError:
        return None
    return value.scaleb(split_scale(unit)[0] - split_scale(target.unit)[0])


def oddities(value: Decimal, unit: str) -> Iterator[str]:
    """Why a number can hardly be meant in its unit."""
    if value < 0 and unit not in _BELOW_ZERO:
        yield "是负数"
    if unit in _COUNTED_WHOLE and value % 1:
        yield f"{num(value)}{unit}不是整数"


def _value_faults(value: Decimal, qualifier: str, target: CellTarget) -> Iterator[str]:
    yield from oddities(value, target.unit)
    if qualifier and target.file == files.INDICATORS and target.value != value:
        yield f"带“{qualifier}”，统计表里没有地方写，取的话只写数"


def written_as(item: SheetItem, unit: str) -> str:
    """The label and number of an item as its sheet shows them."""
    text = num(item.number) if item.number is not None else ""
    if item.cell is not None:
        text = percentage(item.cell) or " ".join(item.cell.text.split())
    label = " ".join(item.name.split())
    unit = "" if re.search(r"[^0-9.,，\s+-]$", text) else unit
    return f"{label} {text}{unit}".strip()
