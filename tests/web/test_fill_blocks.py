"""填数 in a real browser: blocks that are pasted, with a head or without."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import Served, Sheet, documents, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


def test_a_block_from_excel_is_saved_whole(package: Path, sheet: Sheet) -> None:
    sheet.paste(2, "文号", '甲〔2021〕1号\t"给予""明确"""\r\n乙〔2021〕2号\t予以规范\r\n')
    until(lambda: "乙〔2021〕2号" in documents(package), "the block is on the disk")
    sheet.wait_for("已存")
    assert (sheet.text(2, "文号"), sheet.text(3, "文号")) == ("甲〔2021〕1号", "乙〔2021〕2号")
    assert '"给予""明确"""' in documents(package)


def test_columns_of_a_block_with_a_head_are_put_by_name(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "departments.csv")
    block = "电话\t期限\t部门*\t备查\n0932-1\t2021-11-10\t县住建局\t{note}\n\t\t县教育局\t\n"
    sheet.paste(2, "联系人", block.format(note="急"))
    sheet.wait_for("“备查”不是这里显示的列，没有粘贴")
    sheet.page.get_by_role("button", name="知道了").click()
    assert not (package / "departments.csv").exists()
    sheet.paste(2, "联系人", block.format(note=""))
    sheet.wait_for("已粘贴：2 行的 部门、电话、期限。")
    written = (package / "departments.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[:4] for line in written[1:]] == [
        ["县住建局", "", "0932-1", "2021-11-10"],
        ["县教育局", "", "", ""],
    ]


def test_a_title_above_the_head_of_a_block_is_left_out(package: Path, sheet: Sheet) -> None:
    sheet.paste(2, "日期", "会宁县文件一览\t\n\t2021年\n文号\t方式\n甲号\t通过\n乙号\t通过\n")
    sheet.wait_for("已粘贴：2 行的 方式、文号。最上面的“会宁县文件一览”是标题，没有粘贴。")
    assert (sheet.text(2, "文号"), sheet.text(3, "文号")) == ("甲号", "乙号")
    assert "一览" not in documents(package)
    sheet.paste(4, "文号", "丙号\t丁\n戊号\t己\n")
    until(lambda: "戊号" in documents(package), "a block without a head is put as it is")
    assert "丙号" in documents(package)


def test_a_head_of_unknown_names_is_told_as_such(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "enterprises.csv")
    sheet.paste(2, "东部企业", "企业\t投资额（万元）\n甲公司\t1,200\n")
    sheet.wait_for(
        "列名不认得：“企业”“投资额（万元）”，没有粘贴。这张表的列名是：东部企业、注册资金、"
    )
    assert "甲公司" not in (package / "enterprises.csv").read_text(encoding="utf-8-sig")


def test_hidden_columns_of_a_head_are_left_out_and_told(package: Path, sheet: Sheet) -> None:
    sheet.paste(2, "文号", "键\t文号\n甲\t甲号\n乙\t乙号\n")
    sheet.wait_for("已粘贴：2 行的 文号。键 要勾上“高级”才能填，没有粘贴。")
    assert "甲号" in documents(package) and "甲," not in documents(package)
    sheet.page.get_by_role("checkbox", name="高级").click()
    sheet.page.wait_for_function("nigao.fieldOf('键*') !== ''")
    sheet.paste(2, "文号", "键\t文号\n甲\t丙号\n乙\t丁号\n")
    until(lambda: "\n甲," in documents(package), "the column that is shown is filled")


def test_a_block_over_a_heading_says_which_row_and_why(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "indicators.csv")
    before = (package / "indicators.csv").read_bytes()
    found = "api => { let at; api.forEachNode(n => { at ??= n.data.locked ? n.rowIndex : at }); return at }"
    row = sheet.page.evaluate(f"({found})(nigao.api())") + 2
    name = sheet.text(row, "指标")
    sheet.paste(row, "2021年", "12\n13\n")
    sheet.wait_for(f"“{name}”是分组的标题行，不能填，要粘的“12”没有地方放，没有粘贴。")
    sheet.page.get_by_role("button", name="知道了").click()
    sheet.paste(row + 2, "指标", "甲\t\t1\n")
    sheet.wait_for("“指标”不能改，要粘的“甲”没有地方放，没有粘贴。列的次序和这里不一样的，")
    assert (package / "indicators.csv").read_bytes() == before


def test_of_a_block_with_a_wrong_cell_nothing_is_written_and_all_is_told(
    package: Path, sheet: Sheet
) -> None:
    before = documents(package)
    sheet.paste(2, "日期", "2021-01-01\n某日\n又一日\n")
    sheet.wait_for("第3行“日期”")
    sheet.wait_for("第4行“日期”")
    assert documents(package) == before


def test_new_rows_are_typed_or_pasted_behind_the_last_one(package: Path, sheet: Sheet) -> None:
    sheet.type(8, "标题", "新的办法")
    sheet.page.wait_for_selector(".ag-cell.unfinished")
    assert "新的办法" not in documents(package)
    sheet.paste(8, "领域*", "综合")
    until(lambda: "新的办法" in documents(package), "the row is on the disk once it is whole")
    sheet.wait_for("已存")
    sheet.paste(9, "标题", "甲办法\t\t\t综合\n乙办法\t\t\t综合\n")
    until(lambda: "乙办法" in documents(package), "the pasted rows are on the disk")
