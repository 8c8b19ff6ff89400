"""The data of a package as pandas tables, for whoever computes with them in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model.cell import Cell, Scalar
from generator.model.dataset import Dataset, Records
from generator.package.read import load_package

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["frames"]

_OF_NUMBERS = ("键", "名称", "数值", "单位", "来源")
FORM, FIGURES = "统计表", "数据"


def frames(package: Path, *, templates: Path | None = None) -> dict[str, DataFrame]:
    """The tables of a package by name: 统计表 (the form), 数据 (figures.csv), each record file.

    The index is the code of a row of the form, else the key. A number is a Decimal in the unit of
    its row or column, a date as the package has it; blank is None, never 0. 来源, in the first two,
    is the cell that a value was read from. Raises InputError and DataError as ``compose`` does.

    例：
        >>> tables = frames(Path("清河-2023"))
        >>> tables["数据"].loc["资金.教育帮扶", "数值"]
        Decimal('50')
        >>> list(tables["政策文件"]["标题"])
        ['挂职干部关爱办法']
    """
    dataset, _ = load_package(package, templates)
    tables = {FORM: _form(dataset), FIGURES: _figures(dataset)}
    for name, records in dataset.records.items():
        tables[name] = _of_file(records)
    return tables


def _form(dataset: Dataset) -> DataFrame:
    rows = [
        (row.form.code, *_number(row.form.key, row.label or row.form.label, row.cell))
        for row in dataset.indicators
    ]
    return _table(rows, ("代码", *_OF_NUMBERS))


def _figures(dataset: Dataset) -> DataFrame:
    rows = [_number(row.key, row.name, row.cell) for row in dataset.figures]
    return _table(rows, _OF_NUMBERS)


def _number(key: str, name: str, cell: Cell) -> tuple[str | Scalar | None, ...]:
    return key, name, cell.value, cell.unit, str(cell.source)


def _of_file(records: Records) -> DataFrame:
    key = records.spec.key_field.name
    columns = [field.name for field in records.spec.fields if field.name != key]
    rows = [(record.key, *_values(record.cells, columns)) for record in records]
    return _table(rows, (key, *columns))


def _values(cells: Mapping[str, Cell], columns: Sequence[str]) -> Iterable[Scalar | None]:
    return (cells[column].value for column in columns)


def _table(rows: Sequence[tuple[object, ...]], columns: Sequence[str]) -> DataFrame:
    """A table whose index is the first column; values stay the objects that they are."""
    from pandas import DataFrame

    return DataFrame(rows, columns=list(columns), dtype=object).set_index(columns[0])
