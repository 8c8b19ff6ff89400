"""Notes for the writer as lines: in short after a draft, or by heading for the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.report.notes.writer_note import NoteSort, WriterNote
from generator.report.progress.sections import SEPARATOR

_SHORT = 10
"""So many notes are told one by one."""
_WEIGHT = {sort: place for place, sort in enumerate(NoteSort)}


def in_short(notes: Sequence[WriterNote], command: str) -> list[str]:
    """At most twelve lines, the weightiest notes first, the rest counted; ``command`` shows them
    all. No line where there is no note."""
    if not notes:
        return []
    weighed = sorted(notes, key=lambda note: _WEIGHT[note.sort])
    told = [f"  [{note.sort.value}] {_with_section(note)}" for note in weighed[:_SHORT]]
    rest = len(notes) - _SHORT
    more = [f"  其余 {rest} 条，详见 {command}"] if rest > 0 else []
    return [f"给撰稿人的提示 {len(notes)} 条（不印进正文）：", *told, *more]


def _with_section(note: WriterNote) -> str:
    innermost = note.section.rpartition(SEPARATOR)[2]
    return f"{innermost}：{note.text}" if innermost else note.text


def by_heading(notes: Iterable[WriterNote]) -> dict[str, list[str]]:
    """Lines by the template block of the heading where they belong, "" where to none."""
    lines: dict[str, list[str]] = {}
    for note in notes:
        lines.setdefault(note.block, []).append(f"{note.sort.value}：{note.text}")
    return lines
