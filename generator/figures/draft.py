"""A package with the report that was made of it: what is checked, written and traced."""

from __future__ import annotations

from msgspec import Struct

from generator.figures.figure_book import FigureBook
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.kind import Kind


class Draft(Struct, frozen=True):
    """A package as read, its kind and figures, and the document composed of them."""

    dataset: Dataset
    kind: Kind
    book: FigureBook
    document: Document
