"""Regular expressions that come compiled, as the templates of the kinds do: to compile those of a
draft and its check takes a fifth of a cold run, to read them a hundredth.

They stand in ``patterns.bin`` beside this module, which ``jobs.precompile`` writes when nigao is
built or installed. What stands there is found by what a pattern says: one that was changed is not
found and is compiled in the process, as all are where the file was written by another version of
Python or is not there.
"""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

_sre = import_module("_sre")
FILE = Path(__file__).with_name("patterns.bin")
"""Where they stand."""
VERSION = f"{sys.version_info[:2]} {_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"
"""What may read them: as with bytecode, the code of a pattern is made for one version of Python."""

Asked = tuple[str, int]
"""What a pattern says, and its flags, re.UNICODE among them."""
Stored = tuple[bytes, int, dict[str, int]]
"""The code of a pattern (unsigned ints), how many groups it has, and the numbers of those that have
a name."""


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression that ``re.compile`` makes of a pattern. Raises re.error as that
    does."""
    asked = pattern, int(flags | re.UNICODE)
    stored = _STORED.get(asked)
    return re.compile(pattern, flags) if stored is None else _restored(asked, stored)


def _restored(asked: Asked, stored: Stored) -> re.Pattern[str]:
    """A pattern made of its code, which is the last step of ``re.compile``."""
    code, groups, names = stored
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    numbers = memoryview(code).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(*asked, numbers, groups, names, tuple(by_number))
    return made


def read_stored(path: Path) -> Mapping[Asked, Stored]:
    """The patterns that a file holds; none where it is not there or is for another Python."""
    try:
        version, stored = marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return stored if version == VERSION else {}


_STORED = read_stored(FILE)
