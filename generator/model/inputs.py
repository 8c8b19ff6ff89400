"""The door for every file that comes in: regular files only, sizes known before they are read and
again while they are unpacked."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.model import limits
from generator.model.errors import InputError, Problem, reason

_SORTS = {
    stat.S_IFDIR: "这是文件夹，不是文件",
    stat.S_IFIFO: "这是管道，不是普通文件",
    stat.S_IFSOCK: "这是套接字，不是普通文件",
    stat.S_IFCHR: "这是设备，不是普通文件",
    stat.S_IFBLK: "这是设备，不是普通文件",
}
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How parts of an Office file may be compressed (OPC, ISO/IEC 29500-2, 6.2); the others cannot be
unpacked piece by piece."""
_DAMAGED = (
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    IndexError,
)
"""What reading a damaged zip raises, besides BadZipFile."""
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
"""Bytes that may stand before the first tag: marks of the encoding and blanks."""


def read_file(path: Path, limit: int, shown: str = "") -> bytes:
    """The bytes of a regular file of ``limit`` bytes at most, symlinks followed.

    ``shown`` is what messages call the file ("": its path). Raises InputError where it is missing,
    larger, not a regular file (a folder, a pipe, a device), or cannot be read.
    """
    name = shown or str(path)
    status = _status(path, name)
    if status is None:
        raise _refused("没有这个文件", name, "请检查文件名和文件夹")
    if not stat.S_ISREG(status.st_mode):
        raise _refused(_SORTS.get(stat.S_IFMT(status.st_mode), "不是普通文件"), name)
    if status.st_size > limit:
        raise _too_large(name, limit)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(error, name) from None
    if len(data) > limit:
        raise _too_large(name, limit)
    return data


def _unreadable(error: OSError, name: str) -> InputError:
    todo = "请检查文件名、是否被占用、有没有权限"
    return _refused(f"读不了（{reason(error)}）", name, todo)


def refuse_unknown_bytes(paths: Iterable[Path]) -> None:
    """Raise InputError where the name of a file has bytes in no known encoding: what is noted of
    the file could not be found again."""
    problems = [
        Problem("文件名里有认不出的字节（不是 UTF-8）", "请改文件名后再试", str(path))
        for path in paths
        if any("\ud800" <= char <= "\udfff" for char in str(path))
    ]
    if problems:
        raise InputError(problems)


def stands(path: Path, shown: str = "") -> bool:
    """Whether anything stands there. Raises InputError where the name cannot be one or may not be
    seen."""
    return _status(path, shown or str(path)) is not None


def is_workbook(path: Path) -> bool:
    """Whether a package is a workbook rather than a folder, by its name."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


def is_old_workbook(path: Path) -> bool:
    """Whether a file is a workbook of a format that nothing here reads, by its name."""
    return path.suffix.lower() in (".xls", ".et")


def is_folder(path: Path, shown: str = "") -> bool:
    """Whether a folder stands there; False where nothing does. Raises as ``stands``."""
    status = _status(path, shown or str(path))
    return status is not None and stat.S_ISDIR(status.st_mode)


def _status(path: Path, name: str) -> os.stat_result | None:
    """What stands there, symlinks followed; None for nothing."""
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise _unreadable(error, name) from None
    except ValueError:
        raise _refused("文件名里有不能用的字符", name, "请改文件名") from None


def inside(folder: Path, path: Path) -> bool:
    """Whether a path lies in a folder, or is it, with all symlinks followed."""
    return resolved(path).is_relative_to(resolved(folder))


def leading_out(folder: Path, paths: Iterable[Path]) -> Iterator[Path]:
    """The paths that do not lie in a folder with all symlinks followed; they must be written as
    lying in it. Every folder on the way is followed once."""
    home = resolved(folder)
    lies_inside: dict[Path, bool] = {}
    for path in paths:
        followed = path if path.is_symlink() else path.parent
        if followed not in lies_inside:
            lies_inside[followed] = resolved(followed).is_relative_to(home)
        if not lies_inside[followed]:
            yield path


def resolved(path: Path) -> Path:
    """The path with all symlinks followed, as far as they lead somewhere."""
    return Path(os.path.realpath(path))


def unzip(data: bytes, shown: str) -> dict[str, bytes]:
    """The parts of a Word file or a workbook by name, in the order of the zip, folders left out.

    Raises InputError where a limit is passed or an XML part defines entities, and
    BadZipFile where the zip is damaged, locked by a password, holds a name twice or is none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return dict(_parts(file, shown))
    except _DAMAGED as error:
        raise zipfile.BadZipFile(str(error)) from None


def _parts(file: zipfile.ZipFile, shown: str) -> Iterator[tuple[str, bytes]]:
    items = [item for item in file.infolist() if not item.is_dir()]
    if len(items) > limits.ARCHIVE_PARTS:
        raise _over(f"里面有{len(items)}个部件，最多{limits.ARCHIVE_PARTS}个", shown)
    if len({item.filename for item in items}) < len(items):
        raise zipfile.BadZipFile("a name twice")
    room = limits.UNPACKED_BYTES
    for item in items:
        part = _part(file, item, room, shown)
        room -= len(part)
        yield item.filename, part


def _part(file: zipfile.ZipFile, item: zipfile.ZipInfo, room: int, shown: str) -> bytes:
    """One part; what the zip says of its size is not believed."""
    if item.compress_type not in _METHODS:
        raise zipfile.BadZipFile("another compression")
    most = min(room, limits.PART_BYTES)
    with file.open(item) as member:
        part = member.read(most + 1)
    if len(part) > most:
        limit = size_text(limits.UNPACKED_BYTES if most == room else limits.PART_BYTES)
        whole = "解开后合计" if most == room else f"里面的 {item.filename} 解开后"
        raise _over(f"{whole}超过{limit}", shown)
    if _is_xml(part):
        _guard_xml(part, item.filename, shown)
    return part


def _is_xml(part: bytes) -> bool:
    return part.lstrip(_BEFORE_XML).startswith(b"<")


def marks_of(part: bytes) -> int:
    """How many tags and attributes a part has at most; none where it is no XML."""
    return part.count(b"<") + part.count(b"=") if _is_xml(part) else 0


def _guard_xml(part: bytes, name: str, shown: str) -> None:
    """Refuse XML that would fill the memory, and entities, which Office files define none of."""
    if len(part) > limits.XML_BYTES:
        raise _over(f"里面的 {name} 解开后超过{size_text(limits.XML_BYTES)}", shown)
    if marks_of(part) > limits.XML_MARKS:
        message = f"里面的 {name} 有超过{limits.XML_MARKS // 10_000}万个标记"
        raise _over(message, shown)
    if b"<!ENTITY" in part.replace(b"\0", b""):
        todo = "请在 Word、Excel 或 WPS 里另存后再试"
        raise _refused(f"里面的 {name} 定义了实体（ENTITY），不读", shown, todo)


def size_text(size: int) -> str:
    """A limit in bytes as messages say it: 32 MB, 512 KB."""
    return f" {size >> 20} MB" if size >= 2**20 else f" {size >> 10} KB"


def _too_large(shown: str, limit: int) -> InputError:
    return _over(f"文件超过{size_text(limit)}", shown)


def _over(message: str, shown: str) -> InputError:
    return _refused(f"{message}，不读", shown, "请核对是不是这个文件，或把内容分成几份")


def _refused(message: str, shown: str, todo: str = "请给一个普通文件") -> InputError:
    return InputError(Problem(message, todo, shown, unreadable=True))
