"""The comments (批注) of a sheet: of threaded ones, the copy that older programs show (ECMA-376,
part 1, 18.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from generator.model.regex import regex
from generator.model.storable import clean
from generator.package.intake.grid import CellComment
from generator.package.intake.rich_text import rich_text
from generator.package.intake.spreadsheetml import Element, children_of, local

_THREADED = regex(
    r"\A\[[^\[\]]++\](?>.*?https://go\.microsoft\.com/fwlink/\?linkid=870924)"
    r"\S*+\s++[^\n:：]*+[:：]\s",
    re.DOTALL,
)
"""What stands before the words of a threaded comment: that this program cannot show the thread."""


def comments_of(part: bytes) -> Iterator[CellComment]:
    """The comments of a part that say something, in its order.

    Raises what ``ElementTree.fromstring`` raises where it is no XML.
    """
    root = ElementTree.fromstring(part)
    names = enumerate(children_of(root, "authors", "author"))
    authors = {str(number): author.text or "" for number, author in names}
    for item in children_of(root, "commentList", "comment"):
        words = _words(item, authors.get(item.get("authorId", ""), ""))
        if words:
            yield CellComment(item.get("ref", ""), clean(words))


def _words(item: Element, author: str) -> str:
    """What a comment says, without the line that programs begin it with: the name of its author."""
    text = "".join(rich_text(child).text for child in item if local(child) == "text").strip()
    for mark in ":：":
        text = text.removeprefix(f"{author}{mark}").strip()
    return _THREADED.sub("", text, count=1).strip()
