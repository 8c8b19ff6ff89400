"""The sheets that windows have open, each once: two windows of a sheet share it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

from generator.jobs.desk import GridLocation
from generator.web.grids.drawer import Drawer, open_drawer
from generator.web.grids.sheet_jobs import SheetJobs


class Drawers:
    """All drawers of a server, kept until it ends: what was typed and not written survives a
    reload."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._drawers: dict[SheetJobs, Drawer] = {}

    async def of(self, jobs: SheetJobs) -> tuple[Drawer, list[str]]:
        """The drawer of a sheet as its file says it now, with lines on what was typed and found no
        place any more. Raises what ``desk.grid`` raises."""
        async with self._lock:
            there = self._drawers.get(jobs)
            if there is None:
                there = self._drawers[jobs] = await open_drawer(jobs)
                return there, []
        return there, [] if await there.is_as_read() else await there.reread()

    def sheets(self, package: Path) -> list[str]:
        """The sheets of a package that are open."""
        return [jobs.sheet for jobs in self._drawers if jobs.package == package]

    def unwritten(self, package: Path) -> Iterator[GridLocation]:
        """The cells of a package that were typed and could not be written."""
        for jobs, drawer in self._drawers.items():
            if jobs.package == package:
                cells = sorted(drawer.shown.unwritten)
                yield from (GridLocation(jobs.sheet, *cell) for cell in cells)
