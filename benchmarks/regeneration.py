"""Regeneration measured: a long simulation (about 100,000 paragraphs for each row), and its speed.

    python benchmarks/regeneration.py [SEEDS] [FIRST]

SEEDS: how many seeds a row has, sixteen made-up reports each (default 84); FIRST: the first seed (default 0). The rules
were tuned on seeds below 3000: take others to see how good they are.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from support.simulated import OPERATIONS, make, run, view_of
from support.wordfiles import DATE, Renderer, fresh

from generator.regenerate.steps import merge, regenerate
from generator.word.reader import read

LOST = (0.0, 0.2, 1.0)
"""Shares of the bookmarks that are gone."""


def simulate(seeds: range) -> None:
    """Every row: how much of the data changes, how hard the report is, how many bookmarks are gone."""
    for share, hard in ((0.25, False), (0.5, False), (0.5, True)):
        for lost in LOST:
            start = time.perf_counter()
            found = run(seeds, share, lost=lost, hard=hard, mixed=80 if hard else 25)
            print(
                f"data {share:.0%}, {'hard' if hard else 'normal'}, marks lost {lost:.0%}: {found} "
                f"({time.perf_counter() - start:.0f} s)",
                flush=True,
            )


def speed() -> None:
    """A report of more than 900 blocks and 71,000 characters, heavily edited, from bytes to bytes, the laws proved."""
    rng = random.Random(1)
    case = make(1, 0.5, size=870, sentences=3)
    for _ in range(400):
        rng.choice(list(OPERATIONS.values()))(case, rng)
    new = fresh(case.new)
    for lost in LOST:
        view = view_of(case, lost)
        data = Renderer(view).file()
        times: list[tuple[float, float]] = []
        for _ in range(5):
            start = time.perf_counter()
            plan = merge(case.base, case.new, read(data).view)
            middle = time.perf_counter()
            regenerate(data, plan, new, DATE)
            times.append((time.perf_counter() - start, middle - start))
        whole, merged = sorted(times)[2]
        print(
            f"{len(case.base.blocks)} blocks, {sum(len(para.text) for para in view.paras)} characters, "
            f"{sum(map(len, plan.edits.values()))} edits, marks lost {lost:.0%}: merge {merged:.2f} s, "
            f"all {whole:.2f} s (median of five, least {min(times)[0]:.2f} s)"
        )


if __name__ == "__main__":
    speed()
    count, first = [*map(int, sys.argv[1:3]), *(84, 0)[len(sys.argv) - 1 :]]
    simulate(range(first, first + count))
