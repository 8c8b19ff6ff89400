"""The share of those who live in towns: 常住人口70万人，其中城镇人口35万人，城镇化率50%."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.proportions.pairs import alike, share_relation
from generator.model.regex import regex

_URBAN = regex("城镇[^，。；农乡]{0,4}人口")
_OF_PEOPLE = "常住", "户籍"
_NEAR = 2


def urban_rate(near: Sequence[Amount], rate: Amount) -> NumberRelation | None:
    """The rate with the two numbers before it that are of its kind: those who live there, or those
    who are registered there; None where nothing says which."""
    if "城镇化" not in rate.label:
        return None
    row = [a for a in near if a.base == "人" and a.group == rate.group]
    at = next((at for at in range(1, len(row)) if _URBAN.search(row[at].label)), 0)
    if not at or rate.clause - row[at].clause > _NEAR or not alike(row[at - 1], row[at]):
        return None
    whole, part = row[at - 1], row[at]
    said = [kind for kind in _OF_PEOPLE if kind in whole.label + part.label + rate.label]
    meant = said == ["常住"] or (said == ["户籍"] and "户籍" in rate.label)
    within = "其中" in part.label and "人口" in whole.label
    return share_relation(part, whole, rate) if meant and within else None
