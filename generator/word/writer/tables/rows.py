"""The rows of a table as WordprocessingML in UTF-8, one after the other: a large table is never
held as a whole.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from operator import gt

from generator.model.document import Align, Column, Table, TableCell, TableRow, Text, plain
from generator.word.wordml import RUN_OPEN, points
from generator.word.writer.identity import MARKED, block_ident, figure_ident
from generator.word.writer.inline import Bookmarks, plain_xml, runs_xml
from generator.word.writer.metrics import width
from generator.word.writer.style_names import STRONG, TABLE_HEAD, TABLE_TEXT
from generator.word.writer.table_widths import CELL_SIDE, LINE, head_pieces, sample

_ROW_HEIGHT = 1.9
"""The least height of a row, as a multiple of its type."""
_MOST_OF_PAGE = 0.92
"""Rows that share a merged cell are kept on one page where they fill no more than so much of it."""
_NEITHER = re.compile("[^\x00-\x7f\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]")
"""A sign that is Latin or Chinese by the run's hint (“ ” … — ·): all others have their font without
one.
"""
_JC = {"left": "left", "center": "center", "right": "right", "decimal": "right"}


@dataclass(frozen=True)
class Figures:
    """The widest number of a column in 字: what stands before the decimal point, and the point with
    what follows.
    """

    whole: float = 0.0
    fraction: float = 0.0


@dataclass(frozen=True)
class Setting:
    """How the rows of a table are set: column widths in twips, type in pt, height of the text of a
    page in pt, and the numbers of the columns that are aligned on the decimal point.
    """

    columns: tuple[Column, ...]
    grid: tuple[int, ...]
    size: float
    page: float
    figures: tuple[Figures | None, ...]

    def room(self, start: int, span: int = 1) -> float:
        """How many 字 a line of a cell holds."""
        return (sum(self.grid[start : start + span]) / 20 - 2 * CELL_SIDE) / self.size


def figures(table: Table) -> tuple[Figures | None, ...]:
    """The widest numbers of the columns that are aligned on the decimal point, None for the others."""
    whole = [0.0] * len(table.columns)
    fraction = [0.0] * len(table.columns)
    for row in sample(table.rows):
        start = 0
        for cell in row.cells:
            if cell.number is not None and cell.colspan == 1 and row.kind != "head":
                before, after = number_parts(plain(cell.paragraphs[0]))
                whole[start], fraction[start] = (
                    max(whole[start], before),
                    max(fraction[start], after),
                )
            start += cell.colspan
    return tuple(
        Figures(whole[n], fraction[n]) if column.align == "decimal" else None
        for n, column in enumerate(table.columns)
    )


def number_parts(text: str) -> tuple[float, float]:
    """Width in 字 of a number before its decimal point, and from there on."""
    before, point, after = text.partition(".")
    return width(before), width(point + after)


def row_xml(
    table: Table, setting: Setting, bookmarks: Bookmarks, *, large: bool
) -> Iterator[bytes]:
    """The w:tr of every row. In a ``large`` table only the first text of a row is marked: a cell is
    found by its column, and tens of thousands of bookmarks would make a word processor slow. Its
    ids must not come twice in the document.
    """
    writer = _Writer(setting, bookmarks, large)
    for rows in _together(table.rows):
        if len(rows) == 1:
            yield writer.row(*rows[0])
        else:
            yield from writer.rows(rows)


def _together(rows: Sequence[TableRow]) -> Iterator[list[tuple[TableRow, bool]]]:
    """Rows that share a vertically merged cell, in one list; with each, whether a summary row
    follows it.
    """
    found: list[tuple[TableRow, bool]] = []
    for row, following in pairwise(chain(rows, (None,))):
        assert row is not None
        if found and "continue" not in [cell.vmerge for cell in row.cells]:
            yield found
            found = []
        found.append((row, following is not None and following.kind == "summary"))
    if found:
        yield found


class _Writer:
    def __init__(self, setting: Setting, bookmarks: Bookmarks, large: bool) -> None:
        self.setting, self.bookmarks, self.large = setting, bookmarks, large
        self.opened: dict[tuple[object, ...], tuple[str, str]] = {}
        self.tall = setting.page / 2 / (setting.size * LINE)
        self.rooms = [max(1.0, setting.room(n)) for n in range(len(setting.grid))]
        self.limits = [(self.tall - 1) * math.floor(room) for room in self.rooms]
        height = points(setting.size * _ROW_HEIGHT)
        self.opening = {
            (
                head,
                tall,
            ): f'<w:tr><w:trPr>{"" if tall else "<w:cantSplit/>"}<w:trHeight w:val="{height}" '
            f'w:hRule="atLeast"/>{"<w:tblHeader/>" if head else ""}</w:trPr>'
            for head in (False, True)
            for tall in (False, True)
        }
        self.even = {keep: self._even_row(keep).encode() for keep in (False, True)}

    def _even_row(self, keep: bool) -> str:
        """A row of cells that are set as their columns are; %s stands for the runs of each."""
        blank = TableCell("", ((),))
        opened = [
            "".join(
                self._open(
                    blank,
                    n,
                    "center" if column.align == "decimal" else column.align,
                    0,
                    False,
                    keep,
                    False,
                )
            )
            for n, column in enumerate(self.setting.columns)
        ]
        return f"{self.opening[False, False]}{''.join(f'{cell}%s</w:p></w:tc>' for cell in opened)}</w:tr>"

    def rows(self, rows: list[tuple[TableRow, bool]]) -> Iterator[bytes]:
        """Rows that share merged cells: kept on one page; where they are too many for it, the merge
        begins anew.
        """
        if rows[0][0].kind == "head":
            for row, keep in rows:
                yield self.row(row, keep)
            return
        for part in self._parts([row for row, _ in rows]):
            for place, row in enumerate(part):
                yield self.row(row, place < len(part) - 1)

    def _parts(self, rows: Sequence[TableRow]) -> Iterator[list[TableRow]]:
        """The rows in parts that each fit a page; a merged cell is repeated in each part.

        They are filled from the last on: what is left for the first part may find room on the page
        that is begun.
        """
        cuts, filled = [len(rows)], 0.0
        for place in range(len(rows) - 1, -1, -1):
            height = self._height(rows[place])
            if filled and filled + height > self.setting.page * _MOST_OF_PAGE:
                cuts.append(place + 1)
                filled = 0.0
            filled += height
        origin = rows[0]
        for first, last in pairwise((0, *reversed(cuts))):
            part = list(rows[first:last])
            part[0] = part[0] if first == 0 else _begun(part[0], origin)
            yield part
            for row in part:
                origin = _carried(origin, row)

    def _height(self, row: TableRow) -> float:
        """The height of a row in pt, as well as can be told without laying it out."""
        lines, start = 1, 0
        for cell in row.cells:
            if cell.vmerge is None:
                lines = max(lines, self._lines(cell, start))
            start += cell.colspan
        return max(lines * self.setting.size * LINE + 3, self.setting.size * _ROW_HEIGHT)

    def _lines(self, cell: TableCell, start: int) -> int:
        room = max(1.0, math.floor(self.setting.room(start, cell.colspan)) - cell.indent)
        return sum(max(1, math.ceil(width(plain(text)) / room)) for text in cell.paragraphs)

    def _is_tall(self, row: TableRow) -> bool:
        """Whether a row is higher than half a page."""
        start = 0
        for cell in row.cells:
            if self._lines(cell, start) > self.tall:
                return True
            start += cell.colspan
        return False

    def row(self, row: TableRow, keep: bool) -> bytes:
        """A w:tr; ``keep`` keeps it on the page of the next."""
        if row.kind == "body" and (runs := self._even(row)) is not None:
            return self.even[keep] % tuple("\x1f".join(runs).encode().split(b"\x1f"))
        head = row.kind == "head"
        keep = keep or head or row.kind == "group"
        tall = self._may_be_tall(row) and self._is_tall(row)
        parts = [self.opening[head, tall]]
        start, marked = 0, False
        for cell in row.cells:
            name = self._name(cell) if not (self.large and marked) else ""
            marked = marked or bool(name and any(cell.paragraphs))
            self._cell(parts, row, cell, name, start, keep, tall)
            start += cell.colspan
        parts.append("</w:tr>")
        return "".join(parts).encode()

    def _even(self, row: TableRow) -> list[str] | None:
        """The runs of each cell, where all are of one short line and set as their columns are (most
        rows of a large table); None for another row.
        """
        texts = []
        for cell in row.cells:
            paragraphs = cell.paragraphs
            if not cell.plain or len(paragraphs) != 1:
                return None
            if not (runs := paragraphs[0]):
                texts.append("")
                continue
            run = runs[0]
            if len(runs) > 1 or run.strong:
                return None
            texts.append(run.text)
        words = "".join(texts)
        if (
            any(map(gt, map(len, texts), self.limits))
            or not words.isprintable()
            or " " in words
            or "&" in words
            or "<" in words
            or ">" in words
        ):
            return None
        if _NEITHER.search(words):
            content = [
                f"{RUN_OPEN[text.isascii()]}<w:t>{text}</w:t></w:r>" if text else ""
                for text in texts
            ]
        else:
            content = [f"<w:r><w:t>{text}</w:t></w:r>" if text else "" for text in texts]
        if not self.large:
            return [self._marked(cell, part) for cell, part in zip(row.cells, content, strict=True)]
        first = next((place for place, text in enumerate(texts) if text), None)
        if first is not None:
            begin, end = self.bookmarks.pair_xml(block_ident(row.cells[first].id))
            content[first] = f"{begin}{content[first]}{end}"
        return content

    def _marked(self, cell: TableCell, content: str) -> str:
        """The run of a cell between the bookmarks of its figure and of the cell."""
        name = self._name(cell)
        mark = cell.paragraphs[0][0].mark if content else None
        if mark is not None and mark.kind in MARKED:
            begin, end = self.bookmarks.pair_xml(figure_ident(name, mark.key, 1))
            content = f"{begin}{content}{end}"
        begin, end = self.bookmarks.pair_xml(block_ident(name)) if name else ("", "")
        return f"{begin}{content}{end}"

    def _name(self, cell: TableCell) -> str:
        """What a cell's bookmarks are called after; "" where it has none."""
        return cell.id if self.large or not cell.id else self.bookmarks.unique(cell.id)

    def _may_be_tall(self, row: TableRow) -> bool:
        """A quick look: a text has no more 字 than characters."""
        start = 0
        for cell in row.cells:
            texts = cell.paragraphs
            if len(texts) != 1:
                if (
                    len(texts)
                    + sum(len(run.text) for text in texts for run in text) / self.rooms[start]
                    > self.tall
                ):
                    return True
            elif texts[0] and sum([len(run.text) for run in texts[0]]) > self.limits[start]:
                return True
            start += cell.colspan
        return False

    def _cell(
        self,
        parts: list[str],
        row: TableRow,
        cell: TableCell,
        name: str,
        start: int,
        keep: bool,
        tall: bool,
    ) -> None:
        align = cell.align or _default_align(row, start, self.setting.columns)
        right = 0
        if align == "decimal":
            if cell.number is None:
                align = "center"
            else:
                right = self._right(cell, start)
        key = (
            start,
            cell.colspan,
            cell.vmerge,
            align,
            right,
            cell.indent,
            row.kind == "head",
            keep,
            tall,
        )
        opened = self.opened.get(key)
        if opened is None:
            opened = self.opened[key] = self._open(
                cell, start, align, right, row.kind == "head", keep, tall
            )
        cell_open, paragraph_open = opened
        if cell.vmerge == "continue":
            parts.append(f"{cell_open}{paragraph_open}</w:p></w:tc>")
            return
        texts = cell.paragraphs
        if row.kind == "head":
            texts = tuple(_broken(text, self.setting.room(start, cell.colspan)) for text in texts)
        begin, end = self.bookmarks.pair_xml(block_ident(name)) if name else ("", "")
        style = STRONG if cell.strong else None
        if self.large:
            runs = [plain_xml(text, style) for text in texts]
        else:
            keys: Counter[str] = Counter()
            runs = [runs_xml(text, style, self.bookmarks, name, keys) for text in texts]
        content = f"</w:p>{paragraph_open}".join(runs)
        parts.append(f"{cell_open}{paragraph_open}{begin}{content}{end}</w:p></w:tc>")

    def _right(self, cell: TableCell, start: int) -> int:
        """Twips at the right of a number: the points stand below each other, the widest number in
        the middle.
        """
        widest = self.setting.figures[start]
        if cell.number is None or widest is None:
            return 0
        _, after = number_parts(plain(cell.paragraphs[0]))
        size = self.setting.size
        spare = (
            self.setting.grid[start] / 20 - 2 * CELL_SIDE - (widest.whole + widest.fraction) * size
        )
        return points(max(0.0, spare) / 2 + (widest.fraction - after) * size)

    def _open(
        self,
        cell: TableCell,
        start: int,
        align: Align,
        right: int,
        head: bool,
        keep: bool,
        tall: bool,
    ) -> tuple[str, str]:
        """A cell up to its first paragraph, and a paragraph up to its first run."""
        width_of = sum(self.setting.grid[start : start + cell.colspan])
        span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
        merge = f'<w:vMerge w:val="{cell.vmerge}"/>' if cell.vmerge else ""
        place = "top" if tall and not head else "center"
        style = (TABLE_HEAD if head else TABLE_TEXT)[self.setting.size]
        left = (
            f' w:leftChars="{cell.indent * 100}" w:left="{points(cell.indent * self.setting.size)}"'
        )
        indent = f'<w:ind{left if cell.indent else ""}{f""" w:right="{right}" """.rstrip() if right else ""}/>'
        jc = "" if _JC[align] == ("center" if head else "left") else f'<w:jc w:val="{_JC[align]}"/>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width_of}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="{place}"/></w:tcPr>',
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep else ""}'
            f"{indent if cell.indent or right else ''}{jc}</w:pPr>",
        )


def _default_align(row: TableRow, start: int, columns: Sequence[Column]) -> Align:
    """Heads are centred, the name of a group stands at the left, all else as the column says."""
    if row.kind == "head":
        return "center"
    return "left" if row.kind == "group" and start == 0 else columns[start].align


def _broken(text: Text, room: float) -> Text:
    """A head broken into lines between its words, where it does not fit in one."""
    if len(text) != 1:
        return text
    return (replace(text[0], text="\n".join(head_pieces(text[0].text, room))),)


def _carried(origin: TableRow, row: TableRow) -> TableRow:
    """The row whose cells hold what the merged cells of ``row`` show."""
    if len(origin.cells) != len(row.cells):
        return row
    return replace(
        row,
        cells=tuple(
            above if cell.vmerge == "continue" else cell
            for above, cell in zip(origin.cells, row.cells, strict=True)
        ),
    )


def _begun(row: TableRow, origin: TableRow) -> TableRow:
    """A row in which merged cells begin anew; the repeated words are no figure of their own."""
    return replace(
        row,
        cells=tuple(
            replace(
                above,
                id="",
                vmerge="restart",
                paragraphs=tuple(
                    tuple(replace(run, mark=None) for run in text) for text in above.paragraphs
                ),
            )
            if cell.vmerge == "continue"
            else cell
            for above, cell in zip(origin.cells, row.cells, strict=True)
        ),
    )
