"""Rows of one short line a cell, set as their columns are: most rows of a large table.

They are written without a look at every property of every cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import gt

from generator.model.bookmarks import MARKED, block_ident, figure_ident
from generator.model.document import TableCell, TableRow
from generator.word.wordml import RUN_OPEN, is_bare
from generator.word.writer.inline import Bookmarks
from generator.word.writer.tables.cells import CellLook, opening
from generator.word.writer.tables.setting import RowSetting

_NEITHER = re.compile("[^\x00-\x7f\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef]")
"""A sign that is Latin or Chinese by the run's hint (“ ” … — ·): others have a font without it."""
_BETWEEN = "\x1f"


class EvenRows:
    """Writes such rows; ``limits`` are the most characters that a cell may have to be short."""

    def __init__(
        self, setting: RowSetting, bookmarks: Bookmarks, row_open: str, limits: Sequence[float]
    ) -> None:
        self._bookmarks, self._limits = bookmarks, limits
        self._rows = {keep: _row(setting, row_open, keep).encode() for keep in (False, True)}

    def row(self, row: TableRow, *, keep: bool, large: bool) -> bytes | None:
        """A w:tr; None for a row of another sort."""
        texts = _short_texts(row)
        if texts is None or any(map(gt, map(len, texts), self._limits)):
            return None
        words = "".join(texts)
        if " " in words or not is_bare(words):
            return None
        runs = _runs(texts, hinted=_NEITHER.search(words) is not None)
        marked = self._first_marked(row, runs) if large else self._all_marked(row, runs)
        return self._rows[keep] % tuple(_BETWEEN.join(marked).encode().split(_BETWEEN.encode()))

    def _first_marked(self, row: TableRow, runs: list[str]) -> list[str]:
        """The runs, the first that says something between the bookmarks of its cell."""
        first = next((n for n, run in enumerate(runs) if run), None)
        if first is not None:
            begin, end = self._bookmarks.pair_xml(block_ident(row.cells[first].id))
            runs[first] = f"{begin}{runs[first]}{end}"
        return runs

    def _all_marked(self, row: TableRow, runs: Sequence[str]) -> list[str]:
        return [self._marked(cell, run) for cell, run in zip(row.cells, runs, strict=True)]

    def _marked(self, cell: TableCell, run: str) -> str:
        """The run of a cell between the bookmarks of its figure and of the cell."""
        name = self._bookmarks.unique(cell.id) if cell.id else ""
        mark = cell.paragraphs[0][0].mark if run else None
        if mark is not None and mark.kind in MARKED:
            begin, end = self._bookmarks.pair_xml(figure_ident(name, mark.key, 1))
            run = f"{begin}{run}{end}"
        if not name:
            return run
        begin, end = self._bookmarks.pair_xml(block_ident(name))
        return f"{begin}{run}{end}"


def _row(setting: RowSetting, row_open: str, keep: bool) -> str:
    """A row of cells that are set as their columns are; %s stands for the runs of each."""
    parts = [row_open]
    for n, column in enumerate(setting.columns):
        align = "center" if column.align == "decimal" else column.align
        parts += opening(CellLook(n, align=align, keep=keep), setting)
        parts.append("%s</w:p></w:tc>")
    parts.append("</w:tr>")
    return "".join(parts)


def _short_texts(row: TableRow) -> list[str] | None:
    """The text of each cell, where all are plain cells of one run; None for another row."""
    texts = []
    for cell in row.cells:
        paragraphs = cell.paragraphs
        if len(paragraphs) != 1 or not cell.plain:
            return None
        runs = paragraphs[0]
        if not runs:
            texts.append("")
        elif len(runs) == 1 and not runs[0].strong:
            texts.append(runs[0].text)
        else:
            return None
    return texts


def _runs(texts: Sequence[str], *, hinted: bool) -> list[str]:
    """The runs of bare texts, "" for an empty one."""
    if not hinted:
        return [f"<w:r><w:t>{text}</w:t></w:r>" if text else "" for text in texts]
    return [f"{RUN_OPEN[text.isascii()]}<w:t>{text}</w:t></w:r>" if text else "" for text in texts]
