"""Shares of one thing that stand apart, each behind its own number: A 12人，占60%；B 8人，占40%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.lists.wordings import are_opposite
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_OF = regex("占(?:比|到|了)?(?P<of>[^，。；、]*?)(?:的|比重|比例|比|率)*(?:[为达约是]|达到)?")


def apart_shares(phrase: Phrase) -> list[Amount]:
    """The shares of a sentence that say 占, each behind its own number or in its own bracket."""
    inner = [bracket.amounts[0] for bracket in phrase.brackets if len(bracket.amounts) == 1]
    own = [amount for amount in phrase.amounts if amount.role is Role.SHARE]
    shares = [a for a in (*own, *inner) if a.quantity.unit == "%" and a.label.startswith("占")]
    return sorted(shares, key=lambda amount: amount.start)


def shares_of_each(phrase: Phrase) -> Iterator[list[Amount]]:
    """The shares of each thing that is named behind 占, without those of a part behind 其中: 占预算的
    98%，占收入的48.5%；…占预算的97%，占收入的51.5%."""
    by_name: dict[str, list[Amount]] = {}
    last = ""
    for share in _of_no_part(phrase, apart_shares(phrase)):
        named = _OF.fullmatch(share.label)
        last = (named["of"] if named else share.label) or last
        by_name.setdefault(last, []).append(share)
    yield from (shares for shares in by_name.values() if len(shares) > 1)


def _of_no_part(phrase: Phrase, shares: Sequence[Amount]) -> Iterator[Amount]:
    """The shares but those behind a 其中 that follows the first of them, up to the next ；."""
    for share in shares:
        words = phrase.between(shares[0].end, share.start).rpartition("；")[2]
        if "其中" not in words:
            yield share


def divide_all(phrase: Phrase, shares: Sequence[Amount]) -> bool:
    """Whether the numbers that have the shares divide the whole by their names: 男 and 女."""
    parts = [part for share in shares for part in _part_of(phrase, share)]
    one_unit = len({part.base for part in parts}) == 1
    return one_unit and len(parts) == len(shares) and are_opposite(parts)


def _part_of(phrase: Phrase, share: Amount) -> Sequence[Amount]:
    """The number just before a share; none where that is another share."""
    before = [a for a in phrase.amounts if a.end <= share.start][-1:]
    return [a for a in before if a.role is Role.PLAIN and share.clause - a.clause <= 1]
