"""The appendix tables alone, as a Word file and as a workbook."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from generator.figures import FigureBook
from generator.jobs.compose import sheets_named
from generator.jobs.output import Written, default_target, replace_own, require_ending
from generator.jobs.render import excel_bytes, word_bytes
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.document import Document, plain
from generator.model.errors import InputError, Problem
from generator.model.kind import Kind
from generator.package.read import load_package
from generator.report.appendices import Appendix
from generator.report.assemble import assemble_tables, table_names
from generator.report.compose import compose_appendices, compose_body_tables
from generator.report.parts import appendices_of, tables_of_text

__all__ = ["Tables", "compose_tables", "list_tables", "tables"]


class Tables(Struct, frozen=True):
    """A package and the document of its appendix tables."""

    dataset: Dataset
    document: Document


def tables(
    package: Path,
    output: Path | None = None,
    xlsx: Path | None = None,
    *,
    only: str = "",
    templates: Path | None = None,
) -> tuple[Written, ...]:
    """Write the appendix tables of a package: ``output`` is a Word file, ``xlsx`` a workbook.

    Where both are None the Word file is output/PACKAGE-附表.docx. ``only`` and ``templates`` are
    those of ``compose_tables``.

    Raises what ``compose_tables`` raises; InputError where a name has the wrong ending; OutputError
    where a person changed the file or it cannot be written.

    例：
        >>> [written] = tables(Path("清河-2023"), xlsx=Path("附表.xlsx"))
        >>> written.path.name, written.new
        ('附表.xlsx', True)
    """
    composed = compose_tables(package, only, templates=templates)
    if output is None and xlsx is None:
        output = default_target(package, "-附表.docx")
    return _write(composed, output, xlsx)


def compose_tables(package: Path, only: str = "", *, templates: Path | None = None) -> Tables:
    """The tables of a package, each on pages of its own: those of the text under their names, then
    the appendix tables, labelled as in the report.

    ``only`` is the label (附件2) or a part of the name of one of them, "" for all. Raises InputError
    where there is no such table or the package cannot be read, DataError where its data are faulty.

    例：
        >>> composed = compose_tables(Path("清河-2023"), "统计表")
        >>> composed.document.properties.title
        '清河县2023年东西部协作年度统计表'
    """
    dataset, kind = load_package(package, templates)
    with sheets_named(dataset):
        appendices, of_text = _parts(dataset, kind)
        document = assemble_tables(appendices, dataset.settings, only, of_text)
        if not document.sections:
            raise _no_table(only, appendices, dataset)
    return Tables(dataset, document)


def list_tables(package: Path, *, templates: Path | None = None) -> tuple[tuple[str, str], ...]:
    """Label and name of each table of a package, in the order of ``compose_tables``; those of the
    text have no label. Raises what that raises.

    例：
        >>> list_tables(Path("清河-2023"))
        (('附件', '清河县2023年东西部协作年度统计表'),)
    """
    dataset, kind = load_package(package, templates)
    with sheets_named(dataset):
        appendices, of_text = _parts(dataset, kind)
        own = [("", plain(table.name)) for table in of_text]
        return (*own, *table_names(appendices, dataset.settings))


def _parts(dataset: Dataset, kind: Kind) -> tuple[tuple[Appendix, ...], tuple[Appendix, ...]]:
    """The appendices of a package, and the tables of its text."""
    book = FigureBook(dataset, kind)
    composed = compose_appendices(dataset, kind, book)
    appendices = appendices_of(composed, dataset, kind, book)
    of_text = tables_of_text(compose_body_tables(dataset, kind, book), dataset, kind, book)
    return appendices, of_text


def _no_table(only: str, appendices: tuple[Appendix, ...], dataset: Dataset) -> InputError:
    labelled = table_names(appendices, dataset.settings)
    names = "、".join(f"{label}（{name}）" for label, name in labelled)
    return InputError(
        Problem(
            f"没有“{only}”这张表" if only else "这个数据包没有表",
            f"现有：{names or '无'}",
            files.REPORT,
            column="appendices",
        )
    )


def _write(composed: Tables, output: Path | None, xlsx: Path | None) -> tuple[Written, ...]:
    if output is not None:
        require_ending(output, ".docx")
    if xlsx is not None:
        require_ending(xlsx, ".xlsx")
    document, dataset = composed.document, composed.dataset
    package = Path(dataset.path)
    written: list[Written] = []
    if output is not None:
        written.append(replace_own(output, word_bytes(document, dataset), package))
    if xlsx is not None:
        written.append(replace_own(xlsx, excel_bytes(document, dataset), package))
    return tuple(written)
