"""The templates of the kinds, compiled when nigao is built (``compose.precompiled``)."""

from __future__ import annotations

import py_compile
import shutil
from collections.abc import Iterator
from pathlib import Path

from jinja2 import DictLoader
from markupsafe import Markup

from generator.figures.sandbox import BoundedEnvironment
from generator.model import files
from generator.report.compose.environment import environment_of
from generator.report.compose.precompiled import FOLDER, code_file, facts_file
from generator.report.compose.template_facts import read_facts
from generator.report.compose.words import WORDS


def precompile_templates() -> None:
    """Write the compiled templates of all kinds anew, with the bytecode of their code: where Python
    may write none (PYTHONDONTWRITEBYTECODE, a folder of root), every run would make it again."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    environment = _environment()
    for path in sorted(FOLDER.parent.glob(f"*/*{files.TEMPLATE_ENDING}")):
        for target, text in _compiled(environment, path):
            target.write_text(text, encoding="utf-8")
            if target.suffix == ".py":
                _write_bytecode(target)


def _write_bytecode(source: Path) -> None:
    """Write the bytecode of a file, bound to what the file says and not to when it was written: a
    wheel that is unpacked sets another time."""
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(source), dfile=source.name, doraise=True, invalidation_mode=mode)


def _environment() -> BoundedEnvironment:
    """An environment that knows the words by name: what they do is bound to a report later."""
    environment = environment_of(DictLoader({}), Markup)
    for name, word in WORDS.items():
        if name.startswith("|"):
            environment.add_filter(name[1:], word)
    return environment


def _compiled(environment: BoundedEnvironment, path: Path) -> Iterator[tuple[Path, str]]:
    """The files of a template: its code, and what it asks for."""
    name = path.name
    source = path.read_text("utf-8")
    yield code_file(name, source), environment.compile(source, name, str(path), raw=True)
    facts = read_facts(environment.parse(source, name)).as_json()
    yield facts_file(name, source), facts
