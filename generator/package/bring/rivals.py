"""Several offers for one cell of the package: one of them, or a conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.package.bring.proposal import Offer, SheetProposal, Standing


def with_rivals(sheets: Sequence[SheetProposal]) -> tuple[SheetProposal, ...]:
    """The sheets, where several offers go to one cell: the first alone if all say the same, else
    all are conflicts."""
    rivals: dict[str, list[Offer]] = {}
    for sheet in sheets:
        for offer in sheet.offers:
            if isinstance(offer, Offer) and offer.standing is Standing.SURE:
                rivals.setdefault(offer.target.ident, []).append(offer)
    settled = {
        offer.number: _against_rivals(offer, [other for other in others if other is not offer])
        for others in rivals.values()
        for offer in others
    }
    return tuple(
        replace(sheet, offers=tuple(settled.get(offer.number, offer) for offer in sheet.offers))
        for sheet in sheets
    )


def _against_rivals(offer: Offer, others: Sequence[Offer]) -> Offer:
    for other in others:
        if (other.value, other.qualifier) != (offer.value, offer.qualifier):
            said = f"{other.qualifier}{other.value}{other.target.unit}"
            reasons = (f"第{other.number}项（{other.source}）说是{said}",)
            return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
    earlier = [other.number for other in others if other.number < offer.number]
    if not earlier:
        return offer
    return replace(offer, standing=Standing.SAME, reasons=(f"和第{earlier[0]}项相同",))
