"""Files and folders written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from generator.model.errors import InputError
from generator.store import disk, history


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_replaced_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    disk.replace_file(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == {"a"}


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    disk.replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_file_that_is_there_is_not_created_again(tmp_path: Path) -> None:
    assert disk.create_file(tmp_path / "a", b"first")
    assert not disk.create_file(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"
    assert names(tmp_path) == {"a"}


def test_a_file_is_created_also_where_the_disk_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "link", refuse)
    assert disk.create_file(tmp_path / "a", b"first")
    assert not disk.create_file(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"


def test_the_new_file_can_be_read_by_others_as_any_file(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        disk.replace_file(tmp_path / "a", b"")
    finally:
        os.umask(mask)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".nigao-dead.tmp").write_bytes(b"half")
    (tmp_path / ".nigao-dead.tmp.d").mkdir()
    (tmp_path / ".nigao-dead.tmp.d" / "half").write_bytes(b"half")
    disk.replace_file(tmp_path / "a", b"whole")
    assert names(tmp_path) == {"a"}


def test_what_another_run_is_writing_stays(tmp_path: Path) -> None:
    with disk._beside(tmp_path, b"being written") as temporary:
        disk.replace_file(tmp_path / "a", b"whole")
        assert names(tmp_path) == {"a", temporary.name}


def test_a_folder_appears_whole_with_all_its_files(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    disk.create_folder(tmp_path / "empty", {"a": b"1", "text/b": b"2"})
    assert (tmp_path / "empty" / "text" / "b").read_bytes() == b"2"
    assert names(tmp_path) == {"empty"}


def test_a_folder_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        disk.create_folder(tmp_path / "new", {"a": b"1", "a/b": b"a file cannot be a folder"})
    assert names(tmp_path) == set()


def test_a_folder_with_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_bytes(b"")
    with pytest.raises(OSError):
        disk.create_folder(tmp_path / "full", {"a": b"1"})
    assert names(tmp_path / "full") == {"mine"}


def test_bytes_and_names_are_on_the_disk_in_this_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves the old file or the new one: the bytes come first, then the name."""
    order: list[str] = []

    def synced(handle: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        order.append("folder" if is_folder else "bytes")

    def renamed(old: str | Path, new: str | Path) -> None:
        order.append("name")
        rename(old, new)

    rename = os.replace
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", renamed)
    disk.replace_file(tmp_path / "a", b"new")
    assert order == ["bytes", "name", "folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_who_may_read_a_file_may_read_what_takes_its_place_and_its_copy(
    tmp_path: Path, mode: int
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"1")
    path.chmod(mode)
    copies = [history.keep_backup(path, b"1"), history.keep_copy(path, b"1")]
    disk.replace_file(path, b"2")
    assert [stat.S_IMODE(file.stat().st_mode) for file in (path, *copies)] == [mode] * 3


def test_a_name_that_leaves_no_room_for_a_lock_has_none(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 82 + ".docx")
    path.write_bytes(b"1")
    assert history.read_edited(path) == b"1"
    with pytest.raises(InputError):
        history.read_edited(tmp_path / ("长" * 90 + ".docx"))
