"""Brackets, quotation marks and title marks: in pairs, of one width, of the right shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice

from msgspec import Struct

from generator.check.finding import Finding
from generator.check.passages import Passage
from generator.check.rules.matches import matches
from generator.check.subject import Subject
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.severity import Severity

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
    "{": "}",
    "｛": "｝",
}
_OTHER_WIDTH = {"（": ")", "(": "）"}
_OPENERS = {closer: opener for opener, closer in _PAIRS.items()}
_MARK = regex("|".join(map(re.escape, (*_PAIRS, *_OPENERS))))
_ENUMERATION = regex(r"^\s*[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]")
_ITEM = regex(r"(?:[；;。：:，、]\s?|^\s*)(?:\d{1,2}|[A-Za-z])$")
_HALF = regex(r"(?<=[\u4e00-\u9fff])\([^()（）]*\)|\([\u4e00-\u9fff][^()（）]*\)")
_NUMBER = regex(r"[\u4e00-\u9fff](?P<year>[［\[【(（](?:19|20)\d{2}[\]］】)）])(?P<rest>\d+号)")
_TEXTS = ("body", "heading", "title", "annex_note")
_MOST = 5
_NONE = -1


def balanced(subject: Subject) -> Iterator[Finding]:
    """Every bracket, quotation mark and title mark has its partner, of the same width.

    查：一段（表格里是一格，标题是各行连起来）里的括号、引号、书名号缺一半，或者一全角一半角；
    没有写完的“{键”也在内；每段最多报五处。
    不查：编号“1）”“（1)”；编号“a）”里的半个括号；中间断开、跨段的引文。
    例：印发协作资金管理办法》，完善制度。 -> “》”前面没有配对的“《”：…印发协作资金管理办法》。
    依据：GB/T 15834—2011：引号、括号、书名号成对使用（规定）。
    """
    wrong = cache(_wrong)
    for passage, text, offset in _stretches(subject.passages):
        if pairs := wrong(text):
            yield from islice(_findings(_Stretch(passage, text, offset), pairs), _MOST)


class _Stretch(Struct, frozen=True):
    """Text in which marks must pair; it begins at the position ``offset`` of the passage."""

    passage: Passage
    text: str
    offset: int = 0

    def finding(self, start: int, end: int, message: str) -> Finding:
        """What is wrong between two positions of the text."""
        start, end = self.offset + start, self.offset + end
        quote = self.passage.text[start:end][:30]
        side = self.passage.side(start, end, 4)
        said = f"{message}：…{quote.rstrip('。')}。"
        return Finding(Severity.WARNING, said, (side,), "", quote)


def _stretches(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str, int]]:
    """The texts of paragraphs and cells, each with the position where it begins; the lines of one
    title are one text."""
    for is_title, group in groupby(passages, key=lambda passage: passage.role == "title"):
        if is_title:
            lines = list(group)
            whole = "".join(line.text for line in lines)
            yield replace(lines[0], text=whole, runs=()), whole, 0
            continue
        for passage in group:
            offset = 0
            for text in passage.text.split("\t"):
                yield passage, text, offset
                offset += len(text) + 1


def _findings(stretch: _Stretch, wrong: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    text = stretch.text
    for opening, closing in wrong:
        if opening == _NONE:
            message = f"“{text[closing]}”前面没有配对的“{_OPENERS[text[closing]]}”"
            yield stretch.finding(max(0, closing - 12), closing + 1, message)
        elif closing == _NONE:
            cut = "，文字可能被截断" if stretch.passage.role == "row" else ""
            message = f"“{text[opening]}”没有配对的“{_PAIRS[text[opening]]}”{cut}"
            yield stretch.finding(opening, min(len(text), opening + 24), message)
        else:
            message = f"括号“{text[opening]}”与“{text[closing]}”全角、半角不配对"
            yield stretch.finding(opening, closing + 1, message)


def _wrong(text: str) -> tuple[tuple[int, int], ...]:
    """The positions of ``_paired`` that make no pair of one width; most texts have no mark."""
    if not _MARK.search(text):
        return ()
    return tuple(
        (opening, closing)
        for opening, closing in _paired(text)
        if _NONE in (opening, closing) or _PAIRS[text[opening]] != text[closing]
    )


def _paired(text: str) -> Iterator[tuple[int, int]]:
    """The positions of each opening mark and of the mark that closes it, of either width.

    -1 stands for a partner that is missing. A closing mark without one ends the search for the
    partners of its own kind.
    """
    opened: list[int] = []
    for position in _marks(text):
        char = text[position]
        if char in _PAIRS:
            opened.append(position)
        elif opened and _closes(char, text[opened[-1]]):
            yield opened.pop(), position
        elif not (_ends_letter(text, position) or _ends_number(text, position)):
            yield _NONE, position
            opened = [other for other in opened if text[other] != _OPENERS[char]]
    yield from ((position, _NONE) for position in opened)


def _marks(text: str) -> Iterator[int]:
    """The positions of all opening and closing marks but those of a number at the head: 1）."""
    number = _ENUMERATION.match(text)
    start = number.end() if number else 0
    return (match.start() for match in _MARK.finditer(text, start))


def _closes(closer: str, opener: str) -> bool:
    return closer in (_PAIRS[opener], _OTHER_WIDTH.get(opener))


def _ends_letter(text: str, position: int) -> bool:
    """Whether a round bracket closes the letter of an item at the head of a text: a）."""
    if position >= 4 or text[position] not in "）)":
        return False
    return text[max(0, position - 3) : position].strip().isalnum()


def _ends_number(text: str, position: int) -> bool:
    """Whether a round bracket closes the number of an item within a text: ；2）."""
    return text[position] in "）)" and bool(_ITEM.search(text, max(0, position - 4), position))


def half_width(subject: Subject) -> Iterator[Finding]:
    """Round brackets about Chinese words are full-width.

    查：汉字中间用了半角圆括号；全文只报一次，写明处数，供参考。
    不查：表格；括号里外都不是汉字的。
    例：县农业农村局(乡村振兴局)牵头。 -> 汉字中间用了半角括号，共1处，如“(乡村振兴局)”。
    依据：GB/T 15834—2011：中文标点用全角（规定）。
    """
    texts = [passage for passage in subject.passages if passage.role in _TEXTS]
    half = list(matches(texts, _HALF))
    if half:
        example = half[0][1][0][:20]
        message = f"汉字中间用了半角括号，共{len(half)}处，如“{example}”。"
        sides = tuple(passage.side(*match.span(), 6) for passage, match in half[:_MOST])
        yield Finding(Severity.INFO, message, sides, "（）", "()")


def document_numbers(subject: Subject) -> Iterator[Finding]:
    """The year of a document number stands in 〔〕.

    查：发文字号的年份用了别的括号：方括号、方头括号、圆括号。
    不查：后面没有“…号”的年份；括号前不是汉字的。
    例：清河政发[2021]5号 -> 发文字号的年份应放在六角括号〔〕里：[2021]5号。
    依据：GB/T 9704—2012 第7.2.5条（规定）；GB/T 15834—2011 第4.9条（规定）。
    """
    for passage, match in matches(subject.passages, _NUMBER):
        year = match["year"]
        yield Finding(
            Severity.WARNING,
            f"发文字号的年份应放在六角括号〔〕里：{year}{match['rest']}。",
            (passage.side(match.start("year"), match.end(), 8),),
            f"〔{year[1:-1]}〕",
            year,
        )
