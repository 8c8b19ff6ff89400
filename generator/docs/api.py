"""docs/api.md: the functions and results of the jobs, made of their docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import textwrap
from collections.abc import Iterator
from types import FunctionType, ModuleType

from generator import jobs
from generator.docs.docstrings import DocumentationError, documented_text, page

_WIDTH = 100

_API = """\
# The Python API

`generator.jobs` is what the command line calls: one module a command, and in it a function of that
name. Paths in, files and frozen values out. Nothing is printed and no clock is read; what a person
must mend is a `generator.model.errors.NigaoError`, with every problem at once.

The examples run in a folder that holds 清河-2023, a small package of an invented county (made by
`tests/jobs/test_api.py`, which runs them), after the import of their module and these:

```python
import datetime as dt
import json
from pathlib import Path
from generator.jobs.compose import compose
from generator.jobs.draft import write
from generator.model.replacing import replace
```
"""
_EXAMPLE = "\n\n例：\n"


def api() -> str:
    """docs/api.md: every public function and result of the jobs, command by command."""
    lines = _API.splitlines()
    for module_name in jobs.MODULES:
        module = importlib.import_module(f"generator.jobs.{module_name}")
        public = members(module)
        lines += ["", f"## {module.__name__}", "", documented_text(module), ""]
        lines += ["```python", f"from {module.__name__} import {', '.join(public)}", "```"]
        for name, member in public.items():
            lines += _member_lines(name, member)
    return page(lines)


def members(module: ModuleType) -> dict[str, FunctionType | type]:
    """The public functions and classes that a module defines, by name."""
    named = {name: getattr(module, name) for name in module.__all__}
    return {
        name: member
        for name, member in named.items()
        if isinstance(member, FunctionType | type) and member.__module__ == module.__name__
    }


def _member_lines(name: str, member: FunctionType | type) -> Iterator[str]:
    prose, _, example = documented_text(member).partition(_EXAMPLE)
    if isinstance(member, FunctionType) and not example:
        raise DocumentationError(f"{member.__module__}.{name}: its docstring needs “例：”")
    yield from ("", f"### {name}", "", "```python", _head(member), "```", "", prose)
    if example:
        yield from ("", "```python", textwrap.dedent(example), "```")


def _head(member: FunctionType | type) -> str:
    """A function without its body; a class with its fields and its methods without theirs."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(member))).body
    if isinstance(node, ast.FunctionDef):
        return _signature(node)
    assert isinstance(node, ast.ClassDef)
    parts = [f"class {node.name}:"]
    for part in node.body:
        if isinstance(part, ast.AnnAssign):
            parts.append(f"    {ast.unparse(part)}")
        elif isinstance(part, ast.FunctionDef):
            parts.append(textwrap.indent(_signature(part), "    "))
    return "\n".join(parts)


def _signature(node: ast.FunctionDef) -> str:
    """The first line of a function, its decorators above; a parameter a line where it is long."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    line = f"def {node.name}({ast.unparse(node.args)}){returns}"
    if len(line) > _WIDTH:
        parameters = ast.unparse(node.args).replace(", ", ",\n    ")
        line = f"def {node.name}(\n    {parameters},\n){returns}"
    return "\n".join([*(f"@{ast.unparse(item)}" for item in node.decorator_list), line])
