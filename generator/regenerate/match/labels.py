"""What the cells of a row say, told apart: words, which name it, and numbers, which do not.

A serial number is neither: it counts rows and follows their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.model.regex import regex
from generator.regenerate.base import Block

SERIAL = regex(r"[（(]?(\d{1,5})[)）.．、]?")
"""How a serial number is written; its digits are the group."""
_LETTER = regex(r"[^\W\d_]")


class RowLabel(Struct, frozen=True):
    """The words and the numbers of a row, each sorted."""

    words: tuple[str, ...]
    numbers: tuple[str, ...]


def row_label(cells: Sequence[str]) -> RowLabel:
    """The label of a row from what its cells say; blanks and breaks of lines do not count."""
    bare = ["".join(text.split()) for text in cells]
    words = sorted(text for text in bare if _LETTER.search(text))
    numbers = sorted(text for text in bare if text and not _LETTER.search(text))
    return RowLabel(tuple(words), tuple(numbers))


def is_serial(blocks: Sequence[Block]) -> bool:
    """Whether a cell of a draft holds a serial number: digits that no key stands behind."""
    return len(blocks) == 1 and bool(SERIAL.fullmatch(blocks[0].text)) and not blocks[0].has_figures
