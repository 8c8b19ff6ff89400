"""Composed text to blocks of the document tree.

In: marked Markdown, heading styles. Out: numbered headings and paragraphs of marked runs, each with
its id. Must not know: figures, records, the order of the parts of a report.
"""

from generator.report.markup.outline import outline
from generator.report.markup.parser import RawHeading, RawParagraph, parse, parse_line

__all__ = ["RawHeading", "RawParagraph", "outline", "parse", "parse_line"]
