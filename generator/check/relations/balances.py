"""Balances: what is left, missing or too much, the net of two numbers, opening and closing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, product

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.comparisons import GAP, comparisons, difference, larger_first
from generator.check.relations.holding import verdict
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase

_BALANCED = (Role.PLAIN, Role.DELTA, Role.TARGET)
_NET = re.compile("净增|净减|净增长|自然增长|自然减少|自然增加|净流[入出]")
_STATE = re.compile("[年期月季](?:初|末|底)|现有")
_LEFT = re.compile(
    r"(?:结余|结存|剩余|尚余|余额|欠缴|欠|缺口|短收|少[收缴付拨支]|还[有剩差]|尚[有余差缺]|仅余|收支差额|余下的?|余"
    r"|剩下的?|其[余他]"
    r"|未[^，。；、]{1,6}|尚未[^，。；、]{1,6}|待[^，。；、]{1,4})(?:为|约|资金|金额|共|达)*$"
)
_REST = re.compile("(?:其[余他]|余下|剩下)(?:的)?$")
_LEFT_BEHIND = re.compile("^[^，。；、]{0,4}(?:未|尚未|待)(?!来)")
_SPENT = re.compile(
    "已|支付|拨付|支出|使用|完成|整改|实收|实付|实缴|上缴|办结|兑付|发放|兑现|执行|列支|报销|开工|完工|缴|入库"
    "|动支|支用|提取|通过|合格|到岗|体检|领取|认定|落实|核销|归还|调出|发出"
    "|分配|安置|审结|收回|投放|征收|实际|入住|化解|偿还|审定|拨|付|用|签约|建成|就业|验收|处置|销号|清退|配备"
)
_DENIED = re.compile("(?:未|尚未)(?P<what>[^，。；、]{2,6})$")
_ALREADY = re.compile("^(?:已经?|共|累计)+")
_LETTERS = 2
_PAID = re.compile("还款|还本|付息|支付|拨付|支出|偿还")
"""What was paid is no whole of which something is left."""
_SURPLUS = re.compile("收支[^，。；]{0,6}(?:结余|结转|滚存)|当[年期]结余|本[年期]结余|收支结余")
_OVER = re.compile(
    r"^(?:已|实际)?超[^，。；]{0,4}$|(?:延期|超额|超概算|超预算|超支|超出|多[支付收报领列记计完])[^，。；]{0,4}$"
)
"""By how much something is over; 设立超500亿元 only says at least."""
_PLANNED = re.compile("任务|计划|目标|限额|预算")
_GAP_IF_IT_FITS = re.compile(r"^(?:调[减增]|[多少][^，。；少余次达增减\d]{1,3})$")
_TAKEN_OFF = re.compile(r"(?:扣除|减去|除去|剔除|扣减|减除|抵扣|抵减|代扣)[^，。；、\d]{0,20}$")
_AFTER_TAKING_OFF = re.compile(r"[后还可剩实净余仍尚应]|结转|结存")
_OPENING = re.compile(
    r"期初|年初|上[年期]末?[^，。；]{0,6}(?:结[转余存]|余额|滚存)|原有|月初|[上去]年[末底]|上[年期]结[转余]"
    r"|^[旧原]存|上年(?:旧存|未结)"
)
_CLOSING = re.compile(
    r"期末|年末|年终|月末|年底|结余|结存|滚存|结转下年|调整(?:后)?预算|调整为|剩余|余额|现有|还有|实有"
    r"|未[审办执]?结$|库存|现存|在册|在管|[年期月][末底终]?(?:持有|蓄水|存栏|在院|在押|留存)"
)
_AT_THE_END = re.compile("(?:截至)?(?:期|年|月|季|本年|当年)[末底终]")
_PLUS = re.compile(
    "新|收入|追加|调增|购进|采购|招[聘录]|迁入|出生|投产|生产|增|转入|纳入|购入|调入|引进|到位|借入|发行"
    "|拨入|补充|补栏|征缴|征收|筹集|收缴|受理|收到|立案|接收|入库|来水|调进|捐入|领取|补入|归集|收益|利息|购置|新收"
)
_MINUS = re.compile(
    "退出|减少|支出|调减|销号|转出|注销|死亡|消除|脱贫|报废|调出|清退|完成|出栏|核减|使用|流出|偿还|归还|还本|划出"
    "|拨出|核销|处置|兑付|支付|拨付|发放|办结|审结|化解|出库|调减|退|减|付|消化|上缴|发出"
    "|销售|售出|领用|耗用|支取|离职|辞职|调离|迁出|竣工|结案|出售|供水|损耗|漏损|蒸发|清缴|解除|释放|毕业|退库"
    "|动支|消耗|转让|淘汰|拆除|使用|期满|剔旧|转院|终止"
)
_OF_TRADE = re.compile("[顺逆]差")
_ALL_OF = re.compile("共|总|合计|累计")
_YEARLY = re.compile("年均|年平均|累计|分别|预计|目标|计划|力争")
_INCOME, _SPENDING = re.compile("收入|总收|收$"), re.compile("支出|总支|支$")
_SIZE = 20
_LAST, _FOUR = 4, 4
_MOST_UNCLEAR = 3
_NEAR = 2


def balances(phrase: Phrase) -> Iterator[NumberRelation]:
    """期初, 新增, 退出, 期末; 安排, 支付, 未支; 新增, 退出, 净增; 收入, 支出, 结余."""
    flat = [a for a in phrase.amounts if a.role in _BALANCED or a.quantity.unit == "‰"]
    yield from _after_taking_off(flat)
    yield from _between_states(phrase)
    yield from _closed_behind(phrase, flat)
    yield from _net_of_what_follows(flat)
    for index, result in enumerate(flat):
        earlier = [a for a in flat[:index] if a.base == result.base]
        row = [a for a in earlier if a.group == result.group]
        yield from _balance(phrase, row, earlier, result)
    yield from comparisons(phrase)


def _balance(
    phrase: Phrase, row: Sequence[Amount], earlier: Sequence[Amount], result: Amount
) -> Iterator[NumberRelation]:
    """The balance that the words around a number say it is of the numbers before."""
    near = len(row) > 1 and row[-1].clause >= result.clause - 2
    if _NET.search(result.label):
        yield from _net(earlier, result)
    elif near and (closing := _closing(phrase, row, result)):
        yield from closing
    elif _SURPLUS.search(result.label):
        yield from _surplus(earlier, result)
    elif GAP.search(result.label) and len(row) == 2:
        yield from _gap(phrase, row, result)
    elif _tells_left(result):
        yield from _left(phrase, row if near else (), earlier, result)
    elif near and _tells_over(result):
        yield from _over(phrase, row, result)
    else:
        yield from _apart(phrase, row, result)


def _closed_behind(phrase: Phrase, flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """年初结存A，归集B，使用C。年末结存D: what closes stands at the head of the next sentence."""
    before = phrase.before
    if before is None:
        return
    for result in flat[:1]:
        if not _AT_THE_END.match(result.label) or not _closes(result):
            continue
        row = [a for a in before.amounts if a.role in _BALANCED and a.base == result.base]
        opened = _opened(row)
        closed_before = any(_AT_THE_END.match(amount.label) for amount in opened)
        if opened and not closed_before and len(opened) > _NEAR:
            yield from _closed(opened, result)


def _between_states(phrase: Phrase) -> Iterator[NumberRelation]:
    """由年初的118家增加到131家，新入库19家、退库6家: from one to the other by what came and went."""
    amounts = phrase.amounts
    for at in range(len(amounts) - _FOUR + 1):
        before, after, one, other = amounts[at : at + _FOUR]
        in_unit = all(
            a.base == before.base and a.group == before.group for a in (after, one, other)
        )
        flows = one.role is other.role is Role.PLAIN
        states = before.role is Role.BEFORE and after.role is Role.AFTER and in_unit and flows
        if states and {_sign(one), _sign(other)} == {1, -1} and _follow(after, one, other):
            signs = (1, _sign(one), _sign(other))
            span = before.start, other.end
            terms = (before, one, other)
            yield NumberRelation(Arithmetic.BALANCE, terms, after, *span, signs=signs)


def _tells_over(result: Amount) -> bool:
    against = _YEARLY.search(result.label) or re.search("^同比|^[比较](?:上年|去年)", result.label)
    return bool(_OVER.search(result.label)) and not against


def _over(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """预算2600万元，支出2748万元，超支148万元."""
    planned, spent = row[-2:]
    if _is_of_size(spent.value - planned.value, result):
        yield from _fitting(row, result) or [difference(spent, planned, result)]
        yield from _rate_over(phrase, planned, spent, result)


def _apart(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """By how much two numbers differ; of a word that may mean something else where it fits."""
    if GAP.search(result.label):
        yield from _gap(phrase, row, result)
    elif _GAP_IF_IT_FITS.search(result.label):
        yield from _fitting(row[-2:], result)


def _is_of_size(expected: Decimal, result: Amount) -> bool:
    """Whether a number may be a difference with a slip, and not something else altogether."""
    return result.value < _SIZE * abs(expected) < _SIZE * _SIZE * result.value


def _tells_left(result: Amount) -> bool:
    return bool(_LEFT.search(result.label) or _LEFT_BEHIND.search(result.tail))


def _net(earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """What came less what went: 新增15户，退出9户，净增6户; of two states the one less the other:
    年初888家，年末873家，净减15家."""
    states = [a for a in earlier if _STATE.search(a.label)]
    flows = [a for a in earlier if a not in states]
    row = states if states[-1:] == list(earlier[-1:]) else flows
    if len(row) > 1 and row[-1].clause >= result.clause - 2:
        one, other = row[-2:]
        if not (_NET.search(one.label) or _NET.search(other.label)):
            yield larger_first(one, other, result)


def _net_of_what_follows(flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """净增1482户；注销968户，新登记2450户: the flows stand behind their net, and fit it."""
    for net, one, other in zip(flat, flat[1:], flat[2:], strict=False):
        flows = {_sign(one), _sign(other)} == {1, -1} and one.base == other.base == net.base
        if flows and _NET.search(net.label) and other.clause - one.clause == 1:
            relation = larger_first(one, other, net)
            if verdict(relation).holds:
                yield relation


def _fitting(row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The difference of two of the last numbers that is the result, the nearest; [] if none is."""
    pairs = combinations(reversed(row[-_LAST:]), 2)
    tried = (larger_first(one, other, result) for one, other in pairs)
    return next(([relation] for relation in tried if verdict(relation).holds), [])


def _closes(result: Amount) -> bool:
    return bool(_CLOSING.search(result.label)) and not _OPENING.search(result.label)


def _opened(row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers from the last opening one on; () where none opens."""
    for index in range(len(row) - 1, -1, -1):
        if _OPENING.search(row[index].label):
            return tuple(row[index:])
    return ()


def _closing(phrase: Phrase, row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The balance from an opening number on; what came may stand before it: 受理1084件，上年结转62件.

    [] where none opens it or the result does not close it.
    """
    opened = _opened(row)
    if not opened or not _closes(result):
        return []
    own = _closed(opened, result)
    before = row[: len(row) - len(opened)]
    if len(opened) == 1 and (flows := _flows_at_end(before, opened[0])):
        return _closed((opened[0], *flows), result)
    came = bool(before) and _sign(before[-1]) > 0 and not _ALL_OF.search(before[-1].label)
    if not came or _first_that_holds(own) or "其中" in phrase.text:
        return own
    together = _closed((opened[0], before[-1], *opened[1:]), result)
    beside = opened[0].clause - before[-1].clause == 1
    return together if beside or not own else _first_that_holds(together) or own


def _flows_at_end(before: Sequence[Amount], opening: Amount) -> Sequence[Amount]:
    """本年收入A，本年支出B，年初结转C，年末结转D: what came and went stands before what opens; ()
    where other numbers stand there too."""
    pair = before[-_NEAR:]
    beside = len(pair) == _NEAR and opening.clause - pair[-1].clause == 1
    told = beside and [_sign(amount) for amount in pair] == [1, -1]
    return pair if told and len(before) == _NEAR else ()


def _closed(row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The balance of an opening number, what came and what went.

    Where words do not tell a sign, the signs with which it fits; [] where none do.
    """
    known = [_sign(amount) for amount in row[1:]]
    unclear = known.count(0)
    if len(row) < 2 or unclear > _MOST_UNCLEAR:
        return []
    ways = product((1, -1), repeat=unclear)
    tried = [_with_signs(row, result, _filled(known, way)) for way in ways]
    fitting = _first_that_holds(tried)
    beside = _by_the_sign_beside(known)
    if fitting or 0 in beside:
        return fitting
    if unclear:
        # What fits without the unclear ones says that they are parts, and no flows.
        sure = [row[0], *(a for a, sign in zip(row[1:], known, strict=True) if sign)]
        without = [_with_signs(sure, result, [sign for sign in known if sign])]
        return _first_that_holds(without) or [_with_signs(row, result, beside)]
    # 发放 may be what was given out or what was given to one.
    turned = (_with_signs(row, result, _turned(known, at)) for at in range(len(known)))
    return _first_that_holds(list(turned)) or tried


def _by_the_sign_beside(known: Sequence[int]) -> list[int]:
    """The signs where a number whose words tell none goes the way of those around it: what came is
    told first, then what went. 0 is left where it stands between the two."""
    signs: list[int] = []
    for at, sign in enumerate(known):
        before = -1 if -1 in known[:at] else 0
        behind = 1 if 1 in known[at:] and -1 not in known[:at] else 0
        signs.append(sign or before or behind)
    return signs


def _filled(known: Sequence[int], way: Sequence[int]) -> list[int]:
    """The signs with those that the words do not tell filled in, in order."""
    left = iter(way)
    return [sign or next(left) for sign in known]


def _turned(signs: Sequence[int], at: int) -> list[int]:
    """The signs with one of them turned."""
    return [-sign if index == at else sign for index, sign in enumerate(signs)]


def _with_signs(row: Sequence[Amount], result: Amount, signs: Sequence[int]) -> NumberRelation:
    """The balance from an opening number by those behind it with their signs."""
    start = min(amount.start for amount in row)
    return NumberRelation(
        Arithmetic.BALANCE, tuple(row), result, start, result.end, signs=(1, *signs)
    )


def _sign(amount: Amount) -> int:
    """1 for what came, -1 for what went, 0 where the words do not tell."""
    minus, plus = _MINUS.search(amount.label), _PLUS.search(amount.label)
    if bool(minus) == bool(plus):
        return 0
    return -1 if minus else 1


def _surplus(earlier: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """收入总计A；支出总计B，收支相抵后结余C."""
    income = _labelled(earlier, _INCOME)
    spending = _labelled(earlier, _SPENDING)
    pairs = product(reversed(income), reversed(spending))
    tried = [difference(*pair, result) for pair in pairs]
    fitting = _first_that_holds(tried)
    if fitting or len(tried) == 1 or (tried and _are_totals(income[-1], spending[-1])):
        yield from fitting or tried[:1]


def _first_that_holds(tried: Sequence[NumberRelation]) -> list[NumberRelation]:
    return [relation for relation in tried if verdict(relation).holds][:1]


def _labelled(amounts: Sequence[Amount], words: re.Pattern[str]) -> list[Amount]:
    return [amount for amount in amounts if words.search(amount.label)]


def _are_totals(income: Amount, spending: Amount) -> bool:
    return all(re.search("总|合计", amount.label) for amount in (income, spending))


def _left(
    phrase: Phrase, row: Sequence[Amount], earlier: Sequence[Amount], result: Amount
) -> Iterator[NumberRelation]:
    """What is left of a number after what was done of it; none where they are parts of a list."""
    if "其中" in phrase.between(phrase.start, result.start):
        return
    fitting = _fitting(row, result) or _fitting(earlier, result)
    if fitting:
        yield replace(fitting[0], explicit=False)
    elif len(row) > 1:
        whole, done = row[-2:]
        if _is_planned(done, whole):
            whole, done = done, whole
        spent = bool(_SPENT.search(done.label + done.tail)) and not _is_denied(whole, result)
        spent = spent or (_is_rest(phrase, done, result) and len(earlier) == _NEAR)
        if spent and whole.value >= done.value and not _is_carried(whole, done, result):
            yield replace(difference(whole, done, result), explicit=False)


def _is_rest(phrase: Phrase, done: Amount, result: Amount) -> bool:
    """Whether a number is by its name what remains of another, 其余41个, and no part of a list."""
    listed = phrase.between(done.end, result.start).startswith("、")
    return bool(_REST.match(result.label)) and not listed


def _is_planned(done: Amount, whole: Amount) -> bool:
    """Whether the second of two numbers is the plan of which the first was done."""
    if done.role is Role.TARGET:
        return True
    return bool(_PLANNED.search(done.label)) and not _PLANNED.search(whole.label)


def _is_denied(whole: Amount, result: Amount) -> bool:
    """Whether a number is what was done, and what is left denies it: 完成688个，…，未完成5个."""
    denied = _DENIED.search(result.label)
    said = _ALREADY.sub("", whole.label)
    return denied is not None and said.startswith(denied["what"][:_LETTERS])


def _is_carried(whole: Amount, done: Amount, result: Amount) -> bool:
    """Whether what is left comes from before, or the whole was itself paid."""
    if _OPENING.search(result.label) or _PAID.search(whole.label):
        return True
    return bool(re.search("结余|结转", done.label))


def _last_said(phrase: Phrase, row: Sequence[Amount], result: Amount) -> int:
    """The clause of a number, or of the rate that stands between it and those before."""
    between = [a for a in phrase.amounts if row[-1].end <= a.start < result.start]
    rates = [a for a in between if a.quantity.unit == "%"]
    return rates[0].clause if len(between) == len(rates) == 1 else result.clause


def _gap(phrase: Phrase, row: Sequence[Amount], result: Amount) -> Iterator[NumberRelation]:
    """账面1840万元，盘点1716万元，相差124万元; where nothing fits, of two numbers only."""
    fitting = _fitting(row, result)
    trade = [a for word in ("出口", "进口") for a in row if a.label.endswith(word)]
    if fitting:
        yield fitting[0]
    elif _OF_TRADE.search(result.label):
        yield from (larger_first(trade[0], one, result) for one in trade[1:_NEAR])
    elif "其中" in phrase.between(phrase.start, result.start):
        return
    elif len(row) == 2 and row[-1].clause >= _last_said(phrase, row, result) - 1:
        yield replace(larger_first(row[0], row[1], result), explicit=False)


def _after_taking_off(flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A，扣除B后，还有C: three numbers that follow one another."""
    for whole, off, rest in zip(flat, flat[1:], flat[2:], strict=False):
        if _TAKEN_OFF.search(off.label) and _follow(whole, off, rest):
            relation = difference(whole, off, rest)
            told = _AFTER_TAKING_OFF.search(off.tail + rest.label)
            if told or verdict(relation).holds:
                yield relation


def _follow(*amounts: Amount) -> bool:
    """Whether numbers of one unit stand in clauses that follow, in one group."""
    first = amounts[0]
    steps = [b.clause - a.clause for a, b in pairwise(amounts)]
    alike = all(a.base == first.base and a.group == first.group for a in amounts)
    return alike and max(steps) <= _NEAR


def _rate_over(
    phrase: Phrase, planned: Amount, spent: Amount, over: Amount
) -> Iterator[NumberRelation]:
    """超概算234万元，超9%."""
    for rate in phrase.amounts:
        beside = rate.start > over.end and rate.clause == over.clause + 1
        if beside and rate.quantity.unit == "%" and rate.label.startswith("超"):
            yield NumberRelation(Arithmetic.CHANGE, (planned, spent), rate, planned.start, rate.end)
