"""The text that people see: changes accepted, fields by their results, boxes and notes once."""

from __future__ import annotations

import pytest
from support.crowded import (
    MC,
    NOTES,
    ROWS,
    SEEN,
    box,
    cell,
    control,
    crowded,
    deleted,
    field,
    note,
    notes,
    row,
    table,
    two_ways,
)
from support.wordfiles import W, change, package, paragraph, run

from generator.model.errors import InputError
from generator.model.inputs import unzip
from generator.model.view import INVISIBLE, Aside, SeenLook, SeenParagraph, SeenRow
from generator.model.zips import zipped
from generator.word.reader import length, line, looks, read, wordfile
from generator.word.reader.paragraph import OpenField

RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r>"
    "</w:rubyBase></w:ruby></w:r>"
)
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

ANCHOR = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="x"/>'

MERGED, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

CASES: dict[str, tuple[str, list[str]]] = {
    "result of a field": (paragraph(run("共") + field("PAGE", run("3"))), ["共3"]),
    "field in an instruction": (
        paragraph(field(f"IF {field('PAGE', run('9'))}", run("甲"))),
        ["甲"],
    ),
    "field in a result": (paragraph(field("TOC", run("甲") + field("PAGE", run("9")))), ["甲9"]),
    "field over paragraphs": (
        paragraph(BEGIN + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("甲"))
        + paragraph(run("乙") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("丙")),
        ["甲", "乙丙"],
    ),
    "field that never ends": (paragraph(run("甲") + BEGIN + run("乙")), ["甲乙"]),
    "deleted result": (paragraph(field("PAGE", deleted("3") + change("ins", run("4"), 2))), ["4"]),
    "box": (
        paragraph(run("甲") + box(paragraph(run("乙")) + paragraph(run("丙")))),
        ["甲", "乙", "丙"],
    ),
    "box in a box": (
        paragraph(box(paragraph(run("甲") + box(paragraph(run("乙")))))),
        ["", "甲", "乙"],
    ),
    "box in a deletion": (
        paragraph(run("甲") + change("del", box(paragraph(run("乙"))), 1)),
        ["甲"],
    ),
    "ruby": (paragraph(RUBY), ["音"]),
    "field in a ruby": (
        paragraph(RUBY.replace("<w:r><w:t>音</w:t></w:r>", field("REF", run("音")))),
        ["音"],
    ),
    "field in a simple field": (
        paragraph(f'<w:fldSimple w:instr="QUOTE">{field("REF x", run("3"))}</w:fldSimple>'),
        ["3"],
    ),
    "field in a bound control": (
        paragraph(run("共") + control(field("REF x", run("3")), "<w:dataBinding/>") + run("人")),
        ["共3人"],
    ),
    "field in two ways": (
        paragraph(run("共") + two_ways(field("REF x", run("3")), run("4")) + run("人")),
        ["共3人"],
    ),
    "field in the instruction of a field in two ways": (
        paragraph(two_ways(field(f"IF {field('PAGE', run('9'))}", run("甲")), "")),
        ["甲"],
    ),
    "box in an instruction": (paragraph(field(box(paragraph(run("乙"))), run("甲"))), ["甲"]),
    "remarks of XML within words": (
        paragraph("<w:r><w:t>共1<!-- 乙 -->0<?word 丙?>0人</w:t></w:r><!-- 丁 -->" + run("。")),
        ["共100人。"],
    ),
    "hyphen that does not break": (paragraph("<w:r><w:t>1</w:t><w:noBreakHyphen/></w:r>"), ["1-"]),
    "hidden": (
        paragraph(run("甲") + run("乙", '<w:vanish w:val="0"/>') + run("丙", "<w:vanish/>")),
        ["甲乙"],
    ),
    "control for rows": (table(control(row(cell(paragraph(run("甲")))))), ["甲"]),
    "rows in custom XML": (
        table(f"<w:customXml>{row(cell(paragraph(run('甲'))))}</w:customXml>"),
        ["甲"],
    ),
    "blocks in two ways": (
        two_ways(
            paragraph(run("甲")) + table(row(cell(paragraph(run("乙"))))), paragraph(run("丙"))
        ),
        ["甲", "乙"],
    ),
    "blocks for older programs alone": (
        two_ways("", "")
        .replace("<mc:Choice Requires='wps'></mc:Choice>", "")
        .replace("<mc:Fallback>", f"<mc:Fallback>{paragraph(run('甲'))}"),
        ["甲"],
    ),
    "row in two ways": (
        table(two_ways(row(cell(paragraph(run("甲")))), row(cell(paragraph(run("乙")))))),
        ["甲"],
    ),
    "cell in two ways": (
        table(row(two_ways(cell(paragraph(run("甲"))), ""), cell(paragraph(run("乙"))))),
        ["甲", "乙"],
    ),
    "rows for older programs alone": (
        table(two_ways(row(cell("")), row(cell(paragraph(run("乙"))))).replace("'wps'", "'zz'")),
        ["乙"],
    ),
    "way of a program that is not known": (
        paragraph(two_ways(run("甲"), run("乙")).replace("'wps'", "'wps zz' xmlns:zz='urn:zz'")),
        ["乙"],
    ),
    "second way": (
        paragraph(
            two_ways(run("甲"), run("丙")).replace(
                "<mc:Choice", "<mc:Choice Requires='zz' xmlns:zz='urn:zz'/><mc:Choice"
            )
        ),
        ["甲"],
    ),
    "way that needs nothing": (
        paragraph(two_ways(run("甲"), run("乙")).replace("'wps'", "''")),
        ["甲"],
    ),
    "no way that is known": (
        paragraph(f"<mc:AlternateContent {MC}><mc:Choice Requires='zz'/></mc:AlternateContent>"),
        [""],
    ),
    "mark between two styles": (
        paragraph(run("共12"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + paragraph(run("0人")),
        ["共120人"],
    ),
    "no mark between two styles": (
        paragraph(run("共12"), '<w:rPr><w:specVanish w:val="0"/></w:rPr>') + paragraph(run("0人")),
        ["共12", "0人"],
    ),
    "cell below the one that covers it": (
        table(
            row(cell(paragraph(run("甲")), MERGED), cell(paragraph(run("乙")))),
            row(cell(paragraph(run("丙")), ON), cell(paragraph(run("丁")))),
            row(cell(paragraph(run("戊")), ON), cell(paragraph(run("己")))),
        ),
        ["甲", "乙", "", "丁", "", "己"],
    ),
    "cell that nothing covers": (
        table(
            row(cell(paragraph(run("甲")), ON), cell(paragraph(run("乙")))),
            row(cell(paragraph(run("丙"))), cell(paragraph(run("丁")), ON)),
        ),
        ["甲", "乙", "丙", "丁"],
    ),
    "note that is missing": (paragraph(run("甲") + note("footnote", 7)), ["甲"]),
    "cell without a paragraph": (table(row(cell(""), cell(paragraph(run("甲"))))), ["甲"]),
    "table without rows": (table() + paragraph(run("甲")), ["甲"]),
}


@pytest.mark.parametrize("sign", INVISIBLE)
def test_a_sign_that_nobody_sees_is_not_read(sign: str) -> None:
    """The text that is written into keeps it: places are counted in it."""
    view = read(package(paragraph(run(f"共3{sign}2家") + field("REF x", run(f"1{sign}2"))))).view
    assert view.seen_texts == ("共32家12",)
    assert view.paras[0].text.startswith(f"共3{sign}2家")


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    body, expected = CASES[name]
    assert list(read(package(body)).view.seen_texts) == expected


def test_a_text_that_is_longer_than_any_report_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What people see counts: no deletion, no instruction, a box once, a note as well."""
    body = paragraph(
        run("甲乙") + deleted("丙丙丙") + field("PAGE 9999", run("3")) + box(paragraph(run("丁")))
    )
    body += table(row(cell(paragraph(run("戊" * 1000)))))
    monkeypatch.setattr(length, "SEEN_CHARS", 5)
    assert sum(map(len, read(package(body)).view.seen_texts)) == 4 + 1000
    read(package(body + paragraph(run("己"))), "甲.docx")
    for more, chars in (
        (paragraph(run("己庚")), 6),
        (table(row(cell(paragraph(run("戊" * 1001))))), 1005),
    ):
        with pytest.raises(
            InputError, match=rf"^甲\.docx：有{chars}字，超过0万字的上限。请分成几份。$"
        ):
            read(package(body + more), "甲.docx")


def test_tables_that_say_more_than_those_of_any_report_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Short cells count, too, all paragraphs of all of them; what stands beside tables does not."""
    body = paragraph(run("甲" * 20)) + table(row(cell(paragraph(run("乙丙")))))
    body += table(row(cell(paragraph(run("丁")) + paragraph(run("戊")))))
    file = package(body)
    monkeypatch.setattr(length, "SEEN_CELL_CHARS", 4)
    read(file, "甲.docx")
    monkeypatch.setattr(length, "SEEN_CELL_CHARS", 3)
    message = r"^甲\.docx：表里有4字，超过0万字的上限。请分成几份。$"
    with pytest.raises(InputError, match=message):
        read(file, "甲.docx")


def test_a_text_of_more_paragraphs_than_any_report_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Those of cells, boxes (in both of their ways) and notes (also the line above them) count."""
    body = paragraph(run("甲")) + paragraph(box(paragraph(run("乙"))) + note("footnote", 1))
    body += table(row(cell(paragraph(""))))
    file = package(body, footnotes=notes("footnote", _1=run("丙")))
    monkeypatch.setattr(length, "SEEN_PARAGRAPHS", 7)
    read(file, "甲.docx")
    monkeypatch.setattr(length, "SEEN_PARAGRAPHS", 6)
    monkeypatch.delattr(wordfile, "read_root")
    message = r"^甲\.docx：有7段（表里的也算），超过0万段的上限。请分成几份。$"
    with pytest.raises(InputError, match=message):
        read(file, "甲.docx")


def test_paragraphs_share_the_fields_around_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fields that stay open over many paragraphs are not kept anew for each of these."""
    made: list[OpenField] = []

    def counted(outer: OpenField | None) -> OpenField:
        made.append(OpenField(outer))
        return made[-1]

    monkeypatch.setattr(line, "OpenField", counted)
    begins, ends = (
        f'<w:r><w:fldChar w:fldCharType="{limit}"/></w:r>' for limit in ("begin", "end")
    )
    body = paragraph(run("甲") + begins * 30) + paragraph(run("乙")) * 40
    body += paragraph(ends * 30 + run("丙"))
    assert [text for text in read(package(body)).view.seen_texts if text] == ["甲", "丙"]
    assert len(made) == 30


def test_each_style_is_gone_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    styles = "".join(
        f'<w:style w:styleId="{n}"><w:basedOn w:val="{n - 1}"/></w:style>' for n in range(1, 50)
    )
    styles += '<w:style w:styleId="0"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    passed: list[str] = []
    upon = looks._upon

    def counted(style: looks._NamedStyle, base: looks._WholeStyle) -> looks._WholeStyle:
        passed.append(style.based_on)
        return upon(style, base)

    monkeypatch.setattr(looks, "_upon", counted)
    body = "".join(paragraph(run("甲"), f'<w:pStyle w:val="{n}"/>') for n in range(50))
    seen = read(package(body, styles=f"<w:styles {W}>{styles}</w:styles>")).view.seen
    assert {block.look.level for block in seen if isinstance(block, SeenParagraph)} == {3}
    assert len(passed) == 50


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_styles_in_a_circle_are_based_on_nothing(order: str) -> None:
    """Whichever is asked for first."""
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:vanish/></w:rPr></w:style>'
        "</w:styles>"
    )
    body = "".join(paragraph(run(name), f'<w:pStyle w:val="{name}"/>') for name in order)
    assert [text for text in read(package(body, styles=styles)).view.seen_texts if text] == ["a"]


def test_a_header_is_read_once_for_all_relations_to_it() -> None:
    relations = "word/_rels/document.xml.rels"
    parts = unzip(
        package(paragraph(run("甲")), header=f"<w:hdr {W}>{paragraph(run('乙'))}</w:hdr>"), ""
    )
    again = b'<Relationship Id="r9" Type="x/header" Target="../word/header.xml"/></Relationships>'
    parts[relations] = parts[relations].replace(b"</Relationships>", again)
    assert read(zipped(parts.items())).view.asides == (Aside(0, "页眉", "乙"),)


def test_a_crowded_file() -> None:
    seen = read(crowded()).view.seen
    paragraphs = [block.text for block in seen if isinstance(block, SeenParagraph) and block.text]
    rows = [block for block in seen if isinstance(block, SeenRow)]
    assert paragraphs == [*SEEN, *NOTES]
    assert [[text for cell in row.cells for text in cell.texts] for row in rows] == ROWS
    assert [row.table for row in rows] == [0, 0, 0, 1]


def test_strict_open_xml_reads_alike() -> None:
    strict = crowded()
    pairs = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    for transitional, other in pairs.items():
        strict = _replaced(strict, transitional, other)
    assert read(strict).view.seen == read(crowded()).view.seen


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    return zipped((name, part.replace(old, new)) for name, part in unzip(data, "").items())


def test_notes_come_in_the_order_of_the_text_each_once() -> None:
    body = paragraph(
        note("endnote", 1) + note("footnote", 3) + note("footnote", 2) + note("footnote", 3)
    )
    file = package(
        body,
        footnotes=notes("footnote", _2=run("乙"), _3=run("甲")),
        endnotes=notes("endnote", _1=run("丙")),
    )
    assert read(file).view.seen_texts == ("", "甲", "乙", "丙")


STYLES = f"""<w:styles {W}>
<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="i"><w:basedOn w:val="h"/></w:style>
<w:style w:styleId="s"><w:basedOn w:val="h"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
<w:style w:styleId="a"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:styleId="b"><w:name w:val="小标题"/><w:basedOn w:val="a"/></w:style>
<w:style w:styleId="c"><w:name w:val="圈"/><w:basedOn w:val="d"/></w:style>
<w:style w:styleId="d"><w:basedOn w:val="c"/><w:pPr><w:outlineLvl w:val="高"/></w:pPr></w:style>
</w:styles>"""
LOOKS: dict[str, tuple[str, SeenLook]] = {
    "none": ("", SeenLook()),
    "style": ('<w:pStyle w:val="a"/>', SeenLook("a", "heading 2", 2)),
    "based on it": ('<w:pStyle w:val="b"/>', SeenLook("b", "小标题", 2)),
    "based in a circle": ('<w:pStyle w:val="c"/>', SeenLook("c", "圈", 0)),
    "unknown style": ('<w:pStyle w:val="x"/>', SeenLook("x", "", 0)),
    "its own level": (
        '<w:pStyle w:val="a"/><w:outlineLvl w:val="0"/>',
        SeenLook("a", "heading 2", 1),
    ),
    "body text": ('<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>', SeenLook("a", "heading 2", 0)),
    "centered": ('<w:jc w:val="center"/>', SeenLook(centered=True)),
}


@pytest.mark.parametrize("name", LOOKS)
def test_looks(name: str) -> None:
    properties, expected = LOOKS[name]
    block = read(package(paragraph(run("甲"), properties), styles=STYLES)).view.seen[0]
    assert isinstance(block, SeenParagraph) and block.look == expected


HIDDEN: dict[str, tuple[str, str, str]] = {
    "style of the run": ("", '<w:rStyle w:val="h"/>', ""),
    "style based on it": ("", '<w:rStyle w:val="i"/>', ""),
    "style that shows again": ("", '<w:rStyle w:val="s"/>', "甲"),
    "style of the paragraph": ('<w:pStyle w:val="i"/>', "", ""),
    "both styles: each undoes the other": ('<w:pStyle w:val="h"/>', '<w:rStyle w:val="h"/>', "甲"),
    "the run itself shows": ('<w:pStyle w:val="h"/>', '<w:vanish w:val="false"/>', "甲"),
    "the run itself hides": ("", '<w:rStyle w:val="s"/><w:vanish/>', ""),
    "unknown style": ('<w:pStyle w:val="x"/>', '<w:rStyle w:val="x"/>', "甲"),
}


def test_a_run_hides_itself_where_no_style_hides() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    body = paragraph(run("甲") + run("乙", "<w:vanish/>"))
    assert read(package(body, styles=styles)).view.seen_texts == ("甲",)


@pytest.mark.parametrize("name", HIDDEN)
def test_text_hidden_by_a_style(name: str) -> None:
    of_paragraph, of_run, seen = HIDDEN[name]
    file = read(package(paragraph(run("甲", of_run), of_paragraph), styles=STYLES))
    assert file.view.seen_texts == (seen,)
    assert file.view.paras[0].text == "甲"


def test_blocks_in_two_ways_are_not_edited() -> None:
    body = paragraph(run("甲")) + two_ways(paragraph(run("乙")), paragraph(run("乙")))
    paras = read(package(body + paragraph(run("丙")))).view.paras
    assert [(para.text, para.fixed) for para in paras] == [
        ("甲", False),
        ("乙", True),
        ("丙", False),
    ]


KEPT = 'xml:space="preserve"'


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("<w:t>\n   共12万元\t\n </w:t>", "共12万元"),
        ("<w:t>共12\n0万元</w:t>", "共12 0万元"),
        ("<w:t>　共12万元　</w:t>", "　共12万元　"),
        ("<w:t>共12  0万元</w:t>", "共12  0万元"),
        ("<w:t> </w:t>", ""),
        (f"<w:t {KEPT}> 共12\n</w:t>", " 共12\n"),
    ],
)
def test_blanks_that_a_text_does_not_keep(text: str, seen: str) -> None:
    """They are not seen; what is written into knows all characters of its nodes."""
    inside = text.partition(">")[2].rpartition("<")[0]
    for content in (f"<w:r>{text}</w:r>", field("REF a", f"<w:r>{text}</w:r>")):
        view = read(package(paragraph(content))).view
        assert view.seen_texts == (seen,)
    assert read(package(paragraph(f"<w:r>{text}</w:r>"))).view.paras[0].text == inside
    around = f"<w:smartTag {KEPT}><w:r>{text}</w:r></w:smartTag>"
    assert read(package(paragraph(around))).view.seen_texts == (inside,)


def test_a_row_in_two_ways_is_one_row_that_nobody_edits() -> None:
    rows = [row(cell(paragraph(run(text)))) for text in "甲乙丙"]
    paras = read(package(table(rows[0], two_ways(rows[1], rows[2]), rows[2]))).view.paras
    assert [(para.text, para.fixed, para.cell and para.cell.row) for para in paras] == [
        ("甲", False, 0),
        ("乙", True, 1),
        ("丙", False, 2),
    ]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (control(ANCHOR), "夹着另一份文件.*另存为"),
        (ANCHOR.replace("altChunk", "subDoc"), "链接着子文档.*取消链接"),
        (paragraph(ANCHOR.replace("altChunk", "subDoc")), "链接着子文档"),
    ],
)
def test_another_file_inside_is_named(inside: str, said: str) -> None:
    with pytest.raises(InputError, match=rf"甲\.docx：里面{said}"):
        read(package(paragraph(run("甲")) + inside), "甲.docx")
