"""What one workbook of a department brought, and what of it goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.check import Finding
from generator.model.severity import Severity
from generator.package.bring.proposal import NEEDS_PERSON, Offer, RecordOffer, Standing
from generator.package.handout import Collected, Handout, OwedRecords, OwedText, State

WRONG = "核对出问题（见下），没有写；请部门改好，或在“说明”里写明原因"


@dataclass(frozen=True)
class Received:
    """What one workbook brought: its offers, the findings that speak of its numbers, and those of
    them that the department explained (上报说明); the state that this makes."""

    collected: Collected
    findings: tuple[Finding, ...]
    explained: tuple[str, ...]
    state: State
    returned: Path | None = None

    @property
    def open_findings(self) -> list[Finding]:
        """The findings above information that nobody explained."""
        return [
            finding
            for finding in self.findings
            if finding.severity is not Severity.INFO and not set(finding.keys) & set(self.explained)
        ]

    @property
    def unread(self) -> dict[str, str]:
        """Why numbers could not be read as they are written, by code or key."""
        numbers = (offer for offer in self.collected.offers if isinstance(offer, Offer))
        doubtful = (offer for offer in numbers if offer.standing is Standing.DOUBT)
        return {
            offer.target.ident: "；".join(offer.reasons) or "读不出"
            for offer in doubtful
            if WRONG not in offer.reasons
        }

    @property
    def unread_rows(self) -> dict[int, str]:
        """Why rows of records and texts could not be taken as they are written, by number."""
        offers = (*self.collected.offers, *self.collected.texts)
        return {
            offer.number: "；".join(offer.reasons)
            for offer in offers
            if not isinstance(offer, Offer) and offer.standing is Standing.DOUBT
        }

    @property
    def goes_back(self) -> bool:
        """Whether the department must mend something: what the check finds, or what it wrote."""
        return bool(self.open_findings or self.unread or self.unread_rows)

    @property
    def needs_person(self) -> bool:
        """Whether something contradicts, is in doubt, or is found wrong."""
        asked = any(self.collected.count(standing) for standing in NEEDS_PERSON)
        return asked or bool(self.open_findings)


def as_sent_back(item: Received, handout: Handout) -> Handout:
    """What a department is to mend: what it sent, with what was found wrong."""
    messages = {key: finding.message for finding in item.open_findings for key in finding.keys}
    sent, unread = _sent(item), item.unread
    cells = tuple(
        replace(
            cell,
            target=replace(cell.target, written=sent.get(cell.target.ident, cell.target.written)),
            finding=unread.get(cell.target.ident) or messages.get(cell.target.key, ""),
            note=(item.collected.notes or {}).get(cell.target.key, ""),
        )
        for cell in handout.cells
    )
    records = tuple(_with_unread(owed, item) for owed in handout.records)
    return replace(handout, cells=cells, records=records, texts=_texts_of(handout.texts, item))


def _with_unread(owed: OwedRecords, item: Received) -> OwedRecords:
    """A record file with the rows that could not be read, as they are written, and why: those that
    stand there in their place, new ones last."""
    key_name = owed.spec.key_field.name
    rows = {row.get(key_name, ""): (row, "") for row in owed.rows}
    new = []
    for offer in item.collected.offers:
        why = item.unread_rows.get(offer.number, "")
        if not isinstance(offer, RecordOffer) or offer.file != owed.spec.file or not why:
            continue
        written = item.collected.rows.get(offer.number, {})
        if offer.key in rows:
            rows[offer.key] = ({**written, key_name: offer.key}, why)
        else:
            new.append((written, why))
    every = (*rows.values(), *new)
    findings = tuple(why for _, why in every)
    shown = findings if any(findings) else ()
    return replace(owed, rows=tuple(row for row, _ in every), findings=shown)


def _texts_of(owed: Sequence[OwedText], item: Received) -> tuple[OwedText, ...]:
    """The texts with those that could not be taken, and why."""
    came = {text.name: text for text in item.collected.texts if text.number in item.unread_rows}
    return tuple(
        replace(text, text=sent.text, finding=item.unread_rows[sent.number])
        if (sent := came.get(text.name))
        else text
        for text in owed
    )


def _sent(item: Received) -> dict[str, str]:
    """What the workbook has, by code or key: what cannot be read as it is written."""
    came = item.collected
    numbers = (offer for offer in came.offers if isinstance(offer, Offer) and offer.candidates)
    sent = {offer.target.ident: offer.value for offer in numbers}
    return sent | {ident: came.written.get(ident, "") for ident in item.unread}
