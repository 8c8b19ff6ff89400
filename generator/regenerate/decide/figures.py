"""A figure of another value put onto the user's text.

Where its bookmark is alive it is in it; else its characters, its neighbours or its words tell.
"""

from __future__ import annotations

from generator.model.replacing import replace
from generator.regenerate.decide.edits import NOTHING, Rebased, together
from generator.regenerate.decide.magnitudes import only_number
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.decide.texts import JOIN, Range, Texts
from generator.regenerate.match.tokens import (
    NUMBER,
    is_telling,
    is_whole,
    positions_of,
    same,
    widen,
)

SURE = 2
"""So many unchanged characters beside a figure show that it is the same figure."""
_LABEL = 4
"""Words before a figure, so many letters, that are not repeated by chance."""
_WIDER, _MUCH_WIDER = 4, 12
"""So many characters more than the figure had may be what a person made of it: without a number,
and with one."""


def rebase_figure(texts: Texts, change: BlockChange) -> Rebased:
    """What becomes of a figure of another value."""
    bookmark = _bookmark(texts, change)
    stretch = texts.mapped(change)
    if bookmark and _is_alive(texts, change, bookmark, stretch):
        return _marked(texts, change, bookmark)
    if change.numbering:
        return _renumbered(texts, change, stretch)
    if stretch:
        return _mapped(texts, change, stretch, bookmark)
    return _lost(texts, change)


def _bookmark(texts: Texts, change: BlockChange) -> Range | None:
    """The stretch of the figure's bookmark, perhaps empty; None where that is lost."""
    bookmark = texts.bookmarks.get(change.fid or "")
    return _trimmed(texts.user, bookmark) if bookmark else None


def _is_alive(texts: Texts, change: BlockChange, bookmark: Range, stretch: Range | None) -> bool:
    """Whether a bookmark holds something and tells where the figure is."""
    if bookmark[0] == bookmark[1]:
        return False
    return stretch in (None, bookmark) or not _strayed(texts, change, bookmark, stretch)


def _renumbered(texts: Texts, change: BlockChange, stretch: Range | None) -> Rebased:
    """The number of a heading: changed where it stands as it was, else left to people."""
    if stretch and sum(texts.beside(change, stretch)) >= SURE:
        return texts.edit(change, stretch, figure=True)
    return NOTHING


def _lost(texts: Texts, change: BlockChange) -> Rebased:
    """Neither bookmark nor characters are there: the neighbours tell, or nothing does."""
    gap = texts.gap(change)
    in_gap = _read_gap(texts, change, gap) if gap is not None else None
    return _search(texts, change, gap) if in_gap is None else in_gap


def _trimmed(text: str, bookmark: Range) -> Range:
    """A bookmark without the ends of paragraphs at its edges.

    Who presses Enter before a figure leaves its start behind.
    """
    start, end = bookmark
    held = text[start:end].lstrip(JOIN)
    start = end - len(held)
    return start, start + len(held.rstrip(JOIN))


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
    bookmark = widen(texts.user, *bookmark)
    seen = texts.seen(bookmark)
    if same(seen, texts.old(change)):
        return _put_in(texts, change, bookmark)
    inside = _whole_inside(texts, texts.old(change), bookmark)
    if len(inside) == 1:
        return texts.edit(change, inside[0], figure=True)
    return _reworded(texts, change, bookmark) or _typed_over(texts, change, seen, bookmark[0])


def _put_in(texts: Texts, change: BlockChange, stretch: Range) -> Rebased:
    """The new value where the old one stands, in which people may have set blanks and breaks.

    Those beside it stay, and a break between the number and its unit, too; one that goes with the
    number is told.
    """
    stretch = _without_blanks_beside(texts, change, stretch)
    seen = texts.seen(stretch)
    if not _is_broken(seen) or _is_broken(texts.old(change)):
        return texts.edit(change, stretch, figure=True)
    number = _reworded(texts, change, stretch)
    if number is not None:
        return number
    edit = texts.edit(change, stretch, figure=True)
    told = texts.remark("check", change, seen, stretch[0])
    return together([edit, told]) if edit.edits else edit


def _without_blanks_beside(texts: Texts, change: BlockChange, stretch: Range) -> Range:
    """A stretch without the blanks at its ends, if the figure had none there."""
    seen, old = texts.seen(stretch), texts.old(change)
    if not seen.strip() or old != old.strip():
        return stretch
    start = stretch[1] - len(seen.lstrip())
    return start, start + len(seen.strip())


def _is_broken(text: str) -> bool:
    """Whether a line or a paragraph ends in a text."""
    return "\n" in text or JOIN in text


def _reworded(texts: Texts, change: BlockChange, stretch: Range) -> Rebased | None:
    """The number where people changed but its unit or the words around it; None where it is not
    there as it was."""
    numbers = only_number(texts.old(change), change.text)
    if numbers is None or len(NUMBER.findall(texts.seen(stretch))) != 1:
        return None
    inside = _whole_inside(texts, numbers[0], stretch)
    if len(inside) != 1:
        return None
    segment = change.segments[0]._replace(text=numbers[1])
    return texts.edit(replace(change, segments=(segment,)), inside[0], figure=True)


def _typed_over(texts: Texts, change: BlockChange, seen: str, at: int) -> Rebased:
    """A person changed the figure: nothing where it is the new value, else a remark."""
    if change.numbering or _says(seen, change.text):
        return NOTHING
    return texts.remark("edited", change, seen.replace(JOIN, ""), at)


def _whole_inside(texts: Texts, part: str, stretch: Range) -> list[Range]:
    """Where some characters stand in a stretch of the user's text and cut no number in two."""
    starts = [stretch[0] + at for at in positions_of(part, texts.seen(stretch))]
    ranges = [(start, start + len(part)) for start in starts]
    return [found for found in ranges if is_whole(texts.user, *found)]


def _says(seen: str, value: str) -> bool:
    """Whether a text is a value, or holds it once."""
    return same(seen, value) or len(positions_of(value, seen)) == 1


def _mapped(texts: Texts, change: BlockChange, stretch: Range, bookmark: Range | None) -> Rebased:
    """No bookmark, but the characters are there: sure by the words beside them, else by a look.

    Where the bookmark stands empty or strayed apart from them, this may be another figure.
    """
    if not _is_apart(bookmark, stretch) and _is_sure(texts, change, stretch):
        return texts.edit(change, stretch, figure=True)
    return _guessed(texts, change, _labelled(texts, change, stretch))


def _is_apart(bookmark: Range | None, stretch: Range) -> bool:
    return bookmark is not None and (bookmark[1] < stretch[0] or stretch[1] < bookmark[0])


def _is_sure(texts: Texts, change: BlockChange, stretch: Range) -> bool:
    """Whether the words beside a figure show that it is the same one."""
    left, right = texts.beside(change, stretch)
    if _has_copied_label(texts, change):
        return False
    if left >= SURE:
        return right > 0 or not _has_rival(texts, change, stretch)
    return left + right >= SURE and _is_alone(texts, texts.old(change), stretch[0])


def _has_copied_label(texts: Texts, change: BlockChange) -> bool:
    """Whether the words before a figure stand more often in the user's text: copied, or moved here.

    Of two sentences that say the same of two numbers the characters do not tell whose is whose.
    """
    label = _letters_before(texts.base, change.start)
    return len(label) >= _LABEL and texts.user.count(label) > texts.base.count(label)


def _has_rival(texts: Texts, change: BlockChange, stretch: Range) -> bool:
    """Whether the words that followed a figure follow the same characters elsewhere."""
    old, words = texts.old(change), texts.base[change.end : change.end + SURE]
    others = (at for at in positions_of(old, texts.user) if at != stretch[0])
    return any(texts.user.startswith(words, at + len(old)) for at in others)


def _is_alone(texts: Texts, old: str, at: int) -> bool:
    """Whether no other characters of the two texts are like a figure, which stands ``at`` now."""
    in_user = positions_of(old, texts.user)
    return len(positions_of(old, texts.base)) == 1 and set(in_user) <= {at}


def _labelled(texts: Texts, change: BlockChange, stretch: Range) -> Range:
    """The stretch, or the only other one like it that stands behind the figure's label."""
    old, label = texts.old(change), _label(texts.base, change.start)
    if not label or texts.user[: stretch[0]].endswith(label):
        return stretch
    fits = [at for at in positions_of(old, texts.user) if texts.user[:at].endswith(label)]
    return (fits[0], fits[0] + len(old)) if len(fits) == 1 else stretch


def _guessed(texts: Texts, change: BlockChange, stretch: Range) -> Rebased:
    """The edit, and a remark that a person should look at it."""
    edit = texts.edit(change, stretch, figure=True)
    return together([edit, texts.remark("check", change, texts.old(change), stretch[0])])


def _label(text: str, end: int) -> str:
    """The last words before a figure that name it: two to four letters, no number among them."""
    words = _letters_before(text, end)[-4:]
    return words if len(words) >= 2 else ""


def _letters_before(text: str, end: int) -> str:
    """The letters that stand in a row before a place of a text, and before the end of a line
    there."""
    if text[end - 1 : end] == "\n":
        end -= 1
    start = end
    while start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
        start -= 1
    return text[start:end]


def _read_gap(texts: Texts, change: BlockChange, gap: Range) -> Rebased | None:
    """What stands between the unchanged neighbours; None where it does not tell."""
    old, seen = texts.old(change), texts.seen(gap)
    if JOIN in seen or not seen.strip():
        return None
    if same(seen, change.text):
        return NOTHING
    stretch = _only_one(old, seen, gap)
    if stretch:
        return _put_in(texts, change, stretch)
    if not _may_be(seen, old):
        return None
    return _reworded(texts, change, gap) or texts.remark("edited", change, seen, gap[0])


def _only_one(old: str, seen: str, gap: Range) -> Range | None:
    """Where a figure stands in what is between its neighbours: all of it, or once in it."""
    if same(seen, old):
        return gap
    within = positions_of(old, seen)
    start = gap[0] + within[0] if within else 0
    return (start, start + len(old)) if len(within) == 1 else None


def _may_be(seen: str, old: str) -> bool:
    """Whether words are so short that a person may have made them of a figure."""
    wider = len(seen) - len(old)
    return wider <= _WIDER or (wider <= _MUCH_WIDER and NUMBER.search(seen) is not None)


def _search(texts: Texts, change: BlockChange, gap: Range | None) -> Rebased:
    """The figure is not where it was: perhaps it stands elsewhere, once, where nothing else was."""
    old = texts.old(change)
    olds, news = _free(texts, old), _free(texts, change.text)
    if len(olds) == 1 and len(old) > 1:
        return _guessed(texts, change, (olds[0], olds[0] + len(old)))
    if not olds and len(news) == 1 and is_telling(change.text):
        return NOTHING
    return texts.remark("gone", change, "", gap[0] if gap else texts.nearest(change.start))


def _free(texts: Texts, part: str) -> list[int]:
    """Where some characters stand in the user's text that are not those of the base."""
    taken = {at for at in texts.map if at >= 0}
    return [
        at for at in positions_of(part, texts.user) if taken.isdisjoint(range(at, at + len(part)))
    ]
