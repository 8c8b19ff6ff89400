"""Every text of a package, in the order of the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from generator.figures import FigureBook
from generator.model import files
from generator.model.appendix_table import TableDescription
from generator.model.dataset import Dataset
from generator.model.errors import DataError, Problem, excerpt, raise_all
from generator.model.kind import Kind
from generator.model.record_sheets import of_record
from generator.model.settings import AppendixSettings
from generator.report.compose.comparisons import once_a_section
from generator.report.compose.composed import (
    Composed,
    ComposedAppendix,
    ComposedPart,
    ComposedTable,
)
from generator.report.compose.rendering import Renderer
from generator.report.compose.table_words import Line, composed_table

_LETTER = "letter.md.j2"


def compose(dataset: Dataset, kind: Kind, book: FigureBook) -> Composed:
    """Fill every template of the package. Raises DataError with all faults of all templates and
    formulas."""
    renderer, settings = Renderer(dataset, kind, book), dataset.settings
    raise_all(renderer.faults_of_outline())
    report_title = _each(
        renderer.line, _lines(settings.report_title or kind.report_title), "report_title"
    )
    cited = Markup(report_title[-1])
    title = tuple(
        renderer.line(line, "title", report_title=cited)
        for line in _lines(settings.title or kind.title)
    )
    renderer.name(report_title=cited)
    letter = _letter(renderer) if settings.letter else ""
    subtitle = renderer.line(settings.report_subtitle, "report_subtitle")
    report = once_a_section(renderer.template("report.md.j2"))
    appendices = _appendices(renderer)
    if faults := [*book.all_faults(), *renderer.faults]:
        raise DataError(dict.fromkeys(faults))
    required = renderer.required(_LETTER, "report.md.j2")
    return Composed(
        title, letter, report_title, subtitle, report, appendices, renderer.tables, required
    )


def compose_appendices(
    dataset: Dataset, kind: Kind, book: FigureBook
) -> tuple[ComposedAppendix, ...]:
    """The appendices of a package without the report. Raises DataError with all their faults."""
    renderer = Renderer(dataset, kind, book)
    appendices = _appendices(renderer)
    if renderer.faults:
        raise DataError(dict.fromkeys(renderer.faults))
    return appendices


def compose_body_tables(
    dataset: Dataset, kind: Kind, book: FigureBook
) -> tuple[tuple[str, ComposedTable], ...]:
    """The tables that stand in letter and report, each with its name; () where no template asks for
    one. Raises DataError with all faults."""
    renderer = Renderer(dataset, kind, book)
    if not renderer.asks_for_tables(_LETTER, "report.md.j2"):
        return ()
    composed = compose(dataset, kind, book)
    return tuple(composed.tables.items())


def _letter(renderer: Renderer) -> str:
    """The letter in front of the report, "" where nobody wrote one: that is a fault."""
    own = _LETTER.removesuffix(files.TEMPLATE_ENDING)
    if _LETTER in renderer.kind.templates or own in renderer.dataset.sections:
        return once_a_section(renderer.template(_LETTER))
    todo = "公文的呈报语写在这里，请补上；不要呈报语的，在 report.yaml 里写 letter: false"
    renderer.add_fault(Problem("没有这个文件", todo, f"{renderer.kind.name}/{_LETTER}"))
    return ""


def _appendices(renderer: Renderer) -> tuple[ComposedAppendix, ...]:
    return tuple(
        _appendix(renderer, settings, f"appendices.{index}", record)
        for index, settings in enumerate(renderer.dataset.settings.appendices)
        for record in _keys(renderer, settings.table)
    )


def _keys(renderer: Renderer, table: str) -> Iterator[str]:
    """The keys of the records for each of which there is a table of that name; "" for a table that
    is made once."""
    description = renderer.kind.tables.get(table)
    if description is None or not description.each:
        yield ""
    else:
        yield from (row.key for row in renderer.dataset.records[description.each].rows)


def _appendix(
    renderer: Renderer, settings: AppendixSettings, item: str, record: str
) -> ComposedAppendix:
    """An appendix; ``item`` is where it stands in report.yaml, ``record`` the key of the record
    that it is about, "" for none."""
    line = partial(renderer.line, about=record)
    parts = tuple(
        ComposedPart(part.text, _each(line, part.title, f"{item}.parts"), renderer.prose(part.text))
        for part in settings.parts
    )
    name = line(settings.name, f"{item}.name")
    lines = () if settings.title is None else _lines(settings.title)
    title = (name,) if settings.title is None else _each(line, lines, f"{item}.title")
    subtitle = line(settings.subtitle, f"{item}.subtitle")
    table = _table(renderer, settings, item, record) if settings.table else None
    return ComposedAppendix(name, title, subtitle, parts, table)


def _table(
    renderer: Renderer, settings: AppendixSettings, item: str, record: str
) -> ComposedTable | None:
    """The words of a table, the package's own in place of the kind's; None where there is no such
    table."""
    tables = renderer.kind.tables
    description = tables.get(settings.table)
    if description is None:
        renderer.add_fault(
            Problem(
                f"这种报告没有“{excerpt(settings.table)}”表",
                f"现有：{'、'.join(tables)}",
                files.REPORT,
                column=f"{item}.table",
            )
        )
        return None
    _note_unknown_columns(renderer, settings, description, item)
    if settings.table in renderer.tables:
        message = f"“{settings.table}”表正文里已经有了"
        todo = "一张表只印一次：请删去附件里的，或正文里的 {{ table(…) }}"
        renderer.add_fault(Problem(message, todo, files.REPORT, column=f"{item}.table"))
    return composed_table(
        of_record(description, record) if record else description,
        tables,
        lambda source, part: renderer.line(source, f"{item}.{part}", about=record),
        settings,
    )


def _note_unknown_columns(
    renderer: Renderer, settings: AppendixSettings, description: TableDescription, item: str
) -> None:
    """Keep a fault for each column that the package names and the kind's table does not have."""
    there = [column.name for column in description.columns]
    for option, names in (("columns", settings.columns), ("heads", settings.heads)):
        for name in names:
            if name not in there:
                renderer.add_fault(
                    Problem(
                        f"“{settings.table}”没有“{name}”列",
                        f"可用：{'、'.join(there)}",
                        files.REPORT,
                        column=f"{item}.{option}",
                    )
                )


def _each(line: Line, templates: Iterable[str], item: str) -> tuple[str, ...]:
    return tuple(line(template, item) for template in templates)


def _lines(title: str | tuple[str, ...]) -> tuple[str, ...]:
    return (title,) if isinstance(title, str) else title
