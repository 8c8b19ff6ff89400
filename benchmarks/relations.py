"""How well relations are read: ``python benchmarks/relations.py [FILE] [--all] [--only-apart | --not-apart]``.

FILE holds labelled sentences in the form of tests/check/relations/sentences.txt. Printed are precision and recall of what
is read, how many sentences are read without a fault, and of mutants (a relation that holds, one of its numbers changed
beyond rounding) how many are told and with how many the right value is named, by type of relation. ``--all`` names each
sentence that is not read as labelled and each mutant that is not told.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support import labelled
from support.labelled import Labelled
from support.mutants import Mutant, mutants, told


def report(items: Sequence[Labelled], *, full: bool) -> None:
    """Print the figures of reading, then those of the mutants."""
    _reading(items, full=full)
    _telling(items, full=full)


def _reading(items: Sequence[Labelled], *, full: bool) -> None:
    expected = sum(len(item.expected()) for item in items)
    read = sum(len(item.actual()) for item in items)
    both = sum(len(item.actual() & item.expected()) for item in items)
    perfect = [item for item in items if item.actual() == item.expected()]
    print(f"{len(items)} sentences, {expected} relations, {read} read")
    print(
        f"precision {both / read:.3f}, recall {both / expected:.3f}, perfect {len(perfect) / len(items):.3f}"
    )
    for item in items if full else ():
        _differences(item)


def _differences(item: Labelled) -> None:
    """Print what is read wrongly and what is not read."""
    for mark, reads in (
        ("+", item.actual() - item.expected()),
        ("-", item.expected() - item.actual()),
    ):
        for family, places, holds in sorted(reads, key=str):
            print(f"  {mark} {item.number} {family} {sorted(places)} {holds}: {item.text}")


def _telling(items: Sequence[Labelled], *, full: bool) -> None:
    by_type: dict[str, list[tuple[Mutant, bool, bool]]] = defaultdict(list)
    for item in items:
        for mutant in mutants(item):
            by_type[mutant.sort].append((mutant, *told(mutant)))
    _rates("mutants", [row for rows in by_type.values() for row in rows])
    for sort, rows in by_type.items():
        _rates(sort, rows)
        for mutant, found, _ in rows if full else ():
            if not found:
                print(f"  {mutant.text}  ({mutant.was})")


def _rates(name: str, rows: Sequence[tuple[Mutant, bool, bool]]) -> None:
    found, named = sum(row[1] for row in rows), sum(row[2] for row in rows)
    print(
        f"{name}: {len(rows)}, told {found / len(rows):.3f}, right value named {named / len(rows):.3f}"
    )


def chosen(words: Sequence[str]) -> list[Labelled]:
    """The sentences of the file that the command names."""
    files = [word for word in words if not word.startswith("--")]
    items = labelled.sentences(Path(files[0]) if files else labelled.FILE)
    if "--only-apart" in words:
        return [item for item in items if item.apart]
    return [item for item in items if not (item.apart and "--not-apart" in words)]


if __name__ == "__main__":
    report(chosen(sys.argv[1:]), full="--all" in sys.argv)
