"""Errors that a user can act on, each problem one line of Chinese."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from msgspec import Struct

_NO_FOLDER = "路径中间有一段不是文件夹"
"""Said where a file stands in place of a folder, of one that is to be made too."""
_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EBUSY: "正被别的程序占用",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘读写出错",
    errno.ELOOP: "这个链接指着自己，或者几个链接绕成了圈",
    errno.EXDEV: "跨了磁盘",
    errno.EMFILE: "打开的文件太多",
    errno.EFBIG: "文件太大，系统不让写",
}


_QUOTED = 24
"""Characters of a cell that a message quotes."""
_LONGEST_PATH = 300
"""Characters of the path of a file that a message names; Windows takes 260."""
_NAMED_CELLS = 8
"""Cells that a message names one by one."""


class LinkedAwayError(OSError):
    """A link stands where only a file or folder of ours may: it would be written wherever the link
    leads."""


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    if isinstance(error, LinkedAwayError):
        return "里面的 .nigao 是链接，或有链接在里面，要换成普通的文件夹"
    return _REASONS.get(error.errno or 0) or f"系统错误 {error.errno or error}"


def of_system(error: OSError) -> str:
    """What is said where the system refused and nobody foresaw it, in one line without the file."""
    return f"{reason(error)}。请检查文件、权限和磁盘空间。"


def excerpt(text: str, width: int = 16) -> str:
    """A text on one line, cut, as a message quotes it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[:width] + "…"


class OtherCell(Struct, frozen=True):
    """A further cell of the same file of which the same is to be said."""

    row: int | None
    column: str | None
    written: str = ""


class Reading(Struct, frozen=True):
    """One thing that an unclear cell may mean: in words, and how to write it (None: leave the cell
    blank)."""

    meaning: str
    text: str | None


class Problem(Struct, frozen=True):
    """One fault in the input: what is wrong, what to do, and where it stands.

    ``file`` is relative to the package; ``row`` is the line as a spreadsheet counts it (the head is
    row 1); ``sheet``, ``row`` and ``column`` are None where the fault has no such location.
    ``unreadable`` is true where the file as a whole cannot be read. ``others`` are further cells of
    which the same holds. Where ``readings`` are given the problem is a question: each is something
    that the cells may mean. ``written`` is what stands in the cell, "" where the message says it.
    """

    message: str
    todo: str = ""
    file: str | None = None
    row: int | None = None
    column: str | None = None
    sheet: str | None = None
    unreadable: bool = False
    others: tuple[OtherCell, ...] = ()
    readings: tuple[Reading, ...] = ()
    written: str = ""

    @property
    def location(self) -> str:
        """Where it stands, in words: 文件 工作表“…” 第3行“…”列、第5行“…”列; "" for nowhere."""
        file = excerpt(self.file or "", _LONGEST_PATH)
        sheet = f" 工作表“{self.sheet}”" if self.sheet else ""
        space = " " if self.row is not None else ""
        return f"{file}{sheet}{space}{self._cells(file)}".strip()

    def _cells(self, file: str) -> str:
        """The cells of a table, or the items (without 列) of a YAML file."""
        unit = "" if file.endswith(".yaml") else "列"
        cells = [_cell_location(self.row, self.column, unit)]
        for other in self.others:
            cells.append(_cell_location(other.row, other.column, unit))
        rest = f"等{len(cells)}处" if len(cells) > _NAMED_CELLS else ""
        return "、".join(filter(None, cells[:_NAMED_CELLS])) + rest

    def __str__(self) -> str:
        parts = (self.location, self._quoted() + self.message)
        line = "：".join(part for part in parts if part)
        if self.todo:
            line += f"。{self.todo}"
        return " ".join(line.split()).rstrip("。") + "。"

    def _quoted(self) -> str:
        """What stands in the cells, as the message begins."""
        several = dict.fromkeys((self.written, *(other.written for other in self.others)))
        quoted = "、".join(f"“{excerpt(text, _QUOTED)}”" for text in several if text)
        return f"写的是{quoted}，" if quoted else ""


def _cell_location(row: int | None, column: str | None, unit: str) -> str:
    """A row and what stands in it: a column of a table, an item (no ``unit``) of a YAML file."""
    if row is None:
        return f"“{column}”" if column else ""
    return f"第{row}行" + (f"“{column}”{unit}" if column else "")


class NigaoError(Exception):
    """Something a person must mend; carries every problem that was found, never only the first.

    ``exit_code`` is what the command line returns: 1 where a person must act, 2 where the input
    cannot be read.
    """

    exit_code = 1

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        several = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.problems: tuple[Problem, ...] = several
        super().__init__("\n".join(str(problem) for problem in self.problems))


class DataError(NigaoError):
    """The data or the templates of a package are faulty: nothing was written (exit status 1)."""


class InputError(NigaoError):
    """The input is missing or cannot be read, or the call is wrong (exit status 2)."""

    exit_code = 2


class StaleError(InputError):
    """A file of a package is not what its writer saw: somebody else wrote it meanwhile. Nothing was
    written."""


def raise_all(problems: Iterable[Problem]) -> None:
    """Raise what the problems amount to: InputError if a file cannot be read, DataError if data are
    faulty, nothing if there are none."""
    several = tuple(problems)
    if any(problem.unreadable for problem in several):
        raise InputError(several)
    if several:
        raise DataError(several)


class OutputError(NigaoError):
    """A file cannot be written, or writing it would lose what a person made (exit status 1)."""


class PassedOver(UserWarning):
    """What was passed over while a package was read: a file that nothing reads, a package of last
    year that is not there. ``load_package`` warns of it; the command line prints it as 提醒."""
