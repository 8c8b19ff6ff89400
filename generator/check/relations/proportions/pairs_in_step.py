"""Two numbers that change and the rate or mean of them, before and after: 绿地由682公顷增加到721公顷，建成区由
17.53平方公里扩展为17.98平方公里，绿地率由38.9%提高到40.1%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.growth.two_states import TwoStates, two_states
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import is_telling, share_relation
from generator.model.replacing import replace

_PERCENT = ("%", "‰")
_AREAS = {"公顷": 4, "平方公里": 6, "平方千米": 6}
_PAIR = 2


def pairs_in_step(phrase: Phrase) -> Iterator[NumberRelation]:
    """The rate or mean before and that after, where one of the two is surely right."""
    pairs = list(two_states(phrase))
    for result in pairs if len(pairs) > _PAIR else ():
        others = [pair for pair in pairs if _may_be_term(pair, result)]
        for one, other in permutations(others, _PAIR):
            found = [
                _read(*row)
                for row in (
                    (one.before, other.before, result.before),
                    (one.after, other.after, result.after),
                )
            ]
            known = [relation for relation in found if relation]
            if len(known) == _PAIR and _are_sure(known):
                yield from known
                break


def _may_be_term(pair: TwoStates, result: TwoStates) -> bool:
    before = pair.start < result.start and pair.after.group == result.after.group
    return before and pair.after.base not in _PERCENT


def _read(part: Amount, whole: Amount, result: Amount) -> NumberRelation | None:
    """A rate of two numbers of one unit, or a mean of two units."""
    one, other = _in_metres(part), _in_metres(whole)
    if result.base in _PERCENT:
        return share_relation(one, other, result) if one.base == other.base else None
    if result.base == part.base != whole.base:
        return relation_of(Arithmetic.AVERAGE, (part, whole), replace(result, role=Role.EACH))
    return None


def _in_metres(amount: Amount) -> Amount:
    """An area in the unit in which two areas can be compared."""
    power = _AREAS.get(amount.base)
    return replace(amount, base="平方米", power=amount.power + power) if power else amount


def _are_sure(found: Sequence[NumberRelation]) -> bool:
    """Whether both are right, or one that no chance makes so."""
    right = [one for one in found if verdict(one).holds]
    return len(right) == len(found) or any(is_telling(one) for one in right)
