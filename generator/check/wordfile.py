"""Any Word file as passages: what the text rules can read of it.

Styles of ours and of Word, or else the words, say what a paragraph is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check.passages import Passage, Role
from generator.model.errors import InputError, Problem

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph

_STYLES: dict[str, Role] = {
    "DocumentTitle": "title",
    "DocumentSubtitle": "title",
    "Centered": "title",
    "Addressee": "addressee",
    "AnnexNote": "annex_note",
    "AnnexLabel": "label",
    "Signature": "signature",
    "IssueDate": "signature",
    "Imprint": "imprint",
    "CopyTo": "imprint",
    "OrganMark": "masthead",
    "DocumentNumber": "masthead",
    "Signers": "masthead",
    "SourceNote": "note",
    "DocumentNote": "note",
    "UnitLine": "note",
    "Title": "title",
    "Subtitle": "title",
}
_NUMBERS = (
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"[（(](?:[一二三四五六七八九十]+|\d{1,2})[)）]"),
    re.compile(r"\d{1,2}[.．、]"),
)
_LABEL = re.compile(r"附件\s*\d*[:：]?")
_ANNEX_NOTE = re.compile(r"附件[:：]\s*\S")
_ITEM = re.compile(r"\d[.．、]\s*\S")
_DATE = re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日(?:印发)?")
_LONGEST_TITLE, _LONGEST_LEAD = 40, 50
_CENTERED = 1


@dataclass(frozen=True)
class _Heading:
    """A heading that a paragraph is, or begins with: so many characters of it."""

    level: int
    number: str
    length: int


_NO_HEADING = _Heading(0, "", 0)


@dataclass
class _Outline:
    """Where the reader of a file is: the part, the headings above, and the role before."""

    part: str = ""
    headings: dict[int, str] = field(default_factory=dict)
    before: Role = "title"
    count: int = 0

    @property
    def section(self) -> str:
        """The headings above, from the highest."""
        return "／".join(self.headings[level] for level in sorted(self.headings))

    def enter_part(self, label: str) -> None:
        """An annex begins."""
        self.part, self.headings = label.rstrip(":： "), {}

    def enter_heading(self, level: int, words: str) -> None:
        """A section begins; it ends those of its own and of lower levels."""
        above = {other: title for other, title in self.headings.items() if other < level}
        self.headings = above | {level: words.rstrip("。")}


def read_word(path: Path) -> tuple[Passage, ...]:
    """The passages of a .docx, numbered by paragraph. Raises InputError where it cannot be read."""
    from docx.table import Table

    outline = _Outline()
    passages: list[Passage] = []
    for item in _opened(path).iter_inner_content():
        if isinstance(item, Table):
            passages.extend(_rows(item, outline))
        elif item.text.strip():
            passages.append(_passage(item, outline))
    return tuple(passages)


def _opened(path: Path) -> Document:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        message, remedy = "读不了，可能不是 Word（.docx）文件", "请在 Word 里另存为 .docx"
        raise InputError(Problem(message, remedy, str(path), unreadable=True)) from error


def _rows(table: Table, outline: _Outline) -> Iterator[Passage]:
    for row in table.rows:
        outline.count += 1
        cells = tuple(_cells(row))
        text = "\t".join(cells)
        yield Passage(text, "row", outline.section, outline.count, outline.part, cells=cells)
    outline.before = "row"


def _cells(row: _Row) -> Iterator[str]:
    """The texts of a row; a merged cell, which python-docx gives once a column, is read once."""
    for _, same in groupby(row.cells, key=lambda cell: cell._tc):
        yield re.sub(r"\s+", " ", next(same).text.strip())


def _passage(paragraph: Paragraph, outline: _Outline) -> Passage:
    text = paragraph.text.strip()
    role = _role(paragraph, text, outline.before)
    heading = _heading(_style(paragraph), text) if role == "body" else _NO_HEADING
    if role == "label":
        outline.enter_part(text)
    if heading.level:
        outline.enter_heading(heading.level, text[: heading.length])
        role = "heading" if heading.length == len(text) else role
    outline.count += 1
    outline.before = role
    return Passage(
        text,
        role,
        outline.section,
        outline.count,
        outline.part,
        level=heading.level,
        number=heading.number,
        lead=heading.length,
    )


def _style(paragraph: Paragraph) -> str:
    """The id of the paragraph's style; "" where it has none."""
    return paragraph.style.style_id if paragraph.style is not None else ""


def _role(paragraph: Paragraph, text: str, before: Role) -> Role:
    """What the paragraph is; a heading counts as ``body`` here."""
    known = _STYLES.get(_style(paragraph)) or _role_by_words(text, before)
    if known:
        return known
    at_title = before in ("title", "label", "masthead") or paragraph.alignment == _CENTERED
    return "title" if at_title and _reads_as_title(text) else "body"


def _role_by_words(text: str, before: Role) -> Role | None:
    """The role that the words alone give away; None where they do not."""
    if _LABEL.fullmatch(text):
        return "label"
    goes_on = before == "annex_note" and _ITEM.match(text)
    if goes_on or _ANNEX_NOTE.match(text):
        return "annex_note"
    return "signature" if _DATE.fullmatch(text) else None


def _reads_as_title(text: str) -> bool:
    """Whether it is short, ends in no mark and has no number of a heading."""
    if len(text) > _LONGEST_TITLE or re.search("[。；：:]$", text):
        return False
    return _numbered(text) is None


def _numbered(text: str) -> tuple[int, str] | None:
    """Level and number of a heading that begins with one; None where none does."""
    for level, pattern in enumerate(_NUMBERS, 1):
        if match := pattern.match(text):
            return level, match[0]
    return None


def _heading(style: str, text: str) -> _Heading:
    """The heading that the paragraph is or begins with."""
    by_style = re.fullmatch(r"Heading([1-4])", style)
    level, number = _numbered(text) or (0, "")
    if by_style:
        return _Heading(int(by_style[1]), number, len(text))
    length = _heading_length(text) if level else 0
    return _Heading(level, number, length) if length else _NO_HEADING


def _heading_length(text: str) -> int:
    """How much of a numbered paragraph is heading: all of it, its first sentence, or nothing."""
    stop = text.find("。")
    if stop < 0:
        alone = len(text) <= _LONGEST_TITLE and not re.search("[；：，]", text)
        return len(text) if alone else 0
    runs_in = 0 < stop < _LONGEST_LEAD and not re.search("[；：]", text[:stop])
    return stop + 1 if runs_in else 0
