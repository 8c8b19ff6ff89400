"""What each YAML file of a report kind may hold; what every key means stands in ``meanings``."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from generator.model.appendix_table import (
    FixedCell,
    StackedBlock,
    SummaryMethod,
    TableColumn,
    TableCrossCheck,
    TableGroup,
)
from generator.model.kind import HeadingStyle, OutlineSection, Party, Shortfall
from generator.model.rollup import RollUp

DEEPEST = 4
"""The deepest level of headings (GB/T 9704-2012, 7.3.3: 一、（一）1.（1））."""
HeadingLevel = Annotated[int, Meta(ge=1, le=DEEPEST)]


class KindFile(Struct, frozen=True, forbid_unknown_fields=True):
    """kind.yaml."""

    name: str
    report_title: str
    title: str
    headings: Annotated[dict[HeadingLevel, HeadingStyle], Meta(min_length=1)]
    texts: dict[str, str] = field(default_factory=dict)
    guidance: dict[str, str] = field(default_factory=dict)
    parties: tuple[Party, ...] = (Party.PLACE,)
    organ: str = ""
    outside: dict[str, str] = field(default_factory=dict)
    outline: tuple[OutlineSection, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    reference: str = ""


class RecordFile(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    rename={"name": "名称", "fields": "字段", "carried": "沿用", "rollup": "汇总"},
):
    """A record file in records.yaml; ``fields`` maps a heading to its type in words."""

    name: Annotated[str, Meta(min_length=1)]
    fields: Annotated[dict[str, str], Meta(min_length=1)]
    carried: bool | tuple[str, ...] = False
    rollup: RollUp = RollUp.UNSAID


RecordsFile = dict[str, RecordFile]
"""records.yaml: record files by stem."""


class TableFile(Struct, frozen=True, forbid_unknown_fields=True):
    """tables/NAME.yaml."""

    records: str = ""
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[tuple[FixedCell | str, ...], ...] = ()
    blocks: tuple[StackedBlock | str, ...] = ()
    checks: tuple[TableCrossCheck, ...] = ()
    groups: tuple[TableGroup, ...] = ()
    summaries: dict[str, SummaryMethod] = field(default_factory=dict)
    given: str = ""
    only: dict[str, str] = field(default_factory=dict)
    total: str = ""
    orientation: Literal["portrait", "landscape"] = "portrait"
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    sign_line: tuple[str, ...] = ()
    each: str = ""
    rows_of: str = ""
    title: str = ""


YAML_FILES: dict[str, object] = {
    "kind.yaml": KindFile,
    "records.yaml": RecordsFile,
    "tables/名称.yaml": TableFile,
}
"""The type of each YAML file; 名称 stands for any name."""
