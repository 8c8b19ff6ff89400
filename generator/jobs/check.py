"""Contradictions and slips in a package and its report, or in any Word file."""

from __future__ import annotations

from pathlib import Path

from generator.check import Finding, Result, check_draft, check_passages
from generator.check.human import to_read as worth_reading
from generator.check.passages import Passage, of_document
from generator.check.report import as_counts, as_json, as_text
from generator.check.wordfile import of_view
from generator.jobs.bases import earlier_reports
from generator.jobs.compose import compose
from generator.model.errors import Problem
from generator.model.inputs import read_file
from generator.model.limits import ARCHIVE_BYTES
from generator.model.severity import Severity
from generator.package.read import known_forms, shared_terms
from generator.word.foreign import is_word
from generator.word.reader import read

__all__ = ["as_counts", "as_json", "as_text", "check", "check_draft", "errors", "to_read"]


def check(source: Path, *, templates: Path | None = None) -> Result:
    """The findings of a package and its report, or of a .docx alone; nothing is changed.

    For a Word file only the rules that need no data run. Raises InputError where the source cannot
    be read, DataError where the data are faulty.

    例：
        >>> result = check(Path("清河-2023"))
        >>> result.findings[0].message.partition("，")[0]
        '“常委会”正文（figures.csv 第2行）是3次'
        >>> result.needs_person
        True
    """
    if is_word(source):
        return check_passages(_passages(source), shared_terms(), known_forms())
    draft = compose(source, templates=templates)
    return check_draft(draft, earlier_reports(draft))


def to_read(source: Path, *, templates: Path | None = None) -> list[str]:
    """What no program can judge in a package or a .docx: a line for each thing to read.

    Raises what ``check`` raises.

    例：
        >>> to_read(Path("清河-2023"))
        []
    """
    if is_word(source):
        matters = worth_reading(_passages(source), bound=False)
    else:
        draft = compose(source, templates=templates)
        matters = worth_reading(of_document(draft.document), bound=True)
    return [f"{matter}  {side.location}：{side.quote}" for matter, side in matters]


def _passages(file: Path) -> tuple[Passage, ...]:
    return of_view(read(read_file(file, ARCHIVE_BYTES), str(file)).view)


def errors(result: Result, todo: str) -> list[Problem]:
    """The findings that are errors as problems, each where its data stand, with what to do.

    例：
        >>> errors(check(Path("清河-2023")), "请改正")[0].location
        'figures.csv 第2行“数值”列'
    """
    gravest = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    return [_refused(finding, todo) for finding in gravest]


def _refused(finding: Finding, todo: str) -> Problem:
    in_files = [side for side in finding.sides if side.file]
    message = f"[{finding.rule}] {finding.message.rstrip('。')}"
    if in_files:
        side = in_files[0]
        return Problem(message, todo, side.file, side.row, side.column, side.sheet)
    return Problem(message, todo, finding.sides[0].location or None)
