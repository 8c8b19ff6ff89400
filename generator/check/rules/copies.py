"""Suspicious copies: two different quantities with the same numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.check.filled import Filled, filled
from generator.check.finding import Finding, Severity
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.model.kind import FormRelation

_SMALL = 50


def same_pairs(subject: Subject) -> Iterator[Finding]:
    """Two rows of the form with different keys hold the same number, and so do their 其中 parts.

    Speaks where the number is at least 50 and the part is smaller than it: two such pairs do not agree by chance.
    Silent where the catalogue calls the rows equal, where part equals whole (all of them 脱贫), and for one number
    alone. A warning, and not more: it may be true. Source: copying between rows.
    """
    rows = {row.form.code: row for row in filled(subject) if row.value is not None}
    pairs: dict[tuple[Decimal, Decimal, str], list[tuple[Filled, Filled]]] = defaultdict(list)
    for row in rows.values():
        whole = rows.get(row.form.parent)
        if (
            row.form.relation is FormRelation.PART
            and whole
            and whole.number >= _SMALL
            and row.number < whole.number
        ):
            pairs[whole.number, row.number, row.form.label].append((whole, row))
    for (number, part, _), group in pairs.items():
        codes = {whole.form.code for whole, _ in group}
        if len(group) > 1 and not codes & {whole.form.equals for whole, _ in group}:
            told = "、".join(
                f"{whole.form.code}“{whole.form.label}”{_under(whole, rows)}" for whole, _ in group
            )
            yield Finding(
                Severity.WARNING,
                f"不同的指标两个数都相同（{spoken(number)}，其中{spoken(part)}），请核对是否抄错行：{told}。",
                tuple(row.side for pair in group for row in pair),
                "",
                f"{spoken(number)}／{spoken(part)}",
                tuple(whole.form.key for whole, _ in group),
            )


def _under(row: Filled, rows: dict[str, Filled]) -> str:
    """The row above, where there is one that holds a number."""
    parent = rows.get(row.form.parent)
    return f"（{parent.form.label}）" if parent else ""
