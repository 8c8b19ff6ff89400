"""Copies of one statement of which one was not kept up: the same words, another number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import GOES_ON, Quantity, quantities, split, spoken
from generator.check.rules.one_scope import Scopes, led_alike, one_slip, points_back
from generator.check.rules.repeats import SaidClause
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.severity import Severity

_LEAST = 24
_QUOTED = 24
_NUMBER = regex(r"\d+(?:\.\d+)?")
_LEAST_WORDS = 12
_LABEL = 4
_SHORT_LABEL = 8
_ALIKE = 0.72
_CONTEXT = 24
_MOST_STATEMENTS = 40
"""A label that more numbers have says nothing of any of them."""
_BODY = regex(
    r"[\u4e00-\u9fff]{1,8}?(?:医院|卫生院|学校|中学|小学|幼儿园|敬老院|福利院|公司|合作社|街道|社区|[局镇乡村])"
)
_TIMES = regex(r"(?:19|20)\d{2}[—～年-]|\d{1,2}月|[一二三四上下]半?季度|第\d+")
_WHOLE = regex("全[国省市州县区旗]")
_FILLERS = regex(r"[和为达共约计了]+$")


_Pair = tuple[Quantity, Quantity]


def stale_copies(subject: Subject) -> Iterator[Finding]:
    """Two places say the same words with different numbers: one of them was not kept up.

    查：两句话、分号隔开的两项除数以外都相同，而数不同；正文与附件里说同一件事的数不同。
    不查：由键填写的数（“前后一致”比它们）；表格；同一段里并列的句子（甲村3座；乙村4座）；约数；
        正文与附件里有40多处用同一说法的数，说的是两个单位的；“其中”前面的数不同的；自己没有主语、接着上文说的
        （收支相抵后，加上级补助收入）；说的年月、季度不同的，“该项目”“本村”等指上文的；上面的标题或短行写着不同的地方、
        单位、时间的。没有写全县、全市，两个数又不止差一位数字或前后颠倒的，供参考。
    例：县第一中学购置学生桌椅和图书设备共计投入85.2万元。／县第一中学购置学生桌椅和图书设备
        共计投入86.2万元。
        -> 两处话相同而数不同（85.2万元／86.2万元）：县第一中学购置学生桌椅和图书设备共计投入85.2…。
    依据：一件事只有一个数。
    """
    compared: set[tuple[int, int]] = set()
    scopes = Scopes(subject.passages)
    for first, other in _same_items(subject.passages):
        pairs = _changed_numbers(first, other) if _may_be_one(scopes, first, other) else []
        if pairs:
            compared |= {(first.index, first.start + number.start) for number, _ in pairs}
            yield _stale(first, other, pairs)
    yield from _statements(subject, compared)


def _same_items(passages: Sequence[Passage]) -> Iterator[tuple[SaidClause, SaidClause]]:
    """Sentences and ；-items of two passages that differ in their numbers at most."""
    by_words: dict[str, list[SaidClause]] = defaultdict(list)
    for item in _items(passages):
        by_words[_NUMBER.sub("#", item.text)].append(item)
    for words, (first, *others) in by_words.items():
        if len(words.replace("#", "")) >= _LEAST_WORDS and not GOES_ON.match(words):
            yield from ((first, other) for other in others if other.index != first.index)


def _may_be_one(scopes: Scopes, first: SaidClause, other: SaidClause) -> bool:
    """Whether two statements may be of one thing: they name the same times, point back to nothing
    (该项目), and nothing above them or before them tells their places apart."""
    if _TIMES.findall(first.text) != _TIMES.findall(other.text) or points_back(first.text):
        return False
    led = (item.passage.text[item.passage.lead : item.start] for item in (first, other))
    return scopes.are_one(first.passage, other.passage) and led_alike(*led)


def _items(passages: Sequence[Passage]) -> Iterator[SaidClause]:
    """Sentences and ；-items."""
    for index, passage in enumerate(passages):
        if passage.role == "body":
            for text, start in split(passage.text[passage.lead :], "。；;！？", passage.lead):
                if len(text) >= _LEAST:
                    yield SaidClause(index, passage, start, text, True, True)


def _changed_numbers(first: SaidClause, other: SaidClause) -> list[_Pair]:
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


def _both_keyed(first: SaidClause, other: SaidClause, pair: _Pair) -> bool:
    number, counterpart = pair
    return _keyed_in(first, number) and _keyed_in(other, counterpart)


def _keyed_in(item: SaidClause, number: Quantity) -> bool:
    return _keyed(item.passage, item.start + number.start)


def _stale(first: SaidClause, other: SaidClause, pairs: Sequence[_Pair]) -> Finding:
    numbers = "、".join(f"{a.text}／{b.text}" for a, b in pairs)
    message = f"两处话相同而数不同（{numbers}）：{first.text.strip()[:_QUOTED]}…。"
    sides = tuple(item.passage.side(item.start, item.end) for item in (first, other))
    expected, actual = pairs[0]
    is_slip = all(one_slip(spoken(a.value), spoken(b.value)) for a, b in pairs)
    is_sure = is_slip or _WHOLE.search(first.text)
    severity = Severity.WARNING if is_sure else Severity.INFO
    return Finding(severity, message, sides, expected.text, actual.text)


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
