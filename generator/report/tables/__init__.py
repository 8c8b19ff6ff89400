"""Data to finished text cells: the appendix tables of a report.

In: a table's description, records or the form, finished heads. Out: a table of marked text cells.
Must not know: templates, where a table stands in the report, widths or fonts.
"""

from generator.report.tables.fixed_table import fixed_table
from generator.report.tables.form_table import form_table
from generator.report.tables.record_table import record_table
from generator.report.tables.stacked_table import BlockOfStack, stacked_table

__all__ = ["BlockOfStack", "fixed_table", "form_table", "record_table", "stacked_table"]
