"""A warm process: invented counties drafted and checked one after the other.

    python benchmarks/warm.py [COUNT]

COUNT made-up data sets of one kind (default 40) are composed, written and checked in this process;
the first, which loads and compiles, is not counted. Prints CPU seconds a county and peak memory.
"""

# ruff: noqa: E402 (the paths are set before the imports)
from __future__ import annotations

import statistics
import sys
import time
import warnings
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests")]

from grown import peak
from hypothesis import HealthCheck, Phase, given, seed, settings
from support.counties import county, packages

from generator.check import check_draft
from generator.jobs.compose import recompose
from generator.jobs.render import word_bytes
from generator.model.dataset import Dataset


def counties(count: int) -> list[Dataset]:
    """So many made-up data sets, the same in every run."""
    made: list[Dataset] = []

    @seed(0)
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(packages())
    def keep(dataset: Dataset) -> None:
        made.append(dataset)

    keep()
    return made[:count]


def main() -> None:
    """Draft and check each, and print what one takes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    times = []
    for dataset in counties(count + 1):
        begun = time.process_time()
        draft = recompose(county(), dataset)
        word_bytes(draft.document, draft.dataset)
        check_draft(draft)
        times.append(time.process_time() - begun)
    median, most = statistics.median(times[1:]), max(times[1:])
    print(f"{count} counties: {median:.3f} CPU s each (at most {most:.3f}), {peak():.0f} MiB")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
