"""A package as a workbook for a clerk to fill in."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from generator.model import files
from generator.model.errors import DataError, Problem
from generator.model.kind import FieldSpec, FieldType, Kind
from generator.model.regex import regex
from generator.model.zips import without_clock
from generator.package import settings_text
from generator.package.intake.regular import regular_text
from generator.package.tablespecs import INDICATORS, TableSpec, table_specs
from generator.package.textfiles import TextFile, TextStyle, decoded, rows_of
from generator.package.workbook import meta, prose
from generator.package.workbook.book import read_book
from generator.package.workbook.layout import GUIDE, META, OTHERS, PROSE, SETTINGS, FilledTable
from generator.package.workbook.meta import FileMeta, Meta

_FORBIDDEN = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_TEXT_ENDINGS = (".csv", ".md", ".j2", ".yaml")
_LONGEST_NAME = 31
"""Characters that Excel takes for the name of a sheet."""


class _Package(Struct, frozen=True):
    """The text files of a package, what is remembered of them, its kind and year, and last year's
    values by code and key."""

    texts: Mapping[str, str]
    meta: Meta
    kind: Kind
    year: int
    last: Mapping[str, str]

    def rows(self, file: str) -> list[list[str]]:
        """The rows of a table, the head first; none where there is no such file."""
        return rows_of(self.texts[file]) if file in self.texts else []


def make_workbook(
    package: Mapping[str, bytes], kind: Kind, year: int, last: Mapping[str, str] | None = None
) -> bytes:
    """The .xlsx file of a package (its files by name); the same package gives the same bytes.

    ``last`` maps a code of the form or a key to last year's value, to be shown beside this year's.
    Raises DataError where a text holds what no workbook may hold.
    """
    texts = dict(_texts(package))
    plain = {file: regular_text(file, text.text, kind, year) for file, text in texts.items()}
    of_files = {file: _file_meta(file, plain[file], text.style) for file, text in texts.items()}
    remembered = Meta(of_files, plain.get(files.REPORT, ""))
    data = _saved(_Package(plain, remembered, kind, year, last or {}))
    book = read_book(data, "")
    kept = remembered.keeping(package, book.given(book.contents(kind, year)))
    return _saved(_Package(plain, kept, kind, year, last or {})) if kept.whole else data


def _texts(package: Mapping[str, bytes]) -> Iterator[tuple[str, TextFile]]:
    """The files that are texts. Raises DataError where one should be and is none."""
    for file, data in package.items():
        text = decoded(data)
        if text is not None and not _FORBIDDEN.search(text.text):
            yield file, text
        elif file.endswith(_TEXT_ENDINGS):
            message = "不是文字文件，或有看不见的控制字符，放不进工作簿"
            raise DataError(Problem(message, "请另存为 UTF-8，或删去控制字符", file))


def _file_meta(file: str, text: str, style: TextStyle) -> FileMeta:
    if not file.endswith(files.TABLE_ENDING):
        return FileMeta(style)
    rows = rows_of(text)
    head = tuple(_stripped(rows[0])) if rows else ()
    if file != files.INDICATORS or "代码" not in head:
        return FileMeta(style, head)
    code = head.index("代码")
    return FileMeta(style, head, tuple(row[code] for row in rows[1:] if code < len(row)))


def _stripped(cells: Sequence[str]) -> list[str]:
    return [cell.strip() for cell in cells]


def _sheets(package: _Package) -> list[TableSpec]:
    """The tables that have a sheet: the values of places below only where there are some."""
    filled = {spec.file for spec in package.kind.filled_records}
    kept = {spec.file for spec in package.kind.records} - filled - set(package.texts)
    return [spec for spec in table_specs(package.kind) if spec.file not in kept]


def _saved(package: _Package) -> bytes:
    import openpyxl

    from generator.package.workbook import styles, written_sheets

    workbook = openpyxl.Workbook()
    specs = _sheets(package)
    files_of = [spec.file for spec in specs]
    records = [(s.name, s.file) for s in package.kind.records if s.file in files_of]
    written_sheets.guide(workbook.active, GUIDE, records, bool(package.kind.catalogue))
    items = settings_text.items(package.texts[files.REPORT])
    written_sheets.settings(workbook.create_sheet(SETTINGS), items)
    if package.kind.catalogue:
        _write_form(workbook.create_sheet(INDICATORS.sheet), package)
    for spec in specs:
        sheet = workbook.create_sheet(spec.sheet[:_LONGEST_NAME])
        written_sheets.table(sheet, _filled_table(spec, package))
    for name, rows in ((PROSE, _prose_rows(package)), (OTHERS, _other_rows(package, specs))):
        written_sheets.texts(workbook.create_sheet(name), rows)
    hidden = workbook.create_sheet(META)
    hidden.sheet_state = "hidden"
    for row, text in enumerate(meta.to_rows(package.meta), 1):
        hidden.cell(row, 1, styles.escaped(text))
    stream = io.BytesIO()
    workbook.save(stream)
    return without_clock(stream.getvalue())


def _write_form(sheet: Any, package: _Package) -> None:
    from generator.package.workbook import written_sheets

    kind = package.kind
    title = next(iter(kind.tables), INDICATORS.sheet)
    filed = _by_heading(package.rows(files.INDICATORS))
    written_sheets.form(sheet, title, package.year, kind.catalogue, filed, package.last)


def _by_heading(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    if not rows:
        return []
    head = _stripped(rows[0])
    return [dict(zip(head, row, strict=False)) for row in rows[1:]]


def _filled_table(spec: TableSpec, package: _Package) -> FilledTable:
    """The table of a file with all columns that it has or may have."""
    rows = package.rows(spec.file)
    head = _stripped(rows[0]) if rows else []
    own = [column.name for column in spec.columns]
    names = list(dict.fromkeys((*head, *own)))
    columns = [spec.column(name) for name in names]
    body = [_padded(row, len(names)) for row in rows[1:]]
    if spec.file == files.FIGURES:
        return _filled_figures(columns, body, package.last)
    return FilledTable(columns, body, [columns] * len(body))


def _padded(row: Sequence[str], width: int) -> list[str]:
    """The row with exactly so many cells."""
    return [*row[:width], *[""] * (width - len(row))]


def _filled_figures(
    columns: Sequence[FieldSpec], body: Sequence[Sequence[str]], last: Mapping[str, str]
) -> FilledTable:
    """The figures; the unit of each says what its value is, and last year's stands beside it."""
    names = [column.name for column in columns]
    by_name = [dict(zip(names, row, strict=True)) for row in body]
    fields = [_figure_fields(columns, row.get("单位", "")) for row in by_name]
    earlier = [last.get(row["键"].strip(), "") for row in by_name]
    return FilledTable(columns, body, fields, earlier if last else None)


def _figure_fields(columns: Sequence[FieldSpec], unit: str) -> list[FieldSpec]:
    """What the cells of a figure hold: a date or a text is written as text."""
    as_text = unit.strip() in ("日期", "文字")
    value = FieldSpec("数值", FieldType.TEXT)
    return [value if as_text and column.name == value.name else column for column in columns]


def _prose_rows(package: _Package) -> list[tuple[str, str, str]]:
    """File, label and paragraph of the texts that people write; the missing ones come last."""
    labels = {files.text_file(name): label for name, label in package.kind.texts.items()}
    texts = {file: text for file, text in package.texts.items() if file.startswith(files.TEXTS)}
    missing = [(file, label, "") for file, label in labels.items() if file not in texts]
    return [*_paragraphs(texts, labels), *missing]


def _other_rows(package: _Package, specs: Sequence[TableSpec]) -> list[tuple[str, str, str]]:
    """File and paragraph of what is neither settings, table nor text."""
    elsewhere = {files.REPORT, files.INDICATORS, *(spec.file for spec in specs)}
    others = {
        file: text
        for file, text in package.texts.items()
        if file not in elsewhere and not file.startswith(files.TEXTS)
    }
    return list(_paragraphs(others, {}))


def _paragraphs(
    texts: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    for file, text in texts.items():
        for paragraph in prose.paragraphs(file, text):
            yield file, labels.get(file, ""), paragraph
