"""Findings as remarks of the page, each at its words in the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.check import Finding
from generator.check.finding import Side
from generator.check.passages import Passage
from generator.report.view import PageRemark, RemarkSide

_LONGEST = 80
"""Characters that are shown of a quote."""
_Where = tuple[str | None, int | None]


def remarks_of(findings: Iterable[Finding], passages: Sequence[Passage]) -> tuple[PageRemark, ...]:
    """The findings in their order; the lines are those of ``passages``."""
    lines = _lines(passages)
    return tuple(
        PageRemark(
            finding.severity.label,
            finding.rule,
            finding.message,
            tuple(_side(side, lines, passages) for side in finding.sides),
            finding.keys,
        )
        for finding in findings
    )


def _lines(passages: Sequence[Passage]) -> Mapping[_Where, int]:
    """The number of the line that a side means by its section and paragraph."""
    lines: dict[_Where, int] = {}
    for number, passage in enumerate(passages):
        side = passage.side(0, 0)
        lines.setdefault((side.section, side.paragraph), number)
    return lines


def _side(side: Side, lines: Mapping[_Where, int], passages: Sequence[Passage]) -> RemarkSide:
    quote = side.quote if len(side.quote) <= _LONGEST else f"{side.quote[:_LONGEST]}…"
    line = lines.get((side.section, side.paragraph)) if side.paragraph else None
    if line is None:
        return RemarkSide(side.location, quote)
    start, end = side.at or (0, len(passages[line].text))
    return RemarkSide(side.location, quote, (line, start, max(end, start + 1)))
