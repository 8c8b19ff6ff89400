"""The rows of a table as WordprocessingML in UTF-8, one after the other.

The XML of a large table is never held as a whole.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.bookmarks import block_ident
from generator.model.document import HEADS, Align, RowRole, Table, TableCell, TableRow, Text
from generator.word.wordml import points
from generator.word.writer.context import Restated
from generator.word.writer.inline import Bookmarks, plain_xml, runs_xml
from generator.word.writer.style_ids import STRONG
from generator.word.writer.tables.cells import (
    CellLook,
    decimals_of,
    default_align,
    number_indent,
    opening,
)
from generator.word.writer.tables.even import EvenRows
from generator.word.writer.tables.heads import broken_head
from generator.word.writer.tables.measure import LINE
from generator.word.writer.tables.pages import (
    ROW_HEIGHT,
    cell_lines,
    merged_together,
    page_parts,
)
from generator.word.writer.tables.setting import RowSetting


def row_xml(
    table: Table, setting: RowSetting, bookmarks: Bookmarks, restated: Restated, *, large: bool
) -> Iterator[bytes]:
    """The w:tr of every row; ``restated`` is told what they say in other words than the table.

    In a ``large`` table only the first text of a row is marked: a cell is found by its column, and
    tens of thousands of bookmarks would make a word processor slow. Its ids must not come twice in
    the document.
    """
    writer = _Writer(setting, bookmarks, restated, large)
    for rows in merged_together(table.rows):
        if len(rows) == 1:
            yield writer.row(*rows[0])
        else:
            yield from writer.rows(rows)


_How = tuple[RowRole, bool, bool]
"""How a row is set: its role, whether it is kept with the next, whether it is tall."""
_Shape = tuple[int, int, str | None, Align | None, str | None, int, _How]
"""What the beginning of a cell follows from."""
_NOTHING = ((),)
_MOST_KEPT = 20_000
"""So many cells are kept at most, to be written again."""


class _Writer:
    """Writes the rows of one table."""

    def __init__(
        self, setting: RowSetting, bookmarks: Bookmarks, restated: Restated, large: bool
    ) -> None:
        self._setting, self._bookmarks, self._large = setting, bookmarks, large
        self._restated, self._at = restated, 0
        self._opened: dict[_Shape, tuple[str, str]] = {}
        self._made: dict[object, str] = {}
        self._tall = setting.page / 2 / (setting.size * LINE)
        self._rooms = [max(1.0, setting.room(n)) for n in range(len(setting.grid))]
        self._limits = [(self._tall - 1) * math.floor(room) for room in self._rooms]
        self._even = EvenRows(setting, bookmarks, _row_open(setting, False, False), self._limits)

    def rows(self, rows: Sequence[tuple[TableRow, bool]]) -> Iterator[bytes]:
        """Rows that share merged cells, kept on one page.

        Where they are too many for it, the merge begins anew.
        """
        if rows[0][0].role == "head":
            for row, keep in rows:
                yield self.row(row, keep)
            return
        for part in page_parts([row for row, _ in rows], self._setting):
            self._restate(part[0])
            for index, row in enumerate(part, start=1):
                yield self.row(row, keep=index < len(part))

    def _restate(self, row: TableRow) -> None:
        """Tell which cells of the next row begin a merge anew."""
        again = ((n, cell) for n, cell in enumerate(row.cells) if cell.vmerge and not cell.id)
        for n, cell in again:
            self._restated[self._at, n] = cell

    def row(self, row: TableRow, keep: bool) -> bytes:
        """A w:tr; ``keep`` keeps it on the page of the next."""
        self._at += 1
        even = None
        if row.role == "body":
            even = self._even.row(row, keep=keep, large=self._large)
        return self._row(row, keep) if even is None else even

    def _row(self, row: TableRow, keep: bool) -> bytes:
        """A row of any sort, cell by cell."""
        keep = keep or row.is_head or row.role == "group"
        tall = self._may_be_tall(row) and self._is_tall(row)
        parts = [_row_open(self._setting, row.role == "head", tall)]
        if row.is_head:
            row = self._broken(row)
        how = (row.role, keep, tall)
        for (start, cell), name in zip(row.placed(), self._names(row), strict=True):
            again = self._large and not name
            parts.append(
                self._unmarked(cell, start, how) if again else self._cell(cell, name, start, how)
            )
        parts.append("</w:tr>")
        return "".join(parts).encode()

    def _names(self, row: TableRow) -> list[str]:
        """What the bookmarks of each cell are called after; "" where it has none."""
        if self._large:
            return _up_to_first_text(row)
        return [self._bookmarks.unique(cell.id) if cell.id else "" for cell in row.cells]

    def _is_tall(self, row: TableRow) -> bool:
        """Whether a row is higher than half a page."""
        lines = (cell_lines(cell, start, self._setting) for start, cell in row.placed())
        return max(lines, default=0) > self._tall

    def _may_be_tall(self, row: TableRow) -> bool:
        return any(self._may_reach(cell, start) for start, cell in row.placed())

    def _may_reach(self, cell: TableCell, start: int) -> bool:
        """A quick look: a text has no more 字 than characters."""
        characters = sum([len(run.text) for text in cell.paragraphs for run in text])
        if len(cell.paragraphs) == 1:
            return characters > self._limits[start]
        return len(cell.paragraphs) + characters / self._rooms[start] > self._tall

    def _opening(self, cell: TableCell, start: int, how: _How) -> tuple[str, str]:
        """How a cell begins, and each of its paragraphs; ``how`` its row is set."""
        decimals = decimals_of(cell, start, self._setting)
        key = (start, cell.colspan, cell.vmerge, cell.align, decimals, cell.indent, how)
        known = self._opened.get(key)
        if known is None:
            known = self._opened[key] = opening(self._look(cell, start, how), self._setting)
        return known

    def _look(self, cell: TableCell, start: int, how: _How) -> CellLook:
        role, keep, tall = how
        align: Align = cell.align or default_align(role, start, self._setting.columns)
        right = 0
        if align == "decimal" and cell.number is None:
            align = "center"
        elif align == "decimal":
            right = number_indent(cell, start, self._setting)
        head = role in HEADS
        return CellLook(
            start, cell.colspan, cell.vmerge, align, right, cell.indent, head, keep, tall
        )

    def _unmarked(self, cell: TableCell, start: int, how: _How) -> str:
        """A w:tc without bookmarks: many cells of a column say the same."""
        texts = _texts_alone(cell)
        if texts is None:
            return self._cell(cell, "", start, how)
        key = (start, how, cell[2:7], cell.number is None, texts)
        known = self._made.get(key)
        if known is None:
            known = self._cell(cell, "", start, how)
            if len(self._made) < _MOST_KEPT:
                self._made[key] = known
        return known

    def _cell(self, cell: TableCell, name: str, start: int, how: _How) -> str:
        """A w:tc between the bookmarks that ``name`` gives it."""
        cell_open, paragraph_open = self._opening(cell, start, how)
        if cell.vmerge == "continue":
            return f"{cell_open}{paragraph_open}</w:p></w:tc>"
        begin, end = self._bookmarks.pair_xml(block_ident(name)) if name else ("", "")
        content = f"</w:p>{paragraph_open}".join(self._runs(cell, name))
        return f"{cell_open}{paragraph_open}{begin}{content}{end}</w:p></w:tc>"

    def _runs(self, cell: TableCell, name: str) -> list[str]:
        """The runs of each paragraph of a cell."""
        style = STRONG if cell.strong else None
        if self._large:
            return [plain_xml(text, style) for text in cell.paragraphs]
        keys: Counter[str] = Counter()
        return [runs_xml(text, style, self._bookmarks, name, keys) for text in cell.paragraphs]

    def _broken(self, row: TableRow) -> TableRow:
        """A row of heads, each in lines that its columns hold."""
        cells = [
            cell._replace(paragraphs=self._head_texts(cell, start)) for start, cell in row.placed()
        ]
        for n, (cell, before) in enumerate(zip(cells, row.cells, strict=True)):
            if cell != before:
                self._restated[self._at - 1, n] = cell
        return replace(row, cells=tuple(cells))

    def _head_texts(self, cell: TableCell, start: int) -> tuple[Text, ...]:
        room = self._setting.room(start, cell.colspan)
        return tuple(broken_head(text, room) for text in cell.paragraphs)


def _texts_alone(cell: TableCell) -> tuple[str, ...] | None:
    """The text of each paragraph where it is one run without emphasis, no gap; else None."""
    if cell.paragraphs == _NOTHING:
        return ()
    texts = []
    for text in cell.paragraphs:
        if len(text) != 1 or text[0].strong or (text[0].mark and text[0].mark.origin == "gap"):
            return None
        texts.append(text[0].text)
    return tuple(texts)


def _up_to_first_text(row: TableRow) -> list[str]:
    """The ids of the cells up to the first that says something, "" for the others."""
    names = []
    marked = False
    for cell in row.cells:
        names.append("" if marked else cell.id)
        marked = marked or bool(cell.id and any(cell.paragraphs))
    return names


def _row_open(setting: RowSetting, head: bool, tall: bool) -> str:
    """A row up to its first cell; a tall one may be split between pages."""
    height = points(setting.size * ROW_HEIGHT)
    cannot_split = "" if tall else "<w:cantSplit/>"
    header = "<w:tblHeader/>" if head else ""
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{cannot_split}{least}{header}</w:trPr>"
