"""Lists of parts read out of sentences: 总数（A、B）, 总数，其中A、B, and A、B共计总数."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from generator.check.reader import (
    Quantity,
    Sentence,
    closing,
    closings,
    in_unit,
    quantities,
    sentences,
    split,
    without_brackets,
)

_OF_WHICH = re.compile(r"其中[，：:,]?")
_NOT_PARTS = re.compile(
    r"开工|完工|完成|启动|竣工|占|比例|率|同比|增长|户均|人均|平均|每|最高|最低|累计"
)
_NO_LIST = re.compile(rf"^[含包]|其中|等|{_NOT_PARTS.pattern}")
_NOT_SUMMED = re.compile("其中|等$")
_TOGETHER = re.compile(r"共计|合计|总计")
_PURPOSE = re.compile(r"^(?:其中[，：:,]?)?(?:用于|安排用于|支持|投入)")
_OUTER_LIST = re.compile("[：:；;]")
_CLAUSE_END = re.compile(r"[，；、]\s*$")
_BEHIND_BRACKET = re.compile(r"[（(][^（）()]*[）)]\s*$")
_REACH = 80
_LONG, _MOST = 2000, 60
_NEXT_TO = 4


@dataclass(frozen=True)
class Breakdown:
    """A list of parts of one unit: what may be their whole, and whether they must add up to it.

    ``start`` and ``end`` are the positions of the list in its text. ``strict`` is true where the
    words say that the list is complete (a bracket behind the whole, 用于A…用于B…).
    """

    wholes: tuple[Quantity, ...]
    parts: tuple[Quantity, ...]
    start: int
    end: int
    strict: bool

    @property
    def unit(self) -> str:
        """The unit of the parts."""
        return self.parts[0].unit

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.value for part in self.parts), Decimal(0))

    def sized_wholes(self) -> list[tuple[Quantity, Decimal]]:
        """The candidates for the whole, each with its value in the unit of the parts."""
        sizes = [(whole, in_unit(whole, self.unit)) for whole in self.wholes]
        return [(whole, size) for whole, size in sizes if size is not None]


def breakdowns(text: str) -> Iterator[Breakdown]:
    """Every list of parts in a paragraph."""
    yield from _in_brackets(text)
    yield from _of_which(text)
    yield from _together(text)


def _in_brackets(text: str) -> Iterator[Breakdown]:
    """总数（A 1人、B 2人): every item in the bracket is a label and a number of the whole's unit."""
    for start, end in closings(text).items():
        whole = _ending_at(text, start) if end - start <= _LONG else None
        parts = _bracketed(text[start + 1 : end], start + 1) if whole else []
        if whole and len(parts) > 1 and _units(parts) == {whole.unit}:
            close = min(end + 1, len(text))
            yield Breakdown((whole,), tuple(parts), start, close, strict=True)


def _ending_at(text: str, end: int) -> Quantity | None:
    """The number that ends where a bracket opens; None where none does."""
    start = max(0, end - _REACH)
    for number in quantities(text[start:end]):
        if start + number.end == end:
            return _moved(number, start)
    return None


def _bracketed(text: str, offset: int) -> list[Quantity]:
    """The numbers of a list in which every item ends with its one number; [] where one does not.

    A piece without a number is a comma inside a label, and is passed over.
    """
    pieces = [] if _NO_LIST.search(text) else split(text, "、，,；;", offset)
    items: list[Quantity] = []
    numbers: list[Quantity] = []
    for piece, start in pieces:
        numbers = quantities(without_brackets(piece))
        if not _fits(piece, numbers):
            return []
        items += [_moved(number, start) for number in numbers]
    return items if numbers else []


def _fits(piece: str, numbers: Sequence[Quantity]) -> bool:
    """Whether a piece has no number, or one that ends it or stands before a bracket at its end."""
    bracket = _BEHIND_BRACKET.search(piece)
    end = len(piece.rstrip()) - (len(bracket[0]) if bracket else 0)
    return len(numbers) < 2 and all(number.end >= end for number in numbers)


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _units(numbers: Sequence[Quantity]) -> set[str]:
    return {number.unit for number in numbers}


@dataclass(frozen=True)
class _OfWhich:
    """A 其中 in a text, from ``start`` to ``end``, and the sentence of the text that it stands in.

    ``flat`` is the text with everything in brackets blanked.
    """

    text: str
    flat: str
    sentences: Sequence[Sentence]
    index: int
    start: int
    end: int

    @property
    def sentence(self) -> Sentence:
        return self.sentences[self.index]

    @property
    def in_bracket(self) -> bool:
        return self.flat[self.start] == "\u3000"

    @property
    def bracket(self) -> int:
        """The position of the bracket that opens before it."""
        return max(self.text.rfind("（", 0, self.start), self.text.rfind("(", 0, self.start))


def _of_which(text: str) -> Iterator[Breakdown]:
    """总数，其中A 1人，B 2人."""
    flat, spans = without_brackets(text), sentences(text)
    for index, sentence in enumerate(spans):
        for match in islice(_OF_WHICH.finditer(sentence.text), _MOST):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            breakdown = _listed_after(_OfWhich(text, flat, spans, index, start, end))
            if breakdown:
                yield breakdown


def _listed_after(word: _OfWhich) -> Breakdown | None:
    """The list that 其中 begins; None where no number before it can be the whole."""
    source = word.text if word.in_bracket else word.flat
    parts, strict = _parts(source[word.end : _list_end(word)], word.end)
    wholes = _fitting(_wholes(word), parts)
    if not wholes:
        return None
    return Breakdown(wholes, tuple(parts), word.start, parts[-1].end, strict)


def _fitting(wholes: Sequence[Quantity], parts: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The candidates for the whole that measure what the parts measure."""
    units = _units(parts)
    return tuple(whole for whole in wholes for unit in units if in_unit(whole, unit) is not None)


def _list_end(word: _OfWhich) -> int:
    """Where the list ends: with its bracket, its sentence, or the ； of an outer list."""
    if word.in_bracket:
        return closing(word.text, word.bracket)
    end = min(_sentences_end(word), word.end + _LONG)
    if not _OUTER_LIST.search(word.flat[word.sentence.start : word.start]):
        return end
    marks = [word.flat.find(mark, word.end) for mark in "；;"]
    return min(end, *(mark if mark >= 0 else end for mark in marks))


def _sentences_end(word: _OfWhich) -> int:
    """The end of the sentence, or of the sentences after it that go on with 用于…."""
    last = word.sentence
    following = word.sentences[word.index + 1 :] if _PURPOSE.match(word.text[word.end :]) else ()
    for sentence in following:
        if not sentence.text.startswith("用于"):
            break
        last = sentence
    return last.start + len(last.text)


def _wholes(word: _OfWhich) -> list[Quantity]:
    """What may be the whole.

    The number that the bracket stands behind; without one the number before 其中 in its sentence,
    or else those of the sentence before.
    """
    if word.in_bracket:
        whole = _ending_at(word.text, word.bracket)
        return [whole] if whole else []
    start = max(word.sentence.start, word.start - _LONG)
    head = word.text[start : word.start]
    own = _numbers(Sentence(head, start))
    begins_clause = not head.strip("，；、 ") or _CLAUSE_END.search(head)
    if not own and begins_clause and word.index:
        return _numbers(word.sentences[word.index - 1])
    return own[-1:]


def _numbers(sentence: Sentence) -> list[Quantity]:
    """The numbers of a sentence outside brackets."""
    flat = without_brackets(sentence.text)
    return [_moved(number, sentence.start) for number in quantities(flat)]


_Piece = tuple[str, int]


def _parts(body: str, offset: int) -> tuple[list[Quantity], bool]:
    """The parts of a list, and whether it claims to be complete."""
    groups = split(body.rstrip("。；;"), "；;", offset)
    heads = _heads(groups)
    if len(heads) > 1:
        return heads, _all_purposes(groups) and len(heads) == len(groups)
    return _listed(*groups[0])


def _heads(groups: Sequence[_Piece]) -> list[Quantity]:
    """The first number of each group that ； sets off, where groups are parts; [] where not."""
    heads = [head for piece, start in groups if (head := _first(piece, start))]
    return heads if _are_parts(groups) and len(_units(heads)) == 1 else []


def _are_parts(groups: Sequence[_Piece]) -> bool:
    """Whether the first group is one part, and the others are not lists of their own."""
    first, *others = (piece for piece, _ in groups)
    nested = any("其中" in piece for piece in others)
    if "其中" not in first and len(quantities(first)) != 1:
        return False
    return _all_purposes(groups) or not nested


def _all_purposes(groups: Sequence[_Piece]) -> bool:
    """Whether all groups but one at most begin with 用于 or the like."""
    return sum(bool(_PURPOSE.match(piece.strip())) for piece, _ in groups) >= len(groups) - 1


def _first(piece: str, start: int) -> Quantity | None:
    numbers = quantities(piece)
    return (
        _moved(numbers[0], start) if numbers and not _NOT_PARTS.search(numbers[0].label) else None
    )


def _listed(text: str, offset: int) -> tuple[list[Quantity], bool]:
    """The parts of a list set off by commas; what has parts itself is no part."""
    own, nested, _ = text.partition("其中")
    items = list(_items(own, offset))
    parts = [part for part, _ in items]
    if nested and parts and not own[parts[-1].end - offset :].strip("，,、 "):
        parts.pop()
    purposes = sum(is_purpose for _, is_purpose in items)
    return parts, len(parts) > 2 and purposes >= len(parts) - 1


def _items(text: str, offset: int) -> Iterator[tuple[Quantity, bool]]:
    """The numbers of a list, up to one of another unit, each with whether 用于 leads to it."""
    unit = None
    for item, start in split(text, "，,、。", offset):
        numbers = quantities(item)
        if not numbers:
            continue
        if len(numbers) > 1 or _NOT_PARTS.search(item) or unit not in (None, numbers[0].unit):
            return
        unit = numbers[0].unit
        yield _moved(numbers[0], start), bool(_PURPOSE.match(item.strip()))


def _together(text: str) -> Iterator[Breakdown]:
    """A（2对）、B（3对）共计5对: the numbers before 共计 in its sentence, all of one unit."""
    for sentence in sentences(text):
        match = _TOGETHER.search(sentence.text)
        breakdown = _summed_up(sentence, match) if match else None
        if breakdown:
            yield breakdown


def _summed_up(sentence: Sentence, word: re.Match[str]) -> Breakdown | None:
    """The list before 共计; None where it is open (等), has parts itself or mixes units."""
    head, tail = sentence.text[: word.start()], sentence.text[word.end() :]
    whole = _leading(tail, sentence.start + word.end())
    parts = tuple(_moved(number, sentence.start) for number in quantities(head))
    if whole is None or _NOT_SUMMED.search(head):
        return None
    if len(parts) < 2 or _units(parts) != {whole.unit}:
        return None
    return Breakdown((whole,), parts, parts[0].start, whole.end, strict=True)


def _leading(text: str, offset: int) -> Quantity | None:
    """The number that the text begins with, but for a few characters; None where it does not."""
    number = next(iter(quantities(text)), None)
    return _moved(number, offset) if number and number.start <= _NEXT_TO else None
