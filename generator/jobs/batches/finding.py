"""The packages of a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.model import files
from generator.model.inputs import is_workbook, resolved

_NOT_PACKAGES = (".", "~$")
"""How the names begin of what nigao and Office keep for themselves."""


def packages_in(folder: Path, output: Path | None = None) -> Iterator[str]:
    """The packages in a folder and below it, by their path in it, with slashes; what lies in a
    package, or in the folder ``output``, is none. A workbook is named whether it is one or not."""
    left_out = resolved(output) if output else None
    for root, inner, names in os.walk(folder):
        here = Path(root)
        packages = [name for name in inner if _is_package_folder(here / name)]
        books = filter(_may_be_package, names)
        yield from ((here / name).relative_to(folder).as_posix() for name in (*packages, *books))
        inner[:] = [name for name in inner if name not in packages and not _is_ours(name)]
        inner[:] = [name for name in inner if resolved(here / name) != left_out]


def _is_package_folder(folder: Path) -> bool:
    return not _is_ours(folder.name) and (folder / files.REPORT).exists()


def _may_be_package(name: str) -> bool:
    return is_workbook(Path(name)) and not _is_ours(name)


def _is_ours(name: str) -> bool:
    return name.startswith(_NOT_PACKAGES)
