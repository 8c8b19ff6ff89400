"""The door: regular files only, limits before reading and while unpacking, paths inside."""

from __future__ import annotations

import io
import os
import socket
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import limits
from generator.model.errors import InputError
from generator.model.inputs import inside, is_folder, read_file, stands, unzip


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
    finally:
        os.chdir(here)


def _of_size(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


# what stands there, what the message must say
REFUSED: list[tuple[str, Callable[[Path], None], str]] = [
    ("nothing", lambda path: None, "没有这个文件"),
    ("folder", Path.mkdir, "这是文件夹，不是文件"),
    ("fifo", os.mkfifo, "这是管道，不是普通文件"),
    ("socket", _socket, "这是套接字，不是普通文件"),
    ("device", lambda path: path.symlink_to("/dev/zero"), "这是设备，不是普通文件"),
    ("symlink to nothing", lambda path: path.symlink_to("gone"), "没有这个文件"),
    ("symlink to itself", lambda path: path.symlink_to(path.name), "读不了（"),
    ("one byte more", _of_size(1025), "文件超过 1 KB，不读"),
    (
        "endless for its size",
        lambda path: path.symlink_to("/proc/self/maps"),
        "文件超过 1 KB，不读",
    ),
]


@pytest.mark.parametrize(("make", "message"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_only_regular_files_within_the_limit_are_read(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "文件"
    make(path)
    with pytest.raises(InputError) as raised:
        read_file(path, 1024, "甲.csv")
    assert str(raised.value).startswith(f"甲.csv：{message}")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a\0b", "文件名里有不能用的字符"),
        ("长" * 300, "文件名太长"),
        ("\ud800", "文件名里有不能用"),
    ],
)
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_file(tmp_path / name, 1024)
    with pytest.raises(InputError, match=message):
        stands(tmp_path / name)


def test_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "甲").write_text("1", encoding="utf-8")
    (tmp_path / "乙").symlink_to("gone")
    paths = (tmp_path, tmp_path / "甲", tmp_path / "乙", tmp_path / "甲" / "丙")
    assert [stands(path) for path in paths] == [True, True, False, False]
    assert [is_folder(path) for path in paths] == [True, False, False, False]


def test_a_file_of_the_limit_and_a_link_to_it_are_read(tmp_path: Path) -> None:
    (tmp_path / "甲").write_bytes(b"1" * 1024)
    (tmp_path / "乙").symlink_to("甲")
    assert read_file(tmp_path / "乙", 1024) == b"1" * 1024


def test_inside_follows_links(tmp_path: Path) -> None:
    package = tmp_path / "包"
    package.mkdir()
    (package / "外").symlink_to(tmp_path)
    (package / "圈").symlink_to("圈")
    assert inside(package, package / "text" / "lead.md")
    assert inside(package, package / "圈")
    assert not inside(package, package / "外" / "甲.md")
    assert not inside(package, package / ".." / "甲.md")
    assert not inside(package, tmp_path / "包二")


def _zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as file:
        for name, content in members:
            file.writestr(name, content)
    return data.getvalue()


def _lying(data: bytes, size: int) -> bytes:
    """The zip whose directory gives another unpacked size of its one part."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", size) + data[at + 4 :]


def test_parts_come_in_the_order_of_the_zip() -> None:
    assert list(unzip(_zip(("b", b"1"), ("a/", b""), ("a/c", b"2")), "甲").items()) == [
        ("b", b"1"),
        ("a/c", b"2"),
    ]


@pytest.mark.parametrize(
    ("limit", "value", "members", "message"),
    [
        ("ARCHIVE_PARTS", 2, [("a", b""), ("b", b""), ("c", b"")], "里面有3个部件，最多2个"),
        ("PART_BYTES", 1024, [("a", bytes(1025))], "里面的 a 解开后超过 1 KB"),
        ("UNPACKED_BYTES", 1024, [("a", bytes(1000)), ("b", bytes(25))], "合计超过 1 KB"),
        ("XML_BYTES", 1024, [("a.xml", b"<a>" + bytes(1024))], "里面的 a.xml 解开后超过 1 KB"),
        ("XML_MARKS", 20_000, [("a", b" \n" + b'<a b=""/>' * 10_001)], "a 有超过2万个标记"),
        ("XML_MARKS", 9, [("a", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')], "里面的 a 定义了实体"),
        ("XML_MARKS", 9, [("a", "<!ENTITY>".encode("utf-16"))], "里面的 a 定义了实体"),
    ],
)
def test_each_limit_of_an_archive(
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    value: int,
    members: list[tuple[str, bytes]],
    message: str,
) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(InputError) as raised:
        unzip(_zip(*members), "甲.docx")
    assert message in str(raised.value)
    assert str(raised.value).startswith("甲.docx：")


def test_what_a_zip_says_of_its_sizes_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PART_BYTES", 1024)
    with pytest.raises(zipfile.BadZipFile):
        unzip(_lying(_zip(("a", bytes(10**6))), 1000), "甲.docx")


DAMAGED: list[tuple[str, bytes]] = [
    ("empty", b""),
    ("no zip", b"Word"),
    ("truncated", _zip(("a", b"1234"))[:-30]),
    ("bit flip in the data", _zip(("a", bytes(100))).replace(b"c`", b"\xff\xff", 1)),
    ("another compression", _zip(("a", b"1"), method=zipfile.ZIP_BZIP2)),
]


@pytest.mark.parametrize("data", [c[1] for c in DAMAGED], ids=[c[0] for c in DAMAGED])
def test_a_damaged_zip_is_one_error(data: bytes) -> None:
    with pytest.raises(zipfile.BadZipFile):
        unzip(data, "甲.docx")


def test_a_name_twice_is_damage() -> None:
    with pytest.warns(UserWarning):
        data = _zip(("a", b"1"), ("a", b"2"))
    with pytest.raises(zipfile.BadZipFile):
        unzip(data, "甲.docx")


@pytest.mark.parametrize("seed", range(8))
def test_any_flipped_byte_is_damage_or_none(seed: int) -> None:
    data = _zip(("[Content_Types].xml", b"<a/>" * 40), ("xl/b.xml", b"<b/>" * 9))
    for at in range(seed, len(data), 8):
        try:
            unzip(data[:at] + bytes([data[at] ^ (1 << seed)]) + data[at + 1 :], "甲.docx")
        except (zipfile.BadZipFile, InputError):
            continue
