"""What a number of a list takes from its neighbours: the unit of the next, the rate before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.check.relations.numbers.amounts import Amount, Role, in_unit_of
from generator.model.regex import regex
from generator.model.replacing import replace

_CODE = regex("(?:第|[A-Za-z〔\\[/-])(?:\\d+[、和与及])*$")
_LONGEST_CODE = 20
_SET_OUT = regex("分别|依次|各[为是占]|[为是计达有]$")
_AND = ("、", "和", "与", "及")
_POINTS = ("个百分点", "个千分点")
_LEAST_TELLING = 10
_FEW = 3
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
    for amount in reversed(_with_unit_behind(text, start, amounts)):
        if filled and amount.quantity.unit in _BARE and filled[-1].quantity.unit[:1] in _BARE:
            joined = _JOINED.match(text, amount.end - start, filled[-1].start - start)
            amount = replace(amount, base=filled[-1].base) if joined else amount
        filled.append(amount)
    return filled[::-1]


def _with_unit_behind(text: str, start: int, amounts: Sequence[Amount]) -> list[Amount]:
    """分别为4125、1870、355万元: each bare number of a row has the unit that the last one prints."""
    filled = list(amounts)
    for last in range(len(amounts) - 1, 0, -1):
        if amounts[last].quantity.unit:
            row = _row_before(text, start, amounts, last)
            for at in range(last - len(row), last):
                filled[at] = _in_row_of(amounts[at], amounts[last])
    return filled


def _row_before(text: str, start: int, amounts: Sequence[Amount], last: int) -> list[Amount]:
    """The numbers without a unit that nothing but 、 and 和 joins to one with a unit; none where
    they may be guesses or codes: 2、3个, 第1、2、3批."""
    points = amounts[last].quantity.unit in _POINTS
    row: list[Amount] = []
    for at in range(last - 1, -1, -1):
        amount, behind = amounts[at], amounts[at + 1]
        gap = text[amount.end - start : behind.start - start]
        bare = amount.quantity.unit == ("个" if points else "") and not amount.base.strip("个")
        if not bare or gap not in _AND or amount.qualifier:
            break
        row.append(amount)
    row.reverse()
    if not row or _CODE.search(
        text, max(0, row[0].start - start - _LONGEST_CODE), row[0].start - start
    ):
        return []
    told = bool(_SET_OUT.search(row[0].label)) or len(row) + 1 >= _FEW
    large = all(amount.value >= _LEAST_TELLING for amount in (*row, amounts[last]))
    return row if points or told or large else []


def _in_row_of(amount: Amount, last: Amount) -> Amount:
    """A number in the unit of the last of its row; of points it is points, too."""
    filled = in_unit_of(amount, last)
    return replace(filled, role=last.role) if last.role is Role.POINTS else filled


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
