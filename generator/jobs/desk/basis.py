"""A package opened for the screens: its kind, its settings, the files of its sheets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from generator.model import files, limits
from generator.model.dataset import Dataset, Department
from generator.model.errors import InputError, NigaoError, Problem
from generator.model.inputs import inside, is_folder, is_workbook, read_file, stands
from generator.model.kind import Kind
from generator.model.settings import Settings
from generator.package.bring.targets import values_by_key
from generator.package.intake.notes import ReadNotes
from generator.package.read.departments import read_departments
from generator.package.read.load import previous_package
from generator.package.read.workbookfile import kind_of_package, settings_of_package
from generator.package.tablespecs import INDICATORS, TableSpec, table_specs
from generator.report.progress.owners import Owners
from generator.standard.wording.numbers import num


class Basis(Struct, frozen=True, dict=True):
    """A package folder, and where its kinds are looked for first (None: nowhere else)."""

    package: Path
    templates: Path | None

    @cached_property
    def kind(self) -> Kind:
        """Its report kind. Raises InputError or DataError where report.yaml is faulty."""
        return kind_of_package(self.package, self.templates)[0]

    @cached_property
    def settings(self) -> Settings:
        """What its report.yaml says. Raises as ``kind``."""
        return settings_of_package(self.package, self.templates)

    @cached_property
    def specs(self) -> tuple[TableSpec, ...]:
        """Its tables: the form where the kind has one, the figures, the records that people fill
        in, names and departments."""
        kind = self.kind
        by_program = {spec.file for spec in kind.records} - {s.file for s in kind.filled_records}
        tables = [spec for spec in table_specs(kind) if spec.file not in by_program]
        return tuple([INDICATORS, *tables] if kind.catalogue else tables)

    def spec(self, sheet: str) -> TableSpec:
        """The table of that file. Raises InputError where the package can have none."""
        found = next((spec for spec in self.specs if spec.file == sheet), None)
        if found is None:
            raise no_such_sheet(sheet)
        return found

    def data(self, file: str) -> bytes | None:
        """The bytes of a file of the package; None where there is none. Raises InputError."""
        path = self.package / file
        if not inside(self.package, path):
            message, todo = "是链接，指到数据包外面去了", "请把文件本身放进数据包"
            raise InputError(Problem(message, todo, file, unreadable=True))
        return read_file(path, limits.TEXT_BYTES, file) if stands(path, file) else None

    @cached_property
    def earlier(self) -> Dataset | None:
        """Last year's package, None where there is none that can be read."""
        if not self.settings.previous:
            return None
        try:
            earlier = previous_package(self.settings, self.package, self.templates)
        except NigaoError:
            return None
        return None if isinstance(earlier, Problem) else earlier.dataset

    @cached_property
    def last_year(self) -> dict[str, str]:
        """The numbers of last year by key, none where they cannot be read."""
        if self.earlier is None:
            return {}
        return {key: num(value) for key, value in values_by_key(self.earlier).items()}

    @cached_property
    def departments(self) -> tuple[Department, ...]:
        """Its departments, as far as departments.csv can be read."""
        return read_departments(self.package, self.settings.year, ReadNotes())

    @cached_property
    def owners(self) -> Owners:
        """Who owes what."""
        return Owners(self.departments)


def basis_of(package: Path, templates: Path | None) -> Basis:
    """A package folder. Raises InputError where it is none: a workbook is to be turned into one."""
    if is_workbook(package):
        todo = "请先用 nigao workbook 转成文件夹"
        raise InputError(Problem("这里要数据包文件夹，不是工作簿", todo, str(package)))
    if not is_folder(package):
        raise InputError(Problem("没有这个数据包", "请核对文件夹的名字", str(package)))
    if not stands(package / files.REPORT, files.REPORT):
        todo = "数据包是一个含 report.yaml 的文件夹"
        raise InputError(Problem("不是数据包文件夹", todo, str(package)))
    return Basis(package, templates)


def no_such_sheet(sheet: str) -> InputError:
    """What is said of a sheet that the package cannot have."""
    return InputError(Problem("数据包里没有这张表", "请从目录里选", sheet))


def stamp_of(data: bytes | None) -> str:
    """The stamp of a file, "" where there is none."""
    return "" if data is None else hashlib.sha256(data).hexdigest()


def each_file(basis: Basis) -> Iterator[str]:
    """The files of the sheets of a package, report.yaml last."""
    yield from (spec.file for spec in basis.specs)
    yield files.REPORT
