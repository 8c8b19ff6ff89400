"""Words that have better ones, common confusions, doubled words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage, prose
from generator.check.subject import Subject
from generator.model.kind import Term

_TITLE = re.compile(r"《[^《》]*》")
_FUNCTION = re.compile(r"(?<![目标有存现所正实])([在的是将并被把])\1(?![建岗册读职外校家编实确])")
_WORD = re.compile(r"([\u4e00-\u9fff]{2,6})\1(?![\u4e00-\u9fff]?[不没])")
_REDUPLICATED = re.compile(
    r"(.)\1|[一二三四五六七八九十]|[对把连比靠帮接顶联]$|研究|讨论|学习|了解|考察|商量|沟通|调整"
)
_MOST_SIDES = 5
_SHORT = 2
_AROUND = 12
_AND = re.compile(
    r"(?:^|[，。；：])(?P<head>[^，。；：、\d（）]{6,})和(?P<number>\d+)(?:人|名|户|人次)(?=[，。；（])"
)


def terms(subject: Subject) -> Iterator[Finding]:
    """A word of the list (terms.csv) stands in the text: told once a word, with its places.

    Words inside 《》 and registered names are passed over, and words in the official labels of the form; so are words
    before the year from which they are outdated. Source: the list, which a user extends.
    """
    for term in subject.terms:
        if subject.year and term.since and subject.year < term.since:
            continue
        found = [
            (passage, match)
            for passage in subject.passages
            for match in _found(term, passage, subject.names)
        ]
        if found:
            words = list(dict.fromkeys(match[0] for _, match in found))
            example = "" if len(words[0]) > _SHORT else f"，如“{_around(*found[0])}”"
            note = f"（{term.note}）" if term.note else ""
            count = f"，共{len(found)}处" if len(found) > 1 else ""
            yield Finding(
                Severity.labelled(term.level.value),
                f"“{'”“'.join(words[:3])}”应写“{term.right}”{note}{example}{count}。",
                tuple(
                    passage.side(match.start(), match.end(), 10)
                    for passage, match in found[:_MOST_SIDES]
                ),
                term.right,
                found[0][1][0],
            )


def _around(passage: Passage, match: re.Match[str]) -> str:
    """The word with four characters on each side."""
    return passage.text[max(0, match.start() - 4) : match.end() + 4].strip("，。；、")


def _found(term: Term, passage: Passage, names: tuple[str, ...]) -> Iterator[re.Match[str]]:
    """The places of a word in a passage, those in titles, names and rows of a table aside."""
    if len(passage.cells) > 1:
        return
    for match in re.finditer(term.wrong, passage.text):
        around = passage.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if not (term.unless and re.search(term.unless, around)) and not _named(
            match, passage.text, names
        ):
            yield match


def _named(match: re.Match[str], text: str, names: tuple[str, ...]) -> bool:
    """Whether the word stands inside 《》 or a registered name."""
    spans = [title.span() for title in _TITLE.finditer(text)]
    spans += [found.span() for name in names for found in re.finditer(re.escape(name), text)]
    return any(start <= match.start() < end for start, end in spans)


def doubled(subject: Subject) -> Iterator[Finding]:
    """A function word or a word of two to six characters stands twice in a row (在在, 项目项目).

    Silent about reduplication that means something (研究研究), inside names and tables, and about single characters
    that may be doubled in names (东湖区区委). Source: slips of typing.
    """
    for passage in subject.passages:
        if passage.role not in ("body", "note", "heading", "title"):
            continue
        for match in _FUNCTION.finditer(passage.text):
            yield _twice(passage, match)
        for match in _WORD.finditer(passage.text):
            if not _REDUPLICATED.search(match[1]):
                yield _twice(passage, match)


def _twice(passage: Passage, match: re.Match[str]) -> Finding:
    return Finding(
        Severity.WARNING,
        f"“{match[1]}”连写了两遍。",
        (passage.side(match.start(), match.end(), 10),),
        match[1],
        match[0],
    )


def dangling_and(subject: Subject) -> Iterator[Finding]:
    """和 joins two things: 到某地就业和72人 has a word too many, or lost the first number.

    Speaks where nothing before 和 in its clause is counted or listed. Source: slips of typing.
    """
    for passage in prose(subject.passages):
        for match in _AND.finditer(passage.text):
            at = match.end("head")
            yield Finding(
                Severity.WARNING,
                f"“{passage.text[at - 4 : match.end()]}”里的“和”多余，或前面漏了数。",
                (passage.side(match.start("head"), match.end()),),
                "",
                "和",
            )
