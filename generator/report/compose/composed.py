"""The texts of a report as composed: marked Markdown, not parsed yet."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.model.appendix_table import TableColumn, TableDescription


class ComposedPart(Struct, frozen=True):
    """A text of an appendix: the name of the text, the lines of its title, the text."""

    name: str
    title: tuple[str, ...]
    text: str


class ComposedTable(Struct, frozen=True):
    """The words around the cells of the table of a description: the columns that print and their
    heads, the lines above, the unit line ("" for none), the notes below; the ``cells`` of rows that
    the kind writes itself; the ``blocks`` of a stacked table with their ``labels`` ("" for none);
    the words of a row to sign."""

    description: TableDescription
    columns: tuple[TableColumn, ...]
    heads: tuple[str, ...]
    lines: tuple[str, ...]
    unit_line: str
    notes: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...] = ()
    blocks: tuple[ComposedTable, ...] = ()
    labels: tuple[str, ...] = ()
    sign_line: tuple[str, ...] = ()


class ComposedAppendix(Struct, frozen=True):
    """An appendix: its name, the lines of its title, its subtitle, its texts or its table."""

    name: str
    title: tuple[str, ...]
    subtitle: str
    parts: tuple[ComposedPart, ...]
    table: ComposedTable | None


class Composed(Struct, frozen=True):
    """Every text of a report. Lines of a title are kept apart where the package gives them so;
    ``tables`` are those that stand in the texts, by name; ``required`` are the blocks of letter and
    report that may not disappear."""

    title: tuple[str, ...]
    letter: str
    report_title: tuple[str, ...]
    report_subtitle: str
    report: str
    appendices: tuple[ComposedAppendix, ...]
    tables: Mapping[str, ComposedTable] = field(default_factory=dict)
    required: frozenset[str] = frozenset()
