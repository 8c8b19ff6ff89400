"""The text against the table by name, for a Word file that has no keys."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.reader import UNITS, in_unit, quantities, spoken
from generator.check.subject import Subject
from generator.standard.wording.numbers import rounded

_HEAD = re.compile(r"^(?:\d+[.．]\s*|[①-⑳]\s*|其中[：:]\s*)+")
_TAIL = re.compile(r"(?:人次数?|人数|数额?|金额|情况|个数|比例)$")
_PERSONS = {"人", "人次", "名"}
_COUNTS = {"个", "项", "家", "对", "所"}
_LEAST = 4


@dataclass(frozen=True)
class _Row:
    core: str
    unit: str
    value: Decimal
    passage: Passage


def text_and_table(subject: Subject) -> Iterator[Finding]:
    """A number of the text whose words are the label of one row of the table equals that row.

    For Word files without data. The label of the row, without its number, 其中 and 数 at the end, must end with the
    words before the number (or these with it), and no other row may end so; units must convert (人 and 人次, 个 and 项
    are taken as one). Silent about approximate numbers. Source: the form's instruction that text and table agree.
    """
    if subject.draft:
        return
    rows = [row for passage in subject.passages if (row := _row(passage))]
    ends: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        ends[row.core].append(row)
    if len(rows) < 10:
        return
    for passage in prose(subject.passages):
        for item in quantities(passage.text):
            core = _core(item.label)
            if len(core) < _LEAST or not item.unit or not item.exact:
                continue
            fitting = [
                row
                for row in rows
                if row.core.endswith(core) or (len(row.core) >= 6 and core.endswith(row.core))
            ]
            if len(fitting) != 1:
                continue
            row = fitting[0]
            unit = _unit(row.unit, item.unit)
            value = in_unit(item, unit) if unit == row.unit else item.value
            if value is None or not unit:
                continue
            places = min(_places(value), _places(row.value))
            if rounded(value, places) != rounded(row.value, places):
                yield Finding(
                    Severity.WARNING,
                    f"正文“{item.label}”是{item.text}，表中“{row.passage.cells[0]}”是{spoken(row.value)}{row.unit}。",
                    (passage.side(item.start - len(item.label), item.end), row.passage.side()),
                    f"{spoken(row.value)}{row.unit}",
                    item.text,
                )


def _core(label: str) -> str:
    return _TAIL.sub("", re.sub(r"\s", "", _HEAD.sub("", label.strip())))


def _row(passage: Passage) -> _Row | None:
    """A row of label, unit and number; None for any other."""
    if passage.role != "row" or len(passage.cells) < 3:
        return None
    label, unit, value = (re.sub(r"\s", "", cell) for cell in passage.cells[:3])
    if unit not in UNITS:
        return None
    try:
        return _Row(_core(label), unit, Decimal(value.removesuffix(unit)), passage)
    except InvalidOperation:
        return None


def _unit(row: str, item: str) -> str:
    """The unit in which both can be compared; "" where there is none."""
    if {row, item} <= _PERSONS or {row, item} <= _COUNTS:
        return item
    return row


def _places(value: Decimal) -> int:
    return len(spoken(value).partition(".")[2])
