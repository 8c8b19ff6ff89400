"""A document tree to a .docx file."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section as WordSection
from docx.shared import Mm

from generator.model.document import Document
from generator.standard.gbt9704 import Fonts, Layout
from generator.word.wordml import R_ID, Element, qn, w
from generator.word.writer.context import Context, Streams
from generator.word.writer.flow import flow
from generator.word.writer.footers import (
    PageNumber,
    footer_distance,
    footer_paragraph,
    turned_footer,
)
from generator.word.writer.inline import Bookmarks
from generator.word.writer.package import body_of, new_package, save


def write(
    document: Document, layout: Layout, fonts: Fonts, *, page_number: PageNumber = "standard"
) -> bytes:
    """The Word file of a document: the same tree gives the same bytes.

    ``page_number`` is ``standard`` (odd right, even left: 7.5), ``center`` or ``none``. Characters
    that XML forbids are left out. Raises ValueError where a table slot was not filled or the spans
    of a table row do not add up.
    """
    word = new_package(layout, fonts, document.properties)
    body = body_of(word)
    final = body[-1]
    footers = _footers(
        word, page_number, layout, {section.landscape for section in document.sections}
    )
    bookmarks, streams = Bookmarks(document.properties.draft), Streams()
    for n, section in enumerate(document.sections):
        elements = flow(section, Context(layout, fonts, bookmarks, section.landscape, streams))
        for element in elements:
            final.addprevious(element)
        last = n == len(document.sections) - 1
        properties = final if last else _section_end(elements[-1], final)
        _refer(properties, footers[section.landscape])
        _geometry(properties, word, layout, section.landscape)
    return save(word, streams.rows)


def _footers(
    word: WordDocument, page_number: PageNumber, layout: Layout, landscape: Iterable[bool]
) -> dict[bool, tuple[str, str]]:
    """The footers of odd and even pages for each way that pages lie: the ids by which a w:sectPr
    refers to them.
    """
    found = {}
    for turned in sorted(landscape):
        ids = []
        for even in (False, True):
            part, reference = word.part.add_footer_part()  # type: ignore[no-untyped-call]
            root = part.element
            for child in list(root):
                root.remove(child)
            root.append(
                turned_footer(even, page_number, layout)
                if turned
                else footer_paragraph(even, page_number)
            )
            ids.append(reference)
        found[turned] = (ids[0], ids[1])
    return found


def _refer(properties: Element, footers: tuple[str, str]) -> None:
    """The footers of a section, in place of those that it was copied with."""
    for former in properties.findall(qn("footerReference")):
        properties.remove(former)
    for place, (kind, reference) in enumerate(zip(("default", "even"), footers, strict=True)):
        element = w("footerReference", type=kind)
        element.set(R_ID, reference)
        properties.insert(place, element)


def _section_end(paragraph: Element, final: Element) -> Element:
    """The w:sectPr of a section that another follows, in its last paragraph; it refers to the same
    footers.
    """
    properties = deepcopy(final)
    paragraph[0].append(properties)
    return properties


def _geometry(properties: Element, word: WordDocument, layout: Layout, landscape: bool) -> None:
    """Page size and margins. On a landscape page the sheet is turned: its binding edge is at the
    top (clause 8).
    """
    for grid in properties.findall(qn("docGrid")):
        properties.remove(grid)
    section = WordSection(properties, word.part)  # type: ignore[arg-type]
    section.start_type = WD_SECTION.NEW_PAGE
    sides = (layout.top, layout.right, layout.bottom, layout.left)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(layout.page_height), Mm(layout.page_width)
        sides = (layout.left, layout.top, layout.right, layout.bottom)
    else:
        section.page_width, section.page_height = Mm(layout.page_width), Mm(layout.page_height)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(
        Mm, sides
    )
    section.footer_distance = Mm(footer_distance(layout, landscape))
    section.header_distance = Mm(15)
    section.gutter = Mm(0)
