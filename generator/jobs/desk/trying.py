"""A sheet as it would be, tried before it is written: what would be wrong with the package."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.faults import faults_of
from generator.jobs.desk.new_lines import is_right_again
from generator.jobs.desk.opened import OpenSheet
from generator.model.errors import Problem
from generator.package.fingerprint import fingerprint_beside
from generator.package.read.folder import package_files


@dataclass(frozen=True)
class Trial:
    """What would be wrong with the package; ``rest`` as in ``SheetGrid``."""

    faults: tuple[Problem, ...]
    rest: str


@dataclass(frozen=True)
class Surroundings:
    """The files of a package, and a hash of all that it is read of but one sheet."""

    package: Mapping[str, bytes]
    rest: str

    def are_right(self, basis: Basis, before: OpenSheet, after: OpenSheet, rest: str) -> bool:
        """Whether nothing is wrong with the package after a change of the sheet, as far as its new
        lines tell; ``rest`` is that of the grid in which it was changed."""
        spec = after.spec
        records = next((item for item in basis.kind.records if item.file == spec.file), None)
        if rest != self.rest or records is None or before.before is None:
            return False
        return is_right_again(before, after, records, basis.settings.year)

    def grid_rest(self, faults: Collection[Problem]) -> str:
        """``SheetGrid.rest`` where the package has these faults."""
        return "" if faults else self.rest


def surroundings(basis: Basis, sheet: str) -> Surroundings:
    """What stands around a sheet. Raises InputError."""
    package = package_files(basis.package)
    rest = fingerprint_beside(package, sheet, basis.package, basis.templates)
    return Surroundings(package, rest)


def tried(basis: Basis, before: OpenSheet, after: OpenSheet, rest: str) -> Trial:
    """The package with the sheet as it would be: where its new lines tell that nothing is wrong
    nothing else is read."""
    around = surroundings(basis, after.spec.file)
    if around.are_right(basis, before, after, rest):
        return Trial((), rest)
    package = {**around.package, after.spec.file: after.before or b""}
    faults = faults_of(package, basis.package, basis.templates)
    return Trial(faults, around.grid_rest(faults))
