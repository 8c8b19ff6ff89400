"""Changes of a sheet: what is right is written and nothing else moves, what is wrong is refused at
its cell, what somebody else wrote is never overwritten."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import desks

from generator.jobs.desk import (
    CellEdit,
    EditRefusedError,
    add_row,
    change,
    delete_rows,
    grid,
    undo,
)
from generator.model.errors import InputError, NigaoError, StaleError

CRLF = desks.FUNDS.replace("\n", "\r\n")
BREAK = desks.FUNDS.replace("技能培训", '"技能，\n培训"')


def changed(package: Path, sheet: str, *edits: CellEdit) -> bytes:
    change(package, sheet, grid(package, sheet).stamp, edits)
    return (package / sheet).read_bytes()


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (desks.FUNDS.encode(), (2, "金额", "13"), desks.FUNDS.replace(",12,", ",13,").encode()),
        (
            b"\xef\xbb\xbf" + CRLF.encode(),
            (3, "金额", "6"),
            b"\xef\xbb\xbf" + CRLF.replace(",5,", ",6,").encode(),
        ),
        (
            desks.FUNDS.encode("gb18030"),
            (2, "名称", "温室大棚"),
            desks.FUNDS.replace("蔬菜大棚", "温室大棚").encode("gb18030"),
        ),
        (
            BREAK.encode(),
            (3, "金额", "6"),
            BREAK.replace(",5,", ",6,").encode(),
        ),
        (desks.FUNDS[:-1].encode(), (3, "项目数", ""), desks.FUNDS[:-2].encode()),
        (desks.FUNDS.encode(), (2, "金额", "12"), desks.FUNDS.encode()),
    ],
    ids=["plain", "BOM and CRLF", "GBK", "line break in a cell", "no line end", "the same"],
)
def test_a_cell_is_written_and_no_other_byte(
    tmp_path: Path, before: bytes, edit: tuple[int, str, str], after: bytes
) -> None:
    package = desks.package(tmp_path, funds_csv=before)
    others = desks.contents(package)
    assert changed(package, "funds.csv", CellEdit(*edit)) == after
    assert desks.contents(package) == others | {"funds.csv": after}


def test_a_column_that_the_file_lacks_is_added(tmp_path: Path) -> None:
    data = changed(desks.package(tmp_path), "documents.csv", CellEdit(2, "文号", "清发〔2023〕1号"))
    head, row = data.decode().splitlines()
    assert (head, row) == (
        "键,日期,标题,领域,文号",
        "方案,2023-03-05,协作工作方案,综合,清发〔2023〕1号",
    )


def test_a_row_of_the_form_that_was_not_filed(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "indicators.csv")
    row = next(row.row for row in shown.rows if row.cells[0] == "1.1.2")
    data = changed(package, "indicators.csv", CellEdit(row, "数值", "3"))
    assert data.decode() == "代码,数值\n1.1.1,2\n1.1.2,3\n"


def test_blank_cells_of_rows_that_are_not_there_write_nothing(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    row = next(r.row for r in grid(package, "indicators.csv").rows if r.cells[0] == "1.1.2")
    assert changed(package, "indicators.csv", CellEdit(row, "数值", "")).decode() == (
        "代码,数值\n1.1.1,2\n"
    )


def test_a_figure_that_the_kind_names_gets_its_row(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "figures.csv")
    row = next(row for row in shown.rows if row.row > 3 and row.value and row.value.kind == "数")
    data = changed(package, "figures.csv", CellEdit(row.row, "数值", "7"))
    key, name, unit = (desks.cell(shown, row.row, name) for name in ("键", "名称", "单位"))
    assert data.decode() == f"{desks.FIGURES}{key},{name},7,{unit}\n"


def test_a_new_figure_gets_a_key_of_its_own(tmp_path: Path) -> None:
    package = desks.package(tmp_path, figures_csv=f"{desks.FIGURES}数据4,电话,6,个\n")
    shown = grid(package, "figures.csv")
    add_row(package, "figures.csv", shown.stamp, {"名称": "帮扶电话", "数值": "5", "单位": "个"})
    text = (package / "figures.csv").read_text(encoding="utf-8-sig")
    assert text == f"{desks.FIGURES}数据4,电话,6,个\n数据5,帮扶电话,5,个\n"
    again = grid(package, "figures.csv")
    edits = [CellEdit(again.next_row + n, "名称", name) for n, name in enumerate("甲乙")]
    edits += [CellEdit(again.next_row, "键", "自定.甲")]
    edits += [CellEdit(again.next_row + n, "数值", "1") for n in range(2)]
    lines = changed(package, "figures.csv", *edits).decode().splitlines()
    assert lines[-2:] == ["自定.甲,甲,1,", "数据6,乙,1,"]


def test_a_sheet_without_a_file_begins_with_its_head(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=None)
    shown = grid(package, "funds.csv")
    assert shown.stamp == "" and shown.next_row == 2
    cells = {"键": "路", "用途": "产业", "方向": "产业开发", "列示": "逐项"}
    taken = add_row(package, "funds.csv", "", cells)
    text = (package / "funds.csv").read_text(encoding="utf-8-sig")
    assert text == "键,名称,金额,用途,方向,列示,项目数\n路,,,产业,产业开发,逐项,\n"
    undo(package, taken.undo)
    assert not (package / "funds.csv").exists()


def test_a_value_of_the_settings(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    before = (package / "report.yaml").read_text(encoding="utf-8")
    shown = grid(package, "report.yaml")
    row = next(row.row for row in shown.rows if row.cells[2] == "addressee")
    data = changed(package, "report.yaml", CellEdit(row, "值", "云山市人民政府"))
    assert data.decode() == before.replace("中共云山市委农村工作领导小组", "云山市人民政府")


@pytest.mark.parametrize(
    ("sheet", "edit", "said"),
    [
        ("funds.csv", (2, "金额", "十二左右"), "应当是数字"),
        ("funds.csv", (2, "金额", "12件"), "12件"),
        ("funds.csv", (2, "用途", ""), "不能空"),
        ("funds.csv", (2, "列示", "逐个"), "逐个"),
        ("funds.csv", (2, "名称", "大\x07棚"), "控制字符"),
        ("documents.csv", (2, "日期", "13月5日"), "13月5日"),
        ("figures.csv", (2, "数值", "三"), "应当是数字"),
        ("figures.csv", (2, "键", ""), "缺少键"),
        ("indicators.csv", (2, "数值", "二次"), "应当是数字"),
    ],
)
def test_what_is_wrong_is_refused_at_its_cell(
    tmp_path: Path, sheet: str, edit: tuple[int, str, str], said: str
) -> None:
    package = desks.package(tmp_path)
    before = desks.contents(package)
    with pytest.raises(EditRefusedError) as refused:
        changed(package, sheet, CellEdit(*edit))
    [message] = refused.value.messages
    assert (message.row, message.column) == edit[:2] and said in message.text
    assert desks.contents(package) == before


def test_all_edits_or_none(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    with pytest.raises(EditRefusedError) as refused:
        changed(package, "funds.csv", CellEdit(2, "金额", "13"), CellEdit(3, "金额", "若干"))
    assert [said.row for said in refused.value.messages] == [3]
    assert (package / "funds.csv").read_text(encoding="utf-8") == desks.FUNDS


def test_a_key_that_stands_in_another_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditRefusedError, match="已有"):
        changed(desks.package(tmp_path), "funds.csv", CellEdit(2, "键", "培训"))


def test_a_setting_that_is_wrong_is_refused_at_its_row(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    row = next(row.row for row in grid(package, "report.yaml").rows if row.cells[2] == "year")
    with pytest.raises(EditRefusedError) as refused:
        changed(package, "report.yaml", CellEdit(row, "值", "今年"))
    assert [(said.row, said.column) for said in refused.value.messages] == [(row, "值")]


@pytest.mark.parametrize(
    "faulty",
    [
        {"documents_csv": desks.DOCUMENTS.replace("2023-03-05", "三月")},
        {"funds_csv": desks.FUNDS.replace(",5,", ",五块,")},
        {"text__lead_md": "<b>清河县</b>\n"},
        {"figures_csv": desks.FIGURES.encode() + b"\xff\xff\xff"},
    ],
    ids=["another sheet", "another row", "a text", "a file that cannot be read"],
)
def test_what_was_wrong_elsewhere_does_not_hinder(
    tmp_path: Path, faulty: dict[str, str | bytes | None]
) -> None:
    package = desks.package(tmp_path, **faulty)
    assert ",13," in changed(package, "funds.csv", CellEdit(2, "金额", "13")).decode()
    with pytest.raises(EditRefusedError):
        changed(package, "funds.csv", CellEdit(2, "金额", "十三"))


def test_a_fault_that_hid_others_can_be_mended(tmp_path: Path) -> None:
    """An open quote keeps the rest of the file from being read."""
    funds = desks.FUNDS.replace("蔬菜大棚", '"蔬菜大棚').replace(",5,", ",五块,")
    package = desks.package(tmp_path, funds_csv=funds)
    shown = grid(package, "funds.csv")
    taken = change(package, "funds.csv", shown.stamp, [CellEdit(2, "名称", "蔬菜大棚")])
    assert [said.column for row in taken.grid.rows for said in row.messages] == ["金额"]


@pytest.mark.parametrize(
    ("sheet", "broken", "edit"),
    [
        ("funds.csv", desks.FUNDS.replace("技能培训", '"技能培训'), (2, "金额", "十三")),
        ("funds.csv", desks.FUNDS.replace("技能培训", "技能\x07培训"), (2, "列示", "逐个")),
        ("figures.csv", desks.FIGURES + '又一个,"又,1,个\n', (2, "数值", "三期")),
        ("indicators.csv", '代码,数值\n1.1.1,2\n1.1.2,"3\n', (2, "数值", "二次")),
    ],
)
def test_a_wrong_cell_is_refused_in_a_file_that_cannot_be_read_to_its_end(
    tmp_path: Path, sheet: str, broken: str, edit: tuple[int, str, str]
) -> None:
    package = desks.package(tmp_path, **{sheet.replace(".", "_"): broken})
    with pytest.raises(EditRefusedError) as refused:
        changed(package, sheet, CellEdit(*edit))
    assert [(said.row, said.column) for said in refused.value.messages] == [edit[:2]]
    changed(package, sheet, CellEdit(edit[0], edit[1], "逐项" if edit[1] == "列示" else "7"))


def test_what_was_wrong_with_a_row_does_not_hinder_its_cells(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=desks.FUNDS.replace("逐项,1", "逐项,1,多"))
    assert ",6," in changed(package, "funds.csv", CellEdit(3, "金额", "6")).decode()


def test_a_setting_over_several_lines_is_left_to_its_author(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    path = package / "report.yaml"
    text = path.read_text(encoding="utf-8").replace("addressee: ", "addressee: >-\n  ")
    path.write_text(text + "# 说明\n", encoding="utf-8")
    row = next(row.row for row in grid(package, "report.yaml").rows if row.cells[2] == "addressee")
    with pytest.raises(InputError, match="几行"):
        changed(package, "report.yaml", CellEdit(row, "值", "云山市人民政府"))


@pytest.mark.parametrize(
    "edit", [(2, "没有", "1"), (1, "金额", "1"), (0, "金额", "1"), (-1, "金额", "1")]
)
def test_no_such_cell(tmp_path: Path, edit: tuple[int, str, str]) -> None:
    with pytest.raises(InputError, match="不能改"):
        changed(desks.package(tmp_path), "funds.csv", CellEdit(*edit))


@pytest.mark.parametrize(("code", "column"), [("1.1.1", "指标"), ("1", "数值")])
def test_what_the_form_gives_cannot_be_changed(tmp_path: Path, code: str, column: str) -> None:
    package = desks.package(tmp_path)
    row = next(r.row for r in grid(package, "indicators.csv").rows if r.cells[0] == code)
    with pytest.raises(InputError, match="不能改"):
        changed(package, "indicators.csv", CellEdit(row, column, "1"))


# --- somebody else --------------------------------------------------------------------------------


def test_a_file_that_was_changed_meanwhile_stays(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    by_excel = desks.FUNDS.replace(",12,", ",99,")
    (package / "funds.csv").write_text(by_excel, encoding="utf-8")
    calls = (
        lambda: change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")]),
        lambda: add_row(package, "funds.csv", shown.stamp, {"用途": "产业"}),
        lambda: delete_rows(package, "funds.csv", shown.stamp, [2]),
    )
    for call in calls:
        with pytest.raises(StaleError) as stale:
            call()
        assert len(stale.value.problems) == 1
    assert (package / "funds.csv").read_text(encoding="utf-8") == by_excel


def test_a_change_is_not_taken_back_over_what_came_after(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    taken = change(package, "funds.csv", shown.stamp, [CellEdit(2, "金额", "13")])
    changed(package, "funds.csv", CellEdit(3, "金额", "6"))
    after = (package / "funds.csv").read_bytes()
    with pytest.raises(StaleError):
        undo(package, taken.undo)
    assert (package / "funds.csv").read_bytes() == after


def test_of_two_writers_one_wins(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    stamp = grid(package, "funds.csv").stamp
    outcomes: list[str] = []

    def write(amount: str) -> None:
        try:
            change(package, "funds.csv", stamp, [CellEdit(2, "金额", amount)])
            outcomes.append(amount)
        except StaleError:
            outcomes.append("stale")

    writers = [threading.Thread(target=write, args=(amount,)) for amount in ("21", "22", "23")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert outcomes.count("stale") == 2
    [won] = [outcome for outcome in outcomes if outcome != "stale"]
    assert f",{won}," in (package / "funds.csv").read_text(encoding="utf-8")


# --- rows -----------------------------------------------------------------------------------------


def test_a_row_is_added_below_another_with_a_key_of_its_own(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    cells = {"名称": "道路", "用途": "产业", "方向": "产业开发", "列示": "概述"}
    add_row(package, "funds.csv", shown.stamp, cells, below=2)
    assert (package / "funds.csv").read_text(encoding="utf-8").splitlines()[1:] == [
        "大棚,蔬菜大棚,12,产业,产业开发,逐项,2",
        "资金3,道路,,产业,产业开发,概述,",
        "培训,技能培训,5,就业,劳务协作,逐项,1",
    ]


def test_pasted_rows_get_keys_of_their_own(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    row = grid(package, "documents.csv").next_row
    cells = [(row, "标题", "甲办法"), (row, "领域", "综合"), (row + 1, "标题", "乙办法")]
    edits = [CellEdit(*cell) for cell in [*cells, (row + 1, "领域", "综合"), (row + 1, "键", "乙")]]
    after = changed(package, "documents.csv", *edits).decode().splitlines()
    assert after[2:] == ["政策文件2,,甲办法,综合", "乙,,乙办法,综合"]


def test_a_new_row_that_lacks_something_is_refused_at_its_cells(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    with pytest.raises(EditRefusedError) as refused:
        add_row(package, "funds.csv", shown.stamp, {"名称": "道路", "用途": "产业"})
    messages = {(said.row, said.column) for said in refused.value.messages}
    assert messages == {(shown.next_row, "方向"), (shown.next_row, "列示")}


def test_rows_are_deleted(tmp_path: Path) -> None:
    package = desks.package(tmp_path, funds_csv=BREAK)
    shown = grid(package, "funds.csv")
    taken = delete_rows(package, "funds.csv", shown.stamp, [2, 9])
    assert [row.cells[0] for row in taken.grid.rows] == ["培训"]
    undo(package, taken.undo)
    assert (package / "funds.csv").read_text(encoding="utf-8") == BREAK


def test_a_row_can_be_deleted_where_rows_below_were_wrong_before(tmp_path: Path) -> None:
    """What is said of a row names other rows by number: that moves with them."""
    twice = desks.FUNDS + "路,道路,1,产业,产业开发,逐项,1\n路,道路,1,产业,产业开发,逐项,1\n"
    package = desks.package(tmp_path, funds_csv=twice)
    taken = delete_rows(package, "funds.csv", grid(package, "funds.csv").stamp, [2])
    assert [said.row for row in taken.grid.rows for said in row.messages] == [4]


@pytest.mark.slow
def test_a_block_is_pasted_over_and_below_the_rows(tmp_path: Path) -> None:
    package = desks.package(tmp_path)
    shown = grid(package, "funds.csv")
    names = ("键", "名称", "金额", "用途", "方向", "列示")
    block = [(f"项目{n}", f"道路{n}段", str(n), "产业", "产业开发", "逐项") for n in range(500)]
    edits = [
        CellEdit(row, name, text)
        for row, cells in enumerate(block, 3)
        for name, text in zip(names, cells, strict=True)
    ]
    taken = change(package, "funds.csv", shown.stamp, edits)
    assert len(taken.grid.rows) == 501
    lines = (package / "funds.csv").read_text(encoding="utf-8").splitlines()
    assert lines[2] == "项目0,道路0段,0,产业,产业开发,逐项,1"  # over 培训: its last cell stays
    assert lines[501] == "项目499,道路499段,499,产业,产业开发,逐项,"
    edits[-1] = CellEdit(502, "列示", "逐")
    with pytest.raises(EditRefusedError) as refused:
        change(package, "funds.csv", taken.grid.stamp, edits)
    assert [(said.row, said.column) for said in refused.value.messages] == [(502, "列示")]


# --- the law of undo ------------------------------------------------------------------------------

texts = st.sampled_from(
    ["", "12", "13.5", "产业", "逐项", "概述", "甲，乙", 'a,"b"', "上\n下", "x"]
)
edits = st.lists(
    st.builds(
        CellEdit,
        st.integers(2, 6),
        st.sampled_from(["键", "名称", "金额", "用途", "方向", "列示", "项目数"]),
        texts,
    ),
    min_size=1,
    max_size=4,
)
files = st.sampled_from(
    [desks.FUNDS.encode(), b"\xef\xbb\xbf" + CRLF.encode(), BREAK.encode("gb18030"),
     desks.FUNDS[:-1].encode("utf-16")]
)  # fmt: skip


@pytest.mark.slow
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files, edits)
def test_a_change_taken_back_leaves_the_same_bytes(
    tmp_path: Path, before: bytes, made: list[CellEdit]
) -> None:
    package = desks.package(tmp_path, funds_csv=before)
    shown = grid(package, "funds.csv")
    all_before = desks.contents(package)
    try:
        taken = change(package, "funds.csv", shown.stamp, made)
    except NigaoError:
        assert desks.contents(package) == all_before
        return
    after = desks.contents(package)
    back = undo(package, taken.undo)
    assert desks.contents(package) == all_before and back.grid == shown
    again = undo(package, back.undo)
    assert desks.contents(package) == after and again.grid == taken.grid
