"""Parts and their whole: announced, in brackets, behind 合计, or such as only a whole can have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.relations.age_groups import age_groups
from generator.check.relations.agreeing import agreeing, named_together
from generator.check.relations.bracketed import in_bracket, itemised, single_part
from generator.check.relations.called_totals import (
    all_of_those,
    changes_together,
    counted_together,
    leading_parts,
    these_together,
    total_of_sort,
)
from generator.check.relations.enumerated_totals import enumerated_totals
from generator.check.relations.formed import formed
from generator.check.relations.full_lists import full_lists
from generator.check.relations.introduced import introduced
from generator.check.relations.likely_parts import likely_parts
from generator.check.relations.matched_columns import matched_columns
from generator.check.relations.named_columns import contradicts, named_columns
from generator.check.relations.of_named import of_named
from generator.check.relations.paired_columns import totals_behind
from generator.check.relations.parts_in_all import parts_in_all
from generator.check.relations.parts_of_rate import parts_of_rate
from generator.check.relations.relation import NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.singled_out import singled_out
from generator.check.relations.summed_up import added_to_earlier, over_groups, summed_up
from generator.check.relations.two_sides import two_sides
from generator.check.relations.unannounced import unannounced
from generator.check.relations.within_named import within_named


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
