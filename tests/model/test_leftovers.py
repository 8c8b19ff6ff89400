"""What programs and systems leave in a folder is passed over, and nothing that a person put there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.leftovers import files_ending, is_leftover


@pytest.mark.parametrize(
    "name",
    ["funds.csv", "~funds.csv", "$funds.csv", "a.~b.csv", "thumbs.csv", "desktop.md", "临时.tmp"],
)
def test_what_a_person_put_there(name: str) -> None:
    assert not is_leftover(name)


@pytest.mark.parametrize(
    "name",
    [
        *("~$funds.csv", ".~funds.csv", "._funds.csv", ".~lock.funds.csv#", "~WRL0003.tmp"),
        *("Thumbs.db", "THUMBS.DB", ".DS_Store", "desktop.ini", "Desktop.ini", ".nigao"),
    ],
)
def test_what_programs_and_systems_leave(name: str) -> None:
    assert is_leftover(name)


def test_a_folder_is_listed_without_them(tmp_path: Path) -> None:
    for name in ("b.csv", "a.csv", "~$a.csv", "._a.csv", "a.md"):
        (tmp_path / name).touch()
    assert [path.name for path in files_ending(tmp_path, ".csv")] == ["a.csv", "b.csv"]
    assert files_ending(tmp_path / "没有", ".csv") == []
