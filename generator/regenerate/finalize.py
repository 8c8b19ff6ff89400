"""The copy to issue: bookmarks, ids, comments and names of authors gone; text and layout stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.model.bookmarks import ours
from generator.model.errors import DataError, Problem, excerpt
from generator.regenerate.decide.matters import CONFLICT, short
from generator.word.archive import Archive, refuse_strict
from generator.word.reader import read
from generator.word.revise.comments import comments_of
from generator.word.revise.strip import authors_of_changes, paragraph_texts, stripped

_GAP = re.compile("【待补[：:][^】]*】")
_NAMED = 5
"""So many people are named."""
_BESIDE = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_TODO = "请补上，或者删去那句话，再定稿"

GapLocations = Mapping[str, Sequence[str]]
"""Where each gap stands in the text, in words, as often as it does."""


@dataclass(frozen=True)
class Issued:
    """The copy to issue, and how many comments were left out: all, and those of other people."""

    data: bytes
    comments: int
    others: int


def gaps_in(text: str) -> list[str]:
    """The gaps (【待补：名称】) of a text, in order."""
    return _GAP.findall(text)


def finalize(data: bytes, name: str = "", located: GapLocations = MappingProxyType({})) -> Issued:
    """The copy to issue; ``name`` is what messages call the file, ``located`` says where its gaps
    stand as far as that is known.

    Raises DataError while tracked changes, open decisions or gaps (【待补】) stand, all at once.
    """
    archive = read(data, name).archive
    refuse_strict(archive)
    problems = [*_changes(archive), *_undecided(archive), *_gaps(archive, located)]
    if problems:
        raise DataError(problems)
    comments = comments_of(archive)
    others = [comment for comment in comments if not comment.ours]
    return Issued(stripped(archive, ours), len(comments), len(others))


def _changes(archive: Archive) -> Iterator[Problem]:
    """The tracked changes that are neither accepted nor rejected."""
    authors = authors_of_changes(archive)
    if authors:
        people = sorted({excerpt(author) or "未署名" for author in authors})
        named = "、".join(people[:_NAMED]) + ("等" if len(people) > _NAMED else "")
        message = f"还有 {len(authors)} 处修订没有接受或拒绝（{named}）"
        yield Problem(message, "请在 Word 里逐处处理后再定稿", archive.name or None)


def _undecided(archive: Archive) -> Iterator[Problem]:
    """The lines of our comments that ask for a decision, unless the comment is marked as done."""
    for comment in comments_of(archive):
        for line in comment.lines if comment.ours and not comment.done else ():
            if line.startswith(CONFLICT):
                message = f"还有待定的批注：{short(line.removeprefix(CONFLICT))}"
                yield Problem(message, "请定好以后删去这条批注", archive.name or None)


def _gaps(archive: Archive, located: GapLocations) -> Iterator[Problem]:
    """Each gap where it stands: in the text, in what is no part of it, or somewhere."""
    by_kind: dict[str, Counter[str]] = {}
    for kind, text in paragraph_texts(archive):
        by_kind.setdefault(kind, Counter()).update(gaps_in(text))
    in_text = by_kind.pop("", Counter())
    for gap in in_text:
        for place in located.get(gap, ("",)):
            yield _unfilled(archive, gap, place)
    for kind, gaps in by_kind.items():
        for gap in gaps:
            yield _unfilled(archive, gap, f"在{_BESIDE[kind]}")


def _unfilled(archive: Archive, gap: str, place: str) -> Problem:
    message = "，".join(filter(None, (f"还没有填：{excerpt(gap, 40)}", place)))
    return Problem(message, _TODO, archive.name or None)
