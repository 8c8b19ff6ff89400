"""The blocks of a section one after the other: what each becomes, and the empty lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    TableSlot,
    Title,
)
from generator.standard.gbt9704 import (
    LINES_ABOVE_ANNEX_NOTE,
    LINES_ABOVE_SEAL,
    LINES_ABOVE_SIGNATURE,
    LINES_BELOW_ANNEX_LABEL,
    LINES_BELOW_RED_LINE,
    LINES_BELOW_TITLE,
)
from generator.word.wordml import Element, paragraph, points, qn, set_property, w
from generator.word.writer.closing import imprint, signature
from generator.word.writer.context import Context
from generator.word.writer.first_page import Setting, setting
from generator.word.writer.masthead import masthead
from generator.word.writer.paragraphs import (
    addressee,
    annex_label,
    annex_note,
    body,
    heading,
    title,
)
from generator.word.writer.style_names import NORMAL, SPACER, TITLE
from generator.word.writer.tables import table

_HANGS_ON_TITLE = ("subtitle", "form_line", "unit_line")


def flow(section: Section, context: Context) -> list[Element]:
    """The body elements of a section, without its w:sectPr. Raises ValueError for a table slot that
    was not filled.
    """
    result: list[Element] = []
    how = setting(section.blocks, context)
    previous: list[Block | None] = [None, None]
    for block in section.blocks:
        before = previous[-1]
        elements = _render(block, context)
        lines = [paragraph(NORMAL) for _ in range(empty_lines(before, block))]
        if isinstance(block, Signature):
            lines = lines[: how.above_signature] if how else lines
            _keep_together(lines if _begins_text(previous) else result[-1:] + lines)
        if how and not isinstance(block, Masthead):
            _set_closer(elements if isinstance(before, Masthead) else lines + elements, how)
        if isinstance(before, PageBreak) and result and elements:
            _break_before(lines + elements, lines)
        elif not result and isinstance(block, AnnexLabel):
            set_property(elements[0], w("pageBreakBefore", val=0))
        result += lines + elements
        previous.append(block)
        how = None if isinstance(block, Signature) else how
    return _closed(result)


def _begins_text(previous: Sequence[Block | None]) -> bool:
    """Whether the last block is the first of the text: it must stay on the first page (7.3.3)."""
    return isinstance(previous[-1], Paragraph) and isinstance(previous[-2], (Addressee, Title))


def _set_closer(elements: Sequence[Element], how: Setting) -> None:
    """The pitch of a letter that would not end on its page otherwise."""
    for element in elements:
        is_title = element[0][0].get(qn("val")) == TITLE
        line = points(how.title if is_title else how.pitch)
        set_property(element, w("spacing", line=line, lineRule="exact"))


def empty_lines(before: Block | None, block: Block) -> int:
    """How many empty lines stand between two blocks (None or a page break before: at the top of a
    page).
    """
    match before, block:
        case _, Signature(seal=seal):
            return LINES_ABOVE_SEAL if seal else LINES_ABOVE_SIGNATURE
        case _, AnnexLabel() | Imprint() | Masthead():
            return 0
        case Masthead(), _:
            return LINES_BELOW_RED_LINE
        case AnnexLabel(), _:
            return LINES_BELOW_ANNEX_LABEL
        case None | PageBreak(), _:
            return 0
        case _, AnnexNote():
            return LINES_ABOVE_ANNEX_NOTE
        case ((Title() | Paragraph(role="subtitle")), Paragraph(role=role)) if (
            role in _HANGS_ON_TITLE
        ):
            return 0
        case ((Title() | Paragraph(role="subtitle")), _):
            return LINES_BELOW_TITLE
        case Table(), Paragraph(role="source_note"):
            return 0
        case (Table(), _) | (_, Title()):
            return 1
    return 0


def _render(block: Block, context: Context) -> list[Element]:
    scope = context.bookmarks.scope(block.id)
    match block:
        case Masthead():
            elements = masthead(block, scope, context)
        case Title():
            elements = title(block, scope)
        case Addressee():
            elements = addressee(block, scope)
        case Heading():
            elements = heading(block, scope)
        case Paragraph():
            elements = body(block, scope, context)
        case AnnexNote():
            elements = annex_note(block, scope, context)
        case Signature():
            elements = signature(block, scope, context)
        case AnnexLabel():
            elements = annex_label(block, scope)
        case Imprint():
            return [*imprint(block, scope, context), _anchor()]
        case Table():
            return table(block, scope, context)
        case TableSlot():
            raise ValueError(f"table slot {block.name!r} was not filled")
        case PageBreak():
            return []
    return scope.wrap(elements)


def _anchor() -> Element:
    """A paragraph as good as without height: 版记 hangs on it, or a section ends with it after a
    table.
    """
    return paragraph(SPACER)


def _keep_together(elements: Sequence[Element]) -> None:
    """The signature shares a page with the end of the text (7.3.5.5)."""
    for element in elements:
        if element.tag == qn("p"):
            set_property(element, w("keepNext"))


def _break_before(elements: Sequence[Element], lines: list[Element]) -> None:
    """A new page begins with the first element; before a table a paragraph without height takes the
    break.
    """
    first = elements[0]
    if first.tag != qn("p"):
        first = paragraph(SPACER)
        lines.append(first)
    set_property(first, w("pageBreakBefore"))


def _closed(elements: list[Element]) -> list[Element]:
    """A section ends with a paragraph, not with a table."""
    if elements and elements[-1].tag == qn("p"):
        return elements
    return [*elements, _anchor()]
