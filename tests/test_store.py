"""What was written before is remembered beside the package, and files are written whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator import store
from generator.model.errors import InputError


def test_the_store_of_a_workbook_lies_beside_it(tmp_path: Path) -> None:
    book = tmp_path / "清河.xlsx"
    book.write_bytes(b"")
    assert store.folder(book) == tmp_path / ".nigao" / "清河"
    assert store.folder(tmp_path / "清河") == tmp_path / "清河" / ".nigao"


def test_only_the_bytes_that_were_written_are_ours(tmp_path: Path) -> None:
    store.remember(tmp_path, b"1")
    store.remember(tmp_path, b"2")
    assert [store.written_by_us(tmp_path, data) for data in (b"1", b"2", b"3")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("content", ["", "{", "{}", "[1", "1"])
def test_a_broken_memory_knows_nothing_and_is_written_anew(tmp_path: Path, content: str) -> None:
    path = store.folder(tmp_path) / store.WRITTEN
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    assert not store.written_by_us(tmp_path, b"1")
    store.remember(tmp_path, b"1")
    assert store.written_by_us(tmp_path, b"1")


def test_bases_come_back_the_oldest_first(tmp_path: Path) -> None:
    for age, name in ((1, "b"), (3, "a"), (2, "c")):
        store.save_base(tmp_path, name, f"text of {name}")
        os.utime(store.folder(tmp_path) / store.BASES / f"{name}.json", (10 - age, 10 - age))
    (store.folder(tmp_path) / store.BASES / "broken.json").write_bytes(b"\xff")
    assert store.stored_bases(tmp_path) == ["text of a", "text of c", "text of b"]


def test_the_same_base_is_not_written_again(tmp_path: Path) -> None:
    """Its age is the time when it was first written: the order of bases stays."""
    store.save_base(tmp_path, "a", "text")
    path = store.folder(tmp_path) / store.BASES / "a.json"
    os.utime(path, (1, 1))
    store.save_base(tmp_path, "a", "text")
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("lock", ["~$稿件.docx", ".~lock.领导稿件.docx#", ".~领导稿件.docx"])
def test_a_file_that_is_open_in_a_word_processor(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "领导稿件.docx"
    path.write_bytes(b"1")
    assert store.read_edited(path) == b"1"
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(InputError, match="打开着"):
        store.read_edited(path)


def test_a_file_is_written_whole_or_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    store.replace_file(path, b"1")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        store.replace_file(path, b"2")
    assert [item.name for item in tmp_path.iterdir()] == ["a"] and path.read_bytes() == b"1"
