"""Shares in a row that are of one number: 受理68件，A 50件、占74%，B 6件、占9%，C 12件、占18%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import (
    alike,
    are_these,
    counted,
    is_of_another_size,
    is_of_then,
    is_telling,
    sentences_before,
    share_relation,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_SHARE_OF = regex(
    r"(?:占(?:比|到|了|全部|其中)?(?P<of>[^，。；、\d]{0,16}?)|占比)(?:的|比例|比重|比率|份额)*"
    r"(?:[为达约是]|达到)*|(?:比重|比例|占比)(?:[为达约是]|达到)*"
)
_IN_ALL = regex("总|合计|共计")
"""年末总人口327.64万人, behind the shares of its parts."""
_SAID_BETWEEN = (Role.GROWTH, Role.POINTS, Role.DELTA)
_PAIR, _LONGEST, _MOST = 2, 40, 12


class _Shared(Struct, frozen=True):
    """A number and the share just behind it, with what it is said to be a share of, "" for none."""

    part: Amount
    rate: Amount
    of: str


def share_rows(phrase: Phrase) -> Iterator[NumberRelation]:
    """The shares of each row whose whole the shares themselves tell: one number of which all of
    them are right, or all but one."""
    for row in _rows(phrase):
        if len(row) >= _PAIR:
            yield from _of_one_whole(phrase, row)


def _rows(phrase: Phrase) -> Iterator[list[_Shared]]:
    """Each longest run of numbers of one unit with their shares, 其中 and another name apart."""
    row: list[_Shared] = []
    last: Amount | None = None
    for item in _items(phrase):
        if row and not (last is not None and _goes_on(phrase, row, item)):
            yield row
            row = []
        row.append(item)
        last = item.rate
    yield row


def _items(phrase: Phrase) -> Iterator[_Shared]:
    """The numbers of a phrase that have a share of their own just behind them."""
    plain = {amount.start for amount in counted(phrase.amounts)}
    pairs = zip(phrase.amounts, phrase.amounts[1:], strict=False)
    for part, rate in pairs:
        said = _SHARE_OF.fullmatch(rate.label)
        is_share = rate.role is Role.SHARE and rate.quantity.unit == "%" and not rate.qualifier
        beside = rate.clause - part.clause <= 1 and rate.group == part.group
        if said and is_share and beside and part.start in plain and not part.qualifier:
            yield _Shared(part, rate, said["of"] or "")


def _goes_on(phrase: Phrase, row: Sequence[_Shared], item: _Shared) -> bool:
    """Whether a number with its share stands just behind the last one of a row."""
    last = row[-1]
    between = [a for a in phrase.amounts if last.rate.end <= a.start < item.part.start]
    own = all(a.role in _SAID_BETWEEN for a in between)
    near = item.part.start - last.rate.end <= _LONGEST
    named = next((one.of for one in row if one.of), "")
    same = not item.of or item.of == named
    return own and near and same and _begins_no_list(item) and alike(item.part, last.part)


def _begins_no_list(item: _Shared) -> bool:
    """Whether a number is neither a part of the last one nor that of another time."""
    label = item.part.label
    return not label.startswith("其中") and not is_of_then(item.part)


def _of_one_whole(phrase: Phrase, row: Sequence[_Shared]) -> Iterator[NumberRelation]:
    """The shares of a row of the number that they are right of."""
    may_be = _may_be_wholes(phrase, row)
    shared = {item.part.start for item in _items(phrase)}
    best = max(
        may_be, key=lambda one: (len(_fitting(row, one)), one.start not in shared), default=None
    )
    if best is None:
        return
    fitting = _fitting(row, best)
    if not _are_enough(phrase, row, fitting, best):
        return
    for item in row:
        read = _read(item, best)
        beside = [other.part for other in row if other.part.end <= item.part.start]
        if item in fitting or not _is_of_another(item, best, [*may_be, *beside]):
            yield replace(read, explicit=best.start >= phrase.start)


def _may_be_wholes(phrase: Phrase, row: Sequence[_Shared]) -> list[Amount]:
    """The exact numbers before a row that count the same, the nearest first, its own sentence's
    before those of the sentences before."""
    first = row[0].part
    own = [a for a in counted(phrase.amounts) if a.end <= first.start][::-1]
    if own and are_these(own[0]):
        return [a for a in own[:1] if alike(a, first)]
    earlier = [a for one in sentences_before(phrase) for a in counted(one.amounts)[::-1]]
    may_be = [a for a in (*own[:_MOST], *own[-1:], *earlier[:_MOST]) if alike(a, first)]
    last = row[-1].rate
    behind = [a for a in counted(phrase.amounts) if a.start > last.end and alike(a, first)]
    named = [a for a in behind if len(behind) == 1 and _IN_ALL.search(a.label)]
    return [a for a in (*may_be, *named) if not a.qualifier]


def _fitting(row: Sequence[_Shared], whole: Amount) -> list[_Shared]:
    return [item for item in row if verdict(_read(item, whole)).holds]


def _are_enough(
    phrase: Phrase, row: Sequence[_Shared], fitting: Sequence[_Shared], whole: Amount
) -> bool:
    """Whether so many shares of a row are right of a number that no chance makes them so."""
    if len(row) - len(fitting) > 1 or not fitting:
        return False
    telling = any(is_telling(_read(item, whole)) for item in fitting)
    if whole.start >= phrase.start:
        return telling or sum(_digits(item.rate) >= _PAIR for item in fitting) >= _PAIR
    if len(row) == len(fitting):
        return telling or len(row) > _PAIR
    return telling and len(fitting) >= _PAIR


def _digits(rate: Amount) -> int:
    """How many digits tell how large a rate is: 2 of 0.35%."""
    return len(f"{rate.quantity.value:f}".replace(".", "").lstrip("0"))


def _is_of_another(item: _Shared, whole: Amount, may_be: Sequence[Amount]) -> bool:
    """Whether a share that is not right of the whole of its row is that of another number."""
    others = (one for one in may_be if one is not whole)
    right = any(verdict(_read(item, other)).holds for other in others)
    return right or is_of_another_size(_read(item, whole))


def _read(item: _Shared, whole: Amount) -> NumberRelation:
    return share_relation(item.part, whole, item.rate)
