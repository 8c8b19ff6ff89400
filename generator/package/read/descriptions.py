"""The appendix tables of a kind: one YAML file each in its ``tables`` folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, reduce
from pathlib import Path

from msgspec import Struct

from generator.model.appendix_table import (
    FixedCell,
    StackedBlock,
    SummaryMethod,
    TableColumn,
    TableDescription,
    TableGroup,
)
from generator.model.cell import Source
from generator.model.errors import NigaoError, Problem
from generator.model.kind import FieldType, RecordSpec
from generator.model.leftovers import files_ending
from generator.model.regex import regex
from generator.package.read.column_faults import ColumnFaults, two_formulas
from generator.package.read.schema.nearest import or_nearest
from generator.package.read.schema.yaml_files import TableFile
from generator.package.read.schema.yaml_reading import YamlText, read_model
from generator.package.read.stack_faults import form_faults, stack_faults

_FOLDER = "tables"
_FORM_FIELDS = ("指标", "单位", "数值", "上年", "增减")
_WIDTHS = {False: 156.0, True: 225.0}
"""Width of the type area in mm, upright and landscape."""
_LEAST = 6.0
"""The least width of a column in mm."""
_SUMMABLE = (FieldType.NUMBER, FieldType.FIGURE_KEY, None)
"""Types whose columns may be added up; a column without a field is computed."""
_WORDS = ("计数", "序号", "大写序号")
"""What the heading of a group may hold besides fields."""
_ABOVE = "^"
_SLOT = regex(r"\{([^{}]+)\}")


def read_descriptions(
    folder: Path, records: Sequence[RecordSpec], problems: list[Problem]
) -> tuple[dict[str, TableDescription], list[YamlText]]:
    """The tables of the kind in ``folder`` by name (the stem of the file), and how they are
    written; all faults go to ``problems``."""
    specs = {spec.name: spec for spec in records}
    descriptions = {}
    texts: list[YamlText] = []
    paths = files_ending(folder / _FOLDER, ".yaml")
    for path in paths:
        shown = f"{folder.name}/{_FOLDER}/{path.name}"
        try:
            content, written = read_model(path, shown, TableFile)
        except NigaoError as error:
            problems.extend(error.problems)
            continue
        table = _description(content, path.stem, shown)
        faults = list(_Checked(table, specs).faults())
        problems.extend(map(written.located, faults))
        if not faults:
            descriptions[path.stem] = table
            texts.append(written)
    faulty = frozenset(path.stem for path in paths) - set(descriptions)
    for fault in (*two_formulas(descriptions.values()), *stack_faults(descriptions, faulty)):
        problems.append(reduce(lambda problem, text: text.located(problem), texts, fault))
    return descriptions, texts


def _description(content: TableFile, name: str, shown: str) -> TableDescription:
    return TableDescription(
        name,
        content.columns,
        content.records,
        content.groups,
        content.summaries,
        content.given,
        content.only,
        content.total,
        content.orientation == "landscape",
        content.lines,
        content.unit_line,
        content.notes,
        Source(shown),
        content.checks,
        tuple(tuple(map(_fixed_cell, row)) for row in content.rows),
        tuple(StackedBlock(block) if isinstance(block, str) else block for block in content.blocks),
        content.sign_line,
        content.each,
        content.rows_of,
        title=content.title,
    )


def _fixed_cell(cell: FixedCell | str) -> FixedCell:
    """A cell of fixed rows; a text alone is its text, ``^`` goes on from the row above."""
    if isinstance(cell, FixedCell):
        return cell
    return FixedCell(above=True) if cell.strip() == _ABOVE else FixedCell(cell)


class _Checked(Struct, frozen=True, dict=True):
    """A description beside the record files of its kind: what it says that cannot be."""

    table: TableDescription
    specs: Mapping[str, RecordSpec]

    def faults(self) -> Iterator[Problem]:
        """Names that do not exist, and columns that do not fit the page."""
        if self.table.records and self.table.records not in self.specs:
            name = self.table.records
            message = f"records 写的“{name}”没有这种记录{or_nearest(name, self.specs)}"
            yield self._problem(message, f"可用：{'、'.join(self.specs)}")
            return
        yield from form_faults(self.table)
        yield from self._record_faults()
        yield from ColumnFaults(self.table, self.specs).all()
        for column in self.table.columns:
            yield from self._column_faults(column)
        for group in self.table.groups:
            yield from self._group_faults(group)
        for name in self.table.only:
            if name not in self._types:
                yield self._unknown(name, "only ")
        yield from self._given_faults()
        yield from self._width_faults()

    def _record_faults(self) -> Iterator[Problem]:
        """Records of which there are none, and a column that says whose rows they are."""
        each, column = self.table.each, self.table.rows_of
        if each and each not in self.specs:
            message = f"each 写的“{each}”没有这种记录{or_nearest(each, self.specs)}"
            yield self._problem(message, f"可用：{'、'.join(self.specs)}")
        if column and column not in self._types:
            yield self._unknown(column, "rows_of ")

    @cached_property
    def _types(self) -> dict[str, FieldType]:
        """What the columns may print, by heading; the fields of the form are none of a record."""
        if not self.table.records:
            return dict.fromkeys(_FORM_FIELDS, FieldType.TEXT)
        return {field.name: field.type for field in self.specs[self.table.records].fields}

    def _problem(self, message: str, todo: str) -> Problem:
        return Problem(message, todo, self.table.source.file)

    def _unknown(self, word: str, where: str) -> Problem:
        message = f"{where}写的“{word}”没有这一列{or_nearest(word, self._types)}"
        return self._problem(message, f"可用：{'、'.join(self._types)}")

    def _column_faults(self, column: TableColumn) -> Iterator[Problem]:
        where = f"“{column.heading}”列"
        if bool(column.field or column.formula) == column.serial:
            message = f"{where}要么写 field，要么写 serial: true，要么写 formula"
            yield self._problem(message, "三者写一个；field 和 formula 可以一起写")
        elif column.field and column.field not in self._types:
            yield self._unknown(column.field, f"{where} field ")
        if column.figure and self._types.get(column.figure) is not FieldType.FIGURE_KEY:
            message = f"{where} figure 写的“{column.figure}”不是指标键的列"
            yield self._problem(message, "请改为 records.yaml 里类型为“指标键”的列")
        groups = [group.field for group in self.table.groups]
        if column.restart not in ("", *groups):
            near = or_nearest(column.restart, groups)
            message = f"{where} restart 写的“{column.restart}”不是分组{near}"
            yield self._problem(message, f"可用：{'、'.join(groups)}")

    def _group_faults(self, group: TableGroup) -> Iterator[Problem]:
        if not self.table.records:
            yield self._problem("统计表的行由上级规定，不能分组", "请删去 groups")
            return
        if group.field not in self._types:
            yield self._unknown(group.field, "groups 的 field ")
            return
        if not group.heading and not group.foot:
            message = f"按“{group.field}”分组，没有写 heading 也没有写 foot"
            yield self._problem(message, "至少写一个，如 heading: '{地区}（{计数}个）'")
        width = len(self.table.columns)
        if group.span > width:
            message = f"按“{group.field}”分组的 span 是{group.span}，表只有{width}列"
            yield self._problem(message, "请改小")
            return
        yield from self._slot_faults(group)
        yield from self._covered(group)

    def _slot_faults(self, group: TableGroup) -> Iterator[Problem]:
        """Words in braces that the heading or foot of a group cannot know."""
        fields = [other.field for other in self.table.groups]
        known = (*fields[: fields.index(group.field) + 1], *_WORDS)
        for template in (group.heading, group.foot):
            for word in _SLOT.findall(template):
                if word not in known:
                    message = f"分组标题“{template}”里的“{{{word}}}”不认识"
                    yield self._problem(message, f"可用：{'、'.join(known)}")

    def _covered(self, group: TableGroup) -> Iterator[Problem]:
        """Columns to be summed up over which the heading of a group lies."""
        covered = [column.field for column in self.table.columns[: group.span]]
        for name in self.table.summaries:
            if name in covered:
                message = f"“{name}”要汇总，却被“{group.field}”的分组标题盖住"
                yield self._problem(message, "请把 span 改小，或把这一列移到后面")

    def _given_faults(self) -> Iterator[Problem]:
        """The record file with filed summaries, and the summaries that take from it or not."""
        given = self.specs.get(self.table.given)
        if self.table.given and given is None:
            near = or_nearest(self.table.given, self.specs)
            message = f"given 写的“{self.table.given}”没有这种记录{near}"
            yield self._problem(message, f"可用：{'、'.join(self.specs)}")
            return
        columns = [field.name for field in given.fields] if given else []
        yield from self._key_faults(columns)
        for name, method in self.table.summaries.items():
            yield from self._summary_faults(name, method, columns)

    def _key_faults(self, given: Sequence[str]) -> Iterator[Problem]:
        """Groups whose rows cannot be found in the record file with these columns, () for none."""
        for group in self.table.groups:
            if given and group.field not in given:
                message = f"“{self.table.given}”没有分组用的“{group.field}”列"
                yield self._problem(message, "请在 records.yaml 里补上")

    def _summary_faults(
        self, name: str, method: SummaryMethod, given: Sequence[str]
    ) -> Iterator[Problem]:
        """What is wrong with the summary of a column; ``given`` are the columns that may give
        it."""
        if name not in self._printed:
            message = f"summaries 写的“{name}”不是表里的列{or_nearest(name, self._printed)}"
            yield self._problem(message, f"可用：{'、'.join(self._printed)}")
        elif method is SummaryMethod.TOTAL and self._types.get(name) not in _SUMMABLE:
            yield self._problem(f"“{name}”列不是数，不能合计", "请改为 种数，或删去")
        elif method is SummaryMethod.FILED and name not in given:
            yield self._not_given(name)

    @property
    def _printed(self) -> list[str]:
        return [column.name for column in self.table.columns if not column.serial]

    def _not_given(self, name: str) -> Problem:
        file = self.table.given
        why = f"但“{file}”没有这一列" if file else "但没有写 given"
        return self._problem(f"“{name}”由填报给出，{why}", "请写明填报数所在的记录")

    def _width_faults(self) -> Iterator[Problem]:
        room = _WIDTHS[self.table.landscape]
        columns = [column for column in self.table.columns if not column.optional]
        widths = [column.width for column in columns if column.width]
        fixed, free = sum(widths), len(columns) - len(widths)
        if fixed + free * _LEAST > room:
            message = f"各列定宽共{fixed:g}毫米，另有{free}列不定宽，版心只有{room:g}毫米，放不下"
            yield self._problem(message, "请改小宽度，或写 orientation: landscape")
