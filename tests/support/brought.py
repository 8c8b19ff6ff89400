"""Sheets as departments send them, written as rows, and a county they are brought to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.package.bring import BroughtSheet, Mapped, Offer, Proposal, propose
from generator.package.intake.grid import Grid, MergedRange, RawCell
from generator.package.read import load_package

REPORT = """\
kind: 东西部协作自评
year: {year}
place: {{name: 青禾县, short: 我县, level: 县, province: 北原省, city: 青源市}}
partner: {{name: 南开区, short: 南开区, city: 天津市}}
"""
LAST_FORM = "代码,数值\n2.1.1,10\n2.1.2,3000\n2.1.2.1,900\n2.1.2.1.1,700\n4.3.1,4\n"
FORM = "代码,指标,数值,来源\n1.1.3,,5,\n1.2.3,,2,\n4.2.1.2,,=,\n"
FIGURES = "键,名称,数值,单位,修饰,公式,来源\n招聘.场次,招聘活动,,场,,,县人社局\n企业.签约项目,签约项目,7,个,约,,\n防返贫保险.户数,参保户数,,户,近,,\n"
VISITS = "键,方向,开始,职务,姓名,事项\n来访,东到西,2023-05-10,南开区区长,周某,考察\n"

Row = Sequence[str | int | float | RawCell | None]


def package(folder: Path) -> Path:
    """青禾县 of 2023, with last year's beside it; gives the folder."""
    _write(folder / "青禾-2022", 2022, {"indicators.csv": LAST_FORM})
    tables = {"indicators.csv": FORM, "figures.csv": FIGURES, "visits.csv": VISITS}
    return _write(folder / "青禾-2023", 2023, tables, "previous: ../青禾-2022\n")


def _write(folder: Path, year: int, tables: Mapping[str, str], more: str = "") -> Path:
    folder.mkdir(parents=True)
    for name, text in {"report.yaml": REPORT.format(year=year) + more, **tables}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


@cache
def county() -> tuple[Dataset, Kind]:
    """青禾县 as read."""
    return load_package(package(Path(mkdtemp())))


def sheet(
    *rows: Row,
    merges: Sequence[tuple[int, int, int, int]] = (),
    name: str = "Sheet1",
    file: str = "表.xlsx",
    hidden: Sequence[int] = (),
) -> BroughtSheet:
    """A sheet with these rows, None for a blank cell; merged ranges as top, left, bottom, right."""
    cells = {
        number: {at: _cell(value) for at, value in enumerate(row, 1) if value is not None}
        for number, row in enumerate(rows, 1)
    }
    filled = {number: row for number, row in cells.items() if row}
    ranges = tuple(MergedRange(*merge) for merge in merges)
    return BroughtSheet(file, name, Grid(name, filled, ranges, frozenset(hidden)))


def _cell(value: str | int | float | RawCell) -> RawCell:
    return value if isinstance(value, RawCell) else RawCell(value)


def proposal(
    *sheets: BroughtSheet,
    mapping: Sequence[Mapped] = (),
    confirmed: Mapping[int, str] | None = None,
) -> Proposal:
    """What sheets offer to 青禾县."""
    return propose(sheets, *county(), mapping, confirmed)


def offers(*sheets: BroughtSheet, **given: object) -> list[Offer]:
    """The offers of items, in order."""
    made = proposal(*sheets, **given).offers  # type: ignore[arg-type]
    return [offer for offer in made if isinstance(offer, Offer)]


def stands(*sheets: BroughtSheet, **given: object) -> dict[str, tuple[str, str]]:
    """What is offered for each cell, and how it stands; homeless items by their words."""
    return {
        offer.target.ident if offer.candidates else offer.written: (
            offer.qualifier + offer.value,
            offer.standing.value,
        )
        for offer in offers(*sheets, **given)
    }
