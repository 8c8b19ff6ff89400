"""Sentences that still are those of the package that this one was made from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model import files
from generator.model.dataset import Dataset, Prose
from generator.model.settings import OriginSettings
from generator.model.severity import Severity

_SENTENCE = re.compile(r"[^。！？\n]+")
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{[^{}\n]*\}", re.S)
_YEAR = re.compile(r"(?<!\d)\d{4}(?=年)")
_LEAST, _FIRST = 20, 6
"""So many letters are no set phrase."""
_GAP, _FIGURE = "\x00", 40
"""What stands for a figure or a year, and how many letters may be printed for it."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence of the origin without code and years: its longest part, and those before and
    behind it, each at most a figure away from the next."""

    longest: str
    before: tuple[str, ...]
    behind: tuple[str, ...]

    def stands_at(self, text: str, start: int) -> bool:
        """Whether a text has the sentence, its longest part at ``start``."""
        return (
            text.startswith(self.longest, start)
            and self._led(text, start)
            and self._ended(text, start + len(self.longest))
        )

    def _led(self, text: str, start: int) -> bool:
        for part in reversed(self.before):
            start = text.rfind(part, max(0, start - len(part) - _FIGURE), start)
            if start < 0:
                return False
        return True

    def _ended(self, text: str, end: int) -> bool:
        for part in self.behind:
            start = text.find(part, end, end + len(part) + _FIGURE)
            if start < 0:
                return False
            end = start + len(part)
        return True


def sentences(subject: Subject) -> Iterator[Finding]:
    """No sentence is still that of the package from which this one was made.

    查：nigao new 由外地的数据包生成的，报告里的句子（20字以上）与那里的文字、写法、记录一字不差；
        由本地上年生成的，一篇文字半数以上的句子照抄上年（提醒）。年份不同、数不同的也算。来源的数据包不在了，提示一次，供参考。
    不查：不是 nigao new 生成的；通用提纲的句子；20字以下的套话。
    例：由东山县2022年的数据包生成，text/lead.md 有一段照抄 -> 有1句与来源（东山县2022年）的一字不差，请改写。
    依据：各地各年的报告各写各的（report.yaml 的 origin）。
    """
    draft = subject.draft
    origin = draft.dataset.settings.origin if draft else None
    if draft is None or origin is None:
        return
    if draft.dataset.origin is None:
        yield _missing(origin)
    elif origin.place == draft.dataset.settings.place.get("name"):
        yield from _kept_texts(draft.dataset, draft.dataset.origin)
    else:
        yield from _of_others(subject.passages, draft.dataset.origin, origin)


def _missing(origin: OriginSettings) -> Finding:
    message = f"找不到来源数据包“{origin.package}”，没有核对有没有照抄的句子。"
    return Finding(Severity.INFO, message, (Side(origin.package, files.REPORT, column="origin"),))


def _kept_texts(dataset: Dataset, origin: Dataset) -> Iterator[Finding]:
    """Texts of which at least half of the sentences are last year's."""
    for name, text in dataset.texts.items():
        there = origin.texts.get(name)
        ours = _plain(text)
        theirs = _plain(there) if there else []
        same = [sentence for sentence in ours if sentence in theirs]
        if same and len(same) * 2 >= len(ours):
            whose = f"来源（{origin.settings.year}年）"
            message = f"{text.source.file} 有{len(same)}句与{whose}的一字不差，请改写。"
            sides = (Side(same[0], text.source.file),)
            yield Finding(Severity.WARNING, message, sides, "", same[0])


def _plain(text: Prose) -> list[str]:
    """The long sentences of a text, without their years."""
    found = (_YEAR.sub("", match[0]).strip() for match in _SENTENCE.finditer(text.words))
    return [sentence for sentence in found if len(sentence) >= _LEAST]


def _of_others(
    passages: Sequence[Passage], origin: Dataset, named: OriginSettings
) -> Iterator[Finding]:
    """Paragraphs with sentences of another place's package."""
    known = _by_beginning(origin)
    for passage in passages:
        same = dict(_known_in(passage.text, known))
        if same:
            whose = f"{named.place}{named.year}年"
            message = f"有{len(same)}句与来源（{whose}）的一字不差，请改写。"
            words, start = next((found.longest, start) for found, start in same.items())
            side = passage.side(start, start + len(words))
            yield Finding(Severity.ERROR, message, (side,), "", words)


def _by_beginning(origin: Dataset) -> Mapping[str, Sequence[_Sentence]]:
    """The long sentences of the texts, wordings and records of a package, by the first letters of
    their longest part."""
    texts = [text.text for text in (*origin.texts.values(), *origin.sections.values())]
    cells = [
        cell.raw
        for records in origin.records.values()
        for record in records
        for cell in record.cells.values()
    ]
    known: dict[str, list[_Sentence]] = defaultdict(list)
    pieces = (match[0] for text in (*texts, *cells) for match in _pieces(text))
    for piece in dict.fromkeys(pieces):
        if sentence := _sentence(piece):
            known[sentence.longest[:_FIRST]].append(sentence)
    return known


def _known_in(
    text: str, known: Mapping[str, Sequence[_Sentence]]
) -> Iterator[tuple[_Sentence, int]]:
    """The known sentences that stand in a text, and where the longest part of each does."""
    for start in range(len(text) - _FIRST + 1):
        for sentence in known.get(text[start : start + _FIRST], ()):
            if sentence.stands_at(text, start):
                yield sentence, start


def _pieces(text: str) -> Iterator[re.Match[str]]:
    return _SENTENCE.finditer(_CODE.sub(_GAP, text))


def _sentence(text: str) -> _Sentence | None:
    """A sentence to look for; None where it is too short to be anybody's own."""
    split = (part.strip() for part in _YEAR.sub(_GAP, text).split(_GAP))
    parts = [part for part in split if part]
    longest = max(parts, key=len, default="")
    if sum(map(len, parts)) < _LEAST or len(longest) < _FIRST:
        return None
    index = parts.index(longest)
    return _Sentence(longest, tuple(parts[:index]), tuple(parts[index + 1 :]))
