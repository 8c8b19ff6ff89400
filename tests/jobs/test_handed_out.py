"""What goes out to the departments: a workbook each, with what it owes alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from support import collecting, invented
from support.collecting import labels, sheet_of

from generator.jobs.handout import REMINDER, handout
from generator.model.errors import InputError


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return collecting.kinds(tmp_path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return collecting.package(tmp_path)


def test_each_department_gets_its_rows_alone(package: Path, kinds: Path, tmp_path: Path) -> None:
    made = handout(package, tmp_path / "发出", templates=kinds)
    assert (made.idle, made.unknown) == ((), ())
    assert [(item.department, item.owed, item.missing) for item in made.written] == [
        ("县就业局", 3, 2),
        ("县财政局", 3, 2),
        ("县委办", 1, 1),
    ]
    assert labels(tmp_path / "发出/县就业局.xlsx") == [
        "*1.帮助就业人数：其中：赴东部就业",
        "1.帮助就业人数：省内就业",
    ]
    assert labels(tmp_path / "发出/县财政局.xlsx") == ["*到位资金", "*每村补助"]


def test_a_number_of_the_form_and_of_the_figures_is_asked_once(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    with (package / "figures.csv").open("a", encoding="utf-8") as figures:
        figures.write("就业.赴东部,赴东部就业,15,人\n")
    handout(package, tmp_path / "发出", templates=kinds)
    assert labels(tmp_path / "发出/县就业局.xlsx") == [
        "1.帮助就业人数：其中：赴东部就业",
        "1.帮助就业人数：省内就业",
    ]


@pytest.mark.parametrize("inside", ["", "text", "发出"])
def test_no_workbook_is_written_into_a_package(package: Path, kinds: Path, inside: str) -> None:
    before = sorted(package.rglob("*"))
    with pytest.raises(InputError) as refused:
        handout(package, package / inside, templates=kinds)
    assert "这是一个数据包，发出去的表不能写到里面。请用 -o 另给一个文件夹。" in str(refused.value)
    assert sorted(package.rglob("*")) == before


def test_only_what_is_to_be_filled_in_is_open(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    sheet = sheet_of(tmp_path / "发出/县就业局.xlsx")
    assert sheet.protection.sheet
    open_cells = {
        cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked
    }
    assert open_cells == {"D5", "E5", "D6", "E6"}
    assert sheet.column_dimensions["G"].hidden


def test_yes_or_no_is_chosen_from_a_list(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", templates=kinds)
    [rule] = sheet_of(tmp_path / "发出/县委办.xlsx").data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1) == ("D5", '"是,否"')


def test_the_same_package_gives_the_same_workbooks(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        handout(package, tmp_path / name, templates=kinds)
    assert (tmp_path / "a/县就业局.xlsx").read_bytes() == (
        tmp_path / "b/县就业局.xlsx"
    ).read_bytes()


def test_the_note_to_send(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", contact="乡村振兴局 张三", templates=kinds)
    note = (tmp_path / "发出" / REMINDER).read_text(encoding="utf-8")
    assert note.splitlines()[:2] == [
        "县就业局（李四）：",
        "请填好《清河县2023年东西部协作自评数据填报表》（附后），2023年11月10日前报来。共3项，还空着2项。有问题请问乡村振兴局 张三。",
    ]


def test_who_is_late_is_told_so(package: Path, kinds: Path, tmp_path: Path) -> None:
    handout(package, tmp_path / "发出", today=dt.date(2023, 11, 11), templates=kinds)
    note = (tmp_path / "发出" / REMINDER).read_text(encoding="utf-8")
    assert "原定2023年11月10日前，已经过了，请尽快报来。" in note
    assert "2023年11月12日前报来。" in note


def test_who_gets_no_workbook_and_what_fits_nothing(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write("县档案馆,,,,\n县统计局,,,,资经\n")
    made = handout(package, tmp_path / "发出", templates=kinds)
    assert made.idle == ("县档案馆", "县统计局")
    assert made.unknown == (("县统计局", "资经"),)


def test_a_record_file_that_a_department_owes_is_handed_out_though_it_is_blank(
    package: Path, kinds: Path, tmp_path: Path
) -> None:
    """No block of this outline prints the visits."""
    name = "visits.csv"
    head = invented.EXAMPLE_RECORDS["visits_csv"].partition("\n")[0]
    (package / name).write_text(f"{head}\n", encoding="utf-8")
    with (package / "departments.csv").open("a", encoding="utf-8") as table:
        table.write(f"县商务局,,,,{name}\n")
    handout(package, tmp_path / "发出", templates=kinds)
    assert sheet_of(tmp_path / "发出/县商务局.xlsx", "互访")["A5"].protection.locked is False


def test_nobody_to_hand_out_to(kinds: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有写明部门"):
        handout(invented.package(tmp_path / "清河"), tmp_path / "发出", templates=kinds)
