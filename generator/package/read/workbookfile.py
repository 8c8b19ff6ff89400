"""A workbook as a folder of files for the reader of packages, as ``nigao workbook`` would write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.errors import NigaoError, Problem, raise_all
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.package.read.kind import read_kind, templates_root
from generator.package.read.settings import FILE, read_settings
from generator.package.workbook import Book, is_workbook, open_book
from generator.package.workbook.book import Contents


@contextmanager
def unpacked(path: Path, folder: Path, templates: Path | None) -> Iterator[Contents]:
    """Write the files of a workbook into ``folder``; faults found meanwhile and inside name its sheets.

    Raises InputError where it is no workbook, DataError with what is not clear in its sheets and what is faulty.
    """
    book = open_book(path)
    kind, settings = _kind(book, folder, templates)
    contents = book.contents(kind, settings.year, tuple(settings.place.values()))
    for file, data in book.made(contents).items():
        if (folder / file).resolve().is_relative_to(folder.resolve()):
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_bytes(data)
    found: list[Problem] = list(contents.problems)
    try:
        yield contents
    except NigaoError as error:
        unclear = {(told.sheet, told.row, told.column) for told in found}
        told = contents.locations.problems(error.problems)
        found += [
            problem
            for problem in told
            if (problem.sheet, problem.row, problem.column) not in unclear
        ]
    raise_all(found)


def _kind(book: Book, folder: Path, templates: Path | None) -> tuple[Kind, Settings]:
    (folder / FILE).write_text(book.settings_text, encoding="utf-8", newline="")
    try:
        settings = read_settings(folder)
        return read_kind(templates or templates_root(), settings.kind, settings.year), settings
    except NigaoError as error:
        raise type(error)(book.early_locations().problems(error.problems)) from None


def kind_of_package(
    path: Path, templates: Path | None, year: int | None = None
) -> tuple[Kind, int]:
    """The report kind of a package, a folder or a workbook, with the catalogue of ``year`` (None: its own), and the year.

    Raises InputError or DataError where its report.yaml or its kind is faulty.
    """
    if is_workbook(path):
        with TemporaryDirectory() as folder:
            _, settings = _kind(open_book(path), Path(folder), templates)
    else:
        settings = read_settings(path)
    year = year or settings.year
    return read_kind(templates or templates_root(), settings.kind, year), year


def package_of(path: Path, templates: Path | None) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The files of a workbook as a package folder holds them, and remarks. Raises as ``unpacked``."""
    book = open_book(path)
    with TemporaryDirectory() as folder:
        kind, settings = _kind(book, Path(folder), templates)
    contents = book.contents(kind, settings.year, tuple(settings.place.values()))
    raise_all(contents.problems)
    return book.files(contents), contents.remarks
