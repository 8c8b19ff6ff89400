"""The templates of the kinds as they come compiled in a wheel, beside the kinds.

What stands there is found by what a template says and by what compiles it: one that was changed is
not found, and is compiled in the process.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha1
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType

import jinja2

from generator.figures import counting, sandbox
from generator.model import files
from generator.model.files import templates_root
from generator.report.compose import block_marks, builtins, template_facts, template_uses

FOLDER = templates_root() / files.COMPILED
"""Where they stand; ``report.precompile`` writes them when nigao is installed."""
_COMPILERS = (counting, sandbox, block_marks, builtins, template_facts, template_uses)
"""The modules that a compiled template, and what is read from it, depends on."""


def code_of(name: str, source: str, filename: str) -> CodeType | None:
    """The code of a template, named after its file; None where it did not come compiled."""
    code = _stored(code_file(name, source))
    return None if code is None else _of_file(code, filename)


def facts_of(name: str, source: str) -> str:
    """What was read from a template, as it was written down; "" where it did not come compiled."""
    path = facts_file(name, source)
    return path.read_text("utf-8") if path.is_file() else ""


def code_file(name: str, source: str) -> Path:
    """Where the code of a template stands, or would."""
    return FOLDER / f"code_{_digest(name, source)}.py"


def facts_file(name: str, source: str) -> Path:
    """Where what was read from a template stands, or would."""
    return FOLDER / f"facts_{_digest(name, source)}.json"


def _stored(path: Path) -> CodeType | None:
    loader = SourceFileLoader(path.stem, str(path))
    return loader.get_code(path.stem) if path.is_file() else None


def _of_file(code: CodeType, filename: str) -> CodeType:
    """The code and all code in it, as if it were compiled from that file: messages name it."""
    inner = (_of_file(it, filename) if isinstance(it, CodeType) else it for it in code.co_consts)
    return code.replace(co_filename=filename, co_consts=tuple(inner))


def _digest(name: str, source: str) -> str:
    return sha1("\0".join((_compilers(), name, source)).encode()).hexdigest()[:16]


@cache
def _compilers() -> str:
    """What compiles templates: the version of Jinja2 and the text of our own part."""
    ours = [Path(str(module.__file__)).read_text("utf-8") for module in _COMPILERS]
    return "\0".join((jinja2.__version__, *ours))
