"""mapping.yaml of a package: where each item of the sheets of departments goes, kept for next
year."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from msgspec import Struct

from generator.model import files
from generator.model.errors import DataError
from generator.model.kind import RecordSpec
from generator.package.bring.wording_alike import LabelReader, is_bare_number
from generator.package.read.schema.shape_faults import ShapeError, shaped
from generator.package.read.yamlfile import problems_of_shape, read_yaml

NOT_USED = "不用"
"""What stands for the place of an item that is not taken."""
_HEAD = """\
# 各部门的表里哪一项放在哪里：nigao bring --take 写，以后照此取数，下一年接着用。可以手改。
# 放到：统计表或“数据”的键（如 就业.赴东部）；记录的列写 funds.金额 这样；写“不用”就不再问。
"""


class Mapped(Struct, frozen=True):
    """An item of a sheet and where it goes: the sheet's title, the item's label (that of the item
    above before it where the sheet has it twice), its unit ("" for none), the key, and the cell
    that it was last taken from."""

    table: str
    item: str
    unit: str
    key: str
    source: str = ""


class _Entry(
    Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    rename={"table": "表", "item": "项", "unit": "单位", "key": "放到", "source": "取自"},
):
    """One entry of the file."""

    table: str
    item: str
    unit: str = ""
    key: str
    source: str = ""


def read_mapping(data: bytes | None) -> tuple[Mapped, ...]:
    """The entries of the file, none where there is no such file. Raises InputError or DataError
    where it is faulty."""
    if data is None:
        return ()
    with TemporaryDirectory() as folder:
        path = Path(folder) / files.MAPPING
        path.write_bytes(data)
        content = read_yaml(path, files.MAPPING)
    try:
        entries = shaped(content or [], tuple[_Entry, ...])
    except ShapeError as error:
        raise DataError(list(problems_of_shape(error.faults, files.MAPPING))) from None
    return tuple(
        Mapped(entry.table, entry.item, entry.unit, entry.key, entry.source) for entry in entries
    )


def mapping_text(entries: Sequence[Mapped]) -> str:
    """The file with these entries."""
    content = [
        {"表": one.table, "项": one.item, "单位": one.unit, "放到": one.key, "取自": one.source}
        for one in entries
    ]
    filled = [{name: text for name, text in entry.items() if text} for entry in content]
    return _HEAD + yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=1000)


def with_entries(entries: Sequence[Mapped], new: Sequence[Mapped]) -> tuple[Mapped, ...]:
    """The entries with new ones; one for the same item takes the stead of the old one. One whose
    item is called a number is not kept."""
    kept = (*entries, *filter(_has_name, new))
    by_item = {(entry.table, entry.item, entry.unit): entry for entry in kept}
    return tuple(by_item.values())


def _has_name(entry: Mapped) -> bool:
    """Whether an item is called by words: a number is that of another item next year."""
    return not any(map(is_bare_number, entry.item.split("／")))


def without_columns(entries: Sequence[Mapped], specs: Sequence[RecordSpec]) -> tuple[Mapped, ...]:
    """The entries that say where items go, those that say what columns of records are left out."""
    columns = {f"{spec.stem}.{field.name}" for spec in specs for field in spec.fields}
    return tuple(entry for entry in entries if entry.key not in columns)


class MappedItems(Struct, frozen=True, dict=True):
    """The entries, found by what sheet and item are called, whatever the year; those that call an
    item a number, as older versions wrote them, are not used."""

    entries: tuple[Mapped, ...]
    labels: LabelReader

    def of(self, table: str, item: str) -> list[Mapped]:
        """The entries of an item, with whatever unit."""
        if not self.entries:
            return []
        return self._by_item.get((self.labels.topic(table), self._item(item)), [])

    @cached_property
    def _by_item(self) -> dict[tuple[str, tuple[str, ...]], list[Mapped]]:
        by_item: dict[tuple[str, tuple[str, ...]], list[Mapped]] = {}
        for entry in filter(_has_name, self.entries):
            key = (self.labels.topic(entry.table), self._item(entry.item))
            by_item.setdefault(key, []).append(entry)
        return by_item

    def _item(self, item: str) -> tuple[str, ...]:
        return tuple(map(self.labels.plain, item.split("／")))
