"""What a part may be a share of: 占…的…%, by the words behind 占 or by where the numbers stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import alike, before_position, earlier
from generator.model.regex import regex

_ANY_WHOLE = regex(
    r"^(?:总[数量额计]|全部|总?[人户个件]数|总(?:人次|件次|批次)|总面积|总投资|[^，]{0,4}总[数量额])$"
)
_TOTAL_OF_NAME = regex("[^，。；总]{2,4}总[数量额]")
_OF_WHICH = regex("中$")
"""1860户监测对象中，: of these."""
_RESTRICTED = regex("(?:已经?|未|尚未|正在)[^，。；]{1,8}的$")
"""在已经答复的9件中，: of a part of all."""
_PLANNED = regex("(?:预算|任务|计划|目标)$")
"""为预算的102%: of what was planned for it, which another number with 预算 in its name is not."""

_ADJUSTED = regex("调整后?的?预算")
_FUNDS = regex("资金|投资|投入")
_ALL_MONEY = regex("(?:总(?:投入|投资|资金|金额|额|规模)|(?:资金|投资|投入)总[额量数])$")


def wholes(phrase: Phrase, part: Amount, others: Sequence[Amount], named: str) -> list[Amount]:
    """What a part may be a share of: what is named, what stands before 其中, or its group."""
    same = [a for a in others if alike(a, part)]
    if is_a_name(named):
        called = [a for a in (*earlier(phrase, part), *same) if _is_named(a, named)]
        called = called or [a for a in same if _arrived_as(phrase, a, named)]
        called = [a for a in called if a.label == named] or called
        return [a for a in called if not _has_share_of(phrase, a, named)]
    return _any_whole(phrase, part, same, named)


def _any_whole(phrase: Phrase, part: Amount, same: Sequence[Amount], named: str) -> list[Amount]:
    """What is meant by 占总数 and by 占 alone."""
    head = phrase.between(phrase.start, part.start)
    totals = [a for a in same if named and a.label.endswith(named)]
    totals = totals or _called_as_total(phrase, part, same, named)
    inside = len(totals) == 1 and totals[0] not in phrase.amounts
    if len(totals) == 1 and (totals[0].group != part.group or inside or totals[0].label == named):
        return totals
    if "其中" in head:
        listed = phrase.start + head.rindex("其中")
        if not phrase.between(phrase.start, listed).strip():
            return _in_sentence_before(phrase, part)
        return _wholes_of_list(phrase, same, listed)
    own = _without_share(phrase, _in_group(same, part))
    return own or _of_groups_before(phrase, same, part) or _alone_before(phrase, part)


def _alone_before(phrase: Phrase, part: Amount) -> list[Amount]:
    """共有行政村214个。通达的村203个，占94.9%: the only number of the sentence just before, where it and
    the part are called the same thing."""
    only = phrase.before.plain if phrase.before else ()
    if len(only) != 1 or part.base == "元" or not alike(only[0], part):
        return []
    return list(only) if part.label and part.label[-1:] == only[0].label[-1:] else []


def _called_as_total(
    phrase: Phrase, part: Amount, same: Sequence[Amount], named: str
) -> list[Amount]:
    """立案864起。破案527起；其中诈骗立案216起，占立案总数的25%: what the word before 总数 calls."""
    bare = _bare(named)
    if not _TOTAL_OF_NAME.fullmatch(named):
        return []
    inside = [a for a in _in_brackets(phrase, part) if alike(a, part)]
    return [a for a in (*earlier(phrase, part), *same, *inside) if a.label.endswith(bare)]


def _in_brackets(phrase: Phrase, part: Amount) -> list[Amount]:
    """The numbers of the brackets that stand before a part: 受理412件（上年结转21件，新收391件）."""
    inside = [a for bracket in phrase.brackets for a in bracket.plain]
    return [a for a in inside if a.end <= part.start]


def is_a_name(named: str) -> bool:
    """Whether the words behind 占 name one number, not any total."""
    return bool(named) and not _ANY_WHOLE.match(named)


def is_surely_named(phrase: Phrase, whole: Amount, named: str) -> bool:
    """Whether the words behind 占 can mean no other number: they are its label, in its sentence.

    总 and 全部 mean the first number of the unit.
    """
    if whole.start < phrase.start:
        return False
    first = next((a for a in phrase.plain if alike(a, whole)), whole)
    if re.match("总|全部", named) and first is not whole and not _arrived_as(phrase, whole, named):
        return False
    of_all = whole.base == "元" and _ALL_MONEY.match(named) and first is whole
    if (of_all or _ADJUSTED.match(named)) and _is_named(whole, named):
        return True
    if _arrived_as(phrase, whole, named):
        return True
    bare = _bare(named)
    is_said = bare in whole.label.replace("总", "") + whole.tail or named == "总人口"
    is_said = is_said or bare in whole.label
    return len(bare) > 1 and is_said


def is_of_another(phrase: Phrase, whole: Amount, named: str) -> bool:
    """Whether a number of a sentence before has not the name that the words behind 占 give it:
    占受理总量 of another thing than 受理."""
    bare = _bare(named)
    return whole.start < phrase.start and bare not in whole.label + whole.tail


def is_plan_of_all(phrase: Phrase, part: Amount, whole: Amount, named: str) -> bool:
    """Whether what is named is the plan of all, before 其中, and the part has one of its own:
    年初预算22万元，决算9万元，其中接待费0.3万元，完成预算的3.75%."""
    between = phrase.between(whole.start, part.start)
    return bool(_PLANNED.search(named)) and "其中" in between


def is_wider(part: Amount, whole: Amount, named: str) -> bool:
    """Whether the words behind 占 seem to name something wider than a number: 占投诉 behind
    网购投诉 not the 网购投诉 and 网购举报 together, 占总数 not 已答复的9件."""
    own = re.sub("^其中", "", part.label)
    bare = _bare(named)
    narrows = own.removesuffix(bare) if bare and own.endswith(bare) else ""
    if len(narrows) > 1 and narrows in whole.label:
        return True
    return bool(_ANY_WHOLE.match(named)) and bool(_RESTRICTED.search(whole.label))


def means_before(before: Sequence[Amount], part: Amount, named: str) -> list[Amount]:
    """The one average before a part of it: 人均消费支出19600元，食品5880元，占30%."""
    means = [a for a in before if a.role is Role.EACH and alike(a, part) and a.start < part.start]
    larger = [
        a
        for a in means
        if a.value >= part.value and a.label.endswith(("支出", "收入", "费用", "花费", "成本"))
    ]
    return larger if len(means) == 1 and not named else []


def _in_group(same: Sequence[Amount], part: Amount) -> list[Amount]:
    """The numbers of the group of a part that are no less, or of which it says that it is."""
    group = [amount for amount in same if amount.group == part.group]
    return [a for a in group if a.value >= part.value or _OF_WHICH.search(a.tail)]


def _of_groups_before(phrase: Phrase, same: Sequence[Amount], part: Amount) -> list[Amount]:
    """总数3120，A 1248，占40%；B 1560，占50%: the whole of the shares in the groups before.

    The first number of the unit, where every part behind it has its share.
    """
    first, *rest = same or [part]
    beside = bool(rest) and all(_has_share(phrase, a) for a in rest)
    shared = beside and not _has_share(phrase, first)
    return [first] if shared and first.value >= part.value else []


def _wholes_of_list(phrase: Phrase, same: Sequence[Amount], listed: int) -> list[Amount]:
    """The number before 其中, and what it is itself said to be a share of.

    甲120人，占24%，其中乙60人，占12%: the second share may be of the same whole as the first.
    """
    nearest = _without_share(phrase, before_position(same, listed)[-1:])
    targets = [target for amount in nearest for target in _own_target(phrase, amount)]
    return [*nearest, *targets]


def _in_sentence_before(phrase: Phrase, part: Amount) -> list[Amount]:
    """共受理3420件。其中A 1710件，占50%: the numbers of the nearest sentence that count the same."""
    before = phrase.before
    while before is not None:
        same = [a for a in before.plain if alike(a, part)]
        if same:
            return [a for a in same if a.value >= part.value]
        before = before.before
    return []


def _without_share(phrase: Phrase, amounts: Sequence[Amount]) -> list[Amount]:
    return [amount for amount in amounts if not _has_share(phrase, amount)]


def _has_share(phrase: Phrase, amount: Amount) -> bool:
    """Whether a share of its own follows a number: then it is a part beside the other."""
    inner = [b.amounts[0] for b in phrase.brackets if b.start - 1 == amount.end and b.amounts]
    behind = inner or [a for a in phrase.amounts if a.start > amount.start][:1]
    return bool(behind) and behind[0].role is Role.SHARE and "占" in behind[0].label


def _has_share_of(phrase: Phrase, amount: Amount, named: str) -> bool:
    """Whether a number is itself said to be a share of what is named: 1590件，占诉求量的14.23%."""
    behind = next((a for a in phrase.amounts if a.start > amount.start), None)
    return behind is not None and behind.role is Role.SHARE and f"占{named}" in behind.label


def _own_target(phrase: Phrase, amount: Amount) -> list[Amount]:
    """What a number is said to be a share of: 55万人 of 13万人，占户籍人口55万人的24%."""
    behind = [a for a in phrase.amounts if a.start > amount.start][:1]
    return [a for a in behind if a.role is Role.TARGET and "占" in a.label and alike(a, amount)]


def _bare(named: str) -> str:
    return re.sub("^(?:全部|同期|总)|[总人户个金]?[数量额]$|金额$|人次$", "", named)


def _arrived_as(phrase: Phrase, amount: Amount, named: str) -> bool:
    """总产值由上年的55.12亿元增至57.83亿元: whether a name stands before the first of two states."""
    clause = re.split("[，。；：]", phrase.between(phrase.start, amount.start))[-1]
    led = re.match(rf"[^，。；：\d]*{re.escape(named)}(?:由|从)", clause)
    return amount.role is Role.AFTER and led is not None


def _is_named(amount: Amount, named: str) -> bool:
    """Whether the words behind 占 name the number: 占抽查数 the 抽查 of 抽查票据160张."""
    if amount.base == "元" and _ALL_MONEY.match(named) and _FUNDS.search(amount.label):
        return True
    planned = _PLANNED.search(named)
    if _ADJUSTED.match(named):
        return bool(re.search("^(?:预算)?调整[为至到]$|调整后?的?预算数?[为是]?$", amount.label))
    if planned:
        set_ahead = re.search(r"^年初(?:安排|下达)[^，。；]*", amount.label)
        what = "数|任务|总额" if planned[0] == "预算" else "数|总额|任务|总?投资|资金"
        return bool(set_ahead or re.search(f"{planned[0]}(?:{what})?[为是]?$", amount.label))
    bare = re.sub("总人口$", "", _bare(named))
    if named.endswith("人口") and named.startswith("总"):
        return bool(re.search("人口|^全[县市区镇乡村]$", amount.label))
    words = amount.label + amount.tail
    people = bare.removesuffix("人口")
    if people != bare and len(people) > 1 and people in words:
        return True
    return bool(bare) and (
        bare in words or (bool(amount.label) and amount.label.endswith(bare[-2:]))
    )
