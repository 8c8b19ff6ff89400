"""How far a package is: what is filled and what is missing, and who owes it."""

from __future__ import annotations

from pathlib import Path

from generator.check import check_draft
from generator.jobs.bases import earlier_reports
from generator.jobs.compose import drafted
from generator.jobs.statuses.known_status import Status, of_draft
from generator.jobs.statuses.status_json import as_json
from generator.jobs.statuses.status_tables import StatusTable, missing_tables, tables
from generator.model.errors import DataError
from generator.package.read import load_package
from generator.report.notes import in_short

__all__ = [
    "Status",
    "StatusTable",
    "as_json",
    "as_line",
    "missing_tables",
    "note_lines",
    "status",
    "tables",
]


def status(package: Path, *, templates: Path | None = None) -> Status:
    """What is filled, missing, filled and not printed in a package, by section and by department.

    Faulty data are no error here: they stand in the result. Raises InputError where the package
    cannot be read.

    例：
        >>> result = status(Path("清河-2023"))
        >>> result.progress.counts.filled, result.progress.counts.unprinted
        (9, 0)
    """
    try:
        dataset, kind = load_package(package, templates)
        draft, report = drafted(dataset, kind)
    except DataError as error:
        return Status(package, faults=error.problems)
    findings = check_draft(draft, earlier_reports(draft))
    return of_draft(package, draft, report, findings)


def as_line(result: Status) -> str:
    """What is missing, and filled and not printed, in one line that points to ``nigao status``.

    例：
        >>> as_line(status(Path("清河-2023"))).endswith("详见 nigao status 清河-2023")
        True
    """
    counts = result.progress.counts
    required = f"（其中必填 {counts.required} 项）" if counts.required else ""
    carried = f"、沿用上年未改的文字 {counts.carried} 篇" if counts.carried else ""
    missing = f"未填 {counts.missing} 项{required}{carried}、已填未印 {counts.unprinted} 项"
    return f"数据：{missing}，详见 nigao status {result.package}"


def note_lines(result: Status) -> list[str]:
    """The notes for the writer in at most twelve lines, the weightiest first, the rest counted;
    none where there are none.

    例：
        >>> note_lines(status(Path("清河-2023")))
        []
    """
    return in_short(result.notes, f"nigao status {result.package}")
