"""Bookmarks while a file is read: the spans between the positions where they begin and end."""

from __future__ import annotations

from generator.model.view import Span

Position = tuple[int, int]
"""The index of a paragraph, and a character of it."""


class OpenSpans:
    """The bookmarks read so far; one that never ends is none."""

    def __init__(self) -> None:
        self.spans: dict[str, Span] = {}
        self._open: dict[str, tuple[str, Position]] = {}
        self._waiting: list[tuple[str, str]] = []

    def begin(self, ident: str, name: str, position: Position) -> None:
        """A bookmark begins inside a paragraph."""
        self._open[ident] = (name, position)

    def begin_with_next(self, ident: str, name: str) -> None:
        """A bookmark begins between paragraphs."""
        self._waiting.append((ident, name))

    def enter_paragraph(self, position: Position) -> None:
        """The next paragraph is there."""
        for ident, name in self._waiting:
            self.begin(ident, name, position)
        self._waiting.clear()

    def end(self, ident: str, position: Position) -> None:
        """A bookmark ends; an end without a beginning is passed over."""
        if ident in self._open:
            name, (first, start) = self._open.pop(ident)
            self._keep(name, Span(first, start, *position))

    def _keep(self, name: str, span: Span) -> None:
        """The first of a name that holds something wins: word processors may write a name twice."""
        there = self.spans.get(name)
        if there is None or (there.empty and not span.empty):
            self.spans[name] = span
