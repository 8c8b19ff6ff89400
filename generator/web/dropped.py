"""Files that people dropped into a screen, and what they said of them: held until they are done
with, so that a window that is loaded again shows the same."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct, field


class DroppedFiles(Struct):
    """Files in the scratch folder; ``said`` is what a person chose for items by number, ``refused``
    the numbers that were unticked, ``chosen`` those of returned workbooks that were ticked, ``by``
    who receives them."""

    files: tuple[Path, ...]
    said: dict[int, str] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)
    by: str = ""

    def keep_said_but(self, numbers: Collection[int]) -> None:
        """Be done with what was chosen for the items of these numbers, which were taken; what was
        chosen for others holds."""
        for number in numbers:
            self.said.pop(number, None)

    @property
    def names(self) -> str:
        """What the files are called."""
        return "、".join(file.name for file in self.files)


class Drops:
    """The files that were dropped last, by screen and package."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, Path], DroppedFiles] = {}
        self._by: dict[tuple[str, Path], str] = {}

    def of(self, screen: str, package: Path) -> DroppedFiles | None:
        """The files, None where nobody dropped any or they are done with."""
        return self._held.get((screen, package))

    def keep(self, screen: str, package: Path, files: Sequence[Path]) -> DroppedFiles:
        """Hold files; those that were held before are removed. Who receives them stays."""
        self.forget(screen, package)
        by = self._by.get((screen, package), "")
        held = self._held[screen, package] = DroppedFiles(tuple(files), by=by)
        return held

    def forget(self, screen: str, package: Path) -> None:
        """Remove the files, with the folders that were made for them."""
        held = self._held.pop((screen, package), None)
        if held:
            self._by[screen, package] = held.by
        for folder in {file.parent for file in held.files} if held else ():
            shutil.rmtree(folder, ignore_errors=True)
