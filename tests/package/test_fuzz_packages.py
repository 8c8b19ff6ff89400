"""A sample of the fuzzers of packages with fixed seeds; ``tests/fuzz/packages.py`` runs more of them."""

from __future__ import annotations

import pytest
from support.fuzzed import fuzz


@pytest.mark.slow
@pytest.mark.parametrize(
    ("which", "count"),
    [("cells", 30), ("yaml", 20), ("workbooks", 12), ("sheets", 12), ("lines", 40)],
)
def test_whatever_comes_in_is_refused_with_a_line_or_drafted(which: str, count: int) -> None:
    counts = fuzz(which, 2026, count)
    assert counts.faults == []
    assert counts.runs > 0
