"""One hash of all that the report of a package is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from generator.model import files, limits
from generator.model.errors import NigaoError
from generator.model.inputs import is_folder, is_workbook, read_file
from generator.package.read.beside import beside
from generator.package.read.folder import package_files
from generator.package.read.workbookfile import settings_of_package


def fingerprint(package: Path, templates: Path | None = None) -> str:
    """A hash (64 hexadecimal digits) of the files of a package, a folder or a workbook, and of what
    its report.yaml names beside it: last year's package, the one it was made from, the registry of
    names, the pattern of its look.

    Raises InputError where the package cannot be read. What is named and cannot be read counts as
    not there: whoever makes the report tells it.
    """
    return _hash([*_contents(package), *_named(package, templates)])


def fingerprint_of_kinds(templates: Path | None = None) -> str:
    """The same of a folder of report kinds, None for those of nigao."""
    root = templates or files.templates_root()
    paths = sorted(path for path in root.rglob("*") if _is_of_a_kind(path))
    contents = [(path.relative_to(root).as_posix(), path) for path in paths]
    return _hash([(name, read_file(path, limits.TEXT_BYTES)) for name, path in contents])


def _hash(contents: list[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in contents:
        for piece in (name.encode(), content):
            digest.update(b"%d:" % len(piece))
            digest.update(piece)
    return digest.hexdigest()


def _is_of_a_kind(path: Path) -> bool:
    return path.is_file() and path.suffix not in (".py", ".pyc", ".json")


def _contents(package: Path) -> Iterator[tuple[str, bytes]]:
    if is_folder(package):
        yield from package_files(package).items()
    else:
        limit = limits.ARCHIVE_BYTES if is_workbook(package) else limits.TEXT_BYTES
        yield package.name, read_file(package, limit)


def _named(package: Path, templates: Path | None) -> Iterator[tuple[str, bytes]]:
    """What lies beside the package and is read with it, its items of report.yaml as first names."""
    try:
        settings = settings_of_package(package, templates)
    except NigaoError:
        return
    names = {
        "previous": settings.previous,
        "names": settings.names,
        "reference": settings.reference,
    }
    names["origin"] = settings.origin.package if settings.origin else ""
    for item, name in names.items():
        yield from _beside(package, item, name) if name else ()


def _beside(package: Path, item: str, name: str) -> Iterator[tuple[str, bytes]]:
    try:
        there = beside(package, item, name)
        contents = list(_contents(there)) if there else []
    except NigaoError:
        return
    yield from ((f"{item}/{file}", content) for file, content in contents)
