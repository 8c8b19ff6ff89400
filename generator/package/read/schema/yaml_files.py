"""What each YAML file of a report kind may hold; what every key means stands in ``meanings``."""

from __future__ import annotations

from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, Field, RootModel

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

STRICT = ConfigDict(extra="forbid", allow_inf_nan=False)
"""An item of a YAML file that no field is named after is a fault."""
DEEPEST = 4
"""The deepest level of headings (GB/T 9704-2012, 7.3.3: 一、（一）1.（1））."""
HeadingLevel = Annotated[int, Ge(1), Le(DEEPEST)]


class KindFile(BaseModel):
    """kind.yaml."""

    model_config = STRICT

    name: str
    report_title: str
    title: str
    headings: dict[HeadingLevel, HeadingStyle] = Field(min_length=1)
    texts: dict[str, str] = Field(default_factory=dict)
    guidance: dict[str, str] = Field(default_factory=dict)
    parties: tuple[Party, ...] = (Party.PLACE,)
    organ: str = ""
    outside: dict[str, str] = Field(default_factory=dict)
    outline: tuple[OutlineSection, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    reference: str = ""


class RecordFile(BaseModel):
    """A record file in records.yaml; ``fields`` maps a heading to its type in words."""

    model_config = STRICT

    name: str = Field(alias="名称", min_length=1)
    fields: dict[str, str] = Field(alias="字段", min_length=1)
    carried: bool | tuple[str, ...] = Field(default=False, alias="沿用")
    rollup: RollUp = Field(default=RollUp.UNSAID, alias="汇总")


class RecordsFile(RootModel[dict[str, RecordFile]]):
    """records.yaml: record files by stem."""


class TableFile(BaseModel):
    """tables/NAME.yaml."""

    model_config = STRICT

    records: str = ""
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[tuple[FixedCell | str, ...], ...] = ()
    blocks: tuple[StackedBlock | str, ...] = ()
    checks: tuple[TableCrossCheck, ...] = ()
    groups: tuple[TableGroup, ...] = ()
    summaries: dict[str, SummaryMethod] = Field(default_factory=dict)
    given: str = ""
    only: dict[str, str] = Field(default_factory=dict)
    total: str = ""
    orientation: Literal["portrait", "landscape"] = "portrait"
    lines: tuple[str, ...] = ()
    unit_line: str = ""
    notes: tuple[str, ...] = ()
    sign_line: tuple[str, ...] = ()
    each: str = ""
    rows_of: str = ""


YAML_FILES: dict[str, type[BaseModel]] = {
    "kind.yaml": KindFile,
    "records.yaml": RecordsFile,
    "tables/名称.yaml": TableFile,
}
"""The model of each YAML file; 名称 stands for any name."""
