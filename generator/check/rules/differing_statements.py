"""Statements of the text and of an appendix that share a label and have two values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import Quantity
from generator.check.rules.clauses import QUOTED
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_LABEL = 4
_SHORT_LABEL = 8
_ALIKE = 0.72
NUMBER = regex(r"\d+(?:\.\d+)?")
"""A number, whatever it counts."""
_CONTEXT = 24
_MOST_STATEMENTS = 40
"""A label that more numbers have says nothing of any of them."""
_BODY = regex(
    r"[\u4e00-\u9fff]{1,8}?(?:医院|卫生院|学校|中学|小学|幼儿园|敬老院|福利院|公司|合作社|街道|社区|[局镇乡村])"
)
_FILLERS = regex(r"[和为达共约计了]+$")


class _Statement(Struct, frozen=True):
    """A number with the words that lead to it: its own label, and what stands before.

    ``index`` is the number of the passage, ``start`` the position of the label in it, ``whole`` the
    amount in front, of which 其中 tells a part.
    """

    index: int
    passage: Passage
    label: str
    lead: str
    start: int
    number: Quantity
    whole: str

    @property
    def amount(self) -> str:
        return _amount(self.number)

    @property
    def of_whole(self) -> str:
        """The amount that it is a part of, where its label says so; else ""."""
        return self.whole if self.label.startswith("其中") else ""

    @property
    def keyed(self) -> bool:
        return is_keyed(self.passage, self.number.start)


def differing_statements(subject: Subject, compared: set[tuple[int, int]]) -> Iterator[Finding]:
    """Statements of the text and of an appendix with one label and two values; not of the numbers
    that were ``compared``, by passage and position."""
    for group in _with_one_label(subject.passages):
        for first, other in _counterparts(group):
            if (first.index, first.number.start) not in compared:
                yield _two_values(first, other)


def _with_one_label(passages: Sequence[Passage]) -> list[list[_Statement]]:
    """The statements that share label and unit, where these are few enough to mean one thing."""
    by_label: dict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for statement in _read(passages):
        by_label[statement.label[-_LABEL:], statement.number.unit].append(statement)
    return [group for group in by_label.values() if len(group) <= _MOST_STATEMENTS]


def _counterparts(group: Sequence[_Statement]) -> Iterator[tuple[_Statement, _Statement]]:
    """Two statements with one label that belong together."""
    for place, first in enumerate(group):
        other = _counterpart(first, group[place + 1 :])
        if other is None or _of_two_bodies(first.label, other.label):
            continue
        if _belong_together(first, other, group):
            yield first, other


def _counterpart(first: _Statement, later: Sequence[_Statement]) -> _Statement | None:
    """The most alike of the later statements of another part; None where one has the same value."""
    rivals = [other for other in later if other.passage.part != first.passage.part]
    if first.amount in {other.amount for other in rivals}:
        return None
    return max(rivals, key=lambda other: _likeness(first, other), default=None)


def _belong_together(first: _Statement, other: _Statement, group: Sequence[_Statement]) -> bool:
    """Whether no statement outside the other's part is more like the other than the first."""
    if _likeness(first, other) < _ALIKE or (first.keyed and other.keyed):
        return False
    if first.of_whole != other.of_whole:
        return False
    outside = [item for item in group if item.passage.part != other.passage.part]
    return max(outside, key=lambda item: _likeness(item, other)) is first


def _of_two_bodies(one: str, other: str) -> bool:
    """Whether two labels name two bodies or places: 县医院…, 县中医院…."""
    first, second = _BODY.match(one), _BODY.match(other)
    if first is None or second is None:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return not long.endswith(short)


def _two_values(first: _Statement, other: _Statement) -> Finding:
    message = f"“{_name(first)}”前面是{first.amount}，后面是{other.amount}。"
    sides = tuple(item.passage.side(item.start, item.number.end) for item in (first, other))
    return Finding(Severity.WARNING, message, sides, first.amount, other.amount)


def is_keyed(passage: Passage, position: int) -> bool:
    """Whether the number follows a key of the data: then it is compared by its key."""
    mark = passage.mark_at(position)
    return mark is not None and mark.origin in ("bound", "claimed")


def _likeness(first: _Statement, other: _Statement) -> float:
    """How alike the labels are, and the words before them where both have some."""
    own = _ratio(first.label, other.label)
    if min(len(first.lead), len(other.lead)) < _LABEL:
        return own
    return (own + _ratio(first.lead, other.lead)) / 2


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _name(statement: _Statement) -> str:
    """The label; with the words before it where it begins with 其中 or is short."""
    label = statement.label
    if label.startswith("其中") or len(label) < _SHORT_LABEL:
        before = statement.passage.text[: statement.number.start]
        return before[-QUOTED:].lstrip("，。；、（(")
    return label[-QUOTED:]


def _read(passages: Sequence[Passage]) -> Iterator[_Statement]:
    """The exact numbers of the text that have a unit and a label."""
    for index, passage in enumerate(passages):
        whole = ""
        for number in passage.quantities if passage.role == "body" else ():
            label = _FILLERS.sub("", number.label).replace("扶贫", "帮扶")
            if number.exact and number.unit not in ("", "%") and len(label) >= _LABEL:
                yield _statement(index, passage, label, number, whole)
            whole = _amount(number)


def _amount(number: Quantity) -> str:
    return f"{number.value}{number.unit}"


def _statement(
    index: int, passage: Passage, label: str, number: Quantity, whole: str
) -> _Statement:
    start = number.start - len(number.label)
    lead = NUMBER.sub("", passage.text[max(0, start - _CONTEXT) : start])
    return _Statement(index, passage, label, lead, start, number, whole)
