"""A package of the level below, and what it holds for one value of the level above."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field

from generator.figures import Figure, FigureBook
from generator.model import files
from generator.model.cell import Scalar, Source
from generator.model.dataset import Dataset, FigureRow, IndicatorRow
from generator.model.errors import DataError, Problem
from generator.model.kind import FieldType, FormRow, Kind
from generator.model.replacing import replace
from generator.model.sheets import SheetLocation
from generator.package.bring.targets import CellTarget
from generator.package.intake.numbers import CellError, parse_number
from generator.standard.wording.numbers import convert, rounded


class CountyValue(Struct, frozen=True):
    """What one place has for a value of the level above, in the unit wanted.

    ``value`` is None where it has none; ``doubt`` says why what it has is not taken, ``note`` what
    was converted, "" for nothing; ``filed`` is how the place wrote it. ``lacking`` are those below
    the place that its own sum lacks.
    """

    place: str
    value: Scalar | None
    sources: tuple[Source, ...] = ()
    note: str = ""
    doubt: str = ""
    qualifier: str = ""
    filed: str = ""
    lacking: tuple[str, ...] = ()


class County(Struct, frozen=True, dict=True):
    """A package of the level below: ``shown`` is how sources name it, ``doubts`` what could not be
    read surely of a Word file, by code of the form; such a file holds the form alone
    (``form_only``)."""

    shown: str
    dataset: Dataset
    kind: Kind
    doubts: Mapping[str, str] = field(default_factory=dict)
    form_only: bool = False

    @property
    def place(self) -> str:
        """The name of the place."""
        return self.dataset.settings.place.get("name", "")

    @cached_property
    def _book(self) -> FigureBook:
        return FigureBook(self.dataset, self.kind)

    @cached_property
    def _form(self) -> Mapping[str, IndicatorRow]:
        return {row.form.code: row for row in self.dataset.indicators}

    @cached_property
    def _figures(self) -> Mapping[str, FigureRow]:
        return {row.key: row for row in self.dataset.figures}

    @cached_property
    def _remarks(self) -> Mapping[Source, str]:
        """What was converted while the package was read, by cell."""
        remarks = {}
        for remark in self.dataset.remarks:
            cells = [(remark.row, remark.column), *((at.row, at.column) for at in remark.others)]
            for row, column in cells:
                remarks[Source(remark.file or "", row or 0, column or "")] = remark.message
        return remarks

    def name_of(self, code: str) -> str:
        """What the form calls a row at the level of the place; "" for no row of that code."""
        row = self.kind.catalogue.get(code)
        return row.name_of(self.dataset.settings.year) if row else ""

    def other_row(self, form: FormRow) -> str:
        """Why the row of that code is another one in the kind of the place than ``form``, as they
        were issued; "" for nothing."""
        own = self.kind.catalogue.get(form.code)
        names = [row.issued or row.label for row in (own, form) if row is not None]
        if len(set(names)) < 2:
            return ""
        return f"它的报告种类里{form.code}是“{names[0]}”，这里是“{names[1]}”，不知道是不是一回事"

    def fault(self, message: str, todo: str) -> Problem:
        """Why the package cannot be rolled up with the others."""
        return Problem(message, todo, self.shown, unreadable=True)

    def part(self, target: CellTarget) -> CountyValue:
        """What the place has for a value of the level above."""
        if target.file == files.INDICATORS:
            row = self._form.get(target.ident)
            value = self._of_form(row, target)
            return replace(value, lacking=row.cell.lacking if row else ())
        figure = self._figures.get(target.ident)
        if figure is None:
            return CountyValue(self.place, None)
        return replace(self._of_figure(figure, target), lacking=figure.cell.lacking)

    def source(self, source: Source) -> Source:
        """A cell as the package above names it: with the package, and its sheet where it is a
        workbook; a Word file's cells name it themselves."""
        if self.form_only:
            return source
        location = self._location(source)
        if location is None:
            return replace(source, file=f"{self.shown}/{source.file}")
        return Source(f"{self.shown}/{location.sheet}", location.row or 0, source.column)

    def _location(self, source: Source) -> SheetLocation | None:
        """Where a cell stands in the workbook; None where the package is none."""
        sheets = self.dataset.sheets
        if sheets is None:
            return None
        return sheets.of(source.file, source.row or None, source.column or None)

    def _of_form(self, row: IndicatorRow | None, target: CellTarget) -> CountyValue:
        if row is None or target.ident in self.doubts:
            return CountyValue(self.place, None, doubt=self.doubts.get(target.ident, ""))
        if row.form.type is not FieldType.NUMBER:
            return self._computed(row, target)
        return self._number_of_form(row, target)

    def _number_of_form(self, row: IndicatorRow, target: CellTarget) -> CountyValue:
        if row.as_filed:
            return self._as_filed(row, target)
        if row.unit not in ("", target.unit):
            doubt = f"表里的单位改成了“{row.unit}”，不清楚数是{row.unit}还是{target.unit}"
            return CountyValue(self.place, None, doubt=doubt, filed=row.cell.raw)
        return self._computed(row, target)

    def _computed(self, row: IndicatorRow, target: CellTarget) -> CountyValue:
        """A cell as filed, or what its formula gives."""
        try:
            return self._in_unit(self._book.cell(row), target, row.cell.source)
        except DataError as error:
            return CountyValue(self.place, None, doubt=str(error.problems[0]))

    def _as_filed(self, row: IndicatorRow, target: CellTarget) -> CountyValue:
        """A number that the place printed in its own unit (原样)."""
        raw = row.cell.raw
        if not raw:
            return CountyValue(self.place, None)
        try:
            number = parse_number(raw, row.unit)
        except CellError:
            return CountyValue(self.place, None, doubt=f"照原样填的是“{raw}”，不是数", filed=raw)
        unit = row.unit or row.form.unit
        figure = Figure(target.key, target.label, number, unit, sources=row.cell.sources)
        return self._in_unit(figure, target, row.cell.source)

    def _of_figure(self, row: FigureRow, target: CellTarget) -> CountyValue:
        """A figure of figures.csv, filed or computed."""
        if not row.formula and row.cell.value is None:
            return CountyValue(self.place, None)
        try:
            figure = self._book.get(row.key)
        except DataError as error:
            return CountyValue(self.place, None, doubt=str(error.problems[0]))
        if not figure.unit and target.unit:
            filed = row.cell.raw
            return CountyValue(self.place, None, doubt=f"“{filed}”没有写单位", filed=filed)
        return self._in_unit(figure, target, row.cell.source)

    def _in_unit(self, figure: Figure, target: CellTarget, cell: Source) -> CountyValue:
        """The figure in the unit of the level above, exact; a doubt where it does not convert."""
        number, unit = _number(figure), figure.unit
        sources = tuple(self.source(source) for source in figure.sources[:1])
        note = self._remarks.get(cell, "")
        filed = _filed(figure)
        if number is None or unit in ("", target.unit):
            value = figure.value if number is None else number
            return CountyValue(self.place, value, sources, note, "", figure.qualifier, filed)
        try:
            value = convert(number, unit, target.unit)
        except ValueError:
            doubt = f"填的单位是“{unit}”，不能换算成“{target.unit}”"
            return CountyValue(self.place, None, doubt=doubt, filed=filed)
        note = f"按“{unit}”换算成{target.unit}"
        return CountyValue(self.place, value, sources, note, "", figure.qualifier, filed)


def _number(figure: Figure) -> Decimal | None:
    """The number, a quotient as it prints; None where it is none."""
    number = figure.number_or_none
    if number is None or not figure.formula:
        return number
    return rounded(number, figure.places)


def _filed(figure: Figure) -> str:
    """A figure as a place wrote it."""
    number = _number(figure)
    value = figure.value or "" if number is None else number
    qualified = f"（{figure.qualifier}）" if figure.qualifier else ""
    return f"{value}{figure.unit}{qualified}"
