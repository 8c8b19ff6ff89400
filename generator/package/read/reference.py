"""The Word file that reports of a package, or of a kind, look like (样板)."""

from __future__ import annotations

from pathlib import Path

from generator.model import files, limits
from generator.model.dataset import Dataset
from generator.model.errors import DataError, NigaoError, Problem, excerpt
from generator.model.inputs import inside, read_file, stands
from generator.model.kind import Kind
from generator.model.replacing import replace
from generator.package.read.beside import beside

_ITEM = "reference"


def with_reference(dataset: Dataset, path: Path, kind: Kind) -> Dataset:
    """The dataset with the Word file that report.yaml names, else with that of the kind.

    ``path`` is the package, a folder or a workbook, which may have brought its own. Raises
    DataError where the file is missing, lies elsewhere, or is no Word file that can be read.
    """
    name = dataset.settings.reference
    if dataset.reference:
        return dataset
    if not name:
        return replace(dataset, reference=kind.reference)
    there = beside(path, _ITEM, name)
    if there is None:
        message = f"没有样板“{excerpt(name)}”"
        todo = "请把它放进数据包或放在数据包旁边，或删去这一项"
        raise DataError(Problem(message, todo, files.REPORT, column=_ITEM))
    return replace(dataset, reference=_read(there, name))


def with_inner_reference(dataset: Dataset, folder: Path) -> Dataset:
    """The dataset of a workbook with the Word file that it carries, where report.yaml names it;
    ``folder`` is where its files stand while it is read."""
    name = dataset.settings.reference
    there = folder / name
    if not name or not inside(folder, there) or not stands(there, name):
        return dataset
    return replace(dataset, reference=_read(there, name))


def reference_of_kind(folder: Path, name: str, shown: str, problems: list[Problem]) -> bytes:
    """The Word file of a kind in its ``folder``, b"" where it names none; what is wrong goes to
    ``problems``, said of the file ``shown``."""
    if not name:
        return b""
    there = folder / name
    if not stands(there, name) or not inside(folder, there):
        message = f"没有样板“{excerpt(name)}”"
        problems.append(Problem(message, "请放进这个报告种类的文件夹", shown, column=_ITEM))
        return b""
    try:
        return _read(there, f"{folder.name}/{name}")
    except NigaoError as error:
        problems.extend(error.problems)
        return b""


def _read(path: Path, name: str) -> bytes:
    """The bytes of a Word file that can be taken for a pattern."""
    # Here alone: few packages have a file of their own, and it needs lxml.
    from generator.standard.gbt9704 import STANDARD
    from generator.word.reference import read_reference

    data = read_file(path, limits.ARCHIVE_BYTES, name)
    read_reference(data, STANDARD.layout, name)
    return data
