"""What all tests share."""

from __future__ import annotations

import pytest
from support.packages import drafted

from generator.figures import Draft


@pytest.fixture
def huining() -> Draft:
    """The report of data/huining-2021."""
    return drafted("huining-2021")
