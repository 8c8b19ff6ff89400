"""A document as a Word file in the layout of GB/T 9704-2012: ``write`` and ``make`` are all that
others need.

In come a ``Document`` and its ``Look``. Out go the bytes of a .docx, the same for the same input;
from ``make`` also what a base is made of.
It must not know where the text came from, nor read a Word file that people worked on.
"""

from generator.word.writer.file import FileWithTree, make, write

__all__ = ["FileWithTree", "make", "write"]
