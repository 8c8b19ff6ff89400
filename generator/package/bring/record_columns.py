"""Columns of a sheet of records that have other headings than the file: what each may be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kind import FieldSpec, FieldType
from generator.model.replacing import replace
from generator.package.bring.mapping import NOT_USED, Mapped
from generator.package.bring.offering import OfferContext
from generator.package.bring.proposal import Offer, Standing
from generator.package.bring.record_rows import RecordSheet
from generator.package.bring.targets import CellTarget
from generator.package.bring.wording_alike import likeness
from generator.package.intake.celltext import cell_text
from generator.package.intake.numbers import CellError
from generator.package.intake.unclear import UnclearCellError
from generator.package.intake.values import parse_cell

_TYPED = (FieldType.DATE, FieldType.NUMBER, FieldType.FLAG)
"""What the cells of a column give away."""
_MOST, _SAME_TYPE = 3, 1.0
_LEAST_ALIKE = 0.3
_OTHER_WORDS = (
    *(("时间", "日期"), ("名称", "标题"), ("单位", "机关"), ("资金", "金额"), ("金额", "资金")),
    *(("领导", "姓名"), ("人员", "姓名"), ("内容", "事项"), ("主题", "事项"), ("职位", "职务")),
)
"""Words of headings for which a record file may have another one."""


def column_offers(sheet: RecordSheet, context: OfferContext, first: int) -> list[Offer]:
    """An offer for each column that the file does not have, numbered from ``first`` on."""
    offers: list[Offer] = []
    for number, (column, head) in enumerate(sheet.strange.items(), first):
        taken = {offer.target.label for offer in offers if offer.standing is Standing.SURE}
        candidates = tuple(_candidates(sheet, column, taken, context.year))
        topic = context.labels.topic(sheet.layout.title)
        source = sheet.layout.sheet.shown_column(column)
        mapped = Mapped(topic, head, "", "", source)
        reasons = (f"{sheet.spec.file} 没有这一列",)
        offer = Offer(number, source, f"“{head}”列", candidates, "", Standing.DOUBT, mapped)
        said = context.confirmed.get(number)
        offers.append(_decided(replace(offer, reasons=reasons), sheet, said))
    return offers


def _decided(offer: Offer, sheet: RecordSheet, said: str | None) -> Offer:
    """The offer as a person settled it, if one did."""
    if said == NOT_USED:
        mapped = replace(offer.mapped, key=NOT_USED)
        return replace(offer, standing=Standing.NOT_USED, reasons=(), mapped=mapped)
    if said == "" and offer.candidates:
        said = offer.target.ident
    targets = {target.ident: target for target in _targets(sheet)}
    if said is None:
        return offer
    if said not in targets:
        return replace(offer, reasons=(f"没有“{said}”这一列，应写成 {'、'.join(targets)}",))
    mapped = replace(offer.mapped, key=said)
    settled = replace(offer, standing=Standing.SURE, reasons=(), mapped=mapped)
    return replace(settled, candidates=(targets[said],))


def with_columns(sheet: RecordSheet, offers: list[Offer]) -> RecordSheet:
    """The sheet with the columns that are settled."""
    fields = {field.name: field for field in sheet.spec.fields}
    columns, strange = dict(sheet.columns), dict(sheet.strange)
    for column, offer in zip(sheet.strange, offers, strict=True):
        if offer.standing is Standing.SURE:
            columns[column] = fields[offer.target.label]
        if offer.standing is not Standing.DOUBT:
            del strange[column]
    return replace(sheet, columns=columns, strange=strange)


def _targets(sheet: RecordSheet) -> Iterator[CellTarget]:
    """The columns of the file that the sheet does not have."""
    there = {field.name for field in sheet.columns.values()}
    for field in sheet.spec.fields:
        if field.name not in there and field.type is not FieldType.KEY:
            ident = f"{sheet.spec.stem}.{field.name}"
            yield CellTarget(sheet.spec.file, ident, ident, field.name, field)


def _candidates(
    sheet: RecordSheet, column: int, taken: set[str], year: int
) -> Iterator[CellTarget]:
    """The columns of the file that one of the sheet may be, the likeliest first."""
    scored = [
        (_score(sheet, column, target.spec, year), target)
        for target in _targets(sheet)
        if target.label not in taken
    ]
    best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    yield from (target for _, target in best[:_MOST])


def _score(sheet: RecordSheet, column: int, field: FieldSpec, year: int) -> float:
    """How well a column of the sheet fits one of the file: by heading and by what its cells are."""
    head = sheet.layout.head(column)
    heads = [head, *(head.replace(word, other) for word, other in _OTHER_WORDS if word in head)]
    alike = max(likeness(one, field.name) for one in heads)
    if field.type in _TYPED:
        return alike + _SAME_TYPE if _holds(sheet, column, field, year) else 0.0
    return alike if alike >= _LEAST_ALIKE else 0.0


def _holds(sheet: RecordSheet, column: int, field: FieldSpec, year: int) -> bool:
    """Whether all cells of a column are of the type of a field."""
    for row in sheet.layout.body:
        try:
            parse_cell(cell_text(sheet.layout.grid.at(row, column), field, year), field, year)
        except (UnclearCellError, CellError):
            return False
    return True
