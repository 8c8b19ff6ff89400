"""The characters of w:sym, which names a font and a place in it."""

from __future__ import annotations

from generator.word.wordml import Element, qn

SYMBOL = qn("sym")
_SYMBOL_FONT = {
    0xA3: "≤",
    0xA5: "∞",
    0xA8: "♦",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xD7: "⋅",
    0xE5: "∑",
    0x2D: "−",
}
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x75: "◆",
    0xA8: "◻",
    0xD8: "➢",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS = {"symbol": _SYMBOL_FONT, "wingdings": _WINGDINGS}
_FONT_AREA = range(0xF000, 0xF100)
"""Where Word keeps the places of a font that has characters of its own."""
_PLAIN = range(0x2B, 0x3A)
"""The digits and signs of numbers, which stand in Symbol as everywhere."""


def symbol_text(node: Element) -> str:
    """The character that a w:sym shows; that of its font where it is none of Unicode."""
    code = _number(node.get(qn("char"), ""))
    place = code - _FONT_AREA.start if code in _FONT_AREA else code
    font = node.get(qn("font"), "").lower()
    if known := _FONTS.get(font, {}).get(place):
        return known
    if font == "symbol" and place in _PLAIN:
        return chr(place)
    return chr(code) if 0x20 <= code <= 0xFFFD and not 0xD800 <= code <= 0xDFFF else ""


def _number(digits: str) -> int:
    try:
        return int(digits[:6], 16)
    except ValueError:
        return 0
