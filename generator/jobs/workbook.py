"""A package as an Excel workbook, and back as a folder, without loss."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.figures import FigureBook
from generator.jobs.output import replace_own, require_ending, write_folder
from generator.model.errors import InputError, NigaoError, Problem
from generator.model.inputs import is_folder, is_workbook, stands
from generator.package.read import load_package
from generator.package.read.folder import not_carried, package_files
from generator.package.read.workbookfile import kind_of_package, package_of
from generator.package.workbook import make_workbook
from generator.standard.wording.numbers import num

__all__ = ["Converted", "workbook"]


class Converted(Struct, frozen=True):
    """The files that are new or changed, the copies kept beside them, and what to know.

    ``to_folder`` is False where the target is a workbook, one file.
    """

    target: Path
    to_folder: bool
    written: tuple[str, ...]
    kept: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def workbook(package: Path, target: Path, *, templates: Path | None = None) -> Converted:
    """Write a folder as a workbook, or a workbook as a folder.

    In a folder that is there, files that differ are kept as NAME.bak.

    Raises InputError where there is no package, it cannot be read or the target has the wrong
    ending, DataError where the workbook is faulty, OutputError where a person made the target or it
    cannot be written.

    例：
        >>> workbook(Path("清河-2023"), Path("清河-2023.xlsx")).written
        ('清河-2023.xlsx',)
        >>> folder = workbook(Path("清河-2023.xlsx"), Path("转回"))
        >>> len(folder.written), folder.kept
        (8, ())
    """
    if not stands(package):
        raise InputError(Problem("没有这个数据包", "请核对名字", str(package)))
    if is_workbook(package):
        return _to_folder(package, target, templates)
    return _to_workbook(package, target, templates)


def _to_workbook(package: Path, target: Path, templates: Path | None) -> Converted:
    require_ending(target, ".xlsx")
    kind, year = kind_of_package(package, templates)
    files = package_files(package)
    data = make_workbook(files, kind, year, last_year(package, templates))
    written = replace_own(target, data, package)
    names = (target.name,) if written.new else ()
    return Converted(target, False, names, remarks=(*not_carried(package), *written.warnings))


def last_year(package: Path, templates: Path | None) -> dict[str, str]:
    """Last year's values by code and key as the workbook shows them.

    None where the package names no last year or cannot be read.
    """
    try:
        dataset, kind = load_package(package, templates)
        by_key = _previous_values(FigureBook(dataset, kind)) if dataset.previous else {}
    except NigaoError:
        return {}
    rows = [row for row in kind.catalogue.values() if row.key in by_key]
    return by_key | {row.code: by_key[row.key] for row in rows}


def _previous_values(book: FigureBook) -> dict[str, str]:
    """The known numbers of last year by key."""
    numbers = {key: book.prev(key).number_or_none for key in tuple(book.keys())}
    return {key: num(number) for key, number in numbers.items() if number is not None}


def _to_folder(package: Path, target: Path, templates: Path | None) -> Converted:
    is_file = stands(target) and not is_folder(target)
    if is_file or target.suffix.lower() in (".xlsx", ".docx"):
        raise InputError(Problem("工作簿要写成文件夹", "请用 -o 写一个文件夹的名字", str(target)))
    files, remarks = package_of(package, templates)
    folder = write_folder(target, files)
    return Converted(target, True, folder.written, folder.kept, tuple(map(str, remarks)))
