"""Composed text to blocks of the document tree."""

from generator.report.markup.outline import outline
from generator.report.markup.parser import RawHeading, RawParagraph, parse, parse_line

__all__ = ["RawHeading", "RawParagraph", "outline", "parse", "parse_line"]
