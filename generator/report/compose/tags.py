"""Tags of a template that do not pair: where each was opened, whatever the parser stumbled over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from msgspec import Struct

from generator.model.regex import regex

_PAIRS = {
    name: f"end{name}"
    for name in ("block", "if", "for", "macro", "call", "filter", "with", "set", "raw")
}
_INSIDE = ("else", "elif", "extends", "import", "from", "include", "do")
_WHOLE = regex(r"\{%(?P<inside>(?:(?!\{%|%\}|\{\{).)*)%\}|\{\{(?:(?!\{\{|\{%|\}\}).)*\}\}", re.S)
_WORD = regex(r"\w+")
_HALF = regex(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OTHER_HALF = {"{{": "}}", "{%": "%}", "{#": "#}", "}}": "{{", "%}": "{%", "#}": "{#"}
_NO_LINE_END = regex(r"[^\n]")
_NEAR = 0.6


class TagFault(Struct, frozen=True):
    """What is wrong with a tag, and its line."""

    line: int
    message: str


class _Tag(Struct, frozen=True):
    word: str
    rest: str
    line: int

    @property
    def said(self) -> str:
        """The tag as a message names it: {% block 开头 %}."""
        name = self.rest.split()[0] if self.word == "block" and self.rest.split() else ""
        return f"{{% {self.word}{f' {name}' if name else ''} %}}"


def without_comments(source: str) -> str:
    """A template with blanks in place of its comments; one that is not closed stays."""
    pieces, position = [], 0
    while (start := source.find("{#", position)) >= 0:
        end = source.find("#}", start + 2)
        if end < 0:
            break
        pieces += [source[position:start], _blanked(source[start : end + 2])]
        position = end + 2
    return "".join((*pieces, source[position:]))


def _blanked(text: str) -> str:
    """Blanks in place of a text, on as many lines."""
    return _NO_LINE_END.sub(" ", text)


def tag_faults(source: str) -> list[TagFault]:
    """Every tag of a template that has no other half, or is none; [] where all pair."""
    return list(_halves(source)) or list(_unknown(source)) or list(_unpaired(source))


def _halves(source: str) -> Iterator[TagFault]:
    """Brackets of tags without their other half."""
    rest = _WHOLE.sub(lambda whole: _blanked(whole[0]), without_comments(source))
    for half in _HALF.finditer(rest):
        message = f"“{half[0]}”没有配对的“{_OTHER_HALF[half[0]]}”"
        yield TagFault(_line(source, half.start()), message)


def _tags(source: str) -> Iterator[_Tag]:
    for whole in _WHOLE.finditer(without_comments(source)):
        inside = (whole["inside"] or "").strip(" \t\n-+")
        word = _WORD.match(inside)
        if word:
            yield _Tag(word[0], inside[word.end() :].strip(), _line(source, whole.start()))


def _unknown(source: str) -> Iterator[TagFault]:
    """Tags that are none."""
    known = [*_PAIRS, *_PAIRS.values(), *_INSIDE]
    for tag in _tags(source):
        if tag.word not in known:
            near = get_close_matches(tag.word, known, 1, _NEAR)
            meant = f"，相近的是“{near[0]}”" if near else ""
            yield TagFault(tag.line, f"没有标签“{tag.word}”{meant}")


def _unpaired(source: str) -> Iterator[TagFault]:
    """Tags that are opened and not closed, or closed and not opened."""
    open_tags: list[_Tag] = []
    for tag in _tags(source):
        if _opens(tag):
            open_tags.append(tag)
        elif tag.word in _PAIRS.values():
            opener = tag.word.removeprefix("end")
            if opener not in [other.word for other in open_tags]:
                yield TagFault(tag.line, f"多了一个 {{% {tag.word} %}}，前面没有 {{% {opener} %}}")
                continue
            while open_tags[-1].word != opener:
                yield _unclosed(open_tags.pop())
            open_tags.pop()
    yield from map(_unclosed, open_tags)


def _opens(tag: _Tag) -> bool:
    """Whether a tag wants another one that closes it: a ``set`` with a value does not."""
    return tag.word in _PAIRS and not (tag.word == "set" and "=" in tag.rest)


def _unclosed(tag: _Tag) -> TagFault:
    return TagFault(tag.line, f"{tag.said} 没有写 {{% {_PAIRS[tag.word]} %}}")


def _line(source: str, position: int) -> int:
    return source.count("\n", 0, position) + 1
