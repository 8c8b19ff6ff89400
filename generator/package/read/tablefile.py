"""A CSV file as rows of text, whatever a Chinese Excel made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from generator.model import limits
from generator.model.errors import InputError, Problem, excerpt
from generator.model.inputs import read_file
from generator.model.regex import regex
from generator.package.intake.csvtext import csv_grid
from generator.package.intake.grid import Grid
from generator.package.intake.notes import ReadNotes, TableNotes
from generator.package.intake.table import TableText, faulty_cells, read_table
from generator.package.read.schema.nearest import nearest
from generator.package.tablespecs import TableSpec, plain_table
from generator.package.textfiles import FORBIDDEN, text_of, with_unix_ends

_QUOTED = 24
_KANA = regex("[\u3041-\u30ff]")
"""Japanese letters, which GB 2312 has too."""


class RowText(Struct, frozen=True):
    """One row: its line as a spreadsheet counts it, and the text under each heading."""

    row: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def plain(self, heading: str) -> str:
        """The text without blanks around it."""
        return self[heading].strip()


def decode(path: Path, shown: str, limit: int = limits.TEXT_BYTES) -> str:
    """The text of a file in UTF-8, UTF-16 or GB18030, of ``limit`` bytes at most, called ``shown``
    in messages.

    Raises InputError where it is neither or cannot be read.
    """
    read = text_of(read_file(path, limit, shown))
    if read is None:
        message = "不是 UTF-8、UTF-16 或 GB18030 编码"
        is_table = shown.lower().endswith(".csv")
        todo = "请在 Excel 中另存为“CSV UTF-8（逗号分隔）”" if is_table else "请另存为 UTF-8"
        raise InputError(Problem(message, todo, shown, unreadable=True))
    return read[0]


def forbidden_line(text: str, shown: str) -> Iterator[Problem]:
    """A problem for each line, as an editor counts them, that holds a character which no document
    may hold; a form feed and the like only part it."""
    for number, line in enumerate(with_unix_ends(text).split("\n"), 1):
        char = next(filter(None, map(FORBIDDEN.search, line.splitlines())), None)
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
    """The rows of a CSV file that is no table of a package; blank rows are passed over. Faults of
    its shape go to ``problems``.

    The headings ``required`` must stand in the head row, ``optional`` ones may; no other may.
    """
    notes = ReadNotes(problems)
    return read_table_rows(path, plain_table(shown, required, optional), notes)


def read_table_rows(path: Path, table: TableSpec, notes: ReadNotes) -> list[RowText]:
    """The rows of a table of the package in its CSV file."""
    grid = read_grid(path, table, notes)
    if grid is None:
        return []
    own = TableNotes(file=table.file)
    text = read_table(grid, table, 0, own)
    notes.add(own)
    return [] if text is None else rows_of_table(text, table, notes)


def read_grid(path: Path, table: TableSpec, notes: ReadNotes) -> Grid | None:
    """The cells of a CSV file; None where it is blank or ``notes`` say why it cannot be read."""
    try:
        text = decode(path, table.file)
    except InputError as error:
        notes.problems.extend(error.problems)
        return None
    if not text.strip():
        todo = f"第一行应是标题：{'、'.join(table.required)}"
        notes.problems.append(Problem("是空文件", todo, table.file))
        return None
    before = len(notes.problems)
    grid = csv_grid(text, table.file, notes.problems, table.headings)
    notes.problems.extend(faulty_cells(grid, table.file))
    return grid if grid.rows and len(notes.problems) == before else None


def rows_of_table(text: TableText, table: TableSpec, notes: ReadNotes) -> list[RowText]:
    """The rows under their headings; faults of the head go to ``notes``. No rows where the
    file is in another encoding: nothing that is read of it means anything."""
    if _is_of_other_encoding(text, table):
        notes.problems.append(_other_encoding(text, table))
        return []
    notes.problems.extend(_head_faults(text, table))
    return [RowText(row, dict(zip(text.head, cells, strict=True))) for row, cells in text.rows]


def _is_of_other_encoding(text: TableText, table: TableSpec) -> bool:
    """Whether no heading is known, and one has characters that common Chinese words have not: what
    BIG5, or UTF-8 that was read as something else and saved again, looks like."""
    head = "".join(text.head)
    return not set(text.head) & set(table.headings) and _is_uncommon(head)


def _is_uncommon(words: str) -> bool:
    """Whether a character is none of GB 2312, or one of its Japanese letters."""
    try:
        words.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return _KANA.search(words) is not None


def _other_encoding(text: TableText, table: TableSpec) -> Problem:
    """What is said of a file that is probably written in an encoding that is not read."""
    read = excerpt("、".join(filter(None, text.head)), _QUOTED)
    message = f"标题没有一个认得，读出来是“{read}”，像是乱码：文件可能是 BIG5 等别的编码"
    todo = (
        "请在 Excel 或 WPS 里打开，看着没有乱码时另存为“CSV UTF-8（逗号分隔）”；"
        f"标题行应有：{'、'.join(table.required)}"
    )
    return Problem(message, todo, table.file, text.head_row)


def _head_faults(text: TableText, table: TableSpec) -> Iterator[Problem]:
    """Headings that are missing, unknown or there twice; an unknown one that is like a missing one
    is told alone."""
    must = f"标题行应有：{'、'.join(table.required)}"
    may = f"可用的列：{'、'.join(table.headings)}"
    row = text.head_row
    missing = [heading for heading in table.required if heading not in text.head]
    unknown = [heading for heading in text.head if heading not in table.headings]
    meant = {heading: nearest(heading, missing) for heading in unknown}
    for heading in missing:
        if heading not in meant.values():
            yield Problem(f"缺少“{heading}”列", must, table.file, row)
    for heading in unknown:
        near = f"，相近的是“{meant[heading]}”" if meant[heading] else ""
        yield Problem(f"不认识的列“{excerpt(heading)}”{near}", may, table.file, row)
    for heading, times in sorted(Counter(text.head).items()):
        if times > 1:
            yield Problem(
                f"“{excerpt(heading)}”列出现了两次", "请删去或合并其中一列", table.file, row
            )
