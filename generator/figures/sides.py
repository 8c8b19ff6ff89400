"""Both sides of a comparison that a check of a table writes, and the rows that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.model.regex import regex

_PART = regex(r"(\{[^{}]*\}|'[^']*'|\"[^\"]*\"|<=|>=|!=|==|[≤≥≠=<>!{}()（）])")
"""What matters for where the sides of a comparison meet: names, words, signs and brackets."""
_SIGNS = ("<=", ">=", "≤", "≥", "≠", "!=", "==", "=")
_OPENING, _CLOSING, _STRAY = ("(", "（"), (")", "）"), tuple("<>!{}")
_SAME = {"<=": "≤", ">=": "≥", "!=": "≠", "==": "="}
_KEY = regex(r"\{([^{}]+)\}")
_EXACT = regex(r"[*/×÷]|达成度")
"""What gives a number of more decimals than those it is made of."""


class Sides(Struct, frozen=True):
    """A comparison as written: its left side, its sign (= ≤ ≥ ≠), its right side."""

    left: str
    sign: str
    right: str

    @property
    def total(self) -> str:
        """The key of the row that stands alone on the left of a sum, "" where none does."""
        alone = _KEY.fullmatch(self.left)
        return alone[1] if alone and self.sign == "=" else ""

    @property
    def rounds(self) -> bool:
        """Whether its sides are only equal when they are rounded."""
        return bool(_EXACT.search(self.left + self.right))


def sides_of(formula: str) -> Sides | None:
    """The sides of a comparison; None where it is none. What stands in brackets compares nothing
    (合计(资金.金额, 用途='产业'))."""
    parts = _PART.split(formula)
    marks = [n for n in _outside_of_brackets(parts) if parts[n] in (*_SIGNS, *_STRAY)]
    if len(marks) != 1 or parts[marks[0]] in _STRAY:
        return None
    sign = parts[marks[0]]
    left, right = ("".join(side).strip() for side in (parts[: marks[0]], parts[marks[0] + 1 :]))
    return Sides(left, _SAME.get(sign, sign), right) if left and right else None


def _outside_of_brackets(parts: Sequence[str]) -> Iterator[int]:
    """Which of the parts of a formula stand in no brackets."""
    depth = 0
    for n, part in enumerate(parts):
        depth += (part in _OPENING) - (part in _CLOSING)
        if depth == 0:
            yield n


def keys_of(sides: Sides) -> list[str]:
    """The rows that a comparison names, by their keys."""
    return keys_in(sides.left + sides.right)


def keys_in(side: str) -> list[str]:
    """The rows that one side of a comparison names, by their keys, each once."""
    return list(dict.fromkeys(_KEY.findall(side)))
