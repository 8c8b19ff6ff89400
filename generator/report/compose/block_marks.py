"""Block marks: the stable identity of a paragraph is the name of the Jinja block it stands in.

Around the content of every ``{% block 名 %}`` the composed text holds C0 control characters, which ``markup`` reads
and removes: DC1 name DC2 … DC3. ``anchor(row)`` writes DC4 key DC2 before a paragraph that stands for a record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

OPEN, BODY, CLOSE, ANCHOR = "\x11", "\x12", "\x13", "\x14"


def block_open(name: str) -> str:
    """What stands before the content of block ``name``."""
    return f"{OPEN}{name}{BODY}"


def anchor(key: str) -> str:
    """What stands before a paragraph that prints the record ``key``."""
    return f"{ANCHOR}{key}{BODY}"


_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")


def anchored(source: str) -> str:
    """A people's text whose paragraphs carry anchors made of their own words, so that each keeps its identity while
    its figures change and while paragraphs around it come and go."""

    def marked(found: re.Match[str]) -> str:
        return anchor(hashlib.sha1(found[0].strip().encode()).hexdigest()[:10]) + found[0]

    return _PARAGRAPH.sub(marked, source)


class BlockMarks(Extension):
    """Writes a block mark around the content of every block, the overriding one included."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        held: Token | None = None
        tag: list[str] | None = None
        for token in stream:
            if token.type == "block_begin":
                held, tag = token, []
                continue
            if held is not None:
                if token.value == "endblock":
                    yield Token(token.lineno, "data", CLOSE)
                yield held
                held = None
            yield token
            if tag is not None and token.type == "name":
                tag.append(token.value)
            if token.type == "block_end":
                if tag and tag[0] == "block":
                    yield Token(token.lineno, "data", block_open(tag[1]))
                tag = None
