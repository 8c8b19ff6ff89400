"""Every note for the writer of a draft, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.figures import Draft
from generator.report.compose.comparisons import compared_keys
from generator.report.notes.about_figures import (
    FigureNote,
    falls,
    parts_apart,
    shortfalls,
    tasks_missed,
    unused,
)
from generator.report.notes.about_measures import measures_amiss
from generator.report.notes.about_words import figures_only, out_of_proportion
from generator.report.notes.writer_note import WriterNote
from generator.report.notes.written import blocks_of, written_sections
from generator.report.progress import Progress
from generator.report.progress.sections import Sections, sections_of


def writer_notes(draft: Draft, composed: str, progress: Progress) -> tuple[WriterNote, ...]:
    """What the writer of a draft should think of; ``composed`` is the text of its report, before
    what says nothing is dropped."""
    written, sections = written_sections(composed), sections_of(composed)
    blocks = blocks_of(written)
    notes = [
        *figures_only(written),
        *(_placed(note, sections, blocks) for note in _of_figures(draft, sections)),
        *out_of_proportion(written, draft.kind.outline),
    ]
    order = {section: place for place, section in enumerate(sections.order)}
    notes.sort(key=lambda note: order.get(note.section, len(order)))
    return (*notes, *measures_amiss(draft.book), *unused(progress.assigned))


def _of_figures(draft: Draft, sections: Sections) -> Iterator[FigureNote]:
    """What the figures of a draft say."""
    printed = frozenset(sections.keys)
    yield from falls(draft.book, _watched(draft, sections))
    yield from parts_apart(draft.book, tuple(draft.kind.catalogue.values()), printed)
    yield from shortfalls(draft.book, draft.kind.shortfalls)
    yield from tasks_missed(draft.book)


def _watched(draft: Draft, sections: Sections) -> Iterable[str]:
    """The keys whose falls are told: those that are compared, else all that the report prints."""
    compared = compared_keys(draft.dataset.settings, draft.kind)
    keys = dict.fromkeys([*sections.keys, *sorted(compared or ())])
    return [key for key in keys if key in draft.book and (compared is None or key in compared)]


def _placed(note: FigureNote, sections: Sections, blocks: Mapping[str, str]) -> WriterNote:
    section = sections.keys.get(note.key, "")
    return WriterNote(note.sort, section, note.text, blocks.get(section, ""))
