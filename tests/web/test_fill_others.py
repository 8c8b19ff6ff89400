"""填数 in a real browser: other windows and programs at the same file, a reload, a server that dies."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import DOCUMENTS, Served, Sheet, Window, documents, serve, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


def test_what_is_being_typed_survives_a_reload(package: Path, sheet: Sheet) -> None:
    before = documents(package)
    sheet.go(3, "文号").dblclick()
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.insert_text("会农领发〔2021")
    sheet.page.reload()
    sheet.page.wait_for_function("nigao.isBusy()")
    assert documents(package) == before
    sheet.page.keyboard.insert_text("〕12号")
    sheet.page.keyboard.press("Enter")
    until(lambda: "会农领发〔2021〕12号" in documents(package), "the whole of it is saved")
    sheet.page.reload()
    sheet.wait()
    assert not sheet.page.evaluate("nigao.isBusy()")


def test_what_was_being_typed_never_takes_the_place_of_what_came_meanwhile(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.go(2, "文号").dblclick()
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.insert_text("半个文号")
    sheet.page.goto(served.to("home", package=package.name))
    path = package / DOCUMENTS
    path.write_bytes(path.read_bytes().replace("〔2021〕9号".encode(), "〔2021〕99号".encode()))
    sheet.open(served, package.name, DOCUMENTS)
    sheet.wait_for("当时写的是“半个文号”")
    assert not sheet.page.evaluate("nigao.isBusy()")
    assert "〔2021〕99号" in documents(package)


def test_what_excel_wrote_meanwhile_is_noticed_and_never_overwritten(
    package: Path, sheet: Sheet
) -> None:
    path = package / DOCUMENTS
    path.write_bytes(path.read_bytes().replace("通过".encode(), "印发".encode()))
    sheet.type(2, "文号", "会农领发〔2021〕10号")
    sheet.page.get_by_role("button", name="重新读入").wait_for()
    assert "〔2021〕10号" not in documents(package)
    assert "印发" in documents(package)
    sheet.page.get_by_role("button", name="重新读入").click()
    until(lambda: "〔2021〕10号" in documents(package), "what was typed is written after all")
    assert "印发" in documents(package)
    assert sheet.text(6, "方式") == "印发"


def test_it_is_noticed_without_typing(package: Path, sheet: Sheet) -> None:
    path = package / DOCUMENTS
    path.write_bytes(path.read_bytes().replace("通过".encode(), "印发".encode()))
    sheet.wait_for("这张表在别处改过")


def test_what_was_refused_is_there_after_a_restart(
    package: Path, window: Window, tmp_path: Path
) -> None:
    """The port of a folder is always the same: so is what the browser keeps of it."""
    before = documents(package)
    served = serve(package.parent)
    page = window().page
    page.goto(served.address)
    sheet = Sheet(page).open(served, package.name, DOCUMENTS)
    sheet.type(4, "日期", "某日")
    page.wait_for_selector(".ag-cell.wrong")
    sheet.type(8, "标题", "新的办法")
    page.wait_for_selector(".ag-cell.unfinished")
    page.goto("about:blank")
    served.stop()
    again = serve(package.parent, "--port", str(served.port))
    try:
        page.goto(again.address)
        page.goto(again.to("tables", package=package.name))
        page.locator(".head").get_by_text("填数还有 2 格没有存").click()
        page.wait_for_selector(".ag-cell.wrong")
        sheet.wait()
        assert (sheet.text(4, "日期"), sheet.text(8, "标题")) == ("某日", "新的办法")
        page.get_by_text("填数有 2 格没有存").wait_for()
        sheet.cell(4, "日期").click()
        sheet.wait_for("写的是“某日”")
        assert documents(package) == before
        sheet.type(4, "日期", "2021-11-11")
        until(lambda: "2021-11-11" in documents(package), "the mended cell is on the disk")
    finally:
        again.stop()


def test_two_windows_lose_nothing(
    package: Path, served: Served, window: Window, sheet: Sheet
) -> None:
    other = Sheet(window().page).open(served, package.name, DOCUMENTS)
    sheet.type(2, "文号", "甲号")
    other.type(3, "文号", "乙号")
    sheet.type(4, "文号", "丙号")
    until(lambda: all(x in documents(package) for x in ("甲号", "乙号", "丙号")), "all are there")
    other.page.wait_for_function("document.body.innerText.includes('丙号')")


def test_two_windows_at_one_cell_ask_which_counts(
    package: Path, served: Served, window: Window, sheet: Sheet
) -> None:
    other = Sheet(window().page).open(served, package.name, DOCUMENTS)
    sheet.go(2, "文号").dblclick()  # while it is open the window is not told of others
    other.type(2, "文号", "甲号")
    until(lambda: "甲号" in documents(package), "the other window's is there")
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.insert_text("乙号")
    sheet.page.keyboard.press("Enter")
    sheet.wait_for("第2行“文号”：另一个窗口刚改成“甲号”，后填的“乙号”没有存。")
    assert "乙号" not in documents(package)
    sheet.page.reload()
    assert sheet.wait().text(2, "文号") == "乙号"
    sheet.page.get_by_role("button", name="留着改成的").click()
    sheet.page.wait_for_selector(".ag-cell.wrong", state="detached")
    assert sheet.text(2, "文号") == "甲号"


def test_taking_back_names_the_cell_and_asks_before_it_is_the_other_windows(
    package: Path, served: Served, window: Window, sheet: Sheet
) -> None:
    other = Sheet(window().page).open(served, package.name, DOCUMENTS)
    sheet.type(2, "文号", "甲号")
    until(lambda: "甲号" in documents(package), "the first is there")
    other.type(3, "文号", "乙号")
    until(lambda: "乙号" in documents(package), "the second is there")
    sheet.page.keyboard.press("Control+z")
    sheet.wait_for("最后改的不在这个窗口：第3行“文号”。要撤销它吗？")
    sheet.page.get_by_role("button", name="不，回去").click()
    sheet.page.locator(".q-dialog").wait_for(state="detached")
    assert "乙号" in documents(package)
    other.page.keyboard.press("Control+z")
    other.wait_for("已撤销：第3行“文号”")
    sheet.go(4, "文号").click()
    sheet.page.keyboard.press("Control+z")
    sheet.wait_for("已撤销：第2行“文号”改回“会农领发〔2021〕9号”。")


def test_a_server_that_died_loses_nothing(package: Path, window: Window) -> None:
    served = serve(package.parent)
    page = window().page
    page.goto(served.address)
    sheet = Sheet(page).open(served, package.name, DOCUMENTS)
    sheet.type(2, "文号", "会农领发〔2021〕10号")
    until(lambda: "〔2021〕10号" in documents(package), "the cell is on the disk")
    served.stop()
    sheet.wait_for("连接丢失")
    covering = "document.elementFromPoint(700, 300).closest('#popup') !== null"
    page.wait_for_function(covering)
    again = serve(package.parent, "--port", str(served.port))
    try:
        sheet.page.goto(again.address)
        sheet.open(again, package.name, DOCUMENTS)
        assert sheet.text(2, "文号") == "会农领发〔2021〕10号"
    finally:
        again.stop()


def test_a_cell_typed_into_a_dead_server_is_saved_after_the_restart(
    package: Path, window: Window
) -> None:
    served = serve(package.parent)
    page = window().page
    page.goto(served.address)
    sheet = Sheet(page).open(served, package.name, DOCUMENTS)
    sheet.go(2, "文号").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("会农领发〔2021〕10号")
    served.stop()
    sheet.wait_for("连接丢失")
    page.keyboard.press("Enter")
    page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('nigao-sent'))")
    again = serve(package.parent, "--port", str(served.port))
    try:
        other = window().page
        other.goto(again.address)
        other.goto(again.to("tables", package=package.name))
        page.wait_for_function("document.getElementById('popup').ariaHidden === 'true'")
        until(lambda: "〔2021〕10号" in documents(package), "the old window came back and saved it")
        page.wait_for_function(
            "!Object.keys(localStorage).some(key => key.startsWith('nigao-sent'))"
        )
    finally:
        again.stop()
