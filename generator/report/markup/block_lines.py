"""Block marks read and removed: each line of a composed text with its block and record."""

from __future__ import annotations

import re
from dataclasses import dataclass

BLOCK_SIGNS = re.compile("\x11([^\x12]*)\x12|\x13|\x14([^\x12]*)\x12")
"""The marks that ``compose.block_marks`` writes: a block opens, one closes, an anchor."""


@dataclass(frozen=True)
class BlockLine:
    """A line without marks, the innermost block in which its text begins, and the record whose
    anchor it holds ("" for none)."""

    text: str
    block: str
    record: str


def block_lines(source: str) -> list[BlockLine]:
    """The lines of a composed text."""
    reader = _Reader()
    return [reader.read(line) for line in source.split("\n")]


class _Reader:
    """Reads line after line; ``open`` are the blocks that are open, the innermost last."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def read(self, line: str) -> BlockLine:
        """The line, and where it stands."""
        pieces, block, record, position = [], None, "", 0
        for sign in BLOCK_SIGNS.finditer(line):
            piece = line[position : sign.start()]
            pieces.append(piece)
            position = sign.end()
            if block is None and piece.strip():
                block = self._innermost()
            if sign[2] is None:
                self._pass(sign)
            else:
                record = sign[2]
        pieces.append(line[position:])
        return BlockLine("".join(pieces), self._innermost() if block is None else block, record)

    def _innermost(self) -> str:
        return self.open[-1] if self.open else ""

    def _pass(self, sign: re.Match[str]) -> None:
        """Open or close a block."""
        if sign[1] is not None:
            self.open.append(sign[1])
        elif self.open:
            self.open.pop()
