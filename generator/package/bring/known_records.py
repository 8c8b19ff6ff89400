"""The records that a package has already, compared with rows of a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from generator.model.cell import Scalar
from generator.model.dataset import Record, Records
from generator.model.replacing import replace
from generator.package.bring.proposal import RecordOffer, Standing
from generator.package.intake.values import parse_cell

CALLED = ("名称", "标题", "姓名", "新企业", "东部企业", "企业", "协议", "捐赠方", "条目", "事项")
"""The columns that say what a record is called, the best first."""
_DAYS = ("日期", "开始", "时间")


class KnownRecords(Struct, frozen=True, dict=True):
    """The records of a file, of a report of that year."""

    records: Records
    year: int

    @cached_property
    def keys(self) -> frozenset[str]:
        """Their keys."""
        return frozenset(record.key for record in self.records)

    def compared(self, offer: RecordOffer, given: str) -> RecordOffer:
        """The offer, unless the file has the record, or one of the same name that says other
        things; ``given`` is the key that the sheet gives, "" for none."""
        values = self._values(offer.cells)
        same = next(self._with(values), None)
        if same is not None and not offer.reasons:
            return replace(offer, key=same.key, standing=Standing.SAME)
        rival = given if given in self.keys else self._namesake(values)
        if rival and same is None:
            reasons = (f"已有“{rival}”，内容不同，没有改",)
            return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
        return replace(offer, standing=Standing.DOUBT) if offer.reasons else offer

    def _values(self, cells: Mapping[str, str]) -> dict[str, Scalar | None]:
        fields = {field.name: field for field in self.records.spec.fields}
        return {name: parse_cell(text, fields[name], self.year) for name, text in cells.items()}

    def _namesake(self, values: Mapping[str, Scalar | None]) -> str:
        """The key of a record of the same name and days; "" for none."""
        called = [name for name in CALLED if name in values][:1]
        days = [name for name in _DAYS if called and name in values]
        there = self._with({name: values[name] for name in (*called, *days)})
        return next((record.key for record in there), "") if called else ""

    def _with(self, values: Mapping[str, Scalar | None]) -> Iterator[Record]:
        """The records that have all these values."""
        alike = [self._by_value.get(pair, []) for pair in values.items()]
        for record in min(alike, key=len, default=[]):
            if all(record.cells[name].value == value for name, value in values.items()):
                yield record

    @cached_property
    def _by_value(self) -> dict[tuple[str, Scalar | None], list[Record]]:
        by_value: dict[tuple[str, Scalar | None], list[Record]] = {}
        for record in self.records:
            for name, cell in record.cells.items():
                by_value.setdefault((name, cell.value), []).append(record)
        return by_value
