"""A CSV file as rows of text, whatever a Chinese Excel made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import limits
from generator.model.errors import InputError, Problem, excerpt
from generator.model.inputs import read_file
from generator.package.textfiles import (
    FORBIDDEN,
    UnclosedQuoteError,
    csv_rows,
    text_of,
    with_unix_ends,
)


@dataclass(frozen=True)
class RowText:
    """One row: its line as a spreadsheet counts it, and the text under each heading."""

    row: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def plain(self, heading: str) -> str:
        """The text without blanks around it."""
        return self[heading].strip()


def decode(path: Path, shown: str, limit: int = limits.TEXT_BYTES) -> str:
    """The text of a file in UTF-8 (with or without BOM) or GB18030, of ``limit`` bytes at most,
    called ``shown`` in messages.

    Raises InputError where it is neither or cannot be read.
    """
    read = text_of(read_file(path, limit, shown))
    if read is None:
        message, todo = (
            "不是 UTF-8 也不是 GB18030 编码",
            "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
        )
        raise InputError(Problem(message, todo, shown, unreadable=True))
    return read[0]


def forbidden_line(text: str, shown: str) -> Iterator[Problem]:
    """A problem for each line that holds a character which no document may hold."""
    for number, line in enumerate(text.splitlines(), 1):
        char = FORBIDDEN.search(line)
        if char:
            message = f"有控制字符 U+{ord(char[0]):04X}"
            yield Problem(message, "请删去这个看不见的字符后重存", shown, number)


def read_rows(
    path: Path,
    shown: str,
    required: Sequence[str],
    optional: Sequence[str],
    problems: list[Problem],
) -> list[RowText]:
    """The rows of a CSV file; blank rows are passed over. Faults of its shape go to ``problems``.

    The headings ``required`` must stand in the head row, ``optional`` ones may; no other may.
    """
    try:
        text = decode(path, shown)
    except InputError as error:
        problems.extend(error.problems)
        return []
    lines = _lines(text, shown, required, problems)
    if not lines:
        return []
    head = _head(lines[0])
    problems.extend(_faulty_cells(lines, shown))
    problems.extend(_head_faults(head, required, optional, shown))
    problems.extend(_long_rows(lines, len(head), shown))
    return [
        RowText(number, dict(zip(head, map(_readable, cells), strict=False)))
        for number, cells in enumerate(lines[1:], 2)
        if _last_filled(cells)
    ]


def _readable(cell: str) -> str:
    """A cell without what no document may hold."""
    return FORBIDDEN.sub("", cell)


def _lines(
    text: str, shown: str, required: Sequence[str], problems: list[Problem]
) -> list[list[str]]:
    """The cells of every line; none where the file is blank or ``problems`` says why not."""
    if not text.strip():
        problems.append(Problem("是空文件", f"第一行应是标题：{'、'.join(required)}", shown))
        return []
    lines: list[list[str]] = []
    count = 0
    try:
        for cells in csv_rows(with_unix_ends(text)):
            lines.append(cells)
            count += len(cells) + 1
            if count > limits.CELLS:
                message = f"超过{limits.CELLS // 10_000}万格，不读"
                problems.append(Problem(message, "请核对是不是这个文件", shown, len(lines)))
                return []
    except UnclosedQuoteError as error:
        todo = "请在格子末尾补上引号；格子里的引号要写两个"
        problems.append(Problem("格子开头的引号没有配对", todo, shown, error.row))
        return []
    return lines


def _head(cells: Sequence[str]) -> list[str]:
    """The headings, without the blank cells at the end."""
    return [_readable(cell).strip() for cell in cells[: _last_filled(cells)]]


def _last_filled(cells: Sequence[str]) -> int:
    """The last cell that is not blank, counted from 1; 0 where all are."""
    return max((n for n, cell in enumerate(cells, 1) if cell.strip()), default=0)


def _long_rows(lines: Sequence[Sequence[str]], width: int, shown: str) -> Iterator[Problem]:
    """Rows with more cells than there are headings."""
    for number, cells in enumerate(lines[1:], 2):
        filled = _last_filled(cells)
        if filled > width:
            message = f"有{filled}格，标题只有{width}列"
            todo = "格子里有逗号时请给整格加引号，或删去多出的格子"
            yield Problem(message, todo, shown, number)


def _faulty_cells(lines: Sequence[Sequence[str]], shown: str) -> Iterator[Problem]:
    """Cells with a character that no document may hold, and cells that are too long."""
    for number, cells in enumerate(lines, 1):
        for column, cell in enumerate(cells, 1):
            fault = _cell_fault(cell)
            if fault:
                yield Problem(*fault, shown, number, f"第{column}列")


def _cell_fault(cell: str) -> tuple[str, str] | None:
    """What is wrong with a cell and what to do; None for nothing."""
    if len(cell) > limits.CELL_CHARS:
        return (
            f"有{len(cell)}字，一格最多{limits.CELL_CHARS}字",
            "请核对这一格，或写进 text/ 里的文字",
        )
    if FORBIDDEN.search(cell):
        return "格子里有看不见的控制字符", "请清空这一格后重新键入"
    return None


def _head_faults(
    head: Sequence[str], required: Sequence[str], optional: Sequence[str], shown: str
) -> Iterator[Problem]:
    """Headings that are missing, unknown or there twice."""
    known = [*required, *optional]
    must, may = f"标题行应有：{'、'.join(required)}", f"可用的列：{'、'.join(known)}"
    for heading in required:
        if heading not in head:
            yield Problem(f"缺少“{heading}”列", must, shown, 1)
    for heading in head:
        if heading not in known:
            yield Problem(f"不认识的列“{excerpt(heading)}”", may, shown, 1)
    for heading, times in sorted(Counter(head).items()):
        if times > 1:
            yield Problem(f"“{excerpt(heading)}”列出现了两次", "请删去或合并其中一列", shown, 1)
