"""What a level of office says against the sum of those below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Finding, cell_side
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.check.values import called, gap, shown
from generator.figures import Draft, Figure
from generator.model.cell import Source
from generator.model.dataset import Record, Records
from generator.model.rollup import ADDED, COUNTY, ITEM, VALUE, RollUp
from generator.model.severity import Severity


class _Addends(Struct, frozen=True):
    """The rows of one number, one a place: where the first stands, the sum of those that have a
    value, how many these are, and who has none."""

    source: Source
    total: Decimal
    count: int
    lacking: tuple[str, ...]


def sums_of_counties(subject: Subject) -> Iterator[Finding]:
    """A number of the level above is the sum of those of the places below.

    查：由下一级汇总来的数（各地数据里“相加”的），应等于各地合计；有的地方没有报的，等于已报各地合计的要说明缺谁，比已报各地合计还小的不对；逐地列出的记录缺了哪个地方的。
    不查：各地都没有报的；上一级还没有填的；不相加的（比率、增幅）。
    例：统计表1.1.1“其中：赴东部就业”填120人，各地数据里青禾县70人、白石县40人
        -> 统计表1.1.1“其中：赴东部就业”（1.帮助就业人数）是120人，应等于2个地方合计（110人），相差10人。
    依据：数据包里由 nigao rollup 写的各地数据。
    """
    draft = subject.draft
    if draft is None:
        return
    for item, addends in _addends(draft).items():
        figure = _figure(draft, item)
        if figure is not None and figure.number_or_none is not None and addends.count:
            yield from _compared(draft, figure, addends)
    yield from _lacking_records(draft)


def _lacking_records(draft: Draft) -> Iterator[Finding]:
    """Record files in which the rows of a place are lacking: what is added up from them is not
    all. Files that lack the same places are told at once."""
    names = {spec.stem: spec.name for spec in draft.kind.records}
    lacking: dict[str, list[Record]] = {}
    for record in _values(draft):
        stem = str(record.cells[ITEM].value)
        if stem in names and record.cells[VALUE].value is None:
            lacking.setdefault(stem, []).append(record)
    together: dict[tuple[str, ...], list[str]] = {}
    for stem, records in lacking.items():
        together.setdefault(_counties(records), []).append(stem)
    for counties, stems in together.items():
        whose, what = "、".join(counties), "、".join(names[stem] for stem in stems)
        message = f"{what}缺{whose}的记录，照它们算的合计不全。"
        source = lacking[stems[0]][0].cells[VALUE].source
        yield Finding(Severity.WARNING, message, (cell_side(source, "空"),), "各地都有", "空")


def _counties(records: Sequence[Record]) -> tuple[str, ...]:
    return tuple(str(record.cells[COUNTY].value) for record in records)


def _addends(draft: Draft) -> Mapping[str, _Addends]:
    """What is added up, by the code or key of the sum."""
    rows: dict[str, list[Record]] = {}
    for record in _values(draft):
        if record.cells[ADDED].value:
            rows.setdefault(str(record.cells[ITEM].value), []).append(record)
    return {item: _of_rows(records) for item, records in rows.items()}


def _values(draft: Draft) -> Records | tuple[Record, ...]:
    """The rows of the record file that keeps the values of places; none where the kind has none."""
    for records in draft.dataset.records.values():
        if records.spec.rollup is RollUp.VALUES:
            return records
    return ()


def _of_rows(records: Sequence[Record]) -> _Addends:
    values = [(record, record.cells[VALUE].value) for record in records]
    numbers = [value for _, value in values if isinstance(value, Decimal)]
    lacking = _counties([record for record, value in values if value is None])
    source = records[0].cells[VALUE].source
    return _Addends(source, sum(numbers, Decimal(0)), len(numbers), lacking)


def _figure(draft: Draft, item: str) -> Figure | None:
    """The number of a row of the form, or of a key; None where neither is there."""
    row = next((row for row in draft.dataset.indicators if row.form.code == item), None)
    if row is not None:
        return draft.book.cell(row)
    return draft.book.get(item) if item in draft.book else None


def _compared(draft: Draft, figure: Figure, addends: _Addends) -> Iterator[Finding]:
    number, total = figure.number_or_none, figure.renamed(value=addends.total)
    if number is None:
        return
    name, sum_of = called(draft, figure), f"{addends.count}个地方合计"
    limit = f"{spoken(addends.total)}{figure.unit}"
    if not addends.lacking and number != addends.total:
        wanted = f"应等于{sum_of}（{limit}）{gap(figure, total)}"
        yield _finding(figure, addends, f"{name}是{shown(figure)}，{wanted}。", limit)
    elif addends.lacking and number == addends.total:
        lacking = "、".join(addends.lacking)
        message = f"{name}是{shown(figure)}，只是{sum_of}，缺{lacking}。"
        yield _finding(figure, addends, message, f"加上{lacking}")
    elif addends.lacking and number < addends.total:
        wanted = f"比已报的{sum_of}（{limit}）还小"
        yield _finding(figure, addends, f"{name}是{shown(figure)}，{wanted}。", f"不小于{limit}")


def _finding(figure: Figure, addends: _Addends, message: str, expected: str) -> Finding:
    told = f"{addends.count}个地方合计 {spoken(addends.total)}{figure.unit}"
    sides = (
        *(cell_side(source, f"{figure.name} {shown(figure)}") for source in figure.sources[:1]),
        cell_side(addends.source, told),
    )
    return Finding(Severity.WARNING, message, sides, expected, shown(figure), (figure.key,))
