"""Record files of the places to those of the level above: every row listed, or equal rows made
one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.model.cell import Cell, Scalar
from generator.model.dataset import Dataset, Record
from generator.model.errors import excerpt
from generator.model.kind import FieldSpec, FieldType, Kind, RecordSpec
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.rollup import RollUp, rolled_text
from generator.package.bring.proposal import NEEDS_PERSON, RecordOffer, Standing
from generator.package.parties import level
from generator.package.rollup.county import County
from generator.standard.wording.numbers import num

_LONGEST_KEY = 20
_OFFICE = regex(
    r"(?P<level>[县区市旗])(?!委书记|长)[\u4e00-\u9fff]{1,12}"
    r"(?:局|委|办|办公室|部|府|会|院|中心|联|组|校|站|队|馆)"
)
"""An office that a place names by its level alone: 县商务局. Above it is one of many."""


class RolledFile(Struct, frozen=True):
    """A record file of the level above: its rows as offers, how many rows each place has, and the
    remarks on cells that were left out. ``gone`` are the rows that came of the places, and that no
    place has any more: where one is settled, it is taken out."""

    spec: RecordSpec
    offers: tuple[RecordOffer, ...]
    rows: Mapping[str, int]
    remarks: tuple[str, ...] = ()
    gone: tuple[RecordOffer, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """The places without a row, where others have some."""
        some = any(self.rows.values())
        return tuple(place for place, count in self.rows.items() if some and not count)

    def settled(self, taken: Collection[int] | None) -> RolledFile:
        """The file with what a person takes (None: all)."""
        return replace(
            self,
            offers=tuple(_settled(offer, taken) for offer in self.offers),
            gone=tuple(_settled(offer, taken) for offer in self.gone),
        )


def _settled(offer: RecordOffer, taken: Collection[int] | None) -> RecordOffer:
    is_taken = taken is None or offer.number in taken
    asked = offer.standing in NEEDS_PERSON
    return replace(offer, standing=Standing.SURE) if asked and is_taken else offer


class _RolledRow(Struct, frozen=True):
    """A row of the level above: its key and cells as text, the cells it was made of, and why it is
    not sure."""

    key: str
    cells: Mapping[str, str]
    sources: tuple[str, ...]
    doubt: str = ""


def rolled_records(
    counties: Sequence[County], dataset: Dataset, kind: Kind, numbers: Iterator[int]
) -> tuple[RolledFile, ...]:
    """Every record file that the kind rolls up, and of which a place has a row, or had one."""
    of_kind = [spec for spec in kind.records if spec.rollup in _MAKING]
    rolled = (_rolled_file(counties, dataset, spec, numbers) for spec in of_kind)
    return tuple(file for file in rolled if file.offers or file.gone)


def _rolled_file(
    counties: Sequence[County], dataset: Dataset, spec: RecordSpec, numbers: Iterator[int]
) -> RolledFile:
    there = {record.key: record for record in dataset.records[spec.name]}
    rows = _keyed(_MAKING[spec.rollup](counties, spec), spec, there)
    gone = [
        record
        for record in _not_among(rows, there.values())
        if not _may_stand(record, spec, counties)
    ]
    return RolledFile(
        spec,
        tuple(_offer(row, spec, there, gone, next(numbers)) for row in rows),
        {county.place: len(county.dataset.records[spec.name].rows) for county in counties},
        tuple(_left_out(counties, spec)),
        tuple(_gone(record, spec, next(numbers)) for record in gone),
    )


def _keyed(
    rows: Sequence[_RolledRow], spec: RecordSpec, there: Mapping[str, Record]
) -> list[_RolledRow]:
    """The rows with keys that stand once: of a row that says what one of before said, the key of
    that, in whatever order the places are given and whatever they call it now."""
    before = {_said_by(record, spec): record.key for record in there.values() if record.rolled_from}
    is_listed = spec.rollup is RollUp.LISTED
    own = {row.key for row in rows if is_listed and row.key in there}
    seen = set(own)
    keyed = []
    for row in rows:
        known = row.key if row.key in own else before.get(_said(row, spec), "")
        is_free = known and (known not in seen or row.key in own)
        own -= {known}
        keyed.append(replace(row, key=known if is_free else _free(row.key, seen)))
        seen.add(keyed[-1].key)
    return keyed


def _said(row: _RolledRow, spec: RecordSpec) -> tuple[str, ...]:
    """What a row says but for its numbers, and of a listed one of which place."""
    place = _county_of_key(row.key) if spec.rollup is RollUp.LISTED else ""
    return place, *_words(row.cells, spec)


def _said_by(record: Record, spec: RecordSpec) -> tuple[str, ...]:
    place = _county_of_key(record.key) if spec.rollup is RollUp.LISTED else ""
    return place, *_words_of_record(record, spec)


def _free(wanted: str, seen: set[str]) -> str:
    """A key that none has yet; it is one that is seen then."""
    key, times = wanted, 1
    while key in seen:
        times += 1
        key = f"{wanted}{times}"
    seen.add(key)
    return key


def _words(cells: Mapping[str, str], spec: RecordSpec) -> tuple[str, ...]:
    """What a row says but for its numbers."""
    return tuple(cells.get(field.name, "") for field in spec.fields if field.type not in _NOT_SAID)


def _words_of_record(record: Record, spec: RecordSpec) -> tuple[str, ...]:
    return _words({name: _text(cell) for name, cell in record.cells.items()}, spec)


def _not_among(rows: Sequence[_RolledRow], there: Iterable[Record]) -> Iterator[Record]:
    """The rows of the level above that came of the places, and are none of theirs now."""
    keys = {row.key for row in rows}
    return (record for record in there if record.rolled_from and record.key not in keys)


def _may_stand(record: Record, spec: RecordSpec, counties: Sequence[County]) -> bool:
    """Whether a row may be of a place that sent its form alone, and says nothing of its rows."""
    silent = [county.place for county in counties if county.form_only]
    if spec.rollup is RollUp.SUM:
        return bool(silent)
    return county_name(record) in silent


def _gone(record: Record, spec: RecordSpec, number: int) -> RecordOffer:
    """The offer to take a row out, with what stands in it."""
    cells = {name: _text(cell) for name, cell in record.cells.items()}
    del cells[spec.key_field.name]
    shown = "、".join(f"{name}“{excerpt(text)}”" for name, text in cells.items() if text)
    reason = f"汇总来的，各地已经没有这一行（{shown}），没有删；取它就删去，要留就改它的“来源”"
    return RecordOffer(number, "", spec.file, record.key, cells, Standing.CONFLICT, (reason,))


def _offer(
    row: _RolledRow,
    spec: RecordSpec,
    there: Mapping[str, Record],
    gone: Sequence[Record],
    number: int,
) -> RecordOffer:
    """The offer of a row, and how it stands to the row of that key; ``gone`` are the rows that no
    place has any more: one that this may be by another name is decided first."""
    offer = RecordOffer(number, "", spec.file, row.key, row.cells, Standing.SURE)
    offer = replace(offer, source="；".join(row.sources))
    known = there.get(row.key)
    if known is not None:
        differing = [name for name, text in row.cells.items() if _text(known.cells[name]) != text]
        if not differing:
            return replace(offer, standing=Standing.SAME)
        reasons = tuple(
            f"{name}：{_filled(_text(known.cells[name]))}，没有改，汇总是{_given(row.cells[name])}"
            for name in differing
        )
        return replace(offer, standing=Standing.CONFLICT, reasons=reasons)
    doubt = row.doubt or _doubt_of_name(row, spec, gone)
    return replace(offer, standing=Standing.DOUBT, reasons=(doubt,)) if doubt else offer


def _doubt_of_name(row: _RolledRow, spec: RecordSpec, gone: Sequence[Record]) -> str:
    """That a new row may be one that is gone, under another name: both would count."""
    before = [
        record.key
        for record in gone
        if county_name(record) == _county_of_key(row.key)
        or _words_of_record(record, spec) == _words(row.cells, spec)
    ]
    if not before:
        return ""
    return f"可能就是“{before[0]}”换了写法，那一行各地已经没有了，两行都留就重了，没有写"


def _filled(text: str) -> str:
    """What a cell of the level above says."""
    return f"已经填了“{text}”" if text else "空着"


def _given(text: str) -> str:
    """What the places say."""
    return f"“{text}”" if text else "空的"


def _listed(counties: Sequence[County], spec: RecordSpec) -> list[_RolledRow]:
    """The rows of all places, each with its place in the key."""
    rows = []
    for county, record in _rows(counties, spec):
        cells = {field.name: _copy(record.cells[field.name], county) for field in _copied(spec)}
        source = rolled_text([county.source(record.source)])
        rows.append(_RolledRow(_key_of(county.place, record.key), cells, (source,)))
    return rows


def county_name(record: Record) -> str:
    """The place that a row of the level above was listed of; "" for one that was not."""
    return _county_of_key(record.key) if record.rolled_from else ""


def _county_of_key(key: str) -> str:
    """The place in the key of a listed row, "" where it names none."""
    place, between, _ = key.partition("-")
    return place if between and level(place) else ""


def _key_of(place: str, key: str) -> str:
    """What a row of a place is called at the level above."""
    return f"{place}-{key[:_LONGEST_KEY]}"


def _copy(cell: Cell, county: County) -> str:
    """A cell as the level above has it: an office with the name of its place."""
    text = _text(cell)
    office = _OFFICE.fullmatch(text)
    return county.place + text[1:] if office and county.place.endswith(office["level"]) else text


def _copied(spec: RecordSpec) -> list[FieldSpec]:
    """The columns that are copied: a key of a figure names the place's own, which the sum of all is
    not."""
    left_out = (FieldType.KEY, FieldType.FIGURE_KEY)
    return [field for field in spec.fields if field.type not in left_out]


def _left_out(counties: Sequence[County], spec: RecordSpec) -> Iterator[str]:
    """Cells that hold keys of figures of the places, of rows that are listed."""
    if spec.rollup is not RollUp.LISTED:
        return
    keys = [field.name for field in spec.fields if field.type is FieldType.FIGURE_KEY]
    for county, record in _rows(counties, spec):
        for cell in map(record.cells.__getitem__, keys):
            if cell.raw:
                where = county.source(cell.source)
                yield f"{where}：“{cell.raw}”在这里是各地合计，这一格没有抄，请填数"


def _rows(counties: Sequence[County], spec: RecordSpec) -> Iterator[tuple[County, Record]]:
    """Every row of the file in every place."""
    for county in counties:
        for record in county.dataset.records[spec.name]:
            yield county, record


def _merged(counties: Sequence[County], spec: RecordSpec) -> list[_RolledRow]:
    """The rows of all places, those that agree in all but their numbers made one."""
    doubt = _doubt(counties, spec)
    groups: dict[tuple[str, ...], list[tuple[County, Record]]] = {}
    for county, record in _rows(counties, spec):
        groups.setdefault(_words_of_record(record, spec), []).append((county, record))
    return [_one(rows, spec, doubt) for rows in groups.values()]


_NOT_SAID = (FieldType.KEY, FieldType.NUMBER)
"""The types of columns in which rows may differ that become one."""


def _doubt(counties: Sequence[County], spec: RecordSpec) -> str:
    """Why sums of rows are not sure: a place has none of them."""
    has_numbers = any(field.type is FieldType.NUMBER for field in spec.fields)
    lacking = [county.place for county in counties if not county.dataset.records[spec.name].rows]
    return f"缺{'、'.join(lacking)}的{spec.name}" if has_numbers and lacking else ""


def _one(rows: Sequence[tuple[County, Record]], spec: RecordSpec, doubt: str) -> _RolledRow:
    """Rows that say the same as one, their numbers added up; unknown where one is blank."""
    first = rows[0][1]
    cells: dict[str, str] = {}
    partly: list[str] = []
    for field in spec.fields:
        values = [record.cells[field.name].value for _, record in rows]
        if field.type is FieldType.NUMBER:
            cells[field.name] = _sum(values)
            partly += [field.name] if _is_partly(values) else []
        elif field.type is not FieldType.KEY:
            cells[field.name] = _text(first.cells[field.name])
    sources = tuple(rolled_text([county.source(record.source)]) for county, record in rows)
    asked = f"{'、'.join(partly)}有的地方没有填，没有合计" if partly else doubt
    return _RolledRow(first.key[:_LONGEST_KEY], cells, sources, asked)


_MAKING = {RollUp.LISTED: _listed, RollUp.SUM: _merged}
"""How the rows of a file are made, by what the kind says of it."""


def _sum(values: Sequence[Scalar | None]) -> str:
    """The sum as text, "" where one is blank."""
    numbers = [value for value in values if isinstance(value, Decimal)]
    return num(sum(numbers, Decimal(0))) if len(numbers) == len(values) else ""


def _is_partly(values: Sequence[Scalar | None]) -> bool:
    """Whether some are blank and some are not."""
    return None in values and any(value is not None for value in values)


def _text(cell: Cell) -> str:
    """A cell as it is written in the file of the level above, numbers in the unit of the column."""
    return num(cell.value) if isinstance(cell.value, Decimal) else cell.raw.strip()
