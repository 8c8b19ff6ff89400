"""文字 in a real browser: a text with figures is written, saved, taken back, kept."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from support.browser import Opened, needs_browser
from support.preview_window import preview
from support.text_window import editor, press, save, standing, text, write_at_end
from support.workbench import Served, until

from generator.jobs.new import new

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("workbench")]

EVIL = "<img src=x onerror=window.hacked=1>"


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
