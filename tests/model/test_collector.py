from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from generator.model.collector import collector_at_rest


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("was_on", [True, False])
def test_no_garbage_is_looked_for_inside_and_then_as_before(was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled() is was_on


def test_a_fault_inside_leaves_it_as_it_was() -> None:
    gc.enable()
    with pytest.raises(ValueError), collector_at_rest():
        raise ValueError
    assert gc.isenabled()


def test_one_inside_another_ends_with_the_outer_one() -> None:
    gc.enable()
    with collector_at_rest():
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
