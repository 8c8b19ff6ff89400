"""Finds contradictions and slips in a package and its report.

In comes a ``Draft``, or the passages of any Word file; out goes a ``Result``: the findings, each
with both sides, and what report.yaml left out. It changes nothing, never stops at the first, and
must not know how a report is composed, written or regenerated.
"""

from generator.check.finding import Finding, Side
from generator.check.run import Result, check_against, check_draft, check_passages
from generator.model.severity import Severity

__all__ = [
    "Finding",
    "Result",
    "Severity",
    "Side",
    "check_against",
    "check_draft",
    "check_passages",
]
