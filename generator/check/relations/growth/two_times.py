"""Two values that each name their time, and then how they differ: 2022年不合格率2.8%；2023年不合格率
2.6%，下降0.2个百分点; 受理53件76人，上年同期78件127人，件数降32.1%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.growth.two_states import CHANGES, are_alike
from generator.check.relations.numbers.amounts import CHANGE, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_LEAD = r"(?:同比|环比|[比较同](?:上年|去年)(?:同期)?)*"
_SAID = regex(rf"{_LEAD}(?P<column>[^，。；、\d]数)?{_LEAD}(?P<change>[^，。；、\d]{{1,6}})")
_TIME = regex(r"(?P<year>(?:19|20)\d{2})年(?![初末底])|(?:上年|去年)(?:同期|全年|同月)?|同期")
_AN_EARLIER_ONE = regex(r"(?:而)?(?:上年|去年)(?:同期|全年|同月)?(?:[为是仅约]|只有)*")
_VERBS = regex("^(?:全年|共|累计)+|(?:[为是达仅约]|达到)+$")
_NO_NAME = regex("占|比重|比例|份额|其中|完成|实现|合计")
"""占比30% may be that of anything: such words name nothing."""
_VALUES = (Role.PLAIN, Role.EACH, Role.SHARE)
_NEAR, _FAR, _NAME = 1, 3, 2


def two_times(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase that follows two values, each of its own year."""
    for at, change in enumerate(phrase.amounts):
        if change.role not in CHANGES:
            continue
        said = _SAID.fullmatch(change.label)
        if said is None or not CHANGE.match(said["change"]):
            continue
        pair = _the_two(phrase, at, said["column"] or "")
        if pair is not None:
            yield _relation(*pair, change)


def _relation(before: Amount, after: Amount, change: Amount) -> NumberRelation:
    start = min(before.start, after.start)
    return NumberRelation(Arithmetic.CHANGE, (before, after), change, start, change.end)


def _the_two(phrase: Phrase, at: int, column: str) -> tuple[Amount, Amount] | None:
    """The earlier and the later value that a change is of; None where they are not sure."""
    change = phrase.amounts[at]
    values = [a for a in phrase.amounts[:at] if a.role in _VALUES and _may_change(a, change)]
    values = [a for a in values if not column or a.base[:1] == column[0]]
    if not values or values[-1].group != change.group:
        return None
    last = values[-1]
    if last.clause < change.clause - (_FAR if column else _steps(phrase, last, change)):
        return None
    alike = [a for a in values[:-1] if are_alike(a, last)]
    if _AN_EARLIER_ONE.fullmatch(last.head):
        return _with_the_year_before(alike, last)
    return _called_alike(phrase, alike, last)


def _steps(phrase: Phrase, last: Amount, change: Amount) -> int:
    """How many clauses a change may stand behind a value: one, and one more a change between."""
    between = [a for a in phrase.amounts if last.end <= a.start < change.start]
    return _NEAR + sum(a.role in CHANGES for a in between)


def _may_change(value: Amount, change: Amount) -> bool:
    """Whether a number can be what changes by another: a percentage by points."""
    if change.role is Role.POINTS:
        return value.quantity.unit == ("‰" if "千分点" in change.quantity.unit else "%")
    if change.role is Role.DELTA:
        return value.base == change.base
    return value.role is not Role.SHARE


def _with_the_year_before(alike: Sequence[Amount], last: Amount) -> tuple[Amount, Amount] | None:
    """受理53件76人，上年同期78件127人: the values before stand in the clause before."""
    now = alike[-1] if alike else None
    if now is None or now.group != last.group or last.clause - now.clause != 1:
        return None
    return last, now


def _called_alike(
    phrase: Phrase, alike: Sequence[Amount], last: Amount
) -> tuple[Amount, Amount] | None:
    """2022年不合格率2.8%；2023年不合格率2.6%: two numbers of one name and of years that follow."""
    name = _name(last)
    called = [a for a in alike if _name(a) == name]
    if len(name) < _NAME or _NO_NAME.match(name) or len(called) != 1:
        return None
    one, other = _year(phrase, called[0]), _year(phrase, last)
    if one is None or other is None or abs(one - other) != 1:
        return None
    return (called[0], last) if one < other else (last, called[0])


def _name(amount: Amount) -> str:
    """The words before a number without its year and its verb."""
    return _VERBS.sub("", _TIME.sub("", amount.label)).strip("的")


def _year(phrase: Phrase, amount: Amount) -> int | None:
    """The year that was named last before a number; None where another word named the time."""
    times = list(_TIME.finditer(phrase.between(phrase.start, amount.start)))
    return int(times[-1]["year"]) if times and times[-1]["year"] else None
