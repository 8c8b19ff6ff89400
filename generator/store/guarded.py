"""A file of a package written only where it is still what its writer saw."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.store.disk import replace_file
from generator.store.history import inner, present, refuse_open

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_LOCK = "lock"
"""The file in the store of a package that one writer at a time has locked."""


def replace_unchanged(package: Path, path: Path, before: bytes | None, data: bytes | None) -> bool:
    """Write a file over what stands there (None: nothing), or remove it (``data`` None), if that is
    what ``before`` says; False where it is something else, and nothing is written.

    Two of ours never write at once; another program is noticed until the moment of the renaming.
    Raises OSError; InputError where an office program has the file open.
    """
    refuse_open(path)
    with _alone(package):
        if present(path) != before:
            return False
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)
    return True


@contextmanager
def _alone(package: Path) -> Iterator[None]:
    """While nobody else of ours writes to the package."""
    lock = inner(package, _LOCK)
    if lock.exists() and not lock.is_file():  # a pipe would be waited for without end
        raise OSError(errno.EPERM, "no file", str(lock))
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("ab") as file:
        _wait(file.fileno())
        yield


def _wait(handle: int) -> None:
    """Lock an open file; it is free again where it is closed."""
    if fcntl is not None:
        fcntl.flock(handle, fcntl.LOCK_EX)
        return
    import msvcrt  # pragma: no cover

    msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # pragma: no cover
