"""The search for garbage in cycles, stopped for a while."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Look for no garbage in cycles while the block runs: it makes many frozen values, which hold
    one another in no circle, and each search goes through them in vain (a twentieth of the time of
    a regeneration). What is free is freed as always."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
