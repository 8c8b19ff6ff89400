"""预览 and 文字 in a real browser: from the page to its cells and texts, from a text to the page."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from support.browser import Opened, needs_browser
from support.commands import run
from support.workbench import Served, Window, until

from generator.jobs.new import new

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

EVIL = "<img src=x onerror=window.hacked=1>"


@pytest.fixture
def seen(window: Window) -> Iterator[Opened]:
    """A window; nothing may fail in it."""
    opened = window()
    yield opened
    opened.page.close()
    assert opened.errors == []


def preview(seen: Opened, served: Served, package: Path) -> Any:
    """Open 预览 and wait until the page knows its findings; gives the frame."""
    seen.page.goto(served.to("preview", package=package.name))
    return knowing(seen)


def knowing(seen: Opened, version: str = "1") -> Any:
    seen.page.wait_for_selector(f'.page-room[data-shown="{version}"]')
    frame = seen.page.frame_locator(".page-room iframe")
    frame.locator("[data-r]").first.click()
    frame.get_by_text("接受并写理由").wait_for(timeout=60000)
    return frame


def editor(seen: Opened, served: Served, package: Path, item: str) -> Any:
    """Open a text and wait for it."""
    seen.page.goto(served.to("texts", package=package.name, item=item))
    seen.page.wait_for_selector(".text-editor")
    seen.page.wait_for_function("document.querySelector('.text-editor').textContent")
    return seen.page.locator(".text-editor")


def text(package: Path, item: str) -> str:
    return (package / "text" / f"{item}.md").read_text(encoding="utf-8")


def write_at_end(seen: Opened, words: str) -> None:
    seen.page.locator(".text-editor").click()
    seen.page.keyboard.press("Control+End")
    seen.page.keyboard.insert_text(words)


def press(seen: Opened, *keys: str) -> None:
    for key in keys:
        seen.page.keyboard.press(key)


def save(seen: Opened) -> None:
    """Press Ctrl+S and wait until it is saved."""
    press(seen, "Control+s")
    seen.page.get_by_text("已保存。").first.wait_for()
    nothing_is_open(seen)
    seen.page.locator(".said").wait_for(state="detached")


def nothing_is_open(seen: Opened) -> None:
    seen.page.locator(".saved-state:text-is('')").wait_for(state="attached")


@contextmanager
def standing(served: Served) -> Iterator[None]:
    """A server that does nothing for a while, as on a slow machine."""
    os.kill(served.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(served.process.pid, signal.SIGCONT)


# --- 预览 -----------------------------------------------------------------------------------------


def test_a_figure_leads_to_its_cell_and_back(seen: Opened, served: Served, package: Path) -> None:
    frame = preview(seen, served, package)
    frame.get_by_text("会农领发〔2021〕9号").first.click()
    frame.get_by_text("到填数里的这一格").click()
    seen.page.wait_for_url("**/fill?**sheet=documents.csv&row=2&column=*")
    seen.page.wait_for_selector(".ag-cell-focus")
    assert seen.page.inner_text(".ag-cell-focus") == "会农领发〔2021〕9号"
    seen.page.go_back()
    seen.page.wait_for_selector(".page-room[data-shown]")


def test_a_sentence_leads_to_its_text_and_says_so_where_it_has_none(
    seen: Opened, served: Served, package: Path
) -> None:
    frame = preview(seen, served, package)
    frame.get_by_text("缺乏引领带动作用").first.click()
    frame.get_by_text("去改这段文字").wait_for()
    frame.locator("#report .addressee").first.click()
    frame.get_by_text("这一段由拟稿按数据写成").wait_for()
    frame.get_by_text("缺乏引领带动作用").first.click()
    frame.get_by_text("去改这段文字").click()
    seen.page.wait_for_url("**/texts?**item=problems")


def test_a_finding_leads_to_each_of_its_cells(seen: Opened, served: Served, package: Path) -> None:
    frame = preview(seen, served, package)
    frame.get_by_text("去改：年度统计表“1.举办劳务协作培训班”").click()
    seen.page.wait_for_url("**/fill?**sheet=indicators.csv&row=36&column=*")


def test_the_counts_of_the_head_lead_to_their_findings(
    seen: Opened, served: Served, package: Path
) -> None:
    seen.page.goto(served.to("texts", package=package.name))
    for gravity, other in (("错误", "提醒"), ("提醒", "错误")):
        seen.page.locator(".head .state a", has_text=gravity).click()
        seen.page.wait_for_selector(".page-room[data-shown]")
        card = seen.page.frame_locator(".page-room iframe").locator("#card h2")
        card.get_by_text(f"{gravity}［").wait_for()
        assert other not in card.inner_text()


def test_faulty_data_are_one_click_away(seen: Opened, served: Served, package: Path) -> None:
    file = package / "documents.csv"
    before = file.read_text(encoding="utf-8-sig")
    file.write_text(before.replace(",2021-11-18,", ",某日,"), encoding="utf-8")
    seen.page.goto(served.to("bring", package=package.name))
    seen.page.locator(".head .state a", has_text="数据有 1 处要改正").click()
    seen.page.wait_for_selector(".ag-cell-focus.wrong")
    assert seen.page.inner_text(".ag-cell-focus") == "某日"


def test_a_finding_is_accepted_with_a_reason_and_gone_from_the_new_page(
    seen: Opened, served: Served, package: Path
) -> None:
    frame = preview(seen, served, package)
    first = frame.locator('[data-r="1"]').inner_text()
    frame.get_by_text("接受并写理由").click()
    seen.page.wait_for_function("document.activeElement.matches('.reason textarea')")
    seen.page.get_by_text("接受", exact=True).click()
    seen.page.get_by_text("还没有写理由").wait_for()
    seen.page.locator(".reason textarea").fill("口径不同，已核实")
    seen.page.get_by_text("接受", exact=True).click()
    frame = knowing(seen, "2")
    assert frame.locator('[data-r="1"]').inner_text() != first
    assert "口径不同，已核实" in (package / "report.yaml").read_text(encoding="utf-8")
    seen.page.get_by_text("已接受的 1 条").click()
    seen.page.get_by_text("口径不同，已核实", exact=True).wait_for()
    seen.page.get_by_text("收回", exact=True).click()
    frame = knowing(seen, "3")
    assert frame.locator('[data-r="1"]').inner_text() == first
    assert not seen.page.get_by_text("已接受的").is_visible()


def test_what_to_ask_a_department_stands_ready(seen: Opened, served: Served, package: Path) -> None:
    frame = preview(seen, served, package)
    frame.get_by_text("问部门").click()
    seen.page.get_by_text("请回复哪个数是准的").wait_for()


def test_it_is_made_anew_when_the_data_change_where_one_reads(
    seen: Opened, served: Served, package: Path
) -> None:
    frame = preview(seen, served, package)
    frame.locator("#report").evaluate("report => { report.scrollTop = 900; }")
    seen.page.wait_for_timeout(300)
    path = package / "documents.csv"
    path.write_bytes(path.read_bytes().replace("〔2021〕9号".encode(), "〔2021〕77号".encode()))
    seen.page.wait_for_selector('.page-room[data-shown="2"]')
    frame = seen.page.frame_locator(".page-room iframe")
    assert frame.get_by_text("〔2021〕77号").count() > 0
    assert frame.locator("#report").evaluate("report => report.scrollTop") == 900
    assert not seen.page.is_visible(".outdated")


def test_the_word_that_is_looked_for_and_the_card_stay_when_it_is_made_anew(
    seen: Opened, served: Served, package: Path
) -> None:
    frame = preview(seen, served, package)
    card = frame.locator("#card h2").inner_text()
    frame.locator("#q").fill("就业")
    path = package / "documents.csv"
    path.write_bytes(path.read_bytes().replace("〔2021〕9号".encode(), "〔2021〕77号".encode()))
    seen.page.wait_for_selector('.page-room[data-shown="2"]')
    frame = seen.page.frame_locator(".page-room iframe")
    assert frame.locator("#card h2").inner_text() == card
    assert frame.locator("#q").input_value() == "就业"
    assert frame.locator("#hits button").count() > 0


def test_with_faulty_data_the_old_page_stays_and_is_marked(
    seen: Opened, served: Served, package: Path
) -> None:
    preview(seen, served, package)
    path = package / "documents.csv"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"2021-05-18", "某日".encode()))
    seen.page.get_by_text("写的是“某日”").wait_for()
    assert seen.page.is_visible(".outdated")
    assert seen.page.locator(".page-room iframe").count() == 1
    path.write_bytes(whole)
    seen.page.wait_for_selector(".outdated", state="hidden")
    assert not seen.page.get_by_text("写的是“某日”").is_visible()


def test_the_draft_is_that_of_the_command_line(
    seen: Opened, served: Served, package: Path, tmp_path: Path
) -> None:
    preview(seen, served, package)
    with seen.page.expect_download() as fetched:
        seen.page.get_by_text("下载初稿").click()
    target = tmp_path / "稿.docx"
    assert run("draft", package, "-o", target)[0] == 0
    assert Path(fetched.value.path()).read_bytes() == target.read_bytes()
    assert fetched.value.suggested_filename == "会宁县2021年东西部协作自评.初稿.docx"


def test_the_page_is_of_no_origin_and_reaches_nothing(
    seen: Opened, served: Served, package: Path
) -> None:
    preview(seen, served, package)
    inside = seen.page.frames[-1]
    assert inside.evaluate("window.origin") == "null"
    assert inside.evaluate("try { parent.document.title } catch { 'refused' }") == "refused"
    told = inside.evaluate("fetch('/home').then(() => 'read', () => 'refused')")
    assert told == "refused"
    seen.errors.clear()


def test_no_other_window_is_listened_to(seen: Opened, served: Served, package: Path) -> None:
    preview(seen, served, package)
    seen.page.evaluate("window.postMessage({ said: 'text', what: 'lead' }, '*')")
    seen.page.wait_for_timeout(500)
    assert "/preview" in seen.page.url


def test_the_page_speaks_of_no_files_and_keys(seen: Opened, served: Served, package: Path) -> None:
    frame = preview(seen, served, package)
    frame.locator("[data-f]").first.click()
    frame.get_by_text("到填数里的这一格").wait_for()
    shown = seen.page.inner_text("body") + frame.locator("body").inner_text()
    assert [word for word in (".csv", "yaml", ".md", "Jinja", "键") if word in shown] == []


# --- 文字 -----------------------------------------------------------------------------------------


def test_a_text_with_a_figure_is_written_and_taken_back(
    seen: Opened, served: Served, package: Path
) -> None:
    before = text(package, "problems")
    editor(seen, served, package, "problems")
    write_at_end(seen, "全年帮助就业")
    seen.page.fill(".figure-search input", "就业 人数")
    seen.page.get_by_text("帮助实现就业人数").click()
    seen.page.keyboard.insert_text("。")
    seen.page.get_by_text("保存", exact=True).click()
    seen.page.get_by_text("已保存").wait_for()
    assert text(package, "problems") == before.rstrip("\n") + "全年帮助就业{就业.合计}。\n"
    assert seen.page.locator(".chip", has_text="帮助实现就业人数").count() == 1
    seen.page.get_by_text("撤销上次保存").click()
    until(lambda: text(package, "problems") == before, "the file is what it was, byte for byte")


def test_emphasis_is_seen_and_its_marks_go_back_as_they_were(
    seen: Opened, served: Served, package: Path
) -> None:
    path = package / "text" / "problems.md"
    path.write_text("## 一点\n\n**一是{就业.合计}人。**还有。\n", encoding="utf-8")
    editor(seen, served, package, "problems")
    bold = seen.page.locator(".text-editor b").all_inner_texts()
    assert bold == [" 一点", "一是", "人。"]
    assert seen.page.locator(".text-mark").all_inner_texts() == ["##", "**", "**"]
    assert "帮助实现就业人数" in seen.page.locator(".chip .chip-name").inner_text()
    write_at_end(seen, "完。")
    seen.page.get_by_text("保存", exact=True).click()
    written = "## 一点\n\n**一是{就业.合计}人。**还有。完。\n"
    until(lambda: text(package, "problems") == written, "every mark is there")


def test_what_was_copied_from_last_year_still_holds_at_a_click(
    seen: Opened, served: Served, package: Path
) -> None:
    after = package.with_name(f"{package.name}-后")
    new(after, package, 2022)
    before = text(after, "problems")
    editor(seen, served, after, "problems")
    seen.page.locator(".here", has_text="沿用上年，未改").wait_for()
    seen.page.get_by_role("button", name="仍适用").click()
    until(lambda: text(after, "problems") != before, "it is noted")
    seen.page.locator(".here", has_text="已写").wait_for()
    seen.page.get_by_role("button", name="仍适用").wait_for(state="hidden")
    shutil.rmtree(after)


def test_a_figure_is_deleted_whole_and_moves_whole(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    seen.page.locator(".text-editor").click()
    for key in ("Control+a", "Control+x", "Control+v", "Control+s"):
        seen.page.keyboard.press(key)
    seen.page.get_by_text("已保存。").wait_for()
    assert "{{ f('企业.落地数') }}" in text(package, "problems")
    seen.page.evaluate(
        """() => {
            const chip = document.querySelector(".text-editor .chip");
            const range = document.createRange();
            range.setStartAfter(chip);
            window.getSelection().removeAllRanges();
            window.getSelection().addRange(range);
        }"""
    )
    seen.page.keyboard.press("Backspace")
    seen.page.keyboard.press("Control+s")
    until(lambda: "企业.落地数" not in text(package, "problems"), "the figure is gone")
    assert "引进企业只有，且规模较小" in text(package, "problems")


def test_the_caret_stays_where_it_is_when_a_text_is_saved(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    seen.page.locator(".text-editor").click()
    seen.page.keyboard.press("Control+Home")

    def is_there(words: str) -> bool:
        return text(package, "problems").startswith(words)

    begins = ""
    for words in ("甲", "**乙**\n", "丙"):
        begins += words
        seen.page.keyboard.insert_text(words)
        seen.page.keyboard.press("Control+s")
        until(partial(is_there, f"{begins}会宁县"), "it is saved")
        seen.page.locator(".saved-state:text-is('')").wait_for(state="attached")


def test_what_is_saved_while_another_save_goes_on_is_saved_behind_it(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, "一。")
    for words in ("二。", "三。", "四。"):
        seen.page.keyboard.press("Control+s")
        seen.page.keyboard.insert_text(words)
    seen.page.keyboard.press("Control+s")
    until(lambda: text(package, "problems").rstrip().endswith("一。二。三。四。"), "all is saved")
    seen.page.locator(".saved-state:text-is('')").wait_for(state="attached")
    assert not seen.page.get_by_text("这段文字在别处改过了").is_visible()


def test_what_is_typed_while_a_save_is_taken_back_stays_below(
    seen: Opened, served: Served, package: Path
) -> None:
    before = text(package, "problems")
    editor(seen, served, package, "problems")
    write_at_end(seen, "存下的。")
    save(seen)
    with standing(served):
        seen.page.get_by_text("撤销上次保存").click()
        seen.page.locator(".text-editor").click()
        press(seen, "Control+Home")
        seen.page.keyboard.insert_text("新写的话。")
    seen.page.locator(".left-over", has_text="新写的话。").wait_for()
    assert text(package, "problems") == before
    assert "新写的话" not in seen.page.locator(".text-editor").inner_text()


@pytest.mark.parametrize("words", ["资金", ""])
def test_behind_a_figure_that_ends_a_text_one_can_write(
    seen: Opened, served: Served, package: Path, words: str
) -> None:
    path = package / "text" / "problems.md"
    path.write_text(f"{words}{{就业.合计}}\n", encoding="utf-8")
    editor(seen, served, package, "problems").click()
    seen.page.keyboard.type("abc")
    press(seen, "Control+End")
    seen.page.keyboard.type("de")
    press(seen, "Control+s")
    until(lambda: text(package, "problems") == f"{words}{{就业.合计}}abcde\n", "it is there")


def test_what_is_chosen_in_a_figure_is_all_of_it(
    seen: Opened, served: Served, package: Path
) -> None:
    path = package / "text" / "problems.md"
    path.write_text("资金{就业.合计}人。\n", encoding="utf-8")
    editor(seen, served, package, "problems")
    inside = """isOn => {
        const value = document.querySelector(".text-editor .chip-value").firstChild;
        const words = document.querySelector(".text-editor").firstChild;
        const ends = isOn ? [words, 1, value, 1] : [value, 1, words, 1];
        window.getSelection().setBaseAndExtent(...ends);
    }"""
    for is_on in (True, False):
        seen.page.locator(".text-editor").focus()
        seen.page.evaluate(inside, is_on)
        press(seen, "Delete")
        assert seen.page.locator(".text-editor").inner_text().strip() == "资人。"
        press(seen, "Control+z")


@pytest.mark.parametrize("words", ["甲段末。", "**甲**段末。"])
def test_the_line_that_was_begun_is_there_after_a_save(
    seen: Opened, served: Served, package: Path, words: str
) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, words)
    press(seen, "Enter", "Enter")
    save(seen)
    seen.page.keyboard.insert_text("乙段首。")
    press(seen, "Enter")
    save(seen)
    seen.page.keyboard.insert_text("丙。")
    save(seen)
    assert text(package, "problems").endswith(f"{words}\n\n乙段首。\n丙。\n")


def test_a_save_leaves_what_is_chosen_and_what_can_be_taken_back(
    seen: Opened, served: Served, package: Path
) -> None:
    shown = editor(seen, served, package, "problems")
    write_at_end(seen, "多余的话")
    seen.page.keyboard.insert_text("。")
    press(seen, "Shift+ArrowLeft", "Shift+ArrowLeft")
    save(seen)
    assert seen.page.evaluate("window.getSelection().toString()") == "话。"
    press(seen, "Control+z", "Control+z")
    assert "多余" not in shown.inner_text()


def test_a_figure_that_was_put_in_is_taken_back_alone(
    seen: Opened, served: Served, package: Path
) -> None:
    shown = editor(seen, served, package, "problems")
    chips = shown.locator(".chip").count()
    write_at_end(seen, "全年帮助就业")
    seen.page.fill(".figure-search input", "就业 人数")
    seen.page.get_by_text("帮助实现就业人数").click()
    assert shown.locator(".chip").count() == chips + 1
    press(seen, "Control+z")
    assert shown.locator(".chip").count() == chips
    assert "全年帮助就业" in shown.inner_text()
    press(seen, "Control+Shift+z", "a", "Control+s")
    until(lambda: text(package, "problems").endswith("全年帮助就业{就业.合计}a\n"), "it is there")


def test_a_figure_is_put_behind_what_was_typed_though_news_of_the_caret_come_late(
    seen: Opened, served: Served, package: Path
) -> None:
    """As on a machine so busy that a person is in the search before the browser tells."""
    editor(seen, served, package, "problems")
    stop = "event => event.stopImmediatePropagation()"
    seen.page.evaluate(f"window.addEventListener('selectionchange', {stop}, true)")
    write_at_end(seen, "去年甲乙")
    press(seen, "ArrowLeft")
    seen.page.fill(".figure-search input", "就业 人数")
    seen.page.get_by_text("帮助实现就业人数").click()
    save(seen)
    assert text(package, "problems").endswith("去年甲{就业.合计}乙\n")


def test_what_an_input_method_has_not_finished_is_not_saved(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, "先写。")
    method = seen.page.context.new_cdp_session(seen.page)
    begun = {"text": "ni hao", "selectionStart": 6, "selectionEnd": 6}
    method.send("Input.imeSetComposition", begun)
    press(seen, "Control+s")
    seen.page.wait_for_timeout(1000)
    assert "先写" not in text(package, "problems")
    method.send("Input.insertText", {"text": "你好"})
    until(lambda: "先写" in text(package, "problems"), "it is saved")
    assert text(package, "problems").endswith("先写。你好\n")


def test_two_clicks_take_one_save_back(seen: Opened, served: Served, package: Path) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, "一。")
    save(seen)
    once = text(package, "problems")
    seen.page.keyboard.insert_text("二。")
    save(seen)
    seen.page.get_by_text("撤销上次保存").dblclick()
    seen.page.get_by_text("已撤销上次保存。").wait_for()
    seen.page.wait_for_timeout(1000)
    assert text(package, "problems") == once
    assert not seen.page.get_by_text("没有做成").is_visible()


def test_a_save_of_nothing_new_writes_nothing_and_is_none_to_take_back(
    seen: Opened, served: Served, package: Path
) -> None:
    path = package / "text" / "problems.md"
    path.write_bytes("一句。\n\n\n".encode())
    editor(seen, served, package, "problems").click()
    save(seen)
    assert path.read_bytes() == "一句。\n\n\n".encode()
    assert seen.page.get_by_role("button", name="撤销上次保存").is_disabled()
    write_at_end(seen, "又一句。")
    save(seen)
    save(seen)
    seen.page.get_by_text("撤销上次保存").click()
    until(lambda: path.read_bytes() == "一句。\n\n\n".encode(), "one click takes it back")


def test_an_answer_to_what_is_asked_no_more_is_not_shown(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    search = seen.page.locator(".figure-search input")
    with standing(served):
        for words in ("就业", ""):
            search.fill(words)
            seen.page.wait_for_timeout(700)
    seen.page.wait_for_timeout(3000)
    assert seen.page.locator(".found").inner_text() == ""
    with standing(served):
        for words in ("就业", "资金", "会议"):
            search.fill(words)
            seen.page.wait_for_timeout(700)
    seen.page.locator(".figure-choice", has_text="会议").first.wait_for()
    seen.page.wait_for_timeout(2000)
    assert seen.page.locator(".figure-choice", has_text="会议").count()


def test_a_pasted_line_end_is_one_line_end(seen: Opened, served: Served, package: Path) -> None:
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    editor(seen, served, package, "problems")
    write_at_end(seen, "甲。")
    seen.page.evaluate("navigator.clipboard.writeText('一。\\n\\n二。\\n')")
    press(seen, "Control+v")
    seen.page.keyboard.insert_text("三。")
    press(seen, "Control+s")
    until(lambda: text(package, "problems").endswith("甲。一。\n\n二。\n三。\n"), "as it is seen")


@pytest.mark.parametrize("width", [600, 683, 900])
def test_in_a_narrow_window_there_is_room_to_write(
    seen: Opened, served: Served, package: Path, width: int
) -> None:
    seen.page.set_viewport_size({"width": width, "height": 768})
    paper = editor(seen, served, package, "problems").bounding_box()
    search = seen.page.locator(".figure-search").bounding_box()
    assert paper["width"] >= 0.4 * width
    assert search["y"] > paper["y"] and search["x"] + search["width"] <= width


def test_what_is_not_saved_is_there_after_a_reload(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, "还有一句。")
    seen.page.get_by_text("有改动没有保存").wait_for()
    seen.page.reload()
    seen.page.get_by_text("还有一句。").wait_for()
    assert "还有一句" not in text(package, "problems")
    seen.page.get_by_text("保存", exact=True).click()
    until(lambda: "还有一句。" in text(package, "problems"), "it is saved after all")


def test_what_somebody_else_wrote_is_told_and_never_overwritten(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "problems")
    write_at_end(seen, "我写的。")
    (package / "text" / "problems.md").write_text("别人写的。\n", encoding="utf-8")
    seen.page.get_by_text("保存", exact=True).click()
    seen.page.get_by_text("这段文字在别处改过了").wait_for()
    assert text(package, "problems") == "别人写的。\n"
    seen.page.get_by_text("读入现在的").click()
    seen.page.locator(".text-editor", has_text="别人写的。").wait_for()
    seen.page.locator(".left-over", has_text="我写的。").wait_for()


def test_it_is_noticed_without_saving(seen: Opened, served: Served, package: Path) -> None:
    editor(seen, served, package, "problems")
    (package / "text" / "problems.md").write_text("别人写的。\n", encoding="utf-8")
    seen.page.get_by_text("这段文字在别处改过了").wait_for()


def test_what_would_be_wrong_is_told_at_the_text_and_not_written(
    seen: Opened, served: Served, package: Path
) -> None:
    before = text(package, "problems")
    editor(seen, served, package, "problems")
    write_at_end(seen, "{{ x }}")
    seen.page.get_by_text("保存", exact=True).click()
    seen.page.get_by_text("文字里不能有花括号").wait_for()
    assert text(package, "problems") == before


def test_a_measure_is_a_text_too(seen: Opened, served: Served, package: Path) -> None:
    editor(seen, served, package, "measures.csv#2")
    write_at_end(seen, "加一句")
    seen.page.get_by_text("保存", exact=True).click()
    path = package / "measures.csv"
    until(lambda: "加一句" in path.read_text(encoding="utf-8-sig"), "the row is written")
    seen.page.get_by_text("撤销上次保存").click()
    until(lambda: "加一句" not in path.read_text(encoding="utf-8-sig"), "and taken back")


def test_html_in_names_and_texts_is_text(seen: Opened, served: Served, package: Path) -> None:
    path = package / "figures.csv"
    path.write_text(
        path.read_text(encoding="utf-8-sig").replace("东西部协作财政项目累计带动脱贫人口", EVIL),
        encoding="utf-8",
    )
    editor(seen, served, package, "problems")
    seen.page.fill(".figure-search input", "onerror")
    seen.page.get_by_text(EVIL).click()
    assert seen.page.locator(".chip", has_text=EVIL).count() == 1
    frame = preview(seen, served, package)
    frame.locator("[data-f]").first.click()
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.frames[-1].evaluate("window.hacked") is None


def test_neighbours_and_guidance_stand_around_the_text_and_no_code(
    seen: Opened, served: Served, package: Path
) -> None:
    editor(seen, served, package, "lead")
    seen.page.get_by_text("（下文）一、年度任务完成情况").wait_for()
    seen.page.get_by_text("怎么写：一段话").wait_for()
    shown = seen.page.inner_text("body")
    assert [word for word in ("{{", ".md", ".csv", "yaml", "键") if word in shown] == []
