"""Blocks and paragraphs that are one text: the program's changes put onto the user's words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain

from msgspec import Struct

from generator.model.replacing import replace
from generator.regenerate.decide.decisions import (
    Decisions,
    Guess,
    PlacedEdit,
    doubts,
    together,
)
from generator.regenerate.decide.edits import NOTHING, Edit, Rebased, Remark
from generator.regenerate.decide.matters import Left, Matter, of_remark
from generator.regenerate.decide.moved import Moved
from generator.regenerate.decide.rebase import rebase
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.decide.texts import JOIN, Range, Texts
from generator.regenerate.match import Matching
from generator.regenerate.match.components import TextGroup
from generator.regenerate.match.joined import joined_map
from generator.regenerate.match.loose import Loose, alike, lasting, left_over
from generator.regenerate.match.spelling import spelled_alike
from generator.regenerate.match.tokens import char_map, same

History = Mapping[str, frozenset[str]]
"""Every text that any stored draft had for an occurrence (fid) of a figure."""


def decide_groups(
    matching: Matching,
    script: Script,
    history: History,
    moved: Moved,
    settled: Set[int],
) -> Decisions:
    """What changes in the texts that the file still has.

    ``settled`` are blocks (by index) about which nothing more is decided.
    """
    steps: list[Decisions] = []
    changed = {edit.para for edit in moved.values()}
    for group in matching.groups:
        if not settled.isdisjoint(group.blocks) or _is_untouched(matching, script, group):
            continue
        if not any(_is_kept(matching, script, block) for block in group.blocks):
            steps.append(_dropped(matching, group))
            continue
        changes = list(_changes(matching, script, group, moved))
        step = _rebased(matching, history, group, changes)
        changed.update(edit.para for edit in step.edits)
        steps += [step, _doubted(matching, group, changes, changed)]
    return together(steps)


def _is_untouched(matching: Matching, script: Script, group: TextGroup) -> bool:
    """Whether neither people nor the data have changed a text."""
    if len(group.blocks) != 1 or len(group.paras) != 1:
        return False
    block = matching.base.blocks[group.blocks[0]]
    if script.changes[block.id] or block.id not in script.counterparts:
        return False
    return block.text == matching.view.paras[group.paras[0]].text


def _is_kept(matching: Matching, script: Script, block: int) -> bool:
    return matching.base.blocks[block].id in script.counterparts


def _dropped(matching: Matching, group: TextGroup) -> Decisions:
    """Blocks that the new draft does not have.

    Untouched they go, edited they stay, and so does what may be a copy. What people joined to them
    may be a block that the new draft does have.
    """
    may_be_copy = matching.unsure.intersection(group.blocks) - matching.sure
    ours, theirs = _ours(matching, group), _theirs(matching, group)
    if ours.text.replace(JOIN, "") == theirs.text.replace(JOIN, "") and not may_be_copy:
        return Decisions(drops=group.paras)
    message = "新稿已没有这一段；因为有人改过，保留着，请定去留"
    left = tuple(Left(matching.base.blocks[block].id) for block in group.blocks)
    matter = Matter(group.paras[0], "dropped", message, left=left)
    mapped = char_map(ours.text, theirs.text)
    loose = tuple(_loose(matching, group, theirs, lasting(mapped), NOTHING))
    return Decisions(matters=(matter,), loose=loose)


class _Joined(Struct, frozen=True):
    """Several texts as one, and where each begins in it."""

    text: str
    starts: tuple[int, ...]

    @property
    def parts(self) -> list[Range]:
        """Where each of the texts begins and ends in it."""
        ends = [start - len(JOIN) for start in self.starts[1:]]
        return list(zip(self.starts, [*ends, len(self.text)], strict=True))

    def part_at(self, position: int) -> int:
        """The index of the text in which a position stands."""
        return bisect_right(self.starts, position) - 1


def _joined(texts: Sequence[str]) -> _Joined:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(JOIN))
    return _Joined(JOIN.join(texts), tuple(starts[:-1]))


def _ours(matching: Matching, group: TextGroup) -> _Joined:
    return _joined([matching.base.blocks[block].text for block in group.blocks])


def _theirs(matching: Matching, group: TextGroup) -> _Joined:
    return _joined([matching.view.paras[para].text for para in group.paras])


def _changes(
    matching: Matching, script: Script, group: TextGroup, moved: Moved
) -> Iterator[BlockChange]:
    """The program's changes in the text of all blocks, but for the figures that were moved."""
    starts = _ours(matching, group).starts
    for index, start in zip(group.blocks, starts, strict=True):
        block = matching.base.blocks[index]
        if block.id not in script.counterparts:
            yield BlockChange(start, start + len(block.text), ())
        staying = (change for change in script.changes[block.id] if change.fid not in moved)
        for change in staying:
            yield _at(change, start) if start else change


def _at(change: BlockChange, start: int) -> BlockChange:
    """A change of a text that begins at a place of a joined one."""
    return replace(change, start=change.start + start, end=change.end + start)


def _rebased(
    matching: Matching, history: History, group: TextGroup, changes: Sequence[BlockChange]
) -> Decisions:
    """The changes put onto the user's words, and what of these belongs to no block."""
    ours, theirs = _ours(matching, group), _theirs(matching, group)
    if not changes and ours.text == theirs.text:
        return Decisions()
    old, user = spelled_alike(ours.text, theirs.text, _figures(matching, group, ours))
    mapped = joined_map(old, ours.parts, user)
    bookmarks = dict(_bookmarks(matching, changes, group, theirs))
    texts = Texts(old, user, bookmarks, mapped, theirs.text)
    rebased = rebase(texts, changes)
    step = Decisions(
        edits=tuple(_placed(edit, group, theirs) for edit in rebased.edits),
        matters=tuple(
            _matter(matching, remark, history, group, theirs) for remark in rebased.remarks
        ),
    )
    if ours.text == theirs.text:
        return step
    behind = {theirs.part_at(at) for at in _left_behind(texts, changes, rebased)}
    ours_there = [at for at in lasting(mapped) if theirs.part_at(at) not in behind]
    return replace(
        step,
        loose=tuple(_loose(matching, group, theirs, ours_there, rebased)),
        guesses=tuple(_guesses(matching, group, ours, theirs)),
    )


def _figures(matching: Matching, group: TextGroup, ours: _Joined) -> Iterator[Range]:
    """Where the figures of the blocks stand in their joined text."""
    for index, start in zip(group.blocks, ours.starts, strict=True):
        at = start
        for segment in matching.base.blocks[index].segments:
            end = at + len(segment.text)
            if segment.key is not None:
                yield at, end
            at = end


def _bookmarks(
    matching: Matching, changes: Iterable[BlockChange], group: TextGroup, theirs: _Joined
) -> Iterator[tuple[str, Range]]:
    """The stretches of the user's text that the bookmarks of the changed figures cover."""
    at = dict(zip(group.paras, theirs.starts, strict=True))
    for change in changes:
        span = matching.bookmarks.get(change.fid or "")
        if change.fid and span and span.first in at and span.last in at:
            yield change.fid, (at[span.first] + span.start, at[span.last] + span.end)


def _placed(edit: Edit, group: TextGroup, theirs: _Joined) -> PlacedEdit:
    """Back from the joined text to a paragraph."""
    part = theirs.part_at(edit.start)
    start = theirs.starts[part]
    own = replace(edit, start=edit.start - start, end=edit.end - start) if start else edit
    return PlacedEdit(group.paras[part], own)


def _matter(
    matching: Matching, remark: Remark, history: History, group: TextGroup, theirs: _Joined
) -> Matter:
    earlier = history.get(remark.change.fid or "", frozenset())
    is_last = same(remark.seen, remark.old)
    older = not is_last and any(same(remark.seen, text) for text in earlier)
    left = _left(matching, group, remark.change)
    return of_remark(remark, group.paras[theirs.part_at(remark.at)], left, older=older)


def _left(matching: Matching, group: TextGroup, change: BlockChange) -> Left:
    """The change as it is in its block."""
    ours = _ours(matching, group)
    part = ours.part_at(change.start)
    block, start = matching.base.blocks[group.blocks[part]], ours.starts[part]
    own = replace(change, start=change.start - start, end=change.end - start)
    return Left(block.id, own)


def _left_behind(texts: Texts, changes: Iterable[BlockChange], rebased: Rebased) -> Iterator[int]:
    """Where a changed figure stands by its characters, while its bookmark stands elsewhere.

    There the sentence is told as a copy.
    """
    edited = {at for edit in rebased.edits for at in range(edit.start, edit.end)}
    for change in changes:
        stretch = texts.mapped(change) if change.fid in texts.bookmarks else None
        if stretch and edited.isdisjoint(range(*stretch)):
            yield stretch[0]


def _loose(
    matching: Matching,
    group: TextGroup,
    theirs: _Joined,
    ours_there: Iterable[int],
    rebased: Rebased,
) -> list[Loose]:
    """The words of the paragraphs that neither the base has nor an edit replaces.

    ``ours_there`` are the positions in their joined text of what the base has.
    """
    replaced = chain.from_iterable(range(edit.start, edit.end) for edit in rebased.edits)
    texts = [matching.view.paras[para].text for para in group.paras]
    left = left_over(texts, theirs.starts, [*ours_there, *replaced])
    return [Loose(para, text) for para, text in zip(group.paras, left, strict=True) if text]


def _guesses(
    matching: Matching, group: TextGroup, ours: _Joined, theirs: _Joined
) -> Iterator[Guess]:
    """The paragraphs of a group outside of tables for which no bookmark vouches."""
    if matching.sure.issuperset(group.blocks) or matching.base.blocks[group.blocks[0]].cell:
        return
    likeness = alike(ours.text, theirs.text)
    for para in group.paras:
        yield Guess(para, likeness)


def _doubted(
    matching: Matching,
    group: TextGroup,
    changes: Iterable[BlockChange],
    changed: Collection[int],
) -> Decisions:
    """Blocks that may stand elsewhere, where more than their numbering changes.

    Where a bookmark of the block stands in the paragraph, there is no doubt.
    """
    if matching.unsure.isdisjoint(group.blocks) or all(change.numbering for change in changes):
        return Decisions()
    block = matching.base.blocks[group.blocks[0]]
    at_risk = set(changed) - matching.vouched
    return Decisions(matters=doubts(matching, block, group.paras, at_risk))
