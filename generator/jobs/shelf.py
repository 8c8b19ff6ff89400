"""The packages of a folder, as a person chooses one: what they are, and how far they have come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.jobs.batches.finding import packages_in
from generator.jobs.open_matters import open_lines
from generator.jobs.status import status
from generator.model.errors import NigaoError, Problem
from generator.model.severity import Severity
from generator.package.read.workbookfile import is_package, settings_of_package

__all__ = ["ShelfPackage", "ShelfState", "shelf", "shelf_state"]


@dataclass(frozen=True)
class ShelfPackage:
    """A package of a folder: ``name`` is its path in the folder, with slashes.

    ``fault`` says why its settings cannot be read; kind and place are "" then, the year 0.
    """

    name: str
    path: Path
    kind: str = ""
    place: str = ""
    year: int = 0
    fault: str = ""


@dataclass(frozen=True)
class ShelfState:
    """How far a package is: cells filled and asked for, of them required and blank; findings above
    information; matters open in its last file; ``faults`` of its data (the rest is 0 then)."""

    filled: int = 0
    asked: int = 0
    required: int = 0
    findings: int = 0
    open: int = 0
    faults: tuple[Problem, ...] = ()


def shelf(folder: Path, *, templates: Path | None = None) -> tuple[ShelfPackage, ...]:
    """The packages in a folder and in the folders below it, by name. Nothing is drafted.

    例：
        >>> [(item.name, item.year) for item in shelf(Path("."))]
        [('清河-2023', 2023)]
    """
    return tuple(_packages(folder, templates))


def _packages(folder: Path, templates: Path | None) -> Iterator[ShelfPackage]:
    for name in sorted(packages_in(folder)):
        path = folder / name
        if is_package(path):
            yield _described(name, path, templates)


def _described(name: str, path: Path, templates: Path | None) -> ShelfPackage:
    try:
        settings = settings_of_package(path, templates)
    except NigaoError as error:
        return ShelfPackage(name, path, fault=str(error.problems[0]))
    place = settings.place.get("name", "")
    return ShelfPackage(name, path, settings.kind, place, settings.year)


def shelf_state(package: Path, *, templates: Path | None = None) -> ShelfState:
    """How far a package is; takes as long as a draft. Raises InputError where it cannot be read.

    例：
        >>> state = shelf_state(Path("清河-2023"))
        >>> state.filled, state.faults
        (9, ())
    """
    result = status(package, templates=templates)
    if result.faults:
        return ShelfState(faults=result.faults)
    counts = result.progress.counts
    findings = [f for f in result.findings.findings if f.severity is not Severity.INFO]
    return ShelfState(
        counts.filled,
        counts.filled + counts.missing,
        counts.required,
        len(findings),
        len(open_lines(package)),
    )
