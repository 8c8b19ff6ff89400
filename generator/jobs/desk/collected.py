"""收表: the workbooks that came back from departments, side by side with the package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from generator.jobs.collect import Collecting, collect
from generator.jobs.desk.phrases import TICK
from generator.jobs.desk.wording import MatterLine, Wording, in_words, wording_of
from generator.jobs.figure_words import words_by_key
from generator.jobs.owing import Owing, owing
from generator.jobs.received import WRONG, Received
from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType, RecordSpec
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.handout import CollectedText, first_words, heading_of

__all__ = ["CollectedRow", "ReturnedWorkbook", "look_at_workbooks", "take_workbooks"]

_SETTLED = (Standing.SURE.value, Standing.SAME.value)


class CollectedRow(Struct, frozen=True):
    """Something of a workbook that may be taken, or is not simply taken.

    ``number`` is how a person decides that it is taken, which ``can_be_chosen`` says is possible;
    ``what`` it is about, ``now`` what the package says, ``sent`` what the department says, as it is
    written where that is not clear; ``standing`` is 可取, 冲突, 请定 or 不用; ``told`` is why.
    """

    number: str
    standing: str
    what: str
    source: str
    now: str
    sent: str
    told: tuple[str, ...]
    can_be_chosen: bool = False

    @property
    def is_conflict(self) -> bool:
        """Whether the package says something else."""
        return self.standing == Standing.CONFLICT.value


class ReturnedWorkbook(Struct, frozen=True):
    """One workbook that came back: what of it may be taken, how many of its items are the same, are
    blank; what is not simply taken; what the check finds (``todo`` is what the department said of
    it); ``goes_back`` where it should be sent back, ``returned`` is the workbook to send then,
    which ``take_workbooks`` alone makes; ``added`` is what the department wrote where no answer
    stands, which is never taken."""

    department: str
    file: str
    certain: tuple[CollectedRow, ...]
    same: int
    blank: int
    rows: tuple[CollectedRow, ...]
    findings: tuple[MatterLine, ...]
    state: str
    goes_back: bool
    returned: bytes | None = None
    added: tuple[MatterLine, ...] = ()

    @property
    def taken(self) -> int:
        """How many of its items may be taken."""
        return len(self.certain)


def look_at_workbooks(
    package: Path, sheets: Sequence[Path], *, date: dt.datetime, templates: Path | None = None
) -> tuple[ReturnedWorkbook, ...]:
    """What came back, side by side with the package; nothing is written. Raises what ``collect``
    raises.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,期限,负责\\n县就业局,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> from generator.jobs.handout import handout
        >>> [sent] = handout(Path("清河-2023"), Path("发出")).written
        >>> [told] = look_at_workbooks(
        ...     Path("清河-2023"), [sent.file], date=dt.datetime(2023, 11, 9)
        ... )
        >>> told.department, told.taken, told.rows
        ('县就业局', 0, ())
    """
    with in_words(package, templates):
        result = collect(package, sheets, date=date, templates=templates)
        return _workbooks(result, package, templates)


def take_workbooks(
    package: Path,
    sheets: Sequence[Path],
    decided: Collection[str],
    *,
    date: dt.datetime,
    by: str = "",
    send_back: bool = False,
    templates: Path | None = None,
) -> tuple[ReturnedWorkbook, ...]:
    """Write what is certain, and the conflicts of these numbers as the department says; its state
    with who did it and when. ``send_back`` makes a workbook of what goes back.
    Raises what ``collect`` raises.

    例：
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,期限,负责\\n县就业局,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> from generator.jobs.handout import handout
        >>> [sent] = handout(Path("清河-2023"), Path("发出")).written
        >>> [told] = take_workbooks(
        ...     Path("清河-2023"), [sent.file], [], date=dt.datetime(2023, 11, 9), by="王五"
        ... )
        >>> told.state, told.taken  # nothing was filled in
        ('未报', 0)
    """
    with TemporaryDirectory() as folder, in_words(package, templates):
        result = collect(
            package,
            sheets,
            date=date,
            by=by,
            take=True,
            decided=decided,
            send_back=Path(folder) if send_back else None,
            templates=templates,
        )
        return _workbooks(result, package, templates)


def _workbooks(
    result: Collecting, package: Path, templates: Path | None
) -> tuple[ReturnedWorkbook, ...]:
    found = owing(package, templates=templates)
    kind = found.draft.kind
    names = words_by_key(found.dataset, kind)
    specs = {spec.file: spec for spec in kind.records}
    speaking = _Speaking(wording_of(found.dataset, kind), _texts(found), specs, names)
    return tuple(speaking.workbook(item) for item in result.received)


def _texts(found: Owing) -> Mapping[str, tuple[str, str]]:
    """What each text is called, and what is written there."""
    owed = (text for item in found.handouts for text in item.texts)
    return {text.name: (text.label, text.text) for text in owed}


def _as_written(offer: Offer | RecordOffer | CollectedText, item: Received) -> str:
    """What stands in the workbook where it cannot be read, else ""."""
    if isinstance(offer, RecordOffer) and offer.number in item.unread_rows:
        return "，".join(filter(None, item.collected.rows.get(offer.number, {}).values()))
    ident = offer.target.ident if isinstance(offer, Offer) and offer.candidates else ""
    return item.collected.written.get(ident, "") if ident in item.unread else ""


def _is_readable(offer: Offer | RecordOffer | CollectedText) -> bool:
    """Whether it is a number that is in doubt and can be taken all the same."""
    if not isinstance(offer, Offer) or offer.standing is not Standing.DOUBT:
        return False
    return bool(offer.value) and WRONG not in offer.reasons


class _Speaking(Struct, frozen=True):
    """Tells of workbooks in words of the screens; ``texts`` are label and words by name, ``names``
    those of figures by key."""

    wording: Wording
    texts: Mapping[str, tuple[str, str]]
    specs: Mapping[str, RecordSpec]
    names: Mapping[str, str]

    def workbook(self, item: Received) -> ReturnedWorkbook:
        came = item.collected
        offers = (*came.offers, *came.texts)
        rows = [
            self._row(came.called(offer.number), offer, _as_written(offer, item))
            for offer in offers
        ]
        certain = [row for row in rows if row.standing == Standing.SURE.value]
        return ReturnedWorkbook(
            came.department,
            came.file,
            tuple(certain),
            came.count(Standing.SAME),
            came.blank,
            tuple(row for row in rows if row.standing not in _SETTLED),
            tuple(self._findings(item)),
            item.state.value,
            item.goes_back,
            item.returned.read_bytes() if item.returned else None,
            tuple(MatterLine(each.location, each.text) for each in came.added),
        )

    def _row(
        self, number: str, offer: Offer | RecordOffer | CollectedText, written: str
    ) -> CollectedRow:
        what, now, sent = self._sides(offer)
        sent = written or sent
        is_told = offer.standing is not Standing.CONFLICT or not sent
        can_be_chosen = bool(sent) if offer.standing is Standing.CONFLICT else _is_readable(offer)
        told = tuple(self._told(offer.reasons, can_be_chosen)) if is_told else ()
        place = (number, offer.standing.value, what, offer.source)
        return CollectedRow(*place, now, sent, told, can_be_chosen)

    def _told(self, reasons: Iterable[str], can_be_chosen: bool) -> Iterable[str]:
        """Why it is not simply taken; nobody is told to tick what has no box."""
        lines = map(self.wording.of, reasons)
        return lines if can_be_chosen else (line.replace(TICK, "请在“填数”里改") for line in lines)

    def _sides(self, offer: Offer | RecordOffer | CollectedText) -> tuple[str, str, str]:
        """What it is about, what the package says, what the department says; "" for the last where
        nothing of it can be taken."""
        match offer:
            case CollectedText():
                label, words = self.texts.get(offer.name, ("文字", ""))
                return label, words, offer.text
            case RecordOffer(there=there) if there:
                what = f"{self.wording.of(offer.file)}：“{self._called(offer)}”一行"
                ours = self._listed(offer.file, there)
                theirs = {name: offer.cells[name] for name in there}
                return what, ours, self._listed(offer.file, theirs)
            case RecordOffer():
                filled = {name: text for name, text in offer.cells.items() if text}
                row = self._listed(offer.file, filled)
                return f"{self.wording.of(offer.file)}：“{self._called(offer)}”一行：{row}", "", ""
            case Offer(candidates=()):
                return offer.written, "", ""
        target = offer.target
        now = f"{target.qualifier}{target.written}{target.unit_shown}" if target.written else ""
        sent = f"{offer.qualifier}{offer.value}{target.unit_shown}" if offer.value else ""
        return self.wording.called(target), now, sent

    def _called(self, offer: RecordOffer) -> str:
        """The first words of a record: nobody but its author knows its key."""
        return excerpt(first_words(self.specs[offer.file], offer.cells) or offer.key)

    def _listed(self, file: str, cells: Mapping[str, str]) -> str:
        """Cells of a record on one line, a figure by its name."""
        return "，".join(
            f"{heading_of(field)} {self._said(field, cells[field.name])}"
            for field in self.specs[file].fields
            if field.name in cells
        )

    def _said(self, field: FieldSpec, text: str) -> str:
        is_key = field.type is FieldType.FIGURE_KEY
        return (self.names.get(text, text) if is_key else text) or "（空着）"

    def _findings(self, item: Received) -> Iterable[MatterLine]:
        notes = item.collected.notes or {}
        for finding in item.findings:
            said = next((notes[key] for key in finding.keys if key in notes), "")
            yield MatterLine(finding.severity.label, self.wording.of(finding.message), said)
