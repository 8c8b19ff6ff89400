"""The report as the rules read it: passages with their location, their part and their role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from generator.check.finding import Side, cell_side
from generator.check.reader import Quantity, quantities
from generator.figures.plaintext import Line, lines
from generator.model import files
from generator.model.cell import Source
from generator.model.document import (
    Addressee,
    AnnexLabel,
    AnnexNote,
    Block,
    ChopSignature,
    Document,
    Heading,
    Imprint,
    Mark,
    Masthead,
    Paragraph,
    ParagraphRole,
    Run,
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
_BLOCK_ROLES: dict[type, Role] = {
    Masthead: "masthead",
    Title: "title",
    Addressee: "addressee",
    Heading: "heading",
    AnnexNote: "annex_note",
    Signature: "signature",
    ChopSignature: "signature",
    AnnexLabel: "label",
    Table: "row",
    Imprint: "imprint",
}
_PARAGRAPH_ROLES: dict[ParagraphRole, Role] = {
    "source_note": "note",
    "note": "note",
    "attendance": "signature",
    "sign_line": "signature",
    "picture": "note",
    "unit_line": "note",
    "caption": "note",
    "subtitle": "title",
    "centered": "title",
}
_LONGEST_WITH_CELL = 40


class Passage(Struct, frozen=True, dict=True):
    """A paragraph, heading, title line or table row.

    ``part`` is "" in the main document and the label (附件1) in an annex; ``lead`` is the number of
    characters of a heading that runs into the paragraph; ``level`` and ``number`` are those of a
    heading, 0 and "" elsewhere; ``text`` joins the cells of a table row with tabs. ``runs`` is ()
    in a Word file, which has no marks. ``joined`` counts, in the first passage of a Word file that
    was wrapped line by line, the lines that were joined to the ones before; ``paras`` are the
    paragraphs of the Word file that it was read from, () for those of boxes.
    """

    text: str
    role: Role
    section: str = ""
    paragraph: int = 0
    part: str = ""
    level: int = 0
    number: str = ""
    lead: int = 0
    runs: Text = ()
    joined: int = 0
    paras: tuple[int, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row, cut anew each time, as a table may have many; () elsewhere."""
        return tuple(self.text.split("\t")) if self.role == "row" else ()

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of its text, which several rules ask for."""
        return tuple(quantities(self.text))

    @property
    def prose(self) -> bool:
        """Whether sentences stand in it."""
        return self.role in ("body", "note")

    def mark_at(self, position: int) -> Mark | None:
        """The mark of the character at ``position``; None for plain wording."""
        at = bisect_right(self._run_ends, position)
        return self.runs[at].mark if at < len(self.runs) else None

    @cached_property
    def _run_ends(self) -> tuple[int, ...]:
        """Where each of its runs ends."""
        return tuple(accumulate(len(run.text) for run in self.runs))

    def run_spans(self) -> Iterator[tuple[Run, int, int]]:
        """Its runs in order, each with the positions where it starts and ends."""
        end = 0
        for run in self.runs:
            start, end = end, end + len(run.text)
            yield run, start, end

    def side(self, start: int = 0, end: int | None = None, around: int = 0) -> Side:
        """The passage as a side: the words from ``start`` to ``end`` and so many around.

        The side names the cell that the words print, where they are at most 40 characters.
        """
        end = len(self.text) if end is None else end
        words = self.text[max(0, start - around) : end + around]
        quote = words.replace("\t", " ").strip()
        source = self._printed_source(start, end)
        section, paragraph = self._headings() or None, self.paragraph or None
        return cell_side(source, quote, section, paragraph, (start, end))

    def _printed_source(self, start: int, end: int) -> Source | None:
        """The cell of the first figure in a stretch, one of report.yaml (the year, a name) only
        where there is no other; None where it is long or prints none."""
        if end - start > _LONGEST_WITH_CELL:
            return None
        sources = list(self._bound_sources(start, end))
        of_data = [source for source in sources if source.file != files.REPORT]
        return next(iter(of_data or sources), None)

    def _bound_sources(self, start: int, end: int) -> Iterator[Source]:
        """The first cell of each figure that follows the data, from ``start`` to ``end``."""
        for mark, first, last in self._bound:
            if first >= end:
                break
            if max(start, first) < min(end, last):
                yield from mark.sources[:1]

    @cached_property
    def _bound(self) -> tuple[tuple[Mark, int, int], ...]:
        """The marks of its figures that follow the data, each with where it starts and ends."""
        spans = ((run.mark, start, end) for run, start, end in self.run_spans())
        return tuple(
            (mark, start, end) for mark, start, end in spans if mark and mark.origin == "bound"
        )

    def _headings(self) -> str:
        """The headings above, those of an annex after its label."""
        if self.section.startswith(self.part):
            return self.section
        return "／".join(filter(None, (self.part, self.section)))


def of_document(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order."""
    blocks = {block.id: block for section in document.sections for block in section.blocks}
    part = ""
    passages: list[Passage] = []
    for line in lines(document):
        block = blocks.get(line.block) if line.block else None
        part = _part(line, block, part)
        passages.append(_passage(line, block, part))
    return tuple(passages)


def _part(line: Line, block: Block | None, before: str) -> str:
    """The part that a line stands in: an annex begins with its label and ends at the imprint."""
    if isinstance(block, AnnexLabel):
        return plain(line.text).rstrip("：: ")
    return "" if isinstance(block, Imprint) else before


def _passage(line: Line, block: Block | None, part: str) -> Passage:
    text = plain(line.text)
    heading = _heading(block)
    return Passage(
        text,
        _role(block),
        line.section,
        line.number,
        part,
        level=heading.level if heading else 0,
        number=heading.number if heading else "",
        lead=len(heading.number + plain(heading.text)) if heading else 0,
        runs=line.text,
    )


def _heading(block: Block | None) -> Heading | None:
    """The heading that the block is, or that runs into it."""
    if isinstance(block, Paragraph):
        return block.lead
    return block if isinstance(block, Heading) else None


def _role(block: Block | None) -> Role:
    if isinstance(block, Paragraph):
        return _PARAGRAPH_ROLES.get(block.role, "body")
    return _BLOCK_ROLES.get(type(block), "body")


def prose(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages that hold sentences."""
    return (passage for passage in passages if passage.prose)
