"""A data package, file by file; every fault of every file is told at once."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model import files
from generator.model.cell import Source
from generator.model.dataset import Dataset, Previous, Prose
from generator.model.errors import (
    InputError,
    NigaoError,
    PassedOver,
    Problem,
    excerpt,
    raise_all,
)
from generator.model.inputs import is_folder, is_old_workbook, is_workbook, stands
from generator.model.kind import Kind
from generator.model.leftovers import files_ending
from generator.model.replacing import replace
from generator.model.settings import Settings
from generator.package import prose_marks, yamltext
from generator.package.intake.characters import named, removed, visible
from generator.package.intake.notes import ReadNotes, gathered, with_questions_gathered
from generator.package.read.beside import beside
from generator.package.read.departments import read_departments
from generator.package.read.folder import inner_files, refuse_links_out
from generator.package.read.homes import KindHome, home_inside, homes_of
from generator.package.read.kind import read_kind
from generator.package.read.outline import compare_problems
from generator.package.read.pictures import read_pictures
from generator.package.read.reference import with_inner_reference, with_reference
from generator.package.read.registry import read_registry
from generator.package.read.settings import party_problems, read_settings
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.read.tables import (
    read_figures,
    read_indicators,
    read_names,
    read_records,
)
from generator.package.read.unread import unread
from generator.package.textfiles import with_unix_ends


def load_package(
    path: Path,
    templates: Path | None = None,
    *,
    earlier: bool = True,
    others: Collection[Path] = (),
    lies_at: Path | None = None,
) -> tuple[Dataset, Kind]:
    """The package at ``path``, a folder or a workbook, and its kind: from the folder ``templates``,
    else as ``homes_of`` says for where it lies, or will lie (``lies_at``).

    ``earlier`` reads last year's package and the registry of shared names too; ``others`` are files
    that the caller reads, which may lie in the package. Warns (PassedOver) of what was passed over:
    files that nothing reads, a package that is not there. Raises InputError where it cannot be
    read, DataError where cells are faulty: all of them at once.
    """
    dataset, kind = _load(path, homes_of(lies_at or path, templates), others)
    if earlier:
        dataset = with_reference(dataset, path, kind)
    if earlier and dataset.settings.names:
        dataset = _with_shared_names(dataset, path)
    if earlier and dataset.settings.previous:
        dataset = _with_previous(dataset, path, templates)
    if earlier and dataset.settings.origin:
        dataset = replace(dataset, origin=_origin(dataset, path, templates))
    _warn(dataset.remarks)
    return dataset, kind


def _warn(remarks: Iterable[Problem]) -> None:
    for remark in remarks:
        warnings.warn(str(remark), PassedOver, stacklevel=3)


def _load(
    path: Path,
    homes: Sequence[KindHome],
    others: Collection[Path] = (),
    yaml: Callable[[str], object] = yamltext.load,
) -> tuple[Dataset, Kind]:
    if not stands(path):
        raise InputError(Problem("没有这个数据包", "请核对文件夹的名字", str(path)))
    if is_workbook(path):
        return _load_workbook(path, homes)
    if is_folder(path):
        return _load_folder(path, homes, others, yaml)
    if is_old_workbook(path):
        todo = "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（*.xlsx）”"
        raise InputError(Problem("是旧格式的工作簿，读不了", todo, str(path)))
    todo = "数据包是一个含 report.yaml 的文件夹，或由它生成的 .xlsx 工作簿"
    raise InputError(Problem("不是数据包文件夹", todo, str(path)))


def _load_folder(
    path: Path,
    homes: Sequence[KindHome],
    others: Collection[Path] = (),
    yaml: Callable[[str], object] = yamltext.load,
) -> tuple[Dataset, Kind]:
    refuse_links_out(path)
    settings = read_settings(path, yaml)
    year = settings.year
    kind = read_kind(homes, settings.kind, year, settings.level)
    notes = ReadNotes(list(party_problems(settings, kind)))
    texts = _prose(path, files.TEXTS, files.TEXT_ENDING, notes)
    sections = _prose(path, files.SECTIONS, files.TEMPLATE_ENDING, notes)
    dataset = Dataset(
        str(path),
        settings,
        read_indicators(path, kind, settings, notes),
        read_figures(path, year, notes),
        {spec.name: read_records(path, spec, year, notes) for spec in kind.records},
        read_names(path, notes),
        texts,
        sections,
        departments=read_departments(path, year, notes),
        pictures=read_pictures(path, texts.values(), notes.problems),
    )
    notes.problems.extend(compare_problems(settings, kind, dataset.figures))
    read_by_others = {os.path.realpath(other) for other in others}
    _tell_stray_files(path, kind, read_by_others, notes.problems)
    remarks = (*gathered(notes.remarks), *unread(path, dataset, kind, read_by_others))
    if notes.problems:
        _warn(remarks)
    raise_all(with_questions_gathered(notes.problems))
    return replace(dataset, remarks=remarks), kind


def _load_workbook(path: Path, homes: Sequence[KindHome]) -> tuple[Dataset, Kind]:
    """A workbook is read as the files that its sheets stand for; faults name the sheet and row."""
    # Here alone: a package that is a folder needs no reader of workbooks.
    from generator.package.read.workbookfile import unpacked

    with TemporaryDirectory() as folder, unpacked(path, Path(folder), homes) as contents:
        dataset, kind = _load_folder(Path(folder), (home_inside(Path(folder)), *homes))
        dataset = with_inner_reference(dataset, Path(folder))
    of_folder = contents.locations.problems(dataset.remarks)
    remarks = tuple(gathered([*contents.remarks, *of_folder]))
    of_workbook = replace(dataset, path=str(path), sheets=contents.locations, remarks=remarks)
    return of_workbook, kind


def _with_previous(dataset: Dataset, path: Path, templates: Path | None) -> Dataset:
    """The dataset with last year's package; a remark where there is none to compare with. Raises
    what reading that one raises."""
    earlier = previous_package(dataset.settings, path, templates)
    if isinstance(earlier, Problem):
        return replace(dataset, remarks=(*dataset.remarks, earlier))
    return replace(dataset, previous=earlier)


def previous_package(settings: Settings, path: Path, templates: Path | None) -> Previous | Problem:
    """Last year's package as the settings of the package at ``path`` name it; a remark where it is
    not there, or is of another place or not of the year before. Raises what reading it raises."""
    name = settings.previous
    there = beside(path, "previous", name)
    if there is None:
        message, todo = (
            f"找不到上年数据包“{excerpt(name)}”",
            "没有写增长情况；请放好它，或改正“previous”",
        )
        return Problem(message, todo, files.REPORT, column="previous")
    try:
        # Read strictly when its own report was made.
        read = _load(there, homes_of(there, templates), yaml=yamltext.quickly_loaded)
        previous = Previous(*read)
    except NigaoError as error:
        faults = [replace(fault, file=f"{name}/{fault.file}") for fault in error.problems]
        raise type(error)(faults) from None
    if not _is_the_year_before(previous.dataset.settings, settings):
        return _no_year_before(settings, previous)
    return previous


def _is_the_year_before(earlier: Settings, settings: Settings) -> bool:
    """Whether a package is of the same place and of the year before."""
    same_place = all(
        _agree(earlier.place.get(part, ""), settings.place.get(part, ""))
        for part in ("name", "city", "province")
    )
    return same_place and earlier.year == settings.year - 1


def _agree(name: str, other: str) -> bool:
    """Whether two names are the same, or one of them is not given."""
    return not name or not other or name == other


def _no_year_before(settings: Settings, previous: Previous) -> Problem:
    """That the package which report.yaml calls last year's is not."""
    other = previous.dataset.settings
    message = (
        f"“{excerpt(settings.previous)}”是{_called(other)}{other.year}年的数据包，"
        f"不是{_called(settings)}{settings.year - 1}年的"
    )
    todo = "没有和它比较，不写增长情况；请改成本地上年的数据包，没有就删去“previous”"
    return Problem(message, todo, files.REPORT, column="previous")


def _called(settings: Settings) -> str:
    """The place with its city, as a message names it."""
    city = settings.place.get("city", "")
    return ("" if "【" in city else city) + settings.place.get("name", "")


def _origin(dataset: Dataset, path: Path, templates: Path | None) -> Dataset | None:
    """The package that this one was made from; None where it is not there any more or cannot be
    read: nothing is printed of it."""
    settings = dataset.settings
    name = settings.origin.package if settings.origin else ""
    if dataset.previous and name == settings.previous:
        return dataset.previous.dataset
    try:
        there = beside(path, "origin", name)
        return load_package(there, templates, earlier=False)[0] if there else None
    except NigaoError:
        return None


def _with_shared_names(dataset: Dataset, path: Path) -> Dataset:
    """The dataset with the registry of shared names; a remark where it is not there. Raises
    DataError or InputError."""
    name = dataset.settings.names
    there = beside(path, "names", name)
    if there is None:
        message, todo = (
            f"找不到共用名册“{excerpt(name)}”",
            "没有拿它核对名称；请放好它，或改正“names”",
        )
        remark = Problem(message, todo, files.REPORT, column="names")
        return replace(dataset, remarks=(*dataset.remarks, remark), shared_names=None)
    return replace(dataset, shared_names=read_registry(there, name))


def _prose(path: Path, folder: str, ending: str, notes: ReadNotes) -> dict[str, Prose]:
    """The texts in a folder of the package by name, without characters that nobody sees."""
    texts = {}
    for file in inner_files(path, folder, ending):
        shown = folder + file.name
        try:
            written = with_unix_ends(decode(file, shown))
        except InputError as error:
            notes.problems.extend(error.problems)
            continue
        notes.remarks.extend(_removed(written, shown))
        text = visible(written)
        notes.problems.extend(forbidden_line(text, shown))
        if ending == files.TEXT_ENDING:
            notes.problems.extend(prose_marks.faults(text, shown))
        name = file.name.removesuffix(ending)
        texts[name] = Prose(name, text, Source(shown))
    return texts


def _removed(text: str, shown: str) -> Iterator[Problem]:
    """A remark for each line that held characters that nobody sees."""
    for row, line in enumerate(text.split("\n"), 1):
        if chars := removed(line):
            yield Problem(f"这一行有看不见的字符 {named(chars)}，已经去掉", "", shown, row)


def _tell_stray_files(
    path: Path, kind: Kind, others: Collection[str], problems: list[Problem]
) -> None:
    """A .csv that no part of the package is named after would be passed over silently: a slip."""
    fixed = (files.INDICATORS, files.FIGURES, files.NAMES, files.DEPARTMENTS)
    known = sorted({*fixed, *(spec.file for spec in kind.records)})
    for file in files_ending(path, files.TABLE_ENDING):
        if file.name not in known and os.path.realpath(file) not in others:
            todo = f"可用的文件名：{'、'.join(known)}"
            problems.append(Problem("不认识的数据文件", todo, file.name))
