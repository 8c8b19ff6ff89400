"""Passages that stand twice, and copies whose numbers have gone stale."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import GOES_ON, Quantity, quantities, split
from generator.check.rules.recurring import FORMULA, may_recur, only_lists
from generator.check.rules.template_words import are_of_template, templates_of
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_LEAST = 24
_LONG = 40
_QUOTED = 24
_NUMBER = regex(r"\d+(?:\.\d+)?")
_COMMA_IN_NUMBER = regex(r"(?<=\d),(?=\d{3})")
_SIDES = regex("收入|支出")
"""What comes in and what goes out may be the same amount."""
_TELLING = regex(r"\d|《")
_LEAST_WORDS = 12
_LABEL = 4
_SHORT_LABEL = 8
_ALIKE = 0.72
_CONTEXT = 24
_MOST_STATEMENTS = 40
"""A label that more numbers have says nothing of any of them."""
_MOST_COPIES, _MOST_CLAUSES = 50, 40
"""So many copies of some words are compared with them, and so many clauses make up some words."""
_BODY = regex(
    r"[\u4e00-\u9fff]{1,8}?(?:医院|卫生院|学校|中学|小学|幼儿园|敬老院|福利院|公司|合作社|街道|社区|[局镇乡村])"
)
_FILLERS = regex(r"[和为达共约计了]+$")


class _Clause(Struct, frozen=True):
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
        收入、支出后面相同的数；两项下面相同的原因；后面各有下文的同一个数（…支出245万元，占…；…支出245万元，用于…）。
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
        if _worth_reporting(one, other) and not _of_two_sides(clauses, first, second, length):
            reported.update(range(first, first + length), range(second, second + length))
            if not all(_is_of_template(run, templates) for run in (one, other)):
                yield _repeated(one, other)


def _is_of_template(run: Sequence[_Clause], templates: str) -> bool:
    """Whether a template of the kind wrote all of a run: nobody repeated it."""
    return all(are_of_template(templates, it.passage, it.start, it.end) for it in run)


def _clauses(passages: Sequence[Passage]) -> Iterator[_Clause]:
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
                yield _Clause(index, passage, start, text, begins, ends)
            begins = ends or (begins and not text.strip())


def _alike_runs(clauses: Sequence[_Clause], reported: Collection[int]) -> Iterator[tuple[int, int]]:
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


def _openings(clauses: Sequence[_Clause]) -> Iterator[tuple[str, int]]:
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


def _run(clauses: Sequence[_Clause], first: int, second: int) -> int:
    """How many clauses from ``first`` on are those from ``second`` on, within their passages."""
    most = min(second - first, len(clauses) - second)
    passages = clauses[first].index, clauses[second].index
    for count in range(most):
        one, other = clauses[first + count], clauses[second + count]
        if one.text != other.text or (one.index, other.index) != passages:
            return count
    return most


def _worth_reporting(one: Sequence[_Clause], other: Sequence[_Clause]) -> bool:
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


def _before(clauses: Sequence[_Clause], at: int) -> str:
    """The words of a sentence before one of its clauses; "" where it begins there."""
    start = at
    while not clauses[start].first and at - start < _MOST_CLAUSES:
        start -= 1
    return "，".join(clause.text for clause in clauses[start:at])


def _of_two_sides(clauses: Sequence[_Clause], first: int, second: int, length: int) -> bool:
    """Whether a run within a sentence goes on with what comes in at one place and with what goes
    out at the other: 收入6200万元，完成预算的98%；支出6200万元，完成预算的98%."""
    within = not any(clause.first for clause in clauses[first : first + length])
    sides, others = (set(_SIDES.findall(_before(clauses, at))) for at in (first, second))
    return within and bool(sides and others) and sides != others


def _repeated(one: Sequence[_Clause], other: Sequence[_Clause]) -> Finding:
    length = one[-1].end - one[0].start
    sides = tuple(run[0].passage.side(run[0].start, run[-1].end) for run in (one, other))
    message = f"有{length}字前后重复：{one[0].text[:_QUOTED]}…。"
    return Finding(Severity.WARNING, message, sides)


_Pair = tuple[Quantity, Quantity]


def stale_copies(subject: Subject) -> Iterator[Finding]:
    """Two places say the same words with different numbers: one of them was not kept up.

    查：两句话、分号隔开的两项除数以外都相同，而数不同；正文与附件里说同一件事的数不同。
    不查：由键填写的数（“前后一致”比它们）；表格；同一段里并列的句子（甲村3座；乙村4座）；约数；
        正文与附件里有40多处用同一说法的数，说的是两个单位的；“其中”前面的数不同的；自己没有主语、接着上文说的
        （收支相抵后，加上级补助收入）。
    例：县第一中学购置学生桌椅和图书设备共计投入85.2万元。／县第一中学购置学生桌椅和图书设备
        共计投入86.2万元。
        -> 两处话相同而数不同（85.2万元／86.2万元）：县第一中学购置学生桌椅和图书设备共计投入85.2…。
    依据：一件事只有一个数。
    """
    compared: set[tuple[int, int]] = set()
    for first, other in _same_items(subject.passages):
        pairs = _changed_numbers(first, other)
        if pairs:
            compared |= {(first.index, first.start + number.start) for number, _ in pairs}
            yield _stale(first, other, pairs)
    yield from _statements(subject, compared)


def _same_items(passages: Sequence[Passage]) -> Iterator[tuple[_Clause, _Clause]]:
    """Sentences and ；-items of two passages that differ in their numbers at most."""
    by_words: dict[str, list[_Clause]] = defaultdict(list)
    for item in _items(passages):
        by_words[_NUMBER.sub("#", item.text)].append(item)
    for words, (first, *others) in by_words.items():
        if len(words.replace("#", "")) >= _LEAST_WORDS and not GOES_ON.match(words):
            yield from ((first, other) for other in others if other.index != first.index)


def _items(passages: Sequence[Passage]) -> Iterator[_Clause]:
    """Sentences and ；-items."""
    for index, passage in enumerate(passages):
        if passage.role == "body":
            for text, start in split(passage.text[passage.lead :], "。；;！？", passage.lead):
                if len(text) >= _LEAST:
                    yield _Clause(index, passage, start, text, True, True)


def _changed_numbers(first: _Clause, other: _Clause) -> list[_Pair]:
    """The numbers that differ, but for those that both follow keys; [] where they do not pair.

    Where all of several numbers differ the two are of different things: [].
    """
    numbers, others = quantities(first.text), quantities(other.text)
    if len(numbers) != len(others):
        return []
    pairs = zip(numbers, others, strict=True)
    changed = [(a, b) for a, b in pairs if (a.value, a.unit) != (b.value, b.unit)]
    if len(changed) == len(numbers) > 1:
        return []
    return [pair for pair in changed if not _both_keyed(first, other, pair)]


def _both_keyed(first: _Clause, other: _Clause, pair: _Pair) -> bool:
    number, counterpart = pair
    return _keyed_in(first, number) and _keyed_in(other, counterpart)


def _keyed_in(item: _Clause, number: Quantity) -> bool:
    return _keyed(item.passage, item.start + number.start)


def _stale(first: _Clause, other: _Clause, pairs: Sequence[_Pair]) -> Finding:
    numbers = "、".join(f"{a.text}／{b.text}" for a, b in pairs)
    message = f"两处话相同而数不同（{numbers}）：{first.text.strip()[:_QUOTED]}…。"
    sides = tuple(item.passage.side(item.start, item.end) for item in (first, other))
    expected, actual = pairs[0]
    return Finding(Severity.ERROR, message, sides, expected.text, actual.text)


class _Statement(Struct, frozen=True):
    """A number with the words that lead to it: its own label, and what stands before.

    ``index`` is the number of the passage, ``start`` the position of the label in it, ``whole`` the
    amount in front, of which 其中 tells a part.
    """

    index: int
    passage: Passage
    label: str
    lead: str
    start: int
    number: Quantity
    whole: str

    @property
    def amount(self) -> str:
        return _amount(self.number)

    @property
    def of_whole(self) -> str:
        """The amount that it is a part of, where its label says so; else ""."""
        return self.whole if self.label.startswith("其中") else ""

    @property
    def keyed(self) -> bool:
        return _keyed(self.passage, self.number.start)


def _statements(subject: Subject, compared: set[tuple[int, int]]) -> Iterator[Finding]:
    """Statements of the text and of an appendix with one label and two values."""
    for group in _with_one_label(subject.passages):
        for first, other in _counterparts(group):
            if (first.index, first.number.start) not in compared:
                yield _two_values(first, other)


def _with_one_label(passages: Sequence[Passage]) -> list[list[_Statement]]:
    """The statements that share label and unit, where these are few enough to mean one thing."""
    by_label: dict[tuple[str, str], list[_Statement]] = defaultdict(list)
    for statement in _read(passages):
        by_label[statement.label[-_LABEL:], statement.number.unit].append(statement)
    return [group for group in by_label.values() if len(group) <= _MOST_STATEMENTS]


def _counterparts(group: Sequence[_Statement]) -> Iterator[tuple[_Statement, _Statement]]:
    """Two statements with one label that belong together."""
    for place, first in enumerate(group):
        other = _counterpart(first, group[place + 1 :])
        if other is None or _of_two_bodies(first.label, other.label):
            continue
        if _belong_together(first, other, group):
            yield first, other


def _counterpart(first: _Statement, later: Sequence[_Statement]) -> _Statement | None:
    """The most alike of the later statements of another part; None where one has the same value."""
    rivals = [other for other in later if other.passage.part != first.passage.part]
    if first.amount in {other.amount for other in rivals}:
        return None
    return max(rivals, key=lambda other: _likeness(first, other), default=None)


def _belong_together(first: _Statement, other: _Statement, group: Sequence[_Statement]) -> bool:
    """Whether no statement outside the other's part is more like the other than the first."""
    if _likeness(first, other) < _ALIKE or (first.keyed and other.keyed):
        return False
    if first.of_whole != other.of_whole:
        return False
    outside = [item for item in group if item.passage.part != other.passage.part]
    return max(outside, key=lambda item: _likeness(item, other)) is first


def _of_two_bodies(one: str, other: str) -> bool:
    """Whether two labels name two bodies or places: 县医院…, 县中医院…."""
    first, second = _BODY.match(one), _BODY.match(other)
    if first is None or second is None:
        return False
    short, long = sorted((first[0], second[0]), key=len)
    return not long.endswith(short)


def _two_values(first: _Statement, other: _Statement) -> Finding:
    message = f"“{_name(first)}”前面是{first.amount}，后面是{other.amount}。"
    sides = tuple(item.passage.side(item.start, item.number.end) for item in (first, other))
    return Finding(Severity.WARNING, message, sides, first.amount, other.amount)


def _keyed(passage: Passage, position: int) -> bool:
    """Whether the number follows a key of the data: then it is compared by its key."""
    mark = passage.mark_at(position)
    return mark is not None and mark.origin in ("bound", "claimed")


def _likeness(first: _Statement, other: _Statement) -> float:
    """How alike the labels are, and the words before them where both have some."""
    own = _ratio(first.label, other.label)
    if min(len(first.lead), len(other.lead)) < _LABEL:
        return own
    return (own + _ratio(first.lead, other.lead)) / 2


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _name(statement: _Statement) -> str:
    """The label; with the words before it where it begins with 其中 or is short."""
    label = statement.label
    if label.startswith("其中") or len(label) < _SHORT_LABEL:
        before = statement.passage.text[: statement.number.start]
        return before[-_QUOTED:].lstrip("，。；、（(")
    return label[-_QUOTED:]


def _read(passages: Sequence[Passage]) -> Iterator[_Statement]:
    """The exact numbers of the text that have a unit and a label."""
    for index, passage in enumerate(passages):
        whole = ""
        for number in passage.quantities if passage.role == "body" else ():
            label = _FILLERS.sub("", number.label).replace("扶贫", "帮扶")
            if number.exact and number.unit not in ("", "%") and len(label) >= _LABEL:
                yield _statement(index, passage, label, number, whole)
            whole = _amount(number)


def _amount(number: Quantity) -> str:
    return f"{number.value}{number.unit}"


def _statement(
    index: int, passage: Passage, label: str, number: Quantity, whole: str
) -> _Statement:
    start = number.start - len(number.label)
    lead = _NUMBER.sub("", passage.text[max(0, start - _CONTEXT) : start])
    return _Statement(index, passage, label, lead, start, number, whole)
