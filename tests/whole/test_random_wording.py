"""Made-up counties without any text of people: none says what the rules of wording forbid.

A dozen here; COUNTIES=200 makes two hundred.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from support import wording_rules as rules
from support.counties import COUNTIES, county, crowded_packages

from generator.jobs.compose import recompose
from generator.model.dataset import Dataset
from generator.model.document import plain

CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def check_wording(dataset: Dataset) -> None:
    draft = recompose(county(), dataset)
    text = "\n".join(plain(line.text) for line in rules.told(draft))
    assert rules.compared_twice(draft) == []
    assert rules.years_again(draft) == []
    assert rules.equal_parts(text) == []
    assert rules.long_lists(text) == []
    assert rules.told_thrice(draft) == []
    assert rules.claims(text) == []
    bare = {row.key: str(row.cells["文字"].value) for row in rules.unproved(draft)}
    free = {row.cells["文字"].value for row in dataset.records["措施"] if row.key not in bare}
    assert [words for words in bare.values() if words not in free and words in text] == []


@pytest.mark.slow
@settings(max_examples=COUNTIES, deadline=None, derandomize=True, suppress_health_check=CHECKS)
@given(crowded_packages())
def test_any_county_keeps_the_rules(dataset: Dataset) -> None:
    check_wording(dataset)
