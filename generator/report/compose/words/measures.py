"""Words that print what departments say of their work: the measures of a section (measures.csv).

类别：写措施
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.figures import Figure, FigureBook, RowView
from generator.model.regex import regex
from generator.report.compose.words.lookups import f
from generator.report.compose.words.scope import TemplateScope

MEASURES = "措施"
"""The record file of measures, in a kind that has one."""
NEEDS_EVIDENCE = ("成效", "原因")
_FIGURE = regex(r"\{([^{}\n]+)\}")
_END = regex(r"[。；，、]+$")


def measures(scope: TemplateScope, sections: str | Iterable[str], sort: str) -> list[Markup]:
    """What measures.csv says of a section, of one sort, in the order of the file; an effect or a
    reason only with its evidence.

    说明：measures.csv 里某节（节的键或标题，可以给几个）某一类型（承接、目的、做法、成效、原因）的文字，一条一项，
    {键} 印成数。成效和原因的“依据”里没有填，或填的键没有数、没有这条记录的，不取；文字里的数不知道的，不取。
    用法：{% for 句 in measures('就业', '做法') %}{{ 句 }}。{% endfor %}
    印出：组织招聘会12场。开展技能培训。
    """
    wanted = (sections,) if isinstance(sections, str) else tuple(sections)
    rows = (row for row in _rows(scope, sort) if row.figure("节").value in wanted)
    return [told for row in rows if (told := _worded(scope, row))]


def reason(scope: TemplateScope, figure: Figure) -> Markup:
    """Why a figure fell, as measures.csv says it; nothing where it does not."""
    for row in _rows(scope, "原因"):
        if row.figure("依据").value == figure.key:
            return _worded(scope, row)
    return Markup("")


def explained(book: FigureBook) -> frozenset[str]:
    """The keys of the figures that measures.csv gives a reason (原因) for, with its words."""
    return frozenset(
        str(row.figure("依据").value)
        for row in book.records.get(MEASURES, ())
        if row.figure("类型").value == "原因" and row.figure("文字").known
    )


def _rows(scope: TemplateScope, sort: str) -> Iterator[RowView]:
    """The rows of that sort that may be told."""
    for row in scope.book.records.get(MEASURES, ()):
        if row.figure("类型").value == sort and _may_stand(scope, row):
            yield row


def _may_stand(scope: TemplateScope, row: RowView) -> bool:
    if row.figure("类型").value not in NEEDS_EVIDENCE:
        return True
    named = row.figure("依据").value
    return isinstance(named, str) and _is_evidence(scope, named)


def _is_evidence(scope: TemplateScope, named: str) -> bool:
    """Whether there is a figure of that key that is known and not 0, or a record of that key."""
    if named in scope.book:
        figure = scope.book.get(named)
        return figure.known and not figure.zero
    files = (rows for name, rows in scope.book.records.items() if name != MEASURES)
    return any(row.key == named for rows in files for row in rows)


def _worded(scope: TemplateScope, row: RowView) -> Markup:
    """The text of a measure with its figures; nothing where one of them is unknown or 0."""
    text = row.figure("文字")
    if not isinstance(text.value, str):
        return Markup("")
    parts = _FIGURE.split(_END.sub("", text.value.strip()))

    def words() -> Markup:
        told = Markup("")
        for index, part in enumerate(parts):
            told += scope.printer(f(scope, part.strip()) if index % 2 else _of(text, part))
        return told

    return scope.printer.clause(words)


def _of(text: Figure, part: str) -> Figure | None:
    """A part of the text, with the text's identity."""
    return text.renamed(value=part) if part else None
