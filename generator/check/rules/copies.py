"""Suspicious copies: two different quantities with the same numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from generator.check.filled import Filled
from generator.check.finding import Finding
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.model.kind import FormRelation
from generator.model.severity import Severity

_SMALL = 50


class _Pair(Struct, frozen=True):
    """A row of the form with a part of it."""

    whole: Filled
    part: Filled

    @property
    def numbers(self) -> tuple[Decimal, Decimal, str]:
        """Both numbers, and what the part is called: what copied pairs have in common."""
        return self.whole.number, self.part.number, self.part.form.label


def same_pairs(subject: Subject) -> Iterator[Finding]:
    """Two rows of the form with different keys hold the same number, and so do their 其中 parts.

    查：统计表里两个不同的指标数相同，它们下面同名的“其中”项也相同，疑为抄错行；要核对，不一定错。
    不查：总数小于50的；“其中”项等于总数的；表式规定两行相等的；只有一个数相同的。
    例：1.1.1和1.1.2都填120人，其中脱贫劳动力都填80人
        -> 不同的指标两个数都相同（120，其中80），请核对是否抄错行：1.1.1“到省外就业人数”
        （1.帮助就业人数）、1.1.2“在省内就业人数”（1.帮助就业人数）。
    依据：两个数同时碰巧相同的机会很小，多为抄错行（实务）。
    """
    rows = subject.filled_by_code
    groups: dict[tuple[Decimal, Decimal, str], list[_Pair]] = defaultdict(list)
    for pair in _pairs(rows):
        groups[pair.numbers].append(pair)
    for group in groups.values():
        if len(group) > 1 and not _called_equal(group):
            yield _finding(group, rows)


def _pairs(rows: Mapping[str, Filled]) -> Iterator[_Pair]:
    """The 其中 rows with the filled rows they are a part of: large ones, and a true part."""
    for part in rows.values():
        whole = rows.get(part.form.parent)
        if part.form.relation is not FormRelation.PART or part.value is None or whole is None:
            continue
        if whole.number >= _SMALL and part.number < whole.number:
            yield _Pair(whole, part)


def _called_equal(group: list[_Pair]) -> bool:
    """Whether the catalogue says of one row of a group that it equals another."""
    codes = {pair.whole.form.code for pair in group}
    return any(pair.whole.form.equals in codes for pair in group)


def _finding(group: list[_Pair], rows: Mapping[str, Filled]) -> Finding:
    whole, part, _ = group[0].numbers
    named = "、".join(_called(pair.whole, rows) for pair in group)
    return Finding(
        Severity.WARNING,
        f"不同的指标两个数都相同（{spoken(whole)}，其中{spoken(part)}），"
        f"请核对是否抄错行：{named}。",
        tuple(row.side for pair in group for row in (pair.whole, pair.part)),
        "",
        f"{spoken(whole)}／{spoken(part)}",
        tuple(pair.whole.form.key for pair in group),
    )


def _called(row: Filled, rows: Mapping[str, Filled]) -> str:
    """Code and label, with the label of the row above where one is filled."""
    above = rows.get(row.form.parent)
    under = f"（{above.form.label}）" if above and above.value is not None else ""
    return f"{row.form.code}“{row.form.label}”{under}"
