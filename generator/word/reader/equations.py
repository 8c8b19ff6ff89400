"""What the EQ field shows, in a line of text: ``\\o\\ac(○,优)`` as ○优, ``\\f(1,2)`` as 1/2."""

from __future__ import annotations

import re

from generator.model.regex import regex
from generator.word.reader.looks import RunLook
from generator.word.reader.shown import set_apart

_LONGEST = 500
"""Characters of an instruction that is read; Word takes fewer."""
_INNERMOST = regex(r"((?:\\[A-Za-z]+\s*-?\d*\s*)+)\(([^()]*)\)")
_BETWEEN = {"a": " ", "i": " ", "l": ","}
"""What stands between the parts of an array, an integral, a list."""
_HEAD = regex(r"\s*EQ", re.IGNORECASE)
_SWITCH = regex(r"\\([A-Za-z]+)\s*-?\d*")
_FORMAT = regex(r"""\\\*\s*(?:"[^"]*"|[^\s\\"]+)""")
"""How the result is set: \\* MERGEFORMAT, \\* "Font:宋体"."""
_BRACKET = regex(r"\\[lrb]c\\.", re.IGNORECASE)
"""The sign that a bracket is drawn with; it is read as a round one."""
_READING = regex(r"\\\*\s*jc\d")
"""What 拼音指南 of Word writes: the reading above a word, which is none of the text."""
_ABOVE = regex(r"\\s\s*\\up\s*\d*\s*\([^()]*\)", re.IGNORECASE)
_SIGNS = "(),;\\"
_KEPT = "".join(map(chr, range(0xE000, 0xE000 + len(_SIGNS))))
"""What stands for a sign that is itself, while the brackets of the instruction are read."""
_AWAY, _BACK = str.maketrans(_SIGNS, _KEPT), str.maketrans(_KEPT, _SIGNS)


def equation_text(instruction: str) -> str:
    """The characters that an EQ instruction shows, "" for one that is too long."""
    if len(instruction) > _LONGEST:
        return ""
    text = _HEAD.sub("", instruction, count=1)
    if _READING.search(text):
        text = _ABOVE.sub("", text)
    text = _BRACKET.sub("", _FORMAT.sub("", text))
    text = re.sub(r"\\([(),;\\])", lambda sign: sign.group(1).translate(_AWAY), text)
    found = 1
    while found:
        text, found = _INNERMOST.subn(lambda part: _shown(*part.groups()), text)
    return _SWITCH.sub("", text).translate(_BACK).strip()


def _shown(switches: str, content: str) -> str:
    """What one bracket with the switches before it shows."""
    names = [name.lower() for name in _SWITCH.findall(switches)]
    parts = [part.strip() for part in re.split("[,;]", content)]
    if names[0] == "d":
        return ""
    if names[0] == "f" and len(parts) == 2:
        return "/".join(parts)
    if names[0] == "r":
        return "√".join(parts if len(parts) > 1 else ["", *parts])
    if names[0] == "b":
        return f"({','.join(parts)})".translate(_AWAY)
    if names[0] == "s":
        look = RunLook(raised="up" in names, lowered="do" in names)
        return set_apart("".join(parts), look, behind_digit=True)
    return _BETWEEN.get(names[0], "").join(parts)
