"""The names of the hidden bookmarks (see ``generator.model.bookmarks``)."""

from __future__ import annotations

from generator.model.bookmarks import (
    MARKED,
    block_bookmark,
    block_ident,
    bookmark,
    draft_code,
    figure_bookmark,
    figure_ident,
)

__all__ = [
    "MARKED",
    "block_bookmark",
    "block_ident",
    "bookmark",
    "draft_code",
    "figure_bookmark",
    "figure_ident",
]
