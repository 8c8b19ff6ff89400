"""Notes about figures: what fell, what does not add up, what was missed, what no sentence uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.figures import Figure, FigureBook
from generator.model.kind import FormRelation, FormRow, Shortfall
from generator.report.compose.words.measures import explained
from generator.report.notes.writer_note import NoteSort, WriterNote
from generator.report.progress import Assigned
from generator.report.trace import NO_REASON
from generator.standard.wording import numbers

TASK = ".任务数"
"""How the key of what a figure was to reach ends: 就业.合计.任务数 is that of 就业.合计."""
_NAMED = 5
"""So many unused figures are named."""


class FigureNote(Struct, frozen=True):
    """A note without its place: the ``key`` of the figure where it belongs."""

    sort: NoteSort
    key: str
    text: str


def falls(book: FigureBook, keys: Iterable[str]) -> Iterator[FigureNote]:
    """Figures of these keys that are below last year's, with both values.

    Silent where a value is unknown, qualified (余, 约) or no number, of years, and where
    measures.csv gives the reason. Source: rule 4 of what a secretary would sign: a fall is not
    volunteered, it is explained.
    """
    told = explained(book)
    for key in keys:
        if key in told:
            continue
        now, then = _known(book, key), book.prev(key)
        if now is None or not _plain(then) or now.unit != then.unit or now.unit == "年":
            continue
        if _number(now) < _number(then):
            text = (
                f"“{now.name}”{_shown(now)}，上年{_shown(then)}，"
                "请核对；要写就写明原因，也可写进存在问题"
            )
            yield FigureNote(NoteSort.FALL, key, text)


def parts_apart(
    book: FigureBook, form: Sequence[FormRow], printed: frozenset[str]
) -> Iterator[FigureNote]:
    """Figures of the text whose parts in the form's tree do not add up (合计) or are more than the
    whole (其中).

    Silent where one is unknown, qualified, of another unit, or within what rounding explains, and
    where the text prints neither. Source: rule 7 of what a secretary would sign.
    """
    for row in form:
        parts = [part for part in form if part.parent == row.code and part.key and row.key]
        if not printed & {row.key, *(part.key for part in parts)}:
            continue
        yield from _sum_apart(book, row, parts)
        yield from _parts_above(book, row, parts)


def _sum_apart(book: FigureBook, row: FormRow, parts: Sequence[FormRow]) -> Iterator[FigureNote]:
    summands = [part for part in parts if part.relation is FormRelation.TOTAL]
    whole, figures = _known(book, row.key), _all_known(book, summands)
    if whole is None or {figure.unit for figure in figures} != {whole.unit}:
        return
    total = sum(map(_number, figures), Decimal(0))
    apart = abs(total - _number(whole))
    if apart > _rounding((whole, *figures)):
        summed = numbers.qty(total, whole.unit)
        text = f"“{whole.name}”{_shown(whole)}，各分项相加是{summed}，不要并列写，请先核对"
        yield FigureNote(NoteSort.PARTS, row.key, text)


def _all_known(book: FigureBook, rows: Iterable[FormRow]) -> Sequence[Figure]:
    """The figures of some rows of the form; none where one of them is not known."""
    known = [_known(book, row.key) for row in rows]
    figures = [figure for figure in known if figure is not None]
    return figures if len(figures) == len(known) else []


def _parts_above(book: FigureBook, row: FormRow, parts: Sequence[FormRow]) -> Iterator[FigureNote]:
    whole = _known(book, row.key)
    for part in parts:
        figure = _known(book, part.key) if part.relation is FormRelation.PART else None
        if whole is None or figure is None or figure.unit != whole.unit:
            continue
        if _number(figure) - _number(whole) > _rounding((whole, figure)):
            text = (
                f"“{whole.name}”{_shown(whole)}，其中“{figure.name}”却有{_shown(figure)}，请先核对"
            )
            yield FigureNote(NoteSort.PARTS, row.key, text)


def shortfalls(book: FigureBook, kind_shortfalls: Iterable[Shortfall]) -> Iterator[FigureNote]:
    """Candidates for 存在问题 that the kind names: a figure below another one.

    Silent where one is unknown, qualified or of another unit.
    """
    for shortfall in kind_shortfalls:
        there, wanted = _known(book, shortfall.key), _known(book, shortfall.of)
        if there is not None and wanted is not None and _is_below(there, wanted):
            text = (
                f"{shortfall.said}：“{wanted.name}”{_shown(wanted)}，“{there.name}”{_shown(there)}"
            )
            yield FigureNote(NoteSort.PROBLEM, shortfall.key, text)


def tasks_missed(book: FigureBook) -> Iterator[FigureNote]:
    """Candidates for 存在问题: figures below their task, which is the figure whose key ends in
    .任务数. Silent as ``shortfalls``."""
    keys = book.keys()
    for key in filter(lambda key: key.endswith(TASK), keys):
        there, task = _known(book, key.removesuffix(TASK)), _known(book, key)
        if there is not None and task is not None and _is_below(there, task):
            text = f"“{there.name}”{_shown(there)}，任务数{_shown(task)}，没有完成"
            yield FigureNote(NoteSort.PROBLEM, there.key, text)


def unused(assigned: Iterable[Assigned]) -> Iterator[WriterNote]:
    """What is filled and no sentence and no table uses, without a reason why: one note, which names
    the first five."""
    labels = [item.entry.label for item in assigned if item.unprinted == NO_REASON]
    if labels:
        named = "、".join(labels[:_NAMED]) + ("等" if len(labels) > _NAMED else "")
        yield WriterNote(NoteSort.UNUSED, "", f"填了没有用上的{len(labels)}项：{named}")


def _known(book: FigureBook, key: str) -> Figure | None:
    """The figure of a key where it is a number without a qualifier."""
    figure = book.get(key) if key in book else None
    return figure if figure is not None and _plain(figure) else None


def _plain(figure: Figure) -> bool:
    return figure.number_or_none is not None and not figure.qualifier


def _is_below(there: Figure, wanted: Figure) -> bool:
    return there.unit == wanted.unit and _number(there) < _number(wanted)


def _number(figure: Figure) -> Decimal:
    return figure.number_or_none or Decimal(0)


def _shown(figure: Figure) -> str:
    return numbers.qty(figure.number_or_none, figure.unit, places=figure.places)


def _rounding(figures: Iterable[Figure]) -> Decimal:
    """How far apart a whole and its parts may be where each is rounded to its last decimal; whole
    numbers are counts and not rounded."""
    exponents = [_number(figure).as_tuple().exponent for figure in figures]
    steps = [
        Decimal(1).scaleb(power) for power in exponents if isinstance(power, int) and power < 0
    ]
    return sum(steps, Decimal(0)) / 2
