"""Files to a Dataset: reads, converts by declared type, and guesses nothing.

In: a folder or a workbook, and the folder of the report kinds. Out: ``Dataset`` and ``Kind``, or an
error with every fault. It computes, rounds and repairs nothing, and writes no file of a package.
"""

from generator.package.read.kind import known_forms, read_kind, read_starter, shared_terms
from generator.package.read.load import load_package
from generator.package.read.settings import read_checks

__all__ = [
    "known_forms",
    "load_package",
    "read_checks",
    "read_kind",
    "read_starter",
    "shared_terms",
]
