"""改稿, 带入, 分发收表, 附表 and 定稿 in a real browser: what is dropped, told, chosen, downloaded."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from support import desks
from support.browser import by_hand, needs_browser
from support.commands import run
from support.workbench import Served, browsing, serve, until

from generator.model.limits import UPLOAD_BYTES

pytestmark = [needs_browser, by_hand, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

PACKAGE = "清河-2023"
REPORT = "清河县2023年东西部协作自评"
TABLE = f"{REPORT}.附件 清河县2023年东西部协作年度统计表"
"""What files are called that are downloaded."""
FIGURES = "键,名称,数值,单位\n培训.期数,培训班,3,期\n招聘.场次,招聘会,,场\n夜校.学员,夜校学员,,人\n"
EVIL = "<img src=x onerror=window.hacked=1>"
HIDDEN = ("figures.csv", "yaml", "YAML", "Jinja", "键", ".md", "/tmp", "培训.期数")
"""What no screen speaks of."""


SCROLLED = "document.querySelector('.room').scrollTop"


@dataclass
class Desk:
    """A person with the package in one window."""

    folder: Path
    served: Served
    page: Any

    @property
    def package(self) -> Path:
        return self.folder / PACKAGE

    def go(self, screen: str) -> None:
        """Open a screen and wait until it is there."""
        self.page.goto(self.served.to(screen, package=PACKAGE))
        self.page.wait_for_selector(".room .strong")
        self.ready()

    def ready(self) -> None:
        """Wait until nothing is on its way."""
        self.page.wait_for_function("!document.querySelector('.waiting')")

    def drop(self, *files: Path) -> None:
        """Drop files onto the screen."""
        self.page.set_input_files("input[type=file]", [str(file) for file in files])

    def see(self, words: str) -> None:
        """Wait until words stand on the screen."""
        self.page.get_by_text(words).first.wait_for()

    def click(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).first.click()

    def download(self, words: str, name: str) -> Path:
        """Click a button that gives a file, which must have that name."""
        with self.page.expect_download() as waiting:
            self.click(words)
        assert waiting.value.suggested_filename == name
        target = self.folder / "下载" / name
        waiting.value.save_as(target)
        return target

    def tick(self, number: int) -> None:
        """Tick or untick the item of that number."""
        self.page.locator(f'[data-number="{number}"] .q-checkbox').click()

    @property
    def text(self) -> str:
        return str(self.page.inner_text("body"))

    def content(self, file: str) -> str:
        return (self.package / file).read_text(encoding="utf-8-sig")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desks.package(tmp_path, figures_csv=FIGURES, departments_csv=desks.DEPARTMENTS)
    served = serve(tmp_path)
    try:
        with browsing() as new_window:
            seen = new_window()
            seen.page.goto(served.address)
            yield Desk(tmp_path, served, seen.page)
            assert seen.page.evaluate("window.hacked") is None
            assert seen.errors == []
            assert not [word for word in HIDDEN if word in seen.page.inner_text(".room")]
            assert all(request.startswith(("blob:", served.origin)) for request in seen.requests)
    finally:
        served.stop()


def edited(desk: Desk, old: str, new: str) -> Path:
    """The draft as downloaded, with words changed by a person."""
    desk.go("tables")
    file = desk.download("下载初稿", f"{REPORT}.初稿.docx")
    document = Document(str(file))
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    changed = next(run for run in runs if old in run.text)
    changed.text = changed.text.replace(old, new)
    target = desk.folder / "改稿.docx"
    document.save(str(target))
    return target


def change_data(desk: Desk) -> None:
    text = desk.content("figures.csv").replace("培训班,3", "培训班,5")
    (desk.package / "figures.csv").write_text(text, encoding="utf-8")


def test_drafts_and_tables_are_downloaded_as_the_commands_write_them(desk: Desk) -> None:
    desk.go("tables")
    desk.see("清河县2023年东西部协作年度统计表")
    by_screen = desk.download("下载初稿", f"{REPORT}.初稿.docx").read_bytes()
    by_command = desk.folder / "令.docx"
    run("draft", str(desk.package), "-o", str(by_command))
    assert by_screen == by_command.read_bytes()
    word, book = desk.folder / "附.docx", desk.folder / "附.xlsx"
    run("tables", str(desk.package), "-o", str(word), "--xlsx", str(book))
    assert desk.download("Word", f"{TABLE}.docx").read_bytes() == word.read_bytes()
    assert desk.download("Excel", f"{TABLE}.xlsx").read_bytes() == book.read_bytes()


def test_a_file_that_is_dropped_twice_is_looked_at_twice(desk: Desk) -> None:
    file = edited(desk, "举办", "办了")
    desk.go("returned")
    desk.drop(file)
    desk.page.wait_for_selector(".waiting")
    desk.drop(file)
    desk.page.wait_for_timeout(1000)
    desk.see("改稿.docx")
    desk.ready()
    assert "没有做成" not in desk.text
    assert desk.page.get_by_role("button", name="收起").count() == 1


def test_an_edited_file_is_dropped_told_of_and_its_new_one_taken(desk: Desk) -> None:
    file = edited(desk, "举办", EVIL)
    before = file.read_bytes()
    change_data(desk)
    desk.go("returned")
    desk.drop(file)
    desk.see("更新数字 1 处")
    desk.see("会更新的（1）")
    assert EVIL not in desk.text
    desk.page.get_by_text("您改过、会保留的 1 处").click()
    desk.see(f"〔{EVIL}〕")
    desk.page.reload()
    desk.see("更新数字 1 处")
    new = desk.download("取新稿", "改稿.新稿.docx")
    desk.see("新稿已经下载")
    assert f"清河县{EVIL}培训班" in "".join(item.text for item in Document(str(new)).paragraphs)
    assert file.read_bytes() == before
    desk.page.reload()
    desk.ready()
    assert "更新数字" not in desk.text
    desk.drop(new)
    desk.see("没有要改的，手里的稿子就是最新的")
    assert desk.page.get_by_text("取新稿", exact=True).count() == 0


def test_what_is_settled_in_the_file_is_open_no_more(desk: Desk) -> None:
    file = edited(desk, "3期", "8期")
    desk.go("returned")
    desk.drop(file)
    new = desk.download("取新稿", "改稿.新稿.docx")
    desk.see("改稿未决 1")
    document = Document(str(new))
    runs = (run for paragraph in document.paragraphs for run in paragraph.runs)
    next(run for run in runs if run.text == "8期").text = "3期"
    for mark in ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        for element in document.element.xpath(f"//{mark}"):
            element.getparent().remove(element)
    document.save(str(new))
    desk.drop(new)
    desk.see("定好 1 处")
    desk.see("已经定好的")
    desk.download("取新稿", "改稿.新稿.新稿.docx")
    desk.see("没有记下要您定的事")
    until(lambda: "改稿未决" not in desk.text, "nothing is open")


def test_what_is_no_edited_file_is_told_in_one_line(desk: Desk) -> None:
    damaged, text, large = (desk.folder / name for name in ("坏.docx", "稿.txt", "大.docx"))
    damaged.write_bytes(b"PK")
    text.write_text("稿")
    with large.open("wb") as file:
        file.truncate(UPLOAD_BYTES + 1)
    for dropped, told in ((damaged, "坏.docx：已经损坏"), (text, "这里只收"), (large, "每个最多")):
        desk.go("returned")
        desk.drop(dropped)
        desk.see(told)
        desk.click("知道了")


def test_a_sheet_is_brought_in_as_far_as_it_is_ticked(desk: Desk) -> None:
    sheet = desk.folder / "就业局.csv"
    rows = f"指标,数值\n招聘会,8场\n夜校学员,90人\n培训班,4期\n{EVIL},3\n养猪,7个\n"
    sheet.write_text(rows, encoding="utf-8")
    desk.go("bring")
    desk.drop(sheet)
    desk.see("取打勾的 2 项")
    desk.see("和已经填了的不同")
    desk.tick(1)
    desk.see("取打勾的 1 项")
    desk.page.reload()
    desk.see("取打勾的 1 项")
    desk.click("取打勾的 1 项")
    until(lambda: "夜校学员,90" in desk.content("figures.csv"), "what was ticked is written")
    assert "招聘会,,场" in desk.content("figures.csv")
    assert "培训班,3,期" in desk.content("figures.csv")
    desk.see("和已经填了的相同（1）")


def test_a_tick_does_not_move_the_page(desk: Desk) -> None:
    """Nor is the row put elsewhere, where that of the next item would stand below the mouse."""
    doubtful = "".join(f"帮扶西部村数,{number}个\n" for number in range(2, 40))
    sheet = desk.folder / "就业局.csv"
    sheet.write_text(f"指标,数值\n{doubtful}招聘会,8场\n夜校学员,90人\n", encoding="utf-8")
    desk.go("bring")
    desk.drop(sheet)
    desk.see("取打勾的 2 项")
    box = desk.page.locator('[data-number="30"] .q-checkbox')
    box.scroll_into_view_if_needed()
    top, place = desk.page.evaluate(SCROLLED), box.bounding_box()
    assert top > 0
    box.click()
    desk.see("取打勾的 3 项")
    desk.page.locator('[data-number="30"] [aria-checked="true"]').wait_for()
    assert desk.page.evaluate(SCROLLED) == top
    assert abs(box.bounding_box()["y"] - place["y"]) < 20
    box.click()
    desk.see("取打勾的 2 项")


def test_a_person_says_where_an_item_goes(desk: Desk) -> None:
    sheet = desk.folder / "就业局.csv"
    sheet.write_text("指标,数值\n养猪,7\n", encoding="utf-8")
    desk.go("bring")
    desk.drop(sheet)
    desk.see("养猪 7")
    desk.click("另选")
    desk.page.get_by_label("放到（可以打字找）").fill("招聘会")
    desk.page.get_by_role("option", name="招聘会（场）").click()
    desk.click("就放这里")
    desk.see("取打勾的 1 项")
    desk.click("取打勾的 1 项")
    until(lambda: "招聘会,7,场" in desk.content("figures.csv"), "it stands where it was put")


def test_what_a_person_said_of_one_item_holds_when_others_are_taken(desk: Desk) -> None:
    """Where its cell is filled, that is said."""
    sheet = desk.folder / "就业局.csv"
    sheet.write_text("指标,数值\n养猪,7\n招聘会,8场\n", encoding="utf-8")
    desk.go("bring")
    desk.drop(sheet)
    desk.page.get_by_text("没有找到放它的格子").click()
    desk.click("另选")
    desk.page.get_by_label("放到（可以打字找）").fill("培训班")
    desk.page.get_by_role("option", name="培训班（期）", exact=True).click()
    desk.click("就放这里")
    desk.see("这一格已经填了 3期，没有改")
    desk.click("取打勾的 1 项")
    until(lambda: "招聘会,8,场" in desk.content("figures.csv"), "the other is taken")
    desk.see("和已经填了的相同（1）")
    desk.see("这一格已经填了 3期，没有改")


def test_departments_are_sent_workbooks_and_what_comes_back_is_taken(desk: Desk) -> None:
    desk.go("handout")
    desk.see("未报 1")
    archive = desk.download("下载各部门的表", f"{REPORT}.各部门的表.zip")
    shutil.unpack_archive(archive, desk.folder / "发出")
    came = filled(desk.folder / "发出" / "县就业局.xlsx", {"培训.期数": 9, "4.1.5.1": 6})
    desk.drop(came)
    desk.see("县就业局：可取 1 项")
    desk.see("要看的 1 项")
    desk.see("和已经填了的不同")
    desk.page.locator("[data-number] .q-checkbox").click()
    desk.page.get_by_label("经手人").fill("王五")
    desk.page.wait_for_timeout(1000)
    desk.page.reload()
    desk.see("县就业局：可取 1 项")
    assert desk.page.get_by_label("经手人").input_value() == "王五"
    desk.click("收下可取的")
    until(lambda: "培训班,9,期" in desk.content("figures.csv"), "the conflict is decided")
    desk.see("县就业局：收下 2 项，现在是“已报”。")
    desk.see("已报 1")
    assert "王五" in desk.content("departments.csv")


def test_what_could_not_be_read_stays_on_the_screen_and_goes_back(desk: Desk) -> None:
    desk.go("handout")
    note = desk.page.locator(".note textarea")
    before = note.input_value()
    archive = desk.download("下载各部门的表", f"{REPORT}.各部门的表.zip")
    shutil.unpack_archive(archive, desk.folder / "发出")
    file = desk.folder / "发出" / "县就业局.xlsx"
    desk.drop(with_remark(filled(file, {"4.1.6.1": 8, "4.1.6.2": "六"})))
    desk.see("有问题的退回")
    desk.see("部门另外写的 1 处")
    desk.see("“填报”H列“备注”")
    desk.see("六")
    desk.page.get_by_text("可取的（1）").click()
    desk.see("举办培训班")
    returned = desk.download("收下可取的", "县就业局.退回.xlsx")
    assert returned.stat().st_size
    desk.see("县就业局：收下 1 项，没有收 1 项，现在是“退回”。")
    assert "应当" in desk.page.inner_text(".listing:has-text('报来的')")
    desk.see("第一格（H5）是“与上年口径不同”")
    until(lambda: note.input_value() != before, "the note counts what is blank now")
    desk.click("看过了，收起")


def filled(file: Path, values: dict[str, int | str]) -> Path:
    """A workbook with numbers by the mark of their rows."""
    book = openpyxl.load_workbook(file)
    page = book["填报"]
    column = [cell.value for cell in page[4]].index("本年数")
    for row in page.iter_rows(min_row=5):
        if row[-1].value in values:
            row[column].value = values[row[-1].value]
    book.save(file)
    return file


def with_remark(file: Path) -> Path:
    """A workbook to which the department added a column."""
    book = openpyxl.load_workbook(file)
    book["填报"]["H4"], book["填报"]["H5"] = "备注", "与上年口径不同"
    book.save(file)
    return file


def test_the_last_file_is_issued_once_nothing_is_open(desk: Desk) -> None:
    file = edited(desk, "举办", "办")
    change_data(desk)
    desk.go("finalize")
    desk.drop(file)
    desk.see("改稿.docx 还不能定稿")
    desk.see("培训班，文中“3期”，数据“5期”")
    desk.see("清河县办培训班3期。")
    last = desk.folder / "末稿.docx"
    document = Document()
    document.add_paragraph("2023年，清河县举办培训班5期。")
    document.save(str(last))
    desk.drop(last)
    desk.see("末稿.docx 里没有未定的了，但核对还有 8 处“错误”，先不要定稿")
    assert "可以定稿" not in desk.text
    by_screen = desk.download("还是下载定稿", "末稿.定稿.docx").read_bytes()
    by_command = desk.folder / "令.docx"
    run("finalize", str(last), str(desk.package), "-o", str(by_command))
    assert by_screen == by_command.read_bytes()
