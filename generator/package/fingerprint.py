"""One hash of all that the report of a package is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model import limits
from generator.model.errors import NigaoError
from generator.model.inputs import is_folder, is_workbook, read_file
from generator.model.leftovers import is_leftover
from generator.package.read.beside import beside
from generator.package.read.folder import package_files
from generator.package.read.homes import HomeOrigin, KindHome, homes_of, lasting_homes
from generator.package.read.workbookfile import settings_of_package


def fingerprint(package: Path, templates: Path | None = None) -> str:
    """A hash (64 hexadecimal digits) of the files of a package, a folder or a workbook, and of what
    its report.yaml names beside it: last year's package, the one it was made from, the registry of
    names, the pattern of its look; and of the report kinds beside it.

    Raises InputError where the package cannot be read. What is named and cannot be read counts as
    not there: whoever makes the report tells it.
    """
    near = (home for home in homes_of(package, None) if home.origin is HomeOrigin.BESIDE)
    of_kinds = (item for home in near for item in _kinds_of(home))
    return _hash([*_contents(package), *_named(package, templates), *of_kinds])


def fingerprint_beside(
    package: Mapping[str, bytes], file: str, lies_at: Path, templates: Path | None = None
) -> str:
    """A hash of what a package of these files (by name) that lies there is read of without last
    year's and ``file``: its other files, and the report kinds that it may ask for. Raises as
    ``homes_of``."""
    others = [(name, content) for name, content in package.items() if name != file]
    kinds = (item for home in homes_of(lies_at, templates) for item in _kinds_of(home))
    return _hash([*others, *kinds])


def fingerprint_of_kinds(templates: Path | None = None) -> str:
    """The same of the report kinds that every package of a run may ask for: those of the folder
    ``templates`` (None: none), of the user, of nigao."""
    return _hash([item for home in lasting_homes(templates) for item in _kinds_of(home)])


def _kinds_of(home: KindHome) -> Iterator[tuple[str, bytes]]:
    root = home.folder
    for path in sorted(path for path in root.rglob("*") if _is_of_a_kind(path)):
        name = f"{home.origin.name}/{path.relative_to(root).as_posix()}"
        yield name, read_file(path, limits.TEXT_BYTES)


def _hash(contents: list[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, content in contents:
        for piece in (name.encode("utf-8", "surrogatepass"), content):
            digest.update(b"%d:" % len(piece))
            digest.update(piece)
    return digest.hexdigest()


def _is_of_a_kind(path: Path) -> bool:
    if is_leftover(path.name) or path.suffix in (".py", ".pyc", ".json"):
        return False
    return path.is_file()


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
    # Last year's package is mostly the one that it was made from: read once.
    contents = {name: _beside(package, name) for name in dict.fromkeys(names.values()) if name}
    for item, name in names.items():
        yield from ((f"{item}/{file}", content) for file, content in contents.get(name, ()))


def _beside(package: Path, name: str) -> list[tuple[str, bytes]]:
    try:
        there = beside(package, "", name)
        return list(_contents(there)) if there else []
    except NigaoError:
        return []
