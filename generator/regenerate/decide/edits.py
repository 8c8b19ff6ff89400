"""What becomes of a change of the program in the user's text: an edit, a remark, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from generator.regenerate.base import Segment
from generator.regenerate.decide.script import BlockChange

RemarkReason = Literal["edited", "gone", "wording", "check"]


class Edit(Struct, frozen=True):
    """Characters ``start`` to ``end`` of a text become ``segments``."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    figure: bool = False

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return "".join(segment.text for segment in self.segments)


class Remark(Struct, frozen=True):
    """A change about which a person must decide or which a person should look at.

    To decide: ``edited``, ``gone``, ``wording``; to look at: ``check``. ``seen`` is what stands at
    character ``at`` of the text now, "" where nothing does.
    """

    reason: RemarkReason
    change: BlockChange
    old: str
    seen: str
    at: int


class Rebased(Struct, frozen=True):
    """What became of some changes; without edits and remarks: the text says it already."""

    edits: tuple[Edit, ...] = ()
    remarks: tuple[Remark, ...] = ()


NOTHING = Rebased()
"""What becomes of a change that the text says already, or that is gone with the words around it."""


def together(parts: Iterable[Rebased]) -> Rebased:
    """What became of all changes."""
    rebased = tuple(parts)
    return Rebased(
        tuple(edit for part in rebased for edit in part.edits),
        tuple(remark for part in rebased for remark in part.remarks),
    )


def with_edits(text: str, edits: Sequence[Edit]) -> str:
    """A text with its edits, which are in order and do not overlap."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
