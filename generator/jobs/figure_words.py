"""What figures are called where people read of them: by name, no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from generator.jobs.views.key_words import words_of_key
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.package.bring.targets import CellTarget, Targets, targets_of

_GROWTH = "较"
"""Joins the keys of a change: 销售额较销售额.上年."""
_NUMBER = regex("^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
"""Before the heading of a part of the form."""


def words_by_key(dataset: Dataset, kind: Kind) -> dict[str, str]:
    """The names of the figures of a package by key."""
    names = {derived.key: derived.name for derived in kind.derived.values()}
    targets = targets_of(dataset, kind)
    cells = {cell.key: cell for cell in targets.all if cell.key and not cell.heading}
    for key, cell in cells.items():
        name = cell.name or cell.label
        names[key] = name if name != key else names.get(key) or words_of_key(key)
    return dict(set_apart(names, dict(_above(cells, targets))))


def word_for(names: Mapping[str, str], key: str) -> str:
    """What a figure is called; "" where only its key is known."""
    parts = [names.get(part, "") for part in key.split(_GROWTH)]
    return _GROWTH.join(parts) if all(parts) else ""


def _above(
    cells: Mapping[str, CellTarget], targets: Targets
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands above the rows of the form, by key, the nearest first."""
    for key, cell in cells.items():
        yield key, tuple(row.name for row in targets.above(cell))


def set_apart(
    names: Mapping[str, str], above: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """The names by key, where several are alike with as much of what stands above them (the nearest
    first in ``above``) as tells them apart, else with a number; none is the key of another."""
    given: set[str] = set()
    for key, name in _with_above(names, above).items():
        if name in names and name != key:
            name = f"{name}（数）"
        tries = chain((name,), (f"{name}（{number}）" for number in count(2)))
        name = next(item for item in tries if item not in given)
        given.add(name)
        yield key, name


def _with_above(names: Mapping[str, str], above: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The names, those that are alike with one row more above them until they are not."""
    said = dict(names)
    for depth in range(1, 1 + max(map(len, above.values()), default=0)):
        often = Counter(said.values())
        alike = [key for key, name in said.items() if often[name] > 1]
        for key in alike:
            if len(above.get(key, ())) >= depth:
                rows = (_NUMBER.sub("", row) for row in reversed(above[key][:depth]))
                said[key] = f"{names[key]}（{'·'.join(rows)}）"
    return said
