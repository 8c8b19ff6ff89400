"""Any Word file as passages: what the text rules can read of it. Styles of ours, outline levels, or the words tell
what a paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.check.passages import Passage, Role
from generator.model.errors import InputError, Problem

if TYPE_CHECKING:
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
_SHORT, _LEAD = 40, 50


@dataclass
class _Reading:
    """Where the reader stands: the part, the headings above, and what went before."""

    part: str = ""
    above: dict[int, str] = field(default_factory=dict)
    before: Role = "title"
    count: int = 0


def read_word(path: Path) -> tuple[Passage, ...]:
    """The passages of a .docx, numbered by paragraph. Raises InputError where it cannot be read."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError, OSError) as error:
        raise InputError(
            Problem(
                "读不了，可能不是 Word（.docx）文件",
                "请在 Word 里另存为 .docx",
                str(path),
                unreadable=True,
            )
        ) from error
    reading = _Reading()
    found: list[Passage] = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            found.extend(_rows(item, reading))
        elif item.text.strip():
            reading.count += 1
            found.append(_passage(item, reading))
    return tuple(found)


def _rows(table: Any, reading: _Reading) -> Iterator[Passage]:
    """A passage for each row; a merged cell is read once."""
    for row in table.rows:
        cells: list[str] = []
        last = None
        for cell in row.cells:
            if cell._tc is not last:
                cells.append(re.sub(r"\s+", " ", cell.text.strip()))
            last = cell._tc
        reading.count += 1
        yield Passage(
            "\t".join(cells),
            "row",
            _section(reading),
            reading.count,
            reading.part,
            cells=tuple(cells),
        )
    reading.before = "row"


def _section(reading: _Reading) -> str:
    return "／".join(reading.above[level] for level in sorted(reading.above))


def _passage(paragraph: Paragraph, reading: _Reading) -> Passage:
    text = paragraph.text.strip()
    role = _role(paragraph, text, reading)
    level, number, lead = _heading(paragraph, text, role)
    if role == "body" and level and lead == len(text):
        role = "heading"
    if role == "label":
        reading.part, reading.above = text.rstrip(":： "), {}
    if level:
        reading.above = {above: title for above, title in reading.above.items() if above < level}
        reading.above[level] = text[:lead].rstrip("。")
    reading.before = role
    made = Passage(text, role, "", reading.count, reading.part, level, number, lead)
    return replace(made, section=_section(reading))


def _role(paragraph: Paragraph, text: str, reading: _Reading) -> Role:
    style = paragraph.style.style_id if paragraph.style is not None else ""
    if style in _STYLES:
        return _STYLES[style]
    if _LABEL.fullmatch(text):
        return "label"
    if _ANNEX_NOTE.match(text) or (reading.before == "annex_note" and _ITEM.match(text)):
        return "annex_note"
    if _DATE.fullmatch(text):
        return "signature"
    titled = reading.before in ("title", "label", "masthead") or paragraph.alignment == 1
    if (
        titled
        and len(text) <= _SHORT
        and not re.search("[。；：:]$", text)
        and not any(pattern.match(text) for pattern in _NUMBERS)
    ):
        return "title"
    return "body"


def _heading(paragraph: Paragraph, text: str, role: Role) -> tuple[int, str, int]:
    """Level, number, and length of the heading; (0, "", 0) where it is none."""
    if role != "body":
        return 0, "", 0
    style = paragraph.style.style_id if paragraph.style is not None else ""
    by_style = re.fullmatch(r"Heading([1-4])", style)
    for level, pattern in enumerate(_NUMBERS, 1):
        if match := pattern.match(text):
            stop = text.find("。")
            if by_style or (stop < 0 and len(text) <= _SHORT and not re.search("[；：，]", text)):
                return int(by_style[1]) if by_style else level, match[0], len(text)
            if 0 < stop < _LEAD and not re.search("[；：]", text[:stop]):
                return level, match[0], stop + 1
            return 0, "", 0
    return (int(by_style[1]), "", len(text)) if by_style else (0, "", 0)
