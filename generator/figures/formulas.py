"""The functions of formulas: sums and counts that know the cells they were made of.

类别：合计和计数，公式和提纲里都能用
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from generator.figures.figure import Figure, is_known, merged
from generator.figures.records import RecordColumn, RecordSet
from generator.figures.weighed import greatest, least, reached
from generator.model.cell import Scalar, Source
from generator.model.kind import FieldType, RecordSpec

LookUp = Callable[[str], Figure]
# Formulas and templates call the functions, which no checker sees.
Function = Callable[..., Figure]  # type: ignore[explicit-any]


def total(look_up: LookUp, column: RecordColumn, **wanted: object) -> Figure:
    """The sum of a column; unknown where a cell is blank or no row is chosen.

    说明：一列数的合计，可以按别的列的值选行。有一格没有填，或没有选中一行，合计就是不知道，不是 0。
    列里填的是键的，合计的是这些键的数。
    用法：安排资金{{ 合计(资金.金额) }}
    印出：安排资金1486.5万元
    用法：产业项目{{ 合计(资金.金额, 用途='产业') }}
    印出：产业项目1286万元
    """
    chosen = column.filtered(**wanted)
    addends = _addends(look_up, chosen)
    asked = chosen.selection.sources(chosen.rows)
    sources = merged(asked, *(addend.sources for addend in addends))
    return _computed(
        f"合计({chosen.key})",
        f"{column.spec.name}{column.field.name}合计",
        _sum(addends, chosen),
        sources or (_file(column.spec),),
        column.field.unit or next((addend.unit for addend in addends), ""),
    )


class _Addend(NamedTuple):
    """What a sum needs to know of each of many cells; ``name`` is that of a figure, "" else."""

    value: Scalar | None
    unit: str
    sources: tuple[Source, ...]
    name: str = ""


def _addends(look_up: LookUp, column: RecordColumn) -> list[_Addend]:
    """The cells of a column; where they hold keys, the figures of these, and where blank ones are
    computed, what they make."""
    holds_keys = column.field.type is FieldType.FIGURE_KEY
    if not holds_keys and not any(row.fills for row in column.rows):
        return [_Addend(cell.value, cell.unit, (cell.source,)) for cell in column.cells]
    figures = [look_up(str(cell.value)) if holds_keys else cell for cell in column]
    return [_Addend(figure.value, figure.unit, figure.sources, figure.name) for figure in figures]


def _sum(addends: Sequence[_Addend], column: RecordColumn) -> Decimal | None:
    """The sum, None where one is blank or there is none. Raises ValueError where one is no
    number."""
    if not addends or not all(is_known(addend.value) for addend in addends):
        return None
    whole = Decimal(0)
    for n, addend in enumerate(addends):
        if not isinstance(addend.value, Decimal):
            name = addend.name or list(column)[n].name
            raise ValueError(f"“{name}”不是数，不能参加计算")
        whole += addend.value
    return whole


def count(what: RecordSet | Figure, **wanted: object) -> Figure:
    """The number of records, or of the items in a list cell; unknown where the file has no row or
    the cell is blank.

    说明：记录有几条，可以按列的值选行；或者一格列表里有几项。整个文件没有一行，或这一格没有填，就是不知道。
    印出来没有单位，用 unit 加量词。
    用法：印发文件{{ 计数(政策文件)|unit('件') }}
    印出：印发文件2件
    用法：来访{{ 计数(互访, 方向='东到西')|unit('次')|cn }}
    印出：来访一次
    """
    return _items(what) if isinstance(what, Figure) else _records(what, wanted)


def _records(records: RecordSet, wanted: Mapping[str, object]) -> Figure:
    chosen = records.filtered(**wanted)
    return _computed(
        f"计数({records.spec.name}{chosen.selection.words})",
        f"{records.spec.name}数",
        Decimal(len(chosen)) if chosen.selection.filled else None,
        (_file(records.spec), *chosen.selection.sources(chosen)),
    )


def _items(cell: Figure) -> Figure:
    value = Decimal(len(cell.value)) if isinstance(cell.value, tuple) else None
    return _computed(f"计数({cell.key})", f"{cell.name}数", value, cell.sources)


def distinct(column: RecordColumn) -> Figure:
    """The number of different values of a column, blanks aside; unknown where the file has no row.

    说明：一列里不同的值有几个，没有填的不算。整个文件没有一行，就是不知道。
    用法：涉及{{ 种数(资金.用途)|unit('个') }}方面
    印出：涉及2个方面
    """
    cells = [cell for cell in column if cell.known]
    values = {cell.value for cell in cells}
    return _computed(
        f"种数({column.key})",
        f"{column.spec.name}{column.field.name}种数",
        Decimal(len(values)) if column.selection.filled else None,
        merged((_file(column.spec),), *(cell.sources for cell in cells)),
    )


FORMULA_FUNCTIONS: Mapping[str, Function] = {
    "合计": total,
    "计数": count,
    "种数": distinct,
    "min": least,
    "max": greatest,
    "达成度": reached,
}
"""Every function by its name in formulas and templates."""


def formula_functions(look_up: LookUp) -> dict[str, Function]:
    """The functions ready to be called; ``look_up`` gives the figures of keys that a cell holds."""
    return {**FORMULA_FUNCTIONS, "合计": partial(total, look_up)}


def _file(spec: RecordSpec) -> Source:
    return Source(spec.file)


def _computed(
    formula: str,
    name: str,
    value: Decimal | None,
    sources: tuple[Source, ...],
    unit: str = "",
) -> Figure:
    return Figure(formula, name, value, unit, sources=sources, formula=formula)
