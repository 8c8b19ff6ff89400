"""How generator/ stands: a plan that fits in the head, one direction, no cycle; and tests that mirror it."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from support import structure
from support.packages import ROOT

TESTS = ROOT / "tests"
BESIDE = {"kept", "sources", "support", "whole"}
"""Folders of tests/ that mirror no room: kept files, source documents, helpers, whole reports."""


def test_the_first_level_is_a_plan() -> None:
    assert len(structure.first_level()) <= 15


def test_the_layers_name_every_first_level_name() -> None:
    named = set().union(*structure.layers())
    assert named == set(structure.first_level()) - {"__main__"}


def test_few_arrows_and_all_go_down() -> None:
    assert len(structure.arrows()) <= 45
    assert structure.upward() == []


@pytest.mark.slow
def test_no_cycle_neither_of_rooms_nor_of_modules() -> None:
    assert structure.cycles(structure.arrows()) == []
    assert structure.cycles(structure.imports()) == []


def test_no_line_is_long() -> None:
    """Counted in characters: comments, docstrings and Chinese included."""
    assert structure.long_lines() == []


def test_every_room_says_what_comes_in_what_goes_out_and_what_it_must_not_know() -> None:
    assert structure.short_docstrings() == []


def test_cycles_are_seen() -> None:
    """The measure itself: a ring of three, a pair that goes one way only, a name that imports itself."""
    pairs = {("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("e", "e")}
    assert structure.cycles(pairs) == [["a", "b", "c"], ["e"]]


@pytest.mark.parametrize(
    ("code", "ways"),
    [
        ("def f(): return 1", 0),
        ("def f(a, b, c): return a and b and c", 2),
        ("def f(a): return [x for x in a if x if x > 1]", 3),
        ("def f(a):\n if a: return 1\n elif a is None: return 2\n return 3", 2),
        ("def f(a): return 1 if a else 2", 1),
        ("def f(a):\n try: a()\n except OSError: pass\n except ValueError: pass", 2),
        ("def f(a):\n match a:\n  case 1: pass\n  case _: pass", 2),
    ],
)
def test_branches_are_counted(code: str, ways: int) -> None:
    assert structure.branches(ast.parse(code)) == ways


def modules_imported(path: Path) -> set[str]:
    """The modules that a file of tests imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def test_no_test_imports_another() -> None:
    for path in TESTS.rglob("*.py"):
        imported = modules_imported(path)
        others = {
            name for name in imported if re.search(r"(^|\.)(test_\w+|tests|conftest)\b", name)
        }
        assert not others, path


def test_what_tests_share_stands_in_support() -> None:
    """Beside tests and helpers there is conftest.py, and one for those in a browser; what makes the kept files and what runs long
    series by hand (fuzz/) are scripts."""
    stray = [
        str(path.relative_to(TESTS))
        for path in TESTS.rglob("*.py")
        if not path.name.startswith("test_")
        and path.parent not in (TESTS / "support", TESTS / "fuzz")
    ]
    assert sorted(stray) == ["conftest.py", "kept/make.py", "web/conftest.py"]


def test_every_helper_is_used() -> None:
    imported: Counter[str] = Counter()
    for path in [*TESTS.rglob("*.py"), *(ROOT / "benchmarks").glob("*.py")]:
        imported.update(modules_imported(path))
    text = "\n".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    for path in (TESTS / "support").glob("*.py"):
        if path.stem != "__init__":
            assert imported[f"support.{path.stem}"] or f'"{path.name}"' in text, path.name


def test_tests_stand_where_the_room_stands() -> None:
    """tests/A/B mirrors generator/A/B; every room of the first level has tests of its own."""
    rooms = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")} - {Path()}
    own = {room for room in rooms if room.parts[0] not in BESIDE}
    for room in own:
        assert (structure.GENERATOR / room).is_dir(), room
    with_tests = {room.parts[0] for room in own}
    assert {name for name in structure.first_level() if name != "__main__"} <= with_tests | {
        path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")
    }
