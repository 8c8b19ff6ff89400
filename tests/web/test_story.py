"""A clerk's year in one sitting, in a real browser: from a new county to the copy that is issued.

With NIGAO_PICTURES=docs each step leaves the picture of its screen in that folder, for
docs/guide.zh-CN.md.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PIL import Image
from support.browser import needs_browser
from support.commands import run
from support.departments_story import type_in
from support.packages import ROOT
from support.stories import sheet
from support.workbench import Served, Sheet, browsing, serve, until

from generator.jobs import desk

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

PACKAGE = "青禾-2024"
YEAR = "2024年"
"""The head of the column of this year's numbers."""
FORM, SETTINGS, DEPARTMENTS = "indicators.csv", "report.yaml", "departments.csv"
COUNTY = {
    "县（区、市）": "青禾县",
    "结对的县": "东湖区",
    "所在的市（州）": "云山市",
    "结对方所在的市": "海门市",
    "所在的省": "北原省",
    "年度": "2024",
    "数据包的名称": PACKAGE,
}
TYPED = {"发文字号": "青农领发〔2024〕8号", "署名·日期": "2024-12-20", "版记·日期": "2024-12-21"}
TITLES = {"附件1·名称": "车间开到家门口", "附件2·名称": "劳务直通车"}
ASKED = "县人社局\t王明\t\t2024-12-01\t2.1\n县财政局\t李红\t\t2024-12-05\t资金\n"
JOBS: list[list[str | int | float | None]] = [
    ["青禾县2024年劳务协作情况统计表"],
    ["指标", "单位", YEAR],
    ["帮助农村劳动力到东部结对省份就业数", "人", 342],
    ["帮助农村劳动力省内就近就业数", "人", 1150],
    ["帮助农村劳动力到其他地区就业数", "人", 95],
]
"""What a department sends as its own sheet."""
COLOURS = 48
"""Of a picture of the guide: enough for letters and the few colours of a screen."""
TEXTS = {
    "innovations": "车间办到村口，农户就近上班。",
    "problems": "车间订单不足。",
    "next_steps": "组织车间到东湖区对接订单。",
    "case_1": "青禾县把车间办到村口。",
    "case_2": "青禾县组织专车送工。",
}
"""What a colleague writes meanwhile, with another editor."""


@dataclass
class Story:
    """The clerk, with one window of the workbench and a folder for what is downloaded."""

    folder: Path
    served: Served
    page: Any

    @property
    def package(self) -> Path:
        return self.folder / "报告" / PACKAGE

    def go(self, screen: str, **words: str) -> None:
        """Choose a screen, and wait until nothing is on its way."""
        self.page.goto(self.served.to(screen, package=PACKAGE, **words))
        self.page.wait_for_selector(".room > * >> nth=0")
        self.page.wait_for_function("!document.querySelector('.waiting')")

    def click(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()

    def see(self, words: str) -> None:
        self.page.get_by_text(words).first.wait_for()

    def drop(self, *files: Path) -> None:
        self.page.locator("input[type=file]").last.set_input_files([str(file) for file in files])

    def download(self, words: str) -> Path:
        """Click a button that gives a file; the file under its name."""
        with self.page.expect_download() as waiting:
            self.click(words)
        target = self.folder / "下载" / waiting.value.suggested_filename
        waiting.value.save_as(target)
        return target

    def content(self, file: str) -> str:
        return (self.package / file).read_text(encoding="utf-8-sig")

    def picture(self, name: str) -> None:
        """The screen as a small picture, where the pictures of the guide are wanted."""
        folder = os.environ.get("NIGAO_PICTURES")
        if not folder:
            return
        self.page.mouse.move(700, 755)
        self.page.wait_for_function("!document.querySelector('.q-notification')")
        self.page.wait_for_timeout(400)
        file = ROOT / folder / f"guide-{name}.png"
        self.page.screenshot(path=file)
        with Image.open(file) as picture:
            few = picture.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
            few.save(file, optimize=True)

    def same_as_the_command(self, downloaded: Path) -> bool:
        """Whether ``nigao draft`` writes the same bytes from a copy of the package."""
        copy, written = self.folder / "令" / PACKAGE, self.folder / "令" / "稿.docx"
        shutil.copytree(self.package, copy)
        assert run("draft", copy, "-o", written)[0] == 0
        return written.read_bytes() == downloaded.read_bytes()


# --- the steps -----------------------------------------------------------------------------------


def new_county(clerk: Story) -> None:
    page = clerk.page
    page.goto(clerk.served.address)
    page.locator(".listing .number", has_text="/").first.wait_for()
    clerk.picture("1")
    clerk.click("新建")
    for label, text in COUNTY.items():
        field = page.locator(".field", has_text=label).locator("visible=true").first
        field.locator("input").fill(text)
    clerk.picture("2")
    clerk.click("做好")
    clerk.click("去填数")
    Sheet(page).wait()


def at(clerk: Story, file: str, first: str) -> int:
    """The row, as the screen counts, that begins with these words."""
    rows = desk.grid(clerk.package, file).rows
    return next(place for place, row in enumerate(rows, 2) if row.cells[0] == first)


def to_cell(clerk: Story, row: int, column: str) -> None:
    """Bring a cell into sight and choose it."""
    clerk.page.evaluate(
        "([row, title]) => nigao.focus(row - 2, nigao.fieldOf(title))", [row, column]
    )


def fill_in(clerk: Story) -> None:
    """Numbers typed and pasted; one of them is wrong, which shows in the preview."""
    form = Sheet(clerk.page)
    form.paste(at(clerk, FORM, "1.1.1"), YEAR, "4\n3\n")
    form.wait_for("已存")
    form.type(at(clerk, FORM, "1.1.3"), YEAR, "六次")
    clerk.page.wait_for_selector(".ag-cell.wrong")
    form.cell(at(clerk, FORM, "1.1.3"), YEAR).click()
    clerk.picture("3")
    form.type(at(clerk, FORM, "1.1.3"), YEAR, "6")
    clerk.page.wait_for_selector(".ag-cell.wrong", state="detached")
    for code, block in (("3.1", "3\n0.26\n75\n40\n"), ("3.3", "6\n120\n177\n")):
        row = at(clerk, FORM, code)
        to_cell(clerk, row, YEAR)
        form.paste(row, YEAR, block)
        until(lambda code=code: f"{code},," not in clerk.content(FORM), "the block is there")
    until(lambda: ",177," in clerk.content(FORM), "the last number is there")


def write_settings(clerk: Story, words: Mapping[str, str]) -> None:
    form = Sheet(clerk.page).open(clerk.served, PACKAGE, SETTINGS)
    for name, text in words.items():
        row = at(clerk, SETTINGS, name)
        to_cell(clerk, row, "值")
        form.paste(row, "值", text)
        until(lambda text=text: text in clerk.content(SETTINGS), "the setting is there")


def name_departments(clerk: Story) -> None:
    form = Sheet(clerk.page)
    clerk.page.goto(clerk.served.to("fill", package=PACKAGE, sheet=DEPARTMENTS))
    form.wait()
    column = clerk.page.evaluate("nigao.fieldOf('部门*') ? '部门*' : '部门'")
    form.paste(2, column, ASKED)
    until(lambda: "李红" in clerk.content(DEPARTMENTS), "the departments are there")


def bring(clerk: Story) -> None:
    file = clerk.folder / "县人社局报来.xlsx"
    sheet(file, "劳务", *JOBS)
    clerk.go("bring")
    clerk.drop(file)
    clerk.see("取打勾的 3 项")
    clerk.picture("4")
    clerk.click("取打勾的 3 项")
    until(lambda: ",1150," in clerk.content(FORM), "what was ticked is written")


def hand_out_and_collect(clerk: Story) -> None:
    clerk.go("handout")
    shutil.unpack_archive(clerk.download("下载各部门的表"), clerk.folder / "发出")
    back = clerk.folder / "收回" / "县财政局.xlsx"
    type_in(clerk.folder / "发出" / back.name, back, {"4.2.1": 4680, "4.2.1.1": 4446})
    clerk.drop(back)
    clerk.see("县财政局：可取 2 项")
    clerk.picture("4b")
    clerk.click("收下可取的")
    clerk.see("收下 2 项，现在是“已报”")


def write_texts(clerk: Story) -> None:
    page = clerk.page
    clerk.go("texts", item="lead")
    editor = page.locator(".text-editor")
    editor.click()
    page.keyboard.insert_text("2024年，青禾县与东湖区深化协作，建成帮扶车间")
    page.locator(".figure-search input").fill("帮扶车间数")
    page.locator(".figure-choice").first.click()
    editor.locator(".chip").click()
    page.keyboard.insert_text("，现将工作情况报告如下：")
    clerk.picture("5")
    clerk.click("保存")
    clerk.see("已保存。")
    guidance, _, written = clerk.content("text/lead.md").partition("\n")
    assert guidance.startswith("{# 提示")
    assert "建成帮扶车间{车间.数}，现将" in written
    for item, text in TEXTS.items():
        (clerk.package / "text" / f"{item}.md").write_text(text, encoding="utf-8")


def preview_and_mend(clerk: Story) -> None:
    """The slip of the clerk stands as a finding; it leads to its cell, as a figure does."""
    page = clerk.page
    clerk.go("preview")
    report = page.frame_locator(".page-room iframe")
    report.get_by_role("button", name="大于它所属的").click()
    report.get_by_role("button", name="去改").first.wait_for()
    clerk.picture("6")
    report.get_by_role("button", name="去改").first.click()
    form = Sheet(page).wait()
    page.wait_for_selector(".ag-cell-focus")
    form.type(at(clerk, FORM, "3.3.1.1"), YEAR, "77")
    until(lambda: ",77," in clerk.content(FORM), "the slip is mended")
    clerk.go("preview")
    report.locator("#report [data-f]:visible", has_text="1150").first.click()
    report.get_by_role("button", name="到填数里的这一格").click()
    Sheet(page).wait()
    page.wait_for_selector(".ag-cell-focus")
    assert page.locator(".ag-cell-focus").inner_text() == "1150"


def download(clerk: Story) -> Path:
    clerk.go("preview")
    clerk.page.frame_locator(".page-room iframe").locator("#report").wait_for()
    file = clerk.download("下载初稿")
    clerk.picture("7")
    assert clerk.same_as_the_command(file)
    return file


def edited(file: Path) -> Path:
    """The draft after the leader has changed words in it with Word."""
    document = Document(str(file))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    changed = next(run for run in runs if "订单不足" in run.text)
    changed.text = changed.text.replace("订单不足", "订单不够稳定")
    target = file.with_name("领导改过.docx")
    document.save(str(target))
    return target


def take_the_new_one(clerk: Story, file: Path) -> Path:
    """A number changes after the leader has read; the leader's words stay."""
    form = Sheet(clerk.page).open(clerk.served, PACKAGE, FORM)
    form.type(at(clerk, FORM, "1.1.1"), YEAR, "5")
    until(lambda: "1.1.1,1.县委常委会会议,5" in clerk.content(FORM), "the number has changed")
    clerk.go("returned")
    clerk.drop(file)
    clerk.see("您改过、会保留的")
    clerk.picture("8")
    clerk.page.get_by_text("不留修订痕迹").click()
    new = clerk.download("取新稿")
    text = "\n".join(paragraph.text for paragraph in Document(str(new)).paragraphs)
    assert "订单不够稳定" in text
    assert "县委常委会会议5次" in text
    return new


def tables(clerk: Story) -> None:
    clerk.go("tables")
    clerk.see("年度统计表")
    clerk.picture("9")
    assert clerk.download("Excel").stat().st_size > 0


def issue(clerk: Story, file: Path) -> None:
    clerk.go("finalize")
    clerk.drop(file)
    clerk.see("可以定稿")
    clerk.picture("10")
    issued = clerk.download("下载定稿")
    text = "\n".join(paragraph.text for paragraph in Document(str(issued)).paragraphs)
    assert "订单不够稳定" in text
    assert "待补" not in text


def test_a_year_from_a_new_county_to_the_copy_that_is_issued(tmp_path: Path) -> None:
    shelf = tmp_path / "报告"
    shelf.mkdir()
    shutil.copytree(ROOT / "data" / "huining-2021", shelf / "样例-会宁-2021")
    served = serve(shelf)
    try:
        with browsing() as new_window:
            seen = new_window()
            clerk = Story(tmp_path, served, seen.page)
            new_county(clerk)
            fill_in(clerk)
            write_settings(clerk, TYPED | TITLES)
            name_departments(clerk)
            bring(clerk)
            hand_out_and_collect(clerk)
            write_texts(clerk)
            preview_and_mend(clerk)
            draft = download(clerk)
            new = take_the_new_one(clerk, edited(draft))
            tables(clerk)
            issue(clerk, new)
            assert seen.errors == []
            own = (f"{served.origin}/", "blob:", "data:")
            assert [url for url in seen.requests if not url.startswith(own)] == []
    finally:
        served.stop()
