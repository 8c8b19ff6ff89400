"""Whether the parts of a list are those of the whole before it, or of another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.check.relations.algebra.holding import exceeds, nearly_fills
from generator.check.relations.algebra.relation import NumberRelation
from generator.check.relations.lists.age_groups import all_by_age, some_by_age
from generator.check.relations.lists.list_words import ListWord
from generator.check.relations.lists.parts import BEGINS_LIST, of_unit
from generator.check.relations.lists.whole_of_list import is_last_of_row
from generator.check.relations.lists.wordings import TRAIT_AT_END, are_whole, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_MORE_THAN_ALL = 102
_FAR_MORE, _PAIR = 2, 2
_COLLECTIVE = regex(
    "(?<!基本)(?:民生|三保”?|刚性|重点领域|社会事业|公共服务)(?:类|领域|保障|性)?(?:的|支出|投入)*[为达]?$"
)
_REST_OF = regex("^(?:其[他它余]|一般|非)")
_IN_ROW = ("分别", "依次")


def divides_another(phrase: Phrase, word: ListWord, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether a list that fits no number divides another than the one before it, or none here."""
    if _is_of_its_own(phrase, word, whole) or _is_of_an_earlier(phrase, parts[0], whole):
        return True
    inside = _is_inside(phrase, word) and whole.start < phrase.start
    within = exceeds(parts, whole) and (inside or _are_within(phrase, word, parts))
    return within or _is_far_behind(phrase, parts, whole)


def _is_inside(phrase: Phrase, word: ListWord) -> bool:
    """Whether 其中 stands behind numbers of its own sentence: 旅游收入18.62亿元，其中过夜游客86.2万人次 divides
    what no number is printed for, and none of another unit in the sentence before."""
    return word.which and any(a.end <= word.start for a in phrase.amounts)


def _is_of_its_own(phrase: Phrase, word: ListWord, whole: Amount) -> bool:
    """Whether a sentence names one by one what got the numbers of its row, and no number that they
    divide: 转移支付1229亿元。大气、水、土壤污染防治资金分别安排323亿元、254亿元、42亿元 are parts only where
    they fit."""
    lead = phrase.between(phrase.start, word.start)
    row = phrase.between(word.start, word.end).startswith(_IN_ROW)
    return row and whole.start < phrase.start and "、" in lead and not BEGINS_LIST.search(lead)


def _is_of_an_earlier(phrase: Phrase, part: Amount, whole: Amount) -> bool:
    """Whether the first part is by itself far more than the nearest number, and a number before
    that one holds it: 抽检3286批次，不合格58批次，其中农产品1260批次."""
    before = of_unit(phrase.plain, whole.base, whole.start)
    held = any(not exceeds([part], other) for other in before)
    far = part.value > _FAR_MORE * whole.value
    return held and (far or (exceeds([part], whole) and is_last_of_row(phrase, whole)))


def _is_far_behind(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether a single part is more than its whole, and numbers of other units stand between: 项目18
    个、总投资12亿元，完成8亿元，其中小区26个; 尾款386万元，其中质保金占合同总额5%，合同总额3860万元."""
    inside = [a for a in phrase.amounts if whole.end <= a.start and a.end <= parts[0].start]
    plain = [a for a in inside if a.role is Role.PLAIN]
    shared = any(a.role is Role.SHARE and a.label.startswith("其中") for a in inside)
    far = len(plain) > 1 or shared
    return len(parts) == 1 and far and exceeds(parts, whole)


def are_items_of_first(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the first part is called by what many purposes have in common, and those behind it
    are some of these: 支出38.6亿元，其中民生支出31.2亿元，教育支出8.6亿元，社保支出6.4亿元."""
    first, *others = parts
    named = len(others) > 1 and bool(_COLLECTIVE.search(first.label))
    apart = any(_COLLECTIVE.search(a.label) or _REST_OF.match(a.label) for a in others)
    return named and not apart and not exceeds(others, whole) and exceeds(parts, whole)


def _are_within(phrase: Phrase, word: ListWord, parts: Sequence[Amount]) -> bool:
    """Whether classes of a list hold one another: 亿元以上28个，10亿元以上4个."""
    listed = phrase.between(word.end, parts[-1].start)
    return listed.count("以上") > 1 and not re.search("以下|不足|以内|[至到—～]", listed)


def of_its_size(parts: Sequence[Amount], whole: Amount) -> tuple[Amount, ...]:
    """The parts up to one that is by itself far more than the whole and stands apart from the one
    before it: 资金4286万元，其中产业2620万元，占61.1%，消费帮扶1.26亿元."""
    far = (
        at
        for at in range(1, len(parts))
        if parts[at].value > _FAR_MORE * whole.value and parts[at].clause - parts[at - 1].clause > 1
    )
    return tuple(parts[: next(far, len(parts))])


def may_overlap(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether one thing may be counted in two of the parts, by their words or by their ages."""
    return (overlap(parts) and not all_by_age(phrase, parts)) or some_by_age(phrase, parts)


def have_more_than_all(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether the shares behind the parts are together more than 100: then one thing is in several
    parts. 民生支出占81%，“三保”支出占51.9%."""
    shares = [share_behind(phrase, part) for part in parts]
    return all(shares) and sum(share.value for share in shares if share) > _MORE_THAN_ALL


def share_behind(phrase: Phrase, part: Amount) -> Amount | None:
    """The share that says 占 just behind a number; None where there is none."""
    behind = next((a for a in phrase.amounts if a.start > part.start), None)
    said = behind is not None and behind.base == "%" and behind.label.startswith("占")
    return behind if said else None


def may_make_up(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts by their names make up a whole, and by their size may make up this one."""
    near = nearly_fills(parts, whole) or exceeds(parts, whole)
    return are_whole(parts) and near and not _are_of_one_trait(parts, whole)


def _are_of_one_trait(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts divide those of a whole who have a trait: 职工126人中，在职党员82人，离退休党员38人."""
    traits = {match[0] if match else "" for match in (TRAIT_AT_END.search(a.label) for a in parts)}
    return "" not in traits and len(traits) == 1 and not any(one in whole.label for one in traits)


def are_of_several(phrase: Phrase, word: ListWord, relation: NumberRelation) -> bool:
    """Whether parts are called after different numbers before their list, each after one: 门诊186万
    人次，住院6.8万人次，其中县级医院门诊82万人次，住院4.3万人次."""
    before = of_unit(phrase.plain, relation.terms[0].base, word.start)
    called = [
        [a.start for a in before if part.label[-_PAIR:] in a.label] for part in relation.terms
    ]
    firsts = {starts[0] for starts in called if len(starts) == 1}
    return (
        len(relation.terms) > 1 and all(len(starts) == 1 for starts in called) and len(firsts) > 1
    )
