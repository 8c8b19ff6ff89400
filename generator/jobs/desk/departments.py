"""分发: what each department owes and how that stands, and its workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.locating import GridLocation, location_of
from generator.jobs.desk.wording import in_words
from generator.jobs.handout import handout, reminder
from generator.jobs.owing import owing
from generator.model.cell import Source
from generator.model.dataset import Department, State
from generator.model.zips import zipped
from generator.package.handout import Handout

__all__ = ["DepartmentRow", "DepartmentTable", "Workbooks", "departments", "hand_out"]

_NO_NAME = "（没有写经手人）"
_OWNS = "负责"
"""The column of departments.csv that says who owes what."""


class DepartmentRow(Struct, frozen=True):
    """A department: whom to call, until when, how much it owes and how much of that is blank, how
    it stands (未报, 已报, 退回, 重报, 通过), who said so and when; whether anything is written in
    负责 (``owns``), and where that is filled in."""

    name: str
    contact: str
    phone: str
    due: str
    owed: int
    missing: int
    state: str
    handled: str
    owns: bool
    owns_at: GridLocation | None


class DepartmentTable(Struct, frozen=True):
    """All departments, and the note to send to those that have not sent all."""

    rows: tuple[DepartmentRow, ...]
    note: str

    @property
    def idle(self) -> tuple[DepartmentRow, ...]:
        """The departments that owe nothing: none of them gets a workbook."""
        return tuple(row for row in self.rows if not row.owed)


class Workbooks(Struct, frozen=True):
    """A zip with the workbooks that go out and the note to send; the departments that have one."""

    data: bytes
    departments: tuple[str, ...]


def departments(
    package: Path,
    contact: str = "",
    *,
    today: dt.date | None = None,
    templates: Path | None = None,
) -> DepartmentTable:
    """The departments of a package in their order; none where nobody named any. ``contact`` is whom
    they may ask, ``today`` tells who is late, None for nobody. Raises what ``load_package``
    raises.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,联系人,期限,负责\\n县就业局,李四,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> [row] = departments(Path("清河-2023")).rows
        >>> row.name, row.due, row.state
        ('县就业局', '2023-11-10', '未报')
    """
    with in_words(package, templates):
        found = owing(package, contact, templates)
    by_name = {item.department.name: item for item in found.handouts}
    basis = basis_of(package, templates)
    rows = []
    for item in found.dataset.departments:
        owns_at = location_of(basis, Source(item.source.file, item.source.row, _OWNS))
        rows.append(_department(item, by_name.get(item.name), owns_at))
    return DepartmentTable(tuple(rows), reminder(found.handouts, today))


def _department(
    department: Department, owed: Handout | None, owns_at: GridLocation | None
) -> DepartmentRow:
    due = department.due
    parts = (due.year, due.month, due.day) if due else ()
    return DepartmentRow(
        department.name,
        department.contact,
        department.phone,
        "-".join(f"{part:02}" for part in parts if part),
        owed.count if owed else 0,
        owed.missing if owed else 0,
        department.state or State.NOTHING.value,
        _handled(department),
        bool(department.owns),
        owns_at,
    )


def _handled(department: Department) -> str:
    """When somebody last took something of a department, and who; "" for never."""
    at, by = department.handled_at, department.handled_by
    return " ".join(filter(None, (at, by or (at and _NO_NAME))))


def hand_out(
    package: Path,
    contact: str = "",
    *,
    today: dt.date | None = None,
    templates: Path | None = None,
) -> Workbooks:
    """The workbook of each department that owes something, and the note to send; ``today`` tells
    who is late, None for nobody. Raises what ``handout`` raises.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,期限,负责\\n县就业局,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> hand_out(Path("清河-2023")).departments
        ('县就业局',)
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        made = handout(
            package, Path(folder), contact=contact, today=today, templates=templates
        ).written
        written = sorted(Path(folder).iterdir())
        data = zipped((path.name, path.read_bytes()) for path in written)
        return Workbooks(data, tuple(item.department for item in made))
