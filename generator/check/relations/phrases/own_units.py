"""Units that no list of units has: what stands behind two bare numbers alike and ends before a
mark (50分、效益30分; 32715证次，是上年6284证次的5.2倍); the bare parts in a bracket have that of their
whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from generator.check.relations.algebra.holding import are_of_size, fills
from generator.check.relations.numbers.amounts import Amount, Role, in_unit_of
from generator.model.regex import regex
from generator.model.replacing import replace

_UNIT = regex(
    "(?![年月日号时点期届版章条款第级类层楼环轮线岁周代大小是为的]|分[之钟])[\u4e00-\u9fff]{1,2}"
)
_CODE = regex("(?:第|[A-Za-z]|[^\\s\u4e00-\u9fff“”，。；：、（）])$")
_TWO_UNITS = regex(
    r"\d[万亿]?(?P<unit>[册台件套部份种家个所座处])（(?P<other>[册台件套部份种家个所座处])）"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_TOTAL = regex("合计|共计?|总计|相加|加起来|之和")
_PAIR = 2
_LONGEST_UNIT = 2


def with_own_units(amounts: Sequence[Amount]) -> list[Amount]:
    """The numbers with what follows several bare ones alike as their unit."""
    starts = {amount.start for amount in amounts}
    bare = [amount for amount in amounts if _is_bare(amount)]
    led = [amount for amount in bare if _UNIT.match(amount.tail)]
    behind = Counter(words for amount in led for words in _begun(amount.tail))
    ended = {amount.tail for amount in led if amount.end + len(amount.tail) not in starts}
    units = {words for words in ended if behind[words] >= _PAIR and _UNIT.fullmatch(words)}
    units -= _met_in_a_clause(units, bare)
    if not units:
        return [*amounts]
    return [_with(a, units) if _is_bare(a) else a for a in _without_units(amounts, units)]


def _begun(words: str) -> tuple[str, ...]:
    """What words may be units at their beginning, the longest first."""
    return tuple(words[:size] for size in range(min(_LONGEST_UNIT, len(words)), 0, -1))


def _met_in_a_clause(units: Collection[str], bare: Sequence[Amount]) -> set[str]:
    """The units of which two numbers stand in one clause: 产出50分得47.5分."""
    clauses: dict[str, list[int]] = defaultdict(list)
    for amount in bare:
        for unit in _begun(amount.tail):
            clauses[unit].append(amount.clause)
    return {unit for unit in units if len(set(clauses[unit])) < len(clauses[unit])}


def with_other_units(amounts: Sequence[Amount], words: str) -> tuple[Amount, ...]:
    """The numbers of a sentence, those of a unit that stands in a bracket behind another,
    31.92万册（件）, in the first of the two."""
    others = {match["other"]: match["unit"] for match in _TWO_UNITS.finditer(words)}
    return tuple(replace(a, base=others[a.base]) if a.base in others else a for a in amounts)


def with_units_of_parts(amounts: Sequence[Amount]) -> list[Amount]:
    """设54个教学班，其中小学36班、初中18班: what 个 counts in the unit of two or more behind it, where its
    name ends in that."""
    units = Counter(amount.base for amount in amounts if amount.role is Role.PLAIN)
    several = {unit for unit, count in units.items() if len(unit) == 1 and count >= _PAIR}
    return [
        replace(a, base=a.tail[-1]) if a.base == "个" and a.tail[-1:] in several else a
        for a in amounts
    ]


def _is_bare(amount: Amount) -> bool:
    coded = _CODE.search(amount.label) or _FIRST_YEAR <= amount.value < _LAST_YEAR + 1
    return not amount.quantity.unit and not amount.base and not coded


def _with(amount: Amount, units: Collection[str]) -> Amount:
    unit = _unit_of(amount, units)
    size = len(unit)
    return replace(amount, base=unit, end=amount.end + size, tail=amount.tail[size:])


def _unit_of(amount: Amount, units: Collection[str]) -> str:
    """The unit that stands behind a number, the longest; "" where none does."""
    return next((unit for unit in _begun(amount.tail) if unit in units), "")


def _without_units(amounts: Sequence[Amount], units: Collection[str]) -> list[Amount]:
    """The numbers, of each of which the words before it no longer hold the unit of the last one:
    6284证次的5.2倍."""
    led = [amounts[0]]
    for last, amount in zip(amounts, amounts[1:], strict=False):
        unit = "" if last.base else _unit_of(last, units)
        cut = bool(unit) and last.clause == amount.clause and amount.label.startswith(unit)
        led.append(replace(amount, label=amount.label[len(unit) :]) if cut else amount)
    return led


def with_unit_of_whole(amounts: Sequence[Amount], wholes: Sequence[Amount]) -> tuple[Amount, ...]:
    """The bare numbers of a bracket in the unit of the number just before it, where they are of its
    size: 46.52平方公里（坡改梯5.17、水保林14.3、封禁治理27.05）."""
    filled = _of_whole(amounts, wholes[-1]) if wholes and _are_named(amounts) else []
    return tuple(filled or amounts)


def with_units_beside(amounts: Sequence[Amount]) -> list[Amount]:
    """The bare numbers of a row in the unit of the number just before it, or just behind it, where
    they are of its size: 下达47个，完工41，在建5，未开工1; 捐款318、捐物94.7，共412.7万元."""
    filled = list(amounts)
    for first, last in _rows(amounts):
        row = amounts[first:last]
        beside = [*amounts[first - 1 : first], *amounts[last : last + 1]]
        found = (_of_whole(row, whole) for whole in beside)
        filled[first:last] = next(filter(None, found), row)
    return filled


def _rows(amounts: Sequence[Amount]) -> Iterator[tuple[int, int]]:
    """Where rows of named bare numbers begin and end."""
    bare = [_are_named(amounts[at : at + 1]) for at in range(len(amounts))]
    for of_row, row in groupby(range(len(amounts)), key=bare.__getitem__):
        places = [*row]
        if of_row and len(places) >= _PAIR:
            yield places[0], places[-1] + 1


def _are_named(amounts: Sequence[Amount]) -> bool:
    return all(
        not a.base and a.label and not a.tail.strip() and a.role is Role.PLAIN for a in amounts
    )


def _of_whole(amounts: Sequence[Amount], whole: Amount) -> list[Amount]:
    """The numbers in the unit of a whole; nothing where they are not of its size."""
    if len(amounts) < _PAIR or not whole.quantity.unit or whole.role is not Role.PLAIN:
        return []
    filled = [in_unit_of(amount, whole) for amount in amounts]
    many = len(filled) > _PAIR or bool(_TOTAL.search(whole.label))
    of_size = many and are_of_size(filled, whole)
    once = len({amount.group for amount in amounts}) == 1
    return filled if once and (of_size or fills(filled, whole)) else []
