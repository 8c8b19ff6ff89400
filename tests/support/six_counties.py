"""Six invented counties of 云岭市 with the whole form: one blank in places, one that reports money
in 元, one as a workbook, one as a Word file alone."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

from docx import Document

from generator.jobs.draft import draft
from generator.jobs.new import Parties, start
from generator.jobs.workbook import workbook
from support.full_county import FIGURES, FORM
from support.stories import append, fill, pairs

KIND = "东西部协作自评"
NAMES = ("青禾县", "白石县", "黑河县", "红岩县", "绿洲县", "紫云县")
BLANK_COUNTY, YUAN_COUNTY, WORKBOOK_COUNTY, WORD_COUNTY = NAMES[2:]
BLANK_CODES = ("2.1.1", "4.2.3", "3.3")
IN_YUAN = ("4.2.1", "4.2.1.1", "4.2.3")
DOUBTFUL_CODE = "3.2"
"""The row of the form whose cell in the Word file says 二三个."""
FUNDS = (
    "键=大棚 名称=蔬菜大棚 金额=1980 用途=产业帮扶 方向=产业发展 列示=逐项 项目数=6",
    "键=稳岗 名称=稳岗补助 金额=260 用途=就业帮扶 方向=劳务协作 列示=概述 项目数=2",
)


def six_counties(folder: Path) -> list[Path]:
    """Write what the six counties send, and give it; the folders that all of it was made of stay."""
    sent = []
    for number, name in enumerate(NAMES):
        package = _county(folder, name, number)
        if name == WORKBOOK_COUNTY:
            sent.append(workbook(package, folder / f"{name}.xlsx").target)
        elif name == WORD_COUNTY:
            draft(package, folder / f"{name}.docx", date=dt.datetime(2023, 11, 27))
            _make_doubtful(folder / f"{name}.docx")
            sent.append(folder / f"{name}.docx")
        else:
            sent.append(package)
    return sent


def _county(folder: Path, name: str, number: int) -> Path:
    package = folder / name
    start(package, KIND, 2023, Parties(name, "望海区", "", "云岭市", "北原省", "东澜市"))
    fill(
        package / "indicators.csv",
        {code: _other(text, number) for code, text in pairs(FORM).items()},
    )
    figures = {key: _other(text, number) for key, text in pairs(FIGURES).items()}
    fill(package / "figures.csv", figures)
    append(package / "funds.csv", *FUNDS)
    if name == BLANK_COUNTY:
        fill(package / "indicators.csv", dict.fromkeys(BLANK_CODES, ""))
    if name == YUAN_COUNTY:
        _to_yuan(package / "indicators.csv")
    return package


def _other(text: str, number: int) -> str:
    """A number as county ``number`` has it: larger by a seventh of its digits' worth each."""
    if not text[0].isdigit():
        return text
    value = Decimal(text)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return str(value + step * number * (3 if value > 100 else 1))


def _to_yuan(path: Path) -> None:
    """Money with its unit in the cell, as a clerk writes it: 4680万元 → 46800000元."""
    rows = {row["代码"]: row["数值"] for row in csv.DictReader(io.StringIO(_text(path)))}
    fill(path, {code: f"{Decimal(rows[code]) * 10000:f}元" for code in IN_YUAN})


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


def _make_doubtful(path: Path) -> None:
    """Words in place of a number in the table of the Word file."""
    document = Document(str(path))
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].text.strip() == "2.共建产业园区数":
                row.cells[-1].paragraphs[0].runs[0].text = "二三个"
    document.save(str(path))


def filed(folder: Path) -> dict[str, dict[str, Decimal | None]]:
    """The numbers of the form by code and county, read by plain Python, None for a blank; money in
    the unit of the form."""
    numbers: dict[str, dict[str, Decimal | None]] = {}
    for name in NAMES:
        for row in csv.DictReader(io.StringIO(_text(folder / name / "indicators.csv"))):
            text = row["数值"]
            number = None
            if text.endswith("元"):
                number = Decimal(text.removesuffix("元")) / 10000
            elif text[:1].isdigit():
                number = Decimal(text)
            numbers.setdefault(row["代码"], {})[name] = number
    for code in (DOUBTFUL_CODE,):
        numbers[code][WORD_COUNTY] = None
    return numbers
