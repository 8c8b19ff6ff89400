"""Sentences that still are those of the package that this one was made from, or of a draft that
came along when it was copied by hand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.check.earlier import GAP, EarlierReport
from generator.check.finding import Finding, Side
from generator.check.passages import Passage
from generator.check.subject import Subject
from generator.model import files
from generator.model.dataset import Dataset, Prose
from generator.model.regex import regex
from generator.model.settings import OriginSettings
from generator.model.severity import Severity

_SENTENCE = regex(r"[^。！？\n]+")
_CODE = regex(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|\{[^{}\n]*\}", re.S)
_YEAR = regex(r"(?<!\d)\d{4}(?=年)")
_LEAST, _FIRST = 20, 6
"""So many letters are no set phrase."""
_FIGURE = 40
"""How many letters may be printed for a figure or a year."""
_OWN_BLOCK = regex(r"\{%[-+]?\s*block\s+(\w+)")
_BLOCK = regex(r"[^/]+/([^\[~#/]+)")
_TEXT = f"/{files.TEXTS}"


class _Sentence(Struct, frozen=True):
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
        整个文件夹复制来的，跟着来的底稿（.nigao）是外地的，报告里的句子与它的文字、本地写法一字不差；是本地别的年度的，
        它的文字半数以上还在（提醒）。
    不查：通用提纲的句子；20字以下的套话。
    例：由东山县2022年的数据包生成，text/lead.md 有一段照抄 -> 有1句与来源（东山县2022年）的一字不差，请改写。
    依据：各地各年的报告各写各的（report.yaml 的 origin）。
    """
    draft = subject.draft
    if draft is None:
        return
    dataset, origin = draft.dataset, draft.dataset.settings.origin
    if origin is not None:
        yield from _of_origin(subject.passages, dataset, origin)
    for report in subject.earlier:
        if origin is None or (report.place, report.year) != (origin.place, origin.year):
            yield from _of_earlier(subject.passages, dataset, report)


def _of_origin(
    passages: Sequence[Passage], dataset: Dataset, origin: OriginSettings
) -> Iterator[Finding]:
    """What is still said as in the package that this one was made from."""
    if dataset.origin is None:
        yield _missing(origin)
    elif origin.place == dataset.settings.place.get("name"):
        yield from _kept_texts(dataset, dataset.origin)
    else:
        whose = f"来源（{origin.place}{origin.year}年）"
        yield from _copied(passages, _by_beginning(_texts_of(dataset.origin)), whose)


def _of_earlier(
    passages: Sequence[Passage], dataset: Dataset, report: EarlierReport
) -> Iterator[Finding]:
    """What is still said as in a draft that came along."""
    known = _by_beginning(_people_wrote(report, dataset))
    whose = f"跟着数据包来的底稿（{report.whose}）"
    found = list(_copied(passages, known, whose))
    if report.place != dataset.settings.place.get("name"):
        yield from found
    elif len(found) * 2 >= sum(map(len, known.values())) > 0:
        sides = tuple(side for finding in found for side in finding.sides)
        message = f"有{len(found)}段与{whose}的一字不差，请改写。"
        yield Finding(Severity.WARNING, message, sides, "", found[0].actual)


def _people_wrote(report: EarlierReport, dataset: Dataset) -> list[str]:
    """What people wrote of a draft: texts, cells, and the blocks for which the place has wordings
    of its own; the rest is the outline's, which all places share."""
    own = {
        name for section in dataset.sections.values() for name in _OWN_BLOCK.findall(section.text)
    }
    texts = [words for block, words in report.paragraphs if _TEXT in block or _name(block) in own]
    return [*texts, *report.figures]


def _name(block: str) -> str:
    match = _BLOCK.match(block)
    return match[1] if match else ""


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


def _copied(
    passages: Sequence[Passage], known: Mapping[str, Sequence[_Sentence]], whose: str
) -> Iterator[Finding]:
    """Paragraphs with sentences of somebody else's."""
    for passage in passages:
        same = dict(_known_in(passage.text, known))
        if same:
            message = f"有{len(same)}句与{whose}的一字不差，请改写。"
            words, start = next((found.longest, start) for found, start in same.items())
            side = passage.side(start, start + len(words))
            yield Finding(Severity.ERROR, message, (side,), "", words)


def _texts_of(origin: Dataset) -> list[str]:
    """The texts, wordings and records of a package."""
    texts = [text.text for text in (*origin.texts.values(), *origin.sections.values())]
    cells = [
        cell.raw
        for records in origin.records.values()
        for record in records
        for cell in record.cells.values()
    ]
    return [*texts, *cells]


def _by_beginning(texts: Sequence[str]) -> Mapping[str, Sequence[_Sentence]]:
    """The long sentences of texts, by the first letters of their longest part."""
    known: dict[str, list[_Sentence]] = defaultdict(list)
    pieces = (match[0] for text in texts for match in _pieces(text))
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
    return _SENTENCE.finditer(_CODE.sub(GAP, text))


def _sentence(text: str) -> _Sentence | None:
    """A sentence to look for; None where it is too short to be anybody's own."""
    split = (part.strip() for part in _YEAR.sub(GAP, text).split(GAP))
    parts = [part for part in split if part]
    longest = max(parts, key=len, default="")
    if sum(map(len, parts)) < _LEAST or len(longest) < _FIRST:
        return None
    index = parts.index(longest)
    return _Sentence(longest, tuple(parts[:index]), tuple(parts[index + 1 :]))
