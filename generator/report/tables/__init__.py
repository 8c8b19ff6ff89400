"""Data to finished text cells: the appendix tables of a report."""

from generator.report.tables.form_table import form_table
from generator.report.tables.record_table import record_table

__all__ = ["form_table", "record_table"]
