"""The bookmarks of a copy to issue: those that a field or a link leads to, under names that say
nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.word.revise.bookmarks import rename_bookmarks
from generator.word.wordml import BOOKMARK_START, Element, qn

_POINTS_AT = re.compile(r"\b(?:PAGEREF|REF|NOTEREF|HYPERLINK\s+\\l)\s+\"?([^\s\"\\]+)")
_OF_WORD = re.compile(r"_(?:Toc|Ref|Hlk)\d+")
"""The names that Word gives by itself."""


def clean_targets(root: Element, is_ours: Callable[[str], bool]) -> None:
    """Take out the bookmarks that nothing leads to, and ours; give the others names without words.

    A name that an instruction has in two pieces cannot be replaced: its bookmark goes, too.
    """
    pointed = _pointed_at(root)
    names: dict[str, str] = {}
    for number, name in enumerate(sorted(pointed), 1):
        names[name] = name if _OF_WORD.fullmatch(name) else f"_Ref{number:09}"
    new_names = {name: new for name, new in names.items() if not is_ours(name)}
    rename_bookmarks(root, lambda _: True, new_names.get)
    for old, new in new_names.items():
        _follow(root, old, new)


def _pointed_at(root: Element) -> set[str]:
    """The bookmarks that a field or a link of the part leads to."""
    anchors = {item.get(qn("anchor"), "") for item in root.iter(qn("hyperlink"))}
    said = " ".join(text for _, text in _instructions(root))
    names = {item.get(qn("name"), "") for item in root.iter(BOOKMARK_START)}
    return names & (anchors | set(_POINTS_AT.findall(said)))


def _instructions(root: Element) -> Iterator[tuple[Element, str]]:
    for item in root.iter(qn("instrText"), qn("fldSimple")):
        yield item, item.text or "" if item.tag == qn("instrText") else item.get(qn("instr"), "")


def _follow(root: Element, old: str, new: str) -> None:
    """Let what led to a bookmark lead to its new name."""
    whole = re.compile(rf"(?<![^\s\"]){re.escape(old)}(?![^\s\"\\])")
    for item in root.iter(qn("hyperlink")):
        if item.get(qn("anchor")) == old:
            item.set(qn("anchor"), new)
    for item, text in list(_instructions(root)):
        if item.tag == qn("instrText"):
            item.text = whole.sub(new, text)
        else:
            item.set(qn("instr"), whole.sub(new, text))
