"""How elements of WordprocessingML are built: as nodes, and as strings, of which a large table is
made."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cache
from html import escape

from lxml import etree

from generator.model.regex import regex
from generator.model.storable import storable
from generator.standard.gbt9704 import MM
from generator.word.wordml import NAMESPACES, R_NAMESPACE, SPACE, Element, W, local_name, qn

_NSMAP = {"w": W}
_ROOT_NSMAP = {"w": W, "r": R_NAMESPACE}
_TAB_OR_LINE_END = regex("([\t\n])")


@cache
def _bare(tag: str) -> Element:
    """An element without anything: a copy of it is made in a fifth of the time of a new one."""
    return etree.Element(qn(tag), nsmap=_NSMAP)


def w(tag: str, *children: Element | None, **attributes: str | int | None) -> Element:
    """An element; children and attributes that are None are left out."""
    element = copy(_bare(tag))
    for name, value in attributes.items():
        if value is not None:
            element.set(qn(name), str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def part_root(tag: str, children: Iterable[Element]) -> Element:
    """The root of a part: it declares the namespaces that its content may use."""
    element = etree.Element(qn(tag), nsmap=_ROOT_NSMAP)
    element.extend(children)
    return element


def twips(mm: float) -> int:
    """Millimetres in twips."""
    return round(mm * MM)


def points(pt: float) -> int:
    """Points in twips."""
    return round(pt * 20)


def text_nodes(text: str) -> Iterable[Element]:
    """w:t for the characters of a run, w:tab and w:br for its tabs and line ends."""
    for part in _TAB_OR_LINE_END.split(storable(text)):
        if part == "\t":
            yield w("tab")
        elif part == "\n":
            yield w("br")
        elif part:
            node = w("t")
            node.text = part
            if part != part.strip():
                node.set(SPACE, "preserve")
            yield node


def run(text: str, *properties: Element, style: str | None = None) -> Element:
    """A run in a character style; the hint keeps “ ” … — in the Chinese font."""
    character_style = w("rStyle", val=style) if style else None
    hint = w("rFonts", hint="eastAsia")
    return w("r", w("rPr", character_style, hint, *properties), *text_nodes(text))


def line_break() -> Element:
    """A run that ends the line inside a paragraph."""
    return w("r", w("br"))


PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "pBdr",
    "tabs",
    "kinsoku",
    "overflowPunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "snapToGrid",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
    "rPr",
    "sectPr",
)
"""The children of w:pPr that the writer uses, in the order of the schema."""


def paragraph(style: str, content: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph in a style, with direct properties in any order."""
    element = w("p", w("pPr", w("pStyle", val=style)))
    element.extend(content)
    for item in properties:
        set_property(element, item)
    return element


def set_property(element: Element, item: Element) -> None:
    """Put a child into a paragraph's w:pPr where the schema wants it, in place of its namesake."""
    properties = element[0]
    rank = PARAGRAPH_ORDER.index(local_name(item))
    for index, present in enumerate(properties):
        other = PARAGRAPH_ORDER.index(local_name(present))
        if other == rank:
            properties.replace(present, item)
            return
        if other > rank:
            properties.insert(index, item)
            return
    properties.append(item)


# Elements as strings: what a large table is made of

RUN_OPEN = {True: "<w:r>", False: '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'}
"""How a run without a style begins: of a text in ASCII, and of another."""
_STYLED_RUN = '<w:r><w:rPr><w:rStyle w:val="%s"/><w:rFonts w:hint="eastAsia"/></w:rPr>'
_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def run_xml(text: str, style: str | None = None) -> str:
    """A run without further properties; the hint only where there may be signs that need it."""
    if style:
        return f"{_STYLED_RUN % style}{text_xml(text)}</w:r>"
    opened = RUN_OPEN[text.isascii()]
    if text and text[:1] != " " != text[-1:] and is_bare(text):
        return f"{opened}<w:t>{text}</w:t></w:r>"
    return f"{opened}{text_xml(text)}</w:r>"


def is_bare(text: str) -> bool:
    """Whether a text stands in XML as it is: no control characters and nothing to escape."""
    return text.isprintable() and not ("&" in text or "<" in text or ">" in text)


def text_xml(text: str) -> str:
    """``text_nodes`` as a string."""
    text = storable(text)
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    if "\n" not in text and "\t" not in text:
        return _t(text)
    return "".join(_BREAKS.get(part) or _t(part) for part in _TAB_OR_LINE_END.split(text))


def _t(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<w:t{space}>{text}</w:t>"


def fragment(xml: str) -> list[Element]:
    """The elements of a string of WordprocessingML."""
    return list(etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>"))
