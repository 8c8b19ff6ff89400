"""A document as the bytes of a file, in the layout and the fonts that the package asks for."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.standard.gbt9704 import Look

if TYPE_CHECKING:
    from generator.word.reference_values import Reference
    from generator.word.writer import FileWithTree


def stamp(date: dt.datetime) -> str:
    """Local time with Z, as Word writes it."""
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def word_bytes(document: Document, dataset: Dataset) -> bytes:
    """The Word file of a document."""
    return word_file(document, dataset).data


def word_file(document: Document, dataset: Dataset) -> FileWithTree:
    """The Word file of a document, and what a base is made of."""
    from generator.word import writer

    look = _look(dataset)
    return writer.make(document, look, dataset.pictures, _own_look(dataset, look))


def _own_look(dataset: Dataset, look: Look) -> Reference | None:
    """The office's own look; None where the package names none, for which nothing is imported."""
    if not dataset.reference:
        return None
    from generator.word.reference import read_reference

    return read_reference(dataset.reference, look.layout, dataset.settings.reference)


def excel_bytes(document: Document, dataset: Dataset) -> bytes:
    """The workbook of a document of appendix tables."""
    from generator import excel

    return excel.write(document, _look(dataset))


def _look(dataset: Dataset) -> Look:
    settings = dataset.settings
    return Look.named(settings.layout, settings.fonts, settings.page_number, settings.format)
