"""A package in another form: as a workbook and back, as next year's package, beside another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import store
from generator.figures import FigureBook
from generator.model.dataset import Dataset
from generator.model.errors import InputError, NigaoError, OutputError, Problem, reason
from generator.model.kind import Kind
from generator.package import compare, newyear
from generator.package.read import kind_of_package, load_package, package_of
from generator.package.read.folder import package_files
from generator.package.workbook import is_workbook, make_workbook
from generator.standard.wording.numbers import num


@dataclass(frozen=True)
class Converted:
    """What was written: the files that are new or changed, the copies kept beside them, and what to know."""

    target: Path
    written: tuple[str, ...]
    kept: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def workbook(package: Path, target: Path, templates: Path | None = None) -> Converted:
    """Write a folder as a workbook, or a workbook as a folder. Raises InputError, DataError or OutputError."""
    if not package.exists():
        raise InputError(Problem("没有这个数据包", "请核对名字", str(package)))
    if is_workbook(package):
        return _to_folder(package, target, templates)
    if target.suffix.lower() != ".xlsx":
        raise InputError(Problem("输出的文件名要以 .xlsx 结尾", "请改文件名", str(target)))
    kind, year = kind_of_package(package, templates)
    data = make_workbook(package_files(package), kind, year, _last_year(package, templates))
    new = store.write_output(target, data, package)
    store.record(package, data)
    return Converted(target, (target.name,) if new else ())


def _last_year(package: Path, templates: Path | None) -> dict[str, str]:
    """Last year's values by code and key as the workbook shows them; none where the package cannot be read."""
    try:
        dataset, kind = load_package(package, templates)
        book = FigureBook(dataset, kind)
        found = {key: book.prev(key) for key in tuple(book.keys())} if dataset.previous else {}
    except NigaoError:
        return {}
    told = {
        key: num(figure.number_or_none)
        for key, figure in found.items()
        if figure.number_or_none is not None
    }
    return told | {row.code: told[row.key] for row in kind.catalogue.values() if row.key in told}


def _to_folder(package: Path, target: Path, templates: Path | None) -> Converted:
    if (target.exists() and not target.is_dir()) or target.suffix.lower() in (".xlsx", ".docx"):
        raise InputError(Problem("工作簿要写成文件夹", "请用 -o 写一个文件夹的名字", str(target)))
    files, remarks = package_of(package, templates)
    written, kept = write_files(target, files)
    return Converted(target, written, kept, tuple(map(str, remarks)))


def write_files(
    folder: Path, files: Mapping[str, bytes]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the files that differ; what stood there is kept beside as NAME.bak. Raises OutputError."""
    written, kept = [], []
    try:
        for name, data in files.items():
            path = folder / name
            if not path.resolve().is_relative_to(folder.resolve()):
                raise OutputError(
                    Problem("文件名指到数据包外面去了", "请改“文字”“其他文件”里的文件名", name)
                )
            there = path.read_bytes() if path.exists() else None
            if there == data:
                continue
            if there is not None:
                kept.append(_keep(path, there))
            path.parent.mkdir(parents=True, exist_ok=True)
            store.replace_file(path, data)
            written.append(name)
    except OSError as error:
        raise OutputError(
            Problem(
                f"写不进去（{reason(error)}）",
                "请检查文件夹是否存在、有没有写权限和空间",
                str(folder),
            )
        ) from None
    return tuple(written), tuple(kept)


def _keep(path: Path, data: bytes) -> str:
    """The name of the copy: NAME.bak, NAME.2.bak … that is not there yet or holds the same."""
    number = 1
    while True:
        copy = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.{number}.bak")
        if not copy.exists():
            store.replace_file(copy, data)
            return copy.name
        if copy.read_bytes() == data:
            return copy.name
        number += 1


def new(target: Path, source: Path, year: int, templates: Path | None = None) -> newyear.NewPackage:
    """Write the package of another year, made of last year's. Raises InputError, DataError or OutputError."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError(
            Problem("已经有这个文件夹，没有覆盖它", "请换一个名字，或先把它移走", str(target))
        )
    if target.suffix.lower() == ".xlsx":
        raise InputError(
            Problem("新的数据包要写成文件夹", "写好后可用 nigao workbook 生成工作簿", str(target))
        )
    dataset, _ = load_package(source, templates, earlier=False)
    if year <= dataset.settings.year:
        raise InputError(
            Problem(f"{year}年不在{dataset.settings.year}年之后", "请核对 --year", str(target))
        )
    files = package_of(source, templates)[0] if is_workbook(source) else package_files(source)
    kind, _ = kind_of_package(source, templates, year)
    made = newyear.make(files, dataset, kind, year, newyear.link(target, source))
    write_files(target, made.files)
    return made


def diff(old: Path, new_: Path, templates: Path | None = None) -> compare.PackageDifference:
    """What differs between two packages. Raises InputError or DataError."""
    return compare.packages(
        _book(*load_package(old, templates, earlier=False)),
        _book(*load_package(new_, templates, earlier=False)),
    )


def _book(dataset: Dataset, kind: Kind) -> tuple[Dataset, FigureBook]:
    return dataset, FigureBook(dataset, kind)
