"""A proposal in lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import files
from generator.package.bring.proposal import Offer, Proposal, RecordOffer, SheetProposal, Standing

_INDENT = " " * 8


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """Every sheet with its offers, files that offer nothing, then how many stand how."""
    for sheet in proposal.sheets:
        yield f"{sheet.shown}：{sheet.title}"
        yield from _sheet_lines(sheet)
    for file in proposal.useless_files:
        yield f"请定：{file} 里没有一项对得上，请核对是不是这个文件"
    counts = [(standing, proposal.count(standing)) for standing in Standing]
    parts = "，".join(f"{standing.value} {count}" for standing, count in counts if count)
    yield f"共 {len(proposal.offers)} 项" + (f"：{parts}" if parts else "")


def _sheet_lines(sheet: SheetProposal) -> Iterator[str]:
    for offer in sheet.offers:
        yield from _offer_lines(offer) if isinstance(offer, Offer) else _record_lines(offer)
    if sheet.says_nothing:
        yield f"{_INDENT}没有一项对得上"
    for remark in sheet.remarks:
        yield f"{_INDENT}{remark}"


def _offer_lines(offer: Offer) -> Iterator[str]:
    goes_to = f" → {_goes_to(offer)}" if offer.candidates else ""
    yield f"{offer.number:>4}  {offer.standing.value}  {offer.written}{goes_to}（{offer.source}）"
    for line in (*offer.reasons, *offer.notes):
        yield f"{_INDENT}{line}"
    others = "；".join(str(target) for target in offer.candidates[1:])
    if others:
        yield f"{_INDENT}也可能是：{others}"


def _goes_to(offer: Offer) -> str:
    if offer.target.file not in (files.INDICATORS, files.FIGURES):
        return f"{offer.target.file} 的“{offer.target.label}”列"
    value = f"{offer.qualifier}{offer.value}{offer.target.unit}" if offer.value else "读不出"
    return f"{offer.target}：{value}"


def _record_lines(offer: RecordOffer) -> Iterator[str]:
    cells = "，".join(f"{name} {text}" for name, text in offer.cells.items())
    where = f"{offer.file} 的一行“{offer.key}”"
    yield f"{offer.number:>4}  {offer.standing.value}  {cells} → {where}（{offer.source}）"
    for line in offer.reasons:
        yield f"{_INDENT}{line}"
