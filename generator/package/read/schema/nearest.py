"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence

from generator.model.errors import excerpt

_NEAR = 0.5
"""How like an unknown name a known one must be for a message to offer it: half of one of two
characters."""
_MOST, _LONGEST = 5_000, 200
"""Names among which a near one is looked for, and characters of the unknown one: looking takes
time."""
_SHOWN = 12
"""Known names that a message lists."""


def nearest(name: str, known: Collection[str]) -> str:
    """The known name that is most like an unknown one; "" where none is like it."""
    if len(known) > _MOST or len(name) > _LONGEST:
        return ""
    folded = {word.casefold(): word for word in sorted(known)}
    near = difflib.get_close_matches(name.casefold(), folded, 1, _NEAR)
    return folded[near[0]] if near else ""


def or_nearest(name: str, known: Collection[str]) -> str:
    """，相近的是“…”; "" where none is like it."""
    near = nearest(name, known)
    return f"，相近的是“{near}”" if near else ""


def choices(known: Sequence[str]) -> str:
    """The known names as what to do: 可用：…"""
    if not known:
        return "这里还没有可用的"
    more = "……" if len(known) > _SHOWN else ""
    return f"可用：{'、'.join(excerpt(name, 24) for name in known[:_SHOWN])}{more}"
