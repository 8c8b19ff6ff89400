"""The files of the package above with what is settled: values, rows, the values of the places, and
a page that says what was made of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind, RecordSpec
from generator.model.rollup import (
    ADDED,
    COUNTY,
    ITEM,
    NAME,
    NOTE,
    RANK,
    ROLLED,
    SHOWN,
    UNIT,
    VALUE,
    RollUp,
)
from generator.package.bring.filling import OpenTable, filled_files, open_table
from generator.package.bring.proposal import Proposal, RecordOffer, SheetProposal, Standing
from generator.package.rollup.county_table import CountyTable
from generator.package.rollup.rolling import RolledUp, RolledValue
from generator.package.rollup.summary import summary_text
from generator.package.tablespecs import FIGURES, INDICATORS, record_table
from generator.package.textfiles import CSV_STYLE, TextStyle, csv_text, encoded
from generator.standard.wording.numbers import num

_REMARK = "备注"


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
    changed |= _with_remarks({**package, **changed}, rolled.values)
    changed |= _with_rows(package, rolled)
    values = next((spec for spec in kind.records if spec.rollup is RollUp.VALUES), None)
    if values is not None:
        changed[values.file] = encoded(csv_text(_value_rows(values, rolled, table)), CSV_STYLE)
    changed[files.ROLLED_UP] = encoded(summary_text(dataset, rolled), TextStyle())
    return {name: data for name, data in changed.items() if package.get(name) != data}


def _with_remarks(package: Mapping[str, bytes], values: Sequence[RolledValue]) -> dict[str, bytes]:
    """The form and the figures with what is to be known of each value in 备注: who lacks it, what
    was converted, what it was made of where 来源 names a department."""
    changed = {}
    for file, spec, column in (
        (files.INDICATORS, INDICATORS, "代码"),
        (files.FIGURES, FIGURES, "键"),
    ):
        of_file = [value for value in values if value.target.file == file and value.offer]
        if file not in package or not of_file:
            continue
        opened = open_table(package, spec)
        for value in of_file:
            row = opened.find(column, value.target.ident)
            if row is not None:
                _remark(opened, row, value)
        changed[file] = opened.bytes()
    return changed


def _remark(table: OpenTable, row: list[str], value: RolledValue) -> None:
    """Write 备注, unless a person wrote something there."""
    there = table.get(row, _REMARK)
    offer = value.offer
    if offer is None or (there and not there.startswith(ROLLED)):
        return
    words = [*offer.notes]
    if offer.standing in (Standing.DOUBT, Standing.CONFLICT):
        told = f"{offer.value}{value.target.unit}"
        words = [f"{told}（{offer.written}）没有写，{'，'.join(offer.reasons)}", *words]
    elif value.lacking:
        words = [f"缺{'、'.join(value.lacking)}", *words]
    is_written = offer.standing is Standing.SURE or (there and offer.standing is Standing.SAME)
    if is_written and not table.get(row, "来源").startswith(ROLLED):
        words.append(offer.source.removeprefix(ROLLED))
    text = "；".join(filter(None, words))
    if text or there:
        table.set(row, _REMARK, ROLLED + text if text else "")


def _with_rows(package: Mapping[str, bytes], rolled: RolledUp) -> dict[str, bytes]:
    """The record files with the rows that are settled: a new row, or a row that a person gives up
    for that of the places."""
    changed = {}
    for file in rolled.records:
        sure = [offer for offer in file.offers if offer.standing is Standing.SURE]
        if sure:
            table = open_table(package, record_table(file.spec))
            for offer in sure:
                _write_row(table, file.spec, offer)
            changed[file.spec.file] = table.bytes()
    return changed


def _write_row(table: OpenTable, spec: RecordSpec, offer: RecordOffer) -> None:
    key = spec.key_field.name
    row = table.find(key, offer.key)
    cells = {**offer.cells, "来源": offer.source}
    if row is None:
        table.add({key: offer.key, **cells}, lambda _: False)
        return
    for name, text in cells.items():
        table.set(row, name, text)


def _value_rows(spec: RecordSpec, rolled: RolledUp, table: CountyTable) -> Iterator[Sequence[str]]:
    """The rows of the record file that keeps the values of the places: each number of each place,
    then how many rows each has in a file that is listed."""
    key = spec.key_field.name
    head = [field.name for field in spec.fields]
    yield [*head, "来源"]
    for ident, value in table.values.items():
        for cells, source in _of_value(ident, value, table):
            row = {**cells, key: f"{ident}-{cells[COUNTY]}"}
            yield [*(row.get(name, "") for name in head), source]
    for file in rolled.records:
        for place, count in file.rows.items():
            cells = {ITEM: file.spec.stem, NAME: file.spec.name, UNIT: "条", COUNTY: place}
            told = {VALUE: str(count) if count else ""}
            row = {**cells, **told, key: f"{file.spec.stem}-{place}"}
            yield [*(row.get(name, "") for name in head), ""]


def _of_value(
    ident: str, value: RolledValue, table: CountyTable
) -> Iterator[tuple[dict[str, str], str]]:
    """The cells of a number in each place, and where it stands there."""
    shown = "是" if value.way is RollUp.LISTED_SUM else ""
    for part in value.parts:
        number = part.value if isinstance(part.value, Decimal) else None
        rank = table.rank(ident, part.place)
        far = "离中位数很远，请核对" if table.is_outlier(ident, part.place) else ""
        cells = {
            ITEM: ident,
            NAME: value.target.name,
            UNIT: value.target.unit,
            COUNTY: part.place,
            VALUE: num(number),
            ADDED: "是" if value.way.adds_up else "",
            SHOWN: shown,
            RANK: str(rank or ""),
            NOTE: "；".join(filter(None, (part.doubt or part.note, far))),
        }
        yield cells, "；".join(map(str, part.sources))
