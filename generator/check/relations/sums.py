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
        inside = [a for a in phrase.plain if word.end <= a.start < end]
        lead = phrase.between(word.end, inside[0].start) if inside else ""
        if re.search("[；;。]", lead) or len(re.findall("[，,]", lead)) > _MOST_COMMAS:
            continue
        yield from _columns(phrase, word, inside, nested=any(not w.weak for w in later))


def _columns(
    phrase: Phrase, word: _Word, inside: Sequence[Amount], *, nested: bool
) -> Iterator[NumberRelation]:
    """A relation for each unit of a list; one that fits vouches that the others must."""
    read: list[tuple[_Items, tuple[Amount, ...]]] = []
    for base in dict.fromkeys(amount.base for amount in inside):
        wholes = _wholes(phrase, word.start, base)
        items = _items(inside, base)
        first = inside[0].clause == items.all[0].clause if items.all else False
        if wholes and items.first and (first or len(items.all) > 1):
            read.append((items, wholes))
    vouched = any(
        len(items.all) > 1 and any(fills(items.all, whole) for whole in wholes)
        for items, wholes in read
    )
    open_ = bool(_OPEN.search(phrase.between(word.end, _end(read, phrase))))
    for items, wholes in read:
        sure = (word.sure or vouched) and not open_ and not nested
        relation = _judged(phrase, word, items, wholes, sure)
        if relation and not (word.weak and not _holds_or_whole(relation)):
            yield relation


def _end(read: Sequence[tuple[_Items, tuple[Amount, ...]]], phrase: Phrase) -> int:
    """A little behind the last part, where 等 would stand."""
    ends = [items.all[-1].end for items, _ in read]
    return min(max(ends, default=phrase.start) + 6, phrase.end)


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
    own = [a for a in phrase.plain if a.end <= position and a.base == base]
    if own:
        return (own[-1],)
    if phrase.outer:
        return _before_bracket(phrase, base)
    earlier = phrase.before
    for _ in range(_SENTENCES_BACK):
        if earlier is None:
            break
        found = [a for a in earlier.plain if a.base == base]
        if found:
            return tuple(dict.fromkeys((found[0], found[-1])))
        earlier = earlier.before
    return ()


def _before_bracket(phrase: Phrase, base: str) -> tuple[Amount, ...]:
    """The number of the unit in the clause that a bracket ends."""
    outer = phrase.outer
    if outer is None:
        return ()
    before = [a for a in outer.plain if a.end < phrase.start and a.base == base]
    if not outer.text[: phrase.start - outer.start].strip("\u3000") and outer.before:
        return tuple(a for a in outer.before.plain[-1:] if a.base == base)
    if not before or re.search(r"[，,；;。：]", outer.between(before[-1].end, phrase.start - 1)):
        return ()
    return (before[-1],)


def _items(inside: Sequence[Amount], base: str) -> _Items:
    """The first number of the unit in each clause, up to where something else begins."""
    items: list[Amount] = []
    clause = -1
    anew = bool(inside) and begins_anew(inside[0].label)
    for amount in inside:
        if items and not anew and begins_anew(amount.label):
            break
        if amount.base == base and amount.clause != clause:
            items.append(amount)
        clause = amount.clause if amount.base == base else clause
        if items and amount.base != base and _strange(inside, amount, base):
            break
    first = tuple(item for item in items if item.group == items[0].group)
    return _Items(first, tuple(items), _loose(inside, base))


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
    for parts in _readings(phrase, items):
        for whole in wholes:
            if len(parts) > 1 and fills(parts, whole):
                return _relation(Arithmetic.SUM, parts, whole, word.start)
    parts, whole = _worded(items, word), wholes[0]
    certain = len(wholes) == 1 or all(exceeds(parts, each) for each in wholes)
    if is_tree(parts) or (len(parts) == 1 and word.sure):
        return None
    if len(parts) == 1:
        return _relation(Arithmetic.PART, parts, whole, word.start, certain=certain)
    if overlap(parts):
        return _overlapping(parts, whole, word.start)
    if sure or are_whole(parts):
        return _relation(Arithmetic.SUM, parts, whole, word.start, certain=certain)
    if exceeds(parts, whole):
        sound = certain and are_parallel(phrase, parts)
        relation = _relation(Arithmetic.SUM, parts, whole, word.start, certain=sound)
        return replace(relation, explicit=False)
    hint = certain and (nearly_fills(parts, whole) or misses_by_a_digit(parts, whole))
    return _relation(Arithmetic.PART, parts, whole, word.start, hint=hint)


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
    if phrase.outer is None or _WORD.search(phrase.text):
        return
    bases = dict.fromkeys(amount.base for amount in phrase.plain)
    if len(phrase.plain) != len(phrase.amounts):
        return
    for base in bases:
        parts = tuple(a for a in phrase.plain if a.base == base)
        wholes = _before_bracket(phrase, base)
        if len(parts) < 2 or not wholes or len({p.clause for p in parts}) < len(parts):
            continue
        yield from _bracketed(phrase, parts, wholes[0])


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
        joined = runs and _JOINED.fullmatch(phrase.between(runs[-1][-1].end + 1, bracket.start - 1))
        if len(bracket.plain) != 1 or len(bracket.amounts) != 1 or _INCLUDES.search(bracket.text):
            runs.append([])
        elif joined and runs[-1][-1].plain[0].base == bracket.plain[0].base:
            runs[-1].append(bracket)
        else:
            runs.append([bracket])
        runs = [run for run in runs if run]
    for run in runs:
        yield from _of_items(phrase, run)


def _of_items(phrase: Phrase, run: Sequence[Phrase]) -> Iterator[NumberRelation]:
    parts = tuple(bracket.plain[0] for bracket in run)
    base = parts[0].base
    yield from _items_together(phrase, parts)
    before = [a for a in phrase.plain if a.end < parts[0].start and a.base == base]
    if len(parts) < 2 or not before:
        return
    behind = phrase.between(run[-1].end + 1, run[-1].end + 3)
    whole = before[-1]
    if fills(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start)
    elif behind.startswith("等") and not exceeds(parts, whole):
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
    for amount in reversed([a for a in phrase.amounts if a.end <= total.start]):
        if amount.role is Role.THRESHOLD:
            continue
        if amount.role is not Role.PLAIN or amount.base != total.base:
            break
        run.insert(0, amount)
    return tuple(run)


def _added(
    phrase: Phrase, parts: Sequence[Amount], total: Amount, strong: bool
) -> Iterator[NumberRelation]:
    between = phrase.between(parts[0].start, total.start) if parts else ""
    if len(parts) < 2 or "其中" in between:
        return
    for first in range(len(parts) - 1):
        if fills(parts[first:], total):
            yield _relation(Arithmetic.SUM, parts[first:], total, parts[first].start)
            return
    loose = _OPEN.search(between) or len({p.group for p in (*parts, total)}) > 1
    if not loose and (strong or total.clause - parts[0].clause == len(parts)):
        yield _relation(Arithmetic.SUM, parts, total, parts[0].start, hint=not strong)


def _unannounced(phrase: Phrase, taken: set[int]) -> Iterator[NumberRelation]:
    """总数，已… 1个，未… 2个: parts that only a whole can have, with no word that begins them.

    Of several columns (户, 人) one that fits vouches for the others.
    """
    found: list[tuple[Amount, tuple[Amount, ...]]] = []
    for base in dict.fromkeys(amount.base for amount in phrase.plain):
        row = [a for a in phrase.plain if a.base == base]
        for at in range(1, len(row) - 1):
            parts = _whole_from(row, at)
            if len(parts) > 1 and row[at].start not in taken:
                taken.update(part.start for part in parts)
                found.append((row[at - 1], parts))
    clauses = {parts[0].clause for whole, parts in found if fills(parts, whole)}
    for whole, parts in found:
        yield from _closed(phrase, parts, whole, vouched=parts[0].clause in clauses)


def _whole_from(row: Sequence[Amount], at: int) -> tuple[Amount, ...]:
    """The longest run from ``at`` on whose labels make up a whole; () where none does."""
    for end in range(min(len(row), at + 3), at + 1, -1):
        parts = tuple(row[at:end])
        near = parts[-1].clause - parts[0].clause <= 2 * len(parts)
        if near and len({p.clause for p in parts}) == len(parts) and are_whole(parts):
            return parts
    return ()


def _closed(
    phrase: Phrase, parts: Sequence[Amount], whole: Amount, *, vouched: bool
) -> Iterator[NumberRelation]:
    if parts[0].clause - whole.clause > 2 or whole.group != parts[0].group:
        return
    divided = phrase.text[: whole.start - phrase.start]
    sure = vouched or are_stages(parts) or whole.tail.startswith("中")
    certain = sure or bool(_DIVIDED.search(divided))
    if fills(parts, whole):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start)
    elif sure or whole.value > max(part.value for part in parts):
        yield _relation(Arithmetic.SUM, parts, whole, whole.start, certain=certain)
