"""The tables of a document: type, column widths and rows (GB/T 9704-2012 leaves their type open).

In come a ``Table`` of finished text cells and the room of its section. Out go a w:tbl and, apart
from it, its rows as bytes. It must not know what the cells mean.
"""

from generator.word.writer.tables.frame import table

__all__ = ["table"]
