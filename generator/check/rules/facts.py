"""One fact, one value: the same key in the text, in figures.csv, in the form, in typed digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec import Struct

from generator.check.filled import dated_label
from generator.check.finding import Finding, Side, cell_side
from generator.check.passages import Passage, prose
from generator.check.subject import Subject
from generator.check.values import agree, called, convertible, gap, has_form, shown
from generator.figures import Draft, Figure
from generator.model.cell import Source
from generator.model.dataset import IndicatorRow
from generator.model.document import Mark
from generator.model.kind import FieldType
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.model.sheets import SheetLocations

_AROUND = 14
_VERBS = ("拨付", "使用", "支出", "启动", "开工", "完工", "到位")
_MONEY = ("亿元", "万元", "元")


class _Printed(NamedTuple):
    """A figure where the text prints it."""

    passage: Passage
    start: int
    end: int
    mark: Mark

    @property
    def side(self) -> Side:
        """The figure with the words around it."""
        return self.passage.side(self.start, self.end, _AROUND)


class _Fact(Struct, frozen=True):
    """What the text, or what it is written from, says of a key of the form, and what the form says.

    ``said_in`` and ``filed_in`` tell where each value stands: the text, the file and row.
    """

    said: Figure
    said_in: str
    side: Side
    filed: Figure
    filed_in: str
    row: IndicatorRow
    label: str

    @property
    def is_not_filed(self) -> bool:
        """Whether the text has a number other than 0 and the cell of the form is blank."""
        return self.filed.value is None and bool(self.said.number_or_none)

    @property
    def name(self) -> str:
        """Code and label of the row, and where it stands."""
        return f"统计表{self.row.form.code}“{self.label}”（{self.filed_in}）"


def text_and_form(subject: Subject) -> Iterator[Finding]:
    """A key of the form holds in the text (figures.csv, records) the value that the form holds.

    查：同一个键在正文里（figures.csv、记录）的数与统计表里的不同；正文有数、统计表没有填的。两边都写明在哪个文件第几行。
    不查：换算单位、按较粗的小数位约简后相同的；余、近等概数说得通的；整张表没有填的；有一边不是数的。
    例：figures.csv 写就业345人，统计表1.1填200人
        -> “就业”正文（figures.csv 第2行）是345人，
        统计表1.1“1.帮助就业人数”（indicators.csv 第2行）是200人，相差145人。
    依据：统计表填表说明：文表一致。
    """
    draft = subject.draft
    if draft is None:
        return
    form_used = has_form(draft)
    for fact in _facts(subject, draft):
        if not agree(fact.said, fact.filed):
            yield _differs(fact)
        elif form_used and fact.is_not_filed:
            yield _not_filed(fact)


def _facts(subject: Subject, draft: Draft) -> Iterator[_Fact]:
    """The keys of the form that the text takes from elsewhere, where both are to be compared."""
    printed = _first_printed(subject)
    sheets = draft.dataset.sheets
    for row in filter(_has_key, _number_rows(draft)):
        said, filed = draft.book.get(row.form.key), draft.book.cell(row)
        if said.sources == filed.sources or said.number_or_none is None:
            continue
        in_text = printed.get(row.form.key)
        side = in_text.side if in_text else _source_side(said, said.name)
        if side:
            said_in = _said_in(said.sources, sheets, in_text is not None)
            filed_in = _rows_of((row.cell.source,), sheets)
            yield _Fact(said, said_in, side, filed, filed_in, row, _label(row, subject.year))


def _said_in(sources: Sequence[Source], sheets: SheetLocations | None, in_text: bool) -> str:
    """Where a value is said: in the text with the rows it is written from, or in these alone."""
    rows = _rows_of(sources, sheets)
    if not in_text:
        return f"在 {rows}"
    return f"正文（{rows}）" if rows else "正文"


def _rows_of(sources: Sequence[Source], sheets: SheetLocations | None) -> str:
    """The first row of a value, and how many cells it has where they are several; "" without."""
    if not sources:
        return ""
    row = replace(sources[0], column="")
    shown_row = str(row) if sheets is None else sheets.shown(row)
    more = f"等{len(sources)}格" if len(sources) > 1 else ""
    return f"{shown_row}{more}"


def _number_rows(draft: Draft) -> list[IndicatorRow]:
    return [row for row in draft.dataset.indicators if row.form.type is FieldType.NUMBER]


def _has_key(row: IndicatorRow) -> bool:
    return bool(row.form.key)


def _label(row: IndicatorRow, year: int | None) -> str:
    return row.label or dated_label(row.form, year)


def _first_printed(subject: Subject) -> dict[str, _Printed]:
    """Where the text prints each figure first, tables aside."""
    first: dict[str, _Printed] = {}
    for printed in _printed(_outside_tables(subject)):
        if printed.mark.origin == "bound":
            first.setdefault(printed.mark.key, printed)
    return first


def _outside_tables(subject: Subject) -> Iterator[Passage]:
    return (passage for passage in subject.passages if passage.role != "row")


def _printed(passages: Iterable[Passage]) -> Iterator[_Printed]:
    """The figures that passages print, one by one."""
    for passage in passages:
        for run, start, end in passage.run_spans():
            if run.mark and run.mark.origin in ("bound", "claimed"):
                yield _Printed(passage, start, end, run.mark)


def _source_side(figure: Figure, quote: str) -> Side | None:
    """The first cell of a figure; None where it has none."""
    return cell_side(figure.sources[0], quote) if figure.sources else None


def _differs(fact: _Fact) -> Finding:
    said, filed, row = fact.said, fact.filed, fact.row
    units = f"（单位也不同：{said.unit}、{filed.unit}）"
    if convertible(said.unit, filed.unit):
        units = ""
    cell = f"{fact.label} {row.unit or row.form.unit} {row.cell.raw}"
    return Finding(
        Severity.ERROR,
        f"“{said.name}”{fact.said_in}是{shown(said)}，"
        f"{fact.name}是{shown(filed)}{units}{gap(said, filed)}。",
        (fact.side, cell_side(row.cell.source, cell)),
        shown(filed),
        shown(said),
        (row.form.key,),
    )


def _not_filed(fact: _Fact) -> Finding:
    said = shown(fact.said)
    return Finding(
        Severity.WARNING,
        f"“{fact.said.name}”{fact.said_in}是{said}，{fact.name}没有填。",
        (fact.side, cell_side(fact.row.cell.source, fact.label)),
        said,
        "空",
        (fact.row.form.key,),
    )


def claims(subject: Subject) -> Iterator[Finding]:
    """Digits that a person typed and bound to a key are those of the data.

    查：文字里人工写入并指明键的数与数据里这个键的数不同，比法同“文表一致”。
    不查：键还没有数的；没有指明键的数（见 nigao check --human）。
    例：text/lead.md 写{{ claim('210', '就业.合计') }}，统计表1.1填200人
        -> 统计表1.1“1.帮助就业人数”这里写的是210，数据是200人，相差10人。
    依据：逻辑：同一个数只有一个值。
    """
    draft = subject.draft
    if draft is None:
        return
    for claim in _printed(_outside_tables(subject)):
        if claim.mark.origin != "claimed" or claim.mark.key not in draft.book:
            continue
        figure = draft.book.get(claim.mark.key)
        typed = _typed(claim, figure)
        if typed is not None and not agree(typed, figure):
            text = claim.passage.text[claim.start : claim.end]
            yield Finding(
                Severity.ERROR,
                f"{called(draft, figure)}这里写的是{text}，"
                f"数据是{shown(figure)}{gap(typed, figure)}。",
                (claim.side, *_other_sides(subject, figure)),
                shown(figure),
                text,
                (figure.key,),
            )


def _typed(claim: _Printed, figure: Figure) -> Figure | None:
    """The digits of a claim as a figure; None where it has none.

    Its unit is the money that follows the digits, or else that of the key.
    """
    text = claim.passage.text
    digits = re.search(r"\d+(?:\.\d+)?", text[claim.start : claim.end])
    if not digits:
        return None
    rest = text[claim.start + digits.end() : claim.end + 4]
    unit = next((unit for unit in _MONEY if rest.startswith(unit)), figure.unit)
    places = len(digits[0].partition(".")[2])
    return Figure(figure.key, figure.name, Decimal(digits[0]), unit, places=places)


def _other_sides(subject: Subject, figure: Figure) -> Iterator[Side]:
    """Where the text prints the figure bound to the data, and its cell."""
    for printed in _printed(subject.passages):
        if printed.mark.key == figure.key and printed.mark.origin == "bound":
            yield printed.side
            break
    if side := _source_side(figure, shown(figure)):
        yield side


def same_verb(subject: Subject) -> Iterator[Finding]:
    """One verb names one quantity: 已拨付 in the text is not what the form calls 已使用.

    查：正文数前面的动词（拨付、使用、支出、启动、开工、完工、到位）与统计表这个指标的动词不同，而表里另有一行用正文的动词、数也不同。
    不查：表里没有另一行的；两行数相同的；同一个键、同一个动词只报一次。
    例：正文写“已拨付{{ f('专项.已使用') }}”，表里已使用600万元，已拨付700万元
        -> 正文的“拨付”说的是统计表2.3.1“已使用专项资金数”，而表里“拨付”另有其数（2.3）。
    依据：统计表的指标名；一个词说一个数（逻辑）。
    """
    draft = subject.draft
    if draft is None:
        return
    rows = _number_rows(draft)
    by_key = {row.form.key: row for row in reversed(rows)}
    for (key, verb), printed in _first_with_verb(subject).items():
        own = by_key.get(key)
        other = _row_of_verb(own, verb, rows) if own else None
        if own and other:
            yield _other_verb(printed, verb, own, other)


def _first_with_verb(subject: Subject) -> dict[tuple[str, str], _Printed]:
    """Where a sentence prints each figure first behind each verb of the group."""
    first: dict[tuple[str, str], _Printed] = {}
    for printed in _printed(prose(subject.passages)):
        if verb := _verb_before(printed):
            first.setdefault((printed.mark.key, verb), printed)
    return first


def _verb_before(printed: _Printed) -> str:
    """The verb just before a figure, 了 aside; "" where there is none of the group."""
    before = printed.passage.text[max(0, printed.start - 6) : printed.start]
    return next((verb for verb in _VERBS if before.endswith((verb, f"{verb}了"))), "")


def _filed_verbs(row: IndicatorRow) -> list[str]:
    """The verbs of the group that the label of a row names."""
    return [verb for verb in _VERBS if f"已{verb}" in row.form.label]


def _row_of_verb(own: IndicatorRow, verb: str, rows: Sequence[IndicatorRow]) -> IndicatorRow | None:
    """The row that the verb names where it is another one than ``own``, with another value.

    Of several the row above ``own``, or else the first.
    """
    rivals = _rivals(own, verb, rows)
    other = rivals.get(own.form.parent) or next(iter(rivals.values()), None)
    if other is None or other.cell.value in (None, own.cell.value):
        return None
    return other


def _rivals(own: IndicatorRow, verb: str, rows: Sequence[IndicatorRow]) -> dict[str, IndicatorRow]:
    """The rows of the same unit that name the verb, by code; {} where ``own`` names it or none."""
    own_verbs = _filed_verbs(own)
    if not own_verbs or verb in own_verbs:
        return {}
    same_unit = [row for row in rows if row.form.unit == own.form.unit]
    return {row.form.code: row for row in same_unit if verb in _filed_verbs(row)}


def _other_verb(printed: _Printed, verb: str, own: IndicatorRow, other: IndicatorRow) -> Finding:
    cell = f"{other.form.label}{other.form.unit} {other.cell.raw}"
    return Finding(
        Severity.WARNING,
        f"正文的“{verb}”说的是统计表{own.form.code}“{own.form.label}”，"
        f"而表里“{verb}”另有其数（{other.form.code}）。",
        (
            printed.passage.side(max(0, printed.start - 10), printed.end),
            cell_side(other.cell.source, cell),
        ),
        f"已{min(_filed_verbs(own))}",
        f"已{verb}",
        (own.form.key, other.form.key),
    )
