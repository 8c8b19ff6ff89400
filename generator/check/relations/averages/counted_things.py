"""Whether a number counts what a price is for: 户 of 户均, 件 of 案均, anything for 单价."""

from __future__ import annotations

from generator.check.relations.numbers.amounts import Amount
from generator.check.relations.numbers.unit_scales import conversion
from generator.model.regex import regex

PERSONS = {"人", "人次", "生", "位", "名", "员"}
_COUNTED = set("个家座所处台套栋件场期次班组口只头株辆户亩村条盏根本册张份块支棵") | {"人", "人次"}
_OF_ANOTHER = regex("村(?:级|民|干|务|集体)|人(?:均|才|民|力|造|行)|户(?:籍|外|型|均)|校车")
"""村级电站: no villages."""
_SPEED = regex("时速|车速|限速")
_POSTS = regex("岗|名额|席位|学位|床位")
"""救助名额14个，每人1万元: each is for one person."""
_GENERAL = set("个家处座")
_OF_CASES = {"案", "件", "起", "宗"}


def counts_things(amount: Amount, of: str) -> bool:
    """Whether a number counts what a price is for."""
    base = amount.base
    if _SPEED.search(amount.label):
        return False
    if not base and of and amount.tail.startswith(of):
        return True  # 1.62万担: a unit that no list knows
    if of in PERSONS:
        return base in PERSONS or (base == "个" and bool(_POSTS.search(amount.label)))
    if of in _OF_CASES:
        return base in _OF_CASES
    return _counts_things(amount, of)


def _counts_things(amount: Amount, of: str) -> bool:
    """Whether a number counts things of a name; any thing for ""."""
    base = amount.base
    if of and conversion(base, of) not in (None, 1):
        return False  # 每斤 of so many 公斤
    if of == "" or of in (base, base.removesuffix("次")) or base.endswith(of):
        return base in _COUNTED or bool(of)
    if base not in _COUNTED:
        return False
    words = amount.label[-4:] + _OF_ANOTHER.sub("", amount.tail)
    return _is_general(base, of) or of in words


def _is_general(base: str, of: str) -> bool:
    """Whether one of two classifiers counts anything: 个 beside 座."""
    things = base not in PERSONS and of in _COUNTED
    return things and bool({base, of} & _GENERAL)
