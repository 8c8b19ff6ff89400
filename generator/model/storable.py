"""The characters of a text that a file of XML can hold."""

from __future__ import annotations

import re

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """``text`` without the characters that XML forbids."""
    return _ILLEGAL.sub("", text)


def storable(text: str) -> str:
    """The characters of a text that a Word file keeps; a line ends with a line feed alone."""
    return text if text.isprintable() else clean(text).replace("\r", "")
