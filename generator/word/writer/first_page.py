"""Whether a letter ends on its first page, and how much closer it is set so that it does.

The first page must show text (7.3.3), and what signs a letter must not stand alone: where a little
room is lacking, lines are set closer (7.3.5.5, 可以). Where more is lacking, everything keeps its
pitch and flows to the next page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from generator.model.document import (
    Addressee,
    AnnexNote,
    Block,
    Masthead,
    Paragraph,
    Signature,
    Text,
    Title,
    plain,
)
from generator.model.replacing import replace
from generator.standard.gbt9704 import (
    CLOSEST_PITCH,
    CLOSEST_TITLE_PITCH,
    FIRST_LINE_INDENT,
    LINES_ABOVE_ANNEX_NOTE,
    LINES_ABOVE_SEAL,
    LINES_ABOVE_SIGNATURE,
    LINES_BELOW_TITLE,
    TITLE_PITCH,
)
from generator.word.writer.context import Context
from generator.word.writer.masthead import masthead_height
from generator.word.writer.metrics import pt, width
from generator.word.writer.paragraphs import title_texts

_SAFE = 27.0
"""Characters that a line surely holds, whatever a renderer does with digits and punctuation."""
_RESERVE = 3.0
"""Room in pt left for rounding."""


class LetterSetting(Struct, frozen=True):
    """The pitch of a letter's title and of its lines in pt, and the empty lines above its 署名;
    ``last`` is its last block."""

    title: float
    pitch: float
    above_signature: int
    last: Block


def letter_setting(blocks: Sequence[Block], context: Context) -> LetterSetting | None:
    """How the letter at the beginning of ``blocks`` is set; None where it is set as usual."""
    letter = _letter(blocks)
    if letter is None:
        return None
    pitch = context.layout.pitch
    room = pt(context.layout.text_height) - _RESERVE
    if _height(letter, _usual(letter, pitch), context) <= room:
        return None
    close = LetterSetting(CLOSEST_TITLE_PITCH, pitch, 1, letter[-1])
    lines = _lines(letter) + close.above_signature
    lacking = _height(letter, close, context) - room
    closer = pitch - max(lacking, 0.0) / lines
    if closer < CLOSEST_PITCH:
        return None
    return replace(close, pitch=math.floor(closer * 20) / 20)


def _letter(blocks: Sequence[Block]) -> list[Block] | None:
    """The blocks from 版头 to 署名, with 附注 below it; None where the section does not begin with a
    whole letter."""
    if not blocks or not isinstance(blocks[0], Masthead):
        return None
    result: list[Block] = []
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if not isinstance(block, (Masthead, Title, Addressee, Paragraph, AnnexNote, Signature)):
            return None
        result.append(block)
        if isinstance(block, Signature):
            return [*result, *_note(following)]
    return None


def _note(block: Block | None) -> list[Block]:
    """附注 that stands below a signature."""
    return [block] if isinstance(block, Paragraph) and block.role == "note" else []


def _usual(letter: Sequence[Block], pitch: float) -> LetterSetting:
    sealed = any(isinstance(block, Signature) and block.seal for block in letter)
    above = LINES_ABOVE_SEAL if sealed else LINES_ABOVE_SIGNATURE
    return LetterSetting(TITLE_PITCH, pitch, above, letter[-1])


def _height(letter: Sequence[Block], how: LetterSetting, context: Context) -> float:
    """From the top of the 版心 to the end of the date in pt."""
    head = sum(masthead_height(block, context) for block in letter if isinstance(block, Masthead))
    titles = sum(len(title_texts(block.lines)) for block in letter if isinstance(block, Title))
    fixed = head + context.format.lines_below * context.layout.pitch + titles * how.title
    return fixed + (_lines(letter) + how.above_signature) * how.pitch


def _lines(letter: Sequence[Block]) -> int:
    """The lines of the text's pitch below the title, with the empty line below it."""
    return LINES_BELOW_TITLE + sum(map(_lines_of, letter))


def _lines_of(block: Block) -> int:
    """The lines of 主送机关, of a paragraph, of 附件说明, or of 署名 and date; 0 for another block."""
    match block:
        case Addressee():
            return _wrapped(block.text, 1)
        case Paragraph():
            lead = plain(block.lead.text) + block.lead.number if block.lead else ""
            return _wrapped(block.text, FIRST_LINE_INDENT + width(lead))
        case AnnexNote():
            return LINES_ABOVE_ANNEX_NOTE + sum(_wrapped(item, 7, 6.5) for item in block.items)
        case Signature():
            return len(block.organs) + 1
    return 0


def _wrapped(text: Text, more: float, indent: float = 0.0) -> int:
    """The lines of a text that has ``more`` 字 before it."""
    return max(1, math.ceil((width(plain(text)) + more - indent) / (_SAFE - indent)))
