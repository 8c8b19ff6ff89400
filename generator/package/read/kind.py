"""The report kind: catalogue of the form, schema of the records, derived figures, outline
settings."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, Field, RootModel, ValidationError

from generator.model import files
from generator.model.cell import Source
from generator.model.errors import (
    DataError,
    InputError,
    PassedOver,
    Problem,
    excerpt,
    raise_all,
)
from generator.model.kind import (
    Derived,
    FieldSpec,
    FieldType,
    FormRelation,
    FormRow,
    HeadingStyle,
    Kind,
    OutlineSection,
    Party,
    RecordSpec,
    Shortfall,
    Term,
)
from generator.package.read.descriptions import read_descriptions
from generator.package.read.homes import KIND_FILE, KindHome, all_kinds, kind_folder
from generator.package.read.outline import outline_problems
from generator.package.read.rulefiles import (
    CROSS_CHECKS,
    TERMS,
    first_of_each,
    read_cross_checks,
    read_terms,
)
from generator.package.read.tablefile import RowText, decode, forbidden_line, read_rows
from generator.package.read.yamlfile import STRICT, read_yaml, validation_problems
from generator.package.textfiles import with_unix_ends
from generator.package.yamltext import quickly_loaded

_RECORDS = "records.yaml"
_STARTER = "starter.yaml"
_CATALOGUE, _MAPPING = "catalogue", "mapping"
_CATALOGUE_HEAD = ("代码", "层级", "指标", "单位", "类型", "键", "上级", "关系", "等于", "公式")
_CATALOGUE_MORE = ("必填", "各级指标")
_DERIVED_HEAD = ("键", "名称", "单位", "公式", "小数位")
_FORM_TYPES: dict[str, FieldType | None] = {
    "标题": None,
    **{type.value: type for type in (FieldType.NUMBER, FieldType.TEXT, FieldType.FLAG)},
}
"""What the catalogue calls the types of its rows; a heading has no cell."""
_REQUIRED = "是"
_NEWEST = 9999
_SEPARATORS = re.compile(r"[、,，\s]+")


class _KindFile(BaseModel):
    """kind.yaml."""

    model_config = STRICT

    name: str
    report_title: str
    title: str
    headings: dict[int, HeadingStyle]
    texts: dict[str, str] = Field(default_factory=dict)
    guidance: dict[str, str] = Field(default_factory=dict)
    parties: tuple[Party, ...] = (Party.PLACE,)
    organ: str = ""
    outside: dict[str, str] = Field(default_factory=dict)
    outline: tuple[OutlineSection, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()


class _RecordFile(BaseModel):
    """A record file in records.yaml; ``fields`` maps a heading to its type in words."""

    model_config = STRICT

    name: str = Field(alias="名称")
    fields: dict[str, str] = Field(alias="字段")
    carried: bool = Field(default=False, alias="沿用")


class _RecordsFile(RootModel[dict[str, _RecordFile]]):
    """records.yaml: record files by stem."""


_Content = TypeVar("_Content", bound=BaseModel)


def read_kind(homes: Sequence[KindHome], name: str, year: int, level: str = "") -> Kind:
    """The kind ``name`` of the first of the ``homes`` that has it, with the catalogue of ``year``
    (or the newest before), its labels as they are at that ``level`` of office ("": as issued).

    Raises InputError where there is no such kind, DataError where its files are faulty.
    """
    folder = kind_folder(homes, name)
    problems: list[Problem] = []
    content = _content(folder, KIND_FILE, _KindFile)
    schema = _content(folder, _RECORDS, _RecordsFile)
    records = tuple(_record_spec(stem, file) for stem, file in schema.root.items())
    kind = Kind(
        name=name,
        path=str(folder),
        catalogue={
            code: row.at_level(level) for code, row in _catalogue(folder, year, problems).items()
        },
        derived=_derived(folder, problems),
        records=records,
        report_title=content.report_title,
        title=content.title,
        headings=content.headings,
        texts=content.texts,
        tables=read_descriptions(folder, records, problems),
        outside=content.outside,
        cross_checks=read_cross_checks(folder / CROSS_CHECKS, problems),
        terms=_terms(homes, folder, problems),
        mapping=_mapping(folder, year, problems),
        parties=content.parties,
        organ=content.organ,
        guidance=content.guidance,
        outline=content.outline,
        shortfalls=content.shortfalls,
        templates=_templates(folder, problems),
    )
    problems += outline_problems(kind, f"{name}/{KIND_FILE}")
    raise_all(problems)
    return kind


def read_starter(homes: Sequence[KindHome], kind: Kind) -> str:
    """The pattern of report.yaml for a package of the kind that begins with nothing: starter.yaml
    of the kind, else the one that the kinds of a home share, first wins.

    Raises InputError where it cannot be read.
    """
    own = Path(kind.path) / _STARTER
    ways = (own, *(home.shared / _STARTER for home in homes))
    path = next((way for way in ways if way.is_file()), own)
    return with_unix_ends(decode(path, f"{path.parent.name}/{_STARTER}"))


def _templates(folder: Path, problems: list[Problem]) -> dict[str, str]:
    """The templates of the kind by name; one that cannot be read goes to ``problems``."""
    templates = {}
    for path in sorted(folder.glob(f"*{files.TEMPLATE_ENDING}")):
        shown = f"{folder.name}/{path.name}"
        try:
            templates[path.name] = with_unix_ends(decode(path, shown))
        except InputError as error:
            problems.extend(error.problems)
            continue
        problems.extend(forbidden_line(templates[path.name], shown))
    return templates


def _content(folder: Path, name: str, model: type[_Content]) -> _Content:
    """The content of a YAML file of the kind. Raises InputError or DataError."""
    shown = f"{folder.name}/{name}"
    try:
        return model.model_validate(read_yaml(folder / name, shown, quickly_loaded))
    except ValidationError as error:
        raise DataError(list(validation_problems(error, shown))) from None


def shared_terms(homes: Sequence[KindHome]) -> tuple[Term, ...]:
    """The words that every kind shares. Raises DataError where a file is faulty."""
    problems: list[Problem] = []
    terms = first_of_each(read_terms(home.shared / TERMS, problems) for home in homes)
    raise_all(problems)
    return terms


def _terms(homes: Sequence[KindHome], folder: Path, problems: list[Problem]) -> tuple[Term, ...]:
    """The words of the kind and those that kinds share; the kind's own hide the others."""
    paths = (folder / TERMS, *(home.shared / TERMS for home in homes))
    return first_of_each(read_terms(path, problems) for path in paths)


def known_forms(homes: Sequence[KindHome]) -> list[tuple[FormRow, ...]]:
    """The newest catalogue of every kind that has one. Warns (PassedOver) of one that is
    faulty."""
    forms = []
    for folder in all_kinds(homes):
        problems: list[Problem] = []
        catalogue = _catalogue(folder, _NEWEST, problems)
        if problems:
            message = f"报告种类“{folder.name}”的统计表有错，没有拿它核对：{problems[0]}"
            warnings.warn(message, PassedOver, stacklevel=2)
        else:
            forms.append(tuple(catalogue.values()))
    return forms


def _mapping(folder: Path, year: int, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Which rows of the catalogue before it the rows of this year's catalogue follow:
    mapping/YEAR.csv of its year."""
    edition = _edition(folder, year)
    path = folder / _MAPPING / edition.name if edition else folder
    if not path.is_file():
        return {}
    shown = f"{folder.name}/{_MAPPING}/{path.name}"
    rows = read_rows(path, shown, ("代码", "上版代码"), ("说明",), problems)
    return {row.plain("代码"): _codes(row.plain("上版代码")) for row in rows}


def _codes(text: str) -> tuple[str, ...]:
    return tuple(_SEPARATORS.split(text)) if text else ()


def _edition(folder: Path, year: int) -> Path | None:
    """The catalogue of the year, or the newest before it; None where the kind has none."""
    editions = (folder / _CATALOGUE).glob(f"*{files.TABLE_ENDING}")
    return max((path for path in editions if path.stem <= str(year)), default=None)


def _catalogue(folder: Path, year: int, problems: list[Problem]) -> dict[str, FormRow]:
    edition = _edition(folder, year)
    if edition is None:
        return {}
    shown = f"{folder.name}/{_CATALOGUE}/{edition.name}"
    rows: dict[str, FormRow] = {}
    for row in read_rows(edition, shown, _CATALOGUE_HEAD, _CATALOGUE_MORE, problems):
        faults = list(_form_faults(row, rows, shown))
        problems.extend(faults)
        if not faults:
            rows[row["代码"]] = _form_row(row)
    return rows


def _form_faults(row: RowText, above: Mapping[str, FormRow], shown: str) -> Iterator[Problem]:
    if row["代码"] in above:
        message = f"代码“{row['代码']}”出现了两次"
        yield Problem(message, "请删去一行", shown, row.row, "代码")
    if row["类型"] not in _FORM_TYPES:
        todo = f"只能是{'、'.join(sorted(_FORM_TYPES))}"
        yield Problem(f"类型“{row['类型']}”不认识", todo, shown, row.row, "类型")
    relations = [relation.value for relation in FormRelation]
    if row["关系"] not in relations:
        todo = f"只能是{'、'.join(filter(None, relations))}，没有关系留空"
        yield Problem(f"关系“{row['关系']}”不认识", todo, shown, row.row, "关系")
    if row.plain("必填") not in ("", _REQUIRED):
        message = f"写的是“{excerpt(row.plain('必填'))}”"
        yield Problem(message, f"只能写“{_REQUIRED}”，或留空", shown, row.row, "必填")
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
        row.plain("必填") == _REQUIRED,
        tuple((level, label) for level, label in _levels(row)),
    )


def _derived(folder: Path, problems: list[Problem]) -> dict[str, Derived]:
    shown = f"{folder.name}/{files.FIGURES}"
    rows = read_rows(folder / files.FIGURES, shown, _DERIVED_HEAD, (), problems)
    return {row["键"]: _derived_figure(row, shown) for row in rows}


def _derived_figure(row: RowText, shown: str) -> Derived:
    places = int(row["小数位"]) if row["小数位"] else None
    source = Source(shown, row.row)
    return Derived(row["键"], row["名称"], row["单位"], row["公式"], places, source)


def _record_spec(stem: str, file: _RecordFile) -> RecordSpec:
    fields = tuple(_field_spec(name, words) for name, words in file.fields.items())
    return RecordSpec(stem, file.name, fields, file.carried)


_NO_KEY = "可空"
"""What stands behind 键 where a row needs no key."""


def _field_spec(name: str, words: str) -> FieldSpec:
    """``数 万元``, ``选项 财政 社会``, ``日期*``: a type, what belongs to it, and * where the cell must
    be filled; ``键 可空``: a row without a key is called by what stands in it. Raises DataError for an
    unknown type."""
    required = "*" in words
    word, *rest = words.replace("*", " ").split()
    types = {type.value: type for type in FieldType}
    if word not in types:
        message = f"字段“{name}”的类型“{word}”不认识"
        raise DataError(Problem(message, f"只能是{'、'.join(types)}", _RECORDS))
    match types[word]:
        case FieldType.KEY:
            return FieldSpec(name, FieldType.KEY, required=_NO_KEY not in rest)
        case FieldType.NUMBER | FieldType.WORD_OR_NUMBER as type_:
            return FieldSpec(name, type_, "".join(rest[:1]), required=required)
        case FieldType.CHOICE:
            return FieldSpec(name, FieldType.CHOICE, choices=tuple(rest), required=required)
        case other:
            return FieldSpec(name, other, required=required)
