"""A CSV file as rows of text, whatever a Chinese Excel made of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model.errors import InputError, Problem, reason

_ENCODINGS = ("utf-8-sig", "gb18030")
_MAX_COLUMNS = 64
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True)
class RowText:
    """One row: its line as a spreadsheet counts it, and the text under each heading."""

    row: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")


def decode(path: Path, shown: str) -> str:
    """The text of a file in UTF-8 (with or without BOM) or GB18030. Raises InputError where it is neither."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            Problem("没有这个文件", "请补上，或从上年数据包复制后修改", shown, unreadable=True)
        ) from None
    except OSError as error:
        raise InputError(
            Problem(
                f"读不了（{reason(error)}）",
                "请检查文件是否被占用、有没有权限",
                shown,
                unreadable=True,
            )
        ) from None
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(
        Problem(
            "不是 UTF-8 也不是 GB18030 编码",
            "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”",
            shown,
            unreadable=True,
        )
    )


def forbidden_line(text: str, shown: str) -> Iterator[Problem]:
    """A problem for each line that holds a character which no document may hold."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := FORBIDDEN.search(line):
            yield Problem(
                f"有控制字符 U+{ord(found[0]):04X}", "请删去这个看不见的字符后重存", shown, number
            )


def read_rows(
    path: Path,
    shown: str,
    headings: Sequence[str],
    optional: Iterable[str],
    problems: list[Problem],
) -> list[RowText]:
    """The rows of a CSV file; blank rows are passed over. Faults of the file's shape go to ``problems``.

    ``headings`` must stand in the head row, ``optional`` ones may; no other may.
    """
    try:
        text = decode(path, shown)
    except InputError as error:
        problems.extend(error.problems)
        return []
    faults = list(_forbidden_cells(text, shown))
    table = _table(FORBIDDEN.sub("", text))
    if not table:
        problems.append(Problem("是空文件", f"第一行应是标题：{'、'.join(headings)}", shown))
        return []
    head = [heading.strip() for heading in table[0]]
    while head and not head[-1]:
        head.pop()
    faults += _head_faults(head, headings, optional, shown)
    rows: list[RowText] = []
    for number, cells in enumerate(table[1:], 2):
        if any(cell.strip() for cell in cells[len(head) :]):
            faults.append(
                Problem(
                    f"有{_filled(cells)}格，标题只有{len(head)}列",
                    "格子里有逗号时请给整格加引号，或删去多出的格子",
                    shown,
                    number,
                )
            )
        if any(cell.strip() for cell in cells):
            rows.append(RowText(number, dict(zip(head, cells, strict=False))))
    problems.extend(faults)
    return rows


def _filled(cells: Sequence[str]) -> int:
    return max(index for index, cell in enumerate(cells, 1) if cell.strip())


def _table(text: str) -> list[list[str]]:
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
    if not FORBIDDEN.search(text):
        return
    for number, cells in enumerate(_table(FORBIDDEN.sub("\ufffd", text)), 1):
        for column, cell in enumerate(cells, 1):
            if "\ufffd" in cell:
                yield Problem(
                    "格子里有看不见的控制字符",
                    "请清空这一格后重新键入",
                    shown,
                    number,
                    f"第{column}列",
                )


def _head_faults(
    head: Sequence[str], headings: Sequence[str], optional: Iterable[str], shown: str
) -> Iterator[Problem]:
    known = {*headings, *optional}
    for heading in headings:
        if heading not in head:
            yield Problem(f"缺少“{heading}”列", f"标题行应有：{'、'.join(headings)}", shown, 1)
    for heading in head:
        if heading not in known:
            yield Problem(
                f"不认识的列“{heading}”", f"可用的列：{'、'.join([*headings, *optional])}", shown, 1
            )
    for heading in sorted({heading for heading in head if head.count(heading) > 1}):
        yield Problem(f"“{heading}”列出现了两次", "请删去或合并其中一列", shown, 1)
