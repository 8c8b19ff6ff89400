"""What report.yaml names in the package or beside it: last year's package, names, a pattern."""

from __future__ import annotations

import os
from pathlib import Path

from generator.model import files
from generator.model.errors import DataError, Problem, excerpt
from generator.model.inputs import inside, resolved, stands


def beside(path: Path, item: str, name: str) -> Path | None:
    """What ``name``, an item of report.yaml, means in the package at ``path``, seen from it or from
    where it lies; None where nothing is there.

    Raises DataError where it leads out of the package and of the folder that the package lies in.
    """
    ways = (Path(os.path.normpath(path / name)), path.parent / name)
    there = [way for way in ways if stands(way, name)]
    around = (resolved(path).parent, resolved(path.absolute().parent))
    near = [way for way in there if any(inside(folder, way) for folder in around)]
    if not near and ways[0] in there:
        message = f"写的是“{excerpt(name)}”，不在数据包里，也不在数据包旁边"
        todo = "请把它放在数据包旁边，再改这一项"
        raise DataError(Problem(message, todo, files.REPORT, column=item))
    return next(iter(near), None)
