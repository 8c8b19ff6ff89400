"""Rows of a record file in groups and groups of groups, in the order in which they first appear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.figures import Figure, RecordSet
from generator.model.cell import Scalar


class Branch(Struct, frozen=True):
    """The rows that share a value, and the groups among them.

    ``labels`` are the values from the outermost group to this one, ``ordinal`` its number among its
    siblings (from 1).
    """

    labels: tuple[Figure, ...]
    rows: RecordSet
    ordinal: int
    children: tuple[Branch, ...] = ()

    @property
    def values(self) -> tuple[Scalar | None, ...]:
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


def branches_of(
    records: RecordSet, fields: Sequence[str], above: tuple[Figure, ...] = ()
) -> tuple[Branch, ...]:
    """The groups of the first field, each grouped by the fields that follow; rows whose cell is
    blank are left out. ``above`` are the labels of the groups around them."""
    if not fields:
        return ()
    first, *deeper = fields
    branches = []
    for ordinal, group in enumerate(records.grouped(first), 1):
        labels = (*above, group.label)
        children = branches_of(group.rows, deeper, labels)
        branches.append(Branch(labels, group.rows, ordinal, children))
    return tuple(branches)
