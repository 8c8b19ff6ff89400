"""Tables of which there is one for each record: the description of one of them."""

from __future__ import annotations

from generator.model.appendix_table import FixedCell, TableCrossCheck, TableDescription
from generator.model.regex import regex
from generator.model.replacing import replace

_WORD = "本条"
"""What a description calls the key of the record: 项目['本条'] in its templates, {本条.总额} in its
checks, 项目[本条].总分 where a figure stands."""
_QUOTED = regex(rf"(['\"]){_WORD}\1")
_BRACED = regex(rf"\{{{_WORD}(?=[.}}])")


def of_record(table: TableDescription, key: str) -> TableDescription:
    """The table as it is for the record of that key: under a name of its own, its figures and
    checks about this record. Its templates are as they were: see ``said_of``."""
    return replace(
        table,
        name=f"{table.name}·{key}",
        record=key,
        rows=tuple(tuple(_cell(cell, key) for cell in row) for row in table.rows),
        checks=tuple(_check(check, key) for check in table.checks),
    )


def said_of(template: str, key: str) -> str:
    """A template of one line, about the record of that key; as it is where there is none ("")."""
    if not key:
        return template
    escaped = key.replace("\\", r"\\").replace("'", r"\'")
    return _QUOTED.sub(lambda _: f"'{escaped}'", template)


def _cell(cell: FixedCell, key: str) -> FixedCell:
    return replace(cell, figure=cell.figure.replace(f"[{_WORD}]", f"[{key}]"))


def _check(check: TableCrossCheck, key: str) -> TableCrossCheck:
    return replace(check, each_column=_BRACED.sub(lambda _: f"{{{key}", check.each_column))
