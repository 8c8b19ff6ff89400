"""Relations told by the form of what stands before them: where 立案A起、破案B起，破案率C% holds once, the same
words, units and order say the same again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.check.relations.algebra.holding import exceeds, verdict
from generator.check.relations.algebra.relation import Arithmetic, NumberRelation, relation_of
from generator.check.relations.lists.parts import parts_relation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_SORTS = (Arithmetic.SHARE, Arithmetic.AVERAGE, Arithmetic.GROWTH, Arithmetic.CHANGE)
_DIGITS, _NAME, _LEAST = 3, 2, 3
OF_ALL = regex("全[国省市州县区旗镇乡村]|[总整]体|综合|平均|合计|累计")
"""全市合格率 behind 乙队抽检, 合格: of all, and not of the row that it stands behind."""
_MANNER = regex("[限期内][^率]{0,4}率|及时|按[时期]|一次|当[场庭日]|提前|[首初]次|基本|非常|平均")
"""审限内结案率 is no 结案率 of the same two numbers."""
_PLANNED, _COMPARED = regex("预算|计划|任务|目标|概算"), regex("[比较超短]")
_LEAD = regex("^(?:其中|和|及|与|以及|而)")


class Window(Struct, frozen=True):
    """The numbers of a relation that stand together, and those that stand in the same form."""

    model: tuple[Amount, ...]
    copy: tuple[Amount, ...]


def in_same_shape(
    phrase: Phrase, read: Iterable[NumberRelation], told: frozenset[int]
) -> Iterator[NumberRelation]:
    """The relations of a phrase that one before or behind them, which holds, shows by its form;
    ``told`` are the places of the results that are read already."""
    for model in read:
        if model.sort in _SORTS and model.certain and _is_telling(model) and not _of_plan(model):
            for window in _windows(phrase.amounts, model):
                copy = _copied(model, window)
                if copy and copy.result and copy.result.start not in told:
                    yield copy


def parts_in_same_shape(phrase: Phrase, read: Iterable[NumberRelation]) -> Iterator[NumberRelation]:
    """立案A起，破案B起，破案率C%，其中盗窃立案D起、破案E起，破案率F%: each number of the second is part of
    its like in the first."""
    for model in read:
        if model.sort is not Arithmetic.SHARE or not model.certain:
            continue
        for window in _windows(phrase.amounts, model):
            if window.copy[0].label.startswith("其中") and _follow(phrase, window):
                yield from _parts(window)


def _follow(phrase: Phrase, window: Window) -> bool:
    """Whether no number stands between two rows."""
    last, first = window.model[-1], window.copy[0]
    return not any(last.end <= a.start < first.start for a in phrase.amounts)


def _parts(window: Window) -> Iterator[NumberRelation]:
    for whole, part in zip(window.model, window.copy, strict=True):
        if whole.role is part.role is Role.PLAIN and not exceeds([part], whole):
            yield parts_relation(Arithmetic.PART, [part], whole, whole.start)


def _is_telling(model: NumberRelation) -> bool:
    """Whether a relation holds by so many digits that it is none by chance."""
    rate = model.result
    if rate is None or not verdict(model).holds or model.hint:
        return False
    digits = re.sub(r"\D", "", f"{rate.quantity.value:f}").lstrip("0")
    return len(digits) >= _DIGITS


def _of_plan(model: NumberRelation) -> bool:
    """Whether a growth fits a budget by chance: 预算43亿元，完成50亿元，为预算的116%，增长16% is against the year
    before, unless the words compare."""
    rate = model.result
    changes = model.sort in (Arithmetic.CHANGE, Arithmetic.GROWTH) and rate is not None
    planned = changes and any(_PLANNED.search(term.label) for term in model.terms)
    return planned and rate is not None and not _COMPARED.search(rate.label)


def _windows(amounts: Sequence[Amount], model: NumberRelation) -> Iterator[Window]:
    """The rows of numbers that have the form of those from the first of a relation to its last."""
    starts = {a.start for a in (*model.terms, *filter(None, [model.result]))}
    places = [at for at, amount in enumerate(amounts) if amount.start in starts]
    if len(places) != len(starts) or len(starts) < _LEAST:
        return
    first, size = places[0], places[-1] - places[0] + 1
    own = tuple(amounts[first : first + size])
    for at in range(len(amounts) - size + 1):
        other = tuple(amounts[at : at + size])
        if abs(at - first) >= size and _are_of_one_form(own, other):
            yield Window(own, other)


def _are_of_one_form(row: Sequence[Amount], other: Sequence[Amount]) -> bool:
    """Whether numbers agree in unit, role, place and the end of their names."""
    steps = {b.clause - a.clause for a, b in zip(row, other, strict=True)}
    pairs = list(zip(row, other, strict=True))
    alike = all(a.base == b.base and a.role is b.role and not b.qualifier for a, b in pairs)
    way = all(a.falls == b.falls for a, b in pairs if a.role in (Role.DELTA, Role.GROWTH))
    return len(steps) == 1 and alike and way and all(_are_called_alike(a, b) for a, b in pairs)


def _are_called_alike(one: Amount, other: Amount) -> bool:
    """Whether two names end with the same two characters, or are the same."""
    names = [_LEAD.sub("", a.label) for a in (one, other)]
    if bool(_MANNER.search(names[0])) != bool(_MANNER.search(names[1])):
        return False
    ends = {name[-_NAME:] for name in names}
    return len(ends) == 1 and (len(ends.pop()) == _NAME or names[0] == names[1])


def _copied(model: NumberRelation, window: Window) -> NumberRelation | None:
    """The relation of a model between the numbers of another row."""
    by_start = {a.start: b for a, b in zip(window.model, window.copy, strict=True)}
    if model.result is None:
        return None
    terms = tuple(by_start[term.start] for term in model.terms)
    result = by_start[model.result.start]
    if OF_ALL.search(result.label) and not OF_ALL.search(model.result.label):
        return None
    one = relation_of(model.sort, terms, result, model.signs)
    return replace(one, factor=model.factor, explicit=False)
