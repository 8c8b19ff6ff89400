"""The report as the rules read it: passages with their place, their part and their role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.check.finding import Side
from generator.figures.plaintext import Line, lines
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    Signature,
    Table,
    Text,
    Title,
    plain,
)

Role = Literal[
    "masthead",
    "title",
    "addressee",
    "heading",
    "body",
    "annex_note",
    "signature",
    "label",
    "row",
    "imprint",
    "note",
]
_QUOTE = 40


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, title line or table row.

    ``part`` is "" in the main document and the label (附件1) in an appendix; ``lead`` is the number of characters of
    a heading that runs into the paragraph; ``level`` and ``number`` are those of a heading, 0 and "" elsewhere;
    ``cells`` holds the cells of a table row; ``text`` joins them with tabs.
    """

    text: str
    role: Role
    section: str = ""
    paragraph: int = 0
    part: str = ""
    level: int = 0
    number: str = ""
    lead: int = 0
    cells: tuple[str, ...] = ()
    runs: Text = ()

    @property
    def prose(self) -> bool:
        """Whether sentences stand in it."""
        return self.role in ("body", "note")

    def mark_at(self, position: int) -> Mark | None:
        """The mark of the character at ``position``; None for plain wording."""
        for run in self.runs:
            if position < len(run.text):
                return run.mark
            position -= len(run.text)
        return None

    def side(self, start: int = 0, end: int | None = None, around: int = 0) -> Side:
        """The passage as a side: the words from ``start`` to ``end`` and so many around, with the cell they print."""
        end = len(self.text) if end is None else end
        mark = next(
            (
                found
                for at in range(start, end)
                if (found := self.mark_at(at)) and found.kind == "bound"
            ),
            None,
        )
        source = mark.sources[0] if mark and mark.sources and end - start <= _QUOTE else None
        quote = self.text[max(0, start - around) : end + around].replace("\t", " ").strip()
        where = (
            self.section
            if self.section.startswith(self.part)
            else "／".join(part for part in (self.part, self.section) if part)
        )
        return Side(
            quote,
            source.file if source else None,
            None,
            (source.row or None) if source else None,
            (source.column or None) if source else None,
            where or None,
            self.paragraph or None,
        )


def of_document(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order."""
    blocks = {
        block.id: block for section in document.sections for block in section.blocks if block.id
    }
    part = ""
    found: list[Passage] = []
    for line in lines(document):
        block = blocks.get(line.block)
        if isinstance(block, AnnexLabel):
            part = plain(line.text).rstrip("：: ")
        elif isinstance(block, Imprint):
            part = ""
        found.append(_passage(line, block, part))
    return tuple(found)


def _passage(line: Line, block: Block | None, part: str) -> Passage:
    text = plain(line.text)
    heading = (
        block
        if isinstance(block, Heading)
        else block.lead
        if isinstance(block, Paragraph)
        else None
    )
    lead = len(heading.number + plain(heading.text)) if heading else 0
    cells = tuple(text.split("\t")) if line.cells else ()
    return Passage(
        text,
        _role(block),
        line.section,
        line.number,
        part,
        heading.level if heading else 0,
        heading.number if heading else "",
        lead,
        cells,
        line.text,
    )


def _role(block: Block | None) -> Role:
    match block:
        case Masthead():
            return "masthead"
        case Title():
            return "title"
        case Addressee():
            return "addressee"
        case Heading():
            return "heading"
        case AnnexNote():
            return "annex_note"
        case Signature():
            return "signature"
        case AnnexLabel():
            return "label"
        case Table():
            return "row"
        case Imprint():
            return "imprint"
        case Paragraph() if block.role in ("source_note", "note", "unit_line"):
            return "note"
        case Paragraph() if block.role in ("subtitle", "centered"):
            return "title"
        case _:
            return "body"


def prose(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """The passages that hold sentences."""
    return (passage for passage in passages if passage.prose)
