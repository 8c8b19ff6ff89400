"""Made-up counties, cells blank or 0 here and there: each drafts, in whole sentences that the data carry.

A dozen here; COUNTIES=200 makes two hundred.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from support.counties import COUNTIES, check_county, packages

from generator.model.dataset import Dataset

CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=CHECKS)
@given(packages())
def test_a_few_counties_draft(dataset: Dataset) -> None:
    check_county(dataset)


@pytest.mark.slow
@settings(max_examples=COUNTIES, deadline=None, derandomize=True, suppress_health_check=CHECKS)
@given(packages())
def test_any_county_drafts(dataset: Dataset) -> None:
    check_county(dataset)
