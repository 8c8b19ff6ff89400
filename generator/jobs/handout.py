"""One workbook for each department with what it owes, and a note to send with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.output import require_folder_name, require_outside, write_beside
from generator.jobs.owing import owing
from generator.model.cell import PartialDate
from generator.model.dataset import State
from generator.model.errors import InputError, OutputError, Problem, raise_all, reason
from generator.model.files import DEPARTMENTS
from generator.package.filenames import name_fault
from generator.package.handout import Handout, handout_workbook

__all__ = ["HandedOut", "HandingOut", "handout", "reminder"]

REMINDER = "催报.txt"
"""The note to send, a paragraph a department."""


class HandedOut(Struct, frozen=True):
    """The workbook of one department: how much it owes, how much of it is blank."""

    department: str
    file: Path
    owed: int
    missing: int


class HandingOut(Struct, frozen=True):
    """The workbooks that were written; the departments without one, which owe nothing; words of
    负责 that nothing in the package is called, each with its department."""

    written: tuple[HandedOut, ...]
    idle: tuple[str, ...]
    unknown: tuple[tuple[str, str], ...]


def handout(
    package: Path,
    folder: Path,
    *,
    contact: str = "",
    today: dt.date | None = None,
    templates: Path | None = None,
) -> HandingOut:
    """Write a workbook for each department of departments.csv with its rows alone, and 催报.txt.

    ``contact`` is whom the departments may ask ("县乡村振兴局 张三 0943-1234567"), "" for nobody;
    ``today`` tells which of them are late, None for nobody. A
    workbook that is there already is kept as NAME.bak where it differs. Raises InputError where
    the package cannot be read or names no department, or ``folder`` lies in a package, DataError
    where its data are faulty, OutputError where a file cannot be written.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,联系人,电话,期限,负责\\n县就业局,李四,,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> [item] = handout(Path("清河-2023"), Path("发出")).written
        >>> item.department, item.file.name
        ('县就业局', '县就业局.xlsx')
    """
    require_outside(folder, "发出去的表")
    found = owing(package, contact, templates)
    if not found.dataset.departments:
        todo = f"请在 {DEPARTMENTS} 里写明哪个部门负责什么"
        raise InputError(Problem("没有写明部门，不知道发给谁", todo, str(package)))
    raise_all(_name_faults(found.handouts))
    _make_folder(folder)
    written = []
    for item in found.handouts:
        target = folder / f"{item.department.name}.xlsx"
        write_beside(target, handout_workbook(item))
        written.append(HandedOut(item.department.name, target, item.count, item.missing))
    write_beside(folder / REMINDER, reminder(found.handouts, today).encode())
    given = {item.department for item in written}
    names = (department.name for department in found.dataset.departments)
    idle = tuple(name for name in names if name not in given)
    unknown = tuple((item.name, word) for item, word in found.state.progress.unknown)
    return HandingOut(tuple(written), idle, unknown)


def _make_folder(folder: Path) -> None:
    require_folder_name(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        todo = "请检查文件夹的名字和写权限"
        raise OutputError(Problem(f"建不了（{reason(error)}）", todo, str(folder))) from None


def _name_faults(handouts: Sequence[Handout]) -> Iterator[Problem]:
    """The departments whose names can be no names of files, or the same one on Windows."""
    first: dict[str, str] = {}
    for item in handouts:
        name, source = item.department.name, item.department.source
        fault = "里面有斜线" if "/" in name or "\\" in name else name_fault(f"{name}.xlsx")
        other = first.setdefault(name.casefold(), name)
        if not fault and other != name:
            fault = f"和“{other}”只差大小写，是同一个文件"
        if fault:
            message = f"“{name}”不能作文件名：{fault}"
            yield Problem(message, "请改部门的名称", source.file, source.row)


def reminder(handouts: tuple[Handout, ...], today: dt.date | None = None) -> str:
    """What to send to each department that has not sent all, a paragraph each. ``today`` tells
    which of them are late, None for nobody.

    例：
        >>> reminder(())
        '没有要各部门填的：请先在“部门”表的“负责”里写明谁负责哪些。\\n'
    """
    if not any(item.count for item in handouts):
        return "没有要各部门填的：请先在“部门”表的“负责”里写明谁负责哪些。\n"
    waiting = [item for item in handouts if item.missing and not _is_settled(item)]
    if not waiting:
        return "各部门都已报齐。\n"
    return "\n".join(_paragraph(item, today) for item in waiting)


def _is_settled(item: Handout) -> bool:
    """Whether all came and was taken, and nothing was added to what it owes since."""
    return item.department.state == State.PASSED.value and not item.unfilled


def _until(due: PartialDate | None, today: dt.date | None) -> str:
    """Until when, in words."""
    if due is None or not due.month or not due.day:
        return "请尽快报来"
    day = f"{due.year}年{due.month}月{due.day}日"
    if today is not None and (due.year, due.month, due.day) < (today.year, today.month, today.day):
        return f"原定{day}前，已经过了，请尽快报来"
    return f"{day}前报来"


def _paragraph(item: Handout, today: dt.date | None) -> str:
    department = item.department
    who = f"{department.name}（{department.contact}）" if department.contact else department.name
    contact = f"有问题请问{item.contact}。" if item.contact else ""
    lines = [
        f"{who}：",
        f"请填好《{item.place}{item.year}年{item.kind}数据填报表》（附后），{_until(department.due, today)}。"
        f"共{item.count}项，还空着{item.missing}项。{contact}",
        "",
    ]
    return "\n".join(lines)
