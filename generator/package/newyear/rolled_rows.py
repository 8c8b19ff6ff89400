"""Tables of the new year: the form, figures, departments and records, their facts emptied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from generator.model import files
from generator.model.dataset import IndicatorRow
from generator.model.kind import FieldType, FormRow, Kind, RecordSpec
from generator.model.regex import regex
from generator.model.rollup import ROLLED
from generator.package.newyear.roll import CsvRow, Roll
from generator.package.tablespecs import INDICATORS, STATE_COLUMNS
from generator.package.textfiles import csv_text, rows_of

_FACTS = {
    FieldType.NUMBER,
    FieldType.DATE,
    FieldType.LIST,
    FieldType.FLAG,
    FieldType.WORD_OR_NUMBER,
}
_SORTING = (FieldType.CHOICE, FieldType.FLAG)
"""Columns that only say what sort of thing a record is."""
_OLD_VALUE = regex(r"\d|照原样")
"""How the note of a figure speaks of last year's value."""


def rolled_table(file: str, text: str, roll: Roll) -> str:
    """A CSV file of the package for the new year."""
    if file == files.INDICATORS:
        return _indicators(text, roll)
    if file == files.FIGURES:
        return _each(text, _without_value)
    if file == files.DEPARTMENTS:
        blank = dict.fromkeys(("期限", *STATE_COLUMNS), "")
        return _each(text, lambda row: {**row, **blank})
    return _records(file, text, roll)


def blank_form(roll: Roll) -> str:
    """The form of the new year where the package of last year had none."""
    return _indicators(csv_text([[column.name for column in INDICATORS.columns]]), roll)


def _indicators(text: str, roll: Roll) -> str:
    """The form of the new year, cells blank; computed cells and departments follow their rows."""
    if not roll.kind.catalogue:
        return text
    head = rows_of(text)[0]
    rows: list[Sequence[str]] = [head]
    followed = _followed_rows(roll)
    for form in roll.kind.catalogue.values():
        if not form.is_heading:
            cells = _form_cells(form, followed.get(form.code), roll.year)
            rows.append([cells.get(name.strip(), "") for name in head])
    return csv_text(rows)


def _form_cells(form: FormRow, followed: IndicatorRow | None, year: int) -> CsvRow:
    """A blank row of the form; what is computed and who files it is as in the row that it
    follows. The sheet that last year's value came from names nobody."""
    computed = followed is not None and followed.computed and form.formula
    department = followed.department if followed is not None and not followed.brought else ""
    return {
        "代码": form.code,
        "指标": form.label_of(year),
        "数值": "=" if computed else "",
        "来源": department,
        "说明": form_note(form),
    }


def form_note(form: FormRow) -> str:
    """What a row of the form says to those who fill it in: its unit, and the key that texts know it
    by."""
    said = (("单位", form.unit), ("键", form.key))
    return "，".join(f"{what}：{word}" for what, word in said if word)


def _followed_rows(roll: Roll) -> dict[str, IndicatorRow]:
    """The rows of last year's form that rows of this year's follow, by code.

    That is the same row where the catalogue is the same, else the one that the kind's mapping
    names, else the one with the same key.
    """
    old, forms = roll.dataset.indicators, roll.kind.catalogue
    by_code = {row.form.code: row for row in old}
    if [row.form for row in old] == list(forms.values()):
        return by_code
    followed = _with_same_key(old, forms)
    for code, old_codes in roll.kind.mapping.items():
        followed.pop(code, None)
        there = by_code.get(old_codes[0]) if old_codes else None
        if there is not None:
            followed[code] = there
    return followed


def _with_same_key(
    old: Sequence[IndicatorRow], forms: Mapping[str, FormRow]
) -> dict[str, IndicatorRow]:
    by_key = {row.form.key: row for row in reversed(old) if row.form.key}
    return {code: by_key[form.key] for code, form in forms.items() if form.key in by_key}


def _without_value(row: CsvRow) -> CsvRow:
    """A figure without its value; the cells that it came from, and what its note says of last
    year's value, go with it."""
    emptied = {name: "" if text.startswith(ROLLED) else text for name, text in row.items()}
    emptied["数值"] = ""
    if files.is_cell_of_sheet(row.get("来源", "").strip()):
        emptied["来源"] = ""
    if _OLD_VALUE.search(row.get("说明", "")):
        emptied["说明"] = ""
    if not row.get("公式", "").strip():
        emptied["修饰"] = ""
    return emptied


def _each(
    text: str,
    change: Callable[[CsvRow], CsvRow],
    keeps: Callable[[CsvRow], bool] = bool,
) -> str:
    """A CSV text with the rows that are kept (all that there are), each changed."""
    rows = rows_of(text)
    if not rows:
        return text
    head = [name.strip() for name in rows[0]]
    there = (dict(zip(head, row, strict=False)) for row in rows[1:])
    changed = map(change, filter(keeps, there))
    return csv_text([rows[0], *([row.get(name, "") for name in head] for row in changed)])


def _records(file: str, text: str, roll: Roll) -> str:
    """A record file without its rows, but for those that a text names, of which key, choices and
    flags stay; one that holds no facts of a year is kept, whole or the columns that its kind
    says (沿用)."""
    specs = {spec.file: spec for spec in roll.kind.records}
    spec = specs.get(file)
    if spec is None or (_holds_no_facts(spec, roll.kind) and not spec.kept):
        return text
    if spec.kept:
        return _each(text, partial(_only, headings={spec.key_field.name, *spec.kept}))
    name, key, standing = spec.name, spec.key_field.name, _standing(spec)

    def is_asked(row: CsvRow) -> bool:
        return (name, row.get(key, "").strip()) in roll.asked

    return _each(text, partial(_only, headings=standing), is_asked)


def _only(row: CsvRow, headings: Collection[str]) -> CsvRow:
    """A row whose other cells are blank."""
    return {heading: cell for heading, cell in row.items() if heading in headings}


def _standing(spec: RecordSpec) -> set[str]:
    """The columns whose cells stay where a record stays."""
    return {field.name for field in spec.fields if field.required or field.type in _SORTING}


def _holds_no_facts(spec: RecordSpec, kind: Kind) -> bool:
    """Whether a file is part of the outline, only serves texts, or ties names to keys."""
    return spec.carried or spec.name in kind.outside or _only_ties(spec)


def _only_ties(spec: RecordSpec) -> bool:
    """Whether the rows of a file say which key is called what, and hold no fact of a year."""
    types = {field.type for field in spec.fields}
    return FieldType.FIGURE_KEY in types and not types & _FACTS
