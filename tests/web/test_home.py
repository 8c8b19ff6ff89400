"""首页 in a real browser: what lies in the folder, and a new package."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.browser import by_hand, needs_browser
from support.packages import ROOT
from support.workbench import Served, Window, browsing, serve, until

from generator.jobs.workbook import workbook

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a package, one that cannot be read, and what is none."""
    made = tmp_path_factory.mktemp("packages")
    shutil.copytree(ROOT / "data" / "huining-2021", made / "会宁-2021")
    (made / "坏的").mkdir()
    (made / "坏的" / "report.yaml").write_text("kind: [", encoding="utf-8")
    (made / "别的").mkdir()
    workbook(made / "会宁-2021", made / "会宁工作簿.xlsx")
    return made


@pytest.fixture(scope="module")
def window(folder: Path) -> Iterator[Window]:
    server: Served = serve(folder)
    with browsing() as new_window:
        new_window().page.goto(server.address)
        yield new_window
    server.stop()


@pytest.fixture
def page(window: Window) -> Iterator[Any]:
    """首页 in a window."""
    opened = window().page
    opened.goto(window_address(window))
    opened.get_by_text("新建").wait_for()
    yield opened
    opened.close()


def window_address(window: Window) -> str:
    """Where 首页 is: the page that the first window shows."""
    page = window().page
    address = str(page.context.pages[0].url)
    page.close()
    return address


def question(page: Any, label: str) -> Any:
    """The field of a form below that label."""
    return page.locator(".field", has_text=label).locator("visible=true").first.locator("input")


def test_the_packages_of_the_folder_and_how_far_they_are(page: Any) -> None:
    rows = page.locator(".listing tbody tr")
    assert rows.count() == 3
    page.wait_for_function("/\\d+\\/\\d+/.test(document.querySelector('.listing').innerText)")
    shown = page.locator(".listing").inner_text()
    assert [word for word in ("会宁县2021年", "读不了", "这是工作簿") if word not in shown] == []


def test_a_blank_package_of_a_county(page: Any, folder: Path) -> None:
    page.get_by_text("新建").click()
    for label, text in (
        ("县（区、市）", "青禾县"),
        ("结对的县", "东湖区"),
        ("年度", "2023"),
        ("数据包的名称", "青禾-2023"),
    ):
        question(page, label).fill(text)
    page.get_by_text("做好", exact=True).click()
    steps = page.locator(".steps").inner_text()
    assert "设置：填好【待补：…】" in steps
    assert not re.search(r"\.csv|\.yaml|text/|键", steps)
    page.get_by_text("去填数").click()
    page.wait_for_selector(".ag-row")
    settings = yaml.safe_load((folder / "青禾-2023" / "report.yaml").read_text("utf-8"))
    assert (settings["place"]["name"], settings["year"]) == ("青禾县", 2023)
    assert "青禾县2023年" in page.locator(".head").inner_text()
    page.get_by_role("button", name="要做的事").click()
    assert page.locator(".steps").inner_text() == steps
    page.get_by_role("button", name="关闭").click()
    page.locator(".steps").wait_for(state="detached")


def test_a_double_click_is_one_click(page: Any, folder: Path) -> None:
    page.get_by_role("button", name="新建").dblclick()
    page.get_by_text("新建数据包").first.wait_for()
    for label, text in (
        ("县（区、市）", "青禾县"),
        ("结对的县", "东湖区"),
        ("年度", "2023"),
        ("数据包的名称", "双击-2023"),
    ):
        question(page, label).fill(text)
    page.get_by_role("button", name="做好").dblclick()
    page.locator(".steps").wait_for()
    page.wait_for_timeout(1500)
    assert page.get_by_text("没有做成").count() == 0
    assert page.locator(".q-card.form", has_text="新建数据包").count() == 1
    assert page.locator(".q-dialog").count() == 2  # the form, and what is to be done


def test_what_was_typed_in_a_form_outlives_escape_and_a_click_beside(page: Any) -> None:
    page.get_by_text("新建").click()
    question(page, "县（区、市）").fill("青禾县")
    page.keyboard.press("Escape")
    page.mouse.click(5, 400)
    page.wait_for_timeout(1000)
    assert question(page, "县（区、市）").input_value() == "青禾县"
    page.get_by_role("button", name="不做了").click()
    page.locator(".q-dialog").wait_for(state="detached")


def test_next_year_of_a_package(page: Any, folder: Path) -> None:
    page.get_by_text("新建").click()
    page.get_by_text("由上年的来").click()
    page.locator(".field", has_text="上年的数据包").locator(".q-select").click()
    page.get_by_role("option", name="会宁-2021").click()
    page.get_by_text("做好", exact=True).click()
    page.get_by_text("各表的数和记录已清空").wait_for()
    page.keyboard.press("Escape")  # leads on, too
    until((folder / "会宁-2022" / "report.yaml").exists, "the package is made under its own name")
    page.wait_for_selector(".ag-row")


def test_a_workbook_becomes_a_folder(page: Any, folder: Path) -> None:
    page.get_by_text("转成文件夹", exact=True).click()
    page.wait_for_selector(".ag-row")
    assert (folder / "会宁工作簿" / "documents.csv").exists()
    assert (folder / "会宁工作簿.xlsx").exists()


def test_a_workbook_beside_a_folder_of_its_name_becomes_another_one(
    page: Any, folder: Path
) -> None:
    """What was filled in the workbook of a folder is opened beside it; neither is lost."""
    (folder / "会宁工作簿").mkdir(exist_ok=True)
    before = sorted((folder / "会宁工作簿").rglob("*"))
    page.get_by_text("转成文件夹", exact=True).click()
    page.get_by_text("没有动它；这本工作簿写成了“会宁工作簿-2”").wait_for()
    page.get_by_text("打开“会宁工作簿-2”").click()
    page.wait_for_selector(".ag-row")
    assert (folder / "会宁工作簿-2" / "documents.csv").exists()
    assert sorted((folder / "会宁工作簿").rglob("*")) == before


def test_what_is_missing_is_told_by_the_labels_of_the_form(page: Any, folder: Path) -> None:
    page.get_by_text("新建").click()
    page.get_by_text("做好").click()
    page.get_by_text("年度还没有写").wait_for()
    page.get_by_text("知道了").click()
    question(page, "年度").fill("2023")
    question(page, "数据包的名称").fill("../外面")
    page.get_by_text("做好").click()
    page.get_by_text("不能有斜线").wait_for()
    page.get_by_text("知道了").click()
    question(page, "数据包的名称").fill("里面")
    page.get_by_text("做好").click()
    page.get_by_text("县（区、市）还没有写").wait_for()
    assert "--" not in page.locator(".faults").last.inner_text()
    assert not (folder / "里面").exists()
    assert not (folder.parent / "外面").exists()
