"""A Word file that people worked on, brought up to date with the data of its package."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from generator import store
from generator.figures import Draft
from generator.jobs.bases import StoredBases, save_base, stored_bases
from generator.jobs.open_matters import open_of, save_open, still_open
from generator.jobs.output import replace_edited, require_ending
from generator.jobs.render import stamp, word_bytes, word_file
from generator.model.errors import DataError
from generator.model.view import View
from generator.regenerate import steps, summary
from generator.regenerate.apply import Fresh
from generator.regenerate.base import Base, base_of
from generator.regenerate.decide import OpenBase
from generator.regenerate.match.choose import Choice, choose
from generator.regenerate.notes import with_notes
from generator.regenerate.prove.audit import audit
from generator.regenerate.summary import Summary
from generator.word.archive import refuse_strict
from generator.word.reader import WordFile, read, read_root, view_of
from generator.word.revise.properties import drafts_named
from generator.word.revise.resolver import resolve

__all__ = ["Regenerated", "regenerate"]


@dataclass(frozen=True)
class Regenerated:
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
    made = word_file(draft.document, draft.dataset)
    new = base_of_tree(draft.document, view_of(made.root), made.restated)
    user = read(data, str(edited))
    refuse_strict(user.archive)
    stored = stored_bases(package, draft.dataset.settings)
    chosen = _chosen(user, stored)
    kept_open = open_of(package, chosen.draft)
    base, opened = still_open(kept_open, user, stored.own)
    plan = steps.merge(base.base, new.draft, user.view, _history(stored.own), opened)
    after = plan.next or OpenBase(new.draft, new.draft.id)
    if not plan.changes and chosen.draft.id == after.base.id:
        checked = audit(draft.document, user.view)
        unchanged = summary.summary(
            chosen.draft.id, new.draft.id, plan, user.view, checked, chosen.notes
        )
        return Regenerated(unchanged, edited, target)
    known = frozenset(matter.line for matter in kept_open.matters)
    result = steps.regenerate(
        data, plan, new, _stamp(date), plain=plain, name=str(edited), known=known
    )
    written = read(result)
    accepted = read_root(written.archive, resolve(written.root, accept=True)).view
    checked = audit(draft.document, accepted)
    remarks = list(chosen.notes)
    kept = None
    if not dry_run:
        kept = replace_edited(target, result, package, data)
        notes += save_base(draft, new.draft) or save_open(draft, after)
    changed = summary.summary(chosen.draft.id, new.draft.id, plan, user.view, checked, notes)
    return Regenerated(changed, edited, target, None if dry_run else target, kept)


def _accepted(data: bytes) -> View:
    """What a file says with all changes accepted."""
    written = read(data)
    return read_root(written.archive, resolve(written.root, accept=True, copy=False)).view


def fresh(draft: Draft) -> tuple[Fresh, bytes]:
    """A draft as a base with the Word file written from it, and the bytes of that file."""
    data = word_bytes(draft.document, draft.dataset)
    return _fresh(draft, data), data


def _fresh(draft: Draft, data: bytes) -> Fresh:
    file = read(data)
    base, places = base_of(draft.document, file.view)
    return Fresh(base, file, places)


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
    texts: dict[str, set[str]] = defaultdict(set)
    segments = (segment for base in bases for block in base.blocks for segment in block.segments)
    for segment in segments:
        if segment.fid:
            texts[segment.fid].add(segment.text)
    return {fid: frozenset(found) for fid, found in texts.items()}
