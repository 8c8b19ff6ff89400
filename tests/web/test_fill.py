"""填数 in a real browser: typing, pasting, wrong cells, other hands at the same file, a server that dies."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import Served, Sheet, Window, serve, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

DOCUMENTS = "documents.csv"


@pytest.fixture
def sheet(served: Served, window: Window, package: Path) -> Iterator[Sheet]:
    """政策文件 in a window."""
    page = window().page
    yield Sheet(page).open(served, package.name, DOCUMENTS)
    page.close()


def documents(package: Path) -> str:
    return (package / DOCUMENTS).read_text(encoding="utf-8-sig")


def test_a_cell_is_saved_when_it_is_typed_and_nothing_else_changes(
    package: Path, sheet: Sheet
) -> None:
    before = documents(package)
    sheet.type(2, "文号", "会农领发〔2021〕10号")
    until(lambda: "〔2021〕10号" in documents(package), "the cell is on the disk")
    assert documents(package) == before.replace("会农领发〔2021〕9号", "会农领发〔2021〕10号")
    sheet.page.reload()
    assert sheet.wait().text(2, "文号") == "会农领发〔2021〕10号"


def test_a_wrong_cell_says_so_and_stays_until_it_is_right(package: Path, sheet: Sheet) -> None:
    before = documents(package)
    sheet.type(4, "日期", "某日")
    sheet.page.wait_for_selector(".ag-cell.wrong")
    sheet.cell(4, "日期").click()
    sheet.wait_for("写的是“某日”")
    assert documents(package) == before
    sheet.page.reload()
    assert sheet.wait().text(4, "日期") == "某日"
    sheet.type(4, "日期", "2021-11-11")
    until(lambda: "2021-11-11" in documents(package), "the mended cell is on the disk")
    sheet.page.wait_for_selector(".ag-cell.wrong", state="detached")


def test_a_wrong_cell_says_what_is_saved_and_is_taken_back_first(
    package: Path, sheet: Sheet
) -> None:
    before = documents(package)
    saved = sheet.text(4, "日期")
    sheet.type(2, "文号", "会农领发〔2021〕10号")
    until(lambda: "〔2021〕10号" in documents(package), "the cell is on the disk")
    changed = documents(package)
    sheet.type(4, "日期", "某日")
    sheet.page.wait_for_selector(".ag-cell.wrong")
    sheet.cell(4, "日期").click()
    sheet.wait_for(f"存着的是“{saved}”。")
    sheet.page.get_by_role("button", name="撤销").click()
    sheet.page.wait_for_selector(".ag-cell.wrong", state="detached")
    assert (sheet.text(4, "日期"), documents(package)) == (saved, changed)
    sheet.page.get_by_role("button", name="撤销").click()
    until(lambda: documents(package) == before, "the cell before it is taken back too")


def test_after_a_button_the_keyboard_is_back_in_the_cell(package: Path, sheet: Sheet) -> None:
    sheet.type(2, "文号", "甲号")
    sheet.type(3, "文号", "乙号")
    until(lambda: "乙号" in documents(package), "both are on the disk")
    sheet.go(4, "文号").click()
    sheet.page.get_by_role("button", name="撤销").click()
    until(lambda: "乙号" not in documents(package), "the last one is taken back")
    sheet.page.keyboard.type("83")  # by keys: inserted text came there before
    sheet.page.keyboard.press("Enter")
    until(lambda: ",83," in documents(package), "what is typed then is saved")
    assert (sheet.text(4, "文号"), "甲号" in documents(package)) == ("83", True)


def test_what_is_typed_after_reading_again_goes_to_the_chosen_cell(
    package: Path, sheet: Sheet
) -> None:
    sheet.go(4, "文号").click()
    changed = documents(package).replace("会农领发〔2021〕9号", "戊号")
    (package / DOCUMENTS).write_text(changed, encoding="utf-8")
    sheet.page.get_by_role("button", name="重新读入").click()
    sheet.page.wait_for_function("document.body.innerText.includes('戊号')")
    sheet.page.get_by_role("button", name="重新读入").wait_for(state="hidden")
    sheet.page.keyboard.type("丙号")
    sheet.page.keyboard.press("Enter")
    until(lambda: "丙号" in documents(package), "it is saved")
    assert sheet.text(4, "文号") == "丙号"


def test_control_s_saves_the_open_cell_and_never_the_web_page(
    package: Path, served: Served, sheet: Sheet
) -> None:
    kept = "document.addEventListener('keydown', e => { window.kept = e.defaultPrevented })"
    sheet.page.evaluate(kept)
    sheet.go(4, "文号").click()
    sheet.page.keyboard.type("丙号")
    sheet.page.keyboard.press("Control+s")
    until(lambda: "丙号" in documents(package), "the cell is on the disk")
    assert sheet.page.evaluate("window.kept") is True
    sheet.page.goto(served.to("tables", package=package.name))
    sheet.wait_for("整份报告的 Word 文件")
    sheet.page.evaluate(kept)
    sheet.page.keyboard.press("Control+s")
    assert sheet.page.evaluate("window.kept") is True


def test_what_could_not_be_saved_is_told_on_every_screen(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.type(4, "日期", "某日")
    sheet.page.wait_for_selector(".ag-cell.wrong")
    sheet.page.goto(served.to("texts", package=package.name))
    sheet.page.get_by_text("填数有 1 格没有存").click()
    sheet.page.wait_for_selector(".ag-cell-focus.wrong")
    sheet.type(4, "日期", "2021-11-11")
    sheet.page.get_by_text("填数有 1 格没有存").wait_for(state="detached")


def test_a_text_that_is_not_saved_is_told_on_every_screen(
    package: Path, served: Served, window: Window
) -> None:
    page = window().page
    page.goto(served.to("texts", package=package.name))
    page.locator(".text-editor").click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text("还没有写完")
    page.wait_for_function("nigaoText.isChanged()")
    page.goto(served.to("fill", package=package.name, sheet=DOCUMENTS))
    page.locator(".head").get_by_text("文字有 1 段没有保存").click()
    page.locator(".text-editor").get_by_text("还没有写完").wait_for()
    page.locator(".save").click()
    page.locator(".head .unsaved a").wait_for(state="detached")


def test_the_reason_of_a_refused_cell_stays_until_another_one_is_chosen(sheet: Sheet) -> None:
    sheet.type(4, "日期", "某日")
    told = sheet.page.locator(".cell-told")
    told.get_by_text("刚才填的“日期”：写的是“某日”").wait_for()
    sheet.page.keyboard.press("ArrowRight")
    told.get_by_text("写的是").wait_for(state="detached")
    assert told.inner_text().startswith("发文机关")


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


def test_a_number_that_can_hardly_be_meant_is_saved_and_doubted_at_once(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "indicators.csv")
    found = (
        "api => { let at; api.forEachNode(n => "
        "{ if (Object.values(n.data).includes('1.2.1.2')) at = n.rowIndex }); return at }"
    )
    row = sheet.page.evaluate(f"({found})(nigao.api())") + 2
    sheet.type(row, "2021年", "12.5")
    sheet.page.wait_for_selector(".ag-cell.doubtful")
    told = sheet.page.locator(".cell-told")
    told.get_by_text("刚才填的“2021年”：12.5人次不是整数，请核对。").wait_for()
    assert ",12.5," in (package / "indicators.csv").read_text("utf-8-sig")


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


def test_what_is_saved_meanwhile_does_not_end_the_typing(
    package: Path, served: Served, window: Window, sheet: Sheet
) -> None:
    """Another window adds a row, by which the sheet grows, while a cell is open."""
    other = Sheet(window().page).open(served, package.name, DOCUMENTS)
    sheet.go(2, "文号").dblclick()
    sheet.page.keyboard.press("Control+a")
    sheet.page.keyboard.insert_text("会农领发")
    other.paste(8, "领域*", "综合")
    until(lambda: documents(package).count("\n") == 8, "the row is on the disk")
    sheet.page.wait_for_timeout(1000)
    sheet.page.keyboard.insert_text("〔2021〕10号")
    sheet.page.keyboard.press("Enter")
    until(lambda: "会农领发〔2021〕10号" in documents(package), "all that was typed is saved")
    sheet.page.wait_for_function("nigao.stateOf() > 1")
    assert sheet.go(8, "领域*").inner_text() == "综合"


def test_what_an_input_method_writes_opens_the_chosen_cell(package: Path, sheet: Sheet) -> None:
    """The first key of it says nothing of a letter; what it composes takes the place of the cell."""
    cell = sheet.go(2, "文号")
    cell.click()
    protocol = sheet.page.context.new_cdp_session(sheet.page)
    pressed = {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Process"}
    for composed in ("l", "li", "li m"):
        protocol.send("Input.dispatchKeyEvent", pressed)
        end = len(composed)
        words = {"text": composed, "selectionStart": end, "selectionEnd": end}
        protocol.send("Input.imeSetComposition", words)
    protocol.send("Input.insertText", {"text": "李明"})
    sheet.page.keyboard.insert_text("发〔2021〕1号")
    sheet.page.keyboard.press("Enter")
    until(lambda: ",李明发〔2021〕1号," in documents(package), "all of it is saved, once")


def test_enter_of_an_input_method_stays_in_the_cell(package: Path, sheet: Sheet) -> None:
    sheet.go(2, "文号").click()
    protocol = sheet.page.context.new_cdp_session(sheet.page)
    words = {"text": "li", "selectionStart": 2, "selectionEnd": 2}
    protocol.send("Input.imeSetComposition", words)
    sheet.page.keyboard.press("Enter")
    protocol.send("Input.insertText", {"text": "李"})
    assert sheet.page.evaluate("nigao.api().getEditingCells()[0].rowIndex") == 0
    sheet.page.keyboard.press("Enter")
    until(lambda: ",李," in documents(package), "what was chosen is saved in the cell")


TYPED = {
    "a letter": (2, "文号", "x", ",x,"),
    "a text without keys": (2, "文号", "会农领发〔2021〕10号", ",会农领发〔2021〕10号,"),
    "over a long text": (5, "文号", "甲〔2021〕1号", ",甲〔2021〕1号,"),
    "into a choice": (3, "领域*", "综合", ",综合\n"),
}


@pytest.mark.parametrize(("row", "column", "text", "saved"), TYPED.values(), ids=TYPED)
def test_typing_opens_the_chosen_cell(
    package: Path, sheet: Sheet, row: int, column: str, text: str, saved: str
) -> None:
    before = documents(package).count(saved)
    sheet.go(row, column)
    sheet.page.wait_for_selector(".ag-cell-focus")
    sheet.page.keyboard.insert_text(text)
    sheet.page.keyboard.press("Enter")
    until(lambda: documents(package).count(saved) == before + 1, "it is saved")


def test_keys_move_and_type_as_before(package: Path, sheet: Sheet) -> None:
    sheet.go(2, "文号").click()
    for key in ("ArrowDown", "ArrowUp", "a", "b", "Enter", "c", "Enter", "Delete"):
        sheet.page.keyboard.press(key)
    until(lambda: ",ab," in documents(package), "the first")
    until(lambda: ",c," in documents(package), "the second")
    sheet.page.wait_for_function("document.querySelector('.ag-cell-focus .cell-box')")


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


WIDTH = "title => nigao.api().getColumn(nigao.fieldOf(title)).getActualWidth()"


def test_columns_of_text_take_the_room_that_is_left(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "report.yaml")
    room = sheet.page.locator(".ag-center-cols-viewport").bounding_box()["width"]
    widths = [sheet.page.evaluate(WIDTH, title) for title in ("项目", "值")]
    assert sum(widths) == pytest.approx(room, abs=2) and widths[0] < widths[1]


def test_a_column_grows_with_what_is_pasted(sheet: Sheet) -> None:
    before = sheet.page.evaluate(WIDTH, "文号")
    sheet.paste(2, "文号", "会宁县农村工作领导小组办公室〔2021〕12号\n甲号\n")
    sheet.page.wait_for_function(f"before => ({WIDTH})('文号') > before + 60", arg=before)


def test_rows_are_deleted_and_come_back(package: Path, sheet: Sheet) -> None:
    before = documents(package)
    sheet.cell(3, "日期").click()
    sheet.page.get_by_text("删除选中的行").click()
    sheet.page.get_by_role("button", name="删除这一行").click()
    until(lambda: documents(package).count("\n") == before.count("\n") - 1, "the row is gone")
    sheet.wait_for("已存")
    sheet.page.get_by_text("撤销").click()
    until(lambda: documents(package) == before, "the row is back, byte for byte")


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


def test_an_address_may_name_a_cell(package: Path, served: Served, window: Window) -> None:
    page = window().page
    words = {"sheet": DOCUMENTS, "row": "4", "column": "文号"}
    page.goto(served.to("fill", package=package.name, **words))
    page.wait_for_selector(".ag-cell-focus")
    sheet = Sheet(page).wait()
    assert page.locator(".ag-cell-focus").inner_text() == sheet.text(4, "文号")
    page.get_by_text("文号", exact=True).last.wait_for()


def test_the_cell_of_an_address_stands_in_the_middle(
    package: Path, served: Served, window: Window
) -> None:
    page = window().page
    page.goto(served.to("fill", package=package.name, sheet="indicators.csv", row="60"))
    page.wait_for_selector(".ag-cell-focus")
    page.wait_for_function(
        """() => {
            const cell = document.querySelector(".ag-cell-focus").getBoundingClientRect();
            const body = document.querySelector(".ag-body-viewport").getBoundingClientRect();
            const off = (cell.top + cell.bottom - body.top - body.bottom) / 2;
            return Math.abs(off) < 2 * cell.height;
        }"""
    )


def test_typing_into_a_computed_cell_says_why_nothing_happens(
    package: Path, served: Served, sheet: Sheet
) -> None:
    sheet.open(served, package.name, "figures.csv")
    sheet.go(3, "数值").click()
    sheet.page.keyboard.press("7")
    sheet.wait_for("这一格由公式算出，不用填。")
    assert sheet.text(3, "数值") == "5600"


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


def test_ticks_and_the_place_stay_when_rows_come(
    package: Path, served: Served, window: Window, sheet: Sheet
) -> None:
    sheet.page.set_viewport_size({"width": 1000, "height": 330})
    sheet.go(2, "文号").click()
    ticks = sheet.page.locator(".ag-pinned-left-cols-container .ag-selection-checkbox input")
    scrolled = "document.querySelector('.sheet .ag-body-viewport').scrollTop"
    ticks.nth(1).click()
    sheet.page.evaluate(f"{scrolled} = 120")
    sheet.page.wait_for_function(f"{scrolled} === 120")
    other = Sheet(window().page).open(served, package.name, DOCUMENTS)
    other.paste(8, "标题", "甲办法\t\t\t综合\n乙办法\t\t\t综合\n")
    sheet.page.wait_for_function("nigao.api().getDisplayedRowCount() === 13")
    assert sheet.page.evaluate("nigao.selected().rows") == [1]
    assert sheet.page.evaluate(scrolled) == 120
    sheet.page.get_by_role("checkbox", name="高级").click()
    sheet.page.wait_for_function("nigao.fieldOf('键*') !== ''")
    assert sheet.page.evaluate("nigao.selected().rows") == [1]
    assert sheet.page.evaluate(scrolled) == 120


def test_a_row_without_a_tick_is_deleted_when_a_person_says_so(package: Path, sheet: Sheet) -> None:
    before = documents(package)
    delete = sheet.page.get_by_role("button", name="删除选中的行")
    delete.click()
    sheet.wait_for("请先在要删除的行左边打勾。")
    name = sheet.text(3, "标题")
    sheet.go(3, "文号").click()
    delete.click()
    sheet.wait_for("没有打勾的行。要删除选中的格所在的第3行（")
    sheet.page.get_by_role("button", name="不，回去").click()
    sheet.page.locator(".q-dialog").wait_for(state="detached")
    assert documents(package) == before
    delete.click()
    sheet.page.get_by_role("button", name="删除这一行").click()
    until(lambda: name not in documents(package), "the row is gone")


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


def test_a_formula_shows_what_it_gives(package: Path, served: Served, sheet: Sheet) -> None:
    sheet.open(served, package.name, "figures.csv")
    assert sheet.text(3, "数值") == "5600"
    funds = (package / "funds.csv").read_text(encoding="utf-8-sig")
    (package / "funds.csv").write_text(funds.replace(",200,", ",201,", 1), encoding="utf-8")
    sheet.open(served, package.name, "figures.csv")
    assert sheet.text(3, "数值") == "5601"
    sheet.cell(3, "数值").click()
    sheet.wait_for("由公式算出，不用填")


def test_html_in_cells_and_names_is_text(package: Path, served: Served, window: Window) -> None:
    evil = "<img src=x onerror=window.hacked=1>"
    named = package.rename(package.parent / "<b>包")
    path = named / DOCUMENTS
    path.write_text(documents(named).replace("会农领发〔2021〕9号", evil), encoding="utf-8")
    page = window().page
    page.goto(served.address)
    page.get_by_text("<b>包").click()
    shown = Sheet(page).open(served, named.name, DOCUMENTS)
    assert shown.text(2, "文号") == evil
    shown.type(3, "文号", evil)
    until(lambda: path.read_text("utf-8").count(evil) == 2, "it is saved as it was typed")
    shown.type(4, "日期", evil)
    page.wait_for_selector(".ag-cell.wrong")
    shown.cell(7, "日期").hover()
    shown.cell(4, "日期").hover()
    page.wait_for_selector(".ag-tooltip")
    assert page.evaluate("window.hacked") is None
    named.rename(package)


def test_nothing_is_asked_of_another_host_and_nothing_fails(
    package: Path, served: Served, window: Window
) -> None:
    seen = window()
    for screen in ("home", "fill"):
        seen.page.goto(served.to(screen, package=package.name))
        seen.page.wait_for_load_state("networkidle")
    asked = (url.removeprefix("blob:") for url in seen.requests)  # nicegui 3.0 makes modules here
    assert [url for url in asked if not url.startswith(f"{served.origin}/")] == []
    assert seen.errors == []


def test_no_screen_speaks_of_keys_or_files(package: Path, served: Served, window: Window) -> None:
    page = window().page
    for screen, sheet in (("home", ""), ("fill", "indicators.csv"), ("fill", DOCUMENTS)):
        page.goto(served.to(screen, package=package.name, sheet=sheet))
        page.wait_for_selector(".room > *")
        page.wait_for_function("!document.querySelector('.waiting')")
        shown = page.inner_text("body")
        assert not [word for word in (".csv", "YAML", "yaml", "Jinja", "键") if word in shown], (
            screen
        )
