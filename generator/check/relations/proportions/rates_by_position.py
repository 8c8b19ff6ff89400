"""Rates whose numbers their place tells and not their names: 计划1500人，实际培训1647人，完成率109.8%;
5230件纠纷中，3917件握手言和，成功率74.9%; 化解率按笔数计91.1%、按金额计91.8%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.compared_plans import of_called, of_compared_plan
from generator.check.relations.proportions.known_rates import known_rate
from generator.check.relations.proportions.pairs import (
    OTHER_UNITS,
    alike,
    is_telling,
    share_relation,
)
from generator.check.relations.proportions.rate_stems import is_of_another_way, own_words
from generator.model.regex import regex
from generator.model.replacing import replace

_NAME = regex(
    r"(?P<stem>[^，。；、\d的]{1,14}?)(?:率|进度|(?<![方层表平地路市全海墙水界])面)"
    r"(?:约|已|均|仅|也|就|由此|因此|相应|分别)*(?:为|达到?|是|实现|达|高达|只有)*(?:约)?$"
)
_NEVER = regex(
    "贫困发生|增长(?!面)|同比|失业|死亡|出生|增幅|利率|税|城镇化|森林|产销|满意|知晓|覆盖|普及|入学|入园"
)
_THESE = regex(
    r"[^，。；、\d]{0,14}?\s*当?[中里](?![央心小等国部型级学])[，,]?(?:已经?|现|目前|就)*$"
)
_LEFT = regex("^(?:未|尚未|还有|其余|剩余|余下|正在)")
_COMPLETED = regex("(?:任务|计划|目标|总体|年度|指标|投资)*(?:完成|达成|实现)")
_PLANNED = regex("计划|任务|目标|指标|(?:设计|规划|应建|拟建|核定)(?!能力|单位|方案|院)")
_OWN_COMPLETED = regex(r"(?P<what>[^，。；、\d]{2,4})(?:完成|达成|实现)")
_OVER = regex("结转下|转入下|超|多完成|少完成|欠|缺口|差|余下|剩余|结余|结存|尚")
_CARRIED_OUT = regex("^(?:已|实|累计|全年|共|截至|至|到|完成|其中|有|年末|目前)|实际|完成")
_DUE, _MET = (
    regex(r"应(?P<verb>[^，。；、对急用届][^，。；、]{0,4})"),
    regex(r"^(?:已|实际|实|已实)(?P<verb>[^，。；、]{1,5})"),
)
_BASE_BEHIND = regex(r"[^，。；、\d]{0,4}?(?:为基数|为分母|作基数|作分母|计算?|测算)$")
_BASE_BEFORE = regex(r"(?:^|[若如])[以按](?!时|期|规)[^，。；]{0,12}$")
_BY_UNIT = regex("按(?P<what>[^，。；、和与及\\d]{1,2})(?:数|额)?(?:计算?|口径|统计|看|算)")
_BY_UNITS = regex(
    "按(?P<one>[^，。；、和与及\\d]{1,3})[、和与及](?P<two>[^，。；、和与及\\d]{1,3})"
    "(?:计算?|统计|分别计算?)(?:的)?[^，。；]{0,8}率(?:分别|依次)?[为是达]?$"
)
_UNITS = (
    ("金额", "元"),
    ("资金", "元"),
    ("面积", "亩"),
    ("面积", "平方米"),
    ("面积", "公顷"),
    ("里程", "米"),
    ("重量", "公斤"),
)
_CHANGED_BUDGET = regex("调整后?的?(?:全年)?预算数?[为是达]?$|预算调整[为至到]$")
_SPENT = regex("支出|执行|使用|支付|决算")
_IS_OF_ALL = regex(
    "(?:资金|预算|项目|总体|案件|综合|问题)*(?:支出|支付|拨付|办结|结案|使用|兑付|兑现|到位|整改|化解|处置|销号|发放|回收|审结)"
)
_IS_STAGE = regex("开工|竣工|完工|投产|入库|复工|签约|履约|验收|达产|审批|开业|入驻|覆盖")
"""有12个列入省级计划，开工率90%: what was begun, of which the number before says nothing."""
_CALLED_ALL = regex("^(?:合计|共计|总计|共)|应[办付收拨支结]|(?:合计|共计|总计|总额|总数)[为达]?$")
_SAVED = regex("(?:[审核压调缩]减|节[约省支资]|压缩|下浮|降低|让利|优惠)[了]?$")
_PAIR, _FAR, _HEAD = 2, 3, 5
_LEAST, _MOST = Decimal("0.55"), Decimal("1.8")
_HUNDRED, _THOUSAND = 100, 1000


def rates_by_position(phrase: Phrase) -> Iterator[NumberRelation]:
    """The rates of a phrase whose part and whole are told by where they stand."""
    for at, rate in enumerate(phrase.amounts):
        if rate.role is not Role.SHARE or rate.qualifier or rate.base not in ("%", "‰"):
            continue
        before = [a for a in phrase.amounts[:at] if _is_size(a)]
        read = _read(phrase, rate, before)
        if read and _may_be_meant(phrase, read):
            yield replace(read, explicit=False)


def _is_size(amount: Amount) -> bool:
    roles = (Role.PLAIN, Role.TARGET, Role.AFTER)
    return amount.role in roles and amount.base not in OTHER_UNITS and not amount.qualifier


def _read(phrase: Phrase, rate: Amount, before: Sequence[Amount]) -> NumberRelation | None:
    sizes = [a for a in phrase.amounts if a.end <= rate.start]
    by_unit = of_compared_plan(rate, sizes) or _of_unit(phrase, rate, before)
    name = _NAME.search(rate.label)
    if by_unit or name is None or _NEVER.search(name[0]):
        return by_unit
    stem = name["stem"]
    called = of_called(rate, before) if before and _is_linked(before[-1], stem) else None
    if called or is_of_another_way(before, stem):
        return called
    ways = (
        _of_these,
        _of_plan,
        _of_budget,
        _of_due,
        _of_base,
        _of_saved,
        _beside,
        _of_total,
        known_rate,
    )
    return next((read for way in ways if (read := way(phrase, rate, before, stem))), None)


def _may_be_meant(phrase: Phrase, relation: NumberRelation) -> bool:
    """Whether a rate is right, or wrong by a slip and right of no two other numbers."""
    if verdict(relation).holds:
        return True
    part, whole = relation.terms
    rate = relation.result
    if rate is None or not whole.value or not rate.value:
        return False
    all_of_it = _THOUSAND if rate.base == "‰" else _HUNDRED
    times = part.value * all_of_it / whole.value / rate.value
    sizes = [a for a in phrase.amounts if _is_size(a)]
    others = (share_relation(*pair, rate) for pair in permutations(sizes, 2) if alike(*pair))
    right = any(is_telling(one) and verdict(one).holds for one in others)
    return _LEAST <= times <= _MOST and not right


def _of_these(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """在5230件纠纷中，有3917件握手言和，成功率74.9%: the number behind 中 of the one before it."""
    row = [a for a in before if not (_LEFT.search(a.label) and a.group == rate.group)]
    for whole, part in zip(row[-2:-1], row[-1:], strict=False):
        words = phrase.between(whole.end, part.start - len(part.label))
        named = words + part.label
        starts = (words, words + part.label.partition("有")[0], named[: named.find("中") + 1])
        led = any(map(_THESE.fullmatch, starts))
        left = sum(a.start > part.start for a in before)
        beside = rate.clause - part.clause == 1 + left and part.clause - whole.clause <= 1
        linked = _is_linked(part, stem)
        meant = linked or not (_IS_OF_ALL.fullmatch(stem) or _IS_STAGE.search(stem))
        if led and beside and meant and alike(part, whole) and part.value <= whole.value:
            return replace(share_relation(part, whole, rate), hint=not linked)
    return None


def _of_plan(_: Phrase, rate: Amount, before: Sequence[Amount], stem: str) -> NumberRelation | None:
    """计划培训1500人，实际培训1647人，完成率109.8%: the one number of a plan, the one behind it."""
    own = [a for a in before if a.group == rate.group and not _OVER.search(a.label)]
    plans = [a for a in own if _PLANNED.search(a.label + a.tail)]
    if not _COMPLETED.fullmatch(stem):
        of = _OWN_COMPLETED.fullmatch(stem)
        plans = [a for a in plans if of and of["what"] in a.label]
    plans = [a for a in plans if a.base == "元" or "投资" not in stem]
    if len(plans) != 1:
        return None
    done = [a for a in own if alike(a, plans[0]) and a.start > plans[0].start]
    if len(done) == 1 and rate.clause - done[0].clause <= _PAIR:
        return share_relation(done[0], plans[0], rate)
    return None


def _of_due(_: Phrase, rate: Amount, before: Sequence[Amount], stem: str) -> NumberRelation | None:
    """应投保428家，已投保406家，参保率94.9%: what was due and what was done of it."""
    for due, met in zip(before[-2:-1], before[-1:], strict=False):
        verbs = _DUE.search(due.label), _MET.search(met.label)
        told = verbs[0] and verbs[1] and set(verbs[0]["verb"]) & set(verbs[1]["verb"]) & set(stem)
        near = rate.clause - met.clause == 1 and met.clause - due.clause == 1
        if told and near and alike(due, met):
            return share_relation(met, due, rate)
    return None


def _of_base(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """以全年立案326件为基数，结案率为92.3%: the base that is said, and what the rate is called after."""
    for base in before[-1:]:
        said = _BASE_BEFORE.search(base.label) and _BASE_BEHIND.fullmatch(base.tail)
        called = [a for a in before[:-1] if alike(a, base) and _is_linked(a, stem)]
        if said and rate.clause - base.clause == 1 and len(called) == 1:
            return share_relation(called[0], base, rate)
    return None


def _beside(_: Phrase, rate: Amount, before: Sequence[Amount], stem: str) -> NumberRelation | None:
    """审结4052件，其中调解1864件，调解率46%: the only two numbers of a unit, the last with the name."""
    own = [a for a in before if a.group == rate.group]
    row = [a for a in own if own and alike(a, own[-1])]
    if len(row) != _PAIR or own[-1] is not row[-1]:
        return None
    whole, part = row
    near = rate.clause - part.clause == 1 and part.clause - whole.clause <= _FAR
    what, verb = stem[:-_PAIR], stem[-_PAIR:]
    named = bool(what) and what in whole.label and part.label.endswith(verb)
    told = (
        ((_CARRIED_OUT.search(part.label) and part.value <= whole.value) or named)
        and _is_linked(part, stem)
        and not _is_linked(replace(whole, label=whole.label[-_HEAD:]), stem)
    )
    if near and told and not _OVER.search(part.label):
        return share_relation(part, whole, rate)
    return None


def _of_saved(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """合同价1268.3万元，结算审定1231.7万元，审减36.6万元，审减率2.9%: what was taken off, of the number that
    it was taken from."""
    saved = before[-1] if before else rate
    near = saved.group == rate.group and rate.clause - saved.clause == 1
    if not near or not _SAVED.search(stem) or not _SAVED.search(saved.label):
        return None
    for whole, left in zip(before[-3:-2], before[-2:-1], strict=True):
        if alike(whole, left) and whole.value - left.value == saved.value:
            return share_relation(saved, whole, rate)
    return None


def _of_budget(
    _: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """年初预算480万元，调整后预算522万元，实际支出497.6万元，预算执行率95.3%: of the last budget."""
    spent = before[-1] if before else rate
    budgets = [a for a in before[:-1] if _CHANGED_BUDGET.search(a.label) and alike(a, spent)]
    beside = rate.clause - spent.clause == 1 and spent.group == rate.group
    if stem.endswith("执行") and beside and _SPENT.search(spent.label) and len(budgets) == 1:
        return share_relation(spent, budgets[0], rate)
    return None


def _of_total(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], stem: str
) -> NumberRelation | None:
    """中央资金1750万元，县级875万元，共2625万元，至年底支付2178.8万元，支付率83%: of what is called all;
    else of the first number, which the others fill."""
    own = [a for a in before if a.group == rate.group and not _OVER.search(a.label)]
    done = own[-1] if own else rate
    called = done.label.rstrip("了为达约").endswith(own_words(stem)[-2:])
    if not _IS_OF_ALL.fullmatch(stem) or not own or not called:
        return None
    near = rate.clause - done.clause == 1 + sum(a.start > done.start for a in before)
    row = [a for a in before if alike(a, done) and a.start < done.start]
    totals = [a for a in row if _CALLED_ALL.search(a.label)]
    head = row[:1] if len(row) == 1 or (len(row) > _PAIR and fills(row[1:], row[0])) else []
    for whole in (totals[-1:] or head) if near else ():
        return share_relation(done, whole, rate)
    return None


def _is_linked(amount: Amount, stem: str) -> bool:
    """Whether a number has a character of the name of a rate: 告破 and 破案率."""
    return bool(set(own_words(stem)[-2:]) & set(amount.label + amount.tail))


def _of_unit(phrase: Phrase, rate: Amount, before: Sequence[Amount]) -> NumberRelation | None:
    """化解率按笔数计91.1%、按金额计91.8%; 按处数和面积计算的出租率分别为89.1%、90.6%: the two numbers of
    the unit that is said."""
    what = _what_is_counted(phrase, rate)
    row = [a for a in before if a.group == rate.group and _is_of(a, what)] if what else []
    if len(row) != _PAIR or not alike(*row) or row[0].value < row[1].value:
        return None
    return share_relation(row[1], row[0], rate)


def _what_is_counted(phrase: Phrase, rate: Amount) -> str:
    """What a rate is reckoned by, 笔 of 按笔数计; "" where nothing says it."""
    said = _BY_UNIT.search(rate.label)
    if said:
        return said["what"]
    numbers = [a for a in phrase.amounts if a.end <= rate.start]
    led = _BY_UNITS.search(phrase.between(rate.start - len(rate.label) - 12, rate.start))
    if led:
        return led["one"]
    beside = bool(numbers) and not rate.label.strip("和及与、") and numbers[-1].base == "%"
    last = numbers[-1] if beside else None
    led = (
        _BY_UNITS.search(phrase.between(last.start - len(last.label) - 12, last.start))
        if last
        else None
    )
    return led["two"] if led else ""


def _is_of(amount: Amount, what: str) -> bool:
    """Whether a number is of the unit that is called: 笔 of 笔数, 元 of 金额."""
    known = [base for word, base in _UNITS if word.startswith(what) or what.startswith(word)]
    return amount.base in known or (bool(amount.base) and what.removesuffix("数") == amount.base)
