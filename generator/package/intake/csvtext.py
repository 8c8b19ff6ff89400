"""A CSV file as a grid of cells, whatever separates them (RFC 4180; what Excel and WPS write)."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.model import limits
from generator.model.errors import Problem
from generator.model.regex import regex
from generator.package.intake.characters import removed, visible
from generator.package.intake.grid import Grid, RawCell
from generator.package.textfiles import with_unix_ends

_SEPARATORS = (",", "\t", ";", "，", "；", "|")
"""What may stand between cells; the first is the usual one."""
_NAMED_SEPARATOR = regex(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
"""The first line in which Excel is told the separator."""
_AS_TEXT = regex(r'="([^"]*)"')
"""How a text of digits is kept from Excel: ="0012"."""
_ESCAPED_BREAK = regex("_x000[dD]_(_x000[aA]_)?|_x000[aA]_")
"""A line end as a workbook's XML writes it (ECMA-376, part 1, 22.9.2.19), copied as it stands."""
_HEAD_LINES, _SAMPLE = 15, 50
_LONGEST_CELL = 2**30
"""Larger than any file that is read: what is too long for a cell is told by who reads it."""

_QUOTE_TODO = "请在格子末尾补上引号；格子里的引号要写两个"


def csv_grid(text: str, shown: str, problems: list[Problem], headings: Sequence[str] = ()) -> Grid:
    """The cells of a CSV file; rows are counted as a spreadsheet counts them.

    ``headings`` are words that its head may hold: they tell the separator where several would do.
    What cannot be read goes to ``problems``, called ``shown`` there.
    """
    body = with_unix_ends(text)
    separator, named = separator_of(body, headings)
    rest = body.partition("\n")[2] if named else body
    lines = list(_lines(rest, separator, shown, problems, 2 if named else 1))
    width = _usual_width([cells for _, cells in lines])
    problems.extend(_swallowed_rows(lines, separator, width, shown))
    read = cache(csv_cell)
    rows = {number: dict(_filled(map(read, cells))) for number, cells in lines}
    return Grid("", {number: cells for number, cells in rows.items() if cells})


class Separator(NamedTuple):
    """What separates the cells of a file, and whether its first line says so to Excel (sep=;)."""

    text: str
    named: bool


def separator_of(text: str, headings: Sequence[str]) -> Separator:
    """What separates the cells: as the first line names it, else by the words of the head, else by
    rows of the same width; lines end with ``\\n``."""
    named = _NAMED_SEPARATOR.fullmatch(text.partition("\n")[0].strip())
    if named:
        return Separator(named[1], True)
    lines = [visible(line) for line in text.split("\n", _SAMPLE)[:_SAMPLE]]
    usual, *others = _SEPARATORS
    standing = [separator for separator in others if any(separator in line for line in lines)]
    best = max((usual, *standing), key=lambda separator: _fit(lines, separator, headings))
    return Separator(best, False)


def _fit(lines: Sequence[str], separator: str, headings: Sequence[str]) -> tuple[int, int]:
    """How well a separator parts the lines: words of the head in one line, lines of the usual
    width."""
    rows = [line.split(separator) for line in lines]
    heads = [set(map(_bare, row)) for row in rows[:_HEAD_LINES]]
    known = max((len(head.intersection(headings)) for head in heads), default=0)
    wide = [len(row) for row in rows if len(row) > 1]
    alike = max(Counter(wide).values(), default=0)
    return known, alike


def _bare(cell: str) -> str:
    return cell.strip().strip('"').strip()


def _lines(
    text: str, separator: str, shown: str, problems: list[Problem], first: int
) -> Iterator[tuple[int, list[str]]]:
    """The cells of every line; a problem ends them where a quote or the size is wrong."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=separator, strict=True)
    count, number = 0, first - 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problems.append(Problem(_quote_fault(error), _QUOTE_TODO, shown, number))
            return
        count += len(cells) + 1
        if count > limits.CELLS:
            message = f"超过{limits.CELLS // 10_000}万格，不读"
            problems.append(Problem(message, "请核对是不是这个文件", shown, number))
            return
        yield number, cells


def _quote_fault(error: csv.Error) -> str:
    """What is wrong with a quote: it is open to the end, or something follows its end."""
    is_open = "unexpected end" in str(error)
    return "格子开头的引号没有配对" if is_open else "格子里的引号没有写成两个"


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    """How many cells most rows have."""
    widths = Counter(len(cells) for cells in rows if cells)
    return widths.most_common(1)[0][0] if widths else 0


def _swallowed_rows(
    lines: Sequence[tuple[int, Sequence[str]]], separator: str, width: int, shown: str
) -> Iterator[Problem]:
    """Cells that hold whole rows: a stray quote opened them, and the next one closed them."""
    least = max(width - 1, 1)
    for number, cells in lines:
        for column, cell in enumerate(cells, 1):
            if "\n" in cell and cell.count(separator) >= least:
                message = "这一格里有整行的内容，像是前面多了一个引号"
                yield Problem(
                    message, "请删去多余的引号；" + _QUOTE_TODO, shown, number, f"第{column}列"
                )


def csv_cell(written: str) -> RawCell | None:
    """The cell of these words; None where it is blank."""
    text = visible(_as_excel_shows(written))
    return RawCell(text, removed=removed(written)) if text.strip() else None


def _as_excel_shows(written: str) -> str:
    """The words of a cell without what Excel writes around a text and for a line end."""
    match = _AS_TEXT.fullmatch(written) if written.startswith("=") else None
    text = match[1] if match else written
    return _ESCAPED_BREAK.sub("\r", text) if "_x000" in text else text


def _filled(cells: Iterable[RawCell | None]) -> Iterator[tuple[int, RawCell]]:
    """The filled cells of a line by column."""
    return ((column, cell) for column, cell in enumerate(cells, 1) if cell is not None)
