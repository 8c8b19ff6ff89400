"""Lists that no word announces, by their form: a number, and behind it nothing but numbers of its
unit, one a clause, whose names are of one kind; or such numbers and behind them what they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from generator.check.reader import chinese_value
from generator.check.relations.algebra.holding import are_of_size, exceeds, fills, leaves_some
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.lists.kindred import (
    are_even,
    are_kindred,
    are_nouns,
    are_of_unlimited_sort,
    bare_name,
    count_up,
    may_cross,
    named_in_order,
)
from generator.check.relations.lists.marked_lists import (
    COLON,
    GROUP,
    JOINED,
    SAID_OF_IT,
    SENTENCE,
    ListRead,
    marked_lists,
    step_between,
)
from generator.check.relations.lists.parts import (
    ADDS_TO,
    OPEN_END,
    before_bracket,
    one_a_clause,
    parts_relation,
)
from generator.check.relations.lists.sentence_lists import sentence_lists
from generator.check.relations.lists.wordings import are_of_sizes, are_opposite, are_whole, overlap
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex

_SUMS = (Arithmetic.SUM, Arithmetic.PART, Arithmetic.BALANCE)
_OPEN = regex(
    "其中|主要|(?:^|[，、；：])[^，、；：]{0,2}重点(?!群体|人群|对象|人员)|(?<![一两二三四五六七八九])部分"
    "|代表(?!性|团)|例如|比如|特别|尤其|仅|光[^，。；、\\d]{1,12}就|此外|同时|其次|规上|规模以上|限上|高新|龙头"
)
_TIME = regex(
    "去年|上年|前年|同期|今年|本年|当年|历年|往年|[上下]半年|[一二三四]季度|年度|(?<!学)前|首|(?:19|20)\\d{2}年|\\d月"
    "|计划|目标|任务|指标|标准|限额|以上|以下|以内|年[初末底]|期[初末]|累计|每|均|比(?![例重])|较|超"
)
_TOTAL = regex("总|共|合计|现有|合并|全(?![国省市区县镇乡村州年])")
_IN_ALL = regex("总|共(?![有同])|合计|合并|全部|实有|先后")
_BARE_TOTAL = regex("(?:总[数量]|总计|合计|共计|合起来|加起来|相加)(?:达到?|[为是共有])*")
_OF_YEAR = regex("^全年")
_ALL_BEHIND = regex("^[^，。；、\\d]{0,8}(?:全部|全都|悉数|均)")
_SOME_OF_SORT = regex("总(?:产值?|[^，。；、总]{0,3}[量值]|面积)")
_SO_MANY = regex(
    "(?:分(?:为|成|作)?|由|共)(?P<count>[两二三四五六七八九])"
    "(?:[大个]?(?:部分|块|项|类|级|笔|方面|渠道|层|档|种|片区?|批|标段))[^，。；、\\d]{0,6}[，：]"
)
_FOUR_QUARTERS = regex("[一1][至到—～-][四4]季度[^，。；、\\d]{0,6}$")
_REST = regex("其[余他它]|余下|剩")
"""余下的为单雨量站: what is left has no number, so that the list is not all."""
_IN_ORDER = regex("分别|依次|各自")
_QUARTERS, _MANY, _PAIR = 4, 3, 2


class Placed(Struct, frozen=True):
    """Where the numbers stand that are read as parts, and those that are read as wholes."""

    parts: frozenset[int]
    wholes: frozenset[int]

    @classmethod
    def by(cls, known: Iterable[NumberRelation]) -> Placed:
        """What is known that can be read in one way only."""
        sums = [one for one in known if one.sort in _SUMS and one.certain]
        return cls(
            frozenset(term.start for one in sums for term in one.terms),
            frozenset(one.result.start for one in sums if one.result),
        )


def plain_lists(phrase: Phrase, placed: Placed) -> Iterator[NumberRelation]:
    """The lists of a phrase of which nothing else is read: a hint where they do not fit."""
    used: set[int] = set()
    for found in _lists(phrase):
        starts = {part.start for part in found.parts}
        taken = starts & (placed.parts | used) or found.whole.start in placed.wholes
        if not taken and _is_list(phrase, found) and not _may_be_of_another(phrase, found):
            used |= starts
            start = min(found.parts[0].start, found.whole.start)
            hint = not _is_counted(phrase, found)
            yield parts_relation(Arithmetic.SUM, found.parts, found.whole, start, hint=hint)
    for found in sentence_lists(phrase):
        starts = {part.start for part in found.parts}
        free = not starts & (placed.parts | used) and found.whole.start not in placed.wholes
        if free and are_of_size(found.parts, found.whole):
            used |= starts
            start = found.whole.start
            yield parts_relation(Arithmetic.SUM, found.parts, found.whole, start, hint=True)


def _may_be_of_another(phrase: Phrase, found: ListRead) -> bool:
    """保费补贴512亿元。大县、油县奖励分别为482亿元、35亿元: whether a list that names its own things in order
    does not fill the number of the sentence before."""
    apart = phrase.outer is None and found.step == SENTENCE
    return apart and _are_in_order(found.parts) and not fills(found.parts, found.whole)


def _lists(phrase: Phrase) -> Iterator[ListRead]:
    """Every way in which the numbers of a phrase stand as parts and a whole."""
    for row in _rows(phrase):
        yield from _lists_of(phrase, row)
    yield from marked_lists(phrase)


def _lists_of(phrase: Phrase, row: tuple[Amount, ...]) -> Iterator[ListRead]:
    """Every way in which numbers in a row stand as parts and a whole."""
    groups = [tuple(group) for _, group in groupby(row, key=lambda amount: amount.group)]
    firsts = tuple(group[0] for group in groups)
    outside = before_bracket(phrase, row[0].base) or _before(phrase, row[0].base)
    for whole in outside:
        yield ListRead(firsts if len(groups) > 1 else row, whole, SENTENCE)
    if len(groups) == 1:
        yield ListRead(row[1:], row[0], _sets_off(phrase, row))
        yield ListRead(row[:-1], row[-1], 0)
        return
    yield from _over_groups(groups, firsts)
    for group in groups:
        yield ListRead(group[1:], group[0], _sets_off(phrase, group))


def _over_groups(
    groups: Sequence[tuple[Amount, ...]], firsts: tuple[Amount, ...]
) -> Iterator[ListRead]:
    """共办结5218件；A件，B件，C件: a whole in one group, its parts in the other or one in each."""
    if len(groups[0]) == 1:
        yield ListRead(firsts[1:], firsts[0], 0)
    if len(groups) == _PAIR and len(groups[0]) == 1:
        yield ListRead(groups[1], firsts[0], GROUP)
    if len(groups[-1]) == 1:
        yield ListRead(groups[0] if len(groups) == _PAIR else firsts[:-1], firsts[-1], 0)


def _rows(phrase: Phrase) -> Iterator[tuple[Amount, ...]]:
    """The numbers of each unit that stand side by side, but for what is said of each; those that
    are all plain, exact and the only ones of their unit in the phrase."""
    values = [amount for amount in phrase.amounts if amount.role not in SAID_OF_IT]
    runs = [(base, tuple(run)) for base, run in groupby(values, key=lambda amount: amount.base)]
    bases = [base for base, _ in runs]
    for base, run in runs:
        plain = all(amount.role is Role.PLAIN and not amount.qualifier for amount in run)
        if plain and bases.count(base) == 1 and base not in ("%", "‰", ""):
            yield run


def _before(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The only number of the unit in the sentence before, if it is the last number there."""
    if phrase.before is None or phrase.outer is not None:
        return ()
    values = [a for a in phrase.before.amounts if a.role not in SAID_OF_IT]
    same = [a for a in values if a.base == base and a.role is Role.PLAIN and not a.qualifier]
    return tuple(same) if len(same) == 1 and values[-1:] == same else ()


def _sets_off(phrase: Phrase, row: Sequence[Amount]) -> int:
    """The mark behind the first number, where it parts more than any between those behind it."""
    steps = [step_between(phrase, one, other) for one, other in pairwise(row)]
    if len(row) > _PAIR and _are_in_order(row[1:]):
        return steps[0]
    return steps[0] if len(row) > _PAIR and steps[0] > max(steps[1:]) else 0


def _are_in_order(parts: Sequence[Amount]) -> bool:
    """小麦、油菜、蚕豌豆依次落实31.6万亩、18.3万亩、4.3万亩: whether all names stand before the first."""
    bare = all(len(part.label.strip("和与及、")) == 0 for part in parts[1:])
    return bare and bool(_IN_ORDER.search(parts[0].label))


def _is_list(phrase: Phrase, found: ListRead) -> bool:
    """Whether parts by their form and size are those of a whole."""
    parts, whole = found.parts, found.whole
    if len(parts) < _PAIR or not one_a_clause(parts) or not are_of_size(parts, whole):
        return False
    larger = max(part.value for part in parts) >= whole.value
    if (larger and found.step < COLON) or _is_open(phrase, found):
        return False
    names = _labels_of(phrase, parts)
    sized = len(names) == _PAIR and are_of_sizes(names)
    if any(_TIME.search(name) for name in names) and not (sized or _are_quarters(names)):
        return False
    if whole.start > parts[-1].start:
        return _makes(phrase, parts, whole, names)
    if _is_counted(phrase, found):
        return True
    told = found.step or (_TOTAL.search(whole.label) and not are_kindred([whole.label, *names]))
    full = exceeds(parts, whole) or _is_full(phrase, found, names)
    listed = len(parts) >= _MANY and found.step == COLON and are_nouns(names)
    return bool(told) and full and (listed or _are_named(phrase, parts, names))


def _is_full(phrase: Phrase, found: ListRead, names: Sequence[str]) -> bool:
    """Whether parts that are less than their whole, or fill it, are likely to be all of it: 粮食,
    then 小麦, 玉米 and 稻谷 leaves some out."""
    parts, whole = found.parts, found.whole
    listed = phrase.outer is not None or found.step == COLON
    closed = listed and len(parts) >= _MANY and not are_of_unlimited_sort(names)
    sized = len(parts) == _PAIR and are_of_sizes(names)
    return fills(parts, whole) or are_whole(parts) or count_up(names) or closed or sized


def _labels_of(phrase: Phrase, parts: Sequence[Amount]) -> list[str]:
    """What each part is called; of those that stand in order behind their names these."""
    if not _are_in_order(parts):
        return [part.label for part in parts]
    words = phrase.between(phrase.start, parts[0].start)
    if _FOUR_QUARTERS.search(words) and len(parts) == _QUARTERS:
        return ["一季度", "二季度", "三季度", "四季度"]
    return named_in_order(words, len(parts)) or [""]


def _are_quarters(names: Sequence[str]) -> bool:
    """Whether names are of all the quarters of a year, in their order."""
    return len(names) == _QUARTERS and count_up(names) and all("季度" in name for name in names)


def _is_open(phrase: Phrase, found: ListRead) -> bool:
    """Whether words say that a list is not all, or its parts may share something."""
    parts, whole = found.parts, found.whole
    start = min(parts[0].start - len(parts[0].label), whole.start)
    end = max(parts[-1].end, whole.end)
    words = phrase.between(start, end + _PAIR)
    ahead = whole.start < parts[0].start and any(ADDS_TO.match(part.label) for part in parts)
    left = _REST.search(phrase.between(end, phrase.end))
    labels = [whole.label, *(part.label for part in parts)]
    if may_cross(labels) and not are_opposite(parts):
        return True
    overlapping = overlap(parts) and not _BARE_TOTAL.fullmatch(whole.label)
    return bool(left or OPEN_END.search(words) or _OPEN.search(words) or ahead or overlapping)


def _is_counted(phrase: Phrase, found: ListRead) -> bool:
    """42.6万元分两块列支，一块是…，一块是…: whether it is said into how many parts the whole is divided."""
    said = _SO_MANY.search(phrase.between(found.whole.end, found.parts[0].start))
    count = chinese_value(said["count"].replace("两", "二")) if said else 0
    return count == len(found.parts)


def _makes(phrase: Phrase, parts: Sequence[Amount], whole: Amount, names: Sequence[str]) -> bool:
    """Whether the number behind parts is what they make: A人，另有B人，实有C人."""
    of_year = count_up(names) and _OF_YEAR.search(whole.label)
    told = of_year or _IN_ALL.search(whole.label) or _ALL_BEHIND.match(whole.tail)
    if not told or whole.clause - parts[-1].clause != 1 or bare_name(whole.label) in names:
        return False
    if any(ADDS_TO.match(part.label) for part in parts[1:]):
        return True
    if _SOME_OF_SORT.search(whole.label) and leaves_some(parts, whole):
        return False
    steps = {step_between(phrase, one, other) for one, other in pairwise(parts)}
    if steps == {JOINED} and _BARE_TOTAL.fullmatch(whole.label):
        return True
    row = len(parts) >= _MANY and (are_even(names) or steps == {0})
    return row or _are_named(phrase, parts, names)


def _are_named(phrase: Phrase, parts: Sequence[Amount], names: Sequence[str]) -> bool:
    joined = _are_in_order(parts) or all(
        "、" in phrase.between(one.end, other.start) for one, other in pairwise(parts)
    )
    return are_kindred(names, joined=joined) or are_opposite(parts)
