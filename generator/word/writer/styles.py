"""The styles of a file: real ones with Chinese names.

So people can restyle the text, navigate in it and list its contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.standard.gbt9704 import (
    ALTERNATIVES,
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
from generator.word.wordml import Element, points, w
from generator.word.writer.metrics import pt
from generator.word.writer.style_ids import (
    ADDRESSEE,
    ANNEX_LABEL,
    ANNEX_NOTE,
    BODY,
    CENTERED,
    CODES,
    COPY_NUMBER,
    COPY_TO,
    DATE,
    FOOTER,
    FORM_LINE,
    GAP,
    HEADINGS,
    IMPRINT,
    LEADS,
    MARK,
    NORMAL,
    NOTE,
    NUMBER,
    RED_LINE,
    SIGNATURE,
    SIGNER_NAME,
    SIGNERS,
    SOURCE_NOTE,
    SPACER,
    STRONG,
    SUBTITLE,
    TABLE,
    TABLE_HEAD,
    TABLE_SIZES,
    TABLE_TEXT,
    TITLE,
    UNIT_LINE,
)


@dataclass(frozen=True)
class _Style:
    """A paragraph style.

    ``size``, ``before`` and ``after`` are in pt; ``pitch`` is the exact line in pt (0: single);
    ``indent`` counts 字 of the first line; ``narrow`` takes the narrowing of the body; ``outline``
    is the level from 0 (None: none); ``border`` goes into w:pBdr.
    """

    id: str
    name: str
    font: str
    size: float = SAN_HAO
    pitch: float = 0.0
    narrow: bool = True
    align: str = "left"
    indent: int = 0
    before: float = 0.0
    after: float = 0.0
    color: str = ""
    outline: int | None = None
    keep_next: bool = False
    page_break: bool = False
    next: str = ""
    border: Element | None = None


_GAP_COLOR = "FFF2CC"
"""The shading of 【待补：…】: light yellow, that prints too."""


def style_elements(layout: Layout, fonts: Fonts) -> Iterator[Element]:
    """The children of w:styles."""
    yield _defaults(fonts)
    yield _normal(layout)
    yield _default("character", "DefaultParagraphFont", "Default Paragraph Font")
    no_margins = w("tblPr", w("tblInd", w=0, type="dxa"), _cell_margins(0))
    yield _default("table", "TableNormal", "Normal Table", no_margins)
    yield _default("numbering", "NoList", "No List")
    sections = (_masthead(layout, fonts), _text(layout, fonts), _closing(layout, fonts))
    for style in chain(*sections, _tables(fonts)):
        yield _paragraph_style(style, layout, fonts)
    yield from _character_styles(fonts)
    yield _table_style()


def _masthead(layout: Layout, fonts: Fonts) -> Iterator[_Style]:
    pitch = layout.pitch
    yield _Style(COPY_NUMBER, "份号", fonts.body, pitch=pitch)
    yield _Style(CODES, "密级和紧急程度", fonts.label, pitch=pitch)
    yield _Style(SPACER, "版头空白", fonts.body, size=1, pitch=1, narrow=False)
    yield _Style(MARK, "发文机关标志", fonts.mark, narrow=False, align="center", color=RED)
    below = SAN_HAO + 2
    yield _Style(NUMBER, "发文字号", fonts.body, pitch=below, before=pitch - below, align="center")
    yield _Style(SIGNERS, "签发人", fonts.body, pitch=below, before=pitch - below)
    gap = pt(RED_LINE_GAP) - 1
    yield _Style(
        RED_LINE,
        "红色分隔线",
        fonts.body,
        size=1,
        pitch=gap,
        narrow=False,
        border=_border("bottom", RED_LINE_WEIGHT, RED),
    )


def _text(layout: Layout, fonts: Fonts) -> Iterator[_Style]:
    pitch = layout.pitch
    yield _Style(
        TITLE,
        "公文标题",
        fonts.title,
        ER_HAO,
        TITLE_PITCH,
        narrow=False,
        align="center",
        keep_next=True,
    )
    yield _Style(SUBTITLE, "公文副标题", fonts.subtitle, pitch=pitch, align="center")
    yield _Style(ADDRESSEE, "主送机关", fonts.body, pitch=pitch, next=BODY)
    yield _Style(BODY, "公文正文", fonts.body, pitch=pitch, align="both", indent=FIRST_LINE_INDENT)
    names = (fonts.heading1, fonts.heading2, fonts.heading3, fonts.heading4)
    for level, (style, font) in enumerate(zip(HEADINGS, names, strict=True)):
        yield _Style(
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
    yield _Style(CENTERED, "公文居中", fonts.body, pitch=pitch, align="center")
    yield _Style(NOTE, "附注", fonts.body, pitch=pitch, indent=FIRST_LINE_INDENT, align="both")
    yield _Style(ANNEX_NOTE, "附件说明", fonts.body, pitch=pitch)
    yield _Style(
        ANNEX_LABEL,
        "附件标签",
        fonts.label,
        pitch=pitch,
        page_break=True,
        keep_next=True,
        next=TITLE,
    )


def _closing(layout: Layout, fonts: Fonts) -> Iterator[_Style]:
    pitch = layout.pitch
    yield _Style(SIGNATURE, "发文机关署名", fonts.body, pitch=pitch, keep_next=True, next=DATE)
    yield _Style(DATE, "成文日期", fonts.body, pitch=pitch)
    line = SI_HAO + 6
    yield _Style(
        COPY_TO, "抄送机关", fonts.body, SI_HAO, line, narrow=False, align="both", before=3, after=3
    )
    yield _Style(
        IMPRINT, "印发机关和印发日期", fonts.body, SI_HAO, line, narrow=False, before=3, after=3
    )
    yield _Style(FOOTER, "footer", fonts.page_number, SI_HAO, SI_HAO + 2, narrow=False)


def _tables(fonts: Fonts) -> Iterator[_Style]:
    yield _Style(
        FORM_LINE, "表格填报", fonts.table, SI_HAO, SI_HAO + 8, narrow=False, keep_next=True
    )
    yield _Style(
        UNIT_LINE,
        "表格单位",
        fonts.table,
        SI_HAO,
        SI_HAO + 8,
        narrow=False,
        align="right",
        keep_next=True,
    )
    yield _Style(SOURCE_NOTE, "表格注释", fonts.table, WU_HAO, narrow=False, align="both", before=3)
    for size, name in TABLE_SIZES.items():
        yield _Style(TABLE_TEXT[size], f"表格文字{name}", fonts.table, size, narrow=False)
        yield _Style(
            TABLE_HEAD[size],
            f"表格表头{name}",
            fonts.table_head,
            size,
            narrow=False,
            align="center",
        )


def _defaults(fonts: Fonts) -> Element:
    run = w(
        "rPr",
        _fonts(fonts.body, fonts),
        w("kern", val=0),
        *_size(SAN_HAO),
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
            _line(layout.pitch),
            w("jc", val="both"),
        ),
        w("rPr", w("spacing", val=points(layout.spacing))),
        type="paragraph",
        default=1,
        styleId=NORMAL,
    )


def _default(applies_to: str, style: str, name: str, *properties: Element) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        *properties,
        type=applies_to,
        default=1,
        styleId=style,
    )


def _paragraph_style(style: _Style, layout: Layout, fonts: Fonts) -> Element:
    builtin = style.name.isascii()
    twips = points(style.indent * layout.character)
    properties = w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        w("pageBreakBefore") if style.page_break else None,
        w("pBdr", style.border) if style.border is not None else None,
        _line(style.pitch, style.before, style.after),
        w("ind", firstLineChars=style.indent * 100, firstLine=twips) if style.indent else None,
        w("jc", val=style.align),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )
    text = w(
        "rPr",
        _fonts(style.font, fonts),
        w("color", val=style.color) if style.color else None,
        w("spacing", val=points(layout.spacing) if style.narrow else 0),
        *_size(style.size),
    )
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val=NORMAL),
        w("next", val=style.next) if style.next else None,
        w("qFormat"),
        properties,
        text,
        type="paragraph",
        customStyle=None if builtin else 1,
        styleId=style.id,
    )


def _character_styles(fonts: Fonts) -> Iterator[Element]:
    names = (fonts.heading1, fonts.heading2, fonts.heading3, fonts.heading4)
    for style, level, font in zip(LEADS, "一二三四", names, strict=True):
        yield _character_style(style, f"标题{level}级(段内)", _fonts(font, fonts))
    yield _character_style(SIGNER_NAME, "签发人姓名", _fonts(fonts.signer, fonts))
    yield _character_style(STRONG, "Strong", w("b"), w("bCs"))
    shading = w("shd", val="clear", color="auto", fill=_GAP_COLOR)
    yield _character_style(GAP, "待补", shading)


def _character_style(style: str, name: str, *properties: Element) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("qFormat"),
        w("rPr", *properties),
        type="character",
        customStyle=None if name.isascii() else 1,
        styleId=style,
    )


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
        w("tblPr", w("tblBorders", *borders), _cell_margins(85, 28)),
        type="table",
        customStyle=1,
        styleId=TABLE,
    )


def _cell_margins(side: int, above: int = 0) -> Element:
    """The white space in a cell in twips: at its sides, and above and below."""
    return w(
        "tblCellMar",
        w("top", w=above, type="dxa"),
        w("left", w=side, type="dxa"),
        w("bottom", w=above, type="dxa"),
        w("right", w=side, type="dxa"),
    )


def _fonts(name: str, fonts: Fonts) -> Element:
    latin = fonts.latin or name
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=name, cs=latin)


def _size(size: float) -> tuple[Element, Element]:
    return w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))


def _line(pitch: float, before: float = 0.0, after: float = 0.0) -> Element:
    line, rule = (points(pitch), "exact") if pitch else (240, "auto")
    return w("spacing", before=points(before), after=points(after), line=line, lineRule=rule)


def _border(side: str, weight: float, color: str) -> Element:
    return w(side, val="single", sz=round(weight * 8), space=0, color=color)


def font_elements(fonts: Fonts) -> Iterator[Element]:
    """The children of w:fonts: every font of the file, with what to take where it is missing."""
    names = {name for name in vars(fonts).values() if name}
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
