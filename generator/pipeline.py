"""The stages in a row: a data package to a document, and a document to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import BytecodeCache

from generator import store, trace
from generator.assemble import Appendix, AppendixPart, Parts, assemble, heading_styles
from generator.compose import Composed, ComposedAppendix, compose
from generator.dataset import Dataset, HeadingStyle, Kind
from generator.document import Document, Text
from generator.errors import DataError, InputError, Problem
from generator.figures import FigureBook
from generator.load import load_package
from generator.markup import outline, parse, parse_line
from generator.plaintext import plain_text
from generator.tables import form_table


@dataclass(frozen=True)
class Draft:
    """A package and the document that was made of it."""

    dataset: Dataset
    kind: Kind
    book: FigureBook
    document: Document


@dataclass(frozen=True)
class Written:
    """Whether the file is new (or was there with the same content), and what a person should know."""

    new: bool
    warnings: tuple[str, ...] = ()


def draft(package: Path, *, strict: bool = False, templates: Path | None = None) -> Draft:
    """Compose the report of a package. Raises InputError or DataError, all problems at once.

    ``templates`` is the folder of the report kinds (None: those of nigao). ``strict`` makes an unknown figure that a sentence needs a DataError naming key, template and line.
    """
    made = _made(*load_package(package, templates))
    if strict and (missing := trace.gaps(made.document)):
        raise DataError([_missing(found) for found in missing])
    return made


def recompose(made: Draft, dataset: Dataset, compiled: BytecodeCache | None = None) -> Draft:
    """The draft of a changed dataset of the same kind; ``compiled`` keeps compiled templates between many calls."""
    return _made(dataset, made.kind, compiled)


def _made(dataset: Dataset, kind: Kind, compiled: BytecodeCache | None = None) -> Draft:
    book = FigureBook(dataset, kind)
    return Draft(dataset, kind, book, _document(compose(dataset, kind, book, compiled), dataset, kind, book))


def write(made: Draft, target: Path) -> Written:
    """Write the Word file of a draft. Raises OutputError where it cannot, or where a person changed the file."""
    from generator import docx_writer, gbt9704

    settings = made.dataset.settings
    if target.suffix.lower() != ".docx":
        raise InputError(Problem("输出的文件名要以 .docx 结尾", "请改文件名", str(target)))
    data = docx_writer.write(made.document, gbt9704.PROFILES[settings.layout], gbt9704.Fonts(**settings.fonts),
                             page_number=settings.page_number)
    package = Path(made.dataset.path)
    new = store.write_output(target, data, package)
    try:
        store.record(package, data)
    except OSError:
        return Written(new, ("数据包文件夹写不进去，没有记下这一稿；下次写同名文件时会请您换名",))
    return Written(new)


def text(made: Draft) -> str:
    """The report as plain text, a line for a paragraph."""
    return plain_text(made.document)


def gaps(made: Draft) -> list[str]:
    """The unknown figures that the report shows as 【待补：…】, a line each."""
    return [f"{found.text}  键 {found.mark.key}  {found.line.section or '（标题前）'}" for found in trace.gaps(made.document)]


def _missing(found: trace.Occurrence) -> Problem:
    place = found.mark.sources[0]
    return Problem(f"缺“{found.mark.key}”（{found.text}）", "请在数据里补上，或不用 --strict 先出稿", place.file, place.row or None)


def _document(composed: Composed, dataset: Dataset, kind: Kind, book: FigureBook) -> Document:
    styles = heading_styles(kind.headings, dataset.settings.headings)
    parts = Parts(
        title=_lines(composed.title),
        letter=outline(parse(composed.letter, "letter"), styles),
        report_title=_lines(composed.report_title),
        report=outline(parse(composed.report, "report"), styles),
        appendices=tuple(_appendix(item, dataset, kind, book, styles) for item in composed.appendices),
    )
    return assemble(parts, dataset.settings)


def _lines(lines: Sequence[str]) -> tuple[Text, ...]:
    return tuple(parse_line(line) for line in lines)


def _appendix(item: ComposedAppendix, dataset: Dataset, kind: Kind, book: FigureBook,
              styles: dict[int, HeadingStyle]) -> Appendix:
    parts = tuple(AppendixPart(_lines(part.title), outline(parse(part.text, part.name), styles)) for part in item.parts)
    table = None
    notes: tuple[Text, ...] = ()
    if item.table:
        form = kind.tables[item.table]
        table = form_table(dataset.indicators, book, form, item.heads, dataset.settings.year)
        notes = _lines(form.notes)
    return Appendix(parse_line(item.name), _lines(item.title), parts, table, notes)
