"""Invented documents in the formats of GB/T 9704-2012, chapter 10, and a 请示 with 附注."""

from __future__ import annotations

from generator.model.document import (
    Addressee,
    Block,
    ChopSignature,
    Document,
    Imprint,
    Masthead,
    Paragraph,
    Signature,
    Title,
)
from support.sample import SENTENCE, document, text

ORGAN, DATE = "清河县人民政府", "2023年5月8日"
NOTE = "（联系人：王小明，联系电话：0000-1234567）"


def _body(count: int) -> tuple[Block, ...]:
    return tuple(Paragraph(f"p{n}", text(SENTENCE)) for n in range(count))


def letter_of(
    copy_number: str = "000012", secrecy: str = "机密★1年", urgency: str = "特急"
) -> Document:
    """A 函 of two pages, with everything that may stand below the first 红色双线."""
    number = text("清政办函〔2023〕12号")
    return document(
        Masthead("head", (f"{ORGAN}办公室",), "", number, (), copy_number, secrecy, urgency),
        Title("title", (text("清河县人民政府办公室关于商请支持东西部协作项目的函"),)),
        Addressee("to", text("东湖市发展和改革委员会")),
        *_body(5),
        Paragraph("end", text("特此函达。")),
        Signature("sign", (text(f"{ORGAN}办公室"),), text(DATE)),
        Imprint("imprint", ("东湖市人民政府办公室", "清河县财政局"), "", ()),
    )


def order() -> Document:
    """A 令 whose 签发人 signs by chop; the name stands where the chop goes."""
    return document(
        Masthead("head", (ORGAN,), "令", text("第1号")),
        *_body(1),
        ChopSignature("sign", (text("县长"),), ("张三",), text(DATE)),
    )


def minutes() -> Document:
    """纪要 with people who were there, in so many words that they take two lines."""
    present = "、".join(f"{name}（县财政局）" for name in ("张三", "李四", "王五", "赵六"))
    return document(
        Masthead("head", (f"{ORGAN}常务会议",), "纪要", text("〔2023〕5号")),
        Title("title", (text("清河县人民政府第12次常务会议纪要"),)),
        *_body(1),
        Paragraph("a1", text("出席：", present), "attendance"),
        Paragraph("a2", text("请假：", "吴十"), "attendance"),
        Paragraph("a3", text("列席：", "郑一、冯二"), "attendance"),
        Imprint("imprint", (), f"{ORGAN}办公室", text(DATE)),
    )


def request() -> Document:
    """A 请示 with 签发人 and 附注."""
    return document(
        Masthead("head", (ORGAN,), "文件", text("清政发〔2023〕6号"), ("张三",)),
        Title("title", (text("清河县人民政府关于请求增加东西部协作资金的请示"),)),
        Addressee("to", text("东湖市人民政府")),
        *_body(1),
        Paragraph("end", text("妥否，请批示。")),
        Signature("sign", (text(ORGAN),), text(DATE), seal=False),
        Paragraph("note", text(NOTE), "note"),
        Imprint("imprint", ("东湖市财政局",), f"{ORGAN}办公室", text(DATE)),
    )
