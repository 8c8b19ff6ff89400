"""The copy of a Word file to issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator import store
from generator.check import check_against, check_draft
from generator.check.passages import Passage
from generator.check.wordfile import of_view
from generator.jobs.bases import earlier_reports
from generator.jobs.check import errors
from generator.jobs.compose import compose
from generator.jobs.output import require_ending, write_once
from generator.model.errors import DataError, Problem, excerpt, raise_all
from generator.model.severity import Severity
from generator.regenerate import finalize as stage
from generator.regenerate.decide.matters import short
from generator.regenerate.finalize import GapLocations
from generator.regenerate.prove.audit import Audit, audit
from generator.word.reader import read
from generator.word.revise.comments import Comment, comments_of

__all__ = ["IssuedCopy", "LeftComment", "as_waiting", "finalize"]


_TODO = "改正以后再定稿"
_TELLING = 8
"""A file without a single one of so many figures is another report."""
_OPENING = 16
"""So many characters of a paragraph tell a person which one is meant."""
_SAID = 40
"""So many characters of a comment tell a person what it asks."""


class LeftComment(Struct, frozen=True):
    """A comment of a person that the copy to issue does not have: whose, how it begins."""

    author: str
    words: str


class IssuedCopy(Struct, frozen=True):
    """A copy to issue that was written: how many comments were left out, and those of people.
    ``errors`` are how many findings of its package are errors: with any of them the copy had better
    wait."""

    comments: int
    others: tuple[LeftComment, ...]
    errors: int = 0


def as_waiting(file: Path, errors: int) -> str:
    """That the file itself is done, and that the data are not.

    例：
        >>> as_waiting(Path("稿.docx"), 2)
        '稿.docx 里没有未定的了，但核对还有 2 处“错误”，先不要定稿'
    """
    return f"{file.name} 里没有未定的了，但核对还有 {errors} 处“错误”，先不要定稿"


def finalize(
    file: Path, target: Path, package: Path | None = None, *, templates: Path | None = None
) -> IssuedCopy:
    """Write the copy to issue: without identities, comments and names of authors.

    With ``package`` the text must speak of its place and its year alone, and with its figures, and
    the errors of its check are counted; None: that is not looked at. A file that is there is never
    written over. Raises InputError where a file cannot be read or the name does not end in .docx,
    DataError while tracked changes, open decisions, gaps, hidden text, words that people crossed
    out or embedded files stand, or places, years, sentences or figures of another package, or where
    the file has no figure of it; OutputError where another file has the name or it cannot be
    written.

    例：
        >>> written = write(compose(Path("清河-2023")), Path("稿.docx"))
        >>> finalize(Path("稿.docx"), Path("定稿.docx")).comments
        0
    """
    require_ending(target, ".docx")
    word = read(store.read_edited(file), str(file))
    passages = of_view(word.view)
    problems: list[Problem] = []
    left = 0
    if package is not None:
        draft = compose(package, templates=templates)
        earlier = earlier_reports(draft)
        left = check_draft(draft, earlier).count(Severity.ERROR)
        problems += errors(check_against(draft, passages, earlier), _TODO)
        checked = audit(draft.document, word.view)
        problems += [*_another_report(checked, file), *_differing(checked, file)]
    others = tuple(_left(comment) for comment in comments_of(word.archive) if not comment.ours)
    try:
        issued = stage.issued(word, _gaps(passages))
    except DataError as error:
        raise DataError([*error.problems, *problems]) from None
    raise_all(problems)
    write_once(target, issued.data)
    return IssuedCopy(issued.comments, others, left)


def _left(comment: Comment) -> LeftComment:
    """A comment as a person is told of it."""
    words = excerpt(" ".join(comment.lines), _SAID)
    return LeftComment(excerpt(comment.author) or "未署名", words or "没有字")


def _another_report(checked: Audit, file: Path) -> Iterator[Problem]:
    """A file that has none of the figures of the package is taken for another one."""
    count = len(checked.figures)
    if count >= _TELLING and len(checked.of("absent")) == count:
        message = f"这份文件不像是这个数据包的报告：报告的 {count} 个数一个也没有"
        yield Problem(message, "请核对是不是拿错了文件", str(file))


def _differing(checked: Audit, file: Path) -> Iterator[Problem]:
    """The figures of the file that are others in the data."""
    for figure in checked.of("differs"):
        where = f"，在“{short(figure.near)}”" if figure.near else ""
        message = (
            f"数字和数据不一致：{figure.key} 文中“{figure.seen}”，数据“{figure.wanted}”{where}"
        )
        yield Problem(message, "改文中的数，或补进数据，再定稿", str(file))


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
