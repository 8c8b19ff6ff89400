"""A data package, file by file; every fault of every file is told at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.cell import Cell, Source
from generator.model.dataset import (
    Dataset,
    FigureRow,
    IndicatorRow,
    Name,
    Previous,
    Prose,
    Record,
    Records,
    SharedName,
)
from generator.model.errors import InputError, NigaoError, Problem, raise_all
from generator.model.kind import FieldSpec, FieldType, FormRow, Kind, RecordSpec
from generator.package.read.kind import read_kind, templates_root
from generator.package.read.settings import read_settings
from generator.package.read.tablefile import RowText, decode, forbidden_line, read_rows
from generator.package.read.values import CellError, parse_cell
from generator.package.read.workbookfile import unpacked
from generator.package.tablespecs import value_field
from generator.package.workbook import is_workbook

INDICATORS, FIGURES, NAMES = "indicators.csv", "figures.csv", "names.csv"
_COMMON = ("来源", "备注", "说明")
_SHARED = ("人员", "企业", "村", "文件")


def load_package(
    path: Path, templates: Path | None = None, *, earlier: bool = True
) -> tuple[Dataset, Kind]:
    """The package at ``path``, a folder or a workbook, and its kind from the folder ``templates`` (None: nigao's own).

    ``earlier`` reads last year's package too. Raises InputError where it cannot be read, DataError where cells are
    faulty: all of them at once.
    """
    if not path.exists():
        raise InputError(Problem("没有这个数据包", "请核对文件夹的名字", str(path)))
    if is_workbook(path):
        dataset, kind = _load_workbook(path, templates)
    elif path.is_dir():
        dataset, kind = _load_folder(path, templates)
    else:
        raise InputError(
            Problem(
                "不是数据包文件夹",
                "数据包是一个含 report.yaml 的文件夹，或由它生成的 .xlsx 工作簿",
                str(path),
            )
        )
    if not earlier:
        return dataset, kind
    if dataset.settings.names:
        dataset = _with_shared_names(dataset, path)
    return _with_previous(dataset, path, templates) if dataset.settings.previous else dataset, kind


def _load_folder(path: Path, templates: Path | None) -> tuple[Dataset, Kind]:
    settings = read_settings(path)
    kind = read_kind(templates or templates_root(), settings.kind, settings.year)
    problems: list[Problem] = []
    year = settings.year
    indicators = _indicators(path, kind, year, problems)
    figures = _figures(path, year, problems)
    names = _names(path, problems)
    records = {spec.name: _records(path, spec, year, problems) for spec in kind.records}
    texts = _prose(path, "text", ".md", problems)
    sections = _prose(path, "sections", ".md.j2", problems)
    _check_stray_files(path, kind, problems)
    raise_all(problems)
    return Dataset(str(path), settings, indicators, figures, records, names, texts, sections), kind


def _load_workbook(path: Path, templates: Path | None) -> tuple[Dataset, Kind]:
    """A workbook is read as the files that its sheets stand for; faults name the sheet and its row."""
    with TemporaryDirectory() as folder, unpacked(path, Path(folder), templates) as contents:
        dataset, kind = _load_folder(Path(folder), templates)
    return replace(
        dataset, path=str(path), sheets=contents.locations, remarks=contents.remarks
    ), kind


def _with_previous(dataset: Dataset, path: Path, templates: Path | None) -> Dataset:
    """The dataset with last year's package; a remark where it is not there. Raises what reading that one raises."""
    named = dataset.settings.previous
    where = _beside(path, named)
    if where is None:
        told = Problem(
            f"找不到上年数据包“{named}”",
            "没有写增长情况；请放好它，或改正“previous”",
            "report.yaml",
            column="previous",
        )
        return replace(dataset, remarks=(*dataset.remarks, told))
    try:
        return replace(dataset, previous=Previous(*load_package(where, templates, earlier=False)))
    except NigaoError as error:
        raise type(error)(
            [replace(told, file=f"{named}/{told.file}") for told in error.problems]
        ) from None


def _beside(path: Path, named: str) -> Path | None:
    """What ``named`` means in the package at ``path``, seen from it or from where it lies; None where nothing is there."""
    ways = (Path(os.path.normpath(path / named)), path.parent / named)
    return next((found for found in ways if found.exists()), None)


def _with_shared_names(dataset: Dataset, path: Path) -> Dataset:
    """The dataset with the registry of shared names; a remark where it is not there. Raises DataError, InputError."""
    named = dataset.settings.names
    where = _beside(path, named)
    if where is None:
        told = Problem(
            f"找不到共用名册“{named}”",
            "没有拿它核对名称；请放好它，或改正“names”",
            "report.yaml",
            column="names",
        )
        return replace(dataset, remarks=(*dataset.remarks, told), shared_names=None)
    problems: list[Problem] = []
    rows = read_rows(where, named, ("名称", "类别"), ("职务", *_COMMON), problems)
    _twice(rows, "名称", named, problems)
    for row in rows:
        if not row["名称"].strip():
            problems.append(Problem("缺少名称", "请填写，或删去整行", named, row.row, "名称"))
        if (category := row["类别"].strip()) not in _SHARED:
            problems.append(
                Problem(
                    f"写的是“{_short(category)}”，应当是{'、'.join(_SHARED)}之一",
                    "请改正",
                    named,
                    row.row,
                    "类别",
                )
            )
    raise_all(problems)
    names = (
        SharedName(
            row["名称"].strip(),
            row["类别"].strip(),
            row["职务"].strip(),
            Source(named, row.row, "名称"),
        )
        for row in rows
    )
    return replace(dataset, shared_names=tuple(names))


def _cell(row: RowText, spec: FieldSpec, shown: str, year: int, problems: list[Problem]) -> Cell:
    raw = row[spec.name]
    value = None
    try:
        value = parse_cell(raw, spec, year)
        if value is None and spec.required:
            problems.append(
                Problem("这一格不能空", "请填写，或删去整行", shown, row.row, spec.name)
            )
    except CellError as error:
        problems.append(
            Problem(
                f"写的是“{_short(raw)}”，{error.expected}", error.todo, shown, row.row, spec.name
            )
        )
    return Cell(raw.strip(), value, Source(shown, row.row, spec.name), spec.unit)


def _short(text: str, width: int = 24) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[:width] + "…"


def _twice(rows: Sequence[RowText], heading: str, shown: str, problems: list[Problem]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if (key := row[heading].strip()) in seen:
            problems.append(
                Problem(
                    f"“{key}”在第{seen[key]}行已有",
                    "同一个键只能有一行，请合并或改名",
                    shown,
                    row.row,
                    heading,
                )
            )
        seen.setdefault(key, row.row)


def _indicators(
    path: Path, kind: Kind, year: int, problems: list[Problem]
) -> tuple[IndicatorRow, ...]:
    """The form's cells in the catalogue's order; a row of the catalogue that is not filed is blank."""
    if not kind.catalogue or not (path / INDICATORS).exists():
        return tuple(_blank(form) for form in kind.catalogue.values())
    rows = read_rows(
        path / INDICATORS,
        INDICATORS,
        ("代码", "数值"),
        ("指标", "原样", "原指标", "原单位", *_COMMON),
        problems,
    )
    _twice(rows, "代码", INDICATORS, problems)
    filed: dict[str, RowText] = {}
    for row in rows:
        code = row["代码"].strip()
        form = kind.catalogue.get(code)
        if form and (not form.is_heading or (row["原指标"].strip() and not row["数值"].strip())):
            filed.setdefault(code, row)
        else:
            problems.append(
                Problem(
                    f"统计表里没有可填的代码“{code}”",
                    "请核对代码；统计表的指标由上级下发，不能增减",
                    INDICATORS,
                    row.row,
                    "代码",
                )
            )
    return tuple(
        _indicator(form, filed[form.code], year, problems) if form.code in filed else _blank(form)
        for form in kind.catalogue.values()
    )


def _blank(form: FormRow) -> IndicatorRow:
    return IndicatorRow(form, Cell("", None, Source(INDICATORS), form.unit))


def _indicator(form: FormRow, row: RowText, year: int, problems: list[Problem]) -> IndicatorRow:
    raw, as_filed = row["数值"].strip(), row["原样"].strip() == "是"
    source = Source(INDICATORS, row.row, "数值")
    extra = {
        "as_filed": as_filed,
        "label": row["原指标"].strip(),
        "unit": row["原单位"].strip(),
        "department": row["来源"].strip(),
    }
    if raw == "=" and not as_filed:
        if not form.formula:
            problems.append(
                Problem(
                    "写了“=”，但这个指标没有算法", "请填数，或留空", INDICATORS, row.row, "数值"
                )
            )
        return IndicatorRow(form, Cell("=", None, source, form.unit), computed=True, **extra)  # type: ignore[arg-type]
    if as_filed:
        return IndicatorRow(form, Cell(raw, raw or None, source, form.unit), **extra)  # type: ignore[arg-type]
    type = form.type or FieldType.TEXT
    cell = _cell(row, FieldSpec("数值", type, form.unit), INDICATORS, year, problems)
    return IndicatorRow(form, cell, **extra)  # type: ignore[arg-type]


def _figures(path: Path, year: int, problems: list[Problem]) -> tuple[FigureRow, ...]:
    if not (path / FIGURES).exists():
        return ()
    rows = read_rows(
        path / FIGURES,
        FIGURES,
        ("键", "名称", "数值", "单位"),
        ("修饰", "公式", "小数位", *_COMMON),
        problems,
    )
    _twice(rows, "键", FIGURES, problems)
    return tuple(_figure(row, year, problems) for row in rows)


def _figure(row: RowText, year: int, problems: list[Problem]) -> FigureRow:
    unit, formula = row["单位"].strip(), row["公式"].strip()
    cell = _cell(row, value_field(unit), FIGURES, year, problems)
    if not row["键"].strip():
        problems.append(Problem("缺少键", "每行都要有键，如 就业.合计", FIGURES, row.row, "键"))
    if formula and cell.raw:
        problems.append(
            Problem(
                "既写了数值又写了公式",
                "算出来的数只写公式，填报的数只写数值",
                FIGURES,
                row.row,
                "公式",
            )
        )
    places = row["小数位"].strip()
    if places and not places.isdecimal():
        problems.append(
            Problem(f"写的是“{places}”，应当是整数", "请写 0、1、2 …", FIGURES, row.row, "小数位")
        )
        places = ""
    if formula:
        cell = Cell("", None, Source(FIGURES, row.row, "公式"), unit)
    return FigureRow(
        row["键"].strip(),
        row["名称"].strip() or row["键"].strip(),
        cell,
        row["修饰"].strip(),
        formula,
        int(places) if places else None,
        row["来源"].strip(),
        row["说明"].strip(),
    )


def _records(path: Path, spec: RecordSpec, year: int, problems: list[Problem]) -> Records:
    shown = f"{spec.stem}.csv"
    if not (path / shown).exists():
        return Records(spec, ())
    needed = [field.name for field in spec.fields if field.required]
    others = [field.name for field in spec.fields if not field.required]
    key_name = next(field.name for field in spec.fields if field.type is FieldType.KEY)
    rows = read_rows(path / shown, shown, needed, (*others, *_COMMON), problems)
    _twice(rows, key_name, shown, problems)
    records = []
    for row in rows:
        cells = {field.name: _cell(row, field, shown, year, problems) for field in spec.fields}
        records.append(Record(row[key_name].strip(), Source(shown, row.row), cells))
    return Records(spec, tuple(records))


def _names(path: Path, problems: list[Problem]) -> tuple[Name, ...]:
    if not (path / NAMES).exists():
        return ()
    rows = read_rows(path / NAMES, NAMES, ("名称", "类别"), ("简称", *_COMMON), problems)
    return tuple(
        Name(row["名称"].strip(), row["类别"].strip(), row["简称"].strip())
        for row in rows
        if row["名称"].strip()
    )


def _prose(path: Path, folder: str, ending: str, problems: list[Problem]) -> dict[str, Prose]:
    texts: dict[str, Prose] = {}
    for file in sorted((path / folder).glob(f"*{ending}")):
        shown = f"{folder}/{file.name}"
        try:
            text = decode(file, shown)
        except InputError as error:
            problems.extend(error.problems)
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        problems.extend(forbidden_line(text, shown))
        texts[file.name.removesuffix(ending)] = Prose(
            file.name.removesuffix(ending), text, Source(shown)
        )
    return texts


def _check_stray_files(path: Path, kind: Kind, problems: list[Problem]) -> None:
    """A .csv that no part of the package is named after would be passed over silently: a slip of the name."""
    known = {INDICATORS, FIGURES, NAMES, *(f"{spec.stem}.csv" for spec in kind.records)}
    for file in sorted(path.glob("*.csv")):
        if file.name not in known:
            problems.append(
                Problem("不认识的数据文件", f"可用的文件名：{'、'.join(sorted(known))}", file.name)
            )
