"""Next year's package out of last year's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.jobs.output import create_folder, require_free_folder
from generator.model.errors import InputError, Problem
from generator.package import newyear
from generator.package.newyear import NewPackage
from generator.package.read import kind_of_package, load_package, package_of
from generator.package.read.folder import package_files
from generator.package.workbook import is_workbook

__all__ = ["new"]


def new(target: Path, source: Path, year: int, *, templates: Path | None = None) -> NewPackage:
    """Write the package of ``year`` to the folder ``target``, made of last year's ``source``.

    Structure and standing text stay, figures and records are emptied; the result says what is left
    to do. Raises InputError where the source cannot be read, the target is a workbook or the year
    is not a later one; DataError where the source is faulty; OutputError where the folder is there.

    例：
        >>> package = new(Path("清河-2024"), Path("清河-2023"), 2024)
        >>> package.todo[0]
        'report.yaml 的发文字号还缺号数'
    """
    require_free_folder(target)
    if target.suffix.lower() == ".xlsx":
        raise InputError(
            Problem("新的数据包要写成文件夹", "写好后可用 nigao workbook 生成工作簿", str(target))
        )
    dataset, _ = load_package(source, templates, earlier=False)
    if year <= dataset.settings.year:
        raise InputError(
            Problem(f"{year}年不在{dataset.settings.year}年之后", "请核对 --year", str(target))
        )
    kind, _ = kind_of_package(source, templates, year)
    files = _files(source, templates)
    previous, apart = newyear.link(target, source), newyear.is_apart(target, source)
    package = newyear.make(files, dataset, kind, year, previous, apart=apart)
    create_folder(target, package.files)
    return package


def _files(source: Path, templates: Path | None) -> Mapping[str, bytes]:
    return package_of(source, templates)[0] if is_workbook(source) else package_files(source)
