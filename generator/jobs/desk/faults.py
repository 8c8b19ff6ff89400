"""What is wrong with a package, at the cells of a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.jobs.desk.phrases import on_screens
from generator.jobs.desk.values import CellMessage
from generator.jobs.trial import loaded
from generator.model.errors import NigaoError, Problem
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.read import load_package

_ROW = regex(r"第\d+行")
_COLUMN = regex(r"第(\d+)列")
Gist = tuple[str, str, str]
"""File, column and what is said, without rows."""


class SheetMessages(Struct, frozen=True):
    """The messages of a sheet: those of its rows, and lines for those that belong to none."""

    by_row: Mapping[int, tuple[CellMessage, ...]]
    others: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(map(len, self.by_row.values())) + len(self.others)


def faults_now(package: Path, templates: Path | None) -> tuple[Problem, ...]:
    """What is wrong with the package as it stands, a problem a cell."""
    try:
        load_package(package, templates, earlier=False)
    except NigaoError as error:
        return tuple(each_problem(error.problems))
    return ()


def faults_of(
    package: Mapping[str, bytes], lies_at: Path, templates: Path | None
) -> tuple[Problem, ...]:
    """The same of a package of these files."""
    try:
        loaded(package, lies_at, templates)
    except NigaoError as error:
        return tuple(each_problem(error.problems))
    return ()


def each_problem(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each cell of which something is said by itself, in words of who works on screens."""
    for said in problems:
        message, todo = on_screens(said.message), on_screens(said.todo)
        problem = replace(said, message=message, todo=todo)
        yield replace(problem, others=())
        for other in problem.others:
            cell = (other.row, other.column, other.written)
            yield replace(problem, row=cell[0], column=cell[1], written=cell[2], others=())


def messages_of(
    problems: Iterable[Problem], sheet: str, rows: Collection[int], columns: Mapping[int, str]
) -> SheetMessages:
    """The problems of a sheet at its cells; ``columns`` are the names by column of the file."""
    by_row: dict[int, list[CellMessage]] = {}
    others = []
    for problem in problems:
        if problem.file != sheet:
            continue
        if problem.row in rows:
            by_row.setdefault(problem.row or 0, []).append(_at_cell(problem, columns))
        else:
            others.append(str(problem))
    return SheetMessages({row: tuple(said) for row, said in by_row.items()}, tuple(others))


def _at_cell(problem: Problem, columns: Mapping[int, str]) -> CellMessage:
    bare = replace(problem, file=None, row=None, column=None, sheet=None)
    name = column_of(problem, columns)
    return CellMessage(problem.row or 0, name, str(bare), problem.readings)


def column_of(problem: Problem, columns: Mapping[int, str]) -> str:
    """The name of the column that a problem speaks of, "" for none of the sheet."""
    written = problem.column or ""
    by_number = _COLUMN.fullmatch(written)
    if by_number:
        return columns.get(int(by_number[1]), "")
    return written if written in columns.values() else ""


def hindering(
    before: Sequence[Problem],
    after: Sequence[Problem],
    sheet: str,
    concerned: Collection[tuple[int, str]],
) -> list[Problem]:
    """What of the problems after a change keeps it from being written.

    All that speak of a cell that was ``concerned`` (row and column), and those that are new. Where
    the change mends something of the sheet the new ones in other rows do not count: what was wrong
    hid them.
    """
    known, now = _counted(before), _counted(after)
    hidden = _is_mended(known, now, sheet)
    rows = {row for row, _ in concerned}

    def hinders(fault: Problem) -> bool:
        row = fault.row or 0
        is_ours = fault.file == sheet and row in rows
        if is_ours and (row, fault.column or "") in concerned:
            return True
        is_new = known[_gist(fault)] < now[_gist(fault)]
        return is_new and (is_ours or not hidden)

    return list(filter(hinders, after))


def _is_mended(known: Counter[Gist], now: Counter[Gist], sheet: str) -> bool:
    """Whether something that was wrong with the sheet is not any more."""
    gone = known - now
    return any(file == sheet for file, _, _ in gone)


def _counted(problems: Iterable[Problem]) -> Counter[Gist]:
    return Counter(map(_gist, problems))


def _gist(problem: Problem) -> Gist:
    """What a problem says wherever its row stands now."""
    message = f"{problem.written}|{_ROW.sub('', problem.message)}"
    return problem.file or "", problem.column or "", message
