"""What comes compiled in a wheel: the templates and formulas of the kinds, and regular expressions.

``python -m generator.jobs.precompile`` does it again where a template or a pattern was changed.
"""

from __future__ import annotations

import gc
import importlib
import marshal
import pkgutil
import re
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jinja2 import TemplateError

from generator.figures.budget import LimitError
from generator.figures.compiled_formulas import write_formulas
from generator.figures.evaluation import compiled
from generator.model import regex
from generator.model.errors import NigaoError
from generator.model.files import templates_root
from generator.model.kind import Kind
from generator.package.read.homes import HomeOrigin, KindHome
from generator.package.read.kind import read_kind
from generator.report.precompile import precompile_templates

_ROOMS = (
    "generator.package.intake",
    "generator.package.read",
    "generator.figures",
    "generator.report",
    "generator.check",
    "generator.store",
    "generator.regenerate.base",
)
"""The rooms whose patterns are written down: each draft is read, composed and checked."""
_NEWEST = 9999
"""The year of the newest edition of a form."""
_PARSER, _COMPILER = map(importlib.import_module, ("re._parser", "re._compiler"))


def precompile() -> None:
    """Write all of it anew."""
    precompile_templates()
    write_formulas(dict(_formulas(templates_root())))
    write_patterns(regex.FILE, _patterns(_ROOMS))


def _formulas(kinds: Path) -> Iterator[tuple[str, CodeType]]:
    """The formulas of the kinds in a folder with their codes; what is faulty is told by whoever
    reads the kind or the formula."""
    home = KindHome(HomeOrigin.PROGRAM, kinds)
    for folder in home.kinds():
        with suppress(NigaoError):
            for formula in _formulas_of(read_kind((home,), folder.name, _NEWEST)):
                with suppress(TemplateError, LimitError):
                    yield formula, compiled(formula)


def _formulas_of(kind: Kind) -> set[str]:
    """All that the figures, the form, the tables and the cross-checks of a kind compute."""
    formulas = {figure.formula for figure in kind.derived.values()}
    formulas |= {row.formula for row in kind.catalogue.values()}
    formulas |= {column.formula for table in kind.tables.values() for column in table.columns}
    formulas |= {check.formula for check in kind.cross_checks}
    return formulas - {""}


def write_patterns(path: Path, patterns: Iterable[regex.Asked]) -> None:
    """Write what ``regex.read_stored`` reads."""
    stored = {asked: _stored(*asked) for asked in sorted(set(patterns))}
    path.write_bytes(marshal.dumps((regex.VERSION, stored)))


def _stored(pattern: str, flags: int) -> regex.Stored:
    """What ``re.compile`` makes of a pattern before its last step."""
    parsed = _PARSER.parse(pattern, flags)
    code = array("I", map(int, _COMPILER._code(parsed, flags)))
    return code.tobytes(), parsed.state.groups - 1, dict(parsed.state.groupdict)


def _patterns(rooms: Iterable[str]) -> Iterator[regex.Asked]:
    """The patterns that there are once the modules of some rooms are imported."""
    for name in rooms:
        path = importlib.import_module(name).__path__
        for module in pkgutil.walk_packages(path, f"{name}."):
            importlib.import_module(module.name)
    for one in gc.get_objects():
        if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
            yield one.pattern, one.flags


if __name__ == "__main__":
    precompile()
