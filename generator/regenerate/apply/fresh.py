"""The new draft as a file, from which new blocks, rows and cells are copied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from generator.regenerate.base import Base
from generator.word.reader import WordFile


class FreshFile(Struct, frozen=True):
    """The Word file of a new draft, and the paragraph of each block."""

    file: WordFile
    paragraphs: Mapping[str, int]


class Fresh(Struct, frozen=True):
    """A new draft and the bookmarks that its Word file has.

    ``read`` reads that file: a large one takes as much memory as the user's, so that is done only
    where something is copied from it.
    """

    draft: Base
    marks: Collection[str]
    read: Callable[[], FreshFile]
