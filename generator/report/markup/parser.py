"""Small Markdown to raw blocks: headings and paragraphs with their marks and the block that they
stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from generator.model import files
from generator.model.document import Text
from generator.report.markup.block_ids import BlockIds
from generator.report.markup.block_lines import BLOCK_SIGNS, block_lines
from generator.report.markup.inline import markdown, text_of
from generator.report.markup.tidy import tidy

_YEAR = "公文.年度"


@dataclass(frozen=True)
class RawHeading:
    """A heading as the template wrote it: level and text, no number yet."""

    id: str
    level: int
    text: Text


@dataclass(frozen=True)
class RawParagraph:
    """A paragraph of text."""

    id: str
    text: Text


RawBlock = RawHeading | RawParagraph


def parse(source: str, part: str) -> list[RawBlock]:
    """The raw blocks of a composed text. ``part`` (letter, report, case_1) begins the id of every
    block."""
    lines = block_lines(source)
    ids = BlockIds(part)
    blocks: list[RawBlock] = []
    for opening, inline in _openings("\n".join(line.text for line in lines)):
        line = lines[opening.map[0] if opening.map else 0]
        text = _said(text_of(inline.children), line.block)
        if not any(run.text.strip() for run in text):
            continue
        if opening.type == "heading_open":
            name = ids.heading(line.block, line.record, text)
            blocks.append(RawHeading(name, int(opening.tag[1]), text))
        else:
            blocks.append(RawParagraph(ids.paragraph(line.block, line.record), text))
    return blocks


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


def _said(text: Text, block: str) -> Text:
    """What is said of a text: people's text as it stands, the outline's wording tidied, or nothing
    where the data have nothing for it."""
    if block.startswith(files.TEXTS):
        return text
    return () if _without_data(text) else tidy(text)


def _without_data(text: Text) -> bool:
    """Whether a paragraph of the outline has nothing to say: figures are missing, and the data give
    none at all."""
    marked = [run.mark for run in text if run.mark and run.mark.key != _YEAR]
    return bool(marked) and all(
        mark.origin == "gap" and not mark.key.startswith(files.TEXTS) for mark in marked
    )
