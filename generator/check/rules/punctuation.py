"""Ends of paragraphs, ends of headings, marks that stand where none belongs (GB/T 15834)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.finding import Finding, Severity
from generator.check.passages import prose
from generator.check.subject import Subject

_ENDS = "。！？：；…”）)."
_LISTED = re.compile(r"^.{0,12}[:：]")
_DOUBLED = re.compile(r"[，、。；：]{2,}|[，、；：](?=[。！？])|。(?=[，、；])")
_HALF = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff“《])")
_BETWEEN = re.compile(r"》、《|”、“")
_ETC = re.compile(r"、等(?=[\u4e00-\u9fff\d，。；）])(?!级|次)")
_LIST_STOP = re.compile(r"其中，?用于[^。；]*?\d(?:\.\d+)?(?:万元|亿元|元)。用于")
_LEAST = 30


def paragraph_ends(subject: Subject) -> Iterator[Finding]:
    """A paragraph of prose ends with 。 or another closing mark.

    Silent about headings, titles, lists of names (责任单位：A、B) and paragraphs shorter than 30 characters, which may
    be lines of a list. Source: GB/T 15834-2011, 4.1.
    """
    passages = subject.passages
    for place, passage in enumerate(passages):
        text = passage.text.rstrip()
        if (
            passage.role != "body"
            or len(text) - passage.lead < _LEAST
            or text[-1] in _ENDS
            or _LISTED.match(text)
        ):
            continue
        if not re.search("[，；。]", text[passage.lead :]) or (
            place + 1 < len(passages) and passages[place + 1].role == "row"
        ):
            continue
        yield Finding(
            Severity.WARNING,
            f"段末没有句号：…{text[-16:]}。",
            (passage.side(max(0, len(text) - 30), len(text)),),
            "。",
            text[-1],
        )


def heading_ends(subject: Subject) -> Iterator[Finding]:
    """A heading on a line of its own ends without a mark. Source: GB/T 15834-2011, 附录 B.4."""
    for passage in subject.passages:
        if passage.role == "heading" and passage.text.rstrip()[-1:] in "。：":
            yield Finding(
                Severity.WARNING,
                f"单独成行的标题末尾不用标点：“{passage.text.strip()}”。",
                (passage.side(),),
                passage.text.strip()[:-1],
                passage.text.strip(),
            )


def doubled_marks(subject: Subject) -> Iterator[Finding]:
    """Two marks stand together that cannot (，， 。， ；。). Source: GB/T 15834-2011."""
    for passage in subject.passages:
        if passage.role != "row":
            for match in _DOUBLED.finditer(passage.text):
                yield Finding(
                    Severity.WARNING,
                    f"标点“{passage.text[match.start() : match.end() + 1]}”重叠或多余。",
                    (passage.side(match.start(), match.end() + 1, 12),),
                    "",
                    match[0],
                )


def half_width(subject: Subject) -> Iterator[Finding]:
    """Marks between Chinese characters are full-width. Told once a document, for information. Source: GB/T 15834, 5.1."""
    found = [
        (passage, match)
        for passage in prose(subject.passages)
        for match in _HALF.finditer(passage.text)
    ]
    if found:
        yield Finding(
            Severity.INFO,
            f"汉字中间用了半角标点，共{len(found)}处，如“{found[0][1][0]}”。",
            tuple(passage.side(match.start(), match.end(), 8) for passage, match in found[:5]),
            "全角",
            found[0][1][0],
        )


def between_marks(subject: Subject) -> Iterator[Finding]:
    """No 、 between 》《 and ”“, and none before 等. For information. Source: GB/T 15834-2011, 4.5.3.5 and 附录 B.1.2."""
    for passage in prose(subject.passages):
        for pattern, told in (
            (_BETWEEN, "并列的书名号、引号之间不用顿号"),
            (_ETC, "“等”前不用顿号"),
        ):
            if match := pattern.search(passage.text):
                yield Finding(
                    Severity.INFO,
                    f"{told}。",
                    (passage.side(match.start(), match.end(), 12),),
                    "",
                    match[0],
                )


def stopped_list(subject: Subject) -> Iterator[Finding]:
    """A list 其中，用于…，用于… is not cut by a full stop. Source: GB/T 15834-2011, 4.1 and 4.6."""
    for passage in prose(subject.passages):
        if match := _LIST_STOP.search(passage.text):
            yield Finding(
                Severity.WARNING,
                f"“其中，用于…”的并列项中途用了句号：…{passage.text[match.end() - 16 : match.end() + 6]}…。",
                (passage.side(match.end() - 20, match.end(), 8),),
                "，或；",
                "。",
            )
