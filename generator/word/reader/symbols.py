"""The characters of w:sym, w16se:symEx and SYMBOL fields, which name a font and a place in it."""

from __future__ import annotations

import re

from generator.model.regex import regex
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


_FONTS_OF_SIGNS = ("symbol", "wingdings", "webdings")
_NUMBERED = regex(r"\s*SYMBOL\s+(0x[0-9a-f]{1,5}|[0-9]{1,6})(?![^\s\\])", re.IGNORECASE)
_NAMED_FONT = regex(r"""\\f\s*"?([^"\\]*)""", re.IGNORECASE)
_JAPANESE = regex(r"\\j", re.IGNORECASE)


def symbol_text(node: Element) -> str:
    """The character that a symbol shows; "" where its font has it for itself and is not known."""
    return _sign(_number(node.get(_CHARS[node.tag], "")), node.get(qn("font"), "").lower())


def symbol_of_field(instruction: str) -> str:
    """The character that a SYMBOL field shows; "" where it is not known."""
    found = _NUMBERED.match(instruction)
    if found is None or _JAPANESE.search(instruction):
        return ""
    named = _NAMED_FONT.search(instruction)
    font = named.group(1).strip().lower() if named else ""
    code = int(found[1], 16 if found[1][:2].lower() == "0x" else 10)
    own = font.startswith(_FONTS_OF_SIGNS) and code < len(_FONT_AREA)
    return _sign(code + _FONT_AREA.start if own else code, font)


def _sign(code: int, font: str) -> str:
    """The character at a place of a font."""
    place = code - _FONT_AREA.start if code in _FONT_AREA else code
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
