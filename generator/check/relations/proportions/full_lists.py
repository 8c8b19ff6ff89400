"""Parts whose shares make 100 fill their whole: A 8.1万吨，占92.7%，B 0.6万吨，占7.3%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.relations.algebra.holding import are_of_size, fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import OTHER_UNITS, earlier, share_relation
from generator.model.regex import regex

_BARE_SHARE = regex(
    r"[，,、（(]?占(?:比|到|了)?(?:总[数量额]|全部)?的?(?:比[重例])?[为达约是]*"
    r"|[，,]占[^，。；、\d]{2,6}[，,](?:约?为|达到?)"
)
_FEWEST, _TELLING = 2, 3
_HUNDRED = Decimal(100)
Pair = tuple[Amount, Amount]


def full_lists(phrase: Phrase) -> Iterator[NumberRelation]:
    """The parts of each list whose shares make 100, and the whole of which all shares but one are,
    or that stands before them where each is its share of their sum."""
    for row in pair_rows(phrase):
        parts = [part for part, _ in row]
        if len(row) < _FEWEST or not _make_hundred(row) or _is_divided(phrase, parts):
            continue
        whole = _whole(phrase, row)
        if whole and not _may_leave_a_little(row, whole):
            yield parts_relation(Arithmetic.SUM, parts, whole, min(whole.start, parts[0].start))


def pair_rows(phrase: Phrase, *, wordless: bool = False) -> Iterator[list[Pair]]:
    """Each run of numbers of one unit with a bare share behind each, or in a bracket behind it;
    ``wordless`` where nothing need say in the bracket that it is one: 6215人（40.3%）."""
    inside = {b.start: b.amounts[0] for b in phrase.brackets if len(b.amounts) == 1}
    row: list[Pair] = []
    for part, behind in pairwise((*phrase.amounts, None)):
        share = inside.get(part.end + 1, behind) if part else None
        if part is None or share is None or not _is_pair(phrase, part, share, wordless=wordless):
            continue
        if row and not _follows(phrase, row[-1], part):
            yield row
            row = []
        row.append((part, share))
    yield row


def _is_pair(phrase: Phrase, part: Amount, rate: Amount, *, wordless: bool) -> bool:
    """Whether a bare share stands just behind a number: 占60%; 占一半略多，为50.1%."""
    inside = rate.start > part.end and phrase.between(part.end, rate.start).strip() == ""
    words = rate.label if inside else phrase.between(part.end, rate.start)
    numbers = part.role is Role.PLAIN and rate.role is Role.SHARE and rate.quantity.unit == "%"
    known = part.base not in OTHER_UNITS and not part.qualifier and not rate.qualifier
    bare = wordless and inside and not words
    return numbers and known and (bare or bool(_BARE_SHARE.fullmatch(words)))


def _follows(phrase: Phrase, last: Pair, part: Amount) -> bool:
    """Whether no number stands between a part with its share and the next part of its unit; 15—59岁
    only names it."""
    end = max(amount.end for amount in last)
    counted = (a for a in phrase.amounts if a.role is not Role.THRESHOLD)
    between = [a for a in counted if end <= a.start < part.start]
    return not between and last[0].base == part.base


def _make_hundred(row: Sequence[Pair]) -> bool:
    """Whether shares make 100 but for rounding."""
    left = _HUNDRED - sum((rate.value for _, rate in row), Decimal(0))
    return abs(left) <= sum((rate.half for _, rate in row), Decimal(0))


def _is_divided(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether 其中 stands between the parts: those behind it are of one before it."""
    return "其中" in phrase.between(parts[0].start, parts[-1].start)


def _whole(phrase: Phrase, row: Sequence[Pair]) -> Amount | None:
    """The nearest number of the unit before a list that is its whole by the parts or the shares."""
    first = row[0][0]
    own = [a for a in phrase.amounts if a.end <= first.start and _may_be_whole(a, first)]
    before = [*reversed(own), *reversed(earlier(phrase, first))]
    parts = [part for part, _ in row]
    filled = next((a for a in before if fills(parts, a)), None)
    shared = next((a for a in before if _most_hold(row, a)), None)
    return filled or shared or _beside(phrase, row, own)


def _may_be_whole(amount: Amount, part: Amount) -> bool:
    return amount.base == part.base and amount.role in (Role.PLAIN, Role.AFTER, Role.DELTA)


def _most_hold(row: Sequence[Pair], whole: Amount) -> bool:
    """Whether all shares but one are those of their parts of a whole."""
    missed = sum(not verdict(share_relation(part, whole, rate)).holds for part, rate in row)
    return missed <= 1


def _beside(phrase: Phrase, row: Sequence[Pair], own: Sequence[Amount]) -> Amount | None:
    """The number just before a list of which each share is that of its part in the sum of all."""
    total = sum((part.value for part, _ in row), Decimal(0))
    exact = all(_is_share_of(part, rate, total) for part, rate in row)
    telling = max(len(str(rate.quantity.value).replace(".", "")) for _, rate in row) >= _TELLING
    for whole in own[-1:] if exact and telling else ():
        between = [a for a in phrase.amounts if whole.end <= a.start < row[0][0].start]
        beside = not between and whole.group == row[0][0].group and not whole.qualifier
        if beside and are_of_size([part for part, _ in row], whole):
            return whole
    return None


def _is_share_of(part: Amount, rate: Amount, total: Decimal) -> bool:
    span = part.start, rate.end
    read = NumberRelation(Arithmetic.SHARE, (part,), rate, *span, factor=total)
    return bool(total) and verdict(read).holds


def _may_leave_a_little(row: Sequence[Pair], whole: Amount) -> bool:
    """Whether every share holds and the parts are little less than the whole: what is left rounds
    to nothing and need not be named."""
    parts = [part for part, _ in row]
    right = all(verdict(share_relation(part, whole, rate)).holds for part, rate in row)
    return right and not fills(parts, whole)
