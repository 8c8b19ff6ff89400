"""A CSV file as rows of text, whatever a Chinese Excel made of it."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model.errors import InputError, Problem, reason
from generator.package.textfiles import text_of

_MAX_COLUMNS = 64
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_STAND_IN = "\ufffd"


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


def decode(path: Path, shown: str) -> str:
    """The text of a file in UTF-8 (with or without BOM) or GB18030, called ``shown`` in messages.

    Raises InputError where it is neither or cannot be read.
    """
    try:
        read = text_of(path.read_bytes())
    except FileNotFoundError:
        raise _unreadable("没有这个文件", "请补上，或从上年数据包复制后修改", shown) from None
    except OSError as error:
        message, todo = f"读不了（{reason(error)}）", "请检查文件是否被占用、有没有权限"
        raise _unreadable(message, todo, shown) from None
    if read is None:
        todo = "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”"
        raise _unreadable("不是 UTF-8 也不是 GB18030 编码", todo, shown)
    return read[0]


def _unreadable(message: str, todo: str, shown: str) -> InputError:
    return InputError(Problem(message, todo, shown, unreadable=True))


def forbidden_line(text: str, shown: str) -> Iterator[Problem]:
    """A problem for each line that holds a character which no document may hold."""
    for number, line in enumerate(text.splitlines(), 1):
        char = _FORBIDDEN.search(line)
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
    lines = _cells(_FORBIDDEN.sub("", text))
    if not lines:
        problems.append(Problem("是空文件", f"第一行应是标题：{'、'.join(required)}", shown))
        return []
    head = _head(lines[0])
    problems.extend(_forbidden_cells(text, shown))
    problems.extend(_head_faults(head, required, optional, shown))
    problems.extend(_long_rows(lines, len(head), shown))
    return [
        RowText(number, dict(zip(head, cells, strict=False)))
        for number, cells in enumerate(lines[1:], 2)
        if _last_filled(cells)
    ]


def _head(cells: Sequence[str]) -> list[str]:
    """The headings, without the blank cells at the end."""
    return [cell.strip() for cell in cells[: _last_filled(cells)]]


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


def _cells(text: str) -> list[list[str]]:
    """The cells of every line, as text; short rows are filled up with blanks."""
    import pandas as pd

    if not text.strip():
        return []
    frame = pd.read_csv(
        io.StringIO(text),
        header=None,
        names=range(_MAX_COLUMNS),
        dtype=str,
        keep_default_na=False,
        skip_blank_lines=False,
        index_col=False,
    )
    return [[str(cell) for cell in row] for row in frame.fillna("").to_numpy().tolist()]


def _forbidden_cells(text: str, shown: str) -> Iterator[Problem]:
    """Cells with a character that no document may hold."""
    if not _FORBIDDEN.search(text):
        return
    for number, cells in enumerate(_cells(_FORBIDDEN.sub(_STAND_IN, text)), 1):
        for column, cell in enumerate(cells, 1):
            if _STAND_IN in cell:
                message, todo = "格子里有看不见的控制字符", "请清空这一格后重新键入"
                yield Problem(message, todo, shown, number, f"第{column}列")


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
            yield Problem(f"不认识的列“{heading}”", may, shown, 1)
    for heading, times in sorted(Counter(head).items()):
        if times > 1:
            yield Problem(f"“{heading}”列出现了两次", "请删去或合并其中一列", shown, 1)
