"""departments.csv: who owes which part of the package, and until when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import files
from generator.model.cell import PartialDate, Source
from generator.model.dataset import Department, State
from generator.model.errors import Problem, excerpt
from generator.model.regex import regex
from generator.package.intake.notes import ReadNotes
from generator.package.read.rows import read_cell, table_rows
from generator.package.read.tablefile import RowText
from generator.package.tablespecs import DEPARTMENTS, STATE_COLUMNS

_SEPARATORS = regex(r"[、，,；;\s]+")


def read_departments(folder: Path, year: int, notes: ReadNotes) -> tuple[Department, ...]:
    """The departments in file order, none where there is no such file; a name that two of them
    own is a fault."""
    rows = table_rows(folder, DEPARTMENTS, notes, "部门")
    departments = tuple(_department(row, year, notes) for row in rows)
    notes.problems.extend(_owned_twice(departments))
    return departments


def _department(row: RowText, year: int, notes: ReadNotes) -> Department:
    name = row.plain("部门")
    if not name:
        problem = ("缺少部门的名称", "请填写，或删去整行")
        notes.problems.append(Problem(*problem, files.DEPARTMENTS, row.row, "部门"))
    notes.problems.extend(_unknown_state(row))
    due = read_cell(row, DEPARTMENTS.column("期限"), files.DEPARTMENTS, year, notes).value
    return Department(
        name,
        row.plain("联系人"),
        row.plain("电话"),
        due if isinstance(due, PartialDate) else None,
        tuple(word for word in _SEPARATORS.split(row.plain("负责")) if word),
        Source(files.DEPARTMENTS, row.row, "负责"),
        *map(row.plain, STATE_COLUMNS),
    )


def _unknown_state(row: RowText) -> Iterator[Problem]:
    state = row.plain("状态")
    states = [known.value for known in State]
    if state and state not in states:
        todo = f"应当是{'、'.join(states)}，或者空着"
        yield Problem(f"是“{excerpt(state)}”", todo, files.DEPARTMENTS, row.row, "状态")


def _owned_twice(departments: Sequence[Department]) -> Iterator[Problem]:
    first: dict[str, Department] = {}
    for department in departments:
        for word in department.owns:
            other = first.setdefault(word, department)
            if other is not department:
                message = f"“{excerpt(word)}”已由第{other.source.row}行的{excerpt(other.name)}负责"
                source = department.source
                yield Problem(message, "请只留在一行", source.file, source.row, source.column)
