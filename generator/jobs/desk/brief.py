"""A finding in few words, as a list shows it: what stands where is told when it is opened."""

from __future__ import annotations

from generator.model.regex import regex

__all__ = ["in_brief"]

_WHERE = regex(r"[（(][^（）()]*\.(?:csv|yaml|md|j2)\b[^（）()]*[）)]")
"""The cells that something stands in."""
_OF_BOTH = regex(r"^(“[^”]*”正文.*?，统计表)[\d.]+“[^”]*”")
"""Text and form say the same thing: once is enough."""
_IN_FORM = regex(r"(?:统计表[\d.]+|(?<![\d.])\d+(?:\.\d+)+)“(?:\d+\.)?([^”]*)”")
_MORE = regex(r"(?<=”)（(?!\d[\d.,]*[^\d（）.]{0,4}）)(?:[^（）]|（[^（）]*）)*）")
"""What explains a name, what stands above it in the form, where a word is laid down: no value."""
_OF_WHICH = regex(r"“(其中：[^”]*)”（(?:\d+\.)?([^\d（）][^（）]*)）")
"""A part of a row of the form, which its name alone does not say."""
_LONGEST = 48
"""Characters of a line of the list."""


def in_brief(message: str) -> str:
    """What is wrong, without where it stands and why it is so.

    例：
        >>> in_brief(
        ...     "“培训班”正文（figures.csv 第19行）是6期，"
        ...     "统计表2.1.1“1.举办培训班”（indicators.csv 第36行）是5期，相差1期。"
        ... )
        '“培训班”正文是6期，统计表是5期，相差1期。'
    """
    said = _WHERE.sub("", message)
    said = _OF_BOTH.sub(r"\1", said)
    said = _OF_WHICH.sub(r"“\2，\1”", _IN_FORM.sub(r"“\1”", said))
    said = _MORE.sub("", said)
    return _cut(" ".join(said.partition("；")[0].split()))


def _cut(said: str) -> str:
    """A long line as far as whole parts of it go: no number is cut."""
    if len(said) <= _LONGEST:
        return said
    head = said[:_LONGEST]
    return f"{head[: head.rfind('，')] if '，' in head else head}……"
