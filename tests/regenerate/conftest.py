"""The desk of a test: an invented package or a real one, whichever the module names, with its draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.rounds import Desk


@pytest.fixture(params=["invented", pytest.param("real", marks=pytest.mark.slow)])
def kind(request: pytest.FixtureRequest) -> str:
    """Which package."""
    return str(request.param)


@pytest.fixture
def desk(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """The package of the module's PACKAGES with its first draft."""
    return Desk.of(request.module.PACKAGES[kind](tmp_path / "包"))
