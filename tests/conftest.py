"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.packages import drafted
from support.rounds import Desk

from generator.figures import Draft


@pytest.fixture
def huining() -> Draft:
    """The report of data/huining-2021."""
    return drafted("huining-2021")


@pytest.fixture(params=["invented", pytest.param("real", marks=pytest.mark.slow)])
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the PACKAGES of a module."""
    return str(request.param)


@pytest.fixture
def desk(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    """That package with its first draft."""
    return Desk.of(request.module.PACKAGES[kind](tmp_path / "包"))
