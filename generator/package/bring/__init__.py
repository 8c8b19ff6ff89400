"""Sheets as departments send them: what goes where in a package, proposed first, then taken.

In: grids of cells, a ``Dataset`` with its ``Kind``, and the mapping of earlier times. Out: a
``Proposal``, and the files of the package with what was taken. It guesses nothing silently: what is
not certain is a question, what is there already stays. It writes no file.
"""

from generator.package.bring.filling import filled_files
from generator.package.bring.mapping import Mapped, read_mapping
from generator.package.bring.proposal import Offer, Proposal, Standing
from generator.package.bring.propose import propose
from generator.package.bring.sheets import BroughtSheet, sheets_of_table, sheets_of_view

__all__ = [
    "BroughtSheet",
    "Mapped",
    "Offer",
    "Proposal",
    "Standing",
    "filled_files",
    "propose",
    "read_mapping",
    "sheets_of_table",
    "sheets_of_view",
]
