"""What a number of a list takes from its neighbours: the unit of the next, the rate before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.check.relations.amounts import Amount, Role
from generator.model.regex import regex
from generator.model.replacing import replace

_BARE = ("万", "亿")
_JOINED = regex("[^，,；;。：:、\\d]{0,4}(?:、|和|及|以及|与)")
_RATE = regex("每[百千万][^，。；、\\d]{0,4}[人户口]")
_LISTED = regex("、|和|及|以及|与")
_ANEW = regex("共|总|合计|累计|每|均")


def completed(text: str, start: int, amounts: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers of a text that stands at ``start`` with what they take from their neighbours."""
    return tuple(
        _with_changes(text, start, _with_rates(text, start, _with_units(text, start, amounts)))
    )


def _with_units(text: str, start: int, amounts: Sequence[Amount]) -> list[Amount]:
    """东村1.2万、西村0.8万、南村2.1万人次: the bare 万 and 亿 of a list with what is counted."""
    filled: list[Amount] = []
    for amount in reversed(amounts):
        if filled and amount.quantity.unit in _BARE and filled[-1].quantity.unit[:1] in _BARE:
            joined = _JOINED.match(text, amount.end - start, filled[-1].start - start)
            amount = replace(amount, base=filled[-1].base) if joined else amount
        filled.append(amount)
    return filled[::-1]


def _with_rates(text: str, start: int, amounts: Sequence[Amount]) -> list[Amount]:
    """每千人拥有市场主体74户、企业23户: the second is one of a thousand people too."""
    filled = list(amounts)
    for at, (before, amount) in enumerate(pairwise(amounts), 1):
        listed = text.startswith("、", before.end - start) and amount.base == before.base
        rate = filled[at - 1]
        per = rate.role is Role.EACH and bool(_RATE.search(rate.head))
        bare = not amount.label and amount.quantity.unit == before.quantity.unit
        per = per or (bare and rate.role is Role.EACH)
        if listed and per and amount.role is Role.PLAIN and not _ANEW.search(amount.label):
            filled[at] = replace(amount, role=Role.EACH, head=rate.head)
    return filled


def _with_changes(text: str, start: int, amounts: Sequence[Amount]) -> list[Amount]:
    """两年分别压减7.3万元、5.8万元: the second is a change too."""
    filled = list(amounts)
    for at, (_, amount) in enumerate(pairwise(amounts), 1):
        change = filled[at - 1]
        listed = _LISTED.fullmatch(text, change.end - start, amount.start - start)
        told = (
            change.role is Role.DELTA and "分别" in change.head and not amount.label.strip("和与及")
        )
        if listed and told and amount.role is Role.PLAIN and amount.base == change.base:
            filled[at] = replace(amount, role=Role.DELTA, head=change.head)
    return filled
