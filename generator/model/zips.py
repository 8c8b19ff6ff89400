"""The writer of every zip, of Word files and of workbooks; ``inputs.unzip`` is its reader."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import IO

_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16
_UNIX = 3
_CLOCK = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_TIME = rb"\g<1>2000-01-01T00:00:00Z"


def without_clock(workbook: bytes, replaced: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook just saved, its dates of creation and change fixed: same content, same bytes.
    ``replaced`` are parts that are other than they were saved, by name."""
    changed = replaced or {}
    with zipfile.ZipFile(io.BytesIO(workbook)) as source:
        parts = [(name, changed.get(name) or source.read(name)) for name in source.namelist()]
    core = "docProps/core.xml"
    return zipped(
        (name, _CLOCK.sub(_NO_TIME, part) if name == core else part) for name, part in parts
    )


def zipped(members: Iterable[tuple[str, bytes | Iterator[bytes]]]) -> bytes:
    """A zip without a clock: the same names and contents in the same order give the same bytes.

    A content that is an iterator is compressed piece by piece while it is made.
    """
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as file:
        for name, content in members:
            item = zipfile.ZipInfo(name, _DATE)
            item.compress_type = zipfile.ZIP_DEFLATED
            item.create_system = _UNIX
            item.external_attr = _MODE
            if isinstance(content, bytes):
                file.writestr(item, content)
            else:
                with file.open(item, "w") as member:
                    _write_as_it_comes(member, content)
    return result.getvalue()


def _write_as_it_comes(member: IO[bytes], pieces: Iterator[bytes]) -> None:
    """Write pieces in a thread of its own, so that one is compressed while the next is made."""
    first, second = next(pieces, b""), next(pieces, None)
    if second is None:
        member.write(first)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as pool:
        pending = pool.submit(member.write, first)
        for piece in chain((second,), pieces):
            pending.result()
            pending = pool.submit(member.write, piece)
        pending.result()
