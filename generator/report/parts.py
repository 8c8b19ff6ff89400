"""The parts of a report: composed texts parsed to blocks, described tables made of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.figures import FigureBook
from generator.model.dataset import Dataset
from generator.model.document import Table, Text
from generator.model.kind import HeadingStyle, Kind
from generator.report.appendices import Appendix, AppendixPart, AppendixTable
from generator.report.assemble import Parts, heading_styles
from generator.report.compose import Composed, ComposedAppendix, ComposedTable
from generator.report.markup import outline, parse, parse_line
from generator.report.tables import form_table, record_table


def parts_of(composed: Composed, dataset: Dataset, kind: Kind, book: FigureBook) -> Parts:
    """The titles, letter, report and appendices of a whole report."""
    styles = heading_styles(kind.headings, dataset.settings.headings)
    return Parts(
        title=_lines(composed.title),
        letter=outline(parse(composed.letter, "letter", composed.required), styles),
        report_title=_lines(composed.report_title),
        report_subtitle=parse_line(composed.report_subtitle),
        report=outline(parse(composed.report, "report", composed.required), styles),
        appendices=appendices_of(composed.appendices, dataset, kind, book),
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
        kind.tables[item.name].landscape,
    )


def _table(item: ComposedTable, dataset: Dataset, kind: Kind, book: FigureBook) -> Table:
    """The table of record files, or the statistical form where the description names none."""
    description = kind.tables[item.name]
    year = dataset.settings.year
    heads = [_lines(head.split("|")) for head in item.heads]
    if description.records:
        return record_table(description, book, item.columns, heads, year)
    return form_table(description, dataset.indicators, book, item.columns, heads, year)
