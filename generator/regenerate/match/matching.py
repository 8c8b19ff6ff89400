"""What belongs together in a base and a file that people made of it, as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from generator.model.view import Span, View
from generator.regenerate.base import Base
from generator.regenerate.match.cells import TableMatch, match_tables
from generator.regenerate.match.components import TextGroup
from generator.regenerate.match.flow import match_flow
from generator.regenerate.match.hints import hints


class Matching(Struct, frozen=True, dict=True):
    """Which paragraphs of ``view`` are which blocks of ``base``, all by index.

    ``bookmarks`` maps idents to the stretch where they stand. ``groups`` are texts that belong
    together, those of tables last. ``sure`` are the blocks whose place a bookmark vouches for,
    ``vouched`` those paragraphs; ``unsure`` are blocks that may stand elsewhere.
    """

    base: Base
    view: View
    bookmarks: Mapping[str, Span]
    tables: tuple[TableMatch, ...]
    groups: tuple[TextGroup, ...]
    sure: frozenset[int]
    vouched: frozenset[int]
    unsure: frozenset[int]

    @cached_property
    def homes(self) -> Mapping[int, tuple[int, ...]]:
        """The paragraphs of each block that the file still has."""
        return {block: group.paras for group in self.groups for block in group.blocks}


def match(base: Base, view: View) -> Matching:
    """Match a file, as ``view`` shows it, to the draft it was made from."""
    bookmarks = hints(view, base.id)
    tables = match_tables(base, view, bookmarks)
    flow = match_flow(base, view, bookmarks, {table.theirs.number for table in tables})
    groups = (*flow.groups, *(cell for table in tables for cell in table.cells))
    return Matching(base, view, bookmarks, tables, groups, flow.sure, flow.vouched, flow.unsure)
