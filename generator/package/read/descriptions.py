"""The appendix tables of a kind: one YAML file each in its ``tables`` folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from generator.model.appendix_table import (
    SummaryMethod,
    TableColumn,
    TableDescription,
    TableGroup,
)
from generator.model.cell import Source
from generator.model.errors import NigaoError, Problem
from generator.model.kind import FieldType, RecordSpec
from generator.package.read.settings import STRICT, read_yaml, validation_problems

FOLDER = "tables"
FORM_FIELDS = ("指标", "单位", "数值", "上年", "增减")
_WIDTHS = {"portrait": 156.0, "landscape": 225.0}
_LEAST = 6.0
_SUMMABLE = (FieldType.NUMBER, FieldType.FIGURE_KEY)
_WORDS = ("计数", "序号", "大写序号")


class _Table(BaseModel):
    """The content of a table's file."""

    model_config = STRICT

    records: str = ""
    columns: tuple[TableColumn, ...] = Field(min_length=1)
    groups: tuple[TableGroup, ...] = ()
    summaries: dict[str, SummaryMethod] = Field(default_factory=dict)
    given: str = ""
    total: str = ""
    orientation: Literal["portrait", "landscape"] = "portrait"
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()


def read_descriptions(
    folder: Path, kind: str, records: Sequence[RecordSpec], problems: list[Problem]
) -> dict[str, TableDescription]:
    """The tables of a kind by name (the stem of the file); all faults go to ``problems``."""
    specs = {spec.name: spec for spec in records}
    found = {}
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        shown = f"{kind}/{FOLDER}/{path.name}"
        try:
            table = _Table.model_validate(read_yaml(path, shown))
        except ValidationError as error:
            problems.extend(validation_problems(error, shown))
            continue
        except NigaoError as error:
            problems.extend(error.problems)
            continue
        faults = [*_faults(table, specs, shown)]
        problems.extend(faults)
        if not faults:
            found[path.stem] = _description(table, path.stem, shown)
    return found


def _description(table: _Table, name: str, shown: str) -> TableDescription:
    return TableDescription(
        name,
        table.columns,
        table.records,
        table.groups,
        table.summaries,
        table.given,
        table.total,
        table.orientation == "landscape",
        table.lines,
        table.unit_line,
        table.notes,
        Source(shown),
    )


def _faults(table: _Table, specs: Mapping[str, RecordSpec], shown: str) -> Iterator[Problem]:
    """What a description says that cannot be: names that do not exist, columns that do not fit the page."""
    if table.records and table.records not in specs:
        yield Problem(
            f"records 写的“{table.records}”没有这种记录", f"可用：{'、'.join(specs)}", shown
        )
        return
    fields = (
        tuple(field.name for field in specs[table.records].fields) if table.records else FORM_FIELDS
    )
    for column in table.columns:
        yield from _column_faults(column, fields, [group.field for group in table.groups], shown)
    for group in table.groups:
        yield from _group_faults(group, fields, table, shown)
    yield from _summary_faults(table, fields, specs, shown)
    yield from _width_faults(table, shown)


def _unknown(word: str, where: str, fields: Sequence[str], shown: str) -> Problem:
    return Problem(f"{where}写的“{word}”没有这一列", f"可用：{'、'.join(fields)}", shown)


def _column_faults(
    column: TableColumn, fields: Sequence[str], groups: Sequence[str], shown: str
) -> Iterator[Problem]:
    if bool(column.field) == column.serial:
        yield Problem(
            f"“{column.heading}”列要么写 field，要么写 serial: true", "二者只写一个", shown
        )
    elif column.field and column.field not in fields:
        yield _unknown(column.field, f"“{column.heading}”列 field ", fields, shown)
    if column.restart and column.restart not in groups:
        yield Problem(
            f"“{column.heading}”列 restart 写的“{column.restart}”不是分组",
            f"可用：{'、'.join(groups)}",
            shown,
        )


def _group_faults(
    group: TableGroup, fields: Sequence[str], table: _Table, shown: str
) -> Iterator[Problem]:
    if not table.records:
        yield Problem("统计表的行由上级规定，不能分组", "请删去 groups", shown)
        return
    if group.field not in fields:
        yield _unknown(group.field, "groups 的 field ", fields, shown)
        return
    if not group.heading and not group.foot:
        yield Problem(
            f"按“{group.field}”分组，没有写 heading 也没有写 foot",
            "至少写一个，如 heading: '{地区}（{计数}个）'",
            shown,
        )
    if group.span > len(table.columns):
        yield Problem(
            f"按“{group.field}”分组的 span 是{group.span}，表只有{len(table.columns)}列",
            "请改小",
            shown,
        )
        return
    outer = [other.field for other in table.groups]
    slots = (*outer[: outer.index(group.field) + 1], *_WORDS)
    for template in (group.heading, group.foot):
        for word in slots_of(template):
            if word not in slots:
                yield Problem(
                    f"分组标题“{template}”里的“{{{word}}}”不认识",
                    f"可用：{'、'.join(slots)}",
                    shown,
                )
    for name in table.summaries:
        before = [column.field for column in table.columns[: group.span]]
        if name in before:
            yield Problem(
                f"“{name}”要汇总，却被“{group.field}”的分组标题盖住",
                "请把 span 改小，或把这一列移到后面",
                shown,
            )


def slots_of(template: str) -> list[str]:
    """The words in braces of a group's heading."""
    return re.findall(r"\{([^{}]+)\}", template)


def _summary_faults(
    table: _Table, fields: Sequence[str], specs: Mapping[str, RecordSpec], shown: str
) -> Iterator[Problem]:
    printed = [column.field for column in table.columns]
    types = (
        {field.name: field.type for field in specs[table.records].fields} if table.records else {}
    )
    given = table.given and specs.get(table.given)
    if table.given and not given:
        yield Problem(f"given 写的“{table.given}”没有这种记录", f"可用：{'、'.join(specs)}", shown)
        return
    columns = [field.name for field in given.fields] if given else []
    for group in table.groups if given else ():
        if group.field not in columns:
            yield Problem(
                f"“{table.given}”没有分组用的“{group.field}”列", "请在 records.yaml 里补上", shown
            )
    for name, method in table.summaries.items():
        if name not in printed:
            yield Problem(
                f"summaries 写的“{name}”不是表里的列",
                f"可用：{'、'.join(filter(None, printed))}",
                shown,
            )
        elif method is SummaryMethod.TOTAL and types.get(name) not in _SUMMABLE:
            yield Problem(f"“{name}”列不是数，不能合计", "请改为 种数，或删去", shown)
        elif method is SummaryMethod.FILED and name not in columns:
            yield Problem(
                f"“{name}”由填报给出，但“{table.given}”没有这一列"
                if given
                else f"“{name}”由填报给出，但没有写 given",
                "请写明填报数所在的记录",
                shown,
            )


def _width_faults(table: _Table, shown: str) -> Iterator[Problem]:
    room = _WIDTHS[table.orientation]
    fixed = sum(column.width or 0.0 for column in table.columns if not column.optional)
    free = sum(1 for column in table.columns if not column.width and not column.optional)
    if fixed + free * _LEAST > room:
        yield Problem(
            f"各列定宽共{fixed:g}毫米，另有{free}列不定宽，版心只有{room:g}毫米，放不下",
            "请改小宽度，或写 orientation: landscape",
            shown,
        )
