"""Facts and dates of another year than the report's, as they stand in a package that was copied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model import files
from generator.model.cell import Cell, DateRange, PartialDate
from generator.model.dataset import Dataset, Records
from generator.model.regex import regex
from generator.model.settings import Settings
from generator.model.severity import Severity

_THIS_YEAR = regex(r"今年[（(]?((?:19|20)\d{2})年")
_BEGINS = regex(r"\s*((?:19|20)\d{2})年[，,]")
_NUMBER_YEAR = regex(r"〔(\d{4})〕")
_BEGIN = "开始"
_OFFICE = "任职单位"
"""The column of records of people in a post, which goes on after the year in which it began."""
_LEAST = 2
_MOST_SIDES = 4
_LATE_MONTH = 11
"""From this month on what was done counts for the next year's report, too."""


class _DatedFigure(Struct, frozen=True):
    """A cell with a date, and the date."""

    cell: Cell
    date: dt.date

    @property
    def side(self) -> Side:
        """The cell."""
        return cell_side(self.cell.source, self.cell.raw)


def years(subject: Subject) -> Iterator[Finding]:
    """What the package tells is of the year of the report.

    查：互访、活动等记录（有“开始”一栏的）的日期都不在报告年度，或有的不在；所有记录和数里的日期没有一个在报告年度；
        成文日期、印发日期早于报告年度，发文字号的年份早于报告年度；“今年（2021年）”；正文第一句“2021年，”。
    不查：上年11月、12月的事；任职、挂职的起止（有“任职单位”一栏的）；上年12月成文的；政策文件、开工等别的日期；正文里别的年份（说的可以是往事）。
    例：2023年的报告，visits.csv 两次互访都在2021年 -> 互访的日期都不在2023年，是2021年的；请填2023年的。
    依据：一份报告只写一个年度（report.yaml 的 year）。
    """
    if subject.draft is None:
        return
    dataset = subject.draft.dataset
    yield from _no_date_of_the_year(dataset)
    for name, records in dataset.records.items():
        yield from _events(name, records, dataset.settings.year)
    yield from _letter(dataset)
    yield from _said(subject, dataset.settings.year)


def _no_date_of_the_year(dataset: Dataset) -> Iterator[Finding]:
    """A package none of whose dates is of the year."""
    year = dataset.settings.year
    dated = [*_of_figures(dataset), *_of_records(dataset)]
    if len(dated) >= _LEAST and not any(_is_of(item.date, year) for item in dated):
        others = _others(dated)
        message = f"数据里的{len(dated)}个日期没有一个在{year}年，是{others}的；请填{year}年的。"
        yield Finding(Severity.ERROR, message, _sides(dated), str(year), others)


def _of_figures(dataset: Dataset) -> Iterator[_DatedFigure]:
    return _dated(row.cell for row in dataset.figures)


def _of_records(dataset: Dataset) -> Iterator[_DatedFigure]:
    for records in dataset.records.values():
        for record in () if _OFFICE in records.spec.types else records:
            yield from _dated(record.cells.values())


def _dated(cells: Iterable[Cell]) -> Iterator[_DatedFigure]:
    """The cells that hold a date."""
    for cell in cells:
        if date := _date(cell):
            yield _DatedFigure(cell, date)


def _date(cell: Cell) -> dt.date | None:
    value = cell.value.start if isinstance(cell.value, DateRange) else cell.value
    return value.date if isinstance(value, PartialDate) else None


def _is_of(date: dt.date, year: int) -> bool:
    """Whether a date is one that the report of a year may tell of as its own."""
    return date.year == year or (date.year == year - 1 and date.month >= _LATE_MONTH)


def _others(dated: Sequence[_DatedFigure]) -> str:
    return "、".join(f"{year}年" for year in sorted({item.date.year for item in dated}))


def _sides(dated: Sequence[_DatedFigure]) -> tuple[Side, ...]:
    return tuple(item.side for item in dated[:_MOST_SIDES])


def _events(name: str, records: Records, year: int) -> Iterator[Finding]:
    """Events of other years: an error where all are."""
    events = () if _OFFICE in records.spec.types else records
    dated = [*_dated(record.cells[_BEGIN] for record in events if _BEGIN in record.cells)]
    others = [item for item in dated if not _is_of(item.date, year)]
    if others:
        all_are = len(others) == len(dated) >= _LEAST
        yield _other_events(name, others, year, all_are)


def _other_events(name: str, others: Sequence[_DatedFigure], year: int, all_are: bool) -> Finding:
    share = "都" if all_are else f"有{len(others)}个"
    message = f"{name}的日期{share}不在{year}年，是{_others(others)}的；请填{year}年的。"
    severity = Severity.ERROR if all_are else Severity.WARNING
    return Finding(severity, message, _sides(others), str(year), _others(others))


def _letter(dataset: Dataset) -> Iterator[Finding]:
    """Dates and number of the letter that are of an earlier year."""
    settings = dataset.settings
    dates = {
        ("成文日期", "signature.date"): settings.signature.date if settings.signature else None,
        ("印发日期", "imprint.date"): settings.imprint.date if settings.imprint else None,
    }
    for (called, item), date in dates.items():
        if date and date < dt.date(settings.year - 1, 12, 1):
            yield _early(f"{called}{date.year}年{date.month}月{date.day}日", item, settings.year)
    if _has_earlier_number(settings):
        yield _early(f"发文字号“{settings.number}”", "number", settings.year)


def _has_earlier_number(settings: Settings) -> bool:
    number = _NUMBER_YEAR.search(settings.number)
    return number is not None and int(number[1]) < settings.year


def _early(words: str, item: str, year: int) -> Finding:
    message = f"{words}早于报告年度{year}年，请改。"
    return Finding(Severity.ERROR, message, (Side(words, files.REPORT, column=item),), str(year))


def _said(subject: Subject, year: int) -> Iterator[Finding]:
    """What the text calls this year, and the year that its first sentence begins with."""
    for passage in subject.passages:
        if passage.role == "body":
            yield from _called_this_year(passage, year)
            yield from _opening(passage, year) if not passage.section else ()


def _called_this_year(passage: Passage, year: int) -> Iterator[Finding]:
    for match in _THIS_YEAR.finditer(passage.text):
        if int(match[1]) != year:
            yield _other_year(f"“{match[0]}”", passage.side(*match.span(), 6), year)


def _opening(passage: Passage, year: int) -> Iterator[Finding]:
    """The year that a paragraph before the first heading begins with."""
    match = _BEGINS.match(passage.text)
    if match and int(match[1]) < year:
        yield _other_year(f"正文以“{match[0].strip()}”开头", passage.side(0, 20), year)


def _other_year(words: str, side: Side, year: int) -> Finding:
    return Finding(Severity.ERROR, f"{words}，报告年度是{year}年。", (side,), str(year), words)
