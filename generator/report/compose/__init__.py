"""Templates and figures to composed text.

In: a package, its kind and its figures. Out: small Markdown in which every value carries its mark.
Must not know: how Markdown is parsed, headings are numbered, or a Word file is laid out.
"""

from generator.report.compose.composed import Composed, ComposedAppendix, ComposedTable
from generator.report.compose.composer import compose, compose_appendices, compose_body_tables
from generator.report.compose.titles import printed_titles

__all__ = [
    "Composed",
    "ComposedAppendix",
    "ComposedTable",
    "compose",
    "compose_appendices",
    "compose_body_tables",
    "printed_titles",
]
