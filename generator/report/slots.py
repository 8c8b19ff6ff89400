"""The places of tables in the text filled: caption, unit line, table, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.document import Block, Mark, Paragraph, Run, TableSlot, Text
from generator.report.appendices import AppendixTable, table_blocks

_NUMBER = "表"


class FilledSlots:
    """Fills the places of tables, one text after the other: numbered ones are counted over all of
    them."""

    def __init__(self, tables: Mapping[str, AppendixTable]) -> None:
        self._tables, self._count = tables, 0

    def fill(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks with the table in each of its places."""
        return tuple(filled for block in blocks for filled in self._filled(block))

    def _filled(self, block: Block) -> Iterator[Block]:
        if not isinstance(block, TableSlot):
            yield block
            return
        if block.caption:
            yield Paragraph(block.id, self._caption(block), "caption")
        yield from table_blocks(self._tables[block.name], block.id)

    def _caption(self, slot: TableSlot) -> Text:
        if not slot.numbered:
            return slot.caption
        self._count += 1
        number = Run(f"{_NUMBER}{self._count}", Mark("name", "编号"))
        return (number, Run("　"), *slot.caption)
