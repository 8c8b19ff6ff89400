"""Kills and full disks at every call of the file system, kills at random moments, pairs of runs.

    python tests/fuzz/kills.py [RANDOM] [PAIRS]

First every command that writes, and every write of the workbench, is interrupted before and behind each of its calls, and finds the
disk full at each; then RANDOM runs (default 200) are killed at a random moment, and PAIRS (200) of
runs write the same at once. Prints what was lost, half-written or left, and counts.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1])]

from support import desk_writes
from support.interrupted import (
    DESK,
    calls,
    commands,
    contents,
    faults,
    half_written,
    leftovers,
    lost,
    office,
    run,
    whole_run,
)


def everywhere(template: Path, work: Path) -> None:
    for full in (False, True):
        total = wrong = 0
        for name, words in commands().items():
            count = calls(template, words, work / f"count {name} {full}")
            for at in range(count):
                folder = work / "one"
                found = list(faults(template, words, at, folder, full=full))
                shutil.rmtree(folder)
                total, wrong = total + 1, wrong + bool(found)
                for fault in found:
                    print(f"{name}, call {at}: {fault}", flush=True)
        print(
            f"{'disk full' if full else 'killed'}: {total} places, {wrong} with a fault", flush=True
        )


def started(folder: Path, words: list[str]) -> subprocess.Popen[bytes]:
    writes = [sys.executable, desk_writes.__file__, *words[1:]]
    command = writes if words[0] == DESK else [sys.executable, "-m", "generator", *words]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def judged(template: Path, folder: Path, words: list[str], before: dict[str, bytes]) -> list[str]:
    known = {name: {data} for name, data in before.items()}
    for name, data in whole_run(template, words).items():
        known.setdefault(name, set()).add(data)
    found = [f"lost {name}" for name in lost(before, folder, words)]
    found += [f"half {name}" for name in half_written(folder, known)]
    code, output = run(folder, words)
    if "Traceback" in output or "程序出错" in output:
        found.append(f"the next run ({code}): {output[-200:]}")
    return found + [f"left behind {name}" for name in leftovers(folder)]


def at_random(template: Path, work: Path, rounds: int, *, pairs: bool) -> None:
    rng = random.Random(rounds)
    wrong = 0
    for number in range(rounds):
        name, words = rng.choice(list(commands().items()))
        folder = work / f"random {number}"
        shutil.copytree(template, folder)
        before = contents(folder)
        runs = [started(folder, words) for _ in range(2 if pairs else 1)]
        if not pairs:
            time.sleep(rng.uniform(0.2, 1.5))
            runs[0].kill()
        for process in runs:
            process.wait()
        found = judged(template, folder, words, before)
        wrong += bool(found)
        for fault in found:
            print(f"{'pair' if pairs else 'kill'} {number}, {name}: {fault}", flush=True)
        shutil.rmtree(folder)
    print(
        f"{'pairs at once' if pairs else 'random kills'}: {rounds}, {wrong} with a fault",
        flush=True,
    )


if __name__ == "__main__":
    kills, twice = [*map(int, sys.argv[1:3]), *(200, 200)[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as there:
        template = Path(there) / "office"
        template.mkdir()
        office(template)
        everywhere(template, Path(there))
        at_random(template, Path(there), kills, pairs=False)
        at_random(template, Path(there), twice, pairs=True)
