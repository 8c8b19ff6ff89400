"""Small Markdown to raw blocks: headings and paragraphs with their marks and the block that they stand in.

The Markdown is markdown-it's preset ``zero`` with headings, escapes and character references, marks (see
``generator.model.marks``) and ``**strong**``. The last is a rule of our own: CommonMark closes no ``**`` between a Chinese
full stop and a Chinese character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generator.model import marks
from generator.model.document import Run, Text
from generator.model.marks import BODY as MARK_BODY
from generator.report.markup.tidy import tidy

_BLOCK_SIGNS = re.compile("\x11([^\x12]*)\x12|\x13|\x14([^\x12]*)\x12")
_PROSE, _YEAR = "text/", "公文.年度"


@dataclass(frozen=True)
class RawHeading:
    """A heading as the template wrote it: level and text, no number yet."""

    id: str
    level: int
    text: Text


@dataclass(frozen=True)
class RawParagraph:
    """A paragraph of text."""

    id: str
    text: Text


RawBlock = RawHeading | RawParagraph


def _mark_rule(state: StateInline, silent: bool) -> bool:
    if state.src.startswith(marks.OPEN, state.pos):
        end = state.src.find(MARK_BODY, state.pos)
        if end < 0:
            return False
        if not silent:
            state.push("mark_open", "", 1).content = state.src[state.pos + len(marks.OPEN) : end]
        state.pos = end + 1
        return True
    if state.src.startswith(marks.CLOSE, state.pos):
        if not silent:
            state.push("mark_close", "", -1)
        state.pos += len(marks.CLOSE)
        return True
    return False


def _strong_rule(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("**", state.pos):
        return False
    if not silent:
        state.push("strong", "", 0)
    state.pos += 2
    return True


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero").enable(["heading", "escape", "entity"])
    markdown.inline.ruler.before("escape", "mark", _mark_rule)
    markdown.inline.ruler.before("escape", "strong", _strong_rule)
    return markdown


def parse(source: str, part: str) -> list[RawBlock]:
    """The raw blocks of a composed text. ``part`` (letter, report, case_1) begins the id of every block."""
    clean, places = _places(source)
    namer = _Namer(part)
    blocks: list[RawBlock] = []
    tokens = _markdown().parse(clean)
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if opening.type not in ("heading_open", "paragraph_open"):
            continue
        block, record = places[opening.map[0] if opening.map else 0]
        text = _text(inline.children or ())
        if not block.startswith(_PROSE):
            text = () if _without_data(text) else tidy(text)
        if not any(run.text.strip() for run in text):
            continue
        if opening.type == "heading_open":
            blocks.append(RawHeading(namer.heading(block, record, text), int(opening.tag[1]), text))
        else:
            blocks.append(RawParagraph(namer.paragraph(block, record), text))
    return blocks


def parse_line(source: str) -> Text:
    """A text of one line, such as a title."""
    clean = _BLOCK_SIGNS.sub("", source)
    return _text(_markdown().parseInline(clean)[0].children or ())


def _without_data(text: Text) -> bool:
    """Whether a paragraph of the outline has nothing to say: figures are missing, and the data give none at all."""
    marked = [run.mark for run in text if run.mark and run.mark.key != _YEAR]
    return bool(marked) and all(
        mark.kind == "gap" and not mark.key.startswith(_PROSE) for mark in marked
    )


def _places(source: str) -> tuple[str, list[tuple[str, str]]]:
    """The source without block marks, and for each of its lines the innermost block and the record it stands in."""
    stack: list[str] = []
    places: list[tuple[str, str]] = []
    lines: list[str] = []
    for line in source.split("\n"):
        record, kept, at, place = "", [], 0, None
        for sign in _BLOCK_SIGNS.finditer(line):
            before = line[at : sign.start()]
            if before.strip() and place is None:
                place = stack[-1] if stack else ""
            kept.append(before)
            at = sign.end()
            if sign[1] is not None:
                stack.append(sign[1])
            elif sign[2] is not None:
                record = sign[2]
            elif stack:
                stack.pop()
        kept.append(line[at:])
        places.append((place if place is not None else (stack[-1] if stack else ""), record))
        lines.append("".join(kept))
    return "\n".join(lines), places


class _Namer:
    """Gives every block a name that does not move when the data change: part, block, and the record or the
    paragraph of people's text that it stands for. Only what would be the same name twice is counted."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.used: dict[str, int] = {}

    def heading(self, block: str, record: str, text: Text) -> str:
        words = _literal(text)
        return self._unique(f"{self._name(block, '' if words else record)}#{words}")

    def paragraph(self, block: str, record: str) -> str:
        return self._unique(self._name(block, record))

    def _name(self, block: str, record: str) -> str:
        return f"{self.part}/{block}" + (f"[{record}]" if record else "")

    def _unique(self, name: str) -> str:
        self.used[name] = self.used.get(name, 0) + 1
        return name if self.used[name] == 1 else f"{name}~{self.used[name]}"


def _literal(text: Text) -> str:
    return "".join(run.text for run in text if run.mark is None)


def _text(tokens: Sequence[Token]) -> Text:
    """The runs of an inline sequence; a line end between Chinese characters is no space."""
    return tuple(_joined(_runs(tokens)))


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    strong, head = False, ""
    inside: list[str] = []
    open_mark = False
    for token in tokens:
        if token.type == "mark_open":
            open_mark, head, inside = True, token.content, []
        elif token.type == "mark_close":
            yield Run("".join(inside), marks.parse(head), strong)
            open_mark = False
        elif token.type == "strong":
            strong = not strong
        else:
            content = _unbroken(token.content)
            if open_mark:
                inside.append(content)
            else:
                yield Run(content, None, strong)


def _unbroken(text: str) -> str:
    text = re.sub(r"(?<=[!-~])[ \t]*\n[ \t]*(?=[!-~])", " ", text)
    return re.sub(r"[ \t]*\n[ \t]*", "", text)


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbouring plain runs of the same weight as one; empty runs dropped."""
    held: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if held and held.mark is None and run.mark is None and held.strong == run.strong:
            held = Run(held.text + run.text, None, held.strong)
            continue
        if held:
            yield held
        held = run
    if held:
        yield held
