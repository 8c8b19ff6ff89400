"""Parts that words announce: 其中…, 按…分, 包括, a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.relations.algebra.holding import (
    exceeds,
    fills,
    misses_by_a_digit,
    nearly_fills,
    slightly_exceeds,
    verdict,
)
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.age_groups import some_by_age
from generator.check.relations.lists.agreeing import significant_digits
from generator.check.relations.lists.list_items import (
    ListItems,
    ends_before,
    list_items,
    readings,
    worded,
)
from generator.check.relations.lists.list_words import ListWord, behind_word, leads_to, list_words
from generator.check.relations.lists.parts import (
    OPEN_END,
    bases,
    farther_wholes,
    of_unit,
    parts_relation,
    wholes_before,
)
from generator.check.relations.lists.parts_of_whole import (
    are_items_of_first,
    are_of_several,
    divides_another,
    have_more_than_all,
    may_make_up,
    may_overlap,
    of_its_size,
    share_behind,
)
from generator.check.relations.lists.whole_of_list import beyond_excess
from generator.check.relations.lists.wordings import (
    are_opposite,
    are_parallel,
    are_stages,
    are_whole,
    held_by_name,
    is_tree,
    restrict_unlike,
)
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.check.relations.proportions.pairs import share_relation
from generator.check.relations.totals.paired_columns import paired_columns
from generator.model.regex import regex
from generator.model.replacing import replace

_TELLING = 3
_SHARED = regex("受益|覆盖|惠及")
"""Of those who gain one may be counted in two parts."""
_SAVED = regex("(?:节约|节省|压减|核减|超支|少用|多用)$")
_OTHER_GROUP = regex(r"；[^，。；\d]{2,}$")
_SAID_OF_IT = (Role.SHARE, Role.GROWTH, Role.DELTA, Role.TARGET)
_NOUN = regex("[^，。；、\\d已未正尚为有在是]")
_IS_NET = regex("净|利润|盈|收益|结余|增")
"""What is left of what came and went, of which one may be more."""
_SHORT = 6
_PAIR = 2
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
                and not are_of_several(phrase, word, relation)
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
            near
            and (
                len(relation.terms) > 1
                or verdict(relation).holds
                or _holds_part(phrase, word, whole)
            )
        )
    return not word.weak or _holds_or_whole(relation)


def _holds_part(phrase: Phrase, word: ListWord, whole: Amount | None) -> bool:
    """Whether nothing but a comma stands between a whole and the word that says what it holds:
    1.94亿元，含无分歧欠款1.52亿元."""
    net = whole is not None and _IS_NET.search(whole.label)
    return whole is not None and not net and phrase.between(whole.end, word.start) in ("", "，")


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
    parts = of_its_size(held_by_name(worded(items, word, whole, sure=sure), whole), whole)
    certain = _is_certain(parts, wholes)
    if (
        not parts
        or (is_tree(parts) and not word.sure and exceeds(parts, whole))
        or (len(parts) == 1 and (word.sure or word.among))
    ):
        return
    if divides_another(phrase, word, parts, whole):
        return
    if len(parts) == 1 or are_items_of_first(parts, whole):
        yield parts_relation(Arithmetic.PART, parts[:1], whole, word.start, certain=certain)
    elif have_more_than_all(phrase, parts) or may_overlap(phrase, parts):
        yield from _overlapping(phrase, word, parts, whole)
    elif _SHARED.search(whole.label) or all(part.value > whole.value for part in parts):
        return
    elif sure or (may_make_up(parts, whole) and _are_rated_alike(phrase, parts)):
        yield parts_relation(Arithmetic.SUM, parts, whole, word.start, certain=certain)
    else:
        yield _doubtful(phrase, parts, whole, word.start, certain)


def _are_rated_alike(phrase: Phrase, parts: Sequence[Amount]) -> bool:
    """Whether no part follows without a share on one that has its own: 其中投产167家，占78.0%，在建31家."""
    rated = [share_behind(phrase, part) is not None for part in parts]
    return all(rated) or not any(rated[:1])


def _fitting(
    phrase: Phrase, items: ListItems, wholes: Sequence[Amount], *, vouched: bool
) -> tuple[tuple[Amount, ...], Amount] | None:
    """The first reading of several parts that fills a whole, with that whole."""
    for parts in readings(phrase, items):
        for whole in wholes:
            if len(parts) > 1 and fills(parts, whole):
                return parts, whole
    if len(items.all) > 1:
        many = vouched or items.all[0].group > wholes[0].group or len(items.all) > _PAIR
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
        parallel = are_parallel(phrase, parts) and _are_rated_alike(phrase, parts)
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


def _are_one_list(phrase: Phrase, word: ListWord, parts: Sequence[Amount]) -> bool:
    """Whether two parts are named as one list: 包括脱贫家庭学生1208人次、残疾学生174人次."""
    if len(parts) != _PAIR or some_by_age(phrase, parts):
        return False
    joined = phrase.between(parts[0].end, parts[1].start).startswith("、")
    return joined and word.lists


def _overlapping(
    phrase: Phrase, word: ListWord, parts: Sequence[Amount], whole: Amount
) -> Iterator[NumberRelation]:
    """The first of parts that may overlap, each of which is at most the whole, and the others that
    have a share of their own: 35岁以下213名，占75%，女性119名，占41.9%."""
    if _are_one_list(phrase, word, parts) and not exceeds(parts, whole):
        yield parts_relation(Arithmetic.PART, parts, whole, word.start)
        return
    if are_stages(parts) or not exceeds(parts[:1], whole):
        yield parts_relation(Arithmetic.PART, parts[:1], whole, word.start)
    by_age = some_by_age(phrase, parts)
    for part in parts[1:]:
        if (by_age or share_behind(phrase, part)) and not exceeds([part], whole):
            yield parts_relation(Arithmetic.PART, [part], whole, word.start)
