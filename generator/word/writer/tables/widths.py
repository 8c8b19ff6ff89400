"""The type and the column widths of a table, from what its cells say."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, permutations

from generator.model.document import Table, TableRow, plain
from generator.standard.gbt9704 import WU_HAO
from generator.word.writer.metrics import width
from generator.word.writer.style_names import TABLE_SIZES

CELL_SIDE = 4.25
"""White space at each side of a cell's text in pt."""
LINE = 1.32
"""Height of a line as a multiple of its type: what a renderer gives a Chinese font."""
_SLACK = 1.5
"""Room in pt for a renderer that measures a little wider."""
_LEAST = 2.0
"""The narrowest column in 字."""
_AIRY = 1.1
"""Type is chosen as large as rows of no more than so many lines on average allow."""
_WORDY = 5
"""Above 五号 rows have no more than so many lines on average."""
_TALL_ROWS = 0.1
"""Below 四号 type is chosen as large as lets no more than this share of the rows be taller than half
a page.
"""
_READABLE, _READABLE_DENSE, _READABLE_LINES = 8.0, 5.0, 6
"""A text is set in no more than so many lines, as long as its column is narrower than so many 字 (in
a table of many columns, fewer).
"""
_SHORT = 4
"""A text of so many 字 is not broken."""
_HEAD_LINES = 4
"""The most lines of a head."""
_UNBREAKABLE = re.compile(r"[0-9A-Za-z.,%+/:]+(?:-[0-9A-Za-z.,%+/:]+)*[\u4e00-\u9fff]?")
_PHRASE = 4.0
"""So many 字 of a longer text stand side by side at least."""
_HEAD_WORD = re.compile(
    r"[和与及或]?(?:[^和与及或]{3}(?=$|[和与及或])|[^和与及或]{1,2})|[和与及或]$"
)
"""A word of a head: most have two characters; a joining word stands with the next, an odd character
with the last.
"""
_TALLNESS = 1.25
_STEPS = (1, 3, 8)
_WEIGHED_ROWS, _WEIGHED_COLUMNS, _MOVES = 400, 8, 60
_SAMPLE = 300
"""A table of more rows than four times this is measured by so many of them, evenly spaced, and its
first rows.
"""
_ROUNDS, _SHARPNESS, _PACE, _HEAVIEST = 24, 6, 0.35, 48


@dataclass(frozen=True)
class _Cell:
    """A cell as it is measured, in 字: its columns, its indent, its texts and the longest word in
    them.
    """

    start: int
    span: int
    indent: int
    texts: tuple[float, ...]
    word: float


Rows = Sequence[Sequence[_Cell]]


@dataclass(frozen=True)
class _Bounds:
    """A column's least and wanted width, and how much text it holds in 字."""

    least: float
    wanted: float
    mass: float


def fit(table: Table, available: float, page: float = 638.0) -> tuple[float, list[float]]:
    """Type in pt and the widths of the columns in pt, which add up to ``available``; ``page`` is
    the height of the text in pt.
    """
    rows = _measured(table)
    needs = _needs(table, rows)
    sizes = list(TABLE_SIZES)
    for place, size in enumerate(sizes):
        widths = _column_widths(table, rows, needs, available, size)
        if widths is None:
            continue
        lines = _tall(rows, widths, size)
        if sum(lines) <= _AIRY * len(rows):
            return size, widths
        wordy = sum(lines) > _WORDY * len(rows) and size > WU_HAO
        tall = sum(count * size * LINE > page / 2 for count in lines) > _TALL_ROWS * len(rows)
        if place and not wordy and not tall:
            return size, widths
    return sizes[-1], _column_widths(table, rows, needs, available, sizes[-1]) or _shared(
        _bounds(table, needs, sizes[-1]), available
    )


def sample(rows: Sequence[TableRow]) -> Sequence[TableRow]:
    """The rows that tell how wide columns must be: all of them, or many evenly spaced ones of a
    large table.
    """
    if len(rows) <= 4 * _SAMPLE:
        return rows
    step = len(rows) / _SAMPLE
    places = dict.fromkeys((*range(20), *(int(n * step) for n in range(_SAMPLE)), len(rows) - 1))
    return [rows[place] for place in places]


def head_pieces(text: str, room: float) -> list[str]:
    """A head in lines of no more than ``room`` 字: broken between words, as few lines and as even as
    can be.
    """
    if width(text) <= room or not text.strip() or any(char.isascii() for char in text):
        return [text]
    words = [word for word in _HEAD_WORD.findall(text) if word]
    most = max(1, math.floor(room))
    words = [word[n : n + most] for word in words for n in range(0, len(word), most)]
    for lines in range(2, len(words) + 1):
        cuts = [(0, *edges, len(words)) for edges in combinations(range(1, len(words)), lines - 1)]
        found = [["".join(words[a:b]) for a, b in pairwise(edges)] for edges in cuts]
        fitting = [pieces for pieces in found if max(map(len, pieces)) <= room]
        if fitting:
            return min(fitting, key=lambda pieces: sum(len(piece) ** 2 for piece in pieces))
    return [text]


def _head_word(text: str, whole: float) -> float:
    """The narrowest that a head can be set, in 字; ``whole`` is the width of the text."""
    words = max((width(word) for word in _UNBREAKABLE.findall(text)), default=0.0)
    return max(words, 3.0 if len(text) % 2 else _LEAST, math.ceil(whole / _HEAD_LINES))


def _measured(table: Table) -> list[list[_Cell]]:
    """The rows, their cells measured; a cell that continues a merge holds nothing."""
    result = []
    for row in sample(table.rows):
        cells, start = [], 0
        longest = _head_word if row.kind == "head" else _longest_word
        for cell in row.cells:
            texts = [plain(text) for text in cell.paragraphs] if cell.vmerge != "continue" else []
            widths = tuple(map(width, texts))
            word = max(map(longest, texts, widths), default=0.0)
            cells.append(_Cell(start, cell.colspan, cell.indent, widths, word))
            start += cell.colspan
        result.append(cells)
    return result


def _longest_word(text: str, whole: float) -> float:
    """The widest of what should not be broken, in 字: a short text, a number with the character that
    counts, a few characters with the mark that follows. ``whole`` is the width of the text.
    """
    if whole <= _SHORT:
        return whole
    words = map(width, _UNBREAKABLE.findall(text))
    return max(max(words, default=0.0), 0.0 if text.isascii() else _PHRASE)


def _column_widths(
    table: Table, rows: Rows, needs: Sequence[_Bounds], available: float, size: float
) -> list[float] | None:
    """Widths in pt; None where a number or a word would have to be broken."""
    bounds = _bounds(table, needs, size)
    if sum(column.least for column in bounds) > available:
        return None
    if sum(column.wanted for column in bounds) <= available:
        return _spread(table, bounds, available)
    return _improved(table, rows, bounds, _shared(bounds, available), size)


def _needs(table: Table, rows: Rows) -> list[_Bounds]:
    """What each column needs, in 字."""
    count = len(table.columns)
    least, wanted, mass = [_LEAST] * count, [_LEAST] * count, [1.0] * count
    most = _READABLE_DENSE if count > _WEIGHED_COLUMNS else _READABLE
    for row in rows:
        for cell in row:
            if cell.span > 1 or not cell.texts:
                continue
            n, longest = cell.start, cell.texts[0] if len(cell.texts) == 1 else max(cell.texts)
            readable = longest / _READABLE_LINES if longest < most * _READABLE_LINES else most
            least[n] = max(least[n], cell.word + cell.indent, readable)
            wanted[n] = max(wanted[n], longest + cell.indent)
            mass[n] += longest if len(cell.texts) == 1 else sum(cell.texts)
    return [_Bounds(*column) for column in zip(least, wanted, mass, strict=True)]


def _bounds(table: Table, needs: Sequence[_Bounds], size: float) -> list[_Bounds]:
    """What each column needs in a type, in pt; a fixed width is both the least and the wanted one."""
    side = 2 * CELL_SIDE + _SLACK
    result = []
    for column, need in zip(table.columns, needs, strict=True):
        fixed = column.width * 72 / 25.4 if column.width else 0.0
        result.append(
            _Bounds(
                fixed or need.least * size + side, fixed or need.wanted * size + side, need.mass
            )
        )
    return result


def _spread(table: Table, bounds: Sequence[_Bounds], available: float) -> list[float]:
    """The wanted widths, the room left over shared by the columns without a fixed width, in
    proportion.
    """
    free = [
        0.0 if column.width else bound.wanted
        for column, bound in zip(table.columns, bounds, strict=True)
    ]
    if not any(free):
        free = [bound.wanted for bound in bounds]
    rest = available - sum(bound.wanted for bound in bounds)
    return [
        bound.wanted + rest * share / sum(free) for bound, share in zip(bounds, free, strict=True)
    ]


def _shared(bounds: Sequence[_Bounds], available: float) -> list[float]:
    """Widths between the least and the wanted; what is scarce is shared by the amount of text in
    each column.
    """
    result = [column.least for column in bounds]
    rest = available - sum(result)
    if rest <= 0:
        return [least * available / sum(result) for least in result]
    growing = {n for n, column in enumerate(bounds) if column.wanted > column.least}
    while growing and rest > 0.01:
        total = sum(bounds[n].mass for n in growing)
        taken = {
            n: min(rest * bounds[n].mass / total, bounds[n].wanted - result[n]) for n in growing
        }
        for n, more in taken.items():
            result[n] += more
        rest -= sum(taken.values())
        growing = {n for n in growing if bounds[n].wanted - result[n] > 0.01}
    return [value + rest / len(result) for value in result]


def _improved(
    table: Table, rows: Rows, bounds: Sequence[_Bounds], widths: list[float], size: float
) -> list[float]:
    """Widths that make the table lower: a few characters at a time move from one column to another
    while that helps.

    Large tables are judged by their longest rows, those of many columns stay as they are.
    """
    free = [n for n, column in enumerate(table.columns) if not column.width]
    if len(table.columns) > _WEIGHED_COLUMNS:
        return _balanced(rows, bounds, widths, size, free)
    rows = sorted(
        rows, key=lambda row: -max((text for cell in row for text in cell.texts), default=0.0)
    )
    rows = rows[:_WEIGHED_ROWS]
    best = _cost(rows, widths, size)
    for _ in range(_MOVES):
        moves = []
        for giver, taker in permutations(free, 2):
            for step in (count * size for count in _STEPS):
                if widths[giver] - step >= bounds[giver].least:
                    moved = list(widths)
                    moved[giver] -= step
                    moved[taker] += step
                    moves.append((_cost(rows, moved, size), step, moved))
        found = min(moves, key=lambda move: move[:2], default=None)
        if found is None or found[0] >= best:
            break
        best, _, widths = found
    return widths


def _balanced(
    rows: Rows, bounds: Sequence[_Bounds], widths: list[float], size: float, free: Sequence[int]
) -> list[float]:
    """Widths that make the rows of many columns low: the more a column's text makes rows tall, the
    more it grows.

    Heights are smoothed (a norm of the columns' heights), so that each round knows by how much each
    column counts.
    """
    side = 2 * CELL_SIDE + size / 2
    heaviest = sorted(rows, key=lambda row: -sum(sum(cell.texts) for cell in row))[:_HEAVIEST]
    masses = [
        [
            (cell.start, sum(cell.texts) * size)
            for cell in row
            if cell.span == 1 and cell.texts and cell.start in free
        ]
        for row in heaviest
    ]
    room = sum(widths[n] for n in free)
    for _ in range(_ROUNDS):
        pull = dict.fromkeys(free, 1e-9)
        for row in masses:
            powers = [(n, (mass / max(widths[n] - side, size)) ** _SHARPNESS) for n, mass in row]
            tall = sum(power for _, power in powers)
            for n, power in powers if tall else ():
                pull[n] += tall ** (1 / _SHARPNESS) * power / tall / widths[n]
        mean = sum(pull.values()) / len(pull)
        wanted = {n: widths[n] * (pull[n] / mean) ** _PACE for n in free}
        widths = _fitted(widths, wanted, bounds, room)
    return widths


def _fitted(
    widths: Sequence[float], wanted: Mapping[int, float], bounds: Sequence[_Bounds], room: float
) -> list[float]:
    """The wanted widths, scaled so that they add up to ``room`` and none is below its least."""
    result, left, rest = list(widths), dict(wanted), room
    while left:
        scale = rest / sum(left.values())
        low = [n for n, value in left.items() if value * scale < bounds[n].least]
        for n in low or list(left):
            result[n] = bounds[n].least if low else left[n] * scale
            rest -= result[n]
            del left[n]
    return result


def _tall(rows: Rows, widths: Sequence[float], size: float) -> list[int]:
    """How many lines each row takes."""
    result = []
    for row in rows:
        tallest = 1
        for cell in row:
            room = math.floor(
                (sum(widths[cell.start : cell.start + cell.span]) - 2 * CELL_SIDE) / size
                - cell.indent
            )
            room = max(room, 1)
            if len(cell.texts) == 1:
                lines = math.ceil(cell.texts[0] / room)
            else:
                lines = sum(max(1, math.ceil(text / room)) for text in cell.texts)
            tallest = max(tallest, lines)
        result.append(tallest)
    return result


def _cost(rows: Rows, widths: Sequence[float], size: float) -> float:
    """What a reader suffers: lines, in tall rows a little more than in low ones. One row of very
    many lines does not make all others wrap.
    """
    return math.fsum(float(lines) ** _TALLNESS for lines in _tall(rows, widths, size))
