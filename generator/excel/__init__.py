"""The appendix tables as a workbook for people who go on counting.

In come a ``Document`` with tables and its ``Look``. Out go the bytes of an .xlsx, one sheet a
table, with real numbers, sums as formulas, and pages that print as they are. It must not know data
packages, nor how a Word file is made.
"""

from generator.excel.workbook import write

__all__ = ["write"]
