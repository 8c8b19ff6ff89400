"""Rates per so many of another thing, printed without a unit: 死亡41人，生产总值1486.37亿元，亿元生产总值
生产安全事故死亡率0.0276."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_PER = regex(
    r"(?P<many>亿|十亿|百万|十万|万|百|千)(?P<unit>元|吨|人|车|辆|立方米|公里|千米|架次)?"
    r"(?P<of>[^，。；、\d]{0,10}?)(?:生产安全|道路交通|安全生产|交通|火灾|工矿商贸|煤矿|特种设备)*(?:事故)?"
    r"(?P<what>死亡|受伤|发案|发病|火灾|事故|立案|发生)(?:人数)?率[为是约达]*$"
)
_MANY = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "亿": 8, "十亿": 9}
_UNITS = {"元": "元", "吨": "公斤", "人": "人", "车": "辆", "辆": "辆", "公里": "米", "千米": "米"}
_THOUSANDS = ("公斤", "米")
_ROLES = (Role.PLAIN, Role.AFTER)


def per_so_many(phrase: Phrase) -> Iterator[NumberRelation]:
    """The count, the only number of what it is for, and the rate."""
    for at, rate in enumerate(phrase.amounts):
        said = _PER.search(rate.label) if rate.base in ("", "人", "起", "件") else None
        unit = _UNITS.get(said["unit"] or "元", "") if said else ""
        if said is None or not unit:
            continue
        before = [a for a in phrase.amounts[:at] if a.role in _ROLES and not a.qualifier]
        counted = [a for a in before if said["what"] in a.label]
        wholes = [a for a in before if a.base == unit and _is_of(a, said["of"])]
        wholes = [a for a in wholes if a not in counted]
        if len(counted) == len(wholes) == 1:
            power = _MANY[said["many"]] + (3 if unit in _THOUSANDS else 0)
            one = relation_of(Arithmetic.AVERAGE, (counted[0], wholes[0]), rate)
            yield replace(one, factor=Decimal(1).scaleb(-power))


def _is_of(amount: Amount, of: str) -> bool:
    """Whether the words before a number name what a rate is for, where the rate names it."""
    return not of or any(of[at : at + 2] in amount.label for at in range(max(1, len(of) - 1)))
