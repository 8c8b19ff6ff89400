"""Sentences with numbers that no rule could judge, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.finding import Side
from generator.check.passages import Passage
from generator.check.relations import Amount, Phrase
from generator.check.subject import Subject

TWO_WAYS = "数与数的关系有两种读法"
SEVERAL = "几个数之间读不出关系"
ALONE = "只有一个数，没有可以对照的"


class Unjudged(Struct, frozen=True):
    """A sentence whose numbers nothing judges: why, and where it stands."""

    reason: str
    side: Side


def unjudged(subject: Subject) -> tuple[Unjudged, ...]:
    """The sentences in which a number has a unit and none is compared with another or with data.

    Sentences of tables are left out, and so are those whose numbers all follow the data.
    """
    judged, doubtful = _starts(subject)
    return tuple(
        item
        for text in subject.texts
        if text.passage.prose
        for item in _in_passage(text.passage, text.phrases, judged, doubtful)
    )


_Starts = set[tuple[int, int]]


def _starts(subject: Subject) -> tuple[_Starts, _Starts]:
    """Where the numbers stand that relations judge, and those that may be read in two ways."""
    judged: _Starts = set()
    doubtful: _Starts = set()
    for passage, relation, verdict in subject.relations:
        amounts = relation.numbers
        clear = relation.certain or verdict.holds
        (judged if clear else doubtful).update((id(passage), amount.start) for amount in amounts)
    return judged, doubtful


def _in_passage(
    passage: Passage, read: Sequence[Phrase], judged: _Starts, doubtful: _Starts
) -> Iterator[Unjudged]:
    for phrase in read:
        amounts = _amounts(phrase) if phrase.outer is None else []
        open_ = [a for a in amounts if a.quantity.unit and not _follows(passage, a.start)]
        starts = {(id(passage), amount.start) for amount in amounts}
        if open_ and not starts & judged:
            reason = _reason(open_, is_doubtful=bool(starts & doubtful))
            yield Unjudged(reason, passage.side(phrase.start, phrase.end))


def _amounts(phrase: Phrase) -> list[Amount]:
    """The numbers of a sentence, those in its brackets too."""
    inside = [amount for bracket in phrase.brackets for amount in bracket.amounts]
    return [*phrase.amounts, *inside]


def _reason(amounts: Sequence[Amount], *, is_doubtful: bool) -> str:
    """Why nothing judges a sentence with these numbers."""
    if len(amounts) == 1:
        return ALONE
    return TWO_WAYS if is_doubtful else SEVERAL


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
