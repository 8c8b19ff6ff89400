"""Two Word files side by side: paragraphs that came, went or changed, with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.regenerate.match.align import align, components
from generator.regenerate.match.tokens import matches, tokens
from generator.word.reader import View

_AROUND = 12


@dataclass(frozen=True)
class Difference:
    """A paragraph that is new, gone, changed or moved. ``old`` and ``new`` are the words that differ with some words
    around them, "" where there is no such side."""

    kind: Literal["new", "gone", "changed", "moved"]
    old: str
    new: str


def compare(old: View, new: View) -> list[Difference]:
    """What changed from one file to the other, in the order of the new one; what went comes last."""
    left = [para.text for para in old.paras if para.text.strip()]
    right = [para.text for para in new.paras if para.text.strip()]
    groups = sorted(components(align(left, right, {})), key=lambda group: group[1])
    result: list[tuple[int, Difference]] = []
    furthest = -1
    for before, after in groups:
        one, other = (
            "".join(left[place] for place in before),
            "".join(right[place] for place in after),
        )
        if one != other:
            result += [(after[0], difference) for difference in _words(one, other)]
        elif before[0] < furthest:
            result.append((after[0], Difference("moved", one[: 2 * _AROUND], one[: 2 * _AROUND])))
        furthest = max(furthest, before[0])
    used_left, used_right = {b for g in groups for b in g[0]}, {a for g in groups for a in g[1]}
    result += [
        (place, Difference("new", "", text))
        for place, text in enumerate(right)
        if place not in used_right
    ]
    ordered = [difference for _, difference in sorted(result, key=lambda item: item[0])]
    return ordered + [
        Difference("gone", text, "") for place, text in enumerate(left) if place not in used_left
    ]


def _words(one: str, other: str) -> Iterator[Difference]:
    """The words of a paragraph that differ."""
    left, right = tokens(one), tokens(other)
    i = j = 0
    for a, b, size in [*matches(left, right), (len(left), len(right), 0)]:
        if i < a or j < b:
            yield Difference("changed", _shown(left, i, a), _shown(right, j, b))
        i, j = a + size, b + size


def _shown(parts: Sequence[str], start: int, end: int) -> str:
    before, after = "".join(parts[:start])[-_AROUND:], "".join(parts[end:])[:_AROUND]
    return f"{before}〔{''.join(parts[start:end])}〕{after}"


def as_text(found: Sequence[Difference]) -> str:
    """The differences in lines."""
    if not found:
        return "文字没有不同\n"
    names = {"new": "增", "gone": "删", "changed": "改", "moved": "移"}
    lines = [
        f"{names[item.kind]}："
        + (f"{item.old} → {item.new}" if item.kind == "changed" else item.new or item.old)
        for item in found
    ]
    return "".join(f"{line}\n" for line in [*lines, f"共 {len(found)} 处不同"])
