"""The copy to issue: what nobody may see is gone; text and layout stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from generator.model.bookmarks import ours
from generator.model.errors import DataError, Problem, excerpt
from generator.model.regex import regex
from generator.model.zips import zipped
from generator.regenerate.decide.matters import CONFLICT, short
from generator.word.archive import Archive, refuse_strict
from generator.word.reader import WordFile, read
from generator.word.reader.looks import Looks
from generator.word.revise.clean_parts import clean_parts
from generator.word.revise.comments import Comment, comments_of, placed_comments
from generator.word.revise.unfinished import (
    LookedAt,
    authors_of_changes,
    authors_outside,
    embedded,
    passages,
    unread_text,
)

_GAP = regex(r"【待补[^】]{0,200}】|×{2,}")
_NAMED = 5
"""So many people are named, so many places of changes."""
_TODO = "请补上，或者删去那句话，再定稿"

GapLocations = Mapping[str, Sequence[str]]
"""Where each gap stands in the text, in words, as often as it does."""


class Issued(Struct, frozen=True):
    """The copy to issue, and how many comments were left out: all, and those of other people."""

    data: bytes
    comments: int
    others: int


def gaps_in(text: str) -> list[str]:
    """The gaps (【待补：名称】, ××) of a text, in order."""
    return _GAP.findall(text)


def finalize(data: bytes, name: str = "", located: GapLocations = MappingProxyType({})) -> Issued:
    """The copy to issue; ``name`` is what messages call the file, ``located`` says where its gaps
    stand as far as that is known.

    It holds the parts, properties and settings that a reader needs, nothing else: no comments, ids,
    names, paths, data behind the text. Raises DataError while tracked changes, open decisions,
    gaps (【待补】, ××), hidden text, words that people crossed out or embedded files stand, all at
    once.
    """
    return issued(read(data, name), located)


def issued(file: WordFile, located: GapLocations = MappingProxyType({})) -> Issued:
    """``finalize`` of a file that was read already; its tree is cleaned, and no use any more."""
    archive = file.archive
    refuse_strict(archive)
    read_passages = list(passages(archive))
    problems = [
        *_changes(archive, read_passages),
        *_undecided(file),
        *_gaps(archive, read_passages, located),
        *_hidden(archive, read_passages),
        *_embedded(archive),
    ]
    if problems:
        raise DataError(problems)
    comments = comments_of(archive)
    others = [comment for comment in comments if not comment.ours]
    copy = zipped(clean_parts(archive, ours).items())
    return Issued(copy, len(comments), len(others))


def _changes(archive: Archive, read_passages: Sequence[LookedAt]) -> Iterator[Problem]:
    """The tracked changes that are neither accepted nor rejected: how many, whose, where."""
    authors = authors_outside(archive)
    places: list[str] = []
    for passage in read_passages:
        own = authors_of_changes(passage)
        authors += own
        if own:
            places.append(_location(passage))
    if authors:
        people = _first_few(sorted({excerpt(author) or "未署名" for author in authors}))
        message = f"还有 {len(authors)} 处修订没有接受或拒绝（{people}）"
        message += f"，在{_first_few(places)}" if places else ""
        yield Problem(message, "请在 Word 里逐处处理后再定稿", archive.name or None)


def _first_few(names: Sequence[str]) -> str:
    """The first names, each once, and 等 where there are more."""
    return "、".join(dict.fromkeys(names[:_NAMED])) + ("等" if len(names) > _NAMED else "")


def _location(passage: LookedAt) -> str:
    """A paragraph by the words with which it begins."""
    return f"{passage.part}“{short(passage.accepted or passage.text) or '空行'}”"


def _undecided(file: WordFile) -> Iterator[Problem]:
    """The lines of our comments that ask for a decision, unless the comment is marked as done."""
    name = file.archive.name or None
    paragraphs = [paragraph.elements for paragraph in file.paragraphs]
    for placed in placed_comments(file.archive, paragraphs):
        where = short(file.view.paras[placed.para].text) or "空行"
        for line in _open_lines(placed.comment):
            message = f"还有待定的批注（在“{where}”）：{short(line.removeprefix(CONFLICT))}"
            yield Problem(message, "请定好以后删去这条批注", name)


def _open_lines(comment: Comment) -> list[str]:
    """The lines of a comment of ours that ask for a decision; none where it is marked as done."""
    if comment.done or not comment.ours:
        return []
    return [line for line in comment.lines if line.startswith(CONFLICT)]


def _gaps(
    archive: Archive, read_passages: Sequence[LookedAt], located: GapLocations
) -> Iterator[Problem]:
    """Each gap where it stands: in the text, in what is no part of it, or somewhere."""
    first: dict[tuple[str, str], LookedAt] = {}
    for passage in read_passages:
        for gap in gaps_in(passage.text):
            first.setdefault((passage.part, gap), passage)
    for (part, gap), passage in first.items():
        where = (f"在{part}",) if part else located.get(gap, (f"在{_location(passage)}",))
        for location in where:
            message = f"还没有填：{excerpt(gap, 40)}，{location}"
            yield Problem(message, _TODO, archive.name or None)


def _hidden(archive: Archive, read_passages: Sequence[LookedAt]) -> Iterator[Problem]:
    """Text that nobody sees or that people crossed out, and that would go out with the file."""
    looks, name = Looks(archive), archive.name or None
    for passage in read_passages:
        unread = unread_text(looks, passage)
        if unread.hidden:
            message = f"有隐藏的文字：“{short(unread.hidden)}”，在{_location(passage)}"
            yield Problem(message, "请删去，或取消“隐藏文字”，再定稿", name)
        if unread.crossed:
            message = f"有划掉的字：“{short(unread.crossed)}”，在{_location(passage)}"
            yield Problem(message, "请删去，或取消“删除线”，再定稿", name)


def _embedded(archive: Archive) -> Iterator[Problem]:
    for what in embedded(archive):
        todo = "请剪切后用“选择性粘贴”贴成图片（png、jpg），再定稿"
        yield Problem(f"里面有{what}，会带出不该带的内容", todo, archive.name or None)
