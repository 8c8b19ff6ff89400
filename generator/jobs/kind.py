"""The report kinds that are there; a new one; one tried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from generator.jobs.kind_trial import KindTrial, faults_of_editions, newest_year, tried
from generator.jobs.output import create_folder
from generator.model import files, limits
from generator.model.disknames import DEVICE
from generator.model.errors import InputError, Problem, excerpt
from generator.model.files import templates_root
from generator.model.inputs import read_file
from generator.model.leftovers import is_leftover
from generator.model.regex import regex
from generator.package.read.homes import (
    KIND_FILE,
    SHARED,
    HomeOrigin,
    KindHome,
    home_at,
    homes_of,
    kind_folder,
)
from generator.package.textfiles import TextStyle, decoded, encoded

__all__ = ["KindTrial", "KnownKind", "check_kind", "kind", "new_kind"]

_TERMS = "terms.csv"
_SCAFFOLD, _PATTERN = "scaffold", "样板"
_NAME = regex(r"[\w·（）-]{1,40}")
_TAKEN = (SHARED, files.COMPILED)
"""Folders beside kinds that are none."""
_NAME_LINE = regex(r"(?m)^name:.*$")
_ANY = "数据包"
"""Stands for any package of a folder."""


class KnownKind(Struct, frozen=True):
    """A kind or a list of words, whose folder it stands in, and what hides it (None: it is the one
    that is used). ``fault`` says why nothing reads it, "" where it is read."""

    name: str
    origin: str
    path: Path
    hidden_by: Path | None = None
    fault: str = ""


def kind(near: Path, *, templates: Path | None = None) -> list[KnownKind]:
    """Every kind that a package in the folder ``near`` (or ``near`` itself, where it is a package)
    may ask for, in the order in which they are looked for, those that are hidden too; then the
    lists of words (terms.csv).

    Raises InputError where the folder ``templates`` is not there.

    例：
        >>> known = kind(Path("."))
        >>> [(item.name, item.origin) for item in known if item.name == "东西部协作自评"]
        [('东西部协作自评', '程序自带')]
    """
    homes = _homes(near, templates)
    return [*_kinds(homes), *_words(homes)]


def new_kind(name: str, folder: Path, *, source: str = "", templates: Path | None = None) -> Path:
    """Write a small complete kind to the folder ``folder`` and give its folder; ``source`` names a
    kind to begin with ("": a pattern).

    Raises InputError where the name cannot be one or there is no such kind, OutputError where its
    folder is there or cannot be written.

    例：
        >>> new_kind("工作小结", Path("templates")).as_posix()
        'templates/工作小结'
    """
    if not _NAME.fullmatch(name) or name in _TAKEN or DEVICE.fullmatch(name):
        message = f"“{excerpt(name, 40)}”不能作报告种类的名称"
        raise InputError(Problem(message, "请用汉字、字母、数字，不带空格和别的符号"))
    homes = _homes(folder.parent, templates) if source else _pattern_home()
    there = kind_folder(homes, source or _PATTERN)
    target = folder / name
    create_folder(target, _renamed(_contents(there), name))
    return target


def check_kind(
    name: str, near: Path, *, year: int | None = None, templates: Path | None = None
) -> KindTrial:
    """Try a kind out: its files are read, and a report is drafted of invented data, with all cells
    filled and twice with every second one blank. Nothing is written.

    ``near`` is where packages of it would lie; ``year`` is that of the form (None: the newest).
    Raises InputError where there is no such kind.

    例：
        >>> trial = check_kind("东西部协作自评", Path("."))
        >>> trial.faults, trial.gaps
        ((), ())
    """
    homes = _homes(near, templates)
    folder = kind_folder(homes, name)
    faults = list(dict.fromkeys(faults_of_editions(homes, name, folder, year)))
    if faults:
        return KindTrial(folder, tuple(("", fault) for fault in faults))
    return tried(homes, name, year or newest_year(folder), near / _ANY, templates)


def _homes(near: Path, templates: Path | None) -> tuple[KindHome, ...]:
    is_package = (near / files.REPORT).is_file()
    return homes_of(near if is_package else near / _ANY, templates)


def _pattern_home() -> tuple[KindHome, ...]:
    return home_at(templates_root() / SHARED / _SCAFFOLD)


def _kinds(homes: tuple[KindHome, ...]) -> Iterator[KnownKind]:
    used: dict[str, Path] = {}
    for home in homes:
        for folder in home.kinds():
            yield KnownKind(folder.name, home.origin.value, folder, used.get(folder.name))
            used.setdefault(folder.name, folder)
        if home.origin is not HomeOrigin.PROGRAM:
            yield from _strangers(home)


def _strangers(home: KindHome) -> Iterator[KnownKind]:
    """What lies in a home and is not read."""
    known = {*_TAKEN, *(folder.name for folder in home.kinds())}
    for path in sorted(home.folder.glob("[!._]*")):
        fault = ""
        if path.is_dir() and path.name not in known:
            fault = f"没有 {KIND_FILE}，不是报告种类"
        elif path.name == _TERMS:
            fault = f"没有读；请放进 {SHARED}/ 文件夹"
        if fault:
            yield KnownKind(path.name, home.origin.value, path, fault=fault)


def _words(homes: tuple[KindHome, ...]) -> Iterator[KnownKind]:
    for home in homes:
        path = home.shared / _TERMS
        if path.is_file():
            yield KnownKind(f"用语表 {_TERMS}", home.origin.value, path)


def _contents(folder: Path) -> dict[str, bytes]:
    """The files of a kind by their path in it."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    kept = {
        name: path for name, path in names.items() if not any(map(is_leftover, name.split("/")))
    }
    return {name: read_file(path, limits.TEXT_BYTES, name) for name, path in kept.items()}


def _renamed(contents: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """The files of a kind under another name."""
    text = decoded(contents[KIND_FILE])
    renamed = _NAME_LINE.sub(f"name: {name}", text.text, count=1) if text else f"name: {name}\n"
    return {**contents, KIND_FILE: encoded(renamed, text.style if text else TextStyle())}
