"""The page as text: inert, self-contained, for old browsers, and honest about its data."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support import invented
from support.commands import run

from generator.jobs.draft import draft
from generator.jobs.view import view
from generator.model.errors import InputError

ROOT = Path(__file__).parents[3] / "generator" / "report" / "view"
DATE = dt.datetime(2023, 11, 27, 9, 30)


@pytest.fixture
def kinds(tmp_path: Path) -> Path:
    return invented.templates(tmp_path / "kinds")


def package(folder: Path, **files: str | bytes | None) -> Path:
    return invented.package(folder, **files)


def page(folder: Path, kinds: Path, **files: str | bytes | None) -> str:
    target = folder.parent / "页.html"
    view(package(folder, **files), target, date=DATE, templates=kinds)
    return target.read_text(encoding="utf-8")


def data(text: str) -> dict[str, list[dict[str, object]]]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.S)
    assert match is not None
    found: dict[str, list[dict[str, object]]] = json.loads(match[1])
    return found


def test_a_figure_names_its_cell(tmp_path: Path, kinds: Path) -> None:
    cards = {card["k"]: card for card in data(page(tmp_path / "清河", kinds))["cards"]}
    assert cards["就业.赴东部"]["s"] == [["indicators.csv 第3行“数值”", "120人", ""]]
    assert cards["就业.赴东部"]["v"] == "120人"


def test_a_computed_figure_names_its_parts(tmp_path: Path, kinds: Path) -> None:
    cards = {card["k"]: card for card in data(page(tmp_path / "清河", kinds))["cards"]}
    total = cards["就业.合计"]
    assert total["f"] == "{就业.赴东部}+{就业.省内}"
    assert [part[0] for part in total["p"]] == ["就业.赴东部", "就业.省内"]
    assert [part[2] for part in total["p"]] == ["120人", "80人"]


def test_last_year_and_the_change(tmp_path: Path, kinds: Path) -> None:
    package(
        tmp_path / "清河-2022",
        report_yaml=invented.REPORT.replace("2023", "2022"),
        indicators_csv=invented.INDICATORS.replace("120", "100"),
    )
    report = invented.REPORT + "previous: 清河-2022\n"
    cards = {c["k"]: c for c in data(page(tmp_path / "清河", kinds, report_yaml=report))["cards"]}
    assert (cards["就业.赴东部"]["l"], cards["就业.赴东部"]["c"]) == ("100人", "增长20%")


# What a cell or a name may hold, and must not do.
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><b>",
    "&lt;i&gt;",
    "javascript:alert(1)",
]


class Tags(HTMLParser):
    """The tags and attributes of a page, and where they lead."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_stands_in_a_cell_is_inert(tmp_path: Path, kinds: Path, text: str) -> None:
    quoted = text.replace('"', '""')
    written = page(
        tmp_path / "清河",
        kinds,
        indicators_csv=f'代码,数值,来源\n1.1.1,120,"{quoted}"\n1.1.2,80,\n',
    )
    tags = Tags()
    tags.feed(written)
    assert sum(tag == "script" for tag, _ in tags.seen) == 2
    assert not [tag for tag, _ in tags.seen if tag == "img"]
    assert not [name for _, attributes in tags.seen for name in attributes if name.startswith("on")]


def test_nothing_outside_is_asked_for(tmp_path: Path, kinds: Path) -> None:
    tags = Tags()
    tags.feed(page(tmp_path / "清河", kinds))
    links = [a[n] for _, a in tags.seen for n in ("src", "href", "action") if n in a]
    assert links == ["#report"]


# --- old browsers ---------------------------------------------------------------------------------------------------

# Chrome 80 does not know these; each with the version that does.
TOO_NEW_CSS = {
    r":has\(": 105,
    r":is\(": 88,
    r":where\(": 88,
    r":focus-visible": 86,
    r"\binset\s*:": 87,
    r"aspect-ratio": 88,
    r"@container": 105,
    r"@layer": 99,
    r"accent-color": 93,
    r"content-visibility": 85,
    r"\d[dsl]v[hw]\b": 108,
    r"color-mix\(": 111,
    r"text-wrap": 114,
    r"[{;]\s*gap\s*:": 84,
}
TOO_NEW_JS = {
    r"\?\?=": 85,
    r"\|\|=": 85,
    r"&&=": 85,
    r"\.at\(": 92,
    r"\.replaceAll\(": 85,
    r"Object\.hasOwn": 93,
    r"structuredClone": 98,
    r"\.findLast": 97,
    r"#\w+\s*[=(;]": 84,
    r"\bawait\b": 89,
    r"Promise\.any": 85,
    r"\d_\d": 75,
    r"toSorted": 110,
}


@pytest.mark.parametrize("pattern", TOO_NEW_CSS)
def test_the_style_is_for_chrome_80(pattern: str) -> None:
    assert not re.search(pattern, (ROOT / "view.css").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pattern", TOO_NEW_JS)
def test_the_script_is_for_chrome_80(pattern: str) -> None:
    assert not re.search(pattern, (ROOT / "view.js").read_text(encoding="utf-8"))


# --- older data -----------------------------------------------------------------------------------------------------


def test_the_page_names_its_data_and_the_time(tmp_path: Path, kinds: Path) -> None:
    written = page(tmp_path / "清河", kinds)
    assert re.search(r'<meta name="nigao-data" content="[0-9a-f]{64} 2023-11-27 09:30">', written)


def test_made_again_it_says_what_changed(tmp_path: Path, kinds: Path) -> None:
    page(tmp_path / "清河", kinds)
    assert "上一版" not in page(tmp_path / "清河", kinds)
    again = page(tmp_path / "清河", kinds, indicators_csv=invented.INDICATORS.replace("120", "150"))
    assert "上一版（2023-11-27 09:30）以后数据有变，2个数不同" in again
    assert "赴东部就业：120人 → 150人" in again
    assert not list(tmp_path.glob("*.bak"))


def test_a_page_of_somebody_else_is_kept(tmp_path: Path, kinds: Path) -> None:
    (tmp_path / "页.html").write_text("我的网页", encoding="utf-8")
    page(tmp_path / "清河", kinds)
    assert (tmp_path / "页.html.bak").read_text(encoding="utf-8") == "我的网页"


def test_a_word_file_of_older_data_says_so(tmp_path: Path, kinds: Path) -> None:
    folder = package(tmp_path / "清河")
    draft(folder, tmp_path / "稿.docx", date=DATE, templates=kinds)
    fresh = view(
        tmp_path / "稿.docx", tmp_path / "a.html", date=DATE, package=folder, templates=kinds
    )
    assert fresh.stale == ()
    package(folder, indicators_csv=invented.INDICATORS.replace("120", "150"))
    old = view(
        tmp_path / "稿.docx", tmp_path / "b.html", date=DATE, package=folder, templates=kinds
    )
    assert len(old.stale) == 1 and "这份文件由别的数据写出" in old.stale[0]
    written = (tmp_path / "b.html").read_text(encoding="utf-8")
    assert "就业.赴东部：文中是“120人”，数据是“150人”" in written


def test_a_word_file_alone_has_text_and_findings(tmp_path: Path) -> None:
    from docx import Document

    word = Document()
    word.add_paragraph("全乡812人，务工57人，占总人口的8.2%。")
    word.save(str(tmp_path / "稿.docx"))
    viewed = view(tmp_path / "稿.docx", tmp_path / "页.html", date=DATE)
    written = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert (viewed.figures, viewed.findings) == (0, 1)
    assert '<mark data-m="1">' in written and "全乡" in written


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("没有", "-o", "页.html"), "没有这个数据包"),
        (("没有.docx", "-o", "页.html"), "没有这个文件"),
        (("{package}", "-o", "页.txt"), "输出的文件名要以 .html 结尾"),
        (("{package}",), "缺少"),
    ],
)
def test_a_wrong_call(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    given = [word.format(package=tmp_path) if "{" in word else word for word in words]
    code, errors, _ = run("view", *given)
    assert code == 2 and len(errors) == 1 and told in errors[0]


def test_an_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.html"):
        view(tmp_path / "没有", tmp_path / "页.pdf", date=DATE)
