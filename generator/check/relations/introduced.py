"""Parts that words announce: 其中…, 按…分, 包括, a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.relations.age_groups import all_by_age, some_by_age
from generator.check.relations.agreeing import significant_digits
from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import (
    exceeds,
    fills,
    misses_by_a_digit,
    nearly_fills,
    slightly_exceeds,
    verdict,
)
from generator.check.relations.list_items import (
    ListItems,
    ends_before,
    list_items,
    readings,
    worded,
)
from generator.check.relations.list_words import ListWord, behind_word, leads_to, list_words
from generator.check.relations.paired_columns import paired_columns
from generator.check.relations.pairs import share_relation
from generator.check.relations.parts import (
    BEGINS_LIST,
    OPEN_END,
    bases,
    farther_wholes,
    of_unit,
    parts_relation,
    wholes_before,
)
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.whole_of_list import beyond_excess, is_last_of_row
from generator.check.relations.wordings import (
    TRAIT_AT_END,
    are_opposite,
    are_parallel,
    are_stages,
    are_whole,
    held_by_name,
    is_tree,
    overlap,
    restrict_unlike,
)
from generator.model.regex import regex
from generator.model.replacing import replace

_MORE_THAN_ALL = 102
_TELLING = 3
_FAR_MORE = 2
_SHARED = regex("受益|覆盖|惠及")
"""Of those who gain one may be counted in two parts."""
_SAVED = regex("(?:节约|节省|压减|核减|超支|少用|多用)$")
_COLLECTIVE = regex(
    "(?<!基本)(?:民生|三保”?|刚性|重点领域|社会事业|公共服务)(?:类|领域|保障|性)?(?:的|支出|投入)*[为达]?$"
)
_REST_OF = regex("^(?:其[他它余]|一般|非)")
_OTHER_GROUP = regex(r"；[^，。；\d]{2,}$")
_SAID_OF_IT = (Role.SHARE, Role.GROWTH, Role.DELTA, Role.TARGET)
_IN_ROW = ("分别", "依次")
_NOUN = regex("[^，。；、\\d已未正尚为有在是]")
_SHORT = 6
_MOST_COMMAS, _MANY_GROUPS, _PAIR = 2, 3, 2


_Column = tuple[ListItems, tuple[Amount, ...]]


def introduced(phrase: Phrase) -> Iterator[NumberRelation]:
    """The lists that 其中, 按…分, 分别 or 包括 begin."""
    words = list_words(phrase)
    for index, word in enumerate(words):
        later = words[index + 1 :]
        inside = behind_word(phrase, word, later)
        if leads_to(phrase, word, inside):
            nested = not all(w.weak or w.lists for w in later)
            yield from _columns(phrase, word, inside, nested=nested)


def _columns(
    phrase: Phrase, word: ListWord, inside: Sequence[Amount], *, nested: bool
) -> Iterator[NumberRelation]:
    """A relation for each unit of a list; one that fits vouches that the others must."""
    doubled = list(paired_columns(phrase, word.start, inside))
    read = [] if doubled else _read_columns(phrase, word, inside)
    yield from doubled
    tail = phrase.between(word.end, _end(read, phrase))
    vouched = _is_vouched(read)
    sure = (word.sure or vouched) and not nested and not OPEN_END.search(tail)
    for items, wholes in read:
        divided = list(_divided_twice(phrase, word, items, wholes))
        yield from divided
        for relation in (
            () if divided else _judged(phrase, word, items, wholes, sure=sure, vouched=vouched)
        ):
            if vouched or (
                not _is_of_a_saving(phrase, relation)
                and _is_due(phrase, word, relation)
                and not _is_of_several(phrase, word, relation)
            ):
                yield relation


def _is_of_a_saving(phrase: Phrase, relation: NumberRelation) -> bool:
    """较预算1500万元节约240万元…，其中公务接待378万元: whether more is a part of what was saved, so that
    it is one of what was spent."""
    whole = relation.result
    if whole is None or not _SAVED.search(whole.label) or verdict(relation).holds:
        return False
    return any(a.clause == whole.clause and a.end <= whole.start for a in phrase.amounts)


def _read_columns(phrase: Phrase, word: ListWord, inside: Sequence[Amount]) -> list[_Column]:
    """The numbers of each unit of a list, with what may be their whole."""
    read: list[_Column] = []
    for base in bases(inside):
        before = wholes_before(phrase, word.start, base)
        items = list_items(inside, base)
        wholes = tuple(a for a in before if "指数" not in a.label)
        wholes = beyond_excess(phrase, items.all, wholes) if items.all else wholes
        led = wholes and _is_led(inside, items, wholes[0])
        if wholes and (led or _is_column(phrase, inside, items)):
            read.append((items, wholes))
    return read


def _is_column(phrase: Phrase, inside: Sequence[Amount], items: ListItems) -> bool:
    """Whether there are several numbers of a unit, or one in the first clause of the list.

    Or one that 、 joins to the first number: 其中亿元以上项目21个、总额63.8亿元.
    """
    if not items.all or items.all[0].group != inside[0].group:
        return False
    joined = items.all[0] in inside[1:2] and "、" in phrase.between(inside[0].end, inside[1].start)
    return len(items.all) > 1 or inside[0].clause == items.all[0].clause or joined


def _is_led(inside: Sequence[Amount], items: ListItems, whole: Amount) -> bool:
    """Whether a list holds a number of things and then an amount of theirs, within the whole:
    其中中型水库6座，蓄水3.18亿立方米."""
    alone = len(inside) == _PAIR and items.all == (inside[1],)
    beside = alone and inside[1].clause - inside[0].clause == 1
    short = beside and len(inside[1].label) <= _SHORT and inside[1].group == inside[0].group
    return short and not exceeds(items.all, whole)


def _is_vouched(read: Sequence[_Column]) -> bool:
    """Whether one of the columns fits."""
    return any(_fits(items, wholes) for items, wholes in read)


def _fits(items: ListItems, wholes: Sequence[Amount]) -> bool:
    told = [whole for whole in wholes if not _are_of_two_things(items.all, whole)]
    return len(items.all) > 1 and any(fills(items.all, whole) for whole in told)


def _are_of_two_things(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether a part counts what the whole does and another something else: 3个部门…，其中1个部门…；
    2个单位."""
    nouns = [_NOUN.match(amount.tail) for amount in (whole, *parts)]
    of_whole, *called = [noun[0] if noun else "" for noun in nouns]
    return bool(of_whole) and of_whole in called and len(set(called)) > 1 and all(called)


def _divided_twice(
    phrase: Phrase, word: ListWord, items: ListItems, wholes: Sequence[Amount]
) -> Iterator[NumberRelation]:
    """一孩873人、二孩969人、多孩264人，男婴1087人、女婴1019人: two lists behind a word, each of the
    whole; one that fills it vouches for the other."""
    parts, whole = items.first, wholes[0]
    for at in range(_PAIR, len(parts) - 1):
        lists = parts[:at], parts[at:]
        divides = are_opposite(lists[1]) and ends_before(phrase, parts, at)
        if divides and any(fills(one, whole) for one in lists):
            for one in lists:
                yield parts_relation(Arithmetic.SUM, one, whole, word.start)
            return


def _is_of_several(phrase: Phrase, word: ListWord, relation: NumberRelation) -> bool:
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


def _end(read: Sequence[_Column], phrase: Phrase) -> int:
    """A little behind the last part, where 等 would stand."""
    ends = [items.all[-1].end for items, _ in read]
    return min(max(ends, default=phrase.start) + 6, phrase.end)


def _is_due(phrase: Phrase, word: ListWord, relation: NumberRelation) -> bool:
    """Whether the word begins the list surely enough for its relation to be told: 收入包括…；支出包括 is
    of what stands before the word, and that has no number."""
    if word.lists:
        whole = relation.result
        near = whole is not None and _are_beside(phrase, whole, relation.terms[0])
        near = near and not _OTHER_GROUP.search(phrase.between(phrase.start, word.start))
        return _holds_or_whole(relation) or (
            near and (len(relation.terms) > 1 or verdict(relation).holds)
        )
    return not word.weak or _holds_or_whole(relation)


def _are_beside(phrase: Phrase, whole: Amount, part: Amount) -> bool:
    """Whether a part stands in the clause behind a whole, or behind what is said of the whole:
    1.86万人次，为计划的116.3%，内含…."""
    between = [a for a in phrase.amounts if whole.end <= a.start < part.start]
    said = all(a.role in _SAID_OF_IT for a in between)
    colon = phrase.between(whole.end, part.start).count("：")
    return part.clause - whole.clause <= 1 + colon + (len(between) if said else 0)


def _holds_or_whole(relation: NumberRelation) -> bool:
    """Whether a list behind a mere colon fits, or has parts that only a whole can have."""
    whole = relation.result
    if whole is None or len(relation.terms) < 2:
        return False
    return fills(relation.terms, whole) or are_whole(relation.terms)


def _judged(
    phrase: Phrase,
    word: ListWord,
    items: ListItems,
    wholes: Sequence[Amount],
    *,
    sure: bool,
    vouched: bool,
) -> Iterator[NumberRelation]:
    """The list as a relation of the reading that fits, or else of the one that the words tell."""
    fitting = _fitting(phrase, items, wholes, vouched=vouched)
    if fitting:
        parts, whole = fitting
        yield parts_relation(Arithmetic.SUM, parts, whole, word.start)
        return
    whole = wholes[0]
    parts = _of_its_size(held_by_name(worded(items, word, whole, sure=sure), whole), whole)
    certain = _is_certain(parts, wholes)
    if (
        not parts
        or (is_tree(parts) and not word.sure and exceeds(parts, whole))
        or (len(parts) == 1 and (word.sure or word.among))
    ):
        return
    if _is_of_another(phrase, word, parts, whole):
        return
    if len(parts) == 1 or _are_items_of_first(parts, whole):
        yield parts_relation(Arithmetic.PART, parts[:1], whole, word.start, certain=certain)
    elif _have_more_than_all(phrase, parts) or _may_overlap(phrase, parts):
        yield from _overlapping(phrase, parts, whole, word.start)
    elif _SHARED.search(whole.label) or all(part.value > whole.value for part in parts):
        return
    elif sure or _may_be_whole(parts, whole):
        yield parts_relation(Arithmetic.SUM, parts, whole, word.start, certain=certain)
    else:
        yield _doubtful(phrase, parts, whole, word.start, certain)


def _is_of_another(phrase: Phrase, word: ListWord, parts: Sequence[Amount], whole: Amount) -> bool:
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


def _are_items_of_first(parts: Sequence[Amount], whole: Amount) -> bool:
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


def _of_its_size(parts: Sequence[Amount], whole: Amount) -> tuple[Amount, ...]:
    """The parts up to one that is by itself far more than the whole and stands apart from the one
    before it: 资金4286万元，其中产业2620万元，占61.1%，消费帮扶1.26亿元."""
    far = (
        at
        for at in range(1, len(parts))
        if parts[at].value > _FAR_MORE * whole.value and parts[at].clause - parts[at - 1].clause > 1
    )
    return tuple(parts[: next(far, len(parts))])


def _may_overlap(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    return (overlap(parts) and not all_by_age(phrase, parts)) or some_by_age(phrase, parts)


def _have_more_than_all(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether the shares behind the parts are together more than 100: then one thing is in several
    parts. 民生支出占81%，“三保”支出占51.9%."""
    shares = [_share_behind(phrase, part) for part in parts]
    return all(shares) and sum(share.value for share in shares if share) > _MORE_THAN_ALL


def _share_behind(phrase: Phrase, part: Amount) -> Amount | None:
    """The share that says 占 just behind a number; None where there is none."""
    behind = next((a for a in phrase.amounts if a.start > part.start), None)
    said = behind is not None and behind.base == "%" and behind.label.startswith("占")
    return behind if said else None


def _may_be_whole(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts by their names make up a whole, and by their size may make up this one."""
    near = nearly_fills(parts, whole) or exceeds(parts, whole)
    return are_whole(parts) and near and not _are_of_one_trait(parts, whole)


def _are_of_one_trait(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether parts divide those of a whole who have a trait: 职工126人中，在职党员82人，离退休党员38人."""
    traits = {match[0] if match else "" for match in (TRAIT_AT_END.search(a.label) for a in parts)}
    return "" not in traits and len(traits) == 1 and not any(one in whole.label for one in traits)


def _fitting(
    phrase: Phrase, items: ListItems, wholes: Sequence[Amount], *, vouched: bool
) -> tuple[tuple[Amount, ...], Amount] | None:
    """The first reading of several parts that fills a whole, with that whole."""
    for parts in readings(phrase, items):
        for whole in wholes:
            if len(parts) > 1 and fills(parts, whole):
                return parts, whole
    if len(items.all) > 1:
        many = vouched or len(items.all) > _PAIR
        farther = _farther(phrase, items.all[0].base, wholes[0], many=many)
        return next(((items.all, whole) for whole in farther if fills(items.all, whole)), None)
    return None


def _farther(phrase: Phrase, base: str, whole: Amount, *, many: bool) -> Iterator[Amount]:
    """The numbers that are a whole only where it fits: of a whole in a sentence before all others
    there, else those before it that no chance makes fit, as of ``many`` parts. 资产30亿元，负债9.5亿
    元，净资产20.5亿元；其中A8.9亿元，B21.1亿元."""
    if whole.start < phrase.start:
        yield from farther_wholes(phrase, base)
    else:
        before = of_unit(phrase.plain, base, whole.start)
        yield from (other for other in before if many or significant_digits(other) >= _TELLING)


def _is_certain(parts: Sequence[Amount], wholes: Sequence[Amount]) -> bool:
    """Whether there is one whole only, or the parts exceed each that may be it."""
    return len(wholes) == 1 or all(exceeds(parts, whole) for whole in wholes)


def _doubtful(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, start: int, certain: bool
) -> NumberRelation:
    """The relation of parts of which nothing says that they are complete."""
    if exceeds(parts, whole):
        held = _up_to_stage(phrase, parts, whole)
        if held:
            return parts_relation(Arithmetic.PART, held, whole, start)
        parallel = are_parallel(phrase, parts)
        sound = certain and (parallel or slightly_exceeds(parts, whole))
        relation = parts_relation(
            Arithmetic.SUM, parts, whole, start, certain=sound, hint=not parallel
        )
        return replace(relation, explicit=False)
    near = nearly_fills(parts, whole) or misses_by_a_digit(parts, whole)
    hint = certain and near and not restrict_unlike(parts)
    return parts_relation(Arithmetic.PART, parts, whole, start, hint=hint)


def _up_to_stage(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> Sequence[Amount]:
    """The parts before the first that has a rate of its own of the whole, for that is a stage and
    no part beside them, or of the part before it; () where none has one.

    提案187件，其中会后17件，审查立案175件，立案率93.6%: 17 alone.
    """
    for at in range(1, len(parts)):
        if any(_is_rated(phrase, parts[at], of) for of in (whole, parts[at - 1])):
            return parts[:at]
    return ()


def _is_rated(phrase: Phrase, part: Amount, whole: Amount) -> bool:
    """Whether the number behind a part is a rate by its name, and that of the part to another."""
    behind = next((a for a in phrase.amounts if a.start > part.start), None)
    if behind is None or behind.role is not Role.SHARE or "率" not in behind.label:
        return False
    return verdict(share_relation(part, whole, behind)).holds


def _overlapping(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, start: int
) -> Iterator[NumberRelation]:
    """The first of parts that may overlap, each of which is at most the whole, and the others that
    have a share of their own: 35岁以下213名，占75%，女性119名，占41.9%."""
    if are_stages(parts) or not exceeds(parts[:1], whole):
        yield parts_relation(Arithmetic.PART, parts[:1], whole, start)
    by_age = some_by_age(phrase, parts)
    for part in parts[1:]:
        if (by_age or _share_behind(phrase, part)) and not exceeds([part], whole):
            yield parts_relation(Arithmetic.PART, [part], whole, start)
