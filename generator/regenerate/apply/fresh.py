"""The new draft as a file, from which new blocks, rows and cells are copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.regenerate.base import Base
from generator.word.reader import WordFile


@dataclass(frozen=True)
class Fresh:
    """A new draft, the Word file that was written from it, and the paragraph of each block."""

    draft: Base
    file: WordFile
    paragraphs: Mapping[str, int]
