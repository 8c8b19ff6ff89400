"""A workbook as a folder of files for the reader of packages, as ``nigao workbook`` would write
it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model import files, limits
from generator.model.errors import InputError, NigaoError, Problem, raise_all
from generator.model.inputs import is_workbook, read_file, stands
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.package.intake.notes import gathered
from generator.package.read.homes import KindHome, home_inside, homes_of
from generator.package.read.kind import read_kind
from generator.package.read.settings import read_settings
from generator.package.workbook import Book, read_book
from generator.package.workbook.book import Contents
from generator.package.yamltext import quickly_loaded


@contextmanager
def unpacked(path: Path, folder: Path, homes: Sequence[KindHome]) -> Iterator[Contents]:
    """Write the files of a workbook into ``folder``; faults found meanwhile and inside name its
    sheets.

    Raises InputError where it is no workbook, DataError with what is not clear in its sheets and
    what is faulty.
    """
    book = open_book(path)
    kind, settings = _kind_of_book(book, folder, homes)
    contents = book.contents(kind, settings.year, tuple(settings.place.values()))
    _write_inside(folder, {**book.kept_files(), **book.given(contents)})
    problems = list(contents.problems)
    try:
        yield contents
    except NigaoError as error:
        problems += _new_ones(contents.locations.problems(error.problems), problems)
    raise_all(problems)


def open_book(path: Path) -> Book:
    """The workbook at ``path``. Raises InputError where it cannot be read."""
    return read_book(read_file(path, limits.ARCHIVE_BYTES), path.name)


def _write_inside(folder: Path, package: dict[str, bytes]) -> None:
    for file, data in package.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _new_ones(faults: Sequence[Problem], known: Sequence[Problem]) -> list[Problem]:
    """The faults of cells that nothing is said about yet: what is not clear was read as blank."""
    unclear = {(problem.sheet, problem.row, problem.column) for problem in known}
    return [fault for fault in faults if (fault.sheet, fault.row, fault.column) not in unclear]


def _kind_of_book(
    book: Book, folder: Path, homes: Sequence[KindHome], year: int | None = None
) -> tuple[Kind, Settings]:
    """The kind and the settings of a workbook; report kinds that it holds are written into
    ``folder`` and come first."""
    (folder / files.REPORT).write_text(book.settings_text, encoding="utf-8", newline="")
    _write_inside(folder, book.template_files())
    try:
        settings = read_settings(folder)
        kind = read_kind(
            (home_inside(folder), *homes), settings.kind, year or settings.year, settings.level
        )
        return kind, settings
    except NigaoError as error:
        raise type(error)(book.early_locations().problems(error.problems)) from None


def kind_of_package(
    path: Path, templates: Path | None, year: int | None = None
) -> tuple[Kind, int]:
    """The report kind of a package, a folder or a workbook, with the catalogue of ``year`` (None:
    its own), and the year.

    Raises InputError or DataError where its report.yaml or its kind is faulty.
    """
    homes = homes_of(path, templates)
    if not is_workbook(path):
        settings = read_settings(path)
        of_year = year or settings.year
        return read_kind(homes, settings.kind, of_year, settings.level), of_year
    with TemporaryDirectory() as folder:
        kind, settings = _kind_of_book(open_book(path), Path(folder), homes, year)
    return kind, year or settings.year


def is_package(path: Path) -> bool:
    """Whether a folder has a report.yaml, or a workbook the sheet that takes its place."""
    if not is_workbook(path):
        return stands(path / files.REPORT)
    try:
        open_book(path)
    except InputError:
        return False
    return True


def settings_of_package(path: Path, templates: Path | None) -> Settings:
    """The settings of a package, a folder or a workbook, soon read: what only a strict reader finds
    wrong, ``load_package`` tells. Raises as ``kind_of_package``."""
    if not is_workbook(path):
        return read_settings(path, quickly_loaded)
    with TemporaryDirectory() as folder:
        return _kind_of_book(open_book(path), Path(folder), homes_of(path, templates))[1]


def package_of(path: Path, templates: Path | None) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a workbook as a package folder holds them, and remarks. Raises as
    ``unpacked``."""
    book = open_book(path)
    with TemporaryDirectory() as folder:
        kind, settings = _kind_of_book(book, Path(folder), homes_of(path, templates))
    contents = book.contents(kind, settings.year, tuple(settings.place.values()))
    raise_all(contents.problems)
    return book.package_files(contents), tuple(gathered(contents.remarks))
