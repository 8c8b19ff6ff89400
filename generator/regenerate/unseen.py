"""Signs that nobody sees in a file that people edited: it is compared without them, and they stay
where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec import Struct

from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import INVISIBLE, Span, View
from generator.regenerate.base import Base
from generator.regenerate.decide import Edit, Plan

_UNSEEN = regex(f"[{INVISIBLE}]")


class UnseenSigns(Struct, frozen=True):
    """A file as it is compared: its ``view`` without the signs that its drafts have not.

    ``kept`` gives, for each paragraph that has such signs, the positions of its other characters
    in its text, and the length of that.
    """

    view: View
    kept: Mapping[int, Sequence[int]]

    def in_file(self, plan: Plan) -> Plan:
        """A plan for the view as one for the file: a sign inside an edit goes with it."""
        if not self.kept:
            return plan
        edits = {
            para: tuple(self._placed(para, edit) for edit in own)
            for para, own in plan.edits.items()
        }
        return replace(plan, edits=edits)

    def _placed(self, para: int, edit: Edit) -> Edit:
        kept = self.kept.get(para)
        if kept is None:
            return edit
        start = kept[edit.start]
        end = kept[edit.end - 1] + 1 if edit.start < edit.end else start
        return replace(edit, start=start, end=end)


def without_unseen(view: View, drafts: Sequence[Base]) -> UnseenSigns:
    """A file without signs that nobody sees and that none of its drafts has."""
    signs = _strange_signs(view, drafts)
    if not signs:
        return UnseenSigns(view, {})
    kept = {
        index: _kept(para.text, signs)
        for index, para in enumerate(view.paras)
        if not signs.isdisjoint(para.text)
    }
    paras = list(view.paras)
    for index, places in kept.items():
        text = paras[index].text
        paras[index] = replace(paras[index], text="".join(text[at] for at in places[:-1]))
    spans = {name: _moved(span, kept) for name, span in view.spans.items()}
    return UnseenSigns(replace(view, paras=tuple(paras), spans=spans), kept)


def _strange_signs(view: View, drafts: Sequence[Base]) -> set[str]:
    """The unseen signs of a file that no draft has."""
    signs = {sign for para in view.paras for sign in _UNSEEN.findall(para.text)}
    for draft in drafts if signs else ():
        signs.difference_update(*(block.text for block in draft.blocks))
    return signs


def _kept(text: str, signs: set[str]) -> list[int]:
    """Where the other characters of a text stand, and where it ends."""
    return [*(at for at, char in enumerate(text) if char not in signs), len(text)]


def _moved(span: Span, kept: Mapping[int, Sequence[int]]) -> Span:
    """A stretch of the file in the texts without the signs."""
    start, end = _position(span.first, span.start, kept), _position(span.last, span.end, kept)
    return replace(span, start=start, end=end)


def _position(para: int, at: int, kept: Mapping[int, Sequence[int]]) -> int:
    return bisect_left(kept[para], at) if para in kept else at
