"""A package as a workbook for a clerk to fill in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.model.errors import DataError, Problem
from generator.model.kind import FieldSpec, FieldType, Kind
from generator.package.tablespecs import (
    COMMON,
    FIGURES_FILE,
    FORM,
    GUIDE,
    INDICATORS_FILE,
    META,
    OTHERS,
    PROSE,
    SETTINGS,
    SETTINGS_FILE,
    TableSpec,
    table_specs,
)
from generator.package.textfiles import decoded, rows_of
from generator.package.workbook import meta as metas
from generator.package.workbook import prose
from generator.package.workbook import settings_sheet as settings
from generator.package.workbook.book import Book
from generator.package.workbook.meta import FileMeta, Meta

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_EPOCH = (2000, 1, 1, 0, 0, 0)


def package_files(folder: Path) -> dict[str, bytes]:
    """The files of a package folder by their path in it; copies (.bak) and what nigao keeps for itself left out."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    told = {path.relative_to(folder): path for path in found if path.suffix != ".bak"}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in told.items()
        if not any(part.startswith((".", "~$")) for part in name.parts)
    }


def make_workbook(
    files: Mapping[str, bytes], kind: Kind, year: int, last: Mapping[str, str] | None = None
) -> bytes:
    """The .xlsx file of a package; the same package gives the same bytes.

    ``last`` maps a code of the form or a key to last year's value, to be shown beside this year's. Raises DataError
    where a text holds what no workbook may hold.
    """
    texts, meta = _texts(files)
    data = _saved(texts, meta, kind, year, last or {})
    book = Book(data, "")
    meta = meta.keeping(files, book.made(book.contents(kind, year)))
    return _saved(texts, meta, kind, year, last or {}) if meta.whole else data


def _texts(files: Mapping[str, bytes]) -> tuple[dict[str, str], Meta]:
    texts: dict[str, str] = {}
    told: dict[str, FileMeta] = {}
    for file, data in files.items():
        read = decoded(data)
        if read is None or _FORBIDDEN.search(read[0]):
            if file.endswith((".csv", ".md", ".j2", ".yaml")):
                raise DataError(
                    Problem(
                        "不是文字文件，或有看不见的控制字符，放不进工作簿",
                        "请另存为 UTF-8，或删去控制字符",
                        file,
                    )
                )
            continue
        texts[file] = read[0]
        rows = rows_of(read[0]) if file.endswith(".csv") else []
        head = tuple(cell.strip() for cell in rows[0]) if rows else ()
        at = head.index("代码") if file == INDICATORS_FILE and "代码" in head else None
        order = tuple(row[at] for row in rows[1:] if at < len(row)) if at is not None else ()
        told[file] = FileMeta(read[1], head, order)
    return texts, Meta(told, texts.get(SETTINGS_FILE, ""))


def _saved(
    texts: Mapping[str, str], meta: Meta, kind: Kind, year: int, last: Mapping[str, str]
) -> bytes:
    import openpyxl

    from generator.package.workbook import written_sheets as sheets

    book = openpyxl.Workbook()
    specs = table_specs(kind)
    sheets.guide(
        book.active, GUIDE, [(spec.sheet, spec.file) for spec in specs], bool(kind.catalogue)
    )
    sheets.settings(book.create_sheet(SETTINGS), settings.items(texts[SETTINGS_FILE]))
    rows = {file: rows_of(text) for file, text in texts.items() if file.endswith(".csv")}
    if kind.catalogue:
        sheets.form(
            book.create_sheet(FORM),
            _form_title(kind),
            year,
            kind.catalogue,
            _dicts(rows.get(INDICATORS_FILE, [])),
            last,
        )
    for spec in specs:
        _table(book.create_sheet(spec.sheet[:31]), spec, rows.get(spec.file, []), last)
    labels = {f"text/{name}.md": label for name, label in kind.texts.items()}
    own = {file: text for file, text in texts.items() if file.startswith("text/")}
    sheets.texts(book.create_sheet(PROSE), _paragraphs(own, labels))
    others = {
        file: text
        for file, text in texts.items()
        if file not in own and file != SETTINGS_FILE and not _is_table(file, specs)
    }
    sheets.texts(book.create_sheet(OTHERS), _paragraphs(others, {}))
    hidden = book.create_sheet(META)
    hidden.sheet_state = "hidden"
    for number, text in enumerate(metas.to_rows(meta), 1):
        hidden.cell(number, 1, text)
    return _fixed(book)


def _is_table(file: str, specs: Sequence[TableSpec]) -> bool:
    return file == INDICATORS_FILE or any(file == spec.file for spec in specs)


def _form_title(kind: Kind) -> str:
    return next(iter(kind.tables), FORM)


def _dicts(rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    return (
        [dict(zip([cell.strip() for cell in rows[0]], row, strict=False)) for row in rows[1:]]
        if rows
        else []
    )


def _table(
    sheet: Any, spec: TableSpec, rows: Sequence[Sequence[str]], last: Mapping[str, str]
) -> None:
    head = [cell.strip() for cell in rows[0]] if rows else []
    names = [*head, *(column.name for column in spec.columns if column.name not in head)]
    columns = [spec.column(name) for name in names]
    body = [[*row[: len(names)], *[""] * (len(names) - len(row))] for row in rows[1:]]
    earlier: list[str] | None = None
    if spec.file == FIGURES_FILE:
        unit = names.index("单位") if "单位" in names else None
        types = [
            [_figure_type(column, row[unit] if unit is not None else "") for column in columns]
            for row in body
        ]
        if last and "键" in names:
            earlier = [last.get(row[names.index("键")].strip(), "") for row in body]
    else:
        types = [list(columns) for _ in body]
    from generator.package.workbook import written_sheets as sheets

    sheets.table(sheet, columns, body, types, earlier, [name for name in names if name in COMMON])


def _figure_type(column: FieldSpec, unit: str) -> FieldSpec:
    if column.name == "数值" and unit.strip() in ("日期", "文字"):
        return FieldSpec(column.name, FieldType.TEXT)
    return column


def _paragraphs(texts: Mapping[str, str], labels: Mapping[str, str]) -> list[tuple[str, str, str]]:
    rows = [
        (file, labels.get(file, ""), part)
        for file, text in texts.items()
        for part in prose.paragraphs(file, text)
    ]
    missing = [(file, label, "") for file, label in labels.items() if file not in texts]
    return rows + missing


def _fixed(book: Any) -> bytes:
    """The saved workbook without the clock: the same content gives the same bytes."""
    first = io.BytesIO()
    book.save(first)
    out = io.BytesIO()
    with zipfile.ZipFile(first) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name in read.namelist():
            data = read.read(name)
            if name == "docProps/core.xml":
                data = re.sub(
                    rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*",
                    rb"\g<1>2000-01-01T00:00:00Z",
                    data,
                )
            written.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
