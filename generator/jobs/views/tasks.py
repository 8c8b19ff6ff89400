"""What a person has to look at besides the findings: gaps, what is not printed, loose numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.figures import Draft
from generator.figures.plaintext import lines
from generator.jobs.statuses.known_status import Status
from generator.jobs.statuses.who_owes import day_due
from generator.model.document import Run, plain
from generator.report import trace
from generator.report.progress import NOBODY
from generator.report.view import PageTask, TaskGroup

_AROUND = 12
"""Characters shown on each side of a loose number."""
Loose = Mapping[int, Sequence[tuple[int, int]]]
"""The numbers that nobody vouches for, by the number of their line: from and to character."""


def loose_numbers(draft: Draft) -> Loose:
    """The numbers of the report that are bound to no key and belong to no name."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines(draft.document)):
        for item in trace.numbers_of(line, draft.dataset.names):
            if item.voucher == "literal":
                found[at].append((item.start, item.start + len(item.text)))
    return found


def groups_of(draft: Draft, state: Status, loose: Loose) -> tuple[TaskGroup, ...]:
    """The groups that hold anything, in the order in which a person needs them."""
    groups = (
        TaskGroup("待补", tuple(_gaps(draft, state))),
        TaskGroup("没有来源的数", tuple(_loose(draft, loose))),
        TaskGroup("人工写入的数", tuple(_claimed(draft))),
        TaskGroup("已填而没有印的", tuple(_unprinted(state))),
        TaskGroup("还没有填的", tuple(_missing(state))),
        TaskGroup("给撰稿人的提示", tuple(_notes(state))),
    )
    return tuple(group for group in groups if group.tasks)


def _gaps(draft: Draft, state: Status) -> Iterator[PageTask]:
    owners = {gap.key: gap.department for gap in state.progress.gaps}
    for at, position, run in _runs(draft):
        if run.mark and run.mark.origin == "gap":
            who = owners.get(run.mark.key, NOBODY)
            owed = "" if who == NOBODY else f"（{who}）"
            yield PageTask(f"{run.text}{owed}", at, position)


def _runs(draft: Draft) -> Iterator[tuple[int, int, Run]]:
    """Every run with the number of its line and the character at which it begins there."""
    for at, line in enumerate(lines(draft.document)):
        position = 0
        for run in line.text:
            yield at, position, run
            position += len(run.text)


def _loose(draft: Draft, loose: Loose) -> Iterator[PageTask]:
    for at, line in enumerate(lines(draft.document)):
        text = plain(line.text)
        for start, end in loose.get(at, ()):
            yield PageTask(_snippet(text, start, end), at, start)


def _claimed(draft: Draft) -> Iterator[PageTask]:
    for at, line in enumerate(lines(draft.document)):
        text, position = plain(line.text), 0
        for run in line.text:
            if run.mark and run.mark.origin == "claimed":
                yield PageTask(_snippet(text, position, position + len(run.text)), at, position)
            position += len(run.text)


def _snippet(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}〖{text[start:end]}〗{after}".replace("\t", " ")


def _unprinted(state: Status) -> Iterator[PageTask]:
    for item in state.progress.unprinted:
        yield PageTask(f"{item.entry.label}（{item.entry.source}）：{item.unprinted}")


def _missing(state: Status) -> Iterator[PageTask]:
    for item in state.progress.missing:
        required = "必填 " if item.entry.required else ""
        due = day_due(state, item.department)
        until = f"，{due}前" if due else ""
        who = "" if item.department == NOBODY else f"（{item.department}{until}）"
        yield PageTask(f"{required}{item.entry.label}{who}")


def _notes(state: Status) -> Iterator[PageTask]:
    for note in state.notes:
        where = f"{note.section}：" if note.section else ""
        yield PageTask(f"{note.sort.value}　{where}{note.text}")
