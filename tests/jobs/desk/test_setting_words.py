"""The settings in words of a clerk: what shows, what is written for it, lists that grow."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import desks, invented

from generator.jobs.desk import (
    CellEdit,
    EditRefusedError,
    SheetGrid,
    add_setting,
    change,
    delete_rows,
    grid,
    setting_lists,
    texts,
    undo,
)
from generator.model.errors import DataError, InputError

SHEET, VALUE = "report.yaml", "值"
MORE = """\
form: formal   # 有红头
letter: yes
page_number: none
previous: ../清河-2022
appendices:
- name: '{{ place.name }}{{ year }}东西部协作年度统计表'
  table: 年度统计表
- name: 典型案例
  title: []   # 不另起题目
  parts:
  - text: case_1
"""
REPORT = invented.REPORT.partition("appendices:")[0].replace("date: 2023", "seal: true, date: 2023")


def made(tmp_path: Path) -> Path:
    return desks.package(tmp_path, report_yaml=REPORT + MORE, text__case_1_md="车间建到村口。\n")


def row_of(shown: SheetGrid, path: str) -> int:
    return next(row.row for row in shown.rows if row.cells[2] == path)


@pytest.mark.parametrize(
    ("path", "title", "words", "is_advanced"),
    [
        ("form", "公文形式", "公文（有红头）", False),
        ("letter", "呈报语", "是", False),
        ("signature.seal", "署名·印章", "是", False),
        ("page_number", "页码", "不编页码", False),
        ("number", "发文字号", "清农领发〔2023〕12号", False),
        ("appendices.0.name", "附件1·名称", "清河县2023年东西部协作年度统计表", False),
        ("appendices.1.title", "附件2·题目", "", False),
        ("previous", "上年数据包", "../清河-2022", True),
        ("appendices.1.parts.0.text", "附件2·部分1·文字", "case_1", True),
    ],
)
def test_items_say_what_a_clerk_calls_them(
    tmp_path: Path, path: str, title: str, words: str, is_advanced: bool
) -> None:
    shown = grid(made(tmp_path), SHEET)
    row = next(row for row in shown.rows if row.cells[2] == path)
    assert (*row.cells[:2], row.advanced) == (title, words, is_advanced)


def test_those_for_who_knows_the_program_come_last(tmp_path: Path) -> None:
    flags = [row.advanced for row in grid(made(tmp_path), SHEET).rows]
    assert flags == sorted(flags) and any(flags)


@pytest.mark.parametrize(
    ("path", "words", "old", "new"),
    [
        ("form", "报告（没有红头）", "form: formal   # 有红头", "form: plain   # 有红头"),
        ("letter", "否", "letter: yes", "letter: false"),
        ("page_number", "居中", "page_number: none", "page_number: center"),
        ("appendices.1.title", "车间、订单", "title: []", "title: ['车间', '订单']"),
        ("appendices.1.name", "两个案例", "name: 典型案例", "name: 两个案例"),
    ],
)
def test_what_is_chosen_is_written_as_the_program_reads_it(
    tmp_path: Path, path: str, words: str, old: str, new: str
) -> None:
    package = made(tmp_path)
    before, shown = (package / SHEET).read_text("utf-8"), grid(package, SHEET)
    change(package, SHEET, shown.stamp, [CellEdit(row_of(shown, path), VALUE, words)])
    assert (package / SHEET).read_text("utf-8") == before.replace(old, new) != before


def test_every_cell_written_as_it_shows_leaves_every_byte(tmp_path: Path) -> None:
    package = made(tmp_path)
    before, shown = (package / SHEET).read_bytes(), grid(package, SHEET)
    edits = [
        CellEdit(row.row, VALUE, row.cells[1])
        for row in shown.rows
        if row.value is not None and row.value.editable
    ]
    change(package, SHEET, shown.stamp, edits)
    assert (package / SHEET).read_bytes() == before and len(edits) > 15


def test_a_template_is_changed_where_it_is_written_alone(tmp_path: Path) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    row = row_of(shown, "appendices.0.name")
    with pytest.raises(InputError, match="不能改"):
        change(package, SHEET, shown.stamp, [CellEdit(row, VALUE, "统计表")])
    changed = change(package, SHEET, shown.stamp, [CellEdit(row, "写法", "{{ year }}统计表")])
    assert desks.cell(changed.grid, row, VALUE) == "2023年统计表"


def test_what_cannot_be_chosen_is_refused_in_words(tmp_path: Path) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    with pytest.raises(EditRefusedError) as refused:
        change(package, SHEET, shown.stamp, [CellEdit(row_of(shown, "letter"), VALUE, "也许")])
    [said] = refused.value.messages
    assert said.column == VALUE and said.text == "写的是“也许”，不是能选的。请从 是、否 里选。"


@pytest.mark.parametrize("words", ["2024.1.20", "2024年1月20日", "2024-01-20", "２０２４/1/20"])
def test_a_day_is_written_as_a_day(tmp_path: Path, words: str) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    row = row_of(shown, "signature.date")
    changed = change(package, SHEET, shown.stamp, [CellEdit(row, VALUE, words)])
    assert desks.cell(changed.grid, row, VALUE) == "2024-01-20"
    assert "seal: true, date: 2024-01-20" in (package / SHEET).read_text("utf-8")


@pytest.mark.parametrize("words", ["某日", "2024年1月", "1月20日", "2024-02-30"])
def test_what_is_no_day_is_refused_at_its_cell(tmp_path: Path, words: str) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    row = row_of(shown, "signature.date")
    with pytest.raises(EditRefusedError) as refused:
        change(package, SHEET, shown.stamp, [CellEdit(row, VALUE, words)])
    [said] = refused.value.messages
    assert (said.row, said.column) == (row, VALUE)


@pytest.mark.parametrize(
    ("path", "title", "hint"),
    [
        ("signature.date", "署名·日期", "写成 2024-12-20"),
        ("letter", "呈报语", "从下拉列表里选"),
        ("number", "发文字号", "如 清农组发〔2024〕12号"),
        ("organs.0", "发文机关1", "写机关的全称"),
    ],
)
def test_what_an_item_wants_is_told(tmp_path: Path, path: str, title: str, hint: str) -> None:
    shown = grid(made(tmp_path), SHEET)
    value = next(row.value for row in shown.rows if row.cells[2] == path)
    assert value is not None and value.title == title and value.hint.startswith(hint)


def test_lists_that_may_grow(tmp_path: Path) -> None:
    found = {item.item: item.title for item in setting_lists(made(tmp_path))}
    assert found == {
        "appendices": "附件",
        "organs": "发文机关",
        "signature.organs": "署名·发文机关",
        "appendices.1.title": "附件2·题目",
        "appendices.1.parts": "附件2·部分",
    }


def test_an_appendix_more_is_a_text_to_be_written(tmp_path: Path) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    added = add_setting(package, "appendices", shown.stamp, "任务: 清单")
    assert desks.cell(added.grid, row_of(added.grid, "appendices.2.name"), VALUE) == "任务: 清单"
    assert [item.title for item in texts(package) if item.item == "附件文字1"] == ["附件文字1"]
    assert undo(package, added.undo).grid == shown


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("appendices.1.name", MORE[MORE.index("- name: 典型案例") :]),
        ("appendices.0.table", MORE[MORE.index("- name: '{{") : MORE.index("- name: 典型")]),
    ],
)
def test_an_item_goes_whole(tmp_path: Path, path: str, gone: str) -> None:
    package = made(tmp_path)
    before, shown = (package / SHEET).read_text("utf-8"), grid(package, SHEET)
    deleted = delete_rows(package, SHEET, shown.stamp, [row_of(shown, path)])
    assert (package / SHEET).read_text("utf-8") == before.replace(gone, "") != before
    assert undo(package, deleted.undo).grid == shown


def test_what_is_in_no_list_stays(tmp_path: Path) -> None:
    package = made(tmp_path)
    shown = grid(package, SHEET)
    with pytest.raises(DataError, match="不在清单里"):
        delete_rows(package, SHEET, shown.stamp, [row_of(shown, "number")])
