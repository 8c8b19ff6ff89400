"""A Word file that people worked on, read in the view with all changes accepted."""

from generator.docx_reader.package import Package, open_package
from generator.docx_reader.reader import Paragraph, Piece, WordFile, read, read_root
from generator.docx_reader.view import OBJECT, Cell, Para, Span, View

__all__ = ["OBJECT", "Cell", "Package", "Para", "Paragraph", "Piece", "Span", "View", "WordFile", "open_package", "read",
           "read_root"]
