"""A data package as an .xlsx workbook: written for a clerk, read back whatever a clerk made of it.

In: the files of a package and its kind, or the bytes of a workbook. Out: the bytes of a workbook,
or files and where in the sheets all stands. It reads no folder and knows neither values nor
figures.
"""

from generator.package.workbook.book import Book, read_book
from generator.package.workbook.write import make_workbook

__all__ = ["Book", "make_workbook", "read_book"]
