"""The text against the table by name, for a Word file that has no keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from generator.check.finding import Finding
from generator.check.passages import Passage, prose
from generator.check.reader import UNITS, Quantity, decimals, in_unit, quantities, spoken
from generator.check.subject import Subject
from generator.model.severity import Severity
from generator.standard.wording.numbers import rounded

_HEAD = re.compile(r"^(?:\d+[.．]\s*|[①-⑳]\s*|其中[：:]\s*)+")
_TAIL = re.compile(r"(?:人次数?|人数|数额?|金额|情况|个数|比例)$")
_SAME_UNIT = ({"人", "人次", "名"}, {"个", "项", "家", "对", "所"})
_SHORTEST, _SHORTEST_LABEL, _FEWEST_ROWS = 4, 6, 10


@dataclass(frozen=True)
class _Row:
    """A row of a table: the core of its label, its unit, its number."""

    core: str
    unit: str
    value: Decimal
    passage: Passage

    @property
    def shown(self) -> str:
        """The number with its unit."""
        return f"{spoken(self.value)}{self.unit}"

    def is_named(self, core: str) -> bool:
        """Whether words before a number end the label, or a long label ends the words."""
        is_long = len(self.core) >= _SHORTEST_LABEL
        return self.core.endswith(core) or (is_long and core.endswith(self.core))


def text_and_table(subject: Subject) -> Iterator[Finding]:
    """A number of the text whose words are the label of one row of the table equals that row.

    查：Word 文件里，数前面的词是表中唯一一行的指标名（序号、“其中”和末尾的“数”等不计），而两处的数不同。
    不查：数据包（另有“文表一致”）；约数；不足4个字的词；对得上几行的；单位不能换算的；表不足10行的。
    例：正文写“到省外就业130人”，表中“到省外就业人数”是120人
        -> 正文“到省外就业”是130人，表中“到省外就业人数”是120人。
    依据：统计表填表说明：文表一致。
    """
    rows = _rows(subject)
    if len(rows) >= _FEWEST_ROWS:
        for passage in prose(subject.passages):
            for item in quantities(passage.text):
                row = _row_of(item, rows)
                if row and _differ(item, row):
                    yield _finding(passage, item, row)


def _rows(subject: Subject) -> list[_Row]:
    """The rows of label, unit and number; none for a package, whose form has keys."""
    passages = [] if subject.draft else subject.passages
    rows = (_row(passage) for passage in passages if passage.role == "row")
    return [row for row in rows if row]


def _row(passage: Passage) -> _Row | None:
    """The passage as a row of label, unit and number; None where it is none."""
    if len(passage.cells) < 3:
        return None
    label, unit, value = (re.sub(r"\s", "", cell) for cell in passage.cells[:3])
    if unit not in UNITS:
        return None
    try:
        return _Row(_core(label), unit, Decimal(value.removesuffix(unit)), passage)
    except InvalidOperation:
        return None


def _core(label: str) -> str:
    """A label without its number, 其中 and the 数 or 人数 at its end."""
    return _TAIL.sub("", re.sub(r"\s", "", _HEAD.sub("", label.strip())))


def _row_of(item: Quantity, rows: Sequence[_Row]) -> _Row | None:
    """The one row that the words before a number name; None where none or several are."""
    core = _core(item.label)
    if len(core) < _SHORTEST or not item.unit or not item.exact:
        return None
    named = [row for row in rows if row.is_named(core)]
    return named[0] if len(named) == 1 else None


def _differ(item: Quantity, row: _Row) -> bool:
    """Whether the numbers differ at the coarser precision; not where units do not convert."""
    counted_alike = any({item.unit, row.unit} <= units for units in _SAME_UNIT)
    value = item.value if counted_alike else in_unit(item, row.unit)
    if value is None:
        return False
    places = min(decimals(value), decimals(row.value))
    return rounded(value, places) != rounded(row.value, places)


def _finding(passage: Passage, item: Quantity, row: _Row) -> Finding:
    message = f"正文“{item.label}”是{item.text}，表中“{row.passage.cells[0]}”是{row.shown}。"
    side = passage.side(item.start - len(item.label), item.end)
    sides = (side, row.passage.side())
    return Finding(Severity.WARNING, message, sides, row.shown, item.text)
