"""The manifest of a batch, 清单.csv: a line is added as each package is done, so that a batch that
was cut off goes on where it stood."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import asdict

from generator import store
from generator.jobs.batches.entry import BatchEntry, Outcome
from generator.model import limits
from generator.model.errors import OutputError, Problem, reason
from generator.model.inputs import read_file, stands
from generator.model.storable import encoded

NAME = "清单.csv"
_COLUMNS = {
    "数据包": "package",
    "状态": "outcome",
    "成品": "file",
    "错误": "errors",
    "提醒": "warnings",
    "供参考": "infos",
    "待补": "gaps",
    "待定": "asked",
    "秒": "seconds",
    "数据摘要": "made_of",
    "成品摘要": "content",
    "说明": "message",
}
"""The columns and what of an entry each holds; 摘要 is a hash (SHA-256)."""
_COUNTS = ("errors", "warnings", "infos", "gaps", "asked")


def read_manifest(folder: Path) -> dict[str, BatchEntry]:
    """The last entry of each package by its name; none where there is no manifest.

    A line that a killed run did not finish, or that a person spoilt, counts as not there. Raises
    InputError where the file cannot be read.
    """
    path = folder / NAME
    if not stands(path):
        return {}
    text = read_file(path, limits.TEXT_BYTES).decode("utf-8-sig", errors="replace")
    whole = text[: text.rfind("\n") + 1]
    csv.field_size_limit(limits.TEXT_BYTES)
    entries = map(_entry, csv.DictReader(io.StringIO(whole, newline="")))
    return {entry.package: entry for entry in entries if entry}


def _entry(row: dict[str, str | None]) -> BatchEntry | None:
    """The entry of a row; None where the row is none, or has too few cells."""
    try:
        cells = {item: row[column] for column, item in _COLUMNS.items()}
        said = {item: cell for item, cell in cells.items() if cell is not None}
        counts = {item: int(said[item]) for item in _COUNTS}
        return BatchEntry(
            package=said["package"],
            outcome=Outcome(said["outcome"]),
            file=said["file"],
            seconds=float(said["seconds"]),
            made_of=said["made_of"],
            content=said["content"],
            message=said["message"],
            **counts,
        )
    except (KeyError, TypeError, ValueError):
        return None


def begin_manifest(folder: Path, entries: Iterable[BatchEntry]) -> None:
    """Write the manifest with the entries known so far, one a package. Raises OutputError."""
    text = _text([list(_COLUMNS), *map(_cells, entries)])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        store.replace_file(folder / NAME, b"\xef\xbb\xbf" + encoded(text))
    except OSError as error:
        raise _not_written(folder, error) from None


def add_to_manifest(folder: Path, entry: BatchEntry) -> None:
    """Add the line of one package. Raises OutputError."""
    try:
        store.append(folder / NAME, encoded(_text([_cells(entry)])))
    except OSError as error:
        raise _not_written(folder, error) from None


def _cells(entry: BatchEntry) -> list[str]:
    """The cells of a row; a line break in a message becomes a blank, so that a row is a line."""
    said = {**asdict(entry), "outcome": entry.outcome.value, "seconds": f"{entry.seconds:.2f}"}
    return [" ".join(str(said[item]).splitlines()) for item in _COLUMNS.values()]


def _text(rows: list[list[str]]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


def _not_written(folder: Path, error: OSError) -> OutputError:
    todo = "请关闭打开着它的程序，检查文件夹的写权限和空间"
    return OutputError(Problem(f"写不进去（{reason(error)}）", todo, str(folder / NAME)))
