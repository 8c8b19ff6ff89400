"""A workbook read: its sheets as the files of a package."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.errors import InputError, Problem, reason
from generator.model.kind import Kind
from generator.model.sheets import SheetLocations
from generator.package.tablespecs import (
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
from generator.package.textfiles import csv_text, encoded
from generator.package.workbook import form, meta, prose
from generator.package.workbook import settings_sheet as settings
from generator.package.workbook.sheet import Grid, read_grids
from generator.package.workbook.table import Findings, Table, read_table, with_head

_NEAR = 0.75


def is_workbook(path: Path) -> bool:
    """Whether a package is a workbook rather than a folder."""
    return path.suffix.lower() in (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Contents:
    """What a workbook holds: tables and texts by file, what is not clear or was passed over, and where all stands."""

    tables: Mapping[str, Table]
    texts: Mapping[str, str]
    locations: SheetLocations
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


class Book:
    """The sheets of a workbook file. ``settings_text`` is its report.yaml; ``contents`` reads the rest."""

    def __init__(self, data: bytes, shown: str) -> None:
        self.shown = shown
        self._grids = read_grids(data, shown)
        self.meta = meta.from_grid(next((grid for grid in self._grids if grid.name == META), None))
        self._settings_rows: dict[str, int] = {}
        self.settings_text = self._settings()

    def _grid(self, name: str) -> Grid | None:
        return next((grid for grid in self._grids if _plain(grid.name) == name), None)

    def _settings(self) -> str:
        grid = self._grid(SETTINGS)
        if grid is None or not grid.last_row:
            raise InputError(
                Problem(
                    f"没有“{SETTINGS}”工作表，不是数据包工作簿",
                    "请用 nigao workbook 从数据包文件夹生成工作簿再填",
                    self.shown,
                    unreadable=True,
                )
            )
        values, self._settings_rows = settings.read_rows(grid)
        return settings.merged(self.meta.settings, values)

    def early_locations(self) -> SheetLocations:
        """Where the settings stand: all that is needed before the rest is read."""
        return SheetLocations(self.shown, {SETTINGS_FILE: SETTINGS}, items=self._settings_rows)

    def contents(self, kind: Kind, year: int, owners: Sequence[str] = ()) -> Contents:
        """The tables and texts for a report of that kind and year; ``owners`` may head the form's column of values."""
        findings = Findings([], [])
        specs = table_specs(kind)
        tables: dict[str, Table] = {}
        sheets: dict[str, str] = {SETTINGS_FILE: SETTINGS}
        rows: dict[str, tuple[int, ...]] = {}
        for spec, grid in self._tables(specs, findings):
            table = (
                form.read_form(grid, kind.catalogue, year, owners, findings)
                if spec.file == INDICATORS_FILE
                else read_table(grid, spec, year, findings)
            )
            sheets[spec.file] = grid.name
            if table is not None:
                tables[spec.file] = self._as_filed(spec.file, table)
                rows[spec.file] = (
                    table.head_row,
                    *(number for number, _ in tables[spec.file].rows),
                )
        texts: dict[str, str] = {}
        lines: dict[str, tuple[tuple[int, int], ...]] = {}
        for name in (PROSE, OTHERS):
            if (sheet := self._grid(name)) is not None:
                read = prose.read_texts(sheet)
                texts |= {
                    file: text
                    for file, text in read.texts.items()
                    if text.strip() or file in self.meta.files
                }
                lines |= read.lines
                sheets |= dict.fromkeys(read.texts, sheet.name)
        self._strangers(specs, findings)
        locations = SheetLocations(self.shown, sheets, rows, lines, self._settings_rows)
        named = (
            (replace(item, file=self.shown) for item in found)
            for found in (findings.problems, findings.remarks)
        )
        problems, remarks = map(tuple, named)
        return Contents(tables, texts, locations, problems, remarks)

    def _tables(
        self, specs: Sequence[TableSpec], findings: Findings
    ) -> Iterator[tuple[TableSpec, Grid]]:
        for spec in (TableSpec(INDICATORS_FILE, FORM, ()), *specs):
            names = {spec.sheet, spec.file, spec.file.removesuffix(".csv")}
            found = [grid for grid in self._grids if _plain(grid.name) in names]
            for grid in found:
                if grid.hidden and grid.last_row:
                    findings.problem(
                        grid.name, "这张工作表是隐藏的，里面却有数据", "请取消隐藏，或删去这张表"
                    )
            if len(found) > 1:
                findings.problem(
                    found[1].name, f"和工作表“{found[0].name}”是同一张表", "请只留一张"
                )
            if found:
                yield spec, found[0]

    def _strangers(self, specs: Sequence[TableSpec], findings: Findings) -> None:
        """Sheets that are no part of a package: passed over with a word, unless the name is nearly one of ours."""
        ours = [FORM, SETTINGS, PROSE, OTHERS, GUIDE, META]
        ours += [
            name
            for spec in specs
            for name in (spec.sheet, spec.file, spec.file.removesuffix(".csv"))
        ]
        ours += [INDICATORS_FILE, INDICATORS_FILE.removesuffix(".csv")]
        for grid in self._grids:
            if _plain(grid.name) in ours or not grid.last_row:
                continue
            near = difflib.get_close_matches(_plain(grid.name), ours, 1, _NEAR)
            if grid.hidden:
                findings.remark(grid.name, "隐藏的工作表，没有读")
            elif near:
                findings.problem(
                    grid.name, "不认识的工作表", f"是不是“{near[0]}”？请改名，不要的请删去"
                )
            else:
                findings.remark(grid.name, "不认识的工作表，没有读")

    def files(self, contents: Contents) -> dict[str, bytes]:
        """The files of the package, as they were where nothing changed."""
        made = self.made(contents)
        for file, (_, there) in self.meta.whole.items():
            if file not in made and there == meta.digest(b""):
                made[file] = b""
        return {file: self.meta.restored(file, data) for file, data in made.items()}

    def made(self, contents: Contents) -> dict[str, bytes]:
        """What the sheets give, whatever the files were."""
        texts = {SETTINGS_FILE: self.settings_text, **contents.texts}
        texts |= {
            file: csv_text([table.head, *(cells for _, cells in table.rows)])
            for file, table in contents.tables.items()
            if table.rows or file in self.meta.files
        }
        return {file: encoded(text, self.meta.style(file)) for file, text in texts.items()}

    def _as_filed(self, file: str, table: Table) -> Table:
        """The table with the file's own order of columns and, for the form, of codes."""
        known = self.meta.files.get(file)
        if file == INDICATORS_FILE:
            table = _in_order(table, known.order if known else ())
        if not known or not known.head:
            return table
        ordered = with_head(table, known.head)
        keep = [
            place
            for place, name in enumerate(ordered.head)
            if name in known.head or any(cells[place] for _, cells in ordered.rows)
        ]
        return replace(
            ordered,
            head=tuple(ordered.head[place] for place in keep),
            rows=tuple(
                (number, tuple(cells[place] for place in keep)) for number, cells in ordered.rows
            ),
        )


def _in_order(table: Table, order: Sequence[str]) -> Table:
    """The rows of the form in the file's order; a code that the file had not is kept only where it is filled."""
    at, value = table.head.index("代码"), table.head.index("数值")
    rank = {code: place for place, code in enumerate(order)}
    kept = [
        row
        for row in table.rows
        if row[1][at] in rank or any(cell.strip() for cell in row[1][value:])
    ]
    return replace(table, rows=tuple(sorted(kept, key=lambda row: rank.get(row[1][at], len(rank)))))


def _plain(name: str) -> str:
    return "".join(name.split())


def open_book(path: Path) -> Book:
    """The workbook at ``path``. Raises InputError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            Problem(
                f"读不了（{reason(error)}）",
                "请检查文件是否被占用、有没有权限",
                str(path),
                unreadable=True,
            )
        ) from None
    return Book(data, path.name)
