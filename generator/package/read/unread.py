"""The files of a package folder that nothing reads, each with the name that was probably meant."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import Problem
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.package.filenames import quoted
from generator.package.read.folder import all_files
from generator.package.tablespecs import DEPARTMENTS, FIGURES, INDICATORS, NAMES

_OUTPUT, _README = "output", "readme"
_WORD = (".docx", ".doc", ".wps")
"""What nigao writes: one in a package is a draft, unless it has the name of a text."""
_SHEETS = (".xlsx", ".xls", ".xlsm", ".et")
_ENDING = regex(
    r"(\.md\.j2|\.(csv|md|markdown|txt|yaml|yml|j2|xlsx|xls|xlsm|et|docx|doc|wps|rtf))+$", re.I
)
_COPY = regex(r"( - )?副本|[\s_-]*\b(copy|复制)\b|[\s_]*[(（]\d+[)）]", re.I)
"""What a file's name says where it is a copy."""
_CALLED = regex(r"text\(\s*(['\"])([^'\"]+)\1\s*(~?)")
"""The name of a text in a template; ~ goes on with something else."""
_NEAR = 0.75


class _Expected(Struct, frozen=True):
    """The files that a package of a kind may hold: their paths, and what each is called (the stem
    of its name, its Chinese names)."""

    paths: frozenset[str]
    called: tuple[tuple[str, str], ...]

    def likely(self, name: str) -> str:
        """The file that was probably meant, one of the same folder rather than another; "" where
        none is like it."""
        stem, folder = _stem(name), _folder(name)
        beside = {word: path for word, path in self.called if _folder(path) == folder}
        ways = (beside, dict(self.called))
        for paths in ways:
            if stem in paths:
                return paths[stem]
        if name.lower().endswith(_WORD):
            return ""
        for paths in ways:
            near = difflib.get_close_matches(stem, paths, 1, _NEAR)
            if near:
                return paths[near[0]]
        return ""


class _ReadPackage(Struct, frozen=True):
    """A package that was read: its folder, all files in it, and what it may hold."""

    folder: Path
    files: tuple[str, ...]
    dataset: Dataset
    kind: Kind
    expected: _Expected


def unread(
    folder: Path, dataset: Dataset, kind: Kind, others: Collection[str] = ()
) -> Iterator[Problem]:
    """A line for each file of the package in ``folder`` that nothing reads, and for each folder.
    ``others`` are the real paths of files that are read for something else.

    Not named are copies that nigao keeps, files that begin with a dot or ~$, what nigao writes,
    pictures that texts use, and tables of another name, which are an error.
    """
    expected = _expected(dataset, kind)
    package = _ReadPackage(folder, tuple(all_files(folder)), dataset, kind, expected)
    apart: dict[str, list[str]] = {}
    for name in _strangers(package, others):
        inner = name.partition("/")[0] if "/" in name else ""
        if f"{inner}/" in ("/", files.TEXTS, files.SECTIONS) and name.count("/") < 2:
            yield _of_file(name, package)
        else:
            apart.setdefault(inner, []).append(name)
    for inner, names in apart.items():
        yield _of_folder(inner, names, expected)


def _strangers(package: _ReadPackage, others: Collection[str]) -> list[str]:
    """The files that nothing reads."""
    read = {name for name in package.files if _is_read(name, package)}
    rest = [name for name in package.files if name not in read and not _is_table(name)]
    if not rest:
        return []
    targets = {*others, *(os.path.realpath(package.folder / name) for name in read)}
    return [name for name in rest if os.path.realpath(package.folder / name) not in targets]


def _is_table(name: str) -> bool:
    """Whether a file is a table of the package itself, not of a folder in it."""
    return name.endswith(files.TABLE_ENDING) and "/" not in name


def _expected(dataset: Dataset, kind: Kind) -> _Expected:
    """Every file that the package may hold, and what people call it."""
    tables: dict[str, tuple[str, ...]] = {
        files.FIGURES: (FIGURES.sheet,),
        files.NAMES: (NAMES.sheet,),
        files.DEPARTMENTS: (DEPARTMENTS.sheet,),
        **{spec.file: (spec.name,) for spec in kind.records},
    }
    if kind.catalogue:
        tables[files.INDICATORS] = (INDICATORS.sheet, *kind.tables)
    texts = {files.text_file(name): (label,) for name, label in kind.texts.items()}
    parts = (part.text for item in dataset.settings.appendices for part in item.parts)
    of_appendices: dict[str, tuple[str, ...]] = {files.text_file(name): () for name in parts}
    sections = {files.section_file(name): () for name in _templates(kind)}
    others = {files.REPORT: ("设置",), files.MAPPING: ()}
    all_of_them = {**sections, **others, **of_appendices, **texts, **tables}
    called = tuple(
        (_stem(name), path) for path, names in all_of_them.items() for name in (path, *names)
    )
    return _Expected(frozenset(all_of_them), called)


def _templates(kind: Kind) -> list[str]:
    """The templates of the kind, without their ending."""
    return [name.removesuffix(files.TEMPLATE_ENDING) for name in kind.templates]


def _is_read(name: str, package: _ReadPackage) -> bool:
    """Whether a file is read, written by nigao, or used by a text."""
    if _is_expected(name, package):
        return True
    if name.startswith(files.TEXTS) and name.endswith(files.TEXT_ENDING):
        return _is_used_text(name, package)
    if name.startswith(files.SECTIONS) and name.endswith(files.TEMPLATE_ENDING):
        return any(name in prose.text for prose in package.dataset.sections.values())
    return _is_word_file(name, package.expected) or _is_picture(name, package.dataset)


def _is_expected(name: str, package: _ReadPackage) -> bool:
    """Whether a package may hold the file, whatever its texts say."""
    if name in package.expected.paths or _is_beside(name, package.dataset):
        return True
    if name.startswith((f"{_OUTPUT}/", f"{files.TEMPLATES}/")):
        return True
    return name == files.ROLLED_UP or _stem(name) == _README


def _is_word_file(name: str, expected: _Expected) -> bool:
    """Whether it is a Word file that stands for no other file."""
    return name.lower().endswith(_WORD) and not expected.likely(name)


def _is_picture(name: str, dataset: Dataset) -> bool:
    """Whether a text shows it."""
    shown = {str(PurePosixPath(picture)) for picture in dataset.pictures}
    return name in shown or name.removeprefix(files.TEXTS) in shown


def _is_beside(name: str, dataset: Dataset) -> bool:
    """Whether it is last year's package or the registry of names, where these lie in the
    package."""
    others = (dataset.settings.previous, dataset.settings.names)
    paths = [os.path.normpath(other) for other in others if other]
    return any(name == path or name.startswith(f"{path}/") for path in paths)


def _is_used_text(name: str, package: _ReadPackage) -> bool:
    """Whether a template asks for a text: by its name, or by the key of a record."""
    stem = name.removeprefix(files.TEXTS).removesuffix(files.TEXT_ENDING)
    return _is_key(stem, package.dataset) or any(
        _calls_for(source, stem) for source in _sources(package)
    )


def _is_key(word: str, dataset: Dataset) -> bool:
    """Whether a record has that key."""
    return any(word == record.key for records in dataset.records.values() for record in records)


def _sources(package: _ReadPackage) -> list[str]:
    """The templates of the package and of its kind."""
    dataset = package.dataset
    sources = [prose.text for prose in (*dataset.sections.values(), *dataset.texts.values())]
    return [*sources, *package.kind.templates.values()]


def _calls_for(source: str, stem: str) -> bool:
    """Whether a template asks for a text of that name, or of one that begins like it."""
    calls = _CALLED.findall(source)
    return any(stem.startswith(word) if goes_on else stem == word for _, word, goes_on in calls)


def _of_file(name: str, package: _ReadPackage) -> Problem:
    intended = package.expected.likely(name)
    todo = _todo(name, intended, intended in package.files)
    return Problem("没有读这个文件", todo, quoted(name))


def _todo(name: str, intended: str, stands: bool) -> str:
    """What to do with a file that is not read."""
    if not intended:
        return "数据包里没有这个名字的文件；写错了名字请改正，不要的请移走"
    if stands:
        return f"读的是 {intended}；内容都在那里的话，请把这个移走"
    lower = name.lower()
    if intended.endswith(files.TABLE_ENDING) and lower.endswith(_SHEETS):
        return f"是不是 {intended}？请在 Excel 里另存为这个 CSV 文件"
    if intended.endswith(files.TEXT_ENDING) and lower.endswith((*_WORD, ".rtf")):
        return f"是不是 {intended}？请把文字另存为这个纯文本文件"
    return f"是不是 {intended}？请改名"


def _of_folder(inner: str, names: Sequence[str], expected: _Expected) -> Problem:
    """One line for all files of a folder that a package does not have."""
    stems = {stem for stem, _ in expected.called}
    likely = [name for name in names if _stem(name) in stems]
    todo = "数据包里没有这个文件夹；不属于数据包的请移走"
    if likely:
        todo = f"{quoted(likely[0])} 是不是 {expected.likely(likely[0])}？请移到那里"
    return Problem(f"没有读这个文件夹里的 {len(names)} 个文件", todo, quoted(f"{inner}/"))


def _folder(name: str) -> str:
    """The folder that a file's name names, folded; "" for the package itself."""
    return "".join(name.rpartition("/")[:2]).casefold()


def _stem(name: str) -> str:
    """What is left of a file's name without folder, endings and signs of a copy."""
    last = name.rpartition("/")[2]
    bare = _ENDING.sub("", last) or last
    return "".join(_COPY.sub("", bare).split()).casefold()
