"""One key, one value: where figures.csv, the kind's formulas and the form each have one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.check.finding import Finding, cell_side
from generator.check.subject import Subject
from generator.check.values import agree, gap, shown
from generator.figures import Draft, Figure
from generator.model.cell import Scalar
from generator.model.errors import excerpt
from generator.model.severity import Severity

_QUOTED = 24


def two_values(subject: Subject) -> Iterator[Finding]:
    """A key has one value in the package.

    查：figures.csv 里填的数，与本类报告由记录和其他数算出来的不同；统计表里同一个键有两格，填得不同；文字、日期、
    是否，figures.csv 与统计表填得不同。
    不查：有一边没有填、算不出来的；数在 figures.csv 与统计表里不同的（见“文表一致”）；余、近等概数说得通的。
    例：figures.csv 写社会帮扶.合计90万元，捐款60万元、捐物折款20万元
        -> “社会帮扶资金合计”填的是90万元，按“{社会帮扶.捐款}+{社会帮扶.捐物折款}”算是80万元，相差10万元。
    依据：逻辑：同一个数只有一个值。
    """
    if subject.draft is not None:
        yield from _computed_otherwise(subject.draft)
        yield from _twice_in_form(subject.draft)
        yield from _other_words(subject.draft)


def _computed_otherwise(draft: Draft) -> Iterator[Finding]:
    """Figures that are filed, and that the kind computes to something else."""
    for row in draft.dataset.figures:
        computed = draft.book.of_kind(row.key)
        if row.formula or computed is None or not computed.formula:
            continue
        filed = draft.book.get(row.key)
        if filed.known and not agree(filed, computed):
            message = (
                f"“{filed.name}”填的是{shown(filed)}，"
                f"按“{computed.formula}”算是{shown(computed)}{gap(filed, computed)}。"
            )
            yield _finding(Severity.ERROR, message, filed, computed)


def _twice_in_form(draft: Draft) -> Iterator[Finding]:
    """Cells of the form that have one key and differ."""
    cells: dict[str, list[Figure]] = {}
    for row in draft.dataset.indicators:
        if row.form.key and row.cell.raw:
            cells.setdefault(row.form.key, []).append(draft.book.cell(row))
    for figures in cells.values():
        for one, other in combinations(figures, 2):
            if not _alike(one, other):
                message = (
                    f"“{one.name}”在统计表里有两格，一格是“{_said(one)}”，一格是“{_said(other)}”。"
                )
                yield _finding(Severity.ERROR, message, one, other)


def _other_words(draft: Draft) -> Iterator[Finding]:
    """Values that are no numbers, in figures.csv and in the form."""
    for row in draft.dataset.figures:
        if row.cell.value is None or not draft.book.in_form(row.key):
            continue
        filed, form = draft.book.get(row.key), draft.book.form(row.key)
        if form.known and _differ_in_words(filed, form):
            message = (
                f"“{filed.name}”在 figures.csv 里是“{_said(filed)}”，统计表里是“{_said(form)}”。"
            )
            yield _finding(Severity.WARNING, message, filed, form)


def _differ_in_words(one: Figure, other: Figure) -> bool:
    """Whether two values differ of which one at least is no number."""
    numbers = one.number_or_none is not None and other.number_or_none is not None
    return not numbers and not _alike(one, other)


def _said(figure: Figure) -> str:
    """The value as a clerk fills it in."""
    if isinstance(figure.value, bool):
        return "是" if figure.value else "否"
    return excerpt(shown(figure), _QUOTED)


def _alike(one: Figure, other: Figure) -> bool:
    if one.number_or_none is not None and other.number_or_none is not None:
        return agree(one, other)
    return not one.known or not other.known or _bare(one.value) == _bare(other.value)


def _bare(value: Scalar | None) -> object:
    """A text without blanks and the mark at its end; any other value as it is."""
    return "".join(value.split()).rstrip("。；;") if isinstance(value, str) else value


def _finding(severity: Severity, message: str, one: Figure, other: Figure) -> Finding:
    sides = tuple(cell_side(side.sources[0], _said(side)) for side in (one, other) if side.sources)
    return Finding(severity, message, sides, _said(other), _said(one), (one.key,))
