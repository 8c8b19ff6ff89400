"""Figures that a person moved to another paragraph: updated where they stand now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from generator.regenerate.decide.decisions import Decisions, PlacedEdit
from generator.regenerate.decide.edits import Edit
from generator.regenerate.decide.script import BlockChange, Script
from generator.regenerate.match import Matching
from generator.regenerate.match.tokens import same

Moved = Mapping[str, PlacedEdit]
"""The edit of each figure that was moved, by its occurrence (fid)."""


def moved_figures(matching: Matching, script: Script, settled: Collection[int]) -> Moved:
    """The changed figures whose bookmark stands, value untouched, in a paragraph of another block.

    ``settled`` are blocks (by index) about which nothing more is decided.
    """
    moved: dict[str, PlacedEdit] = {}
    for index, block in enumerate(matching.base.blocks):
        changes = () if index in settled else script.changes[block.id]
        for change in changes:
            edit = _edit_elsewhere(matching, change, block.text, matching.homes.get(index, ()))
            if edit and change.fid:
                moved[change.fid] = edit
    return moved


def _edit_elsewhere(
    matching: Matching, change: BlockChange, text: str, home: Sequence[int]
) -> PlacedEdit | None:
    span = matching.bookmarks.get(change.fid or "")
    if span is None or span.first != span.last or span.first in home:
        return None
    if change.key is None or change.numbering:
        return None
    para = matching.view.paras[span.first]
    old = text[change.start : change.end]
    if para.fixed or not old or not same(para.text[span.start : span.end], old):
        return None
    return PlacedEdit(span.first, Edit(span.start, span.end, change.segments, figure=True))


def decide_moved(moved: Moved) -> Decisions:
    """The edits of the figures that were moved."""
    return Decisions(edits=tuple(moved.values()))
