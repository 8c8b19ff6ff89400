"""One fact, one value: the same key in the text, in figures.csv, in the form and in what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.check.finding import Finding, Severity, Side, cell_side
from generator.check.passages import Passage
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.figures import Draft, Figure
from generator.model.document import Mark
from generator.model.kind import FieldType
from generator.standard.wording.numbers import EXACT, convert, rounded

_AROUND = 14
_VERBS = ("拨付", "使用", "支出", "启动", "开工", "完工", "到位")


def text_and_form(subject: Subject) -> Iterator[Finding]:
    """A key of the form holds in the text (figures.csv, records) the value that the form holds.

    Values are compared after conversion of the unit (万元, 亿元) at the coarser of the two precisions, so 93.5 and
    93.53 agree; a value with 余 or 近 agrees where it may. A number of the text whose cell is blank is told too, unless
    the whole form is blank. Silent where one side is no number.
    Source: the form's instruction that text and table agree.
    """
    if not (draft := subject.draft):
        return
    places = _places(subject)
    form_used = has_form(draft)
    for row in draft.dataset.indicators:
        key = row.form.key
        if not key or row.form.type is not FieldType.NUMBER:
            continue
        told = draft.book.get(key)
        filed = draft.book.cell(row)
        if told.sources == filed.sources or told.number_or_none is None:
            continue
        place = places.get(key) or (cell_side(told.sources[0], told.name) if told.sources else None)
        if place is None:
            continue
        label = row.label or row.form.label.replace("{year}", str(subject.year or ""))
        if filed.number_or_none is None:
            if form_used and filed.value is None and told.number_or_none:
                yield Finding(
                    Severity.WARNING,
                    f"正文说“{told.name}”是{shown(told)}，统计表{row.form.code}“{label}”没有填。",
                    (place, cell_side(row.cell.source, label)),
                    shown(told),
                    "空",
                    (key,),
                )
            continue
        if not agree(told, filed):
            unit = (
                f"（单位也不同：{told.unit}、{filed.unit}）"
                if not _convertible(told.unit, filed.unit)
                else ""
            )
            yield Finding(
                Severity.ERROR,
                f"“{told.name}”正文是{shown(told)}，统计表{row.form.code}“{label}”是{shown(filed)}{unit}{_gap(told, filed)}。",
                (
                    place,
                    replace(
                        cell_side(
                            row.cell.source, f"{label} {row.unit or row.form.unit} {row.cell.raw}"
                        )
                    ),
                ),
                shown(filed),
                shown(told),
                (key,),
            )


def claims(subject: Subject) -> Iterator[Finding]:
    """Digits that a person typed and bound to a key are those of the data.

    Compared as in 文表一致. Silent where the key has no number yet.
    """
    if not (draft := subject.draft):
        return
    for passage in subject.passages:
        at = 0
        for run in passage.runs:
            start, at = at, at + len(run.text)
            if run.mark and run.mark.kind == "claimed" and run.mark.key in draft.book:
                figure = draft.book.get(run.mark.key)
                typed = _typed(run.text, passage.text[at : at + 4], figure)
                if (
                    typed is not None
                    and figure.number_or_none is not None
                    and not agree(typed, figure)
                ):
                    source = figure.sources[0] if figure.sources else None
                    other = (cell_side(source, shown(figure)),) if source else ()
                    yield Finding(
                        Severity.ERROR,
                        f"{called(draft, figure)}这里写的是{run.text}，数据是{shown(figure)}{_gap(typed, figure)}。",
                        (passage.side(start, at, _AROUND), *_elsewhere(subject, run.mark), *other),
                        shown(figure),
                        run.text,
                        (run.mark.key,),
                    )


def same_verb(subject: Subject) -> Iterator[Finding]:
    """One verb names one quantity: 已拨付 in the text is not the amount that the form calls 已使用.

    Looks at the words just before a printed figure whose row in the form names another verb of the group 拨付, 使用,
    支出 …, while a third row of the same unit bears the verb of the text with a different value. Source: the form's labels.
    """
    if not (draft := subject.draft):
        return
    rows = [row for row in draft.dataset.indicators if row.form.type is FieldType.NUMBER]
    seen: set[tuple[str, str]] = set()
    for passage, start, end, mark in marked(subject):
        own = next((row for row in rows if row.form.key == mark.key), None)
        if own is None or not passage.prose:
            continue
        before = passage.text[max(0, start - 6) : start]
        verb = next((verb for verb in _VERBS if before.endswith((verb, f"{verb}了"))), "")
        filed = {name for name in _VERBS if f"已{name}" in own.form.label}
        if not verb or not filed or verb in filed or (mark.key, verb) in seen:
            continue
        rivals = [
            row for row in rows if row.form.unit == own.form.unit and f"已{verb}" in row.form.label
        ]
        other = next(
            (row for row in rivals if row.form.code == own.form.parent),
            rivals[0] if rivals else None,
        )
        if other and other.cell.value is not None and other.cell.value != own.cell.value:
            seen.add((mark.key, verb))
            yield Finding(
                Severity.WARNING,
                f"正文的“{verb}”说的是统计表{own.form.code}“{own.form.label}”，而表里“{verb}”另有其数（{other.form.code}）。",
                (
                    passage.side(max(0, start - 10), end),
                    cell_side(
                        other.cell.source, f"{other.form.label}{other.form.unit} {other.cell.raw}"
                    ),
                ),
                f"已{min(filed)}",
                f"已{verb}",
                (mark.key, other.form.key),
            )


def marked(subject: Subject) -> Iterator[tuple[Passage, int, int, Mark]]:
    """Every run that prints a figure, with its place."""
    for passage in subject.passages:
        at = 0
        for run in passage.runs:
            start, at = at, at + len(run.text)
            if run.mark and run.mark.kind in ("bound", "claimed"):
                yield passage, start, at, run.mark


def _places(subject: Subject) -> dict[str, Side]:
    """Where the text prints each figure first, tables aside."""
    found: dict[str, Side] = {}
    for passage, start, end, mark in marked(subject):
        if passage.role != "row" and mark.kind == "bound" and mark.key not in found:
            found[mark.key] = passage.side(start, end, _AROUND)
    return found


def _elsewhere(subject: Subject, mark: Mark) -> Iterator[Side]:
    for passage, start, end, other in marked(subject):
        if other.key == mark.key and other.kind == "bound":
            yield passage.side(start, end, _AROUND)
            return


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures say the same: converted to one unit, at the coarser precision, within a qualifier."""
    x, y = a.number_or_none, b.number_or_none
    if x is None or y is None:
        return True
    shift = 0
    if _convertible(a.unit, b.unit) and a.unit != b.unit:
        factor = convert(Decimal(1), b.unit, a.unit) or Decimal(1)
        y, shift = y * factor, -factor.adjusted()
    if a.qualifier or b.qualifier:
        return _within(x, y, a.qualifier or b.qualifier)
    exact = min(_places_of(a, a.number_or_none), _places_of(b, b.number_or_none) + shift)
    return rounded_to(x, exact) == rounded_to(y, exact)


def rounded_to(x: Decimal, places: int) -> Decimal:
    """``x`` to so many decimals (to tens and hundreds below 0), half up."""
    return EXACT.quantize(x, Decimal(1).scaleb(-places))


def _within(x: Decimal, y: Decimal, qualifier: str) -> bool:
    if qualifier in ("余", "多", "以上", "超", "超过", "不低于"):
        low, high = min(x, y), max(x, y)
        return low <= high <= low * Decimal("1.5")
    return abs(x - y) <= max(abs(x), abs(y)) / 10


def _places_of(figure: Figure, value: Decimal | None) -> int:
    """The decimals printed, in the figure's own unit."""
    if figure.places is not None or value is None:
        return figure.places or 0
    text = f"{value.normalize():f}"
    return len(text.partition(".")[2])


def _convertible(a: str, b: str) -> bool:
    try:
        convert(Decimal(1), a, b)
    except ValueError:
        return False
    return True


def _gap(a: Figure, b: Figure) -> str:
    x, y = a.number_or_none, b.number_or_none
    if (
        x is None
        or y is None
        or not (_convertible(a.unit, b.unit) or {a.unit, b.unit} <= {"人", "人次", "名"})
    ):
        return ""
    if _convertible(a.unit, b.unit) and a.unit != b.unit:
        y = convert(y, b.unit, a.unit) or y
    return f"，相差{spoken(abs(x - y))}{a.unit}"


def shown(figure: Figure) -> str:
    """The value with its unit, as in a message."""
    value = figure.number_or_none
    if value is None:
        return str(figure.value or "空")
    return spoken(rounded(value, figure.places) if value else value) + figure.unit


def _typed(text: str, after: str, figure: Figure) -> Figure | None:
    """The digits of a claim as a figure, with the unit that follows them where it converts to the key's."""
    found = re.search(r"\d+(?:\.\d+)?", text)
    if not found:
        return None
    rest = text[found.end() :] + after
    unit = next((unit for unit in ("亿元", "万元", "元") if rest.startswith(unit)), figure.unit)
    places = len(found[0].partition(".")[2])
    return Figure(figure.key, figure.name, Decimal(found[0]), unit, places=places)


def called(draft: Draft, figure: Figure) -> str:
    """The name of a figure, with its code and the row above it where the form holds it."""
    row = next((row for row in draft.dataset.indicators if row.form.key == figure.key), None)
    if row is None:
        return f"“{figure.name}”"
    above = draft.kind.catalogue.get(row.form.parent)
    under = f"（{above.label}）" if above and not above.is_heading else ""
    return f"统计表{row.form.code}“{row.form.label}”{under}"


def has_form(draft: Draft) -> bool:
    """Whether the place filed the form at all."""
    return any(row.cell.raw for row in draft.dataset.indicators)
