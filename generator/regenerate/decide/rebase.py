"""The program's changes put onto the text that people made of the draft.

Every change ends as an edit, as nothing (the text says it already), or as a remark for a person.
Numbers stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from generator.regenerate.decide.edits import Edit, Rebased, Remark, together
from generator.regenerate.decide.figures import rebase_figure
from generator.regenerate.decide.script import BlockChange
from generator.regenerate.decide.texts import Texts
from generator.regenerate.decide.wording import rebase_wording


def rebase(texts: Texts, changes: Sequence[BlockChange]) -> Rebased:
    """Put ``changes`` (positions in the base's text) onto the user's text."""
    parts = [
        rebase_wording(texts, change) if change.key is None else rebase_figure(texts, change)
        for change in changes
    ]
    return _without_overlap(texts, together(parts))


def _without_overlap(texts: Texts, rebased: Rebased) -> Rebased:
    """Figures come first: a change of wording that reaches into another edit is a remark."""
    kept: list[Edit] = []
    remarks = list(rebased.remarks)
    for edit in sorted(rebased.edits, key=attrgetter("figure"), reverse=True):
        if any(_overlap(edit, other) for other in kept):
            remarks.append(_not_put_in(texts, edit))
        else:
            kept.append(edit)
    kept.sort(key=attrgetter("start", "end"))
    return Rebased(tuple(kept), tuple(sorted(remarks, key=attrgetter("at"))))


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _not_put_in(texts: Texts, edit: Edit) -> Remark:
    """The remark about an edit that stays out."""
    change = BlockChange(edit.start, edit.end, edit.segments)
    seen = texts.seen((edit.start, edit.end))
    return Remark("wording", change, seen, seen, edit.start)
