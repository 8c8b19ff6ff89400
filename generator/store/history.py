"""What was written before: the hash of every file written for a package, and every draft as JSON,
compressed.

Kept in PACKAGE/.nigao (beside the file, in .nigao/NAME, where the package is a workbook): drafts
travel and come back under other names, so the store lies with the data. What may be written over
what is decided by ``jobs.output``.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from generator.model.errors import InputError, LinkedAwayError, OutputError, Problem, reason
from generator.model.inputs import is_folder, read_file, resolved, stands
from generator.model.leftovers import files_ending
from generator.model.limits import ARCHIVE_BYTES, UNPACKED_BYTES
from generator.model.regex import regex
from generator.store.disk import create_file, replace_file, sweep

FOLDER, WRITTEN, BASES, MATTERS = ".nigao", "written", "drafts", "open"
_BASE_ENDING, _OLD_BASE_ENDING = ".json.xz", ".json"
"""How the files of drafts end; earlier versions did not compress them."""
_HEAD_BYTES = 10_000
"""The first line of a draft, which says whose it is, is shorter."""
_NAME_BYTES = 255
"""Bytes of a name, the most that any disk in use holds."""
_OLD_WRITTEN = "written.json"
"""Where version 0.1.0 kept the hashes of what it had written."""
_HALF_CHARACTER = regex(r"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")
_LOCKS = ("~${}", ".~lock.{}#", ".~{}")
"""The file that a word processor puts beside one that it has open."""


def folder(package: Path) -> Path:
    """Where the store of a package lies."""
    is_workbook = stands(package) and not is_folder(package)
    return package.parent / FOLDER / package.stem if is_workbook else package / FOLDER


def inner(package: Path, *parts: str) -> Path:
    """A path in the store that may be written. Raises LinkedAwayError where a link stands in it:
    whoever sent the package may have put it there."""
    store = folder(package)
    home, path = store.parents[store.parts[::-1].index(FOLDER)], store.joinpath(*parts)
    if resolved(path) != resolved(home) / path.relative_to(home):
        raise LinkedAwayError
    return path


def save_base(package: Path, draft: str, pieces: Iterable[str]) -> None:
    """Keep a draft as JSON, which comes in pieces, under its id: a base of later regenerations.

    Raises OSError where the package cannot be written to.
    """
    path = inner(package, BASES, f"{draft}{_BASE_ENDING}")
    path.parent.mkdir(parents=True, exist_ok=True)
    press = lzma.LZMACompressor(preset=0)
    data = b"".join([*(press.compress(piece.encode()) for piece in pieces), press.flush()])
    if not _holds(path, data):
        replace_file(path, data)
    path.with_suffix("").unlink(missing_ok=True)


def stored_bases(package: Path) -> Iterator[tuple[Path, str]]:
    """The drafts kept so far as JSON, each with its file, the oldest first; unpacked one by one.

    The text is "" where a file cannot be read. What killed runs left beside them goes.
    """
    return ((path, stored_base(path)) for path in _bases(package))


def stored_heads(package: Path) -> list[tuple[Path, str]]:
    """As ``stored_bases``, of each draft the first line alone: no more of it is unpacked."""
    return [(path, _first_line(path)) for path in _bases(package)]


def _bases(package: Path) -> list[Path]:
    """The files of the drafts kept so far, the oldest first."""
    kept = folder(package) / BASES
    for name in (BASES, MATTERS):
        with suppress(OSError):
            sweep(inner(package, name))
    files = [*files_ending(kept, _BASE_ENDING), *files_ending(kept, _OLD_BASE_ENDING)]
    return sorted(sorted(files), key=_age)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def _first_line(path: Path) -> str:
    try:
        data = read_file(path, ARCHIVE_BYTES)
        if path.suffix == ".xz":
            data = lzma.LZMADecompressor(lzma.FORMAT_XZ).decompress(data, _HEAD_BYTES)
        return _whole(data[:_HEAD_BYTES].partition(b"\n")[0].decode())
    except (InputError, ValueError, lzma.LZMAError):
        return ""


def stored_base(path: Path) -> str:
    """The draft in a file of the store as JSON; "" where it cannot be read."""
    try:
        data = read_file(path, ARCHIVE_BYTES)
        return _whole((_unpressed(data) if path.suffix == ".xz" else data).decode())
    except (InputError, ValueError, lzma.LZMAError):
        return ""


def _whole(text: str) -> str:
    """The JSON. Raises ValueError where it spells a character out that no file can hold: nothing
    that was stored by us does."""
    if ("\\ud" in text or "\\uD" in text) and _HALF_CHARACTER.search(text):
        raise ValueError("half a character")
    return text


def _unpressed(data: bytes) -> bytes:
    """The bytes before they were compressed. Raises LZMAError, ValueError where they are cut off or
    too many."""
    press = lzma.LZMADecompressor(lzma.FORMAT_XZ)
    text = press.decompress(data, UNPACKED_BYTES)
    if not press.eof:
        raise ValueError("not whole")
    return text


def save_matters(package: Path, base: str, text: str) -> None:
    """Keep as JSON what is open in a file, under the id of its base: the last that is kept. Raises
    OSError."""
    path = inner(package, MATTERS, f"{base}.json")
    path.parent.mkdir(parents=True, exist_ok=True)
    if _holds(path, text.encode()):
        path.touch()
    else:
        replace_file(path, text.encode())


def stored_matters(package: Path, base: str) -> str:
    """What is open in the file of a base as JSON; "" where nothing is kept."""
    return stored_base(folder(package) / MATTERS / f"{base}.json")


def last_matters(package: Path) -> Path | None:
    """The file of the matters that were kept last; None where none were."""
    return max(files_ending(folder(package) / MATTERS, ".json"), key=_age, default=None)


def read_edited(path: Path) -> bytes:
    """A file that people worked on.

    Raises InputError where it is missing, open in a word processor or unreadable.
    """
    refuse_open(path)
    return read_file(path, ARCHIVE_BYTES)


def refuse_open(path: Path) -> None:
    """Raise InputError where a word processor has the file open: unsaved work would be lost.

    Word leaves out the first two characters of a name of eight and more, one of seven (before the
    ending), none of fewer.
    """
    locks = [
        f"~${path.name[2:]}",
        f"~${path.name[1:]}",
        *(lock.format(path.name) for lock in _LOCKS),
    ]
    for name in locks:
        if name.strip("~$") and _is_there(path.parent / name):
            raise InputError(
                Problem(
                    "正在 Word、WPS 或 LibreOffice 里打开着",
                    f"请存盘、关闭后再试；如果没有打开，请删去“{name}”",
                    str(path),
                )
            )


def _is_there(lock: Path) -> bool:
    """Whether a lock stands there; no disk holds one whose name is too long."""
    try:
        return stands(lock)
    except InputError:
        if len(os.fsencode(lock.name)) > _NAME_BYTES:
            return False
        raise


def present(path: Path) -> bytes | None:
    """What stands where a file is to be written; None for nothing. Raises OutputError."""
    try:
        return read_file(path, ARCHIVE_BYTES) if stands(path) else None
    except InputError as error:
        messages = "；".join(problem.message for problem in error.problems)
        todo = "请换一个文件名，或检查有没有权限"
        raise OutputError(Problem(f"写不进去（{messages}）", todo, str(path))) from None


def keep_copy(path: Path, data: bytes) -> Path:
    """Put what a Word file holds now beside it as NAME.前稿N.docx, and give that name.

    Raises OutputError.
    """
    names = (path.with_name(f"{path.stem}.前稿{n}{path.suffix}") for n in count(1))
    try:
        return _kept(names, data, path)
    except OSError as error:
        raise _cannot(path, error) from None


def keep_backup(path: Path, data: bytes) -> Path:
    """Put what a file of a package holds now beside it as NAME.bak, NAME.2.bak …, and give that.

    Raises OSError.
    """
    numbers = ("" if n == 1 else f".{n}" for n in count(1))
    return _kept((path.with_name(f"{path.name}{number}.bak") for number in numbers), data, path)


def _kept(names: Iterable[Path], data: bytes, like: Path) -> Path:
    """Write the data under the first name that is free, or find the one that holds them already;
    who may read them is who may read the file that they come from."""
    return next(path for path in names if _holds(path, data) or create_file(path, data, like))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return read_file(path, len(data)) == data
    except InputError:
        return False


def write_over(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, over whatever stands there.

    Raises OutputError; InputError where a word processor has it open.
    """
    refuse_open(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _cannot(path, error) from None


def written_by_us(package: Path, data: bytes) -> bool:
    """Whether exactly these bytes were written for the package before."""
    digest = hashlib.sha256(data).hexdigest()
    return stands(folder(package) / WRITTEN / digest) or digest in _old_hashes(package)


def remember(package: Path, data: bytes) -> None:
    """Remember that these bytes were written for the package: an empty file named by their hash.

    Raises OSError where the package cannot be written to.
    """
    path = inner(package, WRITTEN, hashlib.sha256(data).hexdigest())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def _old_hashes(package: Path) -> list[str]:
    """The hashes that version 0.1.0 wrote down."""
    try:
        content = json.loads(stored_base(folder(package) / _OLD_WRITTEN))
    except (ValueError, RecursionError):
        return []
    return [str(item) for item in content] if isinstance(content, list) else []


def _cannot(path: Path, error: OSError) -> OutputError:
    return OutputError(
        Problem(
            f"写不进去（{reason(error)}）",
            "请关闭正在打开它的程序，检查文件夹是否存在、有没有写权限和空间",
            str(path),
        )
    )
