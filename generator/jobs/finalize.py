"""The copy of a Word file to issue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import store
from generator.check import check_against
from generator.check.passages import Passage
from generator.check.wordfile import of_view
from generator.jobs.bases import earlier_reports
from generator.jobs.check import errors
from generator.jobs.compose import compose
from generator.jobs.output import require_ending, write_once
from generator.model.errors import DataError, Problem, excerpt, raise_all
from generator.regenerate import finalize as stage
from generator.regenerate.finalize import GapLocations, Issued
from generator.word.reader import read

__all__ = ["finalize"]


_TODO = "改正以后再定稿"
_OPENING = 16
"""So many characters of a paragraph tell a person which one is meant."""


def finalize(
    file: Path, target: Path, package: Path | None = None, *, templates: Path | None = None
) -> Issued:
    """Write the copy to issue: without identities, comments and names of authors.

    With ``package`` the text must speak of its place and its year alone; None: that is not looked
    at. A file that is there is never written over. Raises InputError where a file cannot be read or
    the name does not end in .docx, DataError while tracked changes, open decisions or gaps stand,
    or places, years or sentences of another package; OutputError where another file has the name
    or it cannot be written.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> finalize(Path("稿.docx"), Path("定稿.docx")).comments
        0
    """
    require_ending(target, ".docx")
    data = store.read_edited(file)
    passages = of_view(read(data, str(file)).view)
    problems = [] if package is None else _of_others(passages, package, templates)
    try:
        issued = stage.finalize(data, str(file), _gaps(passages))
    except DataError as error:
        raise DataError([*error.problems, *problems]) from None
    raise_all(problems)
    write_once(target, issued.data)
    return issued


def _of_others(
    passages: Sequence[Passage], package: Path, templates: Path | None
) -> Sequence[Problem]:
    """What the text says of another place or year than the package's."""
    draft = compose(package, templates=templates)
    return errors(check_against(draft, passages, earlier_reports(draft)), _TODO)


def _gaps(passages: Sequence[Passage]) -> GapLocations:
    """Where each gap of the text stands."""
    places: dict[str, list[str]] = {}
    for passage in passages:
        for gap in stage.gaps_in(passage.text):
            places.setdefault(gap, []).append(_described(passage))
    return places


def _described(passage: Passage) -> str:
    """Where a passage stands: the headings above it and how it begins."""
    section = passage.side().section
    under = f"在“{section}”，" if section else ""
    unit = "这一行" if passage.role == "row" else "这一段"
    return f"{under}{unit}开头是“{excerpt(passage.text, _OPENING)}”"
