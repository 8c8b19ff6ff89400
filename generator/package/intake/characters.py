"""Characters that nobody sees or that look like others: which are removed, which are folded."""

from __future__ import annotations

import unicodedata

from generator.model.regex import regex

_FORMAT = regex(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0001-\U000e007f]"
)
"""Format characters (Unicode category Cf): zero-width ones, soft hyphens, marks of direction."""
_LINE_END = regex("\r\n|[\r\x85\u2028\u2029]")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xFFE5: "¥"}
"""Full-width forms of ASCII; nothing else is folded: ① and ² are no digits."""


def visible(text: str) -> str:
    """The text without format characters and with every line end made ``\\n``."""
    if text.isprintable():
        return text
    return _LINE_END.sub("\n", _FORMAT.sub("", text))


def without_unseen(text: str) -> str:
    """The text without format characters, its lines as they are."""
    return text if text.isprintable() else _FORMAT.sub("", text)


def removed(text: str) -> str:
    """The format characters of a text, each once, in order."""
    return "" if text.isprintable() else "".join(dict.fromkeys(_FORMAT.findall(text)))


def named(chars: str) -> str:
    """Characters that nobody sees, as a message names them."""
    return "、".join(f"U+{ord(char):04X}" for char in chars)


def narrow(text: str) -> str:
    """The text with full-width letters, digits and marks made half-width."""
    return text if text.isascii() else text.translate(_WIDE)


def is_wide(char: str) -> bool:
    """Whether a character is the full-width form of an ASCII one."""
    return unicodedata.east_asian_width(char) == "F"
