"""The tables of a Word file as rows and columns by name: what a sentence may say of a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import groupby

from msgspec import Struct

from generator.check.passages import Passage
from generator.check.reader import UNITS
from generator.model.regex import regex

_NUMBER = regex(r"-?\d[\d,]*(?:\.\d+)?")
_HAN = regex("[\u4e00-\u9fff]")
_UNIT_LINE = regex(r"单位[:：]\s*([^\s，。；、（）()]+)")
_UNIT_IN_HEAD = regex(r"[（(]\s*(?:单位[:：])?\s*([^（）()]+?)\s*[）)]$")
_SERIAL = regex(r"序\s*号|编\s*号|次序")
_OF_YEARS = regex(r"年\s*[份度]?")
_YEAR = regex(r"(?:19|20)\d\d")
_OF_HEADS = regex(r"(?:19|20)\d\d年?度?|\d{1,2}月份?")
"""What stands in heads and is read as a number."""
_TOTAL = regex(r"[合总小共]\s*计|全[国省市州县区]|平均|汇总")
_LEAST_WIDTH, _LEAST_ROWS = 2, 2


class NamedCell(Struct, frozen=True):
    """A number of a table: the names of its row and its column as they stand there, its value and
    unit, the row."""

    row: str
    column: str
    value: Decimal
    unit: str
    passage: Passage


def named_cells(passages: Sequence[Passage]) -> Iterator[NamedCell]:
    """The numbers with a unit of all tables, but for rows of totals and names that come twice."""
    above = ""
    for is_row, group in groupby(passages, key=lambda passage: passage.role == "row"):
        rows = list(group)
        if is_row:
            yield from _of_table(rows, above)
        else:
            above = " ".join(passage.text for passage in rows[-2:])


def names_of_rows(passages: Sequence[Passage]) -> Iterator[tuple[set[str], Passage]]:
    """What the rows of each table are called, those of totals aside, with its first row of them."""
    for is_row, group in groupby(passages, key=lambda passage: passage.role == "row"):
        grid = _grid(list(group)) if is_row else None
        if grid is not None:
            names = (name for name in grid.names if name and not _TOTAL.search(name))
            yield set(names), grid.body[0]


class _Grid(Struct, frozen=True):
    """A table below its head: the words of this by column, the rows, which column names them."""

    head: tuple[str, ...]
    body: Sequence[Passage]
    at: int

    @property
    def names(self) -> list[str]:
        """What each row is called."""
        return [_row_name(self.head[self.at], row.cells[self.at]) for row in self.body]


def _grid(rows: Sequence[Passage]) -> _Grid | None:
    """The rows of a table that have a cell in each column; None where it is no such table."""
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0]
    whole = [row for row in rows if len(row.cells) == width]
    first = _first_with_numbers(whole)
    heads, body = whole[:first], whole[first:]
    if not heads or width < _LEAST_WIDTH or len(body) < _LEAST_ROWS:
        return None
    head = heads[-1].cells
    return _Grid(head, body, _names_at(head, body))


def _of_table(rows: Sequence[Passage], above: str) -> Iterator[NamedCell]:
    grid = _grid(rows)
    if grid is None:
        return
    head, at, names = grid.head, grid.at, grid.names
    times = Counter(names)
    units = [_unit_of_head(text) for text in head]
    own = next((n for n, text in enumerate(head) if re.sub(r"\s", "", text) == "单位"), None)
    for name, row in zip(names, grid.body, strict=True):
        if not name or times[name] > 1 or _TOTAL.search(name):
            continue
        for n in range(at + 1, len(head)):
            own_unit = row.cells[own].strip() if own is not None else ""
            unit = own_unit or units[n] or _unit_of_head(row.cells[at]) or _unit_of_line(above)
            cell = _cell(row.cells[n], unit)
            if cell and n != own and head.count(head[n]) == 1:
                yield NamedCell(name, head[n].strip(), *cell, row)


def _first_with_numbers(rows: Sequence[Passage]) -> int:
    """How many rows stand above the first that holds a number behind its first cell."""
    for index, row in enumerate(rows):
        if any(_cell(cell, "个") and not _OF_HEADS.fullmatch(cell) for cell in row.cells[1:]):
            return index
    return len(rows)


def _names_at(head: Sequence[str], body: Iterable[Passage]) -> int:
    """Which column names the rows: the first of words or years that is no serial number."""
    first = next(iter(body)).cells
    for n, text in enumerate(head):
        names = _HAN.search(first[n]) or (_YEAR.fullmatch(first[n]) and _OF_YEARS.fullmatch(text))
        if names and not _SERIAL.search(text):
            return n
    return 0


def _row_name(head: str, cell: str) -> str:
    """What a row is called: a year of a column of years with 年."""
    name = re.sub(r"\s", "", cell)
    return f"{name}年" if _YEAR.fullmatch(name) and _OF_YEARS.fullmatch(head) else name


def _unit_of_head(text: str) -> str:
    found = _UNIT_IN_HEAD.search(re.sub(r"\s", "", text))
    return found[1] if found and found[1] in UNITS else ""


def _unit_of_line(text: str) -> str:
    found = _UNIT_LINE.search(text)
    return found[1] if found and found[1] in UNITS else ""


def _cell(text: str, unit: str) -> tuple[Decimal, str] | None:
    """The value of a cell and its unit, its own before that of its column; None without one."""
    plain = re.sub(r"\s", "", text)
    own = next((one for one in UNITS if plain.endswith(one)), "")
    value = _number(plain.removesuffix(own))
    return (value, own or unit) if value is not None and (own or unit) else None


def _number(text: str) -> Decimal | None:
    plain = text.strip()
    if not _NUMBER.fullmatch(plain):
        return None
    try:
        return Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
