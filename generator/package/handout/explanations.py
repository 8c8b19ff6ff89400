"""What departments said of their numbers (上报说明), kept beside them in the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.package.bring.filling import open_table
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.tablespecs import FIGURES, INDICATORS, TableSpec

_COLUMN, _HEAD = "备注", "上报说明："


def with_remarks(
    package: Mapping[str, bytes],
    offers: Sequence[Offer | RecordOffer],
    notes: Mapping[str, str],
) -> dict[str, bytes]:
    """The tables of the package with what was said, by key, of the numbers that stand there now,
    in the column 备注; what was said of one before goes with it, what a person wrote there stays.
    Only tables that change.

    Raises DataError where a table cannot be written as it stands.
    """
    changed = {}
    numbers = [offer for offer in offers if isinstance(offer, Offer) and _is_said(offer, notes)]
    for spec, ident in ((INDICATORS, "代码"), (FIGURES, "键")):
        own = [offer.target for offer in numbers if offer.target.file == spec.file]
        said = {target.ident: notes.get(target.key, "") for target in own}
        data = _with_said(package, spec, ident, said) if said else None
        if data is not None and data != package.get(spec.file):
            changed[spec.file] = data
    return changed


def _is_said(offer: Offer, notes: Mapping[str, str]) -> bool:
    """Whether what stands beside a number becomes another: with the number, or by a new note."""
    if offer.standing is Standing.SAME:
        return offer.target.key in notes
    return offer.standing is Standing.SURE


def _with_said(
    package: Mapping[str, bytes], spec: TableSpec, ident: str, said: Mapping[str, str]
) -> bytes:
    table = open_table(package, spec)
    for name, note in said.items():
        row = table.find(ident, name)
        there = table.get(row, _COLUMN) if row is not None else ""
        if row is not None and (note or _HEAD in there):
            table.set(row, _COLUMN, _remark(there, note))
    return table.bytes()


def _remark(there: str, note: str) -> str:
    before = there.partition(_HEAD)[0].rstrip("；")
    return "；".join(filter(None, (before, f"{_HEAD}{note}" if note else "")))
