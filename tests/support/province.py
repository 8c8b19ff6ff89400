"""A province of invented counties, each with everything: a package of 2023 and the one of the year before."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

from support.stories import Clerk, everything

MODEL = "枫溪"
_FIRST, _SECOND = (
    "枫柏桐楠槐榆檀椿杉柘栎楸梓榛桤橡苇蓼芷蘅莼菱荻蒲蓟葵藜芦荠茯苓薇蕨",
    "溪川岭坪湾渡桥塘洼峪坳塬浦泽沱沚汀沅涧坞垭垌滩埠岗洲",
)


def names(count: int) -> list[str]:
    """So many names of counties, all different: 枫溪, 枫川, …"""
    return ["".join(pair) for pair in islice(product(_FIRST, _SECOND), count)]


def province(folder: Path, count: int) -> list[str]:
    """Write the packages NAME-2022 and NAME-2023 of so many counties into a folder; the names.

    The counties differ in their names and in how many notices of jobs they have published.
    """
    here = Path.cwd()
    folder.mkdir()
    os.chdir(folder)
    try:
        everything(Clerk())
    finally:
        os.chdir(here)
    files = list(_files(folder))
    for number, name in enumerate(names(count)[1:], 1):
        for path, content in files:
            target = folder / path.replace(MODEL, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_of_county(content, name, number))
    return names(count)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.is_file() and ".nigao" not in path.parts:
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _of_county(content: bytes, name: str, number: int) -> bytes:
    """A file of the model as another county has it."""
    notices = "招聘.公告,发布招聘公告,{}"
    changed = content.replace(MODEL.encode(), name.encode())
    return changed.replace(notices.format(26).encode(), notices.format(26 + number).encode())
