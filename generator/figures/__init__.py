"""Values with identity: every number that a report prints, its unit, its source, how it was
computed.

In: a package and its kind. Out: figures by key, records, sums and counts; the lines of a document.
Must not know: templates, findings, Word files.
"""

from generator.figures.draft import Draft
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.figures.records import RecordColumn, RecordGroup, RecordSet, RowView

__all__ = [
    "Draft",
    "Figure",
    "FigureBook",
    "RecordColumn",
    "RecordGroup",
    "RecordSet",
    "RowView",
]
