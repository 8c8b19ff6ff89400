"""Block marks: the stable identity of a paragraph is the name of the Jinja block it stands in.

Around the content of every ``{% block 名 %}`` the composed text holds C0 control characters, which
``markup`` reads and removes: DC1 name DC2 … DC3. ``anchor(row)`` writes DC4 key DC2 before a
paragraph that stands for a record. ``comparison`` writes ETB key DC2 … CAN around what compares a
figure with last year; ``comparisons`` reads and removes these before anything else sees the text.

``{% block 名 required %}`` is a block that never disappears, whoever overrides it: where it says
nothing, it prints 【待补：名】. (What Jinja2 means by the word, a block that must be overridden, no
outline needs.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from generator.model.regex import regex

OPEN, BODY, CLOSE, ANCHOR = "\x11", "\x12", "\x13", "\x14"
PARAGRAPH, PICTURE = "\x15", "\x16"
"""What stands before a line of people's text that begins a paragraph below another line, and before
the name of a picture."""
COMPARED, COMPARED_END = "\x17", "\x18"
TABLE, NUMBERED = "\x19", "#"
"""What stands before the name of a table, and before the name of one that is numbered."""


def block_open(name: str) -> str:
    """What stands before the content of block ``name``."""
    return f"{OPEN}{name}{BODY}"


def anchor(key: str) -> str:
    """What stands before a paragraph that prints the record ``key``."""
    return f"{ANCHOR}{key}{BODY}"


def comparison(key: str, words: str) -> str:
    """What compares the figure of ``key`` with last year, with the marks around it."""
    return f"{COMPARED}{key}{BODY}{words}{COMPARED_END}"


_REQUIRED = "required"
_REQUIRED_BLOCK = regex(rf"\{{%[-+]?\s*block\s+(\w+)(?:\s+scoped)?\s+{_REQUIRED}\b")


def required_blocks(sources: Iterable[str]) -> frozenset[str]:
    """The names of the blocks that some templates say are required."""
    return frozenset(name for source in sources for name in _REQUIRED_BLOCK.findall(source))


def picture(file: str, width: str = "", *, numbered: bool = False) -> str:
    """What stands before the caption of a picture that is ``width`` mm wide ("": as it is)."""
    how = f"{NUMBERED if numbered else ''}{width}"
    return f"{PICTURE}{how} {file}{BODY}"


def table(name: str, *, numbered: bool) -> str:
    """What stands before the caption of a table."""
    return f"{TABLE}{NUMBERED if numbered else ''}{name}{BODY}"


class BlockMarks(Extension):
    """Writes a block mark around the content of every block, the overriding one included."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tag: list[Token] = []
        for token in stream:
            if not tag and token.type != "block_begin":
                yield token
                continue
            tag.append(token)
            if token.type == "block_end":
                yield from _with_mark(tag)
                tag = []
        yield from tag


def _with_mark(tag: Sequence[Token]) -> Iterator[Token]:
    """The tokens of a tag, {% to %}; the mark stands before an ``endblock``, after a ``block``."""
    names = [token for token in tag if token.type == "name"]
    word = names[0].value if names else ""
    if word == "endblock":
        yield Token(names[0].lineno, "data", CLOSE)
    yield from (token for token in tag if word != "block" or token.value != _REQUIRED)
    if word == "block":
        yield Token(tag[-1].lineno, "data", block_open(names[1].value))
