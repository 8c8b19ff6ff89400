"""The program's changes put onto the text that people made of the draft. Pure text; knows no file.

Every change ends as an edit, as nothing (the text says it already), or as a remark for a person. Numbers stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.regenerate.base import NUMBERING, Segment
from generator.regenerate.decide.script import Change
from generator.regenerate.match.tokens import NUMBER, places_of, same, widen, with_habit
from generator.word.reader import OBJECT

JOIN = "\u2029"
"""Stands between the paragraphs of a text that was split or merged; no edit crosses it."""
_SURE = 2
"""So many unchanged characters beside a figure show that it is the same figure."""
_NEAR = 6

RemarkKind = Literal["edited", "gone", "wording", "check"]


@dataclass(frozen=True)
class Remark:
    """Something a person must decide (``edited``, ``gone``, ``wording``) or look at (``check``), at a character of the
    text. ``seen`` is what stands there now, "" where nothing does."""

    kind: RemarkKind
    change: Change
    old: str
    seen: str
    at: int


@dataclass(frozen=True)
class Edit:
    """Characters ``start`` to ``end`` of a text become ``segments``."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    figure: bool = False

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True)
class Rebased:
    """What became of a list of changes."""

    edits: tuple[Edit, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass
class _Place:
    """A base text, the user's text, and how they hang together."""

    base: str
    user: str
    marks: Mapping[str, tuple[int, int]]
    map: Sequence[int]
    edits: list[Edit] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def rebase(
    base: str,
    user: str,
    changes: Sequence[Change],
    marks: Mapping[str, tuple[int, int]],
    mapped: Sequence[int],
) -> Rebased:
    """Put ``changes`` (places in ``base``) onto ``user``. ``marks`` gives the stretch of ``user`` that the bookmark of
    an occurrence (fid) covers; an empty stretch is no mark. ``mapped`` is the ``char_map`` of the two texts."""
    place = _Place(base, user, marks, mapped)
    for change in changes:
        if change.key is not None:
            _figure(place, change)
        else:
            _wording(place, change)
    return _without_overlap(place)


def _figure(place: _Place, change: Change) -> None:
    old = place.base[change.start : change.end]
    known = place.marks.get(change.fid or "")
    mark = _trimmed(place.user, known or (0, 0))
    span = _mapped(place, change.start, change.end)
    if mark[0] < mark[1] and not (span and _strayed(place, change, mark, span)):
        _marked_figure(place, change, old, mark)
        return
    if change.key == NUMBERING:
        if span and _support(place, change, span) >= _SURE:
            _edit(place, change, span, figure=True)
        return
    if span:
        _mapped_figure(
            place,
            change,
            old,
            span,
            apart=known is not None and (mark[1] < span[0] or span[1] < mark[0]),
        )
        return
    gap = _gap(place, change.start, change.end)
    if gap is not None and _read_gap(place, change, old, gap):
        return
    _search(place, change, old, gap)


def _trimmed(text: str, mark: tuple[int, int]) -> tuple[int, int]:
    """A mark without the ends of paragraphs at its edges: who presses Enter before a figure leaves its start behind."""
    start, end = mark
    while start < end and text[start] == JOIN:
        start += 1
    while start < end and text[end - 1] == JOIN:
        end -= 1
    return start, end


def _strayed(place: _Place, change: Change, mark: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a mark stands around something else, or around a part, while its figure stands untouched among its
    neighbours: .rtf swaps the names of marks that touch, and ends of marks slip where changes are accepted."""
    whole = widen(place.user, *span) == span and min(_beside(place, change, span)) >= _SURE
    return whole and not same(place.user[mark[0] : mark[1]], place.base[change.start : change.end])


def _marked_figure(place: _Place, change: Change, old: str, mark: tuple[int, int]) -> None:
    """The bookmark is alive: the figure is in it, or a person changed it."""
    start, end = widen(place.user, *mark)
    seen = place.user[start:end]
    inside = [
        start + at
        for at in places_of(old, seen)
        if widen(place.user, start + at, start + at + len(old))
        == (start + at, start + at + len(old))
    ]
    if same(seen, old):
        _edit(place, change, (start, end), figure=True)
    elif len(inside) == 1:
        _edit(place, change, (inside[0], inside[0] + len(old)), figure=True)
    elif same(seen, change.text) or len(places_of(change.text, seen)) == 1:
        return
    elif change.key != NUMBERING:
        place.remarks.append(Remark("edited", change, old, seen.replace(JOIN, ""), start))


def _mapped_figure(
    place: _Place, change: Change, old: str, span: tuple[int, int], *, apart: bool
) -> None:
    """No bookmark, but the characters are there: sure by the words beside them, else by a person's look. Where the
    bookmark stands empty or strayed apart from them, this may be another figure."""
    left, right = _beside(place, change, span)
    others = [at for at in places_of(old, place.user) if at != span[0]]
    alone = not others and len(places_of(old, place.base)) == 1
    if not apart and (left >= _SURE or (alone and left + right >= _SURE)):
        _edit(place, change, span, figure=True)
        return
    label = _label(place.base, change.start)
    fits = [at for at in others if label and place.user[:at].endswith(label)]
    if len(fits) == 1 and not place.user[: span[0]].endswith(label):
        span = (fits[0], fits[0] + len(old))
    _edit(place, change, span, figure=True)
    place.remarks.append(Remark("check", change, old, old, span[0]))


def _label(text: str, end: int) -> str:
    """The last words before a figure that name it: at most four characters, no number or mark among them."""
    found = re.search(r"[^\W\d_]{1,4}$", text[:end])
    return found[0] if found and len(found[0]) >= 2 else ""


def _read_gap(place: _Place, change: Change, old: str, gap: tuple[int, int]) -> bool:
    """Whether what stands between the unchanged neighbours tells what became of the figure."""
    start, end = gap
    seen = place.user[start:end]
    if JOIN in seen or not seen.strip():
        return False
    if same(seen, change.text):
        return True
    if same(seen, old):
        _edit(place, change, (start, end), figure=True)
        return True
    within = [start + at for at in places_of(old, seen)]
    if len(within) == 1:
        _edit(place, change, (within[0], within[0] + len(old)), figure=True)
        return True
    if len(seen) <= len(old) + 12 and (NUMBER.search(seen) or len(seen) <= len(old) + 4):
        place.remarks.append(Remark("edited", change, old, seen, start))
        return True
    return False


def _search(place: _Place, change: Change, old: str, gap: tuple[int, int] | None) -> None:
    """The figure is not where it was: perhaps it stands elsewhere in the text, once, where nothing else was."""
    taken = {at for at in place.map if at >= 0}
    free = [at for at in places_of(old, place.user) if not taken & set(range(at, at + len(old)))]
    told = [
        at
        for at in places_of(change.text, place.user)
        if not taken & set(range(at, at + len(change.text)))
    ]
    if len(free) == 1 and len(old) > 1:
        _edit(place, change, (free[0], free[0] + len(old)), figure=True)
        place.remarks.append(Remark("check", change, old, old, free[0]))
    elif not free and len(told) == 1 and len(change.text) > 1:
        return
    else:
        at = gap[0] if gap else _nearest(place, change.start)
        place.remarks.append(Remark("gone", change, old, "", at))


def _wording(place: _Place, change: Change) -> None:
    old = place.base[change.start : change.end]
    if change.start == change.end:
        _insertion(place, change)
        return
    span = _mapped(place, change.start, change.end)
    if span:
        left, right = _beside(place, change, span)
        if (
            left + right + (change.end - change.start) < 2 * _SURE
            and len(places_of(old, place.user)) > 1
        ):
            place.remarks.append(Remark("wording", change, old, old, span[0]))
            return
        _edit(place, change, span)
        return
    gap = _gap(place, change.start, change.end)
    seen = place.user[gap[0] : gap[1]] if gap else None
    if seen is not None and same(seen, change.text):
        return
    kept = any(place.map[at] >= 0 for at in range(change.start, change.end))
    if not kept and not change.segments:
        return
    if not kept and change.text in place.user and change.text not in place.base:
        return
    place.remarks.append(
        Remark(
            "wording",
            change,
            old,
            (seen or "").replace(JOIN, ""),
            gap[0] if gap else _nearest(place, change.start),
        )
    )


def _insertion(place: _Place, change: Change) -> None:
    """New words go between their neighbours, or beside the one that is still there."""
    at = change.start
    left = place.map[at - 1] + 1 if at and place.map[at - 1] >= 0 else -1
    right = place.map[at] if at < len(place.base) and place.map[at] >= 0 else -1
    if not at and right == 0:
        left = 0
    if at == len(place.base) and left == len(place.user):
        right = left
    if 0 <= left <= right:
        between = place.user[left:right]
        if between and same(between, change.text):
            return
        before, after = _beside(place, change, (left, left))
        where = left if before >= after or not between else right
        _edit(place, change, (where, where))
    elif not place.base and not place.user.strip():
        _edit(place, change, (0, 0))
    elif change.text in place.user and change.text not in place.base:
        return
    elif left >= 0 and _beside(place, change, (left, left))[0] >= 2 * _SURE:
        _edit(place, change, (left, left))
    elif right >= 0 and _beside(place, change, (right, right))[1] >= 2 * _SURE:
        _edit(place, change, (right, right))
    else:
        place.remarks.append(Remark("wording", change, "", "", _nearest(place, at)))


def _mapped(place: _Place, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of the base stands whole in the user's text."""
    first = place.map[start]
    if first < 0 or any(place.map[at] != first + at - start for at in range(start, end)):
        return None
    return first, first + end - start


def _support(place: _Place, change: Change, span: tuple[int, int]) -> int:
    return sum(_beside(place, change, span))


def _beside(place: _Place, change: Change, span: tuple[int, int]) -> tuple[int, int]:
    """How many characters left and right of a change are as they were; the end of the text counts as all."""
    left = right = 0
    while (
        left < _NEAR
        and (at := change.start - 1 - left) >= 0
        and place.map[at] == span[0] - 1 - left >= 0
    ):
        left += 1
    while (
        right < _NEAR
        and (at := change.end + right) < len(place.base)
        and place.map[at] == span[1] + right
    ):
        right += 1
    if left == change.start and left == span[0]:
        left = _NEAR
    if change.end + right == len(place.base) and span[1] + right == len(place.user):
        right = _NEAR
    return left, right


def _gap(place: _Place, start: int, end: int) -> tuple[int, int] | None:
    """What stands between the neighbours of a stretch, if both are still there."""
    left = 0 if not start else place.map[start - 1] + 1 if place.map[start - 1] >= 0 else None
    right = (
        len(place.user)
        if end == len(place.base)
        else place.map[end]
        if place.map[end] >= 0
        else None
    )
    if left is None or right is None or left > right:
        return None
    return left, right


def _nearest(place: _Place, start: int) -> int:
    """The place in the user's text of the last base character before ``start`` that is still there."""
    return next((place.map[at] + 1 for at in range(start - 1, -1, -1) if place.map[at] >= 0), 0)


def _edit(place: _Place, change: Change, span: tuple[int, int], figure: bool = False) -> None:
    """Plan the edit; across a paragraph's end or over an object it is a remark."""
    seen = place.user[span[0] : span[1]]
    old = place.base[change.start : change.end]
    if JOIN in seen or OBJECT in seen:
        place.remarks.append(
            Remark("edited" if figure else "wording", change, old, seen.replace(JOIN, ""), span[0])
        )
        return
    segments = change.segments
    if figure:
        only = segments[0]
        segments = (Segment(with_habit(only.text, seen), only.key, only.fid),)
        if segments[0].text == seen:
            return
    place.edits.append(Edit(*span, segments, figure))


def _without_overlap(place: _Place) -> Rebased:
    """Figures come first: a change of wording that reaches into another edit is a remark."""
    kept: list[Edit] = []
    remarks = list(place.remarks)
    for edit in sorted(place.edits, key=lambda edit: not edit.figure):
        if any(edit.start < other.end and other.start < edit.end for other in kept):
            change = Change(edit.start, edit.end, edit.segments)
            seen = place.user[edit.start : edit.end]
            remarks.append(Remark("wording", change, seen, seen, edit.start))
        else:
            kept.append(edit)
    kept.sort(key=lambda edit: (edit.start, edit.end))
    return Rebased(tuple(kept), tuple(sorted(remarks, key=lambda remark: remark.at)))
