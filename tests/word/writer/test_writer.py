from __future__ import annotations

import io
import re
import zipfile

import pytest
from lxml import etree
from support.sample import PROPERTIES, document, figure, letter, report, table, text, whole

from generator.model.bookmarks import block_bookmark, bookmark, figure_ident
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Document,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Signature,
    TableSlot,
    Text,
    Title,
    plain,
)
from generator.model.replacing import replace
from generator.standard.gbt9704 import PROFILES, Fonts, Look, PageNumber
from generator.word.writer import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAFT = PROPERTIES.draft


def parts(
    made: Document, page_number: PageNumber = "standard", fonts: Fonts | None = None
) -> dict[str, bytes]:
    look = Look(fonts=fonts or Fonts(), page_number=page_number)
    data = write(made, look)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def body(*blocks: Block) -> etree._Element:
    return etree.fromstring(parts(document(*blocks))["word/document.xml"]).find(f"{W}body")


def style(paragraph: etree._Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def shown(element: etree._Element) -> str:
    """The text of a paragraph; | is a line end, > a tab."""
    signs = {f"{W}br": "|", f"{W}tab": ">"}
    return "".join(
        signs.get(node.tag, node.text or "")
        for node in element.iter(f"{W}t", f"{W}br", *signs)
        if node.getparent().tag == f"{W}r"
    )


def lines(*blocks: Block) -> list[tuple[str, str]]:
    return [(style(p), shown(p)) for p in body(*blocks).iter(f"{W}p")]


def test_same_tree_same_bytes() -> None:
    first, second = (write(whole(landscape=True)) for _ in range(2))
    assert first == second


def test_the_package_holds_nothing_of_a_stock_template() -> None:
    made = parts(whole())
    assert sorted(made) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    everything = b"".join(made.values())
    assert not re.search(rb"Theme=|python-docx|ja-JP|MS Mincho|20\d\d-\d\d-\d\dT", everything)
    assert (
        DRAFT.encode() in made["docProps/custom.xml"]
        and DRAFT.encode() in made["docProps/core.xml"]
    )


@pytest.mark.parametrize(
    ("name", "outline"), [("heading 1", "0"), ("heading 4", "3"), ("公文标题", None)]
)
def test_headings_are_real_styles(name: str, outline: str | None) -> None:
    styles = etree.fromstring(parts(whole())["word/styles.xml"])
    found = styles.xpath(f"*[*[local-name()='name'][@*='{name}']]")[0]
    level = found.find(f"{W}pPr/{W}outlineLvl")
    assert (None if level is None else level.get(f"{W}val")) == outline


def test_every_style_that_is_used_exists() -> None:
    made = parts(whole(joint=True))
    ids = set(re.findall(rb'w:styleId="(\w+)"', made["word/styles.xml"]))
    used = set(
        re.findall(
            rb'<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val="(\w+)"', b"".join(made.values())
        )
    )
    assert used <= ids


@pytest.mark.parametrize(("role", "name"), [("latin", "Times New Roman"), ("heading2", "华文楷体")])
def test_fonts_follow_their_role(role: str, name: str) -> None:
    assert (
        name.encode()
        in parts(document(), fonts=replace(Fonts(), **{role: name}))["word/styles.xml"]
    )


CASES: list[tuple[tuple[Block, ...], list[tuple[str, str]]]] = [
    ((Addressee("a", text("东湖市人民政府")),), [("Addressee", "东湖市人民政府：")]),
    ((Addressee("a", text("东湖市人民政府：")),), [("Addressee", "东湖市人民政府：")]),
    ((Heading("h", 2, "（一）", text("组织领导")),), [("Heading2", "（一）组织领导")]),
    (
        (Paragraph("p", text("甲"), lead=Heading("h", 3, "1.", text("情况"))),),
        [("BodyParagraph", "1.情况。甲")],
    ),
    (
        (Paragraph("p", text("甲"), lead=Heading("h", 3, "1.", text("情况。"))),),
        [("BodyParagraph", "1.情况。甲")],
    ),
    (
        (Title("t", (text("甲"), text("乙"))), Paragraph("p", text("丙"))),
        [("DocumentTitle", "甲|乙"), ("Normal", ""), ("BodyParagraph", "丙")],
    ),
    (
        (AnnexLabel("l", "附件1"), Title("t", (text("甲"),))),
        [("AnnexLabel", "附件1"), ("Normal", ""), ("DocumentTitle", "甲")],
    ),
    (
        (Paragraph("p", text("甲")), AnnexNote("n", (text("乙。"),))),
        [("BodyParagraph", "甲"), ("Normal", ""), ("AnnexNote", "附件：乙")],
    ),
    (
        (AnnexNote("n", (text("乙"), text("丙；"))),),
        [("AnnexNote", "附件：1.>乙"), ("AnnexNote", "2.>丙")],
    ),
    (
        (
            Paragraph("p", text("甲")),
            Signature("s", (text("乙"),), text("2021年1月2日"), seal=False),
        ),
        [
            ("BodyParagraph", "甲"),
            ("Normal", ""),
            ("Signature", "乙"),
            ("IssueDate", "2021年1月2日"),
        ],
    ),
    (
        (
            Paragraph("p", text("甲")),
            Signature("s", (text("乙"),), text("2021年1月2日"), seal=True),
        ),
        [
            ("BodyParagraph", "甲"),
            ("Normal", ""),
            ("Normal", ""),
            ("Signature", "乙"),
            ("IssueDate", "2021年1月2日"),
        ],
    ),
    (
        (Imprint("i", ("甲", "乙。"), "丙", text("2021年1月2日")),),
        [("CopyTo", "抄送：甲，乙。"), ("Imprint", "丙>2021年1月2日印发"), ("MastheadSpace", "")],
    ),
    (
        (Imprint("i", (), "丙", text("2021年1月2日")),),
        [("Imprint", "丙>2021年1月2日印发"), ("MastheadSpace", "")],
    ),
    (
        (Masthead("m", ("甲",), "文件", text("甲〔2021〕1号")), Title("t", (text("乙"),))),
        [
            ("MastheadSpace", ""),
            ("OrganMark", "甲文件"),
            ("Normal", ""),
            ("Normal", ""),
            ("DocumentNumber", "甲〔2021〕1号"),
            ("RedLine", ""),
            ("Normal", ""),
            ("Normal", ""),
            ("DocumentTitle", "乙"),
        ],
    ),
    (
        (
            Masthead(
                "m",
                ("甲",),
                "",
                text("甲〔2021〕1号"),
                ("王建国", "李明", "赵光"),
                "000001",
                "机密★1年",
                "特急",
            ),
        ),
        [
            ("CopyNumber", "000001"),
            ("Codes", "机密★1年"),
            ("Codes", "特急"),
            ("MastheadSpace", ""),
            ("OrganMark", "甲"),
            ("Normal", ""),
            ("Normal", ""),
            ("Signers", ">签发人：王建国>李明"),
            ("Signers", "甲〔2021〕1号>赵光"),
            ("RedLine", ""),
        ],
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), CASES)
def test_elements(blocks: tuple[Block, ...], expected: list[tuple[str, str]]) -> None:
    assert lines(*blocks) == expected


def test_secrecy_without_a_copy_number_stands_on_the_second_line() -> None:
    made = lines(Masthead("m", ("甲",), "", secrecy="秘密"))
    assert made[:2] == [("CopyNumber", ""), ("Codes", "秘密")]


def test_a_page_break_lies_before_what_follows() -> None:
    first, second = body(
        Paragraph("a", text("甲")), PageBreak(), Paragraph("b", text("乙"))
    ).findall(f"{W}p")
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert second.find(f"{W}pPr/{W}pageBreakBefore") is not None


def bookmarks(root: etree._Element) -> dict[str, str]:
    """The text in each bookmark, in document order."""
    found, still_open, names = {}, [], {}
    for node in root.iter():
        if node.tag == f"{W}bookmarkStart":
            names[node.get(f"{W}id")] = node.get(f"{W}name")
            still_open.append(node.get(f"{W}name"))
            assert found.setdefault(still_open[-1], "") == "", "a name is used twice"
        elif node.tag == f"{W}bookmarkEnd":
            still_open.remove(names[node.get(f"{W}id")])
        elif node.tag == f"{W}t":
            found.update((name, found[name] + node.text) for name in still_open)
    assert not still_open
    return found


def test_blocks_and_figures_carry_their_bookmarks() -> None:
    blocks = (
        Paragraph(
            "p",
            text("甲", figure("1人", "a"), "乙", figure("2人", "b"), figure("3人", "a")),
            lead=Heading("h", 3, "1.", text("情况")),
        ),
        table(2),
    )
    found = bookmarks(body(*blocks))
    assert found[block_bookmark(DRAFT, "p")] == "1.情况。甲1人乙2人3人"
    assert found[block_bookmark(DRAFT, "h")] == "1.情况。"
    names = [
        bookmark(DRAFT, figure_ident("p", key, n)) for key, n in (("a", 1), ("b", 1), ("a", 2))
    ]
    assert [found[name] for name in names] == ["1人", "2人", "3人"]
    assert found[bookmark(DRAFT, figure_ident("row1/数值", "资金.1", 1))] == "37.5"
    assert found[block_bookmark(DRAFT, "row1/数值")] == "37.5"
    assert found[block_bookmark(DRAFT, "table")].startswith("类别指标数值")
    assert all(re.fullmatch("_RG[0-9A-Za-z_]{1,37}", name) for name in found)


def test_blocks_of_the_same_id_get_names_of_their_own() -> None:
    assert (
        len(bookmarks(body(*(Paragraph("p", text("甲", figure("1", "a"))) for _ in range(3))))) == 6
    )


@pytest.mark.parametrize("text_with", ["甲\x00乙", "甲\x0e\ufffe乙", "甲\ud800乙"])
def test_characters_that_xml_forbids_are_left_out(text_with: str) -> None:
    assert shown(body(Paragraph("p", text(text_with)))) == "甲乙"


@pytest.mark.parametrize("kept", ["R&D", "3<5", "{{ x }}", " 甲 ", "“”‘’…—·", "𠮷"])
def test_characters_are_kept(kept: str) -> None:
    assert shown(body(Paragraph("p", text(kept)))) == kept


def test_every_run_of_text_has_the_east_asian_hint() -> None:
    for run in body(*letter(), *report()).iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


def test_a_table_is_consistent() -> None:
    made = body(table(12)).find(f"{W}tbl")
    grid = [int(column.get(f"{W}w")) for column in made.iter(f"{W}gridCol")]
    assert sum(grid) == int(made.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == 8844
    for row in made.iter(f"{W}tr"):
        widths, spans = [], 0
        for cell in row.iter(f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            count = 1 if span is None else int(span.get(f"{W}val"))
            widths.append(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")))
            assert widths[-1] == sum(grid[spans : spans + count])
            spans += count
        assert spans == len(grid)
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
    heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in made.iter(f"{W}tr")]
    assert heads == [True] + [False] * (len(heads) - 1)


def test_spans_that_do_not_add_up_are_refused() -> None:
    made = table(1)
    with pytest.raises(ValueError, match="spans"):
        write(document(replace(made, columns=made.columns[:2])))


def test_a_table_slot_that_was_not_filled_is_refused() -> None:
    with pytest.raises(ValueError, match="年度统计表"):
        write(document(TableSlot("s", "年度统计表")))


def test_every_section_has_both_footers_and_its_own_orientation() -> None:
    root = etree.fromstring(parts(whole(landscape=True))["word/document.xml"])
    sections = list(root.iter(f"{W}sectPr"))
    kinds = [
        [footer.get(f"{W}type") for footer in section.iter(f"{W}footerReference")]
        for section in sections
    ]
    assert [sorted(kind) for kind in kinds] == [["default", "even"]] * 3
    sizes = [section.find(f"{W}pgSz").attrib for section in sections]
    assert [int(size[f"{W}w"]) > int(size[f"{W}h"]) for size in sizes] == [False, True, False]


@pytest.mark.parametrize(
    ("page_number", "expected"),
    [
        ("standard", [("right", True), ("left", True)]),
        ("center", [("center", True)] * 2),
        ("none", [(None, False)] * 2),
    ],
)
def test_page_numbers(page_number: PageNumber, expected: list[tuple[str | None, bool]]) -> None:
    made = parts(document(), page_number)
    found = []
    for name in ("word/footer1.xml", "word/footer2.xml"):
        align = re.search(rb'<w:jc w:val="(\w+)"', made[name])
        found.append((align[1].decode() if align else None, b"PAGE" in made[name]))
    assert found == expected
    assert b"evenAndOddHeaders" in made["word/settings.xml"]


@pytest.mark.parametrize("profile", PROFILES)
def test_22_lines_and_28_characters_fit(profile: str) -> None:
    layout = PROFILES[profile]
    assert 22 * layout.pitch <= layout.text_height * 72 / 25.4 < 23 * layout.pitch
    assert 28 * layout.character <= layout.text_width * 72 / 25.4 < 29 * layout.character


@pytest.mark.parametrize("size", [0, 3])
def test_sections_of_any_content_can_be_written(size: int) -> None:
    made = Document(tuple(Section(()) for _ in range(size)), PROPERTIES)
    assert zipfile.ZipFile(io.BytesIO(write(made))).testzip() is None


def test_a_title_keeps_its_marks_where_it_is_broken() -> None:
    title: Text = (
        Run("清河县人民政府关于"),
        figure("2021年", "year"),
        Run("度东西部协作工作情况的报告"),
    )
    found = bookmarks(body(Title("t", (title,))))
    assert found[bookmark(DRAFT, figure_ident("t", "year", 1))] == "2021年"
    assert found[block_bookmark(DRAFT, "t")] == plain(title)


def test_no_head_comes_again_where_another_one_follows() -> None:
    """On the next page it would stand above rows of the other head."""
    made = table(4)
    rows = (*made.rows[:3], replace(made.rows[0], id="其他", role="subhead"), *made.rows[3:])
    written = body(replace(made, rows=rows)).find(f"{W}tbl")
    assert not list(written.iter(f"{W}tblHeader"))
    below = [row.find(f".//{W}keepNext") is not None for row in written.iter(f"{W}tr")]
    assert below[0] and below[3]
