"""Parts and their wholes in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from generator.check.finding import Finding, Side
from generator.check.passages import Passage, prose
from generator.check.reader import Quantity, quantities, spoken
from generator.check.rules.breakdowns import Breakdown, breakdowns
from generator.check.subject import Subject
from generator.model.severity import Severity

_LEADING = re.compile(r"^(其中[，：:,]?)?(用于|①|②|③|\d+\.)?")
_LABEL = 24


def parts_and_wholes(subject: Subject) -> Iterator[Finding]:
    """The parts of a sentence add up to their whole, and no part is larger than it.

    查：“其中…”“（A、B）”“A、B共计…”里同单位的分项，加起来超过总数；写明是全部的，加起来不等于总数；
        一个分项大于总数。差额正好等于某一两项时指出是哪项。
    不查：分项可能重叠的（各项不是同一类的人数、项目数）；有“等”的；有约数的；开工、完工、比率等不是分项的数。
    例：投入资金500万元，其中用于产业300万元，用于就业150万元，用于培训100万元。
        -> 分项加起来是550万元，总数写的是500万元，相差50万元。
    依据：算术。
    """
    for passage in prose(subject.passages):
        unique: dict[tuple[int, int], Breakdown] = {}
        for breakdown in breakdowns(passage.text):
            span = breakdown.parts[0].start, breakdown.parts[-1].end
            unique.setdefault(span, breakdown)
        for breakdown in unique.values():
            yield from _judge(passage, breakdown)


def _judge(passage: Passage, breakdown: Breakdown) -> Iterator[Finding]:
    """The finding about a list of parts; none where a number is approximate or a whole fits."""
    wholes = breakdown.sized_wholes()
    exact = all(number.exact for number in (*breakdown.parts, *breakdown.wholes))
    if not exact or any(size == breakdown.total for _, size in wholes):
        return
    whole, size = _nearest(wholes, breakdown)
    if len(breakdown.parts) > 1:
        yield from _wrong_sum(passage, breakdown, whole, size)
    else:
        yield from _larger_part(passage, breakdown, whole, size)


def _larger_part(
    passage: Passage, breakdown: Breakdown, whole: Quantity, size: Decimal
) -> Iterator[Finding]:
    """The finding about a part that is larger than its whole."""
    part, unit = breakdown.total, breakdown.unit
    if part > size:
        message = f"部分大于整体：其中的{part:f}{unit}大于总数{whole.text}。"
        sides = _sides(passage, breakdown, whole)
        expected, actual = f"不大于{spoken(size)}{unit}", f"{spoken(part)}{unit}"
        yield Finding(Severity.ERROR, message, sides, expected, actual)


def _nearest(
    wholes: Sequence[tuple[Quantity, Decimal]], breakdown: Breakdown
) -> tuple[Quantity, Decimal]:
    """The whole that the list most likely belongs to.

    One whose difference is an item of the list, else the nearest.
    """
    values = [part.value for part in breakdown.parts]
    for whole, size in wholes:
        if abs(breakdown.total - size) in values:
            return whole, size
    return min(wholes, key=lambda pair: abs(pair[1] - breakdown.total))


def _wrong_sum(
    passage: Passage, breakdown: Breakdown, whole: Quantity, size: Decimal
) -> Iterator[Finding]:
    """The finding about parts that do not add up, where they must."""
    total, unit = breakdown.total, breakdown.unit
    if not breakdown.strict and (total < size or _may_overlap(breakdown)):
        return
    certain = breakdown.strict or breakdown.parts[0].money
    gap = abs(total - size)
    message = (
        f"分项加起来是{spoken(total)}{unit}，总数写的是{whole.text}，"
        f"相差{spoken(gap)}{unit}{_hint(passage, breakdown, gap)}。"
    )
    yield Finding(
        Severity.ERROR if certain else Severity.WARNING,
        message,
        _sides(passage, breakdown, whole),
        f"{spoken(size)}{unit}",
        f"{spoken(total)}{unit}",
    )


def _may_overlap(breakdown: Breakdown) -> bool:
    """Whether one person or project may be counted in two parts: they are not called alike."""
    endings = {part.label[-1:] for part in breakdown.parts}
    return not breakdown.parts[0].money and len(endings) > 1


def _hint(passage: Passage, breakdown: Breakdown, gap: Decimal) -> str:
    """The likely cause of the gap: parts of the list, or else a number inside one."""
    parts = [(part.label, part.value) for part in breakdown.parts]
    inner = [
        (number.label, number.value)
        for number in quantities(passage.text[breakdown.start : breakdown.end + 1])
        if number.unit == breakdown.unit
    ]
    return likely_cause(gap, parts) or likely_cause(gap, inner, 1)


def _sides(passage: Passage, breakdown: Breakdown, whole: Quantity) -> tuple[Side, Side]:
    """The whole with its label, and the list."""
    labelled = passage.side(max(0, whole.start - len(whole.label)), whole.end)
    return labelled, passage.side(breakdown.start, breakdown.end)


def likely_cause(gap: Decimal, items: Sequence[tuple[str, Decimal]], most: int = 2) -> str:
    """Words that name the item, or up to ``most`` items, equal to the gap; "" where none are."""
    for count in range(1, most + 1):
        for chosen in combinations(items, count):
            if sum((value for _, value in chosen), Decimal(0)) == gap:
                labels = "”加“".join(_short(label) for label, _ in chosen)
                return f"，正好等于“{labels}”，可能重复计算或漏列"
    return ""


def _short(label: str) -> str:
    label = _LEADING.sub("", label)
    return label if len(label) <= _LABEL else label[:_LABEL] + "…"
