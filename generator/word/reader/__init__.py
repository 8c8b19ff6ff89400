"""Reader: a Word file that people worked on, in the view with all changes accepted.

Comes in: the bytes of a .docx. Goes out: a ``WordFile``: its view and the XML behind each
character. Must not know: drafts, figures, why a file is read.
"""

from generator.model.view import OBJECT, CellLocation, Para, Span, View
from generator.word.reader.drawings import unread_drawings
from generator.word.reader.paragraph import Piece, ReadParagraph
from generator.word.reader.wordfile import WordFile, read, read_root, view_of, view_without_xml

__all__ = [
    "OBJECT",
    "CellLocation",
    "Para",
    "Piece",
    "ReadParagraph",
    "Span",
    "View",
    "WordFile",
    "read",
    "read_root",
    "unread_drawings",
    "view_of",
    "view_without_xml",
]
