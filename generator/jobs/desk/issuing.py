"""附表 and 定稿: what can be fetched of a package, and what keeps a file from being issued."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.jobs.desk.wording import MatterLine, Wording, in_words, wording_at
from generator.jobs.draft import draft
from generator.jobs.finalize import as_waiting, finalize
from generator.jobs.open_matters import settle
from generator.jobs.tables import list_tables, tables
from generator.model.errors import DataError, Problem
from generator.model.regex import regex

_PLACED = (
    regex(r"(?P<what>还有待定的批注)（在(?P<where>“.+?”)）(?P<rest>：.+)", re.DOTALL),
    regex(r"(?P<what>.+?[”】）×])，在(?P<where>.+)(?P<rest>)", re.DOTALL),
)
"""How messages about a file say where something stands."""
_CUT_KEY = regex(r"（[^（）“”；]*…[^（）“”；]*?）?(?=[；。，]|[^（）“”；]*$)|…[^（）“”；]{0,7}）")
"""Of a figure's name where the line was cut in it or before it."""

__all__ = [
    "Fetched",
    "IssueOutcome",
    "TableName",
    "as_waiting",
    "fetch_draft",
    "fetch_tables",
    "issue",
    "table_list",
]


class TableName(Struct, frozen=True):
    """A table of a package: its label (附件2, "" for one of the text), its name."""

    label: str
    name: str

    @property
    def only(self) -> str:
        """How it is asked for alone."""
        return self.label or self.name


class Fetched(Struct, frozen=True):
    """A file that was made for a person to save; warnings for that person."""

    data: bytes
    warnings: tuple[str, ...] = ()


class IssueOutcome(Struct, frozen=True):
    """The copy to issue, how many comments were left out, and those of people with their authors;
    what is still open where there can be none yet (then ``data`` is None). ``errors`` are how many
    findings of the package are errors: with any of them the copy had better wait."""

    data: bytes | None
    comments: int = 0
    others: tuple[MatterLine, ...] = ()
    open: tuple[MatterLine, ...] = ()
    errors: int = 0


def table_list(package: Path, templates: Path | None = None) -> tuple[TableName, ...]:
    """The tables of a package, none where it has none. Raises what ``compose_tables`` raises.

    例：
        >>> [item.name for item in table_list(Path("清河-2023"))]
        ['清河县2023年东西部协作年度统计表']
    """
    return tuple(
        TableName(label, name) for label, name in list_tables(package, templates=templates)
    )


def fetch_tables(
    package: Path, ending: str, only: str = "", templates: Path | None = None
) -> Fetched:
    """The tables of a package, or one (``TableName.only``), as a Word file (``.docx``) or as a
    workbook (``.xlsx``). Raises what ``tables`` raises.

    例：
        >>> fetch_tables(Path("清河-2023"), ".xlsx").warnings
        ()
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        target = Path(folder) / f"附表{ending}"
        word, workbook = (None, target) if ending == ".xlsx" else (target, None)
        [written] = tables(package, word, workbook, only=only, templates=templates)
        return Fetched(target.read_bytes(), written.warnings)


def fetch_draft(package: Path, *, date: dt.datetime, templates: Path | None = None) -> Fetched:
    """The report of a package as a Word file: the bytes that ``nigao draft`` writes, kept as a base
    of later regenerations. Raises what ``draft`` raises.

    例：
        >>> fetch_draft(Path("清河-2023"), date=dt.datetime(2023, 11, 27)).warnings
        ()
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        result = draft(package, Path(folder) / "稿.docx", date=date, templates=templates)
        warnings = result.written.warnings if result.written else ()
        return Fetched(result.target.read_bytes(), warnings)


def issue(file: Path, package: Path, templates: Path | None = None) -> IssueOutcome:
    """The copy to issue of a Word file, or what is open in it, all at once. What was open in the
    file that was taken last is settled with the copy.

    Raises InputError where the file or the package cannot be read.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> told = issue(Path("稿.docx"), Path("清河-2023"))
        >>> told.data is None, told.open, told.errors
        (False, (), 1)
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        target = Path(folder) / file.name
        try:
            issued = finalize(file, target, package, templates=templates)
        except DataError as error:
            wording = wording_at(package, templates)
            return IssueOutcome(None, open=tuple(_open(p, file, wording) for p in error.problems))
        settle(package)
        others = tuple(MatterLine(item.author, item.words) for item in issued.others)
        return IssueOutcome(target.read_bytes(), issued.comments, others, errors=issued.errors)


def _open(problem: Problem, file: Path, wording: Wording) -> MatterLine:
    """What is open, and where it stands: in the text, or in a sheet of the package."""
    told = wording.problem(problem)
    if problem.file != str(file):
        return MatterLine(told.location, told.message, told.todo)
    for form in _PLACED:
        found = form.fullmatch(told.message)
        if found:
            text = found["what"] + _CUT_KEY.sub("…", found["rest"])
            return MatterLine(found["where"], text, told.todo)
    return MatterLine("", told.message, told.todo)
