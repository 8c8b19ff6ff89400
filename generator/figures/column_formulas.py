"""Cells of a record file that are computed, as the tables of the kind say: columns row by row, and
rows that are the total of others.

In a formula a bare name or {列名} is the cell of the same row, any other {键} a figure. Words in a
column of words or numbers, and blank cells, leave what needs them unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from generator.figures.evaluation import cells_in
from generator.figures.figure import Figure, merged
from generator.figures.formulas import LookUp
from generator.figures.records import Filler, RecordSet, RowView
from generator.figures.sides import keys_in, sides_of
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.cell import Source
from generator.model.errors import DataError, Problem
from generator.model.kind import FieldType
from generator.model.record_sheets import of_record
from generator.standard.wording.numbers import EXACT

Evaluate = Callable[[str, str, Source, LookUp, Mapping[str, Figure]], Figure]
"""Evaluates, for a key, the formula at that source; what its keys and its bare names stand for."""


class _Computed(Struct, frozen=True):
    """A field that is computed: by which column, described where."""

    column: TableColumn
    source: Source


class ColumnFormulas:
    """Computes cells of records. ``look_up`` gives the figure of a key, and raises KeyError where
    nobody holds it; ``records`` gives the rows of the record file of a name."""

    def __init__(
        self,
        tables: Iterable[TableDescription],
        evaluate: Evaluate,
        look_up: LookUp,
        records: Callable[[str], RecordSet],
    ) -> None:
        tables = tuple(tables)
        self._evaluate, self._look_up, self._records = evaluate, look_up, records
        self._totalling = [table for table in tables if any(check.fills for check in table.checks)]
        self._open: set[str] = set()
        self._fields: dict[tuple[str, str], _Computed] = {}
        self._known: dict[str, Figure] = {}
        for table in tables:
            for column in table.columns:
                if column.field and column.formula:
                    computed = _Computed(column, table.source)
                    self._fields.setdefault((table.records, column.field), computed)

    def filler(self, records: str) -> Filler | None:
        """What fills the blank cells of the record file of that name; None where none of it is
        computed."""
        computed = {name for name, _ in self._fields}
        computed |= {table.records for table in self._totalling}
        return self._filled if records in computed else None

    def _filled(self, row: RowView, blank: Figure, field: str) -> Figure:
        """What a blank cell holds: the figure that its column computes, or its row as the total of
        others, or the blank; so does a total that is its own part."""
        if blank.key in self._known:
            return self._known[blank.key]
        if blank.key in self._open:
            return blank
        self._open.add(blank.key)
        try:
            known = (figure for figure in self._computed(row, field) if figure.known)
            self._known[blank.key] = next(known, blank)
        finally:
            self._open.discard(blank.key)
        return self._known[blank.key]

    def _computed(self, row: RowView, field: str) -> Iterator[Figure]:
        """What the column of a cell computes, then what its row is the total of."""
        computed = self._fields.get((row.spec.name, field))
        if computed is not None:
            yield self.of_column(row, computed.column, computed.source)
        for table in self._totalling:
            if table.records == row.spec.name:
                yield from self._totals(row, field, table)

    def _totals(self, row: RowView, field: str, table: TableDescription) -> Iterator[Figure]:
        """What the checks of a table that fill say of a cell: the total of others of its column."""
        if row.type_of(field) is not FieldType.NUMBER:
            return
        if table.rows_of:
            table = of_record(table, row.cell(table.rows_of).raw)
        columns = {column.field for column in table.columns}
        for check in table.checks:
            sides = sides_of(check.each_column) if check.fills else None
            if sides and sides.total == row.key and field in (check.columns or columns):
                rows = {other.key: other for other in self._records(row.spec.name)}
                parts = keys_in(sides.right)
                if rows.keys() >= set(parts):
                    cells = {key: self.meant(rows[key], field) for key in parts}
                    key = row.key_of(field)
                    total = self.between(sides.right, table.source, key, cells)
                    unit = next(one.unit for one in row.spec.fields if one.name == field)
                    yield total.renamed(
                        key=key, name=row.name_of(field), unit=unit, formula=sides.right
                    )

    def of_column(self, row: RowView, column: TableColumn, source: Source) -> Figure:
        """What a column computes for a row, whatever was filed there: rounded to its places, so
        that sums add up what prints. Raises DataError where the formula is faulty."""
        figure = self.within(row, column.formula, source, row.key_of(column.name))
        number = figure.number_or_none
        if number is not None and column.places is not None:
            exact = Decimal(1).scaleb(-column.places)
            number = number.quantize(exact, context=EXACT)
        spec = next((field for field in row.spec.fields if field.name == column.field), None)
        return figure.renamed(
            key=row.key_of(column.name),
            name=row.name_of(column.name),
            value=figure.value if number is None else number,
            unit=(spec.unit if spec else "") or column.unit or figure.unit,
            formula=column.formula,
            places=column.places,
        )

    def within(self, row: RowView, formula: str, source: Source, key: str) -> Figure:
        """What a formula gives for a row; unknown where it needs what the row does not say.
        ``key`` is whose formula it is. Raises DataError where it is faulty."""
        fields = {field.name for field in row.spec.fields}
        names = {name: self._operand(row, name) for name in cells_in(formula) if name in fields}

        def figure(wanted: str) -> Figure:
            if wanted not in fields:
                return self._look_up(wanted)
            names[wanted] = self._operand(row, wanted)
            return names[wanted]

        result = self._evaluate(key, formula, source, figure, names)
        cells = (name.sources for name in names.values())
        return result.renamed(sources=merged(*cells, result.sources))

    def between(
        self, formula: str, source: Source, key: str, cells: Mapping[str, Figure]
    ) -> Figure:
        """What a formula gives of the cells of a column, which it names by the keys of their rows.
        Words and blanks are unknown. Raises DataError where it is faulty."""

        def figure(wanted: str) -> Figure:
            cell = cells[wanted]
            return cell if cell.number_or_none is not None else cell.renamed(value=None)

        result = self._evaluate(key, formula, source, figure, {})
        return result.renamed(sources=merged(*(cell.sources for cell in cells.values())))

    def meant(self, row: RowView, field: str) -> Figure:
        """What a cell stands for: the figure of the key that it holds, or itself."""
        figure = row.figure(field)
        if not figure.known or row.type_of(field) is not FieldType.FIGURE_KEY:
            return figure
        try:
            return self._look_up(str(figure.value))
        except KeyError:
            raise DataError(_no_such_key(figure)) from None

    def _operand(self, row: RowView, field: str) -> Figure:
        """A cell as arithmetic takes it: words where a number might stand are unknown."""
        figure = self.meant(row, field)
        if row.type_of(field) is FieldType.WORD_OR_NUMBER and figure.number_or_none is None:
            return figure.renamed(value=None)
        return figure


def _no_such_key(cell: Figure) -> Problem:
    source = cell.sources[0]
    return Problem(
        f"键“{cell.value}”哪里都没有",
        "请核对键的写法，或在 figures.csv 补上这一行",
        source.file,
        source.row,
        source.column,
    )
