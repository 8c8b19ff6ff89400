"""The page in a real browser: every figure answers, nothing is asked for elsewhere, a keyboard is enough."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from support.browser import Opened, needs_browser, opened
from support.packages import ROOT, drafted

from generator.jobs.draft import write
from generator.jobs.view import view
from generator.report.trace import occurrences

pytestmark = [pytest.mark.slow, needs_browser]
DATE = dt.datetime(2023, 11, 27, 9, 30)
PACKAGES = sorted(path.parent.name for path in ROOT.glob("data/*/report.yaml"))
ASK_ALL = """() => Array.from(document.querySelectorAll('#report [data-f]')).map(node => {
  node.click();
  const panel = document.getElementById('card');
  const cells = Array.from(panel.querySelectorAll('.cell')).map(cell => cell.textContent);
  const terms = Array.from(panel.querySelectorAll('dt')).map(term => term.textContent);
  const key = panel.querySelectorAll('dd')[terms.indexOf('键')].textContent;
  return [key, cells, node.textContent, node.classList.contains('on')];
})"""


def page_of(name: str, folder: Path) -> Path:
    view(ROOT / "data" / name, folder / "页.html", date=DATE)
    return folder / "页.html"


@pytest.mark.parametrize("name", PACKAGES)
def test_every_figure_answers_with_its_cells(tmp_path: Path, name: str) -> None:
    """Asked one by one, compared with what ``trace`` says of the same report."""
    wanted: dict[str, set[str]] = defaultdict(set)
    count = 0
    for item in occurrences(drafted(name).document):
        wanted[item.mark.key] |= {str(source) for source in item.mark.sources}
        count += bool(item.text)
    with opened(page_of(name, tmp_path)) as seen:
        answers = seen.page.evaluate(ASK_ALL)
    told: dict[str, set[str]] = defaultdict(set)
    for key, cells, _, lit in answers:
        told[key] |= set(cells)
        assert lit
    assert len(answers) == count
    assert told == wanted
    assert (seen.errors, seen.requests) == ([], [(tmp_path / "页.html").as_uri()])
    assert (tmp_path / "页.html").stat().st_size <= 800_000


def test_next_and_previous_go_round(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        page = seen.page
        at = page.evaluate(
            """() => { const nodes = Array.from(document.querySelectorAll('[data-f]'));
            return nodes.findIndex(n => nodes.filter(m => m.dataset.f === n.dataset.f).length > 2); }"""
        )
        page.locator("#report [data-f]").nth(at).click()
        first = lit(page)
        page.get_by_role("button", name="下一处").click()
        assert lit(page) != first
        page.get_by_role("button", name="上一处").click()
        assert lit(page) == first


def lit(page: Any) -> tuple[float, float]:
    """Where in the report the highlight is, in pixels of the whole page."""
    box = page.evaluate(
        """() => { const n = document.querySelector('#report .on'), r = n.getBoundingClientRect();
        return [r.left, r.top + document.getElementById('report').scrollTop]; }"""
    )
    return tuple(map(round, box))  # type: ignore[return-value]


def test_a_finding_leads_to_its_words(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        count = seen.page.locator("#todo button[data-r]").count()
        assert count > 0
        for index in range(count):
            seen.page.locator("#todo button[data-r]").nth(index).click()
            if seen.page.locator("#card li button").count():
                assert seen.page.locator("#report .on").first.is_visible()
        assert seen.errors == []


def test_search_by_name_key_and_number(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        for words in ("就业", "会议.常委会", "5600"):
            seen.page.fill("#q", words)
            assert seen.page.locator("#hits button").count() > 0
            seen.page.press("#q", "Enter")
            assert seen.page.locator("#report .on").is_visible()
        seen.page.fill("#q", "没有这样的数")
        assert "没有找到" in seen.page.inner_text("#hits")


def test_a_keyboard_is_enough(tmp_path: Path) -> None:
    with opened(page_of("zhouqu-2022", tmp_path)) as seen:
        page = seen.page
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # 跳到正文
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.f !== undefined"):
                break
        page.keyboard.press("Enter")
        assert page.locator("#card .cell").count() > 0
        page.keyboard.press("Tab")
        page.keyboard.press(" ")
        assert page.locator("#report .on").count() == 1


def axe(seen: Opened) -> list[str]:
    """The violations that axe calls serious or critical."""
    from axe_core_python.sync_playwright import Axe

    found = Axe().run(seen.page)["violations"]
    return [
        f"{item['id']}: {item['nodes'][0]['html'][:120]}"
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("name", ["huining-2021", "mentougou-2021"])
def test_axe_finds_nothing_serious(tmp_path: Path, name: str) -> None:
    with opened(page_of(name, tmp_path)) as seen:
        assert axe(seen) == []
        seen.page.locator("#report [data-f]").first.click()
        seen.page.locator("#todo button").first.click()
        assert axe(seen) == []


def test_a_word_file_with_and_without_its_package(tmp_path: Path) -> None:
    draft = drafted("zhouqu-2022")
    write(draft, tmp_path / "稿.docx")
    view(tmp_path / "稿.docx", tmp_path / "a.html", date=DATE)
    view(
        tmp_path / "稿.docx", tmp_path / "b.html", date=DATE, package=ROOT / "data" / "zhouqu-2022"
    )
    for name, figures in (("a.html", False), ("b.html", True)):
        with opened(tmp_path / name) as seen:
            answers = seen.page.evaluate(ASK_ALL)
            assert bool(answers) is figures
            assert all(cells for _, cells, _, _ in answers)
            assert (seen.errors, seen.requests) == ([], [(tmp_path / name).as_uri()])


def test_findings_are_numbered_on_paper(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator("#todo").is_visible()
        assert not seen.page.locator("#search").is_visible()
        assert seen.page.locator(".margin").first.is_visible()
        assert (
            seen.page.locator(".onpaper li").count() == seen.page.locator("#todo [data-r]").count()
        )
        assert seen.page.locator(".onpaper").is_visible()


def test_only_loose_numbers_have_the_colour_of_loose_numbers(tmp_path: Path) -> None:
    """A cell set to the left is no number without a source, and keeps its lines on paper."""
    with opened(page_of("huining-2021", tmp_path)) as seen:
        style = "node => { const s = getComputedStyle(node); return [s.backgroundColor, s.borderTopWidth]; }"
        cell = seen.page.locator("#report td.l").first
        assert cell.evaluate(style) == ["rgba(0, 0, 0, 0)", "1px"]
        seen.page.emulate_media(media="print")
        assert cell.evaluate(style)[1] != "0px"


@pytest.mark.parametrize("width", [683, 1024, 1366, 2560])
def test_no_text_is_cut_at_the_side(tmp_path: Path, width: int) -> None:
    """683 pixels are a window of 1366 at 200 %."""
    with opened(page_of("huining-2021", tmp_path), width=width) as seen:
        sizes = "() => { const m = document.getElementById('report'); return [m.scrollWidth, m.clientWidth]; }"
        whole, visible = seen.page.evaluate(sizes)
        assert whole <= visible
