"""The report of a package as a Word file; where people changed that file, brought up to date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.check import Result, check_draft
from generator.figures import Draft
from generator.jobs.bases import earlier_reports, save_base
from generator.jobs.check import errors
from generator.jobs.compose import drafted, gaps
from generator.jobs.output import (
    Written,
    default_target,
    foreign_content,
    replace_own,
    require_ending,
)
from generator.jobs.render import stamp, word_bytes, word_file
from generator.jobs.statuses.known_status import Status, of_draft
from generator.jobs.statuses.who_owes import day_due
from generator.model import files
from generator.model.cell import Source
from generator.model.errors import DataError, Problem
from generator.model.replacing import replace
from generator.package.read import load_package
from generator.regenerate.base import blocks_of_tree
from generator.report.notes import by_heading
from generator.report.progress import NOBODY, Assigned, Gap
from generator.word.reader import view_of

if TYPE_CHECKING:
    from generator.jobs.regenerate import Regenerated

__all__ = ["Drafted", "NotReadyError", "draft", "gaps", "write"]

_TODO = "改正以后再写，或不用 --strict 先出稿"


class NotReadyError(DataError):
    """``--strict`` wrote nothing; ``status`` says how far the package is."""

    def __init__(self, problems: Sequence[Problem], status: Status) -> None:
        super().__init__(problems)
        self.status = status


class Drafted(Struct, frozen=True, dict=True):
    """The draft of a package, the findings of the check, how far the package is, and what became of
    the Word file.

    ``report`` is the text of the report as composed. ``written`` is None where the file was
    regenerated or nothing was to be written (a dry run); ``regenerated`` is None where the file was
    written anew, or would be.
    """

    package: Path
    draft: Draft
    report: str
    findings: Result
    target: Path
    written: Written | None = None
    regenerated: Regenerated | None = None

    @cached_property
    def status(self) -> Status:
        """How far the package is, with the notes for the writer; told when it is asked for."""
        return of_draft(self.package, self.draft, self.report, self.findings)


def draft(
    package: Path,
    output: Path | None = None,
    *,
    date: dt.datetime,
    edited: Path | None = None,
    strict: bool = False,
    plain: bool = False,
    dry_run: bool = False,
    notes: bool = False,
    templates: Path | None = None,
) -> Drafted:
    """Compose the report of a package, check it, and write the Word file.

    ``output`` is the file to write; None: output/PACKAGE.docx, or EDITED.新稿.docx beside the edited
    file. ``edited`` is a draft that people changed: it is regenerated, see ``regenerate``, which
    also tells what ``date`` and ``plain`` do. So is the file ``output`` itself where people changed
    it. ``strict`` writes nothing where 【待补】 stands, a required cell is blank or a finding is an
    error; ``dry_run`` writes nothing at all. ``notes`` writes the notes for the writer into the
    file as comments of ``date``. ``templates`` is the folder of the report kinds, None
    for those of nigao.

    Raises InputError where a file cannot be read or has the wrong ending, DataError where the data
    are faulty (NotReadyError for what ``strict`` refuses), OutputError where a file cannot be
    written; then nothing was written.

    例：
        >>> result = draft(Path("清河-2023"), date=dt.datetime(2023, 11, 27))
        >>> result.target.as_posix(), result.written.new
        ('output/清河-2023.docx', True)
        >>> len(result.findings.findings)
        2
    """
    composed, report = drafted(*load_package(package, templates))
    findings = check_draft(composed, earlier_reports(composed))
    target = output or _default_target(package, edited)
    made = Drafted(package, composed, report, findings, target)
    if strict:
        _refuse_unready(made.status)
    if edited is None and _changed_by_people(composed, target):
        edited = target
    comments = by_heading(made.status.notes) if notes else {}
    if edited is not None:
        from generator.jobs.regenerate import regenerate

        regenerated = regenerate(
            composed, edited, target, date, plain=plain, dry_run=dry_run, notes=comments
        )
        return replace(made, regenerated=regenerated)
    written = None if dry_run else write(composed, target, notes=comments, date=date)
    return replace(made, written=written)


def _refuse_unready(state: Status) -> None:
    """Raise NotReadyError where 【待补】 stands in the report, a required cell is blank or a finding
    is an error."""
    progress = state.progress
    gaps = {gap.key for gap in progress.gaps}
    problems = [_of_gap(gap, state) for gap in progress.gaps]
    problems += [
        _of_blank(item, state)
        for item in progress.missing
        if item.entry.required and item.entry.key not in gaps
    ]
    shown = [gap.text for gap in progress.gaps]
    problems += [
        error
        for error in errors(state.findings, _TODO)
        if not any(text in error.message for text in shown)
    ]
    if problems:
        raise NotReadyError(problems, state)


def _of_gap(gap: Gap, state: Status) -> Problem:
    source = gap.source if gap.source.file else Source(f"{gap.key}{files.TEXT_ENDING}")
    message = f"缺“{gap.key}”（{gap.text}）{_owed(gap.section, gap.department, state)}"
    todo = "请在数据里补上，或不用 --strict 先出稿"
    return Problem(message, todo, source.file, source.row or None, source.column or None)


def _of_blank(item: Assigned, state: Status) -> Problem:
    source = item.entry.source
    message = f"必填的“{item.entry.label}”还空着{_owed(item.section, item.department, state)}"
    return _in_sheet(message, "请填上，或不用 --strict 先出稿", source, state)


def _in_sheet(message: str, todo: str, source: Source, state: Status) -> Problem:
    """A problem where a clerk sees it: in a workbook by its sheet."""
    problem = Problem(message, todo, source.file, source.row or None, source.column or None)
    sheets = state.dataset.sheets if state.dataset else None
    return sheets.problem(problem) if sheets else problem


def _owed(section: str, department: str, state: Status) -> str:
    """In which section something is missing, who owes it, until when."""
    due = day_due(state, department)
    until = f"（{due}前）" if due else ""
    owner = f"，由{department}负责{until}" if department != NOBODY else ""
    return f"，在“{section}”{owner}"


def _default_target(package: Path, edited: Path | None) -> Path:
    if edited is not None:
        return edited.parent / f"{edited.stem}.新稿.docx"
    return default_target(package, ".docx")


def _changed_by_people(composed: Draft, target: Path) -> bool:
    """Whether a file is there that is neither what would be written nor what was written before."""
    content = foreign_content(target, Path(composed.dataset.path))
    if content is None:
        return False
    return content != word_bytes(composed.document, composed.dataset)


def write(
    composed: Draft,
    target: Path,
    *,
    notes: Mapping[str, Sequence[str]] = MappingProxyType({}),
    date: dt.datetime | None = None,
) -> Written:
    """Write the Word file of a draft, and keep the draft as a base of later regenerations.

    ``notes`` are comments by the template block of a heading; they bear the ``date``, which they
    need. Raises InputError where the name does not end in .docx, OutputError where a person made or
    changed the file or it cannot be written.

    例：
        >>> composed = compose(Path("清河-2023"))
        >>> write(composed, Path("稿.docx")).new
        True
        >>> write(composed, Path("稿.docx")).new
        False
    """
    require_ending(target, ".docx")
    package = Path(composed.dataset.path)
    made = word_file(composed.document, composed.dataset)
    noted = made.data
    if notes and date:
        from generator.regenerate.notes import with_notes

        noted = with_notes(noted, composed.document, notes, stamp(date))
    written = replace_own(target, noted, package)
    blocks = blocks_of_tree(composed.document, view_of(made.root), made.restated)
    warnings = save_base(composed, blocks)
    return Written(target, written.new, (*written.warnings, *warnings))
