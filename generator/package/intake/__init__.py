"""CSV files and sheets as tables of the package: the same reading, the same messages.

In: the bytes of a workbook or the text of a CSV file. Out: grids of cells; in a grid the head, the
rows and what is not clear; of a cell the value of its declared type. It guesses nothing, and knows
neither folders nor reports.
"""

from generator.package.intake.csvtext import csv_grid
from generator.package.intake.grid import Grid

__all__ = ["Grid", "csv_grid"]
