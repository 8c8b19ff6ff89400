"""The parts of a report: composed texts parsed to blocks, described tables made of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.figures import FigureBook
from generator.model.dataset import Dataset
from generator.model.document import Run, Table, Text
from generator.model.kind import HeadingStyle, Kind
from generator.model.replacing import replace
from generator.report.appendices import Appendix, AppendixPart, AppendixTable
from generator.report.assemble import Parts, heading_styles
from generator.report.compose import Composed, ComposedAppendix, ComposedTable
from generator.report.markup import outline, parse, parse_line
from generator.report.slots import FilledSlots
from generator.report.tables import (
    BlockOfStack,
    fixed_table,
    form_table,
    record_table,
    stacked_table,
)


def parts_of(composed: Composed, dataset: Dataset, kind: Kind, book: FigureBook) -> Parts:
    """The titles, letter, report and appendices of a whole report."""
    styles = heading_styles(kind.headings, dataset.settings.headings)
    slots = FilledSlots(body_tables(tuple(composed.tables.items()), dataset, kind, book))
    return Parts(
        title=_lines(composed.title),
        letter=slots.fill(outline(parse(composed.letter, "letter", composed.required), styles)),
        report_title=_lines(composed.report_title),
        report_subtitle=parse_line(composed.report_subtitle),
        report=slots.fill(outline(parse(composed.report, "report", composed.required), styles)),
        appendices=_filled(appendices_of(composed.appendices, dataset, kind, book), slots),
    )


def body_tables(
    composed: Sequence[tuple[str, ComposedTable]], dataset: Dataset, kind: Kind, book: FigureBook
) -> dict[str, AppendixTable]:
    """The tables that stand in the text, by name."""
    return {name: _with_lines(item, dataset, kind, book) for name, item in composed}


def tables_of_text(
    composed: Sequence[tuple[str, ComposedTable]], dataset: Dataset, kind: Kind, book: FigureBook
) -> tuple[Appendix, ...]:
    """The tables of the text, each as an appendix under the title of its description, else under
    its name."""
    tables = body_tables(composed, dataset, kind, book)
    titles = {name: item.description.title or name for name, item in composed}
    return tuple(
        Appendix((Run(titles[name]),), ((Run(titles[name]),),), table=table)
        for name, table in tables.items()
    )


def _filled(appendices: Sequence[Appendix], slots: FilledSlots) -> tuple[Appendix, ...]:
    """The appendices with the tables that their texts place."""
    return tuple(
        replace(
            appendix,
            parts=tuple(replace(part, blocks=slots.fill(part.blocks)) for part in appendix.parts),
        )
        for appendix in appendices
    )


def appendices_of(
    composed: Sequence[ComposedAppendix], dataset: Dataset, kind: Kind, book: FigureBook
) -> tuple[Appendix, ...]:
    """The appendices, each with its texts or its table."""
    styles = heading_styles(kind.headings, dataset.settings.headings)
    return tuple(_appendix(item, dataset, kind, book, styles) for item in composed)


def _lines(lines: Sequence[str]) -> tuple[Text, ...]:
    return tuple(parse_line(line) for line in lines)


def _appendix(
    item: ComposedAppendix,
    dataset: Dataset,
    kind: Kind,
    book: FigureBook,
    styles: Mapping[int, HeadingStyle],
) -> Appendix:
    parts = tuple(
        AppendixPart(_lines(part.title), outline(parse(part.text, part.name), styles))
        for part in item.parts
    )
    return Appendix(
        parse_line(item.name),
        _lines(item.title),
        parse_line(item.subtitle),
        parts,
        _with_lines(item.table, dataset, kind, book) if item.table else None,
    )


def _with_lines(
    item: ComposedTable, dataset: Dataset, kind: Kind, book: FigureBook
) -> AppendixTable:
    """A table with the lines above it and the notes below it."""
    return AppendixTable(
        _table(item, dataset, kind, book),
        _lines(item.lines),
        parse_line(item.unit_line),
        _lines(item.notes),
        item.description.landscape,
        _lines(item.sign_line),
    )


def _table(item: ComposedTable, dataset: Dataset, kind: Kind, book: FigureBook) -> Table:
    """The table of record files, of the rows that the kind writes, of stacked blocks, or the
    statistical form where the description names none of these."""
    description = item.description
    if description.blocks:
        return _stacked(item, dataset, kind, book)
    if description.rows:
        texts = [_lines(row) for row in item.cells]
        return fixed_table(description, book, texts, dataset.settings.year)
    year = dataset.settings.year
    heads = [_lines(head.split("|")) for head in item.heads]
    if description.records:
        return record_table(description, book, item.columns, heads, year)
    return form_table(description, dataset.indicators, book, item.columns, heads, year)


def _stacked(item: ComposedTable, dataset: Dataset, kind: Kind, book: FigureBook) -> Table:
    """The blocks of a stacked table as one."""
    description = item.description
    blocks = [
        BlockOfStack(
            _table(composed, dataset, kind, book),
            _spans(composed),
            parse_line(label),
            block.span if block.label else 0,
        )
        for block, composed, label in zip(description.blocks, item.blocks, item.labels, strict=True)
    ]
    return stacked_table(description.name, blocks)


def _spans(item: ComposedTable) -> list[int]:
    """How many columns of the common grid each column of a block takes."""
    if rows := item.description.rows:
        return [1] * sum(cell.span for cell in rows[0])
    return [column.span for column in item.columns]
