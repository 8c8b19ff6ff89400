"""The page in a real browser: every figure answers, nothing is asked for elsewhere, a keyboard is enough."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from support.browser import Opened, by_hand, needs_browser, opened
from support.packages import ROOT, drafted

from generator.jobs.draft import write
from generator.jobs.view import view
from generator.report.trace import occurrences

pytestmark = [pytest.mark.slow, needs_browser]
DATE = dt.datetime(2023, 11, 27, 9, 30)
ALWAYS = ("huining-2021", "liuxi-2023-openness")
PACKAGES = [
    pytest.param(name, marks=() if name in ALWAYS else by_hand)
    for name in sorted(path.parent.name for path in ROOT.glob("data/*/report.yaml"))
]
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


def focus(page: Any) -> str:
    """The id of what has the focus, for a figure its number among all."""
    answer: str = page.evaluate(
        """() => { const node = document.activeElement;
        const at = Array.from(document.querySelectorAll('#report [data-f]')).indexOf(node);
        return at >= 0 ? String(at) : node.id || node.dataset.r || node.textContent; }"""
    )
    return answer


def tab_to_a_figure(page: Any, beyond: int = 0) -> str:
    """Past the link 跳到正文, then from figure to figure; the number of that figure."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.f !== undefined"):
            if not beyond:
                break
            beyond -= 1
    return focus(page)


def test_a_keyboard_is_enough(tmp_path: Path) -> None:
    """From a figure into its card, on to the next place, back, and out to the figure."""
    with opened(page_of("zhouqu-2022", tmp_path)) as seen:
        page = seen.page
        figure = tab_to_a_figure(page)
        page.keyboard.press("Enter")
        assert focus(page) == "card"
        assert page.locator("#card .cell").count() > 0
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('card').contains(document.activeElement)")
        page.keyboard.press("Escape")
        assert focus(page) == figure
        assert page.locator("#card .cell").count() == 0 and page.locator("#report .on").count() == 0
        page.keyboard.press(" ")
        assert focus(page) == "card"


def test_a_keyboard_goes_to_the_next_place_and_back(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        page = seen.page
        several = page.evaluate(
            """() => { const nodes = Array.from(document.querySelectorAll('#report [data-f]'));
            const node = nodes.find(n => nodes.filter(m => m.dataset.f === n.dataset.f).length > 2);
            node.focus(); return String(nodes.indexOf(node)); }"""
        )
        page.keyboard.press("Enter")
        first = lit(page)
        assert not page.locator("#back").is_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert focus(page) == "下一处" and lit(page) != first
        assert page.locator("#back").is_visible()
        page.keyboard.press("Alt+ArrowLeft")
        assert lit(page) == first and focus(page) == several
        assert not page.locator("#back").is_visible()


def test_from_the_list_to_the_words_and_back(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        page = seen.page
        top = "document.getElementById('report').scrollTop"
        page.locator('#todo [data-r="1"]').click()
        assert focus(page) == "card" and page.evaluate(top) > 0
        page.locator('#todo [data-r="3"]').click()
        page.get_by_role("button", name="返回").click()
        assert focus(page) == "3"
        assert page.locator("#card h2").inner_text().startswith("1")
        page.get_by_role("button", name="返回").click()
        assert focus(page) == "1" and page.evaluate(top) == 0
        assert page.locator("#report .on").count() == 0


def test_a_count_leads_to_its_group(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        page = seen.page
        for link in page.locator(".counts a").all():
            link.click()
            target = page.locator(link.get_attribute("href"))
            assert target.is_visible()
            assert target.evaluate("node => node.contains(document.activeElement)")
            assert target.evaluate("node => !node.matches('details') || node.open")
        assert page.url.endswith(".html")


def test_a_figure_in_one_place_has_no_next(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        alone, cut = seen.page.evaluate(
            """() => { const nodes = Array.from(document.querySelectorAll('#report [data-f]'));
            const card = document.getElementById('card'), key = n => { n.click(); return card.querySelector('dd').textContent; };
            const keys = nodes.map(key), places = k => keys.filter(other => other === k).length;
            const alone = nodes.filter((n, at) => places(keys[at]) === 1).map(n => { n.click();
              return [card.textContent.includes('只此一处'), card.querySelectorAll('.moves').length]; });
            nodes.filter((n, at) => places(keys[at]) > 1)[0].click();
            const cut = Array.from(card.querySelectorAll('ol button')).map(b => b.textContent);
            return [alone, cut]; }"""
        )
        assert alone and all(said == [True, 0] for said in alone)
        lines = seen.page.evaluate(
            """() => Array.from(document.querySelectorAll('#report [data-n],#report tr')).map(line => {
            const copy = line.cloneNode(true);
            copy.querySelectorAll('.margin').forEach(node => node.remove());
            return (copy.matches('tr') ? Array.from(copy.cells).map(c => c.textContent).join(' ') : copy.textContent); })"""
        )
        for words in cut:
            plain = words.strip("…")
            assert any(
                (line.startswith(plain) or words[0] == "…")
                and (line.endswith(plain) or words[-1] == "…")
                for line in lines
                if plain in line
            )


def test_a_list_of_hits_tells_them_apart_and_goes_away(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path)) as seen:
        page = seen.page
        page.fill("#q", "脱贫劳动力数")
        hits = page.locator("#hits button").all_inner_texts()
        assert len(hits) > 1
        names = [hit.split("\u3000")[0] for hit in hits]
        assert len(set(names)) == len(names)
        page.keyboard.press("Escape")
        assert page.locator("#hits li").count() == 0 and focus(page) == "q"
        page.fill("#q", "人")
        count = page.locator("#hits button").count()
        more = page.locator("#hits .more").inner_text()
        assert more.startswith("还有") and int(more[2:-1]) > 0 and count == 30
        page.locator("#hits button").nth(2).click()
        assert page.locator("#hits li").count() == 0 and focus(page) == "card"


@pytest.mark.parametrize("name", PACKAGES)
def test_no_table_is_cut_on_paper(tmp_path: Path, name: str) -> None:
    """174 mm are left of A4 between the margins, 658 pixels."""
    with opened(page_of(name, tmp_path), width=658) as seen:
        seen.page.emulate_media(media="print")
        right = "() => Array.from(document.querySelectorAll('#report table')).map(t => t.getBoundingClientRect().right)"
        assert all(edge <= 658 for edge in seen.page.evaluate(right))


def test_a_window_at_200_percent_is_left_to_the_text(tmp_path: Path) -> None:
    with opened(page_of("huining-2021", tmp_path), width=683, height=384) as seen:
        head = seen.page.locator("header").bounding_box()["height"]
        assert head <= 384 / 4
        text = seen.page.locator("#report").bounding_box()["height"]
        assert text >= 384 / 2


def axe(seen: Opened) -> list[str]:
    """The violations that axe calls serious or critical."""
    from axe_core_python.sync_playwright import Axe

    found = Axe().run(seen.page)["violations"]
    return [
        f"{item['id']}: {item['nodes'][0]['html'][:120]}"
        for item in found
        if item["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("name", ["huining-2021", pytest.param("mentougou-2021", marks=by_hand)])
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
