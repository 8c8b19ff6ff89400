"""The files of the package above with what is settled: values, rows, the values of the counties,
and a page that says what was made of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind, RecordSpec
from generator.model.rollup import RollUp
from generator.package.bring.filling import OpenTable, filled_files, open_table
from generator.package.bring.proposal import Proposal, RecordOffer, SheetProposal, Standing
from generator.package.rollup.county_rows import county_rows
from generator.package.rollup.county_table import CountyTable
from generator.package.rollup.records import RolledFile
from generator.package.rollup.remarks import with_remarks
from generator.package.rollup.rolling import RolledUp
from generator.package.rollup.summary import summary_text
from generator.package.tablespecs import record_table
from generator.package.textfiles import CSV_STYLE, TextStyle, csv_text, encoded

_SOURCE = "来源"


def rolled_files(
    package: Mapping[str, bytes],
    dataset: Dataset,
    kind: Kind,
    rolled: RolledUp,
    table: CountyTable,
) -> dict[str, bytes]:
    """The files that change where all that is settled is written. ``package`` are the files as they
    stand. Raises DataError where a table cannot be written as it stands."""
    offers = tuple(value.offer for value in rolled.values if value.offer)
    proposal = Proposal((SheetProposal("", "", "", offers),))
    changed = filled_files(package, kind, proposal, ())
    changed |= with_remarks({**package, **changed}, rolled.values)
    changed |= _with_rows(package, rolled.records)
    values = next((spec for spec in kind.records if spec.rollup is RollUp.VALUES), None)
    if values is not None:
        changed[values.file] = encoded(csv_text(county_rows(values, rolled, table)), CSV_STYLE)
    changed[files.ROLLED_UP] = encoded(summary_text(dataset, rolled), TextStyle())
    return {name: data for name, data in changed.items() if package.get(name) != data}


def _with_rows(package: Mapping[str, bytes], records: Sequence[RolledFile]) -> dict[str, bytes]:
    """The record files with the rows that are settled, and without those that are taken out."""
    changed = {}
    for file in records:
        sure, out = _sure(file.offers), _sure(file.gone)
        if sure or out:
            changed[file.spec.file] = _written(package, file.spec, sure, out)
    return changed


def _sure(offers: Sequence[RecordOffer]) -> list[RecordOffer]:
    return [offer for offer in offers if offer.standing is Standing.SURE]


def _written(
    package: Mapping[str, bytes],
    spec: RecordSpec,
    offers: Sequence[RecordOffer],
    out: Sequence[RecordOffer],
) -> bytes:
    table = open_table(package, record_table(spec))
    for offer in offers:
        _write_row(table, spec, offer)
    for offer in out:
        row = table.find(spec.key_field.name, offer.key)
        if row is not None:
            table.rows.remove(row)
    return table.bytes()


def _write_row(table: OpenTable, spec: RecordSpec, offer: RecordOffer) -> None:
    """A new row, or the row of that key that a person gives up for that of the counties."""
    key = spec.key_field.name
    row = table.find(key, offer.key)
    cells = {**offer.cells, _SOURCE: offer.source}
    if row is None:
        table.add({key: offer.key, **cells}, lambda _: False)
        return
    for name, text in cells.items():
        table.set(row, name, text)
