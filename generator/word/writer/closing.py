"""发文机关署名, 成文日期 (GB/T 9704-2012, 7.3.5) and 版记 (7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Imprint, Run, Signature, Text, plain
from generator.standard.gbt9704 import (
    IMPRINT_INDENT,
    PLAIN_INDENT,
    SAN_HAO,
    SEAL_DATE_INDENT,
    SI_HAO,
    THICK_RULE,
    THIN_RULE,
)
from generator.word.building import paragraph, points, run, twips, w
from generator.word.wordml import Element
from generator.word.writer.context import Context
from generator.word.writer.inline import Scope
from generator.word.writer.metrics import line_width
from generator.word.writer.style_ids import COPY_TO, DATE, IMPRINT, NORMAL, SIGNATURE, SPACER

_COPY_TO = "抄送："
_OTHER_NAME = ("（", "(")
"""How a line begins that is another name of the organ above it: one organ, one seal."""
_HAIR = 0.1
"""What is less than this in mm is no distance."""
_SPACED, _SPARE = 0.25, 2
"""By what share a renderer may set a date wider, with white between digits and 年, 月, 日; and the 字
that it may then take at the right, so that the date stays one line."""
_SEAL_LINES = 3
"""Empty lines between organs that each put a seal: their seals must not touch (7.3.5.1)."""


def signature(block: Signature, scope: Scope, context: Context) -> list[Element]:
    """署名 above the date: centred on it with a seal, two 字 left of it without.

    Both are set so that this holds whatever a renderer thinks the date measures: on one axis, or
    from the left.
    """
    lefts_of = sealed if block.seal else unsealed
    organs = [line_width(plain(organ), SAN_HAO, context.layout) for organ in block.organs]
    date = line_width(plain(block.date), SAN_HAO, context.layout)
    lefts, date_left = lefts_of(organs, date, context.text_width / 20, context.layout.character)
    side = "center" if block.seal else "left"
    result = []
    for n, (organ, left) in enumerate(zip(block.organs, lefts, strict=True)):
        if n and block.seal and not plain(organ).startswith(_OTHER_NAME):
            result += [paragraph(NORMAL, (), w("keepNext")) for _ in range(_SEAL_LINES)]
        result.append(_line(SIGNATURE, scope.runs(organ), left, side))
    spare = 0.0 if block.seal else _spare(date_left, date, context)
    result.append(_line(DATE, scope.runs(block.date), date_left, side, spare))
    return result


def _spare(left: float, date: float, context: Context) -> float:
    """The room in pt that a date ``left`` pt in needs at the right so that it stays one line."""
    room = context.text_width / 20 - left - date
    return _SPARE * context.layout.character if room < date * _SPACED else 0.0


def _line(
    style: str, content: Sequence[Element], left: float, side: str, spare: float = 0.0
) -> Element:
    """A line ``left`` pt in that may reach ``spare`` pt beyond the right edge before it wraps."""
    right = -points(spare) if spare else None
    return paragraph(style, content, w("ind", left=points(left), right=right), w("jc", val=side))


def sealed(
    organs: Sequence[float], date: float, width: float, character: float
) -> tuple[list[float], float]:
    """Left indents in pt of the names and the date, both centred in what remains.

    The date then ends four 字 from the right (7.3.5.1). Where a name is too long for that, the axis
    moves left until the name fits.
    """
    widest = max(organs, default=0.0)
    room = max(SEAL_DATE_INDENT * character + date / 2, (widest + character) / 2)
    left = max(width - 2 * room, 0.0)
    return [left] * len(organs), left


def unsealed(
    organs: Sequence[float], date: float, width: float, character: float
) -> tuple[list[float], float]:
    """Left indents in pt of the names and the date.

    The first name ends two 字 from the right and the date begins two 字 right of its first
    character; a date longer than the name ends two 字 from the right instead (7.3.5.2).
    """
    step = PLAIN_INDENT * character
    first = organs[0] if organs else date
    left = width - step - first if date <= first else width - 2 * step - date
    left = max(left, 0.0)
    return [left] * len(organs), left + step


def imprint(block: Imprint, scope: Scope, context: Context) -> list[Element]:
    """版记 as a table at the foot of the text, its last rule on the 版心's lower edge (7.4.1).

    It floats, placed from the edge of the sheet: LibreOffice lets a table as wide as the text float
    only then.
    """
    layout, width = context.layout, context.text_width
    table = w("tbl", _table_properties(context), w("tblGrid", w("gridCol", w=width)))
    if block.copy_to:
        table.append(_row(_copy_to(block.copy_to), width))
    if context.format.issued:
        table.append(_row(_issue(block.issuer, block.date, scope, context), width))
    below = layout.page_height - layout.bottom - layout.area_bottom
    if below > _HAIR and not context.landscape:
        table.append(_below(width, below, ruled=context.format.issued))
    return scope.around([table])


def _table_properties(context: Context) -> Element:
    layout = context.layout
    floating = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips(layout.bottom if context.landscape else layout.left),
        tblpYSpec="bottom",
    )
    rules = (_rule("top", THICK_RULE), _rule("bottom", THICK_RULE), _rule("insideH", THIN_RULE))
    borders = w("tblBorders", *rules) if context.format.issued else None
    return w(
        "tblPr",
        floating,
        w("tblOverlap", val="never"),
        w("tblW", w=context.text_width, type="dxa"),
        borders,
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )


def _row(line: Element, width: int) -> Element:
    properties = w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center"))
    return w("tr", w("trPr", w("cantSplit")), w("tc", properties, line))


def _below(width: int, height: float, *, ruled: bool) -> Element:
    """A row without rules, as high as the text reaches below the 版心 (mm).

    The last rule, where the others are ``ruled``, then stands on the 版心's edge.
    """
    none = w("tcBorders", _rule("top", THICK_RULE), w("bottom", val="nil")) if ruled else None
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa"), none), paragraph(SPACER))
    return w("tr", w("trPr", w("cantSplit"), w("trHeight", val=twips(height), hRule="exact")), cell)


def _rule(side: str, weight: float) -> Element:
    return w(side, val="single", sz=round(weight * 8), space=0, color="000000")


def _copy_to(organs: Sequence[str]) -> Element:
    """抄送: one 字 in on both sides, a full stop at the end (7.4.2).

    Wrapped lines begin below the first organ.
    """
    text = _COPY_TO + "，".join(organ.rstrip("。") for organ in organs) + "。"
    side = points(IMPRINT_INDENT * SI_HAO)
    hanging = points(len(_COPY_TO) * SI_HAO)
    return paragraph(
        COPY_TO, [run(text)], w("ind", left=side + hanging, right=side, hanging=hanging)
    )


def _issue(issuer: str, date: Text, scope: Scope, context: Context) -> Element:
    """印发机关 one 字 in from the left, 印发日期 and 印发 one 字 in from the right (7.4.3)."""
    side = points(IMPRINT_INDENT * SI_HAO)
    text = date if plain(date).endswith("印发") else (*date, Run("印发"))
    content = [run(issuer), run("\t"), *scope.runs(text)]
    stop = w("tabs", w("tab", val="right", pos=context.text_width - side))
    return paragraph(IMPRINT, content, stop, w("ind", leftChars=IMPRINT_INDENT * 100, left=side))
