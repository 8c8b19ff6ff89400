"""Workbooks of an invented county, made cell by cell as clerks make them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import openpyxl
import yaml

from generator.package.read import load_package
from generator.package.read.folder import package_files
from generator.package.read.workbookfile import kind_of_package, package_of
from generator.package.workbook import make_workbook
from support import invented
from support.commands import run

Edit = Callable[[Any], None]

DOCUMENTS = (
    "键,日期,发文机关,方式,标题,文号,内容,领域\n"
    "方案,2023-03-05,县政府,印发,工作方案,,,综合\n"
    "办法,2023-04-06,县政府,制定,管理办法,,,资金管理\n"
)
FUNDS = (
    "键,名称,金额,用途,方向,列示,项目数\n"
    "大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n"
    "培训,技能培训,200.5,就业,劳务协作,逐项,1\n"
)
FIGURES = "键,名称,数值,单位,修饰\n招聘.公告,公告,6,次,\n资金.财政.使用率,使用率,93.5,%,\n起草,起草的时间,2023-02,日期,\n"
FILES: dict[str, str | bytes | None] = {
    "documents_csv": DOCUMENTS,
    "funds_csv": FUNDS,
    "figures_csv": FIGURES,
    "text__lead_md": "第一段。\n\n共{{ f('招聘.公告') }}。\n",
}


SHEETS = ("meetings", "documents", "funds", "donations")
"""The record files of the kind, and so sheets: a few, since each is written and read every time."""
OUTLINE = "{% block 导语 %}\n{{ text('lead') }}\n{% endblock %}\n"
DERIVED = "键,名称,单位,公式,小数位\n"


@cache
def kinds_folder() -> Path:
    """The report kinds with the invented form, few record files and the outline that needs no more of them."""
    folder = invented.templates(Path(mkdtemp()))
    kind = folder / invented.KIND
    records = yaml.safe_load((kind / "records.yaml").read_text(encoding="utf-8"))
    few = yaml.safe_dump(
        {stem: records[stem] for stem in SHEETS}, allow_unicode=True, sort_keys=False
    )
    for name, content in (
        ("records.yaml", few),
        ("figures.csv", DERIVED),
        ("macros.md.j2", ""),
        ("identities.csv", "键,关系,公式,级别,说明\n"),
    ):
        (kind / name).write_text(content, encoding="utf-8")
    (kind / "tables" / "各地情况表.yaml").unlink()
    invented.outline(folder, OUTLINE)
    return folder


@cache
def _workbook(files: tuple[tuple[str, str | bytes | None], ...]) -> bytes:
    kind, year = kind_of_package(
        package := invented.package(Path(mkdtemp()), **dict(files)), kinds_folder()
    )
    return make_workbook(package_files(package), kind, year)


def workbook_of(
    folder: Path, edit: Edit | None = None, **files: str | bytes | None
) -> tuple[Path, Path]:
    """A workbook of 清河县 as ``nigao workbook`` writes it, changed by ``edit``; and the folder of the report kinds."""
    kinds = kinds_folder()
    invented.package(folder / "清河", **{**FILES, **files})
    target = folder / "清河.xlsx"
    target.write_bytes(_workbook(tuple({**FILES, **files}.items())))
    if edit is not None:
        book = openpyxl.load_workbook(target)
        edit(book)
        book.save(target)
    return target, kinds


def rows_of(path: Path, kinds: Path, record: str) -> list[dict[str, Any]]:
    """The records of a file as read from a workbook."""
    dataset, _ = load_package(path, kinds)
    return [
        {name: cell.value for name, cell in row.cells.items()} for row in dataset.records[record]
    ]


def form_of(path: Path, kinds: Path) -> dict[str, Any]:
    """The values of the form by code."""
    dataset, _ = load_package(path, kinds)
    return {
        row.form.code: "=" if row.computed else row.cell.value
        for row in dataset.indicators
        if row.cell.raw
    }


def figures_of(path: Path, kinds: Path) -> dict[str, Any]:
    """The values of figures.csv by key."""
    dataset, _ = load_package(path, kinds)
    return {figure.key: figure.cell.value for figure in dataset.figures}


def remarks_of(path: Path, kinds: Path) -> list[str]:
    """What was passed over while reading."""
    return [str(remark) for remark in load_package(path, kinds)[0].remarks]


__all__ = [
    "dt",
    "figures_of",
    "form_of",
    "package_of",
    "remarks_of",
    "rows_of",
    "run",
    "workbook_of",
]
