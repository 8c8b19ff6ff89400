"""Brackets, quotation marks and title marks: in pairs, of one width, of the right shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from generator.check.finding import Finding, Severity
from generator.check.passages import Passage
from generator.check.subject import Subject

_PAIRS = {
    "（": "）",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "〔": "〕",
    "【": "】",
    "[": "]",
    "(": ")",
}
_WIDTH = {"（": ")", "(": "）"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_HALF = re.compile(r"(?<=[\u4e00-\u9fff])\([^()（）]*\)|\([\u4e00-\u9fff][^()（）]*\)")
_NUMBER = re.compile(r"[\u4e00-\u9fff](?P<bad>[［\[【(（](?:19|20)\d{2}[\]］】)）])\d+号")
_MOST = 5
_ENUMERATION = re.compile(r"^\s*[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]")


def balanced(subject: Subject) -> Iterator[Finding]:
    """Every bracket, quotation mark and title mark has its partner, of the same width, in its paragraph or cell.

    Silent about 1） and a） at the head of an item; tells the first five of a paragraph. Source: GB/T 15834-2011, 4.8, 4.9, 4.15.
    """
    for passage, text, offset in _stretches(subject.passages):
        yield from islice(_balanced(passage, text, offset), _MOST)


def _stretches(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str, int]]:
    """Paragraphs and cells; the lines of one title are one stretch."""
    for index, passage in enumerate(passages):
        before = index and passages[index - 1].role == "title" == passage.role
        if passage.role == "title" and not before:
            rest = takewhile(lambda other: other.role == "title", passages[index:])
            whole = "".join(other.text for other in rest)
            yield replace(passage, text=whole, runs=()), whole, 0
        elif passage.role != "title":
            offset = 0
            for text in passage.text.split("\t"):
                yield passage, text, offset
                offset += len(text) + 1


def _balanced(passage: Passage, text: str, offset: int) -> Iterator[Finding]:
    head = _ENUMERATION.match(text)
    open_: list[tuple[str, int]] = []
    start = head.end() if head else 0
    for at in range(start, len(text)):
        char = text[at]
        if char in _PAIRS:
            open_.append((char, at))
        elif char in _CLOSERS:
            if open_ and _PAIRS[open_[-1][0]] == char:
                open_.pop()
            elif open_ and _WIDTH.get(open_[-1][0]) == char:
                opener, begin = open_.pop()
                yield _told(
                    passage,
                    offset + begin,
                    offset + at + 1,
                    f"括号“{opener}”与“{char}”全角、半角不配对",
                )
            elif not (char in "）)" and text[max(0, at - 3) : at].strip().isalnum() and at < 4):
                yield _told(
                    passage,
                    offset + max(0, at - 12),
                    offset + at + 1,
                    f"“{char}”前面没有配对的“{_CLOSERS[char]}”",
                )
                open_ = [pair for pair in open_ if pair[0] != _CLOSERS[char]]
    for opener, begin in open_:
        cut = "，文字可能被截断" if passage.role == "row" else ""
        yield _told(
            passage,
            offset + begin,
            offset + min(len(text), begin + 24),
            f"“{opener}”没有配对的“{_PAIRS[opener]}”{cut}",
        )


def _told(passage: Passage, start: int, end: int, message: str) -> Finding:
    quote = passage.text[start:end]
    return Finding(
        Severity.WARNING,
        f"{message}：…{quote[:30]}。",
        (passage.side(start, end, 4),),
        "",
        quote[:30],
    )


def half_width(subject: Subject) -> Iterator[Finding]:
    """Round brackets about Chinese words are full-width. Told once a document, for information.

    Silent in tables. Source: GB/T 15834-2011, 5.1.
    """
    found = [
        (passage, match)
        for passage in subject.passages
        if passage.role in ("body", "heading", "title", "annex_note")
        for match in _HALF.finditer(passage.text)
    ]
    if found:
        _, match = found[0]
        yield Finding(
            Severity.INFO,
            f"汉字中间用了半角括号，共{len(found)}处，如“{match[0][:20]}”。",
            tuple(item.side(there.start(), there.end(), 6) for item, there in found[:5]),
            "（）",
            "()",
        )


def document_numbers(subject: Subject) -> Iterator[Finding]:
    """The year of a document number stands in 〔〕. Source: GB/T 9704-2012, 7.2.5."""
    for passage in subject.passages:
        for match in _NUMBER.finditer(passage.text):
            yield Finding(
                Severity.WARNING,
                f"发文字号的年份应放在六角括号〔〕里：{match[0][1:]}。",
                (passage.side(match.start("bad"), match.end(), 8),),
                f"〔{match['bad'][1:-1]}〕",
                match["bad"],
            )
