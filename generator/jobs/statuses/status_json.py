"""A status as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from msgspec import to_builtins
from msgspec.structs import asdict

from generator.check import Finding
from generator.jobs.statuses.known_status import Status
from generator.jobs.statuses.who_owes import (
    day_due,
    due_and_contact,
    findings_by_department,
    how_it_stands,
)
from generator.model.cell import Source
from generator.model.severity import Severity
from generator.report.notes import WriterNote
from generator.report.progress import Assigned

__all__ = ["as_json"]


def as_json(result: Status) -> str:
    """All of the status as an object.

    Its items: package, faults, counts, sections, departments, missing, carried, gaps, vanished,
    unprinted, unknown, findings (by severity), notes.

    例：
        >>> from generator.jobs.status import status
        >>> json.loads(as_json(status(Path("清河-2023"))))["counts"]["unprinted"]
        0
    """
    return json.dumps(_as_dict(result), ensure_ascii=False, indent=2) + "\n"


def _as_dict(result: Status) -> dict[str, object]:
    progress, findings = result.progress, findings_by_department(result)
    return {
        "package": str(result.package),
        "faults": [to_builtins(fault) for fault in result.faults],
        "counts": asdict(progress.counts),
        "sections": [
            {"section": name, **asdict(progress.of_section(name))} for name in progress.sections
        ],
        "departments": [
            _of_department(result, name, findings[name]) for name in progress.departments
        ],
        "missing": [_entry(item, result) for item in progress.missing],
        "carried": [_entry(item, result) for item in progress.carried],
        "gaps": [{**asdict(gap), "source": _location(gap.source, result)} for gap in progress.gaps],
        "vanished": [asdict(block) for block in progress.vanished],
        "unprinted": [
            {**_entry(item, result), "reason": item.unprinted} for item in progress.unprinted
        ],
        "unknown": [
            {"department": department.name, "word": word} for department, word in progress.unknown
        ],
        "findings": {
            severity.value: len(list(_of_severity(result.findings.findings, severity)))
            for severity in Severity
        },
        "notes": list(map(_note, result.notes)),
    }


def _of_department(result: Status, name: str, findings: int) -> dict[str, object]:
    """A department, with how many findings speak of what it owes."""
    due, contact, phone = due_and_contact(result, name)
    return {
        "department": name,
        "due": due,
        "contact": contact,
        "phone": phone,
        **asdict(result.progress.of_department(name)),
        "findings": findings,
        "state": how_it_stands(result, name),
    }


def _note(note: WriterNote) -> dict[str, str]:
    return {"sort": note.sort.value, "section": note.section, "text": note.text}


def _location(source: Source, result: Status) -> dict[str, object]:
    """A cell as a clerk finds it: the sheet and its row where the package is a workbook."""
    row, column = source.row or None, source.column or None
    sheets = result.dataset.sheets if result.dataset else None
    there = sheets.of(source.file, row, column) if sheets else None
    if there is None:
        return {"file": source.file, "sheet": None, "row": row, "column": column}
    return {"file": there.file, "sheet": there.sheet, "row": there.row, "column": column}


def _of_severity(findings: Sequence[Finding], severity: Severity) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity is severity)


def _entry(item: Assigned, result: Status) -> dict[str, object]:
    entry = item.entry
    return {
        "sort": entry.sort.value,
        "what": entry.what,
        "label": entry.label,
        **_location(entry.source, result),
        "section": item.section,
        "department": item.department,
        "due": day_due(result, item.department),
        "required": entry.required,
    }
