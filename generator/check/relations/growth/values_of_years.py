"""Changes between the values of three or more years that stand in a row: 由2021年末的46.3万人，经2022年末的
48.1万人，增至2023年末的50.6万人，两年净增4.3万人; 2021年486件，2022年437件，2023年402件，较2021年减少84件."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.check.relations.algebra.relation import Arithmetic, NumberRelation
from generator.check.relations.numbers.amounts import Amount, Role
from generator.check.relations.phrases.sentence import Phrase
from generator.model.regex import regex
from generator.model.replacing import replace

_YEAR = r"(?:(?P<year>(?:19|20)\d{2})|今|去|上)年度?(?:全年)?(?:[初末底])?"
_VERB = r"(?:为|是|的|约|达到?|仅)*"
_ARRIVES = r"(?:[增升降减提扩缩上下回涨跌压跃调反][^，。；、\d]{0,3}[至到为])"
_FIRST = regex(rf"(?:^|[^\d]){_YEAR}[^，。；、\d]{{0,10}}$")
_NEXT = regex(
    rf"(?:并|而|再|又|经|至|到|进一步|继续|以及|和|及|与)*{_ARRIVES}?了?{_YEAR}(?:再|又|进一步|继续)*{_ARRIVES}?{_VERB}"
)
_AGAINST = regex(
    r"(?:(?P<later>(?:19|20)\d{2})年|期末|末年)?[比较](?P<earlier>(?:19|20)\d{2})年"
    r"[初末底]?(?!的)[^，。；、\d]{1,10}"
)
_AGAINST_LAST = regex(
    r"(?:其中)?(?:(?P<later>(?:19|20)\d{2})年|今年)?(?:同比|[比较](?:上年|去年|前一年))[^，。；、\d]{1,8}"
)
_IN_ALL = regex(
    r"(?P<count>[两二三四五六七八九]|\d)(?:个)?年[间来里内]?(?:共|合计|累计|总共|总计|整体|已|净)*"
    r"(?P<each>分别|依次)?[^，。；、\d]{1,8}"
)
_EACH = regex("分别|依次")
_NET = regex(r"(?:累计|合计|总共|整体|总体|先后|共)(?:净)?[^，。；、\d]{1,6}")
_BARE = regex(
    "(?:净|累计)?(?:增长|上升|提高|提升|增加|下降|降低|减少|增幅|降幅|上涨|压减|缩减|回落|下滑)(?:了|为|达)?"
)
_SINCE = regex(
    r"(?:[年期]末)?[比较同与][年期]初(?:相比)?(?:净)?(?:[多少增减升降提上下压回扩缩][^，。；、\d]{0,5})"
)
_OPENING, _CLOSING = regex("[年期]初"), regex("[年期]末")
_TIMES = regex("^.*[年期][初末]|(?:[为是达约的]|达到)+$")
_COUNTS = "〇一二三四五六七八九"
_CHANGES = (Role.DELTA, Role.GROWTH, Role.POINTS)
_FEWEST = 3

_Row = dict[int, Amount]


def values_of_years(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every change of a phrase between two of three or more values that each name their year."""
    for row in _rows(phrase):
        yield from changes_of(phrase, row)
    yield from _since_the_beginning(phrase)


def _since_the_beginning(phrase: Phrase) -> Iterator[NumberRelation]:
    """年初蓄水量6.83亿立方米，年末蓄水量7.45亿立方米，年末较年初多蓄0.62亿立方米."""
    pair: tuple[Amount, Amount] | None = None
    for at, change in enumerate(phrase.amounts):
        if _SINCE.fullmatch(change.label):
            before = [a for a in phrase.amounts[:at] if _unit(a) == _unit(change)]
            before = [a for a in before if a.group == change.group and a.role not in _CHANGES]
            opening = [a for a in before if _OPENING.search(a.label)]
            closing = [a for a in before if _CLOSING.search(a.label)]
            only = len(opening) == len(closing) == 1 and _are_one_thing(opening[0], closing[0])
            pair = (opening[0], closing[0]) if only else None
        elif not _BARE.fullmatch(change.label):
            pair = None
        if pair and (change.role is Role.GROWTH or change.base == pair[0].base):
            yield _change(pair, change)


def _are_one_thing(opening: Amount, closing: Amount) -> bool:
    """Whether the words of two values are the same but for their times: 年初蓄水量, 年末蓄水量."""
    names = [_TIMES.sub("", amount.label) for amount in (opening, closing)]
    return names[0].endswith(names[1]) or names[1].endswith(names[0])


def _rows(phrase: Phrase) -> Iterator[_Row]:
    """The runs of numbers of one unit of which each names its year, from the earliest on."""
    row: _Row = {}
    for amount in phrase.amounts:
        year = _next_year(row, amount) if row else None
        if year is None:
            if len(row) >= _FEWEST:
                yield row
            row = _begun(amount)
        else:
            row[year] = amount
    if len(row) >= _FEWEST:
        yield row


def _begun(amount: Amount) -> _Row:
    """The row that a number may begin: one that names its year."""
    said = _FIRST.search(amount.label)
    may_be = amount.role not in _CHANGES and said and said["year"]
    return {int(said["year"]): amount} if may_be and said else {}


def _next_year(row: _Row, amount: Amount) -> int | None:
    """The year of a number that goes on with a row; None where it does not."""
    last = max(row)
    said = _NEXT.fullmatch(amount.label)
    alike = _unit(amount) == _unit(row[last]) and amount.group == row[last].group
    if said is None or not alike or amount.role in _CHANGES:
        return None
    year = int(said["year"]) if said["year"] else last + 1
    return year if year > last else None


def _unit(amount: Amount) -> tuple[str, bool]:
    return amount.base, amount.quantity.unit == "%"


def changes_of(phrase: Phrase, row: _Row) -> Iterator[NumberRelation]:
    """What is said of the values of years behind them, up to a number that is said of none."""
    last = max(row.values(), key=lambda amount: amount.start)
    behind = [a for a in phrase.amounts if a.start > last.start and a.group == last.group]
    pair: tuple[Amount, Amount] | None = None
    steps = list(pairwise(row[year] for year in sorted(row)))
    while behind:
        change, *rest = behind
        if _is_of_each(change, rest, steps):
            # The bare numbers go the way that the first one goes.
            said = [replace(one, label=change.label, role=change.role) for one in behind]
            yield from (_change(*one) for one in zip(steps, said, strict=False))
            last, behind, pair = behind[len(steps) - 1], behind[len(steps) :], None
            continue
        bare = bool(_BARE.fullmatch(change.label))
        pair = (pair if bare else None) or _pair(row, change)
        if pair is None or not _may_be_of(pair, change) or change.clause - last.clause > 1:
            return
        yield _change(pair, change)
        last, behind = change, rest


def _change(pair: tuple[Amount, Amount], change: Amount) -> NumberRelation:
    return NumberRelation(Arithmetic.CHANGE, pair, change, pair[0].start, change.end)


def _is_of_each(
    change: Amount, rest: Sequence[Amount], steps: Sequence[tuple[Amount, Amount]]
) -> bool:
    """Whether as many changes stand in a row as there are steps: 两年分别压减7.3万元、5.8万元."""
    row = [change, *rest[: len(steps) - 1]]
    bare = not any(a.label.strip("和及与") for a in row[1:])
    said = bool(_EACH.search(change.label)) and change.role in _CHANGES
    alike = len({_unit(a) for a in row}) == 1
    return said and bare and alike and len(row) == len(steps) and _may_be_of(steps[0], change)


def _pair(row: _Row, change: Amount) -> tuple[Amount, Amount] | None:
    """The two values that the words before a change name; None where they name none for sure."""
    first, last = min(row), max(row)
    against, before = _AGAINST.fullmatch(change.label), _AGAINST_LAST.fullmatch(change.label)
    in_all = _IN_ALL.fullmatch(change.label)
    if against:
        return _values(row, int(against["earlier"]), int(against["later"] or last))
    if before:
        later = int(before["later"] or last)
        return _values(row, later - 1, later)
    if in_all and not in_all["each"]:
        count = in_all["count"]
        years = int(count) if count.isdigit() else _COUNTS.find(_plain(count))
        return (row[first], row[last]) if years == last - first else None
    return (row[first], row[last]) if _NET.fullmatch(change.label) else None


def _plain(count: str) -> str:
    return "二" if count == "两" else count


def _values(row: _Row, earlier: int, later: int) -> tuple[Amount, Amount] | None:
    known = earlier in row and later in row and earlier < later
    return (row[earlier], row[later]) if known else None


def _may_be_of(pair: Sequence[Amount], change: Amount) -> bool:
    """Whether a change has the unit of the values, or is a rate of them."""
    if change.role is Role.POINTS:
        return pair[0].quantity.unit == "%"
    if change.role is Role.GROWTH:
        return True
    return change.role is Role.DELTA and change.base == pair[0].base
