"""Made-up reports, hand edits and data edits whose right answer is known (240 documents for each row)."""

from __future__ import annotations

import pytest
from simulated import OPERATIONS, run

SEEDS = range(15)
"""Each seed gives sixteen documents: one for each kind of edit, one with all kinds."""


@pytest.mark.parametrize("share", [0.25, 0.5])
@pytest.mark.parametrize(("lost", "silent", "flagged"), [(0.0, 0, 10), (0.2, 0, 12), (1.0, 6, 80)],
                         ids=["all marks", "a fifth lost", "no marks"])
def test_what_people_made_stays_and_every_figure_follows_the_data(
        share: float, lost: float, silent: int, flagged: int) -> None:
    """With marks no paragraph is wrong without a word; without any at most 0.04 %."""
    found = run(SEEDS, share, lost=lost)
    assert found.paragraphs > 17_000
    assert found.silent <= silent, "\n\n".join(found.examples)
    assert found.flagged <= flagged
    assert found.delivered >= found.sentences - 3
    assert found.rows_right >= found.rows - 2


def test_small_equal_numbers_and_lines_nearly_alike() -> None:
    """The hard set: numbers from 0 to 12, a hundred lines that differ in a place name, eighty edits in one document."""
    found = run(SEEDS, 0.5, hard=True, mixed=80)
    assert found.silent <= 3, "\n\n".join(found.examples)


def test_fifteen_kinds_of_edits() -> None:
    assert len(OPERATIONS) == 15
