"""Parts and their wholes, read out of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, islice

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.reader import (
    Quantity,
    Sentence,
    closing,
    closings,
    in_unit,
    quantities,
    sentences,
    split,
    spoken,
    without_brackets,
)
from generator.check.subject import Subject

_OF_WHICH = re.compile(r"其中[，：:,]?")
_NOT_PARTS = re.compile(
    r"开工|完工|完成|启动|竣工|占|比例|率|同比|增长|户均|人均|平均|每|最高|最低|累计"
)
_TOGETHER = re.compile(r"共计|合计|总计")
_REACH = 80
_LONG, _MOST = 2000, 60
_PURPOSE = re.compile(r"^(?:其中[，：:,]?)?(?:用于|安排用于|支持|投入)")


@dataclass(frozen=True)
class Breakdown:
    """A list of parts in a sentence: the candidates for the whole, the parts, and whether they must add up to it.

    ``strict`` is true where the words say that the list is complete (a bracket behind the whole, 用于A…用于B…).
    """

    wholes: tuple[Quantity, ...]
    parts: tuple[Quantity, ...]
    start: int
    end: int
    strict: bool


def parts_and_wholes(subject: Subject) -> Iterator[Finding]:
    """The parts of a sentence (其中…, （A、B）, A、B共计) add up to their whole, and no part is larger than it.

    Speaks where parts of one unit exceed the whole, and where a complete list falls short of it; names the item that
    equals the difference. Silent where parts may overlap (persons or projects whose labels do not end alike), where a
    list is open (等), and where a number is approximate. Source: 会计勾稽; shared identities of the form.
    """
    for passage in prose(subject.passages):
        seen: set[tuple[int, int]] = set()
        for found in breakdowns(passage.text):
            if (found.parts[0].start, found.parts[-1].end) not in seen:
                seen.add((found.parts[0].start, found.parts[-1].end))
                yield from _judge(passage, found)


def breakdowns(text: str) -> Iterator[Breakdown]:
    """Every list of parts in a paragraph."""
    yield from _brackets(text)
    yield from _of_which(text)
    yield from _together(text)


def _judge(passage: Passage, found: Breakdown) -> Iterator[Finding]:
    unit = found.parts[0].unit
    parts = [value for part in found.parts if (value := in_unit(part, unit)) is not None]
    wholes = [
        (whole, value) for whole in found.wholes if (value := in_unit(whole, unit)) is not None
    ]
    if not wholes or any(not part.exact for part in found.parts):
        return
    total = sum(parts, Decimal(0))
    if any(value == total or not whole.exact for whole, value in wholes):
        return
    whole, value = _nearest(wholes, parts, total)
    if len(parts) == 1:
        if parts[0] > value:
            yield _finding(
                passage,
                found,
                Severity.ERROR,
                f"部分大于整体：其中的{parts[0]:f}{unit}大于总数{whole.text}",
                whole,
                f"不大于{spoken(value)}{unit}",
                f"{spoken(parts[0])}{unit}",
            )
        return
    difference = total - value
    if difference < 0 and not found.strict:
        return
    if (
        not found.strict
        and not found.parts[0].money
        and len({part.label[-1:] for part in found.parts}) > 1
    ):
        return
    severity: Severity = (
        Severity.ERROR if found.strict or found.parts[0].money else Severity.WARNING
    )
    items = [(part.label, size) for part, size in zip(found.parts, parts, strict=True)]
    inner = [
        (item.label, item.value)
        for item in quantities(passage.text[found.start : found.end + 1])
        if item.unit == unit
    ]
    hint = likely_cause(abs(difference), items) or likely_cause(abs(difference), inner, 1)
    yield _finding(
        passage,
        found,
        severity,
        f"分项加起来是{spoken(total)}{unit}，总数写的是{whole.text}，相差{spoken(abs(difference))}{unit}{hint}",
        whole,
        f"{spoken(value)}{unit}",
        f"{spoken(total)}{unit}",
    )


def _finding(
    passage: Passage,
    found: Breakdown,
    severity: Severity,
    message: str,
    whole: Quantity,
    expected: str,
    actual: str,
) -> Finding:
    listed = passage.side(found.start, found.end)
    return Finding(
        severity,
        message + "。",
        (passage.side(max(0, whole.start - len(whole.label)), whole.end), listed),
        expected,
        actual,
    )


def _nearest(
    wholes: Sequence[tuple[Quantity, Decimal]], parts: Sequence[Decimal], total: Decimal
) -> tuple[Quantity, Decimal]:
    """The whole that the list most likely belongs to: one whose difference is an item of the list, else the nearest."""
    for whole, value in wholes:
        if abs(total - value) in parts:
            return whole, value
    return min(wholes, key=lambda pair: abs(pair[1] - total))


def likely_cause(difference: Decimal, items: Sequence[tuple[str, Decimal]], most: int = 2) -> str:
    """Words that name the item, or the two items, equal to the difference; "" where there are none."""
    for size in range(1, most + 1):
        for chosen in combinations(items, size):
            if sum((value for _, value in chosen), Decimal(0)) == difference:
                return f"，正好等于“{'”加“'.join(_short(label) for label, _ in chosen)}”，可能重复计算或漏列"
    return ""


def _short(label: str) -> str:
    label = re.sub(r"^(其中[，：:,]?)?(用于|①|②|③|\d+\.)?", "", label)
    return label if len(label) <= 24 else label[:24] + "…"


def _brackets(text: str) -> Iterator[Breakdown]:
    """总数（A 1人、B 2人): every piece in the bracket is a label and a number of the whole's unit."""
    ends = closings(text)
    for at, end in ends.items():
        whole = _ending_at(text, at) if end - at <= _LONG else []
        inside = text[at + 1 : end]
        if (
            not whole
            or "其中" in inside
            or "等" in inside
            or _NOT_PARTS.search(inside)
            or re.match("[含包]", inside)
        ):
            continue
        parts = _one_each(inside, "、，,；;", at + 1)
        if len(parts) > 1 and all(part.unit == whole[0].unit for part in parts):
            yield Breakdown((whole[0],), tuple(parts), at, min(end + 1, len(text)), strict=True)


def _ending_at(text: str, end: int) -> list[Quantity]:
    """The number that ends where a bracket opens, [] where there is none."""
    start = max(0, end - _REACH)
    return [
        _moved(found, start) for found in quantities(text[start:end]) if found.end == end - start
    ]


def _one_each(text: str, marks: str, offset: int) -> list[Quantity]:
    """The numbers of a list in which every piece ends with its one number, or a comma inside a label is passed over;
    [] where a piece is anything else."""
    found: list[Quantity] = []
    carried = 0
    pieces = split(text, marks, offset)
    for place, (piece, start) in enumerate(pieces):
        inner = quantities(without_brackets(piece))
        if not inner:
            carried += 1
            if place == len(pieces) - 1:
                return []
            continue
        if len(inner) > 1 or inner[0].end < len(piece.rstrip()) - _tail(piece):
            return []
        found.append(_moved(inner[0], start))
    return found


def _tail(piece: str) -> int:
    """How much of the piece may follow its number: a bracket, or nothing."""
    found = re.search(r"[（(][^（）()]*[）)]\s*$", piece)
    return len(found[0]) if found else 0


def _moved(quantity: Quantity, by: int) -> Quantity:
    return Quantity(
        quantity.value,
        quantity.unit,
        quantity.start + by,
        quantity.end + by,
        quantity.text,
        quantity.label,
        quantity.exact,
        quantity.places,
    )


def _of_which(text: str) -> Iterator[Breakdown]:
    """总数，其中A 1人，B 2人; the list ends with the sentence, the bracket, or the ； of an outer list."""
    flat = without_brackets(text)
    spans = sentences(text)
    for index, sentence in enumerate(spans):
        for match in islice(_OF_WHICH.finditer(sentence.text), _MOST):
            at = sentence.start + match.start()
            inside = flat[at] == "\u3000"
            body_start = sentence.start + match.end()
            body_end = (
                _bracket_end(text, at) if inside else _list_end(text, spans, index, body_start)
            )
            if not inside and re.search("[：:；;]", flat[sentence.start : at]):
                body_end = min(body_end, _next(flat, "；;", body_start))
            wholes = _wholes(text, spans, index, at, inside)
            body = text[body_start:body_end] if inside else flat[body_start:body_end]
            parts, strict = _parts(body, body_start)
            if not wholes or not parts:
                continue
            unit = parts[0].unit
            fitting = tuple(whole for whole in wholes if in_unit(whole, unit) is not None)
            if fitting:
                yield Breakdown(fitting, tuple(parts), at, parts[-1].end, strict)


def _next(text: str, marks: str, start: int) -> int:
    return min((at for mark in marks if (at := text.find(mark, start)) >= 0), default=len(text))


def _bracket_end(text: str, at: int) -> int:
    opening = max(text.rfind("（", 0, at), text.rfind("(", 0, at))
    return closing(text, opening)


def _list_end(text: str, spans: Sequence[Sentence], index: int, start: int) -> int:
    """The end of the sentence, or of the sentences that go on with 用于…."""
    end = spans[index].start + len(spans[index].text)
    purposes = _PURPOSE.match(text[start:])
    while purposes and index + 1 < len(spans) and spans[index + 1].text.startswith("用于"):
        index += 1
        end = spans[index].start + len(spans[index].text)
    return end


def _wholes(
    text: str, spans: Sequence[Sentence], index: int, at: int, inside: bool
) -> list[Quantity]:
    """What the parts may be parts of: the number before 其中, or those of the sentence before."""
    sentence = spans[index]
    head = text[sentence.start : at]
    if inside:
        opening = max(text.rfind("（", 0, at), text.rfind("(", 0, at))
        return _ending_at(text, opening)
    own = [_moved(found, sentence.start) for found in quantities(without_brackets(head))]
    if own:
        return own[-1:]
    if head.strip("，；、 ") and not re.search(r"[，；、]\s*$", head):
        return []
    if index:
        before = spans[index - 1]
        return [_moved(found, before.start) for found in quantities(without_brackets(before.text))]
    return []


def _parts(body: str, offset: int) -> tuple[list[Quantity], bool]:
    """The parts of a list, and whether it claims to be complete."""
    groups = split(body.rstrip("。；;"), "；;", offset)
    purposes = sum(bool(_PURPOSE.match(piece.strip())) for piece, _ in groups)
    nested = any("其中" in piece for piece, _ in groups[1:])
    if (
        len(groups) > 1
        and (purposes >= len(groups) - 1 or not nested)
        and ("其中" in groups[0][0] or _many(groups[0]) == 1)
    ):
        heads = [head for piece, start in groups if (head := _first(piece, start))]
        if len(heads) > 1 and all(head.unit == heads[0].unit for head in heads):
            return heads, purposes >= len(groups) - 1 and len(heads) == len(groups)
    return _listed(*groups[0])


def _listed(text: str, offset: int) -> tuple[list[Quantity], bool]:
    """The parts of a list set off by commas, up to a number of another unit; what has parts itself is no part."""
    own, followed, _ = text.partition("其中")
    parts: list[Quantity] = []
    purposes = 0
    for item, at in split(own, "，,、。", offset):
        inner = quantities(item)
        if not inner:
            continue
        if len(inner) > 1 or _NOT_PARTS.search(item) or (parts and inner[0].unit != parts[0].unit):
            break
        purposes += bool(_PURPOSE.match(item.strip()))
        parts.append(_moved(inner[0], at))
    if followed and parts and own[parts[-1].end - offset :].strip("，,、 ") == "":
        parts.pop()
    return parts, len(parts) > 2 and purposes >= len(parts) - 1


def _many(group: tuple[str, int]) -> int:
    return len(quantities(group[0]))


def _first(piece: str, start: int) -> Quantity | None:
    found = quantities(piece)
    return _moved(found[0], start) if found and not _NOT_PARTS.search(found[0].label) else None


def _together(text: str) -> Iterator[Breakdown]:
    """A（2对）、B（3对）共计5对: the numbers before 共计 in its sentence, all of one unit."""
    for sentence in sentences(text):
        match = _TOGETHER.search(sentence.text)
        if (
            not match
            or "其中" in sentence.text[: match.start()]
            or sentence.text[match.start() - 1 : match.start()] == "等"
        ):
            continue
        after = quantities(sentence.text[match.end() :])
        before = quantities(sentence.text[: match.start()])
        if (
            not after
            or after[0].start > 4
            or len(before) < 2
            or {item.unit for item in before} != {after[0].unit}
        ):
            continue
        whole = _moved(after[0], sentence.start + match.end())
        parts = tuple(_moved(item, sentence.start) for item in before)
        yield Breakdown((whole,), parts, parts[0].start, whole.end, strict=True)
