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
from support.wordfiles import with_words

from generator.jobs.draft import draft
from generator.jobs.view import view
from generator.model.errors import InputError
from generator.model.view import SeenCell, SeenLook, SeenParagraph, SeenRow
from generator.report.view import blocks_of_file

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
    assert total["f"] == "赴东部就业+省内就业"
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
    links = [a[n] or "" for _, a in tags.seen for n in ("src", "href", "action") if n in a]
    idents = [a["id"] for _, a in tags.seen if "id" in a]
    assert links and all(link[:1] == "#" and link[1:] in idents for link in links)


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


def test_made_again_it_says_nothing_where_it_reads_the_same(tmp_path: Path, kinds: Path) -> None:
    """Accepting a finding changes report.yaml and no word of the report."""
    page(tmp_path / "清河", kinds)
    settings = (tmp_path / "清河" / "report.yaml").read_text("utf-8")
    accepted = f"{settings}\nchecks:\n  accept:\n    - {{rule: 用语, reason: 引用}}\n"
    assert "上一版" not in page(tmp_path / "清河", kinds, report_yaml=accepted)


def test_a_page_of_somebody_else_is_kept(tmp_path: Path, kinds: Path) -> None:
    (tmp_path / "页.html").write_text("我的网页", encoding="utf-8")
    page(tmp_path / "清河", kinds)
    assert (tmp_path / "页.html.bak").read_text(encoding="utf-8") == "我的网页"


@pytest.mark.parametrize("change", [("清河", "青河"), ("\n", "\r\n"), ("<!-- nigao ", "<!-- ")])
def test_a_page_that_a_person_changed_is_kept(
    tmp_path: Path, kinds: Path, change: tuple[str, str]
) -> None:
    page(tmp_path / "清河", kinds)
    edited = (tmp_path / "页.html").read_bytes().replace(*(word.encode() for word in change))
    (tmp_path / "页.html").write_bytes(edited)
    again = page(tmp_path / "清河", kinds)
    assert (tmp_path / "页.html.bak").read_bytes() == edited
    assert "上一版" not in again


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
    assert "赴东部就业（就业.赴东部）：文中是“120人”，数据是“150人”" in written
    assert "人改过的文字" not in written


def test_a_word_file_alone_has_text_and_findings(tmp_path: Path) -> None:
    from docx import Document

    word = Document()
    word.add_paragraph("全乡812人，务工57人，占总人口的8.2%。")
    word.save(str(tmp_path / "稿.docx"))
    viewed = view(tmp_path / "稿.docx", tmp_path / "页.html", date=DATE)
    written = (tmp_path / "页.html").read_text(encoding="utf-8")
    assert (viewed.figures, viewed.findings) == (0, 1)
    assert '<mark data-m="1">' in written and "全乡" in written


# --- what a person has to look at -----------------------------------------------------------------------------------


def groups(text: str) -> list[tuple[str, str]]:
    """The groups of the list in their order: title with the count, and what stands in it."""
    return re.findall(r"<summary>(.*?)</summary>(.*?)</details>", text, re.S)


def test_the_first_lines_count_what_there_is(tmp_path: Path, kinds: Path) -> None:
    """Each group has its count above, which leads to it; the findings by how grave they are."""
    written = page(tmp_path / "清河", kinds)
    counts = re.findall(r'<a href="#(\w+)">(.*?) <b>(\d+)</b></a>', written)
    grave = {"error": "错误", "warning": "提醒", "info": "供参考"}
    for target, words, count in counts:
        if target in grave:
            assert words == grave[target]
            assert written.count(f'<li class="{target}"') == int(count)
        else:
            assert f'<details id="{target}"><summary>{words}（{count}）' in written
    assert len([1 for target, _, _ in counts if target not in grave]) == len(
        [title for title, _ in groups(written) if not title.startswith("检查发现")]
    )
    assert "还没有填的" in [words for _, words, _ in counts]


@pytest.fixture
def written(tmp_path: Path, kinds: Path) -> Path:
    """A draft as Word file, its package (清河) beside it."""
    draft(package(tmp_path / "清河"), tmp_path / "稿.docx", date=DATE, templates=kinds)
    return tmp_path / "稿.docx"


def page_of_file(file: Path, kinds: Path, *, alone: bool = False) -> str:
    folder = None if alone else file.parent / "清河"
    view(file, file.parent / "页.html", date=DATE, package=folder, templates=kinds)
    return (file.parent / "页.html").read_text(encoding="utf-8")


def test_a_figure_that_people_changed_comes_first(written: Path, kinds: Path) -> None:
    """By its name, with a way to it; it is not told once more as words."""
    shown = page_of_file(with_words(written, "120人", "125人"), kinds)
    title, tasks = groups(shown)[0]
    assert title == "和数据不一致的数（1）"
    assert "赴东部就业（就业.赴东部）：文中是“125人”，数据是“120人”" in tasks
    line, at = re.findall(r'data-l="(\d+)" data-c="(\d+)"', tasks)[0]
    start = re.search(rf'data-n="{line}" data-a="0"[^>]*>(.*?)125人', shown)
    assert start is not None and len(re.sub(r"<[^>]*>", "", start[1])) == int(at)
    assert "人改过的文字" not in shown


def test_words_that_people_changed_are_told(written: Path, kinds: Path) -> None:
    assert "人改过的文字" not in page_of_file(written, kinds)
    shown = page_of_file(with_words(written, "就业", "务工"), kinds)
    tasks = dict(groups(shown))
    changed = next(tasks[title] for title in tasks if title.startswith("人改过的文字"))
    assert "〔就业〕" in changed and "〔务工〕" in changed and 'data-l="' in changed


# --- what things are called -----------------------------------------------------------------------------------------


def test_no_figure_has_an_english_name(tmp_path: Path, kinds: Path) -> None:
    """An entry of report.yaml is called as its key ends, a cell of a record by its record."""
    folder = tmp_path / "清河"
    cards = data(page(folder, kinds, **invented.EXAMPLE_RECORDS))["cards"]
    names = {str(card["k"]): str(card.get("n", "")) for card in cards}
    assert names["公文.年度"] == "年度"
    assert [key for key, name in names.items() if not re.search("[\u4e00-\u9fff]", name)] == []
    of_records = {key: name for key, name in names.items() if key.startswith("政策文件[方案]")}
    assert of_records and all(name.endswith("（方案）") for name in of_records.values())


def test_what_the_page_was_made_of(written: Path, kinds: Path) -> None:
    assert "用数据包 清河 写出，数据 " in page(written.parent / "清河", kinds)
    assert "Word 文件 稿.docx，对照数据包 清河，数据 " in page_of_file(written, kinds)
    assert "Word 文件 稿.docx，2023-11-27" in page_of_file(written, kinds, alone=True)


def test_the_legend_names_what_the_page_has(written: Path, kinds: Path) -> None:
    whole, alone = page_of_file(written, kinds), page_of_file(written, kinds, alone=True)
    assert "随数据的数" in whole and 'id="q"' in whole
    assert "随数据的数" not in alone and 'id="q"' not in alone
    for shown in (whole, alone):
        assert ("<mark>检查发现</mark>" in shown) is ('data-r="1"' in shown)


def test_a_word_file_is_called_by_its_title(written: Path, kinds: Path, tmp_path: Path) -> None:
    from docx import Document

    title = re.search(r"<title>(.*?)</title>", page_of_file(written, kinds))
    assert title is not None and "清河县" in title[1] and "稿" not in title[1]
    word = Document()
    word.add_paragraph("没有标题的一段话。")
    word.save(str(tmp_path / "没题.docx"))
    assert "<title>没题</title>" in page_of_file(tmp_path / "没题.docx", kinds, alone=True)


def test_a_masthead_in_a_table_is_set_as_one() -> None:
    """Right above the number of the document; any other table is one."""
    number = SeenParagraph("清农领发〔2023〕12号", SeenLook("DocumentNumber"))
    rows = [
        SeenRow(0, (SeenCell(("清河县农业农村局",)), SeenCell(("文件",), 1))),
        SeenRow(0, (SeenCell(("清河县财政局",)), SeenCell(("",), 1, goes_on=True))),
    ]
    blocks = blocks_of_file([*rows, number], {}, {})
    assert [(block.role, block.lines[0].text) for block in blocks] == [
        ("organ", "清河县农业农村局"),
        ("organ", "清河县财政局"),
        ("organ", "文件"),
        ("number", "清农领发〔2023〕12号"),
    ]
    assert [block.role for block in blocks_of_file([number, *rows], {}, {})] == ["number", "table"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("没有", "-o", "页.html"), "没有这个数据包"),
        (("没有.docx", "-o", "页.html"), "没有这个文件"),
        (("{package}", "-o", "页.txt"), "输出的文件名要以 .html 结尾"),
        (("{package}",), "缺少"),
        (("{package}", "稿.docx", "-o", "页.html"), "Word 文件写在前面"),
        (("{package}", "{package}", "-o", "页.html"), "写在数据包后面"),
    ],
)
def test_a_wrong_call(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    given = [word.format(package=tmp_path) if "{" in word else word for word in words]
    code, errors, _ = run("view", *given)
    assert code == 2 and len(errors) == 1 and told in errors[0]


def test_an_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.html"):
        view(tmp_path / "没有", tmp_path / "页.pdf", date=DATE)
