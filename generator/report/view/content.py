"""What a page shows, without a word of HTML."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from msgspec import Struct, field

from generator.model.storable import encoded

Voucher = Literal["bound", "claimed", "gap", "literal"]
"""Who vouches for a stretch of text: the data, a person who named the key, nobody yet (【待补】),
nobody."""
BlockRole = Literal[
    "stamp",
    "organ",
    "number",
    "title",
    "addressee",
    "heading1",
    "heading2",
    "heading3",
    "heading4",
    "body",
    "centered",
    "note",
    "unit",
    "signature",
    "annex_note",
    "label",
    "table",
    "picture",
    "imprint",
]


class SourceCell(NamedTuple):
    """A cell of the package as a clerk sees it: where it is, what stands in it, who owes it (""
    where that is not known)."""

    location: str
    content: str = ""
    department: str = ""


class FigureCard(Struct, frozen=True):
    """What the page answers when a figure is asked.

    ``value`` is with its unit; ``formula`` is "" for a figure that was filed, else ``parts`` are
    the key, the name and the value of each figure that it is computed from; ``previous`` is last
    year's value and ``change`` how it changed, "" where it is not known; ``state`` is what a Word
    file says of it otherwise, "" where that agrees or nothing was compared.
    """

    key: str
    name: str
    value: str
    sources: tuple[SourceCell, ...] = ()
    formula: str = ""
    parts: tuple[tuple[str, str, str], ...] = ()
    previous: str = ""
    change: str = ""
    state: str = ""


class PageSpan(NamedTuple):
    """A stretch of a line, from character ``start`` to ``end``: a figure (the index of its card, -1
    for none) and who vouches for it."""

    start: int
    end: int
    card: int
    voucher: Voucher


class PageLine(Struct, frozen=True):
    """A line or a paragraph of a cell: its text, its figures in order, and the number of the line
    that remarks name with the character at which it begins there (a cell is a part of a row)."""

    text: str
    spans: tuple[PageSpan, ...] = ()
    line: int = -1
    at: int = 0
    strong: tuple[tuple[int, int], ...] = ()


class PageCell(Struct, frozen=True):
    """A cell of a table. ``rowspan`` and ``colspan`` count rows and columns."""

    lines: tuple[PageLine, ...]
    align: str = "left"
    indent: int = 0
    colspan: int = 1
    rowspan: int = 1
    strong: bool = False


class PageRow(Struct, frozen=True):
    """A row of a table; ``head`` where it heads the columns."""

    cells: tuple[PageCell, ...]
    head: bool = False
    line: int = -1


class PageBlock(Struct, frozen=True):
    """A block of the report; ``lead`` is the number of characters of a heading that runs into it,
    ``section`` the headings above it. ``picture`` is a file of the package, "" for none."""

    role: BlockRole
    lines: tuple[PageLine, ...] = ()
    rows: tuple[PageRow, ...] = ()
    lead: int = 0
    section: str = ""
    begins_page: bool = False
    picture: str = ""


class RemarkSide(NamedTuple):
    """One side of a remark: where it is in words, what stands there, and its stretch of the report
    (line, from and to character), None where it is elsewhere."""

    location: str
    quote: str
    at: tuple[int, int, int] | None = None


class PageRemark(Struct, frozen=True):
    """A finding: how grave (错误, 提醒, 供参考), the rule, the message, its sides, keys concerned."""

    severity: str
    rule: str
    message: str
    sides: tuple[RemarkSide, ...]
    keys: tuple[str, ...] = ()


class PageTask(NamedTuple):
    """Something for a person: a sentence, and the line of the report where it is, -1 for none."""

    text: str
    line: int = -1
    start: int = 0


class TaskGroup(Struct, frozen=True):
    """Things of one sort that a person has to look at; ``first`` where they come before the
    findings; ``more`` are so many that are not listed."""

    title: str
    tasks: tuple[PageTask, ...]
    first: bool = False
    more: int = 0


class Opening(Struct, frozen=True):
    """What the page says of itself: its title, what it was made of in words (``source``), the hash
    of the data ("" for a Word file alone) and when it was made, as the caller said; ``stale`` are
    sentences on older data."""

    title: str
    source: str
    made_of: str
    made_at: str
    stale: tuple[str, ...] = ()


class PageContent(Struct, frozen=True):
    """All that a page shows. ``pictures`` are the files of the package by name."""

    opening: Opening
    blocks: tuple[PageBlock, ...]
    cards: tuple[FigureCard, ...] = ()
    remarks: tuple[PageRemark, ...] = ()
    groups: tuple[TaskGroup, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def words_hash(self) -> str:
        """A hash of the words of the report: the same as long as it reads the same."""
        return hashlib.sha256(encoded("\n".join(self._words()))).hexdigest()

    def _words(self) -> Iterator[str]:
        for block in self.blocks:
            yield from (line.text for line in block.lines)
            cells = (cell for row in block.rows for cell in row.cells)
            yield from (line.text for cell in cells for line in cell.lines)
