"""A workbook read: its sheets as the files of a package."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from generator.model import files
from generator.model.errors import InputError, Problem, raise_all
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.model.sheets import SheetLocations
from generator.package import settings_text
from generator.package.filenames import doubles, name_fault, quoted
from generator.package.intake.form import read_form
from generator.package.intake.grid import Grid
from generator.package.intake.looks import sheet_looks
from generator.package.intake.notes import TableNotes
from generator.package.intake.table import TableText, read_table
from generator.package.intake.totals import Row
from generator.package.intake.xlsx import read_grids
from generator.package.tablespecs import INDICATORS, TableSpec, table_specs
from generator.package.textfiles import TextStyle, csv_text, encoded
from generator.package.workbook import meta, prose, settings_sheet
from generator.package.workbook.kept_columns import with_kept_columns
from generator.package.workbook.layout import GUIDE, META, OTHERS, PROSE, SETTINGS
from generator.package.workbook.meta import FileMeta, Meta

_NEAR = 0.75
_AS_THEY_ARE = (".png", ".jpg", ".jpeg", ".docx")
"""Pictures of the texts, and 样板."""


class Contents(Struct, frozen=True):
    """What a workbook holds: tables and texts by file, where all stands, what is not clear, and
    what was passed over."""

    tables: Mapping[str, TableText]
    texts: Mapping[str, str]
    locations: SheetLocations
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


class _TableSheet(Struct, frozen=True):
    """A sheet read as a table of the package; None where it has no head."""

    file: str
    sheet: str
    table: TableText | None
    notes: TableNotes


class Book(Struct, frozen=True):
    """The sheets of the workbook file that messages call ``shown``, and the text of its
    report.yaml.

    ``settings_rows`` gives the row of each item of it; ``contents`` reads the rest.
    """

    shown: str
    sheets: tuple[Grid, ...]
    meta: Meta
    settings_text: str
    settings_rows: Mapping[str, int]

    def early_locations(self) -> SheetLocations:
        """Where the settings stand: all that is needed before the rest is read."""
        sheets = {files.REPORT: SETTINGS}
        return SheetLocations(self.shown, sheets, items=self.settings_rows)

    def contents(self, kind: Kind, year: int, owners: Sequence[str] = ()) -> Contents:
        """The tables and texts for a report of that kind and year; ``owners`` may head the form's
        column of values."""
        specs = (INDICATORS, *table_specs(kind))
        there = filter(self._called, specs)
        found = [self._read(spec, kind, year, owners) for spec in there]
        texts = [prose.read_texts(sheet) for sheet in self._text_sheets()]
        notes = [
            *(table.notes for table in found),
            *(self._named(text, specs) for text in texts),
            *(sheet_looks(sheet, self.shown) for sheet in self._text_sheets()),
            *self._strangers(specs),
        ]
        return Contents(
            {table.file: table.table for table in found if table.table is not None},
            self._kept_texts(texts),
            self._locations(found, texts),
            (*self._hidden_names(), *chain.from_iterable(note.problems for note in notes)),
            tuple(chain.from_iterable(note.remarks for note in notes)),
        )

    def template_files(self) -> dict[str, bytes]:
        """The files of the report kinds that the package holds itself."""
        texts: dict[str, str] = {}
        for sheet in self._text_sheets():
            texts |= prose.read_texts(sheet).texts
        of_kinds = {file: text for file, text in texts.items() if files.in_templates(file)}
        return {file: encoded(text, TextStyle()) for file, text in of_kinds.items()}

    def _named(self, read: prose.SheetTexts, specs: Sequence[TableSpec]) -> TableNotes:
        """What is wrong with the names of the files on a sheet of texts."""
        notes = TableNotes(file=self.shown, sheet=read.sheet)
        elsewhere = {files.REPORT, *(spec.file for spec in specs)}
        same = set(doubles((*elsewhere, *read.texts)))
        for file, lines in read.lines.items():
            fault = name_fault(file)
            if file.lower() in elsewhere:
                fault = "这个文件有自己的工作表"
            elif file in same:
                fault = "和另一个文件只差大小写"
            if fault:
                message = f"文件名“{quoted(file)}”不能用：{fault}"
                notes.problem(message, "请改文件名，或删去这些行", lines[0][1], "文件")
        return notes

    def _hidden_names(self) -> Iterator[Problem]:
        """What is wrong with the names of the files that the hidden sheet keeps."""
        for file in self.meta.whole:
            if name_fault(file):
                message = f"隐藏的工作表“{META}”里有不能用的文件名“{quoted(file)}”"
                todo = "请删去这张工作表，再核对转出的文件"
                yield Problem(message, todo, self.shown, sheet=META)

    def _text_sheets(self) -> list[Grid]:
        found = (_sheet(self.sheets, name) for name in (PROSE, OTHERS))
        return [sheet for sheet in found if sheet is not None]

    def _read(self, spec: TableSpec, kind: Kind, year: int, owners: Sequence[str]) -> _TableSheet:
        sheets = self._called(spec)
        sheet = sheets[0]
        notes = TableNotes(list(self._clashes(sheets)), file=self.shown, sheet=sheet.name)
        if spec is INDICATORS:
            table = read_form(sheet, kind.catalogue, year, owners, notes)
        else:
            table = read_table(sheet, spec, year, notes)
        if table is not None:
            table = self._as_filed(spec.file, table)
        return _TableSheet(spec.file, sheet.name, table, notes)

    def _called(self, spec: TableSpec) -> list[Grid]:
        """The sheets that have the name of a table."""
        return [sheet for sheet in self.sheets if _plain(sheet.name) in spec.sheet_names]

    def _clashes(self, sheets: Sequence[Grid]) -> Iterator[Problem]:
        """Data that are hidden, and a second sheet for the same table."""
        for sheet in sheets:
            if sheet.hidden and sheet.last_row:
                message, todo = "这张工作表是隐藏的，里面却有数据", "请取消隐藏，或删去这张表"
                yield Problem(message, todo, self.shown, sheet=sheet.name)
        if len(sheets) > 1:
            message = f"和工作表“{sheets[0].name}”是同一张表"
            yield Problem(message, "请只留一张", self.shown, sheet=sheets[1].name)

    def _strangers(self, specs: Sequence[TableSpec]) -> Iterator[TableNotes]:
        """Sheets that are no part of a package: passed over with a word, unless the name is nearly
        one of ours."""
        ours = [GUIDE, SETTINGS, PROSE, OTHERS, META]
        ours += [name for spec in specs for name in spec.sheet_names]
        strangers = (sheet for sheet in self.sheets if _plain(sheet.name) not in ours)
        for sheet in strangers:
            if sheet.last_row:
                yield self._stranger(sheet, ours)

    def _stranger(self, sheet: Grid, ours: Sequence[str]) -> TableNotes:
        notes = TableNotes(file=self.shown, sheet=sheet.name)
        near = difflib.get_close_matches(_plain(sheet.name), ours, 1, _NEAR)
        if sheet.hidden:
            notes.remark("隐藏的工作表，没有读")
        elif near:
            notes.problem("不认识的工作表", f"是不是“{near[0]}”？请改名，不要的请删去")
        else:
            notes.remark("不认识的工作表，没有读")
        return notes

    def _kept_texts(self, read: Sequence[prose.SheetTexts]) -> dict[str, str]:
        """The texts by file; a blank one only where there was such a file."""
        texts = (item for found in read for item in found.texts.items())
        return {file: text for file, text in texts if text.strip() or file in self.meta.files}

    def _locations(
        self, read: Sequence[_TableSheet], texts: Sequence[prose.SheetTexts]
    ) -> SheetLocations:
        sheets = {files.REPORT: SETTINGS, **{found.file: found.sheet for found in read}}
        rows = {
            found.file: (found.table.head_row, *(number for number, _ in found.table.rows))
            for found in read
            if found.table is not None
        }
        lines: dict[str, tuple[tuple[int, int], ...]] = {}
        for found in texts:
            lines |= found.lines
            sheets |= dict.fromkeys(found.texts, found.sheet)
        return SheetLocations(self.shown, sheets, rows, lines, self.settings_rows)

    def package_files(self, contents: Contents) -> dict[str, bytes]:
        """The files of the package, as they were where nothing changed."""
        given = self.given(contents)
        nothing = meta.digest(b"")
        for file, kept in self.meta.whole.items():
            if file not in given and kept.digest == nothing:
                given[file] = b""
        package = {file: self.meta.restored(file, data) for file, data in given.items()}
        former = self.meta.whole.get(files.INDICATORS)
        if former and files.INDICATORS in package:
            filed, shown = package[files.INDICATORS], {field.name for field in INDICATORS.columns}
            package[files.INDICATORS] = with_kept_columns(filed, former.data, "代码", shown)
        return package

    def given(self, contents: Contents) -> dict[str, bytes]:
        """What the sheets give, whatever the files were."""
        texts = {files.REPORT: self.settings_text, **contents.texts}
        for file, table in contents.tables.items():
            if table.rows or file in self.meta.files:
                texts[file] = csv_text([table.head, *(cells for _, cells in table.rows)])
        return {file: encoded(text, self.meta.style(file)) for file, text in texts.items()}

    def kept_files(self) -> dict[str, bytes]:
        """The pictures for the texts and the Word file for the look that the workbook carries."""
        return {
            file: kept.data
            for file, kept in self.meta.whole.items()
            if file.lower().endswith(_AS_THEY_ARE) and not name_fault(file)
        }

    def _as_filed(self, file: str, table: TableText) -> TableText:
        """The table with the file's own order of columns and, for the form, of codes."""
        known = self.meta.files.get(file)
        if file == files.INDICATORS:
            table = _in_order(table, known.order if known else ())
        return _with_columns_of(known, table) if known and known.head else table


def _with_columns_of(known: FileMeta, table: TableText) -> TableText:
    """The table with the columns that the file had; another one is kept only where it is filled."""
    added = [
        name
        for index, name in enumerate(table.head)
        if name not in known.head and any(cells[index] for _, cells in table.rows)
    ]
    return table.with_head((*known.head, *added))


def _in_order(table: TableText, order: Sequence[str]) -> TableText:
    """The rows of the form in the file's order; a code that the file had not is kept only where it
    is filled, and comes last."""
    code, value = table.head.index("代码"), table.head.index("数值")
    rank = {code: n for n, code in enumerate(order)}

    def is_kept(row: Row) -> bool:
        return row[1][code] in rank or any(cell.strip() for cell in row[1][value:])

    def position(row: Row) -> int:
        return rank.get(row[1][code], len(rank))

    return replace(table, rows=tuple(sorted(filter(is_kept, table.rows), key=position)))


def read_book(data: bytes, shown: str) -> Book:
    """The workbook of these bytes. Raises InputError where it is none or has no settings, DataError
    where some of them are not clear."""
    sheets = tuple(read_grids(data, shown))
    remembered = meta.from_sheet(next((sheet for sheet in sheets if sheet.name == META), None))
    sheet = _sheet(sheets, SETTINGS)
    if sheet is None or not sheet.last_row:
        message = f"没有“{SETTINGS}”工作表，不是数据包工作簿"
        todo = "请用 nigao workbook 从数据包文件夹生成工作簿再填"
        raise InputError(Problem(message, todo, shown, unreadable=True))
    raise_all(settings_sheet.unclear_items(sheet, shown).problems)
    values, rows = settings_sheet.read_items(sheet)
    text = settings_text.with_values(remembered.settings, values)
    return Book(shown, sheets, remembered, text, rows)


def _sheet(sheets: Sequence[Grid], name: str) -> Grid | None:
    return next((sheet for sheet in sheets if _plain(sheet.name) == name), None)


def _plain(name: str) -> str:
    return "".join(name.split())
