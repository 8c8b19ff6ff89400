"""The styles of a file: real ones with Chinese names.

So people can restyle the text, navigate in it and list its contents.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import astuple

from generator.standard.gbt9704 import (
    ALTERNATIVES,
    SAN_HAO,
    Fonts,
    Layout,
)
from generator.word.building import points, w
from generator.word.wordml import Element
from generator.word.writer.paragraph_styles import paragraph_styles, rare_styles
from generator.word.writer.style_ids import (
    GAP,
    LABEL_TEXT,
    LEADS,
    NORMAL,
    SIGNER_NAME,
    STRONG,
    TABLE,
)
from generator.word.writer.style_xml import (
    cell_margins,
    character_style,
    default_style,
    font_slots,
    line_spacing,
    paragraph_style,
    type_size,
)

_GAP_COLOR = "FFF2CC"
"""The shading of 【待补：…】: light yellow, that prints too."""


def style_elements(layout: Layout, fonts: Fonts) -> Iterator[Element]:
    """The children of w:styles."""
    yield _defaults(fonts)
    yield _normal(layout)
    yield default_style("character", "DefaultParagraphFont", "Default Paragraph Font")
    no_margins = w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(0))
    yield default_style("table", "TableNormal", "Normal Table", no_margins)
    yield default_style("numbering", "NoList", "No List")
    for style in paragraph_styles(layout, fonts):
        yield paragraph_style(style, layout, fonts)
    yield from _character_styles(fonts)
    yield _table_style()


def rare_style_elements(layout: Layout, fonts: Fonts) -> dict[str, Element]:
    """By id, the styles that a file has only where it needs them."""
    found = {
        style.id: paragraph_style(style, layout, fonts) for style in rare_styles(layout, fonts)
    }
    label = character_style(LABEL_TEXT, "黑体标签", font_slots(fonts.label, fonts))
    return {**found, LABEL_TEXT: label}


def _defaults(fonts: Fonts) -> Element:
    run = w(
        "rPr",
        font_slots(fonts.body, fonts),
        w("kern", val=0),
        *type_size(SAN_HAO),
        w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _normal(layout: Layout) -> Element:
    """正文, on the grid of 28 × 22.

    What breaks the grid is off (widow control, room between Chinese and Latin), and the rules for
    the beginning and the end of a line are on. A mark may hang in the margin, as Word does by
    itself; LibreOffice reads that switch the other way round.
    """
    off = dict.fromkeys(("autoSpaceDE", "autoSpaceDN", "snapToGrid"), 0)
    switches = {"widowControl": 0, "kinsoku": 1, "overflowPunct": 1, **off}
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w(
            "pPr",
            *(w(tag, val=value) for tag, value in switches.items()),
            line_spacing(layout.pitch),
            w("jc", val="both"),
        ),
        w("rPr", w("spacing", val=points(layout.spacing))),
        type="paragraph",
        default=1,
        styleId=NORMAL,
    )


def _character_styles(fonts: Fonts) -> Iterator[Element]:
    names = (fonts.heading1, fonts.heading2, fonts.heading3, fonts.heading4)
    for style, level, font in zip(LEADS, "一二三四", names, strict=True):
        yield character_style(style, f"标题{level}级(段内)", font_slots(font, fonts))
    yield character_style(SIGNER_NAME, "签发人姓名", font_slots(fonts.signer, fonts))
    yield character_style(STRONG, "Strong", w("b"), w("bCs"))
    shading = w("shd", val="clear", color="auto", fill=_GAP_COLOR)
    yield character_style(GAP, "待补", shading)


def _table_style() -> Element:
    borders = [
        w(side, val="single", sz=4, space=0, color="000000")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    return w(
        "style",
        w("name", val="公文表格"),
        w("basedOn", val="TableNormal"),
        w("qFormat"),
        w("tblPr", w("tblBorders", *borders), cell_margins(85, 28)),
        type="table",
        customStyle=1,
        styleId=TABLE,
    )


def font_elements(fonts: Fonts) -> Iterator[Element]:
    """The children of w:fonts: every font of the file, with what to take where it is missing."""
    names = {name for name in astuple(fonts) if name}
    for name in sorted(names):
        other = ALTERNATIVES.get(name)
        chinese = not name.isascii()
        yield w(
            "font",
            w("altName", val=other) if other else None,
            w("charset", val="86" if chinese else "00"),
            w("family", val="auto"),
            w("pitch", val="default"),
            name=name,
        )
