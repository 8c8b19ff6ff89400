"""Data to finished text cells: the appendix tables of a report."""

from generator.report.tables.form import form_table
from generator.report.tables.records import record_table

__all__ = ["form_table", "record_table"]
