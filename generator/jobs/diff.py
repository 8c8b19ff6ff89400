"""What changed between two packages, or between two Word files."""

from __future__ import annotations

import json
from pathlib import Path

from generator import store
from generator.figures import FigureBook
from generator.model.dataset import Dataset
from generator.package import compare as packages
from generator.package.read import load_package
from generator.regenerate import compare as files
from generator.word.foreign import is_word
from generator.word.reader import read

__all__ = ["Differences", "as_json", "as_text", "diff"]

Differences = packages.PackageDifference | list[files.TextDifference]
"""Of two packages their figures and records, of two Word files their paragraphs."""


def diff(old: Path, new: Path, *, templates: Path | None = None) -> Differences:
    """What changed from ``old`` to ``new``: the words of two .docx, else the data of two packages.

    Raises InputError where a file or a package cannot be read, DataError where data are faulty.

    例：
        >>> diff(Path("清河-2023"), Path("清河-2023")).same
        3
    """
    if is_word(old) or is_word(new):
        views = [read(store.read_edited(path), str(path)).view for path in (old, new)]
        return files.compare(*views)
    return packages.packages(_figures(old, templates), _figures(new, templates))


def _figures(package: Path, templates: Path | None) -> tuple[Dataset, FigureBook]:
    dataset, kind = load_package(package, templates, earlier=False)
    return dataset, FigureBook(dataset, kind)


def as_text(differences: Differences) -> str:
    """The differences in lines.

    例：
        >>> differences = diff(Path("清河-2023"), Path("清河-2023"))
        >>> as_text(differences).splitlines()[0]
        '数：新增 0，删去 0，变化 0，相同 3'
    """
    if isinstance(differences, packages.PackageDifference):
        return packages.as_text(differences)
    return files.as_text(differences)


def as_json(differences: Differences) -> str:
    """Of two packages an object (figures, records, how many agree), of two Word files a list.

    例：
        >>> json.loads(as_json(diff(Path("清河-2023"), Path("清河-2023"))))
        {'figures': [], 'records': [], 'same': 3}
    """
    if isinstance(differences, packages.PackageDifference):
        content: object = differences.as_dict()
    else:
        content = [files.as_dict(difference) for difference in differences]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
