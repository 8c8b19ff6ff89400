"""填数 in a real browser: cells that are typed, wrong cells, rows, columns, what leads to a cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.browser import by_hand, needs_browser
from support.workbench import DOCUMENTS, Served, Sheet, Window, documents, until

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


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
