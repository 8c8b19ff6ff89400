"""Lists of shares by their words: each 占 one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_OF_WHICH = regex("(?P<named>[^，。；、]{2,8}?)中")
"""超标天数中, behind 超标天数占23.3%: parts of the last share."""
_LIST_OF_SHARES = regex(r"(?:结构|构成)(?:为|是|情况)*[：:，,]?$")
_BEGINS = regex("占|份额|比重|构成|比例|贡献|承担|负担|分担|持股|出资|认缴|控股")
_UP_TO_SHARE = regex("[至到—-]|(?:及?以[上下])?[^，。；、]{0,8}占比?[约为]?")


def runs_of_shares(phrase: Phrase) -> Iterator[list[Amount]]:
    """Each row of shares of a phrase that its words make one list."""
    run: list[Amount] = []
    for amount in phrase.amounts:
        if _leads_to_share(amount):
            continue
        if _goes_on(phrase, run, amount):
            run.append(amount)
            continue
        yield run
        run = [amount] if _goes_on(phrase, [], amount) else []
    yield run


def _leads_to_share(amount: Amount) -> bool:
    """Whether a number only names the share behind it: 18至59岁占58.1%."""
    of_age = amount.base in ("岁", "周岁", "") or amount.role is Role.THRESHOLD
    return of_age and bool(_UP_TO_SHARE.fullmatch(amount.tail))


def _goes_on(phrase: Phrase, run: Sequence[Amount], amount: Amount) -> bool:
    """Whether a number is the next share of a list, or the first of a new one."""
    if amount.quantity.unit != "%" or amount.role is not Role.SHARE:
        return False
    if not run:
        lead = phrase.between(phrase.start, amount.start - len(amount.label))
        return bool(_BEGINS.search(amount.label) or _LIST_OF_SHARES.search(lead))
    said = "占" in amount.label or not re.search("[率度]$", amount.label)
    of_last = _OF_WHICH.match(amount.label)
    if of_last and of_last["named"] in run[-1].label:
        return False
    marks = re.findall("[，,；;：:。]", phrase.between(run[-1].end, amount.start))
    return said and (amount.clause - run[-1].clause == 1 or len(marks) == 1)
