"""The form's own rules: parents and children, equal rows, what belongs into a cell, labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.filled import Filled, filled, in_unit
from generator.check.finding import Finding, Severity, Side
from generator.check.reader import spoken
from generator.check.rules.sums import likely_cause
from generator.check.subject import Subject
from generator.model.kind import FieldType, FormRelation
from generator.standard.wording.numbers import EXACT, rounded

_NUMBERED = re.compile(r"[①-⑳]")
_OF_WHICH = re.compile(r"其中[：:]")
_OVERLAPPING = ("人", "人次", "项", "个")
_KEY = re.compile(r"\{([^{}]+)\}")


def _by_code(subject: Subject) -> dict[str, Filled]:
    return {row.form.code: row for row in filled(subject)}


def _families(rows: dict[str, Filled], relation: FormRelation) -> dict[str, list[Filled]]:
    """The rows of a relation, by the code of their parent."""
    found: dict[str, list[Filled]] = defaultdict(list)
    for row in rows.values():
        if row.form.relation == relation and row.form.parent in rows:
            found[row.form.parent].append(row)
    return found


def parent_is_sum(subject: Subject) -> Iterator[Finding]:
    """A row of the form equals the sum of the children that the catalogue calls 合计; a blank child counts nothing.

    An empty parent over filled children is told for information, since a place may leave it out. Source: catalogue.
    """
    rows = _by_code(subject)
    for code, children in _families(rows, FormRelation.TOTAL).items():
        parent, there = rows[code], [child for child in children if child.value is not None]
        total = sum((child.number for child in there), Decimal(0))
        sides = (parent.side, *(child.side for child in there))
        if not there or parent.form.type is not FieldType.NUMBER or parent.computed:
            continue
        if parent.value is None and not parent.raw:
            yield Finding(
                Severity.INFO,
                f"{parent.name}没有填，下级合计是{spoken(total)}。",
                sides,
                spoken(total),
                "空",
                (parent.form.key,),
            )
        elif parent.value is not None and parent.value != total:
            gap = abs(parent.value - total)
            hint = likely_cause(gap, [(child.form.label, child.number) for child in there])
            yield Finding(
                Severity.ERROR,
                f"{parent.name}是{spoken(parent.value)}，下级合计是{spoken(total)}，相差{spoken(gap)}{hint}。",
                sides,
                spoken(total),
                spoken(parent.value),
                (parent.form.key, *(child.form.key for child in there)),
            )


def part_not_larger(subject: Subject) -> Iterator[Finding]:
    """A row of the form that is 其中 of another is not larger than it. Equal is allowed. Source: catalogue."""
    rows = _by_code(subject)
    for row in rows.values():
        whole = rows.get(row.form.parent) if row.form.relation is FormRelation.PART else None
        size = in_unit(row, whole.form.unit) if whole else None
        if whole and size is not None and whole.value is not None and size > whole.value:
            yield Finding(
                Severity.ERROR,
                f"{row.name}（{row.shown}）大于它所属的{whole.name.removeprefix('统计表')}（{whole.shown}）。",
                (row.side, whole.side),
                f"不大于{whole.shown}",
                row.shown,
                (row.form.key, whole.form.key),
            )


def overlapping_parts(subject: Subject) -> Iterator[Finding]:
    """The rows of a 其中 list together do not exceed the parent, and numbered rows (①②) make it up.

    Only a warning: the form does not say that its purposes exclude each other. A list begins at the row whose label
    begins 其中：. Silent about persons and projects; a shortfall is told only for numbered rows. Source: catalogue.
    """
    rows = _by_code(subject)
    for code, children in _families(rows, FormRelation.PART).items():
        parent, listed = rows[code], _listed(children)
        there = [child for child in listed if child.value is not None]
        if parent.value is None or not there:
            continue
        total = sum((child.number for child in there), Decimal(0))
        numbered = all(_NUMBERED.match(child.form.label) for child in listed)
        over = total > parent.value and len(there) > 1 and there[0].form.unit not in _OVERLAPPING
        if over or (numbered and total < parent.value):
            gap = abs(total - parent.value)
            hint = likely_cause(gap, [(child.form.label, child.number) for child in there])
            yield Finding(
                Severity.WARNING,
                f"{parent.name}是{spoken(parent.value)}，其下各项合计{spoken(total)}，{'大于' if over else '小于'}它，相差{spoken(gap)}{hint}。",
                (parent.side, *(child.side for child in there)),
                spoken(parent.value),
                spoken(total),
                (parent.form.key, *(child.form.key for child in there)),
            )


def _listed(children: Sequence[Filled]) -> Sequence[Filled]:
    """The children from the last 其中： on."""
    starts = [place for place, child in enumerate(children) if _OF_WHICH.match(child.form.label)]
    return children[starts[-1] :] if starts else children


def equal_rows(subject: Subject) -> Iterator[Finding]:
    """Rows that the catalogue calls equal hold the same quantity, after conversion of the unit. Source: catalogue."""
    rows = _by_code(subject)
    for row in rows.values():
        other = rows.get(row.form.equals)
        if other is None or row.value is None or other.value is None:
            continue
        value = in_unit(row, other.form.unit) if row.form.unit.endswith("元") else row.value
        if value != other.value:
            yield Finding(
                Severity.ERROR,
                f"{row.name}（{row.shown}）应与{other.form.code}“{other.form.label}”（{other.shown}）相等。",
                (row.side, other.side),
                other.shown,
                row.shown,
                (row.form.key, other.form.key),
            )


def recomputed(subject: Subject) -> Iterator[Finding]:
    """A filed rate for which the catalogue has a formula equals what the form's own cells give.

    Reads formulas {甲}/{乙}*100; compared at the filed precision. Sums are left to 表内合计. Source: catalogue.
    """
    rows = _by_code(subject)
    by_key = {row.form.key: row for row in rows.values() if row.form.key}
    for row in rows.values():
        match = re.fullmatch(r"\{([^{}]+)\}/\{([^{}]+)\}\*100", row.form.formula)
        if not match or row.computed or row.value is None:
            continue
        part, whole = by_key.get(match[1]), by_key.get(match[2])
        if part is None or whole is None or part.value is None or not whole.value:
            continue
        share = rounded(
            EXACT.divide(part.value * 100, whole.value), len(spoken(row.value).partition(".")[2])
        )
        if share != row.value:
            yield Finding(
                Severity.ERROR,
                f"{row.name}填{row.shown}，按表内数计算是{spoken(share)}{row.form.unit}。",
                (row.side, part.side, whole.side),
                spoken(share),
                spoken(row.value),
                (row.form.key,),
            )


def text_formula_in_form(subject: Subject) -> Iterator[Finding]:
    """A total that the package computes by adding keys of the form holds for the form's own cells too.

    Compares the form's cell of the total with the sum of the form's cells; a warning, as the form may count
    otherwise. Source: figures.csv.
    """
    by_key = {row.form.key: row for row in filled(subject) if row.form.key}
    for figure in subject.draft.dataset.figures if subject.draft else ():
        keys, whole = _KEY.findall(figure.formula), by_key.get(figure.key)
        if (
            whole is None
            or whole.value is None
            or _KEY.sub("", figure.formula).replace(" ", "").strip("+")
            or len(keys) < 2
        ):
            continue
        parts = [part for key in keys if (part := by_key.get(key)) and part.value is not None]
        total = sum((part.number for part in parts), Decimal(0))
        if len(parts) == len(keys) and total != whole.value and not whole.form.formula:
            added = "加".join(f"“{part.form.label}”" for part in parts)
            yield Finding(
                Severity.WARNING,
                f"正文把“{figure.name}”算作{added}，统计表照此是{spoken(total)}，{whole.form.code}填的是{spoken(whole.value)}，"
                f"相差{spoken(abs(whole.value - total))}。",
                (whole.side, *(part.side for part in parts)),
                spoken(total),
                spoken(whole.value),
                (figure.key, *keys),
            )


def cell_format(subject: Subject) -> Iterator[Finding]:
    """A cell of numbers holds a number and does not repeat its unit (93.33% where the unit is %).

    Silent about blank cells and computed ones.
    """
    for row in filled(subject):
        unit = row.unit or row.form.unit
        if (
            row.form.type is not FieldType.NUMBER
            or not row.raw
            or row.raw == "="
            or re.fullmatch(r"\s*-?[\d.,，０-９．]+\s*", row.raw)
        ):
            continue
        if unit and re.fullmatch(rf"\s*-?[\d.]+\s*{re.escape(unit)}\s*", row.raw):
            told = f"{row.name}的单位栏已是“{unit}”，数值又写了“{row.raw}”"
        else:
            told = f"{row.name}应填数，填的是“{row.raw[:20]}”"
        yield Finding(Severity.WARNING, f"{told}。", (row.side,), unit, row.raw, (row.form.key,))


def labels(subject: Subject) -> Iterator[Finding]:
    """Labels and units of the form are the official ones: places may not change them.

    A unit added to a number that the catalogue leaves without one is allowed. Source: the form's notes.
    """
    for row in filled(subject):
        official = Side(row.form.label, "表式", None, None, row.form.code)
        if row.label and _plain(row.label) != _plain(row.form.label):
            yield Finding(
                Severity.WARNING,
                f"统计表{row.form.code}的指标名“{row.label}”与表式“{row.form.label}”不同。",
                (row.side, official),
                row.form.label,
                row.label,
                (row.form.key,),
            )
        if (
            row.unit
            and row.unit != row.form.unit
            and (row.form.unit or row.form.type is FieldType.TEXT)
        ):
            told = f"“{row.form.unit}”" if row.form.unit else "填文字，没有单位"
            yield Finding(
                Severity.WARNING,
                f"{row.name}的单位写成“{row.unit}”，表式是{told}。",
                (row.side, official),
                row.form.unit,
                row.unit,
                (row.form.key,),
            )


def _plain(label: str) -> str:
    return re.sub(r"[\s（）()：:、，,.]", "", label)
