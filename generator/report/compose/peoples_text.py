"""The source of a people's text made ready: its figures, its paragraphs, the anchors of these.

A clerk writes ``{就业.合计}`` for a figure, and a paragraph a line as well as Markdown's blank line
between paragraphs. What stands in Jinja's own tags is left alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from generator.model.regex import regex
from generator.report.compose.block_marks import PARAGRAPH, anchor, picture

_LINE = regex(r"[^\n]*\n|[^\n]+")
_TAG = regex(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.S)
_FIGURE = regex(r"\{([^{}'\"\\|\n]+)\}")
_PICTURE_LINE = regex(
    f"^{PARAGRAPH}?"
    r"!\[(#?)([^\[\]\n]*)\]\(\s*([^()\s]*)(?:\s+(\d+(?:\.\d+)?)\s*(?:mm|毫米))?\s*\)"
    r"[ \t\u3000]*$",
    re.M,
)
_INDENT = regex(f"^({PARAGRAPH}?)[ \t\u3000]+", re.M)
_OPENS = regex(r"\{%[-+]?\s*(?:for|if|macro|call|filter|block|with|autoescape|raw)\b|"
                    r"\{%[-+]?\s*set\s+\w+\s*[-+]?%\}")  # fmt: skip
_CLOSES = regex(r"\{%[-+]?\s*end\w+")
_NO_WORDS = f"{PARAGRAPH} \t\r\n\u3000"
"""What stands in a text and is no paragraph."""
_ENDED = regex(r"[。！？；：!?;:][”’」』）)》】]*\s*$")
"""A line that ends a paragraph where another line follows."""
_BEGINS = regex(
    r"\u3000\u3000|[ \t\u3000]*(?:"
    r"[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、。：,]|[一二三四五六七八九十]+、|"
    r"[（(][一二三四五六七八九十\d]+[）)]|\d+(?:[.．](?!\d)|、)|[①-⑳]|[-*+•·●■◆]\s*\S)"
)
"""A line that begins a paragraph, whatever the one above ends with."""


def prepared(source: str) -> str:
    """The template that a people's text is."""
    apart = _INDENT.sub(r"\1", _apart(_with_figures(source)))
    return _anchored(_PICTURE_LINE.sub(_shown, apart))


def _shown(match: re.Match[str]) -> str:
    """A picture as a paragraph of its own: its file, its caption."""
    numbered, caption, file, width = match.groups()
    mark = picture(file, width or "", numbered=bool(numbered))
    return f"{PARAGRAPH}{mark}{caption.strip()}{PARAGRAPH}"


def _with_figures(source: str) -> str:
    """``{键}`` written as templates write it."""
    parts = _TAG.split(source)
    parts[::2] = [_FIGURE.sub(_asked, part) for part in parts[::2]]
    return "".join(parts)


def _asked(match: re.Match[str]) -> str:
    return f"{{{{ f('{match[1].strip()}') }}}}"


def _apart(source: str) -> str:
    """The text with a sign before each line that begins a paragraph below another line. Within a
    loop or a condition of Jinja lines belong together as they are written."""
    lines = source.split("\n")
    result = lines[:1]
    depth = _depth(lines[0])
    for above, line in pairwise(lines):
        begins = depth == 0 and _is_new(above, line)
        result.append(PARAGRAPH + line if begins else line)
        depth += _depth(line)
    return "\n".join(result)


def _depth(line: str) -> int:
    """By how many tags of Jinja more are open after a line than before it."""
    return len(_OPENS.findall(line)) - len(_CLOSES.findall(line))


def _is_new(above: str, line: str) -> bool:
    """Whether a line begins a paragraph below the line above."""
    if not above.strip() or not line.strip() or line.startswith("{%"):
        return False
    if _TAG.fullmatch(above.strip()) and above.lstrip().startswith("{%"):
        return False  # a line of Jinja prints nothing
    return _ENDED.search(above) is not None or _BEGINS.match(line) is not None


def _anchored(source: str) -> str:
    """A text whose paragraphs carry anchors made of their own words: each keeps its identity
    while its figures change and while paragraphs around it come and go."""
    return "".join(
        anchor(_digest(part)) + part if part.strip(_NO_WORDS) else part for part in _parts(source)
    )


def _parts(source: str) -> Iterator[str]:
    """The paragraphs of a text and what stands between them."""
    for part in re.split(f"({PARAGRAPH})", source):
        for _, lines in groupby(_LINE.findall(part), key=lambda line: not line.strip()):
            yield "".join(lines)


def _digest(paragraph: str) -> str:
    return hashlib.sha1(paragraph.strip().encode()).hexdigest()[:10]
