"""Numbers out of sheets as departments send them, proposed first, then taken."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.output import replace_with_copy, write_folder
from generator.jobs.trial import loaded
from generator.jobs.workbook import last_year
from generator.model import files, limits
from generator.model.inputs import is_workbook, read_file, refuse_unknown_bytes
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.bring import (
    BroughtSheet,
    Proposal,
    filled_files,
    propose,
    read_mapping,
    sheets_of_table,
    sheets_of_view,
)
from generator.package.bring.proposal import nothing_in
from generator.package.bring.proposal_lines import proposal_lines
from generator.package.read import load_package
from generator.package.read.folder import package_files
from generator.package.read.workbookfile import package_of
from generator.package.workbook import make_workbook
from generator.word.foreign import is_word
from generator.word.reader import read

__all__ = ["as_text", "bring"]


class Brought(Struct, frozen=True):
    """What the sheets offer; the files of the package that were written, and the copies of what
    stood there."""

    proposal: Proposal
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether something is in doubt or contradicts what the package has."""
        return self.proposal.needs_person


def bring(
    package: Path,
    sheets: Sequence[Path],
    *,
    take: bool = False,
    confirmed: Mapping[int, str] | None = None,
    only: Collection[int] | None = None,
    templates: Path | None = None,
) -> Brought:
    """Propose where the numbers of workbooks, CSV files and tables of Word files go in a package;
    write what is certain if ``take``.

    ``confirmed`` says of offers by number where they go: a key or code, 不用, or "" for the first
    that is proposed. ``only`` are the numbers of the offers that may be written, None: all. What is
    in the package already is never changed.

    Raises InputError where something cannot be read, DataError where the package is faulty or would
    be, OutputError where it cannot be written.

    例：
        >>> sheet = Path("就业局.csv")
        >>> _ = sheet.write_text("指标,数值\\n招聘活动,8场\\n", encoding="utf-8")
        >>> offer = bring(Path("清河-2023"), [sheet]).proposal.offers[0]
        >>> str(offer.target), offer.value, offer.standing.value
        ('招聘.场次 招聘活动', '8', '可取')
        >>> bring(Path("清河-2023"), [sheet], take=True).written
        ('figures.csv', 'mapping.yaml')
    """
    refuse_unknown_bytes(Path(sheet.name) for sheet in sheets)
    dataset, kind = load_package(package, templates, others=sheets)
    there = package_of(package, templates)[0] if is_workbook(package) else package_files(package)
    mapping = read_mapping(there.get(files.MAPPING))
    read_sheets = [(path.name, _sheets(path)) for path in sheets]
    filled = [sheet for _, inside in read_sheets for sheet in inside]
    empty = [nothing_in(file) for file, inside in read_sheets if not inside]
    proposal = propose(filled, dataset, kind, mapping, confirmed)
    proposal = Proposal((*proposal.sheets, *empty))
    if not take:
        return Brought(proposal)
    changed = filled_files(there, kind, _of_numbers(proposal, only), mapping)
    if not changed:
        return Brought(proposal)
    loaded({**there, **changed}, package, templates)  # raises where it could not be read after
    if is_workbook(package):
        return _into_workbook(package, proposal, {**there, **changed}, kind, templates)
    written = write_folder(package, changed)
    return Brought(proposal, written.written, written.kept)


def _of_numbers(proposal: Proposal, only: Collection[int] | None) -> Proposal:
    """The proposal with the offers of these numbers alone; None: with all."""
    if only is None:
        return proposal
    sheets = (
        replace(sheet, offers=tuple(offer for offer in sheet.offers if offer.number in only))
        for sheet in proposal.sheets
    )
    return Proposal(tuple(sheets))


def as_text(brought: Brought) -> str:
    """The offers of every sheet in lines, and how many stand how.

    例：
        >>> sheet = Path("就业局.csv")
        >>> _ = sheet.write_text("指标,数值\\n招聘活动,8场\\n", encoding="utf-8")
        >>> print(as_text(bring(Path("清河-2023"), [sheet])), end="")
        就业局.csv：就业局
           1  可取  招聘活动 8场 → 招聘.场次 招聘活动：8场（就业局.csv B2）
        共 1 项：可取 1
    """
    return "".join(f"{line}\n" for line in proposal_lines(brought.proposal))


def _sheets(path: Path) -> list[BroughtSheet]:
    """The sheets of a file. Raises InputError."""
    data = read_file(path, limits.ARCHIVE_BYTES)
    if is_word(path) and path.suffix.lower() != ".txt":
        return sheets_of_view(read(data, str(path)).view, path.name)
    return sheets_of_table(data, path.name)


def _into_workbook(
    target: Path,
    proposal: Proposal,
    package: Mapping[str, bytes],
    kind: Kind,
    templates: Path | None,
) -> Brought:
    """Write the package over its workbook, which is kept as a copy."""
    dataset, _ = load_package(target, templates, earlier=False)
    last = last_year(target, templates)
    data = make_workbook(dict(package), kind, dataset.settings.year, last)
    kept = replace_with_copy(target, data)
    return Brought(proposal, (target.name,), (kept.name,))
