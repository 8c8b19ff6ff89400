"""A Word file that people worked on, brought up to date with the data of its package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from msgspec import Struct

from generator import store
from generator.figures import Draft
from generator.jobs.bases import StoredBases, save_base, stored_bases
from generator.jobs.figure_words import word_for, words_by_key
from generator.jobs.open_matters import closed_by, open_of, save_open, still_open
from generator.jobs.output import replace_edited, require_ending
from generator.jobs.render import stamp, word_file
from generator.jobs.views.key_words import words_of_key
from generator.model.document import Document, TableOfContents
from generator.model.errors import DataError
from generator.model.replacing import replace
from generator.model.settings import Settings
from generator.model.view import View
from generator.regenerate import steps, summary
from generator.regenerate.apply import Fresh, FreshFile
from generator.regenerate.base import Base, Block, base_of, base_of_tree
from generator.regenerate.compare import TextDifference, compare_texts
from generator.regenerate.decide import OpenBase, Opened, Plan
from generator.regenerate.match.choose import Choice, choose
from generator.regenerate.notes import with_notes
from generator.regenerate.summary import Summary
from generator.word.archive import refuse_strict
from generator.word.reader import WordFile, read, view_of
from generator.word.revise.properties import drafts_named

__all__ = ["Regenerated", "changed_by_people", "regenerate"]


class Regenerated(Struct, frozen=True):
    """What a regeneration did to the file ``edited``.

    ``written`` is None where nothing was to be written (no change, or a dry run); ``kept`` is the
    copy of what stood in its place, None where nothing had to be kept.
    """

    summary: Summary
    edited: Path
    target: Path
    written: Path | None = None
    kept: Path | None = None

    @property
    def needs_person(self) -> bool:
        """Whether a person must decide something."""
        return bool(self.summary.conflicts)

    def as_text(self) -> str:
        """The summary in lines for a person."""
        return summary.as_text(self.summary)

    def as_json(self) -> str:
        """A JSON object: the files, then the summary."""
        files = {
            "written": str(self.written) if self.written else None,
            "kept": str(self.kept) if self.kept else None,
        }
        return summary.to_json({**files, **summary.as_dict(self.summary)}) + "\n"


def regenerate(
    draft: Draft,
    edited: Path,
    target: Path,
    date: dt.datetime,
    *,
    plain: bool = False,
    dry_run: bool = False,
    notes: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Regenerated:
    """Bring ``edited`` up to date and write it to ``target``; what people changed stays.

    ``target`` may be the edited file itself: the old one is kept beside it. ``date`` stands in the
    tracked changes and comments; ``plain`` leaves no tracked changes, comments alone; ``dry_run``
    only tells what would change. ``notes`` are comments for the writer, by the template block of a
    heading; those of an earlier draft go in any case.

    Raises InputError where a file is open, cannot be read or has the wrong ending, DataError where
    no stored draft is its base, OutputError where it cannot be written; then nothing was written.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> figures = Path("清河-2023/figures.csv")
        >>> content = figures.read_text(encoding="utf-8").replace(",3,", ",4,")
        >>> count = figures.write_text(content, encoding="utf-8")
        >>> draft = compose(Path("清河-2023"))
        >>> date = dt.datetime(2023, 11, 27)
        >>> result = regenerate(draft, Path("稿.docx"), Path("新稿.docx"), date)
        >>> result.written.name, result.summary.figures, result.needs_person
        ('新稿.docx', 1, False)
    """
    require_ending(target, ".docx")
    package = Path(draft.dataset.path)
    data = store.read_edited(edited)
    store.refuse_open(target)
    done = _worked_on(draft, data, str(edited), steps.Writing(stamp(date), plain))
    result = with_notes(done.revised.data or data, draft.document, notes, stamp(date))
    if result == data:
        warnings = (
            save_open(draft, done.revised.next) if done.summary.closed and not dry_run else ()
        )
        told = replace(done.summary, notes=(*done.summary.notes, *warnings))
        return Regenerated(told, edited, target)
    remarks, kept = [*done.summary.notes, *done.about_file], None
    if not dry_run:
        kept = replace_edited(target, result, package, data)
        remarks += save_base(draft, done.new.blocks) or save_open(draft, done.revised.next)
    told = replace(done.summary, notes=tuple(remarks))
    return Regenerated(told, edited, target, None if dry_run else target, kept)


class _Updated(Struct, frozen=True):
    """What became of a file: the new draft, the file with the plan carried out, what is told of
    that and of the file itself."""

    new: Base
    revised: steps.Revised
    summary: Summary
    about_file: tuple[str, ...]


def _worked_on(draft: Draft, data: bytes, name: str, writing: steps.Writing) -> _Updated:
    """The file ``data`` brought up to a draft."""
    found = _planned(draft, data, name, writing)
    plan, new = found.plan, found.new
    revised = found.file
    if isinstance(revised, steps.Unproved):
        revised = steps.revise(revised, plan, new, writing, draft.document, found.opened)
    told = summary.summary(found.base, new, plan, found.view, revised)
    closed = closed_by(Path(draft.dataset.path), found.opened, revised.matters)
    told = replace(told, notes=found.notes, closed=closed)
    return _Updated(new, revised, told, found.about_file)


class _Planned(Struct, frozen=True):
    """The plan for a file of people: the id of its base, the new draft, the file with the plan
    carried out, or as it is, its paragraphs (``view``), and what is told of it. It holds no tree,
    and no draft of before."""

    base: str
    new: Base
    plan: Plan
    file: steps.Unproved | steps.Revised
    view: View
    opened: Opened
    notes: tuple[str, ...]
    about_file: tuple[str, ...]


def _planned(draft: Draft, data: bytes, name: str, writing: steps.Writing) -> _Planned:
    """The file ``data`` with all that a draft asks for. The tree that it was read into and the
    drafts of before end with this: the proof needs their room."""
    user = read(data, name)
    refuse_strict(user.archive)
    task = _begun(user, draft)
    outcome = task.unchanged()
    if outcome is None:
        task = task.to_be_written()
        user = task.user
        new = fresh(draft)[0]
        task = task.beside(new.draft)
        outcome = task.brought_up(new, writing)
    view, about = View(user.view.paras), tuple(_about_file(user))
    return _Planned(task.chosen, *outcome, view, task.opened, task.notes, about)


def _begun(user: WordFile, draft: Draft) -> _Round:
    """What a file was made of, beside the draft that it is brought up to."""
    package = Path(draft.dataset.path)
    stored = stored_bases(package, draft.dataset.settings)
    chosen = _chosen(user, stored)
    base, opened = still_open(open_of(package, chosen.draft), user, stored.own)
    history = _history(stored.own)
    same = next((one for one in stored.own if one.id == draft.document.properties.draft), None)
    return _Round(user, chosen.draft.id, base, same, history, opened, draft, chosen.notes)


def changed_by_people(package: Path, settings: Settings, edited: Path) -> list[TextDifference]:
    """What people changed in ``edited`` since it was written, as far as words differ: it stays when
    the file is brought up to date.

    Raises InputError where the file cannot be read, DataError where no stored draft is its base.

    例：
        >>> draft = compose(Path("清河-2023"))
        >>> written = write(draft, Path("稿.docx"))
        >>> changed_by_people(Path("清河-2023"), draft.dataset.settings, Path("稿.docx"))
        []
    """
    user = read(store.read_edited(edited), str(edited))
    base = _chosen(user, stored_bases(package, settings)).draft
    return compare_texts([block.text for block in base.blocks], user.view.seen_texts)


class _Outcome(NamedTuple):
    """The new draft, the plan, and the file: with the plan carried out, or as it is."""

    new: Base
    plan: Plan
    file: steps.Unproved | steps.Revised


class _Round(Struct, frozen=True):
    """A file of people, what it was made of (``chosen`` is the id, ``base`` is without what was
    settled since), and the draft that it is brought up to: ``same`` is that as it was stored, None
    where it never was."""

    user: WordFile
    chosen: str
    base: OpenBase
    same: Base | None
    history: Mapping[str, frozenset[str]]
    opened: Opened
    draft: Draft
    notes: tuple[str, ...]

    def unchanged(self) -> _Outcome | None:
        """The file as it is where it has the draft's data already and nothing in it would change;
        no Word file is written to know that."""
        if self.same is None or self.same.id != self.base.of:
            return None
        new = self._named(self.same)
        plan = self._plan(new)
        revised = steps.as_it_stands(self.user, plan, new, self.draft.document, self.opened)
        if revised is None or revised.next.base.id != self.chosen:
            return None
        return _Outcome(new, plan, revised)

    def to_be_written(self) -> _Round:
        """The same without what is only looked at where nothing changes."""
        view = replace(self.user.view, seen=())
        return replace(self, user=replace(self.user, view=view), same=None)

    def beside(self, new: Base) -> _Round:
        """The same, of whose blocks the new draft has most: those of before take no more room."""
        return replace(self, base=replace(self.base, base=self.base.base.sharing(new)))

    def brought_up(self, new: Fresh, writing: steps.Writing) -> _Outcome:
        """The file with all that the draft asks for."""
        new = replace(new, draft=self._named(new.draft))
        plan = self._plan(new.draft)
        return _Outcome(new.draft, plan, steps.change(self.user, plan, new, writing.date))

    def _named(self, new: Base) -> Base:
        """The new draft with what comments call its figures."""
        return replace(new, names=_WordsByKey(self.draft, new.blocks))

    def _plan(self, new: Base) -> Plan:
        return steps.merge(self.base.base, new, self.user.view, self.history, self.opened)


class _WordsByKey(Mapping[str, str]):
    """What comments call the figures of a draft, by key: few of them are ever asked about."""

    def __init__(self, draft: Draft, blocks: Sequence[Block]) -> None:
        self._draft = draft
        self._blocks = blocks

    @cached_property
    def _keys(self) -> frozenset[str]:
        """The keys that the draft prints."""
        segments = chain.from_iterable(block.segments for block in self._blocks)
        return frozenset(segment.key for segment in segments if segment.key)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return words_by_key(self._draft.dataset, self._draft.kind)

    def __getitem__(self, key: str) -> str:
        if key not in self._keys:
            raise KeyError(key)
        return word_for(self._words, key) or words_of_key(key)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._keys))

    def __len__(self) -> int:
        return len(self._keys)


def _about_file(user: WordFile) -> list[str]:
    """What a person should know of the file itself."""
    if any(part.startswith("_xmlsignatures/") for part in user.archive.parts):
        return ["这份文件有数字签名；更新以后签名就失效了，定稿后请重新签"]
    return []


def fresh(draft: Draft) -> tuple[Fresh, bytes]:
    """A draft as a base, its Word file to be read where it is needed, and the bytes of that.

    Without 目录: that of the edited file stays, and what is carried over brings no targets along.
    """
    document = _without_contents(draft.document)
    made = word_file(document, draft.dataset)
    base = base_of_tree(document, view_of(made.root), made.restated)
    return Fresh(base, made.marks, partial(_read, made.data, document)), made.data


def _read(data: bytes, document: Document) -> FreshFile:
    file = read(data)
    return FreshFile(file, base_of(document, file.view)[1])


def _without_contents(document: Document) -> Document:
    sections = (
        replace(
            section,
            blocks=tuple(
                block for block in section.blocks if not isinstance(block, TableOfContents)
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def _chosen(user: WordFile, stored: StoredBases) -> Choice:
    """The base of an edited file; what was passed over is named, also where nothing else is it."""
    problems = stored.problems()
    if problems and not stored.own:
        raise DataError(problems)
    try:
        chosen = choose(user.view, stored.own, drafts_named(user.archive), user.archive.name)
    except DataError as error:
        raise DataError([*error.problems, *problems]) from None
    return replace(chosen, notes=(*chosen.notes, *map(str, problems)))


def _history(bases: Iterable[Base]) -> dict[str, frozenset[str]]:
    """Every text that any draft had for an occurrence of a figure."""
    texts: dict[str, frozenset[str]] = {}
    same: dict[frozenset[str], frozenset[str]] = {}
    segments = (segment for base in bases for block in base.blocks for segment in block.segments)
    for segment in segments:
        known = texts.get(segment.fid or "", frozenset())
        if segment.fid and segment.text not in known:
            found = known | {segment.text}
            texts[segment.fid] = same.setdefault(found, found)
    return texts
