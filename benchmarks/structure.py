"""How generator/ stands, in figures: ``python benchmarks/structure.py [--all]``.

First-level names and the arrows between them (distinct pairs of importer and imported), cycles, arrows that go up, lines
of more than 100 characters, and density: branches a line in functions of ten lines or more. With ``--all`` every arrow,
every long line and the densest fifty functions are named. Complexity is ruff's (C901) and radon's:
``radon cc -n C -s generator`` lists the blocks of grade C or worse.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support import structure


def report(*, full: bool) -> None:
    """Print a line for each figure."""
    arrows = sorted(structure.arrows())
    long_lines = structure.long_lines()
    density = structure.density()
    show("first-level names", structure.first_level(), full=full)
    show("arrows between them", [f"{a} -> {b}" for a, b in arrows], full=full)
    show("cycles of first-level names", structure.cycles(set(arrows)), full=True)
    show("cycles of modules", structure.cycles(structure.imports()), full=True)
    show("arrows that go up", [f"{a} -> {b}" for a, b in structure.upward()], full=True)
    show(f"lines of more than {structure.LINE} characters", long_lines, full=full)
    show("folders with a short docstring", structure.short_docstrings(), full=full)
    print(
        f"{len(density.functions)} functions of ten lines or more, branches a line:"
        f" median {density.median:.2f}, 90th percentile {density.ninetieth:.2f}"
    )
    if full:
        for function in density.functions[:50]:
            print(f"  {function.density:.2f} {function.location}")


def show(what: str, items: Sequence[object], *, full: bool) -> None:
    """Print how many there are, and which."""
    print(f"{what}: {len(items)}")
    if full:
        for item in items:
            print(f"  {item}")


if __name__ == "__main__":
    report(full="--all" in sys.argv)
