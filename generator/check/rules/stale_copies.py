"""Copies whose numbers have gone stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.reader import GOES_ON, Quantity, quantities, split
from generator.check.rules.clauses import LEAST, QUOTED, Clause
from generator.check.rules.differing_statements import NUMBER, differing_statements, is_keyed
from generator.check.subject import Subject
from generator.model.severity import Severity

_LEAST_WORDS = 12
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
    yield from differing_statements(subject, compared)


def _same_items(passages: Sequence[Passage]) -> Iterator[tuple[Clause, Clause]]:
    """Sentences and ；-items of two passages that differ in their numbers at most."""
    by_words: dict[str, list[Clause]] = defaultdict(list)
    for item in _items(passages):
        by_words[NUMBER.sub("#", item.text)].append(item)
    for words, (first, *others) in by_words.items():
        if len(words.replace("#", "")) >= _LEAST_WORDS and not GOES_ON.match(words):
            yield from ((first, other) for other in others if other.index != first.index)


def _items(passages: Sequence[Passage]) -> Iterator[Clause]:
    """Sentences and ；-items."""
    for index, passage in enumerate(passages):
        if passage.role == "body":
            for text, start in split(passage.text[passage.lead :], "。；;！？", passage.lead):
                if len(text) >= LEAST:
                    yield Clause(index, passage, start, text, True, True)


def _changed_numbers(first: Clause, other: Clause) -> list[_Pair]:
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


def _both_keyed(first: Clause, other: Clause, pair: _Pair) -> bool:
    number, counterpart = pair
    return _keyed_in(first, number) and _keyed_in(other, counterpart)


def _keyed_in(item: Clause, number: Quantity) -> bool:
    return is_keyed(item.passage, item.start + number.start)


def _stale(first: Clause, other: Clause, pairs: Sequence[_Pair]) -> Finding:
    numbers = "、".join(f"{a.text}／{b.text}" for a, b in pairs)
    message = f"两处话相同而数不同（{numbers}）：{first.text.strip()[:QUOTED]}…。"
    sides = tuple(item.passage.side(item.start, item.end) for item in (first, other))
    expected, actual = pairs[0]
    return Finding(Severity.ERROR, message, sides, expected.text, actual.text)
