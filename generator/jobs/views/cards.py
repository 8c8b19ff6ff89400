"""What the page answers of each figure: its cells, its formula, last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.figures import Draft, Figure
from generator.jobs.views.key_words import SUMMED, words_of_key
from generator.model.cell import Cell, DateRange, PartialDate, Source
from generator.model.document import Mark
from generator.model.regex import regex
from generator.report.progress import NOBODY, Progress
from generator.report.view import FigureCard, SourceCell
from generator.standard.wording.change import growth, measure_of_change
from generator.standard.wording.numbers import num

_KEYS = regex(r"\{([^{}]+)\}")
"""The keys in a formula."""
_CHINESE = regex("[\u4e00-\u9fff]")
_IN_BRACKETS = regex(r"\[([^\[\]]+)\]")
"""The record in a key: 会议[常委会].名称."""
_LONGEST = 80
"""Characters that are shown of a cell."""
_Variant = tuple[str, tuple[Source, ...], str]


class Cards:
    """The cards of a draft, one for each key with its cells, made as they are asked for."""

    def __init__(self, draft: Draft, progress: Progress) -> None:
        self._draft = draft
        self._cells = {cell.source: cell for cell in _cells(draft)}
        self._owners = _owners(progress)
        self._numbers: dict[_Variant, int] = {}
        self._of_key: dict[str, int] = {}
        self._cards: list[FigureCard] = []

    def of_mark(self, mark: Mark, printed: str) -> int:
        """The index of the card of a figure that is printed so."""
        variant = (mark.key, mark.sources, mark.formula)
        if variant not in self._numbers:
            self._numbers[variant] = len(self._cards)
            self._of_key.setdefault(mark.key, len(self._cards))
            self._cards.append(self._card(mark, printed))
        return self._numbers[variant]

    def name_of(self, key: str) -> str:
        """What a figure is called, its key in words where nothing says it."""
        index = self._of_key.get(key)
        if index is not None:
            return self._cards[index].name
        return self._called(key)

    @property
    def made(self) -> tuple[FigureCard, ...]:
        """All cards, by index."""
        return tuple(self._cards)

    def _card(self, mark: Mark, printed: str) -> FigureCard:
        figure = self._figure(mark.key)
        previous, change = self._last_year(figure) if figure else ("", "")
        formula = mark.formula or (figure.formula if figure else "")
        return FigureCard(
            mark.key,
            self._name(mark, figure) or printed.strip("【】"),
            value_shown(figure) if figure and figure.known else printed,
            tuple(map(self._source, mark.sources)),
            self._in_words(formula),
            tuple(self._parts(formula)),
            previous,
            change,
        )

    def _figure(self, key: str) -> Figure | None:
        return self._draft.book.get(key) if key in self._draft.book else None

    def _called(self, key: str) -> str:
        """The name of a figure, its key in words where it has none of its own."""
        figure = self._figure(key)
        return figure.name if figure and figure.name != key else words_of_key(key)

    def _name(self, mark: Mark, figure: Figure | None) -> str:
        """What a figure is called; where no key of the package or the kind names it, its column,
        with its record. An entry of report.yaml is called as its key ends: no word of English. ""
        where there is none, as for a text that is not written yet."""
        name = figure.name if figure else _only_column(mark) or mark.key
        if not _CHINESE.search(name):
            return mark.key.rpartition(".")[2] if _CHINESE.search(mark.key) else ""
        if name == mark.key:
            return words_of_key(name)
        record = _IN_BRACKETS.search(mark.key)
        return f"{name}（{record[1]}）" if record else name

    def _source(self, source: Source) -> SourceCell:
        cell = self._cells.get(source)
        sheets = self._draft.dataset.sheets
        location = str(source) if sheets is None else sheets.shown(source)
        content = cell.raw if cell else ""
        cut = content if len(content) <= _LONGEST else f"{content[:_LONGEST]}…"
        unit = cell.unit if cell and cut and isinstance(cell.value, Decimal) else ""
        return SourceCell(location, cut + unit, self._owners.get(source, ""))

    def _in_words(self, formula: str) -> str:
        """A formula as people read it: its figures by name, its sums in words."""
        named = _KEYS.sub(lambda found: self._called(found[1]), formula)
        said = SUMMED.sub(lambda found: words_of_key(found[0]), named)
        return said.replace("*", "×").replace("/", "÷")

    def _parts(self, formula: str) -> Iterator[tuple[str, str, str]]:
        for key in dict.fromkeys(_KEYS.findall(formula)):
            part = self._figure(key)
            yield key, self._called(key), value_shown(part) if part else "不知道"

    def _last_year(self, figure: Figure) -> tuple[str, str]:
        """Last year's value and how it changed, "" where it is not known."""
        if self._draft.book.last is None or figure.key not in self._draft.book:
            return "", ""
        then = self._draft.book.prev(figure.key)
        if not then.known:
            return "", ""
        now, before = figure.value, then.value
        if not isinstance(now, Decimal) or not isinstance(before, Decimal):
            return value_shown(then), ""
        if then.unit != figure.unit:
            return value_shown(then), ""
        measure = measure_of_change(now, before, figure.unit)
        return value_shown(then), growth(now, before, measure, unit=figure.unit)


def value_shown(figure: Figure) -> str:
    """A value as a person reads it, with its unit; 不知道 where there is none."""
    value = figure.value
    match value:
        case None:
            return "不知道"
        case bool():
            return "是" if value else "否"
        case Decimal():
            return num(value, figure.places) + figure.unit + figure.qualifier
        case PartialDate():
            return _as_given(value)
        case DateRange():
            return f"{_as_given(value.start)}至{_as_given(value.end)}"
        case tuple():
            return "、".join(value)
        case _:
            return str(value)


def _as_given(date: PartialDate) -> str:
    """A date as precise as it was given: 2023年, 2023年6月, 2023年6月5日."""
    parts = [(date.year, "年"), (date.month, "月"), (date.day, "日")]
    return "".join(f"{number}{unit}" for number, unit in parts if number)


def _cells(draft: Draft) -> Iterator[Cell]:
    """All cells of the package."""
    dataset = draft.dataset
    yield from (row.cell for row in dataset.indicators)
    yield from (row.cell for row in dataset.figures)
    for records in dataset.records.values():
        for record in records:
            yield from record.cells.values()


def _owners(progress: Progress) -> Mapping[Source, str]:
    """Who owes each cell, where that is known."""
    return {
        item.entry.source: item.department
        for item in progress.assigned
        if item.department != NOBODY
    }


def _only_column(mark: Mark) -> str:
    """The column that a figure comes from; "" where it comes from none or from several."""
    columns = {source.column for source in mark.sources if source.column}
    return columns.pop() if len(columns) == 1 else ""
