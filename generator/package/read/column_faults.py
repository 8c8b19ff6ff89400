"""What a table's description says of computed columns, joined cells and checks that cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from jinja2 import TemplateError
from msgspec import Struct

from generator.figures.budget import LimitError
from generator.figures.evaluation import cells_in, parsed
from generator.figures.formulas import FORMULA_FUNCTIONS
from generator.figures.sides import Sides, sides_of
from generator.model.appendix_table import TableColumn, TableCrossCheck, TableDescription
from generator.model.errors import Problem
from generator.model.kind import FieldType, RecordSpec

_ALIKE = 0.5
"""How alike a name must be that a slip may have meant: half of a name of two characters."""
_COMPUTED = (FieldType.NUMBER, FieldType.WORD_OR_NUMBER)
_COUNTED = (*_COMPUTED, FieldType.FIGURE_KEY)


class ColumnFaults(Struct, frozen=True):
    """The description of a table of records beside the record files of its kind."""

    table: TableDescription
    specs: Mapping[str, RecordSpec]

    def all(self) -> Iterator[Problem]:
        """Every fault of columns and checks."""
        for at, column in enumerate(self.table.columns):
            yield from self._of_column(column, first=at == 0)
        for check in self.table.checks:
            yield from self._of_check(check)

    @property
    def _types(self) -> dict[str, FieldType]:
        spec = self.specs.get(self.table.records)
        return {field.name: field.type for field in spec.fields} if spec else {}

    def _problem(self, message: str, todo: str) -> Problem:
        return Problem(message, todo, self.table.source.file)

    def _of_column(self, column: TableColumn, *, first: bool) -> Iterator[Problem]:
        where = f"“{column.heading}”列"
        yield from self._of_computed(column, where)
        if column.join_left and (first or not column.field):
            message = f"{where}写了 join_left，但左边没有可以并入的格"
            yield self._problem(message, "join_left 只用于有 field 的列，不用于第一列")
        if column.merge and not column.field:
            yield self._problem(f"{where}写了 merge，但没有写 field", "请写 field，或删去 merge")

    def _of_computed(self, column: TableColumn, where: str) -> Iterator[Problem]:
        """A formula where none can be."""
        if column.formula and not self._types:
            yield self._problem(f"{where}写了 formula，统计表的列不能算", "请删去 formula")
        elif column.formula:
            yield from self._of_formula(column.formula, f"{where} formula ")
            if column.field and self._types.get(column.field) not in _COMPUTED:
                message = f"{where}要算，“{column.field}”却不是数"
                yield self._problem(message, "请在 records.yaml 里改为 数，或删去 formula")

    def _of_formula(self, formula: str, where: str) -> Iterator[Problem]:
        """A formula that cannot be read, and names in it that nobody knows."""
        try:
            parsed(formula)
        except (TemplateError, LimitError):
            message = f"{where}写的“{formula}”看不懂"
            yield self._problem(
                message, "请核对括号、引号和运算符，如 min(分值, 分值*完成值/指标值)"
            )
            return
        known = (*self._types, *FORMULA_FUNCTIONS, *self.specs)
        for name in cells_in(formula):
            if name not in known:
                yield self._problem(f"{where}里的“{name}”没有这一列", _nearest(name, self._types))

    def _of_check(self, check: TableCrossCheck) -> Iterator[Problem]:
        said = check.each_row or check.each_column
        if bool(check.each_row) == bool(check.each_column):
            message = "checks 的每一条要么写 each_row，要么写 each_column"
            yield self._problem(message, "二者只写一个，如 {each_row: 得分 <= 分值}")
            return
        sides = sides_of(said)
        if sides is None:
            message = f"checks 写的“{said}”不是两边的比较"
            yield self._problem(message, "请写成 左边 = 右边，比较用 =、<=、>=、!=")
        elif not self._types:
            yield self._problem("统计表的核对由指标目录规定，不能写 checks", "请删去 checks")
        elif check.fills and not (check.each_column and sides.total):
            message = f"checks 写了 fills，“{said}”的左边却不是单独的一行"
            yield self._problem(message, "请写成 {合计} = {甲} + {乙}，或删去 fills")
        elif check.each_row:
            yield from self._of_formula(sides.left, "checks ")
            yield from self._of_formula(sides.right, "checks ")
        else:
            yield from self._of_rows(check, sides)

    def _of_rows(self, check: TableCrossCheck, sides: Sides) -> Iterator[Problem]:
        """A comparison of rows, which it names by their keys in braces alone."""
        for side in (sides.left, sides.right):
            bare = [name for name in cells_in(side) if name not in FORMULA_FUNCTIONS]
            if bare:
                message = f"checks 写的“{check.each_column}”里，“{'”“'.join(bare)}”没有写在花括号里"
                yield self._problem(message, "各行用它的键来指，如 {合计} = {甲} + {乙}")
        for field in check.columns:
            if self._types.get(field) not in _COUNTED:
                message = f"checks 的 columns 写的“{field}”不是数的列"
                yield self._problem(message, _nearest(field, self._types))


def two_formulas(tables: Iterable[TableDescription]) -> Iterator[Problem]:
    """A field that two tables compute in different ways: it has one value."""
    known: dict[tuple[str, str], tuple[str, TableDescription]] = {}
    for table in tables:
        for column in table.columns:
            if not (column.field and column.formula):
                continue
            said = (f"{column.formula}，places {column.places}", table)
            first = known.setdefault((table.records, column.field), said)
            if first[0] != said[0]:
                message = f"“{table.records}”的“{column.field}”在“{first[1].name}”里是另一种算法"
                todo = f"一列只有一种算法，请与 {first[1].source.file} 写成一样"
                yield Problem(message, todo, table.source.file)


def _nearest(name: str, known: Iterable[str]) -> str:
    """What to do about a name that nobody knows: the nearest, and all that there are."""
    names = list(known)
    close = get_close_matches(name, names, 1, _ALIKE)
    there = f"可用：{'、'.join(names)}"
    return f"是不是“{close[0]}”？{there}" if close else there
