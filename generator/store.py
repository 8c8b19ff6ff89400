"""What was written before: the hash of every file written for a package, and every draft as JSON.

Kept in PACKAGE/.nigao (beside the file, in .nigao/NAME, where the package is a workbook): drafts
travel and come back under other names, so the store lies with the data. Writes whole or not at all;
what may be written over what is decided by ``jobs.output``.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from generator.model.errors import InputError, OutputError, Problem, reason

FOLDER, WRITTEN, BASES = ".nigao", "written.json", "drafts"
_LOCKS = ("~${}", ".~lock.{}#", ".~{}")
"""The file that a word processor puts beside one that it has open."""


def folder(package: Path) -> Path:
    """Where the store of a package lies."""
    return package.parent / FOLDER / package.stem if package.is_file() else package / FOLDER


def save_base(package: Path, draft: str, text: str) -> None:
    """Keep a draft as JSON under its id, a base of later regenerations.

    Raises OSError where the package cannot be written to.
    """
    path = folder(package) / BASES / f"{draft}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        replace_file(path, text.encode())


def stored_bases(package: Path) -> list[str]:
    """The drafts kept so far as JSON, the oldest first; what cannot be read is left out."""
    dated: list[tuple[float, str]] = []
    for path in sorted((folder(package) / BASES).glob("*.json")):
        try:
            dated.append((path.stat().st_mtime, path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            continue
    return [text for _, text in sorted(dated, key=lambda item: item[0])]


def read_edited(path: Path) -> bytes:
    """A file that people worked on.

    Raises InputError where it is missing, open in a word processor or unreadable.
    """
    refuse_open(path)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(Problem("没有这个文件", "请检查文件名和文件夹", str(path))) from None
    except OSError as error:
        raise InputError(
            Problem(f"读不了（{reason(error)}）", "请关闭正在打开它的程序，检查读取权限", str(path))
        ) from None


def refuse_open(path: Path) -> None:
    """Raise InputError where a word processor has the file open: unsaved work would be lost."""
    locks = [f"~${path.name[2:]}", *(lock.format(path.name) for lock in _LOCKS)]
    for name in locks:
        if name.strip("~$") and (path.parent / name).is_file():
            raise InputError(
                Problem(
                    "正在 Word、WPS 或 LibreOffice 里打开着",
                    f"请存盘、关闭后再试；如果没有打开，请删去“{name}”",
                    str(path),
                )
            )


def present(path: Path) -> bytes | None:
    """What stands where a file is to be written; None for nothing. Raises OutputError."""
    try:
        return path.read_bytes() if path.exists() else None
    except OSError as error:
        raise _cannot(path, error) from None


def keep_copy(path: Path, data: bytes) -> Path:
    """Put what a Word file holds now beside it as NAME.前稿N.docx, and give that name.

    Raises OutputError.
    """
    names = (path.with_name(f"{path.stem}.前稿{n}{path.suffix}") for n in count(1))
    copy = _free(names, data)
    if not copy.exists():
        write_over(copy, data)
    return copy


def keep_backup(path: Path, data: bytes) -> Path:
    """Put what a file of a package holds now beside it as NAME.bak, NAME.2.bak …, and give that.

    Raises OSError.
    """
    numbers = ("" if n == 1 else f".{n}" for n in count(1))
    copy = _free((path.with_name(f"{path.name}{number}.bak") for number in numbers), data)
    if not copy.exists():
        replace_file(copy, data)
    return copy


def _free(names: Iterable[Path], data: bytes) -> Path:
    """The first of the names that no file has, or whose file holds the same."""
    return next(path for path in names if not path.exists() or _holds(path, data))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def write_over(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, over whatever stands there. Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _cannot(path, error) from None


def written_by_us(package: Path, data: bytes) -> bool:
    """Whether exactly these bytes were written for the package before."""
    return hashlib.sha256(data).hexdigest() in _hashes(package)


def remember(package: Path, data: bytes) -> None:
    """Remember that these bytes were written for the package.

    Raises OSError where the package cannot be written to.
    """
    hashes = [*_hashes(package), hashlib.sha256(data).hexdigest()]
    path = folder(package) / WRITTEN
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, json.dumps(list(dict.fromkeys(hashes)), indent=0).encode())


def _hashes(package: Path) -> list[str]:
    try:
        content = json.loads((folder(package) / WRITTEN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [str(item) for item in content] if isinstance(content, list) else []


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
    return OutputError(
        Problem(
            f"写不进去（{reason(error)}）",
            "请关闭正在打开它的程序，检查文件夹是否存在、有没有写权限和空间",
            str(path),
        )
    )
