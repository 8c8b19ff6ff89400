"""A status as tables for a clerk."""

from __future__ import annotations

from msgspec import Struct

from generator.jobs.statuses.known_status import Status
from generator.jobs.statuses.who_owes import (
    day_due,
    due_and_contact,
    findings_by_department,
    how_it_stands,
)
from generator.model.cell import Source
from generator.report.progress import Counts

__all__ = ["StatusTable", "missing_tables", "tables"]

_COUNTS = ("已填", "沿用未改", "未填", "必填未填", "待补", "已填未印")


class StatusTable(Struct, frozen=True):
    """A table of a status: its title, its head, rows of as many cells."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(result: Status) -> tuple[StatusTable, ...]:
    """The status as tables for a clerk; one without rows is left out.

    例：
        >>> from generator.jobs.status import status
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
        >>> from generator.jobs.status import status
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
    progress, findings = result.progress, findings_by_department(result)
    rows = [
        (
            name,
            *due_and_contact(result, name),
            *_numbers(counts),
            str(findings[name]),
            how_it_stands(result, name),
        )
        for name in progress.departments
        if (counts := progress.of_department(name))
    ]
    total = ("合计", "", "", "", *_numbers(progress.counts), str(sum(findings.values())), "")
    head = ("部门", "期限", "联系人", "电话", *_COUNTS, "问题", "状态")
    return StatusTable("按部门", head, (*rows, total))


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
