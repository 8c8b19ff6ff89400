"""Whom a part of a status concerns: who owes it, until when, how what was asked for stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from generator.check import Finding
from generator.jobs.statuses.known_status import Status
from generator.model.cell import PartialDate, Source
from generator.model.dataset import Department, State
from generator.report.progress import NOBODY
from generator.report.progress.entries import EntrySort


def how_it_stands(result: Status, name: str) -> str:
    """How what a department was asked for stands, when and by whom that was said."""
    there = _department(result, name)
    if there is None:
        return ""
    said = (there.state or "未报", there.handled_at, there.handled_by, _still_owed(result, there))
    return " ".join(filter(None, said))


def _still_owed(result: Status, department: Department) -> str:
    """What a department owes though all was taken: somebody gave it more since. A record file may
    well have no rows."""
    if department.state != State.PASSED.value:
        return ""
    owed = [
        item
        for item in result.progress.missing
        if item.department == department.name and item.entry.sort is not EntrySort.FACT
    ]
    return f"（还空着{len(owed)}项）" if owed else ""


def due_and_contact(result: Status, name: str) -> tuple[str, str, str]:
    """Until when a department is to deliver, and whom to call."""
    there = _department(result, name)
    return (_day(there.due), there.contact, there.phone) if there else ("", "", "")


def _department(result: Status, name: str) -> Department | None:
    """The department of that name in departments.csv; None where it is not there."""
    departments = result.dataset.departments if result.dataset else ()
    return next((item for item in departments if item.name == name), None)


def day_due(result: Status, name: str) -> str:
    """The day until which a department is to deliver: 2023-11-10; "" where none is set."""
    return due_and_contact(result, name)[0]


def _day(due: PartialDate | None) -> str:
    if due is None:
        return ""
    parts = (due.month, due.day)
    return "-".join([str(due.year), *(f"{part:02}" for part in parts if part)])


def findings_by_department(result: Status) -> Counter[str]:
    """How many findings speak of what each department owes."""
    return Counter(map(owner_of_finding(result), result.findings.findings))


def owner_of_finding(result: Status) -> Callable[[Finding], str]:
    """Who owes what a finding speaks of."""
    by_key = {item.entry.what: item.department for item in result.progress.assigned}
    by_row = {_row(item.entry.source): item.department for item in result.progress.assigned}

    def owner(finding: Finding) -> str:
        keys = (by_key.get(key) for key in finding.keys)
        rows = (by_row.get((side.file, side.row)) for side in finding.sides)
        return next((name for name in (*keys, *rows) if name), NOBODY)

    return owner


def _row(source: Source) -> tuple[str | None, int | None]:
    return source.file, source.row or None
