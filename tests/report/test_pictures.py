"""Pictures in texts: centred, no wider than the type area, with their caption; carried by a workbook."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path

import pytest
from support import invented
from support.pictures import image

from generator.jobs.check import check
from generator.jobs.compose import compose
from generator.jobs.draft import draft, drafted
from generator.jobs.regenerate import fresh
from generator.jobs.text import text
from generator.jobs.workbook import workbook
from generator.model.document import Picture
from generator.model.errors import DataError
from generator.model.view import OBJECT
from generator.package.read import load_package
from generator.word.reader import read

DATE = dt.datetime(2023, 11, 27)
SOURCE = "甲段。\n![图1 园区{就业.合计}](图/园区.png)\n乙段。\n"
MM = 36000
"""English Metric Units in a millimetre."""


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented.templates(tmp_path_factory.mktemp("kinds"))


def package(folder: Path, source: str = SOURCE, **files: bytes) -> Path:
    pictures = files or {"图/园区.png": image()}
    return invented.package(folder, text__problems_md=source, **pictures)


def body(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read("word/document.xml").decode()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "printed"),
    [
        ((60, 30), (15.875, 7.9375)),  # as it is, 96 dots an inch
        ((3000, 1200), (156.0, 62.4)),  # no wider than the type area
        ((300, 6000), (9.0, 180.0)),  # nor higher than four fifths of it
    ],
)
def test_a_picture_is_as_large_as_it_is_within_the_type_area(
    tmp_path: Path, kinds: Path, size: tuple[int, int], printed: tuple[float, float]
) -> None:
    source = package(tmp_path / "清河", **{"图/园区.png": image(*size)})
    draft(source, tmp_path / "稿.docx", date=DATE, templates=kinds)
    extent = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', body(tmp_path / "稿.docx"))
    assert extent is not None
    assert [int(side) / MM for side in extent.groups()] == pytest.approx(printed, abs=0.3)


def test_it_stands_centred_on_lines_of_its_own_above_its_caption(
    tmp_path: Path, kinds: Path
) -> None:
    draft(package(tmp_path / "清河"), tmp_path / "稿.docx", date=DATE, templates=kinds)
    paragraphs = re.findall(r"<w:p>.*?</w:p>", body(tmp_path / "稿.docx"))
    index = next(n for n, item in enumerate(paragraphs) if "<w:drawing>" in item)
    drawing, caption, below = paragraphs[index : index + 3]
    assert 'w:val="Centered"' in drawing and 'w:lineRule="auto"' in drawing
    assert "<w:keepNext/>" in drawing and 'descr="图1 园区200人"' in drawing
    assert all(f'dist{side}="0"' in drawing for side in "TBLR")
    assert 'w:val="Centered"' in caption and "图1 园区" in caption and "200人" in caption
    assert "乙段。" in below and "甲段。" in paragraphs[index - 1]
    assert "\n甲段。\n图1 园区200人\n乙段。\n" in text(tmp_path / "清河", templates=kinds)
    rules = [finding.rule for finding in check(tmp_path / "清河", templates=kinds).findings]
    assert "段末标点" not in rules


def test_the_same_picture_twice_and_one_without_a_caption(tmp_path: Path, kinds: Path) -> None:
    source = "![](图/园区.png)\n\n![图2](图/园区.png)"
    draft(package(tmp_path / "清河", source), tmp_path / "稿.docx", date=DATE, templates=kinds)
    ids = re.findall(r'<wp:docPr id="(\d+)"', body(tmp_path / "稿.docx"))
    assert ids == ["1", "2"]
    with zipfile.ZipFile(tmp_path / "稿.docx") as file:
        assert [name for name in file.namelist() if "media" in name] == ["word/media/image1.png"]


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_may_lie_beside_the_text(tmp_path: Path, kinds: Path, form: str) -> None:
    name = f"园区.{form.lower()}"
    source = package(tmp_path / "清河", f"![图]({name})", **{f"text/{name}": image(form=form)})
    blocks = compose(source, templates=kinds).document.sections[0].blocks
    assert [block.file for block in blocks if isinstance(block, Picture)] == [name]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("图/没有.png", "没有图“图/没有.png”"),
        ("../园区.png", "图“../园区.png”不在数据包里"),
        ("/etc/passwd", "图“/etc/passwd”不在数据包里"),
        ("http://a.cn/b.png", "图“http://a.cn/b.png”不在数据包里"),
        ("图/坏.png", "“图/坏.png”不是图，或图坏了"),
        ("图/文.png", "“图/文.png”不是图，或图坏了"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_an_error_with_its_line(
    tmp_path: Path, kinds: Path, written: str, message: str
) -> None:
    pictures = {"图/坏.png": image()[:20], "图/文.png": "甲".encode()}
    source = package(tmp_path / "清河", f"甲。\n\n![图]({written})\n", **pictures)
    with pytest.raises(DataError) as caught:
        compose(source, templates=kinds)
    problem = caught.value.problems[0]
    assert (problem.file, problem.row) == ("text/problems.md", 3)
    assert problem.message == message


@pytest.mark.slow
def test_a_workbook_carries_the_pictures_there_and_back(tmp_path: Path) -> None:
    data = image(70, 20)
    source = package(
        tmp_path / "清河", indicators_csv="代码,数值\n".encode(), **{"图/园区.png": data}
    )
    workbook(source, tmp_path / "清河.xlsx")
    workbook(tmp_path / "清河.xlsx", tmp_path / "转回")
    assert (tmp_path / "转回" / "图" / "园区.png").read_bytes() == data
    assert (tmp_path / "转回" / "text" / "problems.md").read_text(encoding="utf-8") == SOURCE
    assert compose(tmp_path / "清河.xlsx").dataset.pictures == {"图/园区.png": data}


def test_a_caption_follows_the_data_in_an_edited_file(tmp_path: Path, kinds: Path) -> None:
    first, second = tmp_path / "稿.docx", tmp_path / "新稿.docx"
    draft(package(tmp_path / "清河"), first, date=DATE, templates=kinds)
    form = tmp_path / "清河" / "indicators.csv"
    form.write_text(form.read_text(encoding="utf-8").replace("120", "130"), encoding="utf-8")
    result = draft(tmp_path / "清河", second, date=DATE, edited=first, plain=True, templates=kinds)
    assert result.regenerated is not None and result.regenerated.written == second
    assert "<w:drawing>" in body(second)
    assert "图1 园区" in body(second) and "210人" in body(second)


def test_a_picture_is_as_wide_as_asked_for_and_numbered(tmp_path: Path, kinds: Path) -> None:
    source = "![#园区](图/园区.png 80mm)\n\n![厂房](图/园区.png)\n\n![#](图/园区.png 30 毫米)"
    draft(package(tmp_path / "清河", source), tmp_path / "稿.docx", date=DATE, templates=kinds)
    widths = re.findall(r'<wp:extent cx="(\d+)"', body(tmp_path / "稿.docx"))
    assert [int(width) / MM for width in widths] == pytest.approx([80, 15.875, 30], abs=0.1)
    printed = text(tmp_path / "清河", templates=kinds)
    assert "\n图1　园区\n厂房\n图2\n" in printed


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("80", "图的宽度写的是“80”，看不懂"),
        ("8cm", "图的宽度写的是“8cm”，看不懂"),
        ("200mm", "图的宽度200毫米，应当在5到156毫米（版心宽）之间"),
        ("0mm", "图的宽度0毫米，应当在5到156毫米（版心宽）之间"),
    ],
)
def test_a_width_that_cannot_be_is_an_error_with_its_line(
    tmp_path: Path, kinds: Path, written: str, message: str
) -> None:
    source = package(tmp_path / "清河", f"甲段。\n\n![图](图/园区.png {written})")
    with pytest.raises(DataError) as caught:
        compose(source, templates=kinds)
    assert [(item.row, item.message) for item in caught.value.problems] == [(3, message)]


TWO = "甲段。\n![园区](图/园区.png)\n乙段。\n![工地](图/工地.png)\n"
SAME = "![园区](图/园区.png)\n\n甲段。\n\n![园区](图/园区.png)\n"
FILES = {f"图/{name}.png": image() for name in ("园区", "工地", "村貌")}


def names_of(folder: Path, kinds: Path, source: str) -> list[tuple[str, str]]:
    """The id and the text of each paragraph of the base of a draft."""
    made, _ = drafted(*load_package(package(folder, source, **FILES), kinds))
    return [(block.id, block.text) for block in fresh(made)[0].draft.blocks]


@pytest.mark.parametrize("source", [TWO, SAME, TWO + TWO], ids=["two", "same", "again"])
def test_no_two_paragraphs_of_pictures_bear_one_name(
    tmp_path: Path, kinds: Path, source: str
) -> None:
    names = [name for name, _ in names_of(tmp_path / "清河", kinds, source)]
    assert len(set(names)) == len(names)


def test_a_picture_keeps_its_name_when_another_comes_before_it(tmp_path: Path, kinds: Path) -> None:
    more = TWO.replace("甲段。", "甲段。\n![村貌](图/村貌.png)")
    before, after = (
        {text: name for name, text in names_of(tmp_path / folder, kinds, source)}
        for folder, source in (("一", TWO), ("二", more))
    )
    assert [after[text] for text in ("园区", "工地")] == [before[text] for text in ("园区", "工地")]


def test_a_caption_that_changes_changes_alone(tmp_path: Path, kinds: Path) -> None:
    source = package(tmp_path / "清河", TWO, **FILES)
    draft(source, tmp_path / "稿.docx", date=DATE, templates=kinds)
    (source / "text" / "problems.md").write_text(TWO.replace("工地", "工地全景", 1), "utf-8")
    done = draft(
        source, tmp_path / "新.docx", edited=tmp_path / "稿.docx", date=DATE, templates=kinds
    )
    assert done.regenerated is not None and not done.regenerated.needs_person
    texts = [para.text for para in read((tmp_path / "新.docx").read_bytes()).view.paras]
    assert texts.count("工地全景") == 1 and "工地" not in texts and texts.count("园区") == 1
    assert sum(text == OBJECT for text in texts) == 2
