"""The tables of a package: which file and which sheet of a workbook hold them, and their
columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from generator.model import files
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec

COMMON = ("来源", "备注", "说明")
"""Columns that any table may have."""
_FIELD_TYPES = {
    "键": FieldType.KEY,
    "数值": FieldType.NUMBER,
    "小数位": FieldType.NUMBER,
    "期限": FieldType.DATE,
    "负责": FieldType.LIST,
}


_ABOVE = "上级"
"""The column that names the row of which a row is a part: no other way to say so is needed."""


class TableSpec(Struct, frozen=True, dict=True):
    """A table of the package: its file, its sheet, its columns in order, and the headings that may
    be missing.

    The rows of one that ``adds_up`` are facts: a row that says 合计 in any text cell is their sum,
    one called 其中：… a part of the row above, unless it ``has_parts`` among its rows.
    ``is_plain`` is true for a file of a report kind: it is written by its author, row by row.
    """

    file: str
    sheet: str
    columns: tuple[FieldSpec, ...]
    optional: tuple[str, ...] = COMMON
    adds_up: bool = False
    has_parts: bool = False
    is_plain: bool = False

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The headings that must be there."""
        return tuple(column.name for column in self.columns if column.name not in self.optional)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """All headings that the table may have: its columns, then others that any table may
        have."""
        own = tuple(column.name for column in self.columns)
        return (*own, *(name for name in self.optional if name not in own))

    @property
    def name_column(self) -> str:
        """The first column of words, which says what a row is about; "" where there is none."""
        return next((field.name for field in self.columns if field.type is FieldType.TEXT), "")

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """What its sheet may be called."""
        return self.sheet, self.file, self.file.removesuffix(files.TABLE_ENDING)

    def column(self, name: str) -> FieldSpec:
        """The column of that heading; one that the table does not know holds text."""
        return self._by_name.get(name) or FieldSpec(name, FieldType.TEXT)

    @cached_property
    def _by_name(self) -> dict[str, FieldSpec]:
        """Its columns by heading, the first where one stands twice."""
        return {column.name: column for column in reversed(self.columns)}


def _columns(*names: str) -> tuple[FieldSpec, ...]:
    return tuple(FieldSpec(name, _FIELD_TYPES.get(name, FieldType.TEXT)) for name in names)


INDICATORS = TableSpec(
    files.INDICATORS,
    "年度统计表",
    _columns("代码", "指标", "数值", "原样", "原指标", "原单位", "来源"),
    ("指标", "原样", "原指标", "原单位", *COMMON),
)
FIGURES = TableSpec(
    files.FIGURES,
    "数据",
    _columns("键", "名称", "数值", "单位", "修饰", "公式", "小数位", "任务数", "来源", "说明"),
    ("修饰", "公式", "小数位", "任务数", *COMMON),
)
NAMES = TableSpec(
    files.NAMES,
    "名称",
    _columns("名称", "类别", "简称"),
    ("简称", *COMMON),
)
STATE_COLUMNS = ("状态", "经手", "时间")
"""The columns of departments.csv that ``nigao collect`` writes."""
DEPARTMENTS = TableSpec(
    files.DEPARTMENTS,
    "部门",
    _columns("部门", "联系人", "电话", "期限", "负责", *STATE_COLUMNS),
    ("联系人", "电话", "期限", "负责", *STATE_COLUMNS, *COMMON),
)


def record_table(spec: RecordSpec) -> TableSpec:
    """The table of a record file; a column whose cells may be blank may be missing."""
    own = [field.name for field in spec.fields]
    optional = [field.name for field in spec.fields if not field.required]
    optional += [name for name in COMMON if name not in own]
    has_parts = spec.is_summed_by_key or _ABOVE in own
    return TableSpec(spec.file, spec.name, spec.fields, tuple(optional), True, has_parts)


def plain_table(file: str, required: Sequence[str], optional: Sequence[str]) -> TableSpec:
    """The table of a file that belongs to no package: all its columns are text."""
    return TableSpec(file, "", _columns(*required, *optional), tuple(optional), is_plain=True)


def table_specs(kind: Kind) -> tuple[TableSpec, ...]:
    """Every table of a package of this kind but the form, in the order of their sheets."""
    return (FIGURES, *map(record_table, kind.records), NAMES, DEPARTMENTS)


def value_field(unit: str) -> FieldSpec:
    """The column 数值 of figures.csv in a row of that unit: 日期 and 文字 there are no units, but say
    what the value is."""
    types = {"日期": FieldType.DATE, "文字": FieldType.TEXT}
    return FieldSpec("数值", types.get(unit, FieldType.NUMBER), unit)
