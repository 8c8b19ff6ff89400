"""The report kind: catalogue of the form, schema of the records, derived figures, outline settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.model.cell import Source
from generator.model.errors import DataError, InputError, Problem, raise_all
from generator.model.kind import (
    Derived,
    FieldSpec,
    FieldType,
    FormRelation,
    FormRow,
    HeadingStyle,
    Kind,
    RecordSpec,
    Term,
)
from generator.package.read.descriptions import read_descriptions
from generator.package.read.rulefiles import (
    IDENTITIES,
    SHARED,
    TERMS,
    read_cross_checks,
    read_terms,
)
from generator.package.read.settings import read_yaml
from generator.package.read.tablefile import RowText, read_rows

_CATALOGUE = ("代码", "层级", "指标", "单位", "类型", "键", "上级", "关系", "等于", "公式")
_DERIVED = ("键", "名称", "单位", "公式", "小数位")
_HEADING = "标题"
_FORM_TYPES: dict[str, FieldType | None] = {
    _HEADING: None,
    **{type.value: type for type in (FieldType.NUMBER, FieldType.TEXT, FieldType.FLAG)},
}
"""What the catalogue calls the types of its rows; a heading has no cell."""


def templates_root() -> Path:
    """The folder of the report kinds: installed beside this package, or ``templates/`` of the checkout."""
    installed = Path(__file__).parents[2] / "templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def read_kind(root: Path, name: str, year: int) -> Kind:
    """The kind ``name`` in the folder ``root`` with the catalogue of ``year`` (or the newest before it).

    Raises InputError where there is no such kind, DataError where its files are faulty.
    """
    folder = root / name
    if not (folder / "kind.yaml").is_file():
        there = "、".join(sorted(path.parent.name for path in root.glob("*/kind.yaml")))
        raise InputError(
            Problem(f"没有“{name}”这种报告", f"现有：{there}", "report.yaml", column="kind")
        )
    problems: list[Problem] = []
    content: Mapping[str, Any] = read_yaml(folder / "kind.yaml", f"{name}/kind.yaml")
    schema: Mapping[str, Any] = read_yaml(folder / "records.yaml", f"{name}/records.yaml")
    records = tuple(_record_spec(stem, spec) for stem, spec in schema.items())
    kind = Kind(
        name=name,
        path=str(folder),
        catalogue=_catalogue(folder, name, year, problems),
        derived=_derived(folder, name, problems),
        records=records,
        report_title=content["report_title"],
        title=content["title"],
        headings={level: HeadingStyle(**style) for level, style in content["headings"].items()},
        texts=content.get("texts", {}),
        tables=read_descriptions(folder, name, records, problems),
        outside=content.get("outside", {}),
        cross_checks=read_cross_checks(folder / IDENTITIES, f"{name}/{IDENTITIES}", problems),
        terms=(*read_terms(root / SHARED / TERMS, problems), *read_terms(folder / TERMS, problems)),
        mapping=_mapping(folder, name, year, problems),
    )
    raise_all(problems)
    return kind


def shared_terms() -> tuple[Term, ...]:
    """The words that every kind shares. Raises DataError where the file is faulty."""
    problems: list[Problem] = []
    terms = read_terms(templates_root() / SHARED / TERMS, problems)
    raise_all(problems)
    return terms


def known_forms() -> list[tuple[FormRow, ...]]:
    """The newest catalogue of every kind that has one. Raises DataError where one is faulty."""
    problems: list[Problem] = []
    folders = sorted(path.parent for path in templates_root().glob("*/kind.yaml"))
    forms = [tuple(_catalogue(folder, folder.name, 9999, problems).values()) for folder in folders]
    raise_all(problems)
    return forms


def _mapping(
    folder: Path, name: str, year: int, problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    """Which rows of the catalogue before it the rows of this year's catalogue follow: mapping/YEAR.csv of its year."""
    edition = _edition(folder, year)
    if edition is None or not (path := folder / "mapping" / edition.name).is_file():
        return {}
    shown = f"{name}/mapping/{edition.name}"
    rows = read_rows(path, shown, ("代码", "上版代码"), ("说明",), problems)
    return {
        row["代码"].strip(): tuple(re.split(r"[、,，\s]+", row["上版代码"].strip()))
        if row["上版代码"].strip()
        else ()
        for row in rows
    }


def _edition(folder: Path, year: int) -> Path | None:
    """The catalogue of the year, or the newest before it."""
    return max(
        (path for path in (folder / "catalogue").glob("*.csv") if path.stem <= str(year)),
        default=None,
    )


def _catalogue(folder: Path, name: str, year: int, problems: list[Problem]) -> dict[str, FormRow]:
    edition = _edition(folder, year)
    if edition is None:
        return {}
    shown = f"{name}/catalogue/{edition.name}"
    rows: dict[str, FormRow] = {}
    for row in read_rows(edition, shown, _CATALOGUE, (), problems):
        faults = list(_form_faults(row, rows, shown))
        problems.extend(faults)
        if not faults:
            rows[row["代码"]] = _form_row(row)
    return rows


def _form_faults(row: RowText, above: Mapping[str, FormRow], shown: str) -> Iterator[Problem]:
    if row["代码"] in above:
        told = f"代码“{row['代码']}”出现了两次"
        yield Problem(told, "请删去一行", shown, row.row, "代码")
    relations = [relation.value for relation in FormRelation]
    for column, allowed in (("类型", sorted(_FORM_TYPES)), ("关系", relations)):
        if row[column] not in allowed:
            told = f"{column}“{row[column]}”不认识"
            choices = "、".join(word or "空白" for word in allowed)
            yield Problem(told, f"只能是{choices}", shown, row.row, column)


def _form_row(row: RowText) -> FormRow:
    return FormRow(
        row["代码"],
        int(row["层级"]),
        row["指标"],
        row["单位"],
        _FORM_TYPES[row["类型"]],
        row["键"],
        row["上级"],
        FormRelation(row["关系"]),
        row["等于"],
        row["公式"],
    )


def _derived(folder: Path, name: str, problems: list[Problem]) -> dict[str, Derived]:
    shown = f"{name}/figures.csv"
    rows = read_rows(folder / "figures.csv", shown, _DERIVED, (), problems)
    return {
        row["键"]: Derived(
            row["键"],
            row["名称"],
            row["单位"],
            row["公式"],
            int(row["小数位"]) if row["小数位"] else None,
            Source(shown, row.row),
        )
        for row in rows
    }


def _record_spec(stem: str, spec: Mapping[str, Any]) -> RecordSpec:
    fields = tuple(_field_spec(name, told) for name, told in spec["字段"].items())
    return RecordSpec(stem, spec["名称"], fields, carried=spec.get("沿用", False))


def _field_spec(name: str, told: str) -> FieldSpec:
    """``数 万元``, ``选项 财政 社会``, ``日期*``: a type, what belongs to it, and * where the cell must be filled."""
    words = told.replace("*", " * ").split()
    types = {type.value: type for type in FieldType}
    if words[0] not in types:
        wrong = f"字段“{name}”的类型“{words[0]}”不认识"
        raise DataError(Problem(wrong, f"只能是{'、'.join(types)}", "records.yaml"))
    type = types[words[0]]
    rest = tuple(word for word in words[1:] if word != "*")
    unit = rest[0] if type is FieldType.NUMBER and rest else ""
    choices = rest if type is FieldType.CHOICE else ()
    return FieldSpec(name, type, unit, choices, "*" in words or type is FieldType.KEY)
