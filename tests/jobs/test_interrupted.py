"""A run that is killed or finds the disk full loses nothing and leaves nothing half-written.

One place in every command and every write of the workbench, killed and disk full in turn; all of
them: ``python tests/fuzz/kills.py``.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

import pytest
from support.interrupted import calls, commands, faults, office

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a child is a fork"),
]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    office(folder)
    return folder


@pytest.mark.parametrize(("name", "full"), [*zip(commands(), cycle([False, True]), strict=False)])
def test_nothing_is_lost_and_the_next_run_works(
    template: Path, tmp_path: Path, name: str, full: bool
) -> None:
    words = commands()[name]
    count = calls(template, words, tmp_path / "counted")
    at = count // 3 if full else count * 2 // 3 | 1
    assert list(faults(template, words, at, tmp_path / "one", full=full)) == [], (at, count)


@pytest.mark.parametrize("name", ["workbook to a new folder", "new", "new and empty"])
def test_killed_when_the_folder_stands_already(template: Path, tmp_path: Path, name: str) -> None:
    """The next run writes nothing or refuses, and still takes away what was left."""
    words = commands()[name]
    count = calls(template, words, tmp_path / "counted")
    for at in range(count - 12, count, 4):
        assert list(faults(template, words, at, tmp_path / str(at), full=False)) == [], (at, count)


@pytest.mark.parametrize("name", ["regenerate", "regenerate in place"])
def test_killed_in_the_store(template: Path, tmp_path: Path, name: str) -> None:
    """The next run keeps the same base again, or none, and takes away what was left in the store."""
    words = commands()[name]
    count = calls(template, words, tmp_path / "counted")
    for at in range(count // 4, count, 5):
        assert list(faults(template, words, at, tmp_path / str(at), full=False)) == [], (at, count)
