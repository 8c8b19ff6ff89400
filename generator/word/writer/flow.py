"""The blocks of a section in order: what each becomes, and the empty lines between them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    ChopSignature,
    Heading,
    Imprint,
    Masthead,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    TableOfContents,
    TableSlot,
    Title,
)
from generator.standard.formats import GENERAL, LINES_ABOVE_ATTENDANCE, Format
from generator.standard.gbt9704 import (
    LINES_ABOVE_ANNEX_NOTE,
    LINES_ABOVE_CHOP,
    LINES_ABOVE_SEAL,
    LINES_ABOVE_SIGNATURE,
    LINES_BELOW_ANNEX_LABEL,
    LINES_BELOW_TITLE,
)
from generator.word.building import paragraph, points, set_property, w
from generator.word.wordml import SDT, VAL, Element, P
from generator.word.writer.chops import chop_signature
from generator.word.writer.closing import imprint, signature
from generator.word.writer.contents import contents
from generator.word.writer.context import Context
from generator.word.writer.first_page import LetterSetting, letter_setting
from generator.word.writer.inline import Scope
from generator.word.writer.masthead import masthead
from generator.word.writer.paragraphs import (
    addressee,
    annex_label,
    annex_note,
    body,
    heading,
    title,
)
from generator.word.writer.style_ids import NORMAL, SPACER, TITLE
from generator.word.writer.tables import table

ParagraphBlock = (
    Masthead
    | Title
    | Addressee
    | Heading
    | Paragraph
    | AnnexNote
    | Signature
    | ChopSignature
    | AnnexLabel
)
_SIGNED = (Signature, ChopSignature)
_HANGS_ON_TITLE = ("subtitle", "form_line", "unit_line")


def flow(section: Section, context: Context) -> list[Element]:
    """The body elements of a section, without its w:sectPr.

    Raises ValueError for a table slot that was not filled.
    """
    blocks = section.blocks
    result: list[Element] = []
    how = letter_setting(blocks, context)
    for earlier, before, block in zip((None, None, *blocks), (None, *blocks), blocks, strict=False):
        elements = _render(block, context)
        lines = _lines_above(before, block, how, context)
        if isinstance(block, _SIGNED):
            text_begins = _begins_text(earlier, before)
            _keep_together(lines if text_begins else result[-1:] + lines)
        if _is_note(block) and isinstance(before, _SIGNED):
            _keep_together(result[-1:])
        if how:
            _set_closer(before, block, lines, elements, how)
        _break_page(before, block, result, lines, elements)
        result += lines + elements
        if how and block is how.last:
            how = None
    return _closed(result)


def _begins_text(earlier: Block | None, block: Block | None) -> bool:
    """Whether a block is the first of the text: it must stay on the first page (7.3.3)."""
    return isinstance(block, Paragraph) and isinstance(earlier, (Addressee, Title))


def _is_note(block: Block) -> bool:
    """Whether it is 附注, which stands below the date (7.3.6)."""
    return isinstance(block, Paragraph) and block.role == "note"


def _lines_above(
    before: Block | None, block: Block, how: LetterSetting | None, context: Context
) -> list[Element]:
    """The empty lines between two blocks, fewer above a signature that is to stay on its page."""
    count = empty_lines(before, block, context.format)
    if how and isinstance(block, Signature):
        count = min(count, how.above_signature)
    return [paragraph(NORMAL) for _ in range(count)]


def empty_lines(before: Block | None, block: Block, format_of: Format = GENERAL) -> int:
    """How many empty lines stand between two blocks.

    ``before`` is None, or a page break, at the top of a page.
    """
    match block:
        case Signature(seal=seal):
            return LINES_ABOVE_SEAL if seal else LINES_ABOVE_SIGNATURE
        case ChopSignature():
            return LINES_ABOVE_CHOP
        case AnnexLabel() | Imprint() | Masthead():
            return 0
    match before:
        case Masthead():
            return format_of.lines_below
        case AnnexLabel():
            return LINES_BELOW_ANNEX_LABEL
        case None | PageBreak():
            return 0
    return _lines_in_text(before, block)


def _lines_in_text(before: Block, block: Block) -> int:
    match before, block:
        case _, AnnexNote():
            return LINES_ABOVE_ANNEX_NOTE
        case Paragraph(role="attendance"), Paragraph(role="attendance"):
            return 0
        case _, Paragraph(role="attendance"):
            return LINES_ABOVE_ATTENDANCE
        case _, Paragraph(role="sign_line"):
            return 0 if _below_table(before) else 1
        case ((Title() | Paragraph(role="subtitle")), _):
            return 0 if _hangs_on_title(block) else LINES_BELOW_TITLE
        case Table(), Paragraph(role="source_note"):
            return 0
        case (Table(), _) | (_, Title()):
            return 1
    return 0


def _below_table(block: Block) -> bool:
    """Whether it is a table or a note of one."""
    return isinstance(block, Table) or (
        isinstance(block, Paragraph) and block.role == "source_note"
    )


def _hangs_on_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _HANGS_ON_TITLE


def _set_closer(
    before: Block | None,
    block: Block,
    lines: Sequence[Element],
    elements: Sequence[Element],
    how: LetterSetting,
) -> None:
    """The pitch of a letter that would not end on its page otherwise, below its 版头."""
    if isinstance(block, Masthead):
        return
    below_masthead = isinstance(before, Masthead)
    for element in elements if below_masthead else [*lines, *elements]:
        is_title = element[0][0].get(VAL) == TITLE
        line = points(how.title if is_title else how.pitch)
        set_property(element, w("spacing", line=line, lineRule="exact"))


def _break_page(
    before: Block | None,
    block: Block,
    above: Sequence[Element],
    lines: list[Element],
    elements: Sequence[Element],
) -> None:
    """A new page after a page break; none before 附件1 where the section begins with it."""
    if isinstance(before, PageBreak) and above and elements:
        _break_before([*lines, *elements], lines)
    elif isinstance(block, AnnexLabel) and not above:
        set_property(elements[0], w("pageBreakBefore", val=0))


def _break_before(elements: Sequence[Element], lines: list[Element]) -> None:
    """A new page begins with the first element; before a table an empty paragraph does it."""
    first = elements[0]
    if first.tag == SDT:
        first = next(first.iter(P))
    if first.tag != P:
        first = paragraph(SPACER)
        lines.append(first)
    set_property(first, w("pageBreakBefore"))


def _render(block: Block, context: Context) -> list[Element]:
    scope = context.bookmarks.scope(block.id)
    match block:
        case Imprint():
            return [*imprint(block, scope, context), _anchor()]
        case Table():
            return table(block, scope, context)
        case TableSlot():
            raise ValueError(f"table slot {block.name!r} was not filled")
        case TableOfContents():
            return [contents(block, context.targets)]
        case PageBreak():
            return []
    return scope.wrap(_paragraphs(block, scope, context))


def _paragraphs(block: ParagraphBlock, scope: Scope, context: Context) -> list[Element]:
    match block:
        case Masthead():
            return masthead(block, scope, context)
        case Title():
            return title(block, scope)
        case Addressee():
            return addressee(block, scope)
        case Heading():
            return heading(block, scope, context)
        case Paragraph():
            return body(block, scope, context)
        case AnnexNote():
            return annex_note(block, scope, context)
        case Signature():
            return signature(block, scope, context)
        case ChopSignature():
            return chop_signature(block, scope, context)
        case AnnexLabel():
            return annex_label(block, scope)


def _anchor() -> Element:
    """A paragraph as good as without height: 版记 hangs on it, or a section ends with it."""
    return paragraph(SPACER)


def _keep_together(elements: Sequence[Element]) -> None:
    """The signature shares a page with the end of the text (7.3.5.5)."""
    for element in elements:
        if element.tag == P:
            set_property(element, w("keepNext"))


def _closed(elements: list[Element]) -> list[Element]:
    """A section ends with a paragraph, not with a table."""
    if elements and elements[-1].tag == P:
        return elements
    return [*elements, _anchor()]
