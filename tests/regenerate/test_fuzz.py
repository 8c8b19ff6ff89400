"""200 files as wild as people leave them: the two laws hold, and what comes out is sound Word XML."""

from __future__ import annotations

import random

import pytest
from support.faults import faults
from support.simulated import OPERATIONS, make, view_of
from support.wordfiles import DATE, Renderer, fresh

from generator.regenerate.steps import merge, regenerate
from generator.word.reader import read

FIRST = 1
"""So many tens always run; the others are slow."""


@pytest.mark.parametrize(
    "tens",
    [
        *range(FIRST),
        *(pytest.param(tens, marks=pytest.mark.slow) for tens in range(FIRST, 20)),
    ],
)
def test_wild_files(tens: int) -> None:
    for seed in range(tens * 10, tens * 10 + 10):
        rng = random.Random(seed)
        case = make(seed, 0.5, size=14)
        for _ in range(12):
            rng.choice(list(OPERATIONS.values()))(case, rng)
        data = Renderer(view_of(case, rng.choice((0, 0, 0.2, 1.0)), seed), rng).file()
        before = faults(read(data).root)
        plan = merge(case.base, case.new, read(data).view)
        result = read(regenerate(data, plan, fresh(case.new), DATE))
        assert [fault for fault in faults(result.root) if fault not in before] == [], seed
        assert plan.edits
