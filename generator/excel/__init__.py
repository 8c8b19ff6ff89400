"""Tables of a document tree to a workbook: the same cells, with real numbers and formulas."""

from generator.excel.workbook import write

__all__ = ["write"]
