"""How long what is left lasts: 累计结余24.86亿元，按月均支出1.93亿元测算，可支付12.9个月."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_TIMES = {
    "月": ("个月", "月"),
    "日": ("天", "日"),
    "天": ("天", "日"),
    "年": ("年",),
    "周": ("周",),
}
_PER = regex(
    r"(?:(?P<mean>[年月日天周])均|(?:平均)?每个?(?P<each>[年月日天周])"
    r"|(?P<daily>[年月日])(?![年月日天周]均)[^，。；、\d均]{1,8})"
    r"[^，。；、\d]{0,10}$"
)
_LASTS = regex(
    r"(?:可以?|能够?|够|足够|尚可|还可|约可|预计可)[^，。；、\d]{0,8}$|(?:支付能力|支撑能力|保障能力|可支付)[^，。；、\d]{0,6}$"
    r"|(?:可|能)[^，。；、\d]{1,6}(?:月数|天数|年限|时间)[为是约达]*$"
)
_NOT_LEFT = regex("收入|支出|增加|减少|增长")
_REDUCED = regex("扣除|剔除|考虑|不含|如果?|若|假[如设]")
"""扣除一次性因素可支付12个月: by another flow than the one that is printed."""
_FAR, _NEAR = 3, 2


def lasting(phrase: Phrase) -> Iterator[NumberRelation]:
    """The stock, what goes in a month, and how many months it lasts."""
    for at, time in enumerate(phrase.amounts):
        if _LASTS.search(time.label) and not _REDUCED.search(time.label):
            yield from _of_stock(phrase.amounts[:at], time)


def _of_stock(before: tuple[Amount, ...], time: Amount) -> Iterator[NumberRelation]:
    """The last flow in the unit of a time, and the only stock before it."""
    flows = [a for a in before if _is_flow(a, time)]
    for flow in flows[-1:]:
        stocks = [a for a in before if a.start < flow.start and _is_stock(a, flow)]
        near = [a for a in stocks if flow.clause - a.clause <= _FAR]
        if len(near) == 1:
            yield relation_of(Arithmetic.AVERAGE, (near[0], flow), time)


def _is_flow(amount: Amount, time: Amount) -> bool:
    """Whether a number is what goes in one of the times that another counts."""
    said = _PER.search(amount.label)
    unit = (said["mean"] or said["each"] or said["daily"]) if said else ""
    near = amount.group == time.group and time.clause - amount.clause <= _NEAR
    return near and time.quantity.unit in _TIMES.get(unit, ())


def _is_stock(amount: Amount, flow: Amount) -> bool:
    alike = amount.base == flow.base and amount.value > flow.value
    roles = amount.role in (Role.PLAIN, Role.AFTER) and not amount.qualifier
    return alike and roles and not _NOT_LEFT.search(amount.label)
