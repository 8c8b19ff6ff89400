"""Several offers for one cell or one record of the package: one of them, or a conflict."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from generator.model.replacing import replace
from generator.package.bring.proposal import Offer, RecordOffer, SheetProposal, Standing

AnyOffer = Offer | RecordOffer


def with_rivals(sheets: Sequence[SheetProposal]) -> tuple[SheetProposal, ...]:
    """The sheets, where several offers go to one cell or have one key: the first alone if all say
    the same, else all are conflicts."""
    rivals = _rivals(sheets)
    return tuple(
        replace(sheet, offers=tuple(_settled(offer, rivals) for offer in sheet.offers))
        for sheet in sheets
    )


def _rivals(sheets: Sequence[SheetProposal]) -> dict[Hashable, list[AnyOffer]]:
    """The offers that would be written, by where they go."""
    rivals: dict[Hashable, list[AnyOffer]] = {}
    for sheet in sheets:
        for offer in sheet.offers:
            if offer.standing is Standing.SURE:
                rivals.setdefault(_goes_to(offer), []).append(offer)
    return rivals


def _goes_to(offer: AnyOffer) -> Hashable:
    if isinstance(offer, Offer):
        return offer.target.file, offer.target.ident
    return offer.file, offer.key


def _settled(offer: AnyOffer, rivals: Mapping[Hashable, Sequence[AnyOffer]]) -> AnyOffer:
    """An offer beside the others that go where it goes."""
    if offer.standing is not Standing.SURE:
        return offer
    others = [other for other in rivals[_goes_to(offer)] if other is not offer]
    other = next((other for other in others if _says(other) != _says(offer)), None)
    if other is not None:
        reasons = (f"第{other.number}项（{other.source}）说是{_shown(other)}",)
        return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
    earlier = [other.number for other in others if other.number < offer.number]
    if not earlier:
        return offer
    return replace(offer, standing=Standing.SAME, reasons=(f"和第{earlier[0]}项相同",))


def _says(offer: AnyOffer) -> object:
    """What is written if it is taken."""
    return (offer.qualifier, offer.value) if isinstance(offer, Offer) else dict(offer.cells)


def _shown(offer: AnyOffer) -> str:
    if isinstance(offer, Offer):
        return f"{offer.qualifier}{offer.value}{offer.target.unit}"
    return "，".join(offer.cells.values())
