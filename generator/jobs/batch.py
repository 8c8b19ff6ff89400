"""All packages of a folder at once, with a list of what became of each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.jobs.batches.manifest import (
    NAME,
    add_to_manifest,
    begin_manifest,
    read_manifest,
)
from generator.jobs.batches.task import Part, Task, make
from generator.jobs.batches.workers import on_cluster, on_this_machine, processors
from generator.jobs.output import require_folder_name, require_outside
from generator.model import files
from generator.model.errors import InputError, NigaoError, Problem, raise_all
from generator.model.inputs import is_folder, is_old_workbook, is_workbook, resolved, stands
from generator.model.leftovers import is_leftover
from generator.model.replacing import replace
from generator.package.fingerprint import fingerprint_of_kinds
from generator.package.read.workbookfile import is_package, settings_of_package

__all__ = ["Batch", "BatchEntry", "Outcome", "Part", "batch", "run"]


class Batch(Struct, frozen=True):
    """The packages of a folder, each with what is to be made of it; nothing is made yet.

    ``known`` is what the manifest in ``output`` says of these packages.
    """

    output: Path
    tasks: tuple[Task, ...]
    known: tuple[BatchEntry, ...]

    @property
    def manifest(self) -> Path:
        """The list of what became of each package."""
        return self.output / NAME


def batch(
    folder: Path,
    output: Path,
    *,
    date: dt.datetime,
    part: Part = Part.DRAFT,
    year: int | None = None,
    templates: Path | None = None,
) -> Batch:
    """Find the packages in a folder and in the folders below it, and what is to be made of each.

    A folder with a report.yaml is a package, and so may a workbook be; what lies in a package is
    none. ``year`` leaves out the packages of other years, None none. The files go to ``output``
    under the names that the packages have in ``folder``. ``date`` and ``templates`` are those of
    ``draft``.

    Raises InputError where there is no such folder, no package in it, ``output`` lies in one, or
    two packages would be written to one file, OutputError where ``output`` is a file.

    例：
        >>> made = batch(Path("."), Path("成品"), date=dt.datetime(2023, 11, 27))
        >>> [task.name for task in made.tasks], made.tasks[0].file
        (['清河-2023'], '清河-2023.docx')
    """
    _require_folder(folder)
    require_folder_name(output)
    require_outside(output, "成品")
    names = sorted(packages_in(folder, resolved(output)))
    if year is not None:
        names = [name for name in names if _is_of_year(folder / name, year, templates)]
    _require_any(names, folder, year)
    known = read_manifest(output)
    pattern = Task(
        folder.absolute(),
        "",
        output.absolute(),
        "",
        part,
        date,
        f"{version('nigao')}-{part.value}-{fingerprint_of_kinds(templates)}",
        templates.absolute() if templates else None,
    )
    tasks = tuple(_task(pattern, name, known.get(name)) for name in names)
    raise_all(_doubles(tasks))
    return Batch(output, tasks, tuple(known[name] for name in names if name in known))


def _require_folder(folder: Path) -> None:
    if not is_folder(folder):
        raise InputError(Problem("没有这个文件夹", "请核对名字", str(folder)))
    if stands(folder / files.REPORT):
        todo = "请给出放着许多数据包的文件夹，或用 nigao draft"
        raise InputError(Problem("这是一个数据包", todo, str(folder)))


def _require_any(names: Sequence[str], folder: Path, year: int | None) -> None:
    if not names:
        message = "里面没有数据包" if year is None else f"里面没有{year}年的数据包"
        todo = "数据包是含 report.yaml 的文件夹，或由它生成的 .xlsx 工作簿"
        raise InputError(Problem(message, todo, str(folder)))


def _task(pattern: Task, name: str, before: BatchEntry | None) -> Task:
    """The task of one package; ``pattern`` is one of the folder of the batch."""
    return replace(
        pattern,
        package=pattern.package / name,
        name=name,
        file=f"{name.removesuffix('.xlsx')}{pattern.part.ending}",
        before=before,
    )


def packages_in(folder: Path, output: Path | None = None) -> Iterator[str]:
    """The packages by their path in the folder, with slashes; what is in ``output`` is none."""
    for root, inner, names in os.walk(folder):
        here = Path(root)
        packages = [name for name in inner if _is_package_folder(here / name)]
        books = filter(_may_be_package, names)
        yield from ((here / name).relative_to(folder).as_posix() for name in (*packages, *books))
        inner[:] = [name for name in inner if name not in packages and not is_leftover(name)]
        inner[:] = [name for name in inner if resolved(here / name) != output]


def _is_package_folder(folder: Path) -> bool:
    """Whether a folder is a package; one that may not be seen is, so that its fault is told."""
    try:
        return not is_leftover(folder.name) and (folder / files.REPORT).exists()
    except OSError:
        return True


def _may_be_package(name: str) -> bool:
    """Whether a file is a workbook, by its name; one of an old format is, so that it is told."""
    path = Path(name)
    return (is_workbook(path) or is_old_workbook(path)) and not is_leftover(name)


def _is_of_year(package: Path, year: int, templates: Path | None) -> bool:
    """Whether a package is of a year; one that does not say is, so that its fault is told."""
    try:
        return settings_of_package(package, templates).year == year
    except NigaoError:
        return is_old_workbook(package) or not is_workbook(package) or is_package(package)


def _doubles(tasks: Sequence[Task]) -> Iterator[Problem]:
    """A problem for each package that would be written over another one."""
    first: dict[str, str] = {}
    for task in tasks:
        other = first.setdefault(task.file, task.name)
        if other != task.name:
            message = f"和“{other}”都要写到 {task.file}"
            yield Problem(message, "请改名或移走其中一个", task.name)


def run(planned: Batch, *, workers: int | None = None, scheduler: str = "") -> Iterator[BatchEntry]:
    """Make each package of a batch and give its entry as it is done, in any order.

    The manifest is written as they come: a batch that is cut off goes on where it stood. By default
    in as many processes as this machine has processors, ``workers`` of them otherwise; with
    ``scheduler``, the address of a Dask scheduler, on its cluster. A package that fails stops no
    other. Raises OutputError where the manifest cannot be written, InputError where the scheduler
    does not answer.

    例：
        >>> made = batch(Path("."), Path("成品"), date=dt.datetime(2023, 11, 27))
        >>> [(entry.package, entry.outcome.value) for entry in run(made, workers=1)]
        [('清河-2023', '已写出')]
    """
    if scheduler:
        entries = on_cluster(planned.tasks, make, scheduler)
    else:
        entries = on_this_machine(planned.tasks, make, workers or processors())
    begin_manifest(planned.output, planned.known)
    done: dict[str, BatchEntry] = {entry.package: entry for entry in planned.known}
    for entry in entries:
        add_to_manifest(planned.output, entry)
        done[entry.package] = entry
        yield entry
    begin_manifest(planned.output, [done[name] for name in sorted(done)])
