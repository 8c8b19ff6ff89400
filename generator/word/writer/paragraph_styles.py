"""The paragraph styles of a file: what each element of GB/T 9704-2012 looks like."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from generator.standard.gbt9704 import (
    ER_HAO,
    FIRST_LINE_INDENT,
    RED,
    RED_LINE_GAP,
    RED_LINE_WEIGHT,
    SAN_HAO,
    SI_HAO,
    TITLE_PITCH,
    WU_HAO,
    Fonts,
    Layout,
)
from generator.word.writer.metrics import pt
from generator.word.writer.style_ids import (
    ADDRESSEE,
    ANNEX_LABEL,
    ANNEX_NOTE,
    ATTENDANCE,
    BODY,
    CENTERED,
    CODES,
    CONTENTS,
    CONTENTS_TITLE,
    COPY_NUMBER,
    COPY_TO,
    DATE,
    FOOTER,
    FORM_LINE,
    HEADINGS,
    IMPRINT,
    MARK,
    NOTE,
    NUMBER,
    POST,
    RED_LINE,
    SIGN_LINE,
    SIGNATURE,
    SIGNERS,
    SOURCE_NOTE,
    SPACER,
    SUBTITLE,
    TABLE_HEAD,
    TABLE_SIZES,
    TABLE_TEXT,
    TITLE,
    UNIT_LINE,
)
from generator.word.writer.style_xml import ParagraphStyle, rule_border


def paragraph_styles(layout: Layout, fonts: Fonts) -> Iterator[ParagraphStyle]:
    """Those that every file has, in the order of the document."""
    sections = (_masthead(layout, fonts), _text(layout, fonts), _closing(layout, fonts))
    yield from chain(*sections, _tables(fonts))


def rare_styles(layout: Layout, fonts: Fonts) -> Iterator[ParagraphStyle]:
    """Those that a file has only where it needs them."""
    yield ParagraphStyle(ATTENDANCE, "出席人员", fonts.body, pitch=layout.pitch, align="both")
    yield ParagraphStyle(POST, "签发人职务", fonts.body, pitch=layout.pitch, keep_next=True)
    yield ParagraphStyle(
        CONTENTS_TITLE, "TOC Heading", fonts.title, ER_HAO, ER_HAO + 8, align="center"
    )
    for level, style in enumerate(CONTENTS):
        yield ParagraphStyle(
            style,
            f"toc {level + 1}",
            fonts.body,
            pitch=layout.pitch,
            left=level,
            leader=layout.text_width,
        )
    yield ParagraphStyle(SIGN_LINE, "签名行", fonts.table, SI_HAO, SI_HAO + 8, narrow=False)


def _masthead(layout: Layout, fonts: Fonts) -> Iterator[ParagraphStyle]:
    pitch = layout.pitch
    yield ParagraphStyle(COPY_NUMBER, "份号", fonts.body, pitch=pitch)
    yield ParagraphStyle(CODES, "密级和紧急程度", fonts.label, pitch=pitch)
    yield ParagraphStyle(SPACER, "版头空白", fonts.body, size=1, pitch=1, narrow=False)
    yield ParagraphStyle(MARK, "发文机关标志", fonts.mark, narrow=False, align="center", color=RED)
    below = SAN_HAO + 2
    yield ParagraphStyle(
        NUMBER, "发文字号", fonts.body, pitch=below, before=pitch - below, align="center"
    )
    yield ParagraphStyle(SIGNERS, "签发人", fonts.body, pitch=below, before=pitch - below)
    gap = pt(RED_LINE_GAP) - 1
    yield ParagraphStyle(
        RED_LINE,
        "红色分隔线",
        fonts.body,
        size=1,
        pitch=gap,
        narrow=False,
        border=rule_border("bottom", RED_LINE_WEIGHT, RED),
    )


def _text(layout: Layout, fonts: Fonts) -> Iterator[ParagraphStyle]:
    pitch = layout.pitch
    yield ParagraphStyle(
        TITLE,
        "公文标题",
        fonts.title,
        ER_HAO,
        TITLE_PITCH,
        narrow=False,
        align="center",
        keep_next=True,
    )
    yield ParagraphStyle(SUBTITLE, "公文副标题", fonts.subtitle, pitch=pitch, align="center")
    yield ParagraphStyle(ADDRESSEE, "主送机关", fonts.body, pitch=pitch, next=BODY)
    yield ParagraphStyle(
        BODY, "公文正文", fonts.body, pitch=pitch, align="both", indent=FIRST_LINE_INDENT
    )
    names = (fonts.heading1, fonts.heading2, fonts.heading3, fonts.heading4)
    for level, (style, font) in enumerate(zip(HEADINGS, names, strict=True)):
        yield ParagraphStyle(
            style,
            f"heading {level + 1}",
            font,
            pitch=pitch,
            indent=FIRST_LINE_INDENT,
            align="both",
            outline=level,
            keep_next=True,
            next=BODY,
        )
    yield ParagraphStyle(CENTERED, "公文居中", fonts.body, pitch=pitch, align="center")
    yield ParagraphStyle(
        NOTE, "附注", fonts.body, pitch=pitch, indent=FIRST_LINE_INDENT, align="both"
    )
    yield ParagraphStyle(ANNEX_NOTE, "附件说明", fonts.body, pitch=pitch)
    yield ParagraphStyle(
        ANNEX_LABEL,
        "附件标签",
        fonts.label,
        pitch=pitch,
        page_break=True,
        keep_next=True,
        next=TITLE,
    )


def _closing(layout: Layout, fonts: Fonts) -> Iterator[ParagraphStyle]:
    pitch = layout.pitch
    yield ParagraphStyle(
        SIGNATURE, "发文机关署名", fonts.body, pitch=pitch, keep_next=True, next=DATE
    )
    yield ParagraphStyle(DATE, "成文日期", fonts.body, pitch=pitch)
    line = SI_HAO + 6
    yield ParagraphStyle(
        COPY_TO, "抄送机关", fonts.body, SI_HAO, line, narrow=False, align="both", before=3, after=3
    )
    yield ParagraphStyle(
        IMPRINT, "印发机关和印发日期", fonts.body, SI_HAO, line, narrow=False, before=3, after=3
    )
    yield ParagraphStyle(FOOTER, "footer", fonts.page_number, SI_HAO, SI_HAO + 2, narrow=False)


def _tables(fonts: Fonts) -> Iterator[ParagraphStyle]:
    yield ParagraphStyle(
        FORM_LINE, "表格填报", fonts.table, SI_HAO, SI_HAO + 8, narrow=False, keep_next=True
    )
    yield ParagraphStyle(
        UNIT_LINE,
        "表格单位",
        fonts.table,
        SI_HAO,
        SI_HAO + 8,
        narrow=False,
        align="right",
        keep_next=True,
    )
    yield ParagraphStyle(
        SOURCE_NOTE, "表格注释", fonts.table, WU_HAO, narrow=False, align="both", before=3
    )
    for size, name in TABLE_SIZES.items():
        yield ParagraphStyle(TABLE_TEXT[size], f"表格文字{name}", fonts.table, size, narrow=False)
        yield ParagraphStyle(
            TABLE_HEAD[size],
            f"表格表头{name}",
            fonts.table_head,
            size,
            narrow=False,
            align="center",
        )
