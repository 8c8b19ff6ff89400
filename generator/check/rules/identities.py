"""What must hold between the figures and the records of a kind (identities.csv of the kind)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.finding import Finding, Severity, Side, cell_side
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.check.values import agree, called, has_form, shown
from generator.figures import Draft, Figure
from generator.model.cell import Source
from generator.model.errors import NigaoError
from generator.model.kind import CrossCheck, Relation
from generator.standard.wording.numbers import convert

_WANTED = {
    Relation.EQUAL: "应等于",
    Relation.AT_MOST: "应不大于",
    Relation.AT_LEAST: "应不小于",
    Relation.UNEQUAL: "不应等于",
}
_MAX_SIDES = 6


def identities(subject: Subject) -> Iterator[Finding]:
    """The figures of the form agree with the records: the number of enterprises with those listed, and so on.

    Relations: ``=``, ``<=``, ``>=``; ``≠`` where equal values would be suspicious; 有 where a fact in the records needs
    a filled cell. Silent where a side is unknown, and where the records that the formula names are empty.
    Source: identities.csv of the kind.
    """
    if not (draft := subject.draft):
        return
    needed: set[str] = set()
    form_used = has_form(draft)
    for identity in draft.kind.cross_checks:
        if identity.relation is Relation.FILLED and not form_used:
            continue
        if identity.key not in draft.book or not _has_records(draft, identity.formula):
            continue
        try:
            computed = draft.book.compute(identity.formula, identity.source)
        except NigaoError:
            continue
        filed = (
            draft.book.form(identity.key)
            if draft.book.in_form(identity.key)
            else draft.book.get(identity.key)
        )
        found = list(_judge(identity, filed.renamed(name=called(draft, filed)), computed))
        if identity.relation is not Relation.FILLED or identity.key not in needed:
            yield from found
        needed |= {identity.key for _ in found if identity.relation is Relation.FILLED}


def _has_records(draft: Draft, formula: str) -> bool:
    """Whether every record file that the formula names has rows."""
    return all(
        len(records.rows)
        for name, records in draft.dataset.records.items()
        if re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", formula)
    )


def _judge(identity: CrossCheck, filed: Figure, computed: Figure) -> Iterator[Finding]:
    level = Severity.labelled(identity.level.value)
    value, other = filed.number_or_none, _converted(computed, filed.unit)
    if identity.relation is Relation.FILLED:
        if other and not filed.known:
            yield _finding(
                identity,
                level,
                filed,
                computed,
                f"{filed.name}没有填，而{identity.note}",
                "应填写",
                "空",
            )
        return
    if value is None or other is None:
        return
    same = agree(filed, computed.renamed(unit=filed.unit, value=other))
    told = _WANTED[identity.relation]
    if _holds(identity.relation, value, other, same):
        return
    gap = (
        ""
        if identity.relation is Relation.UNEQUAL
        else f"，相差{spoken(abs(value - other))}{filed.unit}"
    )
    yield _finding(
        identity,
        level,
        filed,
        computed,
        f"{filed.name}是{shown(filed)}，{told}{identity.note}（{spoken(other)}{filed.unit}）{gap}",
        f"{told.removeprefix('应')}{spoken(other)}{filed.unit}",
        shown(filed),
    )


def _holds(relation: Relation, value: Decimal, other: Decimal, same: bool) -> bool:
    match relation:
        case Relation.EQUAL:
            return same
        case Relation.AT_MOST:
            return same or value <= other
        case Relation.AT_LEAST:
            return same or value >= other
        case _:
            return not same


def _converted(figure: Figure, unit: str) -> Decimal | None:
    try:
        return convert(figure.number_or_none, figure.unit, unit)
    except ValueError:
        return figure.number_or_none


def _finding(
    identity: CrossCheck,
    level: Severity,
    filed: Figure,
    computed: Figure,
    message: str,
    expected: str,
    actual: str,
) -> Finding:
    return Finding(
        level,
        f"{message}。",
        (*_sides(filed, filed.name), *_sides(computed, identity.note)),
        expected,
        actual,
        (identity.key,),
    )


def _sides(figure: Figure, what: str) -> tuple[Side, ...]:
    cells = (
        [source for source in figure.sources if source.row][:_MAX_SIDES]
        or list(figure.sources[:1])
        or [Source("report.yaml")]
    )
    return tuple(cell_side(source, f"{what} {shown(figure)}") for source in cells)
