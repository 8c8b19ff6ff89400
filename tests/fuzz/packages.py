"""Hostile cells, settings, workbooks, tables of departments and command lines, as many as wanted.

    python tests/fuzz/packages.py cells|yaml|workbooks|sheets|lines SEED COUNT

Prints every fault (a traceback, more than 20 seconds or 1 GiB, a file outside the target, output
that is no sound file, a message that is no line of Chinese) and counts.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.fuzzed import fuzz

if __name__ == "__main__":
    which, seed, count = sys.argv[1:]
    counts = fuzz(which, int(seed), int(count))
    print(*counts.faults, sep="\n")
    print(f"{which} {seed}: {counts}")
