"""The files of the new package."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.inputs import inside, resolved
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.settings import OriginSettings
from generator.package.intake.regular import regular_text
from generator.package.newyear.next_steps import readme, steps
from generator.package.newyear.roll import Roll
from generator.package.newyear.rolled_rows import blank_form, rolled_table
from generator.package.newyear.rolled_settings import rolled_settings
from generator.package.newyear.rolled_texts import Stale, rolled_text
from generator.package.textfiles import CSV_STYLE, TextFile, TextStyle, decoded, encoded

_TEXT_ENDINGS = (files.TEXT_ENDING, ".j2")
_RECORD = regex(r"(\w+)\['([^']+)'\]")


class NewPackage(Struct, frozen=True):
    """The files of the new package, the years left in its texts, and what a person should do
    next."""

    files: Mapping[str, bytes]
    stale: tuple[Stale, ...]
    todo: tuple[str, ...]


def is_apart(target: Path, source: Path) -> bool:
    """Whether last year's package does not lie in the folder in which the new one does: a package
    reads nothing there."""
    return not inside(resolved(target).parent, source)


def link(target: Path, source: Path) -> str:
    """What ``previous`` in the new package says: the way from it to last year's, beside it."""
    there = resolved(source)
    if is_apart(target, source):
        return f"../{there.name}"
    return Path(os.path.relpath(there, resolved(target))).as_posix()


def make(
    package: Mapping[str, bytes],
    dataset: Dataset,
    kind: Kind,
    year: int,
    origin: OriginSettings,
    *,
    apart: bool = False,
) -> NewPackage:
    """The package of ``year`` out of the files of last year's (``dataset``), ``kind`` with the
    catalogue of ``year``.

    Emptied: the cells of the form, figures without a formula, records. Kept: rows and formulas,
    files that only tie names to keys, lists that belong to the texts, and the keys of records that
    a text names. ``origin`` is said in the new package, which compares with that one where it is of
    the year before; ``apart`` says that it does not lie there yet.
    """
    read = {file: decoded(data) for file, data in package.items()}
    texts = {file: text for file, text in read.items() if text is not None}
    roll = Roll(dataset, kind, year, origin, frozenset(_asked(texts)), apart)
    left_behind = _left_behind(kind)
    new: dict[str, bytes] = {}
    stale: list[Stale] = []
    for file, data in package.items():
        there = texts.get(file)
        if file in left_behind:
            continue
        if there is None or file in (files.NAMES, files.MAPPING) or files.in_templates(file):
            new[file] = data
            continue
        shaped = regular_text(file, there.text, kind, dataset.settings.year)
        text, left = _next_year(file, shaped, roll)
        new[file] = encoded(text, there.style)
        stale += left
    if kind.catalogue and files.INDICATORS not in package:
        new[files.INDICATORS] = encoded(blank_form(roll), CSV_STYLE)
    todo = tuple(steps(roll, len(stale)))
    new[files.README] = encoded(readme(roll, todo, stale), TextStyle())
    return NewPackage(new, tuple(stale), todo)


def _left_behind(kind: Kind) -> set[str]:
    """The files that are written anew, or were made of the counties of the old year."""
    filled = {spec.file for spec in kind.filled_records}
    of_counties = {spec.file for spec in kind.records} - filled
    return {files.README, files.ROLLED_UP, *of_counties}


def _asked(texts: Mapping[str, TextFile]) -> Iterator[tuple[str, str]]:
    """The records that texts and sections name by key: name of the record file, key."""
    for file, text in texts.items():
        if file.endswith(_TEXT_ENDINGS):
            yield from _RECORD.findall(text.text)


def _next_year(file: str, text: str, roll: Roll) -> tuple[str, list[Stale]]:
    """The text of a file for the new year, and the years that were left in it."""
    if file == files.REPORT:
        return rolled_settings(text, roll), []
    if file.endswith(files.TABLE_ENDING):
        return rolled_table(file, text, roll), []
    return rolled_text(file, text, roll)
