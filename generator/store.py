"""What was written before: the hashes of every file that nigao wrote for a package, kept in PACKAGE/.nigao."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from generator.errors import OutputError, Problem

FOLDER, RECORD = ".nigao", "written.json"


def written_by_us(package: Path, data: bytes) -> bool:
    """Whether exactly these bytes were written for the package before."""
    return hashlib.sha256(data).hexdigest() in _hashes(package)


def record(package: Path, data: bytes) -> None:
    """Remember that these bytes were written. Raises OSError where the package cannot be written to."""
    hashes = [*_hashes(package), hashlib.sha256(data).hexdigest()]
    folder = package / FOLDER
    folder.mkdir(exist_ok=True)
    replace_file(folder / RECORD, json.dumps(list(dict.fromkeys(hashes)), indent=0).encode())


def _hashes(package: Path) -> list[str]:
    try:
        content = json.loads((package / FOLDER / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(item) for item in content] if isinstance(content, list) else []


def write_output(path: Path, data: bytes, package: Path) -> bool:
    """Write a draft whole or not at all, and never over what a person made; False where it stands there already.

    Raises OutputError where the file was changed by a person or cannot be written.
    """
    try:
        there = path.read_bytes() if path.exists() else None
    except OSError as error:
        raise _cannot(path, error) from None
    if there == data:
        return False
    if there is not None and not written_by_us(package, there):
        raise OutputError(Problem("已有这个文件，而且有人改过（或不是拟稿写的），没有覆盖它", "请用 -o 换一个文件名，或先把它移走",
                                  str(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _cannot(path, error) from None
    return True


def replace_file(path: Path, data: bytes) -> None:
    """Write beside, then rename, so that the file is whole or as it was. Raises OSError."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _cannot(path: Path, error: OSError) -> OutputError:
    return OutputError(Problem(f"写不进去（{error.strerror or error}）", "请关闭正在打开它的程序，检查文件夹是否存在、有没有写权限和空间",
                               str(path)))
