"""Broken Word files for check, diff, audit, regenerate and finalize.

    python tests/fuzz/word_files.py [SEED] [COUNT]

Makes COUNT files (default 1000) from SEED on (default 1), each from a seed of its own, and tries
every command on each. Prints each fault with its seed, once, and counts after every hundred files
and at the end.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support.broken_word import broken, office, trial


def main(seed: int, count: int) -> int:
    """Try the files of the seeds from ``seed`` on; gives the exit status."""
    results: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        sound = office(Path(folder))
        for number in range(seed, seed + count):
            for result in trial(broken(sound.files, random.Random(number)), sound):
                if result.startswith("!") and not results[result]:
                    print(f"seed {number}: {result}", flush=True)
                results[result] += 1
            if (number - seed) % 100 == 99:
                print(f"{number - seed + 1} files", flush=True)
    faults = sum(times for result, times in results.items() if result.startswith("!"))
    print(f"{count} files from seed {seed}: {faults} faults")
    for result, times in sorted(results.items()):
        print(f"{times:8} {result}")
    return 1 if faults else 0


if __name__ == "__main__":
    words = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(words + [1, 1000][len(words) :])))
