"""How far a package is: what is filled and what is missing, and who owes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import asdict

from generator.check import Finding, Result, check_draft
from generator.figures import Draft
from generator.jobs.bases import earlier_reports
from generator.jobs.carried import carried_texts
from generator.jobs.compose import drafted
from generator.model.cell import PartialDate, Source
from generator.model.dataset import Dataset, Department, State
from generator.model.errors import DataError, Problem
from generator.model.severity import Severity
from generator.package.read import load_package
from generator.report.notes import WriterNote, in_short, writer_notes
from generator.report.progress import NOBODY, Assigned, Counts, Progress, tally
from generator.report.progress.entries import EntrySort

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

_NOTHING, _NO_FINDINGS = Progress(), Result(())
_COUNTS = ("已填", "沿用未改", "未填", "必填未填", "待补", "已填未印")


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


class StatusTable(Struct, frozen=True):
    """A table of a status: its title, its head, rows of as many cells."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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


def of_draft(package: Path, draft: Draft, report: str, findings: Result) -> Status:
    """The status of a package whose draft and findings are there; ``report`` is what ``drafted``
    gives."""
    progress = tally(draft, report, carried_texts(draft.dataset))
    notes = writer_notes(draft, report, progress)
    return Status(package, draft.dataset, progress, findings, notes=notes)


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


def tables(result: Status) -> tuple[StatusTable, ...]:
    """The status as tables for a clerk; one without rows is left out.

    例：
        >>> [table.title for table in tables(status(Path("清河-2023")))][:2]
        ['按部分', '按部门']
    """
    if result.faults:
        rows = tuple((fault.location, fault.message, fault.todo) for fault in result.faults)
        return (StatusTable("数据有错，改正以后才能往下看", ("哪里", "问题", "怎么办"), rows),)
    every = (
        _by_section(result),
        _by_department(result),
        _missing(result),
        _carried(result),
        _gaps(result),
        _vanished(result),
        _unprinted(result),
        _unknown(result),
        _notes(result),
    )
    return tuple(table for table in every if table.rows)


def missing_tables(result: Status) -> tuple[StatusTable, ...]:
    """What is missing alone: by section, by department, one by one.

    例：
        >>> [table.title for table in missing_tables(status(Path("清河-2023")))][:2]
        ['按部分', '按部门']
    """
    every = (_by_section(result), _by_department(result), _missing(result))
    return tuple(table for table in every if table.rows)


def _numbers(counts: Counts) -> tuple[str, ...]:
    asked = (counts.missing, counts.required, counts.gaps, counts.unprinted)
    return tuple(map(str, (counts.filled, counts.carried, *asked)))


def _by_section(result: Status) -> StatusTable:
    progress = result.progress
    counted = [(name, progress.of_section(name)) for name in progress.sections]
    rows = [
        (name, *_numbers(counts), str(counts.vanished))
        for name, counts in (*counted, ("合计", progress.counts))
    ]
    return StatusTable("按部分", ("部分", *_COUNTS, "段落没印"), tuple(rows))


def _by_department(result: Status) -> StatusTable:
    progress, findings = result.progress, _findings_by_department(result)
    rows = [
        (name, *_of_whom(result, name), *_numbers(counts), str(findings[name]), _sent(result, name))
        for name in progress.departments
        if (counts := progress.of_department(name))
    ]
    total = ("合计", "", "", "", *_numbers(progress.counts), str(sum(findings.values())), "")
    head = ("部门", "期限", "联系人", "电话", *_COUNTS, "问题", "状态")
    return StatusTable("按部门", head, (*rows, total))


def _sent(result: Status, name: str) -> str:
    """How what a department was asked for stands, when and by whom that was said."""
    departments = result.dataset.departments if result.dataset else ()
    there = next((item for item in departments if item.name == name), None)
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


def _of_whom(result: Status, name: str) -> tuple[str, str, str]:
    """Until when a department is to deliver, and whom to call."""
    departments = result.dataset.departments if result.dataset else ()
    there = next((item for item in departments if item.name == name), None)
    return (_day(there.due), there.contact, there.phone) if there else ("", "", "")


def day_due(result: Status, name: str) -> str:
    """The day until which a department is to deliver: 2023-11-10; "" where none is set."""
    return _of_whom(result, name)[0]


def _day(due: PartialDate | None) -> str:
    if due is None:
        return ""
    parts = (due.month, due.day)
    return "-".join([str(due.year), *(f"{part:02}" for part in parts if part)])


def _findings_by_department(result: Status) -> Counter[str]:
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


def _missing(result: Status) -> StatusTable:
    rows = [
        (
            "必填" if item.entry.required else "",
            item.department,
            day_due(result, item.department),
            item.entry.sort.value,
            item.entry.label,
            _shown(item.entry.source, result),
            item.section,
        )
        for item in result.progress.missing
    ]
    head = ("必填", "部门", "期限", "类别", "名称", "填在", "部分")
    return StatusTable(f"未填（{len(rows)}项）", head, tuple(rows))


def _carried(result: Status) -> StatusTable:
    rows = [
        (item.entry.label, _shown(item.entry.source, result), item.section)
        for item in result.progress.carried
    ]
    title = f"沿用上年、还没有改过的文字（{len(rows)}篇）"
    return StatusTable(title, ("名称", "写在", "部分"), tuple(rows))


def _gaps(result: Status) -> StatusTable:
    rows = [(gap.text, gap.key, gap.department, gap.section) for gap in result.progress.gaps]
    return StatusTable(f"待补（{len(rows)}处）", ("印成", "键", "部门", "部分"), tuple(rows))


def _vanished(result: Status) -> StatusTable:
    rows = [
        (block.block, block.section, "、".join(block.lacks)) for block in result.progress.vanished
    ]
    return StatusTable(f"没有印出的段落（{len(rows)}段）", ("段落", "部分", "缺"), tuple(rows))


def _unprinted(result: Status) -> StatusTable:
    rows = [
        (item.entry.what, _shown(item.entry.source, result), item.department, item.unprinted)
        for item in result.progress.unprinted
    ]
    head = ("名称", "填在", "部门", "原因")
    return StatusTable(f"已填而报告没有印的（{len(rows)}项）", head, tuple(rows))


def _unknown(result: Status) -> StatusTable:
    rows = [
        (department.name, word, _shown(department.source, result))
        for department, word in result.progress.unknown
    ]
    title = f"“负责”里对不上的（{len(rows)}项）"
    return StatusTable(title, ("部门", "写的是", "在哪里"), tuple(rows))


def _notes(result: Status) -> StatusTable:
    rows = tuple((note.sort.value, note.section, note.text) for note in result.notes)
    return StatusTable(f"给撰稿人的提示（{len(rows)}条）", ("类别", "部分", "提示"), rows)


def _shown(source: Source, result: Status) -> str:
    """A cell as a clerk sees it: in a workbook by its sheet."""
    sheets = result.dataset.sheets if result.dataset else None
    return str(source) if sheets is None else sheets.shown(source)


def as_json(result: Status) -> str:
    """All of the status as an object.

    Its items: package, faults, counts, sections, departments, missing, carried, gaps, vanished,
    unprinted, unknown, findings (by severity), notes.

    例：
        >>> json.loads(as_json(status(Path("清河-2023"))))["counts"]["unprinted"]
        0
    """
    return json.dumps(_as_dict(result), ensure_ascii=False, indent=2) + "\n"


def _as_dict(result: Status) -> dict[str, object]:
    progress, findings = result.progress, _findings_by_department(result)
    return {
        "package": str(result.package),
        "faults": [to_builtins(fault) for fault in result.faults],
        "counts": asdict(progress.counts),
        "sections": [
            {"section": name, **asdict(progress.of_section(name))} for name in progress.sections
        ],
        "departments": [
            {
                "department": name,
                **dict(zip(("due", "contact", "phone"), _of_whom(result, name), strict=True)),
                **asdict(progress.of_department(name)),
                "findings": findings[name],
                "state": _sent(result, name),
            }
            for name in progress.departments
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
