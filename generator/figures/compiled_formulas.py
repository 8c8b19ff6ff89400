"""The formulas of the kinds as they come compiled, beside this module.

What stands there is found by what a formula says and by what compiles it: one that was changed is
not found, and is compiled in the process.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from functools import cache
from hashlib import sha1
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2

FILE = Path(__file__).with_name("formulas.bin")
"""Where they stand; ``jobs.precompile`` writes them when nigao is built or installed."""
_COMPILERS = ("counting", "sandbox", "evaluation")
"""The modules of this room that a compiled formula depends on."""


@cache
def stored_formulas() -> Mapping[str, CodeType]:
    """The codes of formulas by what these say; none where the file is not there or was written by
    another version."""
    try:
        version, codes = marshal.loads(FILE.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    found: dict[str, CodeType] = codes if version == _version() else {}
    return found


def write_formulas(codes: Mapping[str, CodeType]) -> None:
    """Write what ``stored_formulas`` reads."""
    FILE.write_bytes(marshal.dumps((_version(), dict(sorted(codes.items())))))
    stored_formulas.cache_clear()


def _version() -> str:
    """What compiles formulas: the versions of Python and Jinja2 and the text of our own part."""
    ours = [FILE.with_name(f"{name}.py").read_text("utf-8") for name in _COMPILERS]
    digest = sha1("\0".join(ours).encode()).hexdigest()
    return f"{MAGIC_NUMBER.hex()} {jinja2.__version__} {digest}"
