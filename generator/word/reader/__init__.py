"""A Word file that people worked on, read in the view with all changes accepted."""

from generator.model.view import OBJECT, CellLocation, Para, Span, View
from generator.word.reader.reader import Paragraph, Piece, WordFile, read, read_root

__all__ = [
    "OBJECT",
    "CellLocation",
    "Para",
    "Paragraph",
    "Piece",
    "Span",
    "View",
    "WordFile",
    "read",
    "read_root",
]
