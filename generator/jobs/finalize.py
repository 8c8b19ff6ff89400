"""The copy of a Word file to issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from generator.regenerate.decide.matters import short
from generator.regenerate.finalize import Issued
from generator.regenerate.prove.audit import Audit, audit
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


def _of_others(data: bytes, file: Path, package: Path, templates: Path | None) -> Sequence[Problem]:
    """What the text says of another place or year than the package's, or of other figures."""
    draft = compose(package, templates=templates)
    view = read(data, str(file)).view
    result = check_against(draft, of_view(view))
    return [*errors(result, _TODO), *_differing(audit(draft.document, view), file)]


def _differing(checked: Audit, file: Path) -> Iterator[Problem]:
    """The figures of the file that are others in the data."""
    for figure in checked.of("differs"):
        where = f"，在“{short(figure.near)}”" if figure.near else ""
        message = (
            f"数字和数据不一致：{figure.key} 文中“{figure.seen}”，数据“{figure.wanted}”{where}"
        )
        yield Problem(message, "请改文中的数，或补进数据，再定稿", str(file))
