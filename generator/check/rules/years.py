"""Against last year's package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Finding, Side, cell_side
from generator.check.subject import Subject
from generator.check.values import agree, shown
from generator.figures import Draft, Figure
from generator.model.cell import Cell
from generator.model.dataset import Dataset, FigureRow, Record, Records
from generator.model.kind import RecordSpec
from generator.model.replacing import replace
from generator.model.severity import Severity
from generator.standard.wording.numbers import convert

_FACTOR = 10
_LARGE = 50
_LAST = ".上年"
_NEW = ("引进", "新增", "落地")


def against_last_year(subject: Subject) -> Iterator[Finding]:
    """What the report says of last year is what last year's package says.

    查：键以“.上年”结尾的数（填的和算出来的）与上年数据包里的不同；上年记录里已有的企业、项目今年又列入引进、新增、落地；
        统计表的数与上年相差十倍以上（供参考）。
    不查：没有上年数据包的（report.yaml 的 previous）；单位不能换算的；不到50的数相差十倍的。
    例：2022年数据包“就业.合计”是150人，今年写“上年就业160人” -> “上年就业”写160人，2022年数据包是150人。
    依据：上年的报告。
    """
    draft = subject.draft
    if draft is None or draft.dataset.previous is None:
        return
    previous = draft.dataset.previous.dataset
    numbers = _numbers(previous)
    yield from _last_values(draft.dataset, numbers)
    yield from _computed_last_values(draft, draft.dataset.previous.dataset.settings.year)
    yield from _again(draft.dataset, previous)
    yield from _jumps(draft, numbers)


class _Number(Struct, frozen=True):
    """A number of last year's package and its cell."""

    value: Decimal
    unit: str
    cell: Cell
    year: int

    @property
    def shown(self) -> str:
        return f"{self.value}{self.unit}"


def _numbers(dataset: Dataset) -> dict[str, _Number]:
    """Last year's numbers by key, those of the text before those of the form."""
    form = [(row.form.key, row.form.unit, row.cell) for row in dataset.indicators if row.form.key]
    text = [(figure.key, figure.cell.unit, figure.cell) for figure in dataset.figures]
    return {
        key: _Number(cell.value, unit, cell, dataset.settings.year)
        for key, unit, cell in (*form, *text)
        if isinstance(cell.value, Decimal)
    }


def _last_values(dataset: Dataset, numbers: Mapping[str, _Number]) -> Iterator[Finding]:
    """Values that are called last year's and are other than last year's package holds."""
    for row in dataset.figures:
        last = numbers.get(row.key.removesuffix(_LAST)) if row.key.endswith(_LAST) else None
        if last and isinstance(row.cell.value, Decimal) and _differs(last, row):
            stated = f"{row.cell.value}{row.cell.unit}"
            message = f"“{row.name}”写{stated}，{last.year}年数据包是{last.shown}。"
            sides = _side(row.cell), _last_side(last.cell, last.year)
            yield Finding(Severity.ERROR, message, sides, last.shown, stated, (row.key,))


def _computed_last_values(draft: Draft, year: int) -> Iterator[Finding]:
    """The same for values that the kind computes: what the records of this year say of last year,
    and what last year's package gives."""
    filed = {row.key for row in draft.dataset.figures}
    for key in draft.kind.derived:
        if not key.endswith(_LAST) or key in filed:
            continue
        stated, last = draft.book.get(key), draft.book.prev(key.removesuffix(_LAST))
        if None in (stated.number_or_none, last.number_or_none) or agree(stated, last):
            continue
        message = f"“{stated.name}”写{shown(stated)}，{year}年数据包是{shown(last)}。"
        sides = tuple(
            cell_side(source, f"{figure.name} {shown(figure)}")
            for figure in (stated, last)
            for source in figure.sources[:1]
        )
        yield Finding(Severity.ERROR, message, sides, shown(last), shown(stated), (key,))


def _differs(last: _Number, row: FigureRow) -> bool:
    """Whether the values differ; not where their units measure different things."""
    try:
        return convert(last.value, last.unit, row.cell.unit) != row.cell.value
    except ValueError:
        return False


def _side(cell: Cell) -> Side:
    return cell_side(cell.source, cell.raw)


def _last_side(cell: Cell, year: int) -> Side:
    """A cell of last year's package as a side that says so: its files bear the same names."""
    side = cell_side(cell.source, cell.raw)
    return replace(side, file=f"{year}年数据包的 {side.file}")


def _again(dataset: Dataset, previous: Dataset) -> Iterator[Finding]:
    """Records of this year's 引进 and 新增 files whose name last year's file holds too."""
    for name, records in dataset.records.items():
        old = previous.records.get(name)
        if old is None or not any(word in name for word in _NEW):
            continue
        for cell, last in _in_both(records, old):
            year = previous.settings.year
            message = f"“{cell.raw}”{year}年已列入{name}，今年又作新增。"
            sides = _side(cell), _last_side(last, year)
            yield Finding(Severity.WARNING, message, sides, "", cell.raw)


def _naming(spec: RecordSpec) -> list[str]:
    """The columns that name what a record is of."""
    names = [field.name for field in spec.fields]
    return [name for name in names if "企业" in name or name == "名称"]


def _in_both(records: Records, old: Records) -> Iterator[tuple[Cell, Cell]]:
    """The name of each record that last year's file holds in the same column, and that cell."""
    columns = _naming(records.spec)
    for record in records:
        pairs = (_with_last(record, old, column) for column in columns)
        pair = next(filter(None, pairs), None)
        if pair:
            yield pair


def _with_last(record: Record, old: Records, column: str) -> tuple[Cell, Cell] | None:
    """A cell and the first of last year's column with the same words; None where it is blank."""
    cell = record.cells[column]
    there = (other.cells[column] for other in old if column in other.cells)
    last = next((other for other in there if cell.raw and other.raw == cell.raw), None)
    return (cell, last) if last else None


def _jumps(draft: Draft, numbers: Mapping[str, _Number]) -> Iterator[Finding]:
    """Rows of the form that are ten times last year's value, or a tenth of it."""
    for row in draft.dataset.indicators:
        figure, last = draft.book.cell(row), numbers.get(row.form.key)
        if last is None or last.unit != row.form.unit or not _is_jump(figure, last):
            continue
        message = (
            f"统计表{row.form.code}“{row.form.label}”今年{shown(figure)}，"
            f"{last.year}年{last.shown}，相差十倍以上。"
        )
        sides = _side(row.cell), _last_side(last.cell, last.year)
        yield Finding(Severity.INFO, message, sides, "", shown(figure), (row.form.key,))


def _is_jump(figure: Figure, last: _Number) -> bool:
    """Whether two values other than 0, one of them large, differ tenfold."""
    small, large = sorted((figure.number_or_none or Decimal(0), last.value))
    return small != 0 and large != 0 and large >= _LARGE and large >= small * _FACTOR
