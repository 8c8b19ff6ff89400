"""A change between its two values: 大班额占比由5.8%下降2.4个百分点至3.4%; 由12万元增长25%到15万元."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.growth.two_states import CHANGES, are_alike
from generator.check.relations.numbers.amounts import CHANGE, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_LED = regex("(?:^|[^理缘来])(?:[由从](?!此)|[比较在])[^，。；、]*$")
_REACHED = regex(r"[^，。；、\d]{0,4}[到至为]了?")
_LEFT_OUT = regex("年均|平均每|累计|分别|预计|目标|力争|每[年月]")


def changes_within(phrase: Phrase) -> Iterator[NumberRelation]:
    """The change from a value to the one behind it, both in its clause or the last in the next."""
    for before, change, after in zip(
        phrase.amounts, phrase.amounts[1:], phrase.amounts[2:], strict=False
    ):
        near = change.clause == before.clause and after.clause - change.clause <= 1
        led = _LED.search(before.label) and _REACHED.fullmatch(after.label)
        yearly = any(_LEFT_OUT.search(a.label) for a in (before, change, after))
        change = _not_the_least(change)
        if near and led and not yearly and _are_of_one_thing(before, change, after):
            yield relation_of(Arithmetic.CHANGE, (before, after), change)


def _not_the_least(change: Amount) -> Amount:
    """由860吨减少140吨至720吨: what seems the least of a range, as the change that its words say."""
    moved = change.role is Role.THRESHOLD and CHANGE.search(change.label)
    return replace(change, role=Role.DELTA) if moved else change


def _are_of_one_thing(before: Amount, change: Amount, after: Amount) -> bool:
    """Whether two values have one unit and the number between them is by how much they differ."""
    if change.role not in CHANGES or not are_alike(before, after):
        return False
    if change.role is Role.POINTS:
        return before.quantity.unit == ("‰" if "千分点" in change.quantity.unit else "%")
    return change.role is Role.GROWTH or change.base == before.base
