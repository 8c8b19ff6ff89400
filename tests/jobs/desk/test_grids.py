"""The sheets of a package as grids: labels, units, hints, last year, owners, messages."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support import desks
from support.packages import ROOT

from generator.jobs.desk import CellEdit, GridColumn, SheetGrid, change, grid, sheets, undo
from generator.model.errors import InputError
from generator.package.bring.targets import targets_of
from generator.package.read import load_package


def column(shown: SheetGrid, name: str) -> GridColumn:
    return next(column for column in shown.columns if column.name == name)


def test_the_sheets_of_a_package(tmp_path: Path) -> None:
    found = {item.sheet: item for item in sheets(desks.package(tmp_path))}
    assert list(found)[:2] == ["indicators.csv", "figures.csv"] and list(found)[-1] == "report.yaml"
    funds = found["funds.csv"]
    assert (funds.title, funds.rows, funds.blank, funds.faults) == ("资金", 2, 0, 0)
    assert (found["visits.csv"].title, found["visits.csv"].rows) == ("互访", 0)
    assert "county_values.csv" not in found  # the program writes it


def test_blank_required_cells_and_faults_are_counted(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace(",就业,", ",,"))
    funds = next(item for item in sheets(package) if item.sheet == "funds.csv")
    assert (funds.blank, funds.faults) == (1, 1)


@pytest.mark.parametrize(
    ("name", "kind", "unit", "choices", "required"),
    [
        ("名称", "文字", "", (), False),
        ("金额", "数", "万元", (), False),
        ("用途", "文字", "", (), True),
        ("列示", "文字", "", ("逐项", "概述"), True),
        ("项目数", "数", "个", (), False),
    ],
)
def test_the_columns_of_a_record_file(
    tmp_path: Path, name: str, kind: str, unit: str, choices: tuple[str, ...], required: bool
) -> None:
    shown = column(grid(desks.package(tmp_path), "funds.csv"), name)
    assert (shown.kind, shown.unit, shown.choices, shown.required) == (
        kind,
        unit,
        choices,
        required,
    )
    assert shown.editable and not shown.advanced


def test_a_unit_of_the_heading_is_that_of_the_column(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace("金额", "金额（元）"))
    assert column(grid(package, "funds.csv"), "金额").unit == "元"


def test_a_column_that_the_file_lacks_comes_last(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path), "documents.csv")
    assert [item.name for item in shown.columns][:4] == ["键", "日期", "标题", "领域"]
    assert column(shown, "文号").editable and desks.cell(shown, 2, "文号") == ""
    assert column(shown, "日期").kind == "日期"


def test_the_figures_with_unit_last_year_and_owner(tmp_path: Path) -> None:
    package = desks.package(tmp_path, departments_csv=desks.DEPARTMENTS)
    first, second = grid(package, "figures.csv").rows[:2]
    assert (first.last_year, first.owner) == ("2", "县就业局")
    assert first.value is not None and second.value is not None
    assert (first.value.unit, first.value.kind, second.value.kind) == ("期", "数", "日期")
    assert (second.last_year, second.owner) == ("", "")


def test_a_figure_with_a_formula_tells_what_it_gives(tmp_path: Path) -> None:
    figures = "键,名称,数值,单位,公式\n{}资金.总额,资金总额,,万元,合计(资金.金额)\n"
    package = desks.package(tmp_path, figures_csv=figures.format("培训.期数,培训班,3,期,\n"))
    assert [row.computed for row in grid(package, "figures.csv").rows[:2]] == ["", "17"]
    funds = grid(package, "funds.csv")
    change(package, "funds.csv", funds.stamp, [CellEdit(2, "金额", "13")])
    shown = grid(package, "figures.csv")
    assert shown.rows[1].computed == "18"
    renamed = change(package, "figures.csv", shown.stamp, [CellEdit(3, "名称", "总额")])
    assert renamed.grid.rows[1].computed == "18"
    funds = grid(package, "funds.csv")
    change(package, "funds.csv", funds.stamp, [CellEdit(2, "金额", "")])
    assert grid(package, "figures.csv").rows[1].computed == "还算不出"


def test_blank_cells_of_records_show_what_the_kind_computes(tmp_path: Path) -> None:
    """A row's sum; one that is filed counts, and a change of what it is made of renews it."""
    package = tmp_path / "柳溪-2023"
    shutil.copytree(ROOT / "data" / "liuxi-2023-openness", package)
    shown = grid(package, "disputes.csv")
    [row] = shown.rows
    assert dict(row.filled)["复议总计"] == "3" and desks.cell(shown, row.row, "复议总计") == ""
    now = int(desks.cell(shown, row.row, "复议维持"))
    edit = CellEdit(row.row, "复议维持", str(now + 1))
    changed = change(package, "disputes.csv", shown.stamp, [edit], shown=shown)
    assert dict(changed.grid.rows[0].filled)["复议总计"] == "4"
    assert undo(package, changed.undo, shown=changed.grid).grid == shown
    filed = [CellEdit(row.row, "复议总计", "3")]
    assert "复议总计" not in dict(
        change(package, "disputes.csv", shown.stamp, filed).grid.rows[0].filled
    )


def test_figures_that_the_kind_names_have_a_row_to_fill(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path), "figures.csv")
    named = {desks.cell(shown, row.row, "键"): row for row in shown.rows}
    assert len(named) == len(shown.rows)  # each once
    assert all(row.row > 3 for key, row in named.items() if key not in ("培训.期数", "开班.日期"))


def test_a_zero_of_last_year_is_a_number(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    form, figures = "代码,数值\n1.1.1,0\n1.1.2,\n", desks.LAST_YEAR.replace("培训班,2", "培训班,0")
    (tmp_path / "清河-2022" / "indicators.csv").write_text(form, encoding="utf-8")
    (tmp_path / "清河-2022" / "figures.csv").write_text(figures, encoding="utf-8")
    shown = {row.cells[0]: row.last_year for row in grid(package, "indicators.csv").rows}
    assert (shown["1.1.1"], shown["1.1.2"]) == ("0", "")
    assert grid(package, "figures.csv").rows[0].last_year == "0"
    dataset, kind = load_package(package)
    targets = {target.ident: target.last for target in targets_of(dataset, kind).all}
    assert (targets["1.1.1"], targets["1.1.2"], targets["培训.期数"]) == (0, None, 0)


def test_the_form_is_whole_and_its_labels_are_fixed(tmp_path: Path) -> None:
    package = desks.package(tmp_path, departments_csv=desks.DEPARTMENTS)
    shown = grid(package, "indicators.csv")
    by_code = {row.cells[0]: row for row in shown.rows}
    row = by_code["1.1.1"]
    assert row.cells[:4] == ("1.1.1", "1.县委常委会会议", "次", "2")
    assert (row.row, row.last_year, row.owner) == (2, "1", "县就业局")
    assert by_code["1"].locked and not by_code["1.1.2"].locked
    assert by_code["1.1.2"].cells[3] == "" and by_code["1.1.2"].row > 2
    assert by_code["1.1.4"].value is not None and by_code["1.1.4"].value.choices == ("是", "否")
    assert [item.name for item in shown.columns if not item.editable] == ["代码", "指标", "单位"]
    assert column(shown, "数值").title == "2023年"
    assert not column(shown, "代码").advanced
    assert (shown.head, row.filed, by_code["1.1.2"].filed) == (1, True, False)


def test_how_to_have_a_cell_computed_is_for_who_knows_the_program(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path), "indicators.csv")
    values = [row.value for row in shown.rows if row.value]
    assert not any("=" in value.hint for value in values)
    assert {value.more for value in values} == {"", "可以写“=”，由程序算。"}


def test_who_owes_a_row_is_not_told_twice(tmp_path: Path) -> None:
    form = "代码,数值,来源\n1.1.1,2,县就业局\n1.1.2,3,\n"
    shown = grid(desks.package(tmp_path, indicators_csv=form), "indicators.csv")
    assert not any(row.owner for row in shown.rows)
    package = desks.package(tmp_path / "b", indicators_csv=form, departments_csv=desks.DEPARTMENTS)
    owners = {row.cells[0]: row.owner for row in grid(package, "indicators.csv").rows}
    assert owners["1.1.1"] == ""


def test_the_settings_as_items_and_values(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path), "report.yaml")
    by_path = {row.cells[2]: row for row in shown.rows}
    assert by_path["place.name"].cells[:2] == ("本地·名称", "清河县")
    assert [item.name for item in shown.columns if item.advanced] == ["代号", "写法"]
    assert shown.next_row == 0


def test_a_faulty_sheet_opens_with_what_the_file_says(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace(",5,", ",五块,"))
    shown = grid(package, "funds.csv")
    assert desks.cell(shown, 3, "金额") == "五块"
    [said] = shown.rows[1].messages
    assert (said.row, said.column) == (3, "金额") and said.text.startswith("写的是“五块”")
    assert shown.rows[0].messages == () and shown.messages == ()


def test_about_thirty_in_a_cell_is_told_what_to_do_on_the_screen(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace(",5,", ",约30,"))
    [said] = grid(package, "funds.csv").rows[1].messages
    assert "到“数据”一张里写这个数，连“约”一起写" in said.text
    assert ".csv" not in said.text and "修饰" not in said.text
    figures = desks.FIGURES.replace("培训班,3", "培训班,约30")
    told = grid(desks.package(tmp_path / "b", figures_csv=figures), "figures.csv")
    assert told.rows[0].messages == ()  # as the message says


@pytest.mark.parametrize(
    ("funds", "row", "column_name"),
    [
        (desks.FUNDS + "大棚,又一个,1,产业,产业开发,逐项,1\n", 4, "键"),
        (desks.FUNDS.replace("逐项,1", "逐个,1"), 3, "列示"),
        (desks.FUNDS.replace("逐项,1", "逐项,1,多"), 3, ""),
        (desks.FUNDS.replace("技能培训", '"技能培训'), 3, ""),
        (desks.FUNDS.replace("技能培训", "技能\x07培训"), 3, "名称"),
    ],
    ids=["twice", "choice", "too wide", "open quote", "control character"],
)
def test_every_sort_of_fault_is_at_its_row(
    tmp_path: Path, funds: str, row: int, column_name: str
) -> None:
    shown = grid(desks.package(tmp_path, funds_csv=funds), "funds.csv")
    found = [(said.row, said.column) for item in shown.rows for said in item.messages]
    assert found == [(row, column_name)] and shown.messages == ()


def test_a_fault_of_no_cell_is_told_above_the_sheet(tmp_path: Path) -> None:
    shown = grid(desks.package(tmp_path, funds_csv=desks.FUNDS.replace("列示", "列")), "funds.csv")
    assert len(shown.messages) == 1 and "列示" in shown.messages[0]


def test_faulty_settings_open_alone(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    text = (package / "report.yaml").read_text(encoding="utf-8")
    (package / "report.yaml").write_text(text.replace("year: 2023", "year: 二"), encoding="utf-8")
    shown = grid(package, "report.yaml")
    at = {row.cells[2]: row.messages for row in shown.rows if row.messages}
    assert list(at) == ["year"] and at["year"][0].column == "值"


@pytest.mark.parametrize("sheet", ["没有.csv", "../清河-2022/figures.csv", "README.md", ""])
def test_no_such_sheet(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(InputError, match="没有这张表"):
        grid(desks.package(tmp_path), sheet)


def test_a_workbook_is_to_be_turned_into_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nigao workbook"):
        sheets(tmp_path / "清河.xlsx")


def test_a_link_that_leads_out_is_not_read(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=None)
    (tmp_path / "外面.csv").write_text(desks.FUNDS, encoding="utf-8")
    (package / "funds.csv").symlink_to(tmp_path / "外面.csv")
    with pytest.raises(InputError, match="数据包外面"):
        grid(package, "funds.csv")
