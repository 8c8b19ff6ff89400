"""An appendix table as its kind describes it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from generator.model.cell import Source

_NO_FILE = Source("")
ColumnAlign = Literal["left", "center", "right", "decimal"]


class SummaryMethod(Enum):
    """How a cell of a summary row is made: added up, different values counted, or filed."""

    TOTAL = "合计"
    KINDS = "种数"
    FILED = "填报"


class TableColumn(Struct, frozen=True, forbid_unknown_fields=True):
    """A column of an appendix table, by its description.

    ``heading`` is a template; ``上|下`` sets two rows of head, equal upper parts side by side
    share a cell. ``field`` is the field of the record; ``serial`` counts the rows instead, from
    1 in each group of the field ``restart`` ("" for the whole table). ``width`` is in mm (None:
    from the content); ``places`` and ``unit`` say how a number prints; ``blank`` is what a
    blank cell prints; ``figure`` is the field of keys (指标键) whose figure stands in for a blank
    cell, with its unit where it is qualified (70余万元). ``lists`` sets the items of a numbered
    list on lines of their own; ``merge`` joins cells of the same value below each other; an
    ``optional`` column stands only where the package asks for it.

    ``formula`` computes the cell from the other fields of its row, rounded to ``places``; with a
    ``field`` it does so where the cell is blank, and what is filed is compared with it. A blank
    cell of a ``join_left`` column is part of the cell at its left. ``span`` is how many columns of
    the common grid it takes in a table of stacked blocks. A blank cell of a ``required`` column is
    a gap.
    """

    heading: str
    field: str = ""
    align: ColumnAlign = "left"
    width: Annotated[float, Meta(gt=0)] | None = None
    places: Annotated[int, Meta(ge=0, le=6)] | None = None
    unit: str = ""
    blank: str = ""
    figure: str = ""
    lists: bool = False
    merge: bool = False
    serial: bool = False
    restart: str = ""
    optional: bool = False
    formula: str = ""
    join_left: bool = False
    span: Annotated[int, Meta(ge=1)] = 1
    required: bool = False

    @property
    def name(self) -> str:
        """What the column is called in summaries, in the package's options and in the ids of
        cells."""
        return self.field or ("序号" if self.serial else self.heading)


class TableGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Rows that share the value of a field: ``heading`` above them ("" for none) over the first
    ``span`` columns, and ``foot`` below them ("" for none).

    In both {字段} is a field of the group, {计数} the number of its rows, {序号} its index among its
    siblings, {大写序号} the same as 一二三.
    """

    field: str
    heading: str = ""
    foot: str = ""
    span: Annotated[int, Meta(ge=1)] = 1


class TableCrossCheck(Struct, frozen=True, forbid_unknown_fields=True):
    """What must hold in a table: ``each_row`` between the fields of every row (得分 <= 分值), or
    ``each_column`` between rows, which it names by their keys in braces, in every one of the
    ``columns`` (fields; none named: every column of numbers). One that ``fills`` gives the blank
    cells of the row that stands alone on its left. ``note`` says in words why."""

    each_row: str = ""
    each_column: str = ""
    columns: tuple[str, ...] = ()
    fills: bool = False
    note: str = ""


class FixedCell(Struct, frozen=True, forbid_unknown_fields=True):
    """A cell of a table whose rows the kind writes itself: ``text`` is a template; ``figure`` the
    key of a figure, or a cell of a record (项目[甲].总分), that prints instead, in ``unit`` and with
    ``places``; a ``required`` one that is unknown is a gap. ``above`` makes it part of the cell
    above it; a ``head`` is set as heads are.
    ``span`` counts columns."""

    text: str = ""
    figure: str = ""
    unit: str = ""
    places: Annotated[int, Meta(ge=0, le=6)] | None = None
    span: Annotated[int, Meta(ge=1)] = 1
    align: ColumnAlign | None = None
    head: bool = False
    above: bool = False
    required: bool = False


class StackedBlock(Struct, frozen=True, forbid_unknown_fields=True):
    """A block of a table of stacked blocks: the ``table`` that it is, and the ``label`` down its
    left side ("" for none) over the first ``span`` columns of the common grid."""

    table: str
    label: str = ""
    span: Annotated[int, Meta(ge=1)] = 1


class TableDescription(Struct, frozen=True, forbid_unknown_fields=True):
    """An appendix table as its kind describes it: one file in the kind's ``tables`` folder.

    ``records`` is the Chinese name of the record file whose rows it prints, "" for the form; where
    ``only`` maps fields to words, those rows that have them.
    ``summaries`` maps the field of a column to how a group's cell is made; a filed one stands in
    the record file ``given``, in the row with the group's own fields. ``total`` is the label of a
    last row, "" for none. ``lines`` stand above the table (填报单位：…), ``unit_line`` at the right
    above it (单位：万元), ``notes`` below, then the words of a row to sign, ``sign_line`` (负责人：,
    填表人：); all are templates.

    ``checks`` must hold between its numbers. A table without columns has the ``rows`` that the
    kind writes itself, or ``blocks``: other tables that stand one below the other on one grid.

    Of one with ``each`` (the Chinese name of a record file) there is a table for each record of
    that file; in it, and in its blocks, ``rows_of`` is the field of the own rows that holds the key
    of the record ("": all rows print). ``record`` is this key, "" where it is of no record.

    ``title`` stands above one of the text where the tables are printed alone, "" for its name.
    """

    name: str
    columns: tuple[TableColumn, ...]
    records: str = ""
    groups: tuple[TableGroup, ...] = ()
    summaries: Mapping[str, SummaryMethod] = field(default_factory=dict)
    given: str = ""
    only: Mapping[str, str] = field(default_factory=dict)
    total: str = ""
    landscape: bool = False
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    source: Source = _NO_FILE
    checks: tuple[TableCrossCheck, ...] = ()
    rows: tuple[tuple[FixedCell, ...], ...] = ()
    blocks: tuple[StackedBlock, ...] = ()
    sign_line: tuple[str, ...] = ()
    each: str = ""
    rows_of: str = ""
    record: str = ""
    title: str = ""

    @property
    def width(self) -> int:
        """How many columns of a common grid it takes, optional ones aside."""
        if self.rows:
            return sum(cell.span for cell in self.rows[0])
        return sum(column.span for column in self.shown())

    def shown(self, optional: tuple[str, ...] = ()) -> tuple[TableColumn, ...]:
        """The columns that print, with those optional ones that are asked for by field."""
        return tuple(
            column for column in self.columns if not column.optional or column.name in optional
        )
