"""The packages of a folder: what is cheap to know of each at once, the rest one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.batch import packages_in
from generator.jobs.carried import kept_cells
from generator.jobs.desk.basis import basis_of
from generator.jobs.desk.locating import GridLocation, cell_to_fill, location_of
from generator.jobs.desk.next_steps import steps_of
from generator.jobs.open_matters import open_lines
from generator.jobs.status import Status, status
from generator.model import files
from generator.model.cell import Source
from generator.model.errors import InputError, NigaoError, Problem
from generator.model.inputs import is_folder, is_old_workbook, is_workbook
from generator.model.severity import Severity
from generator.package.read.workbookfile import is_package, settings_of_package
from generator.report.progress.entries import Entry, EntrySort

__all__ = ["PackageLine", "PackageState", "find_package", "home", "state"]


class PackageLine(Struct, frozen=True):
    """A package of a folder: where it lies, its name there, its place with the year, the title of
    its report kind.

    ``is_workbook`` ones are to be turned into folders before they can be filled in here. Of one
    that ``has_steps`` it is known what was left to do when it was made (``next_steps``). ``fault``
    is the one line why it cannot be read, "" where it can; then ``title`` is its name and the rest
    is empty.
    """

    package: Path
    name: str
    title: str
    kind: str = ""
    year: int = 0
    is_workbook: bool = False
    has_steps: bool = False
    fault: str = ""


class PackageState(Struct, frozen=True):
    """How far a package is: what is filled of all that it is to hold (``kept`` of it came along
    with last year's formulas and records), the required that is not, findings by gravity, what is
    open in the last file that people worked on, and the texts that are last year's and nobody has
    looked at (``carried``; ``first_carried`` is the first of them).

    ``first`` is the cell where the first of the required is to be filled, ``first_text`` the text
    (``TextItem.item``) where that is one. ``faults`` are the lines of what is wrong with its data;
    where there are any ``first`` or ``first_text`` is where the first is, and the rest is 0.
    """

    filled: int = 0
    total: int = 0
    required: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    open_matters: int = 0
    first: GridLocation | None = None
    first_text: str = ""
    carried: int = 0
    first_carried: str = ""
    faults: tuple[str, ...] = ()
    kept: int = 0


def home(folder: Path, *, templates: Path | None = None) -> tuple[PackageLine, ...]:
    """The packages in a folder and in those below it, by name; of each only its settings are read.

    Raises InputError where there is no such folder.

    例：
        >>> [(line.title, line.kind) for line in home(Path("."))]
        [('清河县2023年', '东西部协作自评')]
    """
    if not is_folder(folder):
        raise InputError(Problem("没有这个文件夹", "请核对名字", str(folder)))
    lines = (_line(folder / name, name, templates) for name in sorted(packages_in(folder)))
    return tuple(line for line in lines if line is not None)


def find_package(folder: Path, name: str, *, templates: Path | None = None) -> PackageLine | None:
    """The package that ``home`` calls so; None where the folder holds none of that name: a name is
    never taken for a path.

    例：
        >>> find_package(Path("."), "清河-2023").title
        '清河县2023年'
        >>> find_package(Path("."), "../清河-2023") is None
        True
    """
    there = name in packages_in(folder)
    return _line(folder / name, name, templates) if there else None


def _line(package: Path, name: str, templates: Path | None) -> PackageLine | None:
    """The line of a package; None for a workbook that is none."""
    in_book = is_workbook(package)
    try:
        settings = settings_of_package(package, templates)
    except NigaoError as error:
        if is_old_workbook(package) or (in_book and not is_package(package)):
            return None
        return PackageLine(package, name, name, is_workbook=in_book, fault=_first(error))
    title = f"{settings.place.get('name', '')}{settings.year}年"
    has_steps = not in_book and bool(steps_of(package))
    return PackageLine(package, name, title, settings.kind, settings.year, in_book, has_steps)


def _first(error: NigaoError) -> str:
    """The first of the problems, and how many more there are."""
    more = len(error.problems) - 1
    return f"{error.problems[0]}（另有{more}条）" if more else str(error.problems[0])


def state(package: Path, *, templates: Path | None = None) -> PackageState:
    """How far a package is. Raises InputError where it cannot be read.

    例：
        >>> found = state(Path("清河-2023"))
        >>> found.filled, found.errors, found.open_matters
        (9, 1, 0)
    """
    result = status(package, templates=templates)
    if result.faults:
        return _faulty(package, result.faults, templates)
    counts, findings = result.progress.counts, result.findings
    asked = (item.entry for item in result.progress.missing if item.entry.required)
    first = next(asked, None)
    is_text = first is not None and first.sort is EntrySort.TEXT
    return PackageState(
        counts.filled,
        counts.filled + counts.carried + counts.missing,
        counts.required,
        findings.count(Severity.ERROR),
        findings.count(Severity.WARNING),
        findings.count(Severity.INFO),
        len(open_lines(package)),
        None if first is None or is_text else _cell_of(package, first, templates),
        first.kept_in if first is not None and is_text else "",
        counts.carried,
        next((item.entry.kept_in for item in result.progress.carried), ""),
        kept=_kept(result),
    )


def _kept(result: Status) -> int:
    """How many of what is filled came along with last year's."""
    kept = kept_cells(result.dataset) if result.dataset else ()
    return sum(item.entry.filled and item.entry.source in kept for item in result.progress.assigned)


def _faulty(package: Path, faults: Sequence[Problem], templates: Path | None) -> PackageState:
    first, lines = faults[0], tuple(map(str, faults))
    file = first.file or ""
    if file.startswith(files.TEXTS):
        name = file.removeprefix(files.TEXTS).removesuffix(files.TEXT_ENDING)
        return PackageState(faults=lines, first_text=name)
    try:
        source = Source(file, first.row or 0, first.column or "")
        return PackageState(faults=lines, first=location_of(basis_of(package, templates), source))
    except NigaoError:
        return PackageState(faults=lines)


def _cell_of(package: Path, entry: Entry, templates: Path | None) -> GridLocation | None:
    """The cell where an entry is to be filled in; the first of its sheet where it has none yet."""
    found = cell_to_fill(basis_of(package, templates), entry.source, entry.key)
    return found or GridLocation(entry.source.file, 0, "")
