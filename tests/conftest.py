"""What the tests of the whole report share: the packages of the project, drafted once."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator.pipeline import Draft, draft

ROOT = Path(__file__).parents[1]
BROKEN = re.compile(r"None|[，、；：][，、；：。）]|。[，、；。]|（[，、；）]|^[，、；。：]|其中[。；]|【待补：】", re.M)
"""What stands in a text whose sentence has lost a part."""


@cache
def drafted(name: str) -> Draft:
    """The draft of ``data/NAME``."""
    return draft(ROOT / "data" / name)


@pytest.fixture
def huining() -> Draft:
    """The report of data/huining-2021."""
    return drafted("huining-2021")
