"""The characters of w:sym and w16se:symEx, which name a font and a place in it."""

from __future__ import annotations

from generator.word.wordml import Element, qn

_SYMEX = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
_CHARS = {qn("sym"): qn("char"), f"{_SYMEX}symEx": f"{_SYMEX}char"}
"""The attribute of each that names a character in hexadecimals."""
SYMBOLS = _CHARS.keys()
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
_OWN = range(0xE000, 0xF900)
"""What Unicode leaves to each font."""
_PLAIN = range(0x2B, 0x3A)
"""The digits and signs of numbers, which stand in Symbol as everywhere."""


def symbol_text(node: Element) -> str:
    """The character that a symbol shows; "" where its font has it for itself and is not known."""
    code = _number(node.get(_CHARS[node.tag], ""))
    place = code - _FONT_AREA.start if code in _FONT_AREA else code
    font = node.get(qn("font"), "").lower()
    if known := _FONTS.get(font, {}).get(place):
        return known
    if font == "symbol" and place in _PLAIN:
        return chr(place)
    return chr(code) if code not in _OWN and chr(code).isprintable() else ""


def _number(digits: str) -> int:
    try:
        return int(digits[:5], 16)
    except ValueError:
        return 0
