"""A document tree to a .docx file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section as WordSection
from docx.shared import Mm
from msgspec import Struct

from generator.model.document import Document, Masthead, Section
from generator.model.replacing import replace
from generator.standard.gbt9704 import STANDARD, Layout, Look
from generator.word.building import paragraph, w
from generator.word.reference_values import Reference
from generator.word.wordml import R_ID, Element, qn
from generator.word.writer.contents import targets
from generator.word.writer.context import Context, Restated, Streams, with_empty_rows
from generator.word.writer.flow import flow
from generator.word.writer.footers import footer, footer_distance
from generator.word.writer.inline import Bookmarks
from generator.word.writer.letterhead import letter_foot
from generator.word.writer.masthead import letter_mark
from generator.word.writer.own_look import put_furniture, refer, restyle
from generator.word.writer.parts import add_rare_styles, body_of, new_file, save
from generator.word.writer.pictures import Pictures
from generator.word.writer.style_ids import FOOTER


class FileWithTree(Struct, frozen=True):
    """A Word file just written: its bytes; its w:document, in which each table has one empty row;
    for each table the cells that the file says in other words than the document; the names of its
    bookmarks of blocks and figures."""

    data: bytes
    root: Element
    restated: tuple[Restated, ...]
    marks: frozenset[str]


def write(
    document: Document,
    look: Look = STANDARD,
    pictures: Mapping[str, bytes] | None = None,
    reference: Reference | None = None,
) -> bytes:
    """The bytes of ``make``."""
    return make(document, look, pictures, reference).data


def make(
    document: Document,
    look: Look = STANDARD,
    pictures: Mapping[str, bytes] | None = None,
    reference: Reference | None = None,
) -> FileWithTree:
    """The Word file of a document: the same tree gives the same bytes.

    ``pictures`` are the files that its pictures name; ``reference`` is the office's own look,
    where it has one: styles of the same names, pages, headers and footers are as there.
    Characters that XML forbids are left out. Raises ValueError where a table slot was not filled
    or the spans of a table row do not add up.
    """
    reference = reference or Reference({}, look.layout)
    look = replace(look, layout=reference.layout)
    word = new_file(look.layout, look.fonts, document.properties)
    final = body_of(word)[-1]
    footers = _footers(word, look, {section.landscape for section in document.sections})
    own = put_furniture(word, reference)
    bookmarks, streams = Bookmarks(document.properties.draft), Streams()
    drawn, to = Pictures(word, pictures or {}), targets(document)
    for n, section in enumerate(document.sections, start=1):
        context = Context(
            look.layout, bookmarks, section.landscape, streams, drawn, to, look.format
        )
        elements = flow(section, context)
        for element in elements:
            final.addprevious(element)
        last = n == len(document.sections)
        properties = final if last else _section_end(elements[-1], final)
        _refer(properties, footers[section.landscape])
        refer(properties, own, reference, first=n == 1)
        _geometry(properties, word, look.layout, section.landscape)
        if n == 1 and not look.format.first_number:
            _begin_letter(properties, word, _letter_foot(section, context))
    add_rare_styles(word, look.layout, look.fonts)
    restyle(word, reference)
    data = save(word, streams.rows)
    root = with_empty_rows(word.element)
    return FileWithTree(data, root, tuple(streams.restated), frozenset(bookmarks.names))


def _footers(
    word: WordDocument, look: Look, landscape: Iterable[bool]
) -> dict[bool, tuple[str, str]]:
    """The footers of odd and even pages for each way that pages lie.

    They are the ids by which a w:sectPr refers to them.
    """
    return {
        turned: (_add_footer(word, look, turned, False), _add_footer(word, look, turned, True))
        for turned in sorted(landscape)
    }


def _add_footer(word: WordDocument, look: Look, turned: bool, even: bool) -> str:
    return _footer_of(word, footer(look, turned=turned, even=even))


def _footer_of(word: WordDocument, content: Element) -> str:
    """The id of a new footer."""
    part, reference = word.part.add_footer_part()  # type: ignore[no-untyped-call]
    root = part.element
    for child in list(root):
        root.remove(child)
    root.append(content)
    return str(reference)


def _letter_foot(section: Section, context: Context) -> Element:
    """The footer of page 1 of a letter; empty where there is no 版头."""
    heads = [block for block in section.blocks if isinstance(block, Masthead)]
    if not heads:
        return paragraph(FOOTER)
    return letter_foot(letter_mark(heads[0], context), context.layout)


def _begin_letter(properties: Element, word: WordDocument, foot: Element) -> None:
    """Page 1 with a footer of its own in the place of a page number."""
    for former in properties.findall(qn("footerReference")):
        if former.get(qn("type")) == "first":
            properties.remove(former)
    element = w("footerReference", type="first")
    element.set(R_ID, _footer_of(word, foot))
    properties.insert(2, element)
    if properties.find(qn("titlePg")) is None:
        properties.append(w("titlePg"))


def _refer(properties: Element, footers: tuple[str, str]) -> None:
    """The footers of a section, in place of those that it was copied with."""
    for former in properties.findall(qn("footerReference")):
        properties.remove(former)
    for index, (page, reference) in enumerate(zip(("default", "even"), footers, strict=True)):
        element = w("footerReference", type=page)
        element.set(R_ID, reference)
        properties.insert(index, element)


def _section_end(paragraph: Element, final: Element) -> Element:
    """The w:sectPr of a section that another follows, in its last paragraph."""
    properties = deepcopy(final)
    paragraph[0].append(properties)
    return properties


def _geometry(properties: Element, word: WordDocument, layout: Layout, landscape: bool) -> None:
    """Page size and margins.

    On a landscape page the sheet is turned: its binding edge is at the top (clause 8).
    """
    for grid in properties.findall(qn("docGrid")):
        properties.remove(grid)
    section = WordSection(properties, word.part)  # type: ignore[arg-type]
    section.start_type = WD_SECTION.NEW_PAGE
    width, height = Mm(layout.page_width), Mm(layout.page_height)
    sides = (layout.top, layout.right, layout.bottom, layout.left)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
        sides = (layout.left, layout.top, layout.right, layout.bottom)
    section.page_width, section.page_height = width, height
    top, right, bottom, left = map(Mm, sides)
    section.top_margin, section.right_margin = top, right
    section.bottom_margin, section.left_margin = bottom, left
    section.footer_distance = Mm(footer_distance(layout, landscape))
    section.header_distance = Mm(layout.header)
    section.gutter = Mm(0)
