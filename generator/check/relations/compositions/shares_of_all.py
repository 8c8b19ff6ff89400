"""Shares of parts that are all of a whole make 100: of those that fill it, of steps from the
youngest to the oldest, and of those who bear something between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import fills
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.age_groups import in_steps
from generator.check.relations.lists.parts import of_unit
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.full_lists import Pair, pair_rows
from generator.model.regex import regex

_BORNE = regex(
    r"(?:分担|负担|承担|出资|持股|分成|分摊|投资|配套|补助|股权)(?:的)?(?:比例|份额|占比)(?:分别|依次|各)?(?:[为是]|达到?)[^，。；、\d]{0,6}$"
)
_BY = regex("[按由](?!甲|乙|一级)")
_BORNE_BEHIND = regex(
    "(?:的)?(?:比例|份额|标准)?[^，。；、\\d]{0,4}(?:分担|承担|负担|共担|分摊|出资|筹[集措资]|分成|分配|共同)"
)
_FAR, _HUNDRED = 14, Decimal(100)
_LEAST, _MOST = Decimal(60), Decimal(150)
_PAIR = 2


def shares_of_all(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every list of shares of parts that leave nothing."""
    for row in pair_rows(phrase):
        parts = [part for part, _ in row]
        if len(row) >= _PAIR and _are_all(phrase, parts) and _is_of_one(phrase, row):
            yield from _whole([share for _, share in row])
    for at, first in enumerate(phrase.amounts):
        if first.quantity.unit == "%" and _are_borne(phrase, first, _joined(phrase, at)):
            run = _joined(phrase, at)
            yield from (one for one in _whole(run) if not _leaves_some(phrase, first, run))


def _leaves_some(phrase: Phrase, first: Amount, run: Sequence[Amount]) -> bool:
    """Whether those that are named may bear less than all: 按省60%、市20%的比例分担，其余由县承担."""
    total = sum((share.value for share in run), Decimal(0))
    return not _BORNE.search(first.label) and total < _HUNDRED


def _are_borne(phrase: Phrase, first: Amount, run: Sequence[Amount]) -> bool:
    """Whether several bear all of something: 分担比例为60%、40%; 按中央60%、省40%的比例分担."""
    behind = phrase.between(run[-1].end, run[-1].end + _FAR)
    by = _BY.search(first.label) and _BORNE_BEHIND.match(behind)
    return bool(by or _BORNE.search(first.label))


def _are_all(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether parts fill the number before them, or are the steps of a scale."""
    before = of_unit(phrase.plain, parts[0].base, parts[0].start)[-1:]
    filled = any(fills(parts, whole) for whole in before)
    return filled or list(in_steps(phrase, of_unit(phrase.plain, parts[0].base))) == list(parts)


def _is_of_one(phrase: Phrase, row: Sequence[Pair]) -> bool:
    """Whether no 其中 stands inside a list."""
    return "其中" not in phrase.between(row[0][0].start, row[-1][0].start)


def _joined(phrase: Phrase, at: int) -> list[Amount]:
    """A share and those that 、 or 和 joins to it."""
    run = [phrase.amounts[at]]
    for amount in phrase.amounts[at + 1 :]:
        between = phrase.between(run[-1].end, amount.start)
        if amount.quantity.unit != "%" or not re.fullmatch(
            r"(?:[、，和及与]|以及)[^，。；、\d]{0,6}", between
        ):
            break
        run.append(amount)
    return run


def _whole(shares: Sequence[Amount]) -> Iterator[NumberRelation]:
    total = sum((share.value for share in shares), Decimal(0))
    roles = all(share.role is Role.SHARE and not share.qualifier for share in shares)
    if len(shares) >= _PAIR and roles and _LEAST <= total <= _MOST:
        span = min(s.start for s in shares), max(s.end for s in shares)
        yield NumberRelation(Arithmetic.WHOLE, tuple(shares), None, *span)
