"""Cells in turn: what follows one changes, and nothing else; a blank leaves no trace of itself.

Every third cell here; CELLS=1 takes every one.
"""

from __future__ import annotations

import os
from itertools import islice

import pytest
from support.editing import (
    another,
    cell_at,
    changed_segments,
    copied,
    edited,
    places,
    segments,
    with_cell,
    with_rows,
)
from support.packages import BROKEN, drafted

from generator.figures import Draft
from generator.figures.plaintext import plain_text
from generator.model.dataset import Dataset, Record
from generator.model.document import Heading, Mark, Paragraph, Table
from generator.model.errors import DataError
from generator.model.kind import FieldType

pytestmark = pytest.mark.slow

PACKAGES = [
    "huining-2021",
    "jingyuan-2021",
    "zhouqu-2022",
    "huining-2022",
    "mentougou-2021",
    "liuxi-2023-openness",
]
SHARDS = 8
STEP = int(os.environ.get("CELLS", "3"))
STRUCTURAL = {FieldType.KEY, FieldType.FIGURE_KEY, FieldType.CHOICE, FieldType.FLAG}

shards = pytest.mark.parametrize(
    ("package", "shard"), [(name, shard) for name in PACKAGES for shard in range(SHARDS)]
)


def sharded(package: str, shard: int) -> list:
    return [
        place
        for number, place in enumerate(islice(places(drafted(package).dataset), 0, None, STEP))
        if number % SHARDS == shard
    ]


def tied(made: Draft) -> set[tuple[str, str]]:
    """File and column of the cells that name groups for which another file gives figures: a group may not be left
    without rows."""
    given = [table for table in made.kind.tables.values() if table.given]
    return {
        (f"{made.dataset.records[name].spec.stem}.csv", group.field)
        for table in given
        for name in (table.records, table.given)
        for group in table.groups
    }


def tried(before: Draft, dataset: Dataset, may_refuse: bool) -> Draft | None:
    """The report of the changed package, None where it is refused and may be."""
    try:
        return edited(before, dataset)
    except DataError:
        if not may_refuse:
            raise
        return None


@shards
def test_a_cell_changes_the_segments_that_trace_to_it_and_no_other(
    package: str, shard: int
) -> None:
    before = drafted(package)
    traced = {
        name: set(mark.sources)
        for name, (_, mark) in segments(before).items()
        if mark.origin != "claimed"
    }
    claims = {name for name, (_, mark) in segments(before).items() if mark.origin == "claimed"}
    for place in sharded(package, shard):
        if place.type in STRUCTURAL:
            continue
        value = another(cell_at(before.dataset, place.source))
        after = tried(
            before,
            with_cell(before.dataset, place.source, value),
            (place.source.file, place.source.column) in tied(before),
        )
        if after is None:
            continue
        changed = changed_segments(before, after)
        stray = [
            name
            for name, sources in changed.items()
            if place.source not in sources or name in claims
        ]
        if (
            place.type is FieldType.TEXT
        ):  # a text by which rows are grouped moves the rows of its file, where they are printed
            around = {
                name[0]
                for name, sources in traced.items()
                if any(s.file == place.source.file for s in sources)
            }
            stray = [name for name in stray if name[0] not in around]
        assert not stray, f"{place.what} also changes {stray}"
        stale = {
            name for name, sources in traced.items() if place.source in sources
        } - changed.keys()
        if place.type is FieldType.TEXT or place.type is FieldType.LIST:
            told = {
                name[:2] for name in changed
            }  # of a text told in several lines the last one changes
            stale = {name for name in stale if name[1] == place.what and name[:2] not in told}
        assert not stale, f"{place.what} leaves {stale} as they were"


@shards
def test_a_blank_cell_leaves_no_broken_sentence(package: str, shard: int) -> None:
    before = drafted(package)
    known = set(BROKEN.findall(plain_text(before.document)))
    for place in sharded(package, shard):
        if place.required or place.type is FieldType.KEY:
            continue
        after = tried(
            before,
            with_cell(before.dataset, place.source, None),
            (place.source.file, place.source.column) in tied(before),
        )
        if after is None:
            continue
        text = plain_text(after.document)
        broken = [
            text[max(0, found.start() - 20) : found.end() + 10]
            for found in BROKEN.finditer(text)
            if found[0] not in known
        ]
        assert not broken, f"{place.what} blank leaves {broken}"
        blocks = [block for section in after.document.sections for block in section.blocks]
        for heading, below in zip(blocks, blocks[1:], strict=False):
            if isinstance(heading, Heading):
                deeper = isinstance(below, Heading) and below.level > heading.level
                assert isinstance(below, Paragraph | Table) or deeper, (
                    f"{place.what} blank leaves an empty heading"
                )


def counts(mark: Mark, record: Record) -> bool:
    """Whether the record is among those that the figure was made of (all of the file, if it names none)."""
    rows = {source.row for source in mark.sources if source.file == record.source.file}
    return record.source.row in rows or rows == {0}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_row_added_or_removed_changes_the_sentence_and_what_is_counted(package: str) -> None:
    before = drafted(package)
    printed = {source.file for _, mark in segments(before).values() for source in mark.sources}
    for name, records in before.dataset.records.items():
        if f"{records.spec.stem}.csv" not in printed:
            continue
        last = records.rows[-1]
        given = any(
            table.given == name for table in before.kind.tables.values()
        )  # its rows are one a group
        for rows in [records.rows[:-1], *([] if given else [(*records.rows, copied(last))])]:
            after = tried(
                before,
                with_rows(before.dataset, name, rows),
                records.spec.file in before.kind.rows
                or any(file == records.spec.file for file, _ in tied(before)),
            )
            if after is None:
                continue
            assert plain_text(after.document) != plain_text(before.document), name
            changed = changed_segments(before, after)
            unmoved = [
                item
                for item, (_, mark) in segments(before).items()
                if item[1].startswith(("计数", "合计"))
                and item not in changed
                and "]." not in item[1]
                and counts(mark, last)
            ]
            assert not unmoved, f"{name}: {unmoved}"
