"""Shares: N的r%, 占…的r%, 按N的r%即M, several shares with their parts respectively."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.differences import first_that_holds
from generator.check.relations.algebra.holding import fills, verdict
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.alone_rates import alone_rates
from generator.check.relations.proportions.called_by_share import (
    around_bracket,
    as_named,
    called_by,
    called_just_so,
    in_its_clause,
    last_in_unit,
    named_behind,
    stands_beside,
    total_behind,
)
from generator.check.relations.proportions.compared_plans import without_missed
from generator.check.relations.proportions.flow_shares import with_flow
from generator.check.relations.proportions.full_shares import filled_by
from generator.check.relations.proportions.listed_shares import listed_shares
from generator.check.relations.proportions.named_rates import named_rate
from generator.check.relations.proportions.pairs import (
    alike,
    are_these,
    before_position,
    chosen,
    counted,
    earlier,
    is_of_another_size,
    is_of_then,
    is_telling,
    share_relation,
    valued,
)
from generator.check.relations.proportions.parts_above import largest_parts, parts_above
from generator.check.relations.proportions.parts_by_share import parts_by_share
from generator.check.relations.proportions.rates_by_position import rates_by_position
from generator.check.relations.proportions.rates_with_bracket import rates_with_bracket
from generator.check.relations.proportions.respective_shares import RESPECTIVELY, respective_shares
from generator.check.relations.proportions.share_rows import share_rows
from generator.check.relations.proportions.share_wholes import (
    is_a_name,
    is_plan_of_all,
    means_before,
    wholes,
)
from generator.check.relations.proportions.vouched_shares import vouched_shares
from generator.model.regex import regex
from generator.model.replacing import replace

_OF = regex(
    r"(?:占(?:比|到|了|全部|其中)?(?P<of>[^，。；、\d]{0,20}?)(?:的|比例|比重|比率|份额|比|率)*"
    r"|^(?P<bare>比例|比重))(?:[为达约是]|达到)?$"
)
_REACHED_OF = regex(r"(?:完成|为|达到?)(?P<of>[^，。；、\d]{2,12})的$")
_OF_MORE = regex(
    "占(?P<whose>[^，。；、总全的]{0,6})(?:全[国省市州县区])?(?:总|全部|全体)(?P<of>[^，。；、的比]*)"
)
_BEFORE_NAME = regex("^(?:其中|全[国省市州县区]|总|共有?|累计|完成|新增)*")
_OF_SEVERAL = regex("[两二三四五六七八九](?:项|类|者|部分|级)(?:合计|共|加起来|之和)?占")
"""出版和待印两项占比42.2%: the share of several parts together, which no relation of two is."""
_OF_OTHERS = regex("非|其余|其[他它]|余下|[前后两三]者")
"""税收占70%，非税占30%; 前者占40%: of numbers that are called so or stand farther before."""
_OF_BRACKET = regex(r"\s*的(?:比重|比例)?(?:[为达约是]|达到)?")
_NO_SUBJECT = regex(
    "^(?:其中|大?约|分别|合计|共计?|总共|资金|总量|约?已|仅|只|就|各|并|全年|目前|所|均)+"
    "|(?:部分|资金)?(?:恰好?|正好|刚好|仅仅?|已经?|就|也|约|大致)+$|部分$"
)
_SHARE_OF_NAMED = regex("[^，。；]{2,}占比?[为达]?$")
_IN_WORDS = regex(
    r"(?P<said>[^，。；、\d]*占(?:比|到)?[^，。；、\d]{0,8}?)(?:了|的)?"
    "(?:过半|大半|(?:一|近)半[略多以上强]*|半数以?上?|[近超逾]?[一二三四五六七八九]成[多半以上左右强]*"
    "|[近超逾]?[一二三四五六七八九]分之[一二三四五六七八九])[，,](?:达到?|为|是|约为|即|具体为)?"
)
"""占比过半，达50.5%; 占一半略多，为50.1%: a share that is said in words and then in digits."""
_OF_NAMED_WHOLE = regex("占(?P<whole>[^，。；、]{2,6}?)的?$")
_THAT_IS = regex("即(?:为|是|约|达|每[^，。；]{1,3})?")
"""即1840万元; 即办件624项 is another thing."""
_ARRIVES_AT = regex("达到?|为|计|共计?|约|金额[为达]?")
_ACHIEVED = regex("已?完成(?:了)?(?:为|达)?")
_IS_PLAN = regex("(?:任务|计划|目标|指标|预算)(?:数|任务)?[为是]?$")
_HEAD = regex("[^，。；、\\d]均|每[^，。；、\\d]")
_BARE = "和及与以并、"
_DUE, _CARRIED_OUT = (
    regex("^[^，。；、\\d]{0,6}应(?P<verb>[^，。；、\\d用急对届答]{1,2})"),
    regex("^(?:已|实)"),
)
_HALF, _THING, _MOST = 2, 3, 12


def shares(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every share and rate of a phrase that has both its numbers."""
    own = list(listed_shares(phrase))
    listed = {one.result.start for one in own if one.result}
    rows = [one for one in share_rows(phrase) if not _misses(one, listed)]
    rows += rates_with_bracket(phrase)
    in_rows = {one.result.start for one in rows if one.result}
    single = [one for one in _shares(phrase) if not _misses(one, listed)]
    found = [*rows, *(one for one in single if one.result and one.result.start not in in_rows)]
    found = list(_with_those_by_position(phrase, found))
    yield from found
    yield from (*filled_by(phrase, found), *parts_by_share(phrase, found))
    known = {one.result.start for one in found if one.result}
    yield from (one for one in own if one.result and one.result.start not in known)
    known |= listed
    more = (*parts_above(phrase, known), *largest_parts(phrase), *vouched_shares(phrase, known))
    yield from more
    known |= {one.result.start for one in more if one.result}
    yield from alone_rates(phrase, known)


def _with_those_by_position(
    phrase: Phrase, found: Sequence[NumberRelation]
) -> Iterator[NumberRelation]:
    """The shares that words tell, and those by their place of which words tell none for sure."""
    sure = {one.result.start for one in found if one.result and _is_sure(one)}
    placed = [r for r in rates_by_position(phrase) if r.result and r.result.start not in sure]
    instead = {one.result.start for one in placed if one.result}
    yield from (one for one in found if one.result and one.result.start not in instead)
    yield from placed


def _is_sure(relation: NumberRelation) -> bool:
    return relation.certain or verdict(relation).holds


def _misses(relation: NumberRelation, listed: set[int]) -> bool:
    """Whether a share of a list that is whole would be that of another number, and is not."""
    rate = relation.result
    return rate is not None and rate.start in listed and not verdict(relation).holds


def _shares(phrase: Phrase) -> Iterator[NumberRelation]:
    """The shares by their words."""
    in_order = list(respective_shares(phrase))
    known = {one.result.start for one in in_order if one.result}
    yield from in_order
    yield from _parts_behind(phrase)
    for index, rate in enumerate(phrase.amounts):
        if rate.role is not Role.SHARE or rate.qualifier or RESPECTIVELY.search(rate.label):
            continue
        before, after = phrase.amounts[:index], phrase.amounts[index + 1 :]
        rate = _said_in_words(phrase, rate)
        if rate.label.strip(_BARE) and rate.start not in known:
            yield from _share(phrase, rate, before, after)
    yield from _in_brackets(phrase)


def _said_in_words(phrase: Phrase, rate: Amount) -> Amount:
    """A share with the words of the clause before it, where they say it too: 占比过半，达50.5%."""
    before = [a.end for a in phrase.amounts if a.end <= rate.start]
    words = phrase.between(max(before, default=phrase.start), rate.start).lstrip("，、,；;：: ")
    said = _IN_WORDS.fullmatch(words)
    return replace(rate, label=said["said"], clause=rate.clause - 1) if said else rate


def _parts_behind(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数，其中A占61.9%，达14.6亿元: the part stands behind its share."""
    triples = zip(valued(phrase.amounts), phrase.amounts[1:], phrase.amounts[2:], strict=False)
    for whole, rate, part in triples:
        told = rate.label.startswith("其中") and _SHARE_OF_NAMED.search(rate.label)
        plain = whole.role is part.role is Role.PLAIN and alike(whole, part)
        if told and plain and rate.role is Role.SHARE and _arrives_at(part, rate):
            before = before_position(phrase.amounts, rate.start)
            yield from _said_again(rate, before, part) or [share_relation(part, whole, rate)]


def _arrives_at(part: Amount, rate: Amount) -> bool:
    """Whether a number just behind a share is its amount: 达14.6亿元."""
    return part.clause - rate.clause == 1 and bool(_ARRIVES_AT.fullmatch(part.label))


def _share(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], after: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """The reading of a rate: of a target that it names, of a whole, or by its own name."""
    target = _target(phrase, rate, before)
    if _OF_SEVERAL.search((target or rate).label):
        return
    of = _OF.search(rate.label) or _REACHED_OF.search(rate.label)
    if target:
        yield from _of_target(phrase, rate, target, before, after)
    elif _is_said_again(rate, after):
        yield from _said_again(rate, before, after[0])
    elif of:
        yield from _of_whole(phrase, rate, before, of)
    elif _ACHIEVED.fullmatch(rate.label):
        yield from _of_plan(rate, before)
    else:
        yield from named_rate(phrase, rate, before, after)


def _of_plan(rate: Amount, before: Sequence[Amount]) -> Iterator[NumberRelation]:
    """目标2.8万人，实际体检2.38万人，完成85%: what was done of what was planned."""
    done = before[-1] if before else rate
    plans = [a for a in before[:-1] if a.group == rate.group and alike(a, done)]
    beside = done.role is Role.PLAIN and rate.clause - done.clause == 1
    due = len(plans) == 1 and _is_due(plans[0], done)
    if beside and len(plans) == 1 and (due or _is_plan(plans[0])):
        yield share_relation(done, plans[0], rate)


def _is_due(plan: Amount, done: Amount) -> bool:
    """Whether two numbers are what was due and what was done of it, by one verb: 应体检, 已检."""
    due = _DUE.search(plan.label)
    return bool(due and _CARRIED_OUT.search(done.label)) and any(
        char in done.label for char in (due["verb"] if due else "")
    )


def _is_plan(amount: Amount) -> bool:
    """Whether a number is called a plan: 目标2.8万人; 对照150场的年度计划."""
    return bool(_IS_PLAN.search(amount.label) or _IS_PLAN.search(amount.tail))


def _target(phrase: Phrase, rate: Amount, before: Sequence[Amount]) -> Amount | None:
    """The number just before a rate of which it is one: 任务2800人的95%, 任务（2800人）的95%."""
    if before and before[-1].role is Role.TARGET and before[-1].end <= rate.start:
        return before[-1]
    for bracket in phrase.brackets:
        words = phrase.between(bracket.end + 1, rate.start)
        if bracket.end < rate.start and _OF_BRACKET.fullmatch(words) and len(bracket.plain) == 1:
            return bracket.plain[0]
    return None


def _is_said_again(rate: Amount, after: Sequence[Amount]) -> bool:
    """Whether the number behind a rate is what it makes: 按收入的10%即1840万元."""
    said = after[:1] and _THAT_IS.fullmatch(after[0].label) and after[0].clause - rate.clause <= 1
    return bool(said) and (not rate.label or bool(re.search("[的占按]", rate.label)))


def _said_again(rate: Amount, before: Sequence[Amount], part: Amount) -> list[NumberRelation]:
    """The share of what stands before it, the number that fits or else the last that may be."""
    may_be = [a for a in counted(before) if alike(a, part) and a.value >= part.value]
    tried = [share_relation(part, whole, rate) for whole in reversed(may_be)]
    named = _OF_NAMED_WHOLE.search(rate.label)
    called = [one for one in tried if not named or named["whole"] in one.terms[1].label]
    return first_that_holds(tried) or (called if named and len(before) > 1 else tried)[:1]


def _of_target(
    phrase: Phrase,
    rate: Amount,
    target: Amount,
    before: Sequence[Amount],
    after: Sequence[Amount],
) -> Iterator[NumberRelation]:
    """完成投资210亿元，占年度计划300亿元的77%; 任务80个的95%，即72个."""
    if _is_said_again(replace(rate, label="的"), after) and alike(after[0], target):
        yield share_relation(after[0], target, rate)
        return
    own = [a for a in _parts_of_target(before, target) if a.group == rate.group]
    outside = phrase.outer.plain if phrase.outer and not own and len(before) == 1 else ()
    for part in outside:
        if part.end == phrase.start - 1 and alike(part, target) and not _of_plan_itself(part):
            yield share_relation(part, target, rate)
    alone = len([a for a in before if alike(a, target)]) == _HALF and target.base
    near = bool(own) and rate.clause - own[-1].clause <= _HALF + bool(alone)
    if own and (near or stands_beside(phrase, own[-1], rate)):
        yield from chosen(rate, own[::-1], [target], sure=True)


def _of_plan_itself(part: Amount) -> bool:
    """Whether a number is what was planned, and nothing of it was done."""
    return bool(_IS_PLAN.search(part.label))


def _parts_of_target(before: Sequence[Amount], target: Amount) -> list[Amount]:
    """The numbers that may be a part of the target."""
    earlier_ones = [a for a in before if a is not target and a.end <= target.start]
    if target.quantity.unit == "%":
        return [a for a in earlier_ones if a.role in (Role.GROWTH, Role.SHARE)]
    roles = (Role.PLAIN, Role.AFTER)
    plain = [a for a in earlier_ones if a.role in roles and alike(a, target)]
    changed = [a for a in earlier_ones if a.role is Role.DELTA and alike(a, target)]
    return plain or changed


def _of_whole(
    phrase: Phrase, rate: Amount, before: Sequence[Amount], of: re.Match[str]
) -> Iterator[NumberRelation]:
    """其中工业用电10亿千瓦时，占全社会用电量的60%."""
    every = counted(with_flow(before, rate))
    every = every if of[1] else _means_only(before, rate) or every
    own = without_missed(rate, every)
    named = of["of"] or _named_by_the_last(before, of)
    said = rate.label[: of.start()]
    subject = _NO_SUBJECT.sub("", said)
    called = called_just_so(own, said, rate) or called_by(own, subject)
    part = called or last_in_unit(own, named)
    last = part if own[-1:] == every[-1:] else every[-1]
    if part is None or last is None or (not subject and not stands_beside(phrase, last, rate)):
        return
    others = total_behind(own, part, said) or [a for a in own if a.start < part.start]
    found = wholes(phrase, part, others, named) or means_before(before, part, named)
    # What another thing, of which no number stands here, is a share of is only what fits.
    of_none = rate.label.endswith("占比") and bool(subject)
    sure = called is not None or (len(subject) < _THING and not of_none)
    sure = sure and of.groupdict().get("bare") != "比例"
    found = found or named_behind(phrase, rate, part, named) or around_bracket(phrase, part, named)
    read = list(chosen(rate, (part, *in_its_clause(own, part)), found, sure=sure))
    if not any(verdict(relation).holds for relation in read):
        elsewhere = _fitting_elsewhere(phrase, part, rate)
        read = [elsewhere] if elsewhere else read
    for relation in read:
        may_be = not _OF_OTHERS.match(subject) and _may_be_wrong(phrase, relation, named)
        if verdict(relation).holds or may_be:
            yield as_named(phrase, relation, named)


def _means_only(before: Sequence[Amount], rate: Amount) -> list[Amount]:
    """人均消费支出24817元，人均食品烟酒支出7718元，占比31.1%: the means of one unit, where one stands just
    before a share and there is one to be its whole."""
    last = before[-1] if before else rate
    means = [a for a in before if a.role is Role.EACH and a.group == rate.group]
    means = [a for a in means if alike(a, last) and _of_one_head(a, last)]
    return means if last.role is Role.EACH and len(means) > 1 else []


def _of_one_head(one: Amount, other: Amount) -> bool:
    """Whether two means are of the same head: 人均 and 人均, 每亩 and 每亩."""
    heads = [_HEAD.search(amount.label) for amount in (one, other)]
    return all(heads) and len({head[0] for head in heads if head}) == 1


def _named_by_the_last(before: Sequence[Amount], of: re.Match[str]) -> str:
    """What the share just before a part is of, where the next says nothing else: 第一针1300万剂次，
    占常住人口的65%，第二针1150万剂次，占57.5%; "" for none."""
    row = [a for a in before if a.role not in (Role.GROWTH, Role.POINTS, Role.DELTA)]
    if len(row) < _HALF or of.start() or row[-_HALF].role is not Role.SHARE:
        return ""
    said = _OF.search(row[-_HALF].label)
    named = (said["of"] or "") if said else ""
    return named if is_a_name(named) else ""


def _may_be_wrong(phrase: Phrase, relation: NumberRelation, named: str) -> bool:
    """Whether a share that does not hold is one of the number that it is read of."""
    part, whole = relation.terms
    planned = is_plan_of_all(phrase, part, whole, named)
    of_then = is_of_then(part) and not is_of_then(whole)
    planned = planned or _is_of_more(phrase, relation)
    return not planned and not of_then and not is_of_another_size(relation)


def _is_of_more(phrase: Phrase, relation: NumberRelation) -> bool:
    """新能源装机42.6万千瓦，其中风电18.6万千瓦、光伏24.0万千瓦，占总装机的62.4%: whether what a list divides
    may be itself the share of a total that no number here is called after."""
    part, whole = relation.terms
    row = [a for a in phrase.plain if whole.start < a.start <= part.start and alike(a, part)]
    said = _OF_MORE.search(relation.result.label) if relation.result else None
    own = said is not None and bool(said["whose"]) and said["whose"] in whole.label
    if said is None or own or "总" in whole.label:
        return False
    called = _BEFORE_NAME.sub("", whole.label)
    return called not in ("", said["of"]) and len(row) > 1 and fills(row, whole)


def _fitting_elsewhere(phrase: Phrase, part: Amount, rate: Amount) -> NumberRelation | None:
    """The share of any number before it that it is right of, where that is no chance: 进出口总值
    41.76亿元。出口23.77亿元。对甲国进出口19.47亿元，占46.6%."""
    own = [a for a in counted(before_position(phrase.amounts, part.start)) if alike(a, part)]
    if any(are_these(a) and a.group == part.group for a in own):
        return None
    nearest = own[::-1][:_MOST], own[:1], earlier(phrase, part)[::-1][:_MOST]
    may_be = (whole for numbers in nearest for whole in numbers)
    tried = (share_relation(part, whole, rate) for whole in may_be)
    return next((one for one in tried if is_telling(one) and verdict(one).holds), None)


def _in_brackets(phrase: Phrase) -> Iterator[NumberRelation]:
    """总投资9680万元，其中中央5808万元（占60%）: a bracket with the share of the number before it."""
    for bracket in phrase.brackets:
        before = before_position(phrase.amounts, bracket.start - 1)
        beside = before and before[-1].end == bracket.start - 1
        if beside and [a.role for a in bracket.amounts] == [Role.SHARE]:
            (rate,) = bracket.amounts
            inner = replace(rate, clause=before[-1].clause, group=before[-1].group)
            yield from _share(phrase, inner, before, ())
