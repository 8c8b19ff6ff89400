"""Notes about the words of sections: what is told in figures alone, what is too long or short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.kind import OutlineSection
from generator.model.regex import regex
from generator.report.notes.writer_note import NoteSort, WriterNote
from generator.report.notes.written import WrittenSection

_SENTENCE, _CLAUSE = regex(r"[。！？；\n]"), regex(r"[，：]")
_TITLE = regex(r"《[^》]*》")
_DATE = regex(r"\d+(?:[—–至-]\d+)?[年月日号]")
_NUMBER = regex(r"\d+(?:\.\d+)?")
_WHY = regex(
    "^为.{4}|旨在|围绕|按照|根据|坚持|着力|聚焦|强化|加强|推动|推进|促进|确保|保障|支持|"
    "健全|完善|规范|提升|提高|改善|巩固|研究部署|畅通|拓展|有效|切实|逐步|"
    "严格|认真|积极|大力|深入|全面|扎实|实现了"
)
"""Words of a purpose, a measure or an effect."""
_FEW, _SPOKEN = 3, 15
"""So many numbers make a section one of figures; a sentence without any says something from so
many characters on."""
_TIMES, _POINTS, _LEAST = 2, 3, 1500
"""How far a share may be off: by this factor, and by so many points; a report shorter than so many
characters is not finished, and its shares mean nothing."""


def figures_only(written: Sequence[WrittenSection]) -> Iterator[WriterNote]:
    """Sections in which no sentence says a purpose, a measure or an effect.

    A section counts from three numbers on, dates are none; people's texts and what stands above
    the first heading are left alone, words inside 《》 say nothing. Source: rule 1 of what a
    secretary would sign.
    """
    for section in written:
        if not section.block or section.by_person:
            continue
        words = _DATE.sub("", _TITLE.sub("", section.text))
        many = len(_NUMBER.findall(words)) >= _FEW
        if many and not any(map(_says_more, _SENTENCE.split(words))):
            text = "本节只有数字，请补一句目的、做法或成效"
            yield WriterNote(NoteSort.ONLY_FIGURES, section.section, text, section.block)


def _says_more(sentence: str) -> bool:
    """Whether a sentence says more than figures."""
    if not _NUMBER.search(sentence) and len(sentence.strip()) >= _SPOKEN:
        return True
    clauses = _CLAUSE.split(sentence)
    return any(_WHY.search(clause) and not _NUMBER.search(clause) for clause in clauses)


def out_of_proportion(
    written: Sequence[WrittenSection], outline: Sequence[OutlineSection]
) -> Iterator[WriterNote]:
    """Sections of the outline whose share of the length is more than double or less than half of
    what is usual, and at least three points off.

    A section goes as far as the next one of the outline. What is not there at all is left alone, so
    is a report of less than 1,500 characters. Source: rule 10 of what a secretary would sign.
    """
    whole = sum(section.length for section in written)
    if whole < _LEAST:
        return
    lengths = _lengths(written, {section.block for section in outline})
    titles = {section.block: section.section for section in reversed(written)}
    for section in outline:
        length = lengths.get(section.block, 0)
        side = _side(length * 100 / whole, section.share) if length and section.share else ""
        if side:
            text = (
                f"{length}字，占全文{length * 100 / whole:.0f}%，一般占{section.share}%左右，{side}"
                f"（相差一倍、又超过{_POINTS}个百分点才提示）"
            )
            yield WriterNote(NoteSort.LENGTH, titles[section.block], text, section.block)


def _side(actual: float, usual: int) -> str:
    """偏长 or 偏短, "" where a share is about right."""
    if abs(actual - usual) < _POINTS:
        return ""
    if actual > usual * _TIMES:
        return "偏长"
    return "偏短" if actual < usual / _TIMES else ""


def _lengths(written: Sequence[WrittenSection], blocks: set[str]) -> dict[str, int]:
    """Characters by section of the outline: what follows under other headings counts with it."""
    lengths: dict[str, int] = {}
    current = ""
    for section in written:
        current = section.block if section.block in blocks else current
        if current:
            lengths[current] = lengths.get(current, 0) + section.length
    return lengths
