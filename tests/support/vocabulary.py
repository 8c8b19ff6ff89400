"""The names that generator/ gives at module level, and the words that GLOSSARY.md allows them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from support.packages import ROOT
from support.structure import GENERATOR, modules

HEAD = "| word | means here | the others are called | may stand in |"
NOWHERE = "—"
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


@dataclass(frozen=True)
class Name:
    """A module, function, class or constant of generator/."""

    text: str
    sort: str
    """module, function, class or constant."""
    path: Path

    @property
    def dotted(self) -> str:
        """The name below generator/: ``model.kind.Kind``; a module's own is its path."""
        parts = self.path.relative_to(GENERATOR).with_suffix("").parts
        inside = [part for part in parts if part != "__init__"]
        return ".".join(inside if self.sort == "module" else [*inside, self.text])

    @property
    def words(self) -> list[str]:
        """``_read_kind`` and ``ReadKind`` are read, kind."""
        return [word.lower() for word in _WORD.findall(self.text)]

    def holds(self, word: str) -> bool:
        """Whether the word is one of its words, in the singular or the plural."""
        return not {word, f"{word}s"}.isdisjoint(self.words)

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}: {self.text}"


@dataclass(frozen=True)
class Entry:
    """A line of the table of words that had two meanings."""

    words: tuple[str, ...]
    allowed: tuple[str, ...]
    """Patterns of dotted names that may hold one of the words."""

    def allows(self, name: Name) -> bool:
        """Whether the name holds none of the words, or is one that may."""
        return not self.concerns(name) or any(
            fnmatchcase(name.dotted, pattern) for pattern in self.allowed
        )

    def concerns(self, name: Name) -> bool:
        """Whether the name holds one of the words."""
        return any(name.holds(word) for word in self.words)


@cache
def names() -> list[Name]:
    """Every name that generator/ gives at module level, those of modules and folders too."""
    return [name for path in modules() for name in _names(path)]


def _names(path: Path) -> Iterator[Name]:
    if path.stem == "__init__":
        if path.parent != GENERATOR:
            yield Name(path.parent.name, "module", path)
    else:
        yield Name(path.stem, "module", path)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        for text, sort in _given(node):
            yield Name(text, sort, path)


def _given(node: ast.stmt) -> Iterator[tuple[str, str]]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield node.name, "function"
        case ast.ClassDef():
            yield node.name, "class"
        case ast.Assign():
            for target in node.targets:
                yield from ((part.id, "constant") for part in _targets(target))
        case ast.AnnAssign(target=ast.Name(id=text)):
            yield text, "constant"


def _targets(target: ast.expr) -> list[ast.Name]:
    return [part for part in ast.walk(target) if isinstance(part, ast.Name)]


def entries() -> list[Entry]:
    """The table of GLOSSARY.md."""
    lines = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines()
    start = lines.index(HEAD) + 2
    end = next(number for number in range(start, len(lines)) if not lines[number].startswith("|"))
    return [_entry(line) for line in lines[start:end]]


def _entry(line: str) -> Entry:
    words, _, _, allowed = (cell.strip() for cell in line.strip("|").split("|"))
    patterns = () if allowed == NOWHERE else tuple(re.findall(r"`([^`]+)`", allowed))
    return Entry(tuple(re.split(r",\s*", words)), patterns)
