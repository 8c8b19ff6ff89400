"""Renders the templates of one package and collects their faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from itertools import islice

from generator.figures import FigureBook
from generator.figures.budget import LimitError
from generator.figures.formulas import formula_functions
from generator.model import files
from generator.model.appendix_table import TableDescription
from generator.model.dataset import Dataset
from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind
from generator.model.limits import TEMPLATE_FAULTS, TEXT_LINES, TEXT_PRINTED
from generator.model.marks import visible
from generator.model.record_sheets import said_of
from generator.model.replacing import replace
from generator.report.compose.block_marks import required_blocks
from generator.report.compose.comparisons import compared_keys
from generator.report.compose.composed import ComposedTable
from generator.report.compose.environment import environment, of_line
from generator.report.compose.faults import TEMPLATE_ERRORS, faults_of
from generator.report.compose.outline_faults import template_faults
from generator.report.compose.printing import Printer
from generator.report.compose.table_words import Line, composed_table
from generator.report.compose.words import filters, functions, lookups, values_of
from generator.report.compose.words.scope import TemplateScope
from generator.report.settings_gaps import with_gaps


class Renderer:
    """The templates of one package, with their words bound. ``faults`` holds each fault once."""

    def __init__(self, dataset: Dataset, kind: Kind, book: FigureBook) -> None:
        self.dataset, self.kind = dataset, kind
        self.faults: list[Problem] = []
        printer = _printer(dataset)
        self._scope = TemplateScope(
            printer,
            book,
            lambda name: name in dataset.texts and dataset.texts[name].written,
            self._people_text,
            kind.texts,
            self.add_fault,
            compared_keys(dataset.settings, kind),
            self._place_table,
        )
        self.tables: dict[str, ComposedTable] = {}
        self._environment = environment(dataset, kind, printer)
        for name, word in filters(self._scope).items():
            self._environment.add_filter(name, word)
        self._environment.globals.update(
            {
                **functions(self._scope),
                **formula_functions(lambda key: lookups.f(self._scope, key)),
                **book.records,
                **values_of(dataset.settings),
            }
        )

    def add_fault(self, problem: Problem) -> None:
        """Keep a fault, once."""
        if problem not in self.faults:
            self.faults.append(problem)

    def name(self, **names: object) -> None:
        """Give templates further names."""
        self._environment.globals.update(names)

    def template(self, name: str) -> str:
        """The kind's template of that name, or the package's version; "" where it is faulty."""
        own = name.removesuffix(files.TEMPLATE_ENDING) in self.dataset.sections
        return self._render(files.SECTIONS + name if own else name)

    def required(self, *names: str) -> frozenset[str]:
        """The blocks that templates of those names, the kind's or the package's, say are
        required."""
        sections = [prose.text for prose in self.dataset.sections.values()]
        return required_blocks([*self._sources(names), *sections])

    def asks_for_tables(self, *names: str) -> bool:
        """Whether the templates of those names, or texts or sections of the package, may place a
        table."""
        own = [*self.dataset.sections.values(), *self.dataset.texts.values()]
        texts = (*self._sources(names), *(prose.text for prose in own))
        return any("table(" in text for text in texts)

    def _sources(self, names: Sequence[str]) -> list[str]:
        """The templates of those names as they are written; a kind may have no letter."""
        return [self.kind.templates[name] for name in names if name in self.kind.templates]

    def faults_of_outline(self) -> list[Problem]:
        """Every fault that the templates of the kind show whatever the data say."""
        known = {*self.kind.held, *(row.key for row in self.dataset.figures)}
        faults = template_faults(self.kind, known, self._environment)
        return list(islice(faults, TEMPLATE_FAULTS))

    def _place_table(self, name: str) -> Problem | None:
        """Take up the table of that name as one of the text; what is wrong with that."""
        description = self.kind.tables.get(name)
        if description is None:
            close = get_close_matches(name, self.kind.tables, 1)
            there = f"现有：{'、'.join(self.kind.tables) or '无'}"
            todo = f"是不是“{close[0]}”？{there}" if close else there
            return Problem(f"这种报告没有“{excerpt(name)}”表", todo)
        if name in self.tables:
            return Problem(f"“{excerpt(name)}”表前面已经印过", "一张表只印一次，请删去一处")
        if description.landscape:
            return Problem(f"“{name}”是横排的表，不能放在正文里", "请作附件，或改为竖排")
        if description.each:
            return Problem(f"“{name}”是一条记录一张的表，不能放在正文里", "请作附件")
        self.tables[name] = composed_table(
            description, self.kind.tables, self._line_of(description)
        )
        return None

    def _line_of(self, description: TableDescription) -> Line:
        """Fills the templates of a table's description."""

        def line(source: str, item: str) -> str:
            render = lambda: of_line(self._environment, source).render()  # noqa: E731
            location = self.kind.lines.get(source, description.source)
            return self._guarded(render, location.file, item, location.row)

        return line

    def line(self, source: str, column: str, about: str = "", **names: object) -> str:
        """A template of one line that stands in report.yaml under ``column``, about the record of
        that key ("": about none); "" where it is faulty."""
        template = said_of(with_gaps(source, column), about)
        if "{" not in template and template.isprintable():
            return template  # as Jinja would print it, which takes a millisecond to compile it
        of_kind = self.kind.lines.get(source)
        return self._guarded(
            lambda: of_line(self._environment, template).render(names),
            of_kind.file if of_kind else files.REPORT,
            None if of_kind else column,
            of_kind.row if of_kind else None,
        )

    def prose(self, name: str) -> str:
        """A people's text on its own, as an appendix prints it; "" where it is faulty."""
        return self._guarded(lambda: str(lookups.text(self._scope, name)), files.text_file(name))

    def _people_text(self, name: str) -> str:
        path = files.text_file(name)
        return _measured(self._environment.get_template(path).render(), f"{path} ")

    def _render(self, name: str) -> str:
        return self._guarded(lambda: self._environment.get_template(name).render(), name)

    def _guarded(
        self,
        render: Callable[[], str],
        name: str,
        column: str | None = None,
        row: int | None = None,
    ) -> str:
        """What is rendered of the template ``name``, or of one line of that file: the item
        ``column``, or the ``row``; "" where it is faulty."""
        if self._environment.budget.exhausted:
            return ""
        try:
            return _measured(render())
        except TEMPLATE_ERRORS as error:
            for problem in faults_of(error, name, column):
                at_line = row is not None and problem.file == name
                self.add_fault(replace(problem, row=row) if at_line else problem)
            return ""


def _measured(text: str, template: str = "") -> str:
    """What a template printed. Raises LimitError where it is longer than any report."""
    if text.count("\n") > TEXT_LINES:
        raise LimitError(f"{template}写出的文字超过 {TEXT_LINES:,} 行的上限")
    if len(visible(text)) > TEXT_PRINTED:
        raise LimitError(f"{template}写出的文字超过 {TEXT_PRINTED:,} 字的上限")
    return text


def _printer(dataset: Dataset) -> Printer:
    """How values print; where headings are numbered 一是, a series in the text is not."""
    formats = [style.format for style in dataset.settings.headings.values()]
    return Printer(dataset.settings.year, "—", "plain" if "一是" in formats else "inline")
