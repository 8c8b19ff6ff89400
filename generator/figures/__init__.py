"""Values with identity: every number that a report prints, its unit, its source, and how it was computed."""

from generator.figures.draft import Draft
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.figures.records import Column, RecordSet, RowView

__all__ = ["Column", "Draft", "Figure", "FigureBook", "RecordSet", "RowView"]
