"""The packages of the project, drafted once, and what no sentence may look like."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from generator.figures import Draft
from generator.jobs.compose import compose

ROOT = Path(__file__).parents[2]
BROKEN = re.compile(
    r"None|[，、；：][，、；：。）]|。[，、；。]|（[，、；）]|^[，、；。：]|其中[。；]|【待补：】",
    re.M,
)
"""What stands in a text whose sentence has lost a part."""


@cache
def drafted(name: str) -> Draft:
    """The draft of ``data/NAME``."""
    return compose(ROOT / "data" / name)
