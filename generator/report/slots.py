"""The places of tables in the text filled: caption, unit line, table, notes; pictures numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.document import Block, Mark, Paragraph, Picture, Run, TableSlot, Text
from generator.model.replacing import replace
from generator.report.appendices import AppendixTable, table_blocks

_TABLE, _PICTURE = "表", "图"


class FilledSlots:
    """Fills the places of tables, one text after the other, and numbers pictures: numbered ones are
    counted over all of them."""

    def __init__(self, tables: Mapping[str, AppendixTable]) -> None:
        self._tables = tables
        self._counts: Counter[str] = Counter()

    def fill(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The blocks with the table in each of its places."""
        return tuple(filled for block in blocks for filled in self._filled(block))

    def _filled(self, block: Block) -> Iterator[Block]:
        match block:
            case TableSlot():
                if block.caption:
                    yield Paragraph(block.id, self._caption(block), "caption")
                yield from table_blocks(self._tables[block.name], block.id)
            case Picture(numbered=True):
                yield replace(block, text=self._numbered(_PICTURE, block.text))
            case _:
                yield block

    def _caption(self, slot: TableSlot) -> Text:
        return self._numbered(_TABLE, slot.caption) if slot.numbered else slot.caption

    def _numbered(self, what: str, caption: Text) -> Text:
        """A caption after the next number of its sort."""
        self._counts[what] += 1
        number = Run(f"{what}{self._counts[what]}", Mark("name", "编号"))
        return (number, Run("　"), *caption) if caption else (number,)
