"""What is left of a number: 结余, 未支, 其余; A，扣除B后，还有C."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.algebra.differences import difference, fitting_difference, follow
from generator.check.relations.algebra.holding import are_of_size, fills, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.balancing.openings import OPENING
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_LEFT = regex(
    r"(?:结余|结存|剩余|尚余|余额|欠缴|欠|缺口|短收|少[收缴付拨支征]|还[有剩差]|尚[有余差缺]|仅余|收支差额|余下的?|余"
    r"|剩下的?|其[余他]|闲置|沉淀|滞留"
    r"|少(?:完成|投入|征收|到位|建成)的?|未[^，。；、]{1,6}|尚未[^，。；、]{1,6}|待[^，。；、]{1,4})(?:为|约|资金|金额|共|达)*$"
)
_REST = regex("(?:其[余他]|余下|剩下)(?:的)?$")
_LEFT_BEHIND = regex("^[^，。；、]{0,4}(?:未|尚未|待)(?!来)")
_STILL_BEHIND = regex("^[^，。；、]{0,4}(?:仍|正在|正[处履进]|尚|还在|进入|列入|转入|留待|滞留)")
"""1445万元正在履行程序, of a number without a name of its own."""
_SPENT = regex(
    "已|支付|拨付|支出|使用|完成|整改|实收|实付|实缴|上缴|办结|兑付|发放|兑现|执行|列支|报销|开工|完工|缴|入库"
    "|动支|支用|提取|通过|合格|到岗|体检|领取|认定|落实|核销|归还|调出|发出"
    "|分配|安置|审结|执结|结案|收回|投放|征收|实际|入住|化解|偿还|审定|拨|付|用|签约|建成|就业|验收|处置|销号|清退|配备"
)
_NEW = regex("(?:年内|当年|本年|全年|今年)?新")
_DENIED = regex("(?:未|尚未)(?P<what>[^，。；、]{2,6})$")
_ALREADY = regex("^(?:已经?|共|累计)+")
_LETTERS = 2
_PAID = regex("还款|还本|付息|支付|拨付|支出|偿还")
"""What was paid is no whole of which something is left."""
_PLANNED = regex("任务|计划|目标|限额|预算")
_CAME = regex("到位|下达|落实|筹[集措]|争取|拨入")
_OWED = regex("有应[付收]")
_YEARS = regex(r"(?:19|20)\d{2}(?=年)")
_CARRIED_OUT = regex("[已实][^，。；、]{0,6}$")
"""整改任务已完成: what was done of a plan."""
_OF_FUNDS, _SPENT_OF = regex("缺口"), regex("支付|支出|完成投资|付款")
"""到位1.2亿元，支付0.9亿元，尚有1.7亿元缺口: what is missing is missing of what was to come."""
_TAKEN_OFF = regex(r"(?:扣除|减去|除去|剔除|扣减|减除|抵扣|抵减|代扣)[^，。；、\d]{0,20}$")
_ADDED_TO = regex("[，、]?(?:再)?加(?:上|之)?(?![快强大工])")
"""A，加上B，减去C: what is taken off is taken off the two of them."""
_OF_ANOTHER_MATTER = regex("变更|另|增加|新增|加班|奖励|补发|追加|调增")
"""扣除社保500元后，加班费800元: what is new behind what was taken off, and nothing that is left."""
_AFTER_TAKING_OFF = regex(r"[后还可剩实净余仍尚应]|结转|结存")
_NEAR, _TIMES_OFF, _SOON = 2, 3, 6


def tells_left(result: Amount) -> bool:
    if _OWED.search(result.label):
        return False
    behind = not result.label and _STILL_BEHIND.search(result.tail)
    return bool(_LEFT.search(result.label) or _LEFT_BEHIND.search(result.tail) or behind)


_BALANCE_LEFT = regex("余额|[年期月]末|存量")


def left(
    phrase: Phrase, row: Sequence[Amount], earlier: Sequence[Amount], result: Amount
) -> Iterator[NumberRelation]:
    """What is left of a number after what was done of it; none where they are parts of a list."""
    words = re.split("[；;]", phrase.between(phrase.start, result.start))[-1]
    if "其中" in words:
        return
    row = _without_parts(row)
    fitting = fitting_difference(row, result)
    if not fitting and (len(row) < _NEAR or significant_digits(result) > 1):
        fitting = fitting_difference(earlier, result)
    if fitting:
        yield replace(fitting[0], explicit=False)
    elif _OF_FUNDS.search(result.label + result.tail) and _SPENT_OF.search(
        row[-1].label if row else ""
    ):
        yield from _missing(earlier, result)
    elif len(row) > 1:
        yield from _by_words(phrase, row, earlier, result)


def _missing(earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """概算3.3亿元，到位2.2亿元，支付1.7亿元，尚有1.1亿元缺口: what was to come less what came."""
    came = [at for at, amount in enumerate(earlier) if _CAME.search(amount.label)]
    if came == [1]:
        yield replace(difference(earlier[0], earlier[1], result), explicit=False)


def _by_words(
    phrase: Phrase, row: Sequence[Amount], earlier: Sequence[Amount], result: Amount
) -> Iterator[NumberRelation]:
    """What is left of the last two numbers by what their words say, though it does not fit."""
    whole, done = row[-2:]
    if _are_of_years(whole, done, result) or _is_stock(whole, result):
        return
    if _are_listed(phrase, whole, done, result):
        return
    if _is_planned(done, whole):
        whole, done = done, whole
    still = not (_LEFT.search(result.label) or _LEFT_BEHIND.search(result.tail))
    sized = _is_of_size(whole, done, result) or _is_same_work(done, result)
    if still and (_has_mate(phrase, result) or not sized):
        return
    rest = _is_rest(phrase, done, result) and len(earlier) == _NEAR
    if not (rest or _is_spent_of(whole, done, result)) or _is_carried(whole, done, result):
        return
    if whole.value >= done.value:
        yield replace(difference(whole, done, result), explicit=False)
    elif len(earlier) == _NEAR and are_of_size((done, result), whole):
        relation = relation_of(Arithmetic.SUM, (done, result), whole)
        yield replace(relation, hint=not still, explicit=False)


def _is_stock(came: Amount, result: Amount) -> bool:
    """Whether a number is what there is of old, and no rest of what came anew: 新增债务3.2亿元，偿还2.6
    亿元，年末债务余额42.6亿元."""
    called = _BALANCE_LEFT.search(result.label)
    return bool(called) and result.value > came.value


def _are_listed(phrase: Phrase, *amounts: Amount) -> bool:
    """Whether 、 joins numbers: 还本支出20.51亿元、安排稳定调节基金31.37亿元、结余0.1亿元 are items of one list."""
    return all(phrase.between(a.end, b.start).startswith("、") for a, b in pairwise(amounts))


def _are_of_years(*amounts: Amount) -> bool:
    """Whether the words before numbers name several years: 2021年收入, 2022年支出."""
    return len({year for amount in amounts for year in _YEARS.findall(amount.label)}) > 1


def _is_spent_of(whole: Amount, done: Amount, result: Amount) -> bool:
    """Whether a number is by its words what was done of another."""
    spent = bool(_SPENT.search(done.label + done.tail)) and not _is_denied(whole, result)
    return spent and not _NEW.match(done.label)


def _is_same_work(ended: Amount, rest: Amount) -> bool:
    """Whether what is said of a rest without a name is the work that ended before: 办结, 尚在办理."""
    return bool(ended.label[-_LETTERS:-1] and ended.label[-_LETTERS] in rest.tail[:_SOON])


def _has_mate(phrase: Phrase, rest: Amount) -> bool:
    """Whether another number of the unit stands in the clause behind: 28处正在整改，7处列入计划."""
    behind = [a for a in phrase.amounts if a.start > rest.start and a.base == rest.base]
    return any(a.clause - rest.clause <= 1 for a in behind)


def _is_of_size(whole: Amount, done: Amount, rest: Amount) -> bool:
    """Whether a number may be all that is left, with a slip."""
    left = abs(whole.value - done.value)
    return left <= rest.value * _TIMES_OFF and rest.value <= left * _TIMES_OFF


def _without_parts(row: Sequence[Amount]) -> Sequence[Amount]:
    """A row without the numbers at its end that fill the one before them: 动支2615万元，用于A1380万元、
    B735万元、C500万元."""
    for at in range(1, len(row) - _NEAR):
        if fills(row[at + 1 :], row[at]):
            return row[: at + 1]
    return row


def _is_rest(phrase: Phrase, done: Amount, result: Amount) -> bool:
    """Whether a number is by its name what remains of another, 其余41个, and no part of a list."""
    listed = phrase.between(done.end, result.start).startswith("、")
    return bool(_REST.match(result.label)) and not listed


def _is_planned(done: Amount, whole: Amount) -> bool:
    """Whether the second of two numbers is the plan of which the first was done."""
    if done.role is Role.TARGET:
        return True
    planned = _PLANNED.search(done.label) and not _CARRIED_OUT.search(done.label)
    return bool(planned) and not _PLANNED.search(whole.label)


def _is_denied(whole: Amount, result: Amount) -> bool:
    """Whether a number is what was done, and what is left denies it: 完成688个，…，未完成5个."""
    denied = _DENIED.search(result.label)
    said = _ALREADY.sub("", whole.label)
    return denied is not None and said.startswith(denied["what"][:_LETTERS])


def _is_carried(whole: Amount, done: Amount, result: Amount) -> bool:
    """Whether what is left comes from before, or the whole was itself paid."""
    if OPENING.search(result.label) or _PAID.search(whole.label):
        return True
    return bool(re.search("结余|结转", done.label))


def after_taking_off(flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A，扣除B后，还有C: three numbers that follow one another."""
    for whole, off, rest in zip(flat, flat[1:], flat[2:], strict=False):
        added = _ADDED_TO.match(whole.label)
        if _TAKEN_OFF.search(off.label) and follow(whole, off, rest) and not added:
            relation = difference(whole, off, rest)
            said = _AFTER_TAKING_OFF.search(off.tail + rest.label)
            told = said and not _OF_ANOTHER_MATTER.search(rest.label)
            if told or verdict(relation).holds:
                yield relation
