"""What figures are called where people read of them: by name, no two alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.jobs.views.key_words import words_of_key
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.package.bring.targets import CellTarget, Targets, targets_of

_GROWTH = "较"
"""Joins the keys of a change: 销售额较销售额.上年."""


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


def _above(cells: Mapping[str, CellTarget], targets: Targets) -> Iterator[tuple[str, str]]:
    """What stands above the rows of the form, by key."""
    for key, cell in cells.items():
        above = targets.of(cell.parent)
        if above is not None:
            yield key, above.name


def set_apart(names: Mapping[str, str], above: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names by key, with what stands above them where several are alike, else with a number;
    none is the key of another."""
    often = Counter(names.values())
    given: Counter[str] = Counter()
    for key, name in names.items():
        if often[name] > 1 and key in above:
            name = f"{name}（{above[key]}）"
        if name in names and name != key:
            name = f"{name}（数）"
        given[name] += 1
        yield key, name if given[name] == 1 else f"{name}（{given[name]}）"
