"""What was written before: the hashes of every file that nigao wrote for a package, and every draft ever written.

Kept in PACKAGE/.nigao (beside the file, in .nigao/NAME, where the package is a workbook): drafts travel and come back
under other names, so the store lies with the data.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from generator.model.errors import InputError, OutputError, Problem, reason

FOLDER, RECORD, DRAFTS = ".nigao", "written.json", "drafts"
_LOCKS = ("~${}", ".~lock.{}#", ".~{}")


def folder(package: Path) -> Path:
    """Where the store of a package lies."""
    return package.parent / FOLDER / package.stem if package.is_file() else package / FOLDER


def save_draft(package: Path, draft: str, text: str) -> None:
    """Keep a draft (as JSON) under its id. Raises OSError where the package cannot be written to."""
    path = folder(package) / DRAFTS / f"{draft}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        replace_file(path, text.encode())


def stored_drafts(package: Path) -> list[str]:
    """The stored drafts as JSON, the oldest first; what cannot be read is left out."""
    found: list[tuple[float, str]] = []
    for path in sorted((folder(package) / DRAFTS).glob("*.json")):
        try:
            found.append((path.stat().st_mtime, path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            continue
    return [text for _, text in sorted(found, key=lambda item: item[0])]


def read_edited(path: Path) -> bytes:
    """A file that people worked on. Raises InputError where it is missing, open in a word processor or unreadable."""
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
    """Raise InputError where a word processor has the file open: what is not saved yet would be lost."""
    for name in (f"~${path.name[2:]}", *(lock.format(path.name) for lock in _LOCKS)):
        if name.strip("~$") and (path.parent / name).is_file():
            raise InputError(
                Problem(
                    "正在 Word、WPS 或 LibreOffice 里打开着",
                    f"请存盘、关闭后再试；如果没有打开，请删去“{name}”",
                    str(path),
                )
            )


def keep_copy(path: Path, data: bytes) -> Path:
    """Put the present content of a file beside it as NAME.前稿N.docx; gives the new name. Raises OutputError."""
    number = 1
    while (copy := path.with_name(f"{path.stem}.前稿{number}{path.suffix}")).exists():
        try:
            if copy.read_bytes() == data:
                return copy
        except OSError:
            pass
        number += 1
    try:
        replace_file(copy, data)
    except OSError as error:
        raise _cannot(copy, error) from None
    return copy


def write_over(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, over whatever stands there (kept before). Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _cannot(path, error) from None


def written_by_us(package: Path, data: bytes) -> bool:
    """Whether exactly these bytes were written for the package before."""
    return hashlib.sha256(data).hexdigest() in _hashes(package)


def record(package: Path, data: bytes) -> None:
    """Remember that these bytes were written. Raises OSError where the package cannot be written to."""
    hashes = [*_hashes(package), hashlib.sha256(data).hexdigest()]
    place = folder(package)
    place.mkdir(parents=True, exist_ok=True)
    replace_file(place / RECORD, json.dumps(list(dict.fromkeys(hashes)), indent=0).encode())


def _hashes(package: Path) -> list[str]:
    try:
        content = json.loads((folder(package) / RECORD).read_text(encoding="utf-8"))
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
        raise OutputError(
            Problem(
                "已有这个文件，而且有人改过（或不是拟稿写的），没有覆盖它",
                "请用 -o 换一个文件名，或先把它移走",
                str(path),
            )
        )
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
    return OutputError(
        Problem(
            f"写不进去（{reason(error)}）",
            "请关闭正在打开它的程序，检查文件夹是否存在、有没有写权限和空间",
            str(path),
        )
    )
