"""预览 in a real browser: from the page to its cells and texts, from a finding to what can be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.browser import Opened, needs_browser
from support.commands import run
from support.preview_window import knowing, preview
from support.workbench import Served

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.xdist_group("workbench")]


_SCROLLED = """async report => {
    for (let turn = 0; turn < 50 && report.scrollTop !== 900; turn++)
        await new Promise(done => setTimeout(done, 100));
    return report.scrollTop;
}"""
"""Where a report stands once it has been put back: the page does so after it is shown."""


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
    assert frame.locator("#report").evaluate(_SCROLLED) == 900
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
