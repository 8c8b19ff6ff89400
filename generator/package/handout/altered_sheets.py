"""Sheets of a workbook that came back otherwise than they were handed out: the answers in them
could not be told from blanks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.errors import Problem
from generator.model.kind import RecordSpec
from generator.package.handout.owed import (
    HIDDEN,
    IDENT,
    NAME,
    NUMBERS,
    TEXT,
    TEXTS,
    VALUE,
    heading_of,
)
from generator.package.handout.sheet_heads import (
    HEAD_WITHIN,
    either_heading,
    fields_to_fill,
    find_head,
    plain_heading,
    plain_heads,
)
from generator.package.intake import Grid
from generator.package.intake.heads import units_above
from generator.package.intake.numbers import split_scale


def altered_sheets(
    every: Sequence[Grid], names: Sequence[str], specs: Mapping[str, RecordSpec], shown: str
) -> Iterator[Problem]:
    """What is wrong with the sheets of a workbook, of which those of ``names`` were handed out;
    ``specs`` are the record files by name, ``shown`` is what the workbook is called."""
    grids = {grid.name: grid for grid in every}
    yield from _gone(names, grids, specs, shown)
    yield from _copies(every, names, specs, shown)


def _gone(
    names: Sequence[str],
    grids: Mapping[str, Grid],
    specs: Mapping[str, RecordSpec],
    shown: str,
) -> Iterator[Problem]:
    """Sheets that were handed out and are not there, and columns without which they say nothing."""
    todo = "请让部门把表名、表头改回原样（或用发出去的那一份填），再收"
    for name in names:
        if name not in grids:
            yield Problem(f"没有“{name}”这张表", todo, shown, unreadable=True)
            continue
        missing = _missing(grids[name], _wanted(name, specs))
        if missing:
            heads = "”“".join(missing)
            yield Problem(f"“{name}”表的表头里没有“{heads}”", todo, shown, unreadable=True)
        for head in _twice(grids[name], _wanted(name, specs)):
            message = f"“{name}”表的表头里有两个“{head}”，不知道以哪一列为准"
            yield Problem(message, "请让部门只留一列，再收", shown, unreadable=True)
        for head in _other_units(grids[name], specs.get(name)):
            message = f"“{name}”表的表头写成了“{head}”，单位和发出去的不同"
            yield Problem(message, todo, shown, unreadable=True)


def _twice(grid: Grid, wanted: Sequence[str]) -> Iterator[str]:
    """The columns that answers stand in and that two headings of a sheet are called as."""
    head = find_head(grid, wanted)
    texts = ["".join(cell.text.split()) for cell in grid.row(head[0]).values()] if head else []
    plain = [*map(plain_heading, texts)]
    return (name for name in wanted if (texts if name in texts else plain).count(name) > 1)


def _wanted(name: str, specs: Mapping[str, RecordSpec]) -> tuple[str, ...]:
    """The columns of a sheet that answers stand in."""
    if name in specs:
        return (*map(heading_of, fields_to_fill(specs[name])), IDENT)
    return (NAME, TEXT, IDENT) if name == TEXTS else (VALUE, IDENT)


def _missing(grid: Grid, wanted: Sequence[str]) -> list[str]:
    """The columns that the likeliest head of a sheet lacks; those of keys may bear their own
    name, as in earlier versions."""
    heads = [plain_heads(grid, row).keys() for row in grid.rows_from(1)[:HEAD_WITHIN]]
    lacks = ([name for name in wanted if not either_heading(name) & head] for head in heads)
    return min(lacks, key=len, default=list(wanted))


def _other_units(grid: Grid, spec: RecordSpec | None) -> Iterator[str]:
    """The headings of a record file that name another unit than theirs, and units that stand above
    the head or right below it and are none of its columns'."""
    head = find_head(grid, (IDENT,)) if spec else None
    if spec is None or head is None:
        return
    units = {heading_of(field): field.unit for field in spec.fields}
    for text in head[1]:
        name, unit = _name_and_unit(text)
        if unit and units.get(name, unit) != unit:
            yield text
    for word in (*units_above(grid, head[0]), *_words_below(grid, head[0])):
        own = {unit for unit in units.values() if _are_alike(unit, word)}
        if own and word not in own:
            yield word


def _name_and_unit(heading: str) -> tuple[str, str]:
    """A heading without its star as what it names and the unit in its brackets, "" for none."""
    name, _, rest = heading.rstrip("*").partition("（")
    return name, rest.rstrip("）")


def _words_below(grid: Grid, row_of_head: int) -> list[str]:
    """What stands in the first row below the head, without brackets."""
    below = [*grid.rows_from(row_of_head + 1), 0][0]
    return [cell.text.strip().strip("（）()") for cell in grid.row(below).values()]


def _are_alike(unit: str, word: str) -> bool:
    """Whether two units differ in their powers of ten at most: 元, 万元."""
    plain = split_scale(word)[1]
    return plain != "" and split_scale(unit)[1] == plain


def _copies(
    grids: Sequence[Grid], names: Sequence[str], specs: Mapping[str, RecordSpec], shown: str
) -> Iterator[Problem]:
    """Sheets that look like one that was handed out: nobody knows which one holds."""
    others = [g for g in grids if g.name not in (*names, *specs, HIDDEN, NUMBERS, TEXTS)]
    for grid in others:
        alike = (name for name in (*names, NUMBERS) if not _missing(grid, _wanted(name, specs)))
        name = next(alike, "")
        if name:
            message = f"“{grid.name}”像是“{name}”表，不知道以哪张为准"
            todo = f"请让部门只留一张，名字改回“{name}”，再收"
            yield Problem(message, todo, shown, unreadable=True)
