"""What each column of a sheet holds: labels, values of the year, last year's, units, codes, names
of people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.regex import regex
from generator.package.bring.cell_sorts import is_numeric
from generator.package.bring.sheet_layout import SheetLayout
from generator.package.bring.wording_alike import without_unit
from generator.package.intake.totals import is_total

_SERIAL = {"序号", "编号", "行号", "序", "行次", "No", "NO", "no", "No."}
_CODE = {"代码", "编码", "指标代码", "指标编码"}
_UNITS = {"单位", "计量单位", "量纲"}
_REMARKS = {"备注", "说明", "来源", "责任单位", "责任部门", "填报单位", "填报人", "联系人"}
_OFFICES = regex(".*(部门|单位|机关|科室|股室|处室|责任人|负责人)")
"""What heads a column of those who answer for a row: its name only where it has no other."""
_CONTACTS = regex(".*(电话|手机|联系方式|身份证|证件号|账号|邮编).*|年龄|出生.*|学历")
GENERIC = {
    *("数值", "数量", "数", "值", "本年", "本年数", "本年度", "今年", "今年数", "本期", "本期数"),
    *("填报数", "填报", "完成数", "完成", "完成情况", "实际完成", "实际完成数", "实际数", "实际"),
    *("数据", "统计数", "金额", "人数", "数额", "全年", "填报值", "资金"),
}
"""Headings of the column of values that say nothing of what is counted."""
_OTHERS = regex(
    r"(上年|去年|上期|同期|上一年).*|.*同比.*|增[减长幅].*|.*(比重|占比)|完成(率|比例|进度)"
    r"|.*计划数?|.*目标.*|任务.*"
)
_LAST = regex(r"(上年|去年|上期|同期|上年同期|上一年度?)(度|完成)?(数|数值|数量|完成数|情况)?")
_PART_OF_YEAR = regex(
    r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})月份?|(第?[一二三四1-4]季度?)|[上下]半年"
)
_PART_ABOVE = regex(rf"{_PART_OF_YEAR.pattern}|[本当上](月|季度?|旬)")
_PLANNED = regex(r"(年度?|全年|本年)?(计划|目标|任务)(数|值|量|数量|指标)?|预[计期算](数|值)?")
"""What spans columns that hold what is meant to be, not what is."""
_ROW_OF_OTHERS = regex(
    rf"{_PLANNED.pattern}|{_LAST.pattern}|(同比|环比|比上年|较上年|占比|比重).{{0,4}}|增[减长幅].{{0,2}}"
    r"|完成(率|比例|进度)"
)
"""What labels a row of the numbers of another year, of a plan or of a change."""
_PERSON = regex(".{0,5}姓名")
_STATED_YEAR = regex(r"((?:19|20)[0-9]{2})年?度?.{0,4}")


class SheetColumns(Struct, frozen=True):
    """The columns of a sheet by what they hold; None where there is no such.

    ``passed`` are the headings of columns of numbers that are left out: plans, growth, other years.
    """

    labels: tuple[int, ...]
    values: tuple[int, ...]
    code: int | None = None
    unit: int | None = None
    last: int | None = None
    persons: int | None = None
    passed: tuple[str, ...] = ()


def columns_of(layout: SheetLayout, year: int, owners: Sequence[str]) -> SheetColumns:
    """The columns of a sheet of that year; ``owners`` are names that may head the values."""
    heads = {column: layout.head(column) for column in layout.columns}
    numeric = _numeric(layout, heads, GENERIC | of_year(year) | set(owners))
    spanning = {column: layout.heads.get(column, ())[:-1] for column in heads}
    last = _first(_last(heads, spanning, year))
    helpers = {last, *_serials(layout, numeric), *_helpers(heads)} - {None}
    passed = set(_passed({c: heads[c] for c in numeric - helpers}, spanning, year))
    texts = [column for column in heads if column not in numeric | helpers]
    named = [column for column in texts if not _OFFICES.fullmatch(heads[column])]
    labels = tuple(named or texts)
    return SheetColumns(
        labels,
        tuple(sorted(numeric - helpers - passed)),
        _first(_headed(heads, _CODE)),
        _first(_headed(heads, _UNITS)),
        last,
        _first(column for column in labels if _PERSON.fullmatch(heads[column])),
        tuple("／".join((*spanning[column], heads[column])) for column in sorted(passed)),
    )


def _numeric(layout: SheetLayout, heads: Mapping[int, str], names: Collection[str]) -> set[int]:
    """The columns that hold numbers, and those whose heading says so."""
    holding = {column for column in heads if _holds_numbers(layout, column)}
    return holding.union(_headed(heads, names))


def _last(
    heads: Mapping[int, str], spanning: Mapping[int, Sequence[str]], year: int
) -> Iterator[int]:
    """The columns of last year's values: by their heading, or by what spans it."""
    for column, head in heads.items():
        spanned = head in GENERIC and any(_is_last(text, year) for text in spanning[column])
        if spanned or (_is_last(head, year) and not _is_planned(spanning[column])):
            yield column


def _headed(heads: Mapping[int, str], names: Collection[str]) -> list[int]:
    """The columns whose heading is one of these."""
    return [column for column, head in heads.items() if head in names]


def _first(columns: Iterable[int]) -> int | None:
    return next(iter(columns), None)


def _helpers(heads: Mapping[int, str]) -> Iterator[int]:
    """The columns of codes, units, remarks and of ways to reach people."""
    for column, head in heads.items():
        if head in _CODE | _UNITS | _REMARKS or _CONTACTS.fullmatch(head):
            yield column


def _passed(
    heads: Mapping[int, str], spanning: Mapping[int, Sequence[str]], year: int
) -> Iterator[int]:
    """Columns of numbers of another sort or year, and those of months beside their total."""
    has_total = any(map(is_total, heads.values()))
    for column, head in heads.items():
        is_other = _is_other(head, year) or is_spanned_by_others(spanning[column], year)
        if is_other or (has_total and _PART_OF_YEAR.fullmatch(head)):
            yield column


def is_spanned_by_others(spanning: Sequence[str], year: int) -> bool:
    """Whether what spans a column says that it holds another year or what was planned."""
    of_others = (_is_last(text, year) or _is_of_other_year(text, year) for text in spanning)
    return any(of_others) or _is_planned(spanning)


def is_of_others(label: str, year: int) -> bool:
    """Whether a row is that of another year, of what was planned, or of how it changed."""
    return bool(_ROW_OF_OTHERS.fullmatch(label)) or _is_of_other_year(label, year)


def part_of_year_above(spanning: Sequence[str]) -> str:
    """The part of a year that spans a column, as 本月 or 11月; "" for none."""
    return next((text for text in spanning if _PART_ABOVE.fullmatch(text)), "")


def _is_planned(spanning: Sequence[str]) -> bool:
    return any(map(_PLANNED.fullmatch, spanning))


def _holds_numbers(layout: SheetLayout, column: int) -> bool:
    """Whether most of what stands in a column are numbers."""
    cells = [layout.grid.at(row, column) for row in (*layout.body, *layout.totals)]
    filled = [cell for cell in cells if not cell.blank]
    return sum(map(is_numeric, filled)) * 2 > len(filled)


def _serials(layout: SheetLayout, numeric: set[int]) -> Iterator[int]:
    """Columns that only number the rows: by their heading, or without one left of all texts while
    other numbers stand right of them."""
    texts = [column for column in layout.columns if column not in numeric]
    first, last = min(texts, default=0), max(numeric, default=0)
    for column in layout.columns:
        head = layout.head(column)
        if head in _SERIAL or (not head and column < first < last):
            yield column


def _is_last(head: str, year: int) -> bool:
    return _LAST.fullmatch(head) is not None or head in of_year(year - 1)


def of_year(year: int) -> set[str]:
    """Headings of the column of values of a year."""
    words = ("", "年", "年度", "年数", "年完成", "年完成数", "年完成情况", "年实际", "年实际完成")
    return {f"{year}{word}" for word in (*words, "年度数", "年度完成", "年底", "年末", "年数值")}


def _is_other(head: str, year: int) -> bool:
    """Whether a column holds numbers of another sort or another year."""
    plain = without_unit(head)
    is_other = _OTHERS.fullmatch(plain) or _PLANNED.fullmatch(plain)
    return is_other is not None or _is_of_other_year(head, year)


def _is_of_other_year(head: str, year: int) -> bool:
    stated = _STATED_YEAR.fullmatch(head)
    return stated is not None and int(stated[1]) != year
