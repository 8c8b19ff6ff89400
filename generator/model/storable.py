"""The characters of a text that a file of XML can hold."""

from __future__ import annotations

from generator.model.regex import regex

_ILLEGAL = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Written out, not as all but the legal: Python walks every character of a range to compile it."""
_HALF = regex("[\ud800-\udfff]")
"""Python's stand-ins for such bytes, and halves of characters, which no file can hold."""


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def encoded(text: str) -> bytes:
    """A text in UTF-8; � for each byte of the name of a file that is in no known encoding."""
    return _HALF.sub("\ufffd", text).encode()


def storable(text: str) -> str:
    """The characters of a text that a Word file keeps; a line ends with a line feed alone."""
    return text if text.isprintable() else clean(text).replace("\r", "")
