"""What comes back from the departments: what may be taken, what contradicts, what goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from generator.check import Finding, check_draft
from generator.jobs.compose import drafted
from generator.jobs.figure_words import words_by_key
from generator.jobs.item_numbers import LOOK_FIRST, taken_numbers
from generator.jobs.output import write_beside, write_folder
from generator.jobs.owing import Owing, owing, owned_idents
from generator.jobs.received import WRONG, Received, as_sent_back
from generator.jobs.trial import loaded
from generator.model import limits
from generator.model.dataset import State
from generator.model.errors import DataError, InputError, Problem, raise_all
from generator.model.inputs import is_workbook, read_file, refuse_unknown_bytes
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.bring.proposal import Offer, RecordOffer, Standing
from generator.package.handout import (
    Answers,
    Collected,
    CollectedText,
    Handout,
    ReturnedAnswers,
    collected,
    files_with,
    handout_workbook,
    item_number,
    read_answers,
    with_states,
    without_faulty,
)
from generator.package.read.folder import package_files

__all__ = ["Collecting", "as_text", "collect"]


class Collecting(Struct, frozen=True):
    """All workbooks of a call, and the files of the package that were written."""

    received: tuple[Received, ...]
    written: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def needs_person(self) -> bool:
        """Whether a person must decide, or a workbook must go back."""
        return any(item.needs_person for item in self.received)


def collect(
    package: Path,
    sheets: Sequence[Path],
    *,
    date: dt.datetime,
    by: str = "",
    take: bool = False,
    decided: Collection[str] = (),
    send_back: Path | None = None,
    templates: Path | None = None,
) -> Collecting:
    """Read the workbooks that departments filled in; write what is certain if ``take``.

    Only what a department owns counts. A value that differs from the package's is a conflict: it
    is taken where its number is ``decided``, as is one that can be read and is in doubt: "2-18" is
    the 18th item of the workbook of the second department of departments.csv, "18" will do where
    one workbook is given. The workbooks themselves are never changed.

    ``send_back`` is a folder: a workbook of which something cannot be read, or which the check
    finds wrong and of which the department said nothing, is written there with why, and the
    department stands as 退回.
    States are written to departments.csv with ``by`` and ``date``, where ``take`` or ``send_back``
    is given.

    Raises InputError where a workbook is none of ours, of another package or of a department that
    is not there, DataError where the package is faulty or would be, OutputError where it cannot be
    written.

    例：
        >>> from generator.jobs.handout import handout
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,期限,负责\\n县就业局,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> [sent] = handout(Path("清河-2023"), Path("发出")).written
        >>> result = collect(Path("清河-2023"), [sent.file], date=dt.datetime(2023, 11, 9))
        >>> result.received[0].state.value, result.needs_person  # nothing was filled in
        ('未报', False)
    """
    if is_workbook(package):
        todo = "请先用 nigao workbook 转成文件夹"
        raise InputError(Problem("收表要数据包文件夹，不是工作簿", todo, str(package)))
    there = owing(package, templates=templates)
    kind = there.draft.kind
    refuse_unknown_bytes(Path(sheet.name) for sheet in sheets)
    answers = _read(sheets, there)
    handouts = {item.department.name: item for item in there.handouts}
    names = [department.name for department in there.dataset.departments]
    indices = [names.index(item.department) + 1 for item in answers]
    meant = taken_numbers(decided, indices)
    returned = [
        ReturnedAnswers(item, index, _owned(handouts.get(item.department)), meant[index])
        for item, index in zip(answers, indices, strict=True)
    ]
    figures = words_by_key(there.dataset, kind)
    offered = collected(returned, there.dataset, kind, figures)
    raise_all(_not_decidable(offered, meant))
    given = package_files(package)
    offered, findings = _tried(package, given, kind, offered, templates)
    received = tuple(_received(item, findings, there, take=take) for item in offered)
    changed = files_with(given, kind, tuple(item.collected for item in received))
    if send_back is not None:
        received = tuple(_returned(item, handouts, send_back, take=take) for item in received)
    if not take:
        changed = {}
    states = {
        item.collected.department: item.state
        for item in received
        if item.collected.has_news or item.state is not _state_now(item.collected.department, there)
    }
    if take or send_back is not None:
        changed |= with_states({**given, **changed}, states, by, date)
    if not changed:
        return Collecting(received)
    written = write_folder(package, changed)
    return Collecting(received, written.written, written.kept)


def _read(sheets: Sequence[Path], there: Owing) -> list[Answers]:
    """What every workbook says. Raises InputError with all that cannot be read or is none of this
    package."""
    answers: list[Answers] = []
    faults: list[Problem] = []
    for sheet in sheets:
        try:
            data = read_file(sheet, limits.ARCHIVE_BYTES)
            answers.append(read_answers(data, sheet.name, there.draft.kind))
        except InputError as error:
            faults += error.problems
    raise_all([*faults, *_strangers(answers, there)])
    return answers


def _owned(handout: Handout | None) -> Collection[str]:
    return owned_idents(handout) if handout else ()


def _strangers(answers: Sequence[Answers], there: Owing) -> Iterator[Problem]:
    """Workbooks of another package, of departments that are not there, or twice of one."""
    settings = there.dataset.settings
    here = (settings.place.get("name", ""), str(settings.year), there.draft.kind.name)
    names = [department.name for department in there.dataset.departments]
    seen: set[str] = set()
    for item in answers:
        theirs = (item.place, item.year, item.kind)
        if theirs != here:
            message = (
                f"是{item.place}{item.year}年{item.kind}的表，不是{here[0]}{here[1]}年{here[2]}的"
            )
            yield Problem(message, "请核对是不是收错了", item.file, unreadable=True)
        elif item.department not in names:
            message = f"departments.csv 里没有“{item.department}”"
            todo = f"改过名称的请改回来，或改好以后重新发表再收；现有：{'、'.join(names)}"
            yield Problem(message, todo, item.file, unreadable=True)
        elif item.department in seen:
            message = f"“{item.department}”的表有两份"
            yield Problem(message, "请只留一份", item.file, unreadable=True)
        seen.add(item.department)


def _not_decidable(
    workbooks: Sequence[Collected], meant: Mapping[int, Collection[int]]
) -> Iterator[Problem]:
    """Numbers that no offer of their workbook has, or one that cannot be taken all the same, and
    two that write the same place."""
    every = {
        item_number(item.index, offer.number): offer
        for item in workbooks
        for offer in (*item.offers, *item.texts)
    }
    taken = [(index, number) for index, numbers in meant.items() for number in numbers]
    first: dict[tuple[str, str], str] = {}
    for index, at in sorted(taken):
        number = item_number(index, at)
        offer = every.get(number)
        where = _written_at(offer)
        if where and first.setdefault(where, number) != number:
            message = f"--decide {number}：和 {first[where]} 要写的是同一处"
            yield Problem(message, "只能定一个，请去掉一个", unreadable=True)
        if offer is None:
            yield Problem(f"--decide {number}：没有这个序号", LOOK_FIRST, unreadable=True)
        elif offer.standing not in (Standing.SURE, Standing.SAME):
            why = "；".join(offer.reasons) or offer.standing.value
            todo = "请部门改好再报，或在数据包里改"
            yield Problem(f"--decide {number}：这一项不能这样定（{why}）", todo, unreadable=True)


def _written_at(offer: Offer | RecordOffer | CollectedText | None) -> tuple[str, str] | None:
    """The file and the cell or record that an offer writes; None where it has none yet."""
    match offer:
        case Offer() if offer.candidates:
            return offer.target.file, offer.target.ident
        case RecordOffer():
            return offer.file, offer.key
    return None


def _tried(
    package: Path,
    given: Mapping[str, bytes],
    kind: Kind,
    offered: tuple[Collected, ...],
    templates: Path | None,
) -> tuple[tuple[Collected, ...], tuple[Finding, ...]]:
    """What may be taken so that the package can still be read, and what the check finds in it then.

    Raises DataError where the fault is in none of the rows and texts that came.
    """
    changed: Mapping[str, bytes] = {}
    while True:
        try:
            changed = files_with(given, kind, offered)
            dataset, _ = loaded({**given, **changed}, package, templates)
            return offered, check_draft(drafted(dataset, kind)[0]).findings
        except DataError as error:
            sound = without_faulty(offered, error.problems, changed, kind)
            if sound == offered:
                raise
            offered = sound


def _received(
    item: Collected, findings: Sequence[Finding], there: Owing, *, take: bool
) -> Received:
    """What a workbook brought, with the state of its department after it."""
    about = _about(item, findings)
    before = _state_now(item.department, there)
    sent = before.after_sending() if item.has_news or _is_first(item, before) else before
    received = _holding_back(Received(item, about, item.explained, sent))
    settled = take and not received.needs_person and not item.blank
    return replace(received, state=State.PASSED) if settled else received


def _is_first(item: Collected, before: State) -> bool:
    """Whether a department sends for the first time, if only what stands there already."""
    return before is State.NOTHING and bool(item.offers or item.texts)


def _about(item: Collected, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that speak of the numbers of a workbook."""
    own = set(item.keys)
    return tuple(finding for finding in findings if own & set(finding.keys))


def _state_now(name: str, there: Owing) -> State:
    """How a department stands before its workbook is read."""
    department = next(item for item in there.dataset.departments if item.name == name)
    return State(department.state or State.NOTHING.value)


def _holding_back(received: Received) -> Received:
    """What the check finds wrong and nobody explained is not taken: the department mends it."""
    wrong = {key for finding in received.open_findings for key in finding.keys}
    offers = tuple(_held(offer, wrong) for offer in received.collected.offers)
    return replace(received, collected=replace(received.collected, offers=offers))


def _held(offer: Offer | RecordOffer, wrong: Collection[str]) -> Offer | RecordOffer:
    is_wrong = isinstance(offer, Offer) and offer.candidates and offer.target.key in wrong
    if not is_wrong or offer.standing is not Standing.SURE:
        return offer
    return replace(offer, standing=Standing.DOUBT, reasons=(*offer.reasons, WRONG))


def _returned(
    item: Received, handouts: Mapping[str, Handout], folder: Path, *, take: bool
) -> Received:
    """The workbook with what was found wrong, written for the department to answer."""
    handout = handouts.get(item.collected.department)
    if handout is None or not item.goes_back:
        return item
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{item.collected.department}.退回.xlsx"
    write_beside(target, handout_workbook(as_sent_back(item, handout, taken=take)))
    return replace(item, state=State.RETURNED, returned=target)


def as_text(result: Collecting) -> str:
    """Every workbook with what is not simply taken, its findings, what its department added where
    no answer stands, and how that stands.

    例：
        >>> from generator.jobs.handout import handout
        >>> _ = Path("清河-2023/departments.csv").write_text(
        ...     "部门,期限,负责\\n县就业局,2023-11-10,就业\\n", encoding="utf-8"
        ... )
        >>> [sent] = handout(Path("清河-2023"), Path("发出")).written
        >>> result = collect(Path("清河-2023"), [sent.file], date=dt.datetime(2023, 11, 9))
        >>> as_text(result).partition("，")[0]
        '县就业局.xlsx：县就业局'
    """
    return "".join(f"{line}\n" for item in result.received for line in _lines(item))


def _lines(item: Received) -> Iterator[str]:
    yield f"{item.collected.file}：{item.collected.department}，{_counts(item)}；{item.state.value}"
    for offer in (*item.collected.offers, *item.collected.texts):
        if offer.standing not in (Standing.SURE, Standing.SAME):
            number = item.collected.called(offer.number)
            yield f"  {number:>5}  {offer.standing.value}  {_named(offer)}（{offer.source}）"
            yield from (f"         {reason}" for reason in offer.reasons)
    yield from (_finding_line(finding, item) for finding in item.findings)
    yield from (f"         {label}的说明：{note}" for label, note in item.other_notes)
    if item.collected.added:
        yield "  部门另外写的，没有取，请看一看："
        yield from (f"         {each.location}：{each.text}" for each in item.collected.added)
    if item.returned:
        yield f"  退回的表写在 {item.returned}"


def _counts(item: Received) -> str:
    """How many offers of a workbook stand how, and how many cells are blank."""
    counts = [(standing, item.collected.count(standing)) for standing in Standing]
    parts = "，".join(f"{standing.value} {count}" for standing, count in counts if count)
    blank = f"，没有填 {item.collected.blank} 项" if item.collected.blank else ""
    return f"{parts or '什么都没有填'}{blank}"


def _finding_line(finding: Finding, item: Received) -> str:
    """A finding with what the department said of it."""
    notes = item.collected.notes or {}
    said = next((f"；上报说明：{notes[key]}" for key in finding.keys if key in notes), "")
    return f"         {finding.severity.label}［{finding.rule}］{finding.message}{said}"


def _named(offer: Offer | RecordOffer | CollectedText) -> str:
    """What an offer is, in a few words."""
    match offer:
        case Offer():
            return offer.written
        case RecordOffer():
            return f"{offer.file} 的一行“{offer.key}”"
        case CollectedText():
            return f"文字“{offer.name}”"
