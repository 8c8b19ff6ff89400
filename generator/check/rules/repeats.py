"""Passages that stand twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import split
from generator.check.rules.recurring import FORMULA, may_recur, only_lists
from generator.check.rules.template_words import are_of_template, templates_of
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_LEAST = 24
_LONG = 40
_QUOTED = 24
_COMMA_IN_NUMBER = regex(r"(?<=\d),(?=\d{3})")
_SIDES = regex("收入|支出")
"""What comes in and what goes out may be the same amount."""
_TELLING = regex(r"\d|《")
_MOST_COPIES, _MOST_CLAUSES = 50, 40
"""So many copies of some words are compared with them, and so many clauses make up some words."""


class SaidClause(Struct, frozen=True):
    """Words between two commas or full stops.

    ``index`` is the number of the passage, ``start`` the position in it; ``first`` and ``last``
    say whether a sentence begins or ends here.
    """

    index: int
    passage: Passage
    start: int
    text: str
    first: bool
    last: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def twice(subject: Subject) -> Iterator[Finding]:
    """The same words stand twice, and they are more than a standing formula.

    查：24字以上的整句、分号隔开的整项前后重复；连续几个分句重复，其中有数或书名号，或者有40字以上。
        一段重复不论跨几句只提示一次。
    不查：表格、标题、题目；两处都是报告种类的模板写的；并列的名单；“贯彻…精神”等固定的套话；
        收入、支出后面相同的数；不同总数后面相同的“其中”；两项下面相同的原因；后面各有下文的同一个数（…支出245万元，占…；…支出245万元，用于…）。
    例：清河县出台《资金使用管理细则》，规范了协作资金的使用和管理。／清河县出台《资金使用管理细则》，
        规范了协作资金的使用和管理。 -> 有29字前后重复：清河县出台《资金使用管理细则》…。
    依据：校对习惯（实务）。
    """
    clauses = list(_clauses(subject.passages))
    reported: set[int] = set()
    templates = templates_of(subject)
    for first, second in _alike_runs(clauses, reported):
        length = _run(clauses, first, second)
        one, other = clauses[first : first + length], clauses[second : second + length]
        sides = _of_two_sides(clauses, first, second, length)
        if _worth_reporting(one, other) and not (sides or _of_wholes(clauses, first, second)):
            reported.update(range(first, first + length), range(second, second + length))
            if not all(_is_of_template(run, templates) for run in (one, other)):
                yield _repeated(one, other)


def _is_of_template(run: Sequence[SaidClause], templates: str) -> bool:
    """Whether a template of the kind wrote all of a run: nobody repeated it."""
    return all(are_of_template(templates, it.passage, it.start, it.end) for it in run)


def _clauses(passages: Sequence[Passage]) -> Iterator[SaidClause]:
    for index, passage in enumerate(passages):
        if passage.role != "body":
            continue
        begins = True
        words = _COMMA_IN_NUMBER.sub("_", passage.text[passage.lead :])
        for piece, start in split(words, "，,。；;！？", passage.lead):
            text = passage.text[start : start + len(piece)]
            after = passage.text[start + len(text) : start + len(text) + 1]
            ends = after not in ("，", ",")
            if text.strip():
                yield SaidClause(index, passage, start, text, begins, ends)
            begins = ends or (begins and not text.strip())


def _alike_runs(
    clauses: Sequence[SaidClause], reported: Collection[int]
) -> Iterator[tuple[int, int]]:
    """Where two runs of clauses begin that may be long enough: their openings are the same, and
    neither is reported by then."""
    openings = list(_openings(clauses))
    by_words: dict[str, list[int]] = defaultdict(list)
    for index, (words, _) in enumerate(openings):
        by_words[words].append(index)
    for first, (words, length) in enumerate(openings):
        same = by_words[words] if words else []
        behind = bisect_left(same, first + length)
        for second in same[behind : behind + _MOST_COPIES]:
            if first in reported:
                break
            if second not in reported:
                yield first, second


def _openings(clauses: Sequence[SaidClause]) -> Iterator[tuple[str, int]]:
    """For each clause the words from it on and their number of clauses.

    Just so many that formulas aside there are enough of them; "" where its passage has no more.
    """
    lengths = [0 if FORMULA.search(clause.text) else len(clause.text) + 1 for clause in clauses]
    sums = [0, *accumulate(lengths)]
    for first, clause in enumerate(clauses):
        end = bisect_left(sums, sums[first] + _LEAST + 1, first)
        near = end <= len(clauses) and end - first <= _MOST_CLAUSES
        if near and clauses[end - 1].index == clause.index:
            yield "，".join(item.text for item in clauses[first:end]), end - first
        else:
            yield "", 0


def _run(clauses: Sequence[SaidClause], first: int, second: int) -> int:
    """How many clauses from ``first`` on are those from ``second`` on, within their passages."""
    most = min(second - first, len(clauses) - second)
    passages = clauses[first].index, clauses[second].index
    for count in range(most):
        one, other = clauses[first + count], clauses[second + count]
        if one.text != other.text or (one.index, other.index) != passages:
            return count
    return most


def _worth_reporting(one: Sequence[SaidClause], other: Sequence[SaidClause]) -> bool:
    """Whether a run of clauses, formulas aside, is long and telling enough."""
    words = "，".join(clause.text for clause in one if not FORMULA.search(clause.text))
    if len(words) < _LEAST or only_lists(words):
        return False
    recurring = (
        may_recur([it.text.strip() for it in run], leads=run[0].first, ends=run[-1].last)
        for run in (one, other)
    )
    if all(recurring):
        return False
    whole = any(run[0].first and run[-1].last for run in (one, other))
    return whole or len(words) >= _LONG or bool(_TELLING.search(words))


def _before(clauses: Sequence[SaidClause], at: int) -> str:
    """The words of a sentence before one of its clauses; "" where it begins there."""
    start = at
    while not clauses[start].first and at - start < _MOST_CLAUSES:
        start -= 1
    return "，".join(clause.text for clause in clauses[start:at])


def _of_two_sides(clauses: Sequence[SaidClause], first: int, second: int, length: int) -> bool:
    """Whether a run within a sentence goes on with what comes in at one place and with what goes
    out at the other: 收入6200万元，完成预算的98%；支出6200万元，完成预算的98%."""
    within = not any(clause.first for clause in clauses[first : first + length])
    sides, others = (set(_SIDES.findall(_before(clauses, at))) for at in (first, second))
    return within and bool(sides and others) and sides != others


def _of_wholes(clauses: Sequence[SaidClause], first: int, second: int) -> bool:
    """Whether two runs are the parts of two wholes: 全市总收入16.5亿元，其中：…; 市本级总收入14.6亿元，其中：…."""
    parts = clauses[first].text.strip().startswith(("其中", "包括"))
    return parts and _before(clauses, first) != _before(clauses, second)


def _repeated(one: Sequence[SaidClause], other: Sequence[SaidClause]) -> Finding:
    length = one[-1].end - one[0].start
    sides = tuple(run[0].passage.side(run[0].start, run[-1].end) for run in (one, other))
    message = f"有{length}字前后重复：{one[0].text[:_QUOTED]}…。"
    return Finding(Severity.WARNING, message, sides)
