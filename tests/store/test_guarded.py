"""A file of a package is written only where it is still what its writer saw."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import store
from generator.jobs.output import replace_seen
from generator.model.errors import InputError, OutputError, StaleError


@pytest.mark.parametrize(
    ("there", "seen", "data", "after"),
    [
        (b"1", b"1", b"2", b"2"),
        (None, None, b"2", b"2"),
        (b"1", b"1", None, None),
        (b"3", b"1", b"2", b"3"),
        (b"3", None, b"2", b"3"),
        (None, b"1", b"2", None),
        (b"3", b"1", None, b"3"),
    ],
)
def test_only_what_was_seen_is_replaced(
    tmp_path: Path, there: bytes | None, seen: bytes | None, data: bytes | None, after: bytes | None
) -> None:
    file = tmp_path / "text" / "a.md"
    file.parent.mkdir()
    if there is not None:
        file.write_bytes(there)
    written = store.replace_unchanged(tmp_path, file, seen, data)
    assert written == (there == seen)
    assert (file.read_bytes() if file.exists() else None) == after


def test_what_was_not_seen_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"3")
    with pytest.raises(StaleError) as stale:
        replace_seen(tmp_path, "a.csv", b"1", b"2")
    assert str(stale.value).startswith("a.csv：") and "\n" not in str(stale.value)


def test_a_file_that_is_open_in_an_office_program_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"1")
    (tmp_path / ".~lock.a.csv#").write_bytes(b"")
    with pytest.raises(InputError):
        replace_seen(tmp_path, "a.csv", b"1", b"2")
    assert (tmp_path / "a.csv").read_bytes() == b"1"


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"")
    with pytest.raises(OutputError):
        replace_seen(tmp_path, "text/a.md", None, b"2")
