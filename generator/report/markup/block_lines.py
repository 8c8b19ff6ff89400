"""Block marks read and removed: each line of a composed text with its block and record."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.model.regex import regex

BLOCK_SIGNS = regex(
    "\x11([^\x12]*)\x12|\x13|\x14([^\x12]*)\x12|\x16([^\x12]*)\x12|\x19([^\x12]*)\x12"
)
"""The marks of ``compose.block_marks``: a block opens, one closes, an anchor, a picture,
a table."""
PLACEHOLDER = "\ue001"
"""Stands for a picture or a table before its caption."""
_PARAGRAPH = "\x15"
"""The mark of a line that begins a paragraph below another line."""


class BlockLine(Struct, frozen=True):
    """A line without marks, and the record whose anchor it holds ("" for none).

    ``within`` are the blocks in which its text begins, the innermost last; ``opened`` are those
    that are opened on it, each after the blocks around it. ``picture`` is the file of a picture of
    which the text is the caption, after a placeholder, and before it a blank, # where it is
    numbered, and its width ("" for none); ``table`` is the name of such a table, with # before it
    where it is numbered.
    """

    text: str
    within: tuple[str, ...]
    record: str
    opened: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    table: str = ""

    @property
    def block(self) -> str:
        """The innermost block in which the text begins, "" for none."""
        return self.within[-1] if self.within else ""


def block_lines(source: str) -> list[BlockLine]:
    """The lines of a composed text."""
    reader = _Reader()
    return [reader.read(line) for line in source.replace(_PARAGRAPH, "\n").split("\n")]


class _Reader:
    """Reads line after line; ``open`` are the blocks that are open, the innermost last."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def read(self, line: str) -> BlockLine:
        """The line, and where it stands."""
        pieces, within, record, position = [], None, "", 0
        opened, picture, table = [], "", ""
        for sign in BLOCK_SIGNS.finditer(line):
            piece = line[position : sign.start()]
            pieces.append(piece)
            position = sign.end()
            if within is None and piece.strip():
                within = tuple(self.open)
            if (captioned := _captioned(sign)) is not None:
                picture, table = captioned
                pieces.append(PLACEHOLDER)
            elif sign[2] is not None:
                record = sign[2]
            else:
                self._pass(sign)
                opened += [tuple(self.open)] if sign[1] is not None else []
        pieces.append(line[position:])
        where = tuple(self.open) if within is None else within
        return BlockLine("".join(pieces), where, record, tuple(opened), picture, table)

    def _pass(self, sign: re.Match[str]) -> None:
        """Open or close a block."""
        if sign[1] is not None:
            self.open.append(sign[1])
        elif self.open:
            self.open.pop()


def _captioned(sign: re.Match[str]) -> tuple[str, str] | None:
    """The picture or the table that a mark stands for, "" for the other; None for other marks."""
    if sign[3] is None and sign[4] is None:
        return None
    return sign[3] or "", sign[4] or ""
