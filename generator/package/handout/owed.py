"""What one department owes of a package."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from generator.model.dataset import Department
from generator.model.kind import FieldSpec, FieldType, RecordSpec, taken_from
from generator.package.bring.targets import CellTarget

NUMBERS, TEXTS, HIDDEN = "填报", "文字", "_nigao"
"""The sheets of a handout: numbers, texts, and what tells whose it is."""
LABEL, UNIT, LAST, VALUE, NOTE, CHECK, IDENT = (
    "指标",
    "单位",
    "上年数",
    "本年数",
    "说明",
    "核对",
    "标识",
)
"""The columns of the sheet of numbers."""
SHEETS = "表"
"""The row of the hidden sheet that names all sheets to fill in, a line each."""
FILLED = "已填"
"""What the hidden sheet says of an item that was filled in when it was handed out."""
NAME, GUIDANCE, TEXT = "名称", "提示", "文字"
"""The columns of the sheet of texts, before the identity."""


class OwedCell(Struct, frozen=True):
    """A cell that a department fills in: where it goes, whether it must be filled, and what was
    found wrong with what it sent before ("" for nothing); ``note`` is what it said of that."""

    target: CellTarget
    required: bool = False
    finding: str = ""
    note: str = ""


class OwedRecords(Struct, frozen=True):
    """A record file that a department fills in: its rows there now, by column, and what was found
    wrong with each before, where anything was; ``names`` are those of figures by key, where it has
    a column that holds keys."""

    spec: RecordSpec
    rows: tuple[Mapping[str, str], ...] = ()
    findings: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


class OwedText(Struct, frozen=True):
    """A text that a department writes: its name, its label, what is to be said, what is there, and
    what was found wrong with that before ("" for nothing)."""

    name: str
    label: str
    guidance: str = ""
    text: str = ""
    finding: str = ""


def heading_of(field: FieldSpec) -> str:
    """What the sheet of a record file calls a column."""
    return taken_from(field.name) if field.type is FieldType.FIGURE_KEY else field.name


def first_words(spec: RecordSpec, cells: Mapping[str, str]) -> str:
    """What a record is called where nobody knows its key: its first text, "" where it has none."""
    texts = (cells.get(field.name, "") for field in spec.fields if field.type is FieldType.TEXT)
    return next(filter(None, texts), "")


class HandedItem(Struct, frozen=True):
    """How something stood in the workbook that was handed out: what its row was called, and
    whether it was filled in."""

    label: str
    is_filled: bool


def owned_row(file: str, key: str) -> str:
    """What stands for a record among the names of what a department owns."""
    return f"{file}[{key}]"


class Handout(Struct, frozen=True):
    """All that one department owes. ``contact`` is whom it may ask, "" for nobody named."""

    department: Department
    place: str
    year: int
    kind: str
    contact: str
    cells: tuple[OwedCell, ...] = ()
    records: tuple[OwedRecords, ...] = ()
    texts: tuple[OwedText, ...] = ()

    @property
    def count(self) -> int:
        """How many cells, record files and texts it owes."""
        return len(self.cells) + len(self.records) + len(self.texts)

    @property
    def missing(self) -> int:
        """How many of them are blank."""
        return self.unfilled + sum(not item.rows for item in self.records)

    @property
    def unfilled(self) -> int:
        """How many cells and texts are blank: a record file may well have no rows."""
        cells = sum(not cell.target.written for cell in self.cells)
        return cells + sum(not item.text.strip() for item in self.texts)
