"""What must hold between the figures and the records of a kind (identities.csv of the kind)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.check.values import agree, called, has_form, shown
from generator.figures import Draft, Figure
from generator.model import files
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
_MOST_SIDES = 6


class _Compared(Struct, frozen=True):
    """A cross-check with its two sides: the figure as filed, and what the formula gives."""

    check: CrossCheck
    filed: Figure
    computed: Figure

    @property
    def other(self) -> Decimal | None:
        """What the formula gives, in the unit of the figure where it converts."""
        number = self.computed.number_or_none
        try:
            return convert(number, self.computed.unit, self.filed.unit)
        except ValueError:
            return number

    @property
    def is_of_presence(self) -> bool:
        """Whether the figure need only be filed."""
        return self.check.relation is Relation.FILLED

    def finding(self, message: str, expected: str, actual: str) -> Finding:
        """What is wrong, with the cells of both sides."""
        severity = self.check.severity
        sides = (*_sides(self.filed, self.filed.name), *_sides(self.computed, self.check.note))
        return Finding(severity, f"{message}。", sides, expected, actual, (self.check.key,))


def cross_checks(subject: Subject) -> Iterator[Finding]:
    """The figures of the form agree with the records, as the cross-checks of the kind say.

    查：报告种类的 identities.csv 列出的勾稽关系：应等于、应不大于、应不小于、不应等于；记录里有的事，表里应有数。
    不查：有一边不知道的；算式点名的记录表是空的；整张统计表没有填的不提示漏填；同一个键的漏填只报一次。
    例：统计表1.2引进企业填3家，企业名录有2家
        -> 统计表1.2“2.引进企业数”是3家，应等于企业名录的家数（2家），相差1家。
    依据：报告种类的 identities.csv。
    """
    draft = subject.draft
    if draft is None:
        return
    not_filed: set[str] = set()
    for compared in _compared(draft):
        key = compared.check.key
        if not compared.is_of_presence:
            yield from _unequal(compared)
        elif key not in not_filed and _lacks(compared):
            not_filed.add(key)
            message = f"{compared.filed.name}没有填，而{compared.check.note}"
            yield compared.finding(message, "应填写", "空")


def _compared(draft: Draft) -> Iterator[_Compared]:
    """The cross-checks that can be made: both sides are in the package."""
    form_used = has_form(draft)
    for check in draft.kind.cross_checks:
        computed = _computed(check, draft)
        expected = form_used or check.relation is not Relation.FILLED
        if computed is not None and expected:
            yield _Compared(check, _filed(check.key, draft), computed)


def _computed(check: CrossCheck, draft: Draft) -> Figure | None:
    """What the formula gives; None where figure, records or a value that it needs is not there."""
    if check.key not in draft.book or not _has_records(draft, check.formula):
        return None
    try:
        return draft.book.compute(check.formula, check.source)
    except NigaoError:
        return None


def _has_records(draft: Draft, formula: str) -> bool:
    """Whether every record file that the formula names has rows."""
    named = (
        records
        for name, records in draft.dataset.records.items()
        if name in formula and re.search(rf"(?<![\w.]){re.escape(name)}(?![\w])", formula)
    )
    return all(records.rows for records in named)


def _filed(key: str, draft: Draft) -> Figure:
    """The figure as the form holds it, or else the package, by the name that a message uses."""
    figure = draft.book.form(key) if draft.book.in_form(key) else draft.book.get(key)
    return figure.renamed(name=called(draft, figure))


def _lacks(compared: _Compared) -> bool:
    """Whether the formula is above zero and the figure is not filed."""
    return bool(compared.other) and not compared.filed.known


def _unequal(compared: _Compared) -> Iterator[Finding]:
    """The finding where both sides are known and the relation does not hold."""
    filed, value, other = compared.filed, compared.filed.number_or_none, compared.other
    if value is None or other is None or _holds(compared, value, other):
        return
    relation, unit = compared.check.relation, filed.unit
    wanted, limit = _WANTED[relation], f"{spoken(other)}{unit}"
    message = f"{filed.name}是{shown(filed)}，{wanted}{compared.check.note}（{limit}）"
    if relation is not Relation.UNEQUAL:
        message += f"，相差{spoken(abs(value - other))}{unit}"
    yield compared.finding(message, f"{wanted.removeprefix('应')}{limit}", shown(filed))


def _holds(compared: _Compared, value: Decimal, other: Decimal) -> bool:
    in_filed_unit = compared.computed.renamed(unit=compared.filed.unit, value=other)
    same = agree(compared.filed, in_filed_unit)
    relation = compared.check.relation
    if relation in (Relation.EQUAL, Relation.UNEQUAL):
        return same is (relation is Relation.EQUAL)
    in_order = value <= other if relation is Relation.AT_MOST else value >= other
    return same or in_order


def _sides(figure: Figure, name: str) -> tuple[Side, ...]:
    """The first cells of a figure in the package, or else the file it comes from."""
    own = (source for source in figure.sources if source.row and "/" not in source.file)
    cells = list(own)[:_MOST_SIDES]
    sources = cells or figure.sources[:1] or (Source(files.REPORT),)
    return tuple(cell_side(source, f"{name} {shown(figure)}") for source in sources)
