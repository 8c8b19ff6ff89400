"""版头: from 份号 to 红色分隔线 (GB/T 9704-2012, 7.2), and the heads of chapter 10."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.document import Masthead
from generator.standard.formats import LETTER_MARK_LARGEST, LINES_BELOW_ORDER_MARK
from generator.standard.gbt9704 import (
    LINES_BELOW_MARK,
    MARK_LARGEST,
    MARK_NARROWEST,
    MARK_SMALLEST,
    NUMBER_INDENT,
    RED_LINE_GAP,
    RED_LINE_WEIGHT,
    SIGNER_INDENT,
    SIGNERS_PER_ROW,
)
from generator.word.building import paragraph, points, run, w
from generator.word.wordml import Element
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.letterhead import LetterMark, letterhead, letterhead_height
from generator.word.writer.metrics import pt, width
from generator.word.writer.style_ids import (
    CODES,
    COPY_NUMBER,
    MARK,
    NORMAL,
    NUMBER,
    RED_LINE,
    SIGNER_NAME,
    SIGNERS,
    SPACER,
)

_GLYPH_TOP = 0.07
"""From the top of the mark's line to the ink of its characters, as a share of their size."""
_MARK_LINE = 1.05
"""The height of the mark's lines, as a share of their type."""
_SUFFIX_GAP = 0.5
"""字 between several names and 文件 beside them."""
_SIGNED_BY = "签发人："


class _Size(Struct, frozen=True):
    """The type of the mark in pt and the width of its characters in per cent."""

    type: float
    scale: int

    @property
    def character(self) -> float:
        return self.type * self.scale / 100


def masthead(block: Masthead, scope: Scope, context: Context) -> list[Element]:
    """版头 as paragraphs, the last of which is 红色分隔线 where the format has one."""
    size = _mark_size(block, context)
    if context.format.name == "信函":
        mark = letter_mark(block, context)
        return letterhead(mark, _mark(block, size), block, scope, context)
    codes = _codes(block)
    above = _above_mark(size, context) - len(codes) * context.layout.pitch
    spacer = paragraph(SPACER, (), _exact_line(max(points(above), 20)))
    return [*codes, spacer, *_mark(block, size), *_below_mark(block, scope, context)]


def _below_mark(block: Masthead, scope: Scope, context: Context) -> list[Element]:
    """发文字号, 令号 or 签发人 below the mark; 红色分隔线. Minutes may have no number."""
    line = [paragraph(RED_LINE)] if context.format.red_line else []
    if context.format.name == "纪要" and not block.number:
        return line
    blank = [paragraph(NORMAL) for _ in range(_lines_below_mark(context))]
    return [*blank, *_numbers(block, scope, context), *line]


def _lines_below_mark(context: Context) -> int:
    return LINES_BELOW_ORDER_MARK if context.format.name == "命令" else LINES_BELOW_MARK


def letter_mark(block: Masthead, context: Context) -> LetterMark:
    """How large the mark of a letter is, and where it stands."""
    size = _mark_size(block, context).type
    height = max(len(block.organs), 1) * size * _MARK_LINE
    return LetterMark(size, height, context.format.mark_top - size * _GLYPH_TOP * 25.4 / 72)


def masthead_height(block: Masthead, context: Context) -> float:
    """From the top of the 版心 to the lower edge of 红色分隔线 in pt, or of what is last."""
    size = _mark_size(block, context)
    mark = max(len(block.organs), 1) * size.type * _MARK_LINE
    if context.format.name == "信函":
        return letterhead_height(letter_mark(block, context), block, context.layout)
    rows = max(1, math.ceil(len(block.signers) / SIGNERS_PER_ROW)) + _lines_below_mark(context)
    below_mark = rows * context.layout.pitch
    line = pt(RED_LINE_GAP) + RED_LINE_WEIGHT if context.format.red_line else 0.0
    return _above_mark(size, context) + mark + below_mark + line


def _above_mark(size: _Size, context: Context) -> float:
    """From the top of the 版心 to the mark's first line in pt."""
    return pt(context.format.mark_top - context.layout.top) - size.type * _GLYPH_TOP


def _codes(block: Masthead) -> list[Element]:
    """份号, 密级, 紧急程度, a line each from the first; 密级 stands on the second (7.2.1 to 7.2.3)."""
    lines = [(CODES, text) for text in (block.secrecy, block.urgency) if text]
    if block.copy_number or block.secrecy:
        lines.insert(0, (COPY_NUMBER, block.copy_number))
    return [paragraph(style, [run(text)] if text else []) for style, text in lines]


def _mark_size(block: Masthead, context: Context) -> _Size:
    """As large as the longest line allows; a long one is drawn narrow rather than small."""
    longest = max(map(width, block.organs), default=1.0) + width(block.suffix)
    gap = _SUFFIX_GAP if _suffix_beside(block) else 0
    fit = context.text_width / 20 / max(longest + gap, 1)
    largest = LETTER_MARK_LARGEST if context.format.name == "信函" else MARK_LARGEST
    if fit >= largest:
        return _Size(largest, 100)
    size = max(min(largest * 0.8, fit / MARK_NARROWEST), fit, MARK_SMALLEST)
    size = int(size * 2) / 2
    return _Size(size, min(int(fit / size * 100), 100))


def _suffix_beside(block: Masthead) -> bool:
    """Whether 文件 stands beside several names."""
    return len(block.organs) > 1 and bool(block.suffix)


def _mark(block: Masthead, size: _Size) -> list[Element]:
    if _suffix_beside(block):
        return [_joint(block, size)]
    if len(block.organs) <= 1:
        return [_mark_line("".join(block.organs) + block.suffix, size)]
    longest = max(map(width, block.organs))
    return [_mark_line(organ, size, longest) for organ in block.organs]


def _joint(block: Masthead, size: _Size) -> Element:
    """Several names of equal width one below the other, 文件 beside them (7.2.4).

    It is centred on their height.
    """
    longest = max(map(width, block.organs))
    left = points(longest * size.character) + 20
    right = points((width(block.suffix) + _SUFFIX_GAP) * size.character)
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=left + right, type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
        ),
        w("tblGrid", w("gridCol", w=left), w("gridCol", w=right)),
    )
    for n, organ in enumerate(block.organs):
        suffix = [] if n else [run(block.suffix, *_type(size))]
        merge = w("vMerge", val="continue" if n else "restart")
        beside = _mark_paragraph(suffix, size, w("jc", val="right"))
        name = _joint_cell(left, None, _mark_line(organ, size, longest))
        table.append(w("tr", name, _joint_cell(right, merge, beside)))
    return table


def _joint_cell(width_of: int, merge: Element | None, content: Element) -> Element:
    properties = w("tcPr", w("tcW", w=width_of, type="dxa"), merge, w("vAlign", val="center"))
    return w("tc", properties, content)


def _mark_line(text: str, size: _Size, spread: float = 0.0) -> Element:
    """A line of the mark, its characters spread over ``spread`` characters' width."""
    gap = 0.0
    if len(text) > 1:
        gap = (spread - width(text)) * size.character / (len(text) - 1)
    if gap <= 0:
        return _mark_paragraph([run(text, *_type(size))], size)
    return _mark_paragraph([run(text[:-1], *_type(size, gap)), run(text[-1], *_type(size))], size)


def _type(size: _Size, gap: float = 0.0) -> Iterator[Element]:
    if gap:
        yield w("spacing", val=points(gap))
    if size.scale != 100:
        yield w("w", val=size.scale)
    yield w("sz", val=round(size.type * 2))
    yield w("szCs", val=round(size.type * 2))


def _mark_paragraph(runs: Sequence[Element], size: _Size, *properties: Element) -> Element:
    return paragraph(MARK, runs, _exact_line(points(size.type * _MARK_LINE)), *properties)


def _exact_line(twips: int) -> Element:
    """The height of a line without room around it."""
    return w("spacing", before=0, after=0, line=twips, lineRule="exact")


def _numbers(block: Masthead, scope: Scope, context: Context) -> list[Element]:
    """发文字号, centred; with 签发人 it stands at the left, on the line of the last of them.

    7.2.5, 7.2.6.
    """
    if not block.signers:
        return [paragraph(NUMBER, scope.runs(block.number))]
    step = SIGNERS_PER_ROW
    rows = [block.signers[n : n + step] for n in range(0, len(block.signers), step)]
    label, first, second = _signer_stops(rows, context)
    result = []
    for n, row in enumerate(rows, start=1):
        number = scope.runs(block.number) if n == len(rows) else []
        begin = [run("\t" + _SIGNED_BY)] if n == 1 else [run("\t")]
        stops = (label if n == 1 else first, second)
        result.append(_signer_row([*number, *begin], row, stops, context))
    return result


def _signer_stops(rows: Sequence[Sequence[str]], context: Context) -> tuple[int, int, int]:
    """Where 签发人：, the first and the second names of the rows begin, in twips."""
    longest = max(width(row[0]) for row in rows)
    beside = max((width(row[1]) for row in rows if len(row) > 1), default=-1.0)
    first = context.text_width - context.characters(SIGNER_INDENT + longest + 1 + beside)
    label = first - context.characters(width(_SIGNED_BY))
    return label, first, first + context.characters(longest + 1)


def _signer_row(
    begin: Sequence[Element], row: Sequence[str], stops: Sequence[int], context: Context
) -> Element:
    """One row of 签发人: its names stand below those of the row above, by tab stops."""
    content = list(begin)
    for n, name in enumerate(row):
        content += [run("\t")] if n else []
        content.append(run(name, style=SIGNER_NAME))
    tabs = w("tabs", *(w("tab", val="left", pos=stop) for stop in stops))
    indent = w("ind", leftChars=NUMBER_INDENT * 100, left=context.characters(NUMBER_INDENT))
    return paragraph(SIGNERS, content, tabs, indent)
