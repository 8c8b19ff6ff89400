"""Parts and their whole: announced, in brackets, behind 合计, or such as only a whole can have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.lists.age_groups import age_groups
from generator.check.relations.lists.agreeing import agreeing, named_together
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.full_lists import full_lists
from generator.check.relations.totals.bracketed import in_bracket, itemised, single_part
from generator.check.relations.totals.called_totals import (
    all_of_those,
    changes_together,
    counted_together,
    leading_parts,
    these_together,
    total_of_sort,
)
from generator.check.relations.totals.enumerated_totals import enumerated_totals
from generator.check.relations.totals.formed import formed
from generator.check.relations.totals.introduced import introduced
from generator.check.relations.totals.likely_parts import likely_parts
from generator.check.relations.totals.matched_columns import matched_columns
from generator.check.relations.totals.named_columns import contradicts, named_columns
from generator.check.relations.totals.of_named import of_named
from generator.check.relations.totals.paired_columns import totals_behind
from generator.check.relations.totals.parts_in_all import parts_in_all
from generator.check.relations.totals.parts_of_rate import parts_of_rate
from generator.check.relations.totals.singled_out import singled_out
from generator.check.relations.totals.summed_up import added_to_earlier, over_groups, summed_up
from generator.check.relations.totals.two_sides import two_sides
from generator.check.relations.totals.unannounced import unannounced
from generator.check.relations.totals.within_named import within_named


def sums(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every relation of parts and whole in a phrase."""
    taken: set[int] = set()
    columns = list(named_columns(phrase))
    for relation in (
        *columns,
        *(one for one in introduced(phrase) if not contradicts(one, columns)),
        *in_bracket(phrase),
        *single_part(phrase),
        *itemised(phrase),
        *of_named(phrase),
        *summed_up(phrase),
        *over_groups(phrase),
        *added_to_earlier(phrase),
        *leading_parts(phrase),
        *parts_of_rate(phrase),
        *age_groups(phrase),
        *formed(phrase),
        *full_lists(phrase),
        *matched_columns(phrase),
        *named_together(phrase),
        *counted_together(phrase),
        *these_together(phrase),
        *changes_together(phrase),
        *all_of_those(phrase),
        *total_of_sort(phrase),
        *enumerated_totals(phrase),
        *two_sides(phrase),
        *totals_behind(phrase),
    ):
        taken.update(amount.start for amount in relation.terms)
        yield relation
    for relation in unannounced(phrase, taken):
        taken.update(amount.start for amount in relation.terms)
        yield relation
    for relation in agreeing(phrase, taken):
        taken.update(amount.start for amount in relation.terms)
        yield relation
    yield from singled_out(phrase, taken)
    yield from parts_in_all(phrase, taken)
    yield from within_named(phrase, taken)
    yield from likely_parts(phrase, taken)
