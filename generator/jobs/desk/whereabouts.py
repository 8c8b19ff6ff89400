"""Where something stands, as people say it: a sheet by its title, a row by what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.jobs.desk.basis import Basis, basis_of, each_file
from generator.jobs.desk.codes import words_of_figures
from generator.jobs.desk.layouts import layout_of
from generator.jobs.desk.locating import GridLocation
from generator.jobs.desk.opened import OpenSheet, open_sheet
from generator.jobs.desk.phrases import on_screens
from generator.jobs.desk.settingsheet import TITLE, open_settings
from generator.model import files
from generator.model.errors import NigaoError, excerpt
from generator.model.kind import FieldType
from generator.model.regex import regex
from generator.package.tablespecs import DEPARTMENTS, FIGURES, INDICATORS, NAMES, TableSpec
from generator.package.workbook.settings_sheet import label

__all__ = ["ANYWHERE", "Whereabouts", "said_once", "whereabouts"]

_NAMING = ("指标", "名称", "标题", "姓名", "项目", "部门")
"""Columns that say what a row is about, the best first."""
_VALUES = ("数值", "值")
_LONGEST = 24
"""Characters that are said of a row."""
_CELL = regex(r"(?P<file>[\w.-]+\.(?:csv|yaml)) 第(?P<row>\d+)行(?:“(?P<column>[^”]*)”列?)?")
_BRACKET = regex(r"（[^（）“”]*“(?P<about>[^“”]*)”）")
_SETTING = regex(rf"{re.escape(files.REPORT)}“(?P<path>[^”]*)”")
_FILE = regex(r"[\w-]+\.(?:csv|yaml)")
_OUTLINE = regex(r"[^\s“”，：（]+\.md\.j2(?: 第\d+行)?")
_TEXT = regex(r"text/(?P<name>[^\s“”，：]+?)(?:\.md)?(?=[\s“”，：]|$)")


class Whereabouts(Struct, frozen=True):
    """What sheets, their rows, settings (by their path) and texts are called."""

    titles: Mapping[str, str]
    rows: Mapping[str, Mapping[int, str]]
    settings: Mapping[str, str]
    texts: Mapping[str, str]

    def of(self, cell: GridLocation) -> str:
        """A cell: 政策文件“协作方案”的日期, 年度统计表“县委常委会会议”."""
        title = self.titles.get(cell.sheet, cell.sheet)
        about = self.rows.get(cell.sheet, {}).get(cell.row)
        if about is None:
            column = f"“{cell.column}”" if cell.column not in ("", *_VALUES) else ""
            return f"{title} 第{cell.row}行{column}"
        column = "" if cell.column in ("", *_VALUES) else f"的{cell.column.removesuffix('键')}"
        return f"{title}“{about}”{column}"

    def said(self, text: str) -> str:
        """A line that names files in these words."""
        text = _CELL.sub(self._cell, on_screens(text))
        text = _SETTING.sub(self._setting, text)
        text = _OUTLINE.sub("提纲", text)
        text = _TEXT.sub(self._text, text)
        return _FILE.sub(lambda found: self.titles.get(found[0], "数据"), text)

    def _cell(self, found: re.Match[str]) -> str:
        if found["file"] not in self.titles:
            return found[0]
        return self.of(GridLocation(found["file"], int(found["row"]), found["column"] or ""))

    def _text(self, found: re.Match[str]) -> str:
        title = self.texts.get(found["name"])
        return f"文字“{title}”" if title else "文字"

    def _setting(self, found: re.Match[str]) -> str:
        path = found["path"]
        return f"{TITLE}“{self.settings.get(path) or label(path)}”"


def said_once(text: str) -> str:
    """A line without the brackets that name a cell by what the line calls it before them.

    例：
        >>> said_once("统计表2.1“1.培训班”（年度统计表“1.培训班”）是5期")
        '统计表2.1“1.培训班”是5期'
    """

    def bracket(found: re.Match[str]) -> str:
        before = text[: found.start()]
        return (
            "" if f"“{found['about'].replace('‘', '“').replace('’', '”')}”" in before else found[0]
        )

    return _BRACKET.sub(bracket, text)


ANYWHERE = Whereabouts(
    {spec.file: spec.sheet for spec in (INDICATORS, FIGURES, NAMES, DEPARTMENTS)}
    | {files.REPORT: TITLE},
    {},
    {},
    {},
)
"""What places are called whatever the package."""


def whereabouts(package: Path, *, templates: Path | None = None) -> Whereabouts:
    """What places of a package are called, as far as its files can be read. Raises InputError or
    DataError where report.yaml is faulty.

    例：
        >>> known = whereabouts(Path("清河-2023"))
        >>> known.of(GridLocation("figures.csv", 2, "数值"))
        '数据“常委会”'
        >>> known.said("figures.csv 第2行“数值”列：写的是“三”，不是数字")
        '数据“常委会”：写的是“三”，不是数字'
    """
    basis = basis_of(package, templates)
    titles = {file: _title(basis, file) for file in each_file(basis)}
    rows = {spec.file: dict(_rows(basis, spec)) for spec in basis.specs}
    try:
        settings = {row.cells[2]: row for row in open_settings(basis).rows}
    except NigaoError:
        settings = {}
    rows[files.REPORT] = {row.row: row.cells[0] for row in settings.values()}
    labels = {path: row.cells[0] for path, row in settings.items()}
    return Whereabouts(titles, rows, labels, basis.kind.texts)


def _title(basis: Basis, file: str) -> str:
    return TITLE if file == files.REPORT else basis.spec(file).sheet


def _rows(basis: Basis, spec: TableSpec) -> Iterator[tuple[int, str]]:
    """The rows of a table that say what they are about."""
    try:
        sheet = open_sheet(basis, spec.file)
    except NigaoError:
        return
    words = (column.name for column in spec.columns if column.type is FieldType.TEXT)
    names = [*_NAMING, *words]
    more = _distinctions(basis) if spec is INDICATORS else {}
    for row, texts in _texts_of_rows(basis, spec, sheet).items():
        about = next(filter(None, (texts.get(name, "").strip() for name in names)), "")
        if about:
            said = excerpt(about, _LONGEST) + more.get(texts.get("代码", "").strip(), "")
            yield row, said.replace("“", "‘").replace("”", "’")


def _texts_of_rows(basis: Basis, spec: TableSpec, sheet: OpenSheet) -> dict[int, Mapping[str, str]]:
    """What each row of a table says, by its columns; of a form that the kind prints as it is
    shown."""
    if spec not in (INDICATORS, FIGURES):
        return {row: sheet.row(row) for row in sheet.rows}
    layout = layout_of(basis, sheet)
    columns = [column.name for column in layout.columns]
    return {row.row: dict(zip(columns, row.cells, strict=True)) for row in layout.rows}


def _distinctions(basis: Basis) -> dict[str, str]:
    """What is added to the name of a row of the form so that no other is called so, by code."""
    words, year = words_of_figures(basis), basis.settings.year
    form = basis.kind.catalogue.items()
    return {
        code: words[row.key].removeprefix(row.name_of(year))
        for code, row in form
        if row.key in words
    }
