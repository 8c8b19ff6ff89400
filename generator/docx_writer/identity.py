"""The names of the hidden bookmarks (see ``generator.identity``)."""

from __future__ import annotations

from generator.identity import MARKED, block_bookmark, draft_code, figure_bookmark

__all__ = ["MARKED", "block_bookmark", "draft_code", "figure_bookmark"]
