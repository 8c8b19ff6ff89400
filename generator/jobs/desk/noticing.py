"""Whether somebody else wrote a file that a screen shows."""

from __future__ import annotations

from pathlib import Path

from generator.jobs.desk.basis import basis_of, stamp_of

__all__ = ["stamp"]


def stamp(package: Path, sheet: str, *, templates: Path | None = None) -> str:
    """The stamp of the file of a sheet as it lies on the disk, "" where there is none: another one
    than that of the grid means that somebody else wrote it.

    Raises InputError where the package is none or the file cannot be read.
    """
    basis = basis_of(package, templates)
    return stamp_of(basis.data(sheet))
