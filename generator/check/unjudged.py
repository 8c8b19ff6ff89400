"""Sentences with numbers that no rule could judge, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from generator.check.finding import Side
from generator.check.passages import Passage
from generator.check.relations import Amount, NumberRelation, Phrase, Verdict
from generator.check.subject import Subject
from generator.model.regex import regex

TWO_WAYS = "数与数的关系有两种读法"
SEVERAL = "几个数之间读不出关系"
ALONE = "只有一个数，没有可以对照的"
BY_ROUNDING = "照写出的数算是另一个结果，算上四舍五入才可能对"
_NUMBER = regex(r"\d+(?:\.\d+)?")


class Unjudged(Struct, frozen=True):
    """A sentence whose numbers nothing judges: why, and where it stands."""

    reason: str
    side: Side


def unjudged(subject: Subject) -> tuple[Unjudged, ...]:
    """The sentences in which a number has a unit and none is compared with another or with data.

    Sentences of tables are left out, and so are those whose numbers all follow the data.
    """
    starts = _starts(subject)
    return tuple(
        item
        for text in subject.texts
        if text.passage.prose
        for item in _in_passage(text.passage, text.phrases, starts)
    )


_Starts = Mapping[str, set[tuple[int, int]]]
"""Where the numbers of relations stand, by the reason why these judge nothing ("": they do)."""


def _starts(subject: Subject) -> _Starts:
    starts: _Starts = {"": set(), TWO_WAYS: set(), BY_ROUNDING: set()}
    for passage, relation, verdict in subject.relations:
        amounts = relation.numbers
        starts[_why(relation, verdict)].update((id(passage), amount.start) for amount in amounts)
    return starts


def _why(relation: NumberRelation, verdict: Verdict) -> str:
    """Why a relation judges nothing; "" where it does. One that holds only because its numbers
    were rounded, and whose result is another as they stand, is no verdict either."""
    if not verdict.holds:
        return "" if relation.certain else TWO_WAYS
    written = relation.result.quantity if relation.result else None
    wanted = _NUMBER.match(verdict.rounded)
    if written and wanted and written.exact and Decimal(wanted[0]) != abs(written.value):
        return BY_ROUNDING
    return ""


def _in_passage(passage: Passage, read: Sequence[Phrase], starts: _Starts) -> Iterator[Unjudged]:
    for phrase in read:
        amounts = _amounts(phrase) if phrase.outer is None else []
        open_ = [a for a in amounts if a.quantity.unit and not _follows(passage, a.start)]
        own = {(id(passage), amount.start) for amount in amounts}
        if open_ and not own & starts[""]:
            reason = next((why for why in (BY_ROUNDING, TWO_WAYS) if own & starts[why]), SEVERAL)
            reason = ALONE if len(open_) == 1 else reason
            yield Unjudged(reason, passage.side(phrase.start, phrase.end))


def _amounts(phrase: Phrase) -> list[Amount]:
    """The numbers of a sentence, those in its brackets too."""
    inside = [amount for bracket in phrase.brackets for amount in bracket.amounts]
    return [*phrase.amounts, *inside]


def _follows(passage: Passage, position: int) -> bool:
    """Whether a number follows the data: then it is compared by its key."""
    mark = passage.mark_at(position)
    return mark is not None and mark.origin == "bound"


def counted(items: Sequence[Unjudged]) -> str:
    """How many sentences nothing judges, by reason, in one line; "" for none."""
    if not items:
        return ""
    counts = Counter(item.reason for item in items)
    reasons = "，".join(f"{reason} {count}句" for reason, count in counts.most_common())
    return f"未能判断 {len(items)}句有数的话（{reasons}），用 --human 逐句列出"
