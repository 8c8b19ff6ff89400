"""What every draft of ours is: anybody may have written what is stored, and a part that does not
fit the others would be found out much later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.storable import clean
from generator.regenerate.base.values import Block, CellIdentity, Segment

_COUNTED = "~"
"""What stands before a number in the name of a block."""
_COLUMNS = 1_000
"""No row has as many cells: Word knows 63."""


def sound(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks. Raises ValueError where they are not those of a draft: parts of the wrong type,
    figures or wording without words, a block that comes twice, a row in two tables.

    Only blocks that are counted may bear one name: what earlier versions stored of a text with
    several pictures has such.
    """
    names: set[str] = set()
    tables: dict[str, str] = {}
    for block in blocks:
        cell = block.cell
        if (cell is None) == (block.element == "cell"):
            raise ValueError("not a cell")
        if cell and tables.setdefault(_row(cell), cell.table) != cell.table:
            raise ValueError("a row in two tables")
        if not isinstance(block.id, str):
            raise ValueError("not a name")
        if block.id in names and (cell or _COUNTED not in block.id):
            raise ValueError("a block twice")
        names.add(block.id)
        for segment in block.segments:
            _require_words(segment)
        if clean(block.text) != block.text:
            raise ValueError("not a text of a Word file")
        yield block


def _row(cell: CellIdentity) -> str:
    """The row of a cell. Raises ValueError where it is none."""
    if not isinstance(cell.table, str) or not isinstance(cell.row, str):
        raise ValueError("not a table")
    if type(cell.column) is not int or not 0 <= cell.column < _COLUMNS:
        raise ValueError("not a column")
    return cell.row


def _require_words(segment: Segment) -> None:
    """Raise ValueError where a segment has no words, or what is no name for its figure."""
    text, key, fid = segment
    if not text or not isinstance(text, str):
        raise ValueError("no words")
    if not (key is None or isinstance(key, str)) or not (fid is None or isinstance(fid, str)):
        raise ValueError("not a figure")
