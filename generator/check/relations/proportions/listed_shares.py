"""Shares of a list whose whole no number tells: A 349件，占比31%；B 296件，占比27%；…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import OTHER_UNITS, earlier, share_relation
from generator.model.regex import regex

_BARE_SHARE = regex("占(?:比|到)?(?:总[数量额]|全部)?的?[为达约是]*")
_IN_ALL = regex(r"(?:以上|[^，。；、\d]{1,2}[项类者])?(?:合计|共计|总计|总共|共)[^，。；、\d]{0,6}")
_FEWEST = 4
Pair = tuple[Amount, Amount]


def listed_shares(phrase: Phrase) -> Iterator[NumberRelation]:
    """The share of each number of a list in the sum of the list, where all of them but one at
    most are that."""
    for row in _rows(phrase):
        total = _called_behind(phrase, row)
        if total is not None:
            yield from _of_total(row, total)
            continue
        whole = sum((part.value for part, _ in row), Decimal(0))
        if len(row) < _FEWEST or not whole:
            continue
        read = [_relation(part, rate, whole) for part, rate in row]
        missed = sum(not verdict(relation).holds for relation in read)
        if missed <= 1:
            yield from read
        if not missed and _make_hundred(row):
            yield from _filled(phrase, row)


def _called_behind(phrase: Phrase, row: Sequence[Pair]) -> Amount | None:
    """The total just behind a list whose shares make 100 or whose parts fill it: …，占11.4%，合计
    12846起; None where there is none."""
    behind = [a for a in phrase.amounts if row and a.start > row[-1][1].start][:1]
    for total in behind if len(row) > 1 else ():
        beside = total.clause - row[-1][1].clause == 1 and total.base == row[0][0].base
        plain = total.role is Role.PLAIN and not total.qualifier
        meant = fills([part for part, _ in row], total) or _make_hundred(row)
        if beside and plain and meant and _IN_ALL.fullmatch(total.label):
            return total
    return None


def _of_total(row: Sequence[Pair], total: Amount) -> Iterator[NumberRelation]:
    """The shares of a total behind them, and that the parts fill it."""
    yield from (share_relation(part, total, rate) for part, rate in row)
    parts = [part for part, _ in row]
    yield parts_relation(Arithmetic.SUM, parts, total, parts[0].start)


def _make_hundred(row: Sequence[Pair]) -> bool:
    """Whether shares make 100 but for rounding."""
    left = Decimal(100) - sum((rate.value for _, rate in row), Decimal(0))
    return abs(left) <= sum((rate.half for _, rate in row), Decimal(0))


def _filled(phrase: Phrase, row: Sequence[Pair]) -> Iterator[NumberRelation]:
    """The number just before a list that fills what its shares make 100 of: 受理的497件信件里，…"""
    first = row[0][0]
    own = [a for a in phrase.plain if a.end <= first.start]
    parts = [part for part, _ in row]
    if any(a.base == first.base and fills(parts, a) for a in (*own, *earlier(phrase, first))):
        return
    for whole in own[-1:]:
        beside = first.clause - whole.clause == 1 and first.group == whole.group
        if beside and whole.base == first.base and not whole.qualifier:
            yield parts_relation(Arithmetic.SUM, parts, whole, whole.start)


def _relation(part: Amount, rate: Amount, whole: Decimal) -> NumberRelation:
    return NumberRelation(
        Arithmetic.SHARE, (part,), rate, part.start, rate.end, factor=whole, explicit=False
    )


def _rows(phrase: Phrase) -> Iterator[list[Pair]]:
    """Each longest run of numbers of one unit with a bare share behind each."""
    row: list[Pair] = []
    for pair in pairwise(phrase.amounts):
        if not _is_pair(*pair):
            continue
        if row and not _follows(phrase.amounts, row[-1], pair):
            yield row
            row = []
        row.append(pair)
    yield row


def _is_pair(part: Amount, rate: Amount) -> bool:
    """Whether a bare share stands just behind a number."""
    numbers = part.role is Role.PLAIN and rate.role is Role.SHARE and rate.quantity.unit == "%"
    known = part.base not in OTHER_UNITS and not part.qualifier and not rate.qualifier
    beside = 0 <= rate.clause - part.clause <= 1
    return numbers and known and beside and bool(_BARE_SHARE.fullmatch(rate.label))


def _follows(amounts: Sequence[Amount], last: Pair, pair: Pair) -> bool:
    """Whether a number with its share stands just behind another, in its unit."""
    behind = [a for a in amounts if a.start > last[1].start][:1]
    return behind == [pair[0]] and pair[0].base == last[0].base
