"""The document tree as a Word file in the layout of GB/T 9704-2012: ``write`` is all that others
need.
"""

from generator.word.writer.footers import PageNumber
from generator.word.writer.writer import write

__all__ = ["PageNumber", "write"]
