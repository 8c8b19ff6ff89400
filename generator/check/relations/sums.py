"""Parts and their whole: 其中…, 按…分, brackets, 合计, and parts that only a whole can have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.check.relations.amounts import Amount, Role
from generator.check.relations.holding import exceeds, fills, misses_by_a_digit, nearly_fills
from generator.check.relations.relation import Arithmetic, NumberRelation
from generator.check.relations.sentence import Phrase
from generator.check.relations.wordings import (
    are_opposite,
    are_parallel,
    are_stages,
    are_whole,
    begins_anew,
    is_tree,
    lead_alike,
    overlap,
)

_WORD = re.compile(
    r"(?P<which>其中[，,：:]?)"
    r"|(?P<firm>按[^，。；\d]{1,12}(?:划?分|看)类?[，,：:]?|从[^，。；\d]{1,12}看[，,：:]?"
    r"|分别(?:用于|安排|投入|支持)[^，。；、\d]{0,8})"
    r"|(?P<weak>(?<!不)包括[：:]?|分为|分别|[：:])"
)
_TOGETHER = re.compile(r"(?:合计|共计|总计|总共)[^，。；\d]{0,6}$")
_IN_ALL = re.compile(r"(?:^|年|并)共(?!有|同)[^，。；\d有]{0,3}$")
_SO_FAR = re.compile(r"累计[^，。；\d]{0,4}$")
_PERIODS = re.compile("分别|季度|上半年|下半年")
_OPEN = re.compile(r"等(?!级|次|额)")
_INCLUDES = re.compile(r"^(?:含|包括|其中|不含|另)")
_JOINED = re.compile(r"[、，和及与][^，。；、：\d]{1,30}")
_DIVIDED = re.compile("按[^，。；]{1,12}分|从[^，。；]{1,12}看")
_MOST_COMMAS, _MANY_GROUPS = 2, 3
_SENTENCES_BACK = 3


@dataclass(frozen=True)
class _Word:
    """A word that begins a list; ``sure`` where it says that the list is complete.

    ``weak`` is a word that also begins other things, ``leads`` says that it begins its sentence.
    """

    start: int
    end: int
    sure: bool
    weak: bool
    colon: bool
    leads: bool


@dataclass(frozen=True)
class _Items:
    """The numbers of one unit behind a word that begins a list.

    ``first`` are those up to the first ；, ``all`` those of all its groups, ``loose`` those behind
    where something else seems to begin too.
    """

    first: tuple[Amount, ...]
    all: tuple[Amount, ...]
    loose: tuple[Amount, ...] = ()


_Column = tuple[_Items, tuple[Amount, ...]]


def sums(phrase: Phrase) -> Iterator[NumberRelation]:
    """Every relation of parts and whole in a phrase."""
    taken: set[int] = set()
    for relation in (
        *_introduced(phrase),
        *_in_bracket(phrase),
        *_itemised(phrase),
        *_summed_up(phrase),
    ):
        taken.update(amount.start for amount in relation.terms)
        yield relation
    yield from _unannounced(phrase, taken)


def _words(phrase: Phrase) -> list[_Word]:
    words = []
    for match in _WORD.finditer(phrase.text):
        start, end = phrase.start + match.start(), phrase.start + match.end()
        sure, weak = bool(match["firm"]), bool(match["weak"])
        words.append(_Word(start, end, sure, weak, match[0][-1] in "：:", match.start() == 0))
    return words


def _introduced(phrase: Phrase) -> Iterator[NumberRelation]:
    """The lists that 其中, 按…分, 分别 or 包括 begin."""
    words = _words(phrase)
    for index, word in enumerate(words):
        later = words[index + 1 :]
        end = later[0].start if later else phrase.end
        inside = _from_to(phrase.plain, word.end, end)
        if _leads_to(phrase, word, inside):
            nested = not all(w.weak for w in later)
            yield from _columns(phrase, word, inside, nested=nested)


def _from_to(amounts: Sequence[Amount], start: int, end: int) -> list[Amount]:
    return [amount for amount in amounts if start <= amount.start < end]


def _leads_to(phrase: Phrase, word: _Word, inside: Sequence[Amount]) -> bool:
    """Whether no ； or 。 and few commas stand between a word and its numbers."""
    if not inside:
        return True
    lead = phrase.between(word.end, inside[0].start)
    commas = re.findall("[，,]", lead)
    return len(commas) <= _MOST_COMMAS and not re.search("[；;。]", lead)


def _columns(
    phrase: Phrase, word: _Word, inside: Sequence[Amount], *, nested: bool
) -> Iterator[NumberRelation]:
    """A relation for each unit of a list; one that fits vouches that the others must."""
    read = _read_columns(phrase, word, inside)
    tail = phrase.between(word.end, _end(read, phrase))
    complete = word.sure or _is_vouched(read)
    sure = complete and not nested and not _OPEN.search(tail)
    for items, wholes in read:
        relation = _judged(phrase, word, items, wholes, sure)
        if relation and _is_due(word, relation):
            yield relation


def _read_columns(phrase: Phrase, word: _Word, inside: Sequence[Amount]) -> list[_Column]:
    """The numbers of each unit of a list, with what may be their whole."""
    read: list[_Column] = []
    for base in _bases(inside):
        wholes = _wholes(phrase, word.start, base)
        items = _items(inside, base)
        if wholes and _is_column(inside, items):
            read.append((items, wholes))
    return read


def _bases(amounts: Sequence[Amount]) -> list[str]:
    """The units of numbers, each once, in their order."""
    return list(dict.fromkeys(amount.base for amount in amounts))


def _is_column(inside: Sequence[Amount], items: _Items) -> bool:
    """Whether there are several numbers of a unit, or one in the first clause of the list."""
    if not items.all:
        return False
    return len(items.all) > 1 or inside[0].clause == items.all[0].clause


def _is_vouched(read: Sequence[_Column]) -> bool:
    """Whether one of the columns fits."""
    return any(_fits(items, wholes) for items, wholes in read)


def _fits(items: _Items, wholes: Sequence[Amount]) -> bool:
    return len(items.all) > 1 and any(fills(items.all, whole) for whole in wholes)


def _end(read: Sequence[_Column], phrase: Phrase) -> int:
    """A little behind the last part, where 等 would stand."""
    ends = [items.all[-1].end for items, _ in read]
    return min(max(ends, default=phrase.start) + 6, phrase.end)


def _is_due(word: _Word, relation: NumberRelation) -> bool:
    return not word.weak or _holds_or_whole(relation)


def _holds_or_whole(relation: NumberRelation) -> bool:
    """Whether a list behind a mere colon fits, or has parts that only a whole can have."""
    whole = relation.result
    if whole is None or len(relation.terms) < 2:
        return False
    return fills(relation.terms, whole) or are_whole(relation.terms)


def _wholes(phrase: Phrase, position: int, base: str) -> tuple[Amount, ...]:
    """What may be the whole of a list that begins at ``position``, the likeliest first.

    The nearest number of the unit before it in its phrase; what stands before its bracket; or
    else the first and the last number of the unit in the nearest sentence before that has one.
    """
    own = _of_unit(phrase.plain, base, position)
    if own:
        return (own[-1],)
    if phrase.outer:
        return _before_bracket(phrase, base)
    return _in_sentences_before(phrase, base)


def _of_unit(amounts: Sequence[Amount], base: str, position: int | None = None) -> list[Amount]:
    """The numbers of a unit; those that end by ``position`` where one is given."""
    before = amounts if position is None else _ending_by(amounts, position)
    return [amount for amount in before if amount.base == base]


def _ending_by(amounts: Sequence[Amount], position: int) -> list[Amount]:
    return [amount for amount in amounts if amount.end <= position]


def _in_sentences_before(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The first and the last number of the unit in the nearest sentence that has one."""
    earlier = phrase.before
    for _ in range(_SENTENCES_BACK):
        if earlier is None:
            break
        found = _of_unit(earlier.plain, base)
        if found:
            return tuple(dict.fromkeys((found[0], found[-1])))
        earlier = earlier.before
    return ()


def _before_bracket(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The number of the unit in the clause that a bracket ends."""
    outer = phrase.outer
    if outer is None:
        return ()
    lead = outer.text[: phrase.start - outer.start]
    if not lead.strip("\u3000") and outer.before:
        return tuple(_of_unit(outer.before.plain[-1:], base))
    before = _of_unit(outer.plain, base, phrase.start - 1)
    if not before:
        return ()
    gap = outer.between(before[-1].end, phrase.start - 1)
    return () if re.search(r"[，,；;。：]", gap) else (before[-1],)


def _items(inside: Sequence[Amount], base: str) -> _Items:
    """The numbers of the unit behind a word that begins a list."""
    items = _until_another(inside, base)
    first = tuple(item for item in items if item.group == items[0].group)
    return _Items(first, tuple(items), _loose(inside, base))


def _until_another(inside: Sequence[Amount], base: str) -> list[Amount]:
    """The first number of the unit in each clause, up to where something else begins."""
    items: list[Amount] = []
    clause = -1
    for amount in inside:
        if items and _begins_another(inside, amount, base):
            break
        if amount.base != base:
            continue
        if amount.clause != clause:
            items.append(amount)
        clause = amount.clause
    return items


def _begins_another(inside: Sequence[Amount], amount: Amount, base: str) -> bool:
    """Whether something else than the list begins at a number."""
    if begins_anew(amount.label) and not begins_anew(inside[0].label):
        return True
    return amount.base != base and _strange(inside, amount, base)


def _loose(inside: Sequence[Amount], base: str) -> tuple[Amount, ...]:
    """The first number of the unit in every clause."""
    by_clause = {amount.clause: amount for amount in reversed(inside) if amount.base == base}
    return tuple(by_clause[clause] for clause in sorted(by_clause))


def _strange(inside: Sequence[Amount], amount: Amount, base: str) -> bool:
    """Whether a number of another unit begins a clause of its own in which the unit is missing.

    Not where the unit comes back in a later clause together with this one: then both are columns.
    """
    mates = {a.base for a in inside if a.clause == amount.clause}
    others = [a for a in inside if a.base == amount.base]
    return base not in mates and len(others) < 2


def _judged(
    phrase: Phrase, word: _Word, items: _Items, wholes: Sequence[Amount], sure: bool
) -> NumberRelation | None:
    """The list as a relation of the reading that fits, or else of the one that the words tell."""
    fitting = _fitting(phrase, items, wholes)
    if fitting:
        parts, whole = fitting
        return _relation(Arithmetic.SUM, parts, whole, word.start)
    parts, whole = _worded(items, word), wholes[0]
    certain = _is_certain(parts, wholes)
    if is_tree(parts) or (len(parts) == 1 and word.sure):
        return None
    if len(parts) == 1:
        return _relation(Arithmetic.PART, parts, whole, word.start, certain=certain)
    if overlap(parts):
        return _overlapping(parts, whole, word.start)
    if sure or are_whole(parts):
        return _relation(Arithmetic.SUM, parts, whole, word.start, certain=certain)
    return _doubtful(phrase, parts, whole, word.start, certain)


def _fitting(
    phrase: Phrase, items: _Items, wholes: Sequence[Amount]
) -> tuple[tuple[Amount, ...], Amount] | None:
    """The first reading of several parts that fills a whole, with that whole."""
    for parts in _readings(phrase, items):
        for whole in wholes:
            if len(parts) > 1 and fills(parts, whole):
                return parts, whole
    return None


def _is_certain(parts: Sequence[Amount], wholes: Sequence[Amount]) -> bool:
    """Whether there is one whole only, or the parts exceed each that may be it."""
    return len(wholes) == 1 or all(exceeds(parts, whole) for whole in wholes)


def _doubtful(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, start: int, certain: bool
) -> NumberRelation:
    """The relation of parts of which nothing says that they are complete."""
    if exceeds(parts, whole):
        sound = certain and are_parallel(phrase, parts)
        relation = _relation(Arithmetic.SUM, parts, whole, start, certain=sound)
        return replace(relation, explicit=False)
    hint = certain and (nearly_fills(parts, whole) or misses_by_a_digit(parts, whole))
    return _relation(Arithmetic.PART, parts, whole, start, hint=hint)


def _overlapping(parts: Sequence[Amount], whole: Amount, start: int) -> NumberRelation | None:
    """The first of parts that may overlap, each of which is at most the whole."""
    if are_stages(parts) or not exceeds(parts[:1], whole):
        return _relation(Arithmetic.PART, parts[:1], whole, start)
    return None


def _readings(phrase: Phrase, items: _Items) -> Iterator[tuple[Amount, ...]]:
    """The lists that the words may mean: all groups, the first, and what begins it.

    A list ends before its last number only at a comma: what 、 joins is one list.
    """
    yield items.all
    yield items.first
    yield items.loose
    for size in range(len(items.first) - 1, 1, -1):
        mark = phrase.between(items.first[size - 1].end, items.first[size].start)
        goes_on = lead_alike(items.first[0], items.first[size])
        if ("，" in mark or "," in mark) and not goes_on:
            yield items.first[:size]


def _worded(items: _Items, word: _Word) -> tuple[Amount, ...]:
    """The list as the words tell it: over ； only where every group is one part."""
    groups = len({item.group for item in items.all})
    single = len(items.first) == 1 and groups == len(items.all)
    leads = word.leads and groups >= _MANY_GROUPS
    if single and groups > 1 and (word.colon or word.sure or leads or are_opposite(items.all)):
        return items.all
    return items.first


def _relation(
    sort: Arithmetic,
    parts: Sequence[Amount],
    whole: Amount,
    start: int,
    *,
    certain: bool = True,
    hint: bool = False,
) -> NumberRelation:
    end = max(parts[-1].end, whole.end)
    return NumberRelation(
        sort, tuple(parts), whole, min(start, whole.start), end, certain=certain, hint=hint
    )


def _in_bracket(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数（A 1人、B 2人)."""
    if not _is_plain_bracket(phrase):
        return
    for base in _bases(phrase.plain):
        parts = tuple(_of_unit(phrase.plain, base))
        wholes = _before_bracket(phrase, base)
        if wholes and len(parts) > 1 and _one_a_clause(parts):
            yield from _bracketed(phrase, parts, wholes[0])


def _is_plain_bracket(phrase: Phrase) -> bool:
    """Whether a bracket has plain numbers only and no word that begins a list."""
    if phrase.outer is None or _WORD.search(phrase.text):
        return False
    return len(phrase.plain) == len(phrase.amounts)


def _one_a_clause(parts: Sequence[Amount]) -> bool:
    return len({part.clause for part in parts}) == len(parts)


def _bracketed(phrase: Phrase, parts: Sequence[Amount], whole: Amount) -> Iterator[NumberRelation]:
    loose = _INCLUDES.search(phrase.text) or _OPEN.search(phrase.text)
    if fills(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, phrase.start)
    elif overlap(parts):
        return
    elif loose and not exceeds(parts, whole):
        yield _relation(Arithmetic.PART, parts, whole, phrase.start)
    else:
        yield _relation(Arithmetic.SUM, parts, whole, phrase.start)


def _itemised(phrase: Phrase) -> Iterator[NumberRelation]:
    """总数，实施A（1万元）、B（2万元）: every item has its number in a bracket of its own."""
    runs: list[list[Phrase]] = []
    for bracket in phrase.brackets:
        if not _is_item(bracket):
            continue
        if runs and _goes_on(phrase, runs[-1][-1], bracket):
            runs[-1].append(bracket)
        else:
            runs.append([bracket])
    for run in runs:
        yield from _of_items(phrase, run)


def _is_item(bracket: Phrase) -> bool:
    """Whether a bracket holds one plain number and does not begin with 含 or the like."""
    single = len(bracket.plain) == 1 and len(bracket.amounts) == 1
    return single and not _INCLUDES.search(bracket.text)


def _goes_on(phrase: Phrase, last: Phrase, bracket: Phrase) -> bool:
    """Whether a bracket is the next item behind ``last``, in the same unit."""
    joined = _JOINED.fullmatch(phrase.between(last.end + 1, bracket.start - 1))
    return joined is not None and last.plain[0].base == bracket.plain[0].base


def _of_items(phrase: Phrase, run: Sequence[Phrase]) -> Iterator[NumberRelation]:
    parts = tuple(bracket.plain[0] for bracket in run)
    yield from _items_together(phrase, parts)
    before = _of_unit(phrase.plain, parts[0].base, parts[0].start - 1)
    if len(parts) > 1 and before:
        behind = phrase.between(run[-1].end + 1, run[-1].end + 3)
        yield from _items_of_whole(phrase, parts, before[-1], open_=behind.startswith("等"))


def _items_of_whole(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, *, open_: bool
) -> Iterator[NumberRelation]:
    """The items and the whole before them; ``open_`` where 等 ends the items."""
    if fills(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start)
    elif open_ and not exceeds(parts, whole):
        yield _relation(Arithmetic.PART, parts, whole, whole.start)
    elif not re.search("[；;。]", phrase.between(whole.end, parts[0].start)):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start, certain=whole.base == "元")


def _items_together(phrase: Phrase, parts: Sequence[Amount]) -> Iterator[NumberRelation]:
    """A（2对）、B（3对）共计5对."""
    for total in phrase.amounts:
        behind = total.start > parts[-1].end and total.base == parts[0].base
        if len(parts) > 1 and behind and _TOGETHER.search(total.label):
            yield _relation(Arithmetic.SUM, parts, total, parts[0].start)
            return


def _summed_up(phrase: Phrase) -> Iterator[NumberRelation]:
    """A 1人、B 2人，共计3人."""
    for total in phrase.amounts:
        strong = bool(_TOGETHER.search(total.label)) or "分别" in phrase.text
        so_far = _SO_FAR.search(total.label) and _PERIODS.search(phrase.text)
        if _TOGETHER.search(total.label) or so_far or _IN_ALL.search(total.label):
            parts = _run_before(phrase, total)
            yield from _added(phrase, parts, total, strong or bool(so_far))


def _run_before(phrase: Phrase, total: Amount) -> tuple[Amount, ...]:
    """The numbers of the unit before a total, back to where something else begins."""
    run: list[Amount] = []
    for amount in reversed(_ending_by(phrase.amounts, total.start)):
        if amount.role is Role.THRESHOLD:
            continue
        if amount.role is not Role.PLAIN or amount.base != total.base:
            break
        run.insert(0, amount)
    return tuple(run)


def _added(
    phrase: Phrase, parts: Sequence[Amount], total: Amount, strong: bool
) -> Iterator[NumberRelation]:
    if len(parts) < 2:
        return
    between = phrase.between(parts[0].start, total.start)
    if "其中" in between:
        return
    run = _filling_end(parts, total)
    every = total.clause - parts[0].clause == len(parts)
    if run:
        yield _relation(Arithmetic.SUM, run, total, run[0].start)
    elif (strong or every) and _is_one_list(between, parts, total):
        yield _relation(Arithmetic.SUM, parts, total, parts[0].start, hint=not strong)


def _filling_end(parts: Sequence[Amount], total: Amount) -> Sequence[Amount]:
    """The longest end of the parts, of two or more, that fills a total; () where none does."""
    for first in range(len(parts) - 1):
        if fills(parts[first:], total):
            return parts[first:]
    return ()


def _is_one_list(between: str, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether parts and total stand in one group and no 等 leaves the list open."""
    groups = {amount.group for amount in (*parts, total)}
    return len(groups) == 1 and not _OPEN.search(between)


def _unannounced(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """总数，已… 1个，未… 2个: parts that only a whole can have, with no word that begins them.

    Of several columns (户, 人) one that fits vouches for the others.
    """
    found: list[tuple[Amount, tuple[Amount, ...]]] = []
    for base in _bases(phrase.plain):
        found.extend(_whole_and_parts(_of_unit(phrase.plain, base), taken))
    clauses = {parts[0].clause for whole, parts in found if fills(parts, whole)}
    for whole, parts in found:
        if _are_near(whole, parts[0]):
            yield from _closed(phrase, parts, whole, vouched=parts[0].clause in clauses)


def _whole_and_parts(
    row: Sequence[Amount], taken: set[int]
) -> Iterator[tuple[Amount, tuple[Amount, ...]]]:
    """Each number with the parts behind it that make up a whole; adds them to ``taken``."""
    for at in range(1, len(row) - 1):
        parts = _whole_from(row, at)
        if len(parts) > 1 and row[at].start not in taken:
            taken.update(part.start for part in parts)
            yield row[at - 1], parts


def _are_near(whole: Amount, part: Amount) -> bool:
    return part.clause - whole.clause <= 2 and whole.group == part.group


def _whole_from(row: Sequence[Amount], at: int) -> tuple[Amount, ...]:
    """The longest run from ``at`` on whose labels make up a whole; () where none does."""
    for end in range(min(len(row), at + 3), at + 1, -1):
        parts = tuple(row[at:end])
        near = parts[-1].clause - parts[0].clause <= 2 * len(parts)
        if near and _one_a_clause(parts) and are_whole(parts):
            return parts
    return ()


def _closed(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, *, vouched: bool
) -> Iterator[NumberRelation]:
    divided = phrase.text[: whole.start - phrase.start]
    sure = vouched or _tells_whole(parts, whole)
    certain = sure or bool(_DIVIDED.search(divided))
    if fills(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start)
    elif sure or _exceeds_each(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start, certain=certain)


def _tells_whole(parts: Sequence[Amount], whole: Amount) -> bool:
    """Whether the words say that the parts are all of the whole."""
    return are_stages(parts) or whole.tail.startswith("中")


def _exceeds_each(parts: Sequence[Amount], whole: Amount) -> bool:
    return whole.value > max(part.value for part in parts)
