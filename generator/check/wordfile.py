"""Any Word file as passages: what the text rules can read of it.

Styles of ours and of Word, or else the words, say what a paragraph is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

from msgspec import Struct, field

from generator.check.passages import Passage, Role
from generator.check.wrapped import Unwrapped, joined
from generator.figures.plaintext import (
    IN_ANNEX_NOTE,
    IN_IMPRINT,
    IN_MASTHEAD,
    IN_SIGNATURE,
)
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.model.view import SeenCell, SeenLook, SeenParagraph, SeenRow, View

_STYLES: dict[str, Role] = {
    "DocumentTitle": "title",
    "DocumentSubtitle": "title",
    "Centered": "title",
    "Addressee": "addressee",
    "AnnexNote": "annex_note",
    "AnnexLabel": "label",
    "Signature": "signature",
    "IssueDate": "signature",
    "SignLine": "signature",
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
_PARTS: dict[Role, str] = {
    "masthead": IN_MASTHEAD,
    "annex_note": IN_ANNEX_NOTE,
    "signature": IN_SIGNATURE,
    "imprint": IN_IMPRINT,
}
"""What belongs to no heading above it."""
_NUMBERS = (
    regex(r"[一二三四五六七八九十]+、"),
    regex(r"[（(][一二三四五六七八九十]+[)）]"),
    regex(r"\d{1,2}(?:[.．](?!\d)|、)"),
    regex(r"[（(]\d{1,2}[)）]"),
)
_HEADING_ID = regex("Heading([1-4])")
_HEADING_NAME = regex("(?i)(?:heading|标题) ?([1-4])")
_LABEL = regex(r"附件\s*\d*[:：]?")
_ANNEX_NOTE = regex(r"附件[:：]\s*\S")
_ITEM = regex(r"\d[.．、]\s*\S")
_DATE = regex(
    r"20\d{2}年\d{1,2}月\d{1,2}日(?:印发)?"
    r"|二[〇○零0OoО][〇○零0OoО一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_IMPRINT = regex(r"^\s*抄送：|[日】]\s*印发\s*$")
"""A row of 版记, which Word files keep as a table."""
_LONGEST_TITLE, _LONGEST_LEAD = 40, 50


class _Heading(Struct, frozen=True):
    """A heading that a paragraph is, or begins with: so many characters of it."""

    level: int
    number: str
    length: int


_FIRST = regex(r"^[（(]?(?:1|一)(?!\d|[一二三四五六七八九十])")
"""The number that begins a series: 1. 一、 （1） （一）."""
_NO_HEADING = _Heading(0, "", 0)


class _Outline(Struct):
    """Where the reader of a file is: the part, the headings above, the role before, and the level
    of the item of a list that stands just before, 0 where none does."""

    part: str = ""
    headings: dict[int, str] = field(default_factory=dict)
    before: Role = "title"
    item: int = 0
    count: int = 0
    joined: int = 0

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


def of_view(view: View) -> tuple[Passage, ...]:
    """The passages of a Word file, numbered by the paragraphs and rows that say something."""
    outline = _Outline()
    passages: list[Passage] = []
    for table, blocks in groupby(view.seen, key=_table):
        if table is None:
            passages += _paragraphs(blocks, outline)
        else:
            rows = (block for block in blocks if isinstance(block, SeenRow))
            passages += _rows(rows, outline)
    return _telling_of_lines(passages, outline.joined)


def _paragraphs(blocks: Iterable[SeenParagraph | SeenRow], outline: _Outline) -> Iterator[Passage]:
    """The paragraphs that say something, their lines joined."""
    seen = [block for block in blocks if isinstance(block, SeenParagraph)]
    paragraphs, lines = joined(seen)
    outline.joined += lines
    said = [item for item in paragraphs if item.text.strip()]
    for item, following in zip_longest(said, said[1:]):
        yield _passage(item, following.text.strip() if following else "", outline)


def _telling_of_lines(passages: list[Passage], lines: int) -> tuple[Passage, ...]:
    """The passages, the first of which knows how many lines of the file were joined."""
    return tuple(replace(passage, joined=lines) for passage in passages[:1]) + tuple(passages[1:])


def _table(block: SeenParagraph | SeenRow) -> int | None:
    return block.table if isinstance(block, SeenRow) else None


def _rows(rows: Iterable[SeenRow], outline: _Outline) -> Iterator[Passage]:
    """The rows of a table; a cell that is merged with the one above says what that one says."""
    above: dict[int, _CellText] = {}
    for row in rows:
        outline.count += 1
        above = {cell.column: _cell(cell, above) for cell in row.cells}
        paras = tuple(para for cell in above.values() for para in cell.paras)
        text = "\t".join(cell.text for cell in above.values())
        if _IMPRINT.search(text):
            passage = Passage(text, "imprint", IN_IMPRINT, outline.count)
        else:
            passage = Passage(text, "row", outline.section, outline.count, outline.part)
        yield replace(passage, paras=paras)
    outline.before = "row"


class _CellText(Struct, frozen=True):
    """What a cell says, and the paragraphs of the file that say it."""

    text: str
    paras: tuple[int, ...]


def _cell(cell: SeenCell, above: dict[int, _CellText]) -> _CellText:
    if cell.goes_on and cell.column in above:
        return above[cell.column]
    return _CellText(" ".join("\n".join(cell.texts).split()), cell.paras)


def _passage(paragraph: Unwrapped, following: str, outline: _Outline) -> Passage:
    text = paragraph.text.strip()
    role = _role(paragraph.look, text, outline.before)
    heading = _heading(paragraph.look, text) if role == "body" else _NO_HEADING
    if not _level_of_style(paragraph.look) and _is_item(heading, text, following, outline.item):
        heading = _NO_HEADING
    numbered = _numbered(text)
    outline.item = numbered[0] if numbered and not heading.level else 0
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
        _PARTS.get(role) or outline.section,
        outline.count,
        outline.part,
        level=heading.level,
        number=heading.number,
        lead=heading.length,
        paras=paragraph.paras,
    )


def _role(look: SeenLook, text: str, before: Role) -> Role:
    """What the paragraph is; a heading counts as ``body`` here."""
    known = _STYLES.get(look.style) or _role_by_words(text, before)
    if known:
        return known
    at_title = before in ("title", "label", "masthead") or look.centered
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


def _heading(look: SeenLook, text: str) -> _Heading:
    """The heading that the paragraph is or begins with."""
    level, number = _numbered(text) or (0, "")
    if by_style := _level_of_style(look):
        return _Heading(by_style, number, len(text))
    length = _heading_length(text) if level else 0
    return _Heading(level, number, length) if length else _NO_HEADING


def _is_item(heading: _Heading, text: str, following: str, item: int) -> bool:
    """Whether what reads as a heading that ends in 。 is rather an item of a list: an item of its
    level stands just before it, or nothing stands under it before the next number; a first number
    (1. under （2）) begins what stands under it."""
    if heading.length != len(text) or not text.endswith("。"):
        return False
    behind = _numbered(following)
    goes_on = behind is not None and behind[0] <= heading.level and not _FIRST.search(behind[1])
    return item == heading.level or goes_on


def _level_of_style(look: SeenLook) -> int:
    """The level of the heading that a style makes; 0 for none.

    Word and WPS call the styles heading 1 to 9 in every language, their ids vary.
    """
    named = _HEADING_ID.fullmatch(look.style) or _HEADING_NAME.fullmatch(look.style_name)
    return int(named[1]) if named else 0


def _heading_length(text: str) -> int:
    """How much of a numbered paragraph is heading: all of it, its first sentence, or nothing.

    A long sentence that ends in 。 is none, nor is one of several clauses or that states a number.
    """
    stop = text.find("。")
    if stop < 0:
        return len(text) if _is_title(text) else 0
    if stop == len(text) - 1:
        states = len(text) > _LONGEST_TITLE or re.search(r"[；：，;:,]|\d", _bare(text))
        return 0 if states else len(text)
    runs_in = 0 < stop < _LONGEST_LEAD and not re.search("[；：;:]", text[:stop])
    return stop + 1 if runs_in else 0


def _is_title(text: str) -> bool:
    """Whether a numbered paragraph without 。 is a heading: short, and it states nothing."""
    in_clauses = re.search("[，,]", text) and re.search(r"\d", _bare(text))
    states = re.search("[；：;:]", text) or in_clauses
    return len(text) <= _LONGEST_TITLE and not states


def _bare(text: str) -> str:
    """A paragraph without the number of its heading."""
    _, number = _numbered(text) or (0, "")
    return text[len(number) :]
