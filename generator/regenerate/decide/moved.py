"""Figures that a person moved to another paragraph: updated where they stand now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.model.view import Span, View
from generator.regenerate.base import Block
from generator.regenerate.decide.decisions import Decisions, PlacedEdit
from generator.regenerate.decide.edits import Edit
from generator.regenerate.decide.script import Script
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
        if index not in settled:
            moved.update(_moved(matching, script, index, block))
    return moved


def _moved(
    matching: Matching, script: Script, index: int, block: Block
) -> Iterator[tuple[str, PlacedEdit]]:
    """The moved figures of a block."""
    home = matching.homes.get(index, ())
    for change in script.figure_changes(block):
        fid, old = change.fid or "", block.text[change.start : change.end]
        span = matching.bookmarks.get(fid)
        if span and span.first not in home and _is_untouched(matching.view, span, old):
            edit = Edit(span.start, span.end, change.segments, figure=True)
            yield fid, PlacedEdit(span.first, edit)


def _is_untouched(view: View, span: Span, old: str) -> bool:
    """Whether a bookmark holds the old value, in a paragraph that may be edited."""
    para = view.paras[span.first]
    if para.fixed or span.first != span.last or not old:
        return False
    return same(para.text[span.start : span.end], old)


def decide_moved(moved: Moved) -> Decisions:
    """The edits of the figures that were moved."""
    return Decisions(edits=tuple(moved.values()))
