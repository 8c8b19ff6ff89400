"""Notes for the writer as comments in a Word file of ours, at the headings that they belong to.

They are no open matters: nobody has to answer them, ``finalize`` drops them with all comments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.document import Block, Document, Heading, Paragraph
from generator.model.inputs import unzip
from generator.regenerate.base import base_of
from generator.word.archive import open_archive, with_parts
from generator.word.reader import read
from generator.word.revise.comments import placed_comments, remove_comments, write_comments
from generator.word.wordml import to_bytes

NOTE = "【提示】"
"""How each line of a note begins."""


def with_notes(
    data: bytes, document: Document, notes: Mapping[str, Iterable[str]], date: str
) -> bytes:
    """The Word file of a document with these notes (by the template block of a heading), without
    those that stood there before; ``data`` itself where there are neither.

    A note whose heading the document or the file does not have stands at the first heading.
    ``date`` is that of the comments (2026-11-22T11:12:26Z).
    """
    if not notes and not _holds_notes(data):
        return data
    file = read(data)
    paragraphs = [paragraph.elements for paragraph in file.paragraphs]
    removed = remove_comments(file.archive, paragraphs, NOTE)
    lines: dict[int, list[str]] = {}
    if notes:
        places = dict(_headings(document, base_of(document, file.view)[1]))
        first = next(iter(places.values()), 0)
        for block, texts in notes.items():
            at = lines.setdefault(places.get(block, first), [])
            at += [NOTE + text for text in texts]
    if not lines and not removed:
        return data
    placed = placed_comments(file.archive, paragraphs)
    written = write_comments(file.archive, paragraphs, placed, lines, date)
    main = {file.archive.main: to_bytes(file.root)}
    return with_parts(file.archive, {**removed, **written, **main})


def _holds_notes(data: bytes) -> bool:
    """Whether the comments of a file hold notes: a quick look, without reading its text where no
    part of the file holds any."""
    if not any(NOTE.encode() in part for part in unzip(data, "").values()):
        return False
    archive = open_archive(data, "")
    comments = archive.related("comments")
    return comments is not None and NOTE.encode() in archive.parts.get(comments, b"")


def _headings(document: Document, paragraphs: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """The paragraph of each heading of the report, by the block of the template."""
    for section in document.sections:
        for block in section.blocks:
            heading = _heading_of(block)
            if heading and block.id in paragraphs:
                yield _template_block(heading.id), paragraphs[block.id]


def _heading_of(block: Block) -> Heading | None:
    """The heading that a block is, or that runs into it."""
    if isinstance(block, Heading):
        return block
    return block.lead if isinstance(block, Paragraph) else None


def _template_block(ident: str) -> str:
    """题_就业 of report/题_就业#组织农村劳动力就业情况."""
    return ident.partition("/")[2].partition("#")[0].partition("[")[0]
