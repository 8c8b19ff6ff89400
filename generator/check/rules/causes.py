"""What may have caused a difference: an item counted twice or left out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from generator.model.regex import regex

_LEADING = regex(r"^(其中[，：:,]?)?(用于|①|②|③|\d+\.)?")
_LABEL = 24


def likely_cause(gap: Decimal, items: Sequence[tuple[str, Decimal]], most: int = 2) -> str:
    """Words that name the item, or up to ``most`` items, equal to the gap; "" where none are."""
    for count in range(1, most + 1):
        for chosen in combinations(items, count):
            named = all(_short(label) for label, _ in chosen)
            if named and sum((value for _, value in chosen), Decimal(0)) == gap:
                labels = "”加“".join(_short(label) for label, _ in chosen)
                return f"，正好等于“{labels}”，可能重复计算或漏列"
    return ""


def _short(label: str) -> str:
    label = _LEADING.sub("", label)
    return label if len(label) <= _LABEL else label[:_LABEL] + "…"
