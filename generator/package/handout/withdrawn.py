"""What was filled in when it was handed out and did not come back: cleared or deleted, it stays in
the package until a person takes it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.model import files
from generator.model.dataset import Dataset
from generator.package.bring.mapping import Mapped
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.bring.targets import CellTarget, Targets
from generator.package.handout.answers import Answers
from generator.package.handout.collected_text import CollectedText
from generator.package.handout.owed import NUMBERS, TEXTS, owned_row

_GONE = "发出去时这一条填着，交回的表里没有了，没有删；要删请在数据包里删，不删请再问部门"
_CLEARED = "发出去时填着，交回的表里空着或删了，没有改；要撤回请在数据包里清空，不撤回请再问部门"
_NO_MAPPING = Mapped("", "", "", "")


class Withdrawn:
    """Of one workbook: what its department owns, was given filled in, and left out."""

    def __init__(
        self, answers: Answers, dataset: Dataset, targets: Targets, owned: Collection[str]
    ) -> None:
        self._answers, self._dataset, self._targets = answers, dataset, targets
        filled = (ident for ident, item in answers.handed.items() if item.is_filled)
        self._filled = [ident for ident in filled if ident in owned]

    def numbers(self, numbers: Iterable[int]) -> Iterator[Offer]:
        """The cells that came back blank, or not at all, and stand in the package."""
        came = {cell.ident for cell in self._answers.cells if not cell.cell.blank}
        sources = {cell.ident: cell.source for cell in self._answers.cells}
        gone = (self._targets.of(ident) for ident in self._filled if ident not in came)
        targets = (target for target in gone if target and target.written and not target.closed)
        for target, number in zip(targets, numbers, strict=False):
            source = sources.get(target.ident, f"{self._answers.file}“{NUMBERS}”")
            yield _cleared(target, source, number)

    def rows(
        self, offers: Collection[Offer | RecordOffer], numbers: Iterable[int]
    ) -> Iterator[RecordOffer]:
        """The records of the package of which the workbook has no row, none of ``offers``."""
        came = {(item.file, item.key) for item in offers if isinstance(item, RecordOffer)}
        gone = (
            (records.spec, record.key)
            for records in self._dataset.records.values()
            for record in records
            if owned_row(records.spec.file, record.key) in self._filled
            and (records.spec.file, record.key) not in came
        )
        for (spec, key), number in zip(gone, numbers, strict=False):
            source = f"{self._answers.file}“{spec.name}”"
            reasons = (_GONE,)
            yield RecordOffer(number, source, spec.file, key, {}, Standing.CONFLICT, reasons)

    def texts(self, numbers: Iterable[int]) -> Iterator[CollectedText]:
        """The texts that came back blank."""
        came = {text.name for text in self._answers.texts}
        gone = (
            name
            for name, text in self._dataset.texts.items()
            if text.written and files.text_file(name) in self._filled and name not in came
        )
        for name, number in zip(gone, numbers, strict=False):
            source = f"{self._answers.file}“{TEXTS}”"
            yield CollectedText(number, source, name, "", Standing.CONFLICT, (_CLEARED,))


def _cleared(target: CellTarget, source: str, number: int) -> Offer:
    written = f"{target.label} {target.written}{target.unit_shown}"
    place = (number, source, written, (target,), "")
    return Offer(*place, Standing.CONFLICT, _NO_MAPPING, reasons=(_CLEARED,))
