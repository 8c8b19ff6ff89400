"""How far a package is: what is filled and what is missing, where it would stand, and who owes it.

In: a draft, and the report as composed. Out: ``Progress``, frozen. Must not know findings, files or
how it is printed.
"""

from generator.report.progress.tally import NOBODY, Assigned, Counts, Gap, Progress, tally

__all__ = ["NOBODY", "Assigned", "Counts", "Gap", "Progress", "tally"]
