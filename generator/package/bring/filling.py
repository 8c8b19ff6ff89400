"""The files of a package with what was taken: a cell more, a row more, all else as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from generator.model import files
from generator.model.errors import DataError, Problem
from generator.model.kind import Kind
from generator.package.bring.mapping import Mapped, mapping_text, with_entries
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, Standing
from generator.package.intake.heads import HEAD_WITHIN, SheetHeading, plain_head, split_unit
from generator.package.tablespecs import FIGURES, INDICATORS, TableSpec, record_table
from generator.package.textfiles import (
    CSV_STYLE,
    TextFile,
    TextStyle,
    csv_rows,
    csv_text,
    decoded,
    encoded,
)

_SETTLED = (Standing.SURE, Standing.SAME, Standing.NOT_USED)


class OpenTable(Struct):
    """A table of the package while it is filled in: its rows, the row of its head and the headings
    there, and how its file is written. ``units`` are those of columns whose heading names another
    one."""

    rows: list[list[str]]
    head_row: int
    head: list[str]
    style: TextStyle
    units: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> int:
        """The column of that heading, a new one where there is none."""
        if name not in self.head:
            cells = self.rows[self.head_row]
            cells += [""] * (len(self.head) - len(cells))
            cells.append(name)
            self.head.append(name)
        return self.head.index(name)

    def set(self, row: list[str], name: str, text: str) -> None:
        """Write a cell, a number with its unit where the heading names another one."""
        at = self.column(name)
        row += [""] * (at + 1 - len(row))
        row[at] = text + self.units.get(name, "") if text else text

    def get(self, row: Sequence[str], name: str) -> str:
        """A cell without blanks around it, "" where there is none."""
        at = self.head.index(name) if name in self.head else len(row)
        return row[at].strip() if at < len(row) else ""

    def find(self, name: str, text: str) -> list[str] | None:
        """The row that has this text in a column; None where none has."""
        rows = self.rows[self.head_row + 1 :]
        return next((row for row in rows if self.get(row, name) == text), None)

    def add(self, cells: Mapping[str, str], before: Callable[[Sequence[str]], bool]) -> None:
        """A new row, before the first one of which that is true, else at the end."""
        row: list[str] = []
        for name, text in cells.items():
            self.set(row, name, text)
        below = range(self.head_row + 1, len(self.rows))
        at = next((n for n in below if before(self.rows[n])), len(self.rows))
        self.rows.insert(at, row)

    def bytes(self) -> bytes:
        """The file."""
        width = max(len(self.rows[self.head_row]), 1)
        rows = [row + [""] * (width - len(row)) for row in self.rows]
        return encoded(csv_text(rows), self.style)


def filled_files(
    package: Mapping[str, bytes],
    kind: Kind,
    proposal: Proposal,
    mapping: Sequence[Mapped],
) -> dict[str, bytes]:
    """The files that change where all that is certain is taken, and the mapping with what is
    settled.

    ``package`` are the files of the package. Raises DataError where a table cannot be written as it
    stands.
    """
    sure = [offer for offer in proposal.offers if offer.standing is Standing.SURE]
    figures = [offer for offer in sure if isinstance(offer, Offer)]
    records = [offer for offer in sure if isinstance(offer, RecordOffer)]
    changed = {
        **_with_form(package, kind, _of_file(figures, files.INDICATORS)),
        **_with_figures(package, _of_file(figures, files.FIGURES)),
        **_with_records(package, kind, records),
    }
    entries = with_entries(mapping, list(_settled(proposal)))
    if entries != tuple(mapping):
        changed[files.MAPPING] = mapping_text(entries).encode()
    return changed


def _of_file(offers: Iterable[Offer], file: str) -> list[Offer]:
    return [offer for offer in offers if offer.target.file == file]


def _settled(proposal: Proposal) -> Iterable[Mapped]:
    """What the mapping file keeps: where each item went, or that it is not used."""
    for offer in proposal.offers:
        if isinstance(offer, Offer) and offer.standing in _SETTLED and offer.mapped.key:
            yield offer.mapped


def _with_form(
    package: Mapping[str, bytes], kind: Kind, offers: Sequence[Offer]
) -> dict[str, bytes]:
    if not offers:
        return {}
    table = open_table(package, INDICATORS)
    order = {code: at for at, code in enumerate(kind.catalogue)}
    for offer in offers:
        code = offer.target.ident
        row = table.find("代码", code)
        if row is None:
            label = {"指标": offer.target.label} if "指标" in table.head else {}

            def is_later(row: Sequence[str], at: int = order[code]) -> bool:
                return order.get(table.get(row, "代码"), -1) > at

            table.add({"代码": code, **label}, is_later)
            row = table.find("代码", code) or []
        _fill(table, row, offer)
    return {files.INDICATORS: table.bytes()}


def _with_figures(package: Mapping[str, bytes], offers: Sequence[Offer]) -> dict[str, bytes]:
    if not offers:
        return {}
    table = open_table(package, FIGURES)
    for offer in offers:
        target = offer.target
        row = table.find("键", target.key)
        if row is None:
            cells = {"键": target.key, "名称": target.label, "单位": target.unit}
            table.add(cells, lambda _: False)
            row = table.rows[-1]
        _fill(table, row, offer)
        if offer.qualifier:
            table.set(row, "修饰", offer.qualifier)
    return {files.FIGURES: table.bytes()}


def _fill(table: OpenTable, row: list[str], offer: Offer) -> None:
    """Write a value and, where no department stands there as its source, where it came from."""
    table.set(row, "数值", offer.value)
    _name_source(table, row, offer.source)


def _name_source(table: OpenTable, row: list[str], source: str) -> None:
    """Write where a row came from, where no department stands there."""
    there = table.get(row, "来源")
    if not there or files.is_cell_of_sheet(there):
        table.set(row, "来源", source)


def _with_records(
    package: Mapping[str, bytes], kind: Kind, offers: Sequence[RecordOffer]
) -> dict[str, bytes]:
    changed = {}
    for spec in kind.records:
        of_file = [offer for offer in offers if offer.file == spec.file]
        if not of_file:
            continue
        table = open_table(package, record_table(spec))
        has_source = any(column.name == "来源" for column in spec.fields)
        key = spec.key_field.name
        there = {table.get(row, key): row for row in table.rows[table.head_row + 1 :]}
        for offer in of_file:
            row = there.get(offer.key)
            if row is None:
                table.add({key: offer.key}, lambda _: False)
                row = there[offer.key] = table.rows[-1]
            for name in offer.there or offer.cells:
                table.set(row, name, offer.cells[name])
            if not has_source:
                _name_source(table, row, offer.source)
        changed[spec.file] = table.bytes()
    return changed


def open_table(package: Mapping[str, bytes], spec: TableSpec) -> OpenTable:
    """The table of the package, an empty one with its head where there is none. Raises DataError
    where it has no head that can be written below."""
    data = package.get(spec.file)
    file = TextFile("", CSV_STYLE) if data is None else decoded(data)
    if file is None:
        raise _not_fillable(spec)
    if not file.text.strip():
        head = [column.name for column in spec.columns]
        return OpenTable([list(head)], 0, head, file.style)
    rows = list(csv_rows(file.text))
    for at, row in enumerate(rows[:HEAD_WITHIN]):
        headings = [split_unit(plain_head(cell), spec.headings) for cell in row]
        names = _without_blank_end([heading.name for heading in headings])
        if set(spec.required) <= set(names):
            return OpenTable(rows, at, names, file.style, dict(_other_units(headings, spec)))
        if any("单位" in cell for cell in row):
            break
    raise _not_fillable(spec)


def _without_blank_end(names: list[str]) -> list[str]:
    while names and not names[-1]:
        names.pop()
    return names


def _other_units(headings: Iterable[SheetHeading], spec: TableSpec) -> Iterator[tuple[str, str]]:
    """The columns whose heading names another unit than theirs, with their own one."""
    for name, unit in headings:
        own = spec.column(name).unit
        if own and unit and unit != own:
            yield name, own


def _not_fillable(spec: TableSpec) -> DataError:
    todo = f"请另存为“CSV UTF-8（逗号分隔）”，第一行写标题：{'、'.join(spec.required)}"
    return DataError(Problem("没有能写进去的标题行", todo, spec.file))
