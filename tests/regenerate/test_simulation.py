"""Made-up reports, hand edits and data edits whose right answer is known (80 documents for each row)."""

from __future__ import annotations

import pytest
from support.simulated import OPERATIONS, run, run_copied

pytestmark = pytest.mark.slow

SEEDS = range(5)
"""Each seed gives sixteen documents: one for each kind of edit, one with all kinds."""


@pytest.mark.parametrize("share", [0.25, 0.5])
@pytest.mark.parametrize(
    ("lost", "flagged"),
    [(0.0, 5), (0.2, 5), (1.0, 60)],
    ids=["all marks", "a fifth lost", "no marks"],
)
def test_what_people_made_stays_and_every_figure_follows_the_data(
    share: float, lost: float, flagged: int
) -> None:
    """No paragraph is wrong without a word, and few with one; a word too many is rare."""
    found = run(SEEDS, share, lost=lost)
    assert found.paragraphs > 1_100 * len(SEEDS)
    assert found.silent == 0, "\n\n".join(found.examples)
    assert found.flagged <= flagged
    assert found.alarms <= found.paragraphs * 0.017
    assert found.delivered >= found.sentences - 3
    assert found.rows_right >= found.rows - 2


@pytest.mark.parametrize("lost", [0.0, 0.2, 1.0], ids=["all marks", "a fifth lost", "no marks"])
def test_small_equal_numbers_and_lines_nearly_alike(lost: float) -> None:
    """The hard set: numbers from 0 to 12, a hundred lines that differ in a place name, eighty edits in one document."""
    found = run(SEEDS, 0.5, lost=lost, hard=True, mixed=80)
    assert found.silent == 0, "\n\n".join(found.examples)
    assert found.alarms <= found.paragraphs * 0.025


@pytest.mark.parametrize("hard", [False, True], ids=["sentences", "lines nearly alike"])
@pytest.mark.parametrize(
    "lost", [0.0, 0.2, 0.5, 1.0], ids=["all marks", "a fifth lost", "half lost", "no marks"]
)
def test_copies_joined_and_split(lost: float, hard: bool) -> None:
    """Of a sentence and its copies none is wrong without a word, however they are joined and cut."""
    found = run_copied(SEEDS, lost=lost, hard=hard)
    assert found.paragraphs > 60 * len(SEEDS)
    assert found.silent == 0, "\n\n".join(found.examples)


def test_fifteen_kinds_of_edits() -> None:
    assert len(OPERATIONS) == 15
