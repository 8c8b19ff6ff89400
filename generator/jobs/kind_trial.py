"""A report kind tried out with invented data."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.figures import Draft
from generator.jobs.compose import drafted, gaps
from generator.jobs.render import word_bytes
from generator.model import files
from generator.model.digits import whole_number
from generator.model.errors import NigaoError, PassedOver, Problem
from generator.model.kind import Kind, Party
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package import starter
from generator.package.parties import Parties
from generator.package.read import load_package, read_kind, read_starter
from generator.package.read.catalogue import editions
from generator.package.read.homes import KindHome
from generator.package.starter import STARTER
from generator.package.trial import PARTIES, Filling, filled_package
from generator.report.trace import NO_REASON, printed_sources, unplaced

Homes = Sequence[KindHome]
_ROW = regex(r"\[[^\]]*\]")
_YEAR = 2023
"""The year of a trial where the kind has no form."""


class KindTrial(Struct, frozen=True):
    """What trying a kind out showed: faults that stop a draft, by what was filled when they first
    showed; gaps that stand though everything is filled; filled cells that the outline prints
    nowhere."""

    path: Path
    faults: tuple[tuple[str, Problem], ...]
    gaps: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()


def newest_year(folder: Path) -> int:
    """The year of the newest form of a kind."""
    return max((_year(path) for path in editions(folder)), default=_YEAR)


def _year(edition: Path) -> int:
    return whole_number(edition.stem) or _YEAR


def faults_of_editions(
    homes: Homes, name: str, folder: Path, year: int | None
) -> Iterator[Problem]:
    """The faults of the files of a kind, with the form of every year that it has."""
    years = [year] if year else [_year(edition) for edition in editions(folder)] or [_YEAR]
    for of_year in years:
        try:
            read_starter(homes, read_kind(homes, name, of_year))
        except NigaoError as error:
            yield from error.problems


def tried(homes: Homes, name: str, year: int, lies_at: Path, templates: Path | None) -> KindTrial:
    """The kind tried out in its form of that year; packages of it would lie at ``lies_at``."""
    kind = read_kind(homes, name, year)
    faults: dict[Problem, str] = {}
    drafts: dict[Filling, Draft] = {}
    for filling in Filling:
        try:
            begun = starter.make(kind, year, _parties(kind), read_starter(homes, kind)).files
            package = filled_package(begun, kind, filling)
            drafts[filling] = _draft(package, lies_at, templates)
        except NigaoError as error:
            for problem in error.problems:
                faults.setdefault(_of_kind(problem, kind), filling.value)
    told = tuple((filled, problem) for problem, filled in faults.items())
    full = drafts.get(Filling.ALL)
    if full is None:
        return KindTrial(Path(kind.path), told)
    return KindTrial(Path(kind.path), told, tuple(_gaps(full)), tuple(_unprinted(full)))


def _parties(kind: Kind) -> Parties:
    """The invented parties that the kind asks for."""
    parties = PARTIES
    if Party.PARTNER not in kind.parties:
        parties = replace(parties, partner="", partner_city="")
    if Party.PLACE not in kind.parties:
        parties = replace(parties, place="", city="", province="")
    return parties


def _draft(package: Mapping[str, bytes], lies_at: Path, templates: Path | None) -> Draft:
    """The draft of a package that lies nowhere, made as far as the bytes of its Word file."""
    with TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore", PassedOver)
        for name, data in package.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        dataset, kind = load_package(Path(folder), templates, earlier=False, lies_at=lies_at)
        draft = drafted(dataset, kind)[0]
        word_bytes(draft.document, dataset)
        return draft


def _of_kind(problem: Problem, kind: Kind) -> Problem:
    """A problem of the invented package as one of the kind that it was made from."""
    if problem.file == files.REPORT:
        return replace(problem, file=f"{kind.name}/{STARTER}", row=None)
    return replace(problem, file=f"{kind.name}/{STARTER}") if problem.file == STARTER else problem


def _gaps(draft: Draft) -> Iterator[str]:
    """The gaps of a draft of which every cell is filled, but those of texts for single records."""
    yield from dict.fromkeys(gap for gap in gaps(draft) if " text/" not in gap)


def _unprinted(draft: Draft) -> Iterator[str]:
    """What is filled and printed nowhere though the kind gives no reason, a column of records once
    for all rows."""
    found = unplaced(draft.dataset, draft.kind, printed_sources(draft.document))
    yield from dict.fromkeys(_ROW.sub("", item.what) for item in found if item.reason == NO_REASON)
