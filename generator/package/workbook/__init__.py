"""A data package as an .xlsx workbook: written for a clerk, read back whatever a clerk made of it."""

from generator.package.workbook.book import Book, is_workbook, open_book
from generator.package.workbook.write import make_workbook, package_files

__all__ = ["Book", "is_workbook", "make_workbook", "open_book", "package_files"]
