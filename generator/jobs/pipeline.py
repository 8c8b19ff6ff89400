"""The stages in a row: a data package to a document, and a document to a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator import store
from generator.figures import Draft, FigureBook
from generator.figures.plaintext import plain_text
from generator.model.dataset import Dataset
from generator.model.document import Document, Text
from generator.model.errors import DataError, InputError, NigaoError, Problem, reason
from generator.model.kind import HeadingStyle, Kind
from generator.package.read import known_forms, load_package, shared_terms
from generator.report import trace
from generator.report.appendices import Appendix, AppendixPart, AppendixTable
from generator.report.assemble import (
    Parts,
    assemble,
    assemble_tables,
    heading_styles,
    table_names,
)
from generator.report.compose import (
    Composed,
    ComposedAppendix,
    ComposedTable,
    compose,
    compose_appendices,
)
from generator.report.markup import outline, parse, parse_line
from generator.report.tables import form_table, record_table

if TYPE_CHECKING:
    from generator.check import Finding, Result


@dataclass(frozen=True)
class Tables:
    """A package and the document of its appendix tables."""

    dataset: Dataset
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


def recompose(made: Draft, dataset: Dataset) -> Draft:
    """The draft of a changed dataset of the same kind."""
    return _made(dataset, made.kind)


def _made(dataset: Dataset, kind: Kind) -> Draft:
    book = FigureBook(dataset, kind)
    try:
        return Draft(
            dataset, kind, book, _document(compose(dataset, kind, book), dataset, kind, book)
        )
    except NigaoError as error:
        raise _in_sheets(error, dataset) from None


def _in_sheets(error: NigaoError, dataset: Dataset) -> NigaoError:
    """The same error; in a workbook it names the sheet that a clerk sees."""
    return error if dataset.sheets is None else type(error)(dataset.sheets.problems(error.problems))


def write(made: Draft, target: Path) -> Written:
    """Write the Word file of a draft. Raises OutputError where it cannot, or where a person changed the file."""
    from generator.standard.gbt9704 import Look
    from generator.word import writer as docx_writer

    settings = made.dataset.settings
    if target.suffix.lower() != ".docx":
        raise InputError(Problem("输出的文件名要以 .docx 结尾", "请改文件名", str(target)))
    look = Look.named(settings.layout, settings.fonts, settings.page_number)
    data = docx_writer.write(made.document, look)
    written = _stored(target, data, Path(made.dataset.path))
    return Written(written.new, (*written.warnings, *_remembered(made, data)))


def is_foreign(made: Draft, target: Path) -> bool:
    """Whether a file is there that was never written for this package (one that cannot be read is told by ``write``)."""
    try:
        return target.is_file() and not store.written_by_us(
            Path(made.dataset.path), target.read_bytes()
        )
    except OSError:
        return False


def _remembered(made: Draft, data: bytes) -> tuple[str, ...]:
    """Keep the draft, the base of later regenerations; a warning where that is not possible."""
    from generator.regenerate.base import base_of, to_json
    from generator.word.reader import read

    draft, _ = base_of(made.document, read(data).view)
    try:
        store.save_draft(Path(made.dataset.path), draft.id, to_json(draft))
    except OSError as error:
        return (
            f"底稿没有存下（{reason(error)}），这份文件被人改过以后就不能更新；请检查数据包文件夹的写权限",
        )
    return ()


def _stored(target: Path, data: bytes, package: Path) -> Written:
    """Write a file, and remember that it was written for the package."""
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
    return [
        f"{found.text}  键 {found.mark.key}  {found.line.section or '（标题前）'}"
        for found in trace.gaps(made.document)
    ]


def _missing(found: trace.Occurrence) -> Problem:
    place = found.mark.sources[0]
    return Problem(
        f"缺“{found.mark.key}”（{found.text}）",
        "请在数据里补上，或不用 --strict 先出稿",
        place.file,
        place.row or None,
    )


def _document(composed: Composed, dataset: Dataset, kind: Kind, book: FigureBook) -> Document:
    styles = heading_styles(kind.headings, dataset.settings.headings)
    parts = Parts(
        title=_lines(composed.title),
        letter=outline(parse(composed.letter, "letter"), styles),
        report_title=_lines(composed.report_title),
        report_subtitle=parse_line(composed.report_subtitle),
        report=outline(parse(composed.report, "report"), styles),
        appendices=tuple(
            _appendix(item, dataset, kind, book, styles) for item in composed.appendices
        ),
    )
    return assemble(parts, dataset.settings)


def _lines(lines: Sequence[str]) -> tuple[Text, ...]:
    return tuple(parse_line(line) for line in lines)


def _appendix(
    item: ComposedAppendix,
    dataset: Dataset,
    kind: Kind,
    book: FigureBook,
    styles: dict[int, HeadingStyle],
) -> Appendix:
    parts = tuple(
        AppendixPart(_lines(part.title), outline(parse(part.text, part.name), styles))
        for part in item.parts
    )
    table = _table(item.table, dataset, kind, book) if item.table else None
    return Appendix(
        parse_line(item.name), _lines(item.title), parse_line(item.subtitle), parts, table
    )


def _table(item: ComposedTable, dataset: Dataset, kind: Kind, book: FigureBook) -> AppendixTable:
    description, year = kind.tables[item.name], dataset.settings.year
    heads = [tuple(parse_line(part) for part in head.split("|")) for head in item.heads]
    if description.records:
        table = record_table(description, book, item.columns, heads, year)
    else:
        table = form_table(description, dataset.indicators, book, item.columns, heads, year)
    return AppendixTable(
        table,
        _lines(item.lines),
        parse_line(item.unit_line),
        _lines(item.notes),
        description.landscape,
    )


def check(package: Path) -> Result:
    """The findings of a package and its report, or of a .docx alone. Raises InputError or DataError."""
    from generator.check import check_passages
    from generator.check.wordfile import read_word

    if package.suffix.lower() == ".docx":
        return check_passages(read_word(package), shared_terms(), known_forms())
    return findings(draft(package))


def findings(made: Draft) -> Result:
    """The findings of a draft."""
    from generator.check import check_draft

    return check_draft(made)


def refuse_errors(found: Result) -> None:
    """Raise DataError with every finding that is an error, where it stands first."""
    if wrong := [finding for finding in found.findings if finding.severity == "error"]:
        raise DataError([_refused(finding) for finding in wrong])


def _refused(finding: Finding) -> Problem:
    side = next((side for side in finding.sides if side.file), finding.sides[0])
    return Problem(
        f"[{finding.rule}] {finding.message.rstrip('。')}",
        "请改正，或不用 --strict 先出稿",
        side.file or side.section,
        side.row,
        side.column if side.file else None,
        side.sheet,
    )


def to_read(package: Path) -> list[str]:
    """What a person should read in a package or a .docx, a line each."""
    from generator.check.human import to_read as listed
    from generator.check.passages import of_document
    from generator.check.wordfile import read_word

    passages = (
        read_word(package)
        if package.suffix.lower() == ".docx"
        else of_document(draft(package).document)
    )
    return [
        f"{told}  {side.location}：{side.quote}"
        for told, side in listed(passages, bound=package.suffix.lower() != ".docx")
    ]


def tables(package: Path, only: str = "", templates: Path | None = None) -> Tables:
    """The appendix tables of a package, each beginning a page, with the labels that they have in the report.

    ``only`` is the label (附件2) or a part of the name of one of them. Raises InputError or DataError.
    """
    dataset, kind = load_package(package, templates)
    book = FigureBook(dataset, kind)
    styles = heading_styles(kind.headings, dataset.settings.headings)
    appendices = tuple(
        _appendix(item, dataset, kind, book, styles)
        for item in compose_appendices(dataset, kind, book)
    )
    document = assemble_tables(appendices, dataset.settings, only)
    if not document.sections:
        there = "、".join(
            f"{label}（{name}）" for label, name in table_names(appendices, dataset.settings)
        )
        raise InputError(
            Problem(
                f"没有“{only}”这张表" if only else "这个数据包没有附表",
                f"现有：{there or '无'}",
                "report.yaml",
                column="appendices",
            )
        )
    return Tables(dataset, document)


def write_tables(made: Tables, docx: Path | None, xlsx: Path | None) -> list[tuple[Path, Written]]:
    """Write the tables as a Word file, a workbook, or both. Raises OutputError as ``write`` does."""
    from generator import excel as xlsx_writer
    from generator.standard.gbt9704 import Look
    from generator.word import writer as docx_writer

    settings = made.dataset.settings
    look = Look.named(settings.layout, settings.fonts, settings.page_number)
    files: list[tuple[Path, str, Callable[[], bytes]]] = []
    if docx:
        files.append((docx, ".docx", lambda: docx_writer.write(made.document, look)))
    if xlsx:
        files.append((xlsx, ".xlsx", lambda: xlsx_writer.write(made.document, look)))
    for path, ending, _ in files:
        if path.suffix.lower() != ending:
            raise InputError(Problem(f"输出的文件名要以 {ending} 结尾", "请改文件名", str(path)))
    return [(path, _stored(path, make(), Path(made.dataset.path))) for path, _, make in files]
