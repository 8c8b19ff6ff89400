"""The files of a package that no command reads."""

from __future__ import annotations

from pathlib import Path

from generator.model import files
from generator.model.errors import NigaoError, Problem
from generator.model.inputs import is_folder, stands
from generator.package.read import unread as reading

__all__ = ["unread"]


def unread(package: Path, *, templates: Path | None = None) -> tuple[Problem, ...]:
    """A line for each file of a package folder that nothing reads, with what its name may have
    been meant for; () for anything else, a workbook among them."""
    try:
        if not is_folder(package) or not stands(package / files.REPORT):
            return ()
    except NigaoError:
        return ()
    return reading.unread(package, templates)
