"""The rows of a table as WordprocessingML in UTF-8, one after the other.

The XML of a large table is never held as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model.bookmarks import block_ident
from generator.model.document import Table, TableCell, TableRow, Text
from generator.model.replacing import replace
from generator.word.building import points
from generator.word.writer.context import Restated
from generator.word.writer.inline import Bookmarks, marked_xml
from generator.word.writer.tables.cell_maker import CLOSED, CellMaker, CellXml, RowLook
from generator.word.writer.tables.heads import broken_head
from generator.word.writer.tables.measure import LINE
from generator.word.writer.tables.pages import (
    ROW_HEIGHT,
    kept_with_next,
    merged_together,
    page_parts,
    row_height,
)
from generator.word.writer.tables.setting import RowSetting


def row_xml(
    table: Table, setting: RowSetting, bookmarks: Bookmarks, restated: Restated, *, large: bool
) -> Iterator[bytes]:
    """The w:tr of every row; ``restated`` is told what they say in other words than the table.

    In a ``large`` table only the first text of a row is marked: a cell is found by its column, and
    tens of thousands of bookmarks would make a word processor slow. Its ids must not come twice in
    the document. Where another head follows further down none comes again on each page: it would
    stand above rows of the other one.
    """
    repeats = not any(row.role == "subhead" for row in table.rows)
    writer = _Writer(setting, bookmarks, restated, large, repeats)
    for rows in merged_together(table.rows):
        if len(rows) == 1:
            yield writer.row(*rows[0])
        else:
            yield from writer.rows(rows)


class _Writer:
    """Writes the rows of one table."""

    def __init__(
        self,
        setting: RowSetting,
        bookmarks: Bookmarks,
        restated: Restated,
        large: bool,
        repeats: bool,
    ) -> None:
        self._setting, self._bookmarks, self._large = setting, bookmarks, large
        self._restated, self._at, self._repeats = restated, 0, repeats
        self._maker = CellMaker(setting)
        self._tall = setting.page / 2 / (setting.size * LINE)

    def rows(self, rows: Sequence[tuple[TableRow, bool]]) -> Iterator[bytes]:
        """Rows that share merged cells, kept on one page where they fill little of it.

        Where they are too many for it, the merge begins anew.
        """
        if rows[0][0].role == "head":
            for row, keep in rows:
                yield self.row(row, keep)
            return
        merged = [row for row, _ in rows]
        heights = [row_height(self._own_lines(row), self._setting) for row in merged]
        parts = list(page_parts(merged, heights, self._setting.page))
        if len(parts) == 1:
            yield from map(self.row, merged, self._kept(merged, heights))
            return
        for part in parts:
            self._restate(part[0])
            for index, row in enumerate(part, start=1):
                yield self.row(row, keep=index < len(part))

    def _kept(self, rows: Sequence[TableRow], heights: Sequence[float]) -> list[bool]:
        """Which rows of one part are kept on the page of the next."""
        words = [
            [
                row_height(made.lines, self._setting)
                for made in self._made(row, RowLook(row.role, True, False))
            ]
            for row in rows
        ]
        return kept_with_next(rows, heights, words, self._setting.page)

    def _own_lines(self, row: TableRow) -> int:
        """How many lines a row has, what it shares with others aside."""
        cells = zip(row.cells, self._made(row, RowLook(row.role, True, False)), strict=True)
        return max([made.lines for cell, made in cells if not cell.vmerge], default=1)

    def _restate(self, row: TableRow) -> None:
        """Tell which cells of the next row begin a merge anew."""
        again = ((n, cell) for n, cell in enumerate(row.cells) if cell.vmerge and not cell.id)
        for n, cell in again:
            self._restated[self._at, n] = cell

    def row(self, row: TableRow, keep: bool) -> bytes:
        """A w:tr; ``keep`` keeps it on the page of the next."""
        self._at += 1
        if row.is_head:
            row = self._broken(row)
        look = RowLook(row.role, keep or row.is_head or row.role == "group", False)
        made = self._made(row, look)
        if max([cell.lines for cell in made]) > self._tall:
            look = look._replace(tall=True)
            made = self._made(row, look)
        marked = self._first_marked(row, made) if self._large else self._all_marked(row, made)
        opened = _row_open(self._setting, self._repeats and look.role == "head", look.tall)
        return "".join([opened, *marked, "</w:tr>"]).encode()

    def _made(self, row: TableRow, look: RowLook) -> list[CellXml]:
        """The cells of a row."""
        made = self._maker.made
        return [made(cell, start, look) for start, cell in row.placed()]

    def _first_marked(self, row: TableRow, made: Sequence[CellXml]) -> list[str]:
        """The cells, the first that says something between its bookmarks."""
        result = [cell.whole for cell in made]
        for n, cell in enumerate(row.cells):
            if cell.id and any(cell.paragraphs):
                result[n] = self._named(cell.id, made[n])
                break
        return result

    def _named(self, name: str, made: CellXml) -> str:
        """A cell between the bookmarks that its name gives it, its figures without."""
        begin, end = self._bookmarks.pair_xml(block_ident(name))
        content = made.between.join(map("".join, made.paragraphs))
        return f"{made.opened}{begin}{content}{end}{CLOSED}"

    def _all_marked(self, row: TableRow, made: Sequence[CellXml]) -> list[str]:
        """The cells between their bookmarks, the figures in them between theirs."""
        return [self._with_figures(*pair) for pair in zip(row.cells, made, strict=True)]

    def _with_figures(self, cell: TableCell, made: CellXml) -> str:
        """A cell between its bookmarks, each figure in it between its own."""
        name = self._bookmarks.unique(cell.id) if cell.id else ""
        if cell.vmerge == "continue":
            return made.whole
        begin, end = self._bookmarks.pair_xml(block_ident(name)) if name else ("", "")
        keys: Counter[str] = Counter()
        texts = zip(made.paragraphs, cell.paragraphs, strict=True)
        content = made.between.join(
            [self._figures_marked(runs, text, name, keys) for runs, text in texts]
        )
        return f"{made.opened}{begin}{content}{end}{CLOSED}"

    def _figures_marked(
        self, runs: Sequence[str], text: Text, name: str, keys: Counter[str]
    ) -> str:
        """The runs of a text that say something, in XML, each figure between its bookmarks."""
        marks = [run.mark for run in text if run.text]
        pairs = zip(runs, marks, strict=True)
        return "".join([marked_xml(run, mark, self._bookmarks, name, keys) for run, mark in pairs])

    def _broken(self, row: TableRow) -> TableRow:
        """A row of heads, each in lines that its columns hold."""
        cells = [
            replace(cell, paragraphs=self._head_texts(cell, start)) for start, cell in row.placed()
        ]
        for n, (cell, before) in enumerate(zip(cells, row.cells, strict=True)):
            if cell != before:
                self._restated[self._at - 1, n] = cell
        return replace(row, cells=tuple(cells))

    def _head_texts(self, cell: TableCell, start: int) -> tuple[Text, ...]:
        room = self._setting.room(start, cell.colspan)
        return tuple(broken_head(text, room) for text in cell.paragraphs)


def _row_open(setting: RowSetting, head: bool, tall: bool) -> str:
    """A row up to its first cell; a tall one may be split between pages."""
    height = points(setting.size * ROW_HEIGHT)
    cannot_split = "" if tall else "<w:cantSplit/>"
    header = "<w:tblHeader/>" if head else ""
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr>{cannot_split}{least}{header}</w:trPr>"
