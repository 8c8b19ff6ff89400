"""What jobs say, in words of the screens: a figure by its name, a sheet by its title, no file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath

from msgspec import Struct

from generator.jobs.desk.phrases import on_screens
from generator.jobs.desk.settingsheet import TITLE
from generator.jobs.figure_words import word_for, words_by_key
from generator.jobs.views.key_words import words_of_key
from generator.model import files
from generator.model.dataset import Dataset
from generator.model.errors import NigaoError, Problem
from generator.model.kind import Kind
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.bring.targets import CellTarget
from generator.package.read import load_package
from generator.package.tablespecs import DEPARTMENTS, FIGURES, INDICATORS, NAMES, table_specs

_IN_BRACKETS = regex(r"（([^（）“”，。；：\s]+)）")
"""Where matters of a file name the figure."""
_BEFORE_TEXT = regex(r"：([^（）“”，。；：\s]+) 文中“")
"""Where what differs names it."""
_FILE = regex(r"(?:\.\./)*([\w/-]+\.(?:csv|yaml|md))")
_VALUE_IN_FORM = regex(r"(indicators\.csv[^“”；，。]*)“数值”")
"""The column of the form that the screens call by the year."""
_OTHER_FILES = "文字"
"""What a file of the package is called that is no sheet: text/lead.md."""
_STEPS = {
    "写着“=”的由程序算": "由程序算出的不用填",
    "其余的 .csv": "其余的表",
    "text/ 里的文字": "文字",
    "text/": "文字",
    "数用键引用，不直接写数字": "数用“插入数字”放进去，不直接打数字",
}
"""What is left to do in a new package speaks of folders: what a person does on screens instead."""


class MatterLine(Struct, frozen=True):
    """One thing that a person has to know: where it is ("" for nowhere), what it is, what to do
    ("" for nothing)."""

    location: str
    text: str
    todo: str = ""


class Wording(Struct, frozen=True):
    """The names of figures by key, no two alike, the titles of sheets by file, and the year of the
    report (0 for unknown)."""

    names: Mapping[str, str]
    titles: Mapping[str, str]
    year: int = 0

    def of(self, text: str) -> str:
        """A line in words of the screens."""
        text = on_screens(text)
        if self.year:
            text = _VALUE_IN_FORM.sub(rf"\g<1>“{self.year}年”", text)
        text = _IN_BRACKETS.sub(lambda found: self._in_brackets(found[0], found[1]), text)
        text = _BEFORE_TEXT.sub(self._before_text, text)
        return _FILE.sub(lambda found: self.titles.get(found[1], _OTHER_FILES), text)

    def step(self, text: str) -> str:
        """What is left to do in a new package (``NewPackage.todo``), in words of the screens."""
        for written, said in _STEPS.items():
            text = text.replace(written, said)
        return self.of(text)

    def named(self, key: str) -> str:
        """What a figure is called; "" where only its key is known."""
        return word_for(self.names, key)

    def called(self, cell: CellTarget) -> str:
        """What a cell is called: its label, with what stands above it where others are called so
        too."""
        name = cell.name or cell.label
        if name == cell.key:
            return self.names.get(name, words_of_key(name))
        return f"{cell.label}{self.names.get(cell.key, name).removeprefix(name)}"

    def problem(self, problem: Problem) -> Problem:
        """A problem of the package, or of a file that people dropped, which is called by its
        name."""
        file = problem.file
        if file is not None:
            file = self.titles.get(file) or self.of(PurePath(file).name)
        return replace(
            problem, message=self.of(problem.message), todo=self.of(problem.todo), file=file
        )

    def _before_text(self, found: re.Match[str]) -> str:
        name = self.named(found[1])
        return f"：{name}，文中“" if name else "：文中“"

    def _in_brackets(self, whole: str, inside: str) -> str:
        name = self.named(inside)
        if name:
            return f"（{name}）"
        return "" if "." in inside and not inside[0].isdigit() else whole


def wording_of(dataset: Dataset, kind: Kind) -> Wording:
    """The words of a package that has been read.

    例：
        >>> wording = wording_at(Path("清河-2023"))
        >>> wording.of("文中“3次”，数据“4次”（常委会），见 figures.csv 第2行")
        '文中“3次”，数据“4次”（常委会），见 数据 第2行'
    """
    tables = (INDICATORS, *table_specs(kind))
    titles = {spec.file: spec.sheet for spec in tables} | {files.REPORT: TITLE}
    return Wording(words_by_key(dataset, kind), titles, dataset.settings.year)


def wording_at(package: Path, templates: Path | None = None) -> Wording:
    """The words of a package, of one that cannot be read as far as they are known without it."""
    try:
        return wording_of(*load_package(package, templates, earlier=False))
    except NigaoError:
        tables = (INDICATORS, FIGURES, NAMES, DEPARTMENTS)
        return Wording({}, {spec.file: spec.sheet for spec in tables} | {files.REPORT: TITLE})


@contextmanager
def in_words(package: Path, templates: Path | None) -> Iterator[None]:
    """Errors of the block say what they say in words of the screens."""
    try:
        yield
    except NigaoError as error:
        wording = wording_at(package, templates)
        raise type(error)([wording.problem(problem) for problem in error.problems]) from None
