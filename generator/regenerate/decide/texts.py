"""A text of the base beside what people made of it, and how the two hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model.view import OBJECT
from generator.regenerate.base import Segment
from generator.regenerate.decide.edits import NOTHING, Edit, Rebased, Remark, RemarkReason
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.match.spelling import as_wide_as, narrow, original
from generator.regenerate.match.tokens import with_habit

JOIN = "\u2029"
"""Stands between the paragraphs of a text that was split or merged; no edit crosses it."""
NEAR = 6
"""So many characters beside a change are looked at."""

Range = tuple[int, int]
"""The characters from a start to an end."""


class Texts(Struct, frozen=True):
    """The base's text and the user's.

    ``bookmarks`` gives the stretch of ``user`` that the bookmark of an occurrence (fid) covers; an
    empty stretch is none. ``map`` is the position of each character of ``base`` in ``user``, -1
    where it is gone. Both texts are spelled alike; ``raw`` is the user's as it is, "" where that is
    the same.
    """

    base: str
    user: str
    bookmarks: Mapping[str, Range]
    map: Sequence[int]
    raw: str = ""

    def old(self, change: BlockChange) -> str:
        """What the base has where a change is."""
        return self.base[change.start : change.end]

    def seen(self, stretch: Range) -> str:
        """What the user's text has in a stretch."""
        return self.user[stretch[0] : stretch[1]]

    def mapped(self, change: BlockChange) -> Range | None:
        """Where what the base has stands whole in the user's text."""
        first = self.map[change.start]
        end = first + change.end - change.start
        if first < 0 or [*self.map[change.start : change.end]] != [*range(first, end)]:
            return None
        return first, end

    def beside(self, change: BlockChange, stretch: Range) -> tuple[int, int]:
        """How many characters left and right of a change are as they were, at most ``NEAR``.

        The end of the text counts as all.
        """
        left = self._left_of(change.start, stretch[0])
        right = self._right_of(change.end, stretch[1])
        if left == change.start == stretch[0]:
            left = NEAR
        if change.end + right == len(self.base) and stretch[1] + right == len(self.user):
            right = NEAR
        return left, right

    def _left_of(self, base: int, user: int) -> int:
        count = 0
        while count < min(NEAR, base, user) and self.map[base - count - 1] == user - count - 1:
            count += 1
        return count

    def _right_of(self, base: int, user: int) -> int:
        count = 0
        most = min(NEAR, len(self.base) - base)
        while count < most and self.map[base + count] == user + count:
            count += 1
        return count

    def gap(self, change: BlockChange) -> Range | None:
        """What stands between the neighbours of a change, if both are still there."""
        left, right = self.before(change.start), self.after(change.end)
        if left is None or right is None or left > right:
            return None
        return left, right

    def before(self, start: int) -> int | None:
        """The end of the character before ``start`` of the base; None where it is gone."""
        if start == 0:
            return 0
        return self.map[start - 1] + 1 if self.map[start - 1] >= 0 else None

    def after(self, end: int) -> int | None:
        """The start of the character behind ``end`` of the base; None where it is gone."""
        if end == len(self.base):
            return len(self.user)
        return self.map[end] if self.map[end] >= 0 else None

    def nearest(self, start: int) -> int:
        """Behind the last character before ``start`` of the base that is still there."""
        return next((at + 1 for at in reversed(self.map[:start]) if at >= 0), 0)

    def edit(self, change: BlockChange, stretch: Range, *, figure: bool = False) -> Rebased:
        """The edit; across a paragraph's end or over an object it is a remark."""
        seen = self.seen(stretch)
        if JOIN in seen or OBJECT in seen:
            reason: RemarkReason = "edited" if figure else "wording"
            return self.remark(reason, change, seen.replace(JOIN, ""), stretch[0])
        if figure:
            return self._figure_edit(change.segments[0], stretch)
        return Rebased((Edit(*stretch, change.segments),))

    def _figure_edit(self, new: Segment, stretch: Range) -> Rebased:
        """A figure keeps the user's habit of commas; one that says it already is left alone."""
        seen = self.raw[stretch[0] : stretch[1]] if self.raw else self.seen(stretch)
        text = as_wide_as(with_habit(new.text, narrow(seen)), seen)
        if text == seen:
            return NOTHING
        return Rebased((Edit(*stretch, (Segment(text, new.key, new.fid),), figure=True),))

    def remark(self, reason: RemarkReason, change: BlockChange, seen: str, at: int) -> Rebased:
        """A remark about a change."""
        old, now = original(self.old(change)), original(seen)
        return Rebased(remarks=(Remark(reason, change, old, now, at),))
