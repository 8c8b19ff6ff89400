"""Where the paragraphs of a file stand, in words: as a person finds them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.model.view import CellLocation, View
from generator.regenerate.base import Base
from generator.regenerate.decide.matters import short
from generator.regenerate.match.tables import BaseTable, base_tables

_MOSTLY = 0.5
"""A table whose first cells hold more than this share of a head was turned."""
_LEAST_HEADS = 3
_Texts = Mapping[tuple[int, int], list[str]]
"""What stands in each row, or each column, of the tables, by the number of the table."""


class Locations(Struct, frozen=True, dict=True):
    """Where the paragraphs of a file stand that is brought up to the draft ``new``."""

    view: View
    new: Base

    def of(self, index: int) -> str:
        """A paragraph by its words, a cell by the first words of its row that are no number; in a
        table that people turned by the head of its row and the name of its column."""
        para = self.view.paras[index]
        if para.cell is None:
            return f"“{short(para.text) or '空行'}”"
        row = self._rows.get(_row_of(para.cell), [])
        location = f"表中“{_name(row)}”一行"
        if para.cell.column == 0 or para.cell.table not in self._turned:
            return location
        return f"{location}“{_name(self._columns.get(_column_of(para.cell), []))}”一列"

    @cached_property
    def _rows(self) -> _Texts:
        """What stands in each row, read once: hundreds of cells may have changed."""
        texts = defaultdict(list)
        for cell, text in self._filled():
            texts[_row_of(cell)].append(text)
        return texts

    @cached_property
    def _columns(self) -> _Texts:
        texts = defaultdict(list)
        for cell, text in self._filled():
            texts[_column_of(cell)].append(text)
        return texts

    def _filled(self) -> Iterator[tuple[CellLocation, str]]:
        """The cells that say something."""
        for para in self.view.paras:
            if para.cell and para.text:
                yield para.cell, para.text

    @cached_property
    def _turned(self) -> frozenset[int]:
        """The tables whose first column is the head of a table of the draft."""
        heads = [_bare(_head(self.new, table)) for table in base_tables(self.new)]
        firsts = [(table, _bare(texts)) for (table, at), texts in self._columns.items() if not at]
        return frozenset(
            table
            for table, first in firsts
            for head in heads
            if len(head) >= _LEAST_HEADS and len(head & first) > _MOSTLY * len(head)
        )


def _head(new: Base, table: BaseTable) -> list[str]:
    """The texts of the first row of a table of the draft."""
    return [new.blocks[index].text for index in table.blocks(table.rows[0])]


def _bare(texts: Sequence[str]) -> frozenset[str]:
    """Some texts without blanks and breaks of lines, as far as they say something."""
    return frozenset(filter(None, ("".join(text.split()) for text in texts)))


def _name(texts: Sequence[str]) -> str:
    """The first words that are no number; a head is broken into lines for the width alone."""
    words = (text for text in texts if not text.replace(".", "").isdigit())
    return short(next(words, texts[0] if texts else "").replace("\n", ""))


def _row_of(cell: CellLocation) -> tuple[int, int]:
    return cell.table, cell.row


def _column_of(cell: CellLocation) -> tuple[int, int]:
    return cell.table, cell.column
