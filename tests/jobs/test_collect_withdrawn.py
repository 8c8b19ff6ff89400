"""What a department took out of its workbook is told, and stays in the package."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support import collecting
from support.collecting import DATE, FIGURES, sent, state

from generator.jobs.collect import as_text, collect
from generator.jobs.handout import handout


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return collecting.kinds(tmp_path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return collecting.package(tmp_path)


def test_a_row_that_was_emptied_is_told_and_stays(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县财政局.xlsx")
    for cell in book["资金"][5][:-1]:
        cell.value = None
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "清空了，没有删" in as_text(result) and result.needs_person
    assert "蔬菜大棚" in (package / "funds.csv").read_text(encoding="utf-8-sig")


def clear_number(book: Any) -> None:
    book["填报"]["D5"] = None


def delete_number(book: Any) -> None:
    book["填报"].delete_rows(5)


def delete_record(book: Any) -> None:
    book["资金"].delete_rows(5)


def clear_text(book: Any) -> None:
    book["文字"]["C5"] = None


# What a department took out of what it was given filled in, and what is told of it.
WITHDRAWN = [
    ("县就业局", clear_number, "冲突  其中：赴东部就业 120人（报来.xlsx“填报”D5）"),
    ("县就业局", delete_number, "冲突  其中：赴东部就业 120人（报来.xlsx“填报”）"),
    ("县就业局", clear_text, "冲突  文字“jobs”（报来.xlsx“文字”）"),
    ("县财政局", delete_record, "冲突  funds.csv 的一行“大棚”（报来.xlsx“资金”）"),
]


@pytest.mark.parametrize(("department", "do", "told"), WITHDRAWN)
def test_what_was_taken_out_is_told_and_stays(
    package: Path, kinds: Path, tmp_path: Path, department: str, do: Any, told: str
) -> None:
    numbers = FIGURES.replace("资金,,", "资金,80,").replace("补助,,", "补助,2,")
    (package / "figures.csv").write_text(numbers, encoding="utf-8")
    sent(package, kinds, {"1.1.1": 120}, text="组织招聘会。", take=True)
    handout(package, tmp_path / "再发", templates=kinds)
    out = tmp_path / f"再发/{department}.xlsx"
    same = collect(package, [out], date=DATE, take=True, templates=kinds)
    assert state(package, department).startswith("通过") and not same.needs_person
    book = openpyxl.load_workbook(out)
    do(book)
    book.save(tmp_path / "报来.xlsx")
    before = {path: path.read_bytes() for path in package.rglob("*.csv")}
    back = {"take": True, "send_back": tmp_path / "退", "templates": kinds}
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, **back)
    assert told in as_text(result) and result.needs_person
    assert state(package, department).startswith("重报")
    del before[package / "departments.csv"]
    assert all(path.read_bytes() == data for path, data in before.items())


def test_what_was_filled_in_here_after_it_was_handed_out_was_not_taken_out(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    form = (package / "indicators.csv").read_text(encoding="utf-8")
    (package / "indicators.csv").write_text(form.replace("1.1.1,", "1.1.1,7"), encoding="utf-8")
    with (package / "funds.csv").open("a", encoding="utf-8") as table:
        table.write("冷库,冷库,400,产业,产业开发,逐项,1\n")
    sheets = [tmp_path / f"发出/{name}.xlsx" for name in ("县就业局", "县财政局")]
    assert not collect(package, sheets, date=DATE, templates=kinds).needs_person


def test_a_row_that_is_gone_is_still_owed(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    book = openpyxl.load_workbook(tmp_path / "发出/县财政局.xlsx")
    book["填报"]["D5"] = 5600
    book["填报"].delete_rows(6)
    book.save(tmp_path / "报来.xlsx")
    result = collect(package, [tmp_path / "报来.xlsx"], date=DATE, take=True, templates=kinds)
    assert "没有填 1 项；已报" in as_text(result)
