"""What was written before is remembered beside the package, and files are written whole."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model.errors import InputError, LinkedAwayError, OutputError, reason
from generator.store import history as store
from generator.store.guarded import replace_unchanged

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX alone")


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


def test_what_version_0_1_0_remembered_is_known(tmp_path: Path) -> None:
    path = store.folder(tmp_path) / "written.json"
    path.parent.mkdir()
    path.write_text(json.dumps([hashlib.sha256(b"1").hexdigest()]), encoding="utf-8")
    assert store.written_by_us(tmp_path, b"1") and not store.written_by_us(tmp_path, b"2")


@pytest.mark.parametrize("content", ["", "{", "{}", "[1", "1", "[" * 100_000])
def test_a_broken_memory_of_version_0_1_0_knows_nothing(tmp_path: Path, content: str) -> None:
    path = store.folder(tmp_path) / "written.json"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    assert not store.written_by_us(tmp_path, b"1")
    store.remember(tmp_path, b"1")
    assert store.written_by_us(tmp_path, b"1")


@POSIX
def test_a_pipe_in_place_of_a_memory_is_not_waited_for(tmp_path: Path) -> None:
    store.folder(tmp_path).mkdir()
    os.mkfifo(store.folder(tmp_path) / "written.json")
    assert not store.written_by_us(tmp_path, b"1")


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ('["甲\\u001e2"]', True),
        (r'["C:\\ud800"]', True),
        (r'["\ud800"]', False),
        (r'["\\\uDC00"]', False),
    ],
)
def test_what_is_stored_spells_no_half_character_out(
    tmp_path: Path, text: str, is_read: bool
) -> None:
    store.save_base(tmp_path, "a", [text])
    store.save_matters(tmp_path, "a", text)
    kept = text if is_read else ""
    assert [found for _, found in store.stored_bases(tmp_path)] == [kept]
    assert [found for _, found in store.stored_heads(tmp_path)] == [kept]
    assert store.stored_matters(tmp_path, "a") == kept


def test_bases_come_back_the_oldest_first(tmp_path: Path) -> None:
    for age, name in ((1, "b"), (3, "a"), (2, "c")):
        store.save_base(tmp_path, name, ["text ", f"of {name}"])
        os.utime(store.folder(tmp_path) / store.BASES / f"{name}.json.xz", (10 - age, 10 - age))
    (store.folder(tmp_path) / store.BASES / "broken.json").write_bytes(b"\xff")
    (store.folder(tmp_path) / store.BASES / "short.json.xz").write_bytes(lzma.compress(b"a")[:-1])
    stored = [(path.name.partition(".")[0], text) for path, text in store.stored_bases(tmp_path)]
    assert {("broken", ""), ("short", "")} <= set(stored)
    texts = [text for _, text in stored if text]
    assert texts == ["text of a", "text of c", "text of b"]


def test_a_base_that_an_earlier_version_kept_uncompressed_is_read_and_then_replaced(
    tmp_path: Path,
) -> None:
    old = store.folder(tmp_path) / store.BASES / "a.json"
    old.parent.mkdir(parents=True)
    old.write_text("text", encoding="utf-8")
    assert list(store.stored_bases(tmp_path)) == [(old, "text")]
    store.save_base(tmp_path, "a", ["text"])
    assert list(store.stored_bases(tmp_path)) == [(old.with_suffix(".json.xz"), "text")]


def test_the_same_base_is_not_written_again(tmp_path: Path) -> None:
    """Its age is the time when it was first written: the order of bases stays."""
    store.save_base(tmp_path, "a", ["text"])
    path = store.folder(tmp_path) / store.BASES / "a.json.xz"
    os.utime(path, (1, 1))
    store.save_base(tmp_path, "a", ["text"])
    assert path.stat().st_mtime == 1


@pytest.mark.parametrize("lock", ["~$稿件.docx", ".~lock.领导稿件.docx#", ".~领导稿件.docx"])
def test_a_file_that_is_open_in_a_word_processor(tmp_path: Path, lock: str) -> None:
    path = tmp_path / "领导稿件.docx"
    path.write_bytes(b"1")
    assert store.read_edited(path) == b"1"
    (tmp_path / lock).write_bytes(b"")
    with pytest.raises(InputError, match="打开着"):
        store.read_edited(path)


def test_a_copy_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    names = [store.keep_copy(path, data).name for data in (b"1", b"2", b"1")]
    assert names == ["稿.前稿1.docx", "稿.前稿2.docx", "稿.前稿1.docx"]
    assert (tmp_path / "稿.前稿1.docx").read_bytes() == b"1"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize(
    ("sort", "named"), [("folder", "文件夹"), ("pipe", "管道"), ("long", "文件名太长")]
)
def test_what_is_no_file_is_not_written_over(tmp_path: Path, sort: str, named: str) -> None:
    target = tmp_path / ("长" * 100 if sort == "long" else "稿.docx")
    if sort == "folder":
        target.mkdir()
    elif sort == "pipe":
        os.mkfifo(target)
    with pytest.raises(OutputError, match=f"写不进去（.*{named}"):
        store.present(target)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_store_is_no_draft_and_stops_nothing(tmp_path: Path) -> None:
    pipe = store.folder(tmp_path) / "drafts" / "a.json"
    pipe.parent.mkdir(parents=True)
    os.mkfifo(pipe)
    assert list(store.stored_bases(tmp_path)) == [(pipe, "")]


def test_what_a_system_leaves_in_the_store_is_no_draft(tmp_path: Path) -> None:
    store.save_base(tmp_path, "a", ["一"])
    for name in ("._a.json.xz", ".DS_Store"):
        (store.folder(tmp_path) / store.BASES / name).write_bytes(b"\x00\x05\x16\x07")
    assert [text for _, text in store.stored_bases(tmp_path)] == ["一"]


def test_a_garbled_draft_is_written_anew(tmp_path: Path) -> None:
    store.save_base(tmp_path, "a", ["一"])
    path = store.folder(tmp_path) / "drafts" / "a.json.xz"
    path.write_bytes(b"\xff\xfe\x00")
    store.save_base(tmp_path, "a", ["一"])
    assert list(store.stored_bases(tmp_path)) == [(path, "一")]


def test_the_first_line_of_a_base_is_read_alone(tmp_path: Path) -> None:
    store.save_base(
        tmp_path, "0a1b2c3d", ['{"id": "一", "blocks": [', "\n" + "块" * 50_000, "\n]}\n"]
    )
    [(path, line)] = store.stored_heads(tmp_path)
    assert line == '{"id": "一", "blocks": ['
    assert store.stored_base(path).startswith(line + "\n块")
    path.write_bytes(b"no xz")
    assert store.stored_heads(tmp_path) == [(path, "")]


LINKS = [
    ("store", lambda store, out: store.symlink_to(out)),
    ("drafts", lambda store, out: (store.mkdir(), (store / "drafts").symlink_to(out))),
    ("open", lambda store, out: (store.mkdir(), (store / "open").symlink_to(out))),
    ("written", lambda store, out: (store.mkdir(), (store / "written").symlink_to(out))),
    ("inside", lambda store, out: store.symlink_to(store.parent / "text")),
    (
        "a file",
        lambda store, out: (
            (store / "drafts").mkdir(parents=True),
            (store / "open").mkdir(),
            (store / "written").mkdir(),
            (store / "drafts" / "a.json.xz").symlink_to(out / "a"),
            (store / "open" / "a.json").symlink_to(out / "a"),
            (store / "written" / hashlib.sha256(b"1").hexdigest()).symlink_to(out / "new"),
            (store / "lock").symlink_to(out / "lock"),
        ),
    ),
]
"""What a package that was sent may hold in place of its store."""


@POSIX
@pytest.mark.parametrize(("name", "link"), LINKS, ids=[case[0] for case in LINKS])
def test_nothing_is_written_or_removed_through_a_link_in_the_store(
    tmp_path: Path, name: str, link: Callable[[Path, Path], object]
) -> None:
    package, out = tmp_path / "清河", tmp_path / "out"
    (package / "text").mkdir(parents=True)
    for folder in (out, out / "drafts", out / "open"):
        folder.mkdir()
        (folder / ".nigao-abc.tmp").write_bytes(b"x")
    (out / "a").write_bytes(b"a person's")
    link(store.folder(package), out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    refused = 0
    for write in (
        lambda: store.save_base(package, "a", ["text"]),
        lambda: store.save_matters(package, "a", "{}"),
        lambda: store.remember(package, b"1"),
        lambda: replace_unchanged(package, package / "a.csv", None, b"1"),
    ):
        try:
            write()
        except LinkedAwayError as error:
            refused += 1
            assert ".nigao 是链接" in reason(error)
    list(store.stored_bases(package))
    assert before == {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert refused == (4 if name in ("store", "inside", "a file") else 1)
    assert not any((package / "text").iterdir())


@POSIX
def test_a_pipe_in_place_of_the_lock_is_not_waited_for(tmp_path: Path) -> None:
    store.folder(tmp_path).mkdir()
    os.mkfifo(store.folder(tmp_path) / "lock")
    with pytest.raises(OSError):
        replace_unchanged(tmp_path, tmp_path / "a.csv", None, b"1")


def test_a_package_that_is_reached_by_a_link_has_its_store(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "there")
    store.save_base(tmp_path / "link", "a", ["text"])
    assert [text for _, text in store.stored_bases(tmp_path / "there")] == ["text"]
