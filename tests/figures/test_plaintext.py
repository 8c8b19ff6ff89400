"""The lines of a document: what each block says with what the writer sets around it, and under which heading."""

from __future__ import annotations

import pytest
from support.sample import document, text

from generator.figures.plaintext import lines, plain_text
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Column,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    TableCell,
    TableRow,
    Title,
)

ROWS = (
    TableRow("t/1", (TableCell("t/1/甲", (text("甲"),)), TableCell("t/1/乙", ((),)))),
    TableRow("t/2", (TableCell("t/2/甲", (text("丙"), text("丁")), colspan=2),)),
)


@pytest.mark.parametrize(
    ("block", "printed"),
    [
        (
            Masthead(
                "m", ("甲办", "乙办"), "文件", text("甲〔2023〕1号"), ("张三", "李四"), "000001"
            ),
            "000001\n甲办\n乙办文件\n甲〔2023〕1号\n签发人：张三 李四\n",
        ),
        (Title("t", (text("甲县"), text("报告")), text("——记甲")), "甲县\n报告\n——记甲\n"),
        (Title("t", (text("报告"),)), "报告\n"),
        (Addressee("a", text("乙市")), "乙市：\n"),
        (Heading("h", 1, "一、", text("甲")), "一、甲\n"),
        (Paragraph("p", text("乙。")), "乙。\n"),
        (
            Paragraph("p", text("乙。"), lead=Heading("h", 2, "（一）", text("甲。"))),
            "（一）甲。乙。\n",
        ),
        (AnnexNote("n", (text("甲表"),)), "附件：甲表\n"),
        (AnnexNote("n", (text("甲表"), text("乙表"))), "附件：1.甲表\n2.乙表\n"),
        (AnnexNote("n", (text("甲表"), text("乙表")), each=True), "附件1：甲表\n附件2：乙表\n"),
        (
            Signature("s", (text("甲县"), text("乙县")), text("2023年11月20日")),
            "甲县\n乙县\n2023年11月20日\n",
        ),
        (AnnexLabel("l", "附件1"), "附件1\n"),
        (Table("t", (Column(), Column()), ROWS), "甲\t\n丙\t丁\n"),
        (
            Imprint("i", ("丙局", "丁局"), "甲办", text("2023年11月21日")),
            "抄送：丙局，丁局。\n甲办 2023年11月21日印发\n",
        ),
        (Imprint("i", (), "甲办", text("2023年11月21日")), "甲办 2023年11月21日印发\n"),
        (PageBreak("b"), ""),
    ],
)
def test_what_a_block_says(block: Block, printed: str) -> None:
    assert plain_text(document(block)) == printed


def test_a_line_knows_the_headings_above_it_and_its_number_below_the_innermost() -> None:
    blocks = (
        Masthead("m", ("甲办",), "文件"),
        Heading("h1", 1, "一、", text("甲")),
        Heading("h2", 2, "（一）", text("乙。")),
        Paragraph("p1", text("子")),
        Paragraph("p2", text("丑"), lead=Heading("h3", 3, "1.", text("丙。"))),
        Heading("h4", 1, "二、", text("丁")),
        AnnexNote("n", (text("辰"), text("巳"))),
        Signature("s", (text("甲办"),), text("午")),
        Title("t", (text("未"),)),
        AnnexLabel("l", "附件1："),
        Paragraph("p3", text("寅")),
        Imprint("i", (), "甲办", text("卯")),
    )
    assert [(line.block, line.section, line.number) for line in lines(document(*blocks))] == [
        ("m", "版头", 1),
        ("h1", "一、甲", 1),
        ("h2", "一、甲／（一）乙", 1),
        ("p1", "一、甲／（一）乙", 2),
        ("p2", "一、甲／（一）乙／1.丙", 1),
        ("h4", "二、丁", 1),
        ("n", "附件说明", 1),
        ("n", "附件说明", 2),
        ("s", "署名", 1),
        ("s", "署名", 2),
        ("t", "", 1),
        ("l", "附件1", 1),
        ("p3", "附件1", 2),
        ("i", "版记", 1),
    ]
