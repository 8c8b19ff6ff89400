"""Renders the letter, the report and the people's texts of a package."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    FileSystemBytecodeCache,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    pass_context,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from generator.figures import Figure, FigureBook
from generator.figures.figure_book import functions as sums
from generator.model.dataset import Dataset, Kind, PartialDate, Source, TableColumn
from generator.model.document import Mark
from generator.model.errors import DataError, Problem
from generator.model.kind import Kind
from generator.model.marks import escape, mark
from generator.report.compose import block_marks
from generator.report.compose.block_marks import CLOSE, BlockMarks, anchored, block_open
from generator.report.compose.printing import Printer, template_line
from generator.report.compose.words.comparing import helpers


@dataclass(frozen=True)
class ComposedPart:
    """A text of an appendix: the name of the text, the lines of its title, the text."""

    name: str
    title: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class ComposedTable:
    """The words around the cells of a table: the columns that print and their heads, the lines above, the unit line
    ("" for none), the notes below."""

    name: str
    columns: tuple[TableColumn, ...]
    heads: tuple[str, ...]
    lines: tuple[str, ...]
    unit_line: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ComposedAppendix:
    """An appendix as composed: its name, the lines of its title, its subtitle, its texts or its table."""

    name: str
    title: tuple[str, ...]
    subtitle: str
    parts: tuple[ComposedPart, ...]
    table: ComposedTable | None


@dataclass(frozen=True)
class Composed:
    """Every text of a report as marked Markdown. Lines of a title are kept apart where the package gives them so."""

    title: tuple[str, ...]
    letter: str
    report_title: tuple[str, ...]
    report_subtitle: str
    report: str
    appendices: tuple[ComposedAppendix, ...]


class Composer:
    """Fills the templates of one package; faults of all templates are collected in ``faults``."""

    def __init__(self, dataset: Dataset, kind: Kind, book: FigureBook) -> None:
        self.dataset, self.kind, self.book = dataset, kind, book
        self.faults: list[Problem] = []
        formats = [style.format for style in dataset.settings.headings.values()]
        self.printer = Printer(
            dataset.settings.year, "—", "plain" if "一是" in formats else "inline"
        )
        self.environment = self._environment()

    def _environment(self) -> SandboxedEnvironment:
        own = {
            f"text/{name}.md": anchored(prose.text) for name, prose in self.dataset.texts.items()
        }
        own |= {
            f"sections/{name}.md.j2": prose.text for name, prose in self.dataset.sections.items()
        }
        environment = SandboxedEnvironment(
            loader=ChoiceLoader(
                [
                    FunctionLoader(lambda name: (own[name], name, None) if name in own else None),
                    FileSystemLoader([self.kind.path]),
                ]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self._printed(),
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[BlockMarks],
            bytecode_cache=kept_templates(),
        )
        functions, filters = helpers(self.printer, self.prev)
        environment.filters.update(filters)
        environment.globals.update(
            {
                **functions,
                **sums(self.figure),
                **self.book.records,
                **self._settings(),
                "f": self.figure,
                "prev": self.prev,
                "known": self.known,
                "claim": self.claim,
                "text": self.text,
                "has_text": lambda name: name in self.dataset.texts,
            }
        )
        return environment

    def _printed(self) -> Callable[[Context, Any], Markup]:
        """What prints every expression. It asks for the context so that jinja2 does not fold constants past it."""

        @pass_context
        def printed(_: Context, value: Any) -> Markup:
            return self.printer(value)

        return printed

    def _settings(self) -> dict[str, Any]:
        settings = self.dataset.settings
        year = Figure(
            "公文.年度",
            "年度",
            Decimal(settings.year),
            "年",
            sources=(Source("report.yaml", 0, "year"),),
        )
        day = settings.cutoff
        cutoff = None if day is None else PartialDate(day.year, day.month, day.day)
        return {
            "place": settings.place,
            "partner": settings.partner,
            "year": year,
            "next_year": (year + 1).renamed(key="公文.下一年度", name="下一年度"),
            "last_year": (year - 1).renamed(key="公文.上一年度", name="上一年度"),
            "cutoff": Figure(
                "公文.数据截止日期",
                "数据截止日期",
                cutoff,
                sources=(Source("report.yaml", 0, "cutoff"),),
            ),
        }

    def figure(self, key: str | Figure) -> Figure:
        """The figure of that key, or of the key that a cell holds.

        A key that nobody holds is a fault in the package's own templates and data, and unknown in the kind's.
        """
        wanted = key.value if isinstance(key, Figure) else key
        if isinstance(wanted, str) and wanted in self.book:
            return self.book.get(wanted)
        if isinstance(key, Figure) and not key.known:
            return key
        where = key.sources[0] if isinstance(key, Figure) and key.sources else template_line()
        if where.file.endswith(".j2") and not where.file.startswith("sections/"):
            return Figure(str(wanted), str(wanted), None)
        self._fault(
            Problem(
                f"figures.csv、统计表和提纲里都没有键“{wanted}”",
                "请核对键的写法，或在 figures.csv 补上这一行",
                where.file,
                where.row or None,
                where.column or None,
            )
        )
        return Figure(str(wanted), str(wanted), None)

    def prev(self, key: str) -> Figure:
        """Last year's figure of that key, unknown where last year's package does not have it or there is none."""
        return self.book.prev(key)

    def known(self, key: str) -> bool:
        """Whether there is a value for that key."""
        return key in self.book and self.book.get(key).known

    def claim(self, text: str, key: str) -> Markup:
        """Digits that a person typed, bound to a key so that a check can compare them."""
        figure = self.figure(key)
        return Markup(mark(escape(text), Mark("claimed", key, figure.sources)))

    def text(self, name: str, label: str = "") -> Markup:
        """The people's text text/NAME.md; where it is missing a placeholder with ``label`` ("": as the kind calls it)."""
        if name not in self.dataset.texts:
            return self.printer.gap(
                Figure(f"text/{name}", label or self.kind.texts.get(name, name), None)
            )
        template = self.environment.get_template(f"text/{name}.md")
        return Markup(f"{block_open(f'text/{name}')}\n{template.render()}\n{CLOSE}")

    def _fault(self, problem: Problem) -> None:
        if problem not in self.faults:
            self.faults.append(problem)

    def render(self, name: str) -> str:
        """A template by name; "" where it is faulty (see ``faults``)."""
        return self._guarded(lambda: self.environment.get_template(name).render(), name)

    def line(self, source: str, column: str, **values: Any) -> str:
        """A title of report.yaml, which is a template of one line."""
        return self._guarded(
            lambda: self.environment.from_string(source).render(values), "report.yaml", column
        )

    def prose(self, name: str) -> str:
        """A people's text on its own, as an appendix prints it."""
        return self._guarded(lambda: str(self.text(name)), f"text/{name}.md")

    def _guarded(self, render: Callable[[], str], name: str, column: str | None = None) -> str:
        try:
            return render()
        except DataError as error:
            for problem in error.problems:
                self._fault(problem)
        except TemplateSyntaxError as error:
            unknown = re.search(r"No (filter|test) named '(.+)'", error.message or "")
            told = (
                f"没有过滤器“{unknown[2]}”" if unknown else "模板写法有误（标签、括号或引号不配对）"
            )
            self._fault(
                Problem(
                    told,
                    "请改正这一行的 {{ … }} 或 {% … %}",
                    _shown(error.name or name),
                    error.lineno,
                    column,
                )
            )
        except (
            TemplateError,
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            ArithmeticError,
            RecursionError,
        ) as error:
            place = _place(sys.exc_info()[2], name)
            self._fault(
                Problem(_told(error), "请改正这一行", _shown(place.file), place.row or None, column)
            )
        return ""

    def own(self, name: str) -> str:
        """The package's version of a template where it has one, else the kind's."""
        return f"sections/{name}" if name.removesuffix(".md.j2") in self.dataset.sections else name


def _shown(name: str) -> str:
    """A template as it is told to a person: the package's by path, the kind's as 提纲/…."""
    return (
        name
        if name.startswith(("text/", "sections/", "report.yaml"))
        else f"提纲/{Path(name).name}"
    )


def _place(traceback: TracebackType | None, name: str) -> Source:
    """The innermost template line that an exception passed through (jinja2 rewrites these frames to template lines)."""
    place = Source(name)
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(("text/", "sections/")) or file.endswith(".md.j2"):
            place = Source(file, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _told(error: Exception) -> str:
    message = str(error)
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{message}”"
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([^']+)'", message)
        return f"用了不存在的名称“{names[-1] if names else message}”"
    if isinstance(error, SecurityError):
        return "用了模板里不许用的属性"
    if isinstance(error, ValueError) or re.search(r"[\u4e00-\u9fff]", message):
        return message
    return f"模板算不下去（{type(error).__name__}）"


@cache
def kept_templates() -> BytecodeCache | None:
    """Compiled templates in the user's own temporary folder, which jinja2 makes and whose owner it checks; they are
    named after all that decides how a template compiles. None where there is no such folder."""
    made_by = hashlib.sha1(
        Path(block_marks.__file__).read_bytes() + version("jinja2").encode()
    ).hexdigest()[:10]
    try:
        return FileSystemBytecodeCache(pattern=f"nigao-{made_by}-%s.cache")
    except (OSError, RuntimeError):
        return None


def compose(dataset: Dataset, kind: Kind, book: FigureBook) -> Composed:
    """Fill every template of the package. Raises DataError with all faults of all templates."""
    composer = Composer(dataset, kind, book)
    settings = dataset.settings
    report_lines = _lines(settings.report_title or kind.report_title)
    report_title = tuple(composer.line(line, "report_title") for line in report_lines)
    whole = Markup(report_title[-1])
    title = tuple(
        composer.line(line, "title", report_title=whole)
        for line in _lines(settings.title or kind.title)
    )
    composer.environment.globals["report_title"] = whole
    letter = composer.render(composer.own("letter.md.j2")) if settings.letter else ""
    subtitle = composer.line(settings.report_subtitle, "report_subtitle")
    report = composer.render(composer.own("report.md.j2"))
    appendices = tuple(
        _appendix(composer, item, number) for number, item in enumerate(settings.appendices)
    )
    faults = [*book.all_faults(), *composer.faults]
    if faults:
        raise DataError(dict.fromkeys(faults))
    return Composed(title, letter, report_title, subtitle, report, appendices)


def _appendix(composer: Composer, settings: AppendixSettings, number: int) -> ComposedAppendix:
    place = f"appendices.{number}"
    parts = tuple(
        ComposedPart(
            part.text,
            tuple(composer.line(line, f"{place}.parts") for line in part.title),
            composer.prose(part.text),
        )
        for part in settings.parts
    )
    name = composer.line(settings.name, f"{place}.name")
    title = (
        (name,)
        if settings.title is None
        else tuple(composer.line(line, f"{place}.title") for line in _lines(settings.title))
    )
    subtitle = composer.line(settings.subtitle, f"{place}.subtitle")
    return ComposedAppendix(
        name, title, subtitle, parts, _table(composer, settings, place) if settings.table else None
    )


def _table(composer: Composer, settings: AppendixSettings, place: str) -> ComposedTable | None:
    """The words of a table, the package's own in place of the kind's."""
    description = composer.kind.tables.get(settings.table)
    if description is None:
        composer.faults.append(
            Problem(
                f"这种报告没有“{settings.table}”表",
                f"现有：{'、'.join(composer.kind.tables)}",
                "report.yaml",
                column=f"{place}.table",
            )
        )
        return None
    names = [column.name for column in description.columns]
    for item, words in (("columns", settings.columns), ("heads", settings.heads)):
        for word in words:
            if word not in names:
                composer.faults.append(
                    Problem(
                        f"“{settings.table}”没有“{word}”列",
                        f"可用：{'、'.join(names)}",
                        "report.yaml",
                        column=f"{place}.{item}",
                    )
                )
    columns = description.shown(settings.columns)
    heads = [settings.heads.get(column.name, column.heading) for column in columns]
    lines = description.lines if settings.lines is None else settings.lines
    notes = description.notes if settings.notes is None else settings.notes
    return ComposedTable(
        settings.table,
        columns,
        _rendered(composer, heads, f"{place}.heads"),
        _rendered(composer, lines, f"{place}.lines"),
        composer.line(description.unit_line, f"{place}.table"),
        _rendered(composer, notes, f"{place}.notes"),
    )


def _rendered(composer: Composer, lines: Iterable[str], place: str) -> tuple[str, ...]:
    return tuple(composer.line(line, place) for line in lines)


def compose_appendices(
    dataset: Dataset, kind: Kind, book: FigureBook
) -> tuple[ComposedAppendix, ...]:
    """The appendices of a package that are tables, without the report. Raises DataError with all faults of them."""
    composer = Composer(dataset, kind, book)
    appendices = tuple(
        _appendix(composer, item, number) for number, item in enumerate(dataset.settings.appendices)
    )
    if composer.faults:
        raise DataError(dict.fromkeys(composer.faults))
    return appendices


def _lines(title: str | tuple[str, ...]) -> tuple[str, ...]:
    return (title,) if isinstance(title, str) else title
