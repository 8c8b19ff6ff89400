"""Rates by their own name: 已开工26个，开工率92.9%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from generator.check.relations.algebra.holding import verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.growth.bracket_bases import target_in_bracket
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import (
    OTHER_UNITS,
    alike,
    are_exact,
    before_position,
    earlier,
    is_telling,
    share_relation,
)
from generator.check.relations.proportions.rate_stems import (
    ANNOUNCED,
    NOTICED,
    OPEN_PART,
    RATE,
    STAGE,
    TELLING,
    is_of_another_way,
    likeness,
    own_words,
)
from generator.check.relations.proportions.rates_by_words import by_words, may_be_share
from generator.check.relations.proportions.urban_rates import urban_rate
from generator.model.regex import regex
from generator.model.replacing import replace

_ALREADY = regex("^(?:已经?|目前|现|全部|共|累计|完成)+")
_NO_STEM = regex(
    "^不|^未|贫困发生|增长(?!面)|同比|失业|死亡|出生|满意|知晓|覆盖|普及|巩固|入园|毛入|参保|增幅|收益|回报|利(?!用)|税|城镇化|森林|满"
    "|产销|自给|农机化|债务$"
)
_OWED, _REAL = (
    regex(r"应(?P<verb>[^，。；、])"),
    regex(r"^(?:已|实际?|已实)(?P<verb>[^，。；、])"),
)
"""应免 and 实免: what was due and what was done of it."""
_NEVER = regex("贫困发生|收益|回报|增长|同比|失业|死亡|出生|增幅|利|税|城镇化|森林|产销|农机化")
_ASKED = regex("应|目标|任务|受理|投诉|回访|抽[查检测样]|检[查测验]|适龄")
"""Of what a rate of the satisfied, the insured or the unfit is: those who were asked."""
_PART_OF_YEAR = regex("季度|月|半年")
_DAYS_OF_YEARS = 365, 366
_ALL = 100
_NAME = 3
_IS_OF_DUE = regex("按期|按时|及时|不予|到期|结转")
"""按期办结率: of what was due, which is not all that came."""
_POPULATION = regex("人口|总|共|应|目标")
_SUBMITTED, _TAKEN_OFF = regex("[送报]审|申报"), regex("[核审]减")
_FAR, _LETTERS = 5, 2
_SORT = regex(
    "(?P<sort>.{2,}?)类?(?:案件|项目|资金|投诉|问题|隐患|企业|工程|事项|任务|建议|提案)(?P<verb>..+?)"
)
_ANY_SORT = regex(
    "全[年部国省市州县区旗镇乡村]|[我本][省市州县区旗镇乡村]"
    "|[各两]类|所有|[总整]体|[年本当]年?度|[今当本]年|累计|其中|目前|平均|专项|项目"
)


def named_rate(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], after: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """A rate with the part that it is called after, and the whole of that part."""
    name = RATE.search(rate.label)
    if name is None:
        return
    stem = name["stem"]
    near = _near(before, rate)
    planned = target_in_bracket(phrase, near[-1]) if near and "完成" in stem else None
    if planned:
        yield share_relation(near[-1], planned, rate)
        return
    if not near:
        yield from _behind(after, rate, stem)
        return
    fitting = _fitting(near, after, rate, stem)
    fitting = fitting or _fitting_earlier(phrase, near, rate, stem)
    fitting = fitting or _of_the_head(phrase, near[-1], rate, stem) or urban_rate(near, rate)
    if fitting:
        yield replace(fitting, explicit=False)
    elif _is_of_what_was_owed(near[-_LETTERS:], rate, stem):
        yield share_relation(near[-1], near[-2], rate)
    elif _is_of_days(near, rate, stem) and not _PART_OF_YEAR.search(phrase.text):
        yield _of_the_year(near[-1], rate)
    elif is_of_another_sort(near, stem) or is_of_another_way(near, stem):
        return
    elif _tells_its_numbers(near, rate, stem) and not _is_of_some_of_these(phrase, near[-1], rate):
        found = by_words(phrase, rate, near, stem)
        yield from (one for one in found if not _is_no_share(one, name[0]))


def _is_of_some_of_these(phrase: Phrase, last: Amount, rate: Amount) -> bool:
    """Whether a rate is that of some of what the numbers before it count: 审减率10.8%，其中房建类
    审减率12.6%."""
    return "其中" in phrase.between(last.end, rate.start)


def is_of_another_sort(near: Sequence[Amount], stem: str) -> bool:
    """Whether the name of a rate names a sort of things that no number before is of: 受理案件360件，
    审结320件，审判案件结案率92%."""
    named = _SORT.fullmatch(stem)
    sort = _ANY_SORT.sub("", named["sort"]) if named else ""
    said = (amount.label + amount.tail for amount in near)
    return len(sort) >= _LETTERS and not any(sort[-_LETTERS:] in words for words in said)


def _behind(after: Sequence[Amount], rate: Amount, stem: str) -> Iterator[NumberRelation]:
    """实收率92%，应收水费1450万元，实收1334万元: the two numbers just behind their rate."""
    row = [a for a in after[:_LETTERS] if a.role is Role.PLAIN and a.group == rate.group]
    steps = [a.clause - rate.clause for a in row]
    if steps != [1, 2] or not alike(row[0], row[1]) or _NO_STEM.search(stem):
        return
    pairs = ((row[0], row[1]), (row[1], row[0]))
    said = [pair for pair in pairs if _is_said(pair[0], pair[1], stem)]
    for whole, part in said[:1]:
        yield replace(share_relation(part, whole, rate), explicit=False)


def _is_said(whole: Amount, part: Amount, stem: str) -> bool:
    """Whether one number is announced and the other is what a rate is called after."""
    called = likeness(part, stem) and not OPEN_PART.search(part.label)
    return bool(ANNOUNCED.search(whole.label)) and bool(called)


def _is_no_share(relation: NumberRelation, name: str) -> bool:
    """Whether a 比重 would be that of something to less than it: then it is one of other numbers."""
    part, whole = relation.terms[:2] if len(relation.terms) > 1 else (None, None)
    return "比重" in name and part is not None and whole is not None and part.value > whole.value


def _tells_its_numbers(near: Sequence[Amount], rate: Amount, stem: str) -> bool:
    """Whether a rate of this name is one of the numbers beside it."""
    return not _NO_STEM.search(stem) or _is_named_with_whole(near, rate, stem)


def _is_of_days(near: Sequence[Amount], rate: Amount, stem: str) -> bool:
    """Whether a rate is that of the good days of a year: 优良天数347天，优良率95.1%."""
    if not near or near[-1].base != "天" or "天数" not in near[-1].label:
        return False
    name = own_words(re.sub("天数|比$", "", stem))
    beside = rate.clause - near[-1].clause == 1
    return beside and bool(name) and name in near[-1].label


def _of_the_year(days: Amount, rate: Amount) -> NumberRelation:
    """Days as a share of those of a year, a leap year where only that fits."""
    span = days.start, rate.end
    tried = [
        NumberRelation(Arithmetic.SHARE, (days,), rate, *span, factor=Decimal(year))
        for year in _DAYS_OF_YEARS
    ]
    return next((one for one in tried if verdict(one).holds), tried[0])


def _is_named_with_whole(near: Sequence[Amount], rate: Amount, stem: str) -> bool:
    """Whether part and whole of a rate that is mostly one of something else are both named.

    应参保18万人，已参保17万人，参保率95%; 抽检320批次，不合格8批次，不合格率2.5%.
    """
    named = [a for a in near if rate.clause - a.clause == 1 and stem[-_NAME:] in a.label][-1:]
    if _NEVER.search(stem):
        return False
    asked = [a for one in named for a in before_position(near, one.start) if alike(a, one)]
    asked = [a for a in asked if a.group == rate.group] or asked
    said = any(_ASKED.search(amount.label + amount.tail) for amount in (*asked, *named))
    return len(asked) == 1 and said


def _near(before: Sequence[Amount], rate: Amount) -> list[Amount]:
    """The numbers with a unit in the clauses before a rate that may be a part or a whole."""
    roles = (Role.PLAIN, Role.TARGET, Role.AFTER, Role.EACH)
    own = [a for a in before if a.role in roles and a.base not in OTHER_UNITS]
    # 蔬菜720批次合格率98.9%: the words behind the number are the name of a rate.
    own = [replace(a, tail="") if a.tail.endswith("率") else a for a in own]
    return [
        a for at, a in enumerate(own) if rate.clause - a.clause <= _FAR or _leads(own, at, rate)
    ]


def _leads(own: Sequence[Amount], at: int, rate: Amount) -> bool:
    """Whether a number is the first of a list behind which a rate stands, in its sentence part:
    一、二类桥 are two clauses and one name."""
    few = len(own) - at <= _FAR
    return few and own[at].group == rate.group and not any(a.group == rate.group for a in own[:at])


def _fitting(
    near: Sequence[Amount], after: Sequence[Amount], rate: Amount, stem: str
) -> NumberRelation | None:
    """The pair of numbers that the rate is right of, if the words or the numbers vouch for it."""
    behind = [a for a in after[:2] if a.role is Role.PLAIN and _POPULATION.search(a.label)]
    behind += [a for a in after[2:] if a.role is Role.PLAIN and a.label.startswith("总")]
    tried = product(reversed(near), (*reversed(near), *behind))
    pairs = [pair for pair in tried if may_be_share(*pair, rate)]
    pairs.sort(key=lambda pair: _rank(pair[0], pair[1], stem))
    for part, whole in pairs:
        relation = share_relation(part, whole, rate)
        if verdict(relation).holds and _is_vouched(part, whole, rate, stem, near):
            return relation
    return None


def _fitting_earlier(
    phrase: Phrase, near: Sequence[Amount], rate: Amount, stem: str
) -> NumberRelation | None:
    """The one number of its unit before a rate, with a number of a sentence before of which it is
    right: 立案864起。破案527起，破案率61%."""
    part = near[-1]
    beside = rate.clause - part.clause == 1 and part.group == rate.group
    called = likeness(part, stem) >= TELLING and not OPEN_PART.search(part.label)
    if not (beside and called) or sum(alike(a, part) for a in near) > 1:
        return None
    tried = (share_relation(part, whole, rate) for whole in earlier(phrase, part)[::-1])
    return next((relation for relation in tried if verdict(relation).holds), None)


def _of_the_head(phrase: Phrase, part: Amount, rate: Amount, stem: str) -> NumberRelation | None:
    """受理举报501件，其中广告类329件；已处理474件，处理率94.6%: behind ； a rate is of what the
    sentence announces first, where its part is nothing but what was done of it."""
    head = next((a for a in phrase.plain if alike(a, part)), part)
    beside = rate.clause - part.clause == 1 and part.group == rate.group
    done = _ALREADY.sub("", part.label) == stem
    announced = re.search(f"{ANNOUNCED.pattern}|{NOTICED}", head.label) and are_exact(part, head)
    # 出生率 and 死亡率 are of the mean of the population of two years.
    if not (beside and done and announced) or head.group == part.group or _NEVER.search(stem):
        return None
    if head.value < part.value or _IS_OF_DUE.search(phrase.text):
        return None
    # A smaller base than the head, of which nothing is said, makes a rate higher, never lower.
    higher = rate.value >= part.value * _ALL / head.value
    return replace(share_relation(part, head, rate), hint=higher)


def _is_of_what_was_owed(pair: Sequence[Amount], rate: Amount, stem: str) -> bool:
    """Whether two numbers just before a rate are what was due and what was done: 应免4.18万头，
    实免4.15万头，免疫密度99.3%."""
    if len(pair) < _LETTERS or pair[0].group != rate.group or not alike(*pair):
        return False
    owed, done = _OWED.search(pair[0].label), _REAL.search(pair[1].label)
    steps = pair[1].clause - pair[0].clause, rate.clause - pair[1].clause
    return bool(owed and done and owed[1] == done[1] and done[1] in stem) and steps == (1, 1)


def _rank(part: Amount, whole: Amount, stem: str) -> tuple[int, bool, bool, bool]:
    """How well a pair goes with a rate's name, the best first: 核减率 is of what was submitted."""
    submitted = bool(_SUBMITTED.search(whole.label)) and bool(_TAKEN_OFF.search(stem))
    planned = "完成" in stem and "计划" in whole.label
    return -likeness(part, stem), not submitted, bool(STAGE.search(whole.label)), not planned


def _is_vouched(
    part: Amount, whole: Amount, rate: Amount, stem: str, near: Sequence[Amount]
) -> bool:
    """Whether a pair that fits is meant: by its words, or as chance would hardly make it fit."""
    if OPEN_PART.search(part.label) and not OPEN_PART.search(stem):
        return False
    if likeness(part, stem) or ANNOUNCED.search(whole.label):
        return True
    only = [a for a in near if alike(a, part)]
    return len(only) == _LETTERS or is_telling(share_relation(part, whole, rate))
