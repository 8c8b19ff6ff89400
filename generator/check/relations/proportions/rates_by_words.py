"""The part and the whole of a rate by what words call them, where no pair fits: 应查2400户，已查1900户，抽查率
80%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import first_that_holds
from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import (
    alike,
    are_exact,
    before_position,
    chosen,
    earlier,
    is_of_another_size,
    is_of_then,
    row_mates,
    share_relation,
)
from generator.check.relations.proportions.rate_stems import (
    ANNOUNCED,
    NOTICED,
    OPEN_PART,
    RATE,
    STAGE,
    TELLING,
    bare,
    likeness,
    with_all,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_IS_TARGET = regex("(?:任务|目标|计划)$")
_OF_A_FALL = regex("[压缩削降]减|压缩|下降|降低|减少")
"""压减至3家，压减率91.7%: of what went, not of what is left."""
_NAME = 3
_LETTERS = 2
_ALL = 100


def by_words(
    phrase: Phrase, rate: Amount, near: Sequence[Amount], stem: str
) -> Iterator[NumberRelation]:
    """The pair that the words tell where none fits."""
    plain = [a for a in near if a.role is not Role.EACH]
    part = _part_by_name(plain, rate, stem)
    if part is None or (part.role is Role.AFTER and _OF_A_FALL.search(stem)):
        return
    called, part = part, with_all(plain, part)
    plain = [a for a in plain if not called.start <= a.start < part.start]
    wholes = _wholes_by_name(phrase, plain, part, stem)
    mates = row_mates(plain, part)
    if mates and not any(one.base in stem for one in (part, *mates)):  # 户数消除率 names its unit
        # 逾期3户8.6万元: only what fits tells which of the two is meant.
        pairs = [(one, whole) for one in mates for whole in plain if may_be_share(one, whole, rate)]
        tried = [*chosen(rate, (part,), wholes, sure=False)]
        tried += [share_relation(*pair, rate) for pair in pairs]
        yield from first_that_holds(tried)
        return
    for relation in chosen(rate, (part,), wholes, sure=True):
        of_then = is_of_then(relation.terms[0]) and not is_of_then(relation.terms[1])
        if not (of_then or is_of_another_size(relation) or _is_all_of_its_own(relation)):
            yield replace(relation, explicit=False)


def _is_all_of_its_own(relation: NumberRelation) -> bool:
    """Whether all was done of what is not told: 户户通2.86万套，维修1286套，维修率100%."""
    whole, rate = relation.terms[1], relation.result
    told = re.search(f"{ANNOUNCED.pattern}|{NOTICED}", whole.label)
    return rate is not None and rate.value == _ALL and not told and not verdict(relation).holds


def _part_by_name(near: Sequence[Amount], rate: Amount, stem: str) -> Amount | None:
    """The number that a rate is called after; None where another stands between."""
    own = [a for a in near if a.group == rate.group and _is_called(a, stem)]
    own = [a for a in own if not _IS_TARGET.search(a.label) and not a.label.startswith("应")]
    part = max(reversed(own), key=lambda a: likeness(a, stem), default=None)
    if part is None:
        return None
    beside = with_all(near, part).clause >= rate.clause - 1
    return part if beside or _only_left(near, part, stem) else None


def _is_called(amount: Amount, stem: str) -> bool:
    """Whether a rate is called after a number; what is not done is none of what is."""
    left = OPEN_PART.search(amount.label) and not OPEN_PART.search(stem)
    if not likeness(amount, bare(stem)[-_NAME:]):
        return False
    opposite = f"不{bare(stem)[-_LETTERS:]}"
    denied = opposite in amount.label + amount.tail and opposite not in stem
    return not left and not denied and bool(likeness(amount, stem))


def _wholes_by_name(
    phrase: Phrase, near: Sequence[Amount], part: Amount, stem: str
) -> list[Amount]:
    """What stands before the part, the one that is announced; else what is announced elsewhere."""
    done = _rated_by_name(phrase, near)
    rest = [a for a in near if a is not part and _may_be_whole(a, part, stem) and a not in done]
    ahead, announced = before_position(rest, part.start), _announced(rest)
    told = _announced(ahead)
    if ahead:
        return told if len(told) == 1 else ahead
    return announced or _announced(earlier(phrase, part))


def _rated_by_name(phrase: Phrase, near: Sequence[Amount]) -> list[Amount]:
    """The numbers that have a rate of their name just behind them, and are no whole of others by
    their words: 体检5.12万人，体检率71.9%，规范管理2.46万人."""
    named = []
    for amount in near:
        rate = next((a for a in phrase.amounts if a.start > amount.start), None)
        name = RATE.search(rate.label) if rate and rate.role is Role.SHARE else None
        beside = rate is not None and rate.clause - amount.clause == 1
        if name and beside and likeness(amount, name["stem"]) >= TELLING:
            named.append(amount)
    return [amount for amount in named if not ANNOUNCED.search(amount.label)]


def _announced(amounts: Sequence[Amount]) -> list[Amount]:
    return [amount for amount in amounts if ANNOUNCED.search(amount.label)]


def _may_be_whole(amount: Amount, part: Amount, stem: str) -> bool:
    """Whether a number may be what a rate is of: planned or there before, not a stage beside it."""
    if amount.group != part.group or not alike(amount, part) or OPEN_PART.search(amount.label):
        return False
    own = replace(amount, tail="") if amount.tail == part.label else amount
    told = likeness(own, stem) >= max(TELLING, likeness(part, stem)) or STAGE.search(amount.label)
    return bool(ANNOUNCED.search(amount.label)) or not told


def _only_left(near: Sequence[Amount], part: Amount, stem: str) -> bool:
    """Whether only what is not done, the whole, or a like part stands between part and rate."""
    behind = [a for a in near if a.start > part.start and alike(a, part)]
    return all(
        OPEN_PART.search(a.label)
        or ANNOUNCED.search(a.label)
        or re.search("序时|正在", a.label)
        or likeness(a, stem) >= TELLING
        for a in behind
    )


def may_be_share(part: Amount, whole: Amount, rate: Amount) -> bool:
    """Whether two numbers count the same and the part is not more, but for more than a target."""
    over = rate.value > _ALL and bool(ANNOUNCED.search(whole.label))
    within = part.value <= whole.value or over
    return part is not whole and alike(part, whole) and within and are_exact(part, whole)
