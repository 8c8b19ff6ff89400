"""Finds contradictions and slips in a package and its report; changes nothing, and never stops at the first."""

from generator.check.finding import Finding, Side
from generator.check.run import Result, check, check_draft, check_passages

__all__ = ["Finding", "Result", "Side", "check", "check_draft", "check_passages"]
