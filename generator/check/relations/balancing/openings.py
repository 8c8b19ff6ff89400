"""Opening and closing: 期初, 新增, 退出, 期末; 由A增加到B，新入库C、退库D."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from generator.check.relations.algebra.differences import first_that_holds, follow
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.numbers.amounts import BALANCED, Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

OPENING = regex(
    r"(?<!使用)(?<!动用)(?<!消化)(?<!盘活)(?<!统筹)(?<!安排)"
    r"(?:期初|年初|上[年期]末?[^，。；]{0,6}(?:结[转余存]|余额|滚存)|原有|月初|[上去]年[末底]|上[年期]结[转余]"
    r"|[旧原]存|上年未结)"
)
"""使用上年结转资金 is what was spent of it."""
_CLOSING = regex(
    r"期末|年末|年终|月末|年底|结余|结存|滚存|结转下年|调整(?:后)?预算|调整为|剩余|余额|现有|还有|实有"
    r"|未[审办执]?结$|库存|现存|在册|在管|[年期月][末底终]?(?:持有|蓄水|存栏|在院|在押|留存)"
)
_OF_THE_YEAR = regex("(?:[当本][年期月季](?:度|收支)*|收支)(?:[结节盈]余|缺口|赤字|亏空)")
"""当年结余: what came less what went, without what was there before."""
_AT_THE_END = regex("(?:截至)?(?:期|年|月|季|本年|当年)[末底终]")
_PLUS = regex(
    "新|收入|流入|追加|调增|购进|采购|招[聘录]|迁入|出生|投产|生产|增|转入|纳入|购入|调入|引进|到位|借入|发行"
    "|拨入|收购|收储|补助|拨款|补充|补栏|征缴|征收|筹集|收缴|受理|收到|立案|接收|入库|来水|调进|捐入|领取|补入|收案|归集|收益|利息|购置|新收"
    "|举借|收押|入[院矫园职会]|扩招|到账|进项|外购|购买|繁殖|成活|产仔|产[犊羔]|自繁|募集|捐赠|受赠|上解返还"
)
_MINUS = regex(
    "退出|减少|支出|调减|销号|转出|注销|注吊销|吊销|歇业|关闭|停业|死亡|消除|脱贫|报废|调出|清退|完成|出栏|核减|使用|流出|偿还|归还|还本|划出"
    "|拨出|核销|处置|兑付|支付|拨付|发放|办结|审结|化解|出库|调减|退|减|付|消化|上缴|发出"
    "|销售|售出|领用|耗用|支取|离职|离[院园校岗]|去世|病故|离世|辞职|调离|迁出|竣工|结案|执结|出售|供水|损耗|漏损|蒸发|清缴|解除|释放|毕业|退库"
    "|列支|释放|解矫|出[院矫园]|捕捞|退役|撤销|划转|销项|收回|回收|还清|结清|轮出|动支|消耗|转让|淘汰|拆除|使用|期满|剔旧|转院|终止|宰杀|屠宰"
)
_BY_ITS_END = regex(
    r"(?P<plus>增加|[调核扩]增|扩大)(?:了|约)?$|(?P<minus>减少|[调核]减)(?:了|约)?$"
)
"""退耕还林增加, 新建占用减少: the last word tells."""
_NEWLY = regex("新(?:发放|投放|拨付|放贷|借出)")
_GIVEN = regex("拨付|下拨|划拨|拨款|下达|发放|安排")
_ALL_OF = regex("共|总|合计|累计")
_FOUR = 4
_MOST_UNCLEAR = 3
_NEAR = 2
_FROM = regex("(?:^|[^理缘来])[由从](?![于此])[^，。；]*$")
_ARRIVES = regex(
    r"(?:[变调降升增减整改转扩缩][为至到成]|[增减]少?加?[为至到]|变更为|到)(?:了|年末的?|目前的?)?$"
)


def closed_behind(phrase: Phrase, flat: Sequence[Amount]) -> Iterator[NumberRelation]:
    """年初结存A，归集B，使用C。年末结存D: what closes stands at the head of the next sentence."""
    before = phrase.before
    if before is None:
        return
    for result in flat[:1]:
        if not _AT_THE_END.match(result.label) or not _closes(result):
            continue
        row = [a for a in before.amounts if a.role in BALANCED and a.base == result.base]
        opened = _opened(row)
        closed_before = any(_AT_THE_END.match(amount.label) for amount in opened)
        if opened and not closed_before and len(opened) > _NEAR:
            yield from closed_by(opened, result)


def between_states(phrase: Phrase) -> Iterator[NumberRelation]:
    """由年初的118家增加到131家，新入库19家、退库6家; 由612人经新纳入43人、核减58人，变为597人: from one to
    the other by what came and went."""
    yield from _states_first(phrase)
    yield from _flows_between(phrase)


def _flows_between(phrase: Phrase) -> Iterator[NumberRelation]:
    """由A经新纳入B、核减C，变为D: the flows stand between the states."""
    amounts = phrase.amounts
    for at, before in enumerate(amounts):
        if not _FROM.search(before.label) or _ARRIVES.search(before.label):
            continue
        flows: list[Amount] = []
        for after in amounts[at + 1 :]:
            if not follow(amounts[at + len(flows)], after):
                break
            if _ARRIVES.search(after.label) and len(flows) > 1:
                signs = (1, *map(sign_of, flows))
                yield relation_of(Arithmetic.BALANCE, (before, *flows), after, signs)
            if not sign_of(after) or after.role not in BALANCED:
                break
            flows.append(after)


def _states_first(phrase: Phrase) -> Iterator[NumberRelation]:
    """由A增加到B，新入库C、退库D."""
    amounts = phrase.amounts
    for at in range(len(amounts) - _FOUR + 1):
        before, after, one, other = amounts[at : at + _FOUR]
        in_unit = all(
            a.base == before.base and a.group == before.group for a in (after, one, other)
        )
        flows = one.role is other.role is Role.PLAIN
        states = before.role is Role.BEFORE and after.role is Role.AFTER and in_unit and flows
        if states and {sign_of(one), sign_of(other)} == {1, -1} and follow(after, one, other):
            signs = (1, sign_of(one), sign_of(other))
            span = before.start, other.end
            terms = (before, one, other)
            yield NumberRelation(Arithmetic.BALANCE, terms, after, *span, signs=signs)


def _closes(result: Amount) -> bool:
    is_flow = _OF_THE_YEAR.match(result.label) or OPENING.search(result.label)
    return bool(_CLOSING.search(result.label)) and not is_flow


def _opened(row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers from the last opening one on; () where none opens."""
    for index in range(len(row) - 1, -1, -1):
        if OPENING.search(row[index].label):
            return tuple(row[index:])
    return ()


def closing(phrase: Phrase, row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The balance from an opening number on; what came may stand before it: 受理1084件，上年结转62件.

    [] where none opens it or the result does not close it.
    """
    opened = _without_parts(_opened(row))
    if not opened or not _closes(result) or _is_of_what_closed(phrase, opened, result):
        return []
    own = closed_by(opened, result)
    before = row[: len(row) - len(opened)]
    if len(opened) == 1 and (flows := _flows_at_end(before, opened[0])):
        return closed_by((opened[0], *flows), result)
    came = bool(before) and sign_of(before[-1]) > 0 and not _ALL_OF.search(before[-1].label)
    divided = "其中" in phrase.between(phrase.start, result.start)
    if not came or first_that_holds(own) or divided:
        return own
    together = closed_by((opened[0], before[-1], *opened[1:]), result)
    if len(opened) == 1:
        return first_that_holds(together)
    beside = opened[0].clause - before[-1].clause == 1
    return together if beside or not own else first_that_holds(together) or own


def _is_of_what_closed(phrase: Phrase, row: Sequence[Amount], result: Amount) -> bool:
    """Whether a number is part of one that closed before: 年末结余74万元，其中专项结余42万元."""
    closed = [amount for amount in row[1:] if _closes(amount)]
    return bool(closed) and "其中" in phrase.between(closed[-1].end, result.start)


def _without_parts(row: Sequence[Amount]) -> tuple[Amount, ...]:
    """The numbers but for those that 其中 makes parts of the one before: 收入58万元，其中捐赠36万元，支出49万元;
    and for what is left of those before in one year."""
    return tuple(
        amount
        for at, amount in enumerate(row)
        if not amount.label.startswith("其中")
        and not (at > _NEAR and _OF_THE_YEAR.match(amount.label))
    )


def _flows_at_end(before: Sequence[Amount], opening: Amount) -> Sequence[Amount]:
    """本年收入A，本年支出B，年初结转C，年末结转D: what came and went stands before what opens; ()
    where other numbers stand there too."""
    pair = before[-_NEAR:]
    beside = len(pair) == _NEAR and opening.clause - pair[-1].clause == 1
    told = beside and [sign_of(amount) for amount in pair] == [1, -1]
    return pair if told and len(before) == _NEAR else ()


def closed_by(row: Sequence[Amount], result: Amount) -> list[NumberRelation]:
    """The balance of an opening number, what came and what went.

    Where words do not tell a sign, the signs with which it fits; [] where none do.
    """
    known = [sign_of(amount) for amount in row[1:]]
    unclear = known.count(0)
    if len(row) < 2 or unclear > _MOST_UNCLEAR:
        return []
    ways = product((1, -1), repeat=unclear)
    tried = [_with_signs(row, result, _filled(known, way)) for way in ways]
    fitting = first_that_holds(tried)
    beside = signs_by_order(known)
    if fitting or 0 in beside:
        return fitting
    if unclear:
        # What fits without the unclear ones says that they are parts, and no flows.
        sure = [row[0], *(a for a, sign in zip(row[1:], known, strict=True) if sign)]
        without = [_with_signs(sure, result, [sign for sign in known if sign])]
        return first_that_holds(without) or [_with_signs(row, result, beside)]
    # 发放 may be what was given out or what was given to one.
    turned = (_with_signs(row, result, _turned(known, at)) for at in range(len(known)))
    fitting = first_that_holds(list(turned))
    if not fitting and _must_have_come(row, known):
        return [_with_signs(row, result, [1, *known[1:]])]
    # 年初存栏26万头，出栏38万头: what came is not told where more went than was there.
    left = sum((s * a.value for s, a in zip((1, *known), row, strict=True)), Decimal(0))
    return fitting or (tried if left >= 0 or 1 in known else [])


def _must_have_come(row: Sequence[Amount], known: Sequence[int]) -> bool:
    """Whether the first of two numbers was given to one by its size: of 3.62万元 no 20万元 can be
    拨付, and behind it stands what was spent."""
    given = len(row) > _NEAR and 1 not in known and bool(_GIVEN.search(row[1].label))
    return given and row[1].value > row[0].value


def signs_by_order(known: Sequence[int]) -> list[int]:
    """The signs where a number whose words tell none goes the way of those around it: what came is
    told first, then what went, which the last is. 0 is left where it stands between the two, or
    first of two of which the other came."""
    if list(known) == [0, 1]:
        return [0, 1]
    signs: list[int] = []
    for at, sign in enumerate(known):
        before = -1 if -1 in known[:at] else 0
        behind = 1 if any(known[at:]) and -1 not in known[:at] else 0
        if at == len(known) - 1 and 1 in (*known[:at], *signs):
            before = -1
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


def sign_of(amount: Amount) -> int:
    """1 for what came, -1 for what went, 0 where the words do not tell."""
    last = _BY_ITS_END.search(amount.label)
    if last:
        return 1 if last["plus"] else -1
    minus, plus = _MINUS.search(amount.label), _PLUS.search(amount.label)
    if minus and _NEWLY.search(amount.label):
        return 1
    if bool(minus) == bool(plus):
        return 0
    return -1 if minus else 1
