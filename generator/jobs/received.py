"""What one workbook of a department brought, and what of it goes back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from generator.check import Finding
from generator.model.dataset import State
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.package.bring.proposal import NEEDS_PERSON, Offer, RecordOffer, Standing
from generator.package.handout import Collected, Handout, OwedRecords, OwedText

WRONG = "核对出问题（见下），没有写；请部门改好，或在“说明”里写明原因"


class Received(Struct, frozen=True):
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
    def other_notes(self) -> list[tuple[str, str]]:
        """What the department says of numbers of which the check says nothing, by label."""
        found = {key for finding in self.findings for key in finding.keys}
        numbers = (offer for offer in self.collected.offers if isinstance(offer, Offer))
        own = {o.target.key: o.target.label for o in numbers if o.candidates}
        notes = self.collected.notes or {}
        return [(own.get(key, key), note) for key, note in notes.items() if key not in found]

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


def as_sent_back(item: Received, handout: Handout, *, taken: bool) -> Handout:
    """All that a department sent, with what was found wrong; ``taken`` where what is certain of it
    stands in the package now."""
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
    records = tuple(_with_sent_rows(owed, item, taken=taken) for owed in handout.records)
    return replace(handout, cells=cells, records=records, texts=_texts_of(handout.texts, item))


def _with_sent_rows(owed: OwedRecords, item: Received, *, taken: bool) -> OwedRecords:
    """A record file with the rows that came, as they are written, and why they could not be read:
    those that stand there in their place, new ones last, with the key that they were given where
    they were taken."""
    key_name = owed.spec.key_field.name
    rows = {row.get(key_name) or str(at): (row, "") for at, row in enumerate(owed.rows)}
    new = []
    for offer in item.collected.offers:
        if not isinstance(offer, RecordOffer) or offer.file != owed.spec.file or not offer.cells:
            continue
        if offer.standing in (Standing.SAME, Standing.NOT_USED):
            continue
        why = item.unread_rows.get(offer.number, "")
        written = item.collected.rows.get(offer.number, {})
        if offer.key in rows:
            rows[offer.key] = ({**written, key_name: offer.key}, why)
        else:
            key = offer.key if taken and offer.standing is Standing.SURE else ""
            new.append(({**written, key_name: key}, why))
    every = (*rows.values(), *new)
    findings = tuple(why for _, why in every)
    shown = findings if any(findings) else ()
    return replace(owed, rows=tuple(row for row, _ in every), findings=shown)


def _texts_of(owed: Sequence[OwedText], item: Received) -> tuple[OwedText, ...]:
    """The texts as they came, and why some could not be taken."""
    came = {text.name: text for text in item.collected.texts}
    return tuple(
        replace(text, text=sent.text, finding=item.unread_rows.get(sent.number, ""))
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
