"""填数 in a real browser: the keyboard, and what an input method writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import DOCUMENTS, Served, Sheet, Window, documents, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


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
