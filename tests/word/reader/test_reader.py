"""What the reader sees in the XML that Word, WPS and LibreOffice write: the view with all changes accepted."""

from __future__ import annotations

import pytest
from support.wordfiles import change, package, paragraph, run

from generator.word.reader import OBJECT, CellLocation, Span, read

DEL = "<w:r><w:delText>乙</w:delText></w:r>"
MARK_GONE = '<w:rPr><w:del w:id="9" w:author="张三"/></w:rPr>'
TABLE = "<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>"
ROW = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

CASES: dict[str, tuple[str, list[str]]] = {
    "plain": (paragraph(run("甲") + run("乙")), ["甲乙"]),
    "tab and line end": (paragraph(run("甲\t乙\n丙")), ["甲\t乙\n丙"]),
    "insertion": (paragraph(run("甲") + change("ins", run("乙"), 1)), ["甲乙"]),
    "deletion": (paragraph(run("甲") + change("del", DEL, 1)), ["甲"]),
    "deletion in an insertion": (
        paragraph(run("甲") + change("ins", change("del", DEL, 2), 1)),
        ["甲"],
    ),
    "moved": (
        paragraph(change("moveFrom", run("甲"), 1)) + paragraph(change("moveTo", run("甲"), 2)),
        ["", "甲"],
    ),
    "deleted mark": (paragraph(run("甲"), MARK_GONE) + paragraph(run("乙")), ["甲乙"]),
    "hyperlink": (paragraph(f'<w:hyperlink w:anchor="x">{run("甲")}</w:hyperlink>'), ["甲"]),
    "inline control": (
        paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲')}</w:sdtContent></w:sdt>"),
        ["甲"],
    ),
    "bound control": (
        paragraph(
            "<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>"
            + run("甲")
            + "</w:sdtContent></w:sdt>"
        ),
        [OBJECT],
    ),
    "block control": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('甲'))}</w:sdtContent></w:sdt>",
        ["甲"],
    ),
    "field": (paragraph(run("甲") + FIELD + run("乙")), [f"甲{OBJECT}乙"]),
    "simple field": (paragraph(f'<w:fldSimple w:instr="DATE">{run("1")}</w:fldSimple>'), [OBJECT]),
    "deleted field": (paragraph(change("del", FIELD, 1) + run("乙")), ["乙"]),
    "note": (paragraph(run("甲") + '<w:r><w:footnoteReference w:id="1"/></w:r>'), [f"甲{OBJECT}"]),
    "picture": (paragraph("<w:r><w:drawing/></w:r>" + run("甲")), [f"{OBJECT}甲"]),
    "comment": (
        paragraph(
            '<w:commentRangeStart w:id="1"/>'
            + run("甲")
            + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        ),
        ["甲"],
    ),
    "remarks of XML within words": (
        paragraph("<w:r><w:t>共1<!-- 乙 -->0<?word 丙?>0人</w:t></w:r><!-- 丁 -->" + run("。")),
        ["共100人。"],
    ),
    "table": (TABLE.format(ROW.format("", "甲") + ROW.format("", "乙")), ["甲", "乙"]),
    "deleted row": (
        TABLE.format(
            ROW.format('<w:trPr><w:del w:id="1" w:author="张三"/></w:trPr>', "甲")
            + ROW.format("", "乙")
        ),
        ["乙"],
    ),
    "unknown": (paragraph(run("甲") + '<w:r><w:sym w:char="F020"/></w:r>'), [f"甲{OBJECT}"]),
}


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    body, wanted = CASES[name]
    assert [para.text for para in read(package(body)).view.paras] == wanted


@pytest.mark.parametrize("name", CASES)
def test_every_character_is_where_it_came_from(name: str) -> None:
    file = read(package(CASES[name][0]))
    for para, paragraph_ in zip(file.view.paras, file.paragraphs, strict=True):
        for piece in paragraph_.pieces:
            if piece.node is not None and piece.node.text:
                assert para.text[piece.start : piece.end] == piece.node.text
            elif piece.node is None:
                assert para.text[piece.start : piece.end] == OBJECT


START, END = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
BOOKMARKS: dict[str, tuple[str, dict[str, Span]]] = {
    "around a word": (
        paragraph(run("甲") + START.format(1, "a") + run("乙") + END.format(1)),
        {"a": Span(0, 1, 0, 2)},
    ),
    "over two paragraphs": (
        paragraph(START.format(1, "a") + run("甲")) + paragraph(run("乙") + END.format(1)),
        {"a": Span(0, 0, 1, 1)},
    ),
    "around a table": (
        START.format(1, "a") + TABLE.format(ROW.format("", "甲")) + END.format(1),
        {"a": Span(0, 0, 0, 1)},
    ),
    "emptied": (
        paragraph(run("甲") + START.format(1, "a") + END.format(1)),
        {"a": Span(0, 1, 0, 1)},
    ),
    "a name twice": (
        paragraph(
            START.format(1, "a") + END.format(1) + START.format(2, "a") + run("甲") + END.format(2)
        ),
        {"a": Span(0, 0, 0, 1)},
    ),
    "without an end": (paragraph(START.format(1, "a") + run("甲")), {}),
    "without a start": (paragraph(run("甲") + END.format(1)), {}),
}


@pytest.mark.parametrize("name", BOOKMARKS)
def test_bookmarks(name: str) -> None:
    body, wanted = BOOKMARKS[name]
    assert read(package(body)).view.spans == wanted


def test_cells() -> None:
    view = read(
        package(paragraph(run("甲")) + TABLE.format(ROW.format("", "乙") + ROW.format("", "丙")))
    ).view
    assert [para.cell for para in view.paras] == [
        None,
        CellLocation(0, 0, 0),
        CellLocation(0, 1, 0),
    ]


def test_what_is_inside_a_paragraph_is_read_when_it_is_asked_for() -> None:
    """The pieces are those of the text, also in a field that began in another paragraph."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    first = paragraph(run("甲") + begin + run("不是文字", "") + middle + run("乙"))
    file = read(package(first + paragraph(run("丙") + end + run("丁戊"))))
    for item in reversed(file.paragraphs):
        assert [piece.end for piece in item.pieces][-1] == len(item.text)
        for piece in item.text_pieces:
            assert piece.node is not None
            assert piece.node.text == item.text[piece.start : piece.end]
