"""A package of a kind filled with invented data, to try the kind out: all cells filled, or every
second one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import count, cycle

from generator.model import files
from generator.model.kind import FieldSpec, FieldType, FormRow, Kind, RecordSpec
from generator.model.regex import regex
from generator.package.parties import Parties
from generator.package.textfiles import CSV_STYLE, TextStyle, csv_text, decoded, encoded, rows_of

PARTIES = Parties("清河县", "东湖区", "清河县人民政府办公室", "云山市", "北原省", "海门市")
"""Those of whom every trial report speaks: none of them is a place of the list of divisions."""
_ROWS = 3
"""Rows of each record file, those that templates name aside: the first, one in between, the
last."""
_RECORD = regex(r"(\w+)\['([^']+)'\]")
_KEY = regex(r"\{([^{}]+)\}")
_GAP = regex(r"【待补：([^【】]+)】")
_BLANK_DATE = regex(r"(?m)^(\s*(?:- )?date:)[ \t]*(?=#|$)")
_SENTENCE = "各项工作有序推进，任务按期完成。\n"
_NO_NUMBER = {"日期": "2023-06-15", "文字": "按期完成"}
"""What stands in figures.csv where the unit says that it is no number."""
_NUMBERS = (12, 30, 7, 18, 45, 9, 24)


class Filling(Enum):
    """Which cells are filled; the value is what a message calls it."""

    ALL = "全部填满"
    EVEN = "空一半"
    ODD = "空另一半"

    def fills(self, index: int) -> bool:
        """Whether the cell of that index is filled."""
        return self is Filling.ALL or (index % 2 == 0) == (self is Filling.EVEN)


def filled_package(starter: Mapping[str, bytes], kind: Kind, filling: Filling) -> dict[str, bytes]:
    """The files of a package that begins with nothing, filled; keys and cells that must be filled
    are."""
    package = dict(starter)
    package[files.REPORT] = encoded(_settings(_text(starter[files.REPORT])), TextStyle())
    cells = count()
    tables = {files.FIGURES: _figures(kind, filling, cells)}
    if kind.catalogue:
        tables[files.INDICATORS] = _indicators(kind, filling, cells)
    tables |= _record_tables(kind, filling, cells)
    for file, rows in tables.items():
        head = rows_of(_text(starter[file]))[0]
        package[file] = encoded(csv_text([head, *(_under(head, row) for row in rows)]), CSV_STYLE)
    for number, name in enumerate(kind.texts):
        if filling.fills(number):
            package[files.text_file(name)] = encoded(_SENTENCE, TextStyle())
    return package


def _text(data: bytes) -> str:
    read = decoded(data)
    assert read is not None
    return read.text


def _settings(text: str) -> str:
    """report.yaml with words in place of what is to be filled in."""
    dated = _BLANK_DATE.sub(r"\1 2023-12-20 ", text)
    return _GAP.sub(lambda gap: f"（{gap[1]}）", dated)


Row = Mapping[str, str]


def _record_tables(kind: Kind, filling: Filling, cells: Iterator[int]) -> dict[str, list[Row]]:
    """The record files: the rows that the form fixes, else those that the kind names and some
    more."""
    keys = _keys_of_rows(kind)
    tables = {}
    for spec in kind.filled_records:
        own = spec.key_field.name
        given = {row[own]: row for row in kind.rows.get(spec.file, ())}
        made = _records(spec.fields, list(given) or keys[spec.name], kind, filling, cells)
        rows = [_form_row(row, given.get(row[own]), spec.fields) for row in made]
        tables[spec.file] = _tied(rows, spec, kind, keys)
    return tables


def _under(head: Sequence[str], row: Row) -> list[str]:
    return [row.get(name, "") for name in head]


def _figures(kind: Kind, filling: Filling, cells: Iterator[int]) -> list[Row]:
    """The figures that only people know."""
    in_form = {form.key for form in kind.catalogue.values()}
    rows: list[Row] = []
    for figure in kind.derived.values():
        if not figure.formula and figure.key not in in_form:
            index = next(cells)
            value = _NO_NUMBER.get(figure.unit, _number(index)) if filling.fills(index) else ""
            row = {"键": figure.key, "名称": figure.name, "数值": value, "单位": figure.unit}
            rows.append(row)
    return rows


def _indicators(kind: Kind, filling: Filling, cells: Iterator[int]) -> list[Row]:
    return [
        {"代码": form.code, "数值": _of_form(form, filling, next(cells))}
        for form in kind.catalogue.values()
        if not form.is_heading
    ]


def _of_form(form: FormRow, filling: Filling, index: int) -> str:
    if form.formula:
        return "="
    if not filling.fills(index) and not form.required:
        return ""
    values = {FieldType.FLAG: "是", FieldType.TEXT: "按期完成"}
    return values.get(form.type or FieldType.TEXT, _number(index))


def _keys_of_rows(kind: Kind) -> dict[str, list[str]]:
    """The keys of the rows of each record file: of one whose rows belong to other records, one
    more for each of those that is named."""
    named = _named_rows(kind)
    keys = {}
    for spec in kind.records:
        owners = sum(len(named.get(records, ())) for _, records in _ties(spec, kind))
        further = (f"第{n}项" for n in range(1, _ROWS + owners + 1))
        keys[spec.name] = [*named.get(spec.name, ()), *further]
    return keys


def _tied(
    rows: Sequence[Row], spec: RecordSpec, kind: Kind, keys: Mapping[str, Sequence[str]]
) -> list[Row]:
    """The rows of a file, with the key of the record of another file that each belongs to where a
    table is made for each of those: that which its own key begins with, else one after the
    other."""
    tied = list(rows)
    for column, records in _ties(spec, kind):
        others = cycle(keys[records])
        tied = [{**row, column: _owner(row, spec, keys[records]) or next(others)} for row in tied]
    return tied


def _ties(spec: RecordSpec, kind: Kind) -> Iterator[tuple[str, str]]:
    """The columns of a file that hold keys of other records, with the name of these."""
    for table in kind.tables.values():
        names = (table.name, *(block.table for block in table.blocks)) if table.each else ()
        for part in (kind.tables[name] for name in names):
            if part.records == spec.name and part.rows_of not in ("", spec.key_field.name):
                yield part.rows_of, table.each


def _owner(row: Row, spec: RecordSpec, keys: Sequence[str]) -> str:
    """The key that the key of a row begins with (本条.总额), "" for none."""
    own = row[spec.key_field.name]
    return next((key for key in keys if own.startswith(f"{key}.")), "")


def _named_rows(kind: Kind) -> dict[str, tuple[str, ...]]:
    """The keys of records that templates, formulas and checks name, by the name of the records."""
    formulas = [figure.formula for figure in kind.derived.values()]
    formulas += [check.formula for check in kind.cross_checks]
    sources = "\n".join((*kind.templates.values(), *kind.lines, *formulas))
    named: dict[str, dict[str, None]] = {}
    for records, key in _RECORD.findall(sources):
        named.setdefault(records, {})[key] = None
    for table in kind.tables.values():
        for check in table.checks:
            named.setdefault(table.records, {}).update(
                dict.fromkeys(_KEY.findall(check.each_column))
            )
    return {records: tuple(keys) for records, keys in named.items()}


def _records(
    fields: Sequence[FieldSpec],
    keys: Sequence[str],
    kind: Kind,
    filling: Filling,
    cells: Iterator[int],
) -> list[Row]:
    """Rows of these keys."""
    figures = [key for key in sorted(kind.held) if _is_number(key, kind)]
    rows: list[Row] = []
    for number, key in enumerate(keys, 1):
        row = {}
        for field in fields:
            index = next(cells)
            if field.type is FieldType.KEY:
                row[field.name] = key
            elif field.required or filling.fills(index):
                row[field.name] = _cell(field, number, index, figures)
        rows.append(row)
    return rows


def _form_row(row: Row, given: Row | None, fields: Sequence[FieldSpec]) -> Row:
    """A row with the words that the form gives it, and no others; one that it does not give as it
    is."""
    if given is None:
        return row
    words = {field.name for field in fields if field.type is FieldType.TEXT}
    others = {name: cell for name, cell in row.items() if name not in words}
    return {**others, **given}


def _is_number(key: str, kind: Kind) -> bool:
    """Whether a package of this year's form holds a number under the key."""
    if key in kind.derived:
        return kind.derived[key].unit not in _NO_NUMBER
    return any(
        form.key == key and form.type is FieldType.NUMBER for form in kind.catalogue.values()
    )


def _cell(field: FieldSpec, number: int, index: int, keys: Sequence[str]) -> str:
    """What stands in a cell of the row of that number."""
    match field.type:
        case FieldType.NUMBER:
            return _number(index)
        case FieldType.DATE:
            return f"2023-0{(number - 1) % 9 + 1}-15"
        case FieldType.FLAG:
            return "是"
        case FieldType.CHOICE:
            return field.choices[(number - 1) % len(field.choices)]
        case FieldType.LIST:
            return "甲单位、乙单位"
        case FieldType.FIGURE_KEY:
            return keys[index % len(keys)] if keys else ""
        case FieldType.WORD_OR_NUMBER:
            return ("≥90%", "有所提升", "12")[(number - 1) % 3]
    return f"{field.name}{'甲乙丙'[(number - 1) % 3]}"


def _number(index: int) -> str:
    return str(_NUMBERS[index % len(_NUMBERS)])
