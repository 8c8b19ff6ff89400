"""A document as the bytes of a file, in the layout and the fonts that the package asks for."""

from __future__ import annotations

from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.standard import gbt9704


def word_bytes(document: Document, dataset: Dataset) -> bytes:
    """The Word file of a document."""
    from generator.word import writer

    settings = dataset.settings
    return writer.write(
        document,
        gbt9704.PROFILES[settings.layout],
        gbt9704.Fonts(**settings.fonts),
        page_number=settings.page_number,
    )


def excel_bytes(document: Document, dataset: Dataset) -> bytes:
    """The workbook of a document of appendix tables."""
    from generator import excel

    settings = dataset.settings
    return excel.write(document, gbt9704.PROFILES[settings.layout], gbt9704.Fonts(**settings.fonts))
