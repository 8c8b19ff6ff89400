"""A sheet that windows share: what a window says is about what it showed, and nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from support import desks

from generator.web.grids.drawer import Drawer, open_drawer
from generator.web.grids.options import columns_of
from generator.web.grids.sheet_jobs import SheetJobs
from generator.web.grids.sheet_state import TypedCell
from generator.web.grids.shown_rows import rows_of

_Given = TypeVar("_Given")
DOCUMENTS = "documents.csv"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return desks.package(tmp_path)


def done(work: Coroutine[Any, Any, _Given]) -> _Given:
    return asyncio.run(work)


def opened(package: Path, sheet: str) -> Drawer:
    return done(open_drawer(SheetJobs(package, sheet, None)))


def written(package: Path, sheet: str) -> str:
    return (package / sheet).read_text(encoding="utf-8")


def test_a_window_that_is_behind_means_the_row_that_it_showed(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    assert done(drawer.delete(seen, [0])) == []
    assert done(drawer.type(seen, TypedCell(1, "金额", "6"))) == []
    assert written(package, "funds.csv").splitlines()[1:] == [
        "培训,技能培训,6,就业,劳务协作,逐项,1"
    ]


def test_a_row_that_is_gone_is_not_written_to(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    seen = drawer.version
    done(drawer.delete(seen, [0]))
    after = written(package, "funds.csv")
    [line] = done(drawer.type(seen, TypedCell(0, "金额", "6")))
    assert "不在表里" in line
    assert written(package, "funds.csv") == after


def test_a_row_of_the_form_that_moves_up_does_not_drag_what_is_typed_next(package: Path) -> None:
    """Two cells typed one after the other, the second before the window saw what the first did."""
    drawer = opened(package, "indicators.csv")
    indexes = {row.cells[0]: index for index, row in enumerate(drawer.shown.grid.rows)}
    seen = drawer.version
    done(drawer.type(seen, TypedCell(indexes["1.1.4"], "数值", "是")))
    done(drawer.type(seen, TypedCell(indexes["1.1.2"], "数值", "3")))
    filed = [line.split(",")[:2] for line in written(package, "indicators.csv").splitlines()]
    assert filed[1:] == [["1.1.1", "2"], ["1.1.4", "是"], ["1.1.2", "3"]]


def test_a_new_row_is_written_once_it_is_whole(package: Path) -> None:
    drawer = opened(package, DOCUMENTS)
    before = written(package, DOCUMENTS)
    done(drawer.type(drawer.version, TypedCell(2, "标题", "办法")))
    assert written(package, DOCUMENTS) == before
    assert [kept.text for kept in drawer.shown.unwritten.values()] == ["办法"]
    done(drawer.type(drawer.version, TypedCell(2, "领域", "综合")))
    assert written(package, DOCUMENTS) == before + "政策文件2,,办法,综合\n"
    assert drawer.shown.unwritten == {}


def test_a_wrong_cell_holds_back_no_other(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, TypedCell(0, "金额", "十二")))
    done(drawer.type(drawer.version, TypedCell(0, "项目数", "3")))
    assert "大棚,蔬菜大棚,12,产业,产业开发,逐项,3" in written(package, "funds.csv")
    [(_, kept)] = drawer.shown.unwritten.items()
    assert (kept.text, "应当是数字" in kept.why) == ("十二", True)


def test_a_change_is_taken_back_but_not_over_what_came_after(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, TypedCell(0, "金额", "13")))
    done(drawer.type(drawer.version, TypedCell(0, "金额", "14")))
    assert done(drawer.take_back()) == []
    assert ",13," in written(package, "funds.csv")
    (package / "funds.csv").write_text(desks.FUNDS.replace(",5,", ",7,"), encoding="utf-8")
    [line] = done(drawer.take_back())
    assert "别处改过" in line
    assert not drawer.can_undo
    assert ",7," in written(package, "funds.csv")


def test_what_excel_wrote_is_noticed_kept_and_joined(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    excel = desks.FUNDS.replace(",5,", ",7,")
    (package / "funds.csv").write_text(excel, encoding="utf-8")
    done(drawer.type(drawer.version, TypedCell(0, "金额", "13")))
    assert drawer.is_stale
    assert written(package, "funds.csv") == excel
    assert done(drawer.reread()) == []
    assert not drawer.is_stale
    assert written(package, "funds.csv") == excel.replace(",12,", ",13,")


def test_what_excel_wrote_in_the_same_row_is_not_overwritten(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    excel = desks.FUNDS.replace(",12,", ",15,")
    (package / "funds.csv").write_text(excel, encoding="utf-8")
    done(drawer.type(drawer.version, TypedCell(0, "金额", "13")))
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
    block = [TypedCell(0, "金额", "1"), TypedCell(1, "金额", "二"), TypedCell(1, "项目数", "三")]
    first, second = done(drawer.paste(drawer.version, block))
    assert first.startswith("第3行“金额”")
    assert second.startswith("第3行“项目数”")
    assert written(package, "funds.csv") == desks.FUNDS
    assert done(drawer.paste(drawer.version, block[:1])) == []
    assert ",1,产业," in written(package, "funds.csv")


def test_the_grid_has_fields_for_columns_and_what_is_typed_over_the_file(package: Path) -> None:
    drawer = opened(package, "funds.csv")
    done(drawer.type(drawer.version, TypedCell(0, "金额", "十二")))
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
    block = [TypedCell(places[code], "数值", "三次") for code in ("1.1.1", "1.1.2")]
    first, second = done(drawer.paste(drawer.version, block))
    assert first.startswith("第2行“数值”")
    assert second.startswith(f"“{grid.rows[places['1.1.2']].cells[1]}”“数值”")
    settings = opened(package, "report.yaml")
    assert columns_of(settings.shown.grid, advanced=False)[0]["headerName"] == ""
    assert [row["number"] for row in rows_of(settings.shown, advanced=False).plain][:2] == [1, 2]
