"""The rows of record files that the upper level's form fixes: rows/NAME.csv of a kind, which an
empty package begins with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.model import files
from generator.model.errors import Problem, excerpt
from generator.model.kind import RecordSpec
from generator.model.leftovers import files_ending
from generator.package.read.schema.csv_files import CsvColumn, CsvFile
from generator.package.read.schema.csv_reading import read_csv
from generator.package.read.schema.nearest import or_nearest

ROWS = "rows"
"""The folder of a kind that holds them."""
Cells = Mapping[str, str]


def read_fixed_rows(
    folder: Path, records: Sequence[RecordSpec], problems: list[Problem]
) -> dict[str, tuple[Cells, ...]]:
    """The rows by the name of the record file in a package (requests.csv), each with the cells that
    are given; faults go to ``problems``."""
    specs = {spec.file: spec for spec in records}
    rows: dict[str, tuple[Cells, ...]] = {}
    for path in files_ending(folder / ROWS, files.TABLE_ENDING):
        shown = f"{folder.name}/{ROWS}/{path.name}"
        spec = specs.get(path.name)
        if spec is None:
            message = f"records.yaml 里没有“{excerpt(path.stem)}”{or_nearest(path.name, specs)}"
            problems.append(Problem(message, "请改文件名，或删去它", shown))
        else:
            rows[path.name] = tuple(_rows(path, shown, spec, problems))
    return rows


def _rows(path: Path, shown: str, spec: RecordSpec, problems: list[Problem]) -> Iterator[Cells]:
    own = spec.key_field.name
    columns = tuple(
        CsvColumn(field.name, "", filled=field.name == own, optional=field.name != own)
        for field in spec.fields
    )
    file = CsvFile(f"{ROWS}/{path.name}", columns, unique=own)
    for row in read_csv(path, shown, file, problems):
        yield {name: cell for name, cell in row.text.cells.items() if cell}
