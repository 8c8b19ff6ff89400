"""The bookmarks of a copy to issue: those that a field or a link leads to, under names that say
nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from generator.model.regex import regex
from generator.word.revise.bookmarks import rename_bookmarks
from generator.word.wordml import BOOKMARK_START, Element, qn

_POINTS_AT = regex(r"(?:\b(?:PAGEREF|REF|NOTEREF|HYPERLINK\s+\\l)|\\b)\s+\"?([^\s\"\\]+)", re.I)
"""What names a bookmark; of 目录 it is the switch \\b."""
_OF_WORD = regex(r"_(?:Toc|Ref|Hlk)\d+")
"""The names that Word gives by itself."""
_WORD = r"(?<![^\s\"])[^\s\"\\]+"
_SAID = regex(rf'"([^"]*)"|{_WORD}')
"""What an instruction says in quotes, and its other words."""


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
    _follow(root, new_names)


def _pointed_at(root: Element) -> set[str]:
    """The bookmarks that a field or a link of the part leads to."""
    anchors = {item.get(qn("anchor"), "") for item in root.iter(qn("hyperlink"))}
    said = " ".join(text for _, text in _instructions(root))
    names = {item.get(qn("name"), "") for item in root.iter(BOOKMARK_START)}
    return names & (anchors | set(_POINTS_AT.findall(said)))


def _instructions(root: Element) -> Iterator[tuple[Element, str]]:
    for item in root.iter(qn("instrText"), qn("fldSimple")):
        yield item, item.text or "" if item.tag == qn("instrText") else item.get(qn("instr"), "")


def _follow(root: Element, names: Mapping[str, str]) -> None:
    """Let what led to a bookmark lead to its new name."""
    for item in root.iter(qn("hyperlink")):
        anchor = item.get(qn("anchor"), "")
        if anchor in names:
            item.set(qn("anchor"), names[anchor])
    for item, text in list(_instructions(root)):
        if item.tag == qn("instrText"):
            item.text = _renamed(text, names)
        else:
            item.set(qn("instr"), _renamed(text, names))


def _renamed(instruction: str, names: Mapping[str, str]) -> str:
    """An instruction with the new names of the bookmarks that it names, in quotes or as words."""

    def renamed(said: re.Match[str]) -> str:
        if said[1] is None:
            return names.get(said[0], said[0])
        inside = re.sub(_WORD, lambda word: names.get(word[0], word[0]), said[1])
        return f'"{names.get(said[1], inside)}"'

    return _SAID.sub(renamed, instruction)
