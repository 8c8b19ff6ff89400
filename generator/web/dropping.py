"""Files that people drop into a screen: kept in the scratch folder under their own name, nowhere
else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp

from nicegui import ui
from nicegui.events import MultiUploadEventArguments

from generator.model.disknames import disk_name
from generator.model.limits import UPLOAD_BYTES
from generator.web.session import Session
from generator.web.work import tell_faults

Taken = Callable[[tuple[Path, ...]], Awaitable[None]]
"""What is done with the files, as they lie in the scratch folder."""


def drop_here(session: Session, line: str, endings: Sequence[str], taken: Taken) -> ui.upload:
    """A place to drop files on, or to click; ``line`` says what belongs here.

    ``endings`` are those that the files may have (.xlsx).
    """

    async def arrived(event: MultiUploadEventArguments) -> None:
        folder = Path(mkdtemp(dir=session.bench.scratch))
        paths = []
        for file in event.files:
            path = folder / plain_name(file.name)
            await file.save(path)
            paths.append(path)
        place_to_drop.reset()
        async with one_by_one:  # what is looked at is not taken away meanwhile
            await taken(tuple(paths))

    one_by_one = asyncio.Lock()

    place_to_drop = ui.upload(
        label=line,
        multiple=True,
        auto_upload=True,
        max_file_size=UPLOAD_BYTES,
        on_multi_upload=arrived,
        on_rejected=lambda: tell_faults((_rejected(endings),)),
    )
    place_to_drop.props(f'flat bordered accept="{",".join(endings)}"').classes("drop")
    return place_to_drop


def plain_name(given: str) -> str:
    """A name for a file out of what a browser says: no folder, nothing that a disk refuses."""
    return disk_name(given.replace("\\", "/").rpartition("/")[2])


def _rejected(endings: Sequence[str]) -> str:
    most = UPLOAD_BYTES // 2**20
    return f"这里只收 {'、'.join(endings)} 文件，每个最多 {most} MB。"
