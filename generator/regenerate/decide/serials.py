"""Serial numbers of rows: they follow the order in which the rows will stand, never a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.model.replacing import replace
from generator.regenerate.base import Segment
from generator.regenerate.decide.decisions import Decisions, NewRow, PlacedEdit
from generator.regenerate.decide.edits import Edit
from generator.regenerate.decide.matters import Matter
from generator.regenerate.decide.row_plan import Cells, FileRow, TableRows
from generator.regenerate.match import Matching
from generator.regenerate.match.labels import SERIAL, is_serial

_BY_HAND = "这张表的序号由人编过，行有增减，没有重新编，请看序号对不对"
_RENUMBERED = "文中有自己加的行或自己排的次序，序号按现在的次序重新编了，请看对不对"


def serial_blocks(matching: Matching) -> frozenset[int]:
    """The cells (blocks by index) of the file with a serial number: nothing else decides them."""
    return frozenset(
        indexes[0]
        for table in matching.tables
        for (row, _), indexes in table.ours.cells.items()
        if row in table.rows and is_serial([matching.base.blocks[index] for index in indexes])
    )


class _Serial(Struct, frozen=True):
    """A serial number in the order of the file as it will be.

    ``row`` is the row of the new draft, "" for a row of people; ``para`` the paragraph that holds
    it, None in a row that is new. ``before`` is what stands there now, ``text`` what will stand;
    ``by_hand``: people gave a row of the draft another number.
    """

    row: str
    para: int | None
    before: str
    text: str
    starts: bool
    by_hand: bool = False

    @property
    def number(self) -> int:
        """Its digits."""
        return _number(self.text)


def _number(text: str) -> int:
    found = SERIAL.fullmatch(text)
    return int(found[1]) if found else 0


def number_rows(matching: Matching, table: TableRows, rows: Decisions) -> Decisions:
    """The decisions about the rows of a table with the serial numbers that these rows get."""
    parts = [_of_part(matching, table, rows, part.theirs.number) for part in table.parts]
    serials = [serial for own, _ in parts for serial in own]
    given = {serial.row: serial.text for serial in serials if serial.para is None}
    return replace(
        rows,
        new_rows=tuple(replace(row, serial=given.get(row.row, "")) for row in rows.new_rows),
        edits=(*rows.edits, *map(_edit, filter(_changes, serials))),
        matters=(*rows.matters, *(matter for _, own in parts for matter in own)),
    )


def _of_part(
    matching: Matching, table: TableRows, rows: Decisions, number: int
) -> tuple[Sequence[_Serial], Sequence[Matter]]:
    """The serial numbers in one table of the file, and what is to be said of them."""
    column = _serial_column(matching, table, number)
    if column is None:
        return (), ()
    serials = list(_serials(matching, table, rows, number, column))
    touched = bool(rows.new_rows or rows.dropped_rows) or any(map(_changes, serials))
    if not (touched or table.moved_by_hand) or _run_upward(serial.number for serial in serials):
        return serials, ()
    repaired, matter = _repaired(table, serials, table.part(number).theirs.first_paragraph())
    return repaired, (matter,)


def _changes(serial: _Serial) -> bool:
    return serial.para is not None and serial.text != serial.before


def _edit(serial: _Serial) -> PlacedEdit:
    return PlacedEdit(serial.para or 0, Edit(0, len(serial.before), (Segment(serial.text),)))


def _repaired(
    table: TableRows, serials: Sequence[_Serial], para: int
) -> tuple[list[_Serial], Matter]:
    """The numbers in the order of the rows; those that people gave in their own way stay."""
    if any(serial.by_hand for serial in serials) and not table.moved_by_hand:
        kept = [replace(serial, text=serial.before or serial.text) for serial in serials]
        return kept, Matter(para, "check", _BY_HAND)
    count = 0
    numbered: list[_Serial] = []
    for serial in serials:
        count = 1 if serial.starts else count + 1
        digits = str(serial.number)
        numbered.append(replace(serial, text=serial.text.replace(digits, str(count), 1)))
    return numbered, Matter(para, "check", _RENUMBERED)


def _run_upward(numbers: Iterable[int]) -> bool:
    """Whether each number is larger than the one before, or begins again with 1."""
    last = 0
    for number in numbers:
        if number <= last and number != 1:
            return False
        last = number
    return True


def _serial_column(matching: Matching, table: TableRows, number: int) -> int | None:
    """The column of a table of the file that holds the serial numbers."""
    part = table.part(number)
    paras: list[int] = []
    for (row, column), indexes in part.ours.cells.items():
        if row in part.rows and is_serial(table.old[row][column]):
            paras += matching.homes.get(indexes[0], ())
    cells = filter(None, (matching.view.paras[para].cell for para in paras))
    counted = Counter(cell.column for cell in cells)
    return counted.most_common(1)[0][0] if counted else None


def _serials(
    matching: Matching, table: TableRows, rows: Decisions, number: int, column: int
) -> Iterator[_Serial]:
    """The serial numbers of a table of the file in the order of its rows as they will be."""
    names = {place: row for row, place in table.places.items()}
    starting = _starting(table.wanted)
    begins = True
    for source, new in _sequence(table, rows, number):
        name = names.get((number, source), "") if new is None else new.row
        if name and _serial_of(table.wanted[name]) is None:
            begins = begins or name in starting
            continue
        serial = _one(matching, table, name, (number, source), column, begins)
        if serial is not None:
            yield serial
            begins = False


def _sequence(
    table: TableRows, rows: Decisions, number: int
) -> Iterator[tuple[int, NewRow | None]]:
    """The rows of a table of the file as they will stand: the row of now (-1: none), what is
    new."""
    behind: dict[int, list[NewRow]] = {}
    for new in _new_in(rows, number):
        behind.setdefault(new.after, []).append(new)
    elsewhere = _elsewhere(rows, number)
    for row in range(-1, table.part(number).theirs.rows):
        if row >= 0 and row not in elsewhere:
            yield row, None
        for new in behind.get(row, ()):
            yield -1 if new.source is None else new.source, new


def _new_in(rows: Decisions, number: int) -> list[NewRow]:
    return [new for new in rows.new_rows if new.table == number]


def _elsewhere(rows: Decisions, number: int) -> set[int]:
    """The rows of a table of the file that go, or stand elsewhere afterwards."""
    dropped = {row.row for row in rows.dropped_rows if row.table == number}
    return dropped | {new.source for new in _new_in(rows, number) if new.source is not None}


def _one(
    matching: Matching, table: TableRows, name: str, place: FileRow, column: int, starts: bool
) -> _Serial | None:
    """The serial number of a row; None where it has none."""
    wanted = _serial_of(table.wanted[name]) if name else None
    para = _para(table, place, column)
    seen = matching.view.paras[para].text if para is not None else ""
    if para is None:
        return _Serial(name, None, "", wanted, starts) if wanted else None
    if not SERIAL.fullmatch(seen):
        return None
    by_hand = bool(name) and seen != _base_serial(table, name)
    text = wanted if wanted and not by_hand else seen
    return _Serial(name, para, seen, text, starts, by_hand)


def _para(table: TableRows, place: FileRow, column: int) -> int | None:
    """The only paragraph of the serial number's cell in a row of the file."""
    paras = table.part(place[0]).theirs.cells.get((place[1], column), ())
    return paras[0] if len(paras) == 1 else None


def _base_serial(table: TableRows, name: str) -> str | None:
    """The serial number that a row of the new draft had in the base."""
    old = table.old_names.get(name)
    return _serial_of(table.old[old]) if old else None


def _serial_of(cells: Cells) -> str | None:
    return next((cell[0].text for cell in cells.values() if is_serial(cell)), None)


def _starting(wanted: Mapping[str, Cells]) -> set[str]:
    """The rows without a serial number behind which the numbers begin again."""
    result: set[str] = set()
    waiting: list[str] = []
    for row, cells in wanted.items():
        serial = _serial_of(cells)
        if serial is None:
            waiting.append(row)
            continue
        if _number(serial) == 1:
            result.update(waiting)
        waiting = []
    return result
