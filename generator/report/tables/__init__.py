"""Data to finished text cells: the appendix tables of a report.

In: a table's description, records or the form, finished heads. Out: a table of marked text cells.
Must not know: templates, where a table stands in the report, widths or fonts.
"""

from generator.report.tables.form_table import form_table
from generator.report.tables.record_table import record_table

__all__ = ["form_table", "record_table"]
