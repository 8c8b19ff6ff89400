"""Every screen without 高级 in a real browser: no key, no file, no code; and what one click does.

With NIGAO_SWEEP=all every sheet is opened, not some.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import needs_browser
from support.packages import ROOT
from support.wordsofclerks import code_in, dotted_keys
from support.workbench import Served, Sheet, browsing, serve, until

from generator.jobs import desk

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

PACKAGE = "会宁-2021"
SOME = ("report.yaml", "departments.csv", "meetings.csv", "measures.csv")
SCREENS = ("bring", "handout", "texts", "returned", "tables", "finalize")
OWNED = "部门,联系人,期限,负责\n县就业局,李四,2021-11-10,就业 1.1.1\n"
IN_GRID = """() => {
    const { api } = getElement(Number(document.querySelector('.sheet').id.slice(1)));
    const columns = api.getAllDisplayedColumns();
    const said = [...document.querySelectorAll('body *')].map((node) => node.title || "");
    api.forEachNode((node) => columns.forEach((column) => {
        const { field } = column.getColDef();
        if (field && node.data[field]) said.push(node.data[field]);
    }));
    return said.join("\\n");
}"""
"""All that the grid holds, also what is scrolled out of sight."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with departments, and a text and a number that are not there yet."""
    path = tmp_path_factory.mktemp("shelf") / PACKAGE
    shutil.copytree(ROOT / "data" / "huining-2021", path)
    shutil.copy(ROOT / "data" / "names.csv", path.parent)
    (path / "departments.csv").write_text(OWNED, encoding="utf-8")
    (path / "text" / "lead.md").write_text("", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def served(package: Path) -> Iterator[Served]:
    server = serve(package.parent)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def page(served: Served) -> Iterator[Any]:
    with browsing() as new_window:
        opened = new_window()
        opened.page.goto(served.address)
        yield opened.page
        assert opened.errors == []


def code_on(page: Any, package: Path) -> list[str]:
    """The lines of a window that say code."""
    return list(code_in(page.inner_text("body"), dotted_keys(package)))


def test_no_sheet_says_code(page: Any, served: Served, package: Path) -> None:
    every = [item.sheet for item in desk.sheets(package)]
    keys = dotted_keys(package)
    found = {}
    for sheet in every if os.environ.get("NIGAO_SWEEP") == "all" else SOME:
        Sheet(page).open(served, PACKAGE, sheet)
        page.get_by_text("设置", exact=True).first.wait_for()
        found[sheet] = code_on(page, package) + list(code_in(page.evaluate(IN_GRID), keys))
    assert {sheet: lines for sheet, lines in found.items() if lines} == {}


def test_no_screen_says_code(page: Any, served: Served, package: Path) -> None:
    found = {}
    for screen in SCREENS:
        page.goto(served.to(screen, package=PACKAGE))
        page.wait_for_selector(".room > * >> nth=0")
        page.wait_for_function("!document.querySelector('.waiting')")
        found[screen] = code_on(page, package)
    assert {screen: lines for screen, lines in found.items() if lines} == {}


def test_the_preview_says_no_code(page: Any, served: Served, package: Path) -> None:
    page.goto(served.to("preview", package=PACKAGE))
    page.wait_for_selector(".page-room[data-shown]")
    frame = page.frame_locator(".page-room iframe")
    frame.locator("[data-r]").first.click()
    frame.get_by_text("接受并写理由").wait_for(timeout=60000)
    frame.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    keys, said = dotted_keys(package), [frame.locator("body").inner_text()]
    for place in (
        frame.locator("[data-f]", has_text="待补：导语"),
        frame.locator("#report [data-f]:visible", has_text="1653"),
        frame.locator("#report [data-f]:visible", has_text="2021年11月27日"),
    ):
        place.first.click()
        said.append(frame.locator("#card").inner_text())
    assert [line for text in said for line in code_in(text, keys)] == []
    assert "活动“到会宁县" not in said[2] and "活动“" in said[2] and "第" not in said[2]
    assert "设置“署名·日期”" in said[3]


def test_what_must_be_filled_is_one_click_away(page: Any, served: Served) -> None:
    Sheet(page).open(served, PACKAGE, "meetings.csv")
    page.locator(".head .state a", has_text="必填未填 1").click()
    page.wait_for_url("**/texts?**item=lead")


def test_one_click_offers_the_choices_and_a_few_letters_find_one(
    page: Any, served: Served, package: Path
) -> None:
    file = package / "meetings.csv"
    before = file.read_text("utf-8")
    sheet = Sheet(page).open(served, PACKAGE, "meetings.csv")
    sheet.go(2, "次数取自*").click()
    page.locator(".chooser li", has_text="县委常委会会议").wait_for()
    page.keyboard.insert_text("常务")
    page.keyboard.press("Enter")
    until(lambda: "常委会,会议.常务会" in file.read_text("utf-8"), "the key is written")
    sheet.wait_for("已存")
    page.get_by_role("button", name="撤销").click()
    until(lambda: file.read_text("utf-8") == before, "and taken back")


def test_letters_add_to_the_choices_that_are_made(page: Any, served: Served) -> None:
    sheet = Sheet(page).open(served, PACKAGE, "departments.csv")
    cell = sheet.go(2, "负责")
    made = cell.inner_text().strip()
    cell.click()
    page.locator(".chooser li").first.wait_for()
    page.keyboard.insert_text("会议")
    assert made and page.input_value(".chooser input") == f"{made}、会议"
    page.keyboard.press("Escape")


def test_an_appendix_comes_and_goes(page: Any, served: Served, package: Path) -> None:
    file = package / "report.yaml"
    before = file.read_bytes()
    sheet = Sheet(page).open(served, PACKAGE, "report.yaml")
    sheet.wait_for("公文（有红头）")
    page.get_by_role("button", name="加一项").click()
    page.locator(".question input").last.fill("劳务协作案例")
    page.get_by_role("button", name="加上").click()
    until(lambda: "劳务协作案例" in file.read_text("utf-8"), "the appendix is there")
    sheet.wait_for("附件3·名称")
    page.locator(".ag-cell-focus", has_text="劳务协作案例").wait_for()
    page.get_by_role("button", name="删除选中的一项").click()
    until(lambda: file.read_bytes() == before, "the appendix is gone")
