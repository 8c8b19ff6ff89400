"""What the files of a kind say of one another that cannot be: keys that nobody holds, formulas that
need themselves, names that stand nowhere, files that nothing reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from generator.model import files, limits
from generator.model.cell import Source
from generator.model.errors import Problem, excerpt
from generator.model.kind import Kind
from generator.model.leftovers import files_ending, is_leftover
from generator.model.regex import regex
from generator.model.replacing import replace
from generator.package.read.catalogue import CATALOGUE, MAPPING, keys_of_other_editions, row_of_code
from generator.package.read.fixed_rows import ROWS
from generator.package.read.formula_faults import Formulas
from generator.package.read.homes import KIND_FILE
from generator.package.read.outline import outline_problems
from generator.package.read.rollup_faults import rollup_faults
from generator.package.read.schema.nearest import nearest, or_nearest
from generator.package.read.schema.yaml_files import KindFile
from generator.package.read.schema.yaml_reading import YamlText

_OUTLINE, _STARTER, _RECORDS = "report.md.j2", "starter.yaml", "records.yaml"
_FOLDERS = ("tables", CATALOGUE, MAPPING, ROWS)
_OF_YEARS = (CATALOGUE, MAPPING)
"""Folders whose files are named after a year."""
_KNOWN = (
    KIND_FILE,
    _RECORDS,
    _STARTER,
    files.FIGURES,
    "identities.csv",
    "terms.csv",
    _OUTLINE,
    "letter.md.j2",
    "macros.md.j2",
)
"""What a kind may hold, beside templates of other names."""
_YEAR = regex(r"[0-9]{4}")
_OF_OURS = (".yaml", ".yml", ".csv", ".j2", ".md")


def file_faults(folder: Path) -> Iterator[Problem]:
    """Files that must be there, and those that nothing reads though their name is nearly one that
    is read."""
    there = {path.name for path in folder.iterdir() if not is_leftover(path.name)}
    if _OUTLINE not in there:
        message = f"没有这个文件{or_nearest(_OUTLINE, there.difference(_KNOWN))}"
        yield Problem(message, "提纲要有，请补上或改名", f"{folder.name}/{_OUTLINE}")
    for name in sorted(there - {*_KNOWN, *_FOLDERS}):
        meant = _meant(name, folder)
        if meant and meant not in there:
            message = f"没有读这个{'文件夹' if (folder / name).is_dir() else '文件'}"
            yield Problem(message, f"是不是 {meant}？请改名", f"{folder.name}/{name}")
    for inner in _FOLDERS:
        yield from _strangers(folder, inner)


def _meant(name: str, folder: Path) -> str:
    """What a file or folder that is not read was probably meant to be; "" for nothing of ours."""
    if (folder / name).is_dir():
        return nearest(name, _FOLDERS)
    if name.endswith(files.TEMPLATE_ENDING) or not name.lower().endswith(_OF_OURS):
        return ""
    return "" if name.lower().startswith("readme") else nearest(name, _KNOWN)


def _strangers(folder: Path, inner: str) -> Iterator[Problem]:
    """Files in a folder of the kind with another ending, or of another name than a year."""
    ending = ".yaml" if inner == "tables" else files.TABLE_ENDING
    for path in files_ending(folder / inner, ""):
        shown = f"{folder.name}/{inner}/{path.name}"
        if path.suffix != ending:
            yield Problem("没有读这个文件", f"这里的文件要以 {ending} 结尾", shown)
        elif inner in _OF_YEARS and not _YEAR.fullmatch(path.stem):
            yield Problem("文件名不是年份", f"请写成 2023{ending}", shown)


def held_keys(kind: Kind, edition: Path | None) -> frozenset[str]:
    """Every key that a package of the kind can hold, in some year: of the form (``edition`` is the
    one that was read), and of figures.csv, where one without a formula may be absent."""
    of_form = {row.key for row in kind.catalogue.values() if row.key}
    others = keys_of_other_editions(Path(kind.path), edition)
    return frozenset({*kind.derived, *of_form, *others})


def content_faults(
    kind: Kind, content: KindFile, written: YamlText, edition: Path | None
) -> list[Problem]:
    """Every fault of a kind whose files were read one by one; ``edition`` is that of its form."""
    read = _ReadKind(kind, content, written, edition)
    faults = chain(
        read.name_faults(),
        read.text_faults(),
        read.outside_faults(),
        read.key_faults(),
        map(written.located, outline_problems(kind, kind.held, written.shown)),
        read.mapping_faults(),
        rollup_faults(kind, edition),
    )
    return list(islice(faults, limits.TEMPLATE_FAULTS))


class _ReadKind(Struct, frozen=True):
    """A kind with its kind.yaml as it is written, and the edition of its form that was read."""

    kind: Kind
    content: KindFile
    written: YamlText
    edition: Path | None

    def _problem(self, message: str, todo: str, *path: str | int) -> Problem:
        column = ".".join(map(str, path))
        row = self.written.row_of(path)
        return Problem(message, todo, self.written.shown, row, column)

    def name_faults(self) -> Iterator[Problem]:
        """A name that is not that of the folder."""
        if self.content.name != self.kind.name:
            message = f"写的是“{excerpt(self.content.name)}”，文件夹叫“{excerpt(self.kind.name)}”"
            yield self._problem(message, "两处请写成一样的", "name")

    def text_faults(self) -> Iterator[Problem]:
        """Hints for texts that the kind does not ask for."""
        for name in self.content.guidance:
            if name not in self.content.texts:
                message = f"texts 里没有“{excerpt(name)}”{or_nearest(name, self.content.texts)}"
                yield self._problem(message, "请核对，或在 texts 里补上", "guidance", name)

    def outside_faults(self) -> Iterator[Problem]:
        """What is said to stand outside the outline, and stands nowhere."""
        known = [*self.kind.held]
        for spec in self.kind.records:
            known += [spec.name, *(f"{spec.name}.{field.name}" for field in spec.fields)]
        for name in self.content.outside:
            if name not in known:
                message = f"没有“{excerpt(name, 24)}”这个键、记录或列{or_nearest(name, known)}"
                yield self._problem(message, "请核对写法，或删去", "outside", name)

    def key_faults(self) -> Iterator[Problem]:
        """Formulas and keys of figures.csv, identities.csv, the catalogue and the tables."""
        formulas = Formulas(self.kind)
        for figure in self.kind.derived.values():
            yield from formulas.faults(figure.formula, figure.source, "公式")
        yield from formulas.circles()
        for check in self.kind.cross_checks:
            if check.key not in self.kind.held:
                yield self._no_key(check.key, check.source, "键")
            yield from formulas.faults(check.formula, check.source, "公式")
        yield from self._faults_of_form(formulas)

    def _faults_of_form(self, formulas: Formulas) -> Iterator[Problem]:
        if self.edition is None:
            return
        shown = f"{self.kind.name}/{CATALOGUE}/{self.edition.name}"
        for row in self.kind.catalogue.values():
            for fault in formulas.faults(row.formula, Source(shown), "公式"):
                yield replace(fault, row=row_of_code(self.edition, row.code))

    def _no_key(self, key: str, source: Source, column: str) -> Problem:
        message = f"没有键“{excerpt(key, 24)}”{or_nearest(key, self.kind.held)}"
        todo = "请核对写法；由数据包填的，在 figures.csv 里写明键、名称和单位"
        return Problem(message, todo, source.file, source.row, column)

    def mapping_faults(self) -> Iterator[Problem]:
        """Rows of the catalogue that are said to follow others, and are not there."""
        for code in self.kind.mapping:
            if code not in self.kind.catalogue:
                message = f"没有代码“{excerpt(code)}”{or_nearest(code, self.kind.catalogue)}"
                yield Problem(message, "请核对代码", f"{self.kind.name}/{MAPPING}", None, "代码")
