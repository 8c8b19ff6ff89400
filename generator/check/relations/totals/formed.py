"""Sums and balances that verbs tell: A与B构成T, 由A、B组成, A、B，以上加总T, 系A加B减C所得."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.parts import OPEN_END, of_unit, parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_FORMS = regex(
    r"(?:共同)?(?:合成|构成|组成|汇成|合为|拼成|凑成|合并成|合并为)(?:了)?(?:全[年县市区省镇乡]的?)?[^，。；、\d]{0,8}$"
)
_FORMED = regex(r"(?:[两三四五六七八九]\s*(?:部分|块|项|类))?(?:共同)?(?:构成|组成|[分负承]担)")
_OF = regex(r"由[^，。；、\d]{1,14}$")
_JOINED = regex(r"(?:[、，]|[^，。；、\d]{0,3}(?:与|和|及|以及|加上?))[^，。；、：\d]{0,20}")
_ADDED_UP = regex(
    r"(?:[，；]|^)(?:以上|上述|这|[两三四五六七八九几各]+(?:者|项|类|部分|笔|块))?[^，。；、\d]{0,4}"
    r"(?:加总|相加|汇总|加起来|合起来|加在一起|合在一起|累加|总加)(?:后|起来)?[，,]"
)
_STEP = regex(r"[，、]?(?:再)?(?P<sign>加上?|减去?|扣除|扣减|剔除)(?![强快大工工班])")
_STEP_TOO = regex("(?:和|及|与|以及)(?!以[上下])")
"""减报废176台和转出38台: what goes the way of the step before it."""
_IS = regex("^(?:系|即|等于|是|为|由)")
_OBTAINED = regex("所得|得出|得来|得到|而来|计算得|后的?(?:余额|数量|结果)|后所?得|之和|之差")
_GIVES = regex(
    r"^(?:等于|得出?|后[为得是]|后，?[^，。；、\d]{0,4}(?:[实净余剩尚还应共得为达]|最终|可用)|后$|即为?|[则结]?余[为]?|为"
    r"|(?:截至)?(?:本|当)?[期年月季][末底终][^，。；、\d]{0,10}$|[^，。；、\d]{0,6}(?:结余|结存|余额|滚存)[^，。；、\d]{0,4}$)"
)
_SHORT = regex("赤字|缺口|亏[损空]|透支|逆差|收不抵支")
"""当年收支赤字5616万元，加上上年结余4.9亿元: what is short is taken off."""
_NEAR = 2


def formed(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every sum and balance of a phrase that a verb tells."""
    for at, total in enumerate(phrase.amounts):
        before = list(phrase.amounts[:at])
        if total.role in (Role.PLAIN, Role.AFTER):
            yield from _by_forming(phrase, before, total)
            yield from _added_up(phrase, before, total)
    yield from _of_parts(phrase)
    yield from _reckoned(phrase)


def _by_forming(
    phrase: Phrase, before: Sequence[Amount], total: Amount
) -> Iterator[NumberRelation]:
    """A与B构成全年T: the numbers that are joined just before the verb."""
    parts = _joined_end(phrase, before, total.base)
    near = bool(parts) and total.clause - parts[-1].clause <= 1
    if _FORMS.match(total.label) and near and len(parts) > 1:
        yield from _sum(phrase, parts, total)


def _joined_end(phrase: Phrase, before: Sequence[Amount], base: str) -> list[Amount]:
    """The last numbers that 、, 与 and 和 join, as long as they are of the unit."""
    run: list[Amount] = []
    for amount in reversed(before):
        if amount.role is not Role.PLAIN or amount.base != base or amount.qualifier:
            break
        if run and not _JOINED.fullmatch(phrase.between(amount.end, run[0].start)):
            break
        run.insert(0, amount)
    return run


def _sum(phrase: Phrase, parts: Sequence[Amount], total: Amount) -> Iterator[NumberRelation]:
    first, last = min(parts[0].start, total.start), max(parts[-1].end, total.end)
    words = phrase.between(first, last)
    if not OPEN_END.search(words) and "其中" not in words:
        yield parts_relation(Arithmetic.SUM, parts, total, first)


def _added_up(phrase: Phrase, before: Sequence[Amount], total: Amount) -> Iterator[NumberRelation]:
    """A本，B本，C本，以上加总，全年T本: all numbers of the unit, one a clause."""
    parts = _joined_end(phrase, before, total.base)
    if len(parts) > 1 and _ADDED_UP.search(phrase.between(parts[-1].end, total.start)):
        yield from _sum(phrase, parts, total)


def _of_parts(phrase: Phrase) -> Iterator[NumberRelation]:
    """总投资T，资金由A、B构成: the parts from 由 to the verb, and the number before them."""
    for at, first in enumerate(phrase.amounts):
        if not _OF.search(first.label) or first.role is Role.BEFORE:
            continue
        parts = [first]
        for amount in phrase.amounts[at + 1 :]:
            joined = _JOINED.fullmatch(phrase.between(parts[-1].end, amount.start))
            if amount.base != first.base or not joined or _FORMED.match(parts[-1].tail):
                break
            parts.append(amount)
        wholes = _wholes_before(phrase, first)
        for whole in wholes if len(parts) > 1 and _FORMED.match(parts[-1].tail) else ():
            if first.clause - whole.clause <= _NEAR and whole.group == first.group:
                yield from _sum(phrase, parts, whole)


def _wholes_before(phrase: Phrase, first: Amount) -> list[Amount]:
    """The number of the unit before what forms it; what is for one, 人均筹资1020元, too."""
    wholes = (*phrase.plain, *(a for a in phrase.amounts if a.role is Role.EACH))
    before = sorted(wholes, key=lambda amount: amount.start)
    return of_unit(before, first.base, first.start)[-1:]


def _reckoned(phrase: Phrase) -> Iterator[NumberRelation]:
    """81件，系上年末84件加本年制发6件、减本年废止9件所得; A加B减C等于D."""
    amounts = phrase.amounts
    for at, first in enumerate(amounts):
        terms, signs = [first], [1]
        for amount in amounts[at + 1 :]:
            sign = _sign(phrase.between(terms[-1].end, amount.start), signs)
            if not sign or amount.base != first.base:
                break
            terms.append(amount)
            signs.append(sign)
        result = _result(phrase, terms, amounts[at - 1 : at], amounts[at + len(terms) :][:1])
        signs = [-s if _SHORT.search(a.label) else s for a, s in zip(terms, signs, strict=True)]
        if result and len(terms) > 1 and not _STEP.match(first.label):
            start = min(first.start, result.start)
            end = max(terms[-1].end, result.end)
            yield NumberRelation(
                Arithmetic.BALANCE, tuple(terms), result, start, end, signs=tuple(signs)
            )


def _sign(words: str, signs: Sequence[int]) -> int:
    """1 for what is added, -1 for what is taken off; 0 where the words are none of a reckoning."""
    step = _STEP.match(words)
    if step is None:
        return signs[-1] if len(signs) > 1 and _STEP_TOO.match(words) else 0
    return 1 if step["sign"].startswith("加") else -1


def _result(
    phrase: Phrase, terms: Sequence[Amount], before: Sequence[Amount], behind: Sequence[Amount]
) -> Amount | None:
    """The number that a reckoning is said to give: before 系, or behind 等于; None where none is."""
    first, last = terms[0], terms[-1]
    for result in before:
        told = _IS.match(first.label) and _OBTAINED.match(last.tail)
        if told and first.clause - result.clause == 1 and result.base == first.base:
            return result
    for result in behind:
        words = phrase.between(last.end, result.start).lstrip("，、")
        if _GIVES.match(words) and result.clause - last.clause <= 1 and result.base == first.base:
            return result
    return None
