"""Rows of the same units: 逮捕案件216件328人，批准174件251人，不批准42件77人. A column that fits
vouches for the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.balancing.remainders import tells_left
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.lists.kindred import count_up
from generator.check.relations.lists.parts import OPEN_END, TOGETHER, parts_relation
from generator.check.relations.lists.wordings import are_opposite, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TOTAL = regex("共|合计|总计|总[数量额]")
_SHARED = regex("涉及|涉|惠及|受益|覆盖|带动|服务|参与|投入|罚|追")
_TIMES = ("天", "日", "年", "月", "个月", "小时", "岁")
_TELLING, _MANY, _TWO, _LEAST, _SOME = 3, 3, 2, 10, 40

_Row = tuple[Amount, ...]


def matched_columns(phrase: Phrase) -> Iterator[NumberRelation]:
    """The columns of rows of two or more units, of which the first or the last is the sum of the
    others in one of them."""
    for run in _runs(phrase):
        for whole, parts in _ways(run):
            if _is_vouched(whole, parts) and not _is_open(phrase, whole, parts):
                yield from _columns(whole, parts)
                break
    yield from _with_wholes_apart(phrase)


def _with_wholes_apart(phrase: Phrase) -> Iterator[NumberRelation]:
    """总投资18亿元，一期投资7.5亿元、用地210亩，二期投资10.5亿元、用地135亩，用地合计345亩: the whole of one column
    stands before the rows, that of the other behind them; a hint where one does not fit."""
    pairs = (row for row in _rows(phrase) if len(row) == _TWO)
    for units, group in groupby(pairs, key=lambda row: tuple(amount.base for amount in row)):
        rows = list(group)
        if len(rows) < _TWO or not count_up([row[0].label for row in rows]):
            continue
        for at, unit in enumerate(units):
            column = [row[at] for row in rows]
            whole = _apart(phrase, column, unit)
            if whole and are_of_size(column, whole):
                hint = not fills(column, whole)
                yield parts_relation(Arithmetic.SUM, column, whole, column[0].start, hint=hint)


def _apart(phrase: Phrase, column: Sequence[Amount], unit: str) -> Amount | None:
    """The only number of a unit before a column, or else the one that is called a total behind."""
    others = [a for a in phrase.plain if a.base == unit and not a.qualifier]
    before = [a for a in others if a.end <= column[0].start]
    behind = [a for a in others if a.start > column[-1].end and _TOTAL.search(a.label)][:1]
    found = before or behind
    return found[0] if len(found) == 1 else None


def _is_open(phrase: Phrase, whole: _Row, parts: Sequence[_Row]) -> bool:
    start = min(whole[0].start, parts[0][0].start)
    return bool(OPEN_END.search(phrase.between(start, parts[-1][-1].end + _TWO)))


def _columns(whole: _Row, parts: Sequence[_Row]) -> Iterator[NumberRelation]:
    """Each column that fits, or that is of its size and counts what no two rows share."""
    apart = tells_left(parts[-1][0])
    for at, total in enumerate(whole):
        column = [row[at] for row in parts]
        shared = not apart and any(_SHARED.search(amount.label) for amount in (total, *column))
        if fills(column, total) or (are_of_size(column, total) and not shared):
            yield parts_relation(Arithmetic.SUM, column, total, min(total.start, column[0].start))


def _runs(phrase: Phrase) -> Iterator[list[_Row]]:
    """The rows of the same units, in their order, three or more."""
    by_units: dict[tuple[str, ...], list[_Row]] = {}
    for row in _rows(phrase):
        by_units.setdefault(tuple(amount.base for amount in row), []).append(row)
    for units, rows in by_units.items():
        others = [a for a in phrase.plain if a.base == units[0]]
        if len(rows) >= _MANY and len(others) == len(rows):
            yield rows


def _rows(phrase: Phrase) -> Iterator[_Row]:
    """Numbers of different units that stand together: 216件328人, 8起、死亡7人."""
    row: list[Amount] = []
    for amount in phrase.amounts:
        if amount.role is not Role.PLAIN or amount.qualifier or amount.base in _TIMES:
            continue
        if row and not _is_beside(phrase, row, amount):
            yield from _full(row)
            row = []
        row.append(amount)
    yield from _full(row)


def _full(row: Sequence[Amount]) -> Iterator[_Row]:
    if len(row) >= _TWO:
        yield tuple(row)


def _is_beside(phrase: Phrase, row: Sequence[Amount], amount: Amount) -> bool:
    """Whether a number goes on a row: at most 、 and a short word between, in a unit of its own."""
    between = phrase.between(row[-1].end, amount.start)
    joined = re.fullmatch("[^，。；：、\\d]{0,4}[、，]?[^，。；：、\\d]{0,4}", between)
    return joined is not None and amount.base not in {one.base for one in row}


def _ways(run: Sequence[_Row]) -> Iterator[tuple[_Row, Sequence[_Row]]]:
    """What may be the whole and its parts: the first row and all others, or fewer of those behind;
    a last row that is called a total, and all before it."""
    if _TOTAL.search(run[-1][0].label) or TOGETHER.search(run[-1][0].label):
        yield run[-1], run[:-1]
        return
    for end in range(len(run), _TWO, -1):
        yield run[0], run[1:end]


def _is_vouched(whole: _Row, parts: Sequence[_Row]) -> bool:
    """Whether a column fits by so many digits, or of so many rows, that it is no chance."""
    return any(_fits_surely(total, [row[at] for row in parts]) for at, total in enumerate(whole))


def _fits_surely(total: Amount, parts: Sequence[Amount]) -> bool:
    telling = significant_digits(total) >= _TELLING
    if overlap(parts):
        return False
    if not fills(parts, total) or (total.quantity.value < _LEAST and not telling):
        return False
    told = are_opposite(parts) or tells_left(parts[-1])
    return telling or len(parts) >= _MANY or told or total.quantity.value >= _SOME
