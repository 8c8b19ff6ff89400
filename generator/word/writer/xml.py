"""WordprocessingML elements: names, lengths and text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape

from lxml import etree

from generator.standard.gbt9704 import MM

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NSMAP = {"w": W, "r": R}
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
"""The declarations that a string of WordprocessingML needs."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

PARAGRAPH_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
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


@cache
def qn(tag: str) -> str:
    """The tag or attribute name in the namespace of WordprocessingML."""
    return f"{{{W}}}{tag}"


def w(tag: str, *children: Element | None, **attributes: str | int | None) -> Element:
    """An element; children and attributes that are None are left out."""
    element = etree.Element(qn(tag), nsmap=_NSMAP)
    for name, value in attributes.items():
        if value is not None:
            element.set(qn(name), str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


def twips(mm: float) -> int:
    """Millimetres in twips."""
    return round(mm * MM)


def points(pt: float) -> int:
    """Points in twips."""
    return round(pt * 20)


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def text_nodes(text: str) -> Iterable[Element]:
    """w:t for the characters of a run, w:tab and w:br for its tabs and line ends."""
    for part in re.split("([\t\n])", clean(text).replace("\r", "")):
        if part == "\t":
            yield w("tab")
        elif part == "\n":
            yield w("br")
        elif part:
            node = w("t")
            node.text = part
            if part != part.strip():
                node.set(_SPACE, "preserve")
            yield node


def run(text: str, *properties: Element, style: str | None = None) -> Element:
    """A run in a character style; the hint keeps “ ” … — in the Chinese font."""
    return w(
        "r",
        w(
            "rPr",
            w("rStyle", val=style) if style else None,
            w("rFonts", hint="eastAsia"),
            *properties,
        ),
        *text_nodes(text),
    )


def run_xml(text: str, style: str | None = None) -> str:
    """The same as a string, without further properties; the hint only where there may be signs that need it."""
    if style:
        return f"{_STYLED_RUN % style}{text_xml(text)}</w:r>"
    opened = RUN_OPEN[text.isascii()]
    if (
        text.isprintable()
        and text[:1] != " " != text[-1:]
        and text
        and not ("&" in text or "<" in text or ">" in text)
    ):
        return f"{opened}<w:t>{text}</w:t></w:r>"
    return f"{opened}{text_xml(text)}</w:r>"


RUN_OPEN = {True: "<w:r>", False: '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'}
"""How a run without a style begins: of a text in ASCII, and of another."""
_STYLED_RUN = '<w:r><w:rPr><w:rStyle w:val="%s"/><w:rFonts w:hint="eastAsia"/></w:rPr>'


def text_xml(text: str) -> str:
    """``text_nodes`` as a string."""
    if not text.isprintable():
        text = clean(text).replace("\r", "")
    if "&" in text or "<" in text or ">" in text:
        text = escape(text, quote=False)
    if "\n" not in text and "\t" not in text:
        return _t(text)
    parts = (_BREAKS.get(part) or _t(part) for part in re.split("([\t\n])", text))
    return "".join(parts)


_BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def _t(text: str) -> str:
    if not text:
        return ""
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<w:t{space}>{text}</w:t>"


def parsed(xml: str) -> list[Element]:
    """The elements of a string of WordprocessingML."""
    return list(etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>"))


def line_break() -> Element:
    """A run that ends the line inside a paragraph."""
    return w("r", w("br"))


def paragraph(style: str, content: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph in a style, with direct properties in any order."""
    element = w("p", w("pPr", w("pStyle", val=style)))
    element.extend(content)
    for item in properties:
        set_property(element, item)
    return element


def set_property(element: Element, item: Element) -> None:
    """Put a child into a paragraph's w:pPr where the schema wants it, in place of one of the same name."""
    properties = element[0]
    rank = PARAGRAPH_ORDER.index(_local(item))
    for position, present in enumerate(properties):
        other = PARAGRAPH_ORDER.index(_local(present))
        if other == rank:
            properties.replace(present, item)
            return
        if other > rank:
            properties.insert(position, item)
            return
    properties.append(item)


def _local(element: Element) -> str:
    return etree.QName(element).localname
