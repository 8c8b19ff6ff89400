"""What is to be known of a value of the level above, in the columns 来源 and 备注 beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.rollup import ROLLED
from generator.package.bring.filling import OpenTable, open_table
from generator.package.bring.proposal import NEEDS_PERSON, Offer, Standing
from generator.package.rollup.rolling import RolledValue
from generator.package.tablespecs import FIGURES, INDICATORS, TableSpec

_REMARK, _SOURCE = "备注", "来源"
_TABLES = ((INDICATORS, "代码"), (FIGURES, "键"))
"""The tables with values, and the column that says which."""


def with_remarks(package: Mapping[str, bytes], values: Sequence[RolledValue]) -> dict[str, bytes]:
    """The form and the figures with what each value was made of now, and a remark on it: who lacks
    it, what was converted, what it was made of where 来源 names a department."""
    changed = {}
    for spec, column in _TABLES:
        of_file = [value for value in values if _is_in(value, spec)]
        if of_file and spec.file in package:
            changed[spec.file] = _remarked(package, spec, column, of_file)
    return changed


def _is_in(value: RolledValue, spec: TableSpec) -> bool:
    return value.offer is not None and value.target.file == spec.file


def _remarked(
    package: Mapping[str, bytes], spec: TableSpec, column: str, values: Sequence[RolledValue]
) -> bytes:
    table = open_table(package, spec)
    for value in values:
        row = table.find(column, value.target.ident)
        if row is not None and value.offer is not None:
            _renew_source(table, row, value.offer)
            _remark(table, row, value, value.offer)
    return table.bytes()


def _renew_source(table: OpenTable, row: list[str], offer: Offer) -> None:
    """A value that stays the same may be made of others than before."""
    is_ours = table.get(row, _SOURCE).startswith(ROLLED)
    if is_ours and offer.standing in (Standing.SURE, Standing.SAME):
        table.set(row, _SOURCE, offer.source)


def _remark(table: OpenTable, row: list[str], value: RolledValue, offer: Offer) -> None:
    """Write 备注, unless a person wrote something there."""
    there = table.get(row, _REMARK)
    is_ours = there.startswith(ROLLED)
    if there and not is_ours:
        return
    words = [*_of_standing(value, offer), *offer.notes]
    if not table.get(row, _SOURCE).startswith(ROLLED) and _is_written(offer, is_ours):
        words.append(offer.source.removeprefix(ROLLED))
    text = "；".join(word for word in words if word)
    if text != there.removeprefix(ROLLED):
        table.set(row, _REMARK, ROLLED + text if text else "")


def _is_written(offer: Offer, was_ours: bool) -> bool:
    """Whether the value in the cell is the offer's, written now or before."""
    return offer.standing is Standing.SURE or (was_ours and offer.standing is Standing.SAME)


def _of_standing(value: RolledValue, offer: Offer) -> Iterator[str]:
    """Why the value is not written, or whose it lacks."""
    if offer.standing in NEEDS_PERSON:
        reasons = "，".join(offer.reasons)
        unwritten = f"{offer.value}{value.target.unit}（{offer.written}）没有写，"
        yield unwritten + reasons if offer.value else reasons
    elif value.lacking:
        yield f"缺{'、'.join(value.lacking)}"
