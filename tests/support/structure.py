"""How generator/ stands: its first-level names, the imports between them, its cycles, its long lines and its density."""

from __future__ import annotations

import ast
import configparser
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import grimp

from support.packages import ROOT

GENERATOR = ROOT / "generator"
LINE = 100
"""Characters that a line may have, comments and docstrings included."""

BRANCHES = (
    ast.If,
    ast.For,
    ast.While,
    ast.ExceptHandler,
    ast.With,
    ast.IfExp,
    ast.comprehension,
    ast.match_case,
    ast.Lambda,
)
SHORT = 10
"""Functions of fewer lines are not asked how dense they are."""

Arrow = tuple[str, str]


@dataclass(frozen=True)
class Function:
    """A function of ten lines or more."""

    location: str
    density: float
    """Branches a line."""


@dataclass(frozen=True)
class Density:
    """Branches a line over all functions of ten lines or more."""

    functions: tuple[Function, ...]
    """The densest first."""

    @property
    def median(self) -> float:
        return statistics.median(function.density for function in self.functions)

    @property
    def ninetieth(self) -> float:
        """The 90th percentile."""
        return self.functions[len(self.functions) // 10].density


def modules() -> list[Path]:
    """Every file of Python under generator/."""
    return sorted(GENERATOR.rglob("*.py"))


def folders() -> list[Path]:
    """Every folder of Python under generator/, the first level and below."""
    return sorted(path.parent for path in GENERATOR.rglob("__init__.py"))


def first_level() -> list[str]:
    """The names that stand in generator/ beside ``__init__``."""
    files = {path.stem for path in GENERATOR.glob("*.py")} - {"__init__"}
    return sorted(files | {path.name for path in folders() if path.parent == GENERATOR})


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("generator", cache_dir=None)


def imports() -> set[Arrow]:
    """Pairs of modules, importer first; names without ``generator.``."""
    graph = _graph()
    return {
        (_inner(module), _inner(target))
        for module in graph.modules
        for target in graph.find_modules_directly_imported_by(module)
        if _inner(module) and _inner(target)
    }


def _inner(module: str) -> str:
    return module.partition(".")[2]


def arrows() -> set[Arrow]:
    """Pairs of first-level names one of which imports the other."""
    pairs = {(a.partition(".")[0], b.partition(".")[0]) for a, b in imports()}
    return {(a, b) for a, b in pairs if a != b}


def cycles(pairs: set[Arrow]) -> list[list[str]]:
    """Groups of names each of which reaches all others of its group."""
    onward: dict[str, set[str]] = {name: set() for pair in pairs for name in pair}
    for a, b in pairs:
        onward[a].add(b)
    reach = {name: _reached(name, onward) for name in onward}
    groups = {frozenset(other for other in reach[name] if name in reach[other]) for name in reach}
    return sorted(sorted(group) for group in groups if group)


def _reached(start: str, onward: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    queue = [start]
    while queue:
        new = onward[queue.pop()] - reached
        reached |= new
        queue.extend(new)
    return reached


def layers() -> list[set[str]]:
    """The first-level names by layer, the top first, as import-linter's contract in setup.cfg says."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    lines = setup["importlinter:contract:layers"]["layers"].split("\n")
    return [{_inner(name.strip(" ()")) for name in line.split("|")} for line in lines if line]


def upward() -> list[Arrow]:
    """Arrows that do not go down: to a higher layer, or sideways within one."""
    level = {name: height for height, names in enumerate(layers()) for name in names}
    return sorted((a, b) for a, b in arrows() if a in level and b in level and level[a] >= level[b])


def long_lines() -> list[str]:
    """Where a line has too many characters."""
    return [
        f"{path.relative_to(ROOT)}:{number} ({len(line)})"
        for path in modules()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LINE
    ]


def density(folder: Path = GENERATOR) -> Density:
    """The density of every function of ten lines or more."""
    functions = [function for path in sorted(folder.rglob("*.py")) for function in _functions(path)]
    return Density(tuple(sorted(functions, key=lambda item: (-item.density, item.location))))


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines >= SHORT:
                location = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                yield Function(location, branches(node) / lines)


def branches(node: ast.AST) -> int:
    """How often the flow of a function may take another way; each ``and``, ``or`` and ``if`` of a clause counts."""
    return sum(_ways(child) for child in ast.walk(node))


def _ways(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, BRANCHES))


def short_docstrings(least: int = 3) -> list[str]:
    """Folders whose ``__init__`` says less than what comes in, what goes out and what it must not know."""
    return [
        str(folder.relative_to(ROOT))
        for folder in folders()
        if len(_docstring(folder / "__init__.py").splitlines()) < least
    ]


def _docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
