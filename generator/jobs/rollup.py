"""The package of the level above, made of those of the level below."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.counties import counties_of
from generator.jobs.output import (
    WrittenFolder,
    create_folder,
    require_ending,
    require_free_folder,
    write_beside,
    write_folder,
)
from generator.jobs.trial import loaded
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import InputError, Problem, raise_all
from generator.model.inputs import is_folder, is_workbook, refuse_unknown_bytes, resolved, stands
from generator.model.kind import Kind, Party
from generator.model.replacing import replace
from generator.model.settings import Settings
from generator.package import starter
from generator.package.bring.proposal import Standing
from generator.package.parties import Parties, level, party_faults, said
from generator.package.read import load_package, read_kind, read_starter
from generator.package.read.folder import package_files
from generator.package.read.homes import homes_of
from generator.package.rollup import (
    County,
    RolledUp,
    absent_faults,
    counties_before,
    county_faults,
    county_table,
    level_faults,
    number_faults,
    roll_up,
    rolled_files,
    size_faults,
    table_workbook,
)
from generator.package.rollup.starter_table import county_table_name, with_county_table
from generator.package.rollup.summary import (
    county_lines,
    lacking_lines,
    left_lines,
    note_lines,
    offer_lines,
    shortened,
)

__all__ = ["Parties", "RollingUp", "as_text", "rollup"]

_NOBODY = Parties()


class RollingUp(Struct, frozen=True):
    """What the packages below made of the package above: the files that were written, the copies
    of what stood there, and what a person should do next in a new package."""

    target: Path
    rolled: RolledUp
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    todo: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether something is asked, or differs from what stands in the package."""
        return self.rolled.needs_person


def rollup(
    target: Path,
    packages: Sequence[Path],
    *,
    parties: Parties = _NOBODY,
    take: Collection[int] | None = (),
    without: Sequence[str] = (),
    table: Path | None = None,
    templates: Path | None = None,
) -> RollingUp:
    """Make the package of a city in the folder ``target`` of the packages of its counties: folders,
    workbooks, or Word files whose form is read.

    How each value is made says the kind (汇总). What stands in the package already is never changed;
    a value that differs, and a sum to which a county gave nothing, are written where their number
    is in ``take`` (None: all). ``parties`` name the city and its partner for a new package, where
    the counties do not say them. ``without`` are counties that the package was made of before and
    is no more; all others must be given again. ``table`` is a workbook of all counties side by
    side.

    Raises InputError where packages cannot be read or do not belong together, a county of before is
    lacking, or ``take`` has a number that the run before did not ask about; DataError where the
    package above is faulty or would be, OutputError where it cannot be written.

    例：
        >>> from generator.jobs.new import start
        >>> sent = []
        >>> for name, count in ("青禾县", "3"), ("白石县", "4"):
        ...     of_county = Parties(name, "东湖区", city="青源市", partner_city="海门市")
        ...     package = start(Path(name), "东西部协作自评", 2023, of_county)
        ...     form = Path(name, "indicators.csv")
        ...     text = form.read_text(encoding="utf-8-sig").replace("培训班,,", f"培训班,{count},", 1)
        ...     _ = form.write_text(text, encoding="utf-8")
        ...     sent.append(Path(name))
        >>> result = rollup(Path("青源市-2023"), sent)
        >>> value = next(v for v in result.rolled.values if v.target.ident == "2.1.1")
        >>> value.offer.value, value.offer.standing.value
        ('7', '可取')
    """
    refuse_unknown_bytes(packages)
    _require_folder(target)
    if table is not None:
        require_ending(table, ".xlsx")
    there = is_folder(target) and stands(target / files.REPORT)
    if not there:
        require_free_folder(target)
    before = load_package(target, templates, earlier=False)[0] if there else None
    counties = counties_of(packages, target, before.settings if before else None, templates)
    raise_all(_faults(packages, counties, target, before, without))
    if there:
        given: Mapping[str, bytes] = package_files(target)
        todo: tuple[str, ...] = ()
    else:
        given, todo = _blank(target, counties, parties, templates)
    dataset, kind = loaded(given, target, templates)
    todo = (*_without_table(dataset, kind), *todo)
    rolled = replace(roll_up(counties, dataset, kind, take), without=tuple(dict.fromkeys(without)))
    raise_all(number_faults(take, rolled, _page_before(given)))
    raise_all(size_faults(rolled))
    side_by_side = county_table(rolled)
    changed = rolled_files(given, dataset, kind, rolled, side_by_side)
    loaded({**given, **changed}, target, templates)  # raises where it could not be read after
    if table is not None:  # first: where it cannot be written, the package stays as it was
        write_beside(table, table_workbook(side_by_side))
    written = _write(target, given, changed, there=there)
    return RollingUp(target, rolled, written.written, written.kept, todo)


def _page_before(given: Mapping[str, bytes]) -> str:
    """The page that the run before wrote, "" for none."""
    return given.get(files.ROLLED_UP, b"").decode("utf-8", errors="replace")


def _faults(
    packages: Sequence[Path],
    counties: Sequence[County],
    target: Path,
    before: Dataset | None,
    without: Sequence[str],
) -> Iterator[Problem]:
    """Why the counties cannot make the package above; ``before`` is that as it stands."""
    itself = list(_self_faults(packages, target))
    yield from itself or county_faults(counties, before.settings if before else None)
    known = counties_before(before) if before else ()
    yield from absent_faults(counties, known, without, str(target))


def _without_table(dataset: Dataset, kind: Kind) -> Iterator[str]:
    """That the report of the package does not print the table of counties."""
    name = county_table_name(kind)
    if name and all(appendix.table != name for appendix in dataset.settings.appendices):
        yield f"report.yaml 的 appendices 里没有各地的对照表；要印请加一项 table: {name}"


def _write(
    target: Path, given: Mapping[str, bytes], changed: Mapping[str, bytes], *, there: bool
) -> WrittenFolder:
    """Write what changed, or all of a new package: that whole or not at all."""
    if there:
        return write_folder(target, changed)
    everything = {**given, **changed}
    create_folder(target, everything)
    return WrittenFolder(tuple(everything), ())


def as_text(result: RollingUp) -> str:
    """The packages, how many values stand how, what is asked and what differs, who lacks what.

    例：
        >>> from generator.jobs.new import start
        >>> of_county = Parties("青禾县", "东湖区", city="青源市", partner_city="海门市")
        >>> _ = start(Path("青禾-2023"), "东西部协作自评", 2023, of_county)
        >>> print(as_text(rollup(Path("青源市-2023"), [Path("青禾-2023")])), end="")
        由 1 个数据包汇总
          青禾县：青禾-2023
        共 0 项
    """
    return "".join(f"{line}\n" for line in _lines(result.rolled))


def _lines(rolled: RolledUp) -> Iterator[str]:
    yield f"由 {len(rolled.counties)} 个数据包汇总"
    yield from (f"  {line}" for line in county_lines(rolled))
    for heading, lines in (
        ("请定，没有写（定了用 --take 序号）", offer_lines(rolled, Standing.DOUBT)),
        ("冲突，已经填的没有改（要换用 --take 序号）", offer_lines(rolled, Standing.CONFLICT)),
        ("缺数的", map(shortened, lacking_lines(rolled))),
        ("换算和没有读准的", note_lines(rolled)),
        ("没有汇总，请填", map(shortened, left_lines(rolled))),
    ):
        told = list(lines)
        if told:
            yield f"{heading}："
            yield from (f"  {line}" for line in told)
    counts = [(standing, rolled.count(standing)) for standing in Standing]
    parts = "，".join(f"{standing.value} {count}" for standing, count in counts if count)
    yield f"共 {len(rolled.offers)} 项" + (f"：{parts}" if parts else "")


def _require_folder(target: Path) -> None:
    if is_workbook(target):
        todo = "请先用 nigao workbook 转成文件夹"
        raise InputError(Problem("汇总要写进数据包文件夹，不是工作簿", todo, str(target)))


def _self_faults(packages: Sequence[Path], target: Path) -> Iterator[Problem]:
    """The package above among those below."""
    for package in packages:
        if resolved(package) == resolved(target):
            todo = "请只写下一级的数据包"
            yield Problem("就是要写进去的数据包", todo, str(package), unreadable=True)


def _blank(
    target: Path, counties: Sequence[County], parties: Parties, templates: Path | None
) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The files of a package above that begins with nothing, and what is to be done in it. Raises
    InputError where it is not clear whose it is."""
    settings = [county.dataset.settings for county in counties]
    homes = homes_of(target, templates)
    kind = read_kind(homes, settings[0].kind, settings[0].year)
    whose = _whose(settings, parties, kind)
    faults = [*_unclear(settings, whose), *party_faults(kind, whose)]
    if whose.place:
        above = {"name": whose.place, "level": level(whose.place)}
        faults += level_faults(counties, above)
    if faults:
        raise InputError(faults)
    kind = read_kind(homes, kind.name, settings[0].year, level(whose.place))
    made = starter.make(kind, settings[0].year, whose, read_starter(homes, kind))
    first = f"{files.ROLLED_UP}：由谁汇总、缺谁的数、换算了什么，都写在里面，先看一遍"
    return with_county_table(made.files, kind), (first, *made.todo)


def _whose(settings: Sequence[Settings], parties: Parties, kind: Kind) -> Parties:
    """Whom the package above speaks of: what was said, else what all counties say of the place and
    the partner above them."""
    partner = Party.PARTNER in kind.parties
    return replace(
        parties,
        place=parties.place or _common(settings, "city"),
        province=parties.province or _common(settings, "province"),
        partner=parties.partner or (_common_partner(settings) if partner else ""),
    )


def _common(settings: Sequence[Settings], part: str) -> str:
    """What all places that say it say of the place above them; "" where they differ."""
    return _only({item.place.get(part, "") for item in settings})


def _common_partner(settings: Sequence[Settings]) -> str:
    """The city of all partners; "" where they are of several."""
    return _only({item.partner.get("city", "") for item in settings})


def _only(names: set[str]) -> str:
    """The one name that was filled in; "" where there is none, or several."""
    filled = {said(name) for name in names} - {""}
    return filled.pop() if len(filled) == 1 else ""


def _unclear(settings: Sequence[Settings], whose: Parties) -> Iterator[Problem]:
    """Counties of several cities where nobody said whose the package above is."""
    cities = dict.fromkeys(item.place.get("city", "") for item in settings)
    several = [city for city in cities if said(city)]
    if not whose.place and len(several) > 1:
        message = f"各数据包写的市不同：{'、'.join(several)}"
        yield Problem(message, "请用 --place 写明是给谁汇总", unreadable=True)
