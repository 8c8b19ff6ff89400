"""Which columns and rows the grid of a table has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.codes import IN_BRACES, SEVERAL, Codes, words_of_figures, words_of_owed
from generator.jobs.desk.opened import OpenSheet
from generator.jobs.desk.values import CellEdit, CellSort, GridColumn, GridRow
from generator.model import files
from generator.model.kind import FieldSpec, FieldType, FormRow, RecordSpec, taken_from
from generator.model.replacing import replace
from generator.package import hints
from generator.package.tablespecs import (
    DEPARTMENTS,
    FIGURES,
    INDICATORS,
    STATE_COLUMNS,
    TableSpec,
    value_field,
)
from generator.report.compose.words.measures import MEASURES
from generator.report.progress.entries import FORM, OWNER_COLUMN

_VALUE = "数值"
_SORTS: Mapping[FieldType, CellSort] = {
    FieldType.NUMBER: "数",
    FieldType.DATE: "日期",
    FieldType.FLAG: "是否",
}
_ADVANCED = {
    files.INDICATORS: ("原样", "原指标", "原单位", "说明"),
    files.FIGURES: ("键", "公式", "小数位"),
    files.DEPARTMENTS: STATE_COLUMNS,
}
_FIXED_IN_FORM = ("代码", "指标", "单位")
_OWNED, _WORDS, _ABOUT = "负责", "文字", "依据"
"""Columns that name figures: of departments, and two of measures."""
_OF_KEY = "从“数据”和“年度统计表”的数里选一个：打几个字就能找到。"
_OF_OWNED = "这个部门填什么：从下拉里选，可以选几样；打几个字就能找到。"


class GridLayout(Struct, frozen=True):
    """The columns and the rows of a table, without messages, and what a row that the file does not
    have yet begins with, by its number."""

    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    given: Mapping[int, Mapping[str, str]]
    codes: Mapping[str, Codes] = field(default_factory=dict)

    def in_code(self, edit: CellEdit, now: str) -> CellEdit:
        """An edit as the file writes it, where the cell holds ``now``."""
        codes = self.codes.get(edit.column)
        if codes is None:
            return edit
        is_same = edit.text == codes.shown(now)
        return edit._replace(text=now if is_same else codes.written(edit.text, now))


def layout_of(basis: Basis, sheet: OpenSheet) -> GridLayout:
    """The layout of a table of a package."""
    if sheet.spec is INDICATORS:
        return _of_form(basis, sheet)
    if sheet.spec is FIGURES:
        return _of_figures(basis, sheet)
    frame = frame_of(basis, sheet)
    return replace(frame, rows=tuple(filed_rows(basis, sheet, frame, sheet.rows)))


def frame_of(basis: Basis, sheet: OpenSheet) -> GridLayout:
    """The same without the rows that the file has, which are open as all are, where it is neither
    the form nor the figures: what a change needs to know."""
    if sheet.spec in (INDICATORS, FIGURES):
        return layout_of(basis, sheet)
    codes = _codes_of(basis, sheet.spec)
    columns = tuple(_coded(column, codes) for column in _all_columns(sheet))
    return GridLayout(columns, (), {}, codes)


def filed_rows(
    basis: Basis, sheet: OpenSheet, frame: GridLayout, rows: Iterable[int]
) -> Iterator[GridRow]:
    """Those rows of its file: what one says hangs on its line alone, and on what ``frame`` and
    ``basis`` know."""
    of_records = next((s for s in basis.kind.records if s.file == sheet.spec.file), None)
    for row in rows:
        texts = _in_words(sheet.row(row), frame.codes)
        owner = _owner(basis, texts, of_records) if of_records else ""
        yield _row(row, texts, frame.columns, owner)


def _codes_of(basis: Basis, spec: TableSpec) -> dict[str, Codes]:
    """The columns of a table that hold keys, which nobody but their author reads."""
    if spec is DEPARTMENTS:
        return {_OWNED: Codes(words_of_owed(basis), SEVERAL)}
    of_keys = [column.name for column in spec.columns if column.type is FieldType.FIGURE_KEY]
    if not of_keys and spec.sheet != MEASURES:
        return {}
    names = words_of_figures(basis)
    codes = {name: Codes(names) for name in of_keys}
    if spec.sheet == MEASURES:
        codes |= {_ABOUT: Codes(names), _WORDS: Codes(names, IN_BRACES)}
    return codes


def _coded(column: GridColumn, codes: Mapping[str, Codes]) -> GridColumn:
    """A column that holds keys: one chooses among names."""
    of_column = codes.get(column.name)
    if of_column is None or of_column.pattern is IN_BRACES:
        return column
    if column.name == _OWNED:
        return replace(column, hint=_OF_OWNED, choices=of_column.choices, several=True)
    title = taken_from(column.name) if column.name.endswith("键") else column.title
    return replace(column, title=title, hint=_OF_KEY, choices=of_column.choices)


def _in_words(texts: Mapping[str, str], codes: Mapping[str, Codes]) -> dict[str, str]:
    """The cells of a row as people read them."""
    shown = {name: codes[name].shown(texts[name]) for name in codes if name in texts}
    return {**texts, **shown}


def _all_columns(sheet: OpenSheet) -> tuple[GridColumn, ...]:
    return _columns(sheet, list(dict.fromkeys((*sheet.names.values(), *_own(sheet)))))


def _own(sheet: OpenSheet) -> list[str]:
    return [column.name for column in sheet.spec.columns]


def _columns(sheet: OpenSheet, names: list[str]) -> tuple[GridColumn, ...]:
    """The columns of the file, then those that it may have."""
    advanced = _ADVANCED.get(sheet.spec.file, ())
    made = (grid_column(sheet.spec.column(name), sheet.head.units.get(name, "")) for name in names)
    return tuple(replace(column, advanced=column.name in advanced) for column in made)


def grid_column(spec: FieldSpec, unit: str = "") -> GridColumn:
    """A column as a screen shows it; ``unit`` is that which its heading names, "" for its own."""
    choices = hints.FLAGS if spec.type is FieldType.FLAG else spec.choices
    return GridColumn(
        spec.name,
        spec.name,
        unit or spec.unit,
        hints.of_column(spec),
        choices,
        _SORTS.get(spec.type, "文字"),
        spec.required,
    )


def _row(
    row: int, texts: Mapping[str, str], columns: tuple[GridColumn, ...], owner: str = ""
) -> GridRow:
    cells = tuple([texts.get(column.name, "") for column in columns])
    return GridRow(row, cells, owner=_unsaid(owner, cells))


def _unsaid(owner: str, cells: Iterable[str]) -> str:
    """Who owes a row; "" where a cell of it says the same."""
    return "" if owner in map(str.strip, cells) else owner


def _owner(basis: Basis, texts: Mapping[str, str], spec: RecordSpec) -> str:
    """Who owes a row: its file, its cells or itself may be named, else it says it."""
    said = files.department_in(texts.get("来源", "").strip()) or texts.get(OWNER_COLUMN, "")
    key = texts.get(spec.key_field.name, "").strip()
    return basis.owners.of((spec.file, spec.name, f"{spec.name}[{key}]"), said.strip())


# --- the figures ----------------------------------------------------------------------------------


def _of_figures(basis: Basis, sheet: OpenSheet) -> GridLayout:
    """The figures of the file, then those that the kind names and the file has no row for."""
    columns = _all_columns(sheet)
    given = dict(enumerate(_unfiled_figures(basis, sheet), sheet.next_row))
    filed = {row: sheet.row(row) for row in sheet.rows}
    rows = (_figure_row(basis, row, texts, columns) for row, texts in (filed | given).items())
    return GridLayout(columns, tuple(rows), given)


def _unfiled_figures(basis: Basis, sheet: OpenSheet) -> Iterator[dict[str, str]]:
    there = {sheet.row(row).get("键", "").strip() for row in sheet.rows}
    there |= {form.key for form in basis.kind.catalogue.values()}
    for figure in basis.kind.derived.values():
        if not figure.formula and figure.key not in there:
            yield {"键": figure.key, "名称": figure.name, "单位": figure.unit}


def _figure_row(
    basis: Basis, row: int, texts: Mapping[str, str], columns: tuple[GridColumn, ...]
) -> GridRow:
    key, said = texts.get("键", "").strip(), texts.get("来源", "").strip()
    owner = basis.owners.of((key, files.FIGURES), files.department_in(said))
    return replace(
        _row(row, texts, columns, owner),
        last_year=basis.last_year.get(key, ""),
        value=_figure_value(texts),
    )


def _figure_value(texts: Mapping[str, str]) -> GridColumn:
    """What the value of a figure is; one with a formula is computed, and not to be typed."""
    column = grid_column(value_field(texts.get("单位", "").strip()))
    if texts.get("公式", "").strip():
        return replace(column, editable=False, hint="由公式算出，不用填；公式勾上“高级”看")
    return column


# --- the form -------------------------------------------------------------------------------------


def _of_form(basis: Basis, sheet: OpenSheet) -> GridLayout:
    """The form as the upper level issues it, each row with what is filed; a code that it does not
    have comes last."""
    names = dict.fromkeys(("代码", "指标", "单位", _VALUE, *sheet.names.values(), *_own(sheet)))
    columns = tuple(_form_column(basis, column) for column in _columns(sheet, list(names)))
    if "代码" not in sheet.names.values():  # an official form by its labels: as it stands
        columns = tuple(
            replace(one, advanced=one.advanced or one.name == "代码") for one in columns
        )
        rows_as_filed = (_row(row, sheet.row(row), columns) for row in sheet.rows)
        return GridLayout(columns, tuple(rows_as_filed), {})
    filed = _filed(sheet)
    given: dict[int, dict[str, str]] = {}
    rows = []
    for code, form in basis.kind.catalogue.items():
        row = filed.pop(code, 0)
        if not row:
            row = sheet.next_row + len(given)
            given[row] = {"代码": code, "指标": form.label_of(basis.settings.year)}
        rows.append(_form_row(basis, row, sheet, form, columns))
    others = (_row(row, sheet.row(row), columns) for row in filed.values())
    return GridLayout(columns, (*rows, *others), given)


def _filed(sheet: OpenSheet) -> dict[str, int]:
    """The lines of the file by code; one without a code, or whose code stands above, by its own
    number."""
    filed: dict[str, int] = {}
    for row in sheet.rows:
        code = sheet.row(row).get("代码", "").strip()
        filed[f"#{row}" if not code or code in filed else code] = row
    return filed


def _form_column(basis: Basis, column: GridColumn) -> GridColumn:
    if column.name == _VALUE:
        return replace(column, title=f"{basis.settings.year}年", hint=hints.NUMBER)
    if column.name == "原样":
        return replace(column, hint=hints.AS_FILED, choices=("是",))
    return replace(column, editable=column.name not in _FIXED_IN_FORM)


def _form_row(
    basis: Basis, row: int, sheet: OpenSheet, form: FormRow, columns: tuple[GridColumn, ...]
) -> GridRow:
    texts = sheet.row(row) if row in sheet.cells.by_row else {}
    label = form.label_of(basis.settings.year)
    shown = {**texts, "代码": form.code, "指标": label, "单位": form.unit}
    names = (form.key, form.code, files.INDICATORS, FORM)
    as_filed = texts.get("原样", "").strip() == "是"
    owner = basis.owners.of(names, files.department_in(texts.get("来源", "").strip()))
    return replace(
        _row(row, shown, columns, owner),
        last_year=basis.last_year.get(form.key, ""),
        value=_form_value(form, FieldType.TEXT if as_filed else form.type, basis.settings.year),
        locked=form.is_heading,
        filed=row in sheet.cells.by_row,
    )


def _form_value(form: FormRow, type_: FieldType | None, year: int) -> GridColumn:
    spec = FieldSpec(_VALUE, type_ or FieldType.TEXT, form.unit, required=form.required)
    hint = hints.bounds_of(form) or hints.NUMBER
    more = hints.FORMULA if form.formula else ""
    column = grid_column(spec)
    return replace(column, title=f"{year}年", hint=hint, more=more, editable=not form.is_heading)
