"""版头 of a letter (GB/T 9704-2012, 10.1): mark and 红色双线 in a frame, the codes and 发文字号 below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.document import Masthead
from generator.standard.formats import (
    LETTER_FOOT_RULE,
    LETTER_GAP,
    LETTER_RULE_GAP,
    LETTER_RULE_LENGTH,
    LETTER_RULE_WEIGHT,
)
from generator.standard.gbt9704 import RED, SAN_HAO, Layout
from generator.word.building import paragraph, points, run, set_property, twips, w
from generator.word.wordml import Element
from generator.word.writer import style_ids
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.metrics import pt
from generator.word.writer.shapes import bar

_PT = 25.4 / 72
"""Millimetres in a point."""
_ROW = SAN_HAO + 2
"""The exact line of a code or number in pt; a pt of it is white above the characters."""
_THIN = 0.75
"""The thin line of a 红色双线, and the white between its lines, in pt."""
_DOUBLE = LETTER_RULE_WEIGHT + 2 * _THIN
_BELOW_MARK = 0.02
"""From the ink of a mark to the lower end of its line, as a share of its type."""


class LetterMark(Struct, frozen=True):
    """The lines of a letter's mark, of ``type`` pt, together ``height`` pt high; they begin ``top``
    mm below the upper edge of the sheet."""

    type: float
    height: float
    top: float

    @property
    def rule_top(self) -> float:
        """From the upper edge of the sheet to the first 红色双线 in mm."""
        end = self.height - self.type * _BELOW_MARK
        return self.top + end * _PT + LETTER_RULE_GAP

    @property
    def end(self) -> float:
        """From the upper edge of the sheet to the lower edge of the first 红色双线 in mm."""
        return self.rule_top + _DOUBLE * _PT


def letterhead(
    mark: LetterMark, lines: Sequence[Element], block: Masthead, scope: Scope, context: Context
) -> list[Element]:
    """版头 of a letter; ``lines`` are those of the mark. The 红色双线 stand in the footer of page 1."""
    for element in lines:
        set_property(element, _frame(mark))
    return [*lines, *_rows(block, scope, context)]


def letterhead_height(mark: LetterMark, block: Masthead, layout: Layout) -> float:
    """From the top of the 版心 to the end of 发文字号 and the codes in pt."""
    rows = _ROW + (max(len(_codes(block)), 1) - 1) * layout.pitch
    return pt(mark.end - layout.top) + LETTER_GAP * SAN_HAO + rows


def _frame(mark: LetterMark) -> Element:
    """In the middle of the sheet, down to the first 红色双线; text goes on below."""
    return w(
        "framePr",
        w=twips(LETTER_RULE_LENGTH),
        h=twips(mark.end - mark.top),
        hRule="exact",
        hSpace=0,
        wrap="notBeside",
        vAnchor="page",
        hAnchor="page",
        xAlign="center",
        y=twips(mark.top),
    )


def _codes(block: Masthead) -> list[tuple[str | None, str]]:
    """份号, 密级 and 紧急程度, each with its character style."""
    label = style_ids.LABEL_TEXT
    codes = ((None, block.copy_number), (label, block.secrecy), (label, block.urgency))
    return [(style, text) for style, text in codes if text]


def _rows(block: Masthead, scope: Scope, context: Context) -> Iterator[Element]:
    """The codes flush left, one below the other, and 发文字号 flush right on the first line."""
    codes = [run(text, style=style) for style, text in _codes(block)]
    first = [*codes[:1], run("\t"), *scope.runs(block.number)]
    stop = w("tabs", w("tab", val="right", pos=context.text_width))
    left = w("jc", val="left")
    before = points(LETTER_GAP * SAN_HAO - 1)
    above = w("spacing", before=before, line=points(_ROW), lineRule="exact")
    yield paragraph(style_ids.NUMBER, first, stop, left, above)
    for code in codes[1:]:
        yield paragraph(style_ids.NUMBER, [code], w("jc", val="left"))


def letter_foot(mark: LetterMark, layout: Layout) -> Element:
    """The footer of page 1, in which both 红色双线 stand at their places of the sheet."""
    foot = layout.page_height - LETTER_FOOT_RULE - _DOUBLE * _PT
    thick_first = _bars(1, mark.rule_top, (LETTER_RULE_WEIGHT, _THIN), layout)
    thin_first = _bars(3, foot, (_THIN, LETTER_RULE_WEIGHT), layout)
    return paragraph(style_ids.FOOTER, [*thick_first, *thin_first])


def _bars(number: int, top: float, weights: tuple[float, float], layout: Layout) -> list[Element]:
    """Two bars of these weights in pt, one below the other from ``top`` mm."""
    left = (layout.page_width - LETTER_RULE_LENGTH) / 2
    upper, lower = weights
    below = top + (upper + _THIN) * _PT
    return [
        bar(number, left, top, LETTER_RULE_LENGTH, upper * _PT, RED),
        bar(number + 1, left, below, LETTER_RULE_LENGTH, lower * _PT, RED),
    ]
