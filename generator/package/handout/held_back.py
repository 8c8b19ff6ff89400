"""What came back and makes a file of the package faulty is held back, and nothing else of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from generator.model import files
from generator.model.errors import DataError, Problem
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.bring.filling import open_table
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.handout.collected_text import CollectedText
from generator.package.handout.collecting import Collected
from generator.package.tablespecs import record_table


def without_faulty(
    workbooks: Sequence[Collected],
    faults: Sequence[Problem],
    changed: Mapping[str, bytes],
    kind: Kind,
) -> tuple[Collected, ...]:
    """Workbooks of which texts and rows with a fault are held back, and why; ``changed`` are the
    files that have it. Where its row is none that came, all of the file are."""
    keys = _Keys(changed, kind)
    came = {
        (offer.file, offer.key)
        for item in workbooks
        for offer in item.offers
        if isinstance(offer, RecordOffer) and offer.standing is Standing.SURE
    }
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for fault in faults:
        key = keys.at(fault)
        file = fault.file or ""
        where = (file, key if (file, key) in came else "")
        told[where].append(f"{fault.message}。{fault.todo}")
    return tuple(_held_back(item, told) for item in workbooks)


class _Keys:
    """The keys of the rows of record files, by where a fault stands."""

    def __init__(self, changed: Mapping[str, bytes], kind: Kind) -> None:
        self._changed = changed
        self._specs = {spec.file: spec for spec in kind.records}

    def at(self, fault: Problem) -> str:
        """The key of the row of a fault, "" where it is not known."""
        spec = self._specs.get(fault.file or "")
        if spec is None or fault.row is None or spec.file not in self._changed:
            return ""
        try:
            table = open_table(self._changed, record_table(spec))
        except DataError:
            return ""
        rows = table.rows[fault.row - 1 : fault.row]
        return table.get(rows[0], spec.key_field.name) if rows else ""


def _held_back(item: Collected, told: Mapping[tuple[str, str], Sequence[str]]) -> Collected:
    texts = tuple(
        _with_faults(text, told.get((files.text_file(text.name), ""), ())) for text in item.texts
    )
    offers = tuple(
        _with_faults(
            offer, (*told.get((offer.file, offer.key), ()), *told.get((offer.file, ""), ()))
        )
        if isinstance(offer, RecordOffer)
        else offer
        for offer in item.offers
    )
    return replace(item, texts=texts, offers=offers)


_Item = TypeVar("_Item", CollectedText, RecordOffer)


def _with_faults(item: _Item, faults: Sequence[str]) -> _Item:
    if not faults or item.standing is not Standing.SURE:
        return item
    reasons = dict.fromkeys((*item.reasons, *faults))
    return replace(item, standing=Standing.DOUBT, reasons=tuple(reasons))
