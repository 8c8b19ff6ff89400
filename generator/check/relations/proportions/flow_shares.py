"""Shares of what something grew or fell by: 减收4.00亿元，其中土地出让收入减少36000万元，占减收额的90.0%."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.relations.numbers.amounts import Amount, Role
from generator.model.regex import regex
from generator.model.replacing import replace

_NAMED_FLOW = regex("其中[^，。；、\\d比较同]{2,}(?:增加|新增|净增)")
_OF_FLOW = regex("占[^，。；、\\d]{0,6}[增减短超][^，。；、\\d]{0,3}(?:额|量|数|部分|[收支]额?)的?")


def with_flow(before: Sequence[Amount], rate: Amount) -> Sequence[Amount]:
    """其中人民币贷款增加241.9亿元，占…的77.4%: what something named grew by is itself the part of a whole
    that is a flow; without a name, 增加40万元，占…, the share is of the value before."""
    last = before[-1] if before else rate
    flows = last.role is Role.DELTA and rate.clause - last.clause == 1
    if flows and _NAMED_FLOW.fullmatch(last.label):
        return [*before[:-1], replace(last, role=Role.PLAIN)]
    if last.role is Role.DELTA and _OF_FLOW.search(rate.label) and rate.clause - last.clause == 1:
        return [replace(a, role=Role.PLAIN) if _goes_with(a, last) else a for a in before]
    return before


def _goes_with(one: Amount, flow: Amount) -> bool:
    """Whether two numbers are changes the same way: 减收4.00亿元, 减少36000万元."""
    return one.role is Role.DELTA and one.falls == flow.falls
