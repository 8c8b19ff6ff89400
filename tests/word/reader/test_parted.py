"""What people see between digits parts them, though it is not read itself."""

from __future__ import annotations

import pytest
from support.crowded import MC, deleted, field, note
from support.wordfiles import W, package, paragraph, run

from generator.model.view import OBJECT
from generator.word.archive import Archive
from generator.word.reader import read
from generator.word.reader.wordfile import view_without_xml
from generator.word.wordml import parse_any

PAGE, COLUMN = (f'<w:r><w:br w:type="{sort}"/></w:r>' for sort in ("page", "column"))
RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
INLINE, ANCHORED = (
    f"<w:r><w:drawing><wp:{sort} {WP}/></w:drawing></w:r>" for sort in ("inline", "anchor")
)
SHAPE, FLOATING = (
    f'<w:r><w:pict><v:shape {V} style="{style}"/></w:pict></w:r>'
    for style in ("width:9pt", "position: absolute;width:9pt")
)
EMOJI = (
    '<w:r><x:symEx xmlns:x="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'x:font="甲" x:char="2611"/></w:r>'
)


def sign(char: str, font: str = "Symbol") -> str:
    """A sign of a font."""
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


NOTE = note("footnote", 2)
HIDDEN = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
CASES: dict[str, tuple[str, str]] = {
    "page": (run("共12") + PAGE + run("30个"), "共12\n30个"),
    "column": (run("共12") + COLUMN + run("30个"), "共12\n30个"),
    "page in a result": (field("REF a", run("共12") + PAGE + run("30个")), "共12\n30个"),
    "page in an instruction": (run("共12") + field(PAGE, run("30个")), "共1230个"),
    "page before all": (PAGE + run("甲"), "甲"),
    "page before all but a blank": (run(" ") + PAGE + run("甲"), " 甲"),
    "page behind all": (run("甲") + PAGE, "甲"),
    "page behind all but a blank": (run("甲") + PAGE + run(" "), "甲 "),
    "page alone": (PAGE, ""),
    "two pages": (run("甲") + PAGE + PAGE + run("乙"), "甲\n乙"),
    "page behind a line": (run("甲\n") + PAGE + run("乙"), "甲\n乙"),
    "page before a line": (run("甲") + PAGE + run("\n乙"), "甲\n乙"),
    "page where Word set one": (run("共12") + RENDERED + run("30个"), "共1230个"),
    "footnote": (run("12") + NOTE + run("30"), f"12{OBJECT}30"),
    "endnote": (run("12") + note("endnote", 2) + run("30"), f"12{OBJECT}30"),
    "note in a decimal": (run("12") + NOTE + run(".5"), f"12{OBJECT}.5"),
    "note behind a point": (run("12.") + NOTE + run("5"), f"12.{OBJECT}5"),
    "note before a blank": (run("12") + NOTE + run(" ") + run("5"), "12 5"),
    "note before a unit": (run("12") + NOTE + run("万元"), "12万元"),
    "note behind a mark": (run("甲，") + NOTE + run("12"), "甲，12"),
    "hidden note": (run("12") + HIDDEN + run("30"), "1230"),
    "note and deletion": (run("12") + NOTE + deleted("4") + run("30"), f"12{OBJECT}30"),
    "picture": (run("12") + INLINE + run("30"), f"12{OBJECT}30"),
    "picture beside": (run("12") + ANCHORED + run("30"), "1230"),
    "shape": (run("12") + SHAPE + run("30"), f"12{OBJECT}30"),
    "shape beside": (run("12") + FLOATING + run("30"), "1230"),
    "number of the page": (run("12") + "<w:r><w:pgNum/></w:r>" + run("30"), f"12{OBJECT}30"),
    "sign": (run("3") + sign("F0B1") + run("2"), "3±2"),
    "sign of another font": (run("3") + sign("F0B1", "甲") + run("2"), f"3{OBJECT}2"),
    "sign of Unicode": (run("3") + sign("2103", "宋体") + run("2"), "3℃2"),
    "sign that is none": (run("3") + sign("x") + run("2"), f"3{OBJECT}2"),
    "sign before words": (sign("F0FE") + run("甲"), "甲"),
    "box that is ticked": (run("3") + EMOJI + run("2"), "3☑2"),
}


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    content, expected = CASES[name]
    assert read(package(paragraph(content))).view.seen_texts == (expected,)


FOREIGN = run("3") + "<x:foo><w:r><w:t>9</w:t></w:r></x:foo>" + run("5")
FOREIGN_IN_RUN = "<w:r><w:t>3</w:t><x:foo><w:t>9</w:t></x:foo><w:t>5</w:t></w:r>"
MAY = 'mc:Ignorable="a x"'
PASSED_OVER: dict[str, tuple[str, str, str]] = {
    "ignorable": (FOREIGN, MAY, "35"),
    "ignorable in a run": (FOREIGN_IN_RUN, MAY, "35"),
    "ignorable in a result": (field("REF a", FOREIGN), MAY, "35"),
    "content is processed": (FOREIGN, f'{MAY} mc:ProcessContent="x:foo"', "395"),
    "all content is processed": (FOREIGN, f'{MAY} mc:ProcessContent="x:*"', "395"),
    "other content is processed": (FOREIGN, f'{MAY} mc:ProcessContent="x:bar a:foo"', "35"),
    "not ignorable": (FOREIGN, 'mc:Ignorable="a"', "395"),
}


@pytest.mark.parametrize("name", PASSED_OVER)
def test_what_word_passes_over(name: str) -> None:
    content, said, expected = PASSED_OVER[name]
    root = parse_any(
        f'<w:document {W} {MC} xmlns:a="urn:a" xmlns:x="urn:x" {said}><w:body>'
        f"{paragraph(content)}</w:body></w:document>".encode()
    )
    view = view_without_xml(Archive({}), root)
    assert view.seen_texts == (expected,)
