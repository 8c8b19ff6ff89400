"""A package that asks three departments for their numbers, and the workbooks that they send back."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from generator.jobs.collect import Collecting, collect
from generator.jobs.handout import handout
from support import invented

DATE = dt.datetime(2023, 11, 9, 15, 30)
DEPARTMENTS = """\
部门,联系人,电话,期限,负责
县就业局,李四,3212345,2023-11-10,就业、text/jobs.md
县财政局,王五,,2023-11-12,资金、funds.csv
县委办,,,,政策
"""
FIGURES = "键,名称,数值,单位\n资金.到位,到位资金,,万元\n资金.每村,每村补助,,万元\n"
OUTLINE = """\
{% block 就业 %}
就业{{ f('就业.合计') }}，赴东部{{ f('就业.赴东部') }}，省内{{ f('就业.省内') }}，政策{{ f('政策.出台') }}。
{{ text('jobs', '就业情况') }}
{% endblock %}
{% block 资金 %}
到位{{ f('资金.到位') }}，每村{{ f('资金.每村') }}。{% for fund in 资金 %}{{ fund.名称 }}{% endfor %}
{% endblock %}
"""


def kinds(folder: Path) -> Path:
    """A kind that asks for jobs and money."""
    return invented.kinds_with(
        folder / "kinds", OUTLINE, "资金.到位,到位资金,万元,,\n资金.每村,每村补助,万元,,\n"
    )


def package(folder: Path) -> Path:
    """清河, of which most is blank; three departments owe it."""
    return invented.package(
        folder / "清河",
        indicators_csv="代码,数值\n1.1,=\n1.1.1,\n1.1.2,80\n1.2,\n",
        figures_csv=FIGURES,
        departments_csv=DEPARTMENTS,
        funds_csv="键,名称,金额,用途,方向,列示,项目数\n大棚,蔬菜大棚,1286,产业,产业开发,逐项,2\n",
    )


def sheet_of(file: Path, name: str = "填报") -> Any:
    """A sheet of a workbook."""
    return openpyxl.load_workbook(file)[name]


def labels(file: Path) -> list[str]:
    """What the rows of the sheet of numbers are called."""
    return [row[0].value for row in sheet_of(file).iter_rows(min_row=5)]


def filled(
    source: Path,
    target: Path,
    values: Mapping[str, object],
    notes: Mapping[str, str] | None = None,
    text: str | None = None,
) -> Path:
    """A workbook as a department sends it back: values, and what it says of them, by code or key;
    its text."""
    book = openpyxl.load_workbook(source)
    sheet = book["填报"]
    for row in sheet.iter_rows(min_row=5):
        ident = row[6].value
        if ident in values:
            row[3].value = values[ident]
        if notes and ident in notes:
            row[4].value = notes[ident]
    if text is not None:
        book["文字"]["C5"] = text
    book.save(target)
    return target


def sent(package: Path, kinds: Path, values: Mapping[str, object], **options: Any) -> Collecting:
    """What is collected of the workbook of 县就业局 with these values."""
    folder = package.parent / "发出"
    handout(package, folder, templates=kinds)
    answers = (values, options.pop("notes", None), options.pop("text", None))
    back = filled(folder / "县就业局.xlsx", package.parent / "报来.xlsx", *answers)
    return collect(package, [back], date=DATE, by="张三", templates=kinds, **options)


def cells(package: Path, file: str = "indicators.csv") -> dict[str, str]:
    """The numbers of a file of a package, by code or key."""
    text = (package / file).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    first = next(iter(rows[0]))
    return {row[first]: row["数值"] for row in rows}


def state(package: Path, department: str = "县就业局") -> str:
    """How what a department owes stands, by whom and when that was said."""
    text = (package / "departments.csv").read_text(encoding="utf-8-sig")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["部门"] == department)
    return " ".join((row.get("状态", ""), row.get("经手", ""), row.get("时间", ""))).strip()


ROWS = [
    {"名称": "茶园改造", "金额": 900, "用途": "产业", "方向": "产业开发", "列示": "逐项"},
    {"名称": "冷库", "金额": 400, "用途": "产业", "方向": "产业开发", "列示": "逐项"},
]


def with_rows(source: Path, target: Path, *rows: Mapping[str, object]) -> Path:
    """The workbook of 县财政局 with rows below the one of the package."""
    book = openpyxl.load_workbook(source)
    sheet = book["资金"]
    head = {cell.value.rstrip("*").partition("（")[0]: cell.column for cell in sheet[4]}
    for at, row in enumerate(rows, 6):
        for name, text in row.items():
            sheet.cell(at, head[name]).value = text
    book.save(target)
    return target
