"""The rules of GB/T 9704-2012 that can be measured on a rendered page, for any file that the writer
made.

``findings(docx)`` names each rule, what was measured and what was expected, in mm. The elements are
found in the Word file by their styles and on the pages by their text. Tolerances allow for what
LibreOffice does differently from Word: it puts the leading above a line's characters, and a narrow
space between Chinese characters and digits.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

from support.measure import Box, Line, Page, pages, to_pdf

LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
"""The edges of the 版心 on an upright sheet."""
AXIS = (LEFT + RIGHT) / 2
PITCH, CHARACTER, SMALL = 28.95 * 25.4 / 72, 15.75 * 25.4 / 72, 14 * 25.4 / 72
"""A line, a 字 of the text and a 字 of 四号."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Finding:
    """One measurement. ``page`` is counted from 1."""

    rule: str
    what: str
    measured: float
    expected: float
    tolerance: float
    page: int

    @property
    def ok(self) -> bool:
        return abs(self.measured - self.expected) <= self.tolerance

    def __str__(self) -> str:
        verdict = "ok" if self.ok else "WRONG"
        return (
            f"{self.rule} {self.what} (page {self.page}): {self.measured:.2f}, "
            f"expected {self.expected:.2f} ± {self.tolerance:g}: {verdict}"
        )


@dataclass(frozen=True)
class Found:
    """A line of an element on its page."""

    page: Page
    line: Line

    @cached_property
    def ink(self) -> Box:
        return self.page.ink_of(self.line)


class Rendered:
    """A Word file and its pages: where each paragraph begins, found in order, table cells left out."""

    def __init__(self, docx: Path, pdf: Path) -> None:
        self.pages = pages(pdf)
        root = etree.fromstring(zipfile.ZipFile(docx).read("word/document.xml"))
        places = [Found(page, line) for page in self.pages for line in page.lines]
        self._found: dict[str, list[Found]] = {}
        start = 0
        for style, text in ((_style(p), _text(p)) for p in root.iter(f"{_W}p")):
            if not text or style.startswith(("Table", "OrganMark")):
                continue
            n = next(
                (n for n in range(start, len(places)) if _begins(text, places[n].line.text)), None
            )
            if n is not None:
                self._found.setdefault(style, []).append(places[n])
                start = n + 1

    def lines(self, style: str) -> list[Found]:
        """The first line of each paragraph of a style that is not empty, in order."""
        return self._found.get(style, [])


def _begins(text: str, line: str) -> bool:
    return text == line or (len(line) > 3 and text.startswith(line))


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _text(paragraph: etree._Element) -> str:
    return "".join("".join(node.text or "" for node in paragraph.iter(f"{_W}t")).split())


def findings(docx: Path) -> list[Finding]:
    """Every measurement that the file allows; elements that it does not have are not measured."""
    with tempfile.TemporaryDirectory() as folder:
        rendered = Rendered(docx, to_pdf(docx, Path(folder)))
        checks = (grid, head, title, closing, annexes, imprint, numbers)
        return [finding for check in checks for finding in check(rendered)]


def grid(file: Rendered) -> Iterator[Finding]:
    """22 lines on a full page (P10), 28 characters on a full line (P11)."""
    full = max(
        (page for page in file.pages if page.height > page.width), key=lambda page: len(_body(page))
    )
    yield Finding("P10", "lines on the fullest page", len(_body(full)), 22, 0, full.number)
    counts = Counter(
        line.characters
        for page in file.pages
        for line in _body(page)
        if abs(line.box.x0 - LEFT) < 1
        and RIGHT - 1.5 < line.box.x1 < RIGHT + 0.5
        and not _latin(line.text)
    )
    if counts:
        yield Finding(
            "P11", "characters on a full line", counts.most_common(1)[0][0], 28, 0, full.number
        )


def _body(page: Page) -> list[Line]:
    return [
        line
        for line in page.lines
        if TOP < line.box.center[1] < BOTTOM and 6.5 < line.box.y1 - line.box.y0 < 8
    ]


def _latin(text: str) -> bool:
    return any(char.isascii() or char in "“”‘’—…·" for char in text)


def head(file: Rendered) -> Iterator[Finding]:
    """发文机关标志 (H05), 发文字号 (H07, with 签发人 H08) and 红色分隔线 (H10)."""
    page = file.pages[0]
    rules = page.rules(red=True)
    if not rules:
        return
    rule = rules[0]
    mark = page.ink(Box(0, 0, page.width, rule.y0 - 1), red=True)
    assert mark is not None
    yield Finding("H05", "top edge of the mark", mark.y0, 72, 1.5, 1)
    yield Finding("H05", "axis of the mark", mark.center[0], AXIS, 1.5, 1)
    yield Finding("H10", "length of the red line", rule.width, 156, 1, 1)
    yield Finding("H10", "left end of the red line", rule.x0, LEFT, 0.5, 1)
    numbers, signers = file.lines("DocumentNumber"), file.lines("Signers")
    for number in numbers[:1]:
        yield Finding(
            "H07", "two empty lines below the mark", number.ink.y0 - mark.y1, *_empty(2), 1
        )
        yield Finding("H07", "axis of the number", number.line.box.center[0], AXIS, 1, 1)
    for signer in signers[:1]:
        yield Finding(
            "H09", "two empty lines below the mark", signer.ink.y0 - mark.y1, *_empty(2), 1
        )
        yield Finding(
            "H09", "签发人 one 字 from the right", RIGHT - signer.line.box.x1, CHARACTER, 1.5, 1
        )
    for last in (numbers + signers)[-1:]:
        yield Finding("H10", "from the number to the red line", rule.y0 - last.ink.y1, 4, 1, 1)
        if signers:
            yield Finding(
                "H08", "number one 字 from the left", last.line.box.x0 - LEFT, CHARACTER, 1, 1
            )


def _empty(lines: int) -> tuple[float, float]:
    """The white space that so many empty lines leave, and how much it may differ: renderers put the
    leading of the line below above or on both sides of its characters.
    """
    return lines * PITCH + 2.5, 3.0


def title(file: Rendered) -> Iterator[Finding]:
    """标题 two empty lines below the red line (B02), 主送机关 one below the title and flush left (B05)."""
    page = file.pages[0]
    rules, titles = page.rules(red=True), file.lines("DocumentTitle")
    if not rules or not titles:
        return
    yield Finding(
        "B02", "two empty lines below the red line", titles[0].ink.y0 - rules[0].y1, *_empty(2), 1
    )
    yield Finding("B01", "axis of the title", titles[0].line.box.center[0], AXIS, 1, 1)
    for addressee in file.lines("Addressee")[:1]:
        above = [line for line in page.lines if line.box.y1 < addressee.line.box.y0 + 1]
        gap = addressee.ink.y0 - page.ink_of(above[-1]).y1
        yield Finding("B05", "one empty line below the title", gap, *_empty(1), 1)
        yield Finding("B05", "主送机关 flush left", addressee.line.box.x0, LEFT, 1, 1)


def closing(file: Rendered) -> Iterator[Finding]:
    """署名 and 成文日期: centred on each other with a seal (B12), else two 字 apart (B14)."""
    for organ, date in zip(file.lines("Signature"), file.lines("IssueDate"), strict=False):
        page = date.page.number
        apart = organ.line.box.center[0] - date.line.box.center[0]
        if abs(apart) < 4:
            yield Finding("B12", "axes of organ and date", apart, 0, 1, page)
            # The narrow spaces that LibreOffice adds make the date 6 mm longer, 3 on each side.
            yield Finding(
                "B12",
                "date four 字 from the right",
                RIGHT - date.line.box.x1,
                4 * CHARACTER,
                3.5,
                page,
            )
        else:
            yield Finding(
                "B14",
                "date two 字 right of the organ",
                date.line.box.x0 - organ.line.box.x0,
                2 * CHARACTER,
                1,
                page,
            )
            yield Finding(
                "B14",
                "organ two 字 from the right",
                RIGHT - organ.line.box.x1,
                2 * CHARACTER,
                1,
                page,
            )


def annexes(file: Rendered) -> Iterator[Finding]:
    """附件 on the first line of its page, flush left (B21), its title on the third (B22)."""
    titles = file.lines("DocumentTitle")
    for label in file.lines("AnnexLabel"):
        page = label.page
        if page.width > page.height:
            continue
        yield Finding(
            "B21",
            "label on the first line",
            label.ink.center[1],
            TOP + PITCH / 2 + 1,
            2.5,
            page.number,
        )
        yield Finding("B21", "label flush left", label.line.box.x0, LEFT, 1, page.number)
        for found in (t for t in titles if t.page.number == page.number):
            # A line of the title is 7 pt higher than one of the text: it stands 1 to 2.5 mm lower.
            gap = found.ink.center[1] - label.ink.center[1]
            yield Finding("B22", "title on the third line", gap, 2 * PITCH + 1, 1.5, page.number)
            break


def imprint(file: Rendered) -> Iterator[Finding]:
    """版记: the last rule on the lower edge of the 版心 (F02), 印发 one 字 from both sides (F06)."""
    issue = file.lines("Imprint")
    if not issue:
        return
    found, page = issue[-1], file.pages[-1]
    copies = [copy for copy in file.lines("CopyTo") if copy.page.number == page.number]
    top = min(place.ink.y0 for place in (*copies, found)) - 4
    rules = [rule for rule in page.rules() if rule.y0 > top]
    yield Finding("F02", "page of 版记", found.page.number, page.number, 0, page.number)
    yield Finding("F02", "last rule", rules[-1].center[1], BOTTOM, 1.5, page.number)
    for rule in rules:
        yield Finding("F01", "length of a rule", rule.width, 156, 1, page.number)
    yield Finding("F01", "number of rules", len(rules), 3 if copies else 2, 0, page.number)
    yield Finding(
        "F06", "organ one 字 from the left", found.line.box.x0 - LEFT, SMALL, 1, page.number
    )
    yield Finding(
        "F06", "date one 字 from the right", RIGHT - found.line.box.x1, SMALL, 1, page.number
    )
    yield Finding(
        "F06", "just above the last rule", rules[-1].y0 - found.ink.y1, 2.5, 2, page.number
    )


def numbers(file: Rendered) -> Iterator[Finding]:
    """Page numbers: the dash 7 mm below the 版心 (F07), odd at the right, even at the left, one 字 in
    (F08).

    A landscape page is measured as the portrait sheet that it is when it is bound: its left is the
    sheet's foot, its lower edge the sheet's right (clause 8). That its head faces the binding on
    odd pages and the cut on even ones is not in the rendering: it follows from all landscape pages
    being turned the same way.
    """
    for page in file.pages:
        yield from _turned_number(page) if page.width > page.height else _upright_number(page)


def _upright_number(page: Page) -> Iterator[Finding]:
    line = next((line for line in reversed(page.lines) if line.box.center[1] > BOTTOM), None)
    if line is None:
        yield Finding("F07", "page number", 0, 1, 0, page.number)
        return
    box = line.words[0].box
    dash = page.ink(Box(box.x0, box.y0, box.x0 + 3, box.y1)) or box
    yield Finding("F07", "dash of the page number", dash.center[1] - BOTTOM, 7, 1, page.number)
    if page.number % 2:
        yield Finding(
            "F08", "odd number one 字 from the right", RIGHT - line.box.x1, SMALL, 1, page.number
        )
    else:
        yield Finding(
            "F08", "even number one 字 from the left", line.box.x0 - LEFT, SMALL, 1, page.number
        )


def _turned_number(page: Page) -> Iterator[Finding]:
    foot = page.width - BOTTOM
    words = [word.box for line in page.lines for word in line.words if word.box.x1 < foot]
    ink = page.ink(Box(0, 0, foot - 1, page.height))
    if not words or ink is None:
        yield Finding("F07", "page number", 0, 1, 0, page.number)
        return
    dash = page.ink(Box(0, ink.y0, foot - 1, ink.y0 + 3)) or ink
    yield Finding("F07", "dash of the turned page number", foot - dash.center[0], 7, 1, page.number)
    if page.number % 2:
        end = max(box.y1 for box in words)
        yield Finding(
            "F08",
            "odd number one 字 from the sheet's right",
            page.height - (210 - RIGHT) - end,
            SMALL,
            1,
            page.number,
        )
    else:
        yield Finding(
            "F08",
            "even number one 字 from the sheet's left",
            min(box.y0 for box in words) - LEFT,
            SMALL,
            1,
            page.number,
        )
