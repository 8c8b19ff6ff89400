"""How wide a text is, counted in its own characters (字).

A Chinese character is 1, a Latin letter or digit ½.
"""

from __future__ import annotations

import unicodedata

from generator.standard.gbt9704 import Layout


class _Widths(dict[str, float]):
    """The width of each character that was ever asked for."""

    def __missing__(self, char: str) -> float:
        self[char] = 1.0 if unicodedata.east_asian_width(char) in "FWA" else 0.5
        return self[char]


_WIDTHS = _Widths()


def width(text: str) -> float:
    """Width in 字. Ambiguous signs (“ ” … — ·) are Chinese here, hence 1."""
    return sum(map(_WIDTHS.__getitem__, text))


def line_width(text: str, size: float, layout: Layout) -> float:
    """Width in pt of a text of that size, each character narrowed as in the body."""
    return width(text) * size + len(text) * layout.spacing


def pt(mm: float) -> float:
    """Millimetres in points."""
    return mm * 72 / 25.4
