"""What a sentence says with the bare numbers of its brackets: 分别为任务（1万亩、2万亩）的105%和110% reads as it
does without the brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase, phrases
from generator.model.regex import regex
from generator.model.replacing import replace

_BEFORE = regex("[\u4e00-\u9fff”]$")
_BARE = regex("[、和与及]?")
_PLAN = regex(
    "(?:任务|计划|目标|指标|预算|概算|限额|标准|控制数|[上去]年|同期)[^，。；、\\d]{0,3}$"
)

Read = Callable[[Phrase], Iterator[NumberRelation]]


def in_opened_brackets(phrase: Phrase, read: Read) -> Iterator[NumberRelation]:
    """What is read of a phrase whose brackets hold bare numbers of a plan or another time, and that
    relates one of these."""
    inside = [one for one in phrase.brackets if _is_bare(phrase, one)]
    if not inside:
        return
    text, places = _opened(phrase, inside)
    starts = {amount.start for one in inside for amount in one.amounts}
    for opened in phrases(text)[:1]:
        for relation in read(opened):
            placed = _placed(relation, places)
            ours = {amount.start for amount in placed.numbers} & starts
            if ours:
                yield _of_target(placed, starts)


def _is_bare(phrase: Phrase, bracket: Phrase) -> bool:
    """Whether a bracket holds numbers without names, and stands behind what they are called."""
    before = phrase.between(phrase.start, bracket.start - 1)
    named = _BEFORE.search(before) and _PLAN.search(before)
    only = all(_BARE.fullmatch(a.label) and not a.tail for a in bracket.amounts)
    led = bracket.amounts and bracket.amounts[0].start == bracket.start
    return bool(named and only and led)


def _opened(phrase: Phrase, inside: Sequence[Phrase]) -> tuple[str, list[int]]:
    """The text with the words of some brackets and without their marks, and where each of its
    characters stands in the paragraph."""
    marks = {at for one in inside for at in (one.start - 1, one.end)}
    words = {one.start + at: char for one in inside for at, char in enumerate(one.text)}
    places = [at for at in range(phrase.start, phrase.end) if at not in marks]
    text = "".join(words.get(at, phrase.text[at - phrase.start]) for at in places)
    return text, [*places, phrase.end]


def _placed(relation: NumberRelation, places: Sequence[int]) -> NumberRelation:
    """The relation with its numbers where they stand in the paragraph."""
    terms = tuple(_at(term, places) for term in relation.terms)
    result = _at(relation.result, places) if relation.result else None
    start, end = places[relation.start], places[relation.end - 1] + 1
    return replace(relation, terms=terms, result=result, start=start, end=end)


def _of_target(relation: NumberRelation, starts: Set[int]) -> NumberRelation:
    """The relation; of a share of what is in a bracket with that as its target, which is exact."""
    if relation.sort is not Arithmetic.SHARE or relation.terms[-1].start not in starts:
        return relation
    part, whole = relation.terms[0], relation.terms[-1]
    return replace(relation, terms=(part, replace(whole, role=Role.TARGET)))


def _at(amount: Amount, places: Sequence[int]) -> Amount:
    stands = amount.quantity
    start, end = places[stands.start], places[stands.end - 1] + 1
    quantity = stands._replace(start=start, end=end)
    return replace(
        amount, quantity=quantity, start=places[amount.start], end=places[amount.end - 1] + 1
    )
