"""A sheet that windows share: what a window says is about what it showed, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from support import desks

from generator.model.replacing import replace
from generator.web.grids.drawer import Drawer, open_drawer
from generator.web.grids.options import beside, columns_of
from generator.web.grids.refusals import said_of
from generator.web.grids.sheet_jobs import SheetJobs
from generator.web.grids.sheet_state import KeptCell, TypedCell, Unwritten
from generator.web.grids.shown_rows import rows_of
from generator.web.grids.undo_lines import line_of_undo

_Given = TypeVar("_Given")
DOCUMENTS = "documents.csv"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return desks.package(tmp_path)


def done(work: Coroutine[Any, Any, _Given]) -> _Given:
    return asyncio.run(work)


def opened(package: Path, sheet: str) -> Drawer:
    return done(open_drawer(SheetJobs(package, sheet, None)))


def typed(drawer: Drawer, at: int, column: str, text: str) -> TypedCell:
    """What a window says that shows what the drawer does."""
    shown = drawer.shown
    return TypedCell(at, column, text, shown.text((shown.row_at(at), column)))


def written(package: Path, sheet: str) -> str:
    return (package / sheet).read_text(encoding="utf-8")


def test_a_window_that_is_behind_means_the_row_that_it_showed(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    assert done(drawer.delete(seen, [0])) == []
    assert done(drawer.type(seen, TypedCell(1, "金额", "6", "5"))) == []
    assert written(package, "funds.csv").splitlines()[1:] == [
        "培训,技能培训,6,就业,劳务协作,逐项,1"
    ]


def test_a_row_that_is_gone_is_not_written_to(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    done(drawer.delete(seen, [0]))
    after = written(package, "funds.csv")
    [line] = done(drawer.type(seen, typed(drawer, 0, "金额", "6")))
    assert "不在表里" in line
    assert written(package, "funds.csv") == after


def test_a_row_of_the_form_that_moves_up_does_not_drag_what_is_typed_next(package: Path) -> None:
    """Two cells typed one after the other, the second before the window saw what the first did."""
    drawer = opened(package, "indicators.csv")
    indexes = {row.cells[0]: index for index, row in enumerate(drawer.shown.grid.rows)}
    seen = drawer.version
    done(drawer.type(seen, typed(drawer, indexes["1.1.4"], "数值", "是")))
    done(drawer.type(seen, typed(drawer, indexes["1.1.2"], "数值", "3")))
    filed = [line.split(",")[:2] for line in written(package, "indicators.csv").splitlines()]
    assert filed[1:] == [["1.1.1", "2"], ["1.1.4", "是"], ["1.1.2", "3"]]


def test_a_new_row_is_written_once_it_is_whole(package: Path) -> None:
    drawer = opened(package, DOCUMENTS)
    before = written(package, DOCUMENTS)
    done(drawer.type(drawer.version, typed(drawer, 2, "标题", "办法")))
    assert written(package, DOCUMENTS) == before
    assert [kept.text for kept in drawer.shown.unwritten.values()] == ["办法"]
    done(drawer.type(drawer.version, typed(drawer, 2, "领域", "综合")))
    assert written(package, DOCUMENTS) == before + "政策文件2,,办法,综合\n"
    assert drawer.shown.unwritten == {}


def test_a_wrong_cell_holds_back_no_other(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "十二")))
    done(drawer.type(drawer.version, typed(drawer, 0, "项目数", "3")))
    assert "大棚,蔬菜大棚,12,产业,产业开发,逐项,3" in written(package, "funds.csv")
    [(_, kept)] = drawer.shown.unwritten.items()
    assert (kept.text, "应当是数字" in kept.why) == ("十二", True)


def test_a_change_is_taken_back_but_not_over_what_came_after(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "14")))
    assert done(drawer.take_back()) == []
    assert ",13," in written(package, "funds.csv")
    (package / "funds.csv").write_text(desks.FUNDS.replace(",5,", ",7,"), encoding="utf-8")
    [line] = done(drawer.take_back())
    assert "别处改过" in line
    assert not drawer.can_undo
    assert ",7," in written(package, "funds.csv")


def undone(drawer: Drawer) -> str:
    """What is said when the last change is taken back."""
    before = drawer.shown
    assert done(drawer.take_back()) == []
    return line_of_undo(before, drawer.shown)


def test_what_was_taken_back_is_named(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    title = drawer.shown.grid.columns[2].title
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    assert undone(drawer) == f"已撤销：第2行“{title}”改回“12”。"
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "xyz")))
    assert undone(drawer) == f"已撤销：第3行“{title}”改回“5”。"
    block = [typed(drawer, 0, "金额", "1"), typed(drawer, 1, "金额", "2")]
    done(drawer.paste(drawer.version, block))
    assert undone(drawer) == f"已撤销：第2行“{title}”等 2 格改回了原来的。"
    done(drawer.delete(drawer.version, [0]))
    assert undone(drawer) == "已撤销：删掉的第2行又在了。"
    done(drawer.type(drawer.version, typed(drawer, 2, "金额", "7")))
    assert undone(drawer) == f"已撤销：第4行“{title}”又是空的。"


def test_a_row_that_was_added_is_named_when_it_goes(package: Path) -> None:
    drawer = opened(package, DOCUMENTS)
    done(
        drawer.paste(
            drawer.version, [typed(drawer, 2, "标题", "法"), typed(drawer, 2, "领域", "综合")]
        )
    )
    assert undone(drawer) == "已撤销：加上的第3行去掉了。"


def test_the_last_change_of_another_window_is_known_as_such(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13"), "甲"))
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "6"), "乙"))
    title = drawer.shown.grid.columns[2].title
    assert drawer.last_of_another("甲") == f"第3行“{title}”"
    assert drawer.last_of_another("乙") == ""
    done(drawer.take_back())
    assert (drawer.last_of_another("甲"), drawer.last_of_another("乙")) == ("", f"第2行“{title}”")


def shown(drawer: Drawer, at: int, column: str) -> str:
    """What a window shows in a cell."""
    return drawer.shown.text((drawer.shown.row_at(at), column))


def test_what_was_typed_last_is_taken_back_first_though_it_was_never_written(
    package: Path,
) -> None:
    """A wrong cell gives back what is saved there, and nothing else changes with it."""
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "xyz")))
    assert done(drawer.take_back()) == []
    assert (shown(drawer, 1, "金额"), drawer.shown.unwritten) == ("5", {})
    assert written(package, "funds.csv") == desks.FUNDS.replace(",12,", ",13,")
    assert done(drawer.take_back()) == []
    assert written(package, "funds.csv") == desks.FUNDS and not drawer.can_undo


def test_wrong_cells_are_taken_back_one_by_one_between_changes(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    for text in ("一", "二"):
        done(drawer.type(drawer.version, typed(drawer, 1, "金额", text)))
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    done(drawer.take_back())
    assert written(package, "funds.csv") == desks.FUNDS and shown(drawer, 1, "金额") == "二"
    done(drawer.take_back())
    assert shown(drawer, 1, "金额") == "一"
    done(drawer.take_back())
    assert shown(drawer, 1, "金额") == "5" and not drawer.can_undo


def test_a_wrong_cell_that_was_mended_is_no_step_of_its_own(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "xyz")))
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "6")))
    for stands in (desks.FUNDS.replace(",12,", ",13,"), desks.FUNDS):
        done(drawer.take_back())
        assert (written(package, "funds.csv"), drawer.shown.unwritten) == (stands, {})
    assert not drawer.can_undo


def test_a_wrong_cell_is_taken_back_in_its_row_of_now(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "xyz")))
    done(drawer.delete(drawer.version, [0]))
    assert shown(drawer, 0, "金额") == "xyz"
    done(drawer.take_back())
    assert (shown(drawer, 0, "金额"), shown(drawer, 1, "金额")) == ("12", "xyz")
    done(drawer.take_back())
    assert shown(drawer, 1, "金额") == "5" and written(package, "funds.csv") == desks.FUNDS


def test_an_empty_cell_over_a_wrong_one_can_be_taken_back(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 1, "项目数", "xyz")))
    done(drawer.type(drawer.version, typed(drawer, 1, "项目数", "")))
    assert shown(drawer, 1, "项目数") == ""
    done(drawer.take_back())
    assert shown(drawer, 1, "项目数") == "1" and written(package, "funds.csv") == desks.FUNDS


def test_what_excel_wrote_is_noticed_kept_and_joined(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    excel = desks.FUNDS.replace(",5,", ",7,")
    (package / "funds.csv").write_text(excel, encoding="utf-8")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    assert drawer.is_stale
    assert written(package, "funds.csv") == excel
    assert done(drawer.reread()) == []
    assert not drawer.is_stale
    assert written(package, "funds.csv") == excel.replace(",12,", ",13,")


def test_what_excel_wrote_in_the_same_row_is_not_overwritten(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    excel = desks.FUNDS.replace(",12,", ",15,")
    (package / "funds.csv").write_text(excel, encoding="utf-8")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "13")))
    [line] = done(drawer.reread())
    assert "“13”" in line
    assert written(package, "funds.csv") == excel


def test_a_look_notices_it_and_tells_the_windows(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    shown: list[bool] = []
    drawer.windows.append(lambda: shown.append(drawer.is_stale))
    done(drawer.look())
    assert shown == []
    (package / "funds.csv").unlink()
    done(drawer.look())
    assert shown == [True]


def test_a_block_is_written_whole_or_not_at_all(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    block = [
        typed(drawer, 0, "金额", "1"),
        typed(drawer, 1, "金额", "二"),
        typed(drawer, 1, "项目数", "三"),
    ]
    first, second = done(drawer.paste(drawer.version, block, headed=True))
    assert first.startswith("第3行“金额”")
    assert second.startswith("第3行“项目数”")
    assert written(package, "funds.csv") == desks.FUNDS
    assert done(drawer.paste(drawer.version, block[:1])) == []
    assert ",1,产业," in written(package, "funds.csv")


def test_the_grid_has_fields_for_columns_and_what_is_typed_over_the_file(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "金额", "十二")))
    heads = [column["headerName"] for column in columns_of(drawer.shown.grid, advanced=False)]
    assert not [head for head in heads if "键" in str(head)]
    row = rows_of(drawer.shown, advanced=False).plain[0]
    at = [column.name for column in drawer.shown.grid.columns].index("金额")
    assert row[f"c{at}"] == "十二"
    assert list(row["said"]) == [f"c{at}"]  # type: ignore[arg-type]


def test_rows_have_the_numbers_that_a_spreadsheet_shows(package: Path) -> None:
    """A row of the form that the file does not have is called by what it says."""
    drawer = opened(package, "indicators.csv")
    shown, grid = rows_of(drawer.shown, advanced=False).plain, drawer.shown.grid
    assert columns_of(grid, advanced=False)[0]["headerName"] == "1"
    numbers = {row["c0"]: row["number"] for row in shown}
    assert (numbers["1"], numbers["1.1.1"], numbers["1.1.2"]) == (0, 2, 0)
    places = {row.cells[0]: at for at, row in enumerate(grid.rows)}
    block = [typed(drawer, places[code], "数值", "三次") for code in ("1.1.1", "1.1.2")]
    first, second = done(drawer.paste(drawer.version, block))
    assert first.startswith("第2行“2023年”")  # as the screen heads the column
    assert second.startswith(f"“{grid.rows[places['1.1.2']].cells[1]}”“2023年”")
    settings = opened(package, "report.yaml")
    assert columns_of(settings.shown.grid, advanced=False)[0]["headerName"] == ""
    assert [row["number"] for row in rows_of(settings.shown, advanced=False).plain][:2] == [1, 2]


def test_a_line_calls_a_column_as_the_screen_heads_it(package: Path) -> None:
    grid = opened(package, "indicators.csv").shown.grid
    line = said_of(grid, "indicators.csv 第2行“数值”列：应当是数字。")
    assert line == "年度统计表 第2行“2023年”列：应当是数字。"


# --- two windows at one cell ----------------------------------------------------------------------


def overtaken(package: Path) -> Drawer:
    """A window wrote 13, then another one 14 that still showed 12."""
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    done(drawer.type(seen, TypedCell(0, "金额", "13", "12")))
    assert done(drawer.type(seen, TypedCell(0, "金额", "14", "12"))) == []
    return drawer


def test_what_another_window_wrote_is_not_written_over_without_a_word(package: Path) -> None:
    drawer = overtaken(package)
    assert ",13,产业," in written(package, "funds.csv")
    [(cell, kept)] = drawer.shown.unwritten.items()
    assert (kept.text, kept.asks) == ("14", True)
    assert "另一个窗口刚改成“13”" in kept.why
    done(drawer.type(drawer.version, typed(drawer, 0, "项目数", "3")))
    assert "大棚,蔬菜大棚,13,产业,产业开发,逐项,3" in written(package, "funds.csv")
    assert list(drawer.shown.unwritten) == [cell]
    assert done(drawer.reread()) == [] and ",13," in written(package, "funds.csv")


@pytest.mark.parametrize(("take", "stands"), [(True, ",14,产业,"), (False, ",13,产业,")])
def test_a_person_says_which_of_both_counts(package: Path, take: bool, stands: str) -> None:
    drawer = overtaken(package)
    done(drawer.settle(next(iter(drawer.shown.unwritten)), take=take))
    assert stands in written(package, "funds.csv")
    assert drawer.shown.unwritten == {}


def test_one_window_types_twice_before_it_is_told_what_became_of_the_first(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    done(drawer.type(seen, TypedCell(0, "金额", "13", "12")))
    done(drawer.type(seen, TypedCell(0, "金额", "14", "13")))
    assert ",14,产业," in written(package, "funds.csv") and drawer.shown.unwritten == {}


def test_a_block_over_what_another_window_wrote_is_not_pasted_at_once(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen, block = drawer.version, [TypedCell(0, "金额", "1", "12"), TypedCell(1, "金额", "2", "5")]
    done(drawer.type(seen, TypedCell(0, "金额", "13", "12")))
    first, last = done(drawer.paste(seen, block))
    assert first == "第2行“金额”：另一个窗口刚改成“13”。" and "再粘贴一次" in last
    assert written(package, "funds.csv") == desks.FUNDS.replace(",12,", ",13,")
    again = [typed(drawer, edit.at, edit.column, edit.text) for edit in block]
    assert done(drawer.paste(drawer.version, again)) == []


# --- what a browser kept --------------------------------------------------------------------------


def test_what_was_refused_before_a_restart_is_shown_again_and_not_written(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    kept = [
        KeptCell(0, "金额", Unwritten("13", "没有存", asks=True)),
        KeptCell(1, "金额", Unwritten("二", "应当是数字")),
        KeptCell(2, "名称", Unwritten("新的", "")),
    ]
    assert done(drawer.restore(drawer.version, kept)) == []
    assert [item.text for item in drawer.shown.unwritten.values()] == ["13", "二", "新的"]
    assert written(package, "funds.csv") == desks.FUNDS
    plain = rows_of(drawer.shown, advanced=False).plain
    at = [column.name for column in drawer.shown.grid.columns].index("金额")
    assert plain[1][f"c{at}"] == "二"
    assert plain[1]["typed"] == {f"c{at}": {"filed": "5", "asks": False}}
    assert plain[1]["said"] == {f"c{at}": "应当是数字"}


def test_what_is_typed_meanwhile_counts_more_than_what_a_browser_kept(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 1, "金额", "三")))
    done(drawer.restore(drawer.version, [KeptCell(1, "金额", Unwritten("二", ""))]))
    assert [item.text for item in drawer.shown.unwritten.values()] == ["三"]


def test_what_was_refused_before_a_restart_can_be_taken_back(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.restore(drawer.version, [KeptCell(1, "金额", Unwritten("二", ""))]))
    assert drawer.can_undo and done(drawer.take_back()) == []
    assert (shown(drawer, 1, "金额"), drawer.shown.unwritten) == ("5", {})


# --- what does not fit ----------------------------------------------------------------------------


def test_a_block_whose_columns_do_not_fit_is_told_in_one_line(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    texts = [("名称", "1"), ("金额", "蔬菜大棚"), ("名称", "2"), ("金额", "技能培训")]
    block = [typed(drawer, at // 2, *cell) for at, cell in enumerate(texts)]
    [line] = done(drawer.paste(drawer.version, block))
    assert line.startswith("第2行“金额”：写的是“蔬菜大棚”，应当是数字。")
    assert "这一列还有 1 格也不对" in line and "请连同列名那一行一起复制" in line
    assert len(done(drawer.paste(drawer.version, block, headed=True))) == 2
    assert written(package, "funds.csv") == desks.FUNDS


def test_a_block_that_lacks_a_required_column_waits_in_the_sheet_for_it(package: Path) -> None:
    drawer = opened(package, "meetings.csv")
    end = len(drawer.shown.grid.rows)
    texts = [("名称", "专题会"), ("简称", "专题会"), ("名称", "调度会"), ("简称", "调度会")]
    block = [typed(drawer, end + at // 2, *cell) for at, cell in enumerate(texts)]
    [line] = done(drawer.paste(drawer.version, block, headed=True))
    assert line.startswith("粘贴的内容里没有“次数取自”这一列，每行都要填。")
    assert not (package / "meetings.csv").exists()
    assert [kept.text for kept in drawer.shown.unwritten.values()] == [text for _, text in texts]
    [column] = [c for c in drawer.shown.grid.columns if c.name == "次数键"]
    done(drawer.type(drawer.version, typed(drawer, end, "次数键", column.choices[0])))
    assert "专题会" in written(package, "meetings.csv")
    assert "调度会" not in written(package, "meetings.csv")


def test_a_first_row_of_names_that_nobody_knows_is_told_as_such(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    texts = [("名称", "项目"), ("金额", "投资额"), ("名称", "蔬菜大棚"), ("金额", "9")]
    block = [typed(drawer, at // 2, *cell) for at, cell in enumerate(texts)]
    [line] = done(drawer.paste(drawer.version, block, labels=["项目", "投资额"]))
    assert line.startswith("列名不认得：“项目”“投资额”，没有粘贴。这张表的列名是：名称、金额、")
    assert written(package, "funds.csv") == desks.FUNDS
    right = [typed(drawer, 0, "金额", "9"), typed(drawer, 1, "金额", "二")]
    [line] = done(drawer.paste(drawer.version, right, labels=["项目"]))
    assert line.startswith("第3行“金额”")


def test_a_flag_is_one_of_those_that_are_offered(package: Path) -> None:
    drawer = opened(package, "indicators.csv")
    at = [row.cells[0] for row in drawer.shown.grid.rows].index("1.1.4")
    before = written(package, "indicators.csv")
    done(drawer.type(drawer.version, typed(drawer, at, "数值", "有")))
    [kept] = drawer.shown.unwritten.values()
    assert kept.why.startswith("写的是“有”，应当是“是”或“否”。请从下拉里选")
    assert written(package, "indicators.csv") == before
    done(drawer.type(drawer.version, typed(drawer, at, "数值", "否")))
    assert "1.1.4,否" in written(package, "indicators.csv")


def test_a_doubtful_number_is_saved_and_told_at_its_cell(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, typed(drawer, 0, "项目数", "2.5")))
    assert "逐项,2.5" in written(package, "funds.csv")
    row = rows_of(drawer.shown, advanced=False).plain[0]
    at = [column.name for column in drawer.shown.grid.columns].index("项目数")
    assert (row["said"], row["doubts"]) == ({}, {f"c{at}": "2.5个不是整数，请核对。"})


def test_no_column_comes_while_somebody_types(package: Path) -> None:
    """Who owes is told beside the cells where it was known when the sheet was opened."""
    grid = opened(package, "funds.csv").shown.grid
    owed = replace(grid, rows=tuple(replace(row, owner="县就业局") for row in grid.rows))
    assert not list(beside(grid))
    heads = [
        [c.get("headerName") for c in columns_of(owed, advanced=False, beside=list(b))]
        for b in (beside(grid), beside(owed))
    ]
    assert [head[-1] == "由谁填" for head in heads] == [False, True]


def test_columns_have_room_for_what_they_hold(package: Path) -> None:
    """A date that is to be typed into a blank column, a year's number of any length."""
    departments = columns_of(opened(package, "departments.csv").shown.grid, advanced=False)
    form = columns_of(opened(package, "indicators.csv").shown.grid, advanced=False)
    heads = {column["headerName"]: column["width"] for column in (*departments, *form)}
    assert heads["期限"] >= 130 and heads["2023年"] >= 130  # type: ignore[operator]
    assert heads["代码"] < heads["2023年"]  # type: ignore[operator]  # nothing is typed there


def test_a_long_source_leaves_room_for_last_year(package: Path) -> None:
    source = "县人力资源和社会保障局（终稿）.xlsx“填报”D10"
    table = f"代码,数值,来源\n1.1.1,120,{source}\n"
    (package / "indicators.csv").write_text(table, encoding="utf-8")
    columns = columns_of(opened(package, "indicators.csv").shown.grid, advanced=False)
    [width] = [column["width"] for column in columns if column.get("headerName") == "来源"]
    assert isinstance(width, int) and width <= 150
