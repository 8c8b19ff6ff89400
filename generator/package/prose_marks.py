"""The texts that people write (text/*.md): their pictures, and Markdown that they may not hold.

What stands between ``{{ }}``, ``{% %}`` or ``{# #}`` is Jinja's and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from generator.model.errors import Problem
from generator.model.regex import regex

_TAG = regex(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_FILLER = "甲"
"""Stands for a tag where the text around it is looked at."""
_HTML = (
    r"</?(?:br|hr|b|i|u|s|p|div|span|img|table|thead|tbody|tr|td|th|a|font|strong|em|sup|sub|ul|ol|"
    r"li|pre|code|center|h[1-6])(?:\s[^<>]*)?/?>"
)
_PICTURE = regex(r"!\[#?([^\[\]]*)\]\(\s*([^()\s]*)(?:\s+([^()]*?))?\s*\)")
_WIDTH = regex(r"(\d+(?:\.\d+)?)\s*(?:mm|毫米)")
"""How wide a picture is to be."""
_NARROWEST, _WIDEST = 5.0, 156.0
"""The least width of a picture in mm, and that of the type area (GB/T 9704-2012, 5.2.1)."""
_QUOTED = 20
_LINK = r"(?<!!)\[[^\[\]]*\]\(\s*(?:https?:|www\.|#|/|\S+\.\w{2,5}\b)[^)]*\)"
_ITALIC = r"(?<!\*)\*(?=[\u4e00-\u9fff“《])[^*\n]+(?<!\s)\*(?!\*)"
_REASONS = (
    (regex(r"^\s*\|.*\||^\s*:?-{2,}:?\s*\|"), "表格", "请改为附表，或写成文字"),
    (regex(r"^\s*(?:```|~~~)|`[^`]+`"), "代码标记", "请删去反引号"),
    (regex(r"^\s*>\s"), "引用标记“>”", "请删去"),
    (regex(r"\[\^[^\]\s]+\]"), "脚注", "请写进正文的括号里"),
    (regex(r"^\s*\[[^\]]+\]:\s*\S"), "链接的定义", "请删去"),
    (regex(_LINK), "链接", "请只写文字"),
    (regex(_HTML, re.I), "网页标签", "请删去，分段请空一行"),
    (regex(r"~~[^~]+~~"), "删除线", "请删去波浪号"),
    (regex(r"(?<!_)__[^_\s][^_]*__(?!_)"), "下划线标记“__”", "加粗请写 **…**"),
    (regex(_ITALIC), "斜体", "公文不用斜体；加粗请写 **…**"),
    (regex(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,})$"), "分隔线", "请删去"),
    (regex(r"^\s*[-*+]\s+\[[ xX]\]\s"), "待办标记", "请删去方框"),
    (regex(r"^ {0,3}#{5,}(?:\s|$)"), "四级以下的标题", "标题最多四级，请减少“#”"),
)
"""What of Markdown is not supported: its pattern in a line, its name, what to do."""


class PictureMark(Struct, frozen=True):
    """A picture in a text: its file in the package as written, its caption, its line."""

    file: str
    caption: str
    row: int


def faults(text: str, shown: str) -> Iterator[Problem]:
    """Markdown that no text may hold, a line each; ``shown`` is the file."""
    for row, line in enumerate(_bare(text).split("\n"), 1):
        for pattern, name, todo in _REASONS:
            if pattern.search(line):
                yield Problem(f"有{name}，这里不支持", todo, shown, row)
                break
        for message, todo in _picture_faults(line):
            yield Problem(message, todo, shown, row)


def _picture_faults(line: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the pictures of a line, and what to do."""
    for match in _PICTURE.finditer(line):
        fault = _width_fault(match[3]) if match[3] else None
        if fault:
            yield fault
    rest = _PICTURE.sub("", line).strip()
    if rest and rest != line.strip():
        yield "图和文字写在同一行", "图要单独占一行，前后空一行"


def _width_fault(written: str) -> tuple[str, str] | None:
    """What is wrong with the width of a picture as it is written, and what to do."""
    width = _WIDTH.fullmatch(written)
    if width is None:
        return f"图的宽度写的是“{written[:_QUOTED]}”，看不懂", "请写成 80mm，或不写（按原大）"
    if not _NARROWEST <= float(width[1]) <= _WIDEST:
        message = f"图的宽度{width[1]}毫米，应当在{_NARROWEST:g}到{_WIDEST:g}毫米（版心宽）之间"
        return message, "请改正"
    return None


def pictures(text: str) -> Iterator[PictureMark]:
    """The pictures of a text."""
    for row, line in enumerate(_bare(text).split("\n"), 1):
        for match in _PICTURE.finditer(line):
            yield PictureMark(match[2], match[1].strip(), row)


def _bare(text: str) -> str:
    """The text with a filler in place of each tag, line by line as it was."""
    return _TAG.sub(lambda tag: _FILLER + "\n" * tag[0].count("\n"), text)
