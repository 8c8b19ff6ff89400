"""A figure of another value put onto the user's text.

Where its bookmark is alive it is in it; else its characters, its neighbours or its words tell.
"""

from __future__ import annotations

import re

from generator.regenerate.decide.edits import NOTHING, Rebased, together
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.decide.texts import JOIN, Range, Texts
from generator.regenerate.match.tokens import NUMBER, is_whole, positions_of, same, widen

SURE = 2
"""So many unchanged characters beside a figure show that it is the same figure."""
_WIDER, _MUCH_WIDER = 4, 12
"""So many characters more than the figure had may be what a person made of it: without a number,
and with one."""


def rebase_figure(texts: Texts, change: BlockChange) -> Rebased:
    """What becomes of a figure of another value."""
    known = texts.bookmarks.get(change.fid or "")
    bookmark = _trimmed(texts.user, known or (0, 0))
    stretch = texts.mapped(change)
    if bookmark[0] < bookmark[1] and not (stretch and _strayed(texts, change, bookmark, stretch)):
        return _marked(texts, change, bookmark)
    if change.numbering:
        sure = stretch is not None and sum(texts.beside(change, stretch)) >= SURE
        return texts.edit(change, stretch, figure=True) if stretch and sure else NOTHING
    if stretch:
        apart = known is not None and (bookmark[1] < stretch[0] or stretch[1] < bookmark[0])
        return _mapped(texts, change, stretch, apart=apart)
    gap = texts.gap(change)
    in_gap = _read_gap(texts, change, gap) if gap is not None else None
    return _search(texts, change, gap) if in_gap is None else in_gap


def _trimmed(text: str, bookmark: Range) -> Range:
    """A bookmark without the ends of paragraphs at its edges.

    Who presses Enter before a figure leaves its start behind.
    """
    start, end = bookmark
    while start < end and text[start] == JOIN:
        start += 1
    while start < end and text[end - 1] == JOIN:
        end -= 1
    return start, end


def _strayed(texts: Texts, change: BlockChange, bookmark: Range, stretch: Range) -> bool:
    """Whether a bookmark stands elsewhere, though its figure stands untouched among its neighbours.

    Around something else, or around a part: .rtf swaps the names of bookmarks that touch, and ends
    of bookmarks slip where changes are accepted.
    """
    if not is_whole(texts.user, *stretch) or min(texts.beside(change, stretch)) < SURE:
        return False
    return not same(texts.seen(bookmark), texts.old(change))


def _marked(texts: Texts, change: BlockChange, bookmark: Range) -> Rebased:
    """The bookmark is alive: the figure is in it, or a person changed it."""
    old, (start, end) = texts.old(change), widen(texts.user, *bookmark)
    seen = texts.seen((start, end))
    if same(seen, old):
        return texts.edit(change, (start, end), figure=True)
    inside = [start + at for at in positions_of(old, seen)]
    inside = [at for at in inside if is_whole(texts.user, at, at + len(old))]
    if len(inside) == 1:
        return texts.edit(change, (inside[0], inside[0] + len(old)), figure=True)
    says_it = same(seen, change.text) or len(positions_of(change.text, seen)) == 1
    if says_it or change.numbering:
        return NOTHING
    return texts.remark("edited", change, seen.replace(JOIN, ""), start)


def _mapped(texts: Texts, change: BlockChange, stretch: Range, *, apart: bool) -> Rebased:
    """No bookmark, but the characters are there: sure by the words beside them, else by a look.

    Where the bookmark stands empty or strayed ``apart`` from them, this may be another figure.
    """
    old = texts.old(change)
    others = [at for at in positions_of(old, texts.user) if at != stretch[0]]
    alone = not others and len(positions_of(old, texts.base)) == 1
    left, right = texts.beside(change, stretch)
    if not apart and (left >= SURE or (alone and left + right >= SURE)):
        return texts.edit(change, stretch, figure=True)
    label = _label(texts.base, change.start)
    fits = [at for at in others if label and texts.user[:at].endswith(label)]
    if len(fits) == 1 and not texts.user[: stretch[0]].endswith(label):
        stretch = (fits[0], fits[0] + len(old))
    return _guessed(texts, change, stretch)


def _guessed(texts: Texts, change: BlockChange, stretch: Range) -> Rebased:
    """The edit, and a remark that a person should look at it."""
    edit = texts.edit(change, stretch, figure=True)
    return together([edit, texts.remark("check", change, texts.old(change), stretch[0])])


def _label(text: str, end: int) -> str:
    """The last words before a figure that name it: two to four letters, no number among them."""
    words = re.search(r"[^\W\d_]{1,4}$", text[:end])
    return words[0] if words and len(words[0]) >= 2 else ""


def _read_gap(texts: Texts, change: BlockChange, gap: Range) -> Rebased | None:
    """What stands between the unchanged neighbours; None where it does not tell."""
    old, seen, start = texts.old(change), texts.seen(gap), gap[0]
    if JOIN in seen or not seen.strip():
        return None
    if same(seen, change.text):
        return NOTHING
    if same(seen, old):
        return texts.edit(change, gap, figure=True)
    within = [start + at for at in positions_of(old, seen)]
    if len(within) == 1:
        return texts.edit(change, (within[0], within[0] + len(old)), figure=True)
    wider = len(seen) - len(old)
    if wider <= _WIDER or (wider <= _MUCH_WIDER and NUMBER.search(seen)):
        return texts.remark("edited", change, seen, start)
    return None


def _search(texts: Texts, change: BlockChange, gap: Range | None) -> Rebased:
    """The figure is not where it was: perhaps it stands elsewhere, once, where nothing else was."""
    old = texts.old(change)
    olds, news = _free(texts, old), _free(texts, change.text)
    if len(olds) == 1 and len(old) > 1:
        return _guessed(texts, change, (olds[0], olds[0] + len(old)))
    if not olds and len(news) == 1 and len(change.text) > 1:
        return NOTHING
    return texts.remark("gone", change, "", gap[0] if gap else texts.nearest(change.start))


def _free(texts: Texts, part: str) -> list[int]:
    """Where some characters stand in the user's text that are not those of the base."""
    taken = {at for at in texts.map if at >= 0}
    return [
        at for at in positions_of(part, texts.user) if taken.isdisjoint(range(at, at + len(part)))
    ]
