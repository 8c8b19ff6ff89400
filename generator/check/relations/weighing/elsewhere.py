"""What a sentence says of other numbers than those beside: a relation that does not hold as it was
read, and does with another number of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.algebra.sizes import may_be_meant, said_of
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.other_wholes import share_as_meant
from generator.model.regex import regex
from generator.model.replacing import replace

_SORTS = (
    Arithmetic.CHANGE,
    Arithmetic.GROWTH,
    Arithmetic.BALANCE,
    Arithmetic.PRODUCT,
    Arithmetic.AVERAGE,
)
_YEAR = regex(r"(?:19|20)\d{2}年")
"""较2022年净增710亩: the number of that year is meant."""
_PAIR = 2
_TWICE = 2
_SIGNIFICANT = 3


def as_meant(relation: NumberRelation, phrase: Phrase) -> NumberRelation:
    """The relation with another number of the phrase in place of one of its terms, where it holds
    so and not as it was read; else as it was read, of a number of the size that is meant.

    日均1.68万人次，较上年的548万人次增长11.9%: the growth is that of the total before. Three digits
    or a decimal of the result make it no chance, or that the number stands in a bracket.
    """
    if relation.sort is Arithmetic.SHARE:
        return share_as_meant(relation, phrase)
    if not _may_be_of_others(relation) or verdict(relation).holds:
        return relation
    others = chain(_others(relation, phrase), _other_pairs(relation, phrase))
    judged = ((other, verdict(other)) for other in others)
    fitting = next((other for other, told in judged if told.holds and told.expected), None)
    if _is_of_points(relation):
        return fitting or relation
    return fitting or _of_meant_size(relation, phrase)


def _of_meant_size(relation: NumberRelation, phrase: Phrase) -> NumberRelation:
    """The relation as it was read; where its value is of another size altogether, that of the one
    number before which is not, and a doubtful one where there is none or several."""
    value = said_of(relation)
    if value is None or may_be_meant(relation):
        return relation
    at = relation.terms.index(value)
    others = [a for a in phrase.plain if a.base == value.base and a.end <= relation.end]
    read = [next(_with(relation, at, a)) for a in others if a not in relation.terms]
    meant = [other for other in read if may_be_meant(other, _TWICE)]
    return meant[0] if len(meant) == 1 else replace(relation, certain=False)


def _may_be_of_others(relation: NumberRelation) -> bool:
    """Whether a relation of two numbers may be of another one; 由87.8%升至91.2% names both, and
    every rate of a sentence is near them."""
    if _is_of_points(relation):
        return True
    two = relation.sort in _SORTS and len(relation.terms) <= _PAIR
    return two and all(term.quantity.unit != "%" for term in relation.terms)


def _is_of_points(relation: NumberRelation) -> bool:
    """Whether it is by how much a rate differs from a level: 比全国66.16%低17.56个百分点."""
    result = relation.result
    points = result is not None and result.role is Role.POINTS
    compared = any(term.role is Role.BASE for term in relation.terms)
    return relation.sort is Arithmetic.BALANCE and points and compared


def _is_telling(relation: NumberRelation) -> bool:
    result = relation.result
    if result is None:
        return False
    return bool(result.quantity.places) or significant_digits(result) >= _SIGNIFICANT


def _others(relation: NumberRelation, phrase: Phrase) -> Iterator[NumberRelation]:
    """The relation with each other number of a unit in place of each of its terms, but of a growth
    in place of its value alone; in both orders of a change."""
    used = relation.starts
    amounts = [amount for amount in _around(phrase, relation) if amount.start not in used]
    terms = relation.terms[:1] if relation.sort is Arithmetic.GROWTH else relation.terms
    for at, term in enumerate(terms):
        for amount in amounts:
            if amount.base == term.base and amount.role is not Role.DELTA:
                yield from _with(relation, at, amount)


def _other_pairs(relation: NumberRelation, phrase: Phrase) -> Iterator[NumberRelation]:
    """The mean of each two numbers that stand side by side before a list: 42期、4862人次，其中A类20期、
    1956人次，期均116人次."""
    if relation.sort is not Arithmetic.AVERAGE or not _is_telling(relation):
        return
    bases = [term.base for term in relation.terms]
    for pair in pairwise(a for a in phrase.plain if a.end <= relation.end):
        for terms in (pair, pair[::-1]):
            if [term.base for term in terms] == bases:
                yield _of(relation, terms)


def _around(phrase: Phrase, relation: NumberRelation) -> Iterator[Amount]:
    """The numbers of the brackets of a phrase; where they make it no chance, also those of the
    phrase before the end of a relation and of the sentence that a bracket stands in."""
    yield from chain.from_iterable(bracket.amounts for bracket in phrase.brackets)
    year = _YEAR.search(relation.result.label) if relation.result else None
    if year:
        yield from (a for a in phrase.amounts if year[0] in a.label and a.end <= relation.end)
    if _is_telling(relation):
        yield from (amount for amount in phrase.amounts if amount.end <= relation.end)
        yield from phrase.outer.amounts if phrase.outer else ()


def _with(relation: NumberRelation, at: int, amount: Amount) -> Iterator[NumberRelation]:
    terms = (*relation.terms[:at], amount, *relation.terms[at + 1 :])
    yield _of(relation, terms)
    if relation.sort in (Arithmetic.CHANGE, Arithmetic.BALANCE):
        yield _of(relation, terms[::-1])


def _of(relation: NumberRelation, terms: Sequence[Amount]) -> NumberRelation:
    return replace(
        relation,
        terms=tuple(terms),
        start=min(relation.start, *(term.start for term in terms)),
        end=max(relation.end, *(term.end for term in terms)),
    )
