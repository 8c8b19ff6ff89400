"""Parts that are singled out of a whole: 资金9800万元，光产业项目就有5640万元; 共1342万元，最大的三笔分别为A、B、C. They
are at most the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.reader import chinese_value
from generator.check.relations.algebra.holding import exceeds
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_ALONE = regex(
    r"^(?:其中)?(?:光是?|仅|单单?|单是|仅仅|只)(?!有)[^，。；、\d]{1,14}?(?:一项|一家|一地)?[就便即](?:已)?"
    r"(?:有|达到?|占|完成|安排|投入|支出|贡献|超过|高达|是)*了?$"
)
_LARGEST = regex(
    r"(?:最[大高多]|居前|靠前|前)的?(?P<count>[两二三四五六七八九])[^，。；、\d]{1,6}"
    r"(?:[，,]?[^，。；\d]{0,24})?(?:分别|依次)[^，。；、\d]{0,4}$"
)
_SAID_OF_IT = (Role.GROWTH, Role.DELTA, Role.POINTS, Role.SHARE)


def singled_out(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """What is singled out of the number just before; ``taken`` are the places of parts that are
    read already."""
    for at, part in enumerate(phrase.amounts):
        whole = _whole(phrase.amounts[:at], part)
        if whole is None or part.start in taken:
            continue
        parts = [part] if _ALONE.search(part.label) else _largest(phrase, at)
        if parts and not (len(parts) > 1 and exceeds(parts, whole)):
            yield parts_relation(Arithmetic.PART, parts, whole, whole.start)


def _whole(before: Sequence[Amount], part: Amount) -> Amount | None:
    """The last value before a part, where it is one of its unit in the same group."""
    values = [amount for amount in before if amount.role not in _SAID_OF_IT]
    for whole in values[-1:] if part.role is Role.PLAIN else ():
        of_unit = whole.base == part.base and whole.role is Role.PLAIN and not whole.qualifier
        if of_unit and whole.group == part.group and whole.clause < part.clause:
            return whole
    return None


def _largest(phrase: Phrase, at: int) -> list[Amount]:
    """As many numbers from a place on as are said to be the largest."""
    first = phrase.amounts[at]
    said = _LARGEST.search(phrase.between(phrase.start, first.start))
    count = chinese_value(said["count"].replace("两", "二")) if said else 0
    row = list(phrase.amounts[at : at + count])
    alike = all(a.base == first.base and a.role is Role.PLAIN for a in row)
    steps = all(a.clause - first.clause == step for step, a in enumerate(row))
    return row if len(row) == count > 1 and alike and steps else []
