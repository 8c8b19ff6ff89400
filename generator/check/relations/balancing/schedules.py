"""By how much a rate of completion is ahead of the calendar: 1—9月完成任务的79.7%，快于序时进度4.7个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.numbers.periods import PERIOD, last_month
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_AHEAD = regex(
    r"(?:[比较])?(?P<first>快于|高于|高出|超出?|超过|优于|好于|领先|低于|慢于|落后于?|滞后于?|滞后|)?(?:时间|序时)进度"
    r"(?:要求)?(?:快|高|超|慢|低|落后|滞后|领先|提前)?(?:出|了|于)?(?:约|达)?"
)
_TO_END_OF_MONTH = regex(r"(?:截至|截止|到|至)(?P<month>1[0-1]|[1-9])月(?:底|末)")
_MONTHS, _HUNDRED, _NEAR = 12, 100, 2


def schedules(phrase: Phrase) -> Iterator[NumberRelation]:
    """Points behind 序时进度, with the rate before them and what part of the year has gone."""
    for at, gap in enumerate(phrase.amounts):
        month = _month(phrase, gap) if gap.role is Role.POINTS else None
        if month is None or not _AHEAD.fullmatch(gap.label):
            continue
        rates = [a for a in phrase.amounts[:at] if _is_rate(a, gap)]
        near = [a for a in rates if gap.clause - a.clause <= _NEAR]
        if len(near) == 1:
            gone = Decimal(month * _HUNDRED) / _MONTHS
            yield NumberRelation(
                Arithmetic.BALANCE,
                (near[0],),
                gap,
                near[0].start,
                gap.end,
                signs=(1,),
                factor=round(gone, 2),
            )


def _is_rate(amount: Amount, gap: Amount) -> bool:
    """Whether a number is how much of a plan is done: 完成全年任务的79.7%, 执行率79.7%."""
    share = amount.role is Role.SHARE and amount.quantity.unit == "%" and not amount.qualifier
    return share and amount.group == gap.group


def _month(phrase: Phrase, gap: Amount) -> int | None:
    """The last month that the words before a number are about, where they name one period only:
    those of its own group or else those of all before it."""
    before = phrase.between(phrase.start, gap.start)
    own = before.rpartition("；")[2]
    return _period(own if PERIOD.search(own) else before)


def _period(text: str) -> int | None:
    """The last month of the only period that a text names; None where it names none or several."""
    if len(PERIOD.findall(text)) > 1:
        return None
    named = {int(match["month"]) for match in _TO_END_OF_MONTH.finditer(text)}
    month = last_month(text)
    found = named | ({month} if month else set())
    return found.pop() if len(found) == 1 else None
