"""Findings as comments in the Word file that was checked, each at its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.model.view import INVISIBLE, OBJECT, Span
from generator.word.archive import with_parts
from generator.word.reader import ReadParagraph, WordFile
from generator.word.revise.remarks import WordComment, write_remarks
from generator.word.wordml import to_bytes

_LONGEST_QUOTE = 60
_NOT_READ = INVISIBLE + OBJECT


class _Character(Struct, frozen=True):
    """A character of a paragraph of the file."""

    para: int
    at: int
    text: str


def with_findings(
    file: WordFile, passages: Sequence[Passage], findings: Sequence[Finding]
) -> bytes:
    """The file with a comment for each finding; its text stays as it is.

    ``passages`` are those that were checked. What stands in a box or a note, where no comment of
    Word may be, is told at the paragraph before. A file without paragraphs stays as it is.
    """
    if not file.paragraphs:
        return with_parts(file.archive, {})
    homes = _homes(passages)
    remarks = [
        WordComment(_span(finding, homes, file.paragraphs), _lines(finding)) for finding in findings
    ]
    parts = write_remarks(file, remarks)
    return with_parts(file.archive, {**parts, file.archive.main: to_bytes(file.root)})


def _homes(passages: Sequence[Passage]) -> dict[int, Passage]:
    """The passages by their number, those of boxes and notes as the passage before that is none."""
    homes: dict[int, Passage] = {}
    last = Passage("", "body", paras=(0,))
    for passage in passages:
        last = passage if passage.paras else last
        homes[passage.paragraph] = last
    return homes


def _span(finding: Finding, homes: dict[int, Passage], paragraphs: Sequence[ReadParagraph]) -> Span:
    """Where the words of the first side stand in the file."""
    side = next((side for side in finding.sides if side.paragraph in homes), finding.sides[0])
    home = homes.get(side.paragraph or 0, Passage("", "body", paras=(0,)))
    return _words(side, home, paragraphs) or _whole(home, paragraphs)


def _whole(passage: Passage, paragraphs: Sequence[ReadParagraph]) -> Span:
    first, last = passage.paras[0], passage.paras[-1]
    return Span(first, 0, last, len(paragraphs[last].text))


def _words(side: Side, passage: Passage, paragraphs: Sequence[ReadParagraph]) -> Span | None:
    """The stretch of a side's words; None where they are not found, as those of fields are not.

    Blanks do not count: cells and lines were joined for reading.
    """
    characters = list(_characters(passage, paragraphs))
    written = "".join(character.text for character in characters)
    start, end = side.at or (0, 0)
    words = _bare(passage.text[start:end])
    as_read = written == _bare(passage.text)
    at = len(_bare(passage.text[:start])) if as_read else written.find(words)
    if at < 0 or not words:
        return None
    first, last = characters[at], characters[at + len(words) - 1]
    if passage.role == "row" and first.para != last.para:
        return Span(first.para, first.at, first.para, len(paragraphs[first.para].text))
    return Span(first.para, first.at, last.para, last.at + 1)


def _characters(passage: Passage, paragraphs: Sequence[ReadParagraph]) -> Iterator[_Character]:
    """The characters of the paragraphs of a passage that are seen and no blanks."""
    for para in passage.paras:
        for at, text in enumerate(paragraphs[para].text):
            if not text.isspace() and text not in _NOT_READ:
                yield _Character(para, at, text)


def _bare(text: str) -> str:
    return "".join(text.split()).replace(OBJECT, "")


def _lines(finding: Finding) -> tuple[str, ...]:
    """The message, then where its other sides stand."""
    others = [_other(side) for side in finding.sides[1:]]
    return (f"{finding.severity.label}［{finding.rule}］{finding.message}", *others)


def _other(side: Side) -> str:
    quote = side.quote
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE]}…"
    return f"另见 {side.location}：“{quote}”"
