"""The tables of a package: the form, the figures, the records, the names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from generator.model import files
from generator.model.cell import Cell, Source
from generator.model.dataset import FigureRow, IndicatorRow, Name, Record, Records
from generator.model.errors import Problem, excerpt
from generator.model.kind import FieldSpec, FieldType, FormRow, Kind, RecordSpec
from generator.model.replacing import replace
from generator.model.rollup import rolled_from
from generator.model.settings import Settings
from generator.package.intake.labels import another_row
from generator.package.intake.notes import ReadNotes
from generator.package.read.row_faults import date_pairs, order_faults
from generator.package.read.rows import (
    ColumnReader,
    form_rows,
    read_cell,
    read_qualified,
    table_rows,
)
from generator.package.read.tablefile import RowText
from generator.package.tablespecs import FIGURES, NAMES, record_table, value_field

_DECIMALS = [str(places) for places in range(11)]
"""Decimals that a figure may be printed with."""
_COMPUTED = "="
"""What stands in a cell of the form that is computed."""


def read_indicators(
    folder: Path, kind: Kind, settings: Settings, notes: ReadNotes
) -> tuple[IndicatorRow, ...]:
    """The form's cells in the catalogue's order; a row of the catalogue that is not filed is
    blank."""
    year = settings.year
    rows = form_rows(folder, kind, settings, notes) if kind.catalogue else []
    filed: dict[str, RowText] = {}
    for row in rows:
        code = row.plain("代码")
        form = kind.catalogue.get(code)
        if form and _may_be_filed(form, row):
            filed.setdefault(code, row)
        else:
            message = f"统计表里没有可填的代码“{excerpt(code)}”"
            todo = "请核对代码；统计表的指标由上级下发，不能增减"
            notes.problems.append(Problem(message, todo, files.INDICATORS, row.row, "代码"))
    forms = kind.catalogue.values()
    for code, row in filed.items():
        _tell_other_label(kind.catalogue[code], row, forms, year, notes)
    return tuple(_indicator(form, filed.get(form.code), year, notes) for form in forms)


def _tell_other_label(
    form: FormRow, row: RowText, forms: Iterable[FormRow], year: int, notes: ReadNotes
) -> None:
    """A remark where a value has the label of another row than its code."""
    label = row.plain("指标")
    is_filled = row.plain("数值") not in ("", _COMPUTED) and row.plain("原样") != "是"
    other = another_row(label, form, forms, year) if is_filled else None
    if other is not None:
        own = f"代码{form.code}是“{excerpt(form.label_of(year))}”"
        message = f"写的是{other.code}的“{excerpt(label)}”，{own}，按代码读，请核对"
        notes.remarks.append(Problem(message, "", files.INDICATORS, row.row, "指标"))


def _may_be_filed(form: FormRow, row: RowText) -> bool:
    """Whether the form has a cell there; of a heading a place may file other words."""
    return not form.is_heading or bool(row.plain("原指标") and not row.plain("数值"))


def _indicator(form: FormRow, row: RowText | None, year: int, notes: ReadNotes) -> IndicatorRow:
    if row is None:
        return IndicatorRow(form, Cell("", None, Source(files.INDICATORS), form.unit))
    as_filed = row.plain("原样") == "是"
    return IndicatorRow(
        form,
        _rolled(_filed(form, row, as_filed, year, notes), row),
        as_filed=as_filed,
        label=row.plain("原指标"),
        unit=row.plain("原单位"),
        computed=not as_filed and row.plain("数值") == _COMPUTED,
        department=files.department_in(row.plain("来源")),
        brought=files.is_cell_of_sheet(row.plain("来源")),
    )


def _filed(form: FormRow, row: RowText, as_filed: bool, year: int, notes: ReadNotes) -> Cell:
    """What a place filed: ``as_filed`` its words as they stand, else what the form asks for; a
    blank for a cell that is computed."""
    raw, source = row.plain("数值"), Source(files.INDICATORS, row.row, "数值")
    if as_filed:
        return Cell(raw, raw or None, source, form.unit)
    if raw == _COMPUTED:
        if not form.formula:
            message, todo = "写了“=”，但这个指标没有算法", "请填数，或留空"
            notes.problems.append(Problem(message, todo, source.file, source.row, source.column))
        return Cell(raw, None, source, form.unit)
    field = FieldSpec("数值", form.type or FieldType.TEXT, form.unit)
    return read_cell(row, field, files.INDICATORS, year, notes)


def _rolled(cell: Cell, row: RowText) -> Cell:
    """The cell with what its row says that it was made of (来源 汇总：…)."""
    made = rolled_from(row.plain("来源"))
    return replace(cell, rolled_from=made.sources, lacking=made.lacking) if made.sources else cell


def read_figures(folder: Path, year: int, notes: ReadNotes) -> tuple[FigureRow, ...]:
    """The named figures in file order."""
    rows = table_rows(folder, FIGURES, notes, "键")
    return tuple(_figure(row, year, notes) for row in rows)


def _figure(row: RowText, year: int, notes: ReadNotes) -> FigureRow:
    key, unit, formula = row.plain("键"), row.plain("单位"), row.plain("公式")
    cell, written = read_qualified(row, value_field(unit), files.FIGURES, year, notes)
    qualifier = row.plain("修饰")
    if written and qualifier and written not in qualifier:
        message = f"数值里写了“{written}”，“修饰”列却是“{qualifier}”"
        notes.problems.append(Problem(message, "请只留一处", files.FIGURES, row.row, "修饰"))
    if not key:
        problem = ("缺少键", "每行都要有键，如 就业.合计")
        notes.problems.append(Problem(*problem, files.FIGURES, row.row, "键"))
    if formula and cell.raw:
        problem = ("既写了数值又写了公式", "算出来的数只写公式，填报的数只写数值")
        notes.problems.append(Problem(*problem, files.FIGURES, row.row, "公式"))
    places = _decimals(row, notes)
    if formula:
        cell = Cell("", None, Source(files.FIGURES, row.row, "公式"), unit)
    return FigureRow(
        key,
        row.plain("名称") or key,
        _rolled(cell, row),
        qualifier or written,
        formula,
        places,
        files.department_in(row.plain("来源")),
        row.plain("说明"),
        _task(row, unit, year, notes),
    )


def _task(row: RowText, unit: str, year: int, notes: ReadNotes) -> Cell | None:
    """What was to be done in the year, in the unit of the figure; None where it is blank."""
    if not row.plain("任务数"):
        return None
    field = FieldSpec("任务数", FieldType.NUMBER, unit)
    return read_cell(row, field, files.FIGURES, year, notes)


def _decimals(row: RowText, notes: ReadNotes) -> int | None:
    """The number of decimals; None where it is blank or none."""
    text = row.plain("小数位")
    if not text or text in _DECIMALS:
        return int(text) if text else None
    message = f"写的是“{excerpt(text)}”，应当是整数，最多{_DECIMALS[-1]}"
    notes.problems.append(Problem(message, "请写 0、1、2 …", files.FIGURES, row.row, "小数位"))
    return None


def read_records(folder: Path, spec: RecordSpec, year: int, notes: ReadNotes) -> Records:
    """The rows of a record file, none where there is no such file."""
    key = spec.key_field.name
    columns = [ColumnReader(field, spec.file, year, notes) for field in spec.fields]
    pairs = date_pairs(spec.fields)
    records: dict[str, Record] = {}
    counts: Counter[str] = Counter()
    for row in table_rows(folder, record_table(spec), notes, key):
        cells = {column.name: column.cell(row) for column in columns}
        notes.problems.extend(order_faults(cells, pairs))
        source = Source(spec.file, row.row)
        called = row.plain(key) or _key_of_cells(row, spec, counts)
        counts[called.partition("#")[0]] += 1
        filed = row.plain("来源")
        made_of = rolled_from(filed).sources
        records[called] = Record(called, source, cells, files.department_in(filed), made_of)
    return Records(spec, tuple(records.values()))


def _key_of_cells(row: RowText, spec: RecordSpec, counts: Counter[str]) -> str:
    """What a row without a key is called: what stands in it, so that it does not move with its
    place in the file; rows that say the same are counted."""
    told = "·".join(filter(None, (row.plain(field.name) for field in spec.fields)))
    same = counts[told]
    return f"{told}#{same + 1}" if same else told


def read_names(folder: Path, notes: ReadNotes) -> tuple[Name, ...]:
    """The proper names of the package; rows without a name are passed over."""
    rows = table_rows(folder, NAMES, notes)
    return tuple(
        Name(row.plain("名称"), row.plain("类别"), row.plain("简称"))
        for row in rows
        if row.plain("名称")
    )
