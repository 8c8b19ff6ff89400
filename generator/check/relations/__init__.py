"""Reads what the numbers of a sentence say of one another: sums, shares, growth, products.

In come the words of a paragraph; out come ``NumberRelation``s: which numbers, in which roles, and
the words that say so. Whether one holds is arithmetic (``holding``). It must not know passages,
packages or findings; a sentence that it cannot read gives no relation.
"""

from generator.check.relations.algebra.holding import Verdict, verdict
from generator.check.relations.algebra.relation import (
    Arithmetic,
    NumberRelation,
    moved,
    moved_amount,
)
from generator.check.relations.algebra.repairs import (
    LikelySlip,
    as_good,
    is_rough,
    is_slip,
    repairs,
)
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.phrases.sentence import Phrase, phrases
from generator.check.relations.read import relations, relations_of
from generator.check.relations.weighing.likely_slips import Judged, likely_slips

__all__ = [
    "Amount",
    "Arithmetic",
    "Judged",
    "LikelySlip",
    "NumberRelation",
    "Phrase",
    "Verdict",
    "as_good",
    "is_rough",
    "is_slip",
    "likely_slips",
    "moved",
    "moved_amount",
    "phrases",
    "relations",
    "relations_of",
    "repairs",
    "verdict",
]
