"""What is said about a table while it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from generator.model.errors import OtherCell, Problem, Reading
from generator.model.replacing import replace


class ReadNotes(Struct):
    """What a person must mend (``problems``), and what was passed over or converted
    (``remarks``)."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How much was said so far."""
        return len(self.problems) + len(self.remarks)

    def add(self, notes: ReadNotes) -> None:
        """Take over what another reading said."""
        self.problems += notes.problems
        self.remarks += notes.remarks


class TableNotes(ReadNotes):
    """Notes on one table: a sheet of the workbook ``file``, or a CSV file (``sheet`` is None).

    What holds for several cells is said once.
    """

    file: str = ""
    sheet: str | None = None

    def problem(
        self,
        message: str,
        todo: str,
        row: int | None = None,
        column: str | None = None,
        readings: tuple[Reading, ...] = (),
        written: str = "",
    ) -> None:
        """Something that is not clear; ``readings`` are what it may mean, if a person can choose,
        ``written`` is what stands there."""
        location = (self.file, row, column, self.sheet)
        self.problems.append(Problem(message, todo, *location, readings=readings, written=written))

    def remark(self, message: str, row: int | None = None, column: str | None = None) -> None:
        """Something that was left out or converted, and why."""
        self.remarks.append(Problem(message, "", self.file, row, column, self.sheet))


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in order, those that say the same of several cells of a file as one."""
    several: dict[Problem, list[Problem]] = {}
    for problem in problems:
        several.setdefault(replace(problem, row=None, column=None, written=""), []).append(problem)
    return [_as_one(alike) for alike in several.values()]


def with_questions_gathered(problems: Sequence[Problem]) -> list[Problem]:
    """The faults in order, then the questions, each asked once for all cells of its file."""
    questions = [problem for problem in problems if problem.readings]
    return [*(problem for problem in problems if not problem.readings), *gathered(questions)]


def _as_one(alike: Sequence[Problem]) -> Problem:
    """The first of some problems, with the cells of the others."""
    first, *rest = alike
    cells = (OtherCell(other.row, other.column, other.written) for other in rest)
    return replace(first, others=tuple(dict.fromkeys(cells)))
