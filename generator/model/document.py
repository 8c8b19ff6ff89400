"""What a report says: a tree of blocks without fonts, lengths or files.

The names are those of the elements in GB/T 9704-2012, chapter 7. Every block has an ``id`` that is
stable when the data change (section and record, never a running number); every run of text that
follows the data carries a ``Mark``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from msgspec import Struct

from generator.model.cell import Source

Origin = Literal["bound", "claimed", "name", "gap"]


class Mark(Struct, frozen=True, gc=False):
    """The identity of a run of text: the key it prints, how, and the cells it came from.

    ``bound`` follows the data; ``claimed`` was typed by a person who named the key; ``name`` is a
    proper name or a label; ``gap`` stands for an unknown value (its source is the template and line
    that needed it).
    """

    origin: Origin
    key: str
    sources: tuple[Source, ...] = ()
    formula: str = ""


class Run(Struct, frozen=True, gc=False):
    """A stretch of text. ``strong`` is emphasis (bold); ``mark`` is None for plain wording."""

    text: str
    mark: Mark | None = None
    strong: bool = False


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """The characters of a text, as a reader sees them."""
    return "".join(run.text for run in text)


class Heading(Struct, frozen=True):
    """A heading of level 1 to 4 with its number (一、 （一） 1. （1）), "" where it has none."""

    id: str
    level: int
    number: str
    text: Text


ParagraphRole = Literal[
    "body",
    "subtitle",
    "centered",
    "caption",
    "form_line",
    "unit_line",
    "source_note",
    "note",
    "attendance",
    "sign_line",
    "picture",
]


class Paragraph(Struct, frozen=True):
    """A paragraph. ``lead`` is a heading that runs into it, with its number before it."""

    id: str
    text: Text
    role: ParagraphRole = "body"
    lead: Heading | None = None


class Picture(Paragraph, frozen=True):
    """A picture on lines of its own, ``text`` its caption below (empty for none); ``file`` is its
    name in the package; ``width`` is in mm, None as large as it is; ``numbered``: it is one of 图1,
    图2 …"""

    file: str = ""
    width: float | None = None
    numbered: bool = False


class Masthead(Struct, frozen=True):
    """版头: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red line below (GB/T 9704-2012, 7.2).

    ``organs`` are the lines of the mark; ``suffix`` is 文件 or ""; ``number`` is empty where there is
    none.
    """

    id: str
    organs: tuple[str, ...]
    suffix: str
    number: Text = ()
    signers: tuple[str, ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""


class Title(Struct, frozen=True):
    """公文标题, or the title of a report or an appendix.

    Each of ``lines`` is set on a line of its own, or broken by meaning where it is too long for
    one; ``subtitle`` (——记…) stands below in 楷体.
    """

    id: str
    lines: tuple[Text, ...]
    subtitle: Text = ()


class Addressee(Struct, frozen=True):
    """主送机关, without the colon that the writer sets."""

    id: str
    text: Text


class AnnexNote(Struct, frozen=True):
    """附件说明: the names of the annexes in order.

    ``each`` sets them as some places do, 附件1：… on a line of its own for each; the standard's form
    is 附件：1.… 2.…
    """

    id: str
    items: tuple[Text, ...]
    each: bool = False


class Signature(Struct, frozen=True):
    """发文机关署名 and 成文日期; ``seal`` says whether a seal is put on it (7.3.5.1) or not (7.3.5.2)."""

    id: str
    organs: tuple[Text, ...]
    date: Text
    seal: bool = True


class ChopSignature(Struct, frozen=True):
    """签发人职务 with the name of each who puts 签名章 beside it ("": room for the chop), and 成文日期
    (7.3.5.3)."""

    id: str
    posts: tuple[Text, ...]
    names: tuple[str, ...]
    date: Text


class AnnexLabel(Struct, frozen=True):
    """附件1, flush on the first line of a new page; ``text`` is the label, without a colon."""

    id: str
    text: str


class PageBreak(Struct, frozen=True):
    """What follows begins a new page."""

    id: str = ""


class TableOfContents(Struct, frozen=True):
    """目录: the headings that follow, from level 1 down to ``level``; the pages are Word's to say."""

    id: str
    level: int
    entries: tuple[Heading, ...]


Align = Literal["left", "center", "right", "decimal"]


class Column(Struct, frozen=True):
    """A column of a table: alignment, and its width in mm (None: from the content)."""

    align: Align = "left"
    width: float | None = None


class SheetCell(NamedTuple):
    """A cell of a table: the index of its row in ``Table.rows``, the column in which it begins."""

    row: int
    column: int


CellFormula = tuple[str | SheetCell, ...]
"""How a sheet computes a number: its words, and the cells between them."""


class TableCell(Struct, frozen=True, gc=False):
    """A cell of a table.

    ``paragraphs`` holds at least one text; ``indent`` is in characters; ``colspan`` counts columns;
    ``vmerge`` is "restart" where a vertical merge begins, "continue" where it goes on, None
    elsewhere.

    ``number`` is the number that the text prints (None: it prints none), ``places`` its decimals
    where they are fixed; ``sums`` are the rows of the same column that the number adds up: first
    and last index in ``Table.rows``; ``formula`` is how a sheet computes it otherwise.
    """

    id: str
    paragraphs: tuple[Text, ...]
    align: Align | None = None
    indent: int = 0
    colspan: int = 1
    vmerge: Literal["restart", "continue"] | None = None
    strong: bool = False
    number: Decimal | None = None
    places: int | None = None
    sums: tuple[tuple[int, int], ...] = ()
    formula: CellFormula = ()


HEADS = ("head", "subhead")
"""The roles of rows that are set as heads."""
RowRole = Literal["head", "subhead", "group", "body", "summary"]


class TableRow(Struct, frozen=True):
    """A row: ``head`` rows come again on each page, unless there are ``subhead`` rows, heads of the
    rows below them; ``group`` and ``summary`` stay with theirs."""

    id: str
    cells: tuple[TableCell, ...]
    role: RowRole = "body"

    @property
    def is_head(self) -> bool:
        """Whether it is set as a head."""
        return self.role in HEADS

    def placed(self) -> Iterator[tuple[int, TableCell]]:
        """The cells, each with the column (from 0) in which it begins."""
        column = 0
        for cell in self.cells:
            yield column, cell
            column += cell.colspan


class Table(Struct, frozen=True):
    """A table of finished text cells; the spans of each row add up to the number of columns."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


class TableSlot(Struct, frozen=True):
    """Where in the text the table of that name goes, with the caption above it (empty for none);
    ``numbered``: it is one of 表1, 表2 …"""

    id: str
    name: str
    caption: Text = ()
    numbered: bool = False


class Imprint(Struct, frozen=True):
    """版记: 抄送 (empty where there is none), 印发机关 and 印发日期 (7.4)."""

    id: str
    copy_to: tuple[str, ...]
    issuer: str
    date: Text


Block = (
    Masthead
    | Title
    | Addressee
    | Paragraph
    | Heading
    | AnnexNote
    | Signature
    | ChopSignature
    | AnnexLabel
    | PageBreak
    | TableOfContents
    | Table
    | TableSlot
    | Imprint
)


class Section(Struct, frozen=True):
    """Blocks on pages of one orientation."""

    blocks: tuple[Block, ...]
    landscape: bool = False


class Properties(Struct, frozen=True):
    """What stands in the file's properties: title, issuing organ, and the id of the draft."""

    title: str
    organ: str
    draft: str


class Document(Struct, frozen=True):
    """A whole document, from 版头 to 版记."""

    sections: tuple[Section, ...]
    properties: Properties
