"""Columns that the tables of a kind compute, and what must hold between their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.check.finding import Finding, cell_side
from generator.check.reader import spoken
from generator.check.subject import Subject
from generator.check.values import shown
from generator.figures import Draft, Figure, FigureBook, RecordSet, RowView
from generator.figures.sides import keys_of, sides_of
from generator.figures.table_checks import (
    Comparison,
    comparisons,
    decimals,
    row_label,
)
from generator.figures.table_rows import for_each_record, rows_of
from generator.model.appendix_table import TableColumn, TableDescription
from generator.model.cell import Source
from generator.model.severity import Severity
from generator.standard.wording.numbers import rounded

_WANTED = {"=": "应等于", "≤": "应不大于", "≥": "应不小于", "≠": "不应等于"}
_MOST_SIDES = 6


def filed_otherwise(subject: Subject) -> Iterator[Finding]:
    """A cell that is filed where the table computes it holds what the formula gives.

    查：附表说明里有算式的列（如得分），填了的数与算式算出来的不同；比到这一列规定的小数位，没有规定的比到填的小数位。
    不查：没有填的（由程序算）；算式要的格子没有填，或者填的是文字的。
    例：得分 = min(分值, 分值 × 完成值 ÷ 指标值)，分值10，指标值≥200，完成值180，得分填10
        -> 绩效指标“培训人次”的得分填的是10，按“min(分值, 分值*完成值/指标值)”算是9，相差1。
    依据：附表说明的 formula。
    """
    if subject.draft is None:
        return
    for table, column in _computed(subject.draft):
        for row in subject.draft.book.records[table.records]:
            yield from _otherwise(subject.draft, table, column, row)


def _computed(draft: Draft) -> Iterator[tuple[TableDescription, TableColumn]]:
    """The columns of tables that are filed and computed."""
    for table in draft.kind.tables.values():
        if table.records in draft.book.records:
            columns = (column for column in table.columns if column.field and column.formula)
            yield from ((table, column) for column in columns)


def _otherwise(
    draft: Draft, table: TableDescription, column: TableColumn, row: RowView
) -> Iterator[Finding]:
    filed = row.filed(column.field)
    computed = draft.book.columns.of_column(row, column, table.source)
    number, wanted = filed.number_or_none, computed.number_or_none
    if number is None or wanted is None:
        return
    places = decimals(number) if column.places is None else column.places
    wanted = rounded(wanted, places)
    if number == wanted:
        return
    label = row_label(table, row)
    message = (
        f"{label}的{column.field}填的是{_with_unit(number, filed)}，按“{column.formula}”"
        f"算是{_with_unit(wanted, filed)}，相差{_with_unit(abs(number - wanted), filed)}。"
    )
    sides = [cell_side(filed.sources[0], f"{column.field} {shown(filed)}")]
    sides += [cell_side(source, f"{source.column}") for source in computed.sources[:_MOST_SIDES]]
    expected, actual = _with_unit(wanted, filed), _with_unit(number, filed)
    yield Finding(Severity.ERROR, message, tuple(sides), expected, actual, (filed.key,))


def _with_unit(number: Decimal, figure: Figure) -> str:
    return f"{spoken(number)}{figure.unit}"


def relations(subject: Subject) -> Iterator[Finding]:
    """What a table says must hold between its numbers, row by row and column by column.

    查：附表说明的 checks：每一行各列之间的（得分 ≤ 分值，执行率 = 执行数 ÷ 预算数），每一列各行之间的（总额 = 各项之和）。
    只有加减的要正好相等；有乘除的比到填报的小数位。
    不查：要用的格子有一个没有填，或者填的是文字的；点名的行一行也没有的表；整列由程序算、别的列已经说了的。
    例：绩效指标“培训人次”分值10，得分填11，附表说明写 得分 <= 分值
        -> 绩效指标“培训人次”：得分是11，应不大于分值（10），相差1。
    依据：附表说明的 checks。
    """
    if subject.draft is None:
        return
    book = subject.draft.book
    for described in subject.draft.kind.tables.values():
        for table in for_each_record(described, book):
            yield from _missing_rows(book, table)
            yield from _all_broken(book, table)


def _all_broken(book: FigureBook, table: TableDescription) -> Iterator[Finding]:
    """What does not hold in a table, but for what follows from it."""
    broken = [found for found in comparisons(table, book) if not found.holds]
    if not broken:
        return
    records = rows_of(table, book)
    for found in broken:
        if not _follows(found, broken, records):
            yield _broken(found, _contents(found, records))


def _follows(found: Comparison, broken: Sequence[Comparison], records: RecordSet) -> bool:
    """Whether a column that is computed throughout breaks a check because another one does."""
    same = [item for item in broken if item.check is found.check and item.field]
    return _is_computed(found, records) and not all(_is_computed(item, records) for item in same)


def _is_computed(found: Comparison, records: RecordSet) -> bool:
    """Whether nobody filed a cell of the column that a check compares."""
    keys = keys_of(found.sides) if found.field else ()
    return bool(keys) and all(records[key].cell(found.field).value is None for key in keys)


def _contents(found: Comparison, records: RecordSet) -> dict[Source, str]:
    """What each cell holds, called by its row in a check of a column, else by its column."""
    return {
        row.cell(field).source: f"{row.key if found.field else field} {shown(row.filed(field))}"
        for row in records
        for field in row.record.cells
    }


def _broken(found: Comparison, contents: Mapping[Source, str]) -> Finding:
    left, right = found.left, found.right
    gap = abs((left.number_or_none or Decimal(0)) - (right.number_or_none or Decimal(0)))
    rows = found.row.spec
    where = f"{rows.name}的{found.words}" if found.field else found.words
    wanted = _WANTED[found.sides.sign]
    message = f"{where}：{_named(found.sides.left)}是{shown(left)}，{wanted}{_other(found)}"
    if found.sides.sign != "≠":
        message += f"，相差{spoken(gap)}{left.unit or right.unit}"
    if found.check.note:
        message += f"。{found.check.note.rstrip('。')}"
    sides = tuple(
        cell_side(source, contents.get(source) or f"{_named(side)} {shown(figure)}")
        for side, figure in ((found.sides.left, left), (found.sides.right, right))
        for source in figure.sources[:_MOST_SIDES]
    )
    expected = f"{wanted.removeprefix('应')}{shown(right)}"
    key = found.row.key_of(found.field) if found.field else left.key
    return Finding(Severity.ERROR, f"{message}。", sides, expected, shown(left), (key,))


def _other(found: Comparison) -> str:
    """The right side as a message says it: by its number alone where a note says what it is."""
    right = found.right
    if not found.check.note:
        return f"{_named(found.sides.right)}（{shown(right)}）"
    return shown(right if right.unit else right.renamed(unit=found.left.unit))


def _named(side: str) -> str:
    """A side as a message says it: without the braces around keys of rows or names of columns."""
    return side.replace("{", "").replace("}", "")


def _missing_rows(book: FigureBook, table: TableDescription) -> Iterator[Finding]:
    """The checks of columns that name rows which the package does not have, where it has others."""
    if table.records not in book.records:
        return
    records = rows_of(table, book)
    if not len(records):
        return
    there = {row.key for row in records}
    for check in table.checks:
        sides = sides_of(check.each_column)
        lost = [key for key in keys_of(sides) if key not in there] if sides else []
        if lost:
            message = (
                f"{table.name}要核对“{check.each_column}”，{records.spec.name}里没有键是"
                f"“{'”“'.join(lost)}”的行，没有核对。"
            )
            side = cell_side(records.rows[0].record.source, records.spec.name)
            yield Finding(Severity.WARNING, message, (side,), "、".join(lost), "没有", ())
