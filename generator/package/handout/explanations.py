"""What departments said of their numbers (上报说明), kept beside them in the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.package.bring.filling import open_table
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.tablespecs import FIGURES, INDICATORS

_COLUMN, _HEAD = "备注", "上报说明："
_KEPT = (Standing.SURE, Standing.SAME)


def with_remarks(
    package: Mapping[str, bytes],
    offers: Sequence[Offer | RecordOffer],
    notes: Mapping[str, str],
) -> dict[str, bytes]:
    """The tables of the package with what was said, by key, of the numbers that stand there now,
    in the column 备注; what a person wrote there stays before it. Only tables that change.

    Raises DataError where a table cannot be written as it stands.
    """
    numbers = [offer for offer in offers if isinstance(offer, Offer) and offer.standing in _KEPT]
    changed = {}
    for spec, ident in ((INDICATORS, "代码"), (FIGURES, "键")):
        said = {
            offer.target.key if spec is FIGURES else offer.target.ident: notes[offer.target.key]
            for offer in numbers
            if offer.target.file == spec.file and offer.target.key in notes
        }
        table = open_table(package, spec) if said else None
        for name, note in said.items():
            row = table.find(ident, name) if table else None
            if table and row is not None:
                table.set(row, _COLUMN, _remark(table.get(row, _COLUMN), note))
        if table and table.bytes() != package.get(spec.file):
            changed[spec.file] = table.bytes()
    return changed


def explanation(remark: str) -> str:
    """What a department said, of the text of the column 备注; "" for nothing."""
    return remark.partition(_HEAD)[2]


def _remark(there: str, note: str) -> str:
    before = there.partition(_HEAD)[0].rstrip("；")
    return f"{before}；{_HEAD}{note}" if before else f"{_HEAD}{note}"
