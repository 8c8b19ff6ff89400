"""A CSV file of a kind read by its columns: every fault with its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator.model import limits
from generator.model.errors import Problem, excerpt
from generator.model.regex import regex
from generator.package.read.schema.csv_files import CsvColumn, CsvFile, CsvType
from generator.package.read.schema.nearest import or_nearest
from generator.package.read.tablefile import RowText, read_rows

_REPEATED_GROUP = regex(r"\)[*+{]")
_UNBOUNDED = regex(r"(?<!\\)(?:[*+]|\{\d*,\})")
_PATTERN_LENGTH, _MOST_UNBOUNDED = 200, 2
"""A pattern with more could take longer than anybody waits on a long text."""
_WHOLE = regex(r"-?[0-9]{1,9}")


class CsvRow(Struct, frozen=True):
    """A row, and whether each of its cells is what it should be."""

    text: RowText
    is_sound: bool


def read_csv(path: Path, shown: str, file: CsvFile, problems: list[Problem]) -> list[CsvRow]:
    """The rows of a CSV file; every fault goes to ``problems``."""
    rows = []
    seen: dict[str, int] = {}
    told = 0
    for row in read_rows(path, shown, file.required, file.further, problems):
        if told > limits.TEMPLATE_FAULTS:
            break
        faults = [*_cell_faults(row, file, shown), *_again(row, file, seen, shown)]
        problems.extend(faults)
        told += len(faults)
        rows.append(CsvRow(row, not faults))
    return rows


def _again(row: RowText, file: CsvFile, seen: dict[str, int], shown: str) -> Iterator[Problem]:
    """What stands a second time in a column where it may stand once."""
    word = row.plain(file.unique) if file.unique else ""
    if word in seen:
        message = f"{file.unique}“{excerpt(word)}”出现了两次，第{seen[word]}行已经有了"
        yield Problem(message, "请删去一行", shown, row.row, file.unique)
    elif word:
        seen[word] = row.row


def _cell_faults(row: RowText, file: CsvFile, shown: str) -> Iterator[Problem]:
    for column in file.columns:
        message, todo = _fault(row.plain(column.name), column)
        if message:
            yield Problem(message, todo, shown, row.row, column.name)


def _fault(text: str, column: CsvColumn) -> tuple[str, str]:
    """What is wrong with a cell and what to do; "" for nothing."""
    if not text:
        return ("不能空着", "请填写") if column.filled else ("", "")
    match column.type:
        case CsvType.CHOICE:
            return _fault_of_choice(text, column)
        case CsvType.WHOLE:
            return _fault_of_whole(text, column)
        case CsvType.PATTERN:
            return _fault_of_pattern(text)
    return "", ""


def _fault_of_choice(text: str, column: CsvColumn) -> tuple[str, str]:
    words = [choice for choice in column.choices if choice]
    if text in words:
        return "", ""
    may = f"写“{words[0]}”" if len(words) == 1 else f"是{'、'.join(words)}"
    todo = f"只能{may}{'，或留空' if '' in column.choices else ''}"
    return f"{column.name}“{excerpt(text)}”不认识{or_nearest(text, words)}", todo


def _fault_of_whole(text: str, column: CsvColumn) -> tuple[str, str]:
    bounds = f"{column.low} 至 {column.high} 的整数"
    if not _WHOLE.fullmatch(text):
        return f"写的是“{excerpt(text)}”，应当是{bounds}", "请用阿拉伯数字写"
    if not column.low <= int(text) <= column.high:
        return f"写的是“{excerpt(text)}”，应当是{bounds}", "请改正"
    return "", ""


def _fault_of_pattern(text: str) -> tuple[str, str]:
    """Patterns are those of people who need not be trusted: none may take long on any text."""
    if text.isalnum() and len(text) <= _PATTERN_LENGTH:
        return "", ""
    try:
        regex(text)
    except (re.error, RecursionError, OverflowError):
        return f"“{excerpt(text)}”不是能用的正则表达式", "请核对括号和竖线"
    unbounded = len(_UNBOUNDED.findall(text))
    if len(text) > _PATTERN_LENGTH or _REPEATED_GROUP.search(text) or unbounded > _MOST_UNBOUNDED:
        todo = f"最多{_PATTERN_LENGTH}字，* 和 + 最多{_MOST_UNBOUNDED}个，不能写在括号后面"
        return f"“{excerpt(text)}”太复杂", todo
    return "", ""
