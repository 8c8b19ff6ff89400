"""Templates and formulas made at random: filters, operators, loops, calls and large numbers.

    python tests/fuzz/templates.py [SEED] [COUNT]

COUNT (default 1,000) texts and formulas from SEED (1) on, each composed twice. Prints each that ends
in anything but a report or Chinese lines, takes over 20 seconds, needs more than 1 GiB, or gives
another result the second time; then the counts.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.template_grammar import attempt, formula, made_package, template


def main(seed: int, count: int) -> int:
    """Run the cases; the number of those with a fault."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        package = made_package(Path(folder))
        for number in range(seed, seed + count):
            make, where = (template, "text") if number % 2 else (formula, "formula")
            source = make(number)
            fault, outcome = attempt(package, where, source)
            counts[outcome] += 1
            if fault:
                print(f"{number} {where} {fault}\n    {source!r}", flush=True)
            counts["faults"] += bool(fault)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} cases from seed {seed}: {dict(counts)}, at most {peak} MiB")
    return counts["faults"]


if __name__ == "__main__":
    seed, count = [*map(int, sys.argv[1:]), *(1, 1000)[len(sys.argv) - 1 :]]
    sys.exit(main(seed, count) > 0)
