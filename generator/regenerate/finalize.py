"""The copy to issue: bookmarks, ids, comments and names of authors gone; text and layout stay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Issued:
    """The copy to issue, and how many comments were left out: all, and those of other people."""

    data: bytes
    comments: int
    others: int


def finalize(data: bytes, name: str = "") -> Issued:
    """The copy to issue; ``name`` is what messages call the file.

    Raises DataError while tracked changes, open decisions or gaps (【待补】) stand, all at once.
    """
    archive = read(data, name).archive
    refuse_strict(archive)
    problems = [*_changes(archive), *_undecided(archive), *_gaps(archive)]
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


def _gaps(archive: Archive) -> Iterator[Problem]:
    """Each gap once, and how often it stands."""
    gaps = Counter(gap for text in paragraph_texts(archive) for gap in _GAP.findall(text))
    for gap, count in gaps.items():
        message = f"还没有填：{excerpt(gap, 40)}" + (f"（{count}处）" if count > 1 else "")
        yield Problem(message, "请补上，或者删去那句话，再定稿", archive.name or None)
