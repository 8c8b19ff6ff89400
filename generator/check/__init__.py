"""Finds contradictions and slips in a package and its report; changes nothing, and never stops at the first."""

from generator.check.finding import Finding, Side
from generator.check.run import Result, check, check_package, check_passages
from generator.check.subject import Package

__all__ = ["Finding", "Package", "Result", "Side", "check", "check_package", "check_passages"]
