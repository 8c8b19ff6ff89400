"""Reads a paragraph: every phrase by every reader, each relation once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from operator import itemgetter

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.averages.averages_by_time import yearly_changes
from generator.check.relations.averages.products import products
from generator.check.relations.averages.written_out import written_out
from generator.check.relations.balancing.balances import balances
from generator.check.relations.compositions.structures import structures
from generator.check.relations.growth.changes import changes
from generator.check.relations.growth.stated_bases import from_stated_base
from generator.check.relations.lists.plain_lists import Placed, plain_lists
from generator.check.relations.lists.some_by_name import leaves_some_out
from generator.check.relations.phrases.sentence import Phrase, phrases
from generator.check.relations.proportions.completed_columns import in_columns
from generator.check.relations.proportions.shares import shares
from generator.check.relations.proportions.shares_of_sums import (
    called_by_rate,
    of_called_in_other_units,
    shares_of_sums,
)
from generator.check.relations.quotients.multiples import multiples
from generator.check.relations.quotients.ratios import ratios
from generator.check.relations.totals.each_of_several import for_each
from generator.check.relations.totals.sums import sums
from generator.check.relations.weighing.confirmed import Explained, confirmed
from generator.check.relations.weighing.elsewhere import as_meant
from generator.check.relations.weighing.opened_brackets import in_opened_brackets
from generator.check.relations.weighing.same_shape import in_same_shape, parts_in_same_shape
from generator.check.relations.weighing.unlikely import without_unlikely
from generator.model.regex import regex
from generator.model.replacing import replace

_READERS = (
    sums,
    shares,
    changes,
    balances,
    products,
    yearly_changes,
    structures,
    ratios,
    multiples,
    written_out,
    called_by_rate,
    of_called_in_other_units,
)
_MOST_NUMBERS = 120
_PAIR = 2
_OF_RATIO = regex("[:：∶︰]")
_SAME = (Arithmetic.SUM, Arithmetic.PART, Arithmetic.BALANCE)
_Counted = tuple[int, NumberRelation]


def relations(text: str) -> list[NumberRelation]:
    """The relations between the numbers of a paragraph, in the order of the text."""
    return relations_of(phrases(text))


def relations_of(read: Sequence[Phrase]) -> list[NumberRelation]:
    """The relations between the numbers of phrases, in the order of the text."""
    readable = [phrase for phrase in read if _can_relate(phrase) and _is_readable(phrase)]
    said = without_unlikely(_without_pieces(_by_words(readable)), readable)
    found = {_numbers_of(relation): relation for relation in _by_numbers(readable, said.values())}
    known = _with_columns(readable, _with_lists(readable, found | said))
    for relation in _by_shape(readable, known.values()):
        same = known.get(_numbers_of(relation))
        if same is None or not same.certain:
            known[_numbers_of(relation)] = relation
    return sorted(known.values(), key=lambda relation: (relation.start, relation.end))


def _by_shape(
    read: Iterable[Phrase], known: Collection[NumberRelation]
) -> Iterator[NumberRelation]:
    """What the form of phrases shows, beside what is known."""
    told = frozenset(one.result.start for one in known if one.result and one.certain)
    models: dict[int, list[NumberRelation]] = defaultdict(list)
    for one in known:
        models[min(one.starts)].append(one)
    for phrase in read:
        own = [model for amount in phrase.amounts for model in models.get(amount.start, ())]
        yield from in_same_shape(phrase, own, told)
        yield from parts_in_same_shape(phrase, own)
        yield from shares_of_sums(phrase, own)


def _with_lists(
    read: Iterable[Phrase], known: dict[object, NumberRelation]
) -> dict[object, NumberRelation]:
    """What is known and the lists that no word announces, of numbers of which nothing is known but
    what does not hold and is a mere hint: that the lists replace."""
    sure = {key: one for key, one in known.items() if not one.hint or verdict(one).holds}
    placed = Placed.by(sure.values())
    plain = (for_each(one, phrase) for phrase in read for one in plain_lists(phrase, placed))
    lists = [one for one in plain if verdict(one).holds or not leaves_some_out(one)]
    filled = (one for one in sure.values() if one.sort is Arithmetic.SUM)
    parts = {term.start for one in chain(lists, filled) for term in one.terms}
    hints = {key: one for key, one in known.items() if key not in sure}
    left = {k: one for k, one in hints.items() if not parts & {a.start for a in one.terms}}
    return {_numbers_of(one): one for one in lists} | left | sure


def _with_columns(
    read: Iterable[Phrase], known: dict[object, NumberRelation]
) -> dict[object, NumberRelation]:
    """What is known and the shares of rows, in place of what is read wrongly of one of them."""
    shares = [one for phrase in read for one in in_columns(phrase)]
    rates = {one.result.start for one in shares if one.result}
    left = {
        key: one
        for key, one in known.items()
        if one.result is None or one.result.start not in rates or verdict(one).holds
    }
    return {_numbers_of(one): one for one in shares} | left


def _by_words(read: Iterable[Phrase]) -> dict[object, NumberRelation]:
    """What the words of phrases say, by the numbers."""
    unique: dict[object, NumberRelation] = {}
    for phrase in read:
        read_as = chain(_read(phrase), in_opened_brackets(phrase, _read))
        meant = (as_meant(for_each(relation, phrase), phrase) for relation in read_as)
        for relation in (from_stated_base(relation, phrase) for relation in meant):
            numbers = _numbers_of(relation)
            known = unique.setdefault(numbers, relation)
            if _says_more(relation, known):
                unique[numbers] = relation
    changed = _by_result(unique.values())
    return {key: one for key, one in unique.items() if not _is_of_a_change(one, changed)}


def _read(phrase: Phrase) -> Iterator[NumberRelation]:
    """What each reader makes of a phrase."""
    return chain.from_iterable(reader(phrase) for reader in _READERS)


def _by_result(read: Iterable[NumberRelation]) -> Mapping[int, Sequence[_Counted]]:
    """The certain changes by the place of their result, counted in the order in which they are
    read: to go through all those of a paragraph for each relation is quadratic."""
    changed: dict[int, list[_Counted]] = defaultdict(list)
    for count, one in enumerate(read):
        if one.sort is Arithmetic.CHANGE and one.certain and one.result:
            changed[one.result.start].append((count, one))
    return changed


def _is_of_a_change(relation: NumberRelation, changed: Mapping[int, Sequence[_Counted]]) -> bool:
    """Whether numbers that would be added are a value and its change, or two values whose
    difference is that of two others, which the words tell: 由2022年的4150亩、2023年的4480亩扩大到今年的
    4860亩，较2022年净增710亩."""
    if relation.sort not in _SAME:
        return False
    added = {term.start for term in relation.terms}
    total = relation.result.start if relation.result else None
    nearby = chain.from_iterable(changed.get(place, ()) for place in relation.starts)
    for _, change in sorted(nearby, key=itemgetter(0)):
        ends = {term.start for term in change.terms}
        result = change.result.start if change.result else None
        if total == result and len(added) == _PAIR:
            return added == ends or (bool(added & ends) and not verdict(relation).holds)
        if result in added and added & ends and not verdict(relation).holds:
            return True
    return False


def _without_pieces(read: dict[object, NumberRelation]) -> dict[object, NumberRelation]:
    """What is read but for what does not hold of some numbers of a longer balance: 旧存46件，新收812
    件，办结795件，未结63件 is no difference of 812 and 795. Parts with a total of their own are no hint."""
    reckoned = _by_number(read.values())
    summed = {
        frozenset(term.start for term in one.terms)
        for one in read.values()
        if one.sort is Arithmetic.SUM and one.certain
    }
    return {
        numbers: replace(one, hint=False) if _is_summed_apart(one, summed) else one
        for numbers, one in read.items()
        if one.sort not in _SAME or not _is_piece(one, reckoned) or verdict(one).holds
    }


def _by_number(read: Iterable[NumberRelation]) -> Mapping[int, Sequence[frozenset[int]]]:
    """Where the numbers of the certain balances stand, by each of them."""
    reckoned: dict[int, list[frozenset[int]]] = defaultdict(list)
    for one in read:
        if one.sort is Arithmetic.BALANCE and one.certain:
            starts = one.starts
            for start in starts:
                reckoned[start].append(starts)
    return reckoned


def _is_piece(relation: NumberRelation, reckoned: Mapping[int, Sequence[frozenset[int]]]) -> bool:
    """Whether its numbers are some of those of a longer balance."""
    own = relation.starts
    return any(own < starts for starts in reckoned.get(min(own), ()))


def _is_summed_apart(one: NumberRelation, summed: Set[frozenset[int]]) -> bool:
    """Whether parts that may fill a whole have a total of their own: 486件，其中A186件，B92件，C64件，三类
    合计342件."""
    return one.sort is Arithmetic.PART and frozenset(a.start for a in one.terms) in summed


def _by_numbers(read: Iterable[Phrase], said: Iterable[NumberRelation]) -> Iterator[NumberRelation]:
    """What no word says and the numbers of phrases show."""
    explained = Explained.by(said)
    return chain.from_iterable(confirmed(phrase, explained) for phrase in read)


def _can_relate(phrase: Phrase) -> bool:
    """Whether there are two numbers that the phrase may relate, one of its own at least; those of
    a ratio (20∶35∶45) are no amounts.

    Most phrases are the one number of a cell: not to read them saves a third of the time.
    """
    alone = phrase.before is None and phrase.outer is None
    own = len(phrase.amounts) + len(phrase.brackets)
    return own > 1 or (own == 1 and not alone) or bool(_OF_RATIO.search(phrase.text))


def _says_more(relation: NumberRelation, known: NumberRelation) -> bool:
    """Whether a relation of the same numbers is surer: one reading only, no mere hint."""
    if not relation.certain:
        return False
    return not known.certain or (known.hint and not relation.hint)


def _is_readable(phrase: Phrase) -> bool:
    """Whether all its numbers are known, and they and its brackets are so few that a person can
    have related them.

    A number that is not known yet may be the whole, or a part, that another one would be taken for.
    """
    crowd = phrase.outer.amounts if phrase.outer else ()
    most = max(len(phrase.amounts), len(phrase.brackets), len(crowd))
    return not phrase.has_gap and most <= _MOST_NUMBERS


def _numbers_of(relation: NumberRelation) -> object:
    """The same numbers in a sum and in a difference are one relation."""
    family = "sum" if relation.sort in _SAME else relation.sort
    return family, relation.starts
