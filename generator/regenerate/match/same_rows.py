"""Which rows of two tables that belong together are the same: by their names, wherever they stand.

Bookmarks are hints, serial numbers nothing. What may be two rows is none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from msgspec import Struct, field

from generator.regenerate.match.chains import increasing
from generator.regenerate.match.labels import SERIAL, RowLabel, is_serial, row_label
from generator.regenerate.match.tables import TwoTables
from generator.regenerate.match.tokens import similarity

_ALIKE = 0.5
"""Least similarity of the words of two rows between the same neighbours."""
_MOSTLY = 0.5
"""Least share of a row's telling words by which another row is the same one."""
_MOST_COMPARED = 400
"""So many rows between two neighbours are compared each with each."""
_RARE = 24
"""A word that more rows have tells little of any of them."""
_Words = tuple[str, ...]


def same_rows(tables: TwoTables) -> dict[str, int]:
    """The rows of the file's table by the ids of the draft's rows."""
    found = _Recognized(_our_labels(tables), _their_labels(tables))
    found.take(_marked_rows(tables, found))
    found.take(_only_ones(found))
    found.take(_with_numbers(found))
    found.take(_in_order(found))
    found.take(_sharing_words(found))
    found.take(_between_neighbours(found))
    return found.rows


class _Recognized(Struct):
    """The labels of both tables by row, and the pairs of rows that are known."""

    ours: Mapping[str, RowLabel]
    theirs: Sequence[RowLabel]
    rows: dict[str, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def take(self, pairs: Iterable[tuple[str, int]]) -> None:
        """More pairs, as far as neither row is in one."""
        for row, at in pairs:
            if row not in self.rows and at not in self.taken:
                self.rows[row] = at
                self.taken.add(at)

    @property
    def our_free(self) -> list[str]:
        """The rows of the draft that are in no pair."""
        return [row for row in self.ours if row not in self.rows]

    @property
    def their_free(self) -> list[int]:
        """The rows of the file that are in no pair."""
        return [at for at in range(len(self.theirs)) if at not in self.taken]


def _our_labels(tables: TwoTables) -> dict[str, RowLabel]:
    return {row: row_label(_our_cells(tables, row)) for row in tables.ours.rows}


def _our_cells(tables: TwoTables, row: str) -> list[str]:
    """What the cells of a row say, without its serial number."""
    cells = [tables.our_cell(row, column) for column in range(tables.ours.width(row))]
    filled = [cell for cell in cells if cell and not is_serial(cell)]
    return ["".join(block.text for block in cell) for cell in filled]


def _their_labels(tables: TwoTables) -> list[RowLabel]:
    return [row_label(tables.their_row(row)) for row in range(tables.theirs.rows)]


def _marked_rows(tables: TwoTables, found: _Recognized) -> Iterator[tuple[str, int]]:
    """The rows in which most bookmarks of a row's cells stand.

    Unless the words there are those of another row: what was pasted over stands in old bookmarks.
    """
    by_words = Counter(label.words for label in found.ours.values())
    there = Counter(label.words for label in found.theirs)
    for row, counted in _votes_for_rows(tables).items():
        best = counted.most_common(1)[0][0]
        ours, theirs = found.ours[row].words, found.theirs[best].words
        is_other = bool(by_words[theirs] or there[ours]) and theirs != ours
        if not is_other or set(ours) & set(theirs):
            yield row, best


def _votes_for_rows(tables: TwoTables) -> dict[str, Counter[int]]:
    votes: dict[str, Counter[int]] = {}
    for (row, _), indexes in tables.ours.cells.items():
        location = tables.location(tables.blocks[indexes[0]])
        if location:
            votes.setdefault(row, Counter())[location.row] += 1
    return votes


def _only_ones(found: _Recognized) -> list[tuple[str, int]]:
    """The rows whose words stand once on both sides."""
    ours, theirs = _by_words(found)
    return [
        (rows[0], theirs[words][0])
        for words, rows in ours.items()
        if words and len(rows) == len(theirs.get(words, ())) == 1
    ]


def _by_words(found: _Recognized) -> tuple[Mapping[_Words, list[str]], Mapping[_Words, list[int]]]:
    """The free rows of both sides by their words."""
    ours: dict[_Words, list[str]] = defaultdict(list)
    theirs: dict[_Words, list[int]] = defaultdict(list)
    for row in found.our_free:
        ours[found.ours[row].words].append(row)
    for at in found.their_free:
        theirs[found.theirs[at].words].append(at)
    return ours, theirs


def _with_numbers(found: _Recognized) -> Iterator[tuple[str, int]]:
    """Rows of equal words that their numbers tell apart."""
    ours: dict[RowLabel, list[str]] = defaultdict(list)
    theirs: dict[RowLabel, list[int]] = defaultdict(list)
    for row in found.our_free:
        ours[found.ours[row]].append(row)
    for at in found.their_free:
        for label in _without_serial(found.theirs[at]):
            theirs[label].append(at)
    for label, rows in ours.items():
        if label.numbers and len(rows) == len(theirs.get(label, ())) == 1:
            yield rows[0], theirs[label][0]


def _without_serial(label: RowLabel) -> set[RowLabel]:
    """A label, and the label without each of its numbers that may be a serial one."""
    numbers = label.numbers
    return {label} | {
        RowLabel(label.words, (*numbers[:at], *numbers[at + 1 :]))
        for at, number in enumerate(numbers)
        if SERIAL.fullmatch(number)
    }


def _in_order(found: _Recognized) -> Iterator[tuple[str, int]]:
    """Rows of equal words between the same neighbours, where there are as many on both sides.

    In a table that was sorted neighbours tell nothing, unless as many rows stand between them.
    """
    gaps = list(_gaps(found))
    sorted_by_hand = len(gaps) <= len(found.rows)
    for gap in gaps:
        if not sorted_by_hand or len(gap.ours) == len(gap.theirs):
            yield from _equal_inside(found, gap)


class _RowGap(NamedTuple):
    """The rows of both sides between two known neighbours."""

    ours: Sequence[str]
    theirs: range


def _gaps(found: _Recognized) -> Iterator[_RowGap]:
    """The gaps between the rows that are known and keep their order."""
    names = list(found.ours)
    numbers = {row: number for number, row in enumerate(names)}
    known = increasing([(numbers[row], at) for row, at in found.rows.items()])
    anchors = [(-1, -1), *known, (len(names), len(found.theirs))]
    for before, after in pairwise(anchors):
        yield _RowGap(names[before[0] + 1 : after[0]], range(before[1] + 1, after[1]))


def _equal_inside(found: _Recognized, gap: _RowGap) -> Iterator[tuple[str, int]]:
    """The free rows of equal words in a gap, in their order."""
    ours: dict[_Words, list[str]] = defaultdict(list)
    theirs: dict[_Words, list[int]] = defaultdict(list)
    for row in gap.ours:
        if row not in found.rows:
            ours[found.ours[row].words].append(row)
    for at in gap.theirs:
        if at not in found.taken:
            theirs[found.theirs[at].words].append(at)
    for words, rows in ours.items():
        if len(rows) == len(theirs.get(words, ())):
            yield from zip(rows, theirs[words], strict=True)


def _sharing_words(found: _Recognized) -> Iterator[tuple[str, int]]:
    """Rows that share most of the words that few rows have, wherever they stand."""
    common = Counter(word for label in found.ours.values() for word in set(label.words))
    holders: dict[str, list[int]] = defaultdict(list)
    for at in found.their_free:
        for word in set(found.theirs[at].words):
            holders[word].append(at)
    offers = [(row, at) for row in found.our_free for at in _best(found, row, common, holders)]
    yield from _wanted_once(offers)


def _wanted_once(offers: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The pairs of one of our rows and one of theirs whose second is in no other pair."""
    wanted = Counter(at for _, at in offers)
    for row, at in offers:
        if wanted[at] == 1:
            yield row, at


def _best(
    found: _Recognized, row: str, common: Counter[str], holders: Mapping[str, Sequence[int]]
) -> list[int]:
    """The row of the file that shares most of the telling words of a row; [] where it is unsure."""
    words = set(found.ours[row].words)
    shared: dict[int, float] = defaultdict(float)
    for word in words:
        if len(holders.get(word, ())) <= _RARE:
            for at in holders.get(word, ()):
                shared[at] += 1 / common[word]
    whole = sum(1 / common[word] for word in words)
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:2]
    if not ranked or ranked[0][1] < _MOSTLY * whole:
        return []
    if len(ranked) == 2 and ranked[1][1] == ranked[0][1]:
        return []
    return [ranked[0][0]]


def _between_neighbours(found: _Recognized) -> Iterator[tuple[str, int]]:
    """Rows whose words were changed, between the same neighbours: the most alike."""
    for gap in list(_gaps(found)):
        ours = [row for row in gap.ours if row not in found.rows]
        theirs = [at for at in gap.theirs if at not in found.taken]
        if len(ours) * len(theirs) <= _MOST_COMPARED:
            yield from _most_alike(found, ours, theirs)


def _most_alike(
    found: _Recognized, ours: Sequence[str], theirs: Sequence[int]
) -> Iterator[tuple[str, int]]:
    """The pairs of some rows that are alike, the most alike first."""
    rated = [(_likeness(found, row, at), row, at) for row, at in product(ours, theirs)]
    alike = [item for item in rated if item[0] >= _ALIKE]
    yield from ((row, at) for _, row, at in sorted(alike, key=lambda item: (-item[0], item[2])))


def _likeness(found: _Recognized, row: str, at: int) -> float:
    """How alike two rows are, by their words in whatever cells these stand."""
    ours, theirs = found.ours[row], found.theirs[at]
    words = ours.words or ours.numbers
    together = "\t".join(theirs.words)
    held = sum(word in together for word in words) / max(len(words), 1)
    return max(held, similarity("\t".join(ours.words), together))
