"""The elements of styles: a paragraph style, a character style, and what they are made of."""

from __future__ import annotations

from msgspec import Struct

from generator.standard.gbt9704 import SAN_HAO, Fonts, Layout
from generator.word.building import points, twips, w
from generator.word.wordml import Element
from generator.word.writer.style_ids import NORMAL


class ParagraphStyle(Struct, frozen=True):
    """A paragraph style.

    ``size``, ``before`` and ``after`` are in pt; ``pitch`` is the exact line in pt (0: single);
    ``indent`` counts 字 of the first line; ``narrow`` takes the narrowing of the body; ``outline``
    is the level from 0 (None: none); ``border`` goes into w:pBdr; ``left`` counts 字 that all lines
    stand in; ``leader`` is in mm where dots lead to a number at the right (0: nowhere).
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
    left: int = 0
    leader: float = 0.0


def paragraph_style(style: ParagraphStyle, layout: Layout, fonts: Fonts) -> Element:
    builtin = style.name.isascii()
    properties = w(
        "pPr",
        w("keepNext") if style.keep_next else None,
        w("pageBreakBefore") if style.page_break else None,
        w("pBdr", style.border) if style.border is not None else None,
        _leader(style.leader) if style.leader else None,
        line_spacing(style.pitch, style.before, style.after),
        _indent(style, layout) if style.indent or style.left else None,
        w("jc", val=style.align),
        w("outlineLvl", val=style.outline) if style.outline is not None else None,
    )
    text = w(
        "rPr",
        font_slots(style.font, fonts),
        w("color", val=style.color) if style.color else None,
        w("spacing", val=points(layout.spacing) if style.narrow else 0),
        *type_size(style.size),
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


def _indent(style: ParagraphStyle, layout: Layout) -> Element:
    first, left = style.indent, style.left
    return w(
        "ind",
        leftChars=left * 100 if left else None,
        left=points(left * layout.character) if left else None,
        firstLineChars=first * 100 if first else None,
        firstLine=points(first * layout.character) if first else None,
    )


def _leader(position: float) -> Element:
    """Dots up to a number that ends at the position (mm)."""
    return w("tabs", w("tab", val="right", leader="dot", pos=twips(position)))


def character_style(style: str, name: str, *properties: Element) -> Element:
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


def default_style(applies_to: str, style: str, name: str, *properties: Element) -> Element:
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


def cell_margins(side: int, above: int = 0) -> Element:
    """The white space in a cell in twips: at its sides, and above and below."""
    return w(
        "tblCellMar",
        w("top", w=above, type="dxa"),
        w("left", w=side, type="dxa"),
        w("bottom", w=above, type="dxa"),
        w("right", w=side, type="dxa"),
    )


def font_slots(name: str, fonts: Fonts) -> Element:
    latin = fonts.latin or name
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=name, cs=latin)


def type_size(size: float) -> tuple[Element, Element]:
    return w("sz", val=round(size * 2)), w("szCs", val=round(size * 2))


def line_spacing(pitch: float, before: float = 0.0, after: float = 0.0) -> Element:
    line, rule = (points(pitch), "exact") if pitch else (240, "auto")
    return w("spacing", before=points(before), after=points(after), line=line, lineRule=rule)


def rule_border(side: str, weight: float, color: str) -> Element:
    return w(side, val="single", sz=round(weight * 8), space=0, color=color)
