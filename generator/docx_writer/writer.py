"""A document tree to a .docx file."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section as WordSection
from docx.shared import Mm

from generator.document import Document
from generator.docx_writer.context import Context
from generator.docx_writer.flow import flow
from generator.docx_writer.footers import PageNumber, footer_distance, footer_paragraph
from generator.docx_writer.inline import Bookmarks
from generator.docx_writer.package import body_of, new_package, save
from generator.docx_writer.xml import Element, qn
from generator.gbt9704 import Fonts, Layout


def write(document: Document, layout: Layout, fonts: Fonts, *, page_number: PageNumber = "standard") -> bytes:
    """The Word file of a document: the same tree gives the same bytes.

    ``page_number`` is ``standard`` (odd right, even left: 7.5), ``center`` or ``none``. Characters that XML forbids
    are left out. Raises ValueError where a table slot was not filled or the spans of a table row do not add up.
    """
    word = new_package(layout, fonts, document.properties)
    body = body_of(word)
    final = body[-1]
    _footers(word, page_number)
    bookmarks = Bookmarks(document.properties.draft)
    for n, section in enumerate(document.sections):
        elements = flow(section, Context(layout, fonts, bookmarks, section.landscape))
        for element in elements:
            final.addprevious(element)
        last = n == len(document.sections) - 1
        properties = final if last else _section_end(elements[-1], final)
        _geometry(properties, word, layout, section.landscape)
    return save(word)


def _footers(word: WordDocument, page_number: PageNumber) -> None:
    """Footers of odd and even pages, referred to by the last w:sectPr."""
    section = word.sections[0]
    for footer, even in ((section.footer, False), (section.even_page_footer, True)):
        footer.is_linked_to_previous = False
        root = footer.part.element
        for child in list(root):
            root.remove(child)
        root.append(footer_paragraph(even, page_number))


def _section_end(paragraph: Element, final: Element) -> Element:
    """The w:sectPr of a section that another follows, in its last paragraph; it refers to the same footers."""
    properties = deepcopy(final)
    paragraph[0].append(properties)
    return properties


def _geometry(properties: Element, word: WordDocument, layout: Layout, landscape: bool) -> None:
    """Page size and margins. On a landscape page the sheet is turned: its binding edge is at the top (clause 8)."""
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
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = map(Mm, sides)
    section.footer_distance = Mm(footer_distance(layout, landscape))
    section.header_distance = Mm(15)
    section.gutter = Mm(0)
