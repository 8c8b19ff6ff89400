"""Where templates are found and how Jinja2 compiles them: sandboxed, escaped, with block marks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.model import files
from generator.model.dataset import Dataset
from generator.report.compose import block_marks
from generator.report.compose.block_marks import BlockMarks, anchored


def environment(
    dataset: Dataset, kind_folder: str, printer: Callable[[object], Markup]
) -> SandboxedEnvironment:
    """An environment without words: it finds the package's templates and texts, then the kind's;
    ``printer`` prints every expression."""
    return SandboxedEnvironment(
        loader=_loader(dataset, kind_folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printing(printer),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[BlockMarks],
        bytecode_cache=kept_templates(),
    )


def _loader(dataset: Dataset, kind_folder: str) -> BaseLoader:
    own = _own_templates(dataset)
    return ChoiceLoader(
        [
            FunctionLoader(lambda name: (own[name], name, None) if name in own else None),
            FileSystemLoader([kind_folder]),
        ]
    )


def _own_templates(dataset: Dataset) -> Mapping[str, str]:
    """The people's texts and the package's versions of templates, by their names in the package."""
    texts = {files.text_file(name): anchored(prose.text) for name, prose in dataset.texts.items()}
    sections = {files.section_file(name): prose.text for name, prose in dataset.sections.items()}
    return {**texts, **sections}


def _printing(printer: Callable[[object], Markup]) -> Callable[[Context, object], Markup]:
    """``printer`` asking for the context, so that jinja2 does not fold constants past it."""

    @pass_context
    def printed(_: Context, value: object) -> Markup:
        return printer(value)

    return printed


@cache
def kept_templates() -> BytecodeCache | None:
    """Compiled templates in the user's own temporary folder, which jinja2 makes and whose owner it
    checks; None where there is no such folder. They are named after all that decides how a template
    compiles."""
    compiler = Path(block_marks.__file__).read_bytes() + version("jinja2").encode()
    made_by = hashlib.sha1(compiler).hexdigest()[:10]
    try:
        return FileSystemBytecodeCache(pattern=f"nigao-{made_by}-%s.cache")
    except (OSError, RuntimeError):
        return None
