"""Parts of a change, each with its direction: 用水量增加78万吨，其中生活增加86万吨，工业减少8万吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_OPEN_END = regex("等|主要|最[高多大]|其次|前[三四五十]|年均|累计|预计|目标|计划|力争|分别")
_LEADS = regex("^[\\s\u3000]*其中")
_DIGITS, _TWO, _THREE = 3, 2, 3
_MOST = Decimal("1.4")


def parts_of_change(phrase: Phrase) -> Iterator[NumberRelation]:
    """The change of a whole by the changes of its parts behind 其中; where they do not fit a hint."""
    at = phrase.text.find("其中")
    if at < 0:
        return
    listed = phrase.start + at
    parts = [a for a in phrase.amounts if a.start > listed and a.role is Role.DELTA]
    whole = _whole(phrase, listed)
    if whole is None or len(parts) < _TWO or any(part.base != whole.base for part in parts):
        return
    if not _is_complete(phrase, listed, parts):
        return
    relation = _signed(parts, whole)
    if verdict(relation).holds:
        if _is_no_chance(parts, whole):
            yield relation
    elif _nearly_fill(relation, whole):
        yield _signed(parts, whole, hint=True)


def _whole(phrase: Phrase, listed: int) -> Amount | None:
    """The last change before a list; that of the sentence before where 其中 begins this one."""
    before = [a for a in phrase.amounts if a.end <= listed]
    if not before and phrase.before is not None and _LEADS.match(phrase.text):
        before = list(phrase.before.amounts)
    changes = [a for a in before if a.role is Role.DELTA]
    return changes[-1] if changes else None


def _signed(parts: Sequence[Amount], whole: Amount, *, hint: bool = False) -> NumberRelation:
    """The parts with a plus where they go the way of their whole, else with a minus."""
    signs = tuple(1 if part.falls == whole.falls else -1 for part in parts)
    span = min(whole.start, parts[0].start), parts[-1].end
    return NumberRelation(
        Arithmetic.BALANCE, tuple(parts), whole, *span, signs=signs, hint=hint, explicit=False
    )


def _is_no_chance(parts: Sequence[Amount], whole: Amount) -> bool:
    digits = re.sub(r"\D", "", whole.quantity.text).lstrip("0")
    return len(parts) >= _THREE or len(digits) >= _DIGITS


def _is_complete(phrase: Phrase, listed: int, parts: Sequence[Amount]) -> bool:
    """Whether nothing leaves a list of changes open and none is that of a value beside it."""
    words = phrase.between(listed, phrase.end)
    values = [a for a in phrase.plain if a.start > listed and a.base == parts[0].base]
    return not values and _OPEN_END.search(words) is None


def _nearly_fill(relation: NumberRelation, whole: Amount) -> bool:
    """Whether the parts miss their whole by a slip; where some rise and some fall by less than half
    of the largest."""
    total = sum(
        (sign * part.value for sign, part in zip(relation.signs, relation.terms, strict=True)),
        Decimal(0),
    )
    if len(set(relation.signs)) > 1:
        largest = max(part.value for part in relation.terms)
        return abs(total - whole.value) <= largest / _TWO
    return whole.value < total <= whole.value * _MOST
