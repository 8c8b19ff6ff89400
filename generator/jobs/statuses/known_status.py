"""How far a package is, and what the check finds in it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.check import Result
from generator.figures import Draft
from generator.jobs.carried import carried_texts
from generator.model.dataset import Dataset
from generator.model.errors import Problem
from generator.report.notes import WriterNote, writer_notes
from generator.report.progress import Progress, tally

__all__ = ["Status"]

_NOTHING, _NO_FINDINGS = Progress(), Result(())


class Status(Struct, frozen=True):
    """How far a package is, and what the check finds in it.

    ``notes`` are for the writer. ``faults`` are what is wrong with its data; where there are any
    the rest is empty.
    """

    package: Path
    dataset: Dataset | None = None
    progress: Progress = _NOTHING
    findings: Result = _NO_FINDINGS
    faults: tuple[Problem, ...] = ()
    notes: tuple[WriterNote, ...] = ()


def of_draft(package: Path, draft: Draft, report: str, findings: Result) -> Status:
    """The status of a package whose draft and findings are there; ``report`` is what ``drafted``
    gives."""
    progress = tally(draft, report, carried_texts(draft.dataset))
    notes = writer_notes(draft, report, progress)
    return Status(package, draft.dataset, progress, findings, notes=notes)
