"""A data package, file by file; every fault of every file is told at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.dataset import (
    Cell,
    Dataset,
    FieldSpec,
    FigureRow,
    FormRow,
    IndicatorRow,
    Kind,
    Name,
    Prose,
    Record,
    Records,
    RecordSpec,
    Source,
)
from generator.errors import InputError, Problem, raise_all
from generator.load.cells import CellError, parse_cell
from generator.load.kind import read_kind, templates_root
from generator.load.settings import read_settings
from generator.load.tablefile import RowText, decode, forbidden_line, read_rows

INDICATORS, FIGURES, NAMES = "indicators.csv", "figures.csv", "names.csv"
_COMMON = ("来源", "备注", "说明")


def load_package(path: Path, templates: Path | None = None) -> tuple[Dataset, Kind]:
    """The package in folder ``path`` and its report kind, from the folder ``templates`` (None: the kinds of nigao).

    Raises InputError where it cannot be read, DataError where cells are faulty: all of them at once.
    """
    if not path.exists():
        raise InputError(Problem("没有这个数据包", "请核对文件夹的名字", str(path)))
    if not path.is_dir():
        raise InputError(Problem("不是数据包文件夹", "数据包是一个含 report.yaml 的文件夹", str(path)))
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


def _cell(row: RowText, spec: FieldSpec, shown: str, year: int, problems: list[Problem]) -> Cell:
    raw = row[spec.name]
    value = None
    try:
        value = parse_cell(raw, spec, year)
        if value is None and spec.required:
            problems.append(Problem("这一格不能空", "请填写，或删去整行", shown, row.row, spec.name))
    except CellError as error:
        problems.append(Problem(f"写的是“{_short(raw)}”，{error.expected}", error.todo, shown, row.row, spec.name))
    return Cell(raw.strip(), value, Source(shown, row.row, spec.name), spec.unit)


def _short(text: str, width: int = 24) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[:width] + "…"


def _twice(rows: Sequence[RowText], heading: str, shown: str, problems: list[Problem]) -> None:
    seen: dict[str, int] = {}
    for row in rows:
        if (key := row[heading].strip()) in seen:
            problems.append(Problem(f"“{key}”在第{seen[key]}行已有", "同一个键只能有一行，请合并或改名", shown, row.row, heading))
        seen.setdefault(key, row.row)


def _indicators(path: Path, kind: Kind, year: int, problems: list[Problem]) -> tuple[IndicatorRow, ...]:
    """The form's cells in the catalogue's order; a row of the catalogue that is not filed is blank."""
    if not kind.catalogue or not (path / INDICATORS).exists():
        return tuple(_blank(form) for form in kind.catalogue.values())
    rows = read_rows(path / INDICATORS, INDICATORS, ("代码", "数值"), ("指标", "原样", "原指标", "原单位", *_COMMON), problems)
    _twice(rows, "代码", INDICATORS, problems)
    filed: dict[str, RowText] = {}
    for row in rows:
        code = row["代码"].strip()
        form = kind.catalogue.get(code)
        if form and (form.type != "标题" or (row["原指标"].strip() and not row["数值"].strip())):
            filed.setdefault(code, row)
        else:
            problems.append(Problem(f"统计表里没有可填的代码“{code}”", "请核对代码；统计表的指标由上级下发，不能增减",
                                    INDICATORS, row.row, "代码"))
    return tuple(_indicator(form, filed[form.code], year, problems) if form.code in filed else _blank(form)
                 for form in kind.catalogue.values())


def _blank(form: FormRow) -> IndicatorRow:
    return IndicatorRow(form, Cell("", None, Source(INDICATORS), form.unit))


def _indicator(form: FormRow, row: RowText, year: int, problems: list[Problem]) -> IndicatorRow:
    raw, as_filed = row["数值"].strip(), row["原样"].strip() == "是"
    source = Source(INDICATORS, row.row, "数值")
    extra = {"as_filed": as_filed, "label": row["原指标"].strip(), "unit": row["原单位"].strip(),
             "department": row["来源"].strip()}
    if raw == "=" and not as_filed:
        if not form.formula:
            problems.append(Problem("写了“=”，但这个指标没有算法", "请填数，或留空", INDICATORS, row.row, "数值"))
        return IndicatorRow(form, Cell("=", None, source, form.unit), computed=True, **extra)  # type: ignore[arg-type]
    if as_filed:
        return IndicatorRow(form, Cell(raw, raw or None, source, form.unit), **extra)  # type: ignore[arg-type]
    kind = "文字" if form.type == "标题" else form.type
    cell = _cell(row, FieldSpec("数值", kind, form.unit), INDICATORS, year, problems)
    return IndicatorRow(form, cell, **extra)  # type: ignore[arg-type]


def _figures(path: Path, year: int, problems: list[Problem]) -> tuple[FigureRow, ...]:
    if not (path / FIGURES).exists():
        return ()
    rows = read_rows(path / FIGURES, FIGURES, ("键", "名称", "数值", "单位"), ("修饰", "公式", "小数位", *_COMMON), problems)
    _twice(rows, "键", FIGURES, problems)
    return tuple(_figure(row, year, problems) for row in rows)


def _figure(row: RowText, year: int, problems: list[Problem]) -> FigureRow:
    unit, formula = row["单位"].strip(), row["公式"].strip()
    kind: FieldSpec = FieldSpec("数值", "日期" if unit == "日期" else "文字" if unit == "文字" else "数", unit)
    cell = _cell(row, kind, FIGURES, year, problems)
    if not row["键"].strip():
        problems.append(Problem("缺少键", "每行都要有键，如 就业.合计", FIGURES, row.row, "键"))
    if formula and cell.raw:
        problems.append(Problem("既写了数值又写了公式", "算出来的数只写公式，填报的数只写数值", FIGURES, row.row, "公式"))
    places = row["小数位"].strip()
    if places and not places.isdecimal():
        problems.append(Problem(f"写的是“{places}”，应当是整数", "请写 0、1、2 …", FIGURES, row.row, "小数位"))
        places = ""
    if formula:
        cell = Cell("", None, Source(FIGURES, row.row, "公式"), unit)
    return FigureRow(row["键"].strip(), row["名称"].strip() or row["键"].strip(), cell, row["修饰"].strip(), formula,
                     int(places) if places else None, row["来源"].strip(), row["说明"].strip())


def _records(path: Path, spec: RecordSpec, year: int, problems: list[Problem]) -> Records:
    shown = f"{spec.stem}.csv"
    if not (path / shown).exists():
        return Records(spec, ())
    headings = [field.name for field in spec.fields]
    key_name = next(field.name for field in spec.fields if field.type == "键")
    rows = read_rows(path / shown, shown, headings, _COMMON, problems)
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
    return tuple(Name(row["名称"].strip(), row["类别"].strip(), row["简称"].strip()) for row in rows if row["名称"].strip())


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
        texts[file.name.removesuffix(ending)] = Prose(file.name.removesuffix(ending), text, Source(shown))
    return texts


def _check_stray_files(path: Path, kind: Kind, problems: list[Problem]) -> None:
    """A .csv that no part of the package is named after would be passed over silently: a slip of the name."""
    known = {INDICATORS, FIGURES, NAMES, *(f"{spec.stem}.csv" for spec in kind.records)}
    for file in sorted(path.glob("*.csv")):
        if file.name not in known:
            problems.append(Problem("不认识的数据文件", f"可用的文件名：{'、'.join(sorted(known))}", file.name))
