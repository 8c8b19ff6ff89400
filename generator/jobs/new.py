"""A package to fill in: of a kind, or made of another package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.jobs.output import create_folder, require_free_folder
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import InputError, Problem
from generator.model.inputs import is_workbook, refuse_unknown_bytes
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.model.settings import OriginSettings
from generator.package import newyear, starter
from generator.package.newyear import NewPackage
from generator.package.parties import Parties, level, party_faults
from generator.package.read import load_package, read_kind, read_starter
from generator.package.read.folder import package_files
from generator.package.read.homes import KindHome, all_kinds, homes_of
from generator.package.read.workbookfile import kind_of_package, package_of
from generator.package.textfiles import decoded

__all__ = ["Parties", "new", "start"]

_YEARS = range(1990, 2101)
"""Years that a report may be of."""
_NOBODY = Parties()


def start(
    target: Path, kind: str, year: int, parties: Parties, *, templates: Path | None = None
) -> NewPackage:
    """Write a package of ``kind`` and ``year`` with nothing filled in to the folder ``target``.

    ``parties`` names those whom a report of the kind speaks of. Raises InputError where there is no
    such kind, a name is missing or not asked for, the target is a workbook or the year is none of a
    report; OutputError where the folder is there.

    例：
        >>> package = start(
        ...     Path("青禾-2023"), "东西部协作自评", 2023, Parties("青禾县", "东湖区")
        ... )
        >>> "indicators.csv" in package.files, "text/lead.md" in package.files
        (True, True)
    """
    _require_target(target, year)
    homes = homes_of(target, templates)
    package = _empty(_read(kind, year, homes, level(parties.place)), year, parties, homes)
    create_folder(target, package.files)
    return package


def new(
    target: Path,
    source: Path,
    year: int,
    *,
    parties: Parties = _NOBODY,
    templates: Path | None = None,
) -> NewPackage:
    """Write the package of ``year`` to the folder ``target``, made of the package ``source``.

    For the same place it is next year's: structure and standing text stay, figures and records are
    emptied. Where ``parties`` name another place, only the kind and the look stay: no text,
    section, name, key or value comes along. The result says what is left to do. Raises
    InputError where the source cannot be read, a name is missing or not asked for, the target is a
    workbook or the year is not a later one; DataError where the source is faulty; OutputError where
    the folder is there.

    例：
        >>> package = new(Path("清河-2024"), Path("清河-2023"), 2024)
        >>> package.todo[0]
        'report.yaml 的发文字号还缺号数'
        >>> package = new(
        ...     Path("青禾-2023"), Path("清河-2023"), 2023, parties=Parties("青禾县", "东湖区")
        ... )
        >>> package.todo[0]
        'report.yaml：填好【待补：…】和日期；用不着的整项删去'
    """
    _require_target(target, year)
    dataset, _ = load_package(source, templates, earlier=False)
    given = _files(source, templates)
    homes = homes_of(source, templates)
    origin = _origin(target, source, dataset)
    if parties.place in ("", origin.place):
        _require_next_year(target, dataset, year, parties)
        kind, _ = kind_of_package(source, templates, year)
        apart = newyear.is_apart(target, source)
        package = newyear.make(given, dataset, kind, year, origin, apart=apart)
    else:
        kind = _read(dataset.settings.kind, year, homes, level(parties.place))
        package = _empty(kind, year, parties, homes, _report(given), origin)
        package = replace(package, files={**package.files, **_templates_in(given)})
    package = _with_way(package, kind, target, templates)
    create_folder(target, package.files)
    return package


def _require_target(target: Path, year: int) -> None:
    require_free_folder(target)
    if target.suffix.lower() == ".xlsx":
        raise InputError(
            Problem("新的数据包要写成文件夹", "写好后可用 nigao workbook 生成工作簿", str(target))
        )
    if year not in _YEARS:
        message = f"写的是“{year}”，年份应在 {_YEARS[0]} 至 {_YEARS[-1]} 之间"
        raise InputError(Problem(message, "请核对", column="--year"))


def _require_next_year(target: Path, dataset: Dataset, year: int, parties: Parties) -> None:
    """Raise InputError where the year is not a later one, or names are given that stay as they
    are."""
    if year <= dataset.settings.year:
        raise InputError(
            Problem(f"{year}年不在{dataset.settings.year}年之后", "请核对 --year", str(target))
        )
    if replace(parties, place="") != _NOBODY:
        message = "同一个地方的下一年，名称照上年的数据包"
        raise InputError(Problem(message, "要改的请做好后在 report.yaml 里改", column="--place"))


def _templates_in(package: Mapping[str, bytes]) -> dict[str, bytes]:
    """The report kinds that a package holds itself."""
    return {name: data for name, data in package.items() if files.in_templates(name)}


def _with_way(package: NewPackage, kind: Kind, target: Path, templates: Path | None) -> NewPackage:
    """The package with a word on its kind where that is not found from where it will lie."""
    found = [folder.name for folder in all_kinds(homes_of(target, templates))]
    if kind.name in found or _templates_in(package.files):
        return package
    step = f"报告种类“{kind.name}”不在新数据包旁边，请把它的文件夹复制到 {_beside(target)}"
    return replace(package, todo=(step, *package.todo))


def _beside(target: Path) -> str:
    return (target.parent / files.TEMPLATES).as_posix()


def _read(kind: str, year: int, homes: Sequence[KindHome], of_level: str) -> Kind:
    """The kind, its labels for a place of that level. Raises InputError where there is none."""
    try:
        return read_kind(homes, kind, year, of_level)
    except InputError as error:
        raise InputError(map(_of_option, error.problems)) from None


def _of_option(problem: Problem) -> Problem:
    """A problem with the name of the kind, which stands in no report.yaml yet; others are of its
    files and stay."""
    return replace(problem, file=None, column="--kind") if problem.file == files.REPORT else problem


def _empty(
    kind: Kind,
    year: int,
    parties: Parties,
    homes: Sequence[KindHome],
    model: str = "",
    origin: OriginSettings | None = None,
) -> NewPackage:
    """The package with nothing filled in, that looks like the ``model``. Raises InputError for
    faults of the names."""
    faults = list(party_faults(kind, parties))
    if faults:
        raise InputError(faults)
    pattern = read_starter(homes, kind)
    return starter.make(kind, year, parties, pattern, model=model, origin=origin)


def _origin(target: Path, source: Path, dataset: Dataset) -> OriginSettings:
    """What the new package says of the one that it is made from."""
    refuse_unknown_bytes([source])
    settings = dataset.settings
    where = newyear.link(target, source)
    return OriginSettings(where, settings.place.get("name", ""), settings.year)


def _report(given: Mapping[str, bytes]) -> str:
    """The text of report.yaml."""
    text = decoded(given[files.REPORT])
    return text.text if text else ""


def _files(source: Path, templates: Path | None) -> Mapping[str, bytes]:
    return package_of(source, templates)[0] if is_workbook(source) else package_files(source)
