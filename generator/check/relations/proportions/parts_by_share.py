"""Parts that 其中 leads in one sentence part and their shares lead in the next: 党员12846名，其中女党员3468名，
占27.0%；少数民族党员642名，占5.0%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import exceeds, fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase


def parts_by_share(phrase: Phrase, found: Sequence[NumberRelation]) -> Iterator[NumberRelation]:
    """Each number behind ； that is said to be a share of what 其中 divides before; ``found`` are the
    shares of the phrase."""
    first = next((a for a in phrase.plain if a.label.startswith("其中")), None)
    before = [a for a in phrase.plain if first and a.end <= first.start]
    listed = [a for a in phrase.plain if first and a.group == first.group and a.start > first.start]
    alone = first is not None and not any(a.base == first.base for a in listed)
    for share in found if first and before and alone else ():
        whole = share.terms[-1]
        if whole is before[-1] and len(share.terms) > 1 and verdict(share).holds:
            yield from _part_of(share.terms[0], whole, first, share.result)


def _part_of(
    part: Amount, whole: Amount, first: Amount | None, rate: Amount | None
) -> Iterator[NumberRelation]:
    bare = rate is not None and rate.label.strip("为达约") in ("占", "占比")
    apart = first is not None and part.group > first.group and part.role is Role.PLAIN
    divided = first is not None and fills([first, part], whole)
    if bare and apart and not divided and not exceeds([part], whole):
        yield parts_relation(Arithmetic.PART, [part], whole, whole.start)
