"""Shares that make a whole: 分别占60%、30%、10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import dropwhile, pairwise

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.compositions.apart_shares import (
    apart_shares,
    divide_all,
    shares_of_each,
)
from generator.check.relations.compositions.blocks_of_shares import blocks_of, may_be_whole
from generator.check.relations.compositions.opposite_rates import opposite_rates, with_grades
from generator.check.relations.compositions.shares_of_all import shares_of_all
from generator.check.relations.lists.wordings import are_graded, are_opposite, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_FULL = regex("合计|共计|全部|构成|总计")
_REST = regex("^其[他它余]|其他|^[^，。；、]{0,8}(?:剩余|余下|剩下|其余)的?$")
_DIVIDED = regex(
    r"按[^，。；]{1,12}分|[从分][^，。；]{1,12}看|结构|构成|组成|三次产业|三产|百分制"
    r"|(?:分别|依次|各)(?:承担|负担|分担)"
)
_NOT_OF_ALL = regex("职称|学历|学位|技[能术]等级")
_YOUNGEST, _OLDEST = regex("岁(?:及|及其)?以下"), regex("岁(?:及|及其)?以上")
_IN_ROW = regex("(?:分别|依次|各)占|(?:占比|比重|比例|份额|贡献率)(?:分别|依次)")
"""女性、少数民族、35岁以下各占…: says whose the shares are, and not that they are all."""
_SEEN_BY = regex("[从分按][^，。；]{1,12}[看分]，")
_DIVIDED_BY = regex("(?:^|[，。；])按[^，。；、\\d]{1,6}(?:分|划分|来分)[，,]$")
_COMPOSED = regex("百分制|组成")
_TOPIC = regex(
    r"(?:^|[，。；])[^，。；\d]{2,16}(?:中[，：:]?|方面[，：:])$|(?:^|[，。；])[^，。；\d]{2,12}[：:]$"
)
"""资金来源中，: the shares behind are of one thing, though nothing says that they are all of it."""
_LED_BY_NOUN = regex("[^，。；：、\\d]{3,16}，")
"""更新后的公交车辆，: what a list of shares is of, as far as its form tells."""
_HEADING = regex("(?:贡献率|构成|结构)(?:情况|方面|上|看)?[，,：:]$")
_TOPIC_IN_LABEL = regex("^[^，。；]{1,8}中(?![央小心等学国部型级])")
_NAMED_ROW = regex(
    r"(?:[^，。；：、\\d]{1,8}中)?(?P<names>[^，。；：\\d]+?)(?:(?:分别|依次|各)占[^，。；：、\\d]{0,8}"
    r"|占[^，。；：、\\d]{0,8}的?(?:比重|比例|份额)(?:分别|依次|各)[为是]?|的?(?:占比|比重|比例|份额)(?:分别|依次|各)[为是]?)"
)
_OF_WHICH = regex("(?P<named>[^，。；、]{2,8}?)中")
"""超标天数中, behind 超标天数占23.3%: parts of the last share."""
_IN_ORDER = regex("(?:占比|比重|比例|份额)(?:依次)?[为是]$")
_CHIEFLY = regex("主要|集中|前[二三四五十]|其中")
_LIST_OF_SHARES = regex(r"(?:结构|构成)(?:为|是|情况)*[：:，,]?$")
_BEGINS = regex("占|份额|比重|构成|比例|贡献|承担|负担|分担|持股|出资|认缴|控股")
_OF_YEARS = regex(
    r"\d{4}年?[-—–~～至、和到及]\d{4}年|[两二三四五六](?:个年度|年)[^，。；\d]{0,4}分别|逐年|历年"
)
"""2021—2023年…占比分别为36%、32%、29%: the share of each year, not what makes one whole."""
_UP_TO_SHARE = regex("[至到—-]|(?:及?以[上下])?[^，。；、]{0,8}占比?[约为]?")
_SPREAD = regex("各占?$")
"""甲、乙各占30%: one share of several."""
_IS_RATE = regex("[率度](?:[为达是约]|达到)*$|[增长升降高]")
_OF_TOTAL = regex("占[^，。；]{2,10}总[数量额]的?$")
"""分别占民事案件总数的86.62%、8.55%: of a total that may hold more than is named."""
_FIRST_CLASS = regex("^(?:Ⅰ|I|Ⅱ|II|一|二)(?:[~～—-]?[ⅠⅡⅢI]+)?类")
_NEAR = Decimal(65), Decimal(145)
_MISSED_BY_LITTLE, _ALL = Decimal(95), Decimal(100)
_ADDS_TO_GROWTH, _OF_ALL = regex("贡献率"), regex("[三3]次?产业|[一二三]产|[三3]大需求")
"""四个行业对增长的贡献率分别为: what other trades add is not named."""
_LEAVES_REST = regex("[，；、](?:其[余他它]|余下|剩余|剩下)(?![^，。；]{0,12}\\d)")
"""分别占74.0%、11.2%，其余为财政存款: what is left has no share of its own here."""
_OPEN_END = regex("等$|等[^级]")
_MANY, _PAIR, _FAR = 3, 2, 10


def structures(phrase: Phrase) -> Iterator[NumberRelation]:
    """Shares in one list that make a whole: they say 合计 or 全部, are divided by something, or
    the last is 其他; shares that stand apart where they make 100.
    """
    for pair in opposite_rates(phrase):
        grades = with_grades(phrase, pair)
        more = len(grades) > _PAIR
        if more and (_fits(grades) or (not _fits(pair) and _is_nearly_full(grades))):
            yield _whole(grades, hint=not _fits(grades))
        elif _fits(pair) or not _is_filled_behind(phrase, pair):
            yield _whole(pair, hint=not _fits(pair))
    surely = list(shares_of_all(phrase))
    yield from surely
    found = surely or list(_in_runs(phrase)) or list(_apart(phrase))
    yield from () if surely else found
    if not found:
        yield from _without_a_word(phrase)


def _apart(phrase: Phrase) -> Iterator[NumberRelation]:
    """Shares that stand apart where they make 100; a hint where their numbers divide the whole."""
    every = apart_shares(phrase)
    if len(every) > 1 and _fits(every):
        yield _whole(every)
        return
    for shares in shares_of_each(phrase):
        if _fits(shares):
            yield _whole(shares)
        elif _is_nearly_full(shares) and _are_of_all(phrase, shares):
            yield _whole(shares, hint=True)


def _are_of_all(phrase: Phrase, shares: Sequence[Amount]) -> bool:
    """Whether the words divide all of something into what has these shares: 从征收部门看, 男 and 女."""
    lead = phrase.between(phrase.start, shares[0].start)
    divided = _SEEN_BY.search(lead) and not _CHIEFLY.search(lead)
    return bool(divided) or divide_all(phrase, shares)


def _is_filled_behind(phrase: Phrase, pair: Sequence[Amount]) -> bool:
    """Whether the share just behind two makes them 100: 满意率, 不满意率, 未评价率."""
    behind = [a for a in phrase.amounts if a.start > pair[-1].start and a.role is Role.SHARE][:1]
    beside = [a for a in behind if a.clause - pair[-1].clause == 1 and a.group == pair[-1].group]
    return any(_fits((*pair, share)) for share in beside)


def _in_runs(phrase: Phrase) -> Iterator[NumberRelation]:
    for run in _runs(phrase):
        yield from _of_run(phrase, run)


def _of_run(phrase: Phrase, run: Sequence[Amount]) -> Iterator[NumberRelation]:
    """The whole that a list of shares makes, a hint where nothing says that it is one."""
    if len(run) < _PAIR or "其中" in phrase.between(run[0].start, run[-1].start):
        return
    lead = phrase.between(phrase.start, run[0].start)
    if "分别" in run[0].label and _OF_YEARS.search(lead):
        return
    if _ADDS_TO_GROWTH.search(run[0].label) and not (_OF_ALL.search(lead) or _fits(run)):
        return
    if any(_SPREAD.search(one.label) and other.label for one, other in pairwise(run)):
        return
    if blocks := blocks_of(phrase, run):
        yield from (_whole(block, hint=not _fits(block)) for block in blocks)
        return
    if _LEAVES_REST.match(phrase.text, run[-1].end - phrase.start) and not _fits(run):
        return
    if _is_full(phrase, run):
        some = _may_leave_some(phrase, run) or _is_only_in_row(phrase, run)
        yield _whole(run, hint=some and not _fits(run))
    elif _may_be_full(phrase, run):
        yield _whole(run, hint=True)


def _may_leave_some(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether shares that do not make 100 may be the largest, or of a total that holds more."""
    total = sum((amount.value for amount in run), Decimal(0))
    lead = phrase.between(phrase.start, run[0].start)
    rest = _REST.search(run[-1].label)
    few = total < _MISSED_BY_LITTLE and _SEEN_BY.search(lead) and not rest
    return bool(_OF_TOTAL.search(run[0].label) or few)


def _without_a_word(phrase: Phrase) -> Iterator[NumberRelation]:
    """中央补助60%，省级补助25%，县级补助15%: a list of shares with no word for it that makes 100.

    Or one behind a heading with a colon, of three or more.
    """
    run = list(dropwhile(lambda amount: not _is_bare_share(amount), phrase.amounts))
    if len(run) < _MANY or not all(_is_bare_share(amount) for amount in run):
        return
    steps = {after.clause - before.clause for before, after in pairwise(run)}
    if steps != {1}:
        return
    if _fits(run):
        yield _whole(run)
    elif _may_be_listed(phrase, run):
        yield _whole(run, hint=True)


def _may_be_listed(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether shares that do not make 100 are classes, or of one thing behind a heading."""
    if _is_nearly_full(run) and _are_classes(run):
        return True
    alone = len(run) == len(phrase.amounts)
    lead = phrase.between(phrase.start, run[0].start - len(run[0].label))
    headed = bool(_HEADING.search(lead)) and not overlap(run) and not _CHIEFLY.search(phrase.text)
    if alone and headed and len(run) >= _MANY:
        return sum((share.value for share in run), Decimal(0)) >= _MISSED_BY_LITTLE
    return alone and "：" in phrase.text and _may_be_full(phrase, run)


def _are_classes(run: Sequence[Amount]) -> bool:
    """Whether shares are those of the classes of water, from the best to what is below all."""
    return bool(_FIRST_CLASS.search(run[0].label)) and "劣" in run[-1].label


def _is_bare_share(amount: Amount) -> bool:
    """Whether a percentage has a name that is no name of a rate."""
    share = amount.quantity.unit == "%" and amount.role is Role.SHARE
    return share and bool(amount.label) and not _IS_RATE.search(amount.label)


def _runs(phrase: Phrase) -> Iterator[list[Amount]]:
    run: list[Amount] = []
    for amount in phrase.amounts:
        if _leads_to_share(amount):
            continue
        if _goes_on(phrase, run, amount):
            run.append(amount)
            continue
        yield run
        run = [amount] if _goes_on(phrase, [], amount) else []
    yield run


def _leads_to_share(amount: Amount) -> bool:
    """Whether a number only names the share behind it: 18至59岁占58.1%."""
    of_age = amount.base in ("岁", "周岁", "") or amount.role is Role.THRESHOLD
    return of_age and bool(_UP_TO_SHARE.fullmatch(amount.tail))


def _goes_on(phrase: Phrase, run: Sequence[Amount], amount: Amount) -> bool:
    """Whether a number is the next share of a list, or the first of a new one."""
    if amount.quantity.unit != "%" or amount.role is not Role.SHARE:
        return False
    if not run:
        lead = phrase.between(phrase.start, amount.start - len(amount.label))
        return bool(_BEGINS.search(amount.label) or _LIST_OF_SHARES.search(lead))
    said = "占" in amount.label or not re.search("[率度]$", amount.label)
    of_last = _OF_WHICH.match(amount.label)
    if of_last and of_last["named"] in run[-1].label:
        return False
    marks = re.findall("[，,；;：:。]", phrase.between(run[-1].end, amount.start))
    return said and (amount.clause - run[-1].clause == 1 or len(marks) == 1)


def _whole(run: Sequence[Amount], *, hint: bool = False) -> NumberRelation:
    span = run[0].start, run[-1].end
    return NumberRelation(Arithmetic.WHOLE, tuple(run), None, *span, hint=hint)


def _fits(run: Sequence[Amount]) -> bool:
    """Whether shares make 100 but for rounding."""
    total = sum((amount.value for amount in run), Decimal(0))
    return abs(total - 100) <= sum((amount.half for amount in run), Decimal(0))


def _is_full(phrase: Phrase, run: Sequence[Amount]) -> bool:
    behind = phrase.between(run[-1].end, run[-1].end + _FAR)
    if _fits(run) or _FULL.search(behind) or _REST.search(run[-1].label):
        return True
    if _divided(phrase, run):
        return True
    lead = phrase.between(phrase.start, run[0].start).rpartition("；")[2]
    many = len(run) >= _MANY or bool(_COMPOSED.search(lead))
    if not many or _CHIEFLY.search(lead) or _OPEN_END.search(behind[:2]):
        return False
    if overlap(run) and not _are_of_ages(phrase, run):
        return False
    said = _DIVIDED.search(lead) or (_IN_ROW.search(lead) and not _says_some(lead))
    return bool(said) and _is_nearly_full(run)


def _says_some(lead: str) -> bool:
    """Whether the names before shares leave some out: titles, which not all have, or ages that end
    above or below: 30岁以下、31—40岁、41—50岁."""
    ends = [bool(end.search(lead)) for end in (_YOUNGEST, _OLDEST)]
    return bool(_NOT_OF_ALL.search(lead)) or any(ends) != all(ends)


def _is_only_in_row(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether nothing but their order relates shares: names are listed before them that need not
    be all, and neither divide the whole nor are called its structure."""
    lead = phrase.between(phrase.start, run[0].start).rpartition("；")[2]
    behind = phrase.between(run[-1].end, run[-1].end + _FAR)
    said = _FULL.search(behind) or _REST.search(run[-1].label) or _DIVIDED.search(lead)
    ages = _are_of_ages(phrase, run)
    return bool(_IN_ROW.search(lead)) and not said and not ages and not _divided(phrase, run)


def _divided(phrase: Phrase, run: Sequence[Amount]) -> bool:
    return _is_nearly_full(run) and _divide_the_whole(phrase, run)


def _divide_the_whole(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether as many names as shares are listed before a row of shares, and divide the whole:
    公益林、商品林各占39%、61%; A、B和其他各税占税收的比重依次为41%、14%、45%."""
    clause = re.split("[，。；：]", phrase.between(phrase.start, run[0].start))[-1]
    named = _NAMED_ROW.fullmatch(clause)
    if named is None or any(amount.label for amount in run[1:]):
        return False
    names = re.split("、|和|与|及|以及", named["names"])
    called = [
        replace(share, head=name, label=name, tail="")
        for share, name in zip(run, names, strict=False)
    ]
    rest = _REST.search(names[-1])
    # Some of those who teach have no title: 高级职称, 中级职称 and 初级职称 are not all.
    opposite = are_opposite(called) and not _NOT_OF_ALL.search(clause)
    return len(names) == len(run) and bool(rest or opposite)


def _may_be_full(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether shares are of one thing and beside one another, though nothing says that it is all.

    The words before the list name it, or the labels divide it: 男 and 女. Not where shares are of
    traits: 本科占72%，女教师占31%.
    """
    first = run[0].label
    lead = phrase.between(phrase.start, run[0].start).removesuffix(first)
    if _CHIEFLY.search(lead + first) or not _is_nearly_full(run):
        return False
    if are_opposite(run) or are_graded(run):
        return True
    if _DIVIDED_BY.search(lead) and may_be_whole(run):
        return True
    of_traits = overlap(run) and not _are_of_ages(phrase, run)
    total = sum((amount.value for amount in run), Decimal(0))
    near = total >= _MISSED_BY_LITTLE
    beyond = total > _ALL and _LED_BY_NOUN.fullmatch(lead) and _are_joined(phrase, run)
    topic = _has_topic(lead, first) or beyond
    return near and len(run) >= _MANY and bool(topic) and not of_traits


def _are_joined(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether 、 joins all shares of a list."""
    return all(
        phrase.between(one.end, other.start).startswith("、") for one, other in pairwise(run)
    )


def _has_topic(lead: str, first: str) -> bool:
    """Whether the words before a list, or its first label, name what the shares are of."""
    in_label = _TOPIC_IN_LABEL.search(first) or _IN_ORDER.search(first)
    return bool(_TOPIC.search(lead) or in_label)


def _are_of_ages(phrase: Phrase, run: Sequence[Amount]) -> bool:
    """Whether the shares are named by ages, which divide the people: 18至59岁占58.1%."""
    ages = [a for a in phrase.amounts if a.base == "岁"]
    clauses = {a.clause for a in ages}
    listed = {a.clause for a in ages if a.end <= run[0].start and a.group == run[0].group}
    bare = len(listed) >= max(_PAIR, len(run) - 1)
    named = "岁" in run[0].label
    return all(
        share.clause in clauses or (named and "岁" in share.label) or (bare and not share.label)
        for share in run
    )


def _is_nearly_full(run: Sequence[Amount]) -> bool:
    total = sum((amount.value for amount in run), Decimal(0))
    return _NEAR[0] <= total <= _NEAR[1]
