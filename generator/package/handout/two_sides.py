"""Two texts side by side: what of each a person must see to tell them apart."""

from __future__ import annotations

from itertools import takewhile

_WIDTH = 24
"""Characters that are shown of each."""
_BEFORE = 4
"""Characters that stand before the first that differs."""


def differing(one: str, other: str) -> tuple[str, str]:
    """Both texts on one line, cut around the first place where they differ."""
    flat, other_flat = " ".join(one.split()), " ".join(other.split())
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(flat, other_flat, strict=False))
    common = sum(1 for _ in pairs)
    start = max(0, common - _BEFORE) if max(len(flat), len(other_flat)) > _WIDTH else 0
    return _cut(flat, start), _cut(other_flat, start)


def _cut(text: str, start: int) -> str:
    part = text[start : start + _WIDTH]
    return f"{'…' if start else ''}{part}{'…' if start + _WIDTH < len(text) else ''}"
