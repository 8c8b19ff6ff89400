"""Packages of the level below, each as it was sent: a folder, a workbook, a Word file with the
form."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import limits
from generator.model.errors import InputError, NigaoError, PassedOver, Problem
from generator.model.inputs import read_file
from generator.model.settings import Settings
from generator.package.bring import BroughtSheet, sheets_of_view
from generator.package.parties import level
from generator.package.read import load_package, read_kind
from generator.package.read.homes import homes_of
from generator.package.rollup import County, county_of_word
from generator.package.rollup.word_form import WordTitle, word_title
from generator.word.foreign import is_word
from generator.word.reader import read

_FIRST_LINES = 40
"""Paragraphs of a Word file among which its title stands."""


def counties_of(
    packages: Sequence[Path], target: Path, above: Settings | None, templates: Path | None
) -> list[County]:
    """Every package in the order given. ``above`` are the settings of the package of the level
    above, which lies at ``target``; None where it is not there yet.

    Raises InputError with a line for each package that cannot be read.
    """
    problems: list[Problem] = []
    read_packages: dict[Path, County] = {}
    for path in packages:
        if not is_word(path):
            try:
                read_packages[path] = _of_folder(path, templates)
            except NigaoError as error:
                problems.append(_unreadable(path, error))
    known = above or next((c.dataset.settings for c in read_packages.values()), None)
    for path in filter(is_word, packages):
        try:
            read_packages[path] = _of_word(path, target, known, templates)
        except NigaoError as error:
            problems.append(_unreadable(path, error))
    if problems:
        raise InputError(problems)
    return [read_packages[path] for path in packages]


def _of_folder(path: Path, templates: Path | None) -> County:
    """A folder or a workbook; what was passed over is warned of with the name of the package."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        dataset, kind = load_package(path, templates, earlier=False)
    for warning in told:
        warnings.warn(f"{_shown(path)}：{warning.message}", PassedOver, stacklevel=2)
    return County(_shown(path), dataset, kind)


def _shown(path: Path) -> str:
    return path.resolve().name


def _unreadable(path: Path, error: NigaoError) -> Problem:
    """Why a package cannot be read, on one line."""
    first = error.problems[0]
    more = (
        f"（共{len(error.problems)}处，请用 nigao check 查看）" if len(error.problems) > 1 else ""
    )
    where = f"{first.location}：" if first.location and first.file != str(path) else ""
    message = f"读不了：{where}{first.message}{more}"
    return Problem(message, first.todo, str(path), unreadable=True)


def _of_word(path: Path, target: Path, known: Settings | None, templates: Path | None) -> County:
    """The form in a Word file. Raises InputError where it cannot be read, has no form, or does not
    say whose it is."""
    if known is None:
        message = "是 Word 文件，看不出报告种类和年度"
        todo = "请另给一个数据包，或先用 nigao new 做好上一级的数据包"
        raise InputError(Problem(message, todo, str(path)))
    view = read(read_file(path, limits.ARCHIVE_BYTES), str(path)).view
    sheets = sheets_of_view(view, path.name)
    title = word_title(sheets, view.seen_texts[:_FIRST_LINES], path.name)
    faults = list(_faults(title, sheets, path))
    if faults:
        raise InputError(faults)
    year = title.year or known.year
    place = {"name": title.place, "level": level(title.place)}
    settings = Settings(kind=known.kind, year=year, place=place)
    kind = read_kind(homes_of(target, templates), known.kind, year, settings.level)
    county = county_of_word(sheets, path.name, settings, kind)
    if county is None:
        todo = "请核对是不是含有统计表的报告，或请他们报数据包"
        raise InputError(Problem("里面没有年度统计表", todo, str(path)))
    return county


def _faults(title: WordTitle, sheets: Sequence[BroughtSheet], path: Path) -> Iterator[Problem]:
    if not title.place:
        todo = "请把文件名改成“某县.docx”"
        yield Problem("看不出是哪个县的", todo, str(path))
    if not sheets:
        yield Problem("里面没有表", "请核对是不是含有统计表的报告", str(path))
