"""Templates and figures to composed text: small Markdown in which every value carries its mark."""

from generator.report.compose.composer import (
    Composed,
    ComposedAppendix,
    ComposedTable,
    compose,
    compose_appendices,
)

__all__ = ["Composed", "ComposedAppendix", "ComposedTable", "compose", "compose_appendices"]
