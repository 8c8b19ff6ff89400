"""What a screen knows: the folder, the package that is open, and what the address says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from generator.jobs.desk import PackageLine
from generator.web.grids.drawers import Drawers
from generator.web.previews import Previews

PACKAGE = "package"
"""The word of an address that names the package."""


@dataclass(frozen=True)
class Workbench:
    """What holds as long as the server runs: the folder of packages, where files that people drop
    or fetch lie meanwhile, the sheets that windows have open, and the pages that were made."""

    folder: Path
    scratch: Path
    templates: Path | None = None
    drawers: Drawers = field(default_factory=Drawers)
    previews: Previews = field(default_factory=Previews)


@dataclass(frozen=True)
class Session:
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

    def address(self, screen: str, **words: str) -> str:
        """The address of a screen of the same package; ``words`` are for that screen."""
        of_package = {PACKAGE: self.opened.name} if self.opened else {}
        query = urlencode({**of_package, **words})
        return f"/{screen}?{query}" if query else f"/{screen}"
