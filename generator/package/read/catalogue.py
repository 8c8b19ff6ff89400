"""The statistical form of a kind: its catalogue of a year, and which rows of the one before it its
rows follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model import files
from generator.model.errors import Problem, excerpt
from generator.model.kind import FieldType, FormRelation, FormRow
from generator.model.leftovers import files_ending
from generator.model.regex import regex
from generator.model.rollup import RollUp
from generator.package.read.schema.csv_files import CATALOGUE_FILE, MAPPING_FILE, YES
from generator.package.read.schema.csv_reading import read_csv
from generator.package.read.schema.nearest import or_nearest
from generator.package.read.tablefile import RowText

CATALOGUE, MAPPING = "catalogue", "mapping"
_TYPES = {type_.value: type_ for type_ in FieldType}
_SEPARATORS = regex(r"[、,，\s]+")


def edition_of(folder: Path, year: int) -> Path | None:
    """The catalogue of the year, or the newest before it; None where the kind has none."""
    return max((path for path in editions(folder) if path.stem <= str(year)), default=None)


def editions(folder: Path) -> list[Path]:
    """The catalogues of a kind, the oldest first."""
    return files_ending(folder / CATALOGUE, files.TABLE_ENDING)


def read_catalogue(edition: Path, shown: str, problems: list[Problem]) -> dict[str, FormRow]:
    """The rows of a catalogue by code; faulty ones are left out and told in ``problems``."""
    rows: dict[str, FormRow] = {}
    read = read_csv(edition, shown, CATALOGUE_FILE, problems)
    codes = {row.text.plain("代码") for row in read}
    for row in read:
        faults = [*_level_faults(row.text, shown), *_code_faults(row.text, codes, shown)]
        problems.extend(faults)
        if row.is_sound and not faults:
            rows[row.text.plain("代码")] = _form_row(row.text)
    return rows


def read_mapping(
    folder: Path, edition: Path, problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    """Which rows of the catalogue before it the rows of an edition follow: mapping/YEAR.csv of its
    year; {} where there is none."""
    path = folder / MAPPING / edition.name
    if not path.is_file():
        return {}
    shown = f"{folder.name}/{MAPPING}/{path.name}"
    rows = read_csv(path, shown, MAPPING_FILE, problems)
    return {row.text.plain("代码"): _codes(row.text.plain("上版代码")) for row in rows}


def _codes(text: str) -> tuple[str, ...]:
    return tuple(_SEPARATORS.split(text)) if text else ()


def _code_faults(row: RowText, codes: set[str], shown: str) -> Iterator[Problem]:
    """Codes of other rows that no row has."""
    for column in ("上级", "等于"):
        code = row.plain(column)
        if code and code not in codes:
            message = f"没有代码“{excerpt(code)}”{or_nearest(code, codes)}"
            yield Problem(message, "请核对代码", shown, row.row, column)


def _level_faults(row: RowText, shown: str) -> Iterator[Problem]:
    if any(len(pair) != 2 for pair in _levels(row)):
        message = f"写的是“{excerpt(row.plain('各级指标'))}”，看不出哪一级叫什么"
        todo = "请写成 县：1.县委常委会会议；市：1.市委常委会会议"
        yield Problem(message, todo, shown, row.row, "各级指标")


def _levels(row: RowText) -> list[tuple[str, ...]]:
    """The level and the label of each part of 各级指标."""
    parts = filter(None, re.split(r"[；;]", row.plain("各级指标")))
    return [tuple(word.strip() for word in re.split(r"[：:]", part, maxsplit=1)) for part in parts]


def _form_row(row: RowText) -> FormRow:
    return FormRow(
        row.plain("代码"),
        int(row.plain("层级")),
        row["指标"],
        row["单位"],
        _TYPES.get(row.plain("类型")),
        row["键"],
        row["上级"],
        FormRelation(row.plain("关系")),
        row["等于"],
        row["公式"],
        row.plain("必填") == YES,
        tuple((level, label) for level, label in _levels(row)),
        rollup=RollUp(row.plain("汇总")),
    )


def keys_of_other_editions(folder: Path, but: Path | None) -> Mapping[str, None]:
    """The keys of all catalogues of a kind but one: templates and formulas serve every year."""
    keys: dict[str, None] = {}
    for edition in editions(folder):
        if edition == but:
            continue
        rows = read_csv(edition, edition.name, CATALOGUE_FILE, [])
        keys |= dict.fromkeys(row.text["键"] for row in rows if row.text["键"])
    return keys


def row_of_code(edition: Path, code: str) -> int | None:
    """The line of a row of the form."""
    rows = read_csv(edition, edition.name, CATALOGUE_FILE, [])
    return next((row.text.row for row in rows if row.text.plain("代码") == code), None)
