"""Files and folders written whole or not at all.

Everything is written beside its place, forced to the disk and renamed; what a killed run left
behind is removed by the next one that writes to the same folder.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path

from generator.model.inputs import resolved

try:
    import fcntl
except ImportError:  # Windows: a file that is open cannot be removed there, so no lock is needed
    fcntl = None  # type: ignore[assignment]

_PREFIX, _SUFFIX = ".nigao-", ".tmp"
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a disk without hard links (FAT, some network shares) says."""
_FOLDER = ".d"
"""Ends the name of a folder that is being built; the file without it says that somebody does."""


def replace_file(path: Path, data: bytes) -> None:
    """Write a file over whatever stands there; through a symbolic link, where one stands there.

    Raises OSError; then the old file is untouched.
    """
    path = resolved(path) if path.is_symlink() else path
    with _beside(path.parent, data, _mode(path)) as temporary:
        os.replace(temporary, path)
    _sync(path.parent)


def create_file(path: Path, data: bytes, like: Path | None = None) -> bool:
    """Write a file where none stands; False where one does, which is untouched. Raises OSError.

    Who may read it follows from ``like``, the file that it is a copy of.
    """
    mode = _mode(like) if like else None
    with _beside(path.parent, data, mode) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            return _created_directly(path, data, mode)
    _sync(path.parent)
    return True


def _created_directly(path: Path, data: bytes, mode: int | None = None) -> bool:
    """The same on a disk that knows no second name for a file; what cannot be finished goes."""
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            if mode is not None:
                os.chmod(path, mode)
            _write(file, data)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return True


def append(path: Path, data: bytes) -> None:
    """Add to the end of a file and force it to the disk. Raises OSError; what stood there stays."""
    with path.open("ab") as file:
        _write(file, data)


def create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with its files where none stands, or an empty one. Raises OSError.

    ``files`` maps names relative to the folder (``text/lead.md``) to contents.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _claim(folder.parent) as claim:
        building = Path(f"{claim.name}{_FOLDER}")
        try:
            building.mkdir()
            for name, data in files.items():
                _write_into(building / name, data)
            if folder.exists():
                folder.rmdir()
            building.rename(folder)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    _sync(folder.parent)


def _write_into(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        _write(file, data)


def _mode(path: Path) -> int | None:
    """Who may read and write the file that stands there; None where none does."""
    try:
        return stat.S_IMODE(path.stat().st_mode) & 0o777
    except OSError:
        return None


@contextmanager
def _beside(folder: Path, data: bytes, mode: int | None = None) -> Iterator[Path]:
    """A file in the folder that holds the data; it is gone at the end, if it was not renamed.

    ``mode`` is that of the file that it takes the place of, None for a new one.
    """
    with _claim(folder) as file:
        _write(file, data)
        os.chmod(file.name, 0o666 & ~_umask() if mode is None else mode)
        if fcntl is None:
            file.close()
        yield Path(file.name)


@contextmanager
def _claim(folder: Path) -> Iterator[BufferedWriter]:
    """A new file of ours, open and locked: while it is, nobody sweeps it away."""
    sweep(folder)
    file = _locked_file(folder)
    try:
        yield file
    finally:
        file.close()
        with suppress(OSError):
            Path(file.name).unlink()


def _locked_file(folder: Path) -> BufferedWriter:
    while True:
        handle, name = tempfile.mkstemp(dir=folder, prefix=_PREFIX, suffix=_SUFFIX)
        file = os.fdopen(handle, "wb")
        _lock(file)
        if Path(name).exists():  # a sweep may have taken it before the lock was ours
            return _named(file, name)
        file.close()


def _named(file: BufferedWriter, name: str) -> BufferedWriter:
    file.raw.name = name  # type: ignore[attr-defined]
    return file


def _lock(file: BufferedWriter) -> bool:
    """Whether the lock is ours; on a disk without locks it is taken for ours."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def sweep(folder: Path) -> None:
    """Remove what killed runs left in a folder; what another run is writing just now stays."""
    for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError), path.open("r+b") as file:
            if not _lock(file):  # type: ignore[arg-type]
                continue
            if fcntl is None:
                file.close()
            path.unlink()
            shutil.rmtree(f"{path}{_FOLDER}", ignore_errors=True)


def _write(file: BufferedWriter, data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Force the names of a folder to the disk, where the system can."""
    if fcntl is None:
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
