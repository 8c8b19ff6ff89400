"""The places of a county that a text counts and a table lists one a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.rules.word_tables import names_of_rows
from generator.model.regex import regex
from generator.model.severity import Severity

_WHOLE = regex(
    r"全[市州县区旗](?:现?[共有辖]|下辖|所有|的)*(?P<count>[1-9]\d{0,2})个(?P<places>乡镇(?!街道)|镇(?!街)|行政村|村|社区)"
    r"(?!小组|民|级|[和与及、（(])"
)
_ENDS = {"乡镇": "[乡镇]", "镇": "镇", "行政村": "村", "村": "村", "社区": "社区"}
_LEAST = 3


def more_in_table(passages: Sequence[Passage]) -> Iterator[Finding]:
    """The numbers of towns or villages of the whole county than which a table lists more."""
    tables: list[tuple[set[str], Passage]] | None = None
    for passage in prose(passages):
        for match in _WHOLE.finditer(passage.text):
            tables = list(names_of_rows(passages)) if tables is None else tables
            for names, row in tables:
                yield from _more(passage, match, names, row)


def _more(
    passage: Passage, match: re.Match[str], names: set[str], row: Passage
) -> Iterator[Finding]:
    """The finding where a table names places of that sort alone, and more of them."""
    count, ending = int(match["count"]), _ENDS[match["places"]]
    listed = [name for name in names if re.search(f"(?:{ending})$", name)]
    if len(listed) <= max(count, _LEAST) or len(listed) < len(names):
        return
    shown = f"{count}个{match['places']}"
    message = f"文中写“{shown}”，表里列了{len(listed)}个。"
    sides = (passage.side(match.start(), match.end(), 8), row.side())
    yield Finding(Severity.WARNING, message, sides, str(len(listed)), shown)
