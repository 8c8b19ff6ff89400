"""What a screen knows: the folder, the package that is open, and what the address says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlencode

from msgspec import Struct, field

from generator.jobs.desk import PackageLine
from generator.web.dropped import DroppedFiles, Drops
from generator.web.grids.drawers import Drawers
from generator.web.previews import Previews

PACKAGE = "package"
"""The word of an address that names the package."""


class Workbench(Struct, frozen=True):
    """What holds as long as the server runs: the folder of packages, where files that people drop
    lie meanwhile and which those are, the sheets that windows have open, and the pages that were
    made."""

    folder: Path
    scratch: Path
    templates: Path | None = None
    drawers: Drawers = field(default_factory=Drawers)
    drops: Drops = field(default_factory=Drops)
    previews: Previews = field(default_factory=Previews)


class Session(Struct, frozen=True):
    """One screen in one window: its name, the package that is open (None on 首页), and the other
    words of its address.

    ``changed`` is to be called after a job that changed the package: the head shows its state.
    """

    bench: Workbench
    screen: str
    opened: PackageLine | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    changed: Callable[[], None] = lambda: None

    @property
    def package(self) -> Path:
        """Where the package that is open lies; only screens that need one are shown."""
        if self.opened is None:
            raise LookupError("no package is open")
        return self.opened.package

    @property
    def templates(self) -> Path | None:
        """The folder of kinds that was given, as the jobs take it."""
        return self.bench.templates

    @property
    def dropped(self) -> DroppedFiles | None:
        """The files that were dropped into this screen for this package and are not done with."""
        return self.bench.drops.of(self.screen, self.package)

    def keep(self, files: Sequence[Path]) -> DroppedFiles:
        """Hold files that were dropped, instead of those before."""
        return self.bench.drops.keep(self.screen, self.package, files)

    def forget(self) -> None:
        """Remove the files that were dropped: they are done with."""
        self.bench.drops.forget(self.screen, self.package)

    def file_name(self, ending: str) -> str:
        """What a file of the package is called when a person saves it, as the report is: 清河县2023年
        东西部协作自评.初稿.docx."""
        opened = self.opened
        return f"{opened.title}{opened.kind}{ending}" if opened else ending.lstrip(".")

    def address(self, screen: str, **words: str) -> str:
        """The address of a screen of the same package; ``words`` are for that screen."""
        of_package = {PACKAGE: self.opened.name} if self.opened else {}
        query = urlencode({**of_package, **words})
        return f"/{screen}?{query}" if query else f"/{screen}"
