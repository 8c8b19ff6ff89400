"""The report kind: catalogue of the form, schema of the records, derived figures, outline
settings."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from generator.model import files
from generator.model.appendix_table import TableDescription
from generator.model.cell import Source
from generator.model.errors import InputError, NigaoError, PassedOver, Problem, raise_all
from generator.model.kind import Derived, FormRow, Kind, RecordSpec, Term
from generator.model.leftovers import files_ending, is_leftover
from generator.model.replacing import replace
from generator.model.rollup import RollUp
from generator.package.read.catalogue import (
    CATALOGUE,
    edition_of,
    editions,
    read_catalogue,
    read_mapping,
)
from generator.package.read.descriptions import read_descriptions
from generator.package.read.fixed_rows import read_fixed_rows
from generator.package.read.homes import KIND_FILE, KindHome, all_kinds, kind_folder
from generator.package.read.kind_faults import content_faults, file_faults, held_keys
from generator.package.read.records_file import record_specs
from generator.package.read.reference import reference_of_kind
from generator.package.read.rulefiles import (
    CROSS_CHECKS,
    TERMS,
    first_of_each,
    read_cross_checks,
    read_terms,
)
from generator.package.read.schema.csv_files import FIGURES_FILE
from generator.package.read.schema.csv_reading import CsvRow, read_csv
from generator.package.read.schema.shape_faults import Value
from generator.package.read.schema.yaml_files import KindFile, RecordsFile
from generator.package.read.schema.yaml_reading import YamlText, read_model, template_lines
from generator.package.read.tablefile import decode, forbidden_line
from generator.package.textfiles import with_unix_ends

_RECORDS = "records.yaml"
_STARTER = "starter.yaml"
_NEWEST = 9999
_MOST_BYTES = 16 * 2**20


def read_kind(homes: Sequence[KindHome], name: str, year: int, level: str = "") -> Kind:
    """The kind ``name`` of the first of the ``homes`` that has it, with the catalogue of ``year``
    (or the newest before), its labels as they are at that ``level`` of office ("": as issued).

    Raises InputError where there is no such kind, DataError where its files are faulty.
    """
    folder = kind_folder(homes, name)
    try:
        contents = _hash_of(folder, homes)
    except OSError:  # told by whoever reads that file
        contents = ""
    read = _kind_of if contents else _kind_of.__wrapped__
    return read(folder, tuple(homes), year, level, contents)


def _hash_of(folder: Path, homes: Sequence[KindHome]) -> str:
    """A hash of all that a kind is read from; "" where that is too much to be read twice."""
    possible = [*sorted(folder.rglob("*")), *(home.shared / TERMS for home in homes)]
    paths = [path for path in possible if path.is_file() and not is_leftover(path.name)]
    if sum(path.stat().st_size for path in paths) > _MOST_BYTES:
        return ""
    digest = hashlib.sha256()
    for path in paths:
        data = path.read_bytes()
        digest.update(os.fsencode(path) + f":{len(data)}:".encode() + data)
    return digest.hexdigest()


def _with_sums(spec: RecordSpec, tables: Iterable[TableDescription]) -> RecordSpec:
    """A record file, with whether a table checks the sums of its rows by their keys."""
    own = (table for table in tables if table.records == spec.name)
    return replace(
        spec, is_summed_by_key=any(check.each_column for table in own for check in table.checks)
    )


@lru_cache(maxsize=8)
def _kind_of(
    folder: Path, homes: tuple[KindHome, ...], year: int, level: str, contents: str
) -> Kind:
    """The kind in a folder. One of the same ``contents`` is read once: a batch, and a package with
    last year's, would read it again and again."""
    problems: list[Problem] = []
    content = _content(folder, KIND_FILE, KindFile, problems)
    schema = _content(folder, _RECORDS, RecordsFile, problems)
    if content is None or schema is None:
        problems += _of_other_files(folder)
        raise_all(problems)
    assert content is not None and schema is not None
    records = record_specs(*schema, problems)
    tables, table_texts = read_descriptions(folder, records, problems)
    records = tuple(_with_sums(spec, tables.values()) for spec in records)
    edition = edition_of(folder, year)
    catalogue = _catalogue(folder, edition, problems)
    kind = Kind(
        name=folder.name,
        path=str(folder),
        catalogue={code: row.at_level(level) for code, row in catalogue.items()},
        derived=_derived(folder, problems),
        records=records,
        report_title=content[0].report_title,
        title=content[0].title,
        headings=content[0].headings,
        texts=content[0].texts,
        tables=tables,
        outside=content[0].outside,
        cross_checks=read_cross_checks(folder / CROSS_CHECKS, problems),
        terms=_terms(homes, folder, problems),
        mapping=read_mapping(folder, edition, problems) if edition else {},
        parties=content[0].parties,
        organ=content[0].organ,
        guidance=content[0].guidance,
        rows=read_fixed_rows(folder, records, problems),
        outline=content[0].outline,
        shortfalls=content[0].shortfalls,
        templates=_templates(folder, problems),
        reference=reference_of_kind(
            folder, content[0].reference, f"{folder.name}/{KIND_FILE}", problems
        ),
        lines=template_lines([content[1], *table_texts]),
    )
    kind = replace(kind, held=held_keys(kind, edition))
    problems += file_faults(folder)
    problems += content_faults(kind, *content, edition)
    raise_all(problems)
    return kind


def _of_other_files(folder: Path) -> list[Problem]:
    """The faults of the files that can be read without the two that say what the kind is."""
    problems: list[Problem] = []
    _derived(folder, problems)
    read_cross_checks(folder / CROSS_CHECKS, problems)
    for edition in editions(folder):
        read_catalogue(edition, f"{folder.name}/{CATALOGUE}/{edition.name}", problems)
    return [*problems, *file_faults(folder)]


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
    for path in files_ending(folder, files.TEMPLATE_ENDING):
        shown = f"{folder.name}/{path.name}"
        try:
            templates[path.name] = with_unix_ends(decode(path, shown))
        except InputError as error:
            problems.extend(error.problems)
            continue
        problems.extend(forbidden_line(templates[path.name], shown))
    return templates


def _content(
    folder: Path, name: str, model: type[Value], problems: list[Problem]
) -> tuple[Value, YamlText] | None:
    """The content of a YAML file of the kind and how it is written; None where ``problems`` say
    what is wrong."""
    try:
        return read_model(folder / name, f"{folder.name}/{name}", model)
    except NigaoError as error:
        problems.extend(error.problems)
        return None


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
        catalogue = _catalogue(folder, edition_of(folder, _NEWEST), problems)
        if problems:
            message = f"报告种类“{folder.name}”的统计表有错，没有拿它核对：{problems[0]}"
            warnings.warn(message, PassedOver, stacklevel=2)
        else:
            forms.append(tuple(catalogue.values()))
    return forms


def _catalogue(folder: Path, edition: Path | None, problems: list[Problem]) -> dict[str, FormRow]:
    if edition is None:
        return {}
    return read_catalogue(edition, f"{folder.name}/{CATALOGUE}/{edition.name}", problems)


def _derived(folder: Path, problems: list[Problem]) -> dict[str, Derived]:
    shown = f"{folder.name}/{files.FIGURES}"
    rows = read_csv(folder / files.FIGURES, shown, FIGURES_FILE, problems)
    return {row.text["键"]: _derived_figure(row, shown) for row in rows}


def _derived_figure(row: CsvRow, shown: str) -> Derived:
    """A figure of the kind; of a faulty row only its key is known."""
    text = row.text
    places = int(text["小数位"]) if text["小数位"] and row.is_sound else None
    source = Source(shown, text.row)
    way = RollUp(text.plain("汇总")) if row.is_sound else RollUp.UNSAID
    return Derived(text["键"], text["名称"], text["单位"], text["公式"], places, source, way)
