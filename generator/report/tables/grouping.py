"""Rows of a record file in groups and groups of groups, in the order in which they first appear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.figures import Figure, RecordSet, RowView
from generator.figures.figure import merged


@dataclass(frozen=True)
class Branch:
    """The rows that share a value, and the groups among them. ``labels`` are the values from the outermost group to
    this one, ``ordinal`` its place among its siblings (from 1)."""

    labels: tuple[Figure, ...]
    rows: RecordSet
    ordinal: int
    children: tuple[Branch, ...] = ()

    @property
    def values(self) -> tuple[Any, ...]:
        """What the rows share, from the outermost group."""
        return tuple(label.value for label in self.labels)

    @property
    def name(self) -> str:
        """A name that no other group of the table has."""
        return "/".join(str(value) for value in self.values)

    def walk(self) -> Iterator[Branch]:
        """This group and those in it, each before its own."""
        yield self
        for child in self.children:
            yield from child.walk()


def grouped(
    rows: RecordSet, fields: Sequence[str], above: tuple[Figure, ...] = ()
) -> tuple[Branch, ...]:
    """The groups of the first field, each grouped by the fields that follow; rows whose cell is blank are left out."""
    if not fields:
        return ()
    name, *others = fields
    found: dict[Any, list[RowView]] = {}
    for row in rows:
        label: Figure = getattr(row, name)
        if label.known:
            found.setdefault(label.value, []).append(row)
    branches = []
    for ordinal, members in enumerate(found.values(), 1):
        cells = [getattr(row, name) for row in members]
        label = cells[0].renamed(sources=merged(*(cell.sources for cell in cells)))
        inside = RecordSet(
            tuple(members), rows.spec, f"{rows.where}[{name}={label.value}]", (*rows.asked, name)
        )
        labels = (*above, label)
        branches.append(Branch(labels, inside, ordinal, grouped(inside, others, labels)))
    return tuple(branches)
