"""Passages that stand twice, and copies whose numbers have gone stale."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage
from generator.check.reader import Quantity, quantities, split
from generator.check.subject import Subject

_LEAST = 24
_LONG = 40
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FORMULA = re.compile(r"贯彻|精神|重要讲话|重要论述|指示|决策部署|新时代|责任单位")
_LABEL = 4
_ALIKE = 0.72
_CONTEXT = 24
_FILLERS = re.compile(r"[和为达共约计了]+$")


@dataclass(frozen=True)
class _Clause:
    """Words between two commas or full stops: the passage, where they stand, whether a sentence begins or ends here."""

    place: int
    passage: Passage
    start: int
    text: str
    first: bool
    last: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def twice(subject: Subject) -> Iterator[Finding]:
    """The same words stand twice: a whole sentence or ；-item of 24 characters or more, or a run of clauses that holds
    a number or a title, or 40 characters.

    A run is told once, however many sentences it spans. Silent about tables, headings, titles, lists of names and the
    standing formulas of official prose (贯彻…精神). Source: practice of editing.
    """
    clauses = list(_clauses(subject))
    where: dict[str, list[int]] = defaultdict(list)
    for at, clause in enumerate(clauses):
        where[clause.text].append(at)
    told: set[int] = set()
    for at, clause in enumerate(clauses):
        for other in where[clause.text]:
            if other <= at or at in told or other in told:
                continue
            run = _run(clauses, at, other)
            if _worth(clauses, at, other, run):
                told |= {*range(at, at + run), *range(other, other + run)}
                yield _repeated(clauses[at : at + run], clauses[other : other + run])


def _run(clauses: Sequence[_Clause], at: int, other: int) -> int:
    """How many clauses from ``at`` on are those from ``other`` on, within their passages."""
    count = 0
    while (
        other + count < len(clauses)
        and at + count < other
        and clauses[at + count].text == clauses[other + count].text
        and clauses[at + count].place == clauses[at].place
        and clauses[other + count].place == clauses[other].place
    ):
        count += 1
    return count


def _worth(clauses: Sequence[_Clause], at: int, other: int, run: int) -> bool:
    texts = [clause.text for clause in clauses[at : at + run] if not _FORMULA.search(clause.text)]
    words = "，".join(texts)
    if len(words) < _LEAST or _only_names(words):
        return False
    whole = any(clauses[start].first and clauses[start + run - 1].last for start in (at, other))
    return whole or len(words) >= _LONG or bool(re.search(r"\d|《", words))


def _only_names(text: str) -> bool:
    return text.count("、") >= 4 and "，" not in text and len(text) / (text.count("、") + 1) < 12


def _repeated(first: Sequence[_Clause], other: Sequence[_Clause]) -> Finding:
    length = first[-1].end - first[0].start
    return Finding(
        Severity.WARNING,
        f"有{length}字前后重复：{first[0].text[:24]}…。",
        tuple(run[0].passage.side(run[0].start, run[-1].end) for run in (first, other)),
    )


def _clauses(subject: Subject) -> Iterator[_Clause]:
    for place, passage in enumerate(subject.passages):
        if passage.role != "body":
            continue
        begins = True
        for text, start in split(passage.text[passage.lead :], "，,。；;！？", passage.lead):
            after = passage.text[start + len(text) : start + len(text) + 1]
            ends = after not in "，," or not after
            if text.strip():
                yield _Clause(place, passage, start, text, begins, ends)
            begins = ends


def stale_copies(subject: Subject) -> Iterator[Finding]:
    """Two places say the same words with different numbers: one of them was not kept up.

    Compares sentences and ；-items that differ only in their numbers (at least 12 characters without them), and single
    statements in the text and in an appendix whose labels end alike and whose clauses are alike.
    Silent about numbers bound to keys (前后一致 compares them), tables, and parallel sentences of one paragraph (甲村3座，乙村4座). Source: one fact, one value.
    """
    whole: dict[str, list[_Clause]] = defaultdict(list)
    for item in _items(subject):
        whole[_NUMBER.sub("#", item.text)].append(item)
    seen: set[tuple[int, int]] = set()
    for skeleton, group in whole.items():
        first = group[0]
        for other in group[1:]:
            a, b = quantities(first.text), quantities(other.text)
            if (
                len(skeleton.replace("#", "")) >= 12
                and len(a) == len(b)
                and first.place != other.place
            ):
                pairs = [
                    (x, y)
                    for x, y in zip(a, b, strict=True)
                    if (x.value, x.unit) != (y.value, y.unit)
                    and not (
                        _keyed(first.passage, first.start + x.start)
                        and _keyed(other.passage, other.start + y.start)
                    )
                ]
                if pairs:
                    seen |= {(first.place, first.start + x.start) for x, _ in pairs}
                    yield _stale(first, other, pairs)
    yield from _statements(subject, seen)


def _items(subject: Subject) -> Iterator[_Clause]:
    """Sentences and ；-items."""
    for place, passage in enumerate(subject.passages):
        if passage.role == "body":
            for text, start in split(passage.text[passage.lead :], "。；;！？", passage.lead):
                if len(text) >= _LEAST:
                    yield _Clause(place, passage, start, text, True, True)


def _stale(first: _Clause, other: _Clause, pairs: Sequence[tuple[Quantity, Quantity]]) -> Finding:
    told = "、".join(f"{x.text}／{y.text}" for x, y in pairs)
    return Finding(
        Severity.ERROR,
        f"两处话相同而数不同（{told}）：{first.text.strip()[:24]}…。",
        tuple(item.passage.side(item.start, item.end) for item in (first, other)),
        pairs[0][0].text,
        pairs[0][1].text,
    )


@dataclass(frozen=True)
class _Statement:
    """A number with the words that lead to it: its own label, and what stands before."""

    place: int
    passage: Passage
    label: str
    lead: str
    start: int
    number: Quantity

    @property
    def told(self) -> str:
        return f"{self.number.value}{self.number.unit}"


def _statements(subject: Subject, seen: set[tuple[int, int]]) -> Iterator[Finding]:
    """Statements of the text and of an appendix with one label and two values."""
    by_label: dict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for statement in _read(subject):
        by_label[statement.label[-_LABEL:], statement.number.unit].append(statement)
    for group in by_label.values():
        for place, first in enumerate(group):
            rivals = [
                other for other in group[place + 1 :] if other.passage.part != first.passage.part
            ]
            if (
                not rivals
                or (first.place, first.number.start) in seen
                or first.told in {other.told for other in rivals}
            ):
                continue
            best = max(rivals, key=lambda other: _likeness(first, other))
            here = [item for item in group if item.passage.part != best.passage.part]
            if all(_keyed(item.passage, item.number.start) for item in (first, best)):
                continue
            if (
                _likeness(first, best) >= _ALIKE
                and max(here, key=lambda item: _likeness(item, best)) is first
            ):
                yield Finding(
                    Severity.WARNING,
                    f"“{_name(first)}”前面是{first.told}，后面是{best.told}。",
                    tuple(item.passage.side(item.start, item.number.end) for item in (first, best)),
                    first.told,
                    best.told,
                )


def _keyed(passage: Passage, at: int) -> bool:
    """Whether the number follows a key of the data: then it is compared by its key."""
    mark = passage.mark_at(at)
    return mark is not None and mark.kind in ("bound", "claimed")


def _likeness(first: _Statement, other: _Statement) -> float:
    """How alike the labels are, and the words before them where both have some."""
    own = SequenceMatcher(None, first.label, other.label, autojunk=False).ratio()
    if min(len(first.lead), len(other.lead)) < _LABEL:
        return own
    return (own + SequenceMatcher(None, first.lead, other.lead, autojunk=False).ratio()) / 2


def _name(statement: _Statement) -> str:
    """The label; with the words before it where it begins with 其中 or is short."""
    if statement.label.startswith("其中") or len(statement.label) < 8:
        text = statement.passage.text[: statement.number.start]
        return text[-24:].lstrip("，。；、（(")
    return statement.label[-24:]


def _read(subject: Subject) -> Iterator[_Statement]:
    for place, passage in enumerate(subject.passages):
        if passage.role != "body":
            continue
        for item in quantities(passage.text):
            label = _FILLERS.sub("", item.label).replace("扶贫", "帮扶")
            if item.unit and item.exact and len(label) >= _LABEL and item.unit != "%":
                start = item.start - len(item.label)
                yield _Statement(
                    place,
                    passage,
                    label,
                    _NUMBER.sub("", passage.text[max(0, start - _CONTEXT) : start]),
                    start,
                    item,
                )
