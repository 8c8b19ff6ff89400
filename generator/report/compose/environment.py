"""Where templates are found and how Jinja2 compiles them: bounded, escaped, with block marks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import CodeType

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FunctionLoader,
    Template,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from generator.figures.budget import Budget
from generator.figures.sandbox import BoundedEnvironment
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.kind import Kind
from generator.model.limits import TEMPLATE_STEPS
from generator.report.compose import precompiled
from generator.report.compose.block_marks import BlockMarks
from generator.report.compose.builtins import add_builtins
from generator.report.compose.peoples_text import prepared

_MOST_CODES = 500
"""So many compiled templates are kept, those that were asked for last; a package has some ten."""


class CompiledTemplates(BytecodeCache):
    """Compiled templates of this process, by name and text: nothing is kept on the disk. Those of
    the kinds come compiled."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """The bucket of a template, with its code where that is known."""
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code is None and filename:
            bucket.code = precompiled.code_of(name, source, filename)
            self.dump_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code where the template was compiled before."""
        key = bucket.key, bucket.checksum
        bucket.code = self._codes.pop(key, None)
        if bucket.code is not None:
            self._codes[key] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code
        if len(self._codes) > _MOST_CODES:
            del self._codes[next(iter(self._codes))]


_COMPILED = CompiledTemplates()


def of_line(environment: BoundedEnvironment, source: str) -> Template:
    """A template of one line, which all packages of a kind have: its code is kept like that of a
    file. ``environment`` knows all words."""
    bucket = _COMPILED.get_bucket(environment, "", None, source)
    if bucket.code is None:
        bucket.code = environment.compile(source)
        _COMPILED.set_bucket(bucket)
    return Template.from_code(environment, bucket.code, environment.make_globals(None))


def environment(
    dataset: Dataset, kind: Kind, printer: Callable[[object], Markup]
) -> BoundedEnvironment:
    """An environment without words: it finds the package's templates and texts, then the kind's;
    ``printer`` prints every expression."""
    return environment_of(_loader(dataset, kind), printer)


def environment_of(loader: BaseLoader, printer: Callable[[object], Markup]) -> BoundedEnvironment:
    """An environment without words that finds templates by that loader."""
    budget = Budget("模板", TEMPLATE_STEPS)
    bounded = BoundedEnvironment(
        budget,
        loader=loader,
        autoescape=True,
        finalize=_printing(printer, budget),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[BlockMarks],
        bytecode_cache=_COMPILED,
    )
    add_builtins(bounded)
    return bounded


def _loader(dataset: Dataset, kind: Kind) -> BaseLoader:
    own = _own_templates(dataset)

    def of_kind(name: str) -> tuple[str, str, None] | None:
        source = kind.templates.get(name)
        return None if source is None else (source, f"{kind.path}/{name}", None)

    return ChoiceLoader(
        [
            FunctionLoader(lambda name: (own[name], name, None) if name in own else None),
            FunctionLoader(of_kind),
        ]
    )


def _own_templates(dataset: Dataset) -> Mapping[str, str]:
    """The people's texts and the package's versions of templates, by their names in the package."""
    texts = {files.text_file(name): prepared(prose.text) for name, prose in dataset.texts.items()}
    sections = {files.section_file(name): prose.text for name, prose in dataset.sections.items()}
    return {**texts, **sections}


def _printing(
    printer: Callable[[object], Markup], budget: Budget
) -> Callable[[Context, object], Markup]:
    """``printer``, its text counted. It asks for the context so that jinja2 does not fold constants
    past it."""

    @pass_context
    def printed(_: Context, value: object) -> Markup:
        text = printer(value)
        budget.print(len(text))
        return text

    return printed
