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
    origins: list[tuple[Edit, BlockChange]] = []
    parts: list[Rebased] = []
    for change in changes:
        part = _one(texts, change)
        parts.append(part)
        origins += [(edit, change) for edit in part.edits]
    return _without_overlap(texts, together(parts), origins)


def _one(texts: Texts, change: BlockChange) -> Rebased:
    if change.key is None:
        return rebase_wording(texts, change)
    return rebase_figure(texts, change)


def _without_overlap(
    texts: Texts, rebased: Rebased, origins: Sequence[tuple[Edit, BlockChange]]
) -> Rebased:
    """Figures come first: a change of wording that reaches into another edit is a remark."""
    kept: list[Edit] = []
    remarks = list(rebased.remarks)
    for edit, change in sorted(origins, key=lambda item: item[0].figure, reverse=True):
        if any(_overlap(edit, other) for other in kept):
            remarks.append(_not_put_in(texts, edit, change))
        else:
            kept.append(edit)
    kept.sort(key=attrgetter("start", "end"))
    return Rebased(tuple(kept), tuple(sorted(remarks, key=attrgetter("at"))))


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _not_put_in(texts: Texts, edit: Edit, change: BlockChange) -> Remark:
    """The remark about an edit that stays out."""
    seen = texts.seen((edit.start, edit.end))
    return Remark("wording", change, seen, seen, edit.start)
