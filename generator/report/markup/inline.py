"""The inline Markdown of composed text to runs: marks, ``**strong**``, line ends.

``**`` is a rule of our own: CommonMark closes no ``**`` between a Chinese full stop and a Chinese
character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.model import marks
from generator.model.document import Run, Text
from generator.model.regex import regex

_BLANKS = " \t"
_ASCII = regex("[!-~]")


@cache
def markdown() -> MarkdownIt:
    """markdown-it's preset ``zero`` with headings, escapes, character references and our rules."""
    parser = MarkdownIt("zero").enable(["heading", "escape", "entity"])
    parser.inline.ruler.before("escape", "mark", _mark_rule)
    parser.inline.ruler.before("escape", "strong", _strong_rule)
    return parser


def _mark_rule(state: StateInline, silent: bool) -> bool:
    """The begin of a mark with its head, or its end (see ``generator.model.marks``)."""
    if state.src.startswith(marks.CLOSE, state.pos):
        if not silent:
            state.push("mark_close", "", -1)
        state.pos += len(marks.CLOSE)
        return True
    if not state.src.startswith(marks.OPEN, state.pos):
        return False
    end = state.src.find(marks.BODY, state.pos)
    if end < 0:
        return False
    if not silent:
        state.push("mark_open", "", 1).content = state.src[state.pos + len(marks.OPEN) : end]
    state.pos = end + 1
    return True


def _strong_rule(state: StateInline, silent: bool) -> bool:
    """``**``: emphasis begins or ends."""
    if not state.src.startswith("**", state.pos):
        return False
    if not silent:
        state.push("strong", "", 0)
    state.pos += 2
    return True


def text_of(tokens: Sequence[Token] | None) -> Text:
    """The runs of an inline sequence; neighbouring plain ones of the same weight as one."""
    return tuple(_joined(run for run in _runs(tokens or ()) if run.text))


def _runs(tokens: Iterable[Token]) -> Iterator[Run]:
    strong, head = False, ""
    inside: list[str] | None = None
    for token in tokens:
        match token.type:
            case "mark_open":
                head, inside = token.content, []
            case "mark_close":
                yield Run("".join(inside or ()), marks.parse(head), strong)
                inside = None
            case "strong":
                strong = not strong
            case _ if inside is None:
                yield Run(_unbroken(token.content), None, strong)
            case _:
                inside.append(_unbroken(token.content))


def _unbroken(text: str) -> str:
    """A text without line ends: between Chinese characters they are no space."""
    first, *others = text.split("\n")
    if not others:
        return text
    lines = [first.rstrip(_BLANKS), *(line.strip(_BLANKS) for line in others[:-1])]
    lines.append(others[-1].lstrip(_BLANKS))
    pieces = [lines[0]]
    for before, after in pairwise(lines):
        if _ASCII.match(before[-1:]) and _ASCII.match(after):
            pieces.append(" ")
        pieces.append(after)
    return "".join(pieces)


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    for (plain, strong), alike in groupby(runs, key=lambda run: (run.mark is None, run.strong)):
        if plain:
            yield Run("".join(run.text for run in alike), None, strong)
        else:
            yield from alike
