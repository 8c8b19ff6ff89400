"""Files to a Dataset: reads, converts by declared type, and guesses nothing.

In: the files of a package and of the report kind that it names. Out: ``Dataset`` and ``Kind``, or
one error that holds every fault. Must not know: how a workbook came to be, what a value is for.
"""

from generator.package.read.kind import known_forms, shared_terms
from generator.package.read.load import load_package
from generator.package.read.workbookfile import kind_of_package, package_of

__all__ = ["kind_of_package", "known_forms", "load_package", "package_of", "shared_terms"]
