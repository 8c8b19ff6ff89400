"""New, gone or other wording put onto the user's text."""

from __future__ import annotations

from generator.regenerate.decide.edits import NOTHING, Rebased
from generator.regenerate.decide.figures import SURE
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.decide.texts import JOIN, Range, Texts
from generator.regenerate.match.tokens import positions_of, same

_VERY_SURE = 2 * SURE


def rebase_wording(texts: Texts, change: BlockChange) -> Rebased:
    """What becomes of a change of wording."""
    if change.start == change.end:
        return _insertion(texts, change)
    stretch = texts.mapped(change)
    return _replacement(texts, change, stretch) if stretch else _rewritten(texts, change)


def _rewritten(texts: Texts, change: BlockChange) -> Rebased:
    """A person has changed the words: nothing, or a remark."""
    gap = texts.gap(change) or (texts.nearest(change.start),) * 2
    seen = texts.seen(gap)
    if seen and same(seen, change.text):
        return NOTHING
    if _is_gone(texts, change) and (not change.segments or _says_it(texts, change)):
        return NOTHING
    return texts.remark("wording", change, seen.replace(JOIN, ""), gap[0])


def _is_gone(texts: Texts, change: BlockChange) -> bool:
    """Whether no character of the old words is there any more."""
    return all(at < 0 for at in texts.map[change.start : change.end])


def _says_it(texts: Texts, change: BlockChange) -> bool:
    """Whether a person has put in the new words."""
    return change.text in texts.user and change.text not in texts.base


def _replacement(texts: Texts, change: BlockChange, stretch: Range) -> Rebased:
    """The words are there: replaced, unless they are too short to be told from their likes."""
    old = texts.old(change)
    support = sum(texts.beside(change, stretch)) + len(old)
    if support < _VERY_SURE and len(positions_of(old, texts.user)) > 1:
        return texts.remark("wording", change, old, stretch[0])
    return texts.edit(change, stretch)


def _insertion(texts: Texts, change: BlockChange) -> Rebased:
    """New words go between their neighbours, or beside the one that is still there."""
    left, right = _neighbours(texts, change.start)
    if left is not None and right is not None and left <= right:
        return _between(texts, change, left, right)
    if _is_blank(texts):
        return texts.edit(change, (0, 0))
    return NOTHING if _says_it(texts, change) else _beside_one(texts, change, left, right)


def _is_blank(texts: Texts) -> bool:
    """Whether neither text says anything."""
    return not texts.base and not texts.user.strip()


def _beside_one(texts: Texts, change: BlockChange, left: int | None, right: int | None) -> Rebased:
    """New words where one neighbour is gone: beside the other one, if it is sure."""
    if left is not None and texts.beside(change, (left, left))[0] >= _VERY_SURE:
        return texts.edit(change, (left, left))
    if right is not None and texts.beside(change, (right, right))[1] >= _VERY_SURE:
        return texts.edit(change, (right, right))
    return texts.remark("wording", change, "", texts.nearest(change.start))


def _neighbours(texts: Texts, at: int) -> tuple[int | None, int | None]:
    """The ends of what stands left and right of a position of the base; None where it is gone.

    The ends of the base's text count where the user's text begins or ends there, too.
    """
    left, right = texts.before(at), texts.after(at)
    if at == 0 and right != 0:
        left = None
    if at == len(texts.base) and left != len(texts.user):
        right = None
    return left, right


def _between(texts: Texts, change: BlockChange, left: int, right: int) -> Rebased:
    """New words where both neighbours are still there: beside the one that is surer."""
    between = texts.seen((left, right))
    if between and same(between, change.text):
        return NOTHING
    before, after = texts.beside(change, (left, left))
    at = left if before >= after or not between else right
    return texts.edit(change, (at, at))
