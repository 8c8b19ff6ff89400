"""Small Markdown to raw blocks: headings and paragraphs with their marks and the block that they
stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from operator import itemgetter

from markdown_it.token import Token
from msgspec import Struct

from generator.model import files
from generator.model.cell import Source
from generator.model.document import Mark, Run, Text
from generator.model.replacing import replace
from generator.report.markup.block_ids import BlockIds
from generator.report.markup.block_lines import BLOCK_SIGNS, PLACEHOLDER, BlockLine, block_lines
from generator.report.markup.inline import markdown, text_of
from generator.report.markup.tidy import tidy

_YEAR = "公文.年度"
_TITLE = "题_"
"""What the names of blocks that hold a heading begin with."""
_OUTLINE = "提纲"
_NUMBERED = "#"
"""What stands before the name of a table that is numbered."""


class RawHeading(Struct, frozen=True):
    """A heading as the template wrote it: level and text, no number yet. A ``required`` one stays
    where nothing stands below it."""

    id: str
    level: int
    text: Text
    required: bool = False


class RawParagraph(Struct, frozen=True):
    """A paragraph of text; the caption of a ``picture`` where it names a file, of a ``table`` where
    it names one, which is ``numbered`` or not. A picture is ``width`` mm wide, None: as it is."""

    id: str
    text: Text
    picture: str = ""
    table: str = ""
    numbered: bool = False
    width: float | None = None

    @property
    def is_caption(self) -> bool:
        """Whether it stands at a picture or a table."""
        return bool(self.picture or self.table)


RawBlock = RawHeading | RawParagraph


def parse(source: str, part: str, required: Set[str] = frozenset()) -> list[RawBlock]:
    """The raw blocks of a composed text. ``part`` (letter, report, case_1) begins the id of every
    block; of the ``required`` blocks of the template each has something to say, be it a gap."""
    lines = block_lines(source)
    ids = BlockIds(part)
    blocks: list[tuple[int, RawBlock]] = []
    speaking: set[str] = set()
    for opening, inline in _openings("\n".join(line.text for line in lines)):
        number = opening.map[0] if opening.map else 0
        line = lines[number]
        stays = not required.isdisjoint(line.within)
        text = _said(text_of(inline.children), line.block, stays=stays or bool(line.table))
        if not any(run.text.strip() for run in text):
            continue
        speaking.update(line.within)
        if opening.type == "heading_open":
            name = ids.heading(line.block, line.record, text)
            heading = RawHeading(name, int(opening.tag[1]), text, line.block in required)
            blocks.append((number, heading))
        else:
            name = ids.paragraph(line.block, line.record)
            blocks.append((number, _paragraph(name, text, line)))
    blocks += _silent(lines, required - speaking, ids)
    return [block for _, block in sorted(blocks, key=itemgetter(0))]


def _paragraph(name: str, text: Text, line: BlockLine) -> RawParagraph:
    """A paragraph, or what a picture or a table has for a caption."""
    if not line.picture and not line.table:
        return RawParagraph(name, text)
    caption = _without_placeholder(text)
    if line.table:
        table = line.table.removeprefix(_NUMBERED)
        return RawParagraph(name, caption, "", table, table != line.table)
    how, _, file = line.picture.partition(" ")
    width = how.removeprefix(_NUMBERED)
    return RawParagraph(
        name, caption, file, "", width != how, width=float(width) if width else None
    )


def _without_placeholder(text: Text) -> Text:
    """A caption without what stands for its picture."""
    first, *others = text
    rest = first.text.removeprefix(PLACEHOLDER)
    return ((replace(first, text=rest),) if rest else ()) + tuple(others)


def _silent(
    lines: Sequence[BlockLine], silent: Set[str], ids: BlockIds
) -> Iterator[tuple[int, RawBlock]]:
    """A gap for each of these blocks that the text opens, with the line of it; blocks within one
    another are one gap."""
    speaking: set[str] = set()
    opened = [(number, within) for number, line in enumerate(lines) for within in line.opened]
    for number, within in reversed(opened):
        name = within[-1]
        if name in silent and name not in speaking:
            speaking.update(within)
            yield number, RawParagraph(ids.paragraph(name, ""), gap(name.removeprefix(_TITLE)))


def gap(name: str) -> Text:
    """What a required block or heading prints that has nothing to say."""
    return (Run(f"【待补：{name}】", Mark("gap", f"提纲/{name}", (Source(_OUTLINE),))),)


def parse_line(source: str) -> Text:
    """A text of one line, such as a title."""
    clean = BLOCK_SIGNS.sub("", source)
    return text_of(markdown().parseInline(clean)[0].children)


def _openings(source: str) -> Iterator[tuple[Token, Token]]:
    """The begin of each heading and paragraph, and what stands in it."""
    tokens = markdown().parse(source)
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if opening.type in ("heading_open", "paragraph_open"):
            yield opening, inline


def _said(text: Text, block: str, *, stays: bool) -> Text:
    """What is said of a text: people's text as it stands, the outline's wording tidied, or nothing
    where the data have nothing for it and it need not stay."""
    if block.startswith(files.TEXTS):
        return text
    return () if not stays and _without_data(text) else tidy(text)


def _without_data(text: Text) -> bool:
    """Whether a paragraph of the outline has nothing to say: figures are missing, and the data give
    none at all."""
    marked = [run.mark for run in text if run.mark and run.mark.key != _YEAR]
    return bool(marked) and all(
        mark.origin == "gap" and not mark.key.startswith(files.TEXTS) for mark in marked
    )
