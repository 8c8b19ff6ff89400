"""A sheet as it would be, tried before it is written: what would be wrong with the package."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from generator.jobs.desk.basis import Basis
from generator.jobs.desk.computed import computed_fields
from generator.jobs.desk.faults import faults_of
from generator.jobs.desk.layouts import GridLayout
from generator.jobs.desk.new_lines import Lines, layout_if_right
from generator.jobs.desk.opened import OpenSheet
from generator.jobs.desk.values import SheetGrid
from generator.model.errors import Problem
from generator.package.fingerprint import fingerprint_beside
from generator.package.read.folder import package_files


class Trial(Struct, frozen=True):
    """What would be wrong with the package; ``rest`` as in ``SheetGrid``; the layout of the sheet
    where only its new lines were read."""

    faults: tuple[Problem, ...]
    rest: str
    layout: GridLayout | None = None


class Surroundings(Struct, frozen=True):
    """The files of a package, and a hash of all that it is read of but one sheet."""

    package: Mapping[str, bytes]
    rest: str

    def right_layout(
        self, basis: Basis, before: OpenSheet, after: OpenSheet, shown: SheetGrid | None
    ) -> GridLayout | None:
        """The layout of the sheet after a change, where nothing is wrong with the package then as
        far as its new lines tell; None where all is to be read. ``shown`` is the grid in which it
        was changed."""
        records = next((item for item in basis.kind.records if item.file == after.spec.file), None)
        if shown is None or records is None or before.before is None:
            return None
        if computed_fields(basis.kind, records.file):  # what they hold hangs on all
            return None
        if (shown.rest, shown.stamp) != (self.rest, before.stamp):
            return None
        return layout_if_right(basis, Lines(before, after, shown), records)

    def grid_rest(self, faults: Collection[Problem]) -> str:
        """``SheetGrid.rest`` where the package has these faults."""
        return "" if faults else self.rest


def surroundings(basis: Basis, sheet: str) -> Surroundings:
    """What stands around a sheet. Raises InputError."""
    package = package_files(basis.package)
    rest = fingerprint_beside(package, sheet, basis.package, basis.templates)
    return Surroundings(package, rest)


def tried(basis: Basis, before: OpenSheet, after: OpenSheet, shown: SheetGrid | None) -> Trial:
    """The package with the sheet as it would be: where its new lines tell that nothing is wrong
    nothing else is read."""
    around = surroundings(basis, after.spec.file)
    layout = around.right_layout(basis, before, after, shown)
    if layout:
        return Trial((), around.rest, layout)
    package = {**around.package, after.spec.file: after.before or b""}
    faults = faults_of(package, basis.package, basis.templates)
    return Trial(faults, around.grid_rest(faults))
